"""A picture with time from left to right: things with dates go in, places and the bands of years come out."""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, islice

from graphkit.network.layout import DOT, Box, Pair, Place, Positions, added
from graphkit.network.shelves import FREE, around, beside, row_of, shelf, shelves_of

YEAR = 24.0
"""Pixels of the band of a year, at least."""
REST, REST_MORE, REST_MOST = 24.0, 4.0, 120.0
"""Pixels of the band of years of which nothing is shown at first, more for each of its things, and at most."""
GAP = 20.0
"""Pixels between undated things and the first band."""
STEP = 6.0
"""Pixels between two heights that are tried."""
TALL = 120.0
"""Pixels above or below which no box reaches."""
FEW = 3
"""Things of a last column whose names may reach into the first years."""
WIDE, HIGH = 0.88, 0.84
"""Shares of a stage that are used: words of years stand above, names below and to the right."""
LONGEST = 1.8
"""By how much heights are stretched, at most."""


@dataclass(frozen=True, slots=True)
class Band:
    """The years `first` to `last`, "" for undated things, and where they lie from left to right."""

    first: str
    last: str
    left: float
    right: float


def banded(
    boxes: Mapping[str, Box], shown: Collection[str], dates: Mapping[str, str], links: Sequence[Pair], *, stage: Place
) -> tuple[Positions, tuple[Band, ...]]:
    """Give places in which what is older stands further left, and the bands of the years; undated things stand first.

    `dates` holds YYYY, YYYY-MM or YYYY-MM-DD where a thing has one. What is shown at first gets room for its box,
    the rest for its dot, all of it in the band of its year.
    """
    width, height = stage[0] * WIDE, stage[1] * HIGH
    undated = {iri: boxes[iri] for iri in sorted(shown) if not dates.get(iri)}
    inside = [(source, target) for source, target in links if source in shown and target in shown]
    near = _neighbours(links)
    covered = {iri: beside(boxes[iri]) if iri in undated else around(boxes[iri]) for iri in shown}
    rows = _Rows(covered, {}, height)
    dots, edge = _undated(rows, undated, inside, dates, height=height)
    years = tuple(_years(shown, dates, edge + GAP, width - edge))
    bands = (Band("", "", 0.0, edge + GAP / 2), *years) if any(not dates.get(iri) for iri in boxes) else years
    dated = sorted((iri for iri in shown if dates.get(iri)), key=lambda iri: (-len(near[iri]), iri))
    for iri in dated:
        rows.put(iri, _across(dates[iri], bands), near[iri])
    known = _stretched(rows.places | dots, height / width)
    rest = added(known, boxes, links, width=width, height=height)
    small = _Rows(dict.fromkeys(boxes, DOT), known)
    for iri in sorted(set(boxes) - set(known)):
        x, y = rest[iri]
        x = _across(dates[iri], bands) if dates.get(iri) else min(max(x, 0.0), edge)
        small.put(iri, x, (), wanted=y)
    return small.places, bands


def _undated(
    rows: _Rows, undated: Mapping[str, Box], links: Sequence[Pair], dates: Mapping[str, str], *, height: float
) -> tuple[Positions, float]:
    """Put undated things into columns; give where their dots stand, and where the last column ends.

    The first column fills its height, the things of further ones stand beside what leads to them.
    """
    before: dict[str, set[str]] = defaultdict(set)
    for source, target in links:
        before[target].add(source)
    dots: Positions = {}
    edge = 0.0
    for left, column in shelves_of(undated, links, dates, height=height):
        top = -sum(row_of(undated[iri]) for iri in column) / 2
        for iri in column:
            one = shelf(left, top + row_of(undated[iri]) / 2, undated[iri])
            rows.put(iri, one.middle[0], before[iri], wanted=None if before[iri] & set(rows.places) else one.middle[1])
            dots[iri] = (one.dot[0], rows.places[iri][1])
            top += row_of(undated[iri])
        names = DOT.half if left and len(column) <= FEW else 2 * max(beside(undated[iri]).half for iri in column)
        edge = left + names
    return dots, edge


