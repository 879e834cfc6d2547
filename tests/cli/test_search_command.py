"""`graphkit search` over a dataset known by heart."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graphkit.cli.app import app
from graphkit.dataset import open_dataset
from graphkit.dataset.folder import Folder
from graphkit.dataset.manifest import write_manifest
from tests.handmade import TEXT


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["search", "--dataset", str(folder), *arguments])


def test_things_come_first_then_sentences_with_their_source(folder: Path) -> None:
    assert run(folder, "成都局").stdout == (
        "实体 entities: 1\n"
        "  成都局  地方机构  4 条事实 facts\n"
        "\n"
        "句子 sentences: 2\n"
        "\n"
        "  会后，【成都局】传达学习全省会议精神。\n"
        "    甲省机关事务管理局简报  char=34,51\n"
        "\n"
        "  【成都局】要再次学习全省会议精神。\n"
        "    甲省机关事务管理局简报  char=51,66\n"
    )


def test_one_may_look_in_one_place_only(folder: Path) -> None:
    assert "实体" not in run(folder, "成都局", "--in", "documents").stdout
    assert "句子" not in run(folder, "成都局", "--in", "entities").stdout


def test_what_is_cut_is_told(folder: Path) -> None:
    assert "句子 sentences: 3，列出 1（--limit） / 1 shown" in run(folder, "会议", "--limit", "1").stdout
    assert "1 of 3" in run(folder, "会议", "--limit", "1", "--format", "csv").stderr


def test_nothing_found_is_said_and_no_failure(folder: Path) -> None:
    result = run(folder, "成都局", "没有的词")
    assert (result.exit_code, "nothing holds all of the words" in result.stdout) == (0, True)


def test_tables_for_people_have_chinese_headings_no_iri_and_each_sentence_once(folder: Path) -> None:
    written = run(folder, "成都局", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(written)))
    assert list(rows[0]) == ["类别", "名称", "条数", "句子", "文件", "期号", "日期", "位置"]
    assert (rows[0]["类别"], rows[0]["名称"], rows[0]["条数"]) == ("地方机构", "成都局", "4")
    assert {one["类别"] for one in rows[1:]} == {"句子"}
    assert rows[-1]["位置"] == "char=51,66"
    assert written.count("成都局要再次学习全省会议精神。") == 1
    assert "://" not in written
    markdown = run(folder, "成都局", "--format", "md").stdout
    assert markdown.startswith("| 类别 | 名称 | 条数 |")
    assert "gk" not in markdown


def test_tables_for_programs_have_the_exact_sentence_its_place_and_the_marked_one(folder: Path) -> None:
    (row,) = [
        {name: cell["value"] for name, cell in one.items()}
        for one in json.loads(run(folder, "再次", "--format", "json").stdout)["results"]["bindings"]
    ]
    assert row["sentence"] == TEXT[int(row["start"]) : int(row["end"])] == "成都局要再次学习全省会议精神。"
    assert (row["kind"], row["marked"]) == ("sentence", "成都局要【再次】学习全省会议精神。")
    assert open_dataset(folder).text(row["text"]) == TEXT


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml", "md"])
def test_each_format_holds_both_kinds(folder: Path, form: str) -> None:
    result = run(folder, "成都局", "--format", form)
    assert result.exit_code == 0
    assert ("地方机构" if form in {"csv", "md"} else "RegionalOffice") in result.stdout
    assert "再次学习全省会议精神" in result.stdout


def test_json_is_the_published_form(folder: Path) -> None:
    answer = json.loads(run(folder, "成都局", "--format", "json", "--in", "entities").stdout)
    (row,) = answer["results"]["bindings"]
    assert row["name"] == {"type": "literal", "value": "成都局"}
    assert row["facts"]["value"] == "4"


def test_an_answer_goes_into_a_file(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "hits.txt"
    result = run(folder, "成都局", "-o", str(file))
    assert (result.exit_code, result.stdout) == (0, "")
    assert file.read_text("utf-8").startswith("实体 entities: 1\n")


def test_the_ending_of_a_file_tells_its_format(folder: Path, tmp_path: Path) -> None:
    for name, start in (("hits.csv", "\ufeff类别,名称,".encode()), ("hits.xlsx", b"PK"), ("hits.parquet", b"PAR1")):
        assert run(folder, "成都局", "-o", str(tmp_path / name)).exit_code == 0
        assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    "text", ['"', "\x00", "字" * 100_000, "NEAR(a b) OR *", "a AND (", "\udce4\udcb8", "--", "'; DROP"]
)
def test_hostile_words_end_in_hits_or_one_line(folder: Path, text: str) -> None:
    result = run(folder, "--", text)
    assert result.exit_code in {0, 2}
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert len(result.stderr.splitlines()) == (1 if result.exit_code else 0)


@pytest.mark.parametrize("arguments", [[], ["词", "--limit", "0"], ["词", "--in", "x"], ["词", "--from", "昨天"]])
def test_wrong_usage_ends_with_2(folder: Path, arguments: list[str]) -> None:
    assert run(folder, *arguments).exit_code == 2


def test_a_dataset_without_an_index_says_what_to_do(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    write_manifest(Folder(copy).generation(1), open_dataset(copy).manifest.model_copy(update={"index": None}))
    result = run(copy, "成都局")
    assert result.exit_code == 1
    assert "graphkit build" in result.stderr
    assert len(result.stderr.splitlines()) == 1
