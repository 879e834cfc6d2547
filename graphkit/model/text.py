"""A text and its parts: spans, the map from matched to raw offsets, sections, the document."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pydantic import ConfigDict

from graphkit.model.record import Record
from graphkit.model.sources import Particulars, Provenance


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Span:
    """Half-open range `[start, end)` of Unicode code points, never empty.

    No Record: a text has hundreds, and each is asked for its fields so often that a model would cost a tenth of all.
    The type checker alone keeps it from change: a frozen dataclass takes more than twice as long to make.
    """

    start: Final[int]
    end: Final[int]

    def __post_init__(self) -> None:
        """Raise ValueError for a span that is empty or begins before the text."""
        if not 0 <= self.start < self.end:
            message = f"empty span {self.start},{self.end}"
            raise ValueError(message)


class OffsetMap:
    """Leads from offsets of the matched text back to offsets of the raw text.

    Kept as runs: from matched offset `matched[i]` on, raw = offset + shift, until the next run.
    """

    __slots__ = ("_matched", "_raw", "_run_starts")

    def __init__(self, runs: list[tuple[int, int]]) -> None:
        """Take (matched offset, raw offset) of the start of each run, ascending, first at (0, …)."""
        self._matched = array("l", (matched for matched, _ in runs))
        self._raw = array("l", (raw for _, raw in runs))
        self._run_starts = frozenset(self._matched)

    @property
    def run_starts(self) -> frozenset[int]:
        """Give the matched offsets before which something was dropped."""
        return self._run_starts

    def raw_offset(self, offset: int) -> int:
        """Give the raw offset of the character at `offset` of the matched text."""
        run = bisect_right(self._matched, offset) - 1
        return self._raw[run] + offset - self._matched[run]

    def raw_span(self, start: int, end: int) -> Span:
        """Give the raw span of matched `[start, end)`; what was dropped at its edges stays out."""
        first, last = self._raw_ends(start, end)
        return Span(start=first, end=last)

    def raw_slice(self, start: int, end: int) -> slice:
        """Give the same as a slice, for the words alone."""
        return slice(*self._raw_ends(start, end))

    def _raw_ends(self, start: int, end: int) -> tuple[int, int]:
        """Give the raw offset of the first character and that behind the last; most often both are of one run."""
        matched, raw = self._matched, self._raw
        behind = bisect_right(matched, start)
        shift = raw[behind - 1] - matched[behind - 1]
        last = shift if behind == len(matched) or matched[behind] >= end else self.raw_offset(end - 1) - (end - 1)
        return start + shift, end + last

    def runs_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """Give the runs of matched `[start, end)`, both offsets counted from that of the character at `start`."""
        first, last = bisect_right(self._matched, start) - 1, bisect_left(self._matched, end)
        raw = self.raw_offset(start)
        inner = zip(self._matched[first + 1 : last], self._raw[first + 1 : last], strict=True)
        return [(0, 0), *((matched - start, found - raw) for matched, found in inner)]

    def dropped_in(self, start: int, end: int) -> Sequence[int]:
        """Give the matched offsets in `[start, end)` before which something was dropped, in order."""
        return self._matched[bisect_left(self._matched, start) : bisect_left(self._matched, end)]

    def gaps_in(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Iterate over the matched offsets in `[start, end)` before which something was dropped, `start` above 0.

        With each stands what was dropped, as raw `[begin, end)`.
        """
        matched, raw = self._matched, self._raw
        for run in range(bisect_left(matched, start), bisect_left(matched, end)):
            yield matched[run], raw[run - 1] + matched[run] - matched[run - 1], raw[run]

    def gap_before(self, offset: int) -> int:
        """Count the raw characters dropped just before the character at `offset`."""
        if offset not in self._run_starts:
            return 0
        run = bisect_right(self._matched, offset) - 1
        if run == 0:
            return self._raw[0]
        return self._raw[run] - self._raw[run - 1] - (offset - self._matched[run - 1])


class SectionKind(StrEnum):
    """What a section is in the layout of an official document (GB/T 9704-2012, 7)."""

    MASTHEAD = "masthead"
    CONTENTS = "contents"
    COLUMN = "column"
    TITLE = "title"
    NUMBER = "number"
    ADDRESSEE = "addressee"
    NOTE = "note"
    BODY = "body"
    SIGNATURE = "signature"
    METADATA = "metadata"
    FOOTER = "footer"


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Section:
    """One paragraph of the matched text, `[start, end)`, and the article it belongs to (0: none).

    A plain value, for the reason that a Span is.
    """

    kind: Final[SectionKind]
    start: Final[int]
    end: Final[int]
    article: Final[int] = 0


class Article(Record):
    """One titled piece of a document; `order` counts from 1; offsets are of the matched text."""

    order: int
    title: str
    title_start: int
    title_end: int
    start: int
    end: int
    column: str | None = None


class Document(Record):
    """A source text as decoded, the text that rules match on, and its layout.

    `text` is exactly what was decoded; `matched` is the same with width, variants, spaces and
    page breaks settled; every offset inside is of `matched`, every offset outside of `text`.
    `pages` are the offsets of `text` at which its pages begin, none where there are no pages.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    text: str
    sha256: str
    matched: str
    offsets: OffsetMap
    sections: tuple[Section, ...]
    articles: tuple[Article, ...]
    source: str = ""
    pages: tuple[int, ...] = ()
    provenance: Provenance = Provenance()
    particulars: tuple[Particulars, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """Give the page of an offset of `text`, counted from 1, None where there are no pages."""
        return bisect_right(self.pages, offset) or None

    def raw_span(self, start: int, end: int) -> Span:
        """Give the raw span of `[start, end)` of the matched text."""
        return self.offsets.raw_span(start, end)
