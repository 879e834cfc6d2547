"""Papers of a province over a year, of many layouts: what they say of one meeting and one policy comes together."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.dataset import Dataset, open_dataset
from graphkit.model.tables import Table
from graphkit.query.asking import bind_question
from graphkit.query.catalogue import ready_question
from graphkit.query.citing import cited_lines
from graphkit.settings import Settings
from graphkit.workflow import build

HERE = Path(__file__).parent
PAPERS = (
    "notice_of_a_meeting supervision_notice plan_beneath_its_notice office_tells_of_its_bureau bulletin_of_a_province"
).split()
MEETING, MEASURES = "全省水利工作会议", "江西省小型水库运行管理办法"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("province")
    papers = [HERE.parent / "extract" / "documents" / f"{name}.txt" for name in PAPERS]
    build([HERE / "province", *papers], Settings(dataset=folder / "dataset"))
    return open_dataset(folder / "dataset")


def rows_of(dataset: Dataset, question: str, **chosen: str) -> list[dict[str, str]]:
    answer = dataset.query(bind_question(dataset, ready_question(question), chosen).sparql)
    assert isinstance(answer, Table)
    named = (zip(answer.variables, row, strict=True) for row in answer)
    return [{name: term.value for name, term in row if term is not None} for row in named]


def test_a_meeting_is_one_whoever_dates_it_and_counts_its_year(dataset: Dataset) -> None:
    rows = rows_of(dataset, "responses", meeting=MEETING)
    assert len({row["meeting"] for row in rows}) == 1
    assert {row["agencyName"] for row in rows} >= {
        "九江市水利局",
        "南昌市水务局",
        "宜春市水利局",
        "赣州市人民政府办公室",
    }


def test_each_city_of_the_province_has_its_value(dataset: Dataset) -> None:
    rows = rows_of(dataset, "coverage", meeting=MEETING)
    values = {row["regionName"]: row["code"] for row in rows}
    assert len(values) == 11
    assert values["鹰潭市"] == values["抚州市"] == "stated absent"
    assert values["九江市"] == values["南昌市"] == values["赣州市"] == "responded"
    assert values["吉安市"] == values["萍乡市"] == "covered collectively"


def test_a_policy_bears_its_own_name_not_its_drafts(dataset: Dataset) -> None:
    rows = rows_of(dataset, "policy-lineage", policy=MEASURES)
    assert {row["policyName"] for row in rows} == {MEASURES}
    said = {(row["way"], row["relation"].rpartition("#")[2], row["otherName"]) for row in rows if "otherName" in row}
    assert ("←", "basedOn", "九江市小型水库管护细则") in said
    assert ("→", "repeals", "江西省小型水库管理办法（试行）") in said


def test_a_citys_meeting_of_the_same_name_is_another(dataset: Dataset) -> None:
    rows = rows_of(dataset, "meeting", meeting="全市水利工作会议")
    assert {row["value"] for row in rows if row["property"].endswith("heldOn")} == {"2024-02-01"}


@pytest.fixture(scope="module")
def demanded(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """A meeting's demands, and three offices that take them up, or run a drive of the same name."""
    folder = tmp_path_factory.mktemp("demanded")
    build([HERE / "demands"], Settings(dataset=folder / "dataset"))
    return open_dataset(folder / "dataset")


def test_a_demand_stands_beside_who_took_it_up_and_what_was_reported(demanded: Dataset) -> None:
    rows = rows_of(demanded, "task-coverage", meeting=MEETING)
    columns = ("ordinal", "way", "agencyName", "pointHeading")
    told = {tuple(row.get(name, "") for name in columns) for row in rows}
    assert told == {
        ("1", "主题：水利", "长沙市水利局", "聚焦防汛抗旱"),
        ("1", "主题：水利", "株洲市水利局", "抓好防汛抗旱"),
        ("2", "政策名称", "湖南省水利厅", "印发《湖南省农村供水管理办法》"),
        ("3", "活动名称", "常德市水利局", "启动“碧水清源”专项行动"),
        ("4", "", "", ""),
    }
    first = next(row for row in rows if row.get("agencyName") == "长沙市水利局")
    assert (first["due"], first["aims"], first["results"]) == ("2024-06", "120个", "15个")
    assert first["taskQuote"].startswith("一要做好防汛抗旱")
    assert first["quote"].startswith("一是聚焦防汛抗旱")
    last = next(row for row in rows if row["ordinal"] == "4")
    assert last["taskQuote"].startswith("四要办好职工食堂")
    assert "quote" not in last


def test_an_issue_without_a_year_is_still_told_apart(demanded: Dataset) -> None:
    rows = rows_of(demanded, "task-coverage", meeting=MEETING)
    assert {row["issue"] for row in rows if row.get("document") == "湖南水利简报"} == {"第3期"}
    reading = next(row["reading"] for row in rows if row.get("document") == "湖南水利简报")
    assert "《湖南水利简报》第3期，2024-03-15" in cited_lines(demanded, [reading])[0]
