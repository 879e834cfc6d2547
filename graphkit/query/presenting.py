"""The answer to a ready question goes in, the table that people read comes out: Chinese headings, words for terms."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.model.tables import Table, Term
from graphkit.query.catalogue import Question
from graphkit.rdf.ontology import people_call

Row = tuple[Term | None, ...]


def table_for_people(question: Question, table: Table, *, captions: bool) -> Table:
    """Give the columns of the header, in its order, terms of the ontology by their Chinese names.

    What has one value for the whole answer is kept as columns where `captions` says so.
    """
    columns = [one for one in question.columns if captions or not one.is_caption]
    places = [table.variables.index(one.variable) for one in columns]
    return Table(tuple(one.heading_zh for one in columns), _distinct(_told(row, places) for row in table))


def captions_of(question: Question, table: Table) -> list[str]:
    """Give a line for each caption: its heading and what the rows say, each once."""
    rows = list(table)
    lines = []
    for column in question.columns:
        if column.is_caption and rows:
            place = table.variables.index(column.variable)
            values = dict.fromkeys(cell.value for row in rows if (cell := _word(row[place])) is not None)
            lines.append(f"{column.heading_zh} {column.heading}: {'；'.join(values)}")
    return lines


def _told(row: Row, places: list[int]) -> Row:
    return tuple(_word(row[place]) for place in places)


def _word(term: Term | None) -> Term | None:
    """Give the Chinese name of a term of the ontology, any other term as it is."""
    if term is None or term.kind != "iri":
        return term
    label = people_call(term.value)
    return term if label is None else Term("literal", label, None, "zh")


def _distinct(rows: Iterator[Row]) -> list[Row]:
    """Give the rows once each: they may differ only in what people do not see."""
    return list(dict.fromkeys(rows))
