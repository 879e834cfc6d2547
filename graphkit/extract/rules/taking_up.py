"""Sentences in, responses by purpose and ground out: 为贯彻落实…精神, 按照…要求, with the body that then acts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import is_paper, may_act, modality_at, opens_clause, subjects_before
from graphkit.extract.rules.levels import of_other_levels
from graphkit.extract.rules.response import response_id
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Mention, Modality, Response
from graphkit.model.text import SectionKind

_PURPOSE = re.compile(
    "(?:为了?)(?:结合[^，。；]{2,12}实际|切实|全面|深入|认真|坚决|扎实|积极|主动|有效|进一步|更好地?|推动|及时|抓好|做好|不折不扣)*(?:学习|宣传)*(?:贯彻|落实|传达学习|响应)+(?:好)?"
)
_ACCORDING = re.compile("(?:根据|按照|遵照|依据|(?<=，)对照)")
_TAKES = re.compile("等?(?:的|有关|相关|文件|工作|统一|会议)*(?:要求|精神|部署|安排|决定|通知)")
_GROUND = frozenset({"根据", "按照", "遵照", "依据", "对照"})
_CALLED_FOR = re.compile("关于(?:深入|全面|组织|集中)?(?:开展|启动|实施|推进)(?:全国|全省|全市)?“?$")
_FURTHER = re.compile("，(?:全面|认真|深入|切实|严格|进一步)*(?:贯彻|落实|按照|根据)+")
_ON_SPIRIT = re.compile(
    "(?:^|关于(?:印发)?《?)(?:认真|深入|全面|切实|迅速|做好|抓好|进一步)*(?:学习|宣传|传达|贯彻|落实)+(?P<name>全[国省市县区州][^《》，。]{2,30}?(?:会议|大会|推进会|部署会|动员会|现场会)|党的(?:十[一二三四五六七八九]?|二十)(?:大|届[一二三四五六七八九]中全会))精神"
)
_ISSUED = re.compile(
    "(?:及时|迅速|立即|专门|联合|还|已|先后|近日|日前|研究)*(?:印发|下发|制发|出台|发出|制定)(?:了)?《?$"
)
_NOTICE = re.compile("通知|如下|制定|现将|现就|提出以下|提出如下|经研究|决定")
# 按照会议要求 is a ground; 会议要求，… calls for what follows.
_CALLS = re.compile(
    "(?<!会议)(?<!大会)(?<!全会)(?<!部署)(?<!工作)要求|(?:会议|大会|全会)要求[，：各全]|强调|指出|明确|必须|[各]地要|要$|应当?$"
)
# What a paper that is made known stands on is its ground, nothing that its maker responds to.
_LAYS_DOWN = re.compile(
    "(?:制定|制订|编制|起草|修订|拟定|拟订)了?[^，。；]{0,12}《[^》]{2,60}》[^。]{0,20}?(?:发布|公布|印发|施行|公告|征求|公示)"
)
# 响应甲委等14部委联合下发的 + 《通知》: who made it stands between.
_ISSUED_BY = re.compile("^[^，。；]{2,40}(?:印发|下发|发布|出台|制定|制发|转发|提出|召开|发出)的[《“]?$")
_NOTICE_REACH = 40
_JOINED = re.compile("、|和|与|及|以及|会同|联合")
_REACH, _SHORTEST_DEED = 12, 4
_PURPOSE_REACH = 160


def state_taking_up(scene: Scene) -> Iterator[Fact]:
    """State responses by purpose and ground, with the body that acts before or after."""
    yield from _named_by_notices(scene)
    for pattern in (_PURPOSE, _ACCORDING):
        seen: set[int] = set()
        for _, sentence, cue in scene.cues(pattern):
            if sentence.start not in seen and (pattern is _PURPOSE or cue[0] in _GROUND):
                seen.add(sentence.start)
                yield from _taken_up(scene, sentence, cue, is_purpose=pattern is _PURPOSE)


def _named_by_notices(scene: Scene) -> Iterator[Fact]:
    """State the response of bodies that issue a paper on a meeting: 印发《关于贯彻落实X会议精神的通知》."""
    for policy in scene.mentions:
        named = _ON_SPIRIT.search(policy.surface) if policy.kind == "Policy" and "精神" in policy.surface else None
        if named is None:
            continue
        meeting = next((d.id for d in scene.drafts.values() if d.kind == "Meeting" and named["name"] in d.names), None)
        meeting = meeting or scene.implied("Meeting", named["name"]).id
        for body in _issuers_of(scene, policy):
            if body.entity is not None and _is_body(scene, body):
                evidence = scene.cite(policy.start, policy.end, "taking-up")
                named_id = response_id(body.entity, meeting)
                yield Response(id=named_id, respondent=body.entity, target=meeting, evidence=evidence)


def _issuers_of(scene: Scene, policy: Mention) -> list[Mention]:
    """Give who issues a paper: the signers of one's own, else the subject of 印发 before it."""
    bodies = [m for m in scene.mentions if m.kind == "Agency" and m.entity]
    if policy.rule == "title-own":
        return [m for m in bodies if scene.scan.is_in(m.start, SectionKind.SIGNATURE)] or [
            m for m in bodies if m.entity == scene.home
        ][:1]
    sentence = scene.scan.sentence_at(policy.start)
    verb = _ISSUED.search(scene.text, sentence.start, policy.start)
    if verb is None or modality_at(scene, sentence.start, verb.end()) is not Modality.REPORTED:
        return []
    return [m for m in subjects_before(scene, sentence, verb.start()) if opens_clause(scene, sentence, m)]


