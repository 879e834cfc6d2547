"""Keys of persons in, those of one name in different places out: namesakes, or one who moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from graphkit.dataset.alike.pairs import Alike, Key, alike, pairs_of, spelled, split
from graphkit.dataset.alike.places import home_of, is_within, place_in, relation_of
from graphkit.dataset.spill import Spill
from graphkit.terms import gk

_COMMON = 40
"""Percent for a name of two characters, which many bear."""

_RARER = 50
_FUNCTION = 2
"""Where a body's key has its function: 610000, 政府, 林业草原, 局."""


def alike_persons(keys: Iterable[Key]) -> Iterator[Alike]:
    """Iterate over pairs of persons of one name."""
    named = ((key.segments[-1], spelled(key.segments), key.iri) for key in keys if len(key.segments[-1]) > 1)
    rows = ((str(name), Key(split(str(segments)), str(iri))) for name, segments, iri in Spill(3, named).sorted_by())
    for name, block in groupby(rows, key=itemgetter(0)):
        for one, other in pairs_of(key for _, key in block):
            percent, reasons = _compared(one.segments, other.segments)
            yield alike(one.iri, other.iri, percent + (_COMMON if len(name) == 2 else _RARER), gk.SameName, *reasons)  # noqa: PLR2004 - characters


def _compared(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, list[str]]:
    """Give what the bodies of two namesakes add to the score, and why."""
    homes = home_of(one), home_of(other)
    percent, reasons = 0, []
    if is_within(*homes):
        return 30, [gk.SameBody]
    match relation_of(place_in(one), place_in(other)):
        case "same":
            percent, reasons = 15, [gk.SamePlace]
        case "nested":
            percent, reasons = 5, [gk.NestedPlace]
        case "apart":
            percent, reasons = -20, [gk.OtherPlace]
        case "unknown":
            pass
    functions = [home[_FUNCTION] if len(home) > _FUNCTION + 1 else "" for home in homes]
    if functions[0] and functions[0] == functions[1]:
        percent, reasons = percent + 10, [*reasons, gk.SameFunction]
    return percent, reasons
