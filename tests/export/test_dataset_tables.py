"""A dataset as Parquet tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyarrow import parquet
from typer.testing import CliRunner

from graphkit.cli.app import app
from graphkit.dataset import Dataset, open_dataset
from graphkit.export.dataset_tables import COLUMNS, write_tables
from graphkit.terms import GK, gk
from tests.handmade import build_handmade

Rows = list[dict[str, object]]


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    place = tmp_path_factory.mktemp("handmade")
    build_handmade(place / "outputs", place / "bulletin.txt")
    return open_dataset(place / "outputs")


@pytest.fixture(scope="module")
def tables(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rows]:
    paths = write_tables(dataset, tmp_path_factory.mktemp("tables") / "new")
    return {path.stem: parquet.read_table(path).to_pylist() for path in paths}


def test_each_quad_is_a_row(dataset: Dataset, tables: dict[str, Rows]) -> None:
    assert len(tables["statements"]) == dataset.manifest.quads
    assert list(tables) == list(COLUMNS)


def test_the_words_of_a_fact_are_found_by_its_graph(tables: dict[str, Rows]) -> None:
    facts = [one for one in tables["statements"] if one["predicate"] == gk.respondedTo and one["graph"]]
    quotes = {one["reading"]: one["quote"] for one in tables["readings"]}
    assert [quotes[one["graph"]] for one in facts] == ["成都局传达学习全省会议精神"]


def test_a_reading_has_its_place_and_its_modality(tables: dict[str, Rows]) -> None:
    demanded = [one for one in tables["readings"] if one["modality"] == "Demanded"]
    assert demanded
    for one in demanded:
        assert isinstance(one["start"], int)
        assert isinstance(one["end"], int)
        assert one["end"] - one["start"] == len(str(one["quote"]))


def test_a_thing_has_its_label_and_its_lowest_class(tables: dict[str, Rows]) -> None:
    office = next(one for one in tables["things"] if one["label"] == "成都局")
    assert office["class"] == GK + "RegionalOffice"


def test_the_same_dataset_gives_the_same_bytes(dataset: Dataset, tmp_path: Path) -> None:
    one, other = (write_tables(dataset, tmp_path / name) for name in "ab")
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_export_writes_the_tables_into_a_folder(dataset: Dataset, tmp_path: Path) -> None:
    command = ["export", str(tmp_path / "tables"), "--tables", "--dataset", str(dataset.path)]
    assert CliRunner().invoke(app, command).exit_code == 0
    assert sorted(one.name for one in (tmp_path / "tables").iterdir()) == sorted(f"{name}.parquet" for name in COLUMNS)


def test_a_file_is_no_folder_for_tables(dataset: Dataset, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    command = ["export", str(tmp_path / "file"), "--tables", "--dataset", str(dataset.path)]
    assert CliRunner().invoke(app, command).exit_code == 2
