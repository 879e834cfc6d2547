"""An open journal in, what is wrong with it out; SQLite keeps no sums of what it holds, so this does.

A flipped byte in a cell is no fault to SQLite. So each document's row and each file's is summed when it is written,
and the remembered sources are; rows written before there were sums are checked by their text hash and packing alone.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import NamedTuple

SUMS = "CREATE TABLE IF NOT EXISTS sums (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;"

_DEFINED = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name <> 'roots'"
_ROOTS = "roots"
_NAMED = "SELECT text_sha256, variant, NULL FROM main.documents UNION ALL SELECT NULL, NULL, path FROM sources"
_CHANGED = "记录已变 / its row is not what was written"
_SOURCE_TEXT = 6
"""Where the text hash stands in a file's row."""

_PACKED = (6, 7, 8, 11, 13)
"""Where the compressed columns stand in a document's row: text, nquads, labels, handles, sentences."""


class Fault(NamedTuple):
    """What is wrong: with the file as a whole, with the roots, with one document, or with what one file gave.

    `document` is its text hash and variant, `source` the path of a file as stored.
    """

    reason: str
    document: tuple[str, str] | None = None
    source: bytes | None = None
    is_roots: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether the file as a whole is at fault."""
        return self.document is None and self.source is None and not self.is_roots

    def __str__(self) -> str:
        """Give it as one line."""
        return f"{self.document[0]}: {self.reason}" if self.document else self.reason


def sum_document(connection: sqlite3.Connection, row: tuple[object, ...]) -> None:
    """Write the sum of a document's row."""
    connection.execute("INSERT OR REPLACE INTO sums VALUES (?, ?)", (f"{row[0]} {row[1]}", _sum(row)))


def sum_source(connection: sqlite3.Connection, row: tuple[object, ...]) -> None:
    """Write the sum of a file's row."""
    connection.execute("INSERT OR REPLACE INTO sums VALUES (?, ?)", (_file_name(row), _sum(row)))


def drop_idle_sums(connection: sqlite3.Connection) -> None:
    """Drop the sums of rows that are gone."""
    connection.execute(
        "DELETE FROM sums WHERE name <> 'roots' AND name NOT IN (SELECT text_sha256 || ' ' || variant FROM documents) "
        "AND name NOT IN (SELECT 'file ' || lower(hex(path)) FROM sources)"
    )


def sum_roots(connection: sqlite3.Connection) -> None:
    """Write the sum of the remembered files and folders."""
    connection.execute("INSERT OR REPLACE INTO sums VALUES (?, ?)", (_ROOTS, _sum(_roots(connection))))


def is_summed(connection: sqlite3.Connection) -> bool:
    """Tell whether the remembered files and folders have a sum: they were written at least once."""
    return _ROOTS in _sums(connection)


def faults_in(connection: sqlite3.Connection, tables: str) -> Iterator[Fault]:
    """Iterate over what is wrong with the file, the roots, the documents and what is known of files.

    `tables` are the statements that make the tables.
    """
    # A damaged cell need not be UTF-8.
    connection.text_factory = _tolerant
    try:
        for (told,) in connection.execute("PRAGMA integrity_check"):
            if told != "ok":
                yield Fault(str(told))
        if not _made_by(connection, tables):
            yield Fault("表的定义已变 / its tables are not defined as they were")
            return
        sums = _sums(connection)
        if _ROOTS in sums and sums[_ROOTS] != _sum(_roots(connection)):
            yield Fault("记住的来源已变 / the remembered sources are not what they were", is_roots=True)
        # A sum whose name was damaged leaves its row without one.
        kept = {_row_name(row) for row in connection.execute(_NAMED)} | {_ROOTS}
        is_short = bool(sums.keys() - kept)
        yield from _faulty_documents(connection, sums, is_short=is_short)
        yield from _faulty_sources(connection, sums, is_short=is_short)
    finally:
        connection.text_factory = str


