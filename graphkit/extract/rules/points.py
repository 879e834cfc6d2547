"""Enumerations in, points out: tasks, achievements and provisions, by the verb that introduces them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from graphkit.extract.enumerations import enumerations_in, heading_of
from graphkit.extract.rules.deadlines import end_of, start_of
from graphkit.extract.rules.duties import duties_in
from graphkit.extract.rules.point_headings import (
    answers_on,
    is_title,
    only_orders,
    tells_no_task,
    tells_principles,
    urges,
)
from graphkit.extract.rules.point_leads import lists_problems
from graphkit.extract.rules.point_owners import TOP_STYLES, Owner, owner_of
from graphkit.extract.rules.public_rules import is_to_the_public, public_kind
from graphkit.extract.rules.resolutions import is_resolution
from graphkit.extract.rules.shared_labels import Shared, shared_by
from graphkit.extract.rules.stated_tasks import Stated, stated_tasks
from graphkit.extract.rules.tabled_tasks import tabled_tasks
from graphkit.extract.rules.told_acts import responses_told, told_acts
from graphkit.extract.rules.wanted_tasks import wanted_tasks
from graphkit.extract.scene import Enumeration, Item, Scene
from graphkit.extract.topics import topics_of
from graphkit.model.facts import Fact, Mention, Modality, Point, TargetFact
from graphkit.model.values import Quantity
from graphkit.normalise.numerals import numeral_value

_RULES = re.compile("规定[，：]|明确[，：]")
_RULE_CLAUSE = re.compile("(?:严禁|不得|禁止|必须|应当|首次|不准|严格控制)")
_QUANTITY = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?[百千万亿]*)(?:[%元吨亩]?[至到～~—-](?P<most>\d[\d,]*(?:\.\d+)?[百千万亿]*))?"
    r"(?:多|余)?(?P<unit>[^\d以左]+?)(?P<bound>以上|以下|以内|左右)?$"
)
_BOUNDS = {"以上": "≥", "以下": "≤", "以内": "≤", "左右": "≈"}
# What before a number bounds it.
_BOUND_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("≥", re.compile("(?:不少于|不低于|不小于|至少|超过|突破|大于|高于|多于|达到或超过)$")),
    ("≤", re.compile("(?:不超过|不高于|不多于|不大于|低于|少于|小于|控制在|压减到|降至|最多)$")),
    ("≈", re.compile("(?:约|大约|近|接近)$")),
)
_NO_TASK = re.compile(
    "^本?(?:公告|通告|通知|办法|规定|意见|方案|细则|决定|条例)自|^(?:本[^，。]{1,6})?(?:自|从)[^，。]{1,20}(?:施行|实施|执行|生效|起)$|^本[^，。]{1,6}(?:有效期|由[^，。]{2,30}解释)|^(?:特此|未尽事宜|其他未尽)|^(?:《|对《[^》]*》[^，。]{0,30}(?:废止|修改|修订)|(?:元旦|春节|清明节|劳动节|端午节|中秋节|国庆节)$|[^，。]{0,10}(?<![许认宁])(?:可|可以)(?!靠|持续|能|行|再生|视|追溯|操作))|^(?:废止|修改|宣布失效|继续有效|失效)(?:和修改)?(?:的|部分|下列|以下)?[^，。]{0,8}(?:文件|规章|规定|决定|目录)?$|^(?:总则|附则|目的|定义|适用范围)|^(?:将|删去|删除|在|对)?第[一二三四五六七八九十百零]+[条款][^，。]{0,40}(?:修改|删去|增加|改为|之后|后)|^(?:删去|删除|增加)(?:一[条款项]|第[一二三四五六七八九十百零]+[条款])|^(?![^，。]*(?:要|应|加强|做好))[^，。]{2,12}的(?:单位|部门|地区|县区|市州|县（市、区）)$|^(?:重要|主要|近期|本周|上周|下周|重点)?(?:会议|活动|动态|简讯|要闻|信息|工作动态)$|^各[一-鿿、]{1,6}(?:动态|简讯)$|^(?:[^，。]{2,12})?(?:原则)?(?:同意|批准)(?!.{0,20}后(?!的))"
)
_CARRY = re.compile("编制|制定|出台|开展|推进|实施|启动|创建|抓好|谋划|推动|做好|完成|建设")


class Whole(NamedTuple):
    """A point, its own part without the points nested in it, and what its run shares."""

    item: Item
    own: Item
    shared: Shared


def state_points(scene: Scene) -> Iterator[Fact]:
    """State the enumerated points of each owner, the tasks stated without a number, the rules of a policy's report."""
    order = 0
    taken: list[tuple[int, int]] = []
    runs = enumerations_in(scene)
    opened = {item for run in runs for item in run.items if _is_structural(scene, run, item)}
    markers = sorted(item.marker for run in runs for item in run.items)
    parts = [(item, heading_of(scene, item)[0]) for run in runs if run.style in TOP_STYLES for item in run.items]
    problems: list[Item] = []
    owned: list[tuple[Item, Owner]] = []
    for enumeration in runs:
        if lists_problems(scene, enumeration.items[0]) or _is_in(enumeration, problems):
            problems.extend(enumeration.items)
            continue
        acts = told_acts(scene, enumeration)
        if acts:
            yield from responses_told(scene, enumeration, acts)
            continue
        owner = owner_of(scene, enumeration, _part_of(enumeration, parts)) or _owner_above(scene, enumeration, owned)
        if owner is None:
            continue
        owned.extend((item, owner) for item in enumeration.items)
        shared = shared_by(scene, enumeration)
        for item in enumeration.items:
            if item in opened:
                continue
            point = _point(scene, owner, Whole(item, _own_part(item, markers), shared), order + 1)
            if point is not None:
                order += 1
                taken.append((item.marker, item.end))
                yield point
    wanted = list(wanted_tasks(scene, taken))
    taken.extend((one.item.marker, one.item.end) for one in wanted)
    for stated in (*tabled_tasks(scene), *wanted, *stated_tasks(scene, taken)):
        order += 1
        yield _stated(scene, stated, order)
    for point in _provisions(scene, order):
        yield point


