"""A layered picture: links that go forward in time go in, columns from left to right come out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from graphkit.network.layout import Box, Pair, Positions
from graphkit.network.measures import components

SWEEPS = 8
ROWS = 11
"""Nodes of a column that have room in a window."""
COLUMN_GAP = 36.0
ROW_GAP = 10.0
PART_GAP = 34.0


def layered(
    boxes: Mapping[str, Box], links: Sequence[Pair], *, width: float, height: float, first: str = ""
) -> Positions:
    """Give columns: each link goes from a column to one further right, circles left out; `first` is the leftmost.

    Connected parts lie under each other, and beside each other when the stage is wide enough.
    """
    parts = [_part(part, boxes, links, first) for part in components(boxes, links)]
    return _packed(parts, boxes, width=width, height=height)


def ranks(nodes: Sequence[str], links: Iterable[Pair], first: str = "") -> dict[str, int]:
    """Give each node the number of its column; each link goes to a greater one, circles left out."""
    return _ranks(_without_circles(nodes, links), first)


def _part(part: Sequence[str], boxes: Mapping[str, Box], links: Iterable[Pair], first: str) -> Positions:
    inside = set(part)
    forward = _without_circles(part, [(a, b) for a, b in links if a in inside and b in inside])
    rank = _ranks(forward, first)
    columns: dict[int, list[str]] = defaultdict(list)
    for node in part:
        columns[rank[node]].append(node)
    untangled = _untangled([columns[one] for one in sorted(columns)], forward)
    ordered = [piece for column in untangled for piece in _pieces(column)]
    places: Positions = {}
    left = 0.0
    for column in ordered:
        half = max(boxes[node].half for node in column)
        top = -sum(_height(boxes[node]) for node in column) / 2
        for node in column:
            places[node] = (left + half, top + boxes[node].above)
            top += _height(boxes[node])
        left += 2 * half + COLUMN_GAP
    return places


def _pieces(column: Sequence[str]) -> list[Sequence[str]]:
    """Cut a column that is too long into several beside each other, of like length."""
    count = -(-len(column) // ROWS)
    length = -(-len(column) // count)
    return [column[start : start + length] for start in range(0, len(column), length)]


def _height(box: Box) -> float:
    return box.above + box.below + ROW_GAP


def _without_circles(part: Sequence[str], links: Iterable[Pair]) -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(part)
    for source, target in sorted(links):
        if source != target and not nx.has_path(graph, target, source):
            graph.add_edge(source, target)
    return graph


def _ranks(forward: nx.DiGraph, first: str) -> dict[str, int]:
    """Give each node the column of its longest way from the left; a node without way in stands beside its nearest."""
    order = list(nx.lexicographical_topological_sort(forward))
    rank: dict[str, int] = {}
    for node in order:
        rank[node] = max((rank[before] + 1 for before in forward.predecessors(node)), default=0)
    for node in order:
        if node != first and not list(forward.predecessors(node)) and list(forward.successors(node)):
            rank[node] = min(rank[after] for after in forward.successors(node)) - 1
    return rank


def _untangled(columns: list[list[str]], forward: nx.DiGraph) -> list[list[str]]:
    """Order each column by the middle of its neighbours' rows, to and fro."""
    row = {node: place for column in columns for place, node in enumerate(column)}
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            middles = {node: _middle(node, forward, row) for node in column}
            column.sort(key=lambda node: (middles[node], row[node], node))
            row.update({node: place for place, node in enumerate(column)})
    return columns


def _middle(node: str, forward: nx.DiGraph, row: Mapping[str, int]) -> float:
    near = [row[one] for one in (*forward.predecessors(node), *forward.successors(node))]
    return sum(near) / len(near) if near else float(row[node])


def _packed(parts: Sequence[Positions], boxes: Mapping[str, Box], *, width: float, height: float) -> Positions:
    """Put parts into shelves as wide as the stage, or wider where it would get too high."""
    sizes = [_size(part, boxes) for part in parts]
    area = sum((across + PART_GAP) * (down + PART_GAP) for across, down in sizes)
    wide = max(width, max((across for across, _ in sizes), default=0.0), (area * width / height * 1.1) ** 0.5)
    places: Positions = {}
    left = top = shelf = 0.0
    for part, (across, down) in zip(parts, sizes, strict=True):
        if left and left + across > wide:
            left, top, shelf = 0.0, top + shelf + PART_GAP, 0.0
        lowest = min(y - boxes[node].above for node, (_, y) in part.items())
        for node, (x, y) in part.items():
            places[node] = (left + x, top + y - lowest)
        left += across + PART_GAP
        shelf = max(shelf, down)
    return centred(places)


def _size(part: Positions, boxes: Mapping[str, Box]) -> tuple[float, float]:
    across = max(x + boxes[node].half for node, (x, _) in part.items())
    highest = min(y - boxes[node].above for node, (_, y) in part.items())
    return across, max(y + boxes[node].below for node, (_, y) in part.items()) - highest


def centred(places: Positions) -> Positions:
    """Move places so that their middle is (0, 0)."""
    if not places:
        return {}
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    return {node: (round(x - middle[0], 1), round(y - middle[1], 1)) for node, (x, y) in places.items()}
