"""A pattern and a text in, the matches out, as `finditer` gives them but tried only where one can begin.

The engine of `re` skips ahead by itself where a pattern opens with a character, a class, or a choice of words; where it
opens with a condition or an option it tries the pattern at every character. There the two characters that a match can
begin with are read off the pattern, looked for, and the pattern is tried at those.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from graphkit.extract.needed_words import Words, needs_of
from graphkit.extract.parsed_patterns import operations_of

_MOST = 64
_MOST_HEADS = 1024
# So few places are sooner tried than looked through for what a match begins with.
_FEW_PLACES = 3
_DIGIT = r"\d"
_DIGIT_CLASS = re.compile(r"(?<!\\)\\d")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})

Head = tuple[str, ...]
"""Up to two members of a class of `re`; behind them anything may stand, or nothing."""
_ANYTHING: frozenset[Head] = frozenset({()})


def occurrences(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Iterate over the matches in `[start, end)`, each behind the one before."""
    opening = _opening(pattern.pattern, pattern.flags, _digits_of(text))  # a string keeps its hash, a pattern does not
    return pattern.finditer(text, start, end) if opening is None else _tried(pattern, opening, text, (start, end))


def occurrences_from(
    pattern: re.Pattern[str], text: str, stretches: Iterable[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """Iterate over the matches that begin in stretches `[low, high)`, which are apart and in order."""
    opening = _opening(pattern.pattern, pattern.flags, _digits_of(text))
    free, match_at = 0, pattern.match
    for low, high in stretches:
        places: Iterable[int] = range(low, high)
        if opening is not None and high - low > _FEW_PLACES:
            places = _places(opening, text, low, high)
        for place in places:
            if place >= free and (match := match_at(text, place)) is not None:
                free = match.end()
                yield match


def occurs(pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """Give the first match in `[start, end)`, as `search` does; a short text is first asked for the words it needs."""
    if end is None and not _may_hold(text, needs_of(pattern).inside):
        return None
    return next(occurrences(pattern, text, start, len(text) if end is None else end), None)


def _may_hold(text: str, sets: Iterable[Words]) -> bool:
    """Tell whether a short text has a word of each set."""
    for words in sets:  # loops: asked for each pattern of each point
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


class _Opening(NamedTuple):
    """What a match begins with; `behind`: 1 where the pattern tells the character before a match as well."""

    pattern: re.Pattern[str]
    behind: int


def _tried(pattern: re.Pattern[str], opening: _Opening, text: str, span: tuple[int, int]) -> Iterator[re.Match[str]]:
    """Try the pattern at each place where a match can begin."""
    free, end = span
    behind, match_at = opening.behind, pattern.match
    for first in opening.pattern.finditer(text, max(free - behind, 0), end):
        place = first.start() + behind
        if place >= free and (match := match_at(text, place, end)) is not None:
            free = match.end()
            yield match


def _places(opening: _Opening, text: str, low: int, high: int) -> Iterator[int]:
    """Iterate over the places in a stretch at which a match can begin, maybe one more behind it."""
    behind = opening.behind
    return (first.start() + behind for first in opening.pattern.finditer(text, max(low - behind, 0), high + 1))


@lru_cache(maxsize=8)
def _digits_of(text: str) -> str:
    """Give the class of the digits of a text: with those of ASCII alone `re` finds them several times quicker."""
    return _DIGIT if _OTHER_DIGIT.search(text) else "0-9"


@cache
def _opening(pattern: str, flags: int, digits: str) -> _Opening | None:
    """Give the pattern of what a match begins with; None where `re` does well or nothing is told."""
    parsed = operations_of(pattern, flags)
    if parsed is None:
        return None
    heads = _ANYTHING if _skips_ahead(parsed) else _of_sequence(parsed, _ANYTHING)
    before = _just_before(parsed)
    if before:
        return _Opening(_compiled(_class(before) + _followed_by(heads), digits), 1)
    found = _of_heads(heads)
    return _Opening(_compiled(found, digits), 0) if found is not None else None


def _compiled(opening: str, digits: str) -> re.Pattern[str]:
    """Compile what a match begins with, for a text with these digits, which stand in classes alone."""
    return re.compile(_DIGIT_CLASS.sub(lambda _: digits, opening))


def _just_before(items: Sequence[tuple[Any, Any]]) -> list[str]:
    """Give the characters of which one stands before each match, where a pattern opens by asking for one."""
    if not len(items) or str(items[0][0]) != "ASSERT" or items[0][1][0] > 0 or not len(items[0][1][1]):
        return []
    operation, argument = items[0][1][1][-1]
    members = list(_members(argument)) if str(operation) == "IN" else []
    if str(operation) == "LITERAL":
        members = [re.escape(chr(argument))]
    return members if "" not in members else []


def _followed_by(heads: frozenset[Head]) -> str:
    """Give the condition that one of the heads stands behind."""
    return "" if () in heads else _ahead({head[0] for head in heads})


def _of_heads(heads: frozenset[Head]) -> str | None:
    """Give the pattern of these heads, None where they are many or may be anything."""
    following: dict[str, set[str]] = defaultdict(set)
    for first, *second in heads - _ANYTHING:
        following[first].update(second or ("",))
    if () in heads or len(following) > _MOST:
        return None
    if _DIGIT in following:
        return _class(following) + _ahead({one for seconds in following.values() for one in seconds})
    return "|".join(first + _ahead(seconds) for first, seconds in sorted(following.items()))


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
