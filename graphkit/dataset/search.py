"""Words in, the things and sentences of a dataset that hold them out, with the words marked."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from graphkit.dataset.manifest import INDEX, IndexRecord
from graphkit.dataset.marks import raw_spans
from graphkit.dataset.search_words import QUOTES, date_bounds, words_of
from graphkit.errors import DatasetDamagedError, IndexMissingError, SearchRefusedError

Where = Literal["all", "documents", "entities"]

GRAM = 3
"""Characters of a trigram; a shorter word is looked for in every row."""

_MOST_GRAMS = 16
_SHORTEST_PART = 2
_LONGEST_SPLIT = 40
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
# {0}: the condition that a key holds all words.
_THINGS = "FROM things JOIN (SELECT DISTINCT thing FROM names WHERE {0}) ON thing = things.id"
_COUNTED = "SELECT COUNT(*) {0}"
_THING_ROWS = f"""SELECT iri, label, class, facts,
  (SELECT name FROM names WHERE thing = things.id AND {{0}} ORDER BY LENGTH(key), id LIMIT 1) AS matched
  {_THINGS} ORDER BY LENGTH(matched), facts DESC, label, iri LIMIT ?"""  # noqa: S608 - of constants
# The sentences are read once, to count them and to find the first ones.
_FOUND = """SELECT passages.id, COUNT(*) OVER () FROM passages JOIN documents ON documents.id = document WHERE {0}
  ORDER BY documents.last DESC, documents.first DESC, documents.iri, documents.id, passages.id LIMIT ?"""
_SENTENCE = """SELECT key, COALESCE(raw, key), COALESCE(runs, '[[0,0]]'), iri, name, issue, date, article,
  (SELECT title FROM articles WHERE articles.document = passages.document AND number = article),
  text, passages.first, passages.last
  FROM passages JOIN documents ON documents.id = document WHERE passages.id = ?"""
_AMONG = "{0}.id IN (SELECT rowid FROM {0}_grams WHERE {0}_grams MATCH ?)"
_HAS_GRAMS = "SELECT 1 FROM sqlite_schema WHERE name = ?"


@dataclass(frozen=True, slots=True)
class EntityHit:
    """A thing whose name holds the words: the name that does, and how many facts name the thing."""

    iri: str
    label: str
    class_: str
    facts: int
    matched: str


@dataclass(frozen=True, slots=True)
class SentenceHit:
    """A sentence that holds the words, exactly as its text has it, at `[start, end)`.

    `marks` are the places of the words, from the start of the sentence; `text` are the 16 hex digits
    that name the source text.
    """

    sentence: str
    marks: tuple[tuple[int, int], ...]
    document: str
    document_name: str
    issue: str
    date: str
    article: int
    article_title: str
    text: str
    start: int
    end: int

    @property
    def place(self) -> str:
        """Give `char=START,END`."""
        return f"char={self.start},{self.end}"

    def marked(self, opening: str = "【", closing: str = "】") -> str:
        """Give the sentence with the words between two marks."""
        pieces, position = [], 0
        for start, end in self.marks:
            pieces += [self.sentence[position:start], opening, self.sentence[start:end], closing]
            position = end
        return "".join([*pieces, self.sentence[position:]])


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found: the first things and sentences, how many there are of each, and the words looked for."""

    entities: tuple[EntityHit, ...]
    sentences: tuple[SentenceHit, ...]
    entities_found: int
    sentences_found: int
    words: tuple[str, ...]
    is_split: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for: words, where, from which day to which (ISO, as precise as one likes), how many."""

    words: tuple[str, ...]
    where: Where = "all"
    first: str = ""
    last: str = ""
    limit: int = 20
    may_split: bool = False


def search_generation(generation: Path, record: IndexRecord | None, search: Search) -> Hits:
    """Look for all of the words in one name or one sentence.

    Things come with the name that is nearest to the words first, then those that most facts name;
    sentences by the dates of their documents, the newest first. Where nothing holds a single word, its
    two parts are looked for (机关事务工作 会议 of 机关事务工作会议); `words` of the hits tells.
    """
    with opened_index(generation, record) as index:
        hits = _hits(index, search)
        for words in _splits(search):
            if hits.entities_found or hits.sentences_found:
                break
            hits = replace(_hits(index, replace(search, words=words)), is_split=True)
    return hits if hits.entities_found or hits.sentences_found else replace(hits, words=search.words, is_split=False)


def _hits(index: sqlite3.Connection, search: Search) -> Hits:
    things: list[EntityHit] = []
    sentences: list[SentenceHit] = []
    things_found = sentences_found = 0
    if search.where != "documents":
        things_found, things = _things(index, search)
    if search.where != "entities":
        sentences_found, sentences = _sentences(index, search)
    return Hits(tuple(things), tuple(sentences), things_found, sentences_found, search.words)


def _splits(search: Search) -> list[tuple[str, str]]:
    """Give the ways to part a single word in two, those with the longest first part first."""
    word = search.words[0]
    if not search.may_split or len(search.words) > 1 or len(word) > _LONGEST_SPLIT:
        return []
    return [(word[:cut], word[cut:]) for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1)]


def search_for(text: str, *, where: Where, start: str, end: str, limit: int) -> Search:
    """Give the search for a text as typed; a phrase stands in quotes.

    Raises SearchRefusedError for a text without words and for a day that is no date.
    """
    for day in (start, end):
        if day and not _DATE.fullmatch(day):
            raise SearchRefusedError(f"{day} 不是日期，应形如 2021-03-05、2021-03 或 2021", f"{day} is no date")
    first, last = date_bounds(start)[0], date_bounds(end)[1]
    may_split = not QUOTES.search(text)
    return Search(words=words_of(text), where=where, first=first, last=last, limit=limit, may_split=may_split)


@contextmanager
def opened_index(generation: Path, record: IndexRecord | None) -> Iterator[sqlite3.Connection]:
    """Open the index of a generation; raises when there is none, or when it is not the one that was built."""
    path = generation / INDEX
    if record is None or not path.is_file():
        raise IndexMissingError(str(generation))
    if path.stat().st_size != record.size:
        raise DatasetDamagedError(str(path), f"{path.stat().st_size} of {record.size} bytes")
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            yield connection
    except sqlite3.DatabaseError as error:
        raise DatasetDamagedError(str(path), str(error)) from error


def _things(index: sqlite3.Connection, search: Search) -> tuple[int, list[EntityHit]]:
    holds, values = _holding(index, "names", search.words)
    (found,) = index.execute(_COUNTED.format(_THINGS.format(holds)), values).fetchone()
    rows = index.execute(_THING_ROWS.format(holds), (*values, *values, search.limit))
    return found, [EntityHit(*row) for row in rows]


def _sentences(index: sqlite3.Connection, search: Search) -> tuple[int, list[SentenceHit]]:
    holds, values = _holding(index, "passages", search.words)
    for condition, bound in (("documents.last >= ?", search.first), ("documents.first <= ?", search.last)):
        if bound:
            holds, values = f"{holds} AND documents.first <> '' AND {condition}", [*values, bound]
    found = index.execute(_FOUND.format(holds), (*values, search.limit)).fetchall()
    rows = (index.execute(_SENTENCE, (row,)).fetchone() for row, _ in found)
    return (found[0][1] if found else 0), [_sentence_hit(row, search.words) for row in rows]


def _sentence_hit(row: tuple[str, ...], words: tuple[str, ...]) -> SentenceHit:
    key, raw, runs, document, name, issue, date, article, title, text, start, end = row
    marks = raw_spans(key, words, tuple((matched, found) for matched, found in json.loads(runs)))
    place = (document, name, issue, date, int(article), title or "", text, int(start), int(end))
    return SentenceHit(raw, marks, *place)


def _holding(index: sqlite3.Connection, table: str, words: tuple[str, ...]) -> tuple[str, list[str]]:
    """Give the condition that a row's key holds all words, with its values.

    Trigrams only narrow it down: every word is looked for in the key as it stands, so no operator of
    FTS5 reaches it.
    """
    conditions = [f"INSTR({table}.key, ?) > 0"] * len(words)
    values = list(words)
    grams = [gram for word in words for gram in _grams(word)][: _MOST_GRAMS * 2]
    if grams and index.execute(_HAS_GRAMS, (f"{table}_grams",)).fetchone():
        conditions.insert(0, _AMONG.format(table))
        values.insert(0, " AND ".join('"' + gram.replace('"', '""') + '"' for gram in grams))
    return " AND ".join(conditions), values


def _grams(word: str) -> list[str]:
    """Give trigrams that cover a word, at most so many, none twice."""
    starts = [*range(0, len(word) - GRAM, GRAM), len(word) - GRAM] if len(word) >= GRAM else []
    return list(dict.fromkeys(word[start : start + GRAM] for start in starts))[:_MOST_GRAMS]
