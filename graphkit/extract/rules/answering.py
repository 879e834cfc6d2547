"""Sentences in, responses out that name their meeting only as 会议, 大会 or 推进会: 对照大会要求, 按会商会的部署."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import carried_subject, clause_at, modality_at, opens_clause, subjects_before
from graphkit.extract.rules.response import response_id
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import meant_by
from graphkit.model.facts import Fact, Mention, Modality, Response

_HEADS = "会议|大会|推进会|现场会|会商会|动员部署会|动员会|部署会|座谈会"
_ANSWERS = re.compile(
    f"(?:对照|按照?|依照|落实|回应|响应|围绕|根据|把|将)(?P<head>{_HEADS})"
    "(?=(?:的)?(?:精神|要求|部署|任务|清单|提出|安排|议定|确定|明确|要点|“))"
)
_NOT_DONE = re.compile(
    "尚未|未能|还未|还没|暂未|从未|没有|无法|不能|不予|拟|将于|待|如|凡|若|应当|必须|务必|须|要求|督促|要[一-鿿]|是否|提醒|称|表示"
)
_CONFIDENCE = 0.75


def state_answers(scene: Scene) -> Iterator[Fact]:
    """State that a body which acts on what a meeting said takes the meeting up, where that is reported."""
    if not any(mention.kind == "Meeting" for mention in scene.mentions):
        return
    for _, sentence, cue in scene.cues(_ANSWERS):
        clause = clause_at(scene, cue.start())
        after = scene.text[cue.end() : min(clause.end + 24, sentence.end)]
        if _NOT_DONE.search(scene.text, sentence.start, cue.start()) or re.search("尚未|未|拟|将", after):
            continue
        if modality_at(scene, clause.start, cue.start() + 2) is not Modality.REPORTED:
            continue
        meetings = meant_by(scene, sentence, cue.start(), cue["head"])
        for body in _bodies(scene, sentence, cue) if meetings else ():
            target = meetings[0].entity
            if body.entity is None or target is None or scene.draft(body).kind != "Agency":
                continue
            evidence = scene.cite(
                min(max(body.start, sentence.start), cue.start()),
                max(cue.end(), min(body.end, sentence.end)),
                "answer",
                confidence=_CONFIDENCE,
                relies_on=(scene.scan.document.raw_span(meetings[0].start, meetings[0].end),),
            )
            yield Response(
                id=response_id(body.entity, target), respondent=body.entity, target=target, evidence=evidence
            )


def _bodies(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> list[Mention]:
    """Give who acts: the subject before the cue, the one that opens the clause after it, or the one told of before."""
    before = [m for m in subjects_before(scene, sentence, cue.start()) if opens_clause(scene, sentence, m)]
    if before:
        return before
    after = [m for m in scene.within(cue.end(), sentence.end, "Agency") if opens_clause(scene, sentence, m)]
    if after:
        return after[:1]
    carried = carried_subject(scene, sentence, cue.start())
    return [carried] if carried is not None else []
