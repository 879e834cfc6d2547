"""Maximum matching against brute force."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from graphkit.evaluate.matching import match_one_to_one


@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4), max_size=4))
def test_as_many_pairs_as_any_assignment_has(table: list[list[bool]]) -> None:
    matched = match_one_to_one(list(range(len(table))), list(range(4)), lambda i, j: table[i][j])
    best = max(sum(table[i][j] for i, j in enumerate(seats[: len(table)])) for seats in permutations(range(4)))
    assert len(matched) == best
    assert len(set(matched.values())) == len(matched)
    assert all(table[i][j] for i, j in matched.items())


def test_an_early_item_moves_so_that_a_late_one_finds_a_seat() -> None:
    fits = {("a", "x"), ("a", "y"), ("b", "x")}
    assert match_one_to_one(["a", "b"], ["x", "y"], lambda one, other: (one, other) in fits) == {0: 1, 1: 0}
