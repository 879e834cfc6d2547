"""Places that a count closes before the office of their level in, their offices out (甲、乙两市水利局: two bureaus)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.mentions.shared_tails import RULE
from graphkit.extract.scan import Scan
from graphkit.extract.units import Unit
from graphkit.model.facts import Mention
from graphkit.normalise.numerals import numeral_value

_COUNTED = re.compile(
    "(?P<count>[两二三四五六七八九十]{1,3}|[1-9][0-9]?)个?(?P<level>县市区|县区|市县|市州|[省市县区州盟旗])(?=[一-鿿]{2})"
)
_SHORT = frozenset({"region", "place", "county_place"})
_FUNCTION, _KIND = frozenset({"function"}), frozenset({"suffix"})
_BESIDE = re.compile("（[一-鿿]{2,6}）")
_GOVERNMENT = re.compile("人民政府|政府")
_GOES_ON = re.compile("党组|党委|办公室|机关|系统|下属|所属|直属")
_BUREAU = ("局", "厅", "委", "办")
_JOINED, _FEWEST = ("、", "和"), 2


def find_counted_tails(scan: Scan) -> Iterator[Mention]:
    """Iterate over the offices of places that a count closes: 甲 and 乙两市水利局, where two are listed."""
    for counted in scan.matches(_COUNTED):
        end = _tail_end(scan, counted.end())
        if end is None or _GOES_ON.match(scan.text, end):
            continue
        listed = list(_listed_before(scan, counted.start()))
        if len(listed) < _FEWEST or len(listed) != numeral_value(counted["count"]):
            continue
        last, *others = listed
        yield scan.mention(last.start, end, "Agency", RULE)
        yield from (scan.mention(unit.start, unit.end, "Agency", RULE) for unit in others)


def names_by_counted_tail(scan: Scan, mentions: list[Mention]) -> dict[int, str]:
    """Give what the listed places stand for, by where they begin: 甲 → 甲市水利局."""
    found: dict[int, str] = {}
    run: list[Mention] = []
    for mention in mentions:
        if mention.rule != RULE:
            run.clear()
            continue
        if run and scan.text[run[-1].end : mention.start] not in _JOINED:
            run.clear()
        run.append(mention)
        counted = _COUNTED.search(mention.surface)
        if counted is None:
            continue
        places = [mention.surface[: counted.start()], *(one.surface for one in run[:-1])]
        tail = _BESIDE.sub("", mention.surface[counted.end() :])
        named = [_name_of(scan, place, counted["level"]) for place in places]
        for one, name in zip((mention, *run[:-1]), named, strict=True):
            if name is not None:
                found[one.start] = name + tail
        run.clear()
    return found


def _name_of(scan: Scan, place: str, level: str) -> str | None:
    """Give the full name of a place of a level, that in the document's own region where several bear it."""
    within = scan.home_region.code if scan.home_region is not None else None
    names = (place,) if place.endswith(level) else (place + level, place)
    return next((one.name for name in names if (one := scan.gazetteer.region_named(name, within=within))), None)


def _tail_end(scan: Scan, start: int) -> int | None:
    """Give where the name of an office by its function, or of a government, ends."""
    government = _GOVERNMENT.match(scan.text, start)
    if government is not None:
        return government.end()
    function = scan.units.longest_starting(start, _FUNCTION)
    if function is None:
        return None
    beside = _BESIDE.match(scan.text, function.end)
    kind = scan.units.longest_starting(beside.end() if beside is not None else function.end, _KIND)
    return kind.end if kind is not None and kind.value.endswith(_BUREAU) else None


def _listed_before(scan: Scan, end: int) -> Iterator[Unit]:
    """Iterate backwards over the places parted by 、 before an offset."""
    while (place := scan.units.longest_ending(end, _SHORT)) is not None:
        yield place
        end = place.start - 1
        if not scan.text.startswith(_JOINED, max(end, 0)):
            return
