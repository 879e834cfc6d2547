"""News of how a meeting is taken up in, the bodies that it tells as acting at once out: 城东大队连夜召集中队长开会."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import is_minutes, modality_at, opens_clause
from graphkit.extract.meant_meetings import relayed_in_title, topic_meeting
from graphkit.extract.rules.in_turn import NOT_DONE, PROMPTLY
from graphkit.extract.rules.response import response_id
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import holders_of
from graphkit.model.facts import Fact, Mention, Modality, Response
from graphkit.model.text import SectionKind

# 某林场的落实办法是“死看死守”: what a body does about it.
_WAY = re.compile("的(?:落实|具体|应对)?(?:办法|做法|对策|打法|举措)(?:是|：)")
_SENTENCE = 400


def state_prompt_acts(scene: Scene) -> Iterator[Fact]:
    """State the response of each body that acts at once, in news whose title takes a meeting up."""
    if not any(mention.kind == "Meeting" for mention in scene.mentions) or is_minutes(scene):
        return
    for sentence, body in scene.told("Agency"):
        told = PROMPTLY.match(scene.text, body.end, sentence.end) or _WAY.match(scene.text, body.end, sentence.end)
        if told is None or body.entity is None or scene.draft(body).kind != "Agency":
            continue
        section = scene.scan.section_at(body.start)
        if section is None or section.kind is not SectionKind.BODY or not opens_clause(scene, sentence, body):
            continue
        meeting = relayed_in_title(scene, body.start) or topic_meeting(scene, section)
        if meeting is not None and meeting.entity is not None:
            yield from _responded(
                scene, body, meeting.entity, (max(sentence.start, body.start - _SENTENCE), told.end())
            )


def _responded(scene: Scene, body: Mention, meeting: str, place: tuple[int, int]) -> Iterator[Fact]:
    """State one response, where the clause reports it as done and the body does not hold the meeting."""
    start, end = place
    holders = {*holders_of(scene, meeting, end), scene.drafts[meeting].holder}
    if body.entity is None or body.entity in holders or NOT_DONE.search(scene.text[start:end]):
        return
    if modality_at(scene, body.end, end) is Modality.REPORTED:
        evidence = scene.cite(body.start, end, "prompt-act")
        yield Response(id=response_id(body.entity, meeting), respondent=body.entity, target=meeting, evidence=evidence)
