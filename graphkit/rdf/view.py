"""A store in, an rdflib Dataset out, for Python users who know rdflib."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from graphkit.model.tables import Term
from graphkit.rdf.store import Store
from graphkit.terms import PREFIXES

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

RdflibDataset: TypeAlias = "rdflib.Dataset"


def rdflib_dataset(store: Store, *, base: str) -> RdflibDataset:
    """Copy a store into an rdflib Dataset in memory, prefixes bound; changes to it stay there."""
    import rdflib

    dataset = rdflib.Dataset()
    for prefix, start in (PREFIXES | {"gkr": base}).items():
        dataset.bind(prefix, start)
    for one in store.statements():
        graph = dataset.default_graph if one.graph is None else dataset.graph(rdflib.URIRef(one.graph))
        graph.add((rdflib.URIRef(one.subject), rdflib.URIRef(one.predicate), _to_rdflib(one.object)))
    return dataset


def _to_rdflib(term: Term) -> Node:
    import rdflib

    match term.kind:
        case "iri":
            return rdflib.URIRef(term.value)
        case "blank":
            return rdflib.BNode(term.value)
        case "literal":
            if term.language:
                return rdflib.Literal(term.value, lang=term.language)
            datatype = rdflib.URIRef(term.datatype) if term.datatype else None
            return rdflib.Literal(term.value, datatype=datatype)
