"""Quads of documents and articles in as they pass, what the index tells of each out, kept beside the index."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from graphkit.dataset.search_words import date_bounds
from graphkit.rdf.engine import literal_in
from graphkit.terms import dcterms, gk, skos

_TABLE = "CREATE TEMP TABLE titles (iri TEXT PRIMARY KEY, name TEXT, date TEXT, issue TEXT) WITHOUT ROWID"
_DOCUMENT, _ARTICLE = f"<{gk.Document}>".encode(), f"<{gk.Article}>".encode()
TITLED = frozenset({_DOCUMENT, _ARTICLE})
"""Classes of what has a title here, as N-Quads writes them."""
_NAME, _ISSUED, _YEAR, _NUMBER, _CODE = (
    f"<{one}>".encode() for one in (skos.prefLabel, dcterms.issued, gk.issueYear, gk.issueNumber, gk.documentNumber)
)


class Title(NamedTuple):
    """What a document or article is called, when it was issued, and what people call its issue; "" where not known."""

    name: str
    date: str
    issue: str


class Titles:
    """The titles of documents and articles; `first` and `last` are the days between which documents were issued."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Start with none, in a table that goes with the connection."""
        self._connection = connection
        self._connection.execute(_TABLE)
        self.first = self.last = ""

    def take(self, subject: bytes, stated: list[tuple[bytes, bytes]], classes: set[bytes]) -> None:
        """Take what is stated of a subject of these classes, a document or an article."""
        dates = _values(stated, _ISSUED)
        if _DOCUMENT in classes and dates:
            bounds = list(map(date_bounds, dates))
            self.first = min(self.first or bounds[0][0], *(first for first, _ in bounds))
            self.last = max(self.last, *(last for _, last in bounds))
        row = subject[1:-1].decode(), _least(stated, _NAME), min(dates, default=""), _issue(stated)
        self._connection.execute("INSERT INTO titles VALUES (?, ?, ?, ?)", row)

    def of(self, thing: str) -> Title:
        """Give the title of a document or article."""
        row = self._connection.execute("SELECT name, date, issue FROM titles WHERE iri = ?", (thing,)).fetchone()
        return Title(*row or ("", "", ""))


def _values(stated: list[tuple[bytes, bytes]], wanted: bytes) -> list[str]:
    return [literal_in(value) for predicate, value in stated if predicate == wanted]


def _least(stated: list[tuple[bytes, bytes]], wanted: bytes) -> str:
    return min(_values(stated, wanted), default="")


def _issue(stated: list[tuple[bytes, bytes]]) -> str:
    """Give what people call the issue of a document: 2021年第2期, else its document number."""
    year, number = _least(stated, _YEAR), _least(stated, _NUMBER)
    if not number:
        return _least(stated, _CODE)
    return f"{year}年第{number}期" if year else f"第{number}期"
