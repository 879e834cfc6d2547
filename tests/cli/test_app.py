"""The program as a whole: help, version, light start, failures as one line and an exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from graphkit.__main__ import main
from graphkit.cli.answers import BINARY, TableFormat
from graphkit.cli.app import COMMANDS, app
from graphkit.cli.exits import INTERRUPTED, exit_code_of
from graphkit.errors import GraphkitError, UnreadableDocumentError
from graphkit.export.tables import FORMATS
from graphkit.query.guard import QueryRefusedError
from graphkit.query.limits import QueryFailedError, QueryStoppedError

HEAVY = ("pydantic", "rdflib", "pyoxigraph", "pyshacl", "networkx", "pyvis", "ahocorasick_rs")


def test_help_lists_every_command() -> None:
    text = CliRunner().invoke(app, ["--help"]).stdout
    assert all(name in text for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_teaches_by_example(name: str) -> None:
    result = CliRunner().invoke(app, [name, "--help"])
    assert result.exit_code == 0
    assert f"graphkit {name}" in result.stdout.split("Example")[1]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_and_version_import_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from graphkit.cli.app import app\n"
        f"app({arguments!r}, standalone_mode=False)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stderr.strip() == "[]"


def test_version_names_the_program() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert result.exit_code == 0
    assert result.stdout.startswith("graphkit ")


@pytest.mark.parametrize("arguments", [["query"], ["query", "ASK {}", "-f", "x"], ["nonsense"], ["build", "--only"]])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(app, arguments).exit_code == 2


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UnreadableDocumentError("a.txt", "empty"), 1),
        (QueryFailedError("syntax"), 1),
        (QueryRefusedError("不允许", "no"), 4),
        (QueryStoppedError("超时", "late"), 4),
    ],
)
def test_failures_end_with_the_exit_codes_of_the_architecture(error: GraphkitError, code: int) -> None:
    assert exit_code_of(error) == code


def test_a_foreseen_failure_is_one_line_on_stderr(tmp_path: Path) -> None:
    refused = CliRunner().invoke(app, ["query", "SELECT * { SERVICE <http://x/> {} }", "--dataset", str(tmp_path)])
    assert refused.exit_code == 4
    assert refused.stdout == ""
    assert len(refused.stderr.splitlines()) == 1
    assert "查询被拒绝" in refused.stderr
    assert "query refused" in refused.stderr


def test_ctrl_c_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graphkit.query.runner.ask_worker", interrupted)
    assert CliRunner().invoke(app, ["query", "ASK {}"]).exit_code == 130


def test_the_formats_of_the_option_are_those_that_are_written() -> None:
    assert {form.value for form in set(TableFormat) - BINARY} == set(FORMATS)


def test_the_module_runs_as_the_program() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "graphkit", "--version"],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert ran.stdout.startswith("graphkit ")


def test_completion_can_be_asked_for() -> None:
    assert "--show-completion" in CliRunner().invoke(app, ["--help"]).stdout
    assert isinstance(app, typer.Typer)


def test_an_interruption_while_the_program_is_loaded_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graphkit.cli.app.main", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == INTERRUPTED
    assert capsys.readouterr().err == "graphkit: 已中断 / interrupted\n"
