"""A scan and an offset in, what may stand there inside a body's name out: 和, a group's verb, a level that opens it."""

from __future__ import annotations

import re

from graphkit.extract.mentions.kind_words import is_name_character
from graphkit.extract.scan import Scan

GROUPS = (
    "领导小组", "领导小组办公室", "协调小组", "工作小组", "指挥部", "联席会议", "联席会议办公室", "工作专班",
)  # fmt: skip
_NO_LEVEL = frozenset("区域 市场 县域 市域 省域 省际 区块 区位 区间 省会".split())
JOINTS = frozenset({"和", "与", "及"})
FUNCTION = frozenset({"function"})
_SUBJECT_LIMIT, _ACADEMIES = 9, frozenset({"大学", "研究院"})
# The first subject of a school, from a mark on: 、建筑 + 与规划学院.
_SUBJECT = re.compile(
    "(?:^|(?<=[^一-鿿])|(?<=大学)|(?<=学院)|(?<=[我本]校)|(?<=以及))[一-鿿]{2,4}(?<![长记任员授师生者席志])$"
)
_ARTICLE, _ARTICLE_LIMIT = re.compile("第[一二三四五六七八九十百0-9]{1,5}条$"), 7
# Associations of several kinds of people: 精神残疾人 + 及亲友协会.
_ASSOCIATIONS = ("协会", "学会", "联合会", "促进会", "商会", "基金会")
_AFFAIR_LIMIT, _OUTLYING = 6, ("特区", "香港", "澳门", "行政长官")
_MATTER_OF_BUREAU = re.compile("(?:局|厅|[残妇文]联)(?![长党机])(?:(?![局长科股处])[一-鿿]){2,5}$")
_SUBJECT_REACH, _NAME = 6, 3
_GAMES = ("运会", "运动会")
_GROUP_VERBS = (
    "协调",
    "推动",
    "促进",
    "整顿",
    "督促",
    "审核",
    "评选",
    "表彰",
    "推进",
    "整治",
    "应对",
    "落实",
    "统筹",
    "防控",
)
_SETS_UP = ("成立", "设立", "组建", "调整", "决定", "印发", "召开", "批准")
_GROUP_VERB_REACH = 12
_SHORT_REST = 5
# A verb of one character that opens a clause before a body: 送县财政局, 商省财政厅.
_TAKES_FROM, _OPENS_BODY = ("免去", "撤销", "免除"), frozenset({"region", "level", "central"})
_OPENING_VERBS = frozenset("送交转商需致望系除驻请报由")
# A zone's and a scope's word go on a name that a verb begins: 开发 + 区, 创建 + 全国文明城市.
_NO_EDGE = ("区", "全", "国家", "中国")

# 镇委 + 镇政府; 我县 + 青石镇党委, 该区 + 白水镇: what is no part of the name behind it.
_BEFORE_NAME = re.compile(
    "(?P<level>[省市县区州旗镇乡])党?委(?=(?P=level)$)|(?:[我本该]|(?<=[我本该]))[市县区州旗](?=[一-鿿]{2,4}(?:[镇乡]|街道))"
)


def is_level_anchor(scan: Scan, start: int, word: str) -> bool:
    """Tell whether 省, 市 … opens a name here: after a boundary, a body, or no character of a name."""
    if len(word) == 1 and scan.text[start : start + 2] in _NO_LEVEL:
        return False
    if start == 0 or not is_name_character(scan.text[start - 1]) or scan.is_name_break(start):
        return True
    if (
        len(word) > 1
        or scan.text[start - 1] in "年月日届"
        or ends_article(scan, start)
        or scan.text.endswith(("武警", "国网"), 0, start)
    ):
        return True
    is_report = scan.text[start - 1] == "报" and scan.text[start - 2 : start - 1] not in {"日", "晚", "时", "简", "情"}
    if is_report or acts_for(scan, start):
        return True
    if any(unit.sense in {"suffix", "region", "place"} for unit in scan.units.ending.get(start, ())):
        return True
    return scan.boundary_before(start) is not None or (not word.startswith(_NO_EDGE) and is_edge(scan, start))


def behind_place(scan: Scan, start: int, end: int) -> int:
    """Give where a name begins behind the committee or the division that speaks, which stand before it."""
    before = _BEFORE_NAME.match(scan.text, start, end)
    return before.end() if before is not None else start


def acts_for(scan: Scan, start: int) -> bool:
    """Tell whether one body acts here for another: 省气象局代 + 省政府."""
    is_for = scan.text[start - 1] == "代" and scan.text[start] in "省市县区州国"
    return is_for and any(unit.sense == "suffix" for unit in scan.units.ending.get(start - 1, ()))


