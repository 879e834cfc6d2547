"""A scan in, agency candidates out, by composition: place, level, system, function, kind, part.

A candidate grows leftwards from a kind word (局, 委, 中心 …) over gazetteer words until a boundary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphkit.extract.gazetteer import LEVELS, Unit
from graphkit.extract.mentions.kind_words import NOT_AFTER, stands_alone
from graphkit.extract.mentions.recipients import find_recipients
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_STEPS = frozenset({"region", "place", "county_place", "central", "function", "suffix", "level"})
_ANCHORS = frozenset({"region", "place", "central"})
_GROUPS = ("领导小组", "领导小组办公室", "指挥部", "联席会议", "联席会议办公室", "工作专班")
_WITH_BRANCHES = frozenset({"集团", "银行", "公司", "总公司", "总局", "总队"})
_BRANCHES = ("公司", "分行", "支行", "税务局", "支队", "总队")
_FUNCTION = frozenset({"function"})
_UNKNOWN_LIMIT = 14
_UNIT_LIMIT = 8
_SHORTEST = 3
_NO_ANCHOR = frozenset({"国家", "中国", "全国", "我省", "我市", "我县", "我区", "我州"})
_NO_NAME = re.compile(
    "^[年月日号]|^国有$|^[0-9]+[位名个家所项]|[年月日]$|^(?:行业|行业协会|有关|社会|专业|基层|上级|下级)$"
)
_NO_COMPANY = re.compile("供电|电力|燃气|供水|[分子母总各]$")
_LENGTH_LIMIT = 40

_DEICTIC = re.compile(
    "(?:我|本|贵)(?:局|厅|委|部|办|院|公司|中心|会|校|所|站|处|集团|行|室)(?![法理事员议门长学位子金业规属属领动政使为程列])|你(?:公司|局|厅|委|部|院|单位|校|中心)"
    "|(?<![一-鿿])[省市州县]局(?![面部势长限地域])|(?<=[焦求对在与和按照据向由经受])省局(?![面部势长])|(?<![一-鿿])(?:局党组|局党委|厅党组|委党组|部党组|局纪委|县局党组)|局(?:党组|党委)(?=书记|[、，和有部决])"
)
_CENTRAL = re.compile(
    "党中央|中共中央(?!政治局|办公厅|直属|国务院办公厅|委员)|中央(?=[、和，]省委)|(?<![一-鿿])中央(?=[、和]|省委|关于|决策|领导|委托|要求|批准|决定|精神|部署)|(?<=传达学习)中央(?=[、和])|(?<=围绕|落实|贯彻)中央(?=[、和])"
)
_PARTY_TAIL = re.compile("(?:党组|党委)(?=(?:副?书记|成员|委员))")
_SCOPE = (
    "各(?:个|有关)?|全(?:省|市|州|县|区|国)各级|全(?:省|市|州|县|区|国)(?=[一-鿿]{2,12}(?:主管|管理|监管)部门)|"
    "(?:本|我)(?:省|市|县|区|州)各级|地方各级|各级|地方|有关"
)
_GROUP = re.compile(
    rf"(?:{_SCOPE})(?:（[^（）\n]{{1,12}}）|[^\W\dA-Za-z按照的在对由是了立审报网同]"
    "|、(?=自治区|直辖市|计划单列市|市|县|区|州|新疆|委|局|厅|省)){0,24}?"
    "(?:主管部门|管理部门|监管部门|经营部门|行政部门|[厅局委]（[厅局委、]{1,5}）|供电公司|集团公司|人民团体|林业部门|"
    "[一-鿿]{2,6}局|[一-鿿]{2,6}厅|人民政府|(?<=[市县区州旗])政府|部委)"
)
_GOVERNMENTS = re.compile(
    "各级(?:人民)?政府|[省市县]级机关部门|[省市县]属企业|中央和国家机关各部[委门]|各人民团体|各?中管(?:金融机构|企业|高校)"
)
_PARTY_GROUP = re.compile("(?:局|厅|委|部|院|校|公司|集团|中心)(?:党组|党委)(?!书记|成员|委员)|党支部(?!书记)")
_POST_AFTER = re.compile("(?:副|常务副)?(?:司长|主任|局长|处长|部长|院长|厅长|科长|所长|站长|巡视员)")
_PAPER = re.compile(
    "(?:^|(?<=\n))[一-鿿]{2,8}(?:日报|晚报|时报|早报|新闻网)(?=讯)|新华社(?=[一-鿿]{2,8}[0-9]{1,2}月[0-9]{1,2}日电)"
)
_PATTERNS = (
    (_PAPER, "agency-paper"),
    (_DEICTIC, "agency-deictic"),
    (_CENTRAL, "agency-central"),
    (_GOVERNMENTS, "agency-group"),
    (_GROUP, "agency-group"),
)


class _Walk(NamedTuple):
    """How far a candidate grew: its start, the anchors met, what stopped it."""

    start: int
    anchors: list[int]
    has_function: bool
    at_edge: bool
    before_post: bool = False


def find_agencies(scan: Scan) -> Iterator[Mention]:
    """Iterate over agency candidates; they may overlap."""
    yield from find_recipients(scan)
    for match in _PARTY_GROUP.finditer(scan.text):
        if _opens_here(scan, match.start()):
            yield scan.mention(match.start(), match.end(), "Agency", "agency-deictic")
    for pattern, rule in _PATTERNS:
        for match in pattern.finditer(scan.text):
            yield scan.mention(match.start(), match.end(), "Agency", rule)
    yield from _central_bodies(scan)
    for unit in scan.units.of("suffix"):
        yield from _composed(scan, unit.start, unit.end, unit.value)


def _central_bodies(scan: Scan) -> Iterator[Mention]:
    """Iterate over central bodies; short names used at every level (发展改革委) count where a central body speaks."""
    for unit in scan.units.of("central"):
        if stands_alone(scan, unit.end, unit.value):
            yield scan.mention(unit.start, unit.end, "Agency", "agency-central")
    if not scan.is_central:
        return
    for unit in scan.units.of("central_alias"):
        is_whole = len(unit.value) >= _SHORTEST and stands_alone(scan, unit.end, unit.value)
        if is_whole and not _continues_place(scan, unit.start):
            yield scan.mention(unit.start, unit.end, "Agency", "agency-central")


def _opens_here(scan: Scan, start: int) -> bool:
    """Tell whether a deictic name may begin here: after a mark or a boundary word."""
    if start == 0 or not _is_name_character(scan.text[start - 1]):
        return True
    return scan.boundary_before(start) is not None


def _continues_place(scan: Scan, start: int) -> bool:
    """Tell whether a place or level stands directly before (省发展改革委)."""
    return any(unit.sense in {"region", "place", "level"} for unit in scan.units.ending.get(start, ()))


def _composed(scan: Scan, suffix_start: int, end: int, suffix: str) -> Iterator[Mention]:
    """Grow a candidate leftwards from a kind word and yield it when its parts make a name."""
    if not stands_alone(scan, end, suffix):
        return
    is_function = scan.units.longest_ending(suffix_start, _FUNCTION) is not None
    if not is_function and scan.text[suffix_start - 1 : suffix_start] in tuple(NOT_AFTER.get(suffix, "")):
        return
    ends = {unit.sense for unit in scan.units.ending.get(end, ()) if not _is_local(scan, unit)}
    if "central" in ends or ("central_alias" in ends and scan.is_central and not _continues_place(scan, suffix_start)):
        return
    walk = _walk_left(scan, suffix_start, end)
    if walk.at_edge and _POST_AFTER.match(scan.text, end):
        walk = walk._replace(before_post=True)
    start = min(walk.anchors) if walk.anchors else walk.start
    body = scan.text[start:suffix_start]
    if not body or end - start > _LENGTH_LIMIT or not _is_name(scan, body, suffix, walk):
        scan.refuse(start, end, "Agency", "没有地名、层级、职能或专名 / no place, level, function or name of its own")
        return
    tail = _PARTY_TAIL.search(scan.text, end - 2, end + 4)
    if tail is not None and tail.start() == end - 2 and len(scan.text[start : end - 2]) > 1:
        end -= 2
    yield scan.mention(_with_lead(scan, start), end, "Agency", "agency-composed")


def _with_lead(scan: Scan, start: int) -> int:
    """Take in the word that says whose body of a place this is: 中共 + 贵州省委, 共青团 + 贵州省委."""
    leads = scan.gazetteer.cues["body_lead"]
    lengths = sorted({len(lead) for lead in leads}, reverse=True)
    fitting = (length for length in lengths if length <= start and scan.text[start - length : start] in leads)
    return start - next(fitting, 0)


def _is_local(scan: Scan, unit: Unit) -> bool:
    """Tell whether a central body's name goes on a place's (河南省国家保密局)."""
    return unit.sense == "central" and scan.units.longest_ending(unit.start, frozenset({"region"})) is not None


def _walk_left(scan: Scan, position: int, end: int) -> _Walk:
    """Step over gazetteer words, quoted parts and, within limits, unknown characters."""
    text = scan.text
    anchors: list[int] = []
    unknown = 0
    has_function = False
    anchored_by_place = False
    while position > 0 and end - position < _LENGTH_LIMIT:
        if scan.is_name_break(position) or _ends_date(text, position) or _is_reported_to(scan, position):
            return _Walk(position, anchors, has_function, at_edge=True)
        step = scan.units.longest_ending(position, _STEPS)
        boundary = scan.boundary_before(position)
        if boundary is not None and (step is None or boundary <= step.start):
            if not _is_verb_of_group(scan, boundary, end):
                return _Walk(position, anchors, has_function, at_edge=True)
            position = boundary
            continue
        if step is not None and step.sense == "suffix" and anchored_by_place and not _is_branch(scan, step, end):
            return _Walk(position, anchors, has_function, at_edge=True)
        if step is not None and (step.sense != "level" or _is_level_anchor(scan, step.start, step.value)):
            is_place = step.sense in _ANCHORS and (
                step.end - step.start >= _SHORTEST or _is_level_anchor(scan, step.start, step.value[0])
            )
            anchored_by_place = is_place or step.sense == "level"
            if anchored_by_place:
                anchors.append(step.start)
            has_function = has_function or step.sense == "function"
            position = step.start
            continue
        opening = _bracket_start(text, position)
        if opening is not None:
            position = opening
            continue
        if not _is_name_character(text[position - 1]) or unknown >= _UNKNOWN_LIMIT:
            break
        unknown += 1
        anchored_by_place = False
        position -= 1
    at_edge = position == 0 or not _is_name_character(text[position - 1])
    return _Walk(position, anchors, has_function, at_edge=at_edge)


def _is_verb_of_group(scan: Scan, boundary: int, end: int) -> bool:
    """Tell whether a verb stands inside a group's name: 贵州省 + 推进 + 新型城镇化工作领导小组."""
    if not scan.text.endswith(_GROUPS, 0, end):
        return False
    return scan.units.longest_ending(boundary, frozenset({"region", "level", "central"})) is not None


