"""build and remove: sources come and go, bad ones are set aside, the dataset keeps its base."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graphkit.cli.app import app
from graphkit.dataset import open_dataset
from tests.handmade import TEXT, UNREADABLE

pytestmark = pytest.mark.usefixtures("reads_by_hand")


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


def test_a_build_sums_up_what_it_did(sources: Path, tmp_path: Path) -> None:
    result = run("build", sources, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "读入 read 1 · 未变 unchanged 0 · 移除 dropped 0 · 搁置 set aside 0 · 文件 documents 1"
    )
    assert len(result.stdout.splitlines()) == 1
    assert "未变 unchanged 1" in run("build", sources, "-o", tmp_path / "out").stdout


def test_a_build_without_paths_brings_a_dataset_up_to_date_and_needs_one(sources: Path, tmp_path: Path) -> None:
    result = run("build", "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "graphkit build PATH…" in result.stderr
    run("build", sources, "-o", tmp_path / "out")
    (sources / "b.txt").write_text(TEXT + TEXT, encoding="utf-8")
    assert "读入 read 1 · 未变 unchanged 1" in run("build", "-o", tmp_path / "out").stdout


def test_a_bad_document_is_set_aside_with_reason_and_remedy(sources: Path, tmp_path: Path) -> None:
    (sources / "[b]ad\x07.txt").write_text(UNREADABLE, encoding="utf-8")
    result = run("build", sources, "-o", tmp_path / "out")
    assert result.exit_code == 5
    assert "读入 read 1" in result.stdout
    (line,) = result.stderr.splitlines()
    assert "[b]ad\\u0007.txt: 读不懂 / cannot be read → 请转成文本 / convert it" in line


def test_a_folder_without_documents_is_said_to_have_none(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("build", tmp_path / "empty", "--dataset", tmp_path / "out")
    assert result.exit_code == 0
    assert "没有找到能读的文件" in result.stderr
    assert ".docx" in result.stderr


def test_a_strict_build_fails_on_it(sources: Path, tmp_path: Path) -> None:
    (sources / "bad.txt").write_text(UNREADABLE, encoding="utf-8")
    assert run("build", sources, "-o", tmp_path / "out", "--strict").exit_code == 1


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = run("build", tmp_path / "nowhere", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "nowhere" in result.stderr


def test_only_replaces_the_sources_and_remove_drops_one(sources: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.txt"
    other.write_text("另一份", encoding="utf-8")
    out = tmp_path / "out"
    run("build", sources, "-o", out)
    assert "文件 documents 2" in run("build", other, "-o", out).stdout
    assert "移除 dropped 1" in run("remove", sources, "-d", out).stdout
    assert "文件 documents 1" in run("build", sources, "-o", out, "--only").stdout


def test_what_was_never_a_source_cannot_be_removed(sources: Path, tmp_path: Path) -> None:
    run("build", sources, "-o", tmp_path / "out")
    result = run("remove", tmp_path / "x.txt", "-d", tmp_path / "out")
    assert result.exit_code == 1
    assert "x.txt" in result.stderr


def test_a_dataset_keeps_the_base_it_was_built_with(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", sources, "-o", out, "--base-iri", "https://data.example.cn/id/")
    (sources / "b.txt").write_text("另一份", encoding="utf-8")
    assert "未变 unchanged 1" in run("build", sources, "-o", out).stdout
    assert open_dataset(out).base == "https://data.example.cn/id/"


def test_an_interrupted_build_says_what_is_kept(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graphkit.workflow.build", interrupted)
    result = run("build", sources, "-o", tmp_path / "outputs")
    assert result.exit_code == 130
    assert "再次 build 会接着读 / interrupted" in result.stderr
    assert len(result.stderr.splitlines()) == 1