def holds_name(scan: Scan, end: int) -> bool:
    """Tell whether a person's name stands between a body and 局长: 市税务局 + 张志强 + 局长."""
    starts = (end - _NAME, end - _NAME + 1)
    return any(
        start > 0
        and scan.text[start] in scan.gazetteer.surnames
        and any(unit.sense == "suffix" and unit.end - unit.start == 1 for unit in scan.units.ending.get(start, ()))
        for start in starts
    )


def behind_name(scan: Scan, start: int, end: int) -> int:
    """Give where a body's name begins behind that of whom a verb takes its post from: 免去 + 王立新 + 县财政局."""
    if not scan.text.endswith(_TAKES_FROM, 0, start) or scan.text[start] not in scan.gazetteer.surnames:
        return start
    opens = (at for at in (start + _NAME, start + _NAME - 1) if at < end)
    return next((at for at in opens if any(u.sense in _OPENS_BODY for u in scan.units.starting.get(at, ()))), start)


def ends_article(scan: Scan, offset: int) -> bool:
    """Tell whether the number of an article ends here, whose text begins anew: 第三条 + 市人民政府设立…."""
    is_article = scan.text.startswith("条", offset - 1)
    return is_article and _ARTICLE.search(scan.text, max(0, offset - _ARTICLE_LIMIT), offset) is not None


def is_edge(scan: Scan, offset: int) -> bool:
    """Tell whether a verb, an adverb or a word of time ends here, behind which a name of a place begins anew."""
    edges = scan.gazetteer.edges
    if scan.text[offset - 1 : offset] in _OPENING_VERBS and not is_name_character(scan.text[offset - 2 : offset - 1]):
        return True
    return any(offset >= size and scan.text[offset - size : offset] in edges for size in (2, 3))


def begins_anew(scan: Scan, start: int) -> bool:
    """Tell whether a name begins with the place or level at `start`, because a verb or a word of time ends there."""
    if scan.text.startswith("有", start - 1):
        return any(
            unit.sense == "region" for unit in scan.units.starting.get(start, ()) if unit.end - start > len("某县")
        )
    return is_edge(scan, start) and (
        not scan.text.startswith(_NO_EDGE, start) or scan.text.endswith(("收听", "收看"), 0, start)
    )


def begins_beside(scan: Scan, position: int) -> bool:
    """Tell whether a space parts two bodies in a line of signers: 甲市发展和改革委员会 + 中共甲市委社会工作部."""
    if not scan.gap_before(position):
        return False
    opens = scan.text.startswith("中共", position) or any(
        unit.sense in {"region", "central"} for unit in scan.units.starting.get(position, ())
    )
    return opens and any(
        unit.sense == "suffix" and unit.end - unit.start > 1 for unit in scan.units.ending.get(position, ())
    )


def joins_inside(scan: Scan, boundary: int, rest: int, *, joins: bool) -> bool:
    """Tell whether 和 stands inside a name: a group's, or a bureau's whose second function is new here."""
    if joins and not _ends_body(scan, boundary):
        return True
    if _of_two_affairs(scan, boundary, rest) or _of_association(scan, boundary, rest):
        return True
    return (rest <= _SHORT_REST and _of_place(scan, boundary)) or (
        _of_academy(scan, boundary, rest) or _of_school(scan, boundary, rest) or _of_bureau(scan, boundary, rest)
    )


def _of_two_affairs(scan: Scan, boundary: int, rest: int) -> bool:
    """Tell whether a bureau of Hong Kong or Macao has two affairs: 政制 + 及内地事务局, 财经事务 + 及库务局."""
    end = boundary + rest + 1
    if not scan.text.startswith("及", boundary) or not scan.text.endswith("局", 0, end):
        return False
    starts = (start for start in range(boundary - 2, max(-1, boundary - _AFFAIR_LIMIT), -1))
    opens = any(_opens_affair(scan, start) for start in starts)
    return opens and not _ends_body(scan, boundary) and scan.has_any(_OUTLYING)


def _opens_affair(scan: Scan, start: int) -> bool:
    """Tell whether words begin here: after a mark, a boundary, nothing."""
    return start == 0 or not is_name_character(scan.text[start - 1]) or scan.boundary_before(start) is not None


def _of_association(scan: Scan, boundary: int, rest: int) -> bool:
    """Tell whether an association of a place has two kinds of members: 某市企业 + 和企业家联合会."""
    if not scan.text.endswith(_ASSOCIATIONS, 0, boundary + rest + 1) or _ends_body(scan, boundary):
        return False
    for start in range(boundary - 2, max(0, boundary - _SUBJECT_LIMIT), -1):
        if scan.boundary_before(start + 1) is not None or not is_name_character(scan.text[start]):
            return False
        if any(unit.sense == "region" for unit in scan.units.ending.get(start, ())):
            return True
    return False


