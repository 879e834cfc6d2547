"""Wrong usage is one line, in Chinese and English, that says what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graphkit.cli.app import app
from graphkit.query.syntax import syntax_line


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["shwo"], "没有 shwo 这个命令，是否 show / no command shwo, perhaps show"),
        (["zzzz"], "没有 zzzz 这个命令 / no command zzzz"),
        (["show"], "缺少 NAME / missing NAME"),
        (["ask", "--dataset", "x", "responses"], "选项写在命令后面 / options stand behind the command"),
        (["show", "x", "--nope"], "没有选项 --nope，是否 --open / no option --nope"),
        (
            ["view", "coverage", "--meeting", "x"],
            "没有选项 --meeting，这里是 --focus / no option --meeting, here it is",
        ),
        (["ask", "coverage", "--focus", "x"], "没有选项 --focus，这里是 --meeting / no option --focus, here it is"),
        (["show", "a", "b"], "多出了 b / too many words: b"),
        (["search", "x", "--limit", "abc"], "--limit: 值应为整数 / write a whole number"),
        (["search", "x", "--limit", "0"], "--limit: 值不小于 1 / write 1 or more"),
        (["search", "x", "--in", "foo"], "--in: “foo”不行，值应为 'all', 'documents', 'entities' 之一"),
        (["query", "-f", "nope.rq"], "没有“nope.rq”这个文件或文件夹 / there is no nope.rq"),
        (["query"], "SPARQL: 请给出查询，或 -f FILE"),
        (["view", "--focus"], "选项 --focus 后要写值 / write a value after --focus"),
        (["view", "--path", "甲局", "-d", "outputs"], "--path: 请写两个名称：--path A B / write two names"),
        (["ask", "coverage"], "缺少选项 --meeting / missing option --meeting"),
        (["ask", "nope"], "没有“nope”这个问题"),
    ],
)
def test_wrong_usage_is_one_line_that_says_what_to_do(arguments: list[str], told: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert re.search(r"（graphkit.* -h）$", result.stderr)


def test_without_a_command_the_help_is_shown_and_version_still_ends_well() -> None:
    assert "graphkit build data/samples" in CliRunner().invoke(app, []).output
    assert CliRunner().invoke(app, ["--version"]).exit_code == 0
    assert CliRunner().invoke(app, ["show", "-h"]).exit_code == 0


def query(folder: Path, text: str) -> str:
    result = CliRunner().invoke(app, ["query", text, "--dataset", str(folder)])
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    return result.stderr


def test_an_undeclared_prefix_is_named_with_its_place(folder: Path) -> None:
    line = query(folder, "SELECT ?x { ?x gk:heldBy ?z ; foo:bar ?y }")
    assert "前缀 foo: 未声明，请写 PREFIX foo: <…>" in line
    assert "第 1 行" in line


def test_a_slip_is_told_by_its_first_place_without_the_grammar(folder: Path) -> None:
    line = query(folder, "SELECT ?x {\n ?x gk:heldBy ?y . ( }")
    assert "查询有误" in line
    assert "第 2 行" in line
    assert "expected" not in line
    assert "没有写完" in query(folder, "SELECT ?x { ?x gk:heldBy ?y ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SELECT ?a ?a { ?a ?p ?o }", "names one variable twice"),
        ("SELECT (1 AS ?a) (2 AS ?a) {}", "names one variable twice"),
        ("SELECT ?x (COUNT(*) AS ?n) { ?x ?p ?o }", "neither grouped nor aggregated"),
        ("SELECT * { ?m <relative> ?o }", "write IRIs in full"),
        ("SELECT (<urn:f>(1) AS ?x) {}", "custom function <urn:f> is not supported"),
    ],
)
def test_what_the_parser_says_in_other_words_is_told(folder: Path, text: str, told: str) -> None:
    assert told in query(folder, text)


def test_a_prefix_that_the_query_declares_is_not_the_one_at_fault() -> None:
    text = "PREFIX a: <http://a/> SELECT * { ?x a:b ?y . ?x c:d ?z }"
    assert "前缀 c:" in syntax_line(text, "error at 1:50: expected one of Prefix not found")


@pytest.mark.parametrize("command", [["build"], ["query"], ["search"], ["view"], ["ask", "responses"], ["extract"]])
def test_help_is_whole_on_a_narrow_terminal(command: list[str]) -> None:
    shown = CliRunner(env={"COLUMNS": "80"}).invoke(app, [*command, "--help"]).stdout
    assert "│" in shown
    assert "…" not in shown.replace("WORDS…", "").replace("PATH…", "")
