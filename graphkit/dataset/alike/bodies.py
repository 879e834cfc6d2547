"""Keys of agencies and campaigns in, those of one name in bodies that may be one, and likely renames, out."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter

from graphkit.dataset.alike.pairs import Alike, Key, alike, pairs_of, spelled, split
from graphkit.dataset.alike.places import home_of, is_within, place_in, relation_of
from graphkit.dataset.spill import Row, Spill
from graphkit.terms import gk

LEAST_NAME = 5
"""Characters of an agency's name that says which one it is: every body has a 办公室."""

_LEAST = {"agency": LEAST_NAME, "campaign": 4}

_COLUMNS = 5
_SORT, _NAME, _HOME, _SEGMENTS = range(4)
"""The columns of a row of what is compared; the last is the IRI."""

_NEIGHBOURS = 4
_ENDS = 2
"""Characters that a body keeps at both ends of its name when it is renamed."""

_SHARED = 0.75
_COUNTED = re.compile(r"[第一二三四五六七八九十百\d东西南北中左右前后甲乙丙丁上下]+")


def alike_bodies(keys: Iterable[Key], told_in: Mapping[str, frozenset[str]]) -> Iterator[Alike]:
    """Iterate over pairs of agencies, or of campaigns; `told_in` gives the texts that name each."""
    named = Spill(_COLUMNS, (_row(key) for key in keys if len(key.segments[-1]) >= _LEAST[key.segments[0]]))
    for _, rows in groupby(named.sorted_by(_SORT, _NAME, _SEGMENTS), key=itemgetter(_SORT, _NAME)):
        for one, other in pairs_of(map(_key, rows)):
            percent = _homes_compared(one.segments, other.segments)
            if percent:
                yield alike(one.iri, other.iri, percent, gk.SameName)
    for (sort, _), rows in groupby(named.sorted_by(_SORT, _HOME, _SEGMENTS), key=itemgetter(_SORT, _HOME)):
        if sort == "agency":
            yield from _renamed(map(_key, rows), told_in)


def _row(key: Key) -> Row:
    return key.segments[0], key.segments[-1], spelled(home_of(key.segments)), spelled(key.segments), key.iri


def _key(row: Row) -> Key:
    return Key(split(str(row[_SEGMENTS])), str(row[-1]))


def _homes_compared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Give the percent for one name in two bodies; 0 where each place may have one of that name."""
    homes = home_of(one), home_of(other)
    if not all(homes) or is_within(*homes):
        return 60
    return 50 if relation_of(place_in(one), place_in(other)) in {"same", "nested"} else 0


def _renamed(block: Iterable[Key], told_in: Mapping[str, frozenset[str]]) -> Iterator[Alike]:
    """Iterate over bodies of one home whose names begin and end alike, unless one document names both."""
    preceding: deque[Key] = deque(maxlen=_NEIGHBOURS)
    for key in block:
        name = key.segments[-1]
        for other in preceding:
            before = other.segments[-1]
            if name[:_ENDS] != before[:_ENDS] or name[-_ENDS:] != before[-_ENDS:]:
                continue
            if _COUNTED.sub("", name) == _COUNTED.sub("", before) or _is_part(name, before):
                continue
            shared = SequenceMatcher(None, before, name, autojunk=False).ratio()
            if shared >= _SHARED and not told_in.get(key.iri, frozenset()) & told_in.get(other.iri, frozenset()):
                reasons = (gk.AlikeName, gk.SameBody) if home_of(key.segments) else (gk.AlikeName,)
                yield alike(key.iri, other.iri, round(shared * 60), *reasons)
        preceding.append(key)


def _is_part(one: str, other: str) -> bool:
    """Tell whether one name opens with the other: 某某中心 and 某某中心筹备组 are whole and part."""
    return one.startswith(other) or other.startswith(one)
