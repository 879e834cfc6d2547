"""The ledger page: what the question of that name tells, item by item, with both sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphkit
from graphkit.dataset import Dataset, open_dataset
from graphkit.settings import Settings
from graphkit.view.ledger import STATES, Ledger, ledger_of
from graphkit.view.scene import NothingToShowError
from graphkit.workflow import build
from tests.material import SAMPLES


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("ledger")
    build([SAMPLES], Settings(dataset=folder))
    return open_dataset(folder)


@pytest.fixture(scope="module")
def ledger(dataset: Dataset) -> Ledger:
    return ledger_of(dataset)


def test_the_page_tells_what_the_question_tells(dataset: Dataset, ledger: Ledger) -> None:
    asked = graphkit.ask(dataset, "ledger")
    assert sorted((row["事项"], STATES[row["情况"]]) for row in asked) == sorted(
        (item.label, item.state) for item in ledger.items
    )
    assert ledger.documents == 11


def test_open_items_come_first_and_days_run_from_the_document_that_asks(ledger: Ledger) -> None:
    states = [item.state for item in ledger.items]
    assert states == sorted(states, key=["open", "unchecked", "before", "started", "done"].index)
    for state in STATES.values():
        days = [item.asked_on for item in ledger.items if item.state == state]
        assert days == sorted(days, key=lambda day: day or "9999")
    (rules,) = [item for item in ledger.items if item.label == "陕西省秦岭生态护林员管理办法"]
    assert (rules.asked_on, rules.done_on, rules.days) == ("2023-04-06", "2023-04-25", 19)


def test_items_lead_to_the_sentences_that_ask_and_that_prove(ledger: Ledger) -> None:
    for item in ledger.items:
        assert item.asked >= 0
        assert (item.proof >= 0) == (item.state not in {"open", "unchecked"})
    (rules,) = [item for item in ledger.items if item.label == "陕西省秦岭生态护林员管理办法"]
    assert "抓紧出台" in ledger.passages[rules.asked].quote
    assert "印发" in ledger.passages[rules.proof].quote


def test_where_no_words_tell_who_asks_the_document_does(dataset: Dataset, ledger: Ledger) -> None:
    assert all(item.asked_by for item in ledger.items)
    (rules,) = [item for item in ledger.items if item.label == "普洱市护林员管理细则"]
    assert rules.asked_by == f"（{ledger.passages[rules.asked].document}）"
    asked = graphkit.ask(dataset, "ledger")
    assert sorted(row["提出者"] for row in asked) == sorted(item.asked_by for item in ledger.items)
    assert sum(item.asked_by.startswith("（") for item in ledger.items) < len(ledger.items) / 2


def test_a_task_with_a_deadline_is_left_to_be_checked(ledger: Ledger) -> None:
    (park,) = [item for item in ledger.items if item.label == "建好秦岭国家公园"]
    assert (park.kind[0], park.state, park.due, park.done_on) == ("任务", "unchecked", "2023", "")
    assert park.asked_by == "陕西省林业局党组（扩大）会议"
    assert all(item.due for item in ledger.items if item.kind[0] == "任务")


def test_what_a_response_sets_is_asked_by_its_body(tmp_path: Path) -> None:
    text = (SAMPLES / "bulletin-5.txt").read_text(encoding="utf-8")
    told = text.replace("把防火任务分解到各级林长", "抓紧编制《曲靖市护林规划》，把防火任务分解到各级林长")
    assert told != text
    (tmp_path / "a.txt").write_text(told, encoding="utf-8")
    build([tmp_path / "a.txt"], Settings(dataset=tmp_path / "d"))
    (plan,) = [item for item in ledger_of(open_dataset(tmp_path / "d")).items if item.label == "曲靖市护林规划"]
    assert plan.asked_by == "曲靖局"


def test_it_tells_who_is_to_do_a_task(ledger: Ledger) -> None:
    assert any(item.assigned_to for item in ledger.items)


def test_a_dataset_without_plans_has_nothing_to_show(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("2023年5月18日，甲市水利局召开工作会议。\n", encoding="utf-8")
    build([tmp_path / "a.txt"], Settings(dataset=tmp_path / "d"))
    with pytest.raises(NothingToShowError):
        ledger_of(open_dataset(tmp_path / "d"))
