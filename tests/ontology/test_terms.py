"""terms.py, graphkit.ttl and the vocabulary contract name the same terms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Graph, URIRef
from rdflib import namespace as published

from graphkit import terms

VOCABULARY = Path(__file__).parents[3] / "shared" / "design" / "vocabulary.md"


def _defined(ontology: Graph) -> set[str]:
    return {str(term) for term in ontology.subjects(RDF.type) if str(term).startswith(terms.GK)}


def test_every_gk_term_is_defined_and_every_defined_term_has_a_name(ontology: Graph) -> None:
    assert set(terms.gk) == _defined(ontology)


def test_the_vocabulary_contract_is_defined_in_full(ontology: Graph) -> None:
    if not VOCABULARY.exists():
        pytest.skip("the vocabulary contract lies outside this checkout")
    text = VOCABULARY.read_text(encoding="utf-8")
    promised = {terms.GK + name for name in re.findall(r"\bgk:([A-Za-z]+)", text)}
    assert len(promised) > 100
    assert promised - _defined(ontology) == set()


def test_the_vocabulary_contract_and_the_code_agree_on_gk_and_gkr() -> None:
    if not VOCABULARY.exists():
        pytest.skip("the vocabulary contract lies outside this checkout")
    stated = dict(re.findall(r"^ {4}(gkr?): +(\S+)", VOCABULARY.read_text(encoding="utf-8"), re.MULTILINE))
    assert stated == {prefix: terms.PREFIXES[prefix] for prefix in ("gk", "gkr")}


@pytest.mark.parametrize("prefix", ["org", "skos", "dcterms", "foaf", "prov", "rdf", "rdfs", "xsd", "sh"])
def test_published_terms_of_the_code_exist_as_published(prefix: str) -> None:
    named: terms.Namespace = getattr(terms, prefix)
    assert {iri for iri in named if URIRef(iri) not in getattr(published, prefix.upper())} == set()


@pytest.mark.parametrize(
    ("prefix", "vocabulary"),
    [(name, name.upper()) for name in ("org", "skos", "dcterms", "foaf", "prov", "owl", "rdfs")] + [("schema", "SDO")],
)
def test_published_terms_of_the_ontology_exist_as_published(ontology: Graph, prefix: str, vocabulary: str) -> None:
    base = terms.PREFIXES[prefix]
    named = {term for triple in ontology for term in triple if isinstance(term, URIRef) and term.startswith(base)}
    assert named
    assert {term for term in named if term not in getattr(published, vocabulary)} == set()


def test_a_term_is_the_prefix_and_its_name() -> None:
    assert terms.gk.heldBy == "https://w3id.org/graphkit/ns#heldBy"
    assert terms.rdf.type == str(RDF.type)


def test_an_undeclared_term_is_an_error() -> None:
    with pytest.raises(AttributeError):
        _ = terms.gk.heldBye  # type: ignore[attr-defined]


def test_a_term_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        terms.gk.heldBy = "elsewhere"  # type: ignore[misc]


def test_the_prefixes_of_the_ontology_are_those_of_the_code(ontology: Graph) -> None:
    declared = {prefix: str(iri) for prefix, iri in ontology.namespaces() if prefix in terms.PREFIXES}
    assert {"gk", "org", "eli", "schema", "oa"} <= declared.keys()
    assert declared == {prefix: terms.PREFIXES[prefix] for prefix in declared}


@pytest.mark.parametrize(
    ("table", "scheme"),
    [(terms.AGENCY_KINDS, terms.gk.AgencyKinds), (terms.MEETING_KINDS, terms.gk.MeetingKinds)],
    ids=["agencies", "meetings"],
)
def test_the_kinds_of_the_code_are_the_concepts_of_the_scheme(
    ontology: Graph, table: dict[str, str], scheme: str
) -> None:
    concepts = ontology.subjects(SKOS.inScheme, URIRef(scheme))
    labels = {
        str(label): str(concept)
        for concept in concepts
        for label in ontology.objects(concept, SKOS.prefLabel)
        if getattr(label, "language", None) == "zh"
    }
    assert table == labels
