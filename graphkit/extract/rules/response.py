"""Sentences in, facts of taking up out: who relays a meeting or policy, who responds to what, with which theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphkit.extract.context import agents_before, clause_at, is_response_article, main_meeting, modality_at
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import held_in, told_meeting
from graphkit.model.facts import Conveyance, Fact, Mention, Modality, Response
from graphkit.model.text import Section, SectionKind, Span

_RELAY = re.compile(
    "(?:(?:传达|学习|贯彻|落实|宣传|领会|解读|传达到){1,4}(?:了|好)?|将会议精神传达到?|原文学习(?:了)?)"
)
_SPIRIT = re.compile("会议精神|(?:本次|此次|这次|全省|全国|全市)?会议(?:的)?精神|讲话和会议精神")
_PURPOSE = re.compile(
    "(?:为|为了|为深入|为全面|为认真|为进一步)(?:切实|全面|深入|认真|坚决|扎实|进一步)*(?:学习)?(?:贯彻|落实)+"
)
_ACCORDING = re.compile("(?:根据|按照|遵照|依据)")
_TAKES = re.compile("等?(?:有关|相关|文件)?(?:要求|精神|部署|安排)")
_AFTER_MEETING = re.compile("(?:召开|结束|闭幕)?(?:之)?后")
_NOT_DONE = re.compile("尚未|未能|还未|暂未|并未|从未|没有|未(?=[一-鿿]{0,4}$)")
_THEME = re.compile("“([^“”]{2,12})”")


class _Conveyor(NamedTuple):
    """Who relays, where it is named; a body that only holds the relaying meeting responds and does not relay."""

    id: str
    start: int
    is_body: bool = False
    is_holder: bool = False


def state_item_responses(scene: Scene) -> Iterator[Fact]:
    """State the response of each office that an article collects, to the meeting it is about."""
    seen: set[str] = set()
    for start, owner in scene.owners.items():
        if (
            owner.start != start
            or owner.entity is None
            or owner.entity in seen
            or not is_response_article(scene, start)
        ):
            continue
        meeting = main_meeting(scene, start)
        if meeting is None or meeting.entity is None:
            continue
        seen.add(owner.entity)
        sentence = scene.scan.sentence_at(start)
        theme = _THEME.search(scene.text, owner.end, sentence.end)
        relies_on = (scene.scan.document.raw_span(meeting.start, meeting.end), *_note_span(scene, start))
        evidence = scene.cite(owner.start, sentence.end, "item-response", relies_on=relies_on)
        yield Response(
            id=response_id(owner.entity, meeting.entity),
            respondent=owner.entity,
            target=meeting.entity,
            theme=theme[1] if theme is not None and theme.start() - owner.end <= 6 else None,
            evidence=evidence,
        )
        if scene.draft(owner).kind == "Agency":
            yield Conveyance(conveyor=owner.entity, conveyed=meeting.entity, evidence=evidence)


def response_id(respondent: str, target: str) -> str:
    """Name a response in its document."""
    return f"r-{respondent}-{target}"


def _note_span(scene: Scene, offset: int) -> tuple[Span, ...]:
    """Give the raw span of the editor's note of the article, which says what the items are about."""
    article = scene.article_at(offset)
    for section in scene.scan.document.sections:
        if article is not None and section.article == article.order and section.kind is SectionKind.NOTE:
            return (scene.scan.document.raw_span(section.start, section.end),)
    return ()


def state_conveyance(scene: Scene) -> Iterator[Fact]:
    """State what a sentence reports as relayed: 传达学习 / 贯彻落实 … 精神."""
    for section, sentence, verb in scene.cues(_RELAY):
        if section.kind is not SectionKind.TITLE or not section.article:
            yield from _relayed(scene, section, sentence, verb)


