"""Evidence in, readings out: one graph for each passage read by one rule, with what is said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from graphkit.model.facts import Evidence, Modality, check_quote
from graphkit.model.tables import Statement, Term
from graphkit.rdf.iris import passage_iri, reading_iri
from graphkit.rdf.literals import decimal, integer, iri, text
from graphkit.rdf.things import Things
from graphkit.terms import GK, dcterms, gk

Passage = tuple[str, int, int]
"""A rule and the raw stretch that it read."""


class Readings:
    """The readings of one document: names each piece of evidence, and describes all that were named."""

    def __init__(self, things: Things, evidence: Iterable[Evidence]) -> None:
        """Take all the evidence of the document; a quote that is not the slice is refused."""
        self._things = things
        self._iris: dict[tuple[Passage, Modality], str] = {}
        self._groups: dict[Passage, dict[Modality, list[Evidence]]] = {}
        for one in evidence:
            check_quote(one, things.annotation.document.text)
            self._groups.setdefault(_passage(one), {}).setdefault(one.modality, []).append(one)

    def iri(self, evidence: Evidence) -> str:
        """Give the reading's IRI.

        A passage that one rule reads both as demanded and as done is two readings; the one that is
        not done has its modality in the rule's segment.
        """
        passage, modality = _passage(evidence), evidence.modality
        known = self._iris.get((passage, modality))
        if known is None:
            is_apart = len(self._groups[passage]) > 1 and modality is not Modality.REPORTED
            rule = f"{evidence.rule}.{modality.lower()}" if is_apart else evidence.rule
            digits = self._things.annotation.document.sha256
            known = self._iris[passage, modality] = reading_iri(digits, rule, evidence.span, self._things.base)
        return known

    def statements(self) -> Iterator[Statement]:
        """State what each reading quotes, is part of, and relies on, in the default graph."""
        for modalities in self._groups.values():
            for group in modalities.values():
                yield from self._about(group)

    def _about(self, group: list[Evidence]) -> Iterator[Statement]:
        """Describe one reading; where its evidence differs, the least article and confidence stand."""
        first = group[0]
        reading = self.iri(first)
        home = self._things.article(min(one.article for one in group))
        confidence = _decimal(min(one.confidence for one in group))
        yield Statement(reading, gk.quote, text(first.quote), None)
        yield Statement(reading, dcterms.isPartOf, iri(home), None)
        yield Statement(reading, gk.rule, text(first.rule), None)
        yield Statement(reading, gk.confidence, confidence, None)
        yield Statement(reading, gk.modality, iri(GK + first.modality.value), None)
        page = self._things.annotation.document.page_at(first.span.start)
        if page is not None:
            yield Statement(reading, gk.page, integer(page), None)
        for span in {span for one in group for span in one.relies_on}:
            passage = passage_iri(self._things.annotation.document.sha256, span, self._things.base)
            yield Statement(reading, gk.reliesOn, iri(passage), None)


@cache
def _decimal(confidence: float) -> Term:
    """Give the term of a confidence; rules have few."""
    return decimal(Decimal(str(confidence)))


def _passage(evidence: Evidence) -> Passage:
    span = evidence.span
    return evidence.rule, span.start, span.end
