"""Enumerations in, points out: tasks, achievements and provisions, by the verb that introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from graphkit.extract.context import is_response_article, main_meeting, main_policy
from graphkit.extract.enumerations import Enumeration, Item, enumerations_in, heading_of
from graphkit.extract.rules.response import response_id
from graphkit.extract.scene import Scene
from graphkit.extract.topics import topics_of
from graphkit.model.facts import Fact, Mention, Modality, Point, TargetFact
from graphkit.model.text import SectionKind
from graphkit.model.values import PartialDate, Quantity
from graphkit.normalise.numerals import numeral_value

PointKind = Literal["Task", "Achievement", "Provision"]
_ACHIEVED = re.compile(
    "会议(?:充分)?(?:认为|肯定|回顾|总结|指出)|取得(?:了)?(?:积极|显著|明显|新)?(?:成效|成绩|进展)|主要(?:做了|成效|成绩)|主要做法|一年来"
)
_TASKED = re.compile(
    "要求|强调|提出|明确|部署|围绕|安排|做到|号召|如下|下一步|重点(?:抓好|做好)|事项通知|要(?:抓好|做好)"
)
_PAST = re.compile(
    "会议(?:充分)?(?:认为|肯定|回顾|总结|指出)[，：]?(?:(?:过去|去年|一年来|今年以来|近年来|五年来)|(?P<year>20[0-9]{2})年(?:以来)?[，,])"
)
_NAMED_DEMANDS = re.compile("(?:落实|贯彻|按照|根据|围绕)[^，。；]{0,40}?(?:部署要求|工作部署|决策部署|部署|要求|安排)")
_RULES = re.compile("(?<=规定)[，：]|(?<=明确)[，：]")
_RULE_CLAUSE = re.compile("(?:严禁|不得|禁止|必须|应当|首次|不准|严格控制)")
_QUANTITY = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?[百千万亿]*)(?:多|余)?(?P<unit>[^\d以左]+?)(?P<bound>以上|以下|以内|左右)?$"
)
_BOUNDS = {"以上": "≥", "以下": "≤", "以内": "≤", "左右": "≈"}
_UNTIL = re.compile("(?:到|至|在)?(?P<year>(?:19|20)\\d{2})年(?:底|末)?(?:前|，|之前)|力争到(?P<aim>(?:19|20)\\d{2})年")
_NO_TASK = re.compile(
    "^(?:《|对《[^》]*》[^，。]{0,30}(?:废止|修改|修订)|(?:元旦|春节|清明节|劳动节|端午节|中秋节|国庆节)$|[^，。]{0,10}(?:可|可以)(?!靠|持续|能|行))|^(?:总则|附则|目的|定义|适用范围)"
)
# Headings of GB/T 9704 documents that only order the text; what is to be done stands under them.
_STRUCTURAL = re.compile(
    "(?:(?:工作|总体|主要|重点|基本|具体|有关|相关|其他|其它|组织|实施|保障|考核|申报|活动|时间|目标|整体|职责|责任|进度)*"
    "(?:要求|思路|目标|原则|任务|举措|措施|内容|步骤|安排|保障|组织|实施|事项|范围|对象|条件|程序|方式|方法|思想|依据|背景|分工|计划|规定|说明|工作|形式|主题|时间|地点|流程|类型|情况|职责)"
    "(?:[及和与、](?=.))?)+$"
)
_RUN_ON_LEAD = re.compile("指导思想|总体要求|基本原则|基本要求|总体思路|项目类型")
_REGULATION = re.compile("(?:办法|规定|条例|细则|规则|章程|准则|法)(?:（[^（）]*）)*$")
_TOP = frozenset({"、", "run-on"})
_STRUCTURAL_LIMIT = 14
_CARRY = re.compile("编制|制定|出台|开展|推进|实施|启动|创建|抓好|谋划|推动|做好|完成|建设")


class Owner(NamedTuple):
    """Whose points these are, of which kind, in which modality."""

    id: str
    kind: PointKind
    modality: Modality


def state_points(scene: Scene) -> Iterator[Fact]:
    """State the enumerated points of each owner, then the rules that a policy's report lays down."""
    order = 0
    runs = list(enumerations_in(scene))
    opened = [item for run in runs if run.style in _TOP for item in run.items if _is_structural(scene, item)]
    for enumeration in runs:
        owner = _owner(scene, enumeration, opened)
        if owner is None:
            continue
        for item in enumeration.items:
            point = _point(scene, owner, item, order + 1) if item not in opened else None
            if point is not None:
                order += 1
                yield point
    for point in _provisions(scene, order):
        yield point


def _is_structural(scene: Scene, item: Item) -> bool:
    """Tell whether a heading only orders the text (总体要求, 主要任务)."""
    heading, _ = heading_of(scene, item)
    if len(heading) > _STRUCTURAL_LIMIT:
        return _RUN_ON_LEAD.match(heading) is not None
    return _STRUCTURAL.match(heading) is not None


def _owner(scene: Scene, enumeration: Enumeration, opened: list[Item]) -> Owner | None:  # noqa: PLR0911 - one return an owner
    """Tell whose points a run gives: an office's response, a meeting, a policy."""
    first = enumeration.items[0]
    office = scene.owner_at(first.marker)
    meeting = main_meeting(scene, first.marker)
    if office is not None and office.entity is not None:
        if meeting is not None and meeting.entity is not None and is_response_article(scene, first.marker):
            return Owner(response_id(office.entity, meeting.entity), "Task", Modality.REPORTED)
        return Owner(office.entity, "Task", Modality.REPORTED)
    policy = main_policy(scene, first.marker)
    if policy is not None and policy.entity is not None:
        return _policy_owner(scene, enumeration, policy, opened)
    if meeting is None or meeting.entity is None:
        return None
    lead = _lead(scene, first)
    if _looks_back(scene, lead):
        return Owner(meeting.entity, "Achievement", Modality.REPORTED)
    tasked = _TASKED.search(lead)
    if tasked or enumeration.style in {"要", "bare"}:
        return Owner(meeting.entity, "Task", Modality.DEMANDED)
    return None


