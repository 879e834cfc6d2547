"""An agency's name and its place in the text in, its composition out: place, system, function, kind, part."""

from __future__ import annotations

import re

from graphkit.extract.gazetteer import GENERIC_DISTRICTS, LEVELS, NATION, OF_WATER, CentralBody, Gazetteer, Region
from graphkit.resolve.called import OFFICE, fits, speaking, whole_called
from graphkit.resolve.compositions import PART, Composition, Context, is_part, part_of, whole_in
from graphkit.resolve.names import GROUP

_DEICTIC = re.compile("[我本贵](?:局|厅|委|部|办|院|公司|中心|会|校|所|站|处|集团|行|室)")
_CORPS = "新疆生产建设兵团"
_LEAGUE = re.compile("团(省|市|州|县|区|旗)委")
_LEVEL_LEAD = re.compile("(?:[我本全])?(省|自治区|市|州|盟|地区|县|区|旗)(?!直|级|属|管|内|外|域)")
_NATION_LEAD = re.compile("中华人民共和国|国家|全国|中国")
# Bodies of party and state that every place has one of: words as used → (system, generic word, name to complete).
_BODIES: dict[str, tuple[str, str, str]] = {
    "委": ("党委", "委", "委"),
    "党委": ("党委", "委", "委"),
    "委员会": ("党委", "委", "委"),
    "政府": ("政府", "政府", "人民政府"),
    "人民政府": ("政府", "政府", "人民政府"),
    **dict.fromkeys(("行政公署", "行署"), ("政府", "政府", "行政公署")),
    "人大": ("人大", "人大", "人民代表大会"),
    "人大常委会": ("人大", "常委会", "人民代表大会常务委员会"),
    "人民代表大会": ("人大", "人大", "人民代表大会"),
    "人民代表大会常务委员会": ("人大", "常委会", "人民代表大会常务委员会"),
    "政协": ("政协", "政协", "政协"),
    "纪委": ("监委", "纪委", "纪委"),
    "监委": ("监委", "监委", "监委"),
    "纪委监委": ("监委", "纪委监委", "纪委监委"),
}
_BODY = re.compile("|".join(sorted(_BODIES, key=len, reverse=True)))
_OWN_PART = re.compile(f"(?:我|本)?(?P<generic>局|厅|委|办|中心|部|校|院|公司|集团)(?P<part>{PART.pattern})")
_OF_LEVEL = re.compile("(省|市|州|县|区)(局|厅|委|办|中心)")
_GENERIC_SHORT = {
    "办公室": "办",
    "委员会": "委",
    "总局": "局",
    "管理局": "局",
    "服务中心": "中心",
    "事务局": "局",
    "事务中心": "中心",
}
_FUNCTION_TAIL = re.compile("(?:管理|服务|事务|监督管理|监督|保障|和[一-鿿]{2,4})*")
_GENERIC = re.compile("(?:管理|服务|事务)?(?:总局|局|厅|委员会|委|办公室|办|中心|部|署)")
_ROAD = re.compile("[东西南北中]?[路街]")
_PARTY_LEAD = re.compile("(?P<party>中共|中国共产党)|中国人民政治协商会议|政协")
_CONFERENCE = re.compile("(?:第[一二三四五六七八九十]+届)?委员会")
# Units that a general office speaks of are those of its ministry or bureau.
_OF_WHOLE = re.compile("(?:司|局|中心|站|所|院|(?<!党)办)$")
# Units that stand beside the office of a bureau: 市某局办公室, 市某局 + 资产管理科.
_UNIT_BESIDE = re.compile("(?:科|股|(?<!办事)处)$")
# Short names of courts and procuratorates by the level of their place.
_COURTS = {
    ("法院", "county"): "人民法院",
    ("法院", "prefecture"): "中级人民法院",
    ("法院", "province"): "高级人民法院",
    **dict.fromkeys((("中院", "prefecture"), ("中级法院", "prefecture")), "中级人民法院"),
    ("高级法院", "province"): "高级人民法院",
    ("高院", "province"): "高级人民法院",
    ("检察院", "county"): "人民检察院",
    ("检察院", "prefecture"): "人民检察院",
    ("检察院", "province"): "人民检察院",
}
_MEDIA = re.compile("(?:网|通讯社|报|报社|电视台|电台|广播|频道|杂志|客户端)$")
_OTHER_LEVEL = re.compile(
    "(?!市场|市政(?!协|府)|区域|县域|乡村|村镇|省际|城区|社区|园区|灌区|景区|林区)[一-鿿]{0,5}?[省市县区州旗盟乡镇](?=[一-鿿]{2,})"
)
_INNER = re.compile("(?:(?<!公)司|(?<!办事)处|[科股])$")
# A home body that is itself a small unit has no units of its own.
_SMALL = re.compile("(?:科|股|(?<!办事)(?<!管理)处)$")
_UNIT = re.compile("(?:(?<!公)司|(?<!办事)处|(?<!法)庭|科|室|办|中心|局|小组|工作组|专班|队|党支部)$")


