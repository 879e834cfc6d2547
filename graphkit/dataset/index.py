"""Texts and a finished store in, the search index of a generation out: one SQLite file, never written again.

Sentences and names are kept folded, with trigrams of them (FTS5) to look among. A SQLite without
trigrams makes an index without; a search then reads every row.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from graphkit.dataset.manifest import IndexRecord
from graphkit.dataset.passages import passages_in
from graphkit.dataset.search_words import folded
from graphkit.model.tables import Table
from graphkit.rdf.store import Store
from graphkit.terms import dcterms, gk, skos

INDEX = "search.sqlite"

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
"""
_GRAMS = """
CREATE VIRTUAL TABLE {0}_grams USING fts5(key, content='', detail=none, columnsize=0,
    tokenize='trigram case_sensitive 1');
INSERT INTO {0}_grams (rowid, key) SELECT id, key FROM {0} ORDER BY id;
INSERT INTO {0}_grams ({0}_grams) VALUES ('optimize');
"""
# Parts of documents are found by their sentences.
_THINGS = "SELECT ?thing ?label { ?thing rdfs:label ?label FILTER NOT EXISTS { ?thing a gk:Article } }"
_NAMES = "SELECT ?thing ?name { ?thing skos:altLabel ?name }"
_CLASSES = "SELECT ?thing ?class { ?thing a ?class }"
_FACTS = """SELECT ?thing (COUNT(*) AS ?n) {{
  {{ ?thing ?p ?o FILTER(?p NOT IN (rdf:type, skos:prefLabel, skos:altLabel, rdfs:label)) }}
  UNION {{ ?s ?p ?thing FILTER(isIRI(?thing) && ?p NOT IN (rdf:type, gk:mentions, dcterms:isPartOf, gk:reliesOn)) }}
  FILTER(STRSTARTS(STR(?thing), "{base}") && !STRSTARTS(STR(?thing), "{base}text/"))
}} GROUP BY ?thing"""
_UPPER = frozenset({gk.Document, gk.Agency, gk.Policy, gk.Point})
"""Classes that are shown only where no lower one is stated."""


def build_index(folder: Path, texts: Iterable[tuple[str, str, str]], store: Store, *, base: str) -> IndexRecord:
    """Write the index of these texts (hash, document, text) and of the named things of the store."""
    path = folder / INDEX
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        with connection:
            connection.executescript(f"BEGIN;{_TABLES}")
            passages = _add_texts(connection, texts, store)
            names = _add_names(connection, store, base)
            _add_grams(connection)
        connection.execute("VACUUM")
    return _recorded(path, passages=passages, names=names)


def index_digest(path: Path) -> str:
    """Hash the bytes of an index; they are never written again."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _recorded(path: Path, *, passages: int, names: int) -> IndexRecord:
    """Bring the file to the disk, and describe it."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return IndexRecord(size=path.stat().st_size, sha256=index_digest(path), passages=passages, names=names)


def _add_texts(connection: sqlite3.Connection, texts: Iterable[tuple[str, str, str]], store: Store) -> int:
    """Add documents, their articles and sentences; give the number of sentences."""
    labels = _values(store, skos.prefLabel)
    issues, dates = _issues(store), _values(store, dcterms.issued)
    rows = count(1)
    for number, (text_sha256, document, text) in enumerate(texts, 1):
        date = dates.get(document, "")
        about = (number, text_sha256[:16], document, labels.get(document, ""), issues.get(document, ""), date)
        connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*about, *date_bounds(date)))
        articles: set[int] = set()
        for passage in passages_in(text):
            articles.add(passage.article)
            runs = json.dumps(passage.runs, separators=(",", ":")) if len(passage.runs) > 1 else None
            raw = passage.raw if passage.raw != passage.key else None
            row = (next(rows), number, passage.article, passage.start, passage.end, passage.key, raw, runs)
            connection.execute("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        titles = ((number, one, labels.get(f"{document}/article/{one}", "")) for one in sorted(articles) if one)
        connection.executemany("INSERT INTO articles VALUES (?, ?, ?)", titles)
    return next(rows) - 1


def _add_names(connection: sqlite3.Connection, store: Store, base: str) -> int:
    """Add the named things with their classes and numbers of facts; give the number of names."""
    classes: dict[str, set[str]] = defaultdict(set)
    for thing, class_ in _pairs(store, _CLASSES):
        classes[thing].add(class_)
    facts = {thing: int(count) for thing, count in _pairs(store, _FACTS.format(base=base))}
    others: dict[str, set[str]] = defaultdict(set)
    for thing, name in _pairs(store, _NAMES):
        others[thing].add(name)
    rows = count(1)
    for number, (thing, label) in enumerate(sorted(_pairs(store, _THINGS)), 1):
        about = (number, thing, label, _lowest(classes[thing]), facts.get(thing, 0))
        connection.execute("INSERT INTO things VALUES (?, ?, ?, ?, ?)", about)
        names = (label, *sorted(others[thing] - {label}))
        connection.executemany(
            "INSERT INTO names VALUES (?, ?, ?, ?)", ((next(rows), number, name, folded(name)) for name in names)
        )
    return next(rows) - 1


def _add_grams(connection: sqlite3.Connection) -> None:
    for table in ("passages", "names"):
        try:
            connection.executescript(_GRAMS.format(table))
        except sqlite3.OperationalError as error:
            if "trigram" not in str(error) and "fts5" not in str(error):
                raise


def _pairs(store: Store, query: str) -> Iterator[tuple[str, str]]:
    """Iterate over the rows of a query of two variables, as words."""
    answer = store.query(query, {}, {})
    if isinstance(answer, Table):
        yield from ((one.value, other.value) for one, other in answer if one is not None and other is not None)


def _values(store: Store, predicate: str) -> dict[str, str]:
    """Give the least value of a property for each subject."""
    stated = store.statements(predicate=predicate, default_only=True)
    return dict(sorted(((one.subject, one.object.value) for one in stated), reverse=True))


def _issues(store: Store) -> dict[str, str]:
    """Give what people call the issue of each document: 2021年第2期, else its document number."""
    years, numbers = _values(store, gk.issueYear), _values(store, gk.issueNumber)
    found = {one: f"{years[one]}年第{number}期" if one in years else f"第{number}期" for one, number in numbers.items()}
    return _values(store, gk.documentNumber) | found


def date_bounds(date: str) -> tuple[str, str]:
    """Give the first and the last day that a date as precise as the text may mean; nothing of no date."""
    if not date:
        return "", ""
    return f"{date}{'-01-01'[len(date) - 4 :]}", f"{date}{'-12-31'[len(date) - 4 :]}"


def _lowest(classes: set[str]) -> str:
    """Give the gk: class of a thing to show, the lowest one stated."""
    known = sorted(one for one in classes if one.startswith(gk.Document.removesuffix("Document"))) or sorted(classes)
    return next((one for one in known if one not in _UPPER), known[0] if known else "")
