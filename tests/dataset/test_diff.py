"""The facts that two sides differ in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from graphkit.dataset.diff import Difference, Side, differences, side_of
from graphkit.errors import DatasetDamagedError, DatasetMissingError
from graphkit.model.tables import Statement, Term
from graphkit.rdf.store import memory_store
from graphkit.terms import BASE, dcterms, gk, skos

MEETING, OFFICE, REGION = f"{BASE}meeting/m", f"{BASE}agency/a", f"{BASE}region/510000"
READING = f"{BASE}text/0000000000000000/rule#char=0,3"


def side(statements: Iterable[tuple[str, str, Term]], graph: str | None = None) -> Side:
    return Side(memory_store(Statement(*one, graph) for one in statements), BASE)


def name(text: str) -> Term:
    return Term("literal", text, language="zh")


HELD = (MEETING, gk.heldBy, Term("iri", OFFICE))
CALLED = (MEETING, skos.prefLabel, name("会议"))


def test_the_same_statements_do_not_differ() -> None:
    assert list(differences(side([HELD, CALLED]), side([CALLED, HELD]))) == []


def test_a_fact_is_lost_or_gained() -> None:
    assert list(differences(side([HELD, CALLED]), side([CALLED]))) == [
        Difference(MEETING, gk.heldBy, "lost", Term("iri", OFFICE), None)
    ]
    assert list(differences(side([CALLED]), side([HELD, CALLED]))) == [
        Difference(MEETING, gk.heldBy, "gained", None, Term("iri", OFFICE))
    ]


def test_another_value_of_what_has_one_value_is_a_change() -> None:
    other = (MEETING, skos.prefLabel, name("座谈会"))
    assert list(differences(side([CALLED]), side([other]))) == [
        Difference(MEETING, skos.prefLabel, "changed", name("会议"), name("座谈会"))
    ]


def test_another_value_of_what_may_have_several_is_a_loss_and_a_gain() -> None:
    old, new = (OFFICE, skos.altLabel, name("甲局")), (OFFICE, skos.altLabel, name("乙局"))
    assert [one.turn for one in differences(side([old]), side([new]))] == ["lost", "gained"]


def test_quotes_of_readings_and_the_reference_are_no_facts() -> None:
    quote = (READING, gk.quote, Term("literal", "原文"))
    region = (REGION, skos.prefLabel, name("四川省"))
    assert list(differences(side([quote, region]), side([]))) == []


def test_named_graphs_are_no_facts_of_their_own() -> None:
    assert list(differences(side([HELD], graph=READING), side([]))) == []


def test_the_end_of_either_side_loses_nothing() -> None:
    titles = [(f"{BASE}policy/{letter}", dcterms.title, name(letter)) for letter in "abcdef"]
    assert [one.subject[-1] for one in differences(side(titles[:3]), side(titles[2:]))] == ["a", "b", "d", "e", "f"]


def test_an_exported_file_is_a_side(tmp_path: Path) -> None:
    file = tmp_path / "facts.nq"
    file.write_text(f"<{MEETING}> <{gk.heldBy}> <{OFFICE}> .\n", encoding="utf-8")
    assert [one.turn for one in differences(side_of(file), side([]))] == ["lost"]


def test_a_file_that_is_no_n_quads_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "facts.nq"
    file.write_text("no quads\n", encoding="utf-8")
    with pytest.raises(DatasetDamagedError):
        side_of(file)


def test_a_folder_without_a_dataset_is_no_side(tmp_path: Path) -> None:
    with pytest.raises(DatasetMissingError):
        side_of(tmp_path)