def compose(name: str, context: Context, gazetteer: Gazetteer) -> Composition:
    """Resolve a name as far as place, level, system and function settle it.

    What is left open keeps its own words; bodies of different levels never get one key.
    """
    deictic = _deictic(name, context) or _youth_league(name, context, gazetteer)
    if deictic is not None:
        return deictic
    name = _without_lead(name, gazetteer)
    central = gazetteer.central.get(name)
    if (
        central is None
        and context.home is not None
        and context.home.place is not None
        and context.home.place.code == NATION
    ):
        central = gazetteer.central_locally.get(name)
    if central is not None:
        return _central(central, gazetteer)
    place, rest = _place(name, context, gazetteer)
    return _local(name, rest, context, gazetteer, place=place)


def _without_lead(name: str, gazetteer: Gazetteer) -> str:
    """Give the name that a fuller form stands for: 中共贵州省委 → 贵州省委, 政协贵州省委员会 → 贵州省政协."""
    lead = _PARTY_LEAD.match(name)
    if lead is None:
        return name
    rest = name[lead.end() :]
    place = gazetteer.units_in(rest).longest_starting(0, frozenset({"region"}))
    if place is None:
        return name
    conference = _CONFERENCE.match(rest, place.end)
    if lead["party"]:
        return rest
    return rest[: place.end] + "政协" + rest[conference.end() :] if conference is not None else name


def _deictic(name: str, context: Context) -> Composition | None:  # noqa: PLR0911 - one return a form
    """Resolve 我局, 省局, 局党组 by the home body."""
    home = context.home
    if home is None:
        return None
    if _DEICTIC.fullmatch(name):
        return speaking(home, name[-1])
    if name in GROUP:
        return home if fits(name, home) else None
    part = _OWN_PART.fullmatch(name)
    whole = whole_called(part["generic"], home) if part is not None else None
    if part is not None and whole is not None:
        return part_of(whole, part["part"])
    level = _OF_LEVEL.fullmatch(name)
    if level is None or home.function is None or home.place is None or not fits(level[2], home):
        return None
    if level[2] == "委" and home.generic != "委":
        return None
    if _is_level(home.place, level[1]):
        return home
    return None


def _youth_league(name: str, context: Context, gazetteer: Gazetteer) -> Composition | None:
    """Compose 团省委, the Youth League's committee of the division that speaks."""
    level = _LEAGUE.fullmatch(name)
    if level is None or context.region is None:
        return None
    place = gazetteer.meant_by(level[1], context.region.code)
    if place is None:
        return None
    full = f"共青团{place.name}委"
    return Composition(("agency", full), full, 2, place, "群团")


def _is_level(place: Region, word: str) -> bool:
    return LEVELS.get(word) == place.level or (
        word == "区" and place.level in {"province", "county"} and "区" in place.name
    )


def _central(body: CentralBody, gazetteer: Gazetteer) -> Composition:
    """Compose a central body from its gazetteer row."""
    nation = gazetteer.regions.get(NATION)
    if body.function and body.system and body.generic:
        key: tuple[str, ...] = ("agency", NATION, body.system, body.function, body.generic)
    else:
        key = ("agency", body.name)
    parent_row = gazetteer.central.get(body.parent) if body.parent else None
    parent = _central(parent_row, gazetteer) if parent_row is not None and parent_row != body else None
    return Composition(
        key, body.name, 3, nation, body.system or None, body.function or None, body.generic or None, parent
    )


def _place(name: str, context: Context, gazetteer: Gazetteer) -> tuple[Region | None, str]:
    """Split the place off the front of a name: full names in a chain, a short name, or a level word."""
    within = context.region.code if context.region is not None else None
    place: Region | None = None
    rest = name
    while True:
        found = _leading_region(rest, place.code if place is not None else within, gazetteer)
        if found is None or (place is not None and not gazetteer.is_within(found[0].code, place.code)):
            break
        place, length = found
        rest = rest[length:]
    if place is not None and len(rest) > 1 and rest[0] == place.name[-1] and rest[1] in "委政人":
        rest = rest[1:]  # 和县 + 县委, 清水县 + 县政府: the level said twice
    if place is None:
        level = _LEVEL_LEAD.match(rest)
        if level is not None and context.region is not None:
            place = gazetteer.meant_by(level[1], context.region.code)
            rest = rest[level.end() :] if place is not None else rest
        elif level is None:
            place = _place_of_bare(rest, context, gazetteer)
    return place, rest


