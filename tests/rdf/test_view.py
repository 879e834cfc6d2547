"""Stores seen through rdflib."""

from __future__ import annotations

import pytest
import rdflib

from graphkit.rdf.statements import state
from graphkit.rdf.store import memory_store
from graphkit.rdf.view import rdflib_dataset
from graphkit.terms import BASE, gk
from tests.hand_annotation import ANNOTATION

# rdflib's own Dataset methods use names that rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

STATED = state(ANNOTATION).statements


def test_an_rdflib_dataset_has_every_quad_and_the_prefixes() -> None:
    dataset = rdflib_dataset(memory_store(STATED), base=BASE)
    assert sum(1 for _ in dataset.quads()) == len(STATED)
    rows = dataset.query("SELECT ?m { ?office gk:respondedTo ?m }")
    assert [str(row[0]) for row in rows] == [BASE + "meeting/2021-02-26/省局/全省会议"]  # type: ignore[index]


def test_literals_keep_datatype_and_language() -> None:
    dataset = rdflib_dataset(memory_store(STATED), base=BASE)
    dates = list(dataset.objects(None, rdflib.URIRef(gk.heldOn)))
    assert dates == [rdflib.Literal("2021-02-26", datatype=rdflib.XSD.date)]
    assert rdflib.Literal("成都局", lang="zh") in set(dataset.objects(None, rdflib.SKOS.altLabel))
