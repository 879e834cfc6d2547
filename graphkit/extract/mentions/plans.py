"""A scan in, plans and rules that stand without 《》 out: 机关事务“十四五”规划, 制定甲管理办法."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.mentions.walk import walk_left
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_PLAN_HEAD = re.compile(
    "[”]?(?:专项规划|规划纲要|工作要点|实施方案|工作方案|行动方案|行动计划|实施意见|实施细则|工作安排|工作计划)(?!编制|局|师|设计|管理|部门|区|院|建设|引领|体系|工作)|“?十[一二三四五六]五”?(?:专项)?规划"
)
# Kinds of document that a verb of making must stand before: 出台加强林草种苗工作的意见.
_RULE_HEAD = re.compile("办法|意见|规划|条例|细则|规则|规定|名录")
_RULE_KIND = re.compile(
    "(?:管理|实施|暂行|运行|评价|优化|考核|监督)办法$|的意见$|指导意见$|(?:总体|发展|保护|建设|中长期|利用)规划$|[一-鿿]{6}条例$|(?:管理|工作|监督|暂行|实施)规定$|[一-鿿]{6}名录$"
)
_LISTING = frozenset("、和及")
_KIND_REACH = 8
_FIVE_YEAR = re.compile("“?十[一二三四五六]五”?")
# 2024年是实现“十四五”规划目标的一年: a verb before a plan is none of its name.
_VERB_OF_PLAN = re.compile("[^“]{0,20}(?:是|实现|迎来)(?=“?十)")
_RULES_GONE_BY = frozenset({"办法", "条例", "细则", "规则"})
_BASIS = re.compile("(?:根据|依据|按照|依照|遵照|执行|违反|参照|和|、|及|与)$")
_OF_BASIS = re.compile("(?:的|等)?(?:有关|相关)?(?:规定|要求)|第[一二三四五六七八九十]+条")
_MAKING = re.compile("(?:出台|制定|制订|制修订|印发|编制|发布|修订|公布|起草|完善|报批)了?$")
_INNER_STOPS = frozenset(
    {"的", "加强", "加快", "推进", "推动", "完善", "促进", "深化", "强化", "支持", "在", "参与", "优化"}
)
_SHORTEST_MATTER, _TOLD_REACH = 4, 6
# What stands before a plan that is a particular one: a verb of making it, or of reading it out.
_READ = re.compile("(?:宣读|通报|解读|讨论|审议|研究|传达|协商通过)了?$")
_TOLD = re.compile(
    "(?:出台|制定|制订|印发|编制|形成|审议通过|通过|下发|公布|发布|起草|修订|及|和|宣读|通报|解读|讨论|审议|研究|传达)了?$"
)
_JOINTS, _PLAN_END = (
    frozenset("和及"),
    re.compile("方案|要点|计划|意见|办法|规定|通知|细则|名单|报告|情况|精神|安排|总结"),
)


def find_plans(scan: Scan) -> Iterator[Mention]:
    """Iterate over plans and rules named without 《》; they may overlap."""
    yield from _plans(scan)
    yield from _rules(scan)


def _plans(scan: Scan) -> Iterator[Mention]:
    """Iterate over plans named without 《》: 机关事务“十四五”规划, 全市机关事务工作要点."""
    stops = scan.gazetteer.cues["plan_boundary"]
    generic = scan.gazetteer.cues["generic_plan"]
    for match in scan.matches(_PLAN_HEAD):
        start = walk_left(scan, match.start(), stops, limit=40)
        name = scan.text[start : match.end()]
        body = name[: match.start() - start]
        if _FIVE_YEAR.search(name):
            verb = _VERB_OF_PLAN.match(name)
            start += verb.end() if verb is not None else 0
            yield scan.mention(start, match.end(), "Policy", "plan-named")
        elif len(body) >= 4 and body not in generic and not _is_generic(body, generic):
            start = _before_joint(scan, start, stops)
            if _TOLD.search(scan.text, max(0, start - _TOLD_REACH), start):
                yield scan.mention(start, match.end(), "Policy", "plan-named")


def _before_joint(scan: Scan, start: int, stops: frozenset[str]) -> int:
    """Give where a plan begins whose two matters 和 joins: 宣读了 + 司法巡查和政治督查工作方案."""
    if scan.text[start - 1] not in _JOINTS:
        return start
    first = walk_left(scan, start - 1, stops - _JOINTS, limit=12)
    words = scan.text[first : start - 1]
    is_one = len(words) >= _SHORTEST_MATTER and _PLAN_END.search(words) is None
    return first if is_one and _READ.search(scan.text, max(0, first - _TOLD_REACH), first) else start


def _rules(scan: Scan) -> Iterator[Mention]:
    """Iterate over rules and plans without 《》 behind a verb of making: 制定甲管理办法、乙管理办法."""
    stops = scan.gazetteer.cues["plan_boundary"]
    generic = scan.gazetteer.cues["generic_plan"]
    last = -1
    for match in scan.matches(_RULE_HEAD):
        if scan.text.startswith(("》", "（", "〉"), match.end()):
            continue
        kind = _RULE_KIND.search(scan.text, max(0, match.start() - _KIND_REACH), match.end())
        of_basis = _OF_BASIS.match(scan.text, match.end()) is not None
        if kind is None and not (of_basis and match[0] in _RULES_GONE_BY):
            continue
        head = match.start() if kind is None or match[0] in {"意见", "条例"} else kind.start()
        start = walk_left(scan, head, stops - _INNER_STOPS, limit=30, over_lists=True)
        body = scan.text[start:head]
        before = scan.text[max(0, start - 6) : start]
        is_basis = of_basis and _BASIS.search(before) is not None
        making = is_basis or (kind is not None and _MAKING.search(before) is not None)
        is_named = len(body) >= _SHORTEST_MATTER and not body.startswith("的") and not _is_generic(body, generic)
        is_listed = start - 1 == last and scan.text[last:start] in _LISTING
        if is_named and (making or is_listed):
            last = match.end()
            yield scan.mention(start, match.end(), "Policy", "plan-named")


def _is_generic(body: str, generic: frozenset[str]) -> bool:
    """Tell whether a plan's name says no more than that there is one."""
    return any(body.startswith(word) for word in generic if len(word) > 1) or bool(re.search("各|有关|相关|具体", body))
