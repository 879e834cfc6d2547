"""One-to-one matching: two lists and a test of sameness go in, the largest set of pairs comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def match_one_to_one(
    gold: Sequence[Item], predicted: Sequence[Item], same: Callable[[Item, Item], bool]
) -> dict[int, int]:
    """Give gold index → predicted index of a maximum matching (augmenting paths, Kuhn 1955).

    Earlier gold items are served first, each with the earliest partner that keeps the rest seated.
    """
    options = [[j for j, found in enumerate(predicted) if same(wanted, found)] for wanted in gold]
    seats: dict[int, int] = {}
    owners: dict[int, int] = {}
    for start in range(len(gold)):
        _seat(start, options, seats, owners)
    return seats


def _seat(start: int, options: list[list[int]], seats: dict[int, int], owners: dict[int, int]) -> None:
    """Seat `start`, moving those seated before it along the shortest path to a free seat."""
    came_from: dict[int, int] = {}
    queue = [start]
    for i in queue:
        for j in options[i]:
            if j in came_from:
                continue
            came_from[j] = i
            if j not in owners:
                _move_along(j, came_from, seats, owners)
                return
            queue.append(owners[j])


def _move_along(free: int, came_from: dict[int, int], seats: dict[int, int], owners: dict[int, int]) -> None:
    seat: int | None = free
    while seat is not None:
        i = came_from[seat]
        owners[seat] = i
        left = seats.get(i)
        seats[i] = seat
        seat = left
