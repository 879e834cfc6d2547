"""A bare name in, the place told of before it that its level word means out (区林草局 after 秦州区…局)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from operator import attrgetter

from graphkit.extract.gazetteer import Region, is_meant_by
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.resolve.compositions import CONCERN

_LOOKED_BACK = 40
"""How many bodies and places before one are asked for the place that its level word means."""

_start_of = attrgetter("start")


class PlacesBefore:
    """Finds places told of before a mention in its paragraph; `of_body` gives the place in a body's name."""

    def __init__(self, scan: Scan, placed: list[Mention], of_body: Callable[[Mention], Region | None]) -> None:
        """Take the bodies and places of the text in their order."""
        self.scan = scan
        self._placed = placed
        self._of_body = of_body

    def of_level(self, offset: int, level: str) -> Region | None:
        """Give the place told of last before an offset that a level word means (区林草局 after 秦州区…局)."""
        return next((place for place in self._told(offset) if is_meant_by(level, place)), None)

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
        home = self.scan.home_region
        return self.scan.gazetteer.region_named(mention.surface, within=home.code if home is not None else None)
