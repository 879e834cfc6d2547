"""Positions: nodes with the sizes of their boxes and links go in, the same places every time come out."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import rustworkx

from graphkit.network.measures import components

Place = tuple[float, float]
Positions = dict[str, Place]
Pair = tuple[str, str]

SEED = 20210226
GAP = 6.0
"""Free pixels between two boxes."""
ROUNDS = 400
LOOSE = 2.6
"""Sides of a part's picture to the root of what its boxes cover, at most: wider, links get too long to follow."""
TIGHT = 1.5
"""The same for parts of up to SHORT nodes."""
SHORT = 3
CROWD = 12
"""Nodes from which a part's middle gets crowded."""
SLENDER = 2.5
"""Longer to shorter side of a cell, at most, where what it holds covers more than CROWDED."""
CROWDED = 25_000.0
EDGE = 34.0
FEW_ROUNDS, FEWER_ROUNDS, MANY = 25, 6, 3000
"""Rounds that keep dots apart where labels do not count, and fewer for more than MANY of them."""
SPARE = 5000.0
"""Square pixels added to the share of each connected part, so that pairs get room to stand apart."""


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


DOT = Box(half=13, above=10, below=14)
"""What a node covers when only its dot counts."""


@dataclass(frozen=True, slots=True)
class _Cell:
    left: float
    top: float
    width: float
    height: float


def spring(boxes: Mapping[str, Box], links: Sequence[Pair], *, width: float, height: float) -> Positions:
    """Give a place to each node on a stage of `width` x `height` around (0, 0), boxes apart where there is room.

    Each connected part is laid out by itself (Fruchterman-Reingold) and gets a share of the stage by what its
    boxes cover; then boxes that overlap are pushed apart.
    """
    parts = components(boxes, links)
    stage = _Cell(-width / 2, -height / 2, width, height)
    cells = _cells([sum(boxes[node].area for node in part) + SPARE for part in parts], stage)
    places: Positions = {}
    for part, cell in zip(parts, cells, strict=True):
        places |= _fitted(_sprung(part, links), cell, boxes)
    return spread(places, boxes, width=width, height=height)


def spread(
    places: Mapping[str, Place],
    boxes: Mapping[str, Box],
    *,
    width: float,
    height: float,
    fixed: Collection[str] = frozenset(),
    rounds: int = ROUNDS,
) -> Positions:
    """Push boxes that overlap apart, and all onto the stage, for as many rounds as it takes; `fixed` ones stay."""
    names = sorted(places)
    xs = [places[name][0] for name in names]
    ys = [places[name][1] for name in names]
    sizes = [boxes[name] for name in names]
    moves = [0.0 if name in fixed else 1.0 for name in names]
    _keep_on_stage(xs, ys, sizes, (width, height))
    for _ in range(rounds):
        moved = _push_apart(xs, ys, sizes, moves)
        _keep_on_stage(xs, ys, sizes, (width, height))
        if not moved:
            break
    return {name: (round(x, 1), round(y, 1)) for name, x, y in zip(names, xs, ys, strict=True)}


def added(
    known: Mapping[str, Place], boxes: Mapping[str, Box], links: Sequence[Pair], *, width: float, height: float
) -> Positions:
    """Give places to the boxes that have none: around their neighbours, parts without any under the stage.

    What is known stays where it is. Only dots are kept apart here; labels show where they have room.
    """
    places = dict(known)
    waiting = {name for name in boxes if name not in known}
    while near := {name: around for name, around in _neighbours(places, links, waiting).items() if around}:
        for index, (name, around) in enumerate(sorted(near.items())):
            places[name] = _around(around, index)
        waiting -= set(near)
    if waiting:
        rest = {name: boxes[name] for name in sorted(waiting)}
        deep = max(height, sum(box.area for box in rest.values()) * 2 / width)
        apart = spring(rest, [pair for pair in links if set(pair) <= waiting], width=width, height=deep)
        places |= {name: (x, round(y + (height + deep) / 2 + 40, 1)) for name, (x, y) in apart.items()}
    dots = dict.fromkeys(places, DOT)
    rounds = FEW_ROUNDS if len(places) <= MANY else FEWER_ROUNDS
    found = spread(places, dots, width=1e6, height=1e6, fixed=set(known), rounds=rounds)
    return {name: known.get(name, place) for name, place in found.items()}


