"""Occurrences of gazetteer words in a text: by where they end, where they start, and what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple


class Unit(NamedTuple):
    """An occurrence `[start, end)` of a gazetteer word; `sense` is what it is, `value` which one."""

    start: int
    end: int
    sense: str
    value: str


class Units:
    """The occurrences in one text, by where they end and where they start."""

    def __init__(self, units: list[Unit]) -> None:
        """Take the units in order."""
        self.all = units

    @cached_property
    def _of(self) -> dict[str, list[Unit]]:
        found: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.all:
            found[unit.sense].append(unit)
        return found

    @cached_property
    def ending(self) -> dict[int, list[Unit]]:
        """Give the units by where they end."""
        found: dict[int, list[Unit]] = defaultdict(list)
        for unit in self.all:
            found[unit.end].append(unit)
        return found

    @cached_property
    def starting(self) -> dict[int, list[Unit]]:
        """Give the units by where they start."""
        found: dict[int, list[Unit]] = defaultdict(list)
        for unit in self.all:
            found[unit.start].append(unit)
        return found

    def of(self, sense: str) -> Iterator[Unit]:
        """Iterate over the units of one sense, in order."""
        return iter(self._of.get(sense, ()))

    def longest_ending(self, end: int, senses: frozenset[str]) -> Unit | None:
        """Give the longest unit of these senses that ends at `end`."""
        for unit in self.ending.get(end, ()):
            if unit.sense in senses:
                return unit  # units stand in order, so the first that ends here is the longest
        return None

    def longest_starting(self, start: int, senses: frozenset[str]) -> Unit | None:
        """Give the longest unit of these senses that starts at `start`."""
        longest: Unit | None = None
        for unit in self.starting.get(start, ()):
            if unit.sense in senses and (longest is None or unit.end > longest.end):
                longest = unit
        return longest
