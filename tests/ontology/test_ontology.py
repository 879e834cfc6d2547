"""graphkit.ttl is complete, consistent with itself and safe to reason over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from graphkit import terms

SCHEMA = Namespace(terms.PREFIXES["schema"])
ONTOLOGY = URIRef("https://w3id.org/graphkit/ns")
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty)
SUB_TERM = (RDFS.subClassOf, RDFS.subPropertyOf)


def _own(ontology: Graph) -> list[URIRef]:
    subjects = {s for s in ontology.subjects(RDF.type) if isinstance(s, URIRef) and s.startswith(terms.GK)}
    return sorted(subjects)


def _languages(ontology: Graph, term: Node, predicate: URIRef) -> list[str]:
    return sorted(str(getattr(value, "language", None)) for value in ontology.objects(term, predicate))


def test_the_file_reads_alike_in_both_engines(ontology: Graph) -> None:
    path = Path(__file__).parents[2] / "ontology" / "graphkit.ttl"
    assert len(ontology) == len(set(parse(path=path, format=RdfFormat.TURTLE)))


def test_the_ontology_states_its_version_and_licence(ontology: Graph) -> None:
    assert str(ontology.value(ONTOLOGY, OWL.versionInfo)) == "0.1.0"
    assert ontology.value(ONTOLOGY, DCTERMS.license) is not None


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition], ids=["label", "definition"])
def test_every_term_has_it_once_in_chinese_and_once_in_english(ontology: Graph, predicate: URIRef) -> None:
    odd = [term for term in _own(ontology) if _languages(ontology, term, predicate) != ["en", "zh"]]
    assert odd == []


def test_every_definition_is_a_sentence(ontology: Graph) -> None:
    odd = [
        (term, str(text))
        for term in _own(ontology)
        for text in ontology.objects(term, SKOS.definition)
        if not str(text).endswith(("。", "."))
    ]
    assert odd == []


def test_no_two_terms_of_a_sort_share_a_label(ontology: Graph) -> None:
    for sort in (OWL.Class, *PROPERTIES, OWL.NamedIndividual):
        labels = [
            str(label)
            for term in _own(ontology)
            if (term, RDF.type, sort) in ontology
            for label in ontology.objects(term, RDFS.label)
        ]
        assert len(labels) == len(set(labels)), sort


def _superiors(ontology: Graph, term: Node) -> Iterator[Node]:
    for predicate in SUB_TERM:
        yield from ontology.objects(term, predicate)


def test_every_superior_term_is_declared(ontology: Graph) -> None:
    declared = set(ontology.subjects(RDF.type))
    assert {up for term in _own(ontology) for up in _superiors(ontology, term)} - declared == set()


def test_no_term_is_above_itself(ontology: Graph) -> None:
    for term in _own(ontology):
        above = set(_superiors(ontology, term))
        while True:
            wider = above | {up for each in above for up in _superiors(ontology, each)}
            if wider == above:
                break
            above = wider
        assert term not in above


def test_a_sub_property_is_of_the_sort_of_the_property_above(ontology: Graph) -> None:
    for low, high in ontology.subject_objects(RDFS.subPropertyOf):
        assert set(ontology.objects(low, RDF.type)) & set(PROPERTIES) == set(ontology.objects(high, RDF.type)) & set(
            PROPERTIES
        ), low


def test_no_term_is_declared_as_two_sorts(ontology: Graph) -> None:
    sorts = {OWL.Class, *PROPERTIES, OWL.AnnotationProperty}
    odd = {term for term in ontology.subjects(RDF.type) if len(set(ontology.objects(term, RDF.type)) & sorts) > 1}
    assert odd == set()


def test_nothing_declared_infers_a_class(ontology: Graph) -> None:
    assert list(ontology.triples((None, RDFS.domain, None))) == []
    inferring = {o for o in ontology.objects(None, RDFS.range) if not str(o).startswith(terms.PREFIXES["xsd"])}
    assert inferring == set()


def test_properties_belong_to_terms_that_are_declared(ontology: Graph) -> None:
    declared = set(ontology.subjects(RDF.type))
    for predicate in (SCHEMA.domainIncludes, SCHEMA.rangeIncludes):
        named = {o for o in ontology.objects(None, predicate) if not str(o).startswith(terms.PREFIXES["xsd"])}
        assert named
        assert named - declared == set()


@pytest.mark.parametrize("vocabulary", ["org", "foaf", "skos", "dcterms", "prov", "eli", "oa", "schema"])
def test_the_ontology_is_aligned_to_the_published_vocabulary(ontology: Graph, vocabulary: str) -> None:
    linked = {str(o) for term in _own(ontology) for p in (*SUB_TERM, RDFS.seeAlso) for o in ontology.objects(term, p)}
    assert any(iri.startswith(terms.PREFIXES[vocabulary]) for iri in linked)


def test_every_concept_stands_in_a_scheme_with_one_label_a_language(ontology: Graph) -> None:
    concepts = list(ontology.subjects(RDF.type, SKOS.Concept))
    assert concepts
    for concept in concepts:
        scheme = ontology.value(concept, SKOS.inScheme)
        assert (scheme, RDF.type, SKOS.ConceptScheme) in ontology
        assert _languages(ontology, concept, SKOS.prefLabel) == ["en", "zh"]
        assert not set(ontology.objects(concept, SKOS.prefLabel)) & set(ontology.objects(concept, SKOS.altLabel))
