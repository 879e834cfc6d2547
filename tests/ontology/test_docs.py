"""docs/ontology.md is what the generator makes of the ontology, and its picture tells the truth."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from rdflib import Graph, Namespace, URIRef

from graphkit import terms

ROOT = Path(__file__).parents[2]
SCHEMA = Namespace(terms.PREFIXES["schema"])


@pytest.fixture(scope="module")
def generator(load_script: Callable[[str], ModuleType]) -> ModuleType:
    return load_script("generate_docs")


def test_the_page_is_in_step_with_the_ontology(generator: ModuleType, ontology: Graph) -> None:
    assert (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8") == generator.render_page(ontology)


def test_the_page_is_the_same_whatever_the_order_of_the_triples(generator: ModuleType, ontology: Graph) -> None:
    shuffled = Graph()
    for triple in sorted(ontology, reverse=True):
        shuffled.add(triple)
    assert generator.render_page(shuffled) == generator.render_page(ontology)


def test_every_gk_term_stands_on_the_page(generator: ModuleType, ontology: Graph) -> None:
    page = generator.render_page(ontology)
    assert [name for name in terms.gk.names if f"`gk:{name}`" not in page] == []


def test_every_gk_arrow_of_the_picture_fits_the_ontology(generator: ModuleType, ontology: Graph) -> None:
    for subject, predicate, object_ in generator.EDGES:
        if predicate not in terms.gk.names:
            continue
        link = URIRef(terms.GK + predicate)
        superiors = {URIRef(terms.GK + subject), *ontology.objects(URIRef(terms.GK + subject))}
        assert superiors & set(ontology.objects(link, SCHEMA.domainIncludes)), predicate
        assert (link, SCHEMA.rangeIncludes, URIRef(terms.GK + object_)) in ontology, predicate


def test_tables_keep_their_shape(generator: ModuleType, ontology: Graph) -> None:
    width = 0
    for line in generator.render_page(ontology).splitlines():
        if not line.startswith("| "):
            width = 0
            continue
        cells = line.count(" | ")
        assert width in {0, cells}, line
        width = cells


def test_the_readme_table_and_query_name_only_defined_terms() -> None:
    text = (ROOT / "ontology" / "README.md").read_text(encoding="utf-8")
    named = {word.rstrip(".") for part in text.split("gk:")[1:] if (word := _leading_name(part))}
    assert named
    assert named <= set(terms.gk.names)


def _leading_name(text: str) -> str:
    length = next((i for i, character in enumerate(text) if not (character.isascii() and character.isalpha())), None)
    return text[:length]
