"""Bytes flipped, files cut and files deleted: a check finds each, whatever the file."""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from graphkit.dataset import open_dataset
from graphkit.dataset.check import check_dataset
from graphkit.dataset.folder import Folder
from graphkit.dataset.sums import NAME, damaged_files
from graphkit.errors import DatasetDamagedError, GraphkitError
from graphkit.model.entities import Annotation
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.handmade import TEXT, annotation_at, build_handmade

FLIPS = 40


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("sound")
    build_handmade(place / "outputs", place / "bulletin.txt")
    return place / "outputs"


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "outputs"))


def is_seen(folder: Path) -> bool:
    """Tell whether opening and checking a dataset tells of damage."""
    try:
        return any(one.kind in {"file", "journal", "quote"} for one in check_dataset(open_dataset(folder)))
    except GraphkitError:
        return True


def summed(folder: Path) -> list[Path]:
    """Give the files of a generation that have a hash."""
    generation = Folder(folder).current()
    lines = (generation / NAME).read_text("utf-8").splitlines()
    return [generation / line.partition("  ")[2] for line in lines]


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 0x10
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def test_a_sound_dataset_is_not_damaged(sound: Path) -> None:
    assert not is_seen(sound)
    assert list(damaged_files(Folder(sound).current())) == []


def test_every_flipped_byte_of_a_generation_is_seen(copy: Path) -> None:
    random = Random(7)
    files = [one for one in summed(copy) if one.stat().st_size]
    for _ in range(FLIPS):
        path = random.choice(files)
        place = random.randrange(path.stat().st_size)
        flip(path, place)
        assert is_seen(copy), f"{path.name} at {place}"
        flip(path, place)
    assert not is_seen(copy)


@pytest.mark.parametrize("damage", [cut, Path.unlink], ids=["cut", "deleted"])
def test_every_file_of_a_generation_that_is_cut_or_deleted_is_seen(copy: Path, damage: Callable[[Path], None]) -> None:
    for path in [one for one in summed(copy) if one.stat().st_size]:
        content = path.read_bytes()
        damage(path)
        assert is_seen(copy), path.name
        path.write_bytes(content)
    assert not is_seen(copy)


def test_a_journal_that_is_gone_cut_or_holds_another_text_is_seen(copy: Path) -> None:
    journal = Folder(copy).journal
    whole = journal.read_bytes()
    cut(journal)
    assert is_seen(copy)
    journal.unlink()
    assert is_seen(copy)
    journal.write_bytes(whole)
    with sqlite3.connect(journal) as connection:
        connection.execute("UPDATE documents SET text = ?", (zlib.compress("另一篇".encode()),))
    connection.close()
    assert is_seen(copy)


def test_a_journal_whose_statements_cannot_be_unpacked_is_seen(copy: Path) -> None:
    with sqlite3.connect(Folder(copy).journal) as connection:
        connection.execute("UPDATE documents SET nquads = x'00'")
    connection.close()
    assert is_seen(copy)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("UPDATE sources SET how = how || ' '", id="how a text came out of its file"),
        pytest.param("UPDATE sources SET content = 'f' || substr(content, 2)", id="what its bytes hash to"),
        pytest.param("UPDATE sources SET base = 'httpc' || substr(base, 6)", id="what its IRIs begin with"),
        pytest.param("UPDATE sums SET name = 'g' || substr(name, 2) WHERE name LIKE 'file %'", id="the sum of a file"),
        pytest.param("UPDATE sums SET name = 'g' || substr(name, 2) WHERE name LIKE '% '", id="the sum of a document"),
    ],
)
def test_every_cell_of_a_journal_that_changed_is_seen(copy: Path, change: str) -> None:
    with sqlite3.connect(Folder(copy).journal) as connection:
        assert connection.execute(change).rowcount == 1
    connection.close()
    assert is_seen(copy)


def test_a_text_that_cannot_be_unpacked_is_told_and_ends_no_check(copy: Path) -> None:
    with sqlite3.connect(Folder(copy).journal) as connection:
        (text,) = connection.execute("SELECT text FROM documents").fetchone()
        connection.execute("UPDATE documents SET text = ?", (text[:-1] + bytes([text[-1] ^ 1]),))
    connection.close()
    found = check_dataset(open_dataset(copy))
    assert {one.kind for one in found if one.kind != "shape"} == {"journal"}
    with pytest.raises(DatasetDamagedError):
        open_dataset(copy).text("")


def flip_within(path: Path) -> None:
    flip(path, path.stat().st_size // 2)


@pytest.mark.parametrize("damage", [cut, Path.unlink, flip_within], ids=["cut", "deleted", "flipped"])
def test_a_build_after_a_crash_that_took_some_of_the_journals_log_ends_as_if_nothing_had_been(
    tmp_path: Path, damage: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.dataset.journal.COMMITTED_TOGETHER", 1)
    texts = [tmp_path / f"{number}.txt" for number in range(4)]
    for text in texts:
        text.write_text(f"{text.stem}\n{TEXT}", encoding="utf-8")
    crashed, whole = tmp_path / "crashed", tmp_path / "whole"

    def annotated(path: Path, settings: Settings) -> Annotation:
        if path == texts[-1]:
            shutil.copytree(whole, crashed)  # what a crash leaves: three documents in the log
        return annotation_at(path, settings)

    build(texts, Settings(dataset=whole, judgements=None), annotate_path=annotated)
    log = Folder(crashed).journal.with_name("journal.sqlite-wal")
    assert log.stat().st_size
    damage(log)
    report = build(texts, Settings(dataset=crashed, judgements=None), annotate_path=annotation_at)
    assert report.read >= 1
    assert open_dataset(crashed).manifest.sha256 == open_dataset(whole).manifest.sha256
    assert not is_seen(crashed)
