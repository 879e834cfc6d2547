"""The shapes accept good data and catch one broken record each."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, SH, BNode, Graph, Namespace, URIRef

from graphkit import terms

GKSH = Namespace("https://w3id.org/graphkit/shapes#")
DATA = Path(__file__).parent
# What a shape must say besides its targets and its named property shapes to constrain anything by itself.
UNCONSTRAINING = {RDF.type, SH.targetClass, SH.targetSubjectsOf, SH.property}
# Caught at blank nodes, or only by way of another shape.
ELSEWHERE = {GKSH.Thing, GKSH.InAgencyKinds, GKSH.InMeetingKinds}

Violations = set[tuple[str, str]]


def _violations(data: Graph, shapes: Graph) -> Violations:
    _, report, _ = validate(data, shacl_graph=shapes, inference="none")
    assert isinstance(report, Graph)
    return {
        (str(shape), str(report.value(result, SH.focusNode)))
        for result, shape in report.subject_objects(SH.sourceShape)
    }


def _constraining_shapes() -> list[URIRef]:
    shapes = Graph().parse(DATA.parents[1] / "ontology" / "shapes.ttl")
    named = [s for kind in (SH.NodeShape, SH.PropertyShape) for s in shapes.subjects(RDF.type, kind)]
    return sorted(
        s for s in named if isinstance(s, URIRef) and s not in ELSEWHERE and set(shapes.predicates(s)) - UNCONSTRAINING
    )


@pytest.fixture(scope="module")
def found(ontology: Graph, shapes: Graph) -> Violations:
    data = Graph()
    for name in ("good.ttl", "broken.ttl"):
        data.parse(DATA / name)
    return _violations(data + ontology, shapes)


def test_good_data_fits_every_shape(ontology: Graph, topics: Graph, shapes: Graph) -> None:
    assert _violations(Graph().parse(DATA / "good.ttl") + ontology + topics, shapes) == set()


@pytest.mark.parametrize("shape", _constraining_shapes(), ids=lambda shape: shape.split("#")[1])
def test_each_shape_catches_its_broken_record(shape: URIRef, found: Violations) -> None:
    assert (str(shape), terms.BASE + "broken/" + shape.split("#")[1]) in found


def test_a_thing_without_an_iri_is_caught(ontology: Graph, shapes: Graph) -> None:
    data = Graph()
    data.add((BNode(), RDF.type, URIRef(terms.gk.Work)))
    assert any(shape == str(GKSH.Thing) for shape, _ in _violations(data + ontology, shapes))


def test_good_records_stay_good_among_broken_ones(found: Violations) -> None:
    bad = {focus for _, focus in found if focus.startswith(terms.BASE)}
    # Broken records name these two as their points, and a point may be named only by a meeting, policy or response.
    assert {focus for focus in bad if not focus.startswith(terms.BASE + "broken/")} == {
        terms.BASE + "document/简报/point/1",
        terms.BASE + "document/简报/point/2",
    }


def test_every_shape_says_what_is_wrong_in_chinese_and_english(shapes: Graph) -> None:
    for shape in [*_constraining_shapes(), GKSH.Thing]:
        languages = sorted(str(getattr(message, "language", "")) for message in shapes.objects(shape, SH.message))
        assert languages == ["en", "zh"], shape


def test_shapes_name_only_terms_that_the_ontology_defines(ontology: Graph, shapes: Graph) -> None:
    named = {str(term) for triple in shapes for term in triple if str(term).startswith(terms.GK)}
    assert named <= {str(term) for term in ontology.subjects()}
