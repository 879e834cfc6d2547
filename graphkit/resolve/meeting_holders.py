"""A meeting's name in, the body that it opens with out (省委十一届八次全会, 镇康县十八届人民政府第13次常务会议)."""

from __future__ import annotations

import re
from collections.abc import Container

_HOLDER = re.compile(
    "(?:[一-鿿]{2,6}[省市州县区])?(?:中央(?=经济|农村|政治|城市|金融|人才|民族|统战|政法|工作)|省委|市委|州委|县委|区委|旗委|盟委|自治区党委|自治区政府|省政府|市政府|州政府|县政府|区政府|旗政府|国务院|"
    "(?:自治区|[省市州县区旗])人民政府(?=[0-9]{4}年|第|常务|全体))|"
    "(?!全|第?[一二三四五六七八九十]+届)[一-鿿]{2,6}?(?:自治区党|[省市州县区旗盟])"
    "(?:委(?=第|20|[一二三四五六七八九十]+届|常委|全会|全体|理论|中心组|工作会)|政府(?=第|20|常务|全体|党组))"
)
# The same of a place that is named: 平山县委十四届六次全会, 中共平山县委常委会会议.
_HOLDER_OF_PLACE = re.compile(
    "(?:中共)?(?P<body>(?![全各本我]|第?[一二三四五六七八九十]+届)[一-鿿]{2,5}?[省市州县区旗盟](?:委(?![员托任派书编])|(?:人民)?政府(?![采网部工性债])))"
    "(?=第|20|[一二三四五六七八九十]+届|常委会|常务|全体|全会|理论|中心组|农村|经济|人才|统战|政法(?!委)|工作会|专题|党组|深改)"
)
# A department or commission of a party committee: 市委政法委 + 全体会议.
_OF_COMMITTEE = re.compile(
    "(?:[一-鿿]{2,6}[省市州县区])?[省市州县区旗]委(?:政法委|组织部|宣传部|统战部|编委|编办|党校|[一-鿿]{2,10}(?:委员会|领导小组))"
    "(?=全会|全体|第|20|会议|（扩大）|工作会|部务会|视频|电视电话)"
)
# The party group of a body, where its meeting is named by it (集团公司党委会, 市水利局党组会议).
_PARTY = re.compile(
    "党[委组](?=会|会议|（扩大）会|专题会|扩大会|(?:20[0-9]{2}年)?第[0-9一二三四五六七八九十]+次|理论学习中心组)|党工委(?=会|（扩大）会)"
)
# A government or congress by its term (镇康县十八届人民政府第13次常务会议).
_OF_TERM = re.compile(
    "(?P<place>[一-鿿]{2,8}?[省市州县区旗盟]|[省市州县区旗盟])第?[一二三四五六七八九十]+届(?P<body>人民政府|人大常委会|人大|政协)"
)
_TERM_OF = re.compile("第?[一二三四五六七八九十]+届(?P<place>[省市州县区旗])(?P<body>人民政府|人大常委会|人大|政协)")
# A party committee by its term: 中国共产党某县第十四届委员会 + 第五次全体会议.
_COMMITTEE_OF_TERM = re.compile(
    "(?:中国共产党|中共)(?P<place>[一-鿿]{2,8}?[省市州县区旗盟])第?[一二三四五六七八九十]+届委员会(?=第?[一二三四五六七八九十]+次)"
)
# An office, court, union or firm that a name spells whole: 某省林业厅 + 党组会议, 某县水务局 + 全县水利工作会议.
_OFFICE = re.compile(
    "(?:(?!全)[一-鿿]{2,6}[省市州县区旗]|[省市州县区旗](?![委级直域场属内外辖政]))(?:[一-鿿]{2,12}?(?:局|厅)(?![长级机际势面])|"
    "[一-鿿]{0,4}?(?:总工会|工商联|红十字会|残联|妇联|文联|科协|人民法院|人民检察院|检察院|法院|高院|中院))"
    "(?=第|20|[一二三四五六七八九十]+届|党|全)"
)
# A ministry or a court of the state, by the meeting of its party group: 水利部 + 党组会议.
_OF_STATE = re.compile(
    "(?:[一-鿿]{2,6}(?<![组宣统])部|国家[一-鿿]{2,10}局|最高人民(?:法院|检察院))(?=党[组委](?:会|（?扩大|专题会))"
)
# A standing group of a place: 县安委会全体会议, 市防汛抗旱指挥部会议.
_GROUP_OF_PLACE = re.compile(
    "(?:(?!全)[一-鿿]{2,6})?[省市州县区旗](?![委级直域场属内外辖])(?:安委会|食安委|防指|爱卫会|[一-鿿]{2,10}指挥部|"
    "(?!第|[一二三四五六七八九十]+届)[一-鿿]{2,10}?(?<!常务)委员会(?=第|全体|20|（?扩大))"
    "(?=20|第|全体|（?扩大|会议|工作会议|成员|紧急|视频|电视)"
)
# A commission for discipline by its term: 中国共产党某县第十四届纪律检查委员会第二次全体会议.
_DISCIPLINE_OF_TERM = re.compile(
    "(?:中国共产党|中共)(?P<place>[一-鿿]{2,8}?[省市州县区旗盟])?第?[一二三四五六七八九十]+届(?P<centre>中央)?纪律检查委员会(?=第?[一二三四五六七八九十]+次)"
)
# A standing committee, where its meeting is named by it: 省委 + 常委会会议, 市委 + 常委会扩大会议.
_STANDING = re.compile("(?<=委)常委会(?=（?扩大|会议)")
_FIRM = re.compile("[一-鿿（）]{2,20}?(?:有限|有限责任|股份)公司(?=第|20|党|股东|职工)")
_BEFORE_BODY = re.compile(
    "^(?:20[0-9]{2}年(?:度)?|第[0-9]{1,3}届第?[0-9]{1,3}次|第?[一二三四五六七八九十]+届(?=[省市县区州旗]政府))(?=[省市县区州旗国]|全[国省市县区州旗](?!会议|大会))"
)
_NOT_OF_BODY = re.compile("系统|机关|直属|直管|所属|部属|部门|共同|联合|[、和与]")
_LONGEST_CENTRAL = 24
_THIS_TERM = re.compile("^(?:新一届|本届|上一?届)")
_COUNTED_TERM = re.compile("(?<=[省市县区州旗])第?[一二三四五六七八九十]+届(?=人民代表大会|人大|人民政府)")
# A group of a body, where its meeting is named by it (某局外事工作领导小组2020年第一次会议).
_GROUP_OF = re.compile(
    "(?:(?:(?!会议暨)[一-鿿]){2,16}?(?:领导小组|委员会|指挥部|协调小组|工作组|专班)|安委会|食安委)(?=20|第|全体|（?扩大|会议|工作会议|成员)"
)
# 市委全会精神传达学习会 is not the committee's: it relays what that one decided.
_OF_RELAYED = re.compile("(?:(?!学习|贯彻|传达|落实|宣传).){3,40}?(?:会|会议|两会”|大)精神.*会")
# A plenum of a commission for discipline, and a sitting of any other commission, counted.
_DISCIPLINE = re.compile(
    "(?:第?[一二三四五六七八九十]+届)?(?P<body>(?:中央|(?:[一-鿿]{2,5})?[省市县区州旗])纪委)(?=(?:第?[一二三四五六七八九十]+届)?第?[一二三四五六七八九十0-9]+次全|全会|全体会|(?:监委)?(?:上半年|下半年|年度)?(?:工作|专题)[^，。；]{0,10}会)"
)
_COMMISSION = re.compile(
    "(?![^会]*(?:届|政协|人大|人民代表|政治协商|中共|共产党|常务))[一-鿿]{4,24}?委员会(?=(?:20[0-9]{2}年)?第[一二三四五六七八九十0-9]+次(?:全体)?(?:（扩大）)?会议)"
)
_STUDIES = re.compile("(?:深入|专题|认真)?(?:学习|贯彻|传达|落实|宣传)")
_GROUP_ALONE = re.compile(
    "(?:(?!会议暨|研究|审议|关于|召开|精神|学习|暨)[一-鿿]){4,30}?(?:领导小组|协调小组|指挥部|专班)"
    "(?=20[0-9]{2}年|第[一二三四五六七八九十0-9]+次|全体|（?扩大|会议|工作会议|成员会)"
)


