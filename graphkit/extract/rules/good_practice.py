"""A paper on how a meeting is put into practice in, the bodies that it names as doing well out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import is_minutes, main_meeting, modality_at, opens_clause
from graphkit.extract.rules.response import response_id
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import holders_of
from graphkit.model.facts import Fact, Mention, Modality, Response
from graphkit.model.text import Section

_ON_PRACTICE = re.compile("(?:会议?|大会)(?:精神|部署|要求)*(?:的)?(?:传达|学习|宣传|贯彻|落实)+[^，。；]{0,6}情况")
_GOOD = re.compile("好的做法|主要做法|经验做法|典型做法|特色做法|亮点|成效|主要特点|进展")
_PART = re.compile("[一二三四五六七八九十]{1,2}、")
_DID = re.compile(
    "(?:党组|党委)?(?:还|已|先后|率先|及时|迅速|第一时间|专门|共同|联合|主动|创新|于[^，。；]{2,12}|当[天日晚]|次日|即|[0-9]{1,2}月[0-9]{1,2}日)*"
    "(?:印发|制定|出台|推出|成立|组建|召开|开展|建立|梳理|排查|整改|办结|列出|排出|细化|分解|明确|组织|派|实行|实施|推行|打造|开通|设立|把|将|压缩|率先)"
)
_NOT_DONE = re.compile("尚未|未能|没有|拟(?![定订])|计划|却|但|不")


def state_good_practice(scene: Scene) -> Iterator[Fact]:
    """State the response of each body that such a paper tells of under 好的做法."""
    if "情况" not in scene.text or is_minutes(scene):
        return
    own = next((m for m in scene.mentions if m.rule == "title-own"), None)
    if own is None or not _ON_PRACTICE.search(own.surface):
        return
    is_good = False
    for section in scene.body:
        if section.start < own.end:
            continue
        if _PART.match(scene.text, section.start, section.end):
            is_good = _GOOD.search(scene.text, section.start, min(section.end, section.start + 20)) is not None
        if is_good:
            yield from _done_well(scene, section)


def _done_well(scene: Scene, section: Section) -> Iterator[Fact]:
    """State the responses that a section tells of: bodies that open a clause and did something."""
    meeting = main_meeting(scene, section.start)
    if meeting is None or meeting.entity is None:
        return
    holders = {*holders_of(scene, meeting.entity, section.start), scene.draft(meeting).holder}
    for sentence in scene.sentences_in(section):
        run: list[Mention] = []
        for body in scene.within(sentence.start, sentence.end, "Agency"):
            is_next = bool(run) and scene.text[run[-1].end : body.start] in {"、", "和", "与", "及"}
            run = [*run, body] if is_next else [body]
            told = _DID.match(scene.text, body.end, sentence.end)
            if told is None or not opens_clause(scene, sentence, run[0]):
                continue
            words = scene.text[run[0].start : told.end()]
            if _NOT_DONE.search(words) or modality_at(scene, body.end, told.end()) is not Modality.REPORTED:
                continue
            yield from _responses(scene, [m for m in run if m.entity not in holders], meeting.entity, told.end())


def _responses(scene: Scene, bodies: list[Mention], meeting: str, end: int) -> Iterator[Fact]:
    for body in bodies:
        if body.entity is not None and scene.draft(body).kind == "Agency":
            evidence = scene.cite(body.start, end, "good-practice")
            named = response_id(body.entity, meeting)
            yield Response(id=named, respondent=body.entity, target=meeting, evidence=evidence)
