"""Things without dates in, columns of them out, what is older further left, names to be written beside the dots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphkit.network.layers import ranks
from graphkit.network.layout import Box, Pair, Place

SCALE = 0.8
"""Scale at which a window of 1,280 pixels shows a stage; what is written keeps its size."""
BESIDE = 13.0
"""Pixels from the left of a column to the middle of a dot, from there and from there to its name."""
LINE = 16.0
"""Pixels that a name and a dot are high, at least."""
FREE = 4.0
"""Free pixels between two boxes, on a stage that is shown whole."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the dot of a thing stands, and the middle and size of what it covers with its name beside it."""

    dot: Place
    middle: Place
    box: Box


def shelves_of(
    boxes: Mapping[str, Box], links: Sequence[Pair], dates: Mapping[str, str], *, height: float
) -> Iterator[tuple[float, list[str]]]:
    """Iterate over columns, each where it begins from left to right, with its things from above.

    Each link within goes from a column to one further right. Things that lead to one thing stand together, those
    of older ones first; a column that is higher than `height` goes on in the next.
    """
    undated = sorted(boxes)
    inside = [(source, target) for source, target in links if source in boxes and target in boxes]
    rank = ranks(undated, inside)
    heirs = _heirs(undated, links, dates)
    by_rank: dict[int, list[str]] = defaultdict(list)
    for iri in sorted(undated, key=lambda one: (*heirs[one], one)):
        by_rank[rank[iri]].append(iri)
    left = 0.0
    for _, column in sorted(by_rank.items()):
        for piece in _pieces(column, boxes, height):
            yield left, piece
            left += FREE + max(2 * beside(boxes[iri]).half for iri in piece)


def shelf(left: float, y: float, box: Box) -> Shelf:
    """Give the shelf of a thing in a column that begins at `left`."""
    whole = beside(box)
    dot = left + BESIDE / SCALE
    return Shelf((round(dot, 1), round(y, 1)), (left + whole.half, y), whole)


def beside(box: Box) -> Box:
    """Give what a thing covers when its name stands beside its dot, not below, on a stage that is shown smaller."""
    half_height = max(max(box.below - box.above, LINE) / SCALE / 2, box.above * SCALE)
    return Box((box.half + BESIDE) / SCALE, half_height, half_height)


def row_of(box: Box) -> float:
    """Give the height of the row of a thing in its column."""
    return 2 * beside(box).above + FREE


def around(box: Box) -> Box:
    """Give what a thing covers when its name may stand at either side of its dot, on a stage that is shown smaller."""
    high = beside(box).above
    return Box(box.half / SCALE, high, high)


def _pieces(column: Sequence[str], boxes: Mapping[str, Box], height: float) -> Iterator[list[str]]:
    """Cut a column into as few as hold it, of like heights."""
    heights = [row_of(boxes[iri]) for iri in column]
    count = -(-sum(heights) // height)
    most = max(sum(heights) / count, *heights)
    piece: list[str] = []
    used = 0.0
    for iri, high in zip(column, heights, strict=True):
        if piece and used + high / 2 > most:
            yield piece
            piece, used = [], 0.0
        piece.append(iri)
        used += high
    yield piece


def _heirs(undated: Collection[str], links: Iterable[Pair], dates: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Give for each thing the oldest that it leads to, with its date; one without date is newer than all."""
    found: dict[str, list[tuple[str, str]]] = {iri: [] for iri in undated}
    for source, target in links:
        if source in found:
            found[source].append((dates.get(target) or "9999", target))
    return {iri: min(heirs, default=("9999", iri)) for iri, heirs in found.items()}
