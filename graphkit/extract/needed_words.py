"""A pattern in, the words out that every match of it holds: where none stands, the pattern need not be tried.

Read off the parsed pattern, so that it stays true whatever the pattern becomes; what cannot be told is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from graphkit.extract.parsed_patterns import operations_of

_MOST = 32
_SETS = 3
_LITERAL, _RANGE = "LITERAL", "RANGE"
_NOTHING = frozenset({""})

_FAR = 1 << 20
"""Stands for as many characters as one likes."""

Words = frozenset[str]


class Needed(NamedTuple):
    """Words of which each match holds one; it begins at most `reach` characters behind where the match does."""

    words: Words
    reach: int


class _Told(NamedTuple):
    """What is known of a part: all it can match if that is little, what each match holds, how wide it is at most."""

    whole: Words | None
    needed: tuple[Needed, ...]
    width: int

    @property
    def sets(self) -> tuple[Needed, ...]:
        """Give the sets, `whole` among them where it is never empty."""
        return (*self.needed, *_as_needed(self.whole or _NOTHING, 0))


_OPEN = _Told(None, (), _FAR)
_CHARACTER = _Told(None, (), 1)
_EMPTY = _Told(_NOTHING, (), 0)


class Needs(NamedTuple):
    """What each match of a pattern holds: a word of each set, at most three of them, the most telling first.

    `around` counts what must stand before a match too, for a search that begins with the text; `near` are the sets
    `inside`, each with how far behind the start of a match a word begins.
    """

    around: tuple[Words, ...]
    inside: tuple[Words, ...]
    near: tuple[Needed, ...]


def needs_of(pattern: re.Pattern[str]) -> Needs:
    """Give what a pattern needs; no sets where nothing can be told."""
    return _needs(pattern.pattern, pattern.flags)  # a string keeps its hash, a pattern does not


@cache
def _needs(pattern: str, flags: int) -> Needs:
    around, near = (_needed(pattern, flags, behind=behind) for behind in (True, False))
    return Needs(tuple(one.words for one in around), tuple(one.words for one in near), near)


def _needed(pattern: str, flags: int, *, behind: bool) -> tuple[Needed, ...]:
    parsed = operations_of(pattern, flags)
    if parsed is None:
        return ()
    nearest: dict[Words, Needed] = {}
    for one in sorted(map(_shortest, _of_sequence(parsed, behind=behind).sets), key=_worth):
        nearest.setdefault(one.words, one)
    return tuple(nearest.values())[:_SETS]


def _worth(needed: Needed) -> tuple[int, int, list[str], int]:
    """Order sets: long words first, then few, then near ones."""
    words, reach = needed
    return (-min(map(len, words)), len(words), sorted(words), reach)


def _shortest(needed: Needed) -> Needed:
    """Leave out what holds another word of the set, which may begin later than it."""
    words, reach = needed
    least = frozenset(word for word in words if not any(other != word and other in word for other in words))
    later = max(map(len, words)) - min(map(len, words)) if least != words else 0
    return Needed(least, reach + later)


def _as_needed(words: Words, reach: int) -> tuple[Needed, ...]:
    """Give a set of which one is needed, nothing where it may be empty."""
    return () if "" in words else (Needed(words, reach),)


def _of_sequence(items: Iterable[tuple[Any, Any]], *, behind: bool) -> _Told:
    """Join neighbours that match little into words; what is between is open."""
    needed: list[Needed] = []
    run, is_whole = _NOTHING, True
    width = begun = 0
    for item in items:
        told = _of_item(*item, behind=behind)
        needed.extend(Needed(words, width + reach) for words, reach in told.needed)
        longer = _joined(run, told.whole) if told.whole is not None else None
        if longer is None:
            is_whole = False
            needed.extend(_as_needed(run, begun))
        begun = begun if longer is not None and run != _NOTHING else width
        run = longer or told.whole or _NOTHING
        width += told.width
    needed.extend(_as_needed(run, begun) if not is_whole else ())
    return _Told(run if is_whole else None, tuple(dict.fromkeys(needed)), width)


def _joined(run: Words, following: Words) -> Words | None:
    """Give each word of one with each of the other, None where those are many."""
    if len(run) * len(following) > _MOST:
        return None
    return frozenset(first + second for first, second in product(run, following))


def _of_item(  # noqa: PLR0911 - one return a form
    operation: Any,  # noqa: ANN401 - what the parser of re gives is untyped
    argument: Any,  # noqa: ANN401
    *,
    behind: bool,
) -> _Told:
    """Tell of one operation of a parsed pattern; of all that is not named here nothing is told."""
    match str(operation):
        case "LITERAL":
            return _Told(frozenset({chr(argument)}), (), 1)
        case "IN":
            return _Told(_class(argument), (), 1)
        case "ANY" | "NOT_LITERAL":
            return _CHARACTER
        case "AT" | "ASSERT_NOT":
            return _EMPTY
        case "ASSERT":
            # What stands before may stand before the stretch that is searched.
            direction, beside = argument
            return _Told(_NOTHING, _of_sequence(beside, behind=behind).sets if direction > 0 or behind else (), 0)
        case "SUBPATTERN":
            _, added, dropped, inner = argument
            return _of_sequence(inner, behind=behind) if not (added or dropped) else _OPEN
        case "BRANCH":
            return _of_branches([_of_sequence(branch, behind=behind) for branch in argument[1]])
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _of_repeat(*argument, behind=behind)
    return _OPEN


def _of_repeat(least: int, most: int, inner: Sequence[tuple[Any, Any]], *, behind: bool) -> _Told:
    told = _of_sequence(inner, behind=behind)
    if (least, most) == (1, 1):
        return told
    width = min(told.width * int(most), _FAR)
    if least:
        return _Told(None, told.sets, width)
    return _Told(told.whole | _NOTHING if most == 1 and told.whole is not None else None, (), width)


def _of_branches(branches: list[_Told]) -> _Told:
    """Take one set of each branch together: every match goes through one of them."""
    wholes = [branch.whole for branch in branches]
    whole = frozenset[str]().union(*(words for words in wholes if words is not None)) if None not in wholes else None
    width = max(branch.width for branch in branches)
    if whole is not None and len(whole) <= _MOST:
        return _Told(whole, (), width)
    best = [min(branch.sets, key=_worth, default=None) for branch in branches]
    known = [one for one in best if one is not None]
    if len(known) < len(best):
        return _Told(None, (), width)
    words = frozenset[str]().union(*(one.words for one in known))
    return _Told(None, (Needed(words, max(one.reach for one in known)),), width)


def _class(members: Sequence[tuple[Any, Any]]) -> Words | None:
    """Give the characters of a class, None where they are many or it says what they are not."""
    characters = list(_characters(members))
    return frozenset(characters) if len(characters) <= _MOST and "" not in characters else None


def _characters(members: Sequence[tuple[Any, Any]]) -> Iterator[str]:
    """Iterate over the characters of a class; "" tells that there are others."""
    for kind, argument in members:
        if str(kind) == _LITERAL:
            yield chr(argument)
        elif str(kind) == _RANGE and argument[1] - argument[0] < _MOST:
            yield from map(chr, range(argument[0], argument[1] + 1))
        else:
            yield ""
