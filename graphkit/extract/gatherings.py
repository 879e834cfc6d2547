"""A scene in, the meetings out that are told of by what a body's people hear together, with no verb of holding.

组织全院职工传达学习X会议精神。会上，院长甲强调…: whoever is gathered to hear it meets, where the next sentence speaks
of that meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import clause_at, modality_at, opens_clause, subjects_before
from graphkit.extract.scan import Clause, Sentence
from graphkit.extract.scene import Scene, Sitting
from graphkit.extract.unnamed_meetings import day_of, unnamed_meeting
from graphkit.model.facts import Modality

_GATHERED = re.compile(
    "组织(?!开展|领导|部|生活|法|关系)[^，。；、]{2,20}?(?=(?:集中|专题|认真|集体|深入)*(?:传达|学习|收看|观看))|"
    "(?:集中|专题|集体)(?=(?:传达|学习)+(?!会|班|教育|中心组|研讨))"
)
_THERE = re.compile("(?:会上|会议(?:由|指出|强调|要求|认为|还)|学习会(?:由|上))")
# Before the verb: a meeting that is told of already, or somebody who only asks for it.
_TOLD = re.compile("会议(?!室)|会上|大会|召开|举行|要求|通知|下发|为(?:贯彻|落实|深入)")


def gatherings_in(scene: Scene, told: tuple[Sitting, ...]) -> Iterator[Sitting]:
    """Iterate over the gatherings of the body; a sentence that tells of a meeting as held is left out."""
    known = {scene.scan.sentence_at(sitting.verb.start).start for sitting in told}
    for _, sentence, verb in scene.cues(_GATHERED):
        if sentence.start in known or not _is_spoken_of(scene, sentence):
            continue
        known.add(sentence.start)
        sitting = _gathering(scene, sentence, Clause(verb.start(), verb.end()))
        if sitting is not None:
            yield sitting


def _gathering(scene: Scene, sentence: Sentence, verb: Clause) -> Sitting | None:
    """Read one gathering: the body that opens the sentence meets, once an article and day."""
    if _TOLD.search(scene.text, sentence.start, verb.start):
        return None
    modality = modality_at(scene, max(sentence.start, clause_at(scene, verb.start).start), verb.end)
    bodies = subjects_before(scene, sentence, verb.start)
    if modality is not Modality.REPORTED or len(bodies) != 1 or not opens_clause(scene, sentence, bodies[0]):
        return None
    body = bodies[0]
    if body.entity is None or scene.draft(body).kind != "Agency":
        return None
    section = scene.scan.section_at(verb.start)
    article, day = section.article if section is not None else 0, day_of(scene, sentence, verb.end)
    sessions = scene.sessions.setdefault((article, body.entity), {})
    meeting = sessions.get(day) or unnamed_meeting(scene, body, "会议", distinct=f"{article}|{day}").id
    sessions[day] = sessions["last"] = meeting
    return Sitting(meeting, verb.start, verb.end, verb, None, (body,), modality, is_background=False)


def _is_spoken_of(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether the next sentence, of the same piece, tells what went on at the meeting."""
    after = sentence.end
    while after < len(scene.text) and scene.text[after] in "。\n":
        after += 1
    here, there = scene.scan.section_at(sentence.start), scene.scan.section_at(after)
    if here is None or there is None or here.article != there.article:
        return False
    return _THERE.match(scene.text, after) is not None
