"""Ready questions asked from Python."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphkit
from graphkit.dataset import Dataset, open_dataset
from graphkit.query.answering import UnknownParameterError
from graphkit.query.asking import UnknownNameError
from graphkit.query.catalogue import UnknownQuestionError
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.material import SAMPLES


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder: Path = tmp_path_factory.mktemp("samples") / "outputs"
    build([SAMPLES], Settings(dataset=folder))
    return open_dataset(folder)


def test_an_answer_is_a_list_of_rows_with_chinese_headings(samples: Dataset) -> None:
    rows = graphkit.ask(samples, "responses", meeting="林长制推进会议")
    assert {row["机构"] for row in rows} >= {"大理局", "玉溪局", "红河局"}
    assert all(row["原文"] and row["文件"] for row in rows)


def test_captions_are_columns(samples: Dataset) -> None:
    rows = graphkit.ask(samples, "coverage", meeting="全省林业工作会议")
    assert {row["范围"] for row in rows} == {"陕西省"}
    assert {row["情况"] for row in rows} >= {"已响应", "集体覆盖", "明确未响应"}


def test_filters_are_written_with_underscores(samples: Dataset) -> None:
    assert graphkit.ask(samples, "responses", min_confidence="1") == []
    assert graphkit.ask(samples, "responses", from_="2030") == []


def test_what_is_not_known_is_told(samples: Dataset) -> None:
    with pytest.raises(UnknownQuestionError):
        graphkit.ask(samples, "weather")
    with pytest.raises(UnknownParameterError, match="meeting"):
        graphkit.ask(samples, "responses", metting="林长制推进会议")
    with pytest.raises(UnknownNameError):
        graphkit.ask(samples, "responses", meeting="没有这样的会议")
