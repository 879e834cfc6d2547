"""A lexicon in, the patterns of its post words out: those that words end with, those that words begin with."""

from __future__ import annotations

import re
from functools import cache

from graphkit.extract.gazetteer import gazetteer
from graphkit.extract.lexicon import Lexicon


@cache
def post_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile the post words, longest first."""
    return re.compile(f"(?:{_alternatives(lexicon)})$")


@cache
def post_opening(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile the post words for where a title begins, longest first."""
    return re.compile(_alternatives(lexicon))


def post_at_end(lexicon: Lexicon, words: str) -> re.Match[str] | None:
    """Give the longest post word that words end with; only so much of them is looked at as a post word is long."""
    return post_pattern(lexicon).search(words, max(0, len(words) - _longest(lexicon) - len("\n")))


def _alternatives(lexicon: Lexicon) -> str:
    return "|".join(sorted(gazetteer(lexicon).posts, key=lambda word: (-len(word), word)))


@cache
def _longest(lexicon: Lexicon) -> int:
    return max(map(len, gazetteer(lexicon).posts))
