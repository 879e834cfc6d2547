"""What an agency's name is made of, and what names spell of the body that their bearer is a part of."""

from __future__ import annotations

import re
from typing import NamedTuple

from graphkit.extract.gazetteer import Region

PART = re.compile(
    "党组|党委|党总支|党支部|机关党委|机关纪委|常委会|党校|办公厅|办公室|研究室|组织部|宣传部|统战部|政法委|编办|党史研究室|督查室|机关服务中心|"
    "[一-鿿]{1,10}(?:司|处|科|室|队|站|中心|委员会|领导小组|工作组|部|办|分局|支队|庭)|"
    "(?:“[^”]{2,14}”)?[一-鿿]{0,26}(?:指导组|督导组|督查组|调研组|视察组|检查组)"
)
"""Words that name a part of any body."""

# Parts that only bodies of one system have: 人大城环委, 省委农工委, 市纪委监委派驻第九纪检监察组.
_PARTS_OF_SYSTEM = {
    "党委": re.compile("[一-鿿]{1,10}(?:工?委|局|组|办|校)|办"),
    "政府": re.compile("办"),
    "人大": re.compile("[一-鿿]{2,10}(?:委员会|工?委)|办"),
    "政协": re.compile("[一-鿿]{2,10}(?:委员会|委)|办"),
    "监委": re.compile("(?:第[一二三四五六七八九十]{1,3})?派?驻[一-鿿]{2,20}组"),
}
_STANDING = "人大常委会"
_OF_CONCERN = frozenset({"集团党委", "集团党组", "公司党委", "公司党组"})
# A body that every place has, named by its level alone or with a place of no table, before a part of it.
_COMMON = re.compile(
    "[一-鿿]{0,8}?(?:自治区|[省市县区州旗盟])"
    "(?:(?P<党委>党委|委)|(?P<政府>(?:人民)?政府(?!采购|购买|信息|门户|网|投|融|性|债))|(?P<人大>人大(?:常委会)?)|(?P<政协>政协)|(?P<监委>纪委监委|纪委|监委))"
)
# A unit of an office or department: 办公室督查科, 编办综合科.
_UNIT_OF_OFFICE = re.compile("(办公[厅室]|编?办|(?:组织|宣传|统战)部)([一-鿿]{2,8}(?:处|科|室|组|股))")
# A part that every body has, behind a name that ends like one: 省质检院 + 党委, 市防汛抗旱指挥部 + 办公室.
_PART_OF_ANY = re.compile(
    "(.{2,30}(?:局|厅|院|校|公司|集团|中心|所|站|队|馆|场|医院|银行|大学|学院|资委|健委|改委|协会|学会|联社|管委会|[总支大]队|矿|林场|农场))"
    "(?:党委|党组|直属机关党委|机关党委|机关纪委|纪委|党总支|党支部|工会|团委|(?:防火|信访|综合|党政|行政)?办公室|党办|秘书处)|"
    "(.{4,30}(?:领导小组|指挥部|联席会议|(?<!管理)委员会|安委会))办公室|(.{4,30}中心)[一-鿿]{2,4}[组科股]|"
    "(.{1,12}(?:纪委监委|纪委|监委))派?驻.{2,20}组|(.{0,12}(?:安委会|管委会|董事会|理事会|组委会))办公室|"
    "(.{1,12}党(?:工?委))(?:[一-鿿]{2,4}部|(?:巡察工作)?办公室)|(.{2,10}部)党(?:总支|支部)"
)

# A concern or school bears a place's name without speaking for it (省厅 behind 江苏某公司 is no 江苏省厅).
CONCERN = re.compile("(?:公司|集团|大学|学院|研究院|银行|协会|学会|医院)$")
# A party body named by its whole's kind alone: 局党组, 厅机关党委.
OWN_PARTY = re.compile(
    "(?P<generic>局|厅|委|部|院|校|公司|集团|中心)(?P<part>(?:机关)?(?:党组|党委|纪委)|办公室|工会|团委)"
)
_KIND_OF_PART = re.compile("(?:委员会|庭|(?<!公)司|(?<!办事)处|科|室|中心|站|组|[支大]队|部)$")


class Context(NamedTuple):
    """What deictic and level words refer to: the home body and the division that speaks."""

    home: Composition | None
    region: Region | None
    speaker: Composition | None = None


class Composition(NamedTuple):
    """What an agency's name is made of. `key` are its IRI segments; `rank` orders labels (higher: more formal)."""

    key: tuple[str, ...]
    name: str
    rank: int
    place: Region | None = None
    system: str | None = None
    function: str | None = None
    generic: str | None = None
    parent: Composition | None = None
    short: bool = False


def part_of(parent: Composition, part: str) -> Composition:
    """Compose a part of a body: 局党组, 办公厅, 科技司; a unit of its office is a part of that."""
    unit = _UNIT_OF_OFFICE.fullmatch(part)
    if unit is not None:
        return part_of(part_of(parent, unit[1]), unit[2])
    if part == "办" and parent.system is not None:
        is_high = parent.place is not None and parent.place.level == "province"
        part = "办公厅" if is_high else "办公室"
    return Composition((*parent.key, part), parent.name + part, max(parent.rank, 2), parent.place, parent=parent)


def unit_of(whole: Composition, name: str) -> Composition:
    """Compose a unit that the text names bare."""
    return Composition((*whole.key, name), name, 0, None, parent=whole)


def is_part(body: Composition, words: str) -> bool:
    """Tell whether words behind a body's name name a part of it."""
    of_system = _PARTS_OF_SYSTEM.get(body.system or "")
    return PART.fullmatch(words) is not None or (of_system is not None and of_system.fullmatch(words) is not None)


def whole_in(name: str) -> str | None:
    """Give the body whose name opens that of a part which any body has: 省质检院 of its 党委, 县委 of its 办公室."""
    if name in _OF_CONCERN:
        return name[:-2]
    common = _COMMON.match(name)
    if common is not None and common.end() == len(name) and name.endswith(_STANDING):
        return name.removesuffix("常委会")
    if common is not None:
        part, system = name[common.end() :], common.lastgroup or ""
        unit = _UNIT_OF_OFFICE.fullmatch(part)
        if unit is not None:
            return common[0] + unit[1]
        if PART.fullmatch(part) is not None or _PARTS_OF_SYSTEM[system].fullmatch(part) is not None:
            return common[0]
    found = _PART_OF_ANY.fullmatch(name)
    return next(filter(None, found.groups())) if found is not None else None


def shares_whole(name: str, composition: Composition, before: Composition) -> bool:
    """Tell whether a part in a list is one of the body that the one before spells (市委组织部、宣传部)."""
    whole = before.parent
    if whole is None or composition.place is not None or composition.system is not None:
        return False
    kind = _KIND_OF_PART.search(name)
    is_bare = composition.parent is None or composition.key == (*composition.parent.key, name)
    is_spelled = before.key != (*whole.key, before.name)
    return is_bare and is_spelled and kind is not None and before.name.endswith(kind[0])