def _is_in(run: Enumeration, items: list[Item]) -> bool:
    """Tell whether a run stands inside one of some points."""
    first = run.items[0].marker
    return any(item.start <= first < item.end for item in items)


def _owner_above(scene: Scene, run: Enumeration, owned: list[tuple[Item, Owner]]) -> Owner | None:
    """Give whose point a run stands in, where it says what to do: （一）落实…。（二）做好… under 二、突出重点."""
    first = run.items[0].marker
    above = next((owner for item, owner in reversed(owned) if item.start <= first < item.end), None)
    is_demanded = above is not None and above.kind == "Task" and above.modality is Modality.DEMANDED
    return above if is_demanded and all(urges(heading_of(scene, item)[0]) for item in run.items) else None


def _part_of(run: Enumeration, parts: list[tuple[Item, str]]) -> str:
    """Give the heading of the part that a run stands in, empty where it stands in none."""
    if run.style in TOP_STYLES:
        return ""
    first = run.items[0].marker
    return next((heading for item, heading in reversed(parts) if item.start <= first < item.end), "")


def _is_structural(scene: Scene, run: Enumeration, item: Item) -> bool:
    """Tell whether a heading only orders the text (总体要求, 主要任务)."""
    heading, end = heading_of(scene, item)
    if run.style not in TOP_STYLES:
        return tells_principles(heading)
    body = scene.starting(item.start)
    if body is not None and body.kind == "Agency" and body.end == end:
        return True  # a list of duties names whose they are
    return only_orders(heading)


def _own_part(item: Item, markers: list[int]) -> Item:
    """Give a point without the points nested in it: what they aim at is theirs."""
    index = bisect_right(markers, item.start)
    inner = markers[index] if index < len(markers) else item.end
    return item._replace(end=min(inner, item.end)) if inner > item.start else item


