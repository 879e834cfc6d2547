"""Handles of policies in, those alike in title that the link stage could not settle out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from graphkit.dataset.alike.pairs import Alike, alike, pairs_of
from graphkit.dataset.alike.places import is_within, place_in, relation_of
from graphkit.dataset.merging import year_of
from graphkit.dataset.spill import Spill
from graphkit.extract.gazetteer import gazetteer
from graphkit.model.handles import Handle
from graphkit.terms import gk

_LEAST = 6
"""Characters of a title, place and years aside, that say more than 工作要点."""

_BRACKETED = re.compile(r"[（(][^（）()]*[)）]$")
_YEARS = re.compile(r"\d{4}年?(?:度|[-—–~～至]\d{4}年?度?)?")
_LONGEST_PLACE = 12
_REMEMBERED = 4096


@dataclass(slots=True)
class _Policy:
    """What all documents together tell of one policy."""

    iri: str
    titles: set[str] = field(default_factory=set)
    scopes: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)

    @property
    def is_known(self) -> bool:
        """Tell whether a document gives its number or year, so that it is no bare citation."""
        return bool(self.numbers or self.years)


def alike_policies(handles: Iterable[Handle]) -> Iterator[Alike]:
    """Iterate over pairs of policies that may be one; the things of handles are IRIs as merged."""
    rows = ((_parts(handle.name)[1], *handle) for handle in handles)
    by_core = Spill(1 + len(Handle._fields), (row for row in rows if len(row[0]) >= _LEAST)).sorted_by()
    for _, group in groupby(by_core, key=itemgetter(0)):
        for one, other in pairs_of(_policies_in(Handle(*row[1:]) for row in group)):  # type: ignore[arg-type]
            found = _compared(one, other)
            if found is not None:
                yield alike(one.iri, other.iri, found[0], *found[1])


def _policies_in(handles: Iterable[Handle]) -> Iterator[_Policy]:
    """Iterate over the policies that sorted handles tell of."""
    for thing, group in groupby(handles, key=lambda one: one.thing):
        policy = _Policy(thing)
        for handle in group:
            policy.titles.add(handle.name)
            policy.scopes.update({handle.scope} - {"", "?"})
            policy.numbers.update({handle.number} - {""})
            policy.years.update({int(year) for year in (year_of(handle),) if year})
        yield policy


@lru_cache(maxsize=_REMEMBERED)
def _parts(title: str) -> tuple[str, str, str]:
    """Split a title: the place it opens with, its core, the years it names; brackets at its end are left out."""
    years = "".join(_YEARS.findall(title))
    bare = _YEARS.sub("", _BRACKETED.sub("", title))
    names = gazetteer().region_codes
    end = next((end for end in range(_LONGEST_PLACE, 1, -1) if bare[:end] in names), 0)
    return bare[:end], bare[end:], years


def _compared(one: _Policy, other: _Policy) -> tuple[int, list[str]] | None:
    """Give percent and reasons; None where number, place or years tell that they are two."""
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return None
    parts, others = [[_parts(title) for title in sorted(policy.titles)] for policy in (one, other)]
    for index in (0, 2):
        named, named_otherwise = ({part[index] for part in found} - {""} for found in (parts, others))
        if named and named_otherwise and not named & named_otherwise:
            return None
    percent, reasons = (60, [gk.SameName]) if one.titles & other.titles else (50, [gk.AlikeName])
    apart = min((abs(year - then) for year in one.years for then in other.years), default=0)
    if apart > 1:
        return None
    if apart == 1:
        percent, reasons = percent - 20, [*reasons, gk.OtherYear]
    return _issuers_compared(one, other, percent, reasons)


def _issuers_compared(one: _Policy, other: _Policy, percent: int, reasons: list[str]) -> tuple[int, list[str]] | None:
    """Weigh in whose documents the titles stand: each body's own plan is another, a bare citation may be anybody's."""
    if not one.scopes or not other.scopes or one.scopes & other.scopes:
        return percent, reasons
    if one.is_known and other.is_known:
        return None
    homes = [tuple(min(policy.scopes).split("/"))[1:] for policy in (one, other)]
    if is_within(homes[0], homes[1]):
        return percent - 10, [*reasons, gk.SameBody]
    if relation_of(place_in(homes[0]), place_in(homes[1])) == "apart" and (one.is_known or other.is_known):
        return None
    return percent - 20, [*reasons, gk.OtherBody]