def _is_branch(scan: Scan, step: Unit, end: int) -> bool:
    """Tell whether a place after a kind word goes on the name: 中国移动通信集团 + 贵州 + 有限公司."""
    return step.value in _WITH_BRANCHES and scan.text.endswith(_BRANCHES, 0, end)


def _is_reported_to(scan: Scan, position: int) -> bool:
    """Tell whether a name begins here after 报 (材料报省局): a level, a place or a central body follows it."""
    if scan.text[position - 1 : position] != "报":
        return False
    if scan.text[position : position + 1] in "我本贵":
        return True
    return scan.units.longest_starting(position, frozenset({"level", "region", "place", "central"})) is not None


def _ends_date(text: str, position: int) -> bool:
    return position > 1 and text[position - 1] in "年月日" and text[position - 2].isdigit()


def _is_level_anchor(scan: Scan, start: int, word: str) -> bool:
    """Tell whether 省, 市 … opens a name here: after a boundary, a body, or no character of a name."""
    if start == 0 or not _is_name_character(scan.text[start - 1]):
        return True
    if len(word) > 1 or scan.text[start - 1] in "年月日":
        return True
    if any(unit.sense in {"suffix", "region", "place"} for unit in scan.units.ending.get(start, ())):
        return True
    return scan.boundary_before(start) is not None


