"""A paper on how a meeting is put into practice in, the bodies that it names as doing well out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import is_minutes, main_meeting, modality_at, opens_clause
from graphkit.extract.rules.conveyors import is_of_post
from graphkit.extract.rules.response import response_id
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import holders_of
from graphkit.model.facts import Fact, Mention, Modality, Response
from graphkit.model.text import Section

_ON_PRACTICE = re.compile("(?:会议?|大会)(?:精神|部署|要求)*(?:的)?(?:传达|学习|宣传|贯彻|落实)+[^，。；]{0,6}情况")
_FOLLOWS = re.compile("(?:贯彻|落实|传达|学习)[^，。；]{0,8}情况[^，。；]{0,4}如下")
_PART = re.compile("[一二三四五六七八九十]{1,2}、")
_BAD = re.compile("问题|不足|短板|没|未|慢|差|弱|虚|下一步|要求|建议|打算|意见|安排|总体|基本情况")
_DID = re.compile("(?:党组|党委)?[^，。；、的：]{2,30}")
_NOT_DONE = re.compile(
    "尚未|未能|没有|还没|未(?!来|雨)|拟(?![定订])|计划|却|但|不(?!断|仅|但)|将|称|要求|强调|提醒|应|须|如|若|凡"
)


def state_good_practice(scene: Scene) -> Iterator[Fact]:
    """State the response of each body that such a paper tells of in a part that is not on what went wrong."""
    if "情况" not in scene.text or is_minutes(scene):
        return
    own = scene.own_title
    is_titled = own is not None and _ON_PRACTICE.search(own.surface) is not None
    is_told, is_good = False, False
    for section in scene.body:
        is_part = _PART.match(scene.text, section.start, section.end) is not None
        if is_part and (is_told or is_titled):
            is_good = _BAD.search(scene.text, section.start, min(section.end, section.start + 20)) is None
        if is_good:
            yield from _done_well(scene, section)
        is_told = is_told or _FOLLOWS.search(scene.text, section.start, section.end) is not None


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
            if told is None or not opens_clause(scene, sentence, run[0]) or is_of_post(scene, body, told.end()):
                continue
            words = scene.text[body.end : told.end()]
            if _NOT_DONE.search(words) or modality_at(scene, body.end, told.end()) is not Modality.REPORTED:
                continue
            yield from _responses(scene, [m for m in run if m.entity not in holders], meeting.entity, told.end())


def _responses(scene: Scene, bodies: list[Mention], meeting: str, end: int) -> Iterator[Fact]:
    for body in bodies:
        if body.entity is not None and scene.draft(body).kind == "Agency":
            evidence = scene.cite(body.start, end, "good-practice")
            named = response_id(body.entity, meeting)
            yield Response(id=named, respondent=body.entity, target=meeting, evidence=evidence)
