"""Chinese text goes in, how it is typed in pinyin comes out; the only door to pypinyin."""

from __future__ import annotations

import re
from functools import lru_cache

_TYPED = re.compile(r"[A-Za-z0-9' ]*[A-Za-z][A-Za-z0-9' ]*")
_DIGRAPHS = ("zh", "ch", "sh")
_SHORTEST = 2
"""Letters that say too little when they are fewer."""

_REMEMBERED = 65_536


def is_typed_pinyin(typed: str) -> bool:
    """Tell whether a text can be pinyin as typed: letters and digits, blanks or ' between syllables."""
    return _TYPED.fullmatch(typed) is not None and len(_bare(typed)) >= _SHORTEST


def is_spelt(typed: str, text: str) -> bool:
    """Tell whether `typed` spells the whole text, each character by its syllable or initial: cdju, cdj, chengduju."""
    readings = syllables_of(text)
    return bool(readings) and len(readings) in _ends(_bare(typed), readings, 0)


def is_spelt_within(typed: str, text: str) -> bool:
    """Tell whether `typed` spells some run of characters of the text."""
    readings = syllables_of(text)
    bare = _bare(typed)
    return any(_ends(bare, readings, start) for start in range(len(readings)))


@lru_cache(maxsize=_REMEMBERED)
def syllables_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Give for each Chinese character its syllables without tones, several where it is read in several ways.

    Other runs of letters and digits stand for themselves; marks are left out. ü is v, as typed.
    """
    from pypinyin import Style, pinyin

    spelt = pinyin(text, style=Style.NORMAL, heteronym=True, v_to_u=False)
    bare = (tuple(dict.fromkeys(filter(None, map(_bare, one)))) for one in spelt)
    return tuple(one for one in bare if one)


def _ends(typed: str, readings: tuple[tuple[str, ...], ...], start: int) -> set[int]:
    """Give the places where `typed`, begun at character `start`, can end."""
    states, ends = {(0, start)}, set()
    while states:
        states = {
            (done + len(piece), place + 1)
            for done, place in states
            if done < len(typed) and place < len(readings)
            for piece in _pieces(readings[place])
            if typed.startswith(piece, done)
        }
        ends |= {place for done, place in states if done == len(typed)}
    return ends


def _pieces(syllables: tuple[str, ...]) -> set[str]:
    """Give what may be typed for a character: its syllable or its initial."""
    whole = set(syllables)
    return whole | {one[0] for one in whole} | {one[:2] for one in whole if one.startswith(_DIGRAPHS)}


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isascii() and character.isalnum())
