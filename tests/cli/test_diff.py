"""diff over datasets, generations, exports and documents."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graphkit.cli.app import app
from graphkit.query.changes import Change, without_renamed
from tests.handmade import TEXT


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["diff", *map(str, arguments)])


@pytest.fixture
def other(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A dataset of the same bulletin and nothing that was read in it."""
    request.getfixturevalue("reads_by_hand")
    source = tmp_path / "other.txt"
    source.write_text(TEXT + "另。\n", encoding="utf-8")
    assert CliRunner().invoke(app, ["build", str(source), "-o", str(tmp_path / "outputs")]).exit_code == 0
    return tmp_path / "outputs"


def test_a_dataset_and_its_generation_do_not_differ(folder: Path) -> None:
    result = run(folder, folder / "generations" / "gen-1")
    assert result.exit_code == 0
    assert result.stdout == "少了 lost 0 · 多了 gained 0 · 改了 changed 0\n"


def test_what_is_lost_is_told_with_the_words_it_was_read_in(folder: Path, other: Path) -> None:
    result = run(folder, other)
    assert result.exit_code == 3
    assert "成都局\n" in result.stdout
    assert "  - 已落实 responded to  全省会议\n      “成都局传达学习全省会议精神”\n" in result.stdout
    assert "rdfs:label" not in result.stdout
    assert "gk:" not in result.stdout


def test_what_is_gained_stands_in_a_table(folder: Path, other: Path, tmp_path: Path) -> None:
    assert run(other, folder, "--format", "json", "-o", tmp_path / "gained.json").exit_code == 3
    rows = json.loads((tmp_path / "gained.json").read_text("utf-8"))["results"]["bindings"]
    held = [row for row in rows if row["property"]["value"].endswith("heldBy")]
    assert [(row["turn"]["value"], row["subject"]["value"], row["new"]["value"]) for row in held] == [
        ("gained", "全省会议", "甲省机关事务管理局")
    ]


def test_an_export_is_a_side(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.nq"
    assert CliRunner().invoke(app, ["export", str(file), "--dataset", str(folder)]).exit_code == 0
    assert run(file, folder).exit_code == 0


def test_documents_that_are_in_no_dataset_are_read(tmp_path: Path) -> None:
    draft, final = tmp_path / "draft.txt", tmp_path / "final.txt"
    draft.write_text("3月2日，成都市财政局召开全市财政工作会议。\n", encoding="utf-8")
    final.write_text("3月3日，成都市财政局召开全市财政工作会议。\n", encoding="utf-8")
    assert run(draft, draft).exit_code == 0
    assert run(draft, final).exit_code == 3


def test_a_side_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert run(tmp_path / "none", tmp_path).exit_code == 2


def test_what_only_has_another_iri_is_counted_and_not_listed(tmp_path: Path) -> None:
    draft, final = tmp_path / "draft.txt", tmp_path / "final.txt"
    draft.write_text("成都市财政局召开全市财政工作会议。\n", encoding="utf-8")
    final.write_text("成都市财政局召开全市财政工作会议。\n此页无正文。\n", encoding="utf-8")
    told = run(draft, final)
    assert told.exit_code == 3
    assert "少了 lost 0 · 多了 gained 0 · 改了 changed 0 · 只换了标识 another IRI only" in told.stdout
    assert run(draft, final, "--format", "tsv").stdout.count("gained") > 1


def test_what_is_told_twice_and_lost_once_is_listed_once() -> None:
    one = Change("lost", "甲局", "gkr:1", "p", "乙会", "", "甲局召开乙会")
    again = replace(one, turn="gained", subject_iri="gkr:2", old="", new="乙会")
    assert without_renamed([one, one, again]) == ([one], 1)
    assert without_renamed([one, replace(again, quote="甲局主持乙会")])[1] == 0
