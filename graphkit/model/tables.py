"""RDF terms, statements and result tables as plain values, without an RDF library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

TermKind = Literal["iri", "literal", "blank"]


class Term(NamedTuple):
    """An RDF term: an IRI, a literal with datatype or language, or (in foreign data only) a blank node."""

    kind: TermKind
    value: str
    datatype: str | None = None
    language: str | None = None


class Statement(NamedTuple):
    """Subject IRI, predicate IRI, object term, graph IRI (None: the default graph)."""

    subject: str
    predicate: str
    object: Term
    graph: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT: variable names, and rows of terms (None: unbound), read once."""

    variables: tuple[str, ...]
    rows: Iterable[tuple[Term | None, ...]]

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        """Iterate over the rows."""
        return iter(self.rows)
