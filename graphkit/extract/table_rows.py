"""A line of a table in, its cells out: parted by bars, by tabs or by the gaps that columns leave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graphkit.extract.enumerations import Item
from graphkit.extract.scene import Scene
from graphkit.model.text import Section

_BARS = "|｜│┃"
_BAR = re.compile(f"[{_BARS}]")
# The line under the head of a table drawn with bars.
_RULE = re.compile(f"[{_BARS}:：\\-—─┼├┤+]+")
_GAP, _FEWEST_BARS = 2, 2


def is_rule(scene: Scene, section: Section) -> bool:
    """Tell whether a line only draws a table."""
    return _RULE.fullmatch(scene.text, section.start, section.end) is not None


def cells_in(scene: Scene, section: Section) -> list[Item]:
    """Cut a line into its cells; one with nothing in it is as long as nothing."""
    bars = [bar.start() for bar in _BAR.finditer(scene.text, section.start, section.end)]
    if len(bars) >= _FEWEST_BARS or (bars and scene.text[section.start] not in _BARS):
        return list(_between_bars(section, bars))
    drops = scene.scan.document.offsets.dropped_in(section.start + 1, section.end)
    cells, low = [], section.start
    for at in drops:
        tabs = _tabs_before(scene, at)
        if tabs or scene.scan.gap_before(at) >= _GAP:
            cells.append(Item(0, low, low, at))
            cells.extend([Item(0, at, at, at)] * (tabs - 1))
            low = at
    return [*cells, Item(0, low, low, section.end)]


def _tabs_before(scene: Scene, offset: int) -> int:
    """Count the tabs that part a character from the one before it, spaces beside them or not."""
    document = scene.scan.document
    gap = document.offsets.gap_before(offset)
    here = document.raw_span(offset, offset + 1).start
    return document.text.count("\t", here - gap, here)


def _between_bars(section: Section, bars: list[int]) -> Iterator[Item]:
    """Iterate over the cells between bars; those at the ends of the line bound it."""
    first, last = bars[0] == section.start, bars[-1] == section.end - 1
    edges = [
        *([] if first else [section.start - 1]),
        *bars,
        *([] if last else [section.end]),
    ]
    for low, high in pairwise(edges):
        yield Item(0, low + 1, low + 1, high)
