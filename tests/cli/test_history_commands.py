"""--as-of, --repair and --description as people use them: answers, what is said on stderr, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graphkit.cli.app import app
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.handmade import TEXT
from tests.material import SAMPLES

DATES = "SELECT DISTINCT ?date { ?document a gk:Document ; dcterms:issued ?date } ORDER BY ?date"
DAY = "2023-05-19"
TOLD = "截至 as of 2023-05-19: 文件 documents 5；未计入 left out: 其后 later 6 · 无日期 undated 1\n"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("history")
    (place / "undated.txt").write_text("云海省林业和草原局召开会议。\n", encoding="utf-8")
    build([SAMPLES, place / "undated.txt"], Settings(dataset=place / "outputs", judgements=None))
    return place / "outputs"


def run(folder: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments), "--dataset", str(folder)])


def test_a_query_as_of_a_day_sees_no_later_document_and_says_what_is_left_out(samples: Path) -> None:
    known = run(samples, "query", DATES, "--format", "csv", "--as-of", DAY)
    assert known.exit_code == 0
    assert known.stdout.splitlines()[-1] == DAY
    assert known.stderr == TOLD
    assert run(samples, "query", DATES, "--format", "csv").stdout.splitlines()[-1] == "2025-06-10"


def test_a_ready_question_as_of_a_day_is_answered_from_its_documents(samples: Path) -> None:
    known = run(samples, "ask", "responses", "--as-of", DAY, "--format", "csv")
    today = run(samples, "ask", "responses", "--format", "csv")
    assert TOLD in known.stderr
    assert 1 < len(known.stdout.splitlines()) < len(today.stdout.splitlines())
    assert "2023-06" not in known.stdout


def test_what_is_first_named_later_is_not_known_yet(samples: Path) -> None:
    later = run(samples, "query", "SELECT ?p { ?p a gk:Policy }", "--format", "csv").stdout.splitlines()[1:]
    known = run(samples, "query", "SELECT ?p { ?p a gk:Policy }", "--format", "csv", "--as-of", DAY)
    policy = min(set(later) - set(known.stdout.splitlines()))
    assert run(samples, "show", policy).exit_code == 0
    assert run(samples, "show", policy, "--as-of", DAY).exit_code == 1


def test_search_view_and_export_know_the_day_too(samples: Path, tmp_path: Path) -> None:
    found = run(samples, "search", "林业", "--as-of", DAY, "--format", "csv")
    assert found.exit_code == 0
    assert "2023-06" not in found.stdout
    page, network = tmp_path / "view.html", tmp_path / "all.nq"
    assert run(samples, "view", "--as-of", DAY, "-o", page).stderr.startswith(TOLD)
    assert page.is_file()
    assert run(samples, "export", network, "--as-of", DAY).stderr.startswith(TOLD)
    assert 'dc/terms/issued> "2023-06' not in network.read_text("utf-8")


@pytest.mark.parametrize("day", ["昨天", "2023-02-30", "2023/05/19"])
def test_what_is_no_date_is_one_line_on_stderr(samples: Path, day: str) -> None:
    result = run(samples, "query", DATES, "--as-of", day)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"graphkit: --as-of {day}: 应为日期")


def test_an_export_is_described_for_catalogues(samples: Path, tmp_path: Path) -> None:
    result = run(samples, "export", tmp_path / "all.nq", "--description")
    assert result.exit_code == 0
    told = (tmp_path / "all.description.ttl").read_text("utf-8")
    assert "void:dataDump <all.nq>" in told
    assert f'dcat:byteSize "{(tmp_path / "all.nq").stat().st_size}"' in told
    assert run(samples, "export", tmp_path / "all.graphml", "--description").exit_code == 2


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """Build a dataset of one source, and cut a file of its store."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    build([tmp_path / "a.txt"], Settings(dataset=tmp_path / "out", judgements=None))
    (tmp_path / "out" / "generations" / "gen-1" / "store" / "CURRENT").write_bytes(b"")
    return tmp_path / "out"


def test_a_repair_says_what_was_damaged_and_what_was_done(damaged: Path) -> None:
    checked = run(damaged, "check")
    assert "graphkit build --repair" in checked.stderr
    assert checked.exit_code == 3
    result = run(damaged, "build", "--repair")
    assert result.exit_code == 0
    assert "损坏 damaged: gen-1/store/CURRENT: 与建成时不同 / not what it was" in result.stderr
    assert "已重建 made again: generations/gen-2，重读文件 files read again 0" in result.stderr
    assert run(damaged, "query", "ASK { ?s ?p ?o }").stdout == "true\n"
    assert "没有发现损坏 / no damage was found" in run(damaged, "build", "--repair").stderr


def test_a_repair_keeps_the_damaged_journal_and_names_what_is_lost(damaged: Path, tmp_path: Path) -> None:
    (damaged / "journal.sqlite").write_bytes(b"torn")
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.txt").write_text("另一份。\n", encoding="utf-8")
    result = run(damaged, "build", "--repair", tmp_path / "b.txt")
    assert result.exit_code == 5
    assert "journal.sqlite: 无法读取 / cannot be read → 留存为 kept as journal.sqlite.damaged-1\n" in result.stderr
    assert f"未能恢复 not recovered: {tmp_path / 'a.txt'}" in result.stderr
    assert (damaged / "journal.sqlite.damaged-1").read_bytes() == b"torn"


def test_a_repair_without_known_sources_asks_for_them(damaged: Path) -> None:
    (damaged / "journal.sqlite").unlink()
    (damaged / "run.json").unlink()
    result = run(damaged, "build", "--repair")
    assert result.exit_code == 1
    assert "graphkit build --repair PATH…" in result.stderr


def test_a_repair_keeps_the_base_of_the_iris_when_the_manifest_is_lost(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "out"
    run(out, "build", tmp_path / "a.txt", "--base-iri", "https://data.example.cn/id/")
    (out / "generations" / "gen-1" / "manifest.json").unlink()
    result = run(out, "build", "--repair")
    assert "读入 read 0 · 未变 unchanged 1" in result.stdout
    assert json.loads((out / "run.json").read_text("utf-8"))["base"] == "https://data.example.cn/id/"


@pytest.mark.parametrize("other", ["--only", "--strict", "-"])
def test_a_repair_does_not_go_with_what_drops_or_stops(damaged: Path, other: str) -> None:
    assert run(damaged, "build", "--repair", other).exit_code == 2


def test_what_is_no_dataset_cannot_be_repaired(tmp_path: Path) -> None:
    assert run(tmp_path / "none", "build", "--repair").exit_code == 1
    assert not (tmp_path / "none").exists()
