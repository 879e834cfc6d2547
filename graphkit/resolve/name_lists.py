"""Bodies in a list in, what each is short for out: 北京市、…、甘肃省人民政府; 清溪镇党委、政府."""

from __future__ import annotations

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.resolve.names import surface_label

_BARE_PLACE, _BARE_KIND = 8, 3
_KINDS = frozenset({"人民政府", "人民法院", "人民检察院", "纪委监委", "人大常委会"})


def completed_recipients(scan: Scan, mentions: list[Mention]) -> dict[int, str]:
    """Complete coordinated recipients by the last one's tail (北京市、…、甘肃省人民政府 → 北京市人民政府)."""
    completed: dict[int, str] = {}
    run: list[Mention] = []
    for mention in mentions:
        if mention.rule != "agency-recipient":
            continue
        if run and scan.text[run[-1].end : mention.start] != "、":
            run.clear()
        tail = _tail_of(scan, mention.surface)
        if tail is None:
            if len(mention.surface) <= _BARE_PLACE:
                run.append(mention)
            continue
        for bare in run if tail else ():
            completed[bare.start] = surface_label(scan, bare) + tail
        run.clear()
    return completed


def governments_beside(scan: Scan, mentions: list[Mention]) -> dict[int, str]:
    """Complete 政府 beside the party committee of its place (清溪镇党委、政府 → 清溪镇政府)."""
    completed: dict[int, str] = {}
    before: Mention | None = None
    for mention in mentions:
        if mention.surface == "政府" and before is not None and before.end == mention.start - 1:
            place = surface_label(scan, before).removesuffix("党委").removesuffix("委")
            completed[mention.start] = place + "政府"
        before = mention if mention.kind == "Agency" and mention.surface.endswith("委") else None
    return completed


def listed_with_groups(scan: Scan, mentions: list[Mention]) -> frozenset[int]:
    """Give the recipients that share 各省 with the group before them (各省工业主管部门、发展改革委、水利厅)."""
    found: set[int] = set()
    after_group = False
    for mention in mentions:
        if mention.rule != "agency-recipient":
            continue
        if scan.text[mention.start - 1 : mention.start] != "、":
            after_group = False
        names = scan.gazetteer
        is_kind = len(mention.surface) <= _BARE_KIND or mention.surface in _KINDS
        is_bare = is_kind or mention.surface in names.central_locally or _tail_of(scan, mention.surface) is None
        if after_group and is_bare and not mention.surface.startswith(("中", "国", "最高")):
            found.add(mention.start)
        after_group = after_group or mention.surface.startswith("各")
    return frozenset(found)


def _tail_of(scan: Scan, name: str) -> str | None:
    """Give what follows the place that a name opens with; None for a bare place or name without kind word."""
    place = scan.gazetteer.units_in(name).longest_starting(0, frozenset({"region", "place", "county_place"}))
    ends_in_kind = name.endswith(scan.gazetteer.long_kinds)
    is_mountain = place is not None and name[place.end : place.end + 1] in tuple("山江河湖岭")
    if place is not None and place.end == len(name) and place.start == 0:
        return None
    if place is None or is_mountain or place.end == len(name) or not ends_in_kind:
        return "" if ends_in_kind else None
    return name[place.end :]