def _relayed(scene: Scene, section: Section, sentence: Sentence, verb: re.Match[str]) -> Iterator[Fact]:
    """State what is relayed at one verb, by the meeting just held, by 会议, or by the bodies named."""
    clause = clause_at(scene, verb.start())
    if modality_at(scene, clause.start, verb.start()) is not Modality.REPORTED or _is_demanded(
        scene, sentence, verb.start()
    ):
        scene.scan.refuse(clause.start, verb.end(), "conveys", "要求或打算，不是已做 / demanded or intended, not done")
        return
    if _NOT_DONE.search(scene.text, clause.start, verb.start()):
        scene.scan.refuse(clause.start, verb.end(), "conveys", "否定 / negated")
        return
    objects = _objects(scene, verb[0], verb.end(), sentence.end)
    if not objects and _SPIRIT.search(scene.text, clause.start, min(clause.end, sentence.end)):
        objects = _meant(scene, sentence, verb.start())
    if not objects:
        return
    end = max([verb.end(), *(m.end for m in objects if m.start >= sentence.start and m.end <= sentence.end)])
    for conveyor, start, is_body, is_holder in _conveyors(scene, section, sentence, verb.start()):
        for item in objects:
            if item.entity is None or item.entity == conveyor:
                continue
            evidence = scene.cite(min(start, verb.start()), end, "conveyance")
            if not is_holder:
                yield Conveyance(conveyor=conveyor, conveyed=item.entity, evidence=evidence)
            if is_body and scene.drafts[conveyor].kind == "Agency":
                yield Response(
                    id=response_id(conveyor, item.entity), respondent=conveyor, target=item.entity, evidence=evidence
                )


def _meant(scene: Scene, sentence: Sentence, offset: int) -> list[Mention]:
    """Give the meeting that 会议精神 means: one that the sentence sets in time (X会议后，…), else the article's."""
    for meeting in scene.within(sentence.start, offset, "Meeting"):
        if _AFTER_MEETING.match(scene.text, meeting.end):
            return [meeting]
    own = main_meeting(scene, offset)
    return [own] if own is not None else []


def _is_demanded(scene: Scene, sentence: Sentence, offset: int) -> bool:
    """Tell whether the sentence demands (会议要求…, 一要…, 各单位要…) or the passage is a policy's point."""
    before = scene.text[sentence.start : offset]
    if re.search("要求|强调|[一二三四五六七八九十]要|要[一-鿿]{0,6}$|下一步|明确", before):
        return True
    article = scene.article_at(offset)
    section = scene.scan.section_at(offset)
    opens = section is not None and bool(
        re.match("[一二三四五六七八九十]+[、是要]", scene.text[section.start : section.end])
    )
    return article is not None and opens and scene.owner_at(offset) is None


def _objects(scene: Scene, verb: str, start: int, end: int) -> list[Mention]:
    """Give the meetings and policies listed after a verb, up to the end of the clause."""
    found: list[Mention] = []
    position = start
    for mention in scene.within(start, min(end, start + 220), "Meeting", "Policy"):
        gap = scene.text[position : mention.start]
        if "，" in gap or "；" in gap or (found and len(gap) > 12) or (not found and len(gap) > 30):
            break
        found.append(mention)
        position = mention.end
    if found and found[0].kind == "Policy" and not re.search("传达|贯彻|落实", verb):
        return []
    if found and not re.search("精神|讲话|部署|要求|》|决定|任务", scene.text[found[-1].end : found[-1].end + 14]):
        return [] if all(m.kind == "Policy" for m in found) else found
    return found


