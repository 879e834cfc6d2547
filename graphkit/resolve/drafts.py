"""The things of one document while they are resolved, by id and by key."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.extract.scene import Draft
from graphkit.model.entities import EntityKind


class Drafts:
    """Makes drafts in order of first mention and merges them."""

    def __init__(self) -> None:
        """Start with none."""
        self.by_id: dict[str, Draft] = {}
        self._by_key: dict[tuple[str, ...], str] = {}
        self._merged: dict[str, str] = {}

    @property
    def all(self) -> Iterator[Draft]:
        """Iterate over the drafts that stand."""
        return iter(tuple(self.by_id.values()))

    def keyed(self, key: tuple[str, ...]) -> Draft | None:
        """Give the draft of a key, if there is one."""
        identifier = self._by_key.get(key)
        return self.by_id[self.canonical(identifier)] if identifier is not None else None

    def of(self, kind: EntityKind, key: tuple[str, ...], name: str) -> Draft:
        """Give the draft of a key, made with this name if there is none; the name is added."""
        draft = self.keyed(key)
        if draft is None:
            draft = self.new(kind, name)
            draft.composed = key
            self._by_key[key] = draft.id
        draft.add_name(name)
        return draft

    def new(self, kind: EntityKind, name: str) -> Draft:
        """Make a draft without a key."""
        draft = Draft(f"e{len(self.by_id) + len(self._merged) + 1}", kind, [name])
        self.by_id[draft.id] = draft
        return draft

    def merge(self, identifier: str, *, into: str) -> None:
        """Give the names of one draft to another and let it stand for both."""
        loser = self.by_id.pop(identifier)
        winner = self.by_id[into]
        for name in loser.names:
            winner.add_name(name)
        self._merged[identifier] = into
        for draft in self.by_id.values():
            if draft.parent == identifier:
                draft.parent = into

    def canonical(self, identifier: str) -> str:
        """Give the id of the draft that stands for this one."""
        while identifier in self._merged:
            identifier = self._merged[identifier]
        return identifier