def _place_of_bare(name: str, context: Context, gazetteer: Gazetteer) -> Region | None:
    """Give the province of a bare office that only provinces have: 商务厅."""
    if context.region is None or not name.endswith("厅") or name[:-1] not in gazetteer.functions:
        return None
    return gazetteer.ancestor(context.region.code, "province")


def _leading_region(name: str, within: str | None, gazetteer: Gazetteer) -> tuple[Region, int] | None:
    """Find the division whose full or short name opens a name."""
    for length in range(min(11, len(name) - 1), 1, -1):
        head = name[:length]
        is_full = head in gazetteer.region_codes
        if not is_full and (head not in gazetteer.short_codes or name.startswith(("大学", "海关"), length)):
            continue
        if not is_full and (OF_WATER.match(name, length) or _ROAD.match(name, length)):
            continue
        region = gazetteer.region_named(head, within=within)
        if (
            region is not None
            and not is_full
            and region.level == "county"
            and _opens_with_function(name, length, gazetteer)
        ):
            continue
        if region is not None:
            return region, length
    return None


def _opens_with_function(name: str, length: int, gazetteer: Gazetteer) -> bool:
    """Tell 公安局 from a bureau of 公安县: the short name is a function too."""
    return any(name[:end] in gazetteer.functions for end in range(2, min(len(name), length + 6)))


def _local(name: str, rest: str, context: Context, gazetteer: Gazetteer, *, place: Region | None) -> Composition:
    """Compose a body of a place: a body every place has, one of a function, or one by its own name."""
    if place is not None:
        common = _common(place, rest, gazetteer)
        if common is not None:
            return common
        court = _COURTS.get((rest, place.level))
        if court is not None:
            full = _qualified(place, gazetteer) + court
            return Composition(("agency", full), full, 2, place)
        short = _short_office(place, rest, context, gazetteer)
        if short is not None:
            return short
        functional = _functional(place, rest, gazetteer)
        if functional is not None:
            whole, end = functional
            if end == len(rest):
                return whole
            if PART.fullmatch(rest, end):
                return part_of(whole, rest[end:])
    return _by_name(name, rest, context, gazetteer, place=place)


def _common(place: Region, rest: str, gazetteer: Gazetteer) -> Composition | None:
    """Compose a body that every place has, a part of one (市人大城环委) or a department of its government."""
    body = _BODY.match(rest)
    if body is None:
        return None
    whole, behind = _body(place, body[0]), rest[body.end() :]
    if not behind or is_part(whole, behind):
        return part_of(whole, behind) if behind else whole
    department = _functional(place, behind, gazetteer) if whole.generic == "政府" else None
    if department is None or department[1] < len(behind):
        return None
    return department[0]._replace(parent=whole)


def _body(place: Region, word: str) -> Composition:
    """Compose the party committee, government, congress … of a place."""
    system, generic, completed = _BODIES[word]
    if completed == "人民政府":
        completed = "政府" if place.name.endswith("特别行政区") else place.government
    if system == "党委":
        completed = place.committee
    parent = _body(place, "人大") if generic == "常委会" else None
    key = ("agency", place.code, system, generic)
    return Composition(key, place.name + completed, 2, place, system, None, generic, parent)


def _short_office(place: Region, rest: str, context: Context, gazetteer: Gazetteer) -> Composition | None:
    """Compose 成都局: a place below the home body's and a bare kind word stand for its function there."""
    home = context.home
    if home is None or home.function is None or home.place is None or rest not in {"局", "中心", "办", "委", "厅"}:
        return None
    if place.code == home.place.code or not gazetteer.is_within(place.code, home.place.code):
        return None
    key = ("agency", place.code, home.system or "政府", home.function, rest)
    return Composition(key, "", 0, place, home.system, home.function, rest, short=True)


def _functional(place: Region, rest: str, gazetteer: Gazetteer) -> tuple[Composition, int] | None:
    """Compose a body by its function: the longest form that opens the rest, then its kind word."""
    for length in range(min(14, len(rest) - 1), 1, -1):
        function = gazetteer.functions.get(rest[:length])
        if function is None:
            continue
        tail = _FUNCTION_TAIL.match(rest, length)
        for start in {tail.end() if tail else length, length}:
            generic = _GENERIC.match(rest, start)
            if generic is None:
                continue
            word = re.sub("^(?:管理|服务|事务)(?=.)", "", generic[0])
            word = _GENERIC_SHORT.get(word, word)
            name = place.name + rest[: generic.end()]
            if function.unique and word in {*function.generics, "局", "厅", "委", "办", "中心"}:
                key: tuple[str, ...] = ("agency", place.code, "政府", function.name, word)
            else:
                key = ("agency", name)
            return Composition(key, name, 1, place, "政府", function.name, word), generic.end()
    return None


