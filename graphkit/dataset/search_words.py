"""A text to search for in, the words that a sentence or a name must hold out, folded as the index is."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from graphkit.errors import SearchRefusedError
from graphkit.normalise.characters import Settling, matched_text
from graphkit.normalise.variants import simplified

MAXIMUM_CHARACTERS = 1000
"""Longest text to search for; a sentence of the index is not longer."""

MAXIMUM_WORDS = 32

# A phrase in quotes of any kind, the last one perhaps not closed; else a run without white space and quotes.
_WORD = re.compile(r'["“”„‟＂]([^"“”„‟＂]*)(?:["“”„‟＂]|$)|([^\s"“”„‟＂]+)')
QUOTES = re.compile('["“”„‟＂]')
# What is matched as it stands, once it is simplified: most names.
_PLAIN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff0-9《》（）“”〔〕、·]*")
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
# Of these only quotes are lost when the name is typed; brackets become narrow ones.
_TYPED_ALIKE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff0-9《》“”〔〕、·]*")
_DROPPED = re.compile(r"[\s《》〈〉“”‘’\"'「」*]")


def words_of(text: str) -> tuple[str, ...]:
    """Give the folded words of a search, each once: what stands between spaces, or between quotes.

    Raises SearchRefusedError when there is none, or when there are too many.
    """
    if len(text) > MAXIMUM_CHARACTERS:
        raise SearchRefusedError(
            f"超过 {MAXIMUM_CHARACTERS} 个字，几个词就够",
            f"longer than {MAXIMUM_CHARACTERS} characters; give a few words",
        )
    found = (match[1] if match[1] is not None else match[2] for match in _WORD.finditer(text))
    words = tuple(dict.fromkeys(filter(None, map(folded, found))))
    if not words:
        raise SearchRefusedError("请给出要找的词", "give the words to look for")
    if len(words) > MAXIMUM_WORDS:
        raise SearchRefusedError(f"超过 {MAXIMUM_WORDS} 个词", f"more than {MAXIMUM_WORDS} words")
    return words


def folded(text: str) -> str:
    """Give a short text as the index holds it: matched text (width, variants, spaces), in lower case."""
    plain = simplified(text)
    return plain if _PLAIN.fullmatch(plain) else lowered(matched_text(plain, _widths())[0]).strip()


def name_key(name: str) -> str:
    """Give a name without white space, quotes and case, full-width forms folded."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", name)).casefold()


def typed_key(name: str) -> str:
    """Give a name as it is looked for when somebody types it: its key, simplified, of what SQLite can hold."""
    return lowered(simplified(name_key(name)))


def is_typed_alike(key: str) -> bool:
    """Tell of a folded name, by its characters alone, that it holds in order what is typed for it; most do."""
    return _TYPED_ALIKE.fullmatch(key) is not None


def holds_in_order(text: str, wanted: str) -> bool:
    """Tell whether a text has these characters in this order, others between them."""
    rest = iter(text)
    return wanted in text or all(character in rest for character in wanted)


@cache
def _widths() -> Settling:
    return Settling({})


def lowered(matched: str) -> str:
    """Give matched text in lower case, character for character; what SQLite cannot hold becomes U+FFFD."""
    lower = matched.lower()
    if len(lower) != len(matched):
        lower = "".join(one if len(one.lower()) != 1 else one.lower() for one in matched)
    return _UNWRITABLE.sub("\ufffd", lower)


def date_bounds(date: str) -> tuple[str, str]:
    """Give the first and the last day that a date as precise as the text may mean; nothing of no date."""
    if not date:
        return "", ""
    return f"{date}{'-01-01'[len(date) - 4 :]}", f"{date}{'-12-31'[len(date) - 4 :]}"
