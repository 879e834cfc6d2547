"""Sentences in, facts of meetings being held out: when, by whom, where; and who attended, chaired, spoke."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import agents_before, clause_at, main_meeting, modality_at
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Draft, Scene
from graphkit.model.facts import Attendance, Fact, Holding, Mention, Modality, Response

_VERB = re.compile("(?:组织|主持|联合|集中|隆重|顺利|胜利)?(?:召开|举行|举办|开展)(?:了|过)?")
_CORE = re.compile("(?:召开|举行|举办|开展)(?:了|过)?")
_ADVERB = 2
_UNNAMED = re.compile("(?:了)?(?:专题|工作|全体|党组|党委)?(?:会议|专题会|座谈会)(?=[，。；、]|$)")
_ORGANISED = re.compile(
    "(?:本次|此次|这次)?(?:会议|大会|论坛|培训班|启动仪式)由(?P<bodies>[^，。；]{2,60}?)(?:联合|共同)?(?:主办|承办|召集|组织召开)"
)
_ROLES = re.compile(
    "(?P<attend>出席|参加)|(?P<chair>主持)|(?P<speak>讲话|致辞|作(?:了)?(?:重要|动员|总结)?讲话|作(?:工作)?报告|动员)"
)
_BY_PERSON = re.compile("由[^，。；]{0,30}主持")
_SPOKE_AT = re.compile(
    "上(?:的|作|发表|所作)?(?:了|的)?(?:重要|动员|工作|总结|主题|专题|主旨)*(?:讲话|报告|致辞|发言|演讲)"
)


def state_holding(scene: Scene) -> Iterator[Fact]:
    """State each meeting that a sentence reports or plans as held."""
    for section, sentence, core in scene.cues(_CORE):
        verb = _VERB.search(scene.text, max(section.start, core.start() - _ADVERB), core.end())
        if verb is not None:
            yield from _held(scene, sentence, verb)
    for _, _, match in scene.cues(_ORGANISED):
        yield from _organised(scene, match)
    yield from _held_by_name(scene)


def _held(scene: Scene, sentence: Sentence, verb: re.Match[str]) -> Iterator[Fact]:
    """State the holding at one verb: 机关召开会议, 会议在某地召开, 机关召开（无名）会议."""
    following = _named_after(scene, verb.end(), sentence.end)
    before = _named_before(scene, sentence, verb.start())
    agents = agents_before(scene, sentence, verb.start())
    modality = modality_at(scene, clause_at(scene, verb.start()).start, verb.end())
    if following is not None and following.entity is not None:
        agent = _agent(scene, agents, verb.start())
        holding = _holding(
            scene,
            sentence,
            following.entity,
            (verb.start(), following.end),
            agents=agents,
            agent=agent,
            modality=modality,
        )
        yield holding
        yield from _named_after_drive(scene, holding, following)
    elif before is not None and before.entity is not None:
        agent = (
            agents[-1].entity
            if agents and agents[-1].end <= before.start and agents[-1].end >= before.start - 1
            else None
        )
        yield _holding(
            scene, sentence, before.entity, (before.start, verb.end()), agents=[], agent=agent, modality=modality
        )
    elif not verb[0].startswith("开展"):
        unnamed = _UNNAMED.match(scene.text, verb.end(), sentence.end)
        near = bool(agents) and verb.start() - agents[-1].end <= 8
        if unnamed is not None and near and modality is Modality.REPORTED:
            draft = unnamed_meeting(scene, agents[0], scene.text[verb.end() : unnamed.end()])
            for holder in agents:
                yield _holding(
                    scene,
                    sentence,
                    draft.id,
                    (holder.start, unnamed.end()),
                    agents=agents,
                    agent=holder.entity,
                    modality=modality,
                )


def _organised(scene: Scene, match: re.Match[str]) -> Iterator[Fact]:
    """State who holds the meeting that a text is about: 会议由X、Y主办."""
    meeting = main_meeting(scene, match.start())
    if meeting is None or meeting.entity is None:
        return
    for body in scene.within(match.start("bodies"), match.end("bodies"), "Agency"):
        evidence = scene.cite(match.start(), match.end(), "holding")
        yield Holding(meeting=meeting.entity, by=body.entity, evidence=evidence)


def _named_after_drive(scene: Scene, holding: Holding, meeting: Mention) -> Iterator[Fact]:
    """State that a body which holds a meeting named after a campaign takes the campaign up."""
    if (
        holding.by is None
        or scene.drafts[holding.by].kind != "Agency"
        or holding.evidence[0].modality is not Modality.REPORTED
    ):
        return
    for draft in scene.drafts.values():
        if draft.kind == "Campaign" and any(len(name) > 4 and name in meeting.surface for name in draft.names):
            yield Response(
                id=f"r-{holding.by}-{draft.id}", respondent=holding.by, target=draft.id, evidence=holding.evidence
            )


def unnamed_meeting(scene: Scene, agent: Mention, words: str) -> Draft:
    """Give the meeting without a name of a stated holder: HOLDER会议."""
    holder = scene.draft(agent)
    name = holder.label or holder.names[0]
    draft = scene.implied("Meeting", f"{name}会议", holder=holder.id)
    for form in (
        f"{name}{words.removeprefix('了')}",
        f"{agent.surface}会议",
        f"{agent.surface}{words.removeprefix('了')}",
    ):
        draft.add_name(form)
    return draft


def _named_after(scene: Scene, offset: int, end: int) -> Mention | None:
    """Give the meeting named right after a verb of holding."""
    found = scene.within(offset, end, "Meeting")
    return found[0] if found and found[0].start - offset <= 2 else None


def _named_before(scene: Scene, sentence: Sentence, offset: int) -> Mention | None:
    """Give the meeting that the clause of a verb speaks of (会议名 + 在某地召开)."""
    clause = clause_at(scene, offset)
    found = scene.within(max(sentence.start, clause.start), offset, "Meeting")
    if not found or not re.match(
        "(?:于[^，]{0,12}|(?:今天|昨天|今日|日前|近日)(?:（[^（）]{2,12}）)?)?(?:在[^，]{1,24})?(?:顺利|隆重|胜利)?$",
        scene.text[found[-1].end : offset],
    ):
        return None
    return found[-1]


def _agent(scene: Scene, agents: list[Mention], offset: int) -> str | None:
    """Give who holds: the body named before, else the office whose item this is."""
    if agents:
        return agents[-1].entity
    owner = scene.owner_at(offset)
    return owner.entity if owner is not None else None


def _holding(
    scene: Scene,
    sentence: Sentence,
    meeting: str,
    place: tuple[int, int],
    *,
    agents: list[Mention],
    agent: str | None,
    modality: Modality,
) -> Holding:
    """Put together one holding, cited from its first argument to its last."""
    start, end = place
    dates = [m for m in scene.within(sentence.start, end, "Date") if _is_day_of(scene, m, end)]
    date = dates[-1] if dates else None
    value = scene.calendar.value(date) if date is not None else None
    regions = [
        m
        for m in scene.within(sentence.start, start, "Region")
        if scene.text[m.start - 1] == "在" and (scene.text[m.end : m.end + 1] == "，" or m.end == start)
    ]
    regions += [
        m
        for m in scene.within(start, end, "Region")
        if scene.text[m.start - 1] in "在于" or scene.text[m.start - 2 : m.start] == "地点"
    ]
    first = min(
        [start, *(m.start for m in agents[-1:]), *((date.start,) if date is not None and value is not None else ())]
    )
    return Holding(
        meeting=meeting,
        on=value.start if value is not None else None,
        until=value.end if value is not None else None,
        by=agent,
        region=regions[-1].entity if regions else None,
        evidence=scene.cite(
            first,
            end,
            "holding",
            modality=modality,
            relies_on=scene.calendar.relies_on(date) if date is not None and value is not None else (),
        ),
    )


def _is_day_of(scene: Scene, mention: Mention, offset: int) -> bool:
    """Tell whether a date dates the verb: it says a day or month, and no other date or sentence stands between."""
    value = scene.calendar.value(mention)
    if value is None or value.start.month is None:
        return False
    return not re.search("[。；]", scene.text[mention.end : offset])


def _held_by_name(scene: Scene) -> Iterator[Fact]:
    """State the holder that a meeting's own name gives (省委十一届八次全会)."""
    stated: set[str] = set()
    for mention in scene.mentions:
        if mention.kind != "Meeting" or mention.entity is None or mention.entity in stated:
            continue
        holder = scene.draft(mention).holder
        if holder is not None and holder in scene.drafts:
            stated.add(mention.entity)
            yield Holding(
                meeting=mention.entity, by=holder, evidence=scene.cite(mention.start, mention.end, "holder-in-name")
            )


