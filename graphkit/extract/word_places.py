"""A text in, the places of the words that patterns need out: all words that were asked for before, in one pass.

Which words are asked for is known only when the rules run; a word that is new is looked for by itself, and with the
others from the next text on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

import ahocorasick_rs

_KNOWN: dict[str, int] = {}
"""The words that were asked for, numbered; a character alone is none, `find` is as quick for it."""

_KNOWN_SETS: dict[frozenset[str], int] = {}
"""The sets that were asked for, each with how many words were known when all of its own were."""


class WordPlaces:
    """The places of words in one text."""

    def __init__(self, text: str) -> None:
        """Look for all words that are known."""
        self._text = text
        self._sought = len(_KNOWN)
        words, automaton = _automaton(self._sought)
        found: dict[int, list[int]] = defaultdict(list)
        for number, start, _ in automaton.find_matches_as_indexes(text, overlapping=True):
            found[number].append(start)
        self._places = {words[number]: places for number, places in found.items()}
        self._standing = frozenset(text).union(self._places)

    def has_any(self, words: frozenset[str]) -> bool:
        """Tell whether one of these words stands in the text."""
        if not self._standing.isdisjoint(words):
            return True
        return _note(words) > self._sought and any(word in self._text for word in words)

    def standing(self, words: frozenset[str]) -> frozenset[str]:
        """Give those of these words that stand in the text."""
        if _note(words) <= self._sought:
            return self._standing & words
        return frozenset(word for word in words if word in self._text)

    def of(self, word: str) -> Sequence[int]:
        """Give the places at which a word begins, in order."""
        found = self._places.get(word)
        if found is None:
            found = self._places[word] = list(_places_in(self._text, word))
        return found


def _note(words: frozenset[str]) -> int:
    """Have words looked for in the texts to come; give how many are known when all of these are."""
    known = _KNOWN_SETS.get(words)
    if known is None:
        for word in sorted(words):
            if len(word) > 1:
                _KNOWN.setdefault(word, len(_KNOWN))
        known = _KNOWN_SETS[words] = len(_KNOWN)
    return known


@lru_cache(maxsize=1)
def _automaton(count: int) -> tuple[list[str], ahocorasick_rs.AhoCorasick]:
    """Give the first so many words and build their automaton."""
    words = list(_KNOWN)[:count]
    return words, ahocorasick_rs.AhoCorasick(words)


def _places_in(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)