def drop_faulty(connection: sqlite3.Connection, faults: Iterable[Fault]) -> None:
    """Drop the documents at fault, and the files that gave them: they are read again."""
    told = list(faults)
    documents = [one.document for one in told if one.document is not None]
    with connection:
        connection.executemany(
            "DELETE FROM documents WHERE CAST(text_sha256 AS BLOB) = ? AND CAST(variant AS BLOB) = ?",
            ([_stored(text), _stored(variant)] for text, variant in documents),
        )
        connection.executemany(
            "DELETE FROM sources WHERE CAST(text_sha256 AS BLOB) = ? AND CAST(variant AS BLOB) = ?",
            ([_stored(text), _stored(variant)] for text, variant in documents),
        )
        connection.executemany(
            "DELETE FROM sources WHERE path = ?", ([one.source] for one in told if one.source is not None)
        )
        drop_idle_sums(connection)


def _made_by(connection: sqlite3.Connection, tables: str) -> bool:
    """Tell whether the tables are defined as in a new journal; one from before there were sums has none."""
    with closing(sqlite3.connect(":memory:")) as new:
        new.executescript(tables + SUMS)
        wanted = dict(new.execute(_DEFINED))
    found = dict(connection.execute(_DEFINED))
    return {"sums": wanted["sums"], **found} == wanted


def _faulty_documents(connection: sqlite3.Connection, sums: dict[str, str], *, is_short: bool) -> Iterator[Fault]:
    for row in connection.execute("SELECT * FROM main.documents ORDER BY text_sha256, variant"):
        document, found = (row[0], row[1]), _sum(row)
        reason = _misfit(row[0], [row[place] for place in _PACKED])
        if not reason and sums.get(f"{row[0]} {row[1]}", "" if is_short else found) != found:
            reason = _CHANGED
        if reason:
            yield Fault(reason, document=document)


def _misfit(text_sha256: str, packed: list[bytes]) -> str:
    """Tell what is wrong with a document's text and what is packed beside it, nothing where nothing is."""
    try:
        text, *_ = map(zlib.decompress, packed)
    except (zlib.error, TypeError) as error:
        return str(error)
    return "" if hashlib.sha256(text).hexdigest() == text_sha256 else "原文已变 / its text is another one"


def _faulty_sources(connection: sqlite3.Connection, sums: dict[str, str], *, is_short: bool) -> Iterator[Fault]:
    """Iterate over files whose document is not there, or of which what is told is not what was written."""
    rows = connection.execute(
        "SELECT documents.text_sha256, sources.* FROM sources "
        "LEFT JOIN main.documents USING (text_sha256, variant) ORDER BY sources.path"
    )
    for document, *row in rows:
        path, found = row[0], _sum(tuple(row))
        if row[_SOURCE_TEXT] is not None and document is None:
            yield Fault(f"缺少文件的内容 / the document of a file is not there: {_shown(path)}", source=path)
        elif not _is_readable([one for one in row[1:] if one is not None]):
            yield Fault(f"文件的记录已坏 / what is known of a file cannot be read: {_shown(path)}", source=path)
        elif sums.get(_file_name(row), "" if is_short else found) != found:
            yield Fault(f"{_CHANGED}: {_shown(path)}", source=path)


def _is_readable(told: list[str]) -> bool:
    try:
        json.loads(told[-1] or "{}")
        "".join(told).encode()
    except (ValueError, TypeError):
        return False
    return True


def _file_name(row: Sequence[object]) -> str:
    """Give the name of the sum of a file's row: its path, which need not be text."""
    path = row[0]
    return f"file {path.hex() if isinstance(path, bytes) else path}"


def _row_name(row: tuple[str | bytes | None, ...]) -> str:
    """Give the name of a row's sum: of a document by its text and variant, of a file by its path."""
    text, variant, path = row
    return f"{text!s} {variant!s}" if path is None else _file_name((path,))


def _sums(connection: sqlite3.Connection) -> dict[str, str]:
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'sums'").fetchone():
        return {}
    return dict(connection.execute("SELECT name, sha256 FROM sums"))


def _roots(connection: sqlite3.Connection) -> tuple[object, ...]:
    return tuple(connection.execute("SELECT path, options FROM roots ORDER BY path"))


def _sum(row: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(row).encode("utf-8", "backslashreplace")).hexdigest()


def _tolerant(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogateescape")


def _stored(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _shown(path: bytes) -> str:
    return path.decode("utf-8", "backslashreplace")
