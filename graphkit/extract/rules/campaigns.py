"""Sentences in, facts of drives out: who launches, who carries out, who takes up a campaign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from graphkit.extract.context import (
    agents_before,
    clause_at,
    is_paper,
    listed_from,
    may_act,
    modality_at,
    opens_clause,
    subjects_before,
)
from graphkit.extract.rules.response import response_id
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import holders_of, told_meeting
from graphkit.model.facts import Drive, Fact, Mention, Modality, Response
from graphkit.model.text import SectionKind

_DECISION = re.compile(
    "[^。]{0,80}?(?:作出的|部署的|决定的|提出的|发起的|深入推进|推进)"
    "(?:[^。]{0,40}?)(?:重大|重要)?(?:决策|部署|任务|举措|决定|安排)"
)
_DOES = (
    "(?:扎实|深入|认真|大力|积极|全面|组织|持续|集中|牵头|统筹|广泛|迅速|联合|共同|继续|先后|同步|统一|部署|正式|率先)*"
    "(?:开展|推进|实施|推动|举办|举行|启动|加快推进|持续推进|大力推进|开展好|组织开展|抓实|发起|推出|承担|(?:圆满|顺利|如期|全面)*完成)(?:了|好)?"
)
_CARRIES = re.compile(
    f"{_DOES}(?:在?全[省市州县国](?:系统)?(?:范围内)?|机关事务|首批|第[一二三四]批|等|为期[^，。；：]{{1,8}}?的|[0-9]{{4}}年(?:度)?"
    "|以[^，。；：]{2,40}为(?:主题|载体|内容|重点)的|由[^，。；：]{2,40}(?:主办|发起|组织|部署)的)*(?:[^，。；：、“”]{0,6}和)?$"
)
# The field of work before a quoted name: 开展民生领域案件查办 + “某某”行动.
_IN_FIELD = re.compile(f"{_DOES}[^，。；：、“”的]{{2,12}}$")
_SETS_UP = re.compile("(?:安排部署|部署|动员部署|研究部署|传达部署)$")
_SET_UP_BEFORE = re.compile(
    "会[^。；]{0,12}(?:，|就|对)[^，。；]{0,10}(?:对|就)?(?:深入|扎实|全面)?(?:开展|推进|做好)?(?:好)?“?$"
)
_SET_UP_AFTER = re.compile(
    "”?(?:工作)?(?:进行|进行了|作出|作了|作|作出了)?(?:再|全面|专题|具体|安排)?(?:动员|部署|安排)"
)
_TAKES_UP = re.compile("(?:深化|落实|按照|贯彻|紧扣|结合)[^，。；]{0,12}$")
_NOT_DONE = re.compile("尚未|未能|还未|还没|暂未|并未|从未|没有|无法|不得|停止|取消|未$|未[一-鿿]{0,4}$")
_ASKED = re.compile(
    "(?:会议|大会|会上|[局厅部委长记任])(?:还|明确|特别|进一步)?(?:要求|强调|指出|提出)[，：]|要求[^，。]{2,20}$"
)
_MUST = re.compile("(?<![重主需只纪摘提])要(?!求|点|闻|素|事|么|义|情|件|务|目)|必须|务必|应当")
# 宣读开展C倡议书: a paper on it is read, it is not carried out by that.
_ON_PAPER = re.compile("”?(?:活动)?(?:的)?(?:倡议书?|通知|方案|实施方案|工作方案|动员令|公告)")
_STARTED = re.compile("^[^，。]{0,6}(?:启动|发起|推出)")
# 甲部提出 + 实施C: whose idea it is.
_PUTS_FORWARD = ("提出", "首次提出", "率先提出")
_CALL = re.compile("关于(?:深入|全面|组织|集中|在[^，。]{2,12})*(?:开展|启动|实施)(?:全国|全省|全市)?“?$")
_STARTS = re.compile(
    "关于(?:组织|联合|深入|全面|集中|继续|进一步|部署)*(?:开展|启动|实施|组织)(?:[0-9]{4}年(?:度)?)?(?:全[国省市县区])?"
)
_DECIDED = re.compile(
    "(?:决定|定于|拟定于|研究部署)[^。；]{0,40}?(?:组织|部署|联合|集中|深入|继续|自[^，。]{1,10}起|在[^，。]{1,16})*(?:开展|启动|实施|举办)"
    "(?:全国|全省|全市域?|全县域?|全区域?|[0-9]{4}年(?:度)?|为期[^，。；]{1,8}?的)*$"
)
# 会议决定开展C: who holds the meeting decides.
_AT_MEETING = re.compile("(?:会议|大会|会上)")
_HOSTED = re.compile(
    "由(?P<host>[^，。；]{2,60}?)(?:联合|共同|统一)?(?P<how>主办|发起|举办|举行|开展|组织|牵头)(?:[，、](?:由)?(?P<under>[^，。；]{2,60}?)(?:联合|共同|具体)?(?:承办|协办))?的(?:全[国省市县区州]|[一-鿿]{2,6}[省市县区州])?[“]?$"
)
# 甲厅厅长乙介绍，全省开展C: a place acts, and no body that is told of before it.
_PLACE_ACTS = re.compile("(?:目前|近年来|同时|去年|今年)?全[国省市州县区](?:上下|各地|各级)?(?:共|将|已|都|均|也|又)?")
# What is to be finished by some year is an aim.
_ENDS = re.compile("完成|承担")
# 甲部通报全国公安机关 + 开展C: whose work is told of carries out, and not who tells.
_TOLD_OF = ("通报", "通报了", "介绍", "介绍了", "听取", "听取了", "组织", "指导", "带领", "率领")
_LAUNCHING = frozenset({"主办", "发起"})
# What a drive is said to have brought since it began, and whom it is in the hands of.
_SINCE = re.compile(
    "”?(?:专项行动|行动|工作)?(?:自)?(?:启动|部署|组织|开展|实施|推进)*(?:以来|期间|中)，(?:截至[^，。；]{2,12}，)?(?:全[省市州县区])?"
)
_IN_HANDS = re.compile("”?(?:专项行动|行动|活动|工作)?，?由")
_HANDS = re.compile("(?:牵头|负责|具体|统一|联合|共同)*(?:组织)?(?P<how>实施|开展|承办|推进|发起|主办|牵头)")
_THEN = re.compile("[，、](?:由)?")
# 甲厅部署开展的C: whose drive it is, whoever takes it up.
_OF_BODY = re.compile("(?:统一|集中|联合|共同)?(?:部署|发起|启动|主办)(?:开展|实施)?的[“]?$")
# 甲牵头，乙、丙配合，实施C: who leads carries out as well.
_LED = re.compile("牵头(?:组织|负责|实施)?[，、；](?:由)?$")
_CALLED = re.compile("”?(?:工作)?(?:的)?(?:有关|相关|统一)*(?:精神|要求|部署|安排|决定|通知|意见)")
_DEMAND = re.compile("(?:工作)?(?:要求|部署|安排)")


def state_drives(scene: Scene) -> Iterator[Fact]:
    """State what each sentence says of a campaign and a body."""
    for sentence, campaign in scene.told("Campaign"):
        if campaign.entity is not None:
            yield from _launched(scene, sentence, campaign)
            yield from _hosted(scene, sentence, campaign)
            yield from _called_for(scene, campaign)
            yield from _set_by(scene, campaign)
            yield from _decided(scene, sentence, campaign)
            yield from _taken_up(scene, sentence, campaign)
            yield from _carried_out(scene, sentence, campaign)
            yield from _in_hands(scene, sentence, campaign)
    yield from _titled(scene)


def _relation(verb: str) -> Literal["launches", "carriesOut"]:
    """Tell whether who does this with a drive launches it or carries it out."""
    return "launches" if verb in _LAUNCHING else "carriesOut"


def _hosted(scene: Scene, sentence: Sentence, campaign: Mention) -> Iterator[Fact]:
    """State 由甲主办、乙承办的C: the host launches, who undertakes it carries it out."""
    cue = _HOSTED.search(scene.text, sentence.start, campaign.start)
    if cue is None or modality_at(scene, sentence.start, campaign.start) is not Modality.REPORTED:
        return
    evidence = scene.cite(cue.start(), campaign.end, "launch")
    for body in scene.within(cue.start("host"), cue.end("host"), "Agency"):
        if body.entity is not None:
            yield Drive(
                agency=body.entity, relation=_relation(cue["how"]), campaign=campaign.entity or "", evidence=evidence
            )
    for body in scene.within(cue.start("under"), cue.end("under"), "Agency") if cue["under"] else ():
        if body.entity is not None:
            yield Drive(agency=body.entity, relation="carriesOut", campaign=campaign.entity or "", evidence=evidence)


def _in_hands(scene: Scene, sentence: Sentence, campaign: Mention) -> Iterator[Fact]:
    """State who carries out by what stands behind: C开展以来，甲查处…; C由甲、乙实施."""
    since = _SINCE.match(scene.text, campaign.end, sentence.end)
    given = _IN_HANDS.match(scene.text, campaign.end, sentence.end) if since is None else None
    cue = since or given
    if cue is None or modality_at(scene, sentence.start, cue.end()) is not Modality.REPORTED:
        return
    bodies = listed_from(scene, cue.end(), sentence.end)
    if not bodies or not (may_act(scene, bodies[-1]) if since else _HANDS.match(scene.text, bodies[-1].end)):
        return
    if modality_at(scene, sentence.start, bodies[-1].end) is not Modality.REPORTED:
        return
    runs = [(bodies, _HANDS.match(scene.text, bodies[-1].end, sentence.end))]
    then = _THEN.match(scene.text, runs[0][1].end(), sentence.end) if given is not None and runs[0][1] else None
    others = listed_from(scene, then.end(), sentence.end) if then is not None else []
    hands = _HANDS.match(scene.text, others[-1].end, sentence.end) if others else None
    for run, how in [*runs, *([(others, hands)] if hands is not None else [])]:
        evidence = scene.cite(campaign.start, run[-1].end, "drive")
        relation = _relation(how["how"] if given is not None and how is not None else "")
        for body in run:
            if body.entity is not None:
                yield Drive(agency=body.entity, relation=relation, campaign=campaign.entity or "", evidence=evidence)


def _called_for(scene: Scene, campaign: Mention) -> Iterator[Fact]:
    """State who calls for a drive: 国务院关于开展C有关精神."""
    before = scene.text[max(0, campaign.start - 24) : campaign.start]
    cue = _CALL.search(before)
    body = scene.ending(campaign.start - len(before) + cue.start()) if cue is not None else None
    if body is None or body.kind != "Agency" or body.entity is None or not _CALLED.match(scene.text, campaign.end):
        return
    evidence = scene.cite(body.start, campaign.end, "launch")
    yield Drive(agency=body.entity, relation="launches", campaign=campaign.entity or "", evidence=evidence)


def _set_by(scene: Scene, campaign: Mention) -> Iterator[Fact]:
    """State whose drive it is that others take up: 落实甲厅部署开展的C."""
    low = max(0, campaign.start - 10)
    cue = _OF_BODY.search(scene.text, low, campaign.start)
    body = scene.ending(cue.start()) if cue is not None else None
    if body is not None and body.kind == "Agency" and body.entity is not None:
        evidence = scene.cite(body.start, campaign.end, "launch")
        yield Drive(agency=body.entity, relation="launches", campaign=campaign.entity or "", evidence=evidence)


def _decided(scene: Scene, sentence: Sentence, campaign: Mention) -> Iterator[Fact]:
    """State who decides on a drive: 我局决定于6月开展C; without a subject the body that signs decides."""
    before = scene.text[sentence.start : campaign.start].rstrip("“")
    cue = _DECIDED.search(before)
    if cue is None or _ASKED.search(before):
        return
    at = sentence.start + cue.start()
    meeting = told_meeting(scene, at) if _AT_MEETING.match(scene.text, sentence.start) else None
    if meeting is not None:
        bodies = list(holders_of(scene, meeting, at))
    else:
        bodies = [m.entity for m in subjects_before(scene, sentence, at) if m.entity is not None]
    if not bodies and scene.home is not None and is_paper(scene):
        bodies = [scene.home]
    for body in bodies:
        evidence = scene.cite(at, campaign.end, "launch")
        yield Drive(agency=body, relation="launches", campaign=campaign.entity or "", evidence=evidence)


def _titled(scene: Scene) -> Iterator[Fact]:
    """State that the bodies which sign a notice on starting a drive launch it."""
    own = scene.own_title
    cue = _STARTS.search(own.surface) if own is not None else None
    if own is None or cue is None:
        return
    campaign = next(
        (
            m
            for m in scene.mentions
            if m.kind == "Campaign" and m.entity and own.surface.startswith(_bare(m.surface), cue.end())
        ),
        None,
    )
    if campaign is None:
        return
    signers = {
        m.entity: m
        for m in reversed(scene.mentions)
        if m.kind == "Agency" and m.entity and scene.scan.is_in(m.start, SectionKind.SIGNATURE)
    }
    for body in [*reversed(signers), *([] if signers else [scene.home])]:
        if body is not None:
            evidence = scene.cite(own.start, own.end, "launch-by-title")
            yield Drive(agency=body, relation="launches", campaign=campaign.entity or "", evidence=evidence)


def _bare(name: str) -> str:
    """Give a campaign's name without the year and the scope before it."""
    return re.sub("^(?:[0-9]{4}年(?:度)?)?(?:全[国省市县区])?", "", name)


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
        named = scene.within(sentence.start, campaign.start, "Agency")
        subject = next((a for a in named if a.entity and may_act(scene, a)), agents[0])
        if subject.entity is not None and scene.draft(subject).kind == "Agency":
            yield _response(scene, subject.entity, subject.start, campaign)
        return
    if _SET_UP_BEFORE.search(before) and _SET_UP_AFTER.match(scene.text, campaign.end):
        for body in subjects_before(scene, sentence, campaign.start):
            if body.entity is not None and scene.draft(body).kind == "Agency":
                yield _response(scene, body.entity, body.start, campaign)
        return
    owner = scene.owner_at(campaign.start)
    verb = _TAKES_UP.search(before)
    if (
        owner is not None
        and owner.entity is not None
        and verb
        and _DEMAND.match(scene.text, campaign.end + (scene.text[campaign.end : campaign.end + 1] == "”"))
    ):
        yield _response(scene, owner.entity, sentence.start + verb.start(), campaign)


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
    is_quoted = campaign.surface.startswith("“") or scene.text.endswith("“", 0, campaign.start)
    verb = _CARRIES.search(before) or (_IN_FIELD.search(before) if is_quoted else None)
    if verb is None or before[: verb.start()].endswith(("关于", "对", "对于")) or _DECIDED.search(before):
        return
    if scene.owner_at(campaign.start) is None and _PLACE_ACTS.fullmatch(before, 0, verb.start()):
        return
    start = max(clause.start, sentence.start)
    modality = modality_at(scene, start, campaign.start)
    low = max(scene.text.rfind("；", sentence.start, campaign.start), sentence.start)
    is_asked = any(words.search(scene.text, low, campaign.start) for words in (_ASKED, _MUST))
    if _ON_PAPER.match(scene.text, campaign.end):
        return
    if _NOT_DONE.search(before) or modality is Modality.DEMANDED or is_asked:
        scene.scan.refuse(start, campaign.end, "carriesOut", "要求或否定，不是已做 / demanded or negated, not done")
        return
    if _ENDS.search(verb[0]) and modality is not Modality.REPORTED:
        return
    is_started = _STARTED.search(verb[0]) is not None or before[: verb.start()].endswith(_PUTS_FORWARD)
    for agent in _carriers(scene, sentence, campaign, start + verb.start()):
        evidence = scene.cite(start, campaign.end, "drive", modality=modality)
        yield Drive(
            agency=agent,
            relation="launches" if is_started else "carriesOut",
            campaign=campaign.entity or "",
            evidence=evidence,
        )


def _carriers(scene: Scene, sentence: Sentence, campaign: Mention, verb: int) -> list[str]:
    """Give who carries out: several that open the sentence together, else the one."""
    doer = scene.ending(verb)
    told = doer is not None and scene.text.endswith(_TOLD_OF, sentence.start, doer.start)
    if doer is not None and doer.entity is not None and doer.kind == "Agency" and told:
        return [doer.entity]
    if scene.owner_at(campaign.start) is None:
        run = subjects_before(scene, sentence, campaign.start)
        led = _LED.search(scene.text, sentence.start, run[0].start) if run else None
        leader = scene.ending(led.start()) if led is not None else None
        run = [leader, *run] if leader is not None and leader.kind == "Agency" else run
        if len(run) > 1 and opens_clause(scene, sentence, run[0]):
            return [body.entity for body in run if body.entity is not None]
    agent = _carrier(scene, sentence, campaign)
    return [agent] if agent is not None else []


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
        return subjects[-1].entity
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
    if not may_act(scene, mention):
        return False
    return (
        bool(re.search("(?:^|，|；|：|日)$", before))
        and after not in "的、，和"
        and not re.search("(?:在|由|按照|根据)[^，]*$", before)
    )