def _taken_up(scene: Scene, sentence: Sentence, cue: re.Match[str], *, is_purpose: bool) -> Iterator[Fact]:
    """State one: the meetings (and, for a body's own doing, policies and drives) between cue and acting body."""
    objects = _all_listed(scene, sentence, cue)
    if not objects:
        return
    last = objects[-1].end
    if not is_purpose and cue[0] != "对照" and not _is_taken(scene, last):
        return
    is_ground = cue[0] in _GROUND and _LAYS_DOWN.search(scene.text, last, sentence.end) is not None
    if is_ground or is_called_for(scene, sentence, cue.start()):
        return
    actors = _actors(scene, sentence, cue, last)
    if not actors and is_purpose and not scene.within(last, sentence.end, "Agency"):
        actors = _in_next_sentence(scene, sentence)
    if not actors:
        actors = _notice_issuers(scene, sentence) if is_purpose else []
        objects = [m for m in objects if m.kind == "Meeting"]
    elif is_purpose and is_paper(scene):
        objects = [m for m in objects if m.kind != "Policy"]  # what a paper is to put into practice, it implements
    targets = [target for item in objects for target in (*of_other_levels(scene, item), item.entity)]
    pairs = [(actor, target) for actor in actors for target in targets]
    for actor, target in pairs:
        if target is None or actor.entity is None or target == actor.entity:
            continue
        is_before = actor.end <= cue.start()
        modality = _modality(scene, sentence, _behind_demand(scene, last) if is_before else actor.end)
        if modality is Modality.DEMANDED:
            continue
        start = min(cue.start(), actor.start) if sentence.start <= actor.start else cue.start()
        evidence = scene.cite(start, max(last, min(actor.end, sentence.end)), "taking-up", modality=modality)
        named = response_id(actor.entity, target)
        yield Response(id=named, respondent=actor.entity, target=target, evidence=evidence)


def is_called_for(scene: Scene, sentence: Sentence, offset: int) -> bool:
    """Tell whether the words before a cue demand what follows (要求各地按照…)."""
    start = max(sentence.start, scene.text.rfind("；", sentence.start, offset) + 1)
    return _CALLS.search(scene.text, start, offset) is not None


def _is_taken(scene: Scene, end: int) -> bool:
    """Tell whether what a cue lists is taken as a demand (…要求, …精神)."""
    return bool(_TAKES.match(scene.text[end : end + _REACH].lstrip("》）”")))


def _behind_demand(scene: Scene, end: int) -> int:
    """Give where the clause goes on behind the demand that a cue takes up (按照某会议 + 要求，)."""
    quoted = end + len(scene.text[end : end + 2]) - len(scene.text[end : end + 2].lstrip("》）”"))
    taken = _TAKES.match(scene.text, quoted)
    return taken.end() if taken is not None else end


def _modality(scene: Scene, sentence: Sentence, start: int) -> Modality:
    """Tell how the clause after the subject puts what is done."""
    end = min(start + _REACH, sentence.end)
    told = scene.text.find(
        "，", start + _SHORTEST_DEED, end
    )  # 甲局下发通知，要求…: the deed is done, the demand is its own
    return modality_at(scene, start, told if told >= 0 else end)


