"""A store, shapes and an ontology in, violations out; the only door to SHACL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graphkit.rdf.store import Store
from graphkit.terms import sh

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

ViolationKind = Literal["file", "journal", "digest", "index", "quote", "citation", "term", "shape"]


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that is wrong with a dataset: of which kind, about what, along which path, why."""

    kind: ViolationKind
    focus: str
    path: str
    message: str
    value: str = ""


def check_shapes(store: Store, *, shapes: bytes, ontology: bytes) -> Iterator[Violation]:
    """Check the default graph, with the ontology beside it, against SHACL shapes (both Turtle); sorted."""
    import pyshacl
    import rdflib

    data = rdflib.Graph()
    data.parse(data=b"\n".join([*store.default_lines(), b""]), format="nt")
    _, report, _ = pyshacl.validate(
        data,
        shacl_graph=rdflib.Graph().parse(data=shapes, format="turtle"),
        ont_graph=rdflib.Graph().parse(data=ontology, format="turtle"),
        inference="none",
        meta_shacl=False,
    )
    if not isinstance(report, rdflib.Graph):
        message = f"pyshacl gave no report: {report!r}"
        raise TypeError(message)
    yield from sorted(_violations_in(report))


def _violations_in(report: Graph) -> Iterator[Violation]:
    import rdflib

    for result in set(report.objects(None, rdflib.URIRef(sh.result))):
        messages = sorted(str(one) for one in report.objects(result, rdflib.URIRef(sh.resultMessage)))
        yield Violation(
            kind="shape",
            focus=_text(report, result, sh.focusNode),
            path=_path(report, result),
            message=" / ".join(reversed(messages)),
            value=_text(report, result, sh.value),
        )


def _path(report: Graph, result: Node) -> str:
    """Give the path's IRI; a composed path is told by the shape's name."""
    import rdflib

    path = report.value(result, rdflib.URIRef(sh.resultPath))
    return str(path) if isinstance(path, rdflib.URIRef) else _text(report, result, sh.sourceShape)


def _text(report: Graph, result: Node, predicate: str) -> str:
    import rdflib

    value = report.value(result, rdflib.URIRef(predicate))
    return "" if value is None or isinstance(value, rdflib.BNode) else str(value)
