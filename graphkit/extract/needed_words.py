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

Words = frozenset[str]


class _Told(NamedTuple):
    """What is known of a part: all it can match if that is little, and sets of which each match holds a word."""

    whole: Words | None
    needed: tuple[Words, ...]

    @property
    def sets(self) -> tuple[Words, ...]:
        """Give the sets, `whole` among them where it is never empty."""
        return (*self.needed, self.whole) if self.whole and "" not in self.whole else self.needed


_OPEN = _Told(None, ())
_EMPTY = _Told(_NOTHING, ())


def needed_words(pattern: re.Pattern[str], *, behind: bool = False) -> tuple[Words, ...]:
    """Give up to three sets of words: each match holds a word of each; none where nothing can be told.

    `behind` counts what must stand before a match too, for a search that begins with the text.
    """
    return _needed(pattern.pattern, pattern.flags, behind)  # a string keeps its hash, a pattern does not


@cache
def _needed(pattern: str, flags: int, behind: bool) -> tuple[Words, ...]:  # noqa: FBT001 - the key of a cache
    parsed = operations_of(pattern, flags)
    if parsed is None:
        return ()
    found = sorted(set(map(_shortest, _of_sequence(parsed, behind=behind).sets)), key=_worth)
    return tuple(found[:_SETS])


def _worth(words: Words) -> tuple[int, int, list[str]]:
    """Order sets: long words first, then few."""
    return (-min(map(len, words)), len(words), sorted(words))


def _shortest(words: Words) -> Words:
    """Leave out what holds another word of the set."""
    return frozenset(word for word in words if not any(other != word and other in word for other in words))


def _of_sequence(items: Iterable[tuple[Any, Any]], *, behind: bool) -> _Told:
    """Join neighbours that match little into words; what is between is open."""
    needed: list[Words] = []
    run, is_whole = _NOTHING, True
    for item in items:
        told = _of_item(*item, behind=behind)
        needed.extend(told.needed)
        longer = _joined(run, told.whole) if told.whole is not None else None
        if longer is not None:
            run = longer
            continue
        is_whole = False
        needed.extend(_Told(run, ()).sets)
        run = told.whole if told.whole is not None else _NOTHING
    needed.extend(_Told(run, ()).sets if not is_whole else ())
    return _Told(run if is_whole else None, tuple(dict.fromkeys(needed)))


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
            return _Told(frozenset({chr(argument)}), ())
        case "IN":
            return _Told(_class(argument), ())
        case "AT" | "ASSERT_NOT":
            return _EMPTY
        case "ASSERT":
            # What stands before may stand before the stretch that is searched.
            direction, beside = argument
            return _Told(_NOTHING, _of_sequence(beside, behind=behind).sets if direction > 0 or behind else ())
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
    if least:
        return _Told(None, told.sets)
    return _Told(told.whole | _NOTHING if most == 1 and told.whole is not None else None, ())


def _of_branches(branches: list[_Told]) -> _Told:
    """Take one set of each branch together: every match goes through one of them."""
    wholes = [branch.whole for branch in branches]
    whole = frozenset[str]().union(*(words for words in wholes if words is not None)) if None not in wholes else None
    best = [min(branch.sets, key=_worth, default=None) for branch in branches]
    words = frozenset[str]().union(*(one for one in best if one is not None))
    if whole is not None and len(whole) <= _MOST:
        return _Told(whole, ())
    return _Told(None, (words,) if None not in best else ())


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
