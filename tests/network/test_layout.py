"""Places are the same every time, on the stage, and apart where there is room."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.network.layers import layered
from graphkit.network.layout import Box, Pair, Positions, added, spread, spring

WIDTH, HEIGHT = 960.0, 830.0
NODES = [f"n{number:02}" for number in range(40)]
BOXES = dict.fromkeys(NODES, Box(half=60, above=14, below=40))
STARS = [(NODES[number // 10 * 10], node) for number, node in enumerate(NODES) if number % 10]


def overlapping(places: Positions, boxes: dict[str, Box]) -> list[Pair]:
    """Give the pairs of boxes that lie over each other."""
    found = []
    for (one, (x, y)), (other, (u, v)) in combinations(sorted(places.items()), 2):
        across = abs(x - u) < boxes[one].half + boxes[other].half
        down = y - boxes[one].above < v + boxes[other].below and v - boxes[other].above < y + boxes[one].below
        if across and down:
            found.append((one, other))
    return found


def test_boxes_are_apart_and_on_the_stage() -> None:
    places = spring(BOXES, STARS, width=WIDTH, height=HEIGHT)
    assert overlapping(places, BOXES) == []
    assert all(abs(x) <= WIDTH / 2 and abs(y) <= HEIGHT / 2 for x, y in places.values())


def test_the_order_of_the_input_makes_no_difference() -> None:
    backward = {node: BOXES[node] for node in reversed(NODES)}
    again = spring(backward, list(reversed(STARS)), width=WIDTH, height=HEIGHT)
    assert again == spring(BOXES, STARS, width=WIDTH, height=HEIGHT)


def test_what_is_linked_is_nearer_than_what_is_not() -> None:
    places = spring(BOXES, STARS, width=WIDTH, height=HEIGHT)

    def mean(pairs: list[Pair]) -> float:
        apart = [abs(complex(*places[a]) - complex(*places[b])) for a, b in pairs]
        return sum(apart) / len(apart)

    linked = {frozenset(pair) for pair in STARS}
    assert mean(STARS) < mean([pair for pair in combinations(NODES, 2) if frozenset(pair) not in linked]) / 2


@pytest.mark.parametrize("nodes", [[], ["a"], ["a", "b"]])
def test_few_nodes_have_places_too(nodes: list[str]) -> None:
    boxes = dict.fromkeys(nodes, Box(50, 10, 30))
    assert set(spring(boxes, [], width=WIDTH, height=HEIGHT)) == set(nodes)
    assert set(layered(boxes, [], width=WIDTH, height=HEIGHT)) == set(nodes)


@pytest.mark.property
@given(st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(st.floats(-400, 400), st.floats(-400, 400)), min_size=1))
def test_a_few_boxes_are_always_pushed_apart(places: Positions) -> None:
    boxes = dict.fromkeys(places, Box(40, 10, 30))
    assert overlapping(spread(places, boxes, width=WIDTH, height=HEIGHT), boxes) == []


def test_layers_go_from_left_to_right_also_around_circles() -> None:
    links = [("a", "b"), ("b", "c"), ("c", "a"), ("b", "d"), ("e", "d")]
    boxes = dict.fromkeys("abcde", Box(50, 10, 30))
    places = layered(boxes, links, width=WIDTH, height=HEIGHT)
    across = {node: x for node, (x, _) in places.items()}
    assert across["a"] < across["b"] < across["c"]
    assert across["b"] < across["d"]
    assert across["e"] < across["d"]
    assert overlapping(places, boxes) == []


def test_layers_of_several_parts_do_not_lie_over_each_other() -> None:
    boxes = dict.fromkeys(NODES, Box(half=60, above=14, below=40))
    places = layered(boxes, STARS, width=WIDTH, height=HEIGHT)
    assert overlapping(places, boxes) == []


def test_further_nodes_stand_by_their_neighbours_and_parts_of_their_own_below() -> None:
    known = {"a": (0.0, 0.0), "b": (300.0, 0.0)}
    boxes = dict.fromkeys("abxyzuv", Box(50, 10, 30))
    links = [("a", "x"), ("y", "b"), ("y", "z"), ("u", "v")]
    places = added(known, boxes, links, width=WIDTH, height=HEIGHT)
    assert {name: places[name] for name in known} == known
    for name, home in (("x", "a"), ("y", "b"), ("z", "y")):
        assert abs(complex(*places[name]) - complex(*places[home])) < 120
    assert min(places["u"][1], places["v"][1]) > HEIGHT / 2
    assert places == added(known, boxes, links[::-1], width=WIDTH, height=HEIGHT)
    assert len(set(places.values())) == len(boxes)
