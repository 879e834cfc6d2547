"""The meetings that a document told of so far, with their names in one writing in, those that one may be out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graphkit.extract.scene import Draft

_LOOKED_AT = 200
"""How many meetings back a name without one of the same writing is looked for: a yearbook tells of thousands."""


class EarlierMeetings:
    """Meetings in the order in which they were told."""

    def __init__(self) -> None:
        """Begin with none."""
        self.all: list[Draft] = []
        self._written: defaultdict[str, set[str]] = defaultdict(set)
        self._by_name: defaultdict[str, list[Draft]] = defaultdict(list)

    def that_may_be(self, written: Iterable[str]) -> Iterable[Draft]:
        """Give the meetings that one of these names may be; of very many those so called and the last ones told."""
        if len(self.all) <= _LOOKED_AT:
            return self.all
        called = (draft for name in written for draft in self._by_name.get(name, ()))
        return {draft.id: draft for draft in (*called, *self.all[-_LOOKED_AT:])}.values()

    def is_called(self, draft: Draft, written: Iterable[str]) -> bool:
        """Tell whether a meeting has one of these names."""
        return not self._written[draft.id].isdisjoint(written)

    def call(self, draft: Draft, written: Iterable[str]) -> None:
        """Give a meeting further names, the first time it is told together with itself."""
        if draft.id not in self._written:
            self.all.append(draft)
        for name in written:
            if name not in self._written[draft.id]:
                self._written[draft.id].add(name)
                self._by_name[name].append(draft)
