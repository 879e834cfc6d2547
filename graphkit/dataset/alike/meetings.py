"""Handles of meetings in, those alike in name that the link stage could not settle out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, groupby, pairwise
from typing import NamedTuple

from graphkit.dataset.alike.pairs import Alike, alike, pairs_of
from graphkit.dataset.merging import RECENT, days_between
from graphkit.dataset.spill import Row, Spill
from graphkit.model.handles import Handle
from graphkit.terms import gk

_NAMED = 3, 2
"""The columns of a handle by which those of one scope and name come together."""

_NAMED_FROM_BEHIND = 3, len(Handle._fields)
"""The same, names in the order of their last characters."""

_NEIGHBOURS = 4
"""Names before a name, in order, that are compared with it."""

_HEAD = 2
"""Characters at the end of a name that must be the same: 会议, 论坛, 全会."""

_SHARED = 0.6
"""The part of the longer name that the shorter one must have."""


@dataclass(slots=True)
class _Meeting:
    """What all documents together tell of one meeting."""

    iri: str
    dates: set[str] = field(default_factory=set)
    holders: set[str] = field(default_factory=set)
    spoken: set[str] = field(default_factory=set)

    @property
    def when(self) -> tuple[str, str]:
        """Give what a block is sorted by."""
        return min(self.dates | self.spoken, default=""), self.iri


class _Named(NamedTuple):
    """The meetings of one name in one scope, by IRI."""

    name: str
    meetings: dict[str, _Meeting]


def alike_meetings(handles: Iterable[Handle]) -> Iterator[Alike]:
    """Iterate over pairs of meetings that may be one; the things of handles are IRIs as merged.

    Names are compared with their neighbours by how they begin and by how they end, so that a pair may come twice.
    """
    rows = Spill(len(Handle._fields) + 1, ((*one, one.name[::-1]) for one in handles))
    yield from _of_one_name(_in_scopes(rows.sorted_by(*_NAMED)))
    for order in (_NAMED, _NAMED_FROM_BEHIND):
        yield from _of_alike_names(_in_scopes(rows.sorted_by(*order)))


def _in_scopes(rows: Iterable[Row]) -> Iterator[tuple[str, Iterator[_Named]]]:
    """Iterate over scopes and, in each, over its names with their meetings, in the order of the rows."""
    handles = (Handle(*row[:-1]) for row in rows)  # type: ignore[arg-type]
    for scope, in_scope in groupby(handles, key=lambda one: one.scope):
        named = groupby(in_scope, key=lambda one: one.name)
        yield scope, (_Named(name, _meetings_in(group)) for name, group in named)


def _of_one_name(scopes: Iterable[tuple[str, Iterator[_Named]]]) -> Iterator[Alike]:
    for named in chain.from_iterable(names for _, names in scopes):
        block = sorted(named.meetings.values(), key=lambda one: one.when)
        yield from _pairs(pairs_of(block), 0, gk.SameName)


def _of_alike_names(scopes: Iterable[tuple[str, Iterator[_Named]]]) -> Iterator[Alike]:
    for _, names in scopes:
        preceding = deque[_Named](maxlen=_NEIGHBOURS)
        for named in names:
            for other in preceding:
                if named.name[-_HEAD:] == other.name[-_HEAD:] and _shortens(named.name, other.name):
                    yield from _alike_in_name(named, other)
            preceding.append(named)


def _meetings_in(handles: Iterable[Handle]) -> dict[str, _Meeting]:
    found: dict[str, _Meeting] = {}
    for one in handles:
        meeting = found.setdefault(one.thing, _Meeting(one.thing))
        meeting.dates.update({one.date} - {""})
        meeting.holders.update({one.holder} - {""})
        meeting.spoken.update({one.spoken} - {""})
    return found


def _alike_in_name(named: _Named, other: _Named) -> Iterator[Alike]:
    """Iterate over pairs of which one name is the other with characters left out: 全省工作会议, 全省林业工作会议."""
    own = named.meetings
    block = sorted([*other.meetings.values(), *own.values()], key=lambda one: one.when)
    nearest = ((one, two) for one, two in pairwise(block) if (one.iri in own) != (two.iri in own))
    yield from _pairs(nearest, -15, gk.AlikeName)


def _shortens(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return len(short) >= _SHARED * len(long) and all(character in rest for character in short)


def _pairs(pairs: Iterable[tuple[_Meeting, _Meeting]], percent: int, reason: str) -> Iterator[Alike]:
    for one, other in pairs:
        if one.iri == other.iri:
            continue
        found = _compared(one, other)
        if found is not None:
            yield alike(one.iri, other.iri, found[0] + percent, reason, *found[1])


def _compared(one: _Meeting, other: _Meeting) -> tuple[int, list[str]] | None:
    """Give percent and reasons by date and holder; None where the dates tell that they are two."""
    found = _dates_compared(one, other)
    if found is None:
        return None
    percent, reason = found
    if one.holders and other.holders and not one.holders & other.holders:
        return percent - 20, [reason, gk.OtherBody]
    return percent, [reason]


def _dates_compared(one: _Meeting, other: _Meeting) -> tuple[int, str] | None:
    if one.dates and other.dates:
        touching = any(a.startswith(b) or b.startswith(a) for a in one.dates for b in other.dates)
        return (75, gk.SameDate) if touching else None
    if one.dates or other.dates:
        dated, undated = (one, other) if one.dates else (other, one)
        if not undated.spoken:
            return 30, gk.NoDate
        near = any(0 <= days_between(day, said) <= RECENT for day in dated.dates for said in undated.spoken)
        return (60, gk.NearDate) if near else None
    if not one.spoken or not other.spoken:
        return 30, gk.NoDate
    near = any(
        abs(days_between(*sorted(said))) <= RECENT for said in ((a, b) for a in one.spoken for b in other.spoken)
    )
    return (40, gk.NoDate) if near else None
