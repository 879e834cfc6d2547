"""A run of lines in, what bodies did by them out (做法如下：1.甲局抓好…): responses, no tasks of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import is_minutes, may_act, modality_at
from graphkit.extract.meant_meetings import meeting_set_in_time, topic_meeting
from graphkit.extract.rules.point_leads import announces_acts, sentence_before
from graphkit.extract.rules.response import response_id
from graphkit.extract.scene import Enumeration, Item, Scene
from graphkit.extract.sittings import holders_of
from graphkit.model.facts import Fact, Mention, Modality, Response

_ASIDE = re.compile("(?:近日|日前|会后|[^，。；]{0,12}[日午后]，)，?")
_JOINED = re.compile("、|和|与|及")
_LEADS_ON = re.compile("[。：，]")
# Verbs that report, where no lead announces acts: 甲局组织排查水库12座，整改隐患8处.
_PAST = re.compile("了(?!解)|已(?!有)|先后|累计|完成|[0-9]+(?:处|家|次|人次|起|件|份|场|公里|万|亿|余|多)")
_NOT_DONE = re.compile(
    "尚未|未能|还没|没有|负责(?!人)|牵头|配合|责任(?:单位|部门|人)|拟(?![定订])|将(?=[于在对组开])|力争|确保[0-9]"
)
_DEMANDS = re.compile("要求|强调|议定|决定|明确|部署|任务|分工|职责|安排|措施|下列|以下")
_SPIRIT = re.compile("”?(?:的)?(?:精神|部署|要求)")
_LEAST = 2

Act = tuple[Item, list[Mention]]


def told_acts(scene: Scene, run: Enumeration) -> list[Act]:
    """Give the items of a run that tell what a body did, none where the run sets tasks or tells something else.

    A lead must announce acts; where it neither does so nor asks for anything, the verbs must report.
    """
    first = run.items[0]
    if scene.owner_at(first.marker) is not None or is_minutes(scene):
        return []
    is_announced = announces_acts(scene, first)
    is_asked = scene.own_title is not None or _DEMANDS.search(scene.text, *sentence_before(scene, first)) is not None
    if is_asked and not is_announced:
        return []
    acts = [(item, bodies) for item in run.items if (bodies := _opening(scene, item))]
    if len(acts) < _LEAST or len(acts) * 2 <= len(run.items):
        return []
    told = [act for act in acts if _is_told(scene, *act)]
    if is_announced:
        return told
    reported = [item for item, _ in told if _PAST.search(scene.text, item.start, item.end)]
    return told if len(told) == len(acts) and len(reported) * 2 > len(acts) else []


def responses_told(scene: Scene, run: Enumeration, acts: list[Act]) -> Iterator[Fact]:
    """State the response of each body to the meeting after which, or on whose spirit, the lead says that they act."""
    meeting = _meant(scene, run.items[0])
    if meeting is None or meeting.entity is None:
        return
    holders = {*holders_of(scene, meeting.entity, run.items[0].marker), scene.draft(meeting).holder}
    relies_on = (scene.scan.document.raw_span(meeting.start, meeting.end),)
    for item, bodies in acts:
        end = min(scene.scan.sentence_at(bodies[-1].end).end, item.end)
        for body in bodies:
            if body.entity is None or body.entity in holders or scene.draft(body).kind != "Agency":
                continue
            named = response_id(body.entity, meeting.entity)
            evidence = scene.cite(body.start, end, "announced-act", relies_on=relies_on)
            yield Response(id=named, respondent=body.entity, target=meeting.entity, evidence=evidence)


def _opening(scene: Scene, item: Item) -> list[Mention]:
    """Give the bodies that open an item, those joined together; a place acts, too."""
    aside = _ASIDE.match(scene.text, item.start, item.end)
    first = scene.starting(item.start) or (scene.starting(aside.end()) if aside is not None else None)
    if first is not None and first.kind == "Date" and aside is not None:
        first = scene.starting(aside.end())
    if first is None or first.kind not in {"Agency", "Region"} or not may_act(scene, first):
        return []
    run = [first]
    for body in scene.within(first.end, item.end, "Agency"):
        if not _JOINED.fullmatch(scene.text[run[-1].end : body.start]):
            break
        run.append(body)
    return [] if scene.text.startswith(("的", "、"), run[-1].end) else run


def _is_told(scene: Scene, item: Item, bodies: list[Mention]) -> bool:
    """Tell whether the first words behind a body report: a head is not enough (南岭市水利局。召开…)."""
    start = bodies[-1].end
    mark = _LEADS_ON.match(scene.text, start, item.end)
    start = mark.end() if mark is not None else start
    end = min(scene.scan.sentence_at(start).end, item.end) if start < item.end else item.end
    is_reported = modality_at(scene, start, end) is Modality.REPORTED
    return start < end and is_reported and _NOT_DONE.search(scene.text, start, end) is None


def _meant(scene: Scene, first: Item) -> Mention | None:
    """Give the meeting that the lead sets in time or whose spirit it names, else the one a collection is on."""
    section = scene.scan.section_at(first.marker)
    if section is None:
        return None
    lead = scene.scan.section_before(section) if section.start == first.marker else section
    for sentence in reversed(scene.sentences_in(lead) if lead is not None else ()):
        if sentence.start >= first.marker:
            continue
        end = min(sentence.end, first.marker)
        found = meeting_set_in_time(scene, sentence, end)
        named = scene.within(sentence.start, end, "Meeting")
        spirit = next((m for m in named if _SPIRIT.match(scene.text, m.end)), None)
        if found is not None or spirit is not None:
            return found or spirit
    return topic_meeting(scene, section)
