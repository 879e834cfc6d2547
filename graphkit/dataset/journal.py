"""Documents' statements in, kept whole in SQLite, out again in the order of their text hashes.

A document is there whole or not at all; a few are committed together, since each commit waits for the disk.
File paths stay here and never enter the graph.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from graphkit.dataset.entries import Entry, Packed, Text, entry_in, handles_of, text_in, unpacked
from graphkit.dataset.journal_faults import (
    SUMS,
    Fault,
    drop_faulty,
    drop_idle_sums,
    faults_in,
    is_summed,
    sum_document,
    sum_roots,
    sum_source,
)
from graphkit.dataset.sources import Root
from graphkit.dataset.versions import Versions
from graphkit.errors import DatasetDamagedError, DatasetOutdatedError, DatasetUnwritableError
from graphkit.model.handles import Handle

COMMITTED_TOGETHER = 100
COMMITTED_AFTER = 0.5
"""Documents, and seconds, after which what was journalled is committed: all that a crash can cost."""

_FORMAT = 4
_ROOTS = "CREATE TABLE roots (path BLOB PRIMARY KEY, options TEXT NOT NULL DEFAULT '[[], [], false]') WITHOUT ROWID;"
_TABLES = """
CREATE TABLE documents (
    text_sha256 TEXT NOT NULL, variant TEXT NOT NULL,
    extractor TEXT NOT NULL, lexicon TEXT NOT NULL, base TEXT NOT NULL,
    document TEXT NOT NULL, text BLOB NOT NULL, nquads BLOB NOT NULL, labels BLOB NOT NULL,
    regions TEXT NOT NULL, topics TEXT NOT NULL, handles BLOB NOT NULL, facts INTEGER NOT NULL,
    sentences BLOB NOT NULL,
    PRIMARY KEY (text_sha256, variant));
CREATE TABLE sources (
    path BLOB PRIMARY KEY, content TEXT NOT NULL,
    extractor TEXT NOT NULL, lexicon TEXT NOT NULL, base TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('done', 'set aside')),
    text_sha256 TEXT, variant TEXT NOT NULL, reason TEXT NOT NULL, remedy TEXT NOT NULL, how TEXT NOT NULL);
"""


# A temporary view stands before the table of its name.
_ADMITTED = """
CREATE TEMP TABLE admitted (text_sha256 TEXT, variant TEXT, PRIMARY KEY (text_sha256, variant)) WITHOUT ROWID;
CREATE TEMP VIEW documents AS SELECT stored.* FROM main.documents AS stored JOIN admitted USING (text_sha256, variant);
"""
_ENTRY = "SELECT text_sha256, variant, document, nquads, labels, regions, topics, handles, facts FROM documents"
_TEXT = "SELECT text FROM documents"
# SQLite takes the other columns from the row that has the maximum.
_COUNTS = "SELECT COUNT(*), SUM(facts) FROM (SELECT facts, MAX(variant) FROM documents GROUP BY text_sha256)"
_KNOWN = """
SELECT path, content, extractor, lexicon, base, text_sha256, reason, remedy, variant, how FROM sources {} ORDER BY path
"""
_READ_SO = """
SELECT content, text_sha256, MIN(variant), how FROM sources
WHERE status = 'done' AND extractor = ? AND lexicon = ? AND base = ? GROUP BY content ORDER BY content
"""
_BEGINS = " WHERE text_sha256 >= ? AND text_sha256 < ? ORDER BY text_sha256, variant"


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of one file: what its bytes and row hash to, and the document or the reason why there is none.

    `how` is JSON: how the text came out of the file.
    """

    content: str
    versions: Versions
    text_sha256: str | None
    reason: str = ""
    remedy: str = ""
    variant: str = ""
    how: str = ""


