"""Places and keys as judgements name things in, the things' IRIs as their documents give them out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from graphkit.dataset.entries import Entry
from graphkit.dataset.journal import Journal
from graphkit.dataset.spill import SpilledMap
from graphkit.model.judgements import placed, reads_as
from graphkit.rdf.lines import split_line
from graphkit.terms import gk

GONE = "原文已不在数据集中 / its text is not in the dataset any more"
UNNAMED = "此处没有识别出事物 / nothing is named there"
SEVERAL = "此处识别出几个事物 / several things are named there"
UNKNOWN = "没有这个标识 / no thing has this key"


class PlaceLostError(LookupError):
    """Raised when a judgement's place or key is not what it was; the reason is for the report."""


class Mentioned:
    """What stands where in the documents of a journal; each document is looked at once."""

    def __init__(self, journal: Journal, base: str, entries: Iterable[Entry] = ()) -> None:
        """Take the journal, what its IRIs begin with, and documents that people corrected."""
        self._journal = journal
        self._base = base
        self._entries: dict[str, Entry | None] = {one.text_sha256[:16]: one for one in entries}
        self._texts: dict[str, str | None] = {}

    def thing(self, side: str, words: str) -> str:
        """Give the IRI of the thing at a place, or with a key; raises PlaceLostError."""
        place = placed(side)
        if place is None:
            found = side if side.startswith(self._base) else self._base + side.removeprefix("gkr:")
            if found not in self._known:
                raise PlaceLostError(UNKNOWN)
            return found
        self.check_words(side, words)
        return self._named_at(*place)

    def check_words(self, side: str, words: str) -> None:
        """Raise PlaceLostError unless a place still reads the words."""
        digits, start, end = placed(side) or ("", 0, 0)
        if digits not in self._texts:
            self._texts[digits] = self._journal.text(digits)
        text = self._texts[digits]
        if text is None:
            raise PlaceLostError(GONE)
        if not reads_as(text[start:end], words):
            raise PlaceLostError(f"此处现为“{text[start:end]}” / it reads otherwise now")

    def entry(self, digits: str) -> Entry | None:
        """Give the document whose text hash begins with these digits."""
        if digits not in self._entries:
            self._entries[digits] = self._journal.entry(digits)
        return self._entries[digits]

    def is_known(self, thing: str) -> bool:
        """Tell whether some document has a thing of this IRI."""
        return thing in self._known

    @cached_property
    def _known(self) -> SpilledMap[bool]:
        return SpilledMap((thing, True) for thing in self._journal.things())

    def _named_at(self, digits: str, start: int, end: int) -> str:
        entry = self.entry(digits)
        ending = f"#char={start},{end}>".encode()
        mentions = f" <{gk.mentions}> <".encode()
        found: set[str] = set()
        for line in entry.lines if entry is not None else ():
            if mentions in line and split_line(line)[1].endswith(ending):
                found.add(line.split(b" ", 3)[2][1:-1].decode())
        if len(found) != 1:
            raise PlaceLostError(SEVERAL if found else UNNAMED)
        return found.pop()