def _years(shown: Collection[str], dates: Mapping[str, str], left: float, width: float) -> Iterator[Band]:
    """Iterate over the bands: one for each year of which something is shown, one for all years between two of these."""
    counts: dict[str, int] = defaultdict(int)
    for date in dates.values():
        if date:
            counts[date[:4]] += 1
    seen = {dates[iri][:4] for iri in shown if dates.get(iri)}
    wide = max(YEAR, (width - GAP) / max(1, len(seen)))
    for is_seen, group in groupby(sorted(counts), key=seen.__contains__):
        years = list(group)
        rest = min(REST_MOST, REST + REST_MORE * sum(counts[year] for year in years))
        for run in [[year] for year in years] if is_seen else [years]:
            right = left + (wide if is_seen else rest)
            yield Band(run[0], run[-1], round(left, 1), round(right, 1))
            left = right


def _across(date: str, bands: Iterable[Band]) -> float:
    """Give how far right a date stands, within the band of its year."""
    band = next(one for one in bands if one.first <= date[:4] <= one.last)
    first, last = int(band.first), int(band.last)
    month = int(date[5:7]) - 1 if len(date) >= len("2021-03") else 5.5
    day = int(date[8:10]) - 1 if len(date) >= len("2021-03-22") else 15
    share = (int(date[:4]) - first + (month + day / 31) / 12) / (last - first + 1)
    return round(band.left + (0.2 + 0.6 * share) * (band.right - band.left), 1)


def _stretched(places: Mapping[str, Place], shape: float) -> Positions:
    """Use the height that a stage of a shape, height to width, has to spare."""
    across, down = (max(axis) - min(axis) for axis in zip(*places.values(), strict=True))
    factor = min(LONGEST, max(1.0, shape * across / max(1.0, down)))
    return {iri: (x, round(y * factor, 1)) for iri, (x, y) in places.items()}


def _neighbours(links: Iterable[Pair]) -> dict[str, set[str]]:
    near: dict[str, set[str]] = defaultdict(set)
    for source, target in links:
        near[source].add(target)
        near[target].add(source)
    return near


class _Rows:
    """Places, to which further things are added above or below of what is there, where they are free."""

    def __init__(self, boxes: Mapping[str, Box], places: Mapping[str, Place], height: float = 0.0) -> None:
        self.boxes = boxes
        self.height = height
        self.places: Positions = {}
        self.columns: dict[int, list[tuple[float, str]]] = defaultdict(list)
        self.wide = 2 * max((box.half for box in boxes.values()), default=1.0) + FREE
        for iri, place in places.items():
            self._add(iri, place)

    def put(self, iri: str, x: float, near: Collection[str], wanted: float | None = None) -> None:
        """Place a thing at `x`, as near as is free to a height, else to the middle of its neighbours.

        It stays within the height of the stage where it has room there.
        """
        heights = [self.places[one][1] for one in sorted(near) if one in self.places]
        middle = wanted if wanted is not None else sum(heights) / len(heights) if heights else 0.0
        own = self.boxes[iri]
        top, bottom = own.above - self.height / 2, self.height / 2 - own.below
        inside = (y for y in islice(_outward(middle), math.ceil(2 * self.height / STEP)) if top <= y <= bottom)
        tried = chain(inside, _outward(middle))
        self._add(iri, (x, round(next(y for y in tried if self._is_free(iri, x, y)), 1)))

    def _add(self, iri: str, place: Place) -> None:
        self.places[iri] = place
        insort(self.columns[math.floor(place[0] / self.wide)], (place[1], iri))

    def _is_free(self, iri: str, x: float, y: float) -> bool:
        own = self.boxes[iri]
        middle = math.floor(x / self.wide)
        for column in (middle - 1, middle, middle + 1):
            there = self.columns.get(column, [])
            start = bisect_left(there, (y - 2 * TALL, ""))
            for height, other in there[start:]:
                if height > y + 2 * TALL:
                    break
                box = self.boxes[other]
                across = own.half + box.half + FREE - abs(x - self.places[other][0])
                upper, lower = ((own, y), (box, height)) if y <= height else ((box, height), (own, y))
                if across > 0 and upper[1] + upper[0].below + FREE > lower[1] - lower[0].above:
                    return False
        return True


def _outward(middle: float) -> Iterator[float]:
    """Iterate over heights from the middle outward, without end."""
    yield middle
    step = STEP
    while True:
        yield middle + step
        yield middle - step
        step += STEP