class Journal:
    """The journal of one dataset."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take an open connection."""
        self._connection = connection
        self._uncommitted = 0
        self._committed = monotonic()

    def roots(self) -> list[Root]:
        """Give the remembered files and folders, sorted."""
        rows = self._connection.execute("SELECT path, options FROM roots")
        return sorted(_root(path, options) for path, options in rows)

    @property
    def is_new(self) -> bool:
        """Tell whether nothing was ever remembered here."""
        return not self.roots() and not is_summed(self._connection)

    def remember_roots(self, roots: Iterable[Root]) -> None:
        """Make these the remembered files and folders; of two with one path the later stands."""
        rows = ((_stored(one.path), json.dumps(one[1:])) for one in roots)
        with self._connection:
            self._connection.execute("DELETE FROM roots")
            self._connection.executemany("INSERT OR REPLACE INTO roots VALUES (?, ?)", rows)
            sum_roots(self._connection)

    def sources(self) -> dict[Path, Source]:
        """Give what is known of each file."""
        return dict(self.known())

    def known(self, *, set_aside: bool | None = None) -> Iterator[tuple[Path, Source]]:
        """Iterate over what is known of each file, by their bytes; of those set aside, or of the others."""
        wanted = {None: "", True: "WHERE status = 'set aside'", False: "WHERE status = 'done'"}[set_aside]
        for path, content, extractor, lexicon, base, *rest in self._connection.execute(_KNOWN.format(wanted)):
            yield _path(path), Source(content, Versions(extractor, lexicon, base), *rest)

    def read_so(self, versions: Versions) -> Iterator[Source]:
        """Iterate over what was read as these versions read, whatever file it was in, sorted, each content once."""
        for content, text_sha256, variant, how in self._connection.execute(_READ_SO, _version_columns(versions)):
            yield Source(content, versions, text_sha256, variant=variant, how=how)

    def record(self, paths: Iterable[Path], source: Source, packed: Packed) -> None:
        """Journal one document and the files it was read from, both or neither."""
        text_sha256, variant, *rest = packed
        row = (text_sha256, variant, *_version_columns(source.versions), *rest)
        with self._soon():
            self._connection.execute(
                "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row
            )
            sum_document(self._connection, row)
            self._insert_sources(paths, source)

    def record_source(self, paths: Iterable[Path], source: Source) -> None:
        """Journal files without a new document: why they were set aside, or that they hold one that is journalled."""
        with self._soon():
            self._insert_sources(paths, source)

    def forget(self, paths: Iterable[Path]) -> None:
        """Drop files, and the documents that no file holds any more."""
        with self._connection:
            self._connection.executemany("DELETE FROM sources WHERE path = ?", ((_stored(one),) for one in paths))
            self._connection.execute(
                "DELETE FROM documents WHERE (text_sha256, variant) NOT IN "
                "(SELECT text_sha256, variant FROM sources WHERE text_sha256 IS NOT NULL)"
            )
            drop_idle_sums(self._connection)

    def restrict(self, documents: Iterable[tuple[str, str]]) -> None:
        """Let this connection see these documents (text hash, variant) only, until it is closed; for reading."""
        self._connection.executescript(_ADMITTED)
        self._connection.executemany("INSERT INTO admitted VALUES (?, ?)", documents)

    def entries(self) -> Iterator[Entry]:
        """Iterate over the documents in the order of their text hashes."""
        yield from map(entry_in, self._connection.execute(_ENTRY + " ORDER BY text_sha256, variant"))

    def entry(self, digits: str) -> Entry | None:
        """Give the document whose text hash begins with these digits, None when there is none."""
        rows = self._connection.execute(_ENTRY + _BEGINS, (digits, digits + "g"))
        row = rows.fetchone()
        return None if row is None else entry_in(row)

    def things(self) -> Iterator[str]:
        """Iterate over the IRIs of all things of all documents, before anything is merged."""
        for (labels,) in self._connection.execute("SELECT labels FROM documents"):
            yield from (one[0] for one in json.loads(unpacked(labels)))

    def handles(self) -> Iterator[tuple[str, Handle]]:
        """Iterate over the handles of all documents, each with its text hash."""
        for text_sha256, handles in self._connection.execute("SELECT text_sha256, handles FROM documents"):
            yield from ((text_sha256, handle) for handle in handles_of(handles))

    def text_hashes(self) -> Iterator[str]:
        """Iterate over the text hashes of all documents, sorted."""
        rows = self._connection.execute("SELECT DISTINCT text_sha256 FROM documents ORDER BY text_sha256")
        return (row[0] for row in rows)

    def text_variants(self) -> Iterator[tuple[str, str]]:
        """Iterate over text hash and variant of all documents, sorted."""
        yield from self._connection.execute("SELECT text_sha256, variant FROM documents ORDER BY text_sha256, variant")

    def counts(self) -> tuple[int, int]:
        """Count texts and their facts; of a text on several pages, those of the last."""
        row = self._connection.execute(_COUNTS).fetchone()
        return int(row[0]), int(row[1] or 0)

    def files_of(self, digits: str) -> list[Path]:
        """Give the files whose text has a hash that begins with these digits, sorted."""
        rows = self._connection.execute(
            "SELECT path FROM sources WHERE text_sha256 >= ? AND text_sha256 < ?", (digits, digits + "g")
        )
        return sorted(_path(row[0]) for row in rows)

    def texts(self) -> Iterator[Text]:
        """Iterate over the texts of all documents with their sentences, in the order of their hashes."""
        rows = self._connection.execute(
            "SELECT text_sha256, document, text, sentences FROM documents GROUP BY text_sha256 ORDER BY text_sha256"
        )
        for text_sha256, document, text, sentences in rows:
            yield text_in(text_sha256, document, text, sentences)

    def text(self, digits: str) -> str | None:
        """Give the decoded text whose hash begins with these digits, None when there is none."""
        rows = self._connection.execute(_TEXT + _BEGINS, (digits, digits + "g"))
        row = rows.fetchone()
        return None if row is None else unpacked(row[0]).decode()

    def base(self) -> str | None:
        """Give what the IRIs of most documents begin with, None where there are none."""
        found = self._connection.execute(
            "SELECT base FROM sources GROUP BY base ORDER BY COUNT(*) DESC, base"
        ).fetchone()
        return None if found is None else str(found[0])

    def faults(self) -> Iterator[Fault]:
        """Iterate over what is wrong with the file and with the documents in it."""
        yield from faults_in(self._connection, _TABLES)

    def drop(self, faults: Iterable[Fault]) -> None:
        """Drop the documents at fault with the files that gave them."""
        drop_faulty(self._connection, faults)

    def commit(self) -> None:
        """Make sure that all that was journalled outlasts this process."""
        self._connection.commit()
        self._uncommitted, self._committed = 0, monotonic()

    @contextmanager
    def _soon(self) -> Iterator[None]:
        """Commit what the block writes with what comes after it; take all back when it fails."""
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._uncommitted += 1
        if self._uncommitted >= COMMITTED_TOGETHER or monotonic() - self._committed >= COMMITTED_AFTER:
            self.commit()

    def _insert_sources(self, paths: Iterable[Path], source: Source) -> None:
        status = "done" if source.text_sha256 is not None else "set aside"
        versions = _version_columns(source.versions)
        outcome = source.text_sha256, source.variant, source.reason, source.remedy, source.how
        rows = [(_stored(path), source.content, *versions, status, *outcome) for path in paths]
        self._connection.executemany("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        for row in rows:
            sum_source(self._connection, row)


@contextmanager
def open_journal(path: Path, *, read_only: bool = False) -> Iterator[Journal]:
    """Open a journal, made when it is to be written and not there; closed at the end.

    Raises DatasetDamagedError when the file is no journal of this format, DatasetUnwritableError
    when the system refuses (no permission, no space).
    """
    if read_only and not path.is_file():
        raise DatasetDamagedError(str(path), "no such file")
    mode = "rwc" if not read_only else "ro&immutable=1" if _is_at_rest(path) else "ro"
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True)
    try:
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        _check_format(connection, path, read_only=read_only)
        if not read_only:
            connection.execute(SUMS)
        journal = Journal(connection)
        try:
            yield journal
        finally:
            journal.commit()
    except sqlite3.OperationalError as error:
        raise DatasetUnwritableError(str(path), str(error)) from error
    except sqlite3.DatabaseError as error:
        raise DatasetDamagedError(str(path), str(error)) from error
    finally:
        connection.close()


