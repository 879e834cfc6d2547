"""Positions: nodes with the sizes of their boxes and links go in, the same places every time come out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import rustworkx

from graphkit.network.measures import components

Place = tuple[float, float]
Positions = dict[str, Place]
Pair = tuple[str, str]

SEED = 20210226
GAP = 6.0
"""Free pixels between two boxes."""
ROUNDS = 400


@dataclass(frozen=True, slots=True)
class Box:
    """What a node covers around its place: half the width to each side, so much above and below."""

    half: float
    above: float
    below: float

    @property
    def area(self) -> float:
        """Give the pixels that it covers."""
        return 2 * self.half * (self.above + self.below)


def spring(boxes: Mapping[str, Box], links: Sequence[Pair], *, width: float, height: float) -> Positions:
    """Give a place to each node on a stage of `width` x `height` around (0, 0), boxes apart where there is room.

    Each connected part is laid out by itself (Fruchterman-Reingold) and gets a share of the stage by what its
    boxes cover; then boxes that overlap are pushed apart.
    """
    parts = components(boxes, links)
    cells = _cells([sum(boxes[node].area for node in part) for part in parts], width, height)
    places: Positions = {}
    for part, cell in zip(parts, cells, strict=True):
        places |= _fitted(_sprung(part, links), cell, boxes)
    return spread(places, boxes, width=width, height=height)


def spread(places: Mapping[str, Place], boxes: Mapping[str, Box], *, width: float, height: float) -> Positions:
    """Push boxes that overlap apart, and all of them onto the stage, for as many rounds as it takes or ROUNDS."""
    names = sorted(places)
    xs = [places[name][0] for name in names]
    ys = [places[name][1] for name in names]
    sizes = [boxes[name] for name in names]
    for _ in range(ROUNDS):
        moved = _push_apart(xs, ys, sizes)
        _keep_on_stage(xs, ys, sizes, width, height)
        if not moved:
            break
    return {name: (round(x, 1), round(y, 1)) for name, x, y in zip(names, xs, ys, strict=True)}


def beside(known: Mapping[str, Place], links: Iterable[Pair], others: Sequence[str]) -> Positions:
    """Give places to further nodes: around the middle of their placed neighbours, else around the whole."""
    neighbours: dict[str, list[Place]] = {name: [] for name in others}
    for source, target in links:
        for node, other in ((source, target), (target, source)):
            if node in neighbours and other in known:
                neighbours[node].append(known[other])
    places = {}
    for index, (name, near) in enumerate(neighbours.items()):
        x, y = (sum(axis) / len(near) for axis in zip(*near, strict=True)) if near else (0.0, 0.0)
        reach = 70 + 9 * math.sqrt(index) if near else 520 + 6 * math.sqrt(index)
        angle = index * 2.399963  # the golden angle: never twice in one direction
        places[name] = (round(x + reach * math.cos(angle), 1), round(y + reach * math.sin(angle), 1))
    return places


def _sprung(part: Sequence[str], links: Iterable[Pair]) -> Positions:
    graph: rustworkx.PyGraph[str, None] = rustworkx.PyGraph(multigraph=False)
    index = dict(zip(part, graph.add_nodes_from(part), strict=True))
    wanted = {(index[source], index[target]) for source, target in links if source in index and target in index}
    graph.add_edges_from([(source, target, None) for source, target in sorted(wanted) if source != target])
    found = rustworkx.spring_layout(graph, seed=SEED, num_iter=400, k=1.6 / math.sqrt(len(part)))
    return {name: (float(found[number][0]), float(found[number][1])) for name, number in index.items()}


@dataclass(frozen=True, slots=True)
class _Cell:
    left: float
    top: float
    width: float
    height: float


def _cells(areas: Sequence[float], width: float, height: float) -> list[_Cell]:
    """Cut the stage into cells with areas in proportion, the first and greatest at the left."""
    cells: list[_Cell] = []
    left, top, rest_width, rest_height = -width / 2, -height / 2, width, height
    remaining = sum(areas)
    for area in areas:
        share = area / remaining if remaining else 1.0
        remaining -= area
        if rest_width >= rest_height:
            cells.append(_Cell(left, top, rest_width * share, rest_height))
            left, rest_width = left + rest_width * share, rest_width * (1 - share)
        else:
            cells.append(_Cell(left, top, rest_width, rest_height * share))
            top, rest_height = top + rest_height * share, rest_height * (1 - share)
    return cells


def _fitted(places: Positions, cell: _Cell, boxes: Mapping[str, Box]) -> Positions:
    """Stretch places over a cell, with a margin for the boxes at its borders."""
    margin = min(max(boxes[name].half for name in places), cell.width / 2)
    depth = min(40.0, cell.height / 3)
    across = _scaled([x for x, _ in places.values()], cell.left + margin, cell.left + cell.width - margin)
    down = _scaled([y for _, y in places.values()], cell.top + depth, cell.top + cell.height - depth)
    return dict(zip(places, zip(across, down, strict=True), strict=True))


def _scaled(values: Sequence[float], low: float, high: float) -> list[float]:
    least, most = min(values), max(values)
    if most - least < 1e-9:  # noqa: PLR2004 - one place only
        return [(low + high) / 2] * len(values)
    return [low + (value - least) / (most - least) * (high - low) for value in values]


def _push_apart(xs: list[float], ys: list[float], sizes: Sequence[Box]) -> bool:
    """Move each two boxes that overlap by half of what they overlap; tell whether any did."""
    order = sorted(range(len(xs)), key=lambda one: (xs[one] - sizes[one].half, one))
    moved = False
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if xs[other] - sizes[other].half - GAP > xs[one] + sizes[one].half + 40:  # noqa: PLR2004 - moved meanwhile
                break
            moved |= _push(one, other, xs, ys, sizes)
    return moved


def _push(one: int, other: int, xs: list[float], ys: list[float], sizes: Sequence[Box]) -> bool:
    across = sizes[one].half + sizes[other].half + GAP - abs(xs[one] - xs[other])
    upper, lower = (one, other) if (ys[one], one) <= (ys[other], other) else (other, one)
    down = ys[upper] + sizes[upper].below + GAP - (ys[lower] - sizes[lower].above)
    if across <= 0 or down <= 0:
        return False
    if down <= across:
        ys[upper] -= down / 2 + 0.05
        ys[lower] += down / 2 + 0.05
    else:
        sign = 1 if (xs[one], one) <= (xs[other], other) else -1
        xs[one] -= sign * (across / 2 + 0.05)
        xs[other] += sign * (across / 2 + 0.05)
    return True


def _keep_on_stage(xs: list[float], ys: list[float], sizes: Sequence[Box], width: float, height: float) -> None:
    for one, size in enumerate(sizes):
        xs[one] = min(max(xs[one], size.half - width / 2), width / 2 - size.half)
        ys[one] = min(max(ys[one], size.above - height / 2), height / 2 - size.below)
