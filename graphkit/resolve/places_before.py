"""A bare name in, the place told of before it that its level word means out (区林草局 after 秦州区…局)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cached_property
from operator import attrgetter

from graphkit.extract.gazetteer import Region, is_meant_by
from graphkit.extract.mentions.regions import LISTED_TOWN
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.model.text import Section
from graphkit.resolve.compositions import CONCERN

_LOOKED_BACK = 40
"""How many bodies and places before one are asked for the place that its level word means."""

_DISTRICT = re.compile("[一-鿿]{2}区")
_start_of = attrgetter("start")


class PlacesBefore:
    """Finds places told of before a mention in its paragraph; `of_body` gives the place in a body's name."""

    def __init__(self, scan: Scan, placed: list[Mention], of_body: Callable[[Mention], Region | None]) -> None:
        """Take the bodies and places of the text in their order."""
        self.scan = scan
        self._placed = placed
        self._of_body = of_body

    def of_level(self, offset: int, level: str, *, is_district: bool = False) -> Region | None:
        """Give the place told of last before an offset that a level word means (区林草局 after 秦州区…局).

        `is_district`: 区 is none of the autonomous regions.
        """
        meant = (place for place in self._told(offset) if is_meant_by(level, place))
        return next(
            (place for place in meant if not (is_district and level == "区" and place.level == "province")), None
        )

    def labelled(self, section: Section | None) -> Region | None:
        """Give the place that labels a paragraph: 【河北】…省林业和草原局…, 信丰县：…县委…."""
        if section is None:
            return None
        start = section.start + self.scan.text.startswith("【", section.start)
        at = bisect_left(self._placed, start, key=_start_of)
        label = self._placed[at] if at < len(self._placed) and self._placed[at].start == start else None
        if label is None or label.kind != "Region" or not self.scan.text.startswith(("】", "："), label.end):
            return None
        return self.place_of(label)

    @cached_property
    def _districts(self) -> frozenset[Region]:
        """Give the districts of cities that the text names, by themselves or by their bodies."""
        named = (mention for mention in self._placed if _DISTRICT.search(mention.surface))
        places = (self.place_of(mention) for mention in named)
        return frozenset(one for one in places if one is not None and one.level == "county" and one.name.endswith("区"))

    def only_district(self, level: str) -> Region | None:
        """Give the one district that a text names, where 区委 cannot be told by what stands before it."""
        return next(iter(self._districts)) if level == "区" and len(self._districts) == 1 else None

    def city(self, mention: Mention) -> Region | None:
        """Give the county's city if it is the city told of last (市医院 behind 兰溪市某局, not 金华市's)."""
        if not mention.surface.startswith("市"):
            return None
        city = next((place for place in self._told(mention.start) if place.name.endswith("市")), None)
        return city if city is not None and city.level == "county" else None

    def _told(self, offset: int) -> Iterator[Region]:
        """Iterate over the places told of before an offset in its paragraph, the last first."""
        section = self.scan.section_at(offset)
        floor = section.start if section is not None else 0
        at = bisect_left(self._placed, offset, key=_start_of)
        for before in reversed(self._placed[max(0, at - _LOOKED_BACK) : at]):
            if before.start < floor:
                return
            place = None if CONCERN.search(before.surface) else self.place_of(before)
            if place is not None:
                yield place

    def place_of(self, mention: Mention) -> Region | None:
        """Give the place that a mention names, or that of the body it names."""
        if mention.kind != "Region":
            return self._of_body(mention)
        if mention.rule == LISTED_TOWN:
            return None
        home = self.scan.home_region
        return self.scan.gazetteer.region_named(mention.surface, within=home.code if home is not None else None)
