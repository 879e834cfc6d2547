"""A scan in, the headings of a chronicle that are a year or a month out, and what date governs a place below them."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from graphkit.extract.scan import Scan
from graphkit.model.text import SectionKind
from graphkit.normalise.numerals import numeral_value

_COUNT = "[一二三四五六七八九十]{1,3}"
_HEADING = re.compile(
    rf"[【（■◆●]?(?:(?P<year>(?:1[89]|20)[0-9]{{2}}|[一二][〇○零一二三四五六七八九]{{3}})年)?(?:(?P<month>[0-9]{{1,2}}|{_COUNT})月份?)?[】）]?"
)
_ENTRY = re.compile(rf"(?:[0-9]{{1,2}}|{_COUNT})[月日]|[同是][年月日]|本[年月]|[上中下]旬|[年月]初|春|夏|秋|冬")
_LONGEST = 14
_MONTHS = 12


class DateHeading(NamedTuple):
    """A line that dates what stands below it, `[start, end)` of the matched text."""

    start: int
    end: int
    year: int | None
    month: int | None


class DateHeadings:
    """The headings of one document that are years or months; a month lies in the year above it."""

    def __init__(self, scan: Scan) -> None:
        """Find the headings: lines of a year or month alone, an entry that opens with its day or month below."""
        self._headings = _headings_in(scan)
        self._starts = [heading.start for heading in self._headings]

    @property
    def first_year(self) -> int | None:
        """Give where the first heading that is a year stands."""
        return next((heading.start for heading in self._headings if heading.year is not None), None)

    def above(self, offset: int) -> DateHeading | None:
        """Give the heading that governs an offset."""
        index = bisect_right(self._starts, offset) - 1
        heading = self._headings[index] if index >= 0 else None
        return heading if heading is not None and heading.end <= offset else None


def _headings_in(scan: Scan) -> list[DateHeading]:
    found: list[DateHeading] = []
    year: int | None = None
    sections = scan.document.sections
    for section, below in pairwise(sections):
        if section.end - section.start > _LONGEST or section.kind in {SectionKind.METADATA, SectionKind.FOOTER}:
            continue
        line = scan.text[section.start : section.end].rstrip("\n")
        heading = _HEADING.fullmatch(line)
        if heading is None or not (heading["year"] or heading["month"]):
            continue
        following = scan.text[below.start : below.end].rstrip("\n")
        if not _ENTRY.match(following) and not (_HEADING.fullmatch(following) and "月" in following):
            continue
        year = _whole(heading["year"]) if heading["year"] else year
        month = _whole(heading["month"]) if heading["month"] else None
        if month is None or 1 <= month <= _MONTHS:
            found.append(DateHeading(section.start, section.end, year, month))
    return found


def _whole(written: str) -> int | None:
    value = numeral_value(written)
    return int(value) if value is not None else None
