"""Who is at a meeting in, who speaks there by 指出, 强调 or 要求 alone out: 王一主持召开会议。…。王一指出，….

A sentence must open with the speaker, and the passage must still be at the meeting: what is said after it, or
where somebody goes to see how things stand, is no speech there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene, Sitting
from graphkit.extract.sittings import held_in, told_meeting
from graphkit.model.facts import Attendance, Mention
from graphkit.model.text import SectionKind

_TITLE = (
    "(?:(?:副)?(?:书记|主任|主席|部长|[省市县区州旗局厅处镇乡院校会]长|"
    "[总支大]队长|董事长|总经理|检察长|秘书长|理事长|教授|专员))"
)
_SAYS = re.compile(
    f"(?:同志|(?P<post>{_TITLE}))?(?:等)?(?:在(?:进行)?(?:讲话|总结|发言|点评|部署)(?:讲话|发言)?(?:中|时))?(?:还|又|也|最后|进一步|同时|特别|着重|重点|反复|再次|(?:就|对|围绕|结合)[^，。；：]{{2,40}}?)*"
    "(?:(?:指出|强调|要求|表示|提出)(?:，|：|(?:参会|与会|各单位|各部门|全体|大家)[^，。；：]{0,16}[，：])|"
    "要求[^，。；：]{2,24}：(?=[一1]|（[一1]）)|(?:提出(?:了)?[几一二三四五六七八九两][点个条项方][^，。；：]{0,10}[：。，])|"
    "对[^，。；]{2,30}(?:给予|表示)(?:了)?(?:充分|高度)?肯定，(?:并)?(?:指出|强调|要求)|(?:对|就)[^，。；]{2,30}(?:进行|作)(?:了)?(?:[^，。；]{0,4})(?:点评|总结|小结)[^。；]{0,60}?(?:指示|要求|强调|指出|建议|意见)[^，。；：]{0,10}[：，。])"
)
# What may open a sentence before its speaker: on what, at which point of the meeting, with which post.
_OPENING = re.compile(
    "(?:(?:会上|最后|会议最后|其间|随后|(?:就|围绕|针对|关于|在听取|为(?:了|确保)?|会上，|会议(?:听取|传达|学习|通报|审议)(?:了)?)[^。；：]{2,120})，)?"
    "(?P<post>[一-鿿、，]{0,40}?(?:书记|主任|主席|委员|秘书长|检察长|院长|总工程师|[省市县区州旗局厅处部镇乡校场所站]长))?"
)
_TAKES_PART = re.compile(
    "(?:同志)?(?:首先|先|还|分别|带头|原文|全文|详细)*(?:传达|通报|宣读|领学|带领[^，。；]{2,12}学习|总结|作了?[^，。；]{0,8}(?:报告|讲话|发言))"
)
_GONE = re.compile(
    "会后|会前|散会|会议(?:结束|闭幕)后|(?:到(?!会|位)|赴|前往|来到|深入(?![推学贯实开落领]|细致)|走进|实地)[^，。；]{0,20}?(?:调研|检查|督导|督查|考察|走访|慰问|暗访|察看|查看)"
)
_LEADER = ("总书记", "总理")
_REACH, _PARAGRAPHS = 4000, 3
SAID = "speech"
"""The rule of a speech that no word calls so: whoever is there points out, stresses or demands."""


def speeches_at(scene: Scene, present: set[tuple[str, str]]) -> Iterator[Attendance]:
    """State that who chairs or attends a meeting (`present`), or is told of by post beside it, speaks there."""
    held = held_in(scene, 0, len(scene.text))
    # Whom a piece calls 总书记 is quoted in it; he was not there to speak.
    leaders = (
        {one.entity for _, one in scene.told("Person") if scene.text.startswith(_LEADER, one.end)} if held else set()
    )
    for sentence, person in scene.told("Person") if held else ():
        says = _SAYS.match(scene.text, person.end, sentence.end)
        opening = _OPENING.fullmatch(scene.text, sentence.start, person.start) if says is not None else None
        if says is None or opening is None or person.entity is None or person.entity in leaders:
            continue
        meeting = told_meeting(scene, person.start)
        sitting = next((one for one in reversed(held) if one.meeting == meeting and one.end <= person.start), None)
        if sitting is None or meeting is None or not _is_still_there(scene, sitting, person):
            continue
        is_titled = opening["post"] or says["post"]
        is_there = (meeting, person.entity) in present or _is_named_with(scene, sitting, person)
        is_there = is_there or _took_part(scene, sitting, person)
        if is_there or (is_titled and _is_beside(scene, sitting, sentence)):
            evidence = scene.cite(person.start, says.end(), SAID)
            yield Attendance(meeting=meeting, person=person.entity, role="addressedBy", evidence=evidence)


def _is_still_there(scene: Scene, sitting: Sitting, person: Mention) -> bool:
    """Tell whether nothing between a sitting and a speaker leaves the meeting."""
    is_near = person.start - sitting.end <= _REACH
    return is_near and _GONE.search(scene.text, sitting.end, person.start) is None


def _is_named_with(scene: Scene, sitting: Sitting, person: Mention) -> bool:
    """Tell whether the paragraph that tells of a sitting names the person behind it."""
    section = scene.scan.section_at(sitting.verb.start)
    if section is None or section.kind is SectionKind.TITLE:
        return False
    persons = scene.within(sitting.end, min(section.end, person.start), "Person")
    return any(one.entity == person.entity for one in persons)


def _took_part(scene: Scene, sitting: Sitting, person: Mention) -> bool:
    """Tell whether a sentence between a sitting and a speaker opens with him and tells what he does there."""
    for one in scene.within(sitting.end, person.start, "Person"):
        sentence = scene.scan.sentence_at(one.start)
        does = _TAKES_PART.match(scene.text, one.end, sentence.end) if one.entity == person.entity else None
        if does is not None and _OPENING.fullmatch(scene.text, sentence.start, one.start):
            return True
    return False


def _is_beside(scene: Scene, sitting: Sitting, sentence: Sentence) -> bool:
    """Tell whether a sentence stands in the paragraph of a sitting or in one of the next few behind it."""
    here, there = scene.scan.section_at(sentence.start), scene.scan.section_at(sitting.verb.start)
    for _ in range(_PARAGRAPHS):
        if here is None or there is None or here.start <= there.start:
            break
        here = scene.scan.section_before(here)
    return here is not None and there is not None and here.start == there.start
