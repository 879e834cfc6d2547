"""An outline: parents above their children, rows that never meet, the shape of the stage."""

from __future__ import annotations

from itertools import combinations

from graphkit.network.layout import Box
from graphkit.network.outline import INDENT, outlined

BOX = Box(half=50, above=10, below=22)


def test_children_stand_below_and_right_of_their_parents() -> None:
    boxes = dict.fromkeys(("省", "市", "局", "县"), BOX)
    places = outlined(boxes, {"市": "省", "局": "市", "县": "省"}, width=400, height=800)
    assert [node for node, _ in sorted(places.items(), key=lambda item: item[1][1])] == ["省", "市", "局", "县"]
    assert places["局"][0] - places["省"][0] == 2 * INDENT
    assert places["县"][0] == places["市"][0]


def test_many_rows_fill_columns_without_meeting() -> None:
    boxes = {f"n{number:03}": BOX for number in range(90)}
    parents = {f"n{number:03}": f"n{number // 7:03}" for number in range(1, 90)}
    places = outlined(boxes, parents, width=960, height=830)
    for one, other in combinations(places.values(), 2):
        assert abs(one[0] - other[0]) >= BOX.half or abs(one[1] - other[1]) >= BOX.above + BOX.below
    across = max(x for x, _ in places.values()) - min(x for x, _ in places.values())
    down = max(y for _, y in places.values()) - min(y for _, y in places.values())
    assert 0.5 < across / down < 3


def test_circles_and_strange_parents_make_roots() -> None:
    boxes = dict.fromkeys(("a", "b", "c"), BOX)
    assert set(outlined(boxes, {"a": "b", "b": "a", "c": "nowhere"}, width=400, height=400)) == set(boxes)
    assert outlined({}, {}, width=400, height=400) == {}
