"""A pattern and a text in, the matches out, as `finditer` gives them but tried only where one can begin.

The engine of `re` skips ahead by itself where a pattern opens with a character, a class, or a choice of words; where it
opens with a condition or an option it tries the pattern at every character. There the two characters that a match can
begin with are read off the pattern, looked for, and the pattern is tried at those.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any

_MOST = 64
_MOST_HEADS = 1024
_DIGIT = r"\d"
_ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})

Head = tuple[str, ...]
"""Up to two members of a class of `re`; behind them anything may stand, or nothing."""
_ANYTHING: frozenset[Head] = frozenset({()})


def occurrences(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Iterate over the matches in `[start, end)`, each behind the one before."""
    opening = _opening(pattern.pattern, pattern.flags)  # a string keeps its hash, a pattern does not
    return pattern.finditer(text, start, end) if opening is None else _tried(pattern, opening, text, (start, end))


def occurs(pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """Give the first match in `[start, end)`, as `search` does."""
    return next(occurrences(pattern, text, start, len(text) if end is None else end), None)


def _tried(
    pattern: re.Pattern[str], opening: re.Pattern[str], text: str, span: tuple[int, int]
) -> Iterator[re.Match[str]]:
    """Try the pattern at each place where a match can begin."""
    free, end = span
    for first in opening.finditer(text, free, end):
        place = first.start()
        if place >= free and (match := pattern.match(text, place, end)) is not None:
            free = match.end()
            yield match


@cache
def _opening(pattern: str, flags: int) -> re.Pattern[str] | None:
    """Give the pattern of what a match begins with; None where `re` does well or nothing is told."""
    if flags & re.IGNORECASE:
        return None
    parsed = import_module("re._parser").parse(pattern, flags & ~re.DEBUG)
    heads = _ANYTHING if _skips_ahead(parsed) else _of_sequence(parsed, _ANYTHING)
    following: dict[str, set[str]] = defaultdict(set)
    for first, *second in heads - _ANYTHING:
        following[first].update(second or ("",))
    if () in heads or len(following) > _MOST:
        return None
    if _DIGIT in following:
        return re.compile(_class(following) + _ahead({one for seconds in following.values() for one in seconds}))
    return re.compile("|".join(first + _ahead(seconds) for first, seconds in sorted(following.items())))


def _ahead(seconds: set[str]) -> str:
    """Give the condition that one of these follows; none where anything may."""
    return "" if "" in seconds else f"(?={_class(seconds)})"


def _class(members: Iterable[str]) -> str:
    return f"[{''.join(sorted(members))}]"


def _skips_ahead(items: Sequence[tuple[Any, Any]]) -> bool:
    """Tell whether the engine looks for the first character by itself."""
    if not len(items):
        return False
    operation, argument = items[0]
    match str(operation):
        case "SUBPATTERN":
            return _skips_ahead(argument[3])
        case "BRANCH":
            return all(len(branch) and str(branch[0][0]) == "LITERAL" for branch in argument[1])
    return str(operation) in {"LITERAL", "IN"}


def _of_sequence(items: Sequence[tuple[Any, Any]], following: frozenset[Head]) -> frozenset[Head]:
    """Give what a sequence can begin with, where `following` is what can come behind it."""
    for item in reversed(items):
        following = _of_item(item, following)
    return following


def _of_item(  # noqa: PLR0911 - one return a form
    item: tuple[Any, Any], following: frozenset[Head]
) -> frozenset[Head]:
    """Give what one operation of a parsed pattern and what follows it can begin with; anything if it is not named."""
    operation, argument = item
    name = str(operation)
    if name in _ZERO_WIDTH:
        return following
    match name:
        case "LITERAL":
            return _before(following, [re.escape(chr(argument))])
        case "IN":
            return _before(following, list(_members(argument)))
        case "SUBPATTERN":
            _, added, dropped, inner = argument
            return _ANYTHING if added or dropped else _of_sequence(inner, following)
        case "BRANCH":
            return frozenset().union(*(_of_sequence(branch, following) for branch in argument[1]))
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, inner = argument
            again = following if most == 1 else following | _of_sequence(inner, _ANYTHING)
            return _of_sequence(inner, again) | (following if least == 0 else frozenset())
    return _ANYTHING


def _before(following: frozenset[Head], members: list[str]) -> frozenset[Head]:
    """Put each member before what follows; of the second character nothing is told where the pairs are many."""
    if "" in members:
        return _ANYTHING
    seconds = {head[:1] for head in following}
    if len(members) * len(seconds) > _MOST_HEADS:
        seconds = {()}
    return frozenset((first, *second) for first in members for second in seconds)


def _members(items: Sequence[tuple[Any, Any]]) -> Iterator[str]:
    """Iterate over the members of a class; "" tells that there are others, or too many."""
    for kind, argument in items:
        match str(kind):
            case "LITERAL":
                yield re.escape(chr(argument))
            case "RANGE" if argument[1] - argument[0] < _MOST:
                yield from (re.escape(chr(code)) for code in range(argument[0], argument[1] + 1))
            case "CATEGORY" if str(argument) == "CATEGORY_DIGIT":
                yield _DIGIT
            case _:
                yield ""
