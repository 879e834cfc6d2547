"""Stores written as files of each format."""

from __future__ import annotations

import random
from io import BytesIO

import pyoxigraph as ox
import pytest
import rdflib

from graphkit.errors import UnknownFormatError
from graphkit.model.tables import Statement, Term
from graphkit.rdf.engine import nquads_of, statements_in
from graphkit.rdf.serialise import FORMATS, write_dataset
from graphkit.rdf.statements import state
from graphkit.rdf.store import Store, memory_store
from graphkit.terms import BASE, xsd
from tests.hand_annotation import ANNOTATION

STATED = state(ANNOTATION).statements
DEFAULT = nquads_of(one for one in STATED if one.graph is None)
ENGINE_FORMATS = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}


def written(store: Store, form: str, *, with_readings: bool = False) -> bytes:
    out = BytesIO()
    write_dataset(store, form, out, base=BASE, with_readings=with_readings)
    return out.getvalue()


def lines_of(content: bytes, form: str) -> list[bytes]:
    quads = ox.parse(content, format=ENGINE_FORMATS[form])
    lines = (ox.serialize([quad], format=ox.RdfFormat.N_QUADS) or b"" for quad in quads)
    return sorted({line.rstrip(b"\n") for line in lines})


def test_every_format_is_tried_here() -> None:
    assert set(ENGINE_FORMATS) == set(FORMATS)


@pytest.mark.parametrize("form", ["nq", "trig"])
def test_dataset_formats_give_back_the_whole_dataset(form: str) -> None:
    assert lines_of(written(memory_store(STATED), form), form) == nquads_of(STATED)


@pytest.mark.parametrize("form", ["ttl", "nt", "jsonld", "rdf"])
def test_graph_formats_give_back_the_default_graph(form: str) -> None:
    assert lines_of(written(memory_store(STATED), form), form) == DEFAULT


def test_json_ld_can_hold_the_readings() -> None:
    assert lines_of(written(memory_store(STATED), "jsonld", with_readings=True), "jsonld") == nquads_of(STATED)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_order_of_loading_changes_no_byte(form: str) -> None:
    shuffled = list(STATED)
    random.Random(7).shuffle(shuffled)
    assert written(memory_store(shuffled), form) == written(memory_store(STATED), form)


def test_n_quads_are_sorted_by_bytes_and_end_in_a_line_feed() -> None:
    content = written(memory_store(STATED), "nq")
    lines = content.split(b"\n")
    assert lines[-1] == b""
    assert lines[:-1] == sorted(lines[:-1])
    assert b"\r" not in content


def test_rdflib_reads_the_turtle_that_is_written() -> None:
    graph = rdflib.Graph().parse(data=written(memory_store(STATED), "ttl"), format="turtle")
    assert len(graph) == len(DEFAULT)


def test_characters_that_xml_cannot_hold_are_replaced_in_rdf_xml_only() -> None:
    term = Term("literal", "甲\x00\ufffe乙", xsd.string)
    store = memory_store([Statement("urn:s", "https://example.org/p", term, None)])
    assert "甲\ufffd\ufffd乙".encode() in written(store, "rdf")
    assert next(statements_in(written(store, "nt"))).object == term


@pytest.mark.parametrize("form", ["ttl", "nt", "rdf"])
def test_a_format_without_named_graphs_refuses_readings(form: str) -> None:
    with pytest.raises(UnknownFormatError, match="trig"):
        written(memory_store(STATED), form, with_readings=True)


def test_an_unknown_format_is_told_with_those_that_are_known() -> None:
    with pytest.raises(UnknownFormatError, match="nq trig ttl"):
        written(memory_store(STATED), "docx")
