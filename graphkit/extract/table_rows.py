"""A line of a table in, its cells out: parted by bars, by tabs or by the gaps that columns leave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from graphkit.extract.scan import Scan
from graphkit.model.text import Section

_BARS = "|｜│┃"
_BAR = re.compile(f"[{_BARS}]")
# The line under the head of a table drawn with bars.
_RULE = re.compile(f"[{_BARS}:：\\-—─┼├┤+]+")
_GAP, _FEWEST_BARS = 2, 2


class Cell(NamedTuple):
    """A cell, `[start, end)` of the matched text; one with nothing in it is as long as nothing."""

    start: int
    end: int


def is_rule(scan: Scan, section: Section) -> bool:
    """Tell whether a line only draws a table."""
    return _RULE.fullmatch(scan.text, section.start, section.end) is not None


def cells_in(scan: Scan, section: Section) -> list[Cell]:
    """Cut a line into its cells."""
    bars = [bar.start() for bar in _BAR.finditer(scan.text, section.start, section.end)]
    if len(bars) >= _FEWEST_BARS or (bars and scan.text[section.start] not in _BARS):
        return list(_between_bars(section, bars))
    cells, low = [], section.start
    document = scan.document
    for at, begin, end in document.offsets.gaps_in(section.start + 1, section.end):
        tabs = document.text.count("\t", begin, end)
        if tabs or end - begin >= _GAP:
            cells.append(Cell(low, at))
            cells.extend([Cell(at, at)] * (tabs - 1))
            low = at
    return [*cells, Cell(low, section.end)]


def _between_bars(section: Section, bars: list[int]) -> Iterator[Cell]:
    """Iterate over the cells between bars; those at the ends of the line bound it."""
    first, last = bars[0] == section.start, bars[-1] == section.end - 1
    edges = [*([] if first else [section.start - 1]), *bars, *([] if last else [section.end])]
    for low, high in pairwise(edges):
        yield Cell(low + 1, high)
