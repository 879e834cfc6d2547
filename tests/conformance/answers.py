"""Answers of queries, expected and ours, as graphs that can be compared: the DAWG's result-set vocabulary."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path

from rdflib import RDF, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.query import Result
from rdflib.term import Node

from graphkit.model.tables import Statement, Table, Term

RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
NUMBERS = frozenset({XSD.integer, XSD.decimal, XSD.double, XSD.float})
FORMS = {".srx": "xml", ".srj": "json", ".tsv": "tsv"}
Row = tuple[tuple[str, Node], ...]


def expected_of(path: Path) -> Graph | bool:
    """Read the answer that a test expects."""
    if path.suffix in {".ttl", ".rdf", ".nt"}:
        return _valued(Graph().parse(path))
    with path.open("rb") as file:
        result = Result.parse(source=file, format=FORMS[path.suffix])
    if result.type == "ASK":
        return bool(result.askAnswer)
    return _graph_of(tuple((str(name), value) for name, value in row.items()) for row in result.bindings)


def ours_of(answer: Table | bool | Iterable[Statement]) -> Graph | bool:  # noqa: FBT001 - an answer
    """Give our answer in the same form."""
    if isinstance(answer, bool):
        return answer
    if isinstance(answer, Table):
        return _graph_of(
            tuple((name, _node(term)) for name, term in zip(answer.variables, row, strict=True) if term is not None)
            for row in answer
        )
    graph = Graph()
    for one in answer:
        subject = URIRef(one.subject) if ":" in one.subject else BNode(one.subject)
        graph.add((subject, URIRef(one.predicate), _node(one.object)))
    return _valued(graph)


def csv_rows(text: str) -> list[list[tuple[str, str]]]:
    """Give the sorted rows of CSV, each cell with its column, blank nodes without their names.

    The order of the columns of `SELECT *` is the engine's.
    """
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    return sorted(
        sorted((name, "_:" if cell.startswith("_:") else cell) for name, cell in zip(head, row, strict=True))
        for row in rows
    )


def _graph_of(rows: Iterable[Row]) -> Graph:
    """Give one node a solution and one a binding: two answers are the same when their graphs are isomorphic."""
    graph = Graph()
    for row in rows:
        solution = BNode()
        graph.add((solution, RDF.type, RS.ResultSet))
        for name, value in row:
            binding = BNode()
            graph.add((solution, RS.binding, binding))
            graph.add((binding, RS.variable, Literal(name)))
            graph.add((binding, RS.value, _by_value(value)))
    return graph


def _valued(graph: Graph) -> Graph:
    found = Graph()
    for subject, predicate, value in graph:
        found.add((subject, predicate, _by_value(value)))
    return found


def _node(term: Term) -> Node:
    match term.kind:
        case "iri":
            return URIRef(term.value)
        case "blank":
            return BNode(term.value)
        case "literal":
            return Literal(term.value, lang=term.language, datatype=term.datatype and URIRef(term.datatype))


def _by_value(value: Node) -> Node:
    """Give a number as the shortest form of its value: 1.0 and 1.00 are the same answer."""
    if not isinstance(value, Literal):
        return value
    if value.datatype in NUMBERS:
        try:
            return Literal(f"{Decimal(str(value)).normalize()} {value.datatype}")
        except InvalidOperation:
            return Literal(f"{value} {value.datatype}")
    return Literal(str(value)) if value.datatype == XSD.string else value
