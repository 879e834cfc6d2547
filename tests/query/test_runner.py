"""Queries to a dataset on disk, in a process of their own, under limits."""

from __future__ import annotations

import hashlib
import json
import tracemalloc
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile

import pyoxigraph as ox
import pytest

from graphkit.dataset.entries import entry_of, pack
from graphkit.dataset.folder import claim_folder
from graphkit.dataset.generations import make_generation
from graphkit.dataset.journal import Source, open_journal
from graphkit.dataset.passages import sentences_in
from graphkit.dataset.versions import versions_of
from graphkit.model.tables import Statement, Table, Term
from graphkit.query.guard import QueryRefusedError
from graphkit.query.limits import Limits, QueryFailedError, QueryStoppedError
from graphkit.query.runner import Reply, read_answer, run_query
from graphkit.rdf.engine import from_quad
from graphkit.rdf.statements import DocumentStatements
from graphkit.read import document_of
from graphkit.settings import Settings
from graphkit.terms import BASE, GK

ROWS = 20_000
MEETING = BASE + "meeting/m"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(9)) + " }"


@pytest.fixture(scope="module")
def folder(small_trig: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset with the statements of the small one."""
    path = tmp_path_factory.mktemp("dataset")
    settings = Settings(dataset=path)
    quads = ox.parse(small_trig.encode(), format=ox.RdfFormat.TRIG)
    text = "原文"
    stated = DocumentStatements(
        document=BASE + "document/d",
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        statements=tuple(from_quad(quad) for quad in quads),
        labels=(),
        regions=(),
        topics=(),
        handles=(),
        facts=1,
    )
    place = claim_folder(path)
    source = Source("0", versions_of(settings), stated.text_sha256)
    with open_journal(place.journal) as journal:
        journal.record([Path("a.txt")], source, pack(entry_of(stated), text, sentences_in(document_of(text))))
        make_generation(place, journal, versions_of(settings))
    return path


def rows(folder: Path, text: str, **bindings: Term) -> list[tuple[str, ...]]:
    content = run_query(folder, text, bindings=bindings).content
    assert isinstance(content, Table)
    return [tuple(term.value if term else "" for term in row) for row in content]


def test_a_select_gives_a_table_with_the_usual_prefixes(folder: Path) -> None:
    assert rows(folder, "SELECT ?name { gkr:meeting\\/m skos:prefLabel ?name }") == [("全省会议",)]


def test_terms_keep_kind_language_and_datatype(folder: Path) -> None:
    answer = run_query(folder, 'SELECT (<urn:a> AS ?i) ("甲"@zh AS ?l) (1 AS ?n) ?u {}').content
    assert isinstance(answer, Table)
    assert list(answer) == [
        (
            Term("iri", "urn:a"),
            Term("literal", "甲", None, "zh"),
            Term("literal", "1", "http://www.w3.org/2001/XMLSchema#integer"),
            None,
        )
    ]


def test_an_ask_gives_yes_or_no(folder: Path) -> None:
    assert run_query(folder, "ASK { ?m a gk:Meeting }").content is True
    assert run_query(folder, "ASK { ?m a gk:Campaign }").content is False


def test_a_construct_gives_statements(folder: Path) -> None:
    content = run_query(folder, "CONSTRUCT { ?a gk:respondedTo ?m } WHERE { ?a gk:respondedTo ?m }").content
    assert not isinstance(content, Table | bool)
    assert [(one.predicate, one.object.value) for one in content] == [(GK + "respondedTo", MEETING)]
    assert all(isinstance(one, Statement) for one in content)


@pytest.mark.parametrize("name", ["全省会议", '"} SERVICE <http://x/> {"', "a\\b\n'\u2028𠮷"])
def test_bound_values_are_never_part_of_the_text(folder: Path, name: str) -> None:
    bound = Term("literal", name, None, "zh")
    found = rows(folder, "SELECT ?m ?name { ?m skos:prefLabel ?name }", name=bound)
    assert found == ([(MEETING, name)] if name == "全省会议" else [])


def test_more_rows_than_the_limit_are_cut_and_said_to_be(folder: Path) -> None:
    text = "SELECT ?s { ?s a ?class }"
    cut = run_query(folder, text, limits=Limits(rows=2))
    assert isinstance(cut.content, Table)
    assert (len(list(cut.content)), cut.truncated) == (2, True)
    assert not run_query(folder, text).truncated


def test_a_runaway_query_is_stopped_at_its_deadline(folder: Path) -> None:
    with pytest.raises(QueryStoppedError, match=r"1\.5 s"):
        run_query(folder, RUNAWAY, limits=Limits(seconds=1.5))


def test_a_path_of_any_length_over_a_circle_comes_to_its_end(folder: Path) -> None:
    text = "SELECT (COUNT(*) AS ?n) { ?a (gk:respondedTo|^gk:respondedTo|gk:mentions|^gk:mentions)* ?b }"
    [(count,)] = rows(folder, text)
    assert int(count) > 1


def test_a_query_that_exhausts_memory_takes_only_its_worker_with_it(folder: Path) -> None:
    hungry = "SELECT DISTINCT * { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(5)) + " } ORDER BY ?a0"
    with pytest.raises(QueryStoppedError, match="memory"):
        run_query(folder, hungry, limits=Limits(seconds=60, memory=600 * 1024**2))


def test_a_query_that_cannot_be_read_says_where(folder: Path) -> None:
    with pytest.raises(QueryFailedError, match="at line 1, character 16"):
        run_query(folder, "SELECT ?x { ?x ")


def test_what_is_refused_never_runs(folder: Path) -> None:
    with pytest.raises(QueryRefusedError, match="SERVICE"):
        run_query(folder, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    with pytest.raises(QueryRefusedError, match="FROM"):
        run_query(folder, "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }")


def test_a_folder_without_a_dataset_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(QueryFailedError, match="graphkit build"):
        run_query(tmp_path, "ASK {}")


def test_modules_of_the_working_directory_are_not_imported(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run_query(folder.absolute(), "ASK {}").content is True


def test_an_answer_of_any_length_takes_little_memory_and_can_be_read_again() -> None:
    row = json.dumps([["iri", f"urn:{'a' * 80}"], ["literal", "甲" * 40, None, "zh"]])
    with TemporaryFile() as output:
        output.write(b'{"form": "table", "variables": ["a", "b"]}\n')
        output.writelines(f"{row}\n".encode() for _ in range(ROWS))
        output.write(b'{"end": true, "truncated": false}\n')
        tracemalloc.start()
        try:
            content = read_answer(Reply(output, "", 0)).content
            assert isinstance(content, Table)
            assert [sum(1 for _ in content) for _ in range(2)] == [ROWS, ROWS]
            assert tracemalloc.get_traced_memory()[1] < ROWS * len(row) / 4
        finally:
            tracemalloc.stop()
        assert [pair[0] == pair[1] for pair in islice(zip(content, content, strict=True), 500)] == [True] * 500


def test_a_full_disk_for_answers_says_which() -> None:
    with TemporaryFile() as output, pytest.raises(QueryFailedError, match="TMPDIR"):
        read_answer(Reply(output, "OSError: [Errno 28] No space left on device", 1))


def test_an_answer_that_is_torn_is_none() -> None:
    with TemporaryFile() as output:
        output.write(b'{"form": "table", "variables": ["a"]}\n[["literal","' + b"a" * 1000)
        with pytest.raises(QueryStoppedError):
            read_answer(Reply(output, "", -9))
