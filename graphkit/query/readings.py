"""Readings out of a dataset: what a passage was taken to say, and what people rejected of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from graphkit.model.tables import Term
from graphkit.query.entity import CITATION, MENTIONS, Citation, Questions, citation_of, name_of, rows_of
from graphkit.terms import PREFIXES, gk

OF_THING = (
    "SELECT DISTINCT ?thing ?reading ?quote WHERE { GRAPH ?reading { ?thing ?property ?value } "
    "OPTIONAL { ?reading gk:quote ?quote } }"
)
ABOUT_THING = (
    "SELECT DISTINCT ?thing ?reading ?quote WHERE { GRAPH ?reading { ?value ?property ?thing } "
    "OPTIONAL { ?reading gk:quote ?quote } }"
)
ALL = "SELECT DISTINCT ?reading ?confidence WHERE { ?reading gk:rule ?rule ; gk:confidence ?confidence }"
SAID = "SELECT DISTINCT ?reading ?subject ?property ?value WHERE { GRAPH ?reading { ?subject ?property ?value } }"
CITED = (
    "SELECT DISTINCT ?reading ?quote ?confidence ?modality ?part ?whole WHERE { ?reading gk:confidence ?confidence ."
)
REJECTED = (
    "SELECT DISTINCT ?rejected ?subject ?property ?value ?reading ?quote ?verdict ?who ?why ?date "
    "WHERE { GRAPH ?graph { ?rejected rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?value ; "
    "dcterms:source ?reading ; oa:exact ?quote ; gk:verdict ?verdict OPTIONAL { ?rejected dcterms:creator ?who } "
    "OPTIONAL { ?rejected dcterms:description ?why } OPTIONAL { ?rejected dcterms:date ?date } } }"
)
RDF_TYPE = PREFIXES["rdf"] + "type"


class SaidStatement(NamedTuple):
    """One statement of a reading."""

    subject: str
    property: str
    value: Term


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage read by one rule: its citation, how sure the rule is, what it says."""

    citation: Citation
    confidence: str
    statements: tuple[SaidStatement, ...]

    @property
    def things(self) -> frozenset[str]:
        """Give the things whose class it tells."""
        return frozenset(one.subject for one in self.statements if one.property == RDF_TYPE)

    @property
    def decisions(self) -> tuple[SaidStatement, ...]:
        """Give the statements that are decided on one by one: of a response the firmest stands for the others."""
        firm = {one.value.value for one in self.statements if one.property == gk.respondedTo}
        aims = {one.subject: one.value.value for one in self.statements if one.property == gk.respondsTo}

        def is_told(one: SaidStatement) -> bool:
            if one.property == gk.respondsTo:
                return one.value.value in firm
            return one.subject in aims and (one.property == gk.respondent or one.value.value == gk.Response)

        return tuple(one for one in self.statements if not is_told(one))

    @property
    def is_naming(self) -> bool:
        """Tell whether it only says that something is named there."""
        return any(one.property == MENTIONS for one in self.statements)


class RejectedStatement(NamedTuple):
    """A statement that people rejected: what it was read from, their verdict, who and why."""

    statement: SaidStatement
    citation: Citation
    verdict: str
    who: str = ""
    why: str = ""
    date: str = ""


def readings_about(dataset: Questions, thing: str) -> list[Reading]:
    """Give the readings that tell of a thing, by text and place: first where each text first names it, then facts."""
    term = Term("iri", thing)
    rows = (row for text in (OF_THING, ABOUT_THING) for row in rows_of(dataset, text, thing=term))
    names = {row["reading"].value for row in rows if "quote" in row}
    known: dict[str, str] = {}
    found = sorted((reading_of(dataset, name, known) for name in names), key=_order)
    named_in: set[str] = set()
    kept: list[Reading] = []
    for one in found:
        if not one.is_naming or one.citation.text not in named_in:
            kept.append(one)
        if one.is_naming:
            named_in.add(one.citation.text)
    return sorted(kept, key=lambda one: not one.is_naming)


def least_sure_readings(dataset: Questions) -> Iterator[Reading]:
    """Iterate over all readings that tell facts, the least sure first."""
    known: dict[str, str] = {}
    rows = ((float(row["confidence"].value), row["reading"].value) for row in rows_of(dataset, ALL))
    for _, name in sorted(rows):
        reading = reading_of(dataset, name, known)
        if not reading.is_naming:
            yield reading


def reading_of(dataset: Questions, name: str, known: dict[str, str]) -> Reading:
    """Give one reading by its IRI."""
    term = Term("iri", name)
    row = next(rows_of(dataset, CITED + CITATION, reading=term))
    said = (
        SaidStatement(one["subject"].value, one["property"].value, one["value"])
        for one in rows_of(dataset, SAID, reading=term)
    )
    ordered = sorted(said, key=lambda one: (one.property != RDF_TYPE, one))
    return Reading(citation_of(dataset, row, known), row["confidence"].value, tuple(ordered))


def rejected_in(dataset: Questions, thing: str | None = None) -> list[RejectedStatement]:
    """Give what people rejected, of one thing or of all, in the order of texts."""
    found = [
        RejectedStatement(
            SaidStatement(row["subject"].value, row["property"].value, row["value"]),
            Citation(row["reading"].value, row["quote"].value),
            row["verdict"].value,
            *(row[name].value if name in row else "" for name in ("who", "why", "date")),
        )
        for row in rows_of(dataset, REJECTED)
        if thing is None or thing in {row["subject"].value, row["value"].value}
    ]
    return sorted(found, key=lambda one: (one.citation.text, one.citation.span, one.statement))


def statement_words(dataset: Questions, statement: SaidStatement, known: dict[str, str]) -> tuple[str, str]:
    """Give the names of a statement's subject and value."""
    value = statement.value
    words = name_of(dataset, value.value, known) if value.kind == "iri" else value.value
    return name_of(dataset, statement.subject, known), words


def _order(reading: Reading) -> tuple[str, tuple[int, int], str]:
    return reading.citation.text, reading.citation.span, reading.citation.reading
