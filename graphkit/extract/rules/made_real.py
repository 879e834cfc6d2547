"""Sentences in, responses out of bodies that make a meeting's words real, the meeting named beside what it set.

甲局推动会议精神落地见效; 甲局将某会议确定的任务分解到科室; 某会议提出的任务，甲局已完成7项; 某会议精神，甲局已传达到….
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import modality_at, opens_clause, subjects_before
from graphkit.extract.meant_meetings import SHORT_NAME, meant_meeting
from graphkit.extract.rules.response import relayed_by
from graphkit.extract.rules.taking_up import acting_after, is_called_for
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import holders_of
from graphkit.model.facts import Fact, Mention, Modality

_MAKES = re.compile(
    f"(?:推动|推进|促进|保障|抓好|抓实|做好|让|使)(?:“)?(?:(?P<word>{SHORT_NAME})”?(?:的)?(?:精神|部署|要求))?"
    "(?=(?P<named>[一-鿿0-9“]{4,40}?会议?”?(?:精神|部署|要求))?)"
)
_REAL = re.compile(
    "”?(?:的)?(?:精神|部署|要求|任务)?(?:的)?(?:贯彻|学习)*(?:落地|落实|落细|见效|落到实处|转化|入脑|入心|走深|走实|进[班企村社校机])"
)
_TAKEN = re.compile("(?:把|将)“?$")
_APART = re.compile(
    "”?(?:上)?(?:(?:提出|部署|确定|明确|安排|布置|下达|议定)的)?(?:各项|重点|有关|主要|工作|目标|[0-9一二三四五六七八九十]+[项条个])*"
    "(?:任务|部署|要求|事项|精神)[^，。；]{0,12}?(?:细化|分解|转化|列[为入]|纳入|拆解|量化|贯穿|融入|落到|落实到)"
)
_SET = re.compile("”?(?:上)?(?:提出|部署|确定|明确|安排|布置|下达|议定)的[^，。；]{1,24}，")
_SPIRIT = re.compile("”?(?:的)?精神，")
_DONE = re.compile(
    "(?:已|已经|均已|全部|率先|提前|目前)+[^，。；]{0,12}?(?:完成|整改|落实|办结|启动|兑现|开工)|"
    "[^，。；]{0,12}?(?:完成|整改|落实|办结|制定|出台|排查)(?:了|[0-9“一二两三四五六七八九十])"
)
_TOLD = re.compile("(?:及时|迅速|第一时间|已|已经|均已|均|都)+(?:传达|学习)(?:贯彻)?(?:到|至|给|完|了|学习|[，。])")
_NOT_DONE = re.compile(
    "尚未|未能|还未|暂未|并未|没有|未|不(?:再|予|得|能)|是否|如果?|若|凡|一旦|只有|除非|[将拟须应]$|仅|只[有能完]|督促|指导|要求|帮助|协助|引导"
)
_VERB_REACH, _NAME_REACH = 4, 60


def state_made_real(scene: Scene) -> Iterator[Fact]:
    """State who makes what a meeting said real, or its tasks its own."""
    for _, sentence, cue in scene.cues(_MAKES):
        if cue["word"] is not None:
            meant = meant_meeting(scene, sentence, cue.start(), word=cue["word"])
            yield from _made_by(scene, sentence, meant, (cue.start(), cue.end()))
        elif cue["named"] is not None:
            named = next(iter(scene.within(cue.end(), min(sentence.end, cue.end() + _NAME_REACH), "Meeting")), None)
            is_next = named is not None and named.start - cue.end() <= 1
            yield from _made_by(scene, sentence, named, (cue.start(), named.end)) if is_next and named else ()
    for sentence, meeting in scene.told("Meeting"):
        taken = _TAKEN.search(scene.text, max(sentence.start, meeting.start - _VERB_REACH), meeting.start)
        apart = _APART.match(scene.text, meeting.end, sentence.end) if taken is not None else None
        if taken is not None and apart is not None:
            yield from _by_subject(scene, sentence, meeting, (taken.start(), apart.end()))
        elif meeting.start == sentence.start or scene.text[meeting.start - 1] in "，；：":
            yield from _put_first(scene, sentence, meeting)


def _made_by(scene: Scene, sentence: Sentence, meeting: Mention | None, span: tuple[int, int]) -> Iterator[Fact]:
    """State who makes a meeting's words real, where such words follow."""
    real = _REAL.match(scene.text, span[1], sentence.end)
    if meeting is not None and real is not None:
        yield from _by_subject(scene, sentence, meeting, (span[0], real.end()))


def _by_subject(scene: Scene, sentence: Sentence, meeting: Mention, span: tuple[int, int]) -> Iterator[Fact]:
    """State the response of the bodies that open the clause or sentence before a verb, told as done."""
    start, end = span
    bodies = [m for m in subjects_before(scene, sentence, start) if opens_clause(scene, sentence, m)]
    if not bodies or is_called_for(scene, sentence, start):
        return
    if _NOT_DONE.search(scene.text, bodies[-1].end, start) is None:
        is_told = modality_at(scene, bodies[-1].end, end) is Modality.REPORTED
        yield from _responses(scene, bodies, meeting, (bodies[0].start, end)) if is_told else ()


def _put_first(scene: Scene, sentence: Sentence, meeting: Mention) -> Iterator[Fact]:
    """State what bodies did about a meeting that is put before them: 某会议精神，甲局已传达到全体职工."""
    for lead, does in ((_SET, _DONE), (_SPIRIT, _TOLD)):
        led = lead.match(scene.text, meeting.end, sentence.end)
        bodies = acting_after(scene, sentence, led.end()) if led is not None else []
        if led is None or not bodies or bodies[0].start != led.end():
            continue
        done = does.match(scene.text, bodies[-1].end, sentence.end)
        if done is None or _NOT_DONE.search(done[0]) is not None or is_called_for(scene, sentence, meeting.start):
            continue
        if modality_at(scene, bodies[-1].end, done.end()) is Modality.REPORTED:
            span = (meeting.start, done.end())
            yield from _responses(scene, bodies, meeting, span, is_relayed=lead is _SPIRIT)


def _responses(
    scene: Scene, bodies: list[Mention], meeting: Mention, span: tuple[int, int], *, is_relayed: bool = False
) -> Iterator[Fact]:
    """State one response for each body that does not hold the meeting, and that it relays it."""
    if meeting.entity is None:
        return
    holders = {*holders_of(scene, meeting.entity, span[1]), scene.draft(meeting).holder}
    for body in bodies:
        if body.entity is None or body.entity in holders:
            continue
        evidence = scene.cite(*span, "made-real")
        yield from relayed_by(scene, body.entity, meeting.entity, evidence, is_told=is_relayed)