def state_attendance(scene: Scene) -> Iterator[Fact]:
    """State who attended, chaired or addressed the meeting that a sentence speaks of."""
    for sentence, person in scene.told("Person"):
        yield from _roles_of(scene, sentence, person)


def _roles_of(scene: Scene, sentence: Sentence, person: Mention) -> Iterator[Fact]:
    """State the roles of one person in one sentence."""
    assert person.entity is not None  # noqa: S101 - persons are resolved
    clause = clause_at(scene, person.start)
    end = min(clause.end, sentence.end)
    tail = scene.text[person.end : end]
    spoken = next((m for m in scene.within(person.end, end, "Meeting") if _SPOKE_AT.match(scene.text, m.end)), None)
    if spoken is not None and spoken.entity is not None and tail.startswith(("在", "同志在")):
        evidence = scene.cite(person.start, min(end, spoken.end + 5), "attendance")
        yield Attendance(meeting=spoken.entity, person=person.entity, role="addressedBy", evidence=evidence)
        return
    if "会" not in scene.text[sentence.start : sentence.end]:
        return
    meeting = next(iter(scene.within(person.end, end, "Meeting")), None) or main_meeting(scene, person.start)
    if meeting is None or meeting.entity is None:
        return
    by_person = _BY_PERSON.search(scene.text, clause.start, end)
    for role in _roles(tail, by_person=by_person is not None and by_person.start() < person.start < by_person.end()):
        yield Attendance(
            meeting=meeting.entity,
            person=person.entity,
            role=role,  # type: ignore[arg-type]
            evidence=scene.cite(person.start, end, "attendance"),
        )


def _roles(tail: str, *, by_person: bool) -> list[str]:
    """Read the roles in the words after a name."""
    if by_person:
        return ["chairedBy"]
    if not re.match(
        "(?:同志|等[^，。]{0,12})?(?:在[^，。]{2,16}?(?=主持召开))?(?:分别|先后|亲自)?(?:出席|参加|主持|作|讲话|致辞)",
        tail,
    ):
        return []
    found = list(_ROLES.finditer(tail))
    roles = [("attendedBy", "attend"), ("chairedBy", "chair"), ("addressedBy", "speak")]
    return [role for role, group in roles if any(match[group] for match in found)]
