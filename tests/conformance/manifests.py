"""The manifests of the W3C's SPARQL 1.1 suite in, its tests of queries out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlparse

from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
GROUPS = ("manifest-sparql11-query.ttl", "manifest-sparql11-results.ttl")
KINDS = {
    MF.QueryEvaluationTest: "evaluation",
    MF.CSVResultFormatTest: "evaluation",
    MF.PositiveSyntaxTest11: "positive syntax",
    MF.NegativeSyntaxTest11: "negative syntax",
}


@dataclass(frozen=True)
class Case:
    """One test: the query's file, the data it is put to (named graphs by IRI), the file of the answer."""

    name: str
    kind: str
    query: Path
    data: tuple[Path, ...] = ()
    graphs: tuple[tuple[str, Path], ...] = ()
    result: Path | None = None


def cases_in(suite: Path) -> Iterator[Case]:
    """Iterate over the tests of queries, in the order of the manifests."""
    for group in GROUPS:
        graph = loaded(suite / group)
        for included in graph.objects(None, MF.include):
            for part in Collection(graph, included):
                yield from _cases(file_of(part))


def loaded(path: Path) -> Graph:
    """Read a Turtle file; names in it are relative to its place."""
    return Graph().parse(path, format="turtle", publicID=path.as_uri())


def file_of(node: Node) -> Path:
    """Give the file that a `file:` IRI names."""
    return Path(unquote(urlparse(str(node)).path))


def _cases(manifest: Path) -> Iterator[Case]:
    graph = loaded(manifest)
    for entries in graph.objects(None, MF.entries):
        for entry in Collection(graph, entries):
            kind = KINDS.get(graph.value(entry, RDF.type))  # type: ignore[call-overload]
            if kind is not None:
                yield _case(graph, entry, kind, f"{manifest.parent.name}/{str(entry).rpartition('#')[2]}")


def _case(graph: Graph, entry: Node, kind: str, name: str) -> Case:
    action, result = graph.value(entry, MF.action), graph.value(entry, MF.result)
    if isinstance(action, URIRef):
        return Case(name, kind, file_of(action))
    query = graph.value(action, QT.query)
    assert query is not None, name
    return Case(
        name,
        kind,
        file_of(query),
        tuple(sorted(file_of(one) for one in graph.objects(action, QT.data))),
        tuple(sorted((str(one), file_of(one)) for one in graph.objects(action, QT.graphData))),
        None if result is None else file_of(result),
    )
