"""Things of one name in, what tells each apart out: a year, a date, who held or issued it, where it is told of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator

from graphkit.network import Network
from graphkit.rdf.document_names import UNTITLED
from graphkit.view.labels import ems, label_lines, plain

SHORT = 10.0
"""Ems of what stands beside a name in a picture."""
ABOVE = ("heldBy", "subOrganizationOf", "postIn", "jurisdiction", "within", "issues")
"""What leads from a thing to the body or place by which it is known, the nearest first."""

Telling = Callable[[str], str]


def notes_of(network: Network, things: Collection[str]) -> dict[str, str]:
    """Give a note for each thing that shares its name and kind with others of these, in words of the documents.

    The one that is left when all others have a note needs none; where nothing tells them apart they are numbered.
    """
    named: dict[tuple[str, str], list[str]] = defaultdict(list)
    for iri in sorted(things):
        named[plain(network.nodes[iri].label), network.nodes[iri].kind].append(iri)
    shared = [group for group in named.values() if len(group) > 1]
    if not shared:
        return {}
    above = _above(network, {iri for group in shared for iri in group})
    tellings: tuple[Telling, ...] = (
        lambda iri: _date(network, iri)[:4],
        lambda iri: _date(network, iri),
        lambda iri: above.get(iri, ""),
        lambda iri: next(iter(_documents(network, iri)), ""),
    )
    return {iri: note for group in shared for iri, note in _apart(group, tellings)}


def titled(label: str, note: str) -> str:
    """Give a name with its note."""
    return f"{label}（{note}）" if note else label


def noted_lines(label: str, note: str) -> tuple[str, ...]:
    """Break a name into the lines of a picture; a note that has no room in them stands on a line of its own.

    A note that is longer than a line is left to lists.
    """
    if ems(note) > SHORT:
        return label_lines(label)
    lines = label_lines(titled(label, note))
    return lines if not note or not lines[-1].endswith("…") else (*label_lines(label), f"（{note}）")


def _apart(group: list[str], tellings: tuple[Telling, ...]) -> Iterator[tuple[str, str]]:
    """Iterate over the things of a name with the first note that no other one has."""
    left = group
    for telling in tellings:
        notes = {iri: plain(telling(iri)) for iri in group}
        counts = Counter(notes.values())
        for iri in left:
            if notes[iri] and counts[notes[iri]] == 1:
                yield iri, notes[iri]
        left = [iri for iri in left if not notes[iri] or counts[notes[iri]] > 1]
    if len(left) > 1:
        for number, iri in enumerate(left, 1):
            yield iri, str(number)


def _date(network: Network, iri: str) -> str:
    node = network.nodes[iri]
    return node.value("heldOn") or node.value("issued")


def _documents(network: Network, iri: str) -> Iterator[str]:
    for one in network.mentions.get(iri, ()):
        if one in network.nodes and not network.nodes[one].label.startswith(UNTITLED):
            yield network.nodes[one].label


def _above(network: Network, things: set[str]) -> dict[str, str]:
    """Give the body or place by which each thing is known; people are known by their posts."""
    posts = {edge.target: edge.source for edge in network.edges if edge.name == "holds" and edge.source in things}
    found: dict[str, tuple[int, str]] = {}
    for edge in network.edges:
        if edge.name not in ABOVE:
            continue
        of, other = (edge.target, edge.source) if edge.name == "issues" else (edge.source, edge.target)
        of = posts.get(of, of)
        if of in things:
            best = (ABOVE.index(edge.name), network.nodes[other].label)
            found[of] = min(found.get(of, best), best)
    return {iri: label for iri, (_, label) in found.items()}