# What the head of a government calls: 县长办公会, whoever's post stands before it.
_OF_OFFICER = re.compile("(?P<level>[省市县区州旗镇乡])长(?:办公|碰头)会")

# 省人大代表、政协委员座谈会 is held with them, not by the congress.
_OF_DEPUTIES = re.compile("[一-鿿]{0,6}(?:人大代表|政协委员)(?!大会)")


def is_of_deputies(name: str) -> bool:
    """Tell whether a meeting is named by the deputies that it is held with."""
    return _OF_DEPUTIES.match(name) is not None


def government_of_officer(name: str) -> str | None:
    """Give the government whose head calls a meeting (县长办公会议 → 县政府)."""
    found = _OF_OFFICER.match(name)
    return f"{found['level']}政府" if found is not None else None


def is_named_by_relayed(name: str) -> bool:
    """Tell whether a meeting's name opens with the meeting that it relays."""
    return _OF_RELAYED.match(name) is not None


def without_term(name: str) -> str:
    """Drop the words that only count the term (新一届国务院 → 国务院)."""
    return _THIS_TERM.sub("", name)


def central_body(name: str, central: Container[str]) -> str | None:
    """Give the body of the state that a name opens with (国家防总 + 全体会议); 教育部直属高校 are others."""
    if name.startswith(("中国共产党", "中共", "党的")):
        return None
    lengths = range(min(len(name) - 1, _LONGEST_CENTRAL), 2, -1)
    end = next((length for length in lengths if name[:length] in central), 0)
    is_own = name.startswith("中央") or _NOT_OF_BODY.match(name, end) is None
    return name[:end] if end and is_own else None


