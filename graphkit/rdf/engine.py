"""Our terms and statements in, the engine's out, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

import pyoxigraph as ox

from graphkit.model.tables import Statement, Term
from graphkit.terms import xsd

_TOGETHER = 5000
"""Statements that are written at once."""

EngineTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def to_engine(term: Term) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Give the engine's form of a term."""
    match term.kind:
        case "iri":
            return ox.NamedNode(term.value)
        case "blank":
            return ox.BlankNode(term.value)
        case "literal":
            if term.language:
                return ox.Literal(term.value, language=term.language)
            return ox.Literal(term.value, datatype=ox.NamedNode(term.datatype or xsd.string))


def written_term(term: Term) -> str:
    """Give a term as SPARQL and N-Triples write it, whatever characters it holds; raises ValueError for no IRI."""
    return str(to_engine(term))


def from_engine(term: EngineTerm) -> Term:
    """Give our form of a term; a triple term, which only foreign data have, is given as its N-Triples text."""
    if isinstance(term, ox.NamedNode):
        return Term("iri", term.value)
    if isinstance(term, ox.Literal):
        return Term("literal", term.value, None if term.language else term.datatype.value, term.language)
    if isinstance(term, ox.BlankNode):
        return Term("blank", term.value)
    return Term("literal", str(term), xsd.string)


def to_quad(statement: Statement) -> ox.Quad:
    """Give a statement as a quad."""
    graph = ox.DefaultGraph() if statement.graph is None else ox.NamedNode(statement.graph)
    subject, predicate = ox.NamedNode(statement.subject), ox.NamedNode(statement.predicate)
    return ox.Quad(subject, predicate, to_engine(statement.object), graph)


def from_quad(quad: ox.Quad) -> Statement:
    """Give a quad as a statement."""
    graph = None if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name.value
    return Statement(from_engine(quad.subject).value, quad.predicate.value, from_engine(quad.object), graph)


class _Written(dict[Term, str]):
    """Terms as N-Quads write them, each written once by the engine, which refuses what is none."""

    def __missing__(self, term: Term) -> str:
        """Write a term that comes for the first time."""
        written = self[term] = written_term(term)
        return written


class _Iris(dict[str, str]):
    """IRIs as N-Quads write them: most of a document stand in many of its statements."""

    def __missing__(self, iri: str) -> str:
        """Write an IRI that comes for the first time."""
        written = self[iri] = str(ox.NamedNode(iri))
        return written


def nquads_of(statements: Iterable[Statement]) -> list[bytes]:
    """Give canonical N-Quads lines, unique and sorted by bytes, without line ends."""
    iris, others = _Iris(), _Written()
    lines: set[str] = set()
    for subject, predicate, value, graph in statements:
        written = iris[value.value] if value.kind == "iri" else others[value]
        triple = f"{iris[subject]} {iris[predicate]} {written}"
        lines.add(f"{triple} ." if graph is None else f"{triple} {iris[graph]} .")
    # Code points sort as their UTF-8 does.
    return [line.encode() for line in sorted(lines)]


def stated_twice(subject: str, predicate: str, value: str, graph: str) -> tuple[bytes, bytes]:
    """Give the N-Quads lines of a triple in the default graph and in another; all but the predicate as N-Quads writes.

    Written by hand, for half of all lines may be of what is said over documents; the caller knows that IRIs are such.
    """
    triple = f"{subject} <{predicate}> {value}"
    return f"{triple} .".encode(), f"{triple} {graph} .".encode()


def nquads_in(statements: Iterable[Statement]) -> Iterator[bytes]:
    """Iterate over canonical N-Quads lines of any number of statements, a part of them sorted and unique at a time."""
    source = iter(statements)
    while part := list(islice(source, _TOGETHER)):
        yield from nquads_of(part)


def write_turtle(statements: Iterable[Statement], prefixes: dict[str, str], out: BinaryIO) -> None:
    """Write the triples of statements as Turtle, in their order."""
    ox.serialize((to_quad(one).triple for one in statements), out, format=ox.RdfFormat.TURTLE, prefixes=prefixes)


def literal_in(written: bytes) -> str:
    """Give the value of a literal as N-Quads write it."""
    if b"\\" not in written:
        return written[1 : written.rindex(b'"')].decode()
    return next(statements_in(b"<a:s> <a:p> " + written + b" .")).object.value


def statements_in(source: BinaryIO | bytes) -> Iterator[Statement]:
    """Iterate over the statements of N-Quads."""
    return (from_quad(quad) for quad in ox.parse(source, format=ox.RdfFormat.N_QUADS))
