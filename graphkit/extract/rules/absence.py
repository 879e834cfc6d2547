"""Sentences in, stated absences out: who has not conveyed, not reported on, not taken part in which meeting or policy.

Only what the text says outright (某局尚未传达…会议精神). What is done late or badly (未及时, 未全面), what would follow
(如未报送…) and what else has not happened (尚未建立台账) is no absence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from graphkit.extract.context import agents_before, clause_at, main_meeting, modality_at
from graphkit.extract.meant_meetings import AFTER_MEETING
from graphkit.extract.rules.post_bodies import government_at
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Absence, Fact, Jurisdiction, Mention, Modality

_NOT = "(?:(?:尚|还|仍|迟迟|至今|一直|始终|暂|并|从|均|都|因故|逾期)?未(?:能|曾|见)?|(?:还|仍|并|一直|至今)?没有)"
_HOW = "(?:组织|(?:组织)?召开(?:党组|党委|干部|专题)*会(?:议)?|专题|派人|派员|安排人员|进行)?"
_TAKE = (
    "传达学习|学习传达|学习贯彻|贯彻落实|传达贯彻|传达|学习|贯彻|响应|报送|上报|反馈|报告|"
    "报(?=[全省市《“，。；]|会议|贯彻|落实|学习|材料|情况|$)|[就对](?:学习|传达|贯彻|落实)+(?:好)?"
)
_JOIN = "参加|出席|参会"
_START = "启动|部署|开展|实施|推进"
_CUE = re.compile(f"{_NOT}{_HOW}(?:(?P<take>{_TAKE})|(?P<join>{_JOIN})|(?P<start>{_START}))")
# What may stand between the verb and what it is about: 报送贯彻落实…情况, 传达学习了省局召开的….
_GAP = re.compile(
    "[了到过]?(?:关于|对|贯彻|落实|传达|学习|部署|宣传){0,4}[《“]?"
    "|[了到过]?[^，。；]{2,20}(?:召开|印发|下发|发布|组织|部署|开展)的?[《“]?"
)
_ABOUT = re.compile(
    "[》”]?(?:和[^，。；]{0,12}?)?的?(?:主要|有关|相关)?(?:学习|宣传|传达|贯彻|落实){0,3}(?:精神|情况|部署|要求|材料|总结|报告|方案|任务)"
)
_SPIRIT = re.compile(
    "[了到过]?(?:有关|相关)?(?:学习|宣传|贯彻|落实|传达|响应)+(?:工作)?的?(?:情况|材料|报告|总结|方案|措施|意见)(?=[，。；]|$)"
    "|[了到过]?(?:贯彻|落实|传达|学习){0,2}(?:本次|此次|这次|上述|该次)?会议(?:的)?(?:精神|要求|部署)"
)
# A drive that has not begun is named right behind the verb.
_THE_DRIVE = re.compile("[了过]?(?:全[省市县州区])?[“《]?")
# The subject's own words before the negation: 铜川市林业局（含直属单位）至今.
_SUBJECT_GAP = re.compile("(?:[（(][^（）()]{1,20}[）)])?：?[^，。；：的]{0,12}")
_QUALIFIED = re.compile("[^，。；：]{0,12}的(?:单位|部门|机构|市|州|县|区|地方|地区|，|要|将|应|一律|予以|$)")
_UNLESS = re.compile(
    "^(?:如|若|凡|一旦|假如|倘若|要是|即使)|(?:如果?|若|一旦)$|是否|无一|并非|不存在|不得|严禁|防止|避免|不能因"
)
_LIST = re.compile(
    f"{_NOT}{_HOW}(?:{_TAKE}|{_JOIN}|{_START})(?P<about>[^，。；：]{{0,60}}?)的?"
    "(?:单位|部门|市（州）|州（市）|市|县)(?:有|为|是|包括|：)+"
)
# All but these did: 除铜川市林业局外，各市（区）林业局均已传达….
_EXCEPT = re.compile(
    f"除(?P<but>[^，。；]{{2,60}}?)[以之]?外，[^，。；]{{0,30}}(?:均|都|全部)已?经?{_HOW}(?:(?P<take>{_TAKE})|(?P<join>{_JOIN})|(?P<start>{_START}))"
)
# 会议精神贯彻落实情况，甲局无反馈: nothing came, said without a negated verb.
_NOTHING = re.compile(
    "(?<=[一-鿿）])(?:至今|目前|仍|均|，)*(?:无(?:任何)?(?:反馈|回音|报送|上报)|零(?:报告|反馈|报送))(?:信息|情况|材料)?(?=[，。；]|$)"
)
_MISSING = re.compile("缺席(?:单位)?：")
_RELAYED = frozenset({"传达学习", "学习传达", "传达贯彻", "学习贯彻", "贯彻落实"})
_HEARD = frozenset({"传达", "学习"})
_MARKS = frozenset("，。；：●▲◆■")
_MADE_GOOD = re.compile("，[^，。]{0,12}(?:已|才|后)[^，。]{0,12}?补(?:报|交|学|传达|开)")
_BETWEEN = re.compile("[、和及与]|以及")
_REACH = 16


def state_absence(scene: Scene) -> Iterator[Fact]:
    """State each body that a sentence says has not taken up, reported on or joined a meeting, policy or campaign."""
    for _, sentence, cue in scene.cues(_CUE):
        bodies = agents_before(scene, sentence, cue.start())
        target = _target(scene, sentence, cue)
        if target is None or _is_made_good(scene, sentence, cue.end()):
            continue
        if not bodies:
            yield from _of_places(scene, sentence, target, cue)
            continue
        if _is_supposed(scene, cue) or not _SUBJECT_GAP.fullmatch(_between(scene, bodies[-1], target, cue)):
            clause = clause_at(scene, cue.start())
            scene.scan.refuse(clause.start, cue.end(), "didNotRespondTo", "条件、要求或不是主语 / supposed or demanded")
            continue
        end = max(cue.end(), target.end if target.end <= sentence.end else 0)
        yield from _absences(scene, bodies, target, (bodies[0].start, end))
    for _, sentence, cue in scene.cues(_NOTHING):
        yield from _without_answer(scene, sentence, cue)
    for _, sentence, cue in scene.cues(_LIST):
        target = next(iter(scene.within(cue.start("about"), cue.end("about"), "Meeting", "Policy", "Campaign")), None)
        if target is None and _SPIRIT.match(cue["about"]):
            target = main_meeting(scene, cue.start())
        yield from _listed(scene, sentence, cue, target)
    for _, sentence, cue in scene.cues(_MISSING):
        yield from _listed(scene, sentence, cue, main_meeting(scene, cue.start()))
    for _, sentence, cue in scene.cues(_EXCEPT):
        yield from _excepted(scene, sentence, cue)


def _without_answer(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> Iterator[Fact]:
    """State the absence of the bodies right before such words, from the meeting whose relaying the sentence is on."""
    bodies = agents_before(scene, sentence, cue.start())
    if not bodies or bodies[-1].end != cue.start() or _is_supposed(scene, cue):
        return
    named = [m for m in scene.within(sentence.start, bodies[0].start, "Meeting") if _ABOUT.match(scene.text, m.end)]
    target = named[-1] if named else _taken_up(scene, cue.start())
    if target is not None:
        yield from _absences(scene, bodies, target, (min(bodies[0].start, target.start), cue.end()))


def _of_places(scene: Scene, sentence: Sentence, target: Mention, cue: re.Match[str]) -> Iterator[Fact]:
    """State the absence of places that stand for their governments: 甲市、乙市尚未报送贯彻落实情况."""
    run: list[Mention] = []
    for place in reversed(scene.within(sentence.start, cue.start(), "Region")):
        if not (_BETWEEN.fullmatch(scene.text, place.end, run[0].start) if run else place.end == cue.start()):
            break
        run.insert(0, place)
    is_open = bool(run) and (run[0].start == sentence.start or scene.text[run[0].start - 1] in _MARKS)
    if not is_open or _is_supposed(scene, cue) or target.entity is None:
        return
    end = max(cue.end(), target.end if target.end <= sentence.end else 0)
    for place in run:
        region = scene.scan.gazetteer.regions.get(scene.draft(place).region or "") if place.entity else None
        if region is not None:
            body = government_at(scene, region).id
            evidence = scene.cite(run[0].start, end, "absence", confidence=0.8)
            yield Absence(agency=body, target=target.entity, evidence=evidence)
            named = scene.cite(place.start, place.end, "place-in-name")
            yield Jurisdiction(agency=body, region=place.entity or "", evidence=named)


def _absences(scene: Scene, bodies: list[Mention], target: Mention, span: tuple[int, int]) -> Iterator[Fact]:
    """State one absence for each body that is no group: what a group did not do is said of no member."""
    for body in bodies:
        if body.entity and target.entity and scene.draft(body).kind == "Agency":
            yield Absence(agency=body.entity, target=target.entity, evidence=scene.cite(*span, "absence"))


def _is_supposed(scene: Scene, cue: re.Match[str]) -> bool:
    """Tell whether the clause supposes, demands or qualifies: 如未报送, 对尚未传达的单位."""
    clause = clause_at(scene, cue.start())
    if _UNLESS.search(scene.text[clause.start : cue.start()]):
        return True
    return modality_at(scene, clause.start, cue.start()) is not Modality.REPORTED


def _is_made_good(scene: Scene, sentence: Sentence, offset: int) -> bool:
    """Tell whether a sentence goes on to say that it was done after all (经催报已补报)."""
    return _MADE_GOOD.search(scene.text, offset, sentence.end) is not None


def _target(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> Mention | None:
    """Give what was not taken up: named after the verb, meant by 会议精神, or named just before the negation."""
    end = clause_at(scene, cue.end()).end
    for mention in scene.within(cue.end(), end, "Meeting", "Policy", "Campaign")[:1]:
        after = scene.text[mention.end : end]
        if cue["start"] is not None:
            is_drive = mention.kind == "Campaign" and _THE_DRIVE.fullmatch(scene.text, cue.end(), mention.start)
            return mention if is_drive and not _QUALIFIED.match(after) else None
        if not _GAP.fullmatch(scene.text, cue.end(), mention.start) or _QUALIFIED.match(after):
            return None
        is_joined = cue["join"] is not None and mention.kind != "Policy"
        return mention if is_joined or _ABOUT.match(after) or (mention.kind == "Meeting" and not after) else None
    spirit = _SPIRIT.match(scene.text, cue.end(), end) if cue["start"] is None else None
    if spirit is not None:
        return None if _QUALIFIED.match(scene.text[spirit.end() : end]) else _taken_up(scene, cue.start())
    before = scene.within(sentence.start, cue.start(), "Meeting")[-1:]
    if before and cue["take"] is not None and cue.end() == end:
        topic = scene.text[before[0].end : cue.start()]
        is_after = cue["take"] in _RELAYED and AFTER_MEETING.match(topic) is not None
        return before[0] if is_after or (_ABOUT.match(topic) and len(topic) <= _REACH) else None
    is_bare = cue["take"] in _RELAYED or (cue["take"] in _HEARD and "组织" in cue[0])
    is_bare = is_bare and cue.end() == end
    return _taken_up(scene, cue.start()) if is_bare else None


def _taken_up(scene: Scene, offset: int) -> Mention | None:
    """Give the meeting that a text tells most often as taken up before an offset, else the one it is about."""
    named = (m for m in scene.within(0, offset, "Meeting") if _ABOUT.match(scene.text, m.end))
    found: dict[str | None, list[Mention]] = defaultdict(list)
    for mention in named:
        found[mention.entity].append(mention)
    most = max(found.values(), key=len, default=[])
    return most[-1] if most else main_meeting(scene, offset)


def _between(scene: Scene, body: Mention, target: Mention, cue: re.Match[str]) -> str:
    """Give the words between a subject and its negation, the object left out that stands there (对…精神)."""
    text = scene.text[body.end : cue.start()]
    if body.end <= target.start < cue.start():
        text = scene.text[body.end : target.start].removesuffix("对")
    return text


def _excepted(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> Iterator[Fact]:
    """State the absence of the bodies that a statement about all of a group leaves out by name."""
    target = _target(scene, sentence, cue)
    bodies = scene.within(cue.start("but"), cue.end("but"), "Agency")
    clause = clause_at(scene, cue.end() - 1)
    if target is None or modality_at(scene, clause.start, cue.end()) is not Modality.REPORTED:
        return
    rest = [scene.text[one.end : other.start] for one, other in pairwise(bodies)]
    if bodies and all(map(_BETWEEN.fullmatch, rest)) and (bodies[0].start, bodies[-1].end) == cue.span("but"):
        end = max(cue.end(), target.end if target.end <= sentence.end else 0)
        yield from _absences(scene, bodies, target, (cue.start(), end))


def _listed(scene: Scene, sentence: Sentence, cue: re.Match[str], target: Mention | None) -> Iterator[Fact]:
    """State the absence of each body in a list that opens at the cue: 尚未报送…情况的单位有：A、B."""
    position, bodies = cue.end(), list[Mention]()
    for body in scene.within(cue.end(), sentence.end, "Agency"):
        if not _BETWEEN.fullmatch(scene.text, position, body.start) and position != body.start:
            break
        bodies.append(body)
        position = body.end
    if bodies and target is not None and scene.text[position : position + 1] in {"", "。", "，", "；", "\n", "等"}:
        yield from _absences(scene, bodies, target, (cue.start(), position))
