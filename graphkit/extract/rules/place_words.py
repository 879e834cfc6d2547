"""A division in, the words of the text that name it, or one in it, out: for bodies that 省 or 县 alone tells of."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from graphkit.extract.gazetteer import Region
from graphkit.extract.scan import Scan
from graphkit.model.text import Span


class _Naming(NamedTuple):
    """Words `[start, end)` that name a division itself, or another inside it."""

    start: int
    end: int
    is_itself: bool


class PlaceWords:
    """Finds the words that name a place; what names a division is looked for once."""

    def __init__(self, scan: Scan) -> None:
        """Take the text."""
        self._scan = scan
        self._naming: dict[str, list[_Naming]] = {}

    def naming(self, region: Region, start: int) -> tuple[Span, ...]:
        """Give the last words before an offset in its paragraph that name a division, else the first of the text."""
        named = self._of(region)
        if not named:
            return ()
        section = self._scan.section_at(start)
        low = bisect_left(named, (section.start if section is not None else start,))
        before = named[low : bisect_left(named, (start,))]
        if before:
            chosen = max(before, key=lambda one: (one.is_itself, one.start, one.end))
        else:
            chosen = min(named, key=lambda one: (not one.is_itself, one.start, -one.end))
        return (self._scan.document.raw_span(chosen.start, chosen.end),)

    def _of(self, region: Region) -> list[_Naming]:
        """Give the words that name a division or one in it, in order."""
        known = self._naming.get(region.code)
        if known is None:
            table = self._scan.gazetteer
            units = (unit for sense in ("region", "place", "county_place") for unit in self._scan.units.of(sense))
            named = ((unit, table.region_named(unit.value, within=region.code)) for unit in units)
            known = self._naming[region.code] = sorted(
                _Naming(unit.start, unit.end, one.code == region.code)
                for unit, one in named
                if one is not None and table.is_within(one.code, region.code)
            )
        return known
