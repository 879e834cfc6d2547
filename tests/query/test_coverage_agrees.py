"""The coverage page and the question about coverage say the same of each division."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.dataset import Dataset, open_dataset
from graphkit.dataset.covered import coverage_in
from graphkit.dataset.told import Told
from graphkit.model.tables import Table
from graphkit.query.asking import bind_question
from graphkit.query.catalogue import ready_question
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.material import SAMPLES

CIRCULAR = """湖南省林业局关于全省林长制工作会议贯彻落实情况的通报

各市州林业局：
7月18日，湖南省林业局在长沙召开全省林长制工作会议。现将贯彻落实有关情况通报如下：
长沙市林业局召开党组会议，传达学习全省林长制工作会议精神。中共株洲市委召开常委会会议，传达学习全省林长制工作会议精神。湘潭市财政局召开党组会议，传达学习全省林长制工作会议精神。
截至7月31日，益阳市财政局尚未传达学习全省林长制工作会议精神。
湖南省林业局
2023年8月2日
"""

DRIVE = """湖南省林业局关于“爱鸟周”活动情况的通报

各市州林业局：
3月1日以来，湖南省林业局在全省组织开展“爱鸟周”活动。现将有关情况通报如下：
长沙市林业局扎实开展“爱鸟周”活动，发放宣传资料3万份。湘潭市林业局积极响应“爱鸟周”活动。益阳市林业局未开展“爱鸟周”活动。衡阳市林业局拟于5月开展“爱鸟周”活动。
湖南省林业局
2023年4月2日
"""


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder: Path = tmp_path_factory.mktemp("coverage")
    (folder / "circular.txt").write_text(CIRCULAR, "utf-8")
    (folder / "drive.txt").write_text(DRIVE, "utf-8")
    build([SAMPLES, folder / "circular.txt", folder / "drive.txt"], Settings(dataset=folder / "dataset"))
    return open_dataset(folder / "dataset")


def asked_of(dataset: Dataset, target: str) -> dict[str, str]:
    """Give the value of each division that the question lists."""
    answer = dataset.query(bind_question(dataset, ready_question("coverage"), {"meeting": target}).sparql)
    assert isinstance(answer, Table)
    region, code = answer.variables.index("region"), answer.variables.index("code")
    return {row[region].value: row[code].value for row in answer}  # type: ignore[union-attr]


def test_whatever_body_of_a_place_acts_the_page_and_the_question_say_the_same(dataset: Dataset) -> None:
    told = Told(dataset.store, dataset.base)
    targets = {one for name in ("respondedTo", "didNotRespondTo", "conveys") for one in targets_of(told, name)}
    found = {}
    for target in sorted(targets):
        places = coverage_in(told, target, "").places
        found[target] = {place.region: place.value.value for place in places}
        assert found[target] == asked_of(dataset, target), target
    values = next(one for target, one in found.items() if "林长制工作会议" in target)
    assert {told.label(place): value for place, value in values.items() if value != "not reported"} == {
        "长沙市": "responded",
        "株洲市": "responded",
        "湘潭市": "responded",
        "益阳市": "stated absent",
    }


def targets_of(told: Told, name: str) -> list[str]:
    return [value for _, value in told.pairs(f"https://w3id.org/graphkit/ns#{name}")]


def test_who_carries_out_a_drive_that_others_launched_responds_to_it(dataset: Dataset) -> None:
    told = Told(dataset.store, dataset.base)
    (drive,) = {one for one in targets_of(told, "carriesOut") if "爱鸟周" in told.label(one)}
    places = coverage_in(told, drive, "").places
    values = {told.label(place.region): place.value.value for place in places if place.value.value != "not reported"}
    assert values == {"长沙市": "responded", "湘潭市": "responded", "益阳市": "stated absent"}
    assert {place.region: place.value.value for place in places} == asked_of(dataset, drive)
