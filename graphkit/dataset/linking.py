"""Names proposed by documents in, exactly one skos:prefLabel for each thing out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from graphkit.model.tables import Statement, Term
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
        self._best: dict[str, LabelProposal] = {}
        self._completed: dict[str, set[str]] = {}

    def propose(self, proposals: Iterable[LabelProposal]) -> None:
        """Take the proposals of one document."""
        for one in proposals:
            known = self._best.get(one.iri)
            if known is None or _order(one) < _order(known):
                self._best[one.iri] = one
            if one.rank >= _COMPLETED:
                self._completed.setdefault(one.iri, set()).add(one.label)

    def chosen(self) -> Mapping[str, LabelProposal]:
        """Give each thing's name.

        The most composed wins, then the longest, then simplified before traditional, then by code
        point (vocabulary.md, Labels).
        """
        return self._best

    def statements(self, *, official: frozenset[str], base: str) -> Iterator[Statement]:
        """State the names, derived; things in `official` have theirs from the reference.

        A completed name that another document's won over is an other name. What only describes a
        part of a document is no rdfs:label: the part has gk:heading or gk:theme.
        """
        derived, asserted = graph_iri("derived", base), graph_iri("asserted", base)
        for iri, best in self.chosen().items():
            if iri in official:
                continue
            graph = asserted if best.rank == REWORDED else derived
            yield from _twice(iri, skos.prefLabel, label(best.label), graph)
            if best.rank > DESCRIBED:
                yield from _twice(iri, rdfs.label, label(best.label), graph)
            for other in self._completed.get(iri, set()) - {best.label}:
                yield from _twice(iri, skos.altLabel, label(other), derived)


def _twice(subject: str, predicate: str, value: Term, graph: str) -> Iterator[Statement]:
    yield Statement(subject, predicate, value, graph)
    yield Statement(subject, predicate, value, None)


def _order(proposal: LabelProposal) -> tuple[int, int, int, str]:
    traditional = sum(character in _traditional() for character in proposal.label)
    return -proposal.rank, -len(proposal.label), traditional, proposal.label


@cache
def _traditional() -> frozenset[str]:
    """Load the traditional characters (data/gazetteers/variants.tsv, first column)."""
    lines = resource("gazetteers/variants.tsv").read_text("utf-8").splitlines()[1:]
    return frozenset(line.partition("\t")[0] for line in lines)
