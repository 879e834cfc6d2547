"""Records in that need not fit in memory, back out by key: private SQLite databases that the system pages out.

They have no name, are gone with the process, and hold nothing that a build does not make again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from typing import TypeVar

Value = str | int | bytes
Row = tuple[Value, ...]
V = TypeVar("V")

_KILOBYTES = 1024
"""What each of them keeps in memory."""

_TOGETHER = 2048
"""Records that are written at once; those that are there twice among them are written once."""


class Spill:
    """A set of records of equal width, given back sorted by any of their columns; text is sorted by code points."""

    def __init__(self, width: int, records: Iterable[Row] = ()) -> None:
        """Take in records of so many columns."""
        columns = ", ".join(f"c{column}" for column in range(width))
        self._width = width
        self._connection = _private()
        self._connection.execute(f"CREATE TABLE records ({columns})")
        self._insert = f"INSERT INTO records VALUES ({', '.join('?' * width)})"  # noqa: S608 - no value is in it
        self._pending: set[Row] = set()
        for one in records:
            self.add(one)

    def add(self, record: Row) -> None:
        """Take in one record."""
        self._pending.add(record)
        if len(self._pending) >= _TOGETHER:
            self._write()

    def sorted_by(self, *columns: int) -> Iterator[Row]:
        """Iterate over the records by these columns, then by the others as they stand; each once."""
        self._write()
        rest = (column for column in range(self._width) if column not in columns)
        order = ", ".join(f"c{column}" for column in (*columns, *rest))
        previous: Row | None = None
        for row in self._connection.execute(f"SELECT * FROM records ORDER BY {order}"):  # noqa: S608 - our own names
            if row != previous:
                yield row
            previous = row

    def firsts(self) -> Iterator[Value]:
        """Iterate over the values of the first column in order, each once."""
        self._write()
        return (row[0] for row in self._connection.execute("SELECT DISTINCT c0 FROM records ORDER BY c0"))

    def having(self, first: Value) -> Iterator[Row]:
        """Iterate over the records whose first column is this."""
        self._write()
        # Made when it is first asked for: an index of all records at once is made in order.
        self._connection.execute("CREATE INDEX IF NOT EXISTS by_first ON records (c0)")
        return self._connection.execute("SELECT * FROM records WHERE c0 = ?", (first,))

    def _write(self) -> None:
        self._connection.executemany(self._insert, self._pending)
        self._pending.clear()


class SpilledMap(MutableMapping[str, V]):
    """A mapping of text to what JSON can write; it is iterated over in the order of its keys."""

    def __init__(self, items: Iterable[tuple[str, V]] = ()) -> None:
        """Take in items; of two with one key the later stands."""
        self._connection = _private()
        self._connection.execute("CREATE TABLE items (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
        for key, value in items:
            self[key] = value

    def __getitem__(self, key: str) -> V:
        """Give the value of a key."""
        row = self._connection.execute("SELECT value FROM items WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        value: V = json.loads(row[0])
        return value

    def __setitem__(self, key: str, value: V) -> None:
        """Keep a value."""
        self._connection.execute("INSERT OR REPLACE INTO items VALUES (?, ?)", (key, json.dumps(value)))

    def __delitem__(self, key: str) -> None:
        """Drop a key."""
        if not self._connection.execute("DELETE FROM items WHERE key = ?", (key,)).rowcount:
            raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys in order; the mapping must not change meanwhile."""
        return (row[0] for row in self._connection.execute("SELECT key FROM items ORDER BY key"))

    def __len__(self) -> int:
        """Count the keys."""
        return int(self._connection.execute("SELECT COUNT(*) FROM items").fetchone()[0])

    def __bool__(self) -> bool:
        """Tell whether there is any, without counting them."""
        return self._connection.execute("SELECT 1 FROM items LIMIT 1").fetchone() is not None


@dataclass(frozen=True, slots=True)
class Again(Iterable[V]):
    """What is iterated over anew, as often as it is wanted."""

    made: Callable[[], Iterator[V]]

    def __iter__(self) -> Iterator[V]:
        """Begin once more."""
        return self.made()


def _private() -> sqlite3.Connection:
    """Open a database of no name: SQLite keeps it in memory up to a size, beyond that in a file that nobody sees."""
    connection = sqlite3.connect("", check_same_thread=False)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA cache_size = -{_KILOBYTES}")
    return connection
