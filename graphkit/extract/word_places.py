"""A text in, the places of the words that patterns need out: all words that were asked for before, in one pass.

Which words are asked for is known only when the rules run; a word that is new is looked for by itself, and with the
others from the next text on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

import ahocorasick_rs

_KNOWN: dict[str, int] = {}
"""The words that were asked for, numbered."""

_KNOWN_SETS: dict[frozenset[str] | tuple[frozenset[str], ...], int] = {}
"""The sets that were asked for, alone or together, each with how many words were known when all of its own were."""


class WordPlaces:
    """The places of words in one text."""

    def __init__(self, text: str) -> None:
        """Look for all words that are known."""
        self._text = text
        self._sought = len(_KNOWN)
        words, characters, automaton = _automaton(self._sought)
        found: dict[int, list[int]] = defaultdict(list)
        for number, start, _ in automaton.find_matches_as_indexes(text, overlapping=True):
            found[number].append(start)
        self._places = {words[number]: places for number, places in found.items()}
        self._standing = frozenset(self._places).union([one for one in characters if one in text])

    def has_any(self, words: frozenset[str]) -> bool:
        """Tell whether one of these words stands in the text."""
        if not self._standing.isdisjoint(words):
            return True
        return _note(words) > self._sought and any(word in self._text for word in words)

    def has_each(self, sets: tuple[frozenset[str], ...]) -> bool:
        """Tell whether a word of each of these sets stands in the text."""
        known = _KNOWN_SETS.get(sets)
        if known is None:
            known = _KNOWN_SETS[sets] = max(map(_note, sets), default=0)
        if known > self._sought:
            return all(map(self.has_any, sets))
        return not any(map(self._standing.isdisjoint, sets))

    def standing(self, words: frozenset[str]) -> frozenset[str]:
        """Give those of these words that stand in the text."""
        if _note(words) <= self._sought:
            return self._standing & words
        return frozenset(word for word in words if word in self._text)

    def of(self, word: str) -> Sequence[int]:
        """Give the places at which a word begins, in order."""
        found = self._places.get(word)
        if found is None:
            found = self._places[word] = _places_in(self._text, word)
        return found

    def of_few(self, words: Iterable[str], most: int) -> list[int] | None:
        """Give the places at which one of these words begins, in order; None where they are more than `most`."""
        found: list[int] = []
        for word in words:
            if word not in self._places and self._text.count(word) + len(found) > most:
                return None
            found += self.of(word)
            if len(found) > most:
                return None
        found.sort()
        return found


def _note(words: frozenset[str]) -> int:
    """Have words looked for in the texts to come; give how many are known when all of these are."""
    known = _KNOWN_SETS.get(words)
    if known is None:
        for word in sorted(words):
            _KNOWN.setdefault(word, len(_KNOWN))
        known = _KNOWN_SETS[words] = len(_KNOWN)
    return known


@lru_cache(maxsize=1)
def _automaton(count: int) -> tuple[list[str], list[str], ahocorasick_rs.AhoCorasick]:
    """Give the first so many words, characters alone apart, for which `in` is as quick, and build their automaton."""
    known = list(_KNOWN)[:count]
    words = [word for word in known if len(word) > 1]
    return words, [word for word in known if len(word) == 1], ahocorasick_rs.AhoCorasick(words)


def _places_in(text: str, word: str) -> list[int]:
    found: list[int] = []
    place = text.find(word)
    while place >= 0:
        found.append(place)
        place = text.find(word, place + 1)
    return found