def _looks_back(scene: Scene, lead: str) -> bool:
    """Tell whether the words before a run report what was done: their last verb does, or they speak of a past year."""
    past = _PAST.search(lead)
    dated = scene.calendar.document
    if past is not None and (past["year"] is None or (dated is not None and int(past["year"]) < dated.date.year)):
        return True
    lead = _NAMED_DEMANDS.sub("", lead)
    tasked, achieved = list(_TASKED.finditer(lead)), list(_ACHIEVED.finditer(lead))
    return bool(achieved) and (
        not tasked
        or achieved[-1].start() > tasked[-1].start()
        or re.match("会议(?:认为|肯定|回顾|总结)", lead) is not None
    )


def _policy_owner(scene: Scene, enumeration: Enumeration, policy: Mention, opened: list[Item]) -> Owner | None:
    """Give a policy's tasks: headings of a plan or notice, not the articles of a regulation."""
    assert policy.entity is not None  # noqa: S101 - checked by the caller
    if scene.article_at(enumeration.items[0].marker) is None:
        first = enumeration.items[0].marker
        is_below = enumeration.style == "（）" and any(item.start <= first < item.end for item in opened)
        if _REGULATION.search(policy.surface) or not (is_below or enumeration.style in {*_TOP, "是", "要"}):
            return None
        before = scene.text[: enumeration.items[0].marker]
        if re.search("第[一二三四五六七八九十]+条", before) and enumeration.style in {"是", "要"}:
            return None
    return Owner(policy.entity, "Task", Modality.DEMANDED)


def _lead(scene: Scene, item: Item) -> str:
    """Give the words that introduce a run: its own paragraph up to it, else the paragraph before."""
    section = scene.scan.section_at(item.marker)
    if section is None:
        return ""
    own = scene.text[section.start : item.marker]
    if own:
        opening = max(own.rfind("会议"), 0)
        return own[opening:] if opening else own
    sections = scene.scan.document.sections
    index = sections.index(section)
    previous = sections[index - 1] if index else None
    if previous is None or previous.kind is not SectionKind.BODY or previous.article != section.article:
        return ""
    return scene.text[previous.start : previous.end]


def _point(scene: Scene, owner: Owner, item: Item, order: int) -> Point | None:
    """Make one point."""
    heading, _ = heading_of(scene, item)
    text = scene.text[item.start : item.end].replace("\n", "")
    if not heading or (owner.kind == "Task" and _NO_TASK.match(heading)):
        return None
    until = _UNTIL.search(text)
    return Point(
        owner=owner.id,
        point=owner.kind,
        order=order,
        ordinal=item.ordinal,
        heading=heading,
        text=text,
        topics=topics_of(heading, text, scene.scan.gazetteer.lexicon),
        targets=tuple(_targets(scene, owner, item)),
        carries=tuple(dict.fromkeys(_carried(scene, item))) if owner.kind == "Task" else (),
        period_end=PartialDate(year=int(until["year"] or until["aim"]), written=until[0])
        if until is not None
        else None,
        evidence=scene.cite(item.marker, item.end, "point", modality=owner.modality),
    )


def _targets(scene: Scene, owner: Owner, item: Item) -> Iterator[TargetFact]:
    """Understand the quantities of a point."""
    for mention in scene.within(item.start, item.end, "Target"):
        match = _QUANTITY.match(mention.surface)
        number = numeral_value(match["number"]) if match is not None else None
        if match is None or number is None:
            continue
        quantity = Quantity(
            number=number,
            unit=match["unit"],
            comparator=_BOUNDS.get(match["bound"] or "", "="),
            written=mention.surface,
        )
        evidence = scene.cite(mention.start, mention.end, "target", modality=owner.modality)[0]
        yield TargetFact(quantity=quantity, evidence=evidence)


def _carried(scene: Scene, item: Item) -> Iterator[str]:
    """Iterate over the policies and campaigns that a task is to make or run."""
    for mention in scene.within(item.start, item.end, "Policy", "Campaign"):
        before = scene.text[max(item.start, mention.start - 14) : mention.start]
        if mention.entity is not None and _CARRY.search(before):
            yield mention.entity


def _provisions(scene: Scene, order: int) -> Iterator[Point]:
    """State the rules of a policy that a report relates: 《办法》规定，严禁…，不得…."""
    for cue in _RULES.finditer(scene.text):
        sentence = scene.scan.sentence_at(cue.start())
        policy = next((m for m in reversed(scene.within(sentence.start, cue.start(), "Policy")) if m.entity), None)
        if policy is None or policy.entity is None:
            continue
        position = cue.end()
        for clause in re.finditer("[^，；。]+", scene.text[position : sentence.end]):
            if not _RULE_CLAUSE.match(clause[0]):
                continue
            order += 1
            start, end = position + clause.start(), position + clause.end()
            yield Point(
                owner=policy.entity,
                point="Provision",
                order=order,
                ordinal=None,
                heading=clause[0],
                text=clause[0],
                topics=topics_of(clause[0], clause[0], scene.scan.gazetteer.lexicon),
                evidence=scene.cite(start, end, "provision"),
            )
