"""A store in, one RDF file out, the same bytes for the same statements.

N-Quads and TriG hold the whole dataset, the other formats the default graph; JSON-LD can hold the
readings too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

import pyoxigraph as ox

from graphkit.errors import UnknownFormatError
from graphkit.rdf.store import Store
from graphkit.terms import PREFIXES

_UNWRITABLE_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Writer = Callable[[Store, BinaryIO, dict[str, str]], None]


def write_dataset(store: Store, form: str, out: BinaryIO, *, base: str, with_readings: bool = False) -> None:
    """Write a store in the format of a file ending (nq trig ttl nt jsonld rdf).

    Raises UnknownFormatError for other endings, and where the format cannot hold the readings asked
    for.
    """
    if form not in FORMATS:
        raise UnknownFormatError(form, f"未知格式，可用 / unknown format, use one of {' '.join(FORMATS)}")
    if with_readings and form in {"ttl", "nt", "rdf"}:
        reason = "不能写命名图，请用 nq、trig 或 jsonld / holds no named graphs; use nq, trig or jsonld"
        raise UnknownFormatError(form, reason)
    writer = _write_jsonld_dataset if with_readings and form == "jsonld" else FORMATS[form]
    writer(store, out, PREFIXES | {"gkr": base})


def _write_nquads(store: Store, out: BinaryIO, _prefixes: dict[str, str]) -> None:
    out.writelines(line + b"\n" for line in store.lines())


def _write_ntriples(store: Store, out: BinaryIO, _prefixes: dict[str, str]) -> None:
    out.writelines(line + b"\n" for line in store.default_lines())


def _write_turtle(store: Store, out: BinaryIO, prefixes: dict[str, str]) -> None:
    ox.serialize(_default_triples(store), out, format=ox.RdfFormat.TURTLE, prefixes=prefixes)


def _write_trig(store: Store, out: BinaryIO, prefixes: dict[str, str]) -> None:
    ox.serialize(_quads(store), out, format=ox.RdfFormat.TRIG, prefixes=prefixes)


def _write_jsonld(store: Store, out: BinaryIO, prefixes: dict[str, str]) -> None:
    ox.serialize(_default_triples(store), out, format=ox.RdfFormat.JSON_LD, prefixes=prefixes)


def _write_jsonld_dataset(store: Store, out: BinaryIO, prefixes: dict[str, str]) -> None:
    ox.serialize(_quads(store), out, format=ox.RdfFormat.JSON_LD, prefixes=prefixes)


def _write_rdfxml(store: Store, out: BinaryIO, prefixes: dict[str, str]) -> None:
    """Write RDF/XML; characters that XML cannot hold become U+FFFD, here and nowhere else."""
    triples = (_in_xml(triple) for triple in _default_triples(store))
    ox.serialize(triples, out, format=ox.RdfFormat.RDF_XML, prefixes=prefixes)


FORMATS: dict[str, Writer] = {
    "nq": _write_nquads,
    "trig": _write_trig,
    "ttl": _write_turtle,
    "nt": _write_ntriples,
    "jsonld": _write_jsonld,
    "rdf": _write_rdfxml,
}


def _default_triples(store: Store) -> Iterator[ox.Triple]:
    return (quad.triple for quad in _parsed(store.default_lines()))


def _quads(store: Store) -> Iterator[ox.Quad]:
    """Iterate over the quads, graph after graph, the default graph first."""
    yield from _parsed(store.default_lines())
    for graph in store.graphs():
        for quad in _parsed(store.graph_lines(graph)):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(graph))


def _parsed(lines: Iterable[bytes]) -> Iterator[ox.Quad]:
    for line in lines:
        yield from ox.parse(line, format=ox.RdfFormat.N_TRIPLES)


def _in_xml(triple: ox.Triple) -> ox.Triple:
    value = triple.object
    if not isinstance(value, ox.Literal) or not _UNWRITABLE_IN_XML.search(value.value):
        return triple
    written = _UNWRITABLE_IN_XML.sub("\ufffd", value.value)
    replaced = (
        ox.Literal(written, language=value.language) if value.language else ox.Literal(written, datatype=value.datatype)
    )
    return ox.Triple(triple.subject, triple.predicate, replaced)