def _neighbours(places: Mapping[str, Place], links: Iterable[Pair], waiting: Collection[str]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {name: [] for name in waiting}
    for source, target in links:
        for node, other in ((source, target), (target, source)):
            if node in found and other in places:
                found[node].append(places[other])
    return found


def _around(near: Sequence[Place], index: int) -> Place:
    x, y = (sum(axis) / len(near) for axis in zip(*near, strict=True))
    reach = 60 + 8 * math.sqrt(index)
    angle = index * 2.399963  # the golden angle: never twice in one direction
    return round(x + reach * math.cos(angle), 1), round(y + reach * math.sin(angle), 1)


def _sprung(part: Sequence[str], links: Iterable[Pair]) -> Positions:
    graph: rustworkx.PyGraph[str, None] = rustworkx.PyGraph(multigraph=False)
    index = dict(zip(part, graph.add_nodes_from(part), strict=True))
    wanted = {(index[source], index[target]) for source, target in links if source in index and target in index}
    graph.add_edges_from([(source, target, None) for source, target in sorted(wanted) if source != target])
    found = rustworkx.spring_layout(graph, seed=SEED, num_iter=400, k=1.6 / math.sqrt(len(part)))
    return {name: (float(found[number][0]), float(found[number][1])) for name, number in index.items()}


def _cells(areas: Sequence[float], cell: _Cell) -> list[_Cell]:
    """Cut a cell into as many as there are areas, in proportion to them: halves of halves, across the longer side."""
    if len(areas) <= 1:
        return [cell] * len(areas)
    middle = _middle(areas)
    share = _readable(sum(areas[:middle]), sum(areas[middle:]), cell)
    if cell.width >= cell.height:
        cut = cell.width * share
        first = _Cell(cell.left, cell.top, cut, cell.height)
        second = _Cell(cell.left + cut, cell.top, cell.width - cut, cell.height)
    else:
        cut = cell.height * share
        first = _Cell(cell.left, cell.top, cell.width, cut)
        second = _Cell(cell.left, cell.top + cut, cell.width, cell.height - cut)
    return [*_cells(areas[:middle], first), *_cells(areas[middle:], second)]


def _readable(first: float, second: float, cell: _Cell) -> float:
    """Give the first's share of a cell: by area, but no side with more than a few boxes gets a mere strip."""
    least = min(cell.width, cell.height) / max(cell.width, cell.height) / SLENDER
    share = first / (first + second)
    if first > CROWDED:
        share = max(share, least)
    return min(share, 1 - least) if second > CROWDED else share


def _middle(areas: Sequence[float]) -> int:
    """Give where to cut a row of areas so that the two sides are most alike."""
    whole = sum(areas)
    sums = [sum(areas[:cut]) for cut in range(1, len(areas))]
    return 1 + min(range(len(sums)), key=lambda cut: (abs(2 * sums[cut] - whole), cut))


def _fitted(places: Positions, cell: _Cell, boxes: Mapping[str, Box]) -> Positions:
    """Stretch places over a cell, but no wider than reads well, with a margin for the boxes at its borders."""
    if len(places) <= SHORT and cell.width > cell.height:
        places = _turned(places)
    margin = min(max(boxes[name].half for name in places), cell.width / 2)
    places = _evened(places)
    room = (LOOSE if len(places) > SHORT else TIGHT) * math.sqrt(sum(boxes[name].area for name in places))
    width = min(cell.width - 2 * margin, room * 1.2)
    height = min(max(cell.height - 2 * EDGE, cell.height / 3), room)
    middle = (cell.left + cell.width / 2, cell.top + cell.height / 2)
    across = _scaled([x for x, _ in places.values()], middle[0] - width / 2, middle[0] + width / 2)
    down = _scaled([y for _, y in places.values()], middle[1] - height / 2, middle[1] + height / 2)
    return dict(zip(places, zip(across, down, strict=True), strict=True))


def _evened(places: Positions) -> Positions:
    """Move places half-way to even steps on both axes, so that the middle is not denser than the rim."""
    if len(places) < CROWD:
        return places
    across, down = (_steps([place[axis] for place in places.values()]) for axis in (0, 1))
    return dict(zip(places, zip(across, down, strict=True), strict=True))


def _steps(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=lambda one: (values[one], one))
    least, most = values[order[0]], values[order[-1]]
    even = {one: least + (most - least) * step / (len(values) - 1) for step, one in enumerate(order)}
    return [(value + even[one]) / 2 for one, value in enumerate(values)]


def _turned(places: Positions) -> Positions:
    """Turn a short row so that it reads from left to right."""
    ordered = sorted(places, key=lambda name: (places[name], name))
    return {name: (float(index), 0.0) for index, name in enumerate(ordered)}


def _scaled(values: Sequence[float], low: float, high: float) -> list[float]:
    least, most = min(values), max(values)
    if most == least:
        return [(low + high) / 2] * len(values)
    return [low + (value - least) / (most - least) * (high - low) for value in values]


def _push_apart(xs: list[float], ys: list[float], sizes: Sequence[Box], moves: Sequence[float]) -> bool:
    """Move each two boxes that overlap by half of what they overlap; tell whether any did."""
    moved = False
    for one, other in _near_pairs(xs, ys, sizes):
        both = moves[one] + moves[other]
        across, down = _overlap((one, other), xs, ys, sizes) if both else (0.0, 0.0)
        if across or down:
            moved = True
            xs[one], ys[one] = xs[one] - across * moves[one] / both, ys[one] - down * moves[one] / both
            xs[other], ys[other] = xs[other] + across * moves[other] / both, ys[other] + down * moves[other] / both
    return moved


def _near_pairs(xs: Sequence[float], ys: Sequence[float], sizes: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Iterate over the pairs of boxes that lie in one square of a grid or in two beside each other, from the left."""
    wide = max((2 * size.half for size in sizes), default=0.0) + GAP
    high = max((size.above + size.below for size in sizes), default=0.0) + GAP
    cells: dict[tuple[int, int], list[int]] = {}
    places = [(math.floor(x / wide), math.floor(y / high)) for x, y in zip(xs, ys, strict=True)]
    order = sorted(range(len(places)), key=lambda one: (xs[one] - sizes[one].half, one))
    for one in order:
        column, row = places[one]
        near = (cells.get((column + across, row + down), ()) for across in (-1, 0, 1) for down in (-1, 0, 1))
        yield from ((other, one) for other in sorted(chain.from_iterable(near)))
        cells.setdefault((column, row), []).append(one)


def _overlap(pair: tuple[int, int], xs: list[float], ys: list[float], sizes: Sequence[Box]) -> Place:
    """Give the shortest way by which the second gets clear of the first: (0, 0) where it is."""
    one, other = pair
    across = sizes[one].half + sizes[other].half + GAP - abs(xs[one] - xs[other])
    upper, lower = (one, other) if (ys[one], one) <= (ys[other], other) else (other, one)
    down = ys[upper] + sizes[upper].below + GAP - (ys[lower] - sizes[lower].above)
    if across <= 0 or down <= 0:
        return 0.0, 0.0
    if down <= across:
        return 0.0, (down + 0.1) * (1 if lower == other else -1)
    return (across + 0.1) * (1 if (xs[one], one) <= (xs[other], other) else -1), 0.0


def _keep_on_stage(xs: list[float], ys: list[float], sizes: Sequence[Box], stage: Place) -> None:
    width, height = stage
    for one, size in enumerate(sizes):
        xs[one] = min(max(xs[one], size.half - width / 2), width / 2 - size.half)
        ys[one] = min(max(ys[one], size.above - height / 2), height / 2 - size.below)
