"""A scan in, small units out: stations by what they do (镇农技站) or their own name (东山管护站), and lists of units.

A list of departments and stations (办公室、种植业处、土肥站、质量安全中心负责人) names each of its pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.mentions.inner_words import is_edge, is_level_anchor
from graphkit.extract.mentions.kind_words import is_name_character, stands_alone
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

# What a station of a township, county or commune does; 站 or 所 behind it makes its name.
_STATION = re.compile(
    "(?:农技|农机|农经|经管|林业|水利|水保|水文|水产|渔政|畜牧兽医|畜牧|兽医|植保|土肥|种子|种苗|果业|果树|蔬菜|蚕桑|茶叶|烟叶"
    "|广播电视|广播|文化|环保|环卫|计生|供水|电管|森防|防疫|检疫|农业技术推广|农业服务|便民服务|退役军人服务)(?:服务)?站"
)
# Stations and posts that have names of their own; what only says their kind is none.
_NAMED = re.compile(
    "中心学校|初级中学|(?:初中|高中)(?=[、，。；]|分别|负责|校长|召开|等)|供电营业所|中心小学|管护站|检查站|边检站|出入境边防检查站|收费站|渔政站|保护站|监测站|经营所|作业所|财政所|市场监管所|供电公司|便民服务中心|综治中心|伐木场|贮木场|人民公社|公社"
)
_KIND_ONLY = re.compile(
    "普通|示范|特色|公办|民办|县域|农村|城镇|优质|木材|森林|防火|森防|公路|临时|固定|卡口|超限|治超|检疫|动物|疫情|联合|综合|流动|各类|环境|空气|水质|生态|自动|气象|地震|国家|高速|远端|基层|资源|植物|交通|健康|公安|边防|综治|文物|农村|人民|当地|属地|国网|城区|乡镇|各级|我市|我县|辖区|部分|所有|多个|沿线|省界|入口|出口|主线|收费"
)
_LEVELS = frozenset("省市县区州旗镇乡")
_OF_TOWN = re.compile("[一-鿿]{2,4}(?:镇|乡|街道|公社|林场|农场|林区)$")
_OWN_NAME = re.compile("[一-鿿]{2,4}$")
_NO_NAME = re.compile(
    "[各该本全某每多几两其的了在和与及等把将被由对从为是有无不要所到至向以个年月日]|设立|设置|建立|有关|相关|重点|主要|第一|基层|乡镇|县级|市级|省级"
)
# 第一机床厂, 县一中: by their number, the second behind a level.
_NUMBERED = re.compile(
    "第[一二三四五六七八九十]{1,3}[一-鿿]{0,6}?(?:厂|中学|小学|医院|监狱|幼儿园)|[省市县区州旗][一二三四五六七八九十]{1,2}(?:(?:中|小)(?!院|学|[一-鿿]?学期)|院(?![长校士区]))"
)
_PLACES = frozenset({"region", "place", "county_place"})
_UNIT = (
    "(?:处|科|(?<![控入持参])股(?![份票东权市])|(?<![网车电泵驿油水货运])站|"
    "所|中心|室|办|局|院|馆|队|公司|学校|中心校|委|厅|部|(?<!市)场|厂)"
)
# From the end of the first piece on, which the tables know or nobody does.
_LIST = re.compile(f"{_UNIT}(?:[、和][一-鿿（）]{{1,13}}?{_UNIT}){{2,}}")
# What is said of the people of a list of units.
_PEOPLE = re.compile(
    "(?:等(?:相关|有关)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|多)?(?:个|家)?(?:单位|部门|科室)|各?(?:主要|有关|相关|分管)?(?:负责|领导|人员)|[等各]?(?:参加|参会|派员|分会场)|班子|组成|为成员|同志)"
)
_PIECE = re.compile(f"[、和](?P<name>[一-鿿（）]{{2,14}}?{_UNIT}|[防党政督]办)(?=[、和]|$)")
# Pieces that are kinds of place or body, in a list of which none is named.
_GENERIC = re.compile(
    "^(?:各|全|本|该|有关|相关|其他|所有|多个|部分|基层|下属|直属|乡镇|农村|社区|城市|公共|大型|重点|医疗|教育|公立|民办|定点|村(?!镇建设))"
    "|^(?:学校|医院|诊所|图书馆|文化馆|博物馆|美术馆|体育馆|科技馆|档案馆|展览馆|纪念馆|饭店|宾馆|酒店|商场|市场|超市|工厂|农场|林场|牧场|车站|机场|码头"
    "|会议室|办公室|教室|实验室|宿舍|食堂|仓库|厕所|场所|住所|处室|科室|站所|院所|县局|市局|省局|分局|总局|支局|公司|子公司|分公司|总公司|法院|检察院|公安局)$"
    "|会议室$|阅览室$|教室$|活动室$|卫生室$|厕所$|场所$|服务区$|风景|景区|干部|全部|内部|外部|部队$|[东西南北中]部$|问题|对|将|把|使|让|提供|(?<!综合|业务|监管|审批)一处$|^建设|建设(?!.{0,6}(?:科|处|中心|局|站|所|办)$)|加强|推进|完善|开展|组织|成立|设立"
)
_FEWEST, _FEW_DEPARTMENTS = 2, 2
_DEPARTMENT = re.compile("(?:处|科|股|办公室)$")


def find_small_units(scan: Scan) -> Iterator[Mention]:
    """Iterate over stations by what they do or by their name, and over the pieces of lists of units."""
    for match in scan.matches(_STATION):
        start = _start_of_station(scan, match.start())
        if start is not None and stands_alone(scan, match.end(), "站"):
            yield scan.mention(start, match.end(), "Agency", "agency-station")
    for match in scan.matches(_NAMED):
        start = _start_of_named(scan, match.start())
        if start is not None and stands_alone(scan, match.end(), match[0][-1]):
            yield scan.mention(start, match.end(), "Agency", "agency-station")
    for match in scan.matches(_NUMBERED):
        is_level = match[0][0] in _LEVELS
        opens = is_level_anchor(scan, match.start(), match[0][0]) if is_level else _opens(scan, match.start())
        if opens and (not is_level or not is_name_character(scan.text[match.start() - 1 : match.start()] or "，")):
            yield scan.mention(match.start(), match.end(), "Agency", "agency-station")
    yield from _lists(scan)


def _start_of_station(scan: Scan, end: int) -> int | None:
    """Give where the level, place or town of a station begins; it has no name without one."""
    level = scan.text[end - 1 : end]
    if level in _LEVELS and is_level_anchor(scan, end - 1, level):
        return end - 1
    place = scan.units.longest_ending(end, _PLACES)
    if place is not None:
        return place.start
    town = _OF_TOWN.search(scan.text, max(0, end - 6), end)
    while town is not None:
        if _opens(scan, town.start()) and not _NO_NAME.search(town[0]):
            return town.start()
        town = _OF_TOWN.search(scan.text, town.start() + 1, end)
    return None


def _start_of_named(scan: Scan, end: int) -> int | None:
    """Give where the own name of a station begins, the place before it included."""
    place = scan.units.longest_ending(end, _PLACES)
    if place is not None:
        return place.start if _opens(scan, place.start) else None
    own = _OWN_NAME.search(scan.text, max(0, end - 4), end)
    while own is not None:
        if _opens(scan, own.start()):
            is_word = _NO_NAME.search(own[0]) or _KIND_ONLY.search(own[0]) or _is_doing(scan, own[0])
            return own.start() if not is_word else None
        own = _OWN_NAME.search(scan.text, own.start() + 1, end)
    return None


def _is_doing(scan: Scan, name: str) -> bool:
    """Tell whether what would be a name begins or ends with a verb (整顿 + 公社)."""
    return not scan.gazetteer.edges.isdisjoint({name, name[:2], name[-2:]})


def _opens(scan: Scan, start: int) -> bool:
    """Tell whether a name may begin at an offset: behind a mark, a verb, a place or a body."""
    if start == 0 or not is_name_character(scan.text[start - 1]) or scan.is_name_break(start):
        return True
    return scan.boundary_before(start) is not None or is_edge(scan, start)


def _lists(scan: Scan) -> Iterator[Mention]:
    """Iterate over the pieces of a list of units, most of them departments or stations."""
    for match in scan.matches(_LIST):
        found = (piece.span("name") for piece in _PIECE.finditer(scan.text, match.start(), match.end()))
        pieces = [(_behind_body(scan, start, end), end) for start, end in found]
        names = [scan.text[start:end] for start, end in pieces]
        departments = match[0].startswith(("处", "科", "股")) + sum(
            _DEPARTMENT.search(name) is not None for name in names
        )
        is_told = departments >= _FEW_DEPARTMENTS or _PEOPLE.match(scan.text, match.end()) is not None
        if len(names) < _FEWEST or not is_told or any(_GENERIC.search(name) for name in names):
            continue
        for start, end in pieces:
            yield scan.mention(start, end, "Agency", "agency-listed")


def _behind_body(scan: Scan, start: int, end: int) -> int:
    """Give where a piece begins behind the body that 和 joins it to: 某区政府和 + 青山学校."""
    joint = scan.text.find("和", start, end)
    is_joint = joint > start and any(unit.sense == "suffix" for unit in scan.units.ending.get(joint, ()))
    return joint + 1 if is_joint else start
