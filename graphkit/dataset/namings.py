"""Things and the texts that name them in, the texts of each out, kept on disk like all that is spilled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from graphkit.dataset.spill import Spill


class Namings(Mapping[str, frozenset[str]]):
    """The texts that name each thing; iterated over in the order of IRIs."""

    def __init__(self) -> None:
        """Start with none."""
        self._told = Spill(2)

    def add(self, thing: str, text: str) -> None:
        """Take in that a text names a thing."""
        self._told.add((thing, text))

    def __getitem__(self, thing: str) -> frozenset[str]:
        """Give the texts that name a thing."""
        found = frozenset(str(text) for _, text in self._told.having(thing))
        if not found:
            raise KeyError(thing)
        return found

    def __iter__(self) -> Iterator[str]:
        """Iterate over the things."""
        return (str(thing) for thing, _ in groupby(self._told.sorted_by(), key=itemgetter(0)))

    def __len__(self) -> int:
        """Count the things."""
        return sum(1 for _ in self)
