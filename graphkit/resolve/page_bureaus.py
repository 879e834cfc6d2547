"""Bare bureaus on a county's page in, their names with the county's out: 庆丰县召开会议…。会上，财政局作了汇报."""

from __future__ import annotations

import re

from graphkit.extract.gazetteer import Region
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.model.text import SectionKind
from graphkit.resolve.names import surface_label

_BUREAU = re.compile("[一-鿿]{2,8}局")
_DAY = re.compile("(?:[0-9年月日至、-]{2,14}(?:上午|下午|晚)?，?|近日，|日前，)?")
_ACTS = re.compile("(?:委|人民政府|政府|政协|人大)?(?:召开|举行|组织|开展|举办|传达|印发|出台|安排|部署)")
_FUNCTION, _REGION = frozenset({"function"}), frozenset({"region"})
_KINDS = (SectionKind.TITLE, SectionKind.BODY)


def bureaus_of_page(scan: Scan, mentions: list[Mention]) -> dict[int, str]:
    """Complete bureaus named by their function alone where the page tells of one county that acts, by their start."""
    county = _acting_county(scan)
    if county is None:
        return {}
    return {
        mention.start: county.name + surface_label(scan, mention)
        for mention in mentions
        if _is_bare(scan, mention) and scan.text[mention.start - 1 : mention.start] not in {"、", "和", "及", "与"}
    }


def _is_bare(scan: Scan, mention: Mention) -> bool:
    function = scan.units.longest_starting(mention.start, _FUNCTION)
    is_bureau = mention.rule == "agency-composed" and _BUREAU.fullmatch(mention.surface) is not None
    return is_bureau and function is not None and function.end == mention.end - 1


def _acting_county(scan: Scan) -> Region | None:
    """Give the county that opens the title or the first paragraph by acting, the only one that the text names."""
    if len(scan.document.articles) > 1:
        return None
    named = {unit.value for unit in scan.units.of("region") if unit.value[-1:] in "县旗"}
    for kind in _KINDS if len(named) == 1 else ():
        section = next((one for one in scan.document.sections if one.kind is kind), None)
        day = _DAY.match(scan.text, section.start, section.end) if section is not None else None
        place = scan.units.longest_starting(day.end(), _REGION) if day is not None else None
        region = scan.gazetteer.region_named(place.value, within=None) if place is not None else None
        if place is not None and region is not None and region.level == "county" and _ACTS.match(scan.text, place.end):
            return region
    return None
