"""Lines of pages in, paragraphs out: running heads and page numbers dropped, columns in order, lines joined.

A line goes on in the next one when it reaches the right margin and the next one starts at the left margin in letters of
the same size. Official documents indent each paragraph by two characters (GB/T 9704-2012, 7.3.3), and headings and
titles are indented or centred, so that nothing is joined over them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from graphkit.read.pdf_lines import Line, Page
from graphkit.read.reading import CELL_GAP

_ZONE = 0.13
"""Share of a page's height, at head and foot, in which running heads and page numbers stand."""

_PAGE_NUMBER = re.compile(
    r"[\s\-—－–―─·•]*(?:第?\s*\d{1,4}\s*页?|[ivxIVX]{1,6})(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[\s\-—－–―─·•]*$"
    r"|Page \d+.*$"
)
_FRESH = re.compile(
    r"[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[）)]|第[一二三四五六七八九十百\d]+[章节条]|\d{1,2}[.．、](?!\d)|"
    r"[-•●◆■▲]|附件|抄送|主送|【"
)
_ENDED = re.compile("[。！？；：…][”’）》]?$")
_LATIN = re.compile("[A-Za-z]")
_FULL, _INDENT, _SAME_SIZE, _LEADING = 1.6, 0.9, 0.18, 1.7
_FAR = 3.2
"""Distance of lines, in characters, from which on no setting is meant to read on: double spacing is 2.6."""

_GAP_IN_PROSE = 2.6
_COLUMN_SHARE, _COLUMN_LINES, _HALF, _SPLIT = 0.6, 8, 0.4, 0.7


@dataclass(frozen=True, slots=True)
class Placed:
    """A line or a row of cells, its page counted from 0, and the margins that it is set between."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    height: float
    em: float
    margin_left: float
    margin_right: float
    is_row: bool = False
    in_column: bool = False

    @property
    def is_full(self) -> bool:
        """Tell whether it reaches the right margin."""
        return self.right > self.margin_right - _FULL * self.em

    @property
    def is_indented(self) -> bool:
        """Tell whether it starts to the right of the left margin."""
        return self.left > self.margin_left + _INDENT * self.em


def paragraphs_of(pages: Sequence[Page]) -> tuple[str, tuple[int, ...]]:
    """Give the text of a document, a paragraph a line, and the offsets at which its pages begin."""
    lines = [
        line for page in _same_margins(_placed(*one) for one in enumerate(_without_furniture(pages))) for line in page
    ]
    pieces: list[str] = []
    starts: dict[int, int] = {}
    length = 0
    indents = _has_indents(lines)
    leading = _leading(lines)
    before: Placed | None = None
    for line in lines:
        if before is not None:
            joint = _joint(before, line) if _goes_on(before, line, leading, indents=indents) else "\n"
            pieces.append(joint)
            length += len(joint)
        starts.setdefault(line.page, length)
        pieces.append(line.text)
        length += len(line.text)
        before = line
    return "".join(pieces) + "\n", tuple(_page_starts(starts, len(pages), length))


def _same_margins(pages: Iterable[Iterable[Placed]]) -> Iterator[list[Placed]]:
    """Iterate over the lines of pages; a page of short lines has the margins that most lines of the document have."""
    placed = [list(page) for page in pages]
    counts = Counter((line.margin_left, line.margin_right) for page in placed for line in page)
    if not counts:
        return
    (left, right), _ = counts.most_common(1)[0]
    for page in placed:
        yield [
            replace(line, margin_left=min(left, line.margin_left), margin_right=max(right, line.margin_right))
            if not line.in_column and line.margin_right - line.margin_left < right - left - line.em
            else line
            for line in page
        ]


def _page_starts(starts: dict[int, int], pages: int, length: int) -> Iterator[int]:
    """Iterate over the offsets of all pages; an empty page begins where the next one does."""
    following = length
    found: list[int] = []
    for page in reversed(range(pages)):
        following = starts.get(page, following)
        found.append(following)
    yield from reversed(found)


def _goes_on(before: Placed, line: Placed, leading: float, *, indents: bool) -> bool:
    """Tell whether the paragraph of `before` goes on in `line`."""
    if before.is_row or line.is_row or not before.is_full or line.is_indented:
        return False
    if abs(before.em - line.em) > _SAME_SIZE * before.em:
        return False
    is_below = before.page == line.page and line.bottom < before.bottom
    step = before.bottom - line.bottom
    if is_below and (step > leading * _LEADING or step > _FAR * line.em):
        return False
    return not (_ENDED.search(before.text) and (not indents or _FRESH.match(line.text)))


def _joint(before: Placed, line: Placed) -> str:
    return " " if _LATIN.match(before.text[-1:]) and _LATIN.match(line.text) else ""


def _has_indents(lines: Sequence[Placed]) -> bool:
    """Tell whether paragraphs are indented: a fair part of the full lines start two characters in."""
    full = [line for line in lines if line.is_full and not line.is_row]
    indented = sum(line.is_indented for line in full)
    return indented > len(full) * 0.08


def _leading(lines: Sequence[Placed]) -> float:
    """Give the usual distance of lines."""
    steps = [one.bottom - two.bottom for one, two in pairwise(lines) if one.page == two.page]
    return median([step for step in steps if step > 0] or [0.0])


def _without_furniture(pages: Sequence[Page]) -> Iterator[Page]:
    """Iterate over the pages without running heads and page numbers."""
    margins = [list(_in_margins(page)) for page in pages]
    counts = Counter(key for lines in margins for key in {_key(page, line) for page, line in lines})
    often = max(2, len(pages) // 3)
    for page, lines in zip(pages, margins, strict=True):
        dropped = {
            id(line)
            for _, line in lines
            if _PAGE_NUMBER.match(line.text) or (len(pages) > 1 and counts[_key(page, line)] >= often)
        }
        kept = tuple(line for line in page.lines if id(line) not in dropped)
        yield Page(page.width, page.height, kept, page.lost, page.is_picture)


def _in_margins(page: Page) -> Iterator[tuple[Page, Line]]:
    """Iterate over the lines at the head and the foot of a page."""
    for line in page.lines:
        if line.box.bottom > page.height * (1 - _ZONE) or line.box.top < page.height * _ZONE:
            yield page, line


def _key(page: Page, line: Line) -> tuple[str, int]:
    """Give what running heads of two pages have in common: their words, numbers apart, and about their height."""
    return re.sub(r"\s+", "", re.sub(r"\d+", "0", line.text)), round(line.box.bottom / page.height * 30)


def _placed(number: int, page: Page) -> Iterator[Placed]:
    """Iterate over the lines of a page in the order of reading."""
    gutter = _gutter(page)
    if gutter is None:
        yield from _column(list(page.lines), number)
        return
    band: list[Line] = []
    for line in sorted(page.lines, key=lambda one: -one.box.top):
        if line.box.left < gutter < line.box.right:
            yield from _two_columns(band, gutter, number)
            yield from _column([line], number)
            band = []
        else:
            band.append(line)
    yield from _two_columns(band, gutter, number)


def _two_columns(band: list[Line], gutter: float, number: int) -> Iterator[Placed]:
    left, right = ([line for line in band if (line.box.right <= gutter) is is_left] for is_left in (True, False))
    for column in (left, right):
        yield from (replace(placed, in_column=True) for placed in _column(column, number))


def _gutter(page: Page) -> float | None:
    """Find the white stripe between two columns of prose; a table's columns are ragged and stay rows."""
    middle = [line for line in page.lines if len(line.text) > 4]
    if len(middle) < 2 * _COLUMN_LINES:
        return None
    edges = Counter(round(line.box.left / 2) * 2.0 for line in middle if line.box.left > page.width * _HALF)
    start = min(edges.most_common(1), default=(0.0, 0))[0] - 3
    left = [line for line in middle if line.box.right <= start]
    right = [line for line in middle if line.box.left >= start]
    if min(len(left), len(right)) < _COLUMN_LINES or len(left) + len(right) < len(middle) * _SPLIT:
        return None
    if not (_is_prose(left) and _is_prose(right)):
        return None
    return (max(line.box.right for line in left) + start) / 2


