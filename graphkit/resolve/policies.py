"""The policies of one document while they are linked: names in, the first policy that bears one out."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterator

from graphkit.extract.scene import Draft


class Policies:
    """Keeps policies in order of first mention, and finds them by a name or by its key without going through all."""

    def __init__(self, key: Callable[[str], str]) -> None:
        """Take what gives the key of a name."""
        self._key = key
        self._standing: dict[str, Draft] = {}
        self._turns: dict[str, int] = {}
        self._by_name: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._by_key: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)

    def __iter__(self) -> Iterator[Draft]:
        """Iterate over the policies that stand."""
        return iter(self._standing.values())

    def __contains__(self, draft: Draft) -> bool:
        """Tell whether a policy stands."""
        return draft.id in self._standing

    def add(self, draft: Draft) -> None:
        """Add a policy as the last."""
        self._turns[draft.id] = len(self._turns)
        self._standing[draft.id] = draft
        for name in draft.names:
            self._found_by(draft, name)

    def add_name(self, draft: Draft, name: str) -> None:
        """Give a policy one more name."""
        if name not in draft.names:
            draft.add_name(name)
            if draft in self:
                self._found_by(draft, name)

    def remove(self, draft: Draft, *, into: Draft) -> None:
        """Take out a policy whose names another was given."""
        del self._standing[draft.id]
        for name in draft.names:
            self._found_by(into, name)

    def named(self, name: str) -> Draft | None:
        """Give the first policy of a name, else the first of a title or number that differs in its marks only."""
        return self._first(self._by_name.get(name)) or self._first(self._by_key.get(self._key(name)))

    def _found_by(self, draft: Draft, name: str) -> None:
        for places in (self._by_name[name], self._by_key[self._key(name)]):
            insort(places, (self._turns[draft.id], draft.id))

    def _first(self, places: list[tuple[int, str]] | None) -> Draft | None:
        while places:
            draft = self._standing.get(places[0][1])
            if draft is not None:
                return draft
            del places[0]
        return None
