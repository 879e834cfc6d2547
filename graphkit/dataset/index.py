"""Texts and the quads that name things in, the search index of a generation out: one SQLite file, never written again.

Sentences and names are kept folded, with trigrams of them (FTS5) to look among. A SQLite without
trigrams makes an index without; a search then reads every row.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, count, groupby
from operator import itemgetter
from pathlib import Path

from graphkit.dataset.entries import Sentence, Text
from graphkit.dataset.manifest import INDEX, IndexRecord
from graphkit.dataset.search_words import date_bounds, folded, holds_in_order, is_typed_alike, typed_key
from graphkit.dataset.titles import TITLED, Titles
from graphkit.rdf.engine import literal_in
from graphkit.rdf.lines import Quad
from graphkit.terms import GK, dcterms, gk, rdf, rdfs, skos

_TABLES = """
CREATE TABLE documents (id INTEGER PRIMARY KEY, text TEXT NOT NULL, iri TEXT NOT NULL, name TEXT NOT NULL,
    issue TEXT NOT NULL, date TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL);
CREATE TABLE articles (document INTEGER NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL,
    PRIMARY KEY (document, number)) WITHOUT ROWID;
CREATE TABLE passages (id INTEGER PRIMARY KEY, document INTEGER NOT NULL, article INTEGER NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL, key TEXT NOT NULL, raw TEXT, runs TEXT);
CREATE TABLE things (id INTEGER PRIMARY KEY, iri TEXT NOT NULL, label TEXT NOT NULL, class TEXT NOT NULL,
    facts INTEGER NOT NULL);
CREATE TABLE names (id INTEGER PRIMARY KEY, thing INTEGER NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL);
CREATE INDEX names_of_things ON names (thing);
CREATE TABLE more_names (iri TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL);
"""
_GRAMS = """
CREATE VIRTUAL TABLE {0}_grams USING fts5(key, content='', detail=none, columnsize=0,
    tokenize='trigram case_sensitive 1');
INSERT INTO {0}_grams (rowid, key) SELECT id, key FROM {0} ORDER BY id;
INSERT INTO {0}_grams ({0}_grams) VALUES ('optimize');
"""
_NAMED = (
    "CREATE TEMP TABLE named (iri TEXT, label TEXT, class TEXT, facts INTEGER, others TEXT)",
    "CREATE TEMP TABLE told (iri TEXT PRIMARY KEY, times INTEGER) WITHOUT ROWID",
)
_NAMED_AND_TOLD = """
SELECT iri, label, class, facts + coalesce(times, 0), others FROM named LEFT JOIN told USING (iri) ORDER BY iri
"""
_TELL = "INSERT INTO told VALUES (?, ?) ON CONFLICT (iri) DO UPDATE SET times = times + excluded.times"
_NONE = "[]"
_TOGETHER = 1000
"""Things whose names are written at once."""

_COUNTED = 20_000
"""Things that are counted in memory."""

_TYPE, _LABEL, _OTHER, _BEST = (f"<{one}>".encode() for one in (rdf.type, rdfs.label, skos.altLabel, skos.prefLabel))
_NAMING = frozenset({_TYPE, _LABEL, _OTHER, _BEST})
_NO_FACTS = frozenset(f"<{one}>".encode() for one in (gk.mentions, gk.reliesOn, dcterms.isPartOf))
"""Statements about a thing that tell nothing of it."""

_IRI = b"<"[0]
_OURS = f"<{GK}".encode()
_ARTICLE = f"<{gk.Article}>".encode()
_UPPER = frozenset(f"<{one}>".encode() for one in (gk.Document, gk.Agency, gk.Policy, gk.Point))
"""Classes that are shown only where no lower one is stated."""


class Index:
    """The index of a generation while it is made: names as the quads pass, then texts; closed at the end."""

    def __init__(self, folder: Path) -> None:
        """Begin the file in the folder of a generation."""
        self._path = folder / INDEX
        self._connection = sqlite3.connect(self._path)
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.executescript(f"BEGIN;{_TABLES}")
        self.titles = Titles(self._connection)

    def names_of(self, parts: Iterable[list[Quad]]) -> None:
        """Take the things that are named in the default graph, by its sorted quads, some at a time."""
        for table in _NAMED:
            self._connection.execute(table)
        named = _named_in(parts, _Counts(self._connection), self.titles)
        self._connection.executemany("INSERT INTO named VALUES (?, ?, ?, ?, ?)", named)

    def finish(self, texts: Iterable[Text]) -> IndexRecord:
        """Add the sentences of texts, and bring the file to the disk."""
        with self._connection:
            passages = _add_texts(self._connection, texts, self.titles)
            names = _add_names(self._connection)
            _add_grams(self._connection)
        self._connection.execute("VACUUM")
        with self._path.open("rb") as file:
            os.fsync(file.fileno())
        size = self._path.stat().st_size
        return IndexRecord(size=size, sha256=index_digest(self._path), passages=passages, names=names)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def index_digest(path: Path) -> str:
    """Hash the bytes of an index; they are never written again."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _add_texts(connection: sqlite3.Connection, texts: Iterable[Text], titles: Titles) -> int:
    """Add documents, their articles and sentences; give the number of sentences."""
    rows = count(1)
    for number, (text_sha256, document, text, sentences) in enumerate(texts, 1):
        name, date, issue = titles.of(document)
        about = (number, text_sha256[:16], document, name, issue, date, *date_bounds(date))
        connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)", about)
        passages = (_passage(text, one) for one in sentences)
        connection.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ((next(rows), number, *one) for one in passages)
        )
        for one in sorted({one.article for one in sentences} - {0}):
            title = titles.of(f"{document}/article/{one}").name
            connection.execute("INSERT INTO articles VALUES (?, ?, ?)", (number, one, title))
    return next(rows) - 1


