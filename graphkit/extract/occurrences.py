"""A pattern and a text in, the matches out, as `finditer` gives them but tried only where one can begin.

The engine of `re` skips ahead by itself where a pattern opens with a character, a class, or a choice of words; where it
opens with a condition or an option it tries the pattern at every character. There the characters that a match can begin
with are read off the pattern, looked for, and the pattern is tried at those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

_MOST = 64
_ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})


def occurrences(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Iterate over the matches in `[start, end)`, each behind the one before."""
    opening = _opening(pattern.pattern, pattern.flags)  # a string keeps its hash, a pattern does not
    return pattern.finditer(text, start, end) if opening is None else _tried(pattern, opening, text, (start, end))


def _tried(
    pattern: re.Pattern[str], opening: re.Pattern[str], text: str, span: tuple[int, int]
) -> Iterator[re.Match[str]]:
    """Try the pattern at each character that can begin a match."""
    free, end = span
    for first in opening.finditer(text, free, end):
        place = first.start()
        if place >= free and (match := pattern.match(text, place, end)) is not None:
            free = match.end()
            yield match


class _First(NamedTuple):
    """The characters that a part can begin with, and whether it can match nothing."""

    characters: frozenset[str]
    is_optional: bool


_NONE = _First(frozenset(), is_optional=True)


@cache
def _opening(pattern: str, flags: int) -> re.Pattern[str] | None:
    """Give the pattern of the characters that a match begins with; None where `re` does well or nothing is told."""
    if flags & re.IGNORECASE:
        return None
    parsed = import_module("re._parser").parse(pattern, flags & ~re.DEBUG)
    first = None if _skips_ahead(parsed) else _of_sequence(parsed)
    if first is None or first.is_optional or len(first.characters) > _MOST:
        return None
    return re.compile(f"[{re.escape(''.join(sorted(first.characters)))}]")


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


def _of_sequence(items: Sequence[tuple[Any, Any]]) -> _First | None:
    """Join what the items begin with, up to the first that matches something; None: anything may."""
    characters = frozenset[str]()
    for item in items:
        first = _of_item(*item)
        if first is None:
            return None
        characters |= first.characters
        if not first.is_optional:
            return _First(characters, is_optional=False)
    return _First(characters, is_optional=True)


def _of_item(operation: Any, argument: Any) -> _First | None:  # noqa: ANN401, PLR0911 - untyped; one return a form
    """Tell of one operation of a parsed pattern; None for all that is not named here."""
    name = str(operation)
    if name in _ZERO_WIDTH:
        return _NONE
    match name:
        case "LITERAL":
            return _First(frozenset({chr(argument)}), is_optional=False)
        case "IN":
            return _class(argument)
        case "SUBPATTERN":
            _, added, dropped, inner = argument
            return None if added or dropped else _of_sequence(inner)
        case "BRANCH":
            return _of_branches(argument[1])
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, _, inner = argument
            first = _of_sequence(inner)
            return first._replace(is_optional=first.is_optional or least == 0) if first is not None else None
    return None


def _of_branches(branches: Sequence[Sequence[tuple[Any, Any]]]) -> _First | None:
    characters, is_optional = frozenset[str](), False
    for branch in branches:
        first = _of_sequence(branch)
        if first is None:
            return None
        characters, is_optional = characters | first.characters, is_optional or first.is_optional
    return _First(characters, is_optional=is_optional)


def _class(members: Sequence[tuple[Any, Any]]) -> _First | None:
    """Give the characters of a class; None where they are many or it says what they are not."""
    characters: set[str] = set()
    for kind, argument in members:
        match str(kind):
            case "LITERAL":
                characters.add(chr(argument))
            case "RANGE" if argument[1] - argument[0] < _MOST:
                characters.update(map(chr, range(argument[0], argument[1] + 1)))
            case _:
                return None
    return _First(frozenset(characters), is_optional=False)
