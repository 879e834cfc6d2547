"""The samples tell one story over two provinces, and say that it is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.dataset import Dataset, open_dataset
from graphkit.model.tables import Table
from graphkit.settings import Settings
from graphkit.workflow import BuildReport, build
from tests.material import SAMPLES

DAMAGED = "damaged.txt"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("samples") / "dataset"


@pytest.fixture(scope="module")
def report(folder: Path) -> BuildReport:
    return build([SAMPLES], Settings(dataset=folder))


@pytest.fixture(scope="module")
def samples(report: BuildReport, folder: Path) -> Dataset:
    assert report.documents
    return open_dataset(folder)


def rows(dataset: Dataset, sparql: str) -> set[tuple[str, ...]]:
    """Give the rows of an answer as plain words."""
    answer = dataset.query(sparql)
    assert isinstance(answer, Table)
    return {tuple(term.value for term in row if term is not None) for row in answer}


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_each_sample_says_first_that_it_is_invented(path: Path) -> None:
    assert path.read_bytes().startswith("示例文本，内容虚构。\n".encode())


def test_only_the_damaged_sample_is_set_aside(report: BuildReport) -> None:
    assert [Path(one.source).name for one in report.set_aside] == [DAMAGED]
    assert report.documents >= 8


def test_offices_respond_in_the_issue_itself_and_in_a_later_one(samples: Dataset) -> None:
    issues = rows(
        samples,
        """SELECT DISTINCT ?document {
          ?office gk:respondedTo ?meeting . ?meeting skos:prefLabel "全省森林草原防火工作暨林长制推进会议"@zh .
          GRAPH ?reading { ?office gk:respondedTo ?meeting }
          ?reading dcterms:isPartOf/dcterms:isPartOf ?d . ?d skos:prefLabel ?document }""",
    )
    assert {("云南省林业和草原局简报2023年第4期",), ("云南省林业和草原局简报2023年第5期",)} <= issues


def test_a_demand_is_no_response(samples: Dataset) -> None:
    offices = rows(
        samples,
        """SELECT DISTINCT ?office {
          ?a gk:respondedTo ?meeting ; skos:prefLabel ?office .
          ?meeting skos:prefLabel "全国林业和草原工作视频会议"@zh }""",
    )
    assert offices == {("云南省林业和草原局",), ("陕西省林业局",)}


def test_namesakes_in_two_bodies_stay_two(samples: Dataset) -> None:
    assert len(samples.entity("段云岫")) == 2
    assert len(samples.entity("何望山")) == 2


def test_a_name_in_two_forms_is_one_office(samples: Dataset) -> None:
    (office,) = samples.entity("宝鸡局")
    assert office.label == "宝鸡市林业局"


def test_a_policy_is_planned_issued_changed_and_another_repealed(samples: Dataset) -> None:
    pairs = rows(
        samples,
        """SELECT DISTINCT ?title ?state {
          ?p gk:status ?status ; skos:prefLabel ?title . BIND(STRAFTER(STR(?status), "#") AS ?state) }""",
    )
    assert {("陕西省秦岭生态护林员管理办法", "Planned"), ("陕西省秦岭生态护林员管理办法", "Issued")} <= pairs
    assert ("云南省古树名木认养管理暂行规定", "Repealed") in pairs
    amended = rows(samples, "SELECT DISTINCT ?title { ?new gk:amends ?p . ?p skos:prefLabel ?title }")
    assert amended == {("云南省古树名木认养办法",)}


def test_documents_that_do_not_date_a_meeting_speak_of_the_one_that_another_dates(samples: Dataset) -> None:
    responses = rows(
        samples,
        """SELECT DISTINCT ?office ?day {
          ?a gk:respondedTo ?m ; skos:prefLabel ?office . ?m gk:heldOn ?day ; skos:prefLabel "全省林业工作会议"@zh }""",
    )
    assert {("宝鸡市林业局", "2023-03-21"), ("西安市林业局", "2023-03-21")} <= responses