def _point(scene: Scene, owner: Owner, whole: Whole, order: int) -> Point | None:
    """Make one point; aims, bodies and times are read in its own part, else in the lines that its run shares."""
    item, own, shared = whole
    heading, _ = heading_of(scene, item)
    text = scene.text[item.start : item.end].replace("\n", "")
    is_public = owner.kind == "Task" and is_to_the_public(scene, owner.id)
    kind = public_kind(scene, item) if is_public else owner.kind
    if not heading or kind is None:
        return None
    is_empty = tells_no_task(heading) and not owner.is_minuted
    is_empty = is_empty or is_title(scene, item, heading)
    if kind != "Achievement" and (_NO_TASK.match(heading) or is_empty or answers_on(heading, owner.name)):
        return None
    stated = scene.text[own.start : own.end].replace("\n", "")
    if owner.is_minuted and not is_resolution(heading, text):
        return None
    duties = duties_in(scene, own, is_asked=kind == "Task" and owner.modality is Modality.DEMANDED)
    if not any(duties):
        duties = shared.duties
    return Point(
        owner=owner.id,
        point=kind,
        order=order,
        ordinal=item.ordinal,
        heading=heading,
        text=text,
        topics=topics_of(heading, _without_bodies(scene, own), scene.scan.gazetteer.lexicon),
        targets=tuple(_targets(scene, owner, own)) if kind == "Task" else (),
        carries=tuple(dict.fromkeys(_carried(scene, item))) if kind == "Task" else (),
        assigned_to=duties.leads,
        assisted_by=duties.helpers,
        period_start=start_of(scene, stated),
        period_end=(end_of(scene, stated) or shared.until) if kind == "Task" else None,
        evidence=scene.cite(item.marker, item.end, "point", modality=owner.modality),
    )


def _stated(scene: Scene, stated: Stated, order: int) -> Point:
    """Make the point of a task that is stated without a number."""
    item = stated.item
    owner = Owner(stated.owner, "Task", Modality.DEMANDED)
    return Point(
        owner=owner.id,
        point="Task",
        order=order,
        ordinal=None,
        heading=stated.heading,
        text=scene.text[item.start : item.end].replace("\n", ""),
        topics=topics_of(stated.heading, _without_bodies(scene, item), scene.scan.gazetteer.lexicon),
        targets=tuple(_targets(scene, owner, item)),
        carries=tuple(dict.fromkeys(_carried(scene, item))),
        assigned_to=stated.duties.leads,
        assisted_by=stated.duties.helpers,
        period_end=stated.until,
        evidence=scene.cite(item.marker, item.end, stated.rule, modality=Modality.DEMANDED),
    )


def _without_bodies(scene: Scene, item: Item) -> str:
    """Give the words of a point without the names of bodies, which tell who acts and not on what."""
    pieces, position = [], item.start
    for mention in scene.within(item.start, item.end, "Agency"):
        pieces.append(scene.text[position : mention.start])
        position = mention.end
    return "□".join([*pieces, scene.text[position : item.end]]).replace("\n", "")


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
            comparator=_comparator(scene, mention, match["bound"]),
            maximum=numeral_value(match["most"]) if match["most"] else None,
            written=mention.surface,
        )
        evidence = scene.cite(mention.start, mention.end, "target", modality=owner.modality)[0]
        yield TargetFact(quantity=quantity, evidence=evidence)


def _comparator(scene: Scene, mention: Mention, bound: str | None) -> str:
    """Tell how a quantity bounds: by 以上 and the like after it, else by the words before it."""
    if bound is not None:
        return _BOUNDS[bound]
    before = scene.text[max(0, mention.start - 6) : mention.start]
    return next((sign for sign, words in _BOUND_BEFORE if words.search(before)), "=")


def _carried(scene: Scene, item: Item) -> Iterator[str]:
    """Iterate over the policies and campaigns that a task is to make or run."""
    for mention in scene.within(item.start, item.end, "Policy", "Campaign"):
        before = scene.text[max(item.start, mention.start - 14) : mention.start]
        if mention.entity is not None and _CARRY.search(before):
            yield mention.entity


def _provisions(scene: Scene, order: int) -> Iterator[Point]:
    """State the rules of a policy that a report relates: 《办法》规定，严禁…，不得…."""
    for cue in scene.scan.matches(_RULES):
        mark = cue.end() - 1
        sentence = scene.scan.sentence_at(mark)
        policy = next((m for m in reversed(scene.within(sentence.start, mark, "Policy")) if m.entity), None)
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
