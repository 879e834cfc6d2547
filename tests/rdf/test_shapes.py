"""Statements checked against the shapes and the ontology."""

from __future__ import annotations

from graphkit.model.tables import Statement, Term
from graphkit.rdf.ontology import defined_terms
from graphkit.rdf.shapes import check_shapes
from graphkit.rdf.store import memory_store
from graphkit.settings import resource
from graphkit.terms import gk, rdf, skos

ONTOLOGY = resource("ontology/graphkit.ttl").read_bytes()
SHAPES = resource("ontology/shapes.ttl").read_bytes()
PERSON = "https://example.org/person"


def said(predicate: str, value: Term) -> Statement:
    return Statement(PERSON, predicate, value, None)


NAMED = [said(rdf.type, Term("iri", gk.Person)), said(skos.prefLabel, Term("literal", "王某", None, "zh"))]


def test_what_fits_the_shapes_gives_no_violation() -> None:
    assert list(check_shapes(memory_store(NAMED), shapes=SHAPES, ontology=ONTOLOGY)) == []


def test_a_violation_names_the_thing_the_path_and_the_reason_in_both_languages() -> None:
    twice = [*NAMED, said(skos.prefLabel, Term("literal", "王某某", None, "zh"))]
    (violation,) = check_shapes(memory_store(twice), shapes=SHAPES, ontology=ONTOLOGY)
    assert (violation.kind, violation.focus, violation.path) == ("shape", PERSON, skos.prefLabel)
    assert "prefLabel" in violation.message
    assert "exactly one" in violation.message
    assert "应有" in violation.message


def test_a_statement_of_a_named_graph_is_not_checked() -> None:
    elsewhere = [*NAMED, Statement(PERSON, skos.prefLabel, Term("literal", "乙", None, "zh"), "urn:g")]
    assert list(check_shapes(memory_store(elsewhere), shapes=SHAPES, ontology=ONTOLOGY)) == []


def test_the_terms_of_the_ontology_are_those_it_defines() -> None:
    terms = defined_terms(ONTOLOGY)
    assert gk.respondedTo in terms
    assert gk.Agency in terms
    assert skos.prefLabel not in terms
    assert gk.Agency + "X" not in terms
