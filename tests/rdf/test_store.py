"""Stores that are built, opened and asked."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from graphkit.errors import DatasetDamagedError
from graphkit.model.tables import Statement, Table, Term
from graphkit.rdf.engine import nquads_of
from graphkit.rdf.statements import state
from graphkit.rdf.store import Loading, Store, memory_store, open_store
from graphkit.terms import BASE, gk, skos
from tests.hand_annotation import ANNOTATION
from tests.stores import build_store

STATED = state(ANNOTATION).statements


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("store")
    build_store(folder / "store", nquads_of(STATED))
    return open_store(folder / "store")


def test_what_goes_in_comes_out(store: Store) -> None:
    assert set(store.statements()) == set(STATED)
    assert len(store) == len(STATED)
    assert list(store.lines()) == nquads_of(STATED)


def test_the_default_graph_comes_as_triples(store: Store) -> None:
    default = [one for one in STATED if one.graph is None]
    assert list(store.default_lines()) == nquads_of(default)
    assert set(store.statements(default_only=True)) == set(default)


def test_a_select_gives_a_table(store: Store) -> None:
    answer = store.query("SELECT ?office ?theme { ?r gk:theme ?theme ; gk:respondent ?office }", {}, {})
    assert isinstance(answer, Table)
    assert answer.variables == ("office", "theme")
    office = Term("iri", BASE + "agency/510100/政府/机关事务/局")
    theme = Term("literal", "三个建设", "http://www.w3.org/2001/XMLSchema#string")
    assert list(answer) == [(office, theme)]


def test_an_unbound_variable_is_none(store: Store) -> None:
    answer = store.query("SELECT ?a ?b { VALUES ?a { 1 } OPTIONAL { ?a gk:none ?b } }", {}, {})
    assert isinstance(answer, Table)
    assert [row[1] for row in answer] == [None]


def test_an_ask_gives_a_truth_value(store: Store) -> None:
    assert store.query("ASK { ?a gk:respondedTo ?m }", {}, {}) is True
    assert store.query("ASK { ?a gk:repeals ?m }", {}, {}) is False


def test_a_construct_gives_statements(store: Store) -> None:
    answer = store.query("CONSTRUCT { ?a gk:respondedTo ?m } WHERE { ?a gk:respondedTo ?m }", {}, {})
    assert not isinstance(answer, bool | Table)
    assert [one.predicate for one in answer] == [gk.respondedTo]


def test_bindings_are_terms_and_never_text(store: Store) -> None:
    text = "SELECT ?thing ?name { ?thing skos:altLabel ?name }"
    wanted = store.query(text, {}, {"name": Term("literal", "成都局", None, "zh")})
    hostile = store.query(text, {}, {"name": Term("literal", '" } ; DROP ALL # ?x', None, "zh")})
    assert isinstance(wanted, Table)
    assert isinstance(hostile, Table)
    assert len(list(wanted)) == 1
    assert list(hostile) == []


def test_update_text_is_no_query(store: Store) -> None:
    with pytest.raises(SyntaxError):
        store.query("DELETE WHERE { ?s ?p ?o }", {}, {})


def test_a_prefix_can_be_given_another_base(store: Store) -> None:
    answer = store.query("ASK { gkr:510100 a ?class }", {"gkr": BASE + "region/"}, {})
    assert answer is True


def test_a_store_that_is_not_there_is_damage(tmp_path: Path) -> None:
    with pytest.raises(DatasetDamagedError):
        open_store(tmp_path / "none")


def test_a_pattern_may_name_the_object() -> None:
    store = memory_store(STATED)
    found = store.statements(predicate=skos.altLabel, value=Term("literal", "成都局", None, "zh"), default_only=True)
    assert [one.subject for one in found] == [BASE + "agency/510100/政府/机关事务/局"]


def test_graphs_are_listed_sorted() -> None:
    store = memory_store([Statement("urn:s", "urn:p", Term("iri", "urn:o"), graph) for graph in ("urn:b", "urn:a")])
    assert list(store.graphs()) == ["urn:a", "urn:b"]


def test_parts_that_are_loaded_while_others_are_made_come_out_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.rdf.store.LOADED_LINES", 10)
    monkeypatch.setattr("tests.stores.TOGETHER", 4)
    build_store(tmp_path / "store", nquads_of(STATED))
    assert list(open_store(tmp_path / "store").lines()) == nquads_of(STATED)
    assert [one.name for one in tmp_path.iterdir()] == ["store"]


def test_nothing_at_all_makes_an_empty_store(tmp_path: Path) -> None:
    build_store(tmp_path / "store", [])
    assert len(open_store(tmp_path / "store")) == 0


def test_a_part_that_cannot_be_loaded_is_told_where_the_next_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.rdf.store.LOADED_LINES", 1)
    with ThreadPoolExecutor(1) as thread:
        loading = Loading(tmp_path / "store", thread.submit)
        loading.add([b"no line"], [])
        with pytest.raises(SyntaxError):
            loading.add([b"<urn:s> <urn:p> <urn:o> ."], [])


def test_whoever_makes_lines_waits_for_the_part_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphkit.rdf.store.LOADED_LINES", 1)
    handed: list[Callable[[], None]] = []
    done: Future[None] = Future()

    def later(work: Callable[[], None]) -> Future[None]:
        handed.append(work)
        return done

    loading = Loading(tmp_path / "store", later)
    loading.add([b"<urn:s> <urn:p> <urn:o> ."], [])
    with ThreadPoolExecutor(1) as thread:
        second = thread.submit(loading.add, [], [b"<urn:s> <urn:p> <urn:o> <urn:g> ."])
        with pytest.raises(TimeoutError):
            second.result(timeout=0.05)
        assert len(handed) == 1
        done.set_result(None)
        second.result()
    assert len(handed) == 2


def test_what_is_given_back_passes_through_a_file_that_is_gone_then(store: Store, tmp_path: Path) -> None:
    found: list[bytes] = []
    store.pass_lines(found.extend, tmp_path / "given back.nq")
    assert sorted(found) == nquads_of(STATED)

    def refuse(_lines: list[bytes]) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        store.pass_lines(refuse, tmp_path / "given back.nq")
    assert list(tmp_path.iterdir()) == []
