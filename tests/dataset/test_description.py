"""The description of a dataset: counted right, with its sources and its build, and without a clock."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, PROV, RDF, VOID

from graphkit.dataset import open_dataset
from graphkit.dataset.description import build_iri, dataset_iri, dump_of
from graphkit.dataset.folder import Folder
from graphkit.dataset.manifest import DESCRIPTION
from graphkit.dataset.sums import NAME
from graphkit.model.tables import Table
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.handmade import TEXT, annotation_at, build_handmade
from tests.material import SAMPLES


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("described") / "outputs"
    build([SAMPLES], Settings(dataset=folder, judgements=None))
    return folder


def described(folder: Path, *, as_of: str = "") -> rdflib.Graph:
    return rdflib.Graph().parse(open_dataset(folder, as_of=as_of).generation / DESCRIPTION)


def counted(folder: Path, query: str) -> dict[str, int]:
    found = open_dataset(folder).query(query)
    assert isinstance(found, Table)
    return {row[0].value: int(row[1].value) for row in found if row[0] is not None and row[1] is not None}


def told(graph: rdflib.Graph, part: rdflib.URIRef, number: rdflib.URIRef) -> dict[str, int]:
    return {str(term): value(graph, one, number) for one, term in graph.subject_objects(part)}


def value(graph: rdflib.Graph, thing: rdflib.term.Node, number: rdflib.URIRef) -> int:
    return int(str(graph.value(thing, number)))


def test_it_counts_what_queries_count(samples: Path) -> None:
    graph = described(samples)
    classes = counted(samples, "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c")
    properties = counted(samples, "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p")
    assert told(graph, VOID["class"], VOID.entities) == classes
    assert told(graph, VOID.property, VOID.triples) == properties
    dataset = rdflib.URIRef(dataset_iri(open_dataset(samples).manifest))
    subjects = counted(samples, "SELECT (1 AS ?one) (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }")["1"]
    numbers = (sum(properties.values()), subjects, len(classes), len(properties))
    terms = (VOID.triples, VOID.distinctSubjects, VOID.classes, VOID.properties)
    assert tuple(value(graph, dataset, term) for term in terms) == numbers
    assert (dataset, RDF.type, DCAT.Dataset) in graph


def test_it_names_the_build_its_program_and_every_text_by_hash(tmp_path: Path) -> None:
    build_handmade(tmp_path / "out", tmp_path / "a.txt")
    graph = described(tmp_path / "out")
    manifest = open_dataset(tmp_path / "out").manifest
    activity = rdflib.URIRef(build_iri(manifest))
    used = {str(graph.value(one, DCTERMS.identifier)) for one in graph.objects(activity, PROV.used)}
    text = hashlib.sha256(TEXT.encode()).hexdigest()
    assert used == {f"sha256:{text}", f"tables:{manifest.versions['lexicon']}"}
    [program] = graph.objects(activity, PROV.wasAssociatedWith)
    assert str(graph.value(program, rdflib.SDO.softwareVersion)) == manifest.versions["graphkit"]
    assert (rdflib.URIRef(dataset_iri(manifest)), PROV.wasGeneratedBy, activity) in graph


def test_the_same_sources_are_described_by_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        build_handmade(tmp_path / name, tmp_path / f"{name}.txt")
    one, two = ((open_dataset(tmp_path / name).generation / DESCRIPTION).read_bytes() for name in ("one", "two"))
    assert one == two
    assert f"  {DESCRIPTION}\n" in (Folder(tmp_path / "one").current() / NAME).read_text("utf-8")


def test_the_copy_beside_the_run_record_tells_when_the_generation_was_made(tmp_path: Path) -> None:
    build_handmade(tmp_path / "out", tmp_path / "a.txt")
    folder = Folder(tmp_path / "out")
    first = folder.description.read_bytes()
    graph = rdflib.Graph().parse(data=first, format="turtle")
    activity = rdflib.URIRef(build_iri(open_dataset(folder.path).manifest))
    started, ended = graph.value(activity, PROV.startedAtTime), graph.value(activity, PROV.endedAtTime)
    assert started is not None
    assert ended is not None
    assert str(started) <= str(ended)
    assert first.startswith((folder.current() / DESCRIPTION).read_bytes())
    time.sleep(1.1)
    build([], Settings(dataset=folder.path), annotate_path=annotation_at)
    assert folder.description.read_bytes() == first


def test_a_day_has_its_own_description(samples: Path) -> None:
    graph = described(samples, as_of="2023-05")
    titles = {str(one) for one in graph.objects(None, DCTERMS.title)}
    assert "政府简报知识图谱：6 篇文件（截至 2023-05-31）" in titles
    assert max(map(str, graph.objects(None, DCAT.endDate))) == "2023-05-25"


def test_a_dump_is_described_by_size_hash_and_type(samples: Path, tmp_path: Path) -> None:
    dump = tmp_path / "全部 数据.nq"
    dump.write_bytes(b"<urn:a> <urn:b> <urn:c> .\n")
    opened = open_dataset(samples)
    source = (opened.generation / DESCRIPTION).read_text("utf-8") + dump_of(opened.manifest, dump, "nq", "abc")
    graph = rdflib.Graph().parse(data=source, format="turtle", publicID=tmp_path.as_uri() + "/")
    [file] = graph.objects(rdflib.URIRef(dataset_iri(opened.manifest)), VOID.dataDump)
    assert str(file) == dump.as_uri()
    assert value(graph, file, DCAT.byteSize) == 26
    assert str(graph.value(file, DCAT.mediaType)).endswith("/application/n-quads")
