"""What is remembered of documents."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.dataset.entries import entry_of, pack
from graphkit.dataset.journal import Source, open_journal
from graphkit.dataset.passages import sentences_in
from graphkit.dataset.sources import Root
from graphkit.dataset.versions import Versions
from graphkit.errors import DatasetDamagedError, DatasetOutdatedError
from graphkit.rdf.statements import state
from tests.hand_annotation import ANNOTATION, DOCUMENT, TEXT

ENTRY = entry_of(state(ANNOTATION))
PACKED = pack(ENTRY, TEXT, sentences_in(DOCUMENT))
VERSIONS = Versions("1", "2", "https://example.org/")
SOURCE = Source("hash.txt", VERSIONS, ENTRY.text_sha256)


def test_a_document_comes_back_as_it_was_recorded(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j.sqlite") as journal:
        journal.record([Path("/a.txt"), Path("/b.txt")], SOURCE, PACKED)
    with open_journal(tmp_path / "j.sqlite", read_only=True) as journal:
        assert list(journal.entries()) == [ENTRY]
        assert journal.sources() == {Path("/a.txt"): SOURCE, Path("/b.txt"): SOURCE}
        assert journal.text(DOCUMENT.sha256[:16]) == TEXT
        assert list(journal.text_hashes()) == [DOCUMENT.sha256]


def test_what_is_committed_outlasts_a_power_cut_and_is_packed(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j.sqlite") as journal:
        connection = journal._connection
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
        journal.record([Path("/a.txt")], SOURCE, PACKED)
        (packed,) = connection.execute("SELECT nquads FROM documents").fetchone()
    assert 0 < len(packed) < len(ENTRY.nquads) / 2


def test_a_document_lasts_as_long_as_a_file_holds_it(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j.sqlite") as journal:
        journal.record([Path("/a.txt"), Path("/b.txt")], SOURCE, PACKED)
        journal.forget([Path("/a.txt")])
        assert list(journal.text_hashes()) == [DOCUMENT.sha256]
        journal.forget([Path("/b.txt")])
        assert list(journal.text_hashes()) == []


def test_a_file_that_can_no_longer_be_read_takes_its_document_with_it(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j.sqlite") as journal:
        journal.record([Path("/a.txt")], SOURCE, PACKED)
        aside = Source("", VERSIONS, None, "坏了", "转码")
        journal.record_source([Path("/a.txt")], aside)
        journal.forget([])
        assert journal.sources() == {Path("/a.txt"): aside}
        assert list(journal.text_hashes()) == []


def test_roots_are_replaced_and_sorted(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j.sqlite") as journal:
        journal.remember_roots([Root(Path("/b")), Root(Path("/a")), Root(Path("/b"), include=("*.pdf",), ocr=True)])
        assert journal.roots() == [Root(Path("/a")), Root(Path("/b"), ("*.pdf",), (), ocr=True)]
        journal.remember_roots([Root(Path("/c"))])
        assert journal.roots() == [Root(Path("/c"))]


def test_a_file_name_need_not_be_unicode(tmp_path: Path) -> None:
    name = Path(os.fsdecode(b"/\xd6\xd0.txt"))
    with open_journal(tmp_path / "j.sqlite") as journal:
        journal.remember_roots([Root(name)])
        assert journal.roots() == [Root(name)]


def test_a_document_is_recorded_whole_or_not_at_all(tmp_path: Path) -> None:
    def paths() -> Iterator[Path]:
        yield Path("/a.txt")
        raise KeyboardInterrupt

    with open_journal(tmp_path / "j.sqlite") as journal:
        with pytest.raises(KeyboardInterrupt):
            journal.record(paths(), SOURCE, PACKED)
        assert list(journal.text_hashes()) == []
        assert journal.sources() == {}


def test_a_journal_is_read_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_journal(tmp_path / "j.sqlite") as journal:
        journal.record([Path("/a.txt")], SOURCE, PACKED)
    monkeypatch.setattr(os, "access", lambda *_: False)
    before = sorted(tmp_path.iterdir())
    with open_journal(tmp_path / "j.sqlite", read_only=True) as journal:
        assert journal.text(DOCUMENT.sha256[:16]) == TEXT
        assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to look like one" * 20])
def test_a_file_that_is_no_journal_is_damage(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "j.sqlite").write_bytes(content)
    with pytest.raises(DatasetDamagedError), open_journal(tmp_path / "j.sqlite"):
        pass


def test_a_journal_of_another_format_is_told(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "j.sqlite")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(DatasetOutdatedError, match="update graphkit"), open_journal(tmp_path / "j.sqlite"):
        pass


def test_a_journal_of_an_older_format_keeps_its_roots_and_reads_its_documents_again(tmp_path: Path) -> None:
    place = tmp_path / "j.sqlite"
    with open_journal(place) as journal:
        journal.remember_roots([Root(Path("/a.txt"))])
        journal.record([Path("/a.txt")], SOURCE, PACKED)
    with sqlite3.connect(place) as connection:
        connection.execute("ALTER TABLE roots DROP COLUMN options")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(DatasetOutdatedError, match="run graphkit build once more"), open_journal(place, read_only=True):
        pass
    with open_journal(place) as journal:
        assert journal.roots() == [Root(Path("/a.txt"))]
        assert journal.sources() == {}
        assert list(journal.text_hashes()) == []
