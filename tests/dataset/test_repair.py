"""Damage of every kind, then a repair: the dataset is what an undisturbed build makes, or says what it is not."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from graphkit.dataset import open_dataset
from graphkit.dataset.check import check_dataset
from graphkit.dataset.folder import Folder
from graphkit.dataset.journal import open_journal
from graphkit.dataset.repair import base_before
from graphkit.errors import DatasetDamagedError, DatasetMissingError, NoSourcesError
from graphkit.model.entities import Annotation
from graphkit.settings import Settings
from graphkit.workflow import BuildReport, build, remove, repair
from tests.handmade import TEXT, annotation_at

OTHERS = ("另一份简报。\n", "第三份简报，说别的事。\n")
BASE = "https://data.example.cn/id/"
FLIPS = 25


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a dataset of three documents, with IRIs of its own, beside its sources."""
    place = tmp_path_factory.mktemp("sound")
    (place / "sources").mkdir()
    for number, text in enumerate((TEXT, *OTHERS)):
        (place / "sources" / f"{number}.txt").write_text(text, encoding="utf-8")
    build([place / "sources"], settings_of(place / "outputs"), annotate_path=annotation_at)
    return place / "outputs"


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "outputs"))


def settings_of(folder: Path) -> Settings:
    return Settings(dataset=folder, base=BASE, judgements=None)


def repaired(folder: Path, *paths: Path) -> BuildReport:
    """Repair, with the base that the damaged dataset is found to have."""
    found = Settings(dataset=folder, base=base_before(Folder(folder)) or Settings().base, judgements=None)
    return repair(paths, found, annotate_path=annotation_at)


def digest(folder: Path) -> str:
    return open_dataset(folder).manifest.sha256


def assert_mended(folder: Path, sound: Path) -> None:
    assert digest(folder) == digest(sound)
    assert check_dataset(open_dataset(folder)) == []


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 0x10
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


DAMAGES = pytest.mark.parametrize("damage", [cut, emptied, Path.unlink], ids=["cut", "emptied", "deleted"])


def test_a_sound_dataset_is_made_again_and_nothing_is_read(copy: Path, sound: Path) -> None:
    report = repaired(copy)
    assert (report.damage, report.lost, report.read, report.unchanged) == ((), (), 0, 3)
    assert report.generation == 2
    assert_mended(copy, sound)


def test_flipped_bytes_of_generations_are_mended_without_reading(copy: Path, sound: Path) -> None:
    random = Random(11)
    for _ in range(FLIPS // 5):
        files = [one for one in Folder(copy).current().rglob("*") if one.is_file() and one.stat().st_size]
        path = random.choice(sorted(files))
        flip(path, random.randrange(path.stat().st_size))
        assert repaired(copy).read == 0
        assert_mended(copy, sound)


@DAMAGES
@pytest.mark.parametrize("name", ["manifest.json", "search.sqlite", "SHA256SUMS", "store/CURRENT"])
def test_a_file_of_a_generation_is_mended_and_what_was_damaged_goes(
    copy: Path, sound: Path, name: str, damage: Callable[[Path], None]
) -> None:
    broken = Folder(copy).current()
    damage(broken / name)
    report = repaired(copy)
    assert report.damage or name == "SHA256SUMS"
    assert report.read == 0
    assert_mended(copy, sound)


@DAMAGES
def test_a_pointer_is_mended(copy: Path, sound: Path, damage: Callable[[Path], None]) -> None:
    damage(Folder(copy).pointer)
    assert repaired(copy).damage != ()
    assert_mended(copy, sound)


def test_a_deleted_folder_of_generations_and_a_deleted_marker_are_mended(copy: Path, sound: Path) -> None:
    shutil.rmtree(Folder(copy).current())
    Folder(copy).marker.unlink()
    repaired(copy)
    assert_mended(copy, sound)


@DAMAGES
def test_a_journal_is_set_aside_and_its_sources_are_read_again(
    copy: Path, sound: Path, damage: Callable[[Path], None]
) -> None:
    journal = Folder(copy).journal
    damage(journal)
    was = journal.read_bytes() if journal.exists() else None
    report = repaired(copy)
    assert report.damage != ()
    assert report.read == 3
    assert_mended(copy, sound)
    if was:
        assert (copy / "journal.sqlite.damaged-1").read_bytes() == was
    with open_journal(journal, read_only=True) as mended:
        assert [root.path.name for root in mended.roots()] == ["sources"]


def test_every_flipped_byte_of_the_journal_is_mended(copy: Path, sound: Path) -> None:
    random = Random(13)
    whole = Folder(copy).journal.read_bytes()
    for _ in range(FLIPS):
        place = random.randrange(len(whole))
        Folder(copy).journal.write_bytes(whole)
        flip(Folder(copy).journal, place)
        repaired(copy)
        assert digest(copy) == digest(sound), place
    assert check_dataset(open_dataset(copy)) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE documents SET nquads = x'00' WHERE facts > 0",
        "UPDATE documents SET document = document || 'x' WHERE facts > 0",
        "UPDATE documents SET document = CAST(x'ff' AS TEXT) WHERE facts > 0",
        "UPDATE documents SET regions = '[' WHERE facts > 0",
        "UPDATE documents SET variant = 'x' WHERE facts > 0",
        "UPDATE sources SET text_sha256 = 'x' WHERE path = (SELECT MIN(path) FROM sources)",
        "UPDATE sources SET how = '{' WHERE path = (SELECT MIN(path) FROM sources)",
        "UPDATE sources SET reason = CAST(x'ff' AS TEXT) WHERE path = (SELECT MIN(path) FROM sources)",
        "DELETE FROM documents WHERE facts > 0",
    ],
)
def test_only_the_document_at_fault_is_read_again(copy: Path, sound: Path, change: str) -> None:
    with sqlite3.connect(Folder(copy).journal) as connection:
        connection.execute(change)
    connection.close()
    with open_journal(Folder(copy).journal, read_only=True) as journal:
        assert list(journal.faults()) != []
    report = repaired(copy)
    assert (report.read, report.unchanged, report.lost) == (1, 2, ())
    assert (copy / "journal.sqlite.damaged-1").is_file()
    assert_mended(copy, sound)