def without_year(name: str) -> str:
    """Drop the year, or the term and number, that stands before the body: 2022年 + 县政府党组第3次会议."""
    return _BEFORE_BODY.sub("", name)


def without_count(name: str) -> str:
    """Drop the term of a congress from its name (X省第九届人大常委会 → X省人大常委会)."""
    return _COUNTED_TERM.sub("", name)


def part_behind(name: str, length: int) -> str | None:
    """Give the group or party body of a body that a name goes on with behind it (…局 + 外事工作领导小组)."""
    # 区政府党组会议暨区政府常务会议 is the whole's.
    beside = name.partition("暨")[2]
    is_of_whole = beside != "" and not beside.startswith("党组")
    part = (
        _GROUP_OF.match(name, length)
        or _STANDING.match(name, length)
        or (None if is_of_whole else _PARTY.match(name, length))
    )
    return part[0] if part is not None else None


def _committee_by_term(name: str) -> str | None:
    """Give the committee whose term a name counts: 中国共产党某县第十四届委员会第五次全体会议 → 某县委."""
    for pattern, kind in ((_COMMITTEE_OF_TERM, "委"), (_DISCIPLINE_OF_TERM, "纪委")):
        found = pattern.match(name)
        place = (found["place"] or found.groupdict().get("centre")) if found is not None else None
        if place is not None:
            return place + kind
    return None


def opening_body(name: str) -> str | None:
    """Give the name of the body that a meeting's name opens with, by its words alone."""
    if _STUDIES.match(name):
        return None
    of_term = _OF_TERM.match(name) or _TERM_OF.match(name)
    if of_term is not None:
        return of_term["place"] + of_term["body"]
    by_term = _committee_by_term(name)
    if by_term is not None:
        return by_term
    told = _HOLDER_OF_PLACE.match(name) or _DISCIPLINE.match(name)
    if told is not None:
        return told["body"]
    opening = _OF_COMMITTEE.match(name) or _GROUP_ALONE.match(name) or _COMMISSION.match(name) or _HOLDER.match(name)
    if opening is not None:
        return opening[0]
    office = _GROUP_OF_PLACE.match(name) or _OF_STATE.match(name) or _OFFICE.match(name) or _FIRM.match(name)
    return office[0] + (part_behind(name, office.end()) or "") if office is not None else None