def _actors(scene: Scene, sentence: Sentence, cue: re.Match[str], last: int) -> list[Mention]:
    """Give the body that acts: the first that opens a clause after the objects, else the one right before the cue."""
    if cue[0] == "对照":
        return [m for m in subjects_before(scene, sentence, cue.start()) if _is_body(scene, m)]
    after = acting_after(scene, sentence, last)
    if after:
        return after
    before = [m for m in scene.within(sentence.start, cue.start(), "Agency") if _is_body(scene, m)]
    if before and re.fullmatch(
        "[：】]?(?:党组|党委|迅速|积极|认真|严格|及时|坚持|第一时间|，)*", scene.text[before[-1].end : cue.start()]
    ):
        return before[-1:] if may_act(scene, before[-1]) and opens_clause(scene, sentence, before[-1]) else []
    return []


def _in_next_sentence(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Give the body that acts in the sentence behind a purpose cut off by a full stop (为贯彻…精神。3日，甲局召开…)."""
    section = scene.scan.section_at(sentence.start)
    if section is None or sentence.end >= section.end - 1 or not scene.text.startswith("为", sentence.start):
        return []
    following = scene.scan.sentence_at(sentence.end + 1)
    return acting_after(scene, following, following.start) if following.start > sentence.start else []


def _is_body(scene: Scene, mention: Mention) -> bool:
    return mention.entity is not None and scene.draft(mention).kind == "Agency"


def _listed(scene: Scene, start: int, end: int) -> list[Mention]:
    """Give the meetings, policies and called-for drives named after a cue before the main clause begins."""
    found: list[Mention] = []
    position = start
    for mention in scene.within(start, end, "Meeting", "Policy", "Campaign"):
        gap = scene.text[position : mention.start]
        is_far = len(gap) > 14 + 10 * (mention.kind == "Campaign") and _ISSUED_BY.search(gap) is None
        if re.search("[。；]", gap) or is_far:
            break
        if found and "，" in gap and not re.search("，(?:落实|贯彻|按照|根据)", gap):
            break
        if mention.kind == "Campaign" and not (
            _CALLED_FOR.search(gap) or _TAKES.match(scene.text[mention.end : mention.end + _REACH].lstrip("”"))
        ):
            break
        found.append(mention)
        position = mention.end
    return found


def _all_listed(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> list[Mention]:
    """Give what a cue lists, and what further 落实 and 按照 of the same purpose list."""
    found = _listed(scene, cue.end(), sentence.end)
    high = min(sentence.end, cue.end() + _PURPOSE_REACH)
    for more in _FURTHER.finditer(scene.text, cue.end(), high):
        if not found or more.start() >= found[-1].end:
            listed = _listed(scene, more.end(), sentence.end)
            # 根据《水法》和《条例》 is the law that a measure stands on, not what is taken up.
            is_law = more[0].endswith("根据") and listed and not _is_taken(scene, listed[-1].end)
            found += [] if is_law else listed
    return found


def acting_after(scene: Scene, sentence: Sentence, last: int) -> list[Mention]:
    """Give the bodies that open a clause after the objects, those joined by 、 together."""
    run: list[Mention] = []
    for mention in scene.within(last, sentence.end, "Agency"):
        if run and _JOINED.fullmatch(scene.text[run[-1].end : mention.start]):
            run.append(mention)
        elif not _is_run(scene, sentence, run):
            run = [mention]
    return [m for m in run if _is_body(scene, m)] if _is_run(scene, sentence, run) else []


def _is_run(scene: Scene, sentence: Sentence, run: list[Mention]) -> bool:
    """Tell whether bodies are the subject of what follows them."""
    if not run or not _is_body(scene, run[0]):
        return False
    tail = scene.text[run[-1].end : min(run[-1].end + 8, sentence.end)]
    return (
        opens_clause(scene, sentence, run[0])
        and may_act(scene, run[0])
        and bool(re.match("[^，。、的]{1,8}", tail))
        and not tail.startswith(("的", "、", "关于", "印发的"))
    )


def _notice_issuers(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Give the bodies that issue a notice, for its purpose clause: who signs, else whose document it is."""
    if not is_paper(scene) or not _NOTICE.search(scene.text[sentence.start : sentence.end + _NOTICE_REACH]):
        return []
    bodies = [m for m in scene.mentions if m.kind == "Agency" and m.entity]
    signers = [m for m in bodies if scene.scan.is_in(m.start, SectionKind.SIGNATURE)]
    return signers or [m for m in bodies if m.entity == scene.home][:1]