def _is_prose(lines: list[Line]) -> bool:
    """Tell whether most lines of a column reach its right edge."""
    edge, em = max(line.box.right for line in lines), median(line.em for line in lines)
    return sum(line.box.right > edge - _FULL * em for line in lines) > len(lines) * _COLUMN_SHARE


def _column(lines: list[Line], number: int) -> Iterator[Placed]:
    """Iterate over the lines of one column; lines at one height are a row of cells."""
    if not lines:
        return
    rows = list(_rows(lines))
    single = [row[0] for row in rows if len(row) == 1]
    left, right = _margins(single or lines)
    for row in rows:
        yield Placed(
            text=CELL_GAP.join(line.text for line in row),
            page=number,
            left=row[0].box.left,
            right=row[-1].box.right,
            bottom=min(line.box.bottom for line in row),
            height=max(line.height for line in row),
            em=row[0].em,
            margin_left=left,
            margin_right=right,
            is_row=len(row) > 1 and not _is_prose_with_gap(row, right),
        )


def _is_prose_with_gap(row: list[Line], right: float) -> bool:
    """Tell whether a row is a line of prose with two wide blanks in it: it reaches the right margin."""
    if len(row) != 2:
        return False
    before, after = row
    is_near = after.box.left - before.box.right < _GAP_IN_PROSE * before.em
    return is_near and after.box.right > right - _FULL * after.em and len(after.text) > _GAP_IN_PROSE * 2


def _rows(lines: Iterable[Line]) -> Iterator[list[Line]]:
    row: list[Line] = []
    for line in lines:
        if row and _is_beside(row[-1], line):
            row.append(line)
            continue
        if row:
            yield row
        row = [line]
    if row:
        yield row


def _is_beside(one: Line, two: Line) -> bool:
    middle = (two.box.bottom + two.box.top) / 2
    return one.box.bottom <= middle <= one.box.top and two.box.left >= one.box.right


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    """Give the margins that most long lines are set between.

    One mark may hang over the right margin, many do not; lines that are not justified end within a character of it.
    """
    long = [line for line in lines if len(line.text) > 8] or list(lines)
    lefts, rights = [line.box.left for line in long], sorted((line.box.right for line in long), reverse=True)
    return min(_frequent(lefts) or lefts), rights[min(_many(rights), len(rights)) - 1]


def _frequent(edges: Sequence[float]) -> list[float]:
    """Give the edges, to two points, that many lines share."""
    counts = Counter(round(edge / 2) * 2.0 for edge in edges)
    return [edge for edge, count in counts.items() if count >= _many(edges)]


def _many(edges: Sequence[float]) -> int:
    return max(2, len(edges) // 10)
