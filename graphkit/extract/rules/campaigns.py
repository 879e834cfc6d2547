"""Sentences in, facts of drives out: who launches, who carries out, who takes up a campaign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import agents_before, clause_at
from graphkit.extract.rules.response import response_id
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Drive, Fact, Mention, Modality, Response

_DECISION = re.compile(
    "[^。]{0,80}?(?:作出的|部署的|决定的|提出的|发起的|深入推进|推进)"
    "(?:[^。]{0,40}?)(?:重大|重要)?(?:决策|部署|任务|举措|决定|安排)"
)
_CARRIES = re.compile(
    "(?:扎实|深入|认真|大力|积极|全面|组织|持续|集中|牵头|统筹|广泛|迅速)*(?:开展|推进|实施|推动|举办|启动|加快推进|持续推进|大力推进|开展好|组织开展|抓实)(?:了|好)?(?:在?全[省市州县国](?:系统)?(?:范围内)?|机关事务|首批|第[一二三四]批|等)*(?:[^，。；：、“”]{0,6}和)?$"
)
_SETS_UP = re.compile("(?:安排部署|部署|动员部署|研究部署|传达部署|启动)$")
_TAKES_UP = re.compile("(?:深化|落实|按照|贯彻|紧扣|结合)[^，。；]{0,12}$")
_CALL = re.compile("关于(?:深入|全面|组织|集中|在[^，。]{2,12})*(?:开展|启动|实施)(?:全国|全省|全市)?“?$")
_CALLED = re.compile("”?(?:工作)?(?:的)?(?:有关|相关|统一)*(?:精神|要求|部署|安排|决定|通知|意见)")
_DEMAND = re.compile("(?:工作)?(?:要求|部署|安排)")


def state_drives(scene: Scene) -> Iterator[Fact]:
    """State what each sentence says of a campaign and a body."""
    for sentence, campaign in scene.told("Campaign"):
        if campaign.entity is not None:
            yield from _launched(scene, sentence, campaign)
            yield from _called_for(scene, campaign)
            yield from _taken_up(scene, sentence, campaign)
            yield from _carried_out(scene, sentence, campaign)


def _called_for(scene: Scene, campaign: Mention) -> Iterator[Fact]:
    """State who calls for a drive: 国务院关于开展C有关精神."""
    before = scene.text[max(0, campaign.start - 24) : campaign.start]
    cue = _CALL.search(before)
    body = scene.ending(campaign.start - len(before) + cue.start()) if cue is not None else None
    if body is None or body.kind != "Agency" or body.entity is None or not _CALLED.match(scene.text, campaign.end):
        return
    evidence = scene.cite(body.start, campaign.end, "launch")
    yield Drive(agency=body.entity, relation="launches", campaign=campaign.entity or "", evidence=evidence)


def _launched(scene: Scene, sentence: Sentence, campaign: Mention) -> Iterator[Fact]:
    """State 开展C，是党中央…作出的重大决策; C是局党委…的举措."""
    copula = re.match("[^。；]{0,40}?，?是", scene.text[campaign.end : sentence.end])
    if copula is None:
        return
    at = campaign.end + copula.end()
    agents = [m for m in scene.within(at, sentence.end, "Agency") if m.start == at]
    if not agents or agents[0].entity is None or not _DECISION.match(scene.text, agents[0].end):
        return
    agent, launcher = agents[0], agents[0].entity
    evidence = scene.cite(campaign.start, agent.end, "launch")
    yield Drive(agency=launcher, relation="launches", campaign=campaign.entity or "", evidence=evidence)
    inner = next((m for m in scene.within(agent.end, sentence.end, "Campaign") if m.entity != campaign.entity), None)
    if inner is not None and inner.entity is not None:
        yield Response(
            id=response_id(launcher, inner.entity),
            respondent=launcher,
            target=inner.entity,
            evidence=scene.cite(agent.start, inner.end, "launch"),
        )


def _taken_up(scene: Scene, sentence: Sentence, campaign: Mention) -> Iterator[Fact]:
    """State that a body's meeting sets a drive to work, or that an item acts on its demands."""
    before = scene.text[sentence.start : campaign.start]
    agents = agents_before(scene, sentence, campaign.start)
    if (
        _SETS_UP.search(re.sub("局系统|全[省市州县]系统|全局", "", before))
        and agents
        and agents[-1].entity is not None
        and "会" in before
    ):
        subject = next((a for a in scene.within(sentence.start, campaign.start, "Agency") if a.entity), agents[0])
        if subject.entity is not None and scene.draft(subject).kind == "Agency":
            yield _response(scene, subject.entity, subject.start, campaign)
        return
    owner = scene.owner_at(campaign.start)
    if (
        owner is not None
        and owner.entity is not None
        and _TAKES_UP.search(before)
        and _DEMAND.match(scene.text, campaign.end + (scene.text[campaign.end : campaign.end + 1] == "”"))
    ):
        yield _response(scene, owner.entity, max(sentence.start, campaign.start - 6), campaign)


def _response(scene: Scene, agent: str, start: int, campaign: Mention) -> Response:
    target = campaign.entity or ""
    return Response(
        id=response_id(agent, target),
        respondent=agent,
        target=target,
        evidence=scene.cite(start, campaign.end, "drive-response"),
    )


def _carried_out(scene: Scene, sentence: Sentence, campaign: Mention) -> Iterator[Fact]:
    """State that a body carries a campaign out: the office of the item, or the subject of the sentence."""
    clause = clause_at(scene, campaign.start)
    before = scene.text[max(clause.start, sentence.start) : campaign.start].rstrip("“")
    before = re.sub("“[^“”]*”?[、，]?$", "", before)
    verb = _CARRIES.search(before)
    if verb is None:
        return
    agent = _carrier(scene, sentence, campaign)
    if agent is None:
        return
    evidence = scene.cite(max(clause.start, sentence.start), campaign.end, "drive", modality=Modality.REPORTED)
    yield Drive(agency=agent, relation="carriesOut", campaign=campaign.entity or "", evidence=evidence)


def _carrier(scene: Scene, sentence: Sentence, campaign: Mention) -> str | None:
    """Give who carries out: the item's office, a subject opening the sentence, or the group a report is about."""
    owner = scene.owner_at(campaign.start)
    if owner is not None:
        return owner.entity
    subjects = [
        m
        for m in scene.within(sentence.start, campaign.start, "Agency")
        if m.entity and _is_subject(scene, sentence, m)
    ]
    if subjects:
        return subjects[0].entity
    section = scene.scan.section_at(campaign.start)
    if section is None or not re.search("^[一二三四五六七八九十]+是", scene.text[section.start : section.end]):
        return None
    index = scene.scan.document.sections.index(section)
    previous = scene.scan.document.sections[index - 1] if index else None
    if previous is None or not re.search("会议(?:指出|认为)", scene.text[previous.start : previous.end]):
        return None
    groups = [
        m
        for m in scene.within(previous.start, previous.end, "Agency")
        if m.entity and scene.draft(m).kind == "AgencyGroup"
    ]
    return groups[0].entity if groups else None


def _is_subject(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a body opens its clause as subject."""
    before = scene.text[sentence.start : mention.start]
    after = scene.text[mention.end : mention.end + 1]
    if scene.text.startswith("消息", mention.end):
        return False
    return (
        bool(re.search("(?:^|，|：|日)$", before))
        and after not in "的、，和"
        and not re.search("(?:在|由|按照|根据)[^，]*$", before)
    )
