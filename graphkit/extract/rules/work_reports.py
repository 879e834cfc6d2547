"""A run of points in a summary of work in, whose it is and whether it was done or is planned out: 2024年工作打算."""

from __future__ import annotations

import re
from typing import Literal

from graphkit.extract.scene import Item, Scene
from graphkit.model.facts import Modality
from graphkit.model.text import SectionKind

_REPORT = re.compile(
    "(?:工作|任期|年度|半年)?(?:总结|小结|述职报告)(?:(?:和|及|暨|与)[^，。；]{2,24})?$|工作(?:开展|完成|进展)?情况(?:的)?(?:报告|汇报|总结)$|"
    "(?:^|[省市县区州旗])(?:人民)?政府工作报告(?:（[^（）]*）)?$|(?:常委会|常务委员会|人民法院|人民检察院|法院|检察院)工作报告(?:（[^（）]*）)?$"
)
# Whose report it is: 我代表县人民政府，向大会报告工作.
_ON_BEHALF = re.compile("代表")
_REPORTS = re.compile("，?向(?:大会|会议|全会)(?:报告|作|做)")
_OPENING = 1200
_ORDINAL = "(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五]部分[：，]?)?"
# What opens the part of a summary that says what comes next.
_PLANNED = re.compile(
    f"{_ORDINAL}(?:(?:20[0-9]{{2}}年|明年|下半年|下一?步|今后|下一?阶段|下一年度?)(?:的)?)(?:主要|重点)?(?:工作)?(?:打算|计划|安排|思路|举措|重点|措施|任务)?(?:及(?:打算|措施|思路))?[：。]?"
)
# The sentence that does: 2025年，要重点做好以下工作：.
_WILL = re.compile(
    f"{_ORDINAL}(?:20[0-9]{{2}}年|明年|下半年|下一?步|下一?阶段)，?[^。；]{{0,60}}?(?:将|要|拟|计划|重点|着力|着重|继续)[^。；]{{0,40}}[：。]$"
)
# A summary and the plan of the next year in one paper.
_AND_PLAN = re.compile(
    "(?:总结|小结|情况(?:报告|汇报)?)(?:和|及|暨|与|、)[^，。；]{0,14}(?:要点|计划|安排|打算|思路|任务)$"
)
_YEAR = re.compile("20[0-9]{2}(?=年)")
_FAULTS = re.compile("(?:问题|不足|困难|短板|差距|体会|启示|原因|建议)[：。]?$")
_DONE = re.compile("(?:工作|完成|开展|进展|落实)情况[：。]?$|(?:工作)?(?:总结|回顾|成效|做法)[：。]?$")
# A circular on who took a meeting or paper up, and the part of it that asks for something.
_ON_TAKING_UP = re.compile("(?:贯彻|落实|传达|学习)[^，。；]{0,8}情况的?[^，。；]{0,6}通报$")
_ASKING_PART = re.compile("要求|下一?步|打算|建议|安排|意见|任务|举措")
# The words that a report explains at its end: 1.“两重”：是指….
_EXPLAINS = re.compile("[^，。；：\\n]{2,24}：")
_TITLES, _LONGEST = 3, 40


def told_in_report(scene: Scene, first: Item) -> tuple[str, Literal["Task", "Achievement"], Modality] | None:
    """Give whose a run in a summary of work is and whether it looks back or ahead; None outside one, and for faults."""
    titles = [s for s in scene.scan.document.sections if s.kind is SectionKind.TITLE and s.article == 0][:_TITLES]
    title = next((one for one in titles if _REPORT.search(scene.text[one.start : one.end])), None)
    spoken = _represented(scene) if title is None else None
    if title is None and spoken is None:
        return None
    named = [body.entity for body in scene.within(title.start, title.end, "Agency")] if title is not None else []
    body = next(iter(named), None) or spoken or _represented(scene) or scene.home
    if scene.own_title is not None and is_report_with_plan(scene):
        body = scene.own_title.entity
    section = scene.scan.section_at(first.marker)
    head = _head_before(scene, first)
    is_said = title is not None or (head != "" and _EXPLAINS.match(scene.text, first.start, first.end) is None)
    if section is None or body is None or _FAULTS.search(head) or not is_said:
        return None
    if _PLANNED.fullmatch(head) or _WILL.fullmatch(head):
        told = _YEAR.findall("".join(scene.text[title.start : title.end] for title in titles))
        is_past = bool(told) and _YEAR.findall(head)[:1] == [min(told)]
        return (body, "Achievement", Modality.REPORTED) if is_past else (body, "Task", Modality.INTENDED)
    return (body, "Achievement", Modality.REPORTED) if section.start == first.marker else None


def _represented(scene: Scene) -> str | None:
    """Give the body that somebody reports for at a congress."""
    for cue in _ON_BEHALF.finditer(scene.text, 0, _OPENING):
        body = scene.starting(cue.end())
        if body is not None and body.kind == "Agency" and _REPORTS.match(scene.text, body.end):
            return body.entity
    return None


def is_report_with_plan(scene: Scene) -> bool:
    """Tell whether the document sums up a year and plans the next: 2024年工作总结和2025年工作要点."""
    title = scene.own_title
    return title is not None and _AND_PLAN.search(title.surface) is not None


# What is decided on one case sets no tasks: 行政处罚决定书, 民事判决书.
_ON_ONE_CASE = re.compile("(?:处罚|处理|强制执行?|复议|许可|仲裁)决定书?$|(?:判决|裁定|裁决|告知|认定)书$")


def told_in_circular(name: str, part: str, *, is_top: bool) -> Literal["Task", "Achievement", "nothing"]:
    """Tell whether a run in such a circular is its parts or its faults, nobody's points, or what went well."""
    if _ON_ONE_CASE.search(name):
        return "nothing"
    if _ON_TAKING_UP.search(name) is None or (part == "" and not is_top):
        return "Task"
    if is_top or _FAULTS.search(part):
        return "nothing"
    return "Task" if _ASKING_PART.search(part) else "Achievement"


def _head_before(scene: Scene, first: Item) -> str:
    """Give the last line before a run that is a head of a part, empty where there is none."""
    for section in reversed(scene.scan.document.sections):
        words = scene.text[section.start : section.end]
        is_head = section.start < first.marker and section.end - section.start <= _LONGEST
        if is_head and (
            _PLANNED.fullmatch(words) or _WILL.fullmatch(words) or _FAULTS.search(words) or _DONE.search(words)
        ):
            return words
    return ""
