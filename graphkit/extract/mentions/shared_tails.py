"""Bodies in, places listed before one that share its level and tail out (甲、乙、丙县水利局: three bureaus)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from graphkit.extract.gazetteer import Region
from graphkit.extract.scan import Scan
from graphkit.extract.units import Unit
from graphkit.model.facts import Mention

RULE = "agency-shared-tail"
_FULL, _SHORT = frozenset({"region"}), frozenset({"place", "county_place"})
_JOINED = ("、", "和")
_LEVELS = ("县", "区", "市", "旗", "州", "盟")
# Where a list of full names is the subject: 常德市、张家界市林业局组织…; to others somebody only goes.
_ACTS = re.compile(
    "分别|先后|相继|均|也|已|尚未|仍未|未|还没|没有|及时|迅速|积极|认真|立即|第一时间|联合|共同|组织|召开|举办|举行|开展|传达|学习|印发|出台|制定|成立"
)
_OPENS = frozenset("，。；：●▲◆■★\n日")


def find_shared_tails(scan: Scan, candidates: Iterable[Mention]) -> Iterator[Mention]:
    """Iterate over the short names of divisions listed before a body of another division in the same one."""
    for body in sorted({one for one in candidates if one.kind == "Agency"}, key=lambda one: (one.start, -one.end)):
        place = _place_of(scan, body)
        if place is None or not scan.text.startswith(_JOINED, body.start - 1):
            continue
        listed = list(_listed_before(scan, body.start, place))
        if any(unit.sense in _SHORT for unit in listed) or _are_subject(scan, listed, body.end):
            yield from (scan.mention(unit.start, unit.end, "Agency", RULE) for unit in listed)


def _are_subject(scan: Scan, listed: list[Unit], end: int) -> bool:
    """Tell whether a list opens a clause and acts."""
    if not listed or _ACTS.match(scan.text, end) is None:
        return False
    start = listed[-1].start
    return scan.is_name_break(start) or scan.text[start - 1 : start] in _OPENS


def names_by_shared_tail(scan: Scan, mentions: list[Mention]) -> dict[int, str]:
    """Give what the listed places stand for, by where they begin: 甲 → 甲县水利局."""
    found: dict[int, str] = {}
    for before, body in reversed(list(pairwise(mentions))):
        if before.rule != RULE:
            continue
        whole = found.get(body.start, body.surface)
        place, own = _place_in(scan, whole), _division(scan, before.surface, whole)
        if place is not None and own is not None:
            unit = scan.gazetteer.units_in(whole).longest_starting(0, _FULL)
            found[before.start] = own.name + whole[unit.end if unit is not None else 0 :]
    return found


def _place_of(scan: Scan, body: Mention) -> Region | None:
    """Give the county, district or city that a body's name opens with and goes on behind."""
    unit = scan.units.longest_starting(body.start, _FULL)
    if unit is None or unit.end >= body.end or not unit.value.endswith(_LEVELS):
        return None
    return scan.gazetteer.region_named(unit.value, within=None)


def _place_in(scan: Scan, name: str) -> Region | None:
    unit = scan.gazetteer.units_in(name).longest_starting(0, _FULL)
    return scan.gazetteer.region_named(unit.value, within=None) if unit is not None else None


def _division(scan: Scan, name: str, whole: str) -> Region | None:
    place = _place_in(scan, whole)
    return _beside(scan, name, place) if place is not None else None


def _beside(scan: Scan, name: str, place: Region) -> Region | None:
    """Give the division of a short name that lies in the same one as a place."""
    own = scan.gazetteer.region_named(name, within=place.parent)
    return own if own is not None and own.parent == place.parent and own.code != place.code else None


def _listed_before(scan: Scan, start: int, place: Region) -> Iterator[Unit]:
    """Iterate backwards over the places parted by 、 before an offset that lie beside a place."""
    while scan.text.startswith(_JOINED, start - 1):
        unit = scan.units.longest_ending(start - 1, _FULL | _SHORT)
        if unit is None or _beside(scan, unit.value, place) is None:
            return
        yield unit
        start = unit.start
