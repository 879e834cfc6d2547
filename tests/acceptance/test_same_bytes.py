"""The same sources give the same bytes, in whatever order, under whatever names, by however many processes."""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from graphkit.dataset import open_dataset
from graphkit.rdf.serialise import write_dataset
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.material import SAMPLES, SHARED

pytestmark = pytest.mark.slow


def export(folder: Path) -> bytes:
    """Give what `graphkit export x.nq` writes."""
    dataset, out = open_dataset(folder), io.BytesIO()
    write_dataset(dataset.store, "nq", out, base=dataset.base)
    return out.getvalue()


def built(folder: Path, *builds: Sequence[Path], jobs: int = 1) -> bytes:
    """Build in as many steps as there are lists of sources, and export."""
    for paths in builds:
        build(paths, Settings(dataset=folder, jobs=jobs))
    return export(folder)


@pytest.fixture(scope="module")
def corpus() -> list[Path]:
    """Give the samples, and with them the seed and the corpus where they are."""
    folders = (SAMPLES, SHARED / "seed", SHARED / "corpus")
    return sorted(path for folder in folders if folder.is_dir() for path in folder.iterdir() if path.suffix == ".txt")


@pytest.fixture(scope="module")
def reference(corpus: list[Path], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return built(tmp_path_factory.mktemp("reference") / "dataset", corpus)


def test_the_corpus_gives_statements(reference: bytes, corpus: list[Path]) -> None:
    assert reference.count(b"\n") > 100 * len(corpus)


def test_another_order_gives_the_same_bytes(reference: bytes, corpus: list[Path], tmp_path: Path) -> None:
    assert built(tmp_path / "dataset", corpus[::-1]) == reference


def test_two_builds_in_either_order_give_the_same_bytes(reference: bytes, corpus: list[Path], tmp_path: Path) -> None:
    odd, even = corpus[1::2], corpus[::2]
    assert built(tmp_path / "odd first", odd, even) == reference
    assert built(tmp_path / "even first", even, odd) == reference


def test_two_processes_give_the_same_bytes(reference: bytes, corpus: list[Path], tmp_path: Path) -> None:
    assert built(tmp_path / "dataset", corpus, jobs=2) == reference


def test_copies_under_other_names_give_the_same_bytes(reference: bytes, corpus: list[Path], tmp_path: Path) -> None:
    copies = tmp_path / "副本"
    for number, path in enumerate(reversed(corpus)):
        copy = copies / f"{number % 3}" / f"文件 {number}.txt"
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    assert built(tmp_path / "dataset", [copies]) == reference


def test_what_vanished_leaves_no_trace(reference: bytes, corpus: list[Path], tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "extra.txt").write_text("5月6日，四川省林业和草原局召开全省林草工作会议。\n", encoding="utf-8")
    more = built(tmp_path / "dataset", corpus, [sources])
    assert more != reference
    (sources / "extra.txt").unlink()
    assert built(tmp_path / "dataset", [sources]) == reference