def _by_name(name: str, rest: str, context: Context, gazetteer: Gazetteer, *, place: Region | None) -> Composition:
    """Compose any other body: by its full name, or as a local body of the home body."""
    deictic = _DEICTIC.match(name)
    if deictic is not None and context.home is not None and deictic.end() < len(name):
        return part_of(context.home, name[deictic.end() :])
    parent = _parent(name, context, gazetteer)
    is_chain = place is not None and not name.startswith((place.name, place.short))
    if place is not None and (is_chain or (parent is None and name.startswith(place.name))):
        full = _qualified(place, gazetteer) + rest
        return Composition(("agency", full), full if is_chain else name, 1, place, parent=parent)
    if parent is not None and len(name) > len(parent.name) and name.startswith(parent.name):
        return Composition((*parent.key, name[len(parent.name) :]), name, 1, place, parent=parent)
    is_full = place is not None or bool(_NATION_LEAD.match(name)) or (len(name) >= 8 and not _INNER.search(name))
    if is_full or context.home is None:
        return Composition(("agency", name), name, 1 if is_full else 0, place, parent=parent)
    speaker = _speaker(name, context.speaker or context.home)
    if speaker is None:
        return Composition(("agency", name), name, 0, None, parent=parent)
    is_peer = speaker.name.endswith("政府") and _OF_WHOLE.search(name) is not None
    is_unit = (
        bool(_UNIT.search(name))
        and not is_peer
        and not _OTHER_LEVEL.match(name)
        and not name.startswith(("中央", "全国", "武警", "国网", "中国"))
    )
    return Composition((*speaker.key, name), name, 0, None, parent=parent or (speaker if is_unit else None))


def _speaker(name: str, speaker: Composition) -> Composition | None:
    """Give the body whose unit a bare name may be: who speaks, what its office or small unit is of, or none."""
    if _MEDIA.search(speaker.name):
        return None
    whole = speaker.parent
    is_unit = whole is not None and whole.function is not None and _UNIT_BESIDE.search(name) is not None
    is_office = whole is not None and OFFICE.search(speaker.name) and (is_unit or _OF_WHOLE.search(name))
    is_small = _SMALL.search(speaker.name) is not None and _UNIT.search(name) is not None
    return whole if is_office or is_small else speaker


def _qualified(place: Region, gazetteer: Gazetteer) -> str:
    """Give a place's name, behind that of the division it lies in where others bear it (北京市朝阳区)."""
    names = [place.name]
    above = place
    while len(gazetteer.region_codes.get(above.name, ())) > 1 and above.parent in gazetteer.regions:
        above = gazetteer.regions[above.parent]
        if above.code == NATION:
            break
        if above.name not in GENERIC_DISTRICTS:
            names.append(above.name)
    return "".join(reversed(names))


def _parent(name: str, context: Context, gazetteer: Gazetteer) -> Composition | None:
    """Find the body whose name opens this one: a central body, 我局, 四川大学."""
    for length in range(len(name) - 2, 2, -1):
        body = gazetteer.central.get(name[:length])
        if body is not None and not name.startswith(("各", "有关", "所属", "直属"), length):
            return _central(body, gazetteer)
    whole = _CORPS if name.startswith("兵团") else whole_in(name)
    if whole is not None:
        return compose(whole, context, gazetteer)
    owner = re.match(
        ".{2,16}?(?:大学(?!科技|（)|学院|研究院|科学院|公司|集团(?!）|(?:控股|股份|有限|责任|总)*公司)|(?:林场|农场)(?!管理[局处站总中]|有限|股份|集团)|(?<!自然)保护区(?!管理)|兵团|解放军|林局|(?<!管理)局(?=党|机关|[一-鿿]{2,8}(?:林场|所|队|站|科|处|中心|分局))|厅(?=[一-鿿]{2,10}(?:处|室|中心|局|总队))|"
        "(?:中院|高院|法院|检察院)(?=[一-鿿]{2,8}(?:处|庭|室|局|部|队|[判察]委员会)))(?=.{2,})",
        name,
    )
    if owner is not None and owner.end() < len(name):
        return compose(owner[0], context, gazetteer)
    return None