def _conveyors(scene: Scene, section: Section, sentence: Sentence, offset: int) -> list[_Conveyor]:
    """Give who relays: the meeting held just before in the sentence, the article's meeting, or bodies."""
    text = scene.text
    held = held_in(scene, sentence.start, offset)
    if held:
        sitting = held[-1]
        is_holder = scene.draft(sitting.holders[0]).kind == "Agency" if sitting.holders else True
        return [
            _Conveyor(sitting.meeting, sitting.start),
            *(
                _Conveyor(a.entity, a.start, is_body=True, is_holder=is_holder)
                for a in sitting.holders
                if a.entity is not None
            ),
        ]
    agents = agents_before(scene, sentence, offset)
    opening = text[sentence.start : sentence.start + 6]
    if re.match("会议|会上|大会|全会", opening) or (
        section.kind is SectionKind.BODY and re.match("活动|集中", opening) and not agents
    ):
        meeting = told_meeting(scene, offset)
        if meeting is not None:
            return [_Conveyor(meeting, sentence.start)]
    if not agents and offset - sentence.start <= 4 and section.start < sentence.start:
        agents = [m for m in scene.within(section.start, sentence.start, "Agency") if scene.draft(m).kind == "Agency"][
            :1
        ]
    return [_Conveyor(a.entity, a.start, is_body=True) for a in agents if a.entity is not None]


def state_taking_up(scene: Scene) -> Iterator[Fact]:
    """State responses by purpose and ground: 为贯彻落实…精神, 按照…要求, with the body that then acts."""
    for pattern in (_PURPOSE, _ACCORDING):
        seen: set[int] = set()
        for _, sentence, cue in scene.cues(pattern):
            if sentence.start not in seen:
                seen.add(sentence.start)
                yield from _taken_up(scene, sentence, cue, is_purpose=pattern is _PURPOSE)


def _taken_up(scene: Scene, sentence: Sentence, cue: re.Match[str], *, is_purpose: bool) -> Iterator[Fact]:
    """State one: the meetings (and, for a body's own doing, policies) between cue and acting body."""
    objects = _listed(scene, cue.end(), sentence.end)
    if not objects:
        return
    last = objects[-1].end
    if not is_purpose and not _TAKES.match(scene.text[last : last + 6].lstrip("》）")):
        return
    actors = [
        m
        for m in scene.within(last, sentence.end, "Agency")
        if m.entity and scene.draft(m).kind == "Agency" and _acts(scene, m, sentence)
    ]
    if not actors:
        actors = _notice_issuers(scene, sentence) if is_purpose else []
        objects = [m for m in objects if m.kind == "Meeting"]
    for actor in actors[:1] if actors and actors[0].start >= last else actors:
        for item in objects:
            if item.entity is None or actor.entity is None:
                continue
            evidence = scene.cite(cue.start(), max(last, min(actor.end, sentence.end)), "taking-up")
            yield Response(
                id=response_id(actor.entity, item.entity),
                respondent=actor.entity,
                target=item.entity,
                evidence=evidence,
            )


def _listed(scene: Scene, start: int, end: int) -> list[Mention]:
    """Give the meetings and policies named after a cue before the main clause begins."""
    found: list[Mention] = []
    position = start
    for mention in scene.within(start, end, "Meeting", "Policy"):
        gap = scene.text[position : mention.start]
        if re.search("[。；]", gap) or (not found and len(gap) > 14) or (found and len(gap) > 14):
            break
        if found and "，" in gap and not re.search("，(?:落实|贯彻|按照|根据)", gap):
            break
        found.append(mention)
        position = mention.end
    return found


def _acts(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Tell whether a body is the subject of what follows it."""
    tail = scene.text[mention.end : min(mention.end + 8, sentence.end)]
    before = scene.text[mention.start - 1 : mention.start]
    return (
        before in "，："
        and bool(re.match("[^，。、的]{1,8}", tail))
        and not tail.startswith(("的", "、", "关于", "印发的"))
    )


def _notice_issuers(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Give the signers, for the purpose clause of a notice."""
    if not any(m.rule == "title-own" for m in scene.mentions) or not re.search(
        "通知|如下|制定|现将|现就", scene.text[sentence.start : sentence.end + 40]
    ):
        return []
    return [
        m
        for m in scene.mentions
        if m.kind == "Agency" and m.entity and scene.scan.is_in(m.start, SectionKind.SIGNATURE)
    ]
