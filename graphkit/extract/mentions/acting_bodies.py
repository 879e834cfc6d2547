"""A scan in, bodies told by their place in the sentence out: what opens a clause, ends like a body and acts.

Small bodies (射阳法院, 县农商行, 安平镇中心小学, 县公路段) have no place or function that the tables know; the
subject of 召开 or 印发 that ends like a body is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.mentions.inner_words import is_edge
from graphkit.extract.mentions.kind_words import is_name_character, stands_alone
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_KINDS = (
    "法院|检察院|中院|高院|医院|分院|院区|卫生院|看守所|戒毒所|拘留所|派出所|[一-鿿]{2}所|收费站|工作站|管理站|林业站|水利站|服务站|气象站|保护站|"
    "学院|兵团|中学|小学|[一二三四五六七八九十]中|[一二三四五六七八九十]小|中心校|学校|幼儿园|公司|农商行|信用社|联社|分行|支行|[一-鿿]{2}局|分局|水泥厂|电厂|水厂|煤矿|铁矿|金矿|"
    "林场|农场|牧场|茶场|渔场|分场|管护区|工区|中队|大队|支队|救援站|[0-9]团|第[一二三四五六七八九十]{1,3}师|[一-鿿]{2}委|[一-鿿]{2}办|中心|事业部|项目部|党总支|"
    "科|股|协会|学会|商会|联合会|促进会|支部|公路段|工务段|机务段|车务段|殡仪馆|体育馆|博物馆|图书馆|文化馆|科技馆|纪念馆|气象台|电视台|法庭|集团|部队|政协|人大常委会|管委会|居委会|村委会"
)
_ACTS = re.compile(
    "(?<=[一-鿿0-9）])(?:组织)?(?:召开|举行|举办|印发|出台)(?!的|期间|前|后|之|以来)|(?<=[一-鿿0-9）])(?:组织(?!部|生活|工作|法|关系|建设|机构|人事)|开展|传达学习|认真|迅速|扎实|多措并举|第一时间)(?=[一-鿿]{2})"
)
_BODY = re.compile(f"(?P<name>[一-鿿0-9]{{1,18}}?(?:{_KINDS}))$")
_REACH = 20
_OPENERS = frozenset({"region", "place", "county_place", "level", "central", "central_alias"})
_SHORTEST = 4
_FEWEST = 3
# What tells of doing, time or manner is no part of a name, nor is a word for whichever body.
_NO_NAME = re.compile(
    "^(?:各|全|本|该|此|我|你|他|其|这|那|每|某|多个|有关|相关|上述|多家|部分|所属|下属|直属|基层|上级|下级|会议|大会|随后|会后|同时|期间|目前|联合|邀请|由|经)"
    "|要求|强调|召开|举行|开展|按照|根据|为了|通过|落实|贯彻|传达|学习|进一步|认真|及时|迅速|积极|近日|日前|[昨今明当]天|[上下]午|[年月日]|"
    "[对将把在了的和与及等是从向以被让给就并还也又赴到来请]|先后|分别|会同|协同|协助|配合|联合(?!会|社|体|国|中学|小学|大学|公司|集团)|今年|去年|组织(?!部)|领导|干部|职工|党员|书记|[局厅处校院所站科部场]长|主任|一是|二是|三是|首先|其次"
)
_GENERIC = re.compile(
    "^(?:人民|基层|专门|中级|高级|地方|公立|民营|定点|综合|乡镇|农村|社区|企业|学校|公司|单位|村级|县级|市级|省级|党员|群众|志愿|文明|安全|便民|指挥|新闻|发布|项目|工作|业务|技术|培训|活动|服务|健康|宣传|心理|应急|党群|教学|青年|巾帼|专家|医疗|救援|第[一二三四五六七八九十]+(?!师)|总|[分子]|[一二三四五六七八九十两几]+[个家所支])*"
    f"(?:党)?(?:{_KINDS})$"
)
# Two bodies side by side: 省委省政府, 市政府市法院.
_JUXTAPOSED = re.compile(
    "(?:政府|人大|政协|[省市州县区]委)(?=[一-鿿]{2,})|[局委厅办院][一-鿿]{0,4}[省市县区][一-鿿]{2}"
)


def find_acting(scan: Scan) -> Iterator[Mention]:
    """Iterate over the subjects of a clause that end like a body, and over further places of their names."""
    names: set[str] = set()
    for act in scan.matches(_ACTS):
        floor = _clause_start(scan, act.start())
        body = _BODY.match(scan.text, floor, act.start()) if act.start() - floor <= _REACH else None
        if body is None or not _is_name(scan, body):
            continue
        names.add(body["name"])
        yield scan.mention(floor, act.start(), "Agency", "agency-acting")
    for name in sorted(names):
        yield from _again(scan, name)


def _is_name(scan: Scan, body: re.Match[str]) -> bool:
    """Tell whether the subject of a clause is one body's name, no kind of body and no two bodies side by side."""
    name = body["name"]
    if len(name) < _FEWEST or _NO_NAME.search(name) or _GENERIC.match(name) or _JUXTAPOSED.search(name):
        return False
    return not any(scan.gap_before(offset) for offset in range(body.start() + 1, body.end()))


def _clause_start(scan: Scan, offset: int) -> int:
    """Give where the run of name characters that ends here begins, behind a day if one opens the clause."""
    start = offset
    floor = max(0, offset - _REACH - 1)
    while start > floor and is_name_character(scan.text[start - 1]) and not scan.is_name_break(start):
        if scan.text[start - 1] in "日午" and scan.text[start - 2 : start - 1] in "0123456789上下" and start < offset:
            break
        start -= 1
    known = (
        unit.start
        for at in range(start + 2, offset)
        for unit in scan.units.starting.get(at, ())
        if unit.sense in _OPENERS
    )
    return next((at for at in known if is_edge(scan, at)), start)


def _again(scan: Scan, name: str) -> Iterator[Mention]:
    """Iterate over the places of a name; a short one counts where nothing that names are made of goes before."""
    start = scan.text.find(name) if len(name) >= _SHORTEST else -1
    while start >= 0:
        end = start + len(name)
        is_open = start == 0 or not is_name_character(scan.text[start - 1]) or scan.boundary_before(start) is not None
        if is_open and stands_alone(scan, end, name) and not scan.is_cut(start, end):
            yield scan.mention(start, end, "Agency", "agency-acting")
        start = scan.text.find(name, end)
