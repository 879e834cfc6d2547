"""Names proposed by documents in, exactly one skos:prefLabel for each thing out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby

from graphkit.dataset.spill import Spill
from graphkit.normalise.draft_titles import is_draft_title
from graphkit.rdf.engine import stated_twice, written_term
from graphkit.rdf.iris import graph_iri
from graphkit.rdf.literals import label
from graphkit.rdf.things import DESCRIBED, LabelProposal
from graphkit.settings import resource
from graphkit.terms import rdfs, skos

_COMPLETED = 2
"""From this rank on a name may be one that no text has word for word."""


REWORDED = 9
"""The rank of a name that people gave: it stands before every other."""


class Labels:
    """Gathers proposals, document after document; the result does not depend on their order."""

    def __init__(self) -> None:
        """Start with none."""
        self._proposals = Spill(len(LabelProposal._fields))
        self._given: Mapping[str, str] = {}

    def propose(self, proposals: Iterable[LabelProposal]) -> None:
        """Take the proposals of one document."""
        for one in proposals:
            self._proposals.add(one)

    def rename(self, names: Mapping[str, str]) -> None:
        """Take names that people gave; things that nothing tells of any more get none."""
        self._given = names

    def things(self) -> Iterator[str]:
        """Iterate over the IRIs of all things, in order."""
        return map(str, self._proposals.firsts())

    def lines(self, *, official: frozenset[str], base: str) -> Iterator[bytes]:
        """Iterate over the names as N-Quads lines, derived; things in `official` have theirs from the reference.

        A completed name that another document's won over is an other name. What only describes a
        part of a document is no rdfs:label: the part has gk:heading or gk:theme.
        """
        derived, asserted = (f"<{graph_iri(name, base)}>" for name in ("derived", "asserted"))
        for best, completed in self._proposed():
            if best.iri in official:
                continue
            graph, name = asserted if best.rank == REWORDED else derived, written_term(label(best.label))
            subject = f"<{best.iri}>"
            yield from stated_twice(subject, skos.prefLabel, name, graph)
            if best.rank > DESCRIBED:
                yield from stated_twice(subject, rdfs.label, name, graph)
            for other in sorted(completed - {best.label}):
                yield from stated_twice(subject, skos.altLabel, written_term(label(other)), derived)

    def _proposed(self) -> Iterator[tuple[LabelProposal, set[str]]]:
        """Iterate over each thing's name with all that are completed, in the order of IRIs.

        The most composed wins, then what is not marked as a draft, then the longest, then simplified before
        traditional, then by code point (vocabulary.md, Labels).
        """
        proposals = (LabelProposal(*row) for row in self._proposals.sorted_by(0))  # type: ignore[arg-type]
        for iri, group in groupby(proposals, key=lambda one: one.iri):
            proposed = list(group)
            if iri in self._given:
                proposed.append(LabelProposal(iri, self._given[iri], REWORDED))
            best = proposed[0] if len(proposed) == 1 else min(proposed, key=_order)
            yield best, {one.label for one in proposed if one.rank >= _COMPLETED}


def _order(proposal: LabelProposal) -> tuple[int, bool, int, int, str]:
    traditional = sum(character in _traditional() for character in proposal.label)
    return -proposal.rank, is_draft_title(proposal.label), -len(proposal.label), traditional, proposal.label


@cache
def _traditional() -> frozenset[str]:
    """Load the traditional characters (data/gazetteers/variants.tsv, first column)."""
    lines = resource("gazetteers/variants.tsv").read_text("utf-8").splitlines()[1:]
    return frozenset(line.partition("\t")[0] for line in lines)
