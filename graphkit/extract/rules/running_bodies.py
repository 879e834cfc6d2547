"""The passage before a run of points in, the body that it tells of as acting out: what follows are its points."""

from __future__ import annotations

import re

from graphkit.extract.context import may_act, modality_at, opens_clause, subjects_before
from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention, Modality
from graphkit.model.text import Section

# What may stand before the subject that opens a passage: a time, an adverbial, nothing.
_OPENING = re.compile(
    "[●◎★☆◆◇■□▲△•※]?(?:(?:本报|本网|本站)?讯)?(?:（[^（）]{2,40}）)?(?:“[^”]{2,60}”)?(?:[0-9年月日上下午晚]{2,14}，(?=[^，。；：]{0,40}后，))?(?:[^，。；：]{0,16}，|[^，。；：]{0,40}(?:结束|召开|闭幕)后，)?(?:近日|日前|近期|连日来|近年来|今年以来)?，?"
)
# 区长在区人民代表大会上所作的《政府工作报告》安排部署了…: the report speaks.
_REPORTED = re.compile("[^。；《]{0,40}所[作做]的《")
# Words by which a sentence says that what a body does follows: 甲局多措并举, 采取三项措施, 积极开展活动：.
_BY_MEANS = re.compile(
    "多措并举|多管齐下|多种(?:手段|形式|举措|方式)|[一二两三四五六七八九十]+(?:项|条|个|大)?(?:措施|举措|抓手|方面|强化|到位|聚焦)"
    "|(?:扎实|积极|认真|深入|全力|有力|有效|有序|迅速|全面)[^，。；]{2,24}[。：]?$"
)


def opening_body(scene: Scene, passage: Section, marker: int) -> Mention | None:
    """Give the body that opens the passage before a run as its subject."""
    opening = next(iter(scene.within(passage.start, marker, "Agency")), None)
    if opening is None or opening.entity is None or scene.draft(opening).kind != "Agency":
        return None
    before = scene.text[passage.start : opening.start]
    is_other = scene.text.startswith(("的", "消息", "、"), opening.end) or _REPORTED.match(scene.text, opening.end)
    return opening if _OPENING.fullmatch(before) and not is_other else None


def doing_body(scene: Scene, passage: Section, marker: int) -> Mention | None:
    """Give the one body that the last sentence before a run tells of as acting (为…，按照…，甲局多措并举。一是…)."""
    end = min(passage.end, marker)
    sentence = scene.scan.sentence_at(max(end - 1, passage.start))
    if not _BY_MEANS.search(scene.text, max(sentence.start, passage.start), end):
        return None
    acting = [m for m in subjects_before(scene, sentence, end) if scene.draft(m).kind == "Agency"]
    is_one = len(acting) == 1 and opens_clause(scene, sentence, acting[0]) and may_act(scene, acting[0])
    is_other = is_one and scene.text.startswith(("的", "消息", "、"), acting[0].end)
    told = modality_at(scene, acting[0].end, end) if is_one else None
    return acting[0] if told is Modality.REPORTED and not is_other else None
