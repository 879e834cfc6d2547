"""Sentences in, who spreads a meeting's words out: 开展某会议精神宣讲活动, told with a noun and not with a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import modality_at, opens_clause, subjects_before
from graphkit.extract.rules.response import relayed_by
from graphkit.extract.rules.taking_up import is_called_for
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Modality

_SPREAD = re.compile("”?精神(?:集中|专题|主题|巡回|理论|基层|宣传)*(?:宣讲|宣传|学习|宣贯|培训|辅导)")
_DOES = re.compile("(?:组织|开展|举办|举行|深入|广泛|集中|扎实)*(?:开展|举办|举行|组织)(?:了)?“?$")
_NOT_DONE = re.compile("尚未|未能|没有|未|不[得能予]|如果|是否")
_VERB_REACH = 12


def state_spreading(scene: Scene) -> Iterator[Fact]:
    """State who relays a meeting by what it organises on its words."""
    for _, sentence, cue in scene.cues(_SPREAD):
        meeting = scene.ending(cue.start())
        if meeting is None or meeting.kind != "Meeting" or meeting.entity is None:
            continue
        verb = _DOES.search(scene.text, max(sentence.start, meeting.start - _VERB_REACH), meeting.start)
        if verb is None or is_called_for(scene, sentence, verb.start()):
            continue
        for body in subjects_before(scene, sentence, verb.start()):
            words = scene.text[body.end : verb.start()]
            is_told = modality_at(scene, body.end, verb.end()) is Modality.REPORTED and not _NOT_DONE.search(words)
            if is_told and body.entity is not None and opens_clause(scene, sentence, body):
                evidence = scene.cite(body.start, cue.end(), "conveyance")
                yield from relayed_by(scene, body.entity, meeting.entity, evidence)