def _bracket_start(text: str, position: int) -> int | None:
    """Give the start of a short quoted or bracketed part that ends at `position`."""
    pair = {"”": "“", "）": "（"}.get(text[position - 1])
    if pair is None:
        return None
    opening = text.rfind(pair, max(0, position - 14), position - 1)
    return opening if opening > 0 and position - opening > 2 else None


def _is_name_character(character: str) -> bool:
    return character.isalnum() or character == "·"


def _is_name(scan: Scan, body: str, suffix: str, walk: _Walk) -> bool:  # noqa: PLR0911 - one return a ground
    """Tell whether what stands before the kind word makes a name of it."""
    if body.startswith(("级", "国家级")) or body[-1:].isdigit():
        return False
    if walk.anchors:
        return _is_anchored_name(scan, body, suffix, walk)
    cues = scan.gazetteer.cues
    is_fragment = suffix in cues["after_level"] and body[-1] in "省市州县区"
    if is_fragment or not walk.at_edge or _NO_NAME.search(body):
        return False
    if walk.before_post and len(body) <= _UNIT_LIMIT:
        return True
    if walk.has_function:
        return suffix in cues["strong_kind"] or suffix in "局厅委办部司处科"
    if suffix == "公司" and _NO_COMPANY.search(body):
        return False
    return suffix in cues["strong_kind"] and 1 < len(body) <= _UNKNOWN_LIMIT and not body.isdigit()


def _is_anchored_name(scan: Scan, body: str, suffix: str, walk: _Walk) -> bool:
    """Tell whether a place or level and a kind word make a name, by what stands between."""
    cues = scan.gazetteer.cues
    if body in LEVELS:
        return suffix in cues["after_level"]
    is_scope = body.startswith("全") and not body.startswith(scan.gazetteer.national)
    if body in _NO_ANCHOR or is_scope:
        return body == "中国" and suffix == "银行"
    return suffix in cues["after_place"] | cues["after_level"] or len(body + suffix) > _SHORTEST or walk.has_function
