"""What the two READMEs show is what happens."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from graphkit.cli.app import app
from graphkit.cli.exits import DONE, SET_ASIDE
from tests.material import ROOT, SAMPLES

READMES = ("README.md", "README.zh.md")


def blocks(name: str, language: str) -> list[str]:
    """Give the code blocks of a language."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"^ *```{language}\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)


def commands(name: str) -> list[list[str]]:
    """Give the graphkit commands of a README, one list of words each."""
    lexers = [shlex.shlex(block, posix=True, punctuation_chars="\n") for block in blocks(name, "sh")]
    found: list[list[str]] = []
    for lexer in lexers:
        lexer.whitespace, lexer.whitespace_split, lexer.commenters = " \t", True, ""
        for word in lexer:
            if word == "graphkit":
                found.append([])
            elif word.strip():
                found[-1].append(word)
    return found


@pytest.fixture
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that holds the samples and nothing else."""
    shutil.copytree(SAMPLES, tmp_path / "data" / "samples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", READMES)
def test_every_command_runs_as_shown(name: str, somewhere: Path) -> None:
    shown = commands(name)
    assert len({words[0] for words in shown}) >= 6
    for words in shown:
        result = CliRunner().invoke(app, words)
        # one of the samples is damaged, and a build says so
        wanted = SET_ASIDE if words[0] == "build" else DONE
        assert result.exit_code == wanted, f"{words}: {result.output}"
        named = [word for word in words if Path(word).suffix in {".nq", ".ttl", ".csv"}]
        assert all((somewhere / word).is_file() for word in named)


@pytest.mark.parametrize("name", READMES)
def test_the_python_example_runs_as_shown(name: str, somewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert CliRunner().invoke(app, ["build", str(somewhere / "data" / "samples")]).exit_code == SET_ASIDE
    (example,) = blocks(name, "python")
    exec(compile(example, name, "exec"), {})  # noqa: S102 - our own README
    assert "玉溪局突出“三个到位”。" in capsys.readouterr().out


def test_both_languages_show_the_same_commands() -> None:
    assert commands(READMES[0]) == commands(READMES[1])


def asked(sql: str) -> duckdb.DuckDBPyRelation:
    relation = duckdb.sql(sql)
    assert relation is not None
    return relation


@pytest.mark.parametrize("name", READMES)
def test_the_sql_over_the_tables_runs_as_shown(name: str, somewhere: Path) -> None:
    assert CliRunner().invoke(app, ["build", str(somewhere / "data" / "samples")]).exit_code == SET_ASIDE
    assert CliRunner().invoke(app, ["export", "tables", "--tables"]).exit_code == DONE
    (shown,) = blocks(name, "sql")
    taken, sure, topics = (asked(one) for one in shown.split(";") if one.strip())
    assert taken.columns == ["office", "meeting", "quote"]
    assert ("大理局", "全省森林草原防火工作暨林长制推进会议") in {row[:2] for row in taken.fetchall()}
    assert sure.columns == ["modality", "rule", "readings", "confidence"]
    counted = sure.fetchall()
    assert sum(row[2] for row in counted) == len(asked("FROM 'tables/readings.parquet'"))
    assert all(0 < row[3] <= 1 for row in counted)
    assert topics.columns == ["topic", "tasks"]
    assert all(row[1] > 0 for row in topics.fetchall())


def test_both_languages_show_the_same_sql() -> None:
    shown = [re.sub("^--.*$", "", block, flags=re.MULTILINE) for name in READMES for block in blocks(name, "sql")]
    assert len(shown) == 2
    assert shown[0] == shown[1]
