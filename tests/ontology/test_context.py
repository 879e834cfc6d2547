"""context.jsonld is in step with the ontology and loses nothing on the way to JSON-LD and back, without network."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse
from rdflib import Graph

from graphkit import terms

HERE = Path(__file__).parent
ONTOLOGY = HERE.parents[1] / "ontology"

RESPONSE = {
    "id": "gkr:agency/成都局",
    "type": ["Agency", "RegionalOffice"],
    "prefLabel": "成都局",
    "kind": "GovernmentDepartment",
    "respondedTo": "gkr:meeting/全省会议",
}
READING = {
    "id": "gkr:text/0123456789abcdef/response#char=0,9",
    "quote": "成都局加强“三个建设”",
    "confidence": {"@value": "0.9", "@type": "xsd:decimal"},
    "modality": "Reported",
    "graph": [{"id": "gkr:agency/成都局", "respondedTo": "gkr:meeting/全省会议"}],
}


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        message = "the context must not be fetched"
        raise AssertionError(message)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="module")
def context() -> dict[str, object]:
    loaded: dict[str, dict[str, object]] = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))
    return loaded["@context"]


def test_the_context_is_in_step_with_the_ontology(load_script: Callable[[str], ModuleType], ontology: Graph) -> None:
    made = load_script("generate_context").render_context(ontology)
    assert (ONTOLOGY / "context.jsonld").read_text(encoding="utf-8") == made


def test_the_context_knows_every_prefix_and_every_gk_term(context: dict[str, object]) -> None:
    assert terms.PREFIXES.items() <= context.items()
    assert set(terms.gk.names) <= context.keys()


def test_a_dataset_survives_json_ld(context: dict[str, object]) -> None:
    data = Graph().parse(HERE / "good.ttl")
    written = data.serialize(format="json-ld", context=context, auto_compact=False)
    before = set(parse(data.serialize(format="nt"), format=RdfFormat.N_TRIPLES))
    assert set(parse(written, format=RdfFormat.JSON_LD)) == before


def test_written_json_ld_uses_short_names(context: dict[str, object]) -> None:
    data = Graph().parse(HERE / "good.ttl")
    written = data.serialize(format="json-ld", context=context, auto_compact=False)
    nodes = json.loads(written)["graph"]
    assert {key for node in nodes for key in node if ":" in key} == set()


def test_short_names_read_as_statements_in_their_graphs(context: dict[str, object]) -> None:
    text = json.dumps({"@context": context, "graph": [RESPONSE, READING]})
    quads = set(parse(text, format=RdfFormat.JSON_LD))
    agency = NamedNode(terms.BASE + "agency/成都局")
    reading = NamedNode(terms.BASE + "text/0123456789abcdef/response#char=0,9")
    responded = (agency, NamedNode(terms.gk.respondedTo), NamedNode(terms.BASE + "meeting/全省会议"))
    assert {
        Quad(*responded, DefaultGraph()),
        Quad(*responded, reading),
        Quad(agency, NamedNode(terms.gk.kind), NamedNode(terms.gk.GovernmentDepartment), DefaultGraph()),
        Quad(reading, NamedNode(terms.gk.modality), NamedNode(terms.gk.Reported), DefaultGraph()),
    } <= quads


def test_a_misspelt_term_is_dropped_and_not_taken_for_ours(context: dict[str, object]) -> None:
    text = json.dumps({"@context": context, "id": "gkr:agency/成都局", "respondedTwo": "gkr:meeting/全省会议"})
    assert list(parse(text, format=RdfFormat.JSON_LD)) == []