def _is_at_rest(path: Path) -> bool:
    """Tell whether nobody writes a journal: it stands where nothing can be written, and nothing waits beside it."""
    # SQLite reads a WAL database through a file that it makes beside it, where it may.
    return not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()


def _check_format(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found == 0:
        connection.executescript(f"BEGIN;{_ROOTS}{_TABLES}PRAGMA user_version = {_FORMAT};COMMIT;")
    elif found < _FORMAT and not read_only:
        # The sources are remembered and read again.
        dropped = "DROP TABLE sources; DROP TABLE documents;"
        if all(column[1] != "options" for column in connection.execute("PRAGMA table_info(roots)")):
            dropped += "ALTER TABLE roots ADD COLUMN options TEXT NOT NULL DEFAULT '[[], [], false]';"
        connection.executescript(f"BEGIN;{dropped}{_TABLES}PRAGMA user_version = {_FORMAT};COMMIT;")
    elif found != _FORMAT:
        raise DatasetOutdatedError(str(path), found, _FORMAT)


def _version_columns(versions: Versions) -> tuple[str, str, str]:
    return versions.extractor, versions.lexicon, versions.base


def _stored(path: Path) -> bytes:
    """Give a path as the system's bytes: file names need not be Unicode."""
    return os.fsencode(path)


def _path(stored: bytes) -> Path:
    return Path(os.fsdecode(stored))


def _root(stored: bytes, options: str) -> Root:
    include, exclude, ocr = json.loads(options)
    return Root(_path(stored), tuple(include), tuple(exclude), bool(ocr))
