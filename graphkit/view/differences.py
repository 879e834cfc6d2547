"""Two builds in, one network of what differs out: links that were gained or lost, and the things that they join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from graphkit.network import Network
from graphkit.view.folding import Change, Fact, Folded, Link

Said = tuple[str, str, str, str]
"""What a fact says, wherever it was read: its property, words, modality and predicate."""


def differing(old: Folded, new: Folded) -> Folded:
    """Give what differs between two builds, with the unchanged links between the things that it touches.

    What is only read elsewhere is no difference; a pair of things of which some facts changed and others did not
    has a link for each.
    """
    before, after = _by_ends(old), _by_ends(new)
    changed = [link for ends in sorted(before.keys() | after.keys()) for link in _compared(ends, before, after)]
    touched = {end for link in changed if link.change for end in (link.source, link.target)}
    links = tuple(link for link in changed if link.source in touched and link.target in touched)
    return Folded(
        network=_both(old.network, new.network),
        nodes={iri: node for iri, node in (old.nodes | new.nodes).items() if iri in touched},
        links=links,
        points={iri: points for iri, points in (old.points | new.points).items() if iri in touched},
        changes={
            iri: "gained" if iri in new.nodes else "lost" for iri in touched if (iri in old.nodes) != (iri in new.nodes)
        },
    )


Facts = dict[Said, Fact]
Ends = tuple[str, str]


def _by_ends(folded: Folded) -> dict[Ends, Facts]:
    found: dict[Ends, Facts] = defaultdict(dict)
    for link in folded.links:
        for fact in link.facts:
            found[link.source, link.target].setdefault(_said(fact), fact)
    return found


def _said(fact: Fact) -> Said:
    return fact.property, fact.words[0], fact.modality, fact.predicate


def _compared(ends: Ends, before: dict[Ends, Facts], after: dict[Ends, Facts]) -> Iterator[Link]:
    """Iterate over what stayed, came and went between two things."""
    old, new = before.get(ends, {}), after.get(ends, {})
    parts: tuple[tuple[Change, list[Fact]], ...] = (
        ("", [fact for said, fact in new.items() if said in old]),
        ("gained", [fact for said, fact in new.items() if said not in old]),
        ("lost", [fact for said, fact in old.items() if said not in new]),
    )
    for change, facts in parts:
        if facts:
            yield replace(Link(*ends, tuple(facts)), change=change)


def _both(old: Network, new: Network) -> Network:
    """Give one network with the nodes and readings of both, the newer first where both have one."""
    return Network(
        nodes=dict(sorted((old.nodes | new.nodes).items())),
        edges=tuple(sorted({*old.edges, *new.edges}, key=lambda one: (one.source, one.predicate, one.target))),
        readings=old.readings | new.readings,
        mentions=old.mentions | new.mentions,
        marks=old.marks | new.marks,
    )
