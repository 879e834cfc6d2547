"""Bodies in a list in, what each is short for out: 北京市、…、甘肃省人民政府; 清溪镇党委、政府."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graphkit.extract.mentions.counted_tails import names_by_counted_tail
from graphkit.extract.mentions.shared_tails import names_by_shared_tail
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.resolve.names import surface_label
from graphkit.resolve.page_bureaus import bureaus_of_page
from graphkit.resolve.shared_places import sharing_places

_BARE_PLACE, _BARE_KIND = 8, 3
_GOVERNMENT, _DISCIPLINE = "政府", "纪委"
_BARE = frozenset({_GOVERNMENT, _DISCIPLINE, "人大常委会", "人大", "政协", "监委", "办事处", "管委会"})
_PARTY = re.compile("(?:党工委|党委|纪工委|纪委|委)$")
# The bodies of a town by its level alone, and a town by itself or before its bodies.
_OF_TOWN = re.compile("(?:[镇乡]|街道)(?:党委|人民政府|政府|党工委|办事处|人大|纪委|党政办公?室?)")
_TOWN = re.compile(
    "(?:[一-鿿]{2,8}[县市区旗])?(?P<town>(?!各|全)[一-鿿]{2,4}(?:[镇乡]|街道))(?:党委|人民政府|政府|党工委|办事处|人大|纪委|$)"
)
_TOWN_LABEL = re.compile("[^一-鿿]{0,2}(?P<town>[一-鿿]{2,4}(?:[镇乡]|街道|街(?=：)))[：】]")
_PROCURATORATE, _COURT = "检察院", re.compile("(?:(?:中级)?人民)?法院$")
_PLACES = ("镇", "乡", "街道")
_POSTS_BETWEEN = re.compile(
    "(?P<party>党工?委)?副?(?:书记|委员|常委)(?:[一-鿿]{2,3})?[、，](?:(?:人大|纪委)?副?(?:书记|镇长|乡长|主任|主席)(?:[一-鿿]{2,3})?、){0,3}"
)
_DEPUTY_BEFORE = re.compile("副?(?P<level>[县市区旗])长、$")
# A recipient that is a body by itself: 市水利局、市生态环境局、某区人民政府.
_WHOLE = re.compile("[局厅委办院处署部社校站所]$")
_BUREAU_ALONE = re.compile("[一-鿿]{2,8}局")
_KINDS = frozenset({"人民政府", "人民法院", "人民检察院", "纪委监委", "人大常委会"})


def completed_names(scan: Scan, mentions: list[Mention], placed: list[Mention]) -> dict[int, str]:
    """Give what bare names are short for, by where they begin; `placed` are the bodies and places of the text."""
    return {
        **bureaus_of_page(scan, mentions),
        **sharing_places(scan, mentions),
        **names_by_shared_tail(scan, mentions),
        **names_by_counted_tail(scan, mentions),
        **(towns := bodies_of_town(scan, mentions, placed)),
        **bodies_beside(scan, mentions, towns),
        **bureaus_of_deputies(scan, mentions),
        **completed_recipients(scan, mentions),
    }


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
            if len(mention.surface) <= _BARE_PLACE and not _WHOLE.search(mention.surface):
                run.append(mention)
            continue
        for bare in run if tail else ():
            completed[bare.start] = surface_label(scan, bare) + tail
        run.clear()
    return completed


def bodies_beside(scan: Scan, mentions: list[Mention], towns: Mapping[int, str]) -> dict[int, str]:
    """Complete a bare body beside the party committee of its place or whole, or behind a post of that committee.

    清溪镇党委、政府, 清溪镇党委政府 → 清溪镇政府; 清溪县委书记、人大常委会主任 → 清溪县人大常委会.
    `towns`: whole names told already.
    """
    completed: dict[int, str] = {}
    before: Mention | None = None
    for mention in mentions:
        if before is not None and _is_beside(scan, before, mention):
            whole = towns.get(before.start) or surface_label(scan, before)
            completed[mention.start] = _PARTY.sub("", _COURT.sub("", whole)) + mention.surface
        if mention.surface not in _BARE:
            before = mention
    return completed


def bureaus_of_deputies(scan: Scan, mentions: list[Mention]) -> dict[int, str]:
    """Complete a bare bureau behind a deputy head by the level of the place: 副县长、公安局局长 → 县公安局."""
    found: dict[int, str] = {}
    for mention in mentions:
        deputy = _DEPUTY_BEFORE.search(scan.text, max(0, mention.start - len("副县长、")), mention.start)
        if deputy is None or not scan.text.startswith(("局长", "党"), mention.end):
            continue
        function = scan.units.longest_starting(mention.start, frozenset({"function"}))
        if function is not None and _BUREAU_ALONE.fullmatch(mention.surface) is not None:
            found[mention.start] = deputy["level"] + surface_label(scan, mention)
    return found


def _is_beside(scan: Scan, before: Mention, mention: Mention) -> bool:
    """Tell whether a bare body stands beside a committee, or behind one post of it."""
    if mention.surface == _PROCURATORATE:
        return before.end == mention.start - 1 and _COURT.search(before.surface) is not None
    is_committee = before.surface.endswith("委")
    if mention.surface == _GOVERNMENT:
        return is_committee and before.end in {mention.start - 1, mention.start}
    posts = _POSTS_BETWEEN.fullmatch(scan.text, before.end, mention.start) if mention.surface in _BARE else None
    if posts is None or is_committee == (posts["party"] is not None):
        return False
    return is_committee or mention.surface == _DISCIPLINE or before.surface.endswith(_PLACES)


def bodies_of_town(scan: Scan, mentions: list[Mention], placed: list[Mention]) -> dict[int, str]:
    """Complete 镇党委 and its like by the only town that the text names (到清溪镇调研…镇党委书记甲)."""
    bare = [mention for mention in mentions if _OF_TOWN.fullmatch(mention.surface)]
    towns: set[str] = set()
    for mention in placed if bare else ():
        named = _TOWN.match(surface_label(scan, mention))
        towns |= {named["town"]} if named is not None else set()
    labelled = {one.start: name for one in bare if (name := _of_label(scan, one)) is not None}
    if len(towns) != 1:
        return labelled
    town = towns.pop()
    meant = {
        one: town + one.surface.removeprefix(_level_of(town)) for one in bare if one.surface.startswith(_level_of(town))
    }
    return {one.start: _told_in_full(name, scan, mentions) for one, name in meant.items()} | labelled


def _of_label(scan: Scan, bare: Mention) -> str | None:
    """Give the body of the town that labels its paragraph (●青石镇：…镇党委召开…)."""
    section = scan.section_at(bare.start)
    label = _TOWN_LABEL.match(scan.text, section.start, section.end) if section is not None else None
    if label is None or not bare.surface.startswith(level := _level_of(label["town"])):
        return None
    town = f"{label['town']}道" if label["town"].endswith("街") else label["town"]
    return town + bare.surface.removeprefix(level)


def _told_in_full(name: str, scan: Scan, mentions: list[Mention]) -> str:
    """Give the one longer name that the text tells a body by, else its own (清溪镇政府, of 云岭县清溪镇政府)."""
    longer = {label for mention in mentions if (label := surface_label(scan, mention)).endswith(name) and label != name}
    return longer.pop() if len(longer) == 1 else name


def _level_of(town: str) -> str:
    return "街道" if town.endswith(("街道", "街")) else town[-1]


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
        is_kind = len(mention.surface) <= _BARE_KIND or mention.surface in _KINDS or _OF_TOWN.fullmatch(mention.surface)
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