@pytest.mark.parametrize(("name", "other"), [(b"topics TEXT", b"to\xf0ics TEXT"), (b"lexicon TEXT", b"lexicon UEXT")])
def test_a_table_that_is_defined_otherwise_is_set_aside(copy: Path, sound: Path, name: bytes, other: bytes) -> None:
    journal = Folder(copy).journal
    journal.write_bytes(journal.read_bytes().replace(name, other, 1))
    assert repaired(copy).read == 3
    assert_mended(copy, sound)


def test_roots_that_were_changed_come_back_from_the_run_record(copy: Path, sound: Path) -> None:
    with sqlite3.connect(Folder(copy).journal) as connection:
        connection.execute("UPDATE roots SET path = path || x'78'")
    connection.close()
    assert repaired(copy).read == 0
    assert_mended(copy, sound)


def test_a_document_whose_source_is_gone_is_named_as_lost(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT, encoding="utf-8")
    other = tmp_path / "b.txt"
    other.write_text("另一份", encoding="utf-8")
    folder = tmp_path / "outputs"
    build([source, other], settings_of(folder), annotate_path=annotation_at)
    cut(Folder(folder).journal)
    source.unlink()
    report = repaired(folder)
    assert report.lost == (str(source),)
    assert (report.read, report.documents) == (1, 1)
    source.write_text(TEXT, encoding="utf-8")
    assert build([source], settings_of(folder), annotate_path=annotation_at).documents == 2


def test_sources_that_nobody_knows_must_be_named(copy: Path, sound: Path) -> None:
    Folder(copy).journal.unlink()
    Folder(copy).run_record.unlink()
    with pytest.raises(NoSourcesError, match="--repair PATH"):
        repaired(copy)
    assert repaired(copy, sound.parent / "sources").read == 3
    assert_mended(copy, sound)


@pytest.mark.parametrize("damage", [emptied, Path.unlink])
def test_a_plain_build_does_not_take_a_lost_journal_for_an_empty_one(
    copy: Path, sound: Path, damage: Callable[[Path], None]
) -> None:
    damage(Folder(copy).journal)
    for _ in range(2):
        with pytest.raises(DatasetDamagedError, match="--repair"):
            build([], settings_of(copy), annotate_path=annotation_at)
    assert digest(copy) == digest(sound)
    repaired(copy)
    assert_mended(copy, sound)


def test_a_dataset_whose_sources_were_all_removed_stays_empty(copy: Path) -> None:
    with open_journal(Folder(copy).journal, read_only=True) as journal:
        roots = [root.path for root in journal.roots()]
    remove(roots, settings_of(copy), annotate_path=annotation_at)
    assert build([], settings_of(copy), annotate_path=annotation_at).documents == 0


@pytest.mark.parametrize("documents", [0, 1, 2])
def test_a_repair_that_was_interrupted_is_finished_by_a_build(copy: Path, sound: Path, documents: int) -> None:
    read: list[Path] = []

    def interrupted(path: Path, settings: Settings) -> Annotation:
        if len(read) == documents:
            raise KeyboardInterrupt
        read.append(path)
        return annotation_at(path, settings)

    cut(Folder(copy).journal)
    with pytest.raises(KeyboardInterrupt):
        repair([], settings_of(copy), annotate_path=interrupted)
    assert digest(copy) == digest(sound)
    assert build([], settings_of(copy), annotate_path=annotation_at).read == 3 - documents
    assert_mended(copy, sound)


def test_the_iris_of_a_dataset_stay_what_they_were(copy: Path) -> None:
    assert base_before(Folder(copy)) == BASE
    Folder(copy).journal.unlink()
    assert base_before(Folder(copy)) == BASE
    (Folder(copy).current() / "manifest.json").unlink()
    assert base_before(Folder(copy)) == BASE
    record = json.loads(Folder(copy).run_record.read_text("utf-8"))
    assert record["roots"] == [[record["roots"][0][0], [], [], False]]


def test_what_is_no_dataset_is_not_repaired(tmp_path: Path) -> None:
    with pytest.raises(DatasetMissingError):
        repaired(tmp_path)
