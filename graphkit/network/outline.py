"""A tree as an outline: nodes with their parents go in, rows with indents in columns beside each other come out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graphkit.network.layers import centred
from graphkit.network.layout import Box, Positions

Row = tuple[str, int]
"""A node and its depth."""
INDENT = 46.0
ROW_GAP = 8.0
COLUMN_GAP = 26.0


def outlined(boxes: Mapping[str, Box], parents: Mapping[str, str], *, width: float, height: float) -> Positions:
    """Give each node a row below its parent, indented by its depth; the rows fill columns so as to look like the stage.

    Children stand in the order of `boxes`; a parent that is not among them, or a circle, makes a root.
    """
    rows = list(_rows(boxes, parents))
    stage = (width, height)
    best = min(range(1, len(rows) + 1), key=lambda count: (_stretch(rows, boxes, count, stage), count), default=1)
    places: Positions = {}
    left = 0.0
    for column in _columns(rows, best):
        top = 0.0
        first = _first(column, boxes)
        for node, depth in column:
            box = boxes[node]
            places[node] = (left + first + depth * INDENT, top + box.above)
            top += box.above + box.below + ROW_GAP
        left += _width(column, boxes) + COLUMN_GAP
    return centred(places)


def _rows(boxes: Mapping[str, Box], parents: Mapping[str, str]) -> Iterator[Row]:
    """Iterate over nodes and depths, each parent before its children."""
    children: dict[str, list[str]] = defaultdict(list)
    for node in boxes:
        children[parents[node] if parents.get(node) in boxes else ""].append(node)
    seen: set[str] = set()
    for root in (*children[""], *boxes):  # what stands in a circle has no root above it
        waiting = [(root, 0)]
        while waiting:
            node, depth = waiting.pop()
            if node in seen:
                continue
            seen.add(node)
            yield node, depth
            waiting.extend((child, depth + 1) for child in reversed(children[node]))


def _columns(rows: Sequence[Row], count: int) -> Iterator[Sequence[Row]]:
    length = max(1, -(-len(rows) // count))
    return (rows[start : start + length] for start in range(0, len(rows), length))


def _first(column: Sequence[Row], boxes: Mapping[str, Box]) -> float:
    """Give where the dots of depth 0 stand, so that no label reaches out to the left."""
    return max(boxes[node].half - depth * INDENT for node, depth in column)


def _width(column: Sequence[Row], boxes: Mapping[str, Box]) -> float:
    return _first(column, boxes) + max(depth * INDENT + boxes[node].half for node, depth in column)


def _stretch(rows: Sequence[Row], boxes: Mapping[str, Box], count: int, stage: tuple[float, float]) -> float:
    """Give how often the columns are as large as the stage, on the side where they are larger."""
    columns = list(_columns(rows, count))
    across = sum(_width(column, boxes) + COLUMN_GAP for column in columns)
    down = max(sum(boxes[node].above + boxes[node].below + ROW_GAP for node, _ in column) for column in columns)
    return max(across / stage[0], down / stage[1])
