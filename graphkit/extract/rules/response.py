"""Items of a collecting article in, responses out: which office took up the meeting, with which theme."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import is_response_article
from graphkit.extract.meant_meetings import answered_meeting
from graphkit.extract.scene import Scene
from graphkit.model.facts import Conveyance, Evidence, Fact, Response
from graphkit.model.text import SectionKind, Span

_NOT_YET = re.compile(
    "[：:， 　]*(?:目前|至今|仍|还|迟迟|一直|截至[^，。；：]{1,14}|，)*"
    "(?:拟(?![定订](?!于))|将(?=于|在|认真|进一步|择期|适时)|计划|准备|尚未|暂未|未(?!来|雨)|没有|如|逾期|迟报|漏报|零报告|"
    "无(?:反馈|报送|上报|回音|动作|响应|措施)|正在?(?:筹备|制定|研究|起草|拟定|组织(?:制定|研究|起草)))"
)
_THEME = re.compile("“([^“”]{2,12})”")


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
        meeting = answered_meeting(scene, start)
        if meeting is None or meeting.entity is None:
            continue
        sentence = scene.scan.sentence_at(start)
        if _NOT_YET.match(scene.text, owner.end, sentence.end):
            continue
        seen.add(owner.entity)
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


def relayed_by(
    scene: Scene, who: str, target: str, evidence: tuple[Evidence], *, is_told: bool = True
) -> Iterator[Fact]:
    """State that one relays a meeting or policy, unless it only takes it up, and, a body of a name, responds to it."""
    if is_told:
        yield Conveyance(conveyor=who, conveyed=target, evidence=evidence)
    if scene.drafts[who].kind == "Agency":
        yield Response(id=response_id(who, target), respondent=who, target=target, evidence=evidence)


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
