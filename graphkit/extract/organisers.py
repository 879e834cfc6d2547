"""A meeting that stands before its verb in, who holds it out: 由甲主办、乙承办的某启动仪式, 甲 + 某会议."""

from __future__ import annotations

import re

from graphkit.extract.context import subjects_before
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

# 由甲主办，乙承办，丙协办的: who only helps holds nothing.
_ORGANISED_BY = re.compile(
    "(?P<held>(?:由|(?<=[，。；\\n日午])|^)[^，。；由]{2,60}(?:主办|承办|组织|召集|举办)(?:[，、][^，。；]{2,60}承办)?)(?:[，、][^，。；]{2,60}协办)?的[“]?$"
)


def organisers_of(scene: Scene, sentence: Sentence, meeting: Mention) -> tuple[Mention, ...]:
    """Give who holds a meeting that stands before its verb: 由A、B主办的会议, A会议."""
    lead = _ORGANISED_BY.search(scene.text[sentence.start : meeting.start])
    if lead is not None:
        return tuple(scene.within(sentence.start + lead.start(), sentence.start + lead.end("held"), "Agency"))
    subjects = subjects_before(scene, sentence, meeting.start)
    return tuple(subjects[-1:]) if subjects and meeting.start - subjects[-1].end <= 1 else ()