def _of_bureau(scan: Scan, boundary: int, rest: int) -> bool:
    """Tell whether a unit of a bureau has two matters: 卫健局医政医管 + 与体制改革科."""
    if not scan.text.endswith(("科", "股", "处"), 0, boundary + rest + 1):
        return False
    if _MATTER_OF_BUREAU.search(scan.text, max(0, boundary - _SUBJECT_REACH), boundary) is not None:
        return True
    return scan.text.startswith("与", boundary) and _opens_matter(scan, boundary)


def _opens_matter(scan: Scan, end: int) -> bool:
    """Tell whether words between a mark and 与 are a matter, no person and no body: 、职业教育 + 与成人教育处."""
    start = next((at for at in range(end - 2, max(-1, end - _SUBJECT_LIMIT), -1) if _opens_affair(scan, at)), None)
    if start is None or _ends_body(scan, end):
        return False
    is_name = end - start <= _NAME and scan.text[start] in scan.gazetteer.surnames
    return not is_name or scan.text[start : start + 2] in scan.gazetteer.not_names


def _of_school(scan: Scan, boundary: int, rest: int) -> bool:
    """Tell whether a school of a university has two subjects: 建筑 + 与规划学院, no persons and bodies before it."""
    if not scan.text.endswith("学院", 0, boundary + rest + 1) or _ends_body(scan, boundary):
        return False
    first = _SUBJECT.search(scan.text, max(0, boundary - _SUBJECT_REACH), boundary)
    return first is not None and scan.boundary_before(boundary) is None


def _of_academy(scan: Scan, boundary: int, rest: int) -> bool:
    """Tell whether an academy's or university's institute has two subjects: 中科院数学 + 与系统科学研究院."""
    end = boundary + rest + 1
    if not scan.text.endswith(("研究院", "研究所", "学院", "实验室"), 0, end):
        return False
    for start in range(boundary - 2, max(0, boundary - _SUBJECT_LIMIT), -1):
        if any(unit.sense == "suffix" for unit in scan.units.ending.get(start + 1, ()) if start + 1 > boundary - 2):
            return False
        before = scan.units.ending.get(start, ())
        if any(
            u.sense in {"central", "central_alias"} or (u.sense == "suffix" and u.value in {"大学", "研究院"})
            for u in before
        ):
            return all(is_name_character(character) for character in scan.text[start:boundary])
    return False


def _of_place(scan: Scan, position: int) -> bool:
    """Tell whether a place's function ends here, so that 和 adds another: 叙州区林业 + 和竹业局."""
    function = scan.units.longest_ending(position, FUNCTION)
    if function is None:
        return False
    return scan.units.longest_ending(function.start, frozenset({"region", "level", "place"})) is not None


def _ends_body(scan: Scan, position: int) -> bool:
    """Tell whether a body's kind word ends here, so that 和 joins two bodies."""
    if scan.text.endswith(_GAMES, 0, position):
        return False
    return any(unit.sense in {"suffix", "central"} for unit in scan.units.ending.get(position, ()))


def is_whole_group(scan: Scan, end: int) -> bool:
    """Tell whether the name of a group ends here, and no meeting of it: 全省…领导小组 + 组长, not + 第二次会议."""
    is_meeting = scan.text.startswith(("第", "会议", "全体", "扩大", "例会", "联席", "（扩大）"), end)
    return scan.text.endswith(GROUPS, 0, end) and not is_meeting


def is_verb_of_group(scan: Scan, boundary: int, end: int) -> bool:
    """Tell whether a verb stands inside a group's name: 贵州省 + 推进 + 新型城镇化工作领导小组."""
    if not scan.text.endswith(GROUPS, 0, end) or scan.text.startswith(_SETS_UP, boundary):
        return False
    if scan.units.longest_ending(boundary, frozenset({"region", "level", "central"})) is not None:
        return True
    return scan.text.startswith(_GROUP_VERBS, boundary) and _of_wide_group(scan, boundary)


def _of_wide_group(scan: Scan, boundary: int) -> bool:
    """Tell whether what a group is for lies between its level and a verb: 省 + 功勋荣誉 + 表彰工作领导小组."""
    for start in range(boundary - 2, max(0, boundary - _GROUP_VERB_REACH), -1):
        if not is_name_character(scan.text[start]) or scan.boundary_before(start + 1) is not None:
            return False
        units = scan.units.ending.get(start, ())
        if any(unit.sense == "suffix" for unit in units):
            return False
        if any(unit.sense == "region" for unit in units):
            return True
        level = next((unit for unit in units if unit.sense == "level"), None)
        if level is not None:
            return is_level_anchor(scan, level.start, level.value)
    return False
