"""`graphkit view` and the network formats of `graphkit export`, run as users run them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graphkit.cli.app import app
from graphkit.cli.view import PageLanguage, ViewName
from graphkit.settings import Settings
from graphkit.view.sheets import SHEETS
from graphkit.view.views import VIEWS
from graphkit.workflow import build
from tests.material import SAMPLES


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--dataset", str(folder)])


def test_the_command_knows_every_view() -> None:
    assert [name.value for name in ViewName] == [*VIEWS, *SHEETS]
    assert {one.value for one in PageLanguage} == {"zh", "en", "auto"}


def test_a_page_is_written_and_one_line_says_what_is_in_it(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "页.html"
    result = run(folder, "view", "-o", str(page))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "会议与政策的落实" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert "成都局" in page.read_text(encoding="utf-8")
    assert list(tmp_path.iterdir()) == [page]


def test_the_same_dataset_gives_the_same_page(folder: Path, tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        assert run(folder, "view", "all", "-o", str(tmp_path / name)).exit_code == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_a_focus_may_be_an_alias_and_is_said(folder: Path, tmp_path: Path) -> None:
    result = run(folder, "view", "--focus", "成都市机关事务管理局", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 0
    assert "成都局的关系" in result.stderr
    assert "按“成都局的关系”理解" in result.stderr


def test_a_campaign_that_several_bodies_run_is_one_focus(tmp_path: Path) -> None:
    for number, city in enumerate(("成都市", "乐山市")):
        text = f"{city}林业局\n3月{number + 1}日，{city}林业局组织开展“清风林海”行动，全面排查火灾隐患。\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    build([tmp_path], Settings(dataset=tmp_path / "dataset"))
    result = run(tmp_path / "dataset", "view", "all", "--focus", "清风林海", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 0
    assert "“清风林海”行动的关系" in result.stderr
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert all(f"{city}林业局" in page for city in ("成都市", "乐山市"))


def test_a_name_of_several_things_gives_their_list_and_no_page(folder: Path, tmp_path: Path) -> None:
    result = run(folder, "view", "--focus", "机关事务管理局", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 2
    assert "成都局；甲省机关事务管理局" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_name_is_said_with_what_to_do(folder: Path, tmp_path: Path) -> None:
    result = run(folder, "view", "--focus", "[red]不存在", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 1
    assert "图中没有“[red]不存在”" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_path_between_two_things_is_drawn(folder: Path, tmp_path: Path) -> None:
    result = run(folder, "view", "--path", "成都局", "甲省机关事务管理局", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 0
    assert "成都局与甲省机关事务管理局的联系" in result.stderr


def test_a_view_with_nothing_in_it_is_refused(folder: Path, tmp_path: Path) -> None:
    result = run(folder, "view", "policies", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 1
    assert "graphkit view all" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--depth", "0"],
        ["--focus", "成都局", "--path", "成都局", "全省会议"],
        ["--lang", "fr"],
        ["--longer", "1"],
        ["--path", "成都局", "全省会议", "--longer", "3"],
        ["--within", "成都市"],
        ["timeline", "--within", "成都市"],
        ["--path", "成都局", "-d"],
        ["coverage", "--depth", "2"],
        ["coverage", "--path", "成都局", "全省会议"],
        ["ledger", "--focus", "成都局"],
        ["document"],
        ["differences"],
        ["all", "--against", "."],
        ["--engine", "crayon"],
    ],
)
def test_wrong_usage_ends_with_2_and_writes_nothing(folder: Path, tmp_path: Path, arguments: list[str]) -> None:
    result = run(folder, "view", *arguments, "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.txt", "a.png", "a"])
def test_only_a_page_is_written(folder: Path, tmp_path: Path, name: str) -> None:
    result = run(folder, "view", "-o", str(tmp_path / name))
    assert result.exit_code == 2
    assert ".html .htm" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_misspelt_name_is_answered_with_the_nearest(folder: Path, tmp_path: Path) -> None:
    for arguments in (["--focus", "成度局"], ["coverage", "--focus", "全生会议"]):
        result = run(folder, "view", *arguments, "-o", str(tmp_path / "a.html"))
        assert result.exit_code == 1
        assert "您是不是要找“" in result.stderr


def test_a_table_is_written_and_one_line_counts_what_is_in_it(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "一览.html"
    result = run(folder, "view", "coverage", "-o", str(page))
    assert (result.exit_code, result.stdout) == (0, "")
    assert (
        "会议与政策响应一览，会议和文件 targets 1，格 cells 1（已响应 responded 1），统计文件 documents 1"
        in result.stderr
    )
    assert "成都局" in page.read_text(encoding="utf-8")
    assert list(tmp_path.iterdir()) == [page]


def test_a_table_may_be_asked_of_a_region(tmp_path: Path) -> None:
    build([SAMPLES / "shaanxi-bulletin-2.txt", SAMPLES / "shaanxi-bulletin-3.txt"], Settings(dataset=tmp_path / "d"))
    result = run(tmp_path / "d", "view", "coverage", "--within", "陕西省", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 0, result.stderr
    assert "已响应 responded 4" in result.stderr
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert all(region in page for region in ("西安市", "铜川市", "商洛市"))


@pytest.mark.parametrize("view", ["coverage", "timeline", "ledger"])
def test_a_table_is_of_the_documents_until_a_day(view: str, tmp_path: Path) -> None:
    build([SAMPLES / "shaanxi-bulletin-2.txt", SAMPLES / "shaanxi-bulletin-3.txt"], Settings(dataset=tmp_path / "d"))
    pages = [tmp_path / "now.html", tmp_path / "then.html"]
    told = [
        run(tmp_path / "d", "view", view, *days, "-o", str(page)).stderr
        for page, days in zip(pages, ([], ["--as-of", "2023-04-30"]), strict=True)
    ]
    assert ["documents 2" in told[0], "documents 1" in told[1]] == [True, True]
    assert pages[0].read_bytes() != pages[1].read_bytes()


def test_a_timeline_is_written_and_one_line_counts_what_is_in_it(folder: Path, tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        result = run(folder, "view", "timeline", "--focus", "全省会议", "-o", str(tmp_path / name))
        assert result.exit_code == 0
        assert "有日期 dated" in result.stderr
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


@pytest.mark.parametrize("view", ["coverage", "timeline"])
def test_a_name_that_is_no_meeting_or_policy_is_said(folder: Path, tmp_path: Path, view: str) -> None:
    result = run(folder, "view", view, "--focus", "成都局", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 1
    assert f"图中没有“成都局”（视图 {view}）" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("view", SHEETS)
def test_a_table_or_timeline_is_opened_when_asked(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, view: str
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)
    assert run(folder, "view", view, "-o", str(tmp_path / "a.html"), "--open").exit_code == 0
    assert opened == [(tmp_path / "a.html").as_uri()]


def test_the_page_is_opened_when_asked(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)
    page = tmp_path / "a.html"
    assert run(folder, "view", "-o", str(page), "--open").exit_code == 0
    assert opened == [page.as_uri()]


def test_a_folder_that_is_not_there_is_named(folder: Path, tmp_path: Path) -> None:
    result = run(folder, "view", "-o", str(tmp_path / "nowhere" / "a.html"))
    assert result.exit_code == 1
    assert "nowhere" in result.stderr


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("a.graphml", ["a.graphml"]),
        ("a.gexf", ["a.gexf"]),
        ("a.cypher", ["a.cypher"]),
        ("a.csv", ["a.edges.csv", "a.nodes.csv"]),
    ],
)
def test_networks_are_exported_by_their_ending(folder: Path, tmp_path: Path, name: str, files: list[str]) -> None:
    result = run(folder, "export", str(tmp_path / name))
    assert result.exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == files
    assert all(
        "全省会议" in path.read_text(encoding="utf-8") for path in tmp_path.iterdir() if "edges" not in path.name
    )
    assert "节点 nodes" in result.stderr


def test_a_network_holds_no_readings(folder: Path, tmp_path: Path) -> None:
    assert run(folder, "export", str(tmp_path / "a.graphml"), "--with-readings").exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_is_written_and_one_line_counts_what_is_open(tmp_path: Path) -> None:
    build([SAMPLES / "bulletin.txt"], Settings(dataset=tmp_path / "d"))
    result = run(tmp_path / "d", "view", "ledger", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 0, result.stderr
    assert "计划与要求的办理情况，事项 items" in result.stderr
    assert "未见完成 open" in result.stderr


def test_a_document_is_shown_with_its_text(tmp_path: Path) -> None:
    build([SAMPLES / "bulletin.txt"], Settings(dataset=tmp_path / "d"))
    result = run(tmp_path / "d", "view", "document", "--focus", "简报2023年第4期", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 0, result.stderr
    assert "云南省林业和草原局简报2023年第4期：原文与事实" in result.stderr
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert (SAMPLES / "bulletin.txt").read_text(encoding="utf-8").splitlines()[-1] in page


def test_what_differs_from_an_older_dataset_is_counted(folder: Path, tmp_path: Path) -> None:
    build([SAMPLES / "shaanxi-bulletin-2.txt"], Settings(dataset=tmp_path / "old"))
    result = run(folder, "view", "differences", "--against", str(tmp_path / "old"), "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 0, result.stderr
    gained, lost = (int(one) for one in re.findall(r"(?:gained|lost) (\d+)", result.stderr))
    assert gained > 0
    assert lost > 0
    generation = next((folder / "generations").iterdir())
    same = run(folder, "view", "differences", "--against", str(generation), "-o", str(tmp_path / "b.html"))
    assert same.exit_code == 1
    assert "两次构建相同" in same.stderr


def test_pyvis_draws_its_own_page(folder: Path, tmp_path: Path) -> None:
    result = run(folder, "view", "--engine", "pyvis", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 0, result.stderr
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "new vis.Network" in page
    assert json.dumps("成都局") in page