def _passage(text: str, one: Sentence) -> tuple[int, int, int, str, str | None, str | None]:
    """Give article, raw span, key, raw text where it is another, and runs where there are several."""
    raw = text[one.start : one.end]
    runs = None if one.runs is None else json.dumps(one.runs, separators=(",", ":"))
    return one.article, one.start, one.end, one.key or raw, raw if one.key else None, runs


def _add_names(connection: sqlite3.Connection) -> int:
    """Add the named things with their classes and numbers of facts, in order of IRI; give the number of names.

    Articles and what has only a description are no things to search for: they are found by their sentences. Their
    names, and those whose folded form lacks what may be typed for them, are kept apart for those who type a name.
    """
    numbers, rows = count(1), count(1)
    found = connection.execute(_NAMED_AND_TOLD)
    while part := found.fetchmany(_TOGETHER):
        things: list[tuple[int, str, str, str, int]] = []
        names: list[tuple[int, int, str, str]] = []
        more: list[tuple[str, str, str]] = []
        for thing, label, class_, facts, others in part:
            keys = [(name, folded(name)) for name in (label, *([] if others == _NONE else json.loads(others))) if name]
            if label:
                number = next(numbers)
                things.append((number, thing, label, class_, facts))
                names += ((next(rows), number, name, key) for name, key in keys)
                keys = [one for one in keys if not is_typed_alike(one[1])]
            typed = ((name, key, typed_key(name)) for name, key in keys)
            more += ((thing, name, bare) for name, key, bare in typed if not label or not holds_in_order(key, bare))
        connection.executemany("INSERT INTO things VALUES (?, ?, ?, ?, ?)", things)
        connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", names)
        connection.executemany("INSERT INTO more_names VALUES (?, ?, ?)", more)
    return next(rows) - 1


def _named_in(parts: Iterable[list[Quad]], told: _Counts, titles: Titles) -> Iterator[tuple[str, str, str, int, str]]:
    """Iterate over IRI, label, class, number of facts and other names of each named thing; count what others tell.

    What is not to be found as a thing has no label here and no facts.
    """
    for subject, group in groupby(chain.from_iterable(map(told.counted, parts)), key=itemgetter(0)):
        stated = [quad[1:3] for quad in group]
        naming = [one for one in stated if one[0] in _NAMING]
        classes = {value for predicate, value in naming if predicate == _TYPE}
        if not classes.isdisjoint(TITLED):
            titles.take(subject, stated, classes)
        labels = [literal_in(value) for predicate, value in naming if predicate == _LABEL]
        if not labels or _ARTICLE in classes:
            names = {literal_in(value) for predicate, value in naming if predicate in {_BEST, _OTHER}}
            if names:
                yield subject[1:-1].decode(), "", "", 0, json.dumps(sorted(names))
            continue
        label = min(labels)
        others = {literal_in(value) for predicate, value in naming if predicate == _OTHER} - {label}
        told_others = json.dumps(sorted(others)) if others else _NONE
        yield subject[1:-1].decode(), label, _lowest(classes), len(stated) - len(naming), told_others
    told.write()


class _Counts:
    """Counts what is told of each thing, in the database where there are many."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._counts: Counter[bytes] = Counter()

    def counted(self, quads: list[Quad]) -> list[Quad]:
        """Give back quads of which each was counted to the thing that it tells of."""
        self._counts.update(
            [value for _, predicate, value, _ in quads if value[0] == _IRI and predicate not in _NO_FACTS]
        )
        if len(self._counts) >= _COUNTED:
            self.write()
        return quads

    def write(self) -> None:
        """Bring all counts into the database."""
        counts = ((thing[1:-1].decode(), times) for thing, times in self._counts.items())
        self._connection.executemany(_TELL, counts)
        self._counts.clear()


def _add_grams(connection: sqlite3.Connection) -> None:
    for table in ("passages", "names"):
        try:
            connection.executescript(_GRAMS.format(table))
        except sqlite3.OperationalError as error:
            if "trigram" not in str(error) and "fts5" not in str(error):
                raise


def _lowest(classes: set[bytes]) -> str:
    """Give the gk: class of a thing to show, the lowest one stated."""
    (only, *more) = sorted(one for one in classes if one.startswith(_OURS)) or sorted(classes) or [b"<>"]
    return next((one for one in (only, *more) if one not in _UPPER), only)[1:-1].decode()
