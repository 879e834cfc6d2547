"""Sentences in, what they report as relayed out: 传达学习 / 贯彻落实 … 精神, by whom, and who responds by it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import agents_before, clause_at, is_minutes, is_paper, main_policy, modality_at
from graphkit.extract.meant_meetings import (
    SHORT_NAME,
    meant_meeting,
    meeting_set_in_time,
    relayed_in_title,
    topic_meeting,
)
from graphkit.extract.occurrences import occurs
from graphkit.extract.reported_sittings import held_with
from graphkit.extract.rules.conveyed import objects_after, objects_before
from graphkit.extract.rules.conveyors import HEARD, Conveyor, conveyors_at, place_of
from graphkit.extract.rules.in_turn import responses_in_turn
from graphkit.extract.rules.levels import of_other_levels
from graphkit.extract.rules.response import relayed_by, response_id
from graphkit.extract.scan import Clause, Sentence
from graphkit.extract.scene import Scene, Sitting
from graphkit.extract.sittings import held_in, sittings_of
from graphkit.model.facts import Conveyance, Fact, Mention, Modality, Response
from graphkit.model.text import Section

_RELAY = re.compile(
    "(?:(?:传达|重温|研读|学习(?!中心组|教育|强国|型|小组|平台)|贯彻|落实|宣传(?!部|科|处|办|委员|思想|系统|栏|工作|教育|月|周)|宣讲(?!团|会(?!议)|员)|领会|解读|传达到){1,4}(?:了|好)?|[领补]学(?:了)?|学(?:了|完了?|过了?)|将会议精神传达到?|原文学习(?:了)?|"
    "(?:精神|材料|要点|讲话)(?P<passed>转发|印发|发送|传达|宣讲|下发|编发|印送|发)(?:至|到|给))"
)
_SPIRIT = re.compile(
    f"(?<!相关)(?<!有关)(?<!上级)(?<!系列)(?<!各级)(?P<word>{SHORT_NAME})(?:的)?(?:主要)?(?:精神|要点|材料|内容|文件)"
)
_ENDS = re.compile("(?:讨论|研讨|领会)?[。；，]|$|(?:落实|到位|到人)[。；，]")
_NOT_DONE = re.compile(
    "称(?=已|其|在|将|，)|届时|另行|适时|尚未|未能|还未|还没|暂未|并未|从未|没有|无法|不能|不予|拒不|是否|未(?=[一-鿿]{0,6}$)|不(?!断|仅|但|久|折|扣|等|靠|松|懈|忘|打|同|少|误|漏|忘)(?=[一-鿿]{0,4}$)"
)
_CONDITION = re.compile(
    "(?<![^，。；：！？\n])(?:如果?(?![期实何数约愿下皋东])|若(?!尔盖|羌)|假如|倘若|凡(?!人)|一旦|只有|除非|待(?![遇业岗])|"
    "对(?![标照表比])(?=[^，]{0,12}[不未](?![断折仅]))"
    ")"
)
_DEMANDED = re.compile(
    "(?<!批示)(?<!指示)要求(?!，会议|，会上)|强调|指出|认为|[一二三四五六七八九十]要|(?<![主重首必纪摘概])要[一-鿿]{0,6}$|(?<![主重首必纪摘概只])要(?:分别|及时|迅速|立即|第一时间|尽快|认真|专题)*(?:召开|组织|召集)|下一步|下步|明确|号召|希望|建议|提议|倡议"
)
# 按照省委要求，传达学习…: who asked for it stands apart from who did it.
_BY_REQUEST = re.compile("(?:按照|根据|遵照|依照|对照)[^，。；：]{0,30}?要求(?=，)")
_OPENS_POINT = re.compile("[一二三四五六七八九十]+[、是要]")
_STUDIED = re.compile("(?:学习|传达|贯彻|落实|宣传|领会)+(?P<name>[^，。；、]{4,30}?)精神")
_STUDIED_BEHIND = re.compile(
    "(?P<name>[^，。；、“”]{4,30}?)精神(?:专题|集中|宣传)?(?:传达|学习|宣讲|贯彻|宣贯|座谈|专题会|研讨会|报告会|动员会|推进会)"
)
_CONGRESS = re.compile(
    "(?:党的)?(?:十[一二三四五六七八九]?|二十)(?:大|届[一二三四五六七八九]中全会)|(?:全[国省市县区]|[一-鿿]{2,5}[省市县区州])[^，。；]{2,20}(?:会议|大会|推进会|部署会|动员会|现场会)|"
    "[省市县区州旗](?:政协)?第?[一二三四五六七八九十]+届(?:人大|政协|人民代表大会)?第?[一二三四五六七八九十]+次会议|"
    "[省市县区州旗]委第?[一二三四五六七八九十]+届[一二三四五六七八九十]+次全会|[省市县区州旗]第?[一二三四五六七八九十]+次党代会|"
    "(?:全[国省市县区州]|[省市县区州旗])(?:“两会”|两会)"
)
# 对“深入学习贯彻…精神”的要求 is a title of what was asked.
_IN_QUOTES = re.compile("(?:对|就|关于|围绕|以|开展|提出)“[^“”]*$")
_AND = re.compile("[、和及暨]|以及")
_ABOUT = re.compile("(?:紧扣|聚焦|通过|关于|结合|有关|检查|督查|汇报)$")
# 部署学习贯彻…精神 answers the meeting; it does not relay it.
_ARRANGED = re.compile("(?:研究|部署|安排)$")
# 并就全系统贯彻落实…精神提出要求 says what is asked, not what is done.
_ON_HOW = re.compile("(?P<also>并|还|同时)?(?:就|对(?=全|各|[^，。；]{2,12}系统))[^，。；]*$")
_ASKS = re.compile(
    "精神[^，。；]{0,8}(?:提出|作出|作了|进行|作|做|谈)[^，。；]{0,10}(?:要求|意见|部署|安排|发言|交流|讨论)"
)
# 研究贯彻…精神的措施, 就贯彻…精神作出部署: an answer, no relaying.
_SETTLED = re.compile(
    "”?(?:会议)?精神(?:的(?:具体|工作|有关|相关|贯彻|落实)*(?:措施|举措|办法|意见|思路|方案|路径)|"
    "[^，。；]{0,8}(?:作出|作了|作|提出|进行)(?:了)?[^，。；]{0,6}(?:部署|安排)(?!讲话|会))"
)
# 甲局为贯彻落实…精神，采取… takes it up; it does not relay it.
_PURPOSE = re.compile("[一-鿿]为(?:了)?(?:更好地?|切实|全面|深入|认真|坚决|扎实|进一步|及时)*$")
# What is sent to somebody is no deed of theirs: 下发到各县局.
_TO = frozenset("到至给")
_TO_COME = re.compile(
    "将(?:于|在(?=[0-9]|近|下)|召开|适时|择期|择机)|拟(?:于|召开|定于)|计划(?:于|召开|在)|定于|预计|即将|准备(?:于|召开)"
)
# 落实会议部署 answers the meeting; it does not relay it.
_DEMAND_OF = re.compile(
    f"(?P<word>{SHORT_NAME})(?:的)?(?:“[^“”]{{2,20}}”)?(?:各项|有关|工作|重点)*(?:部署|要求|任务|安排|决定)"
)
# 对落实情况开展督查 is no relaying; 把落实情况列为监督内容 is a response.
_MATTER = re.compile("(?:的)?(?:情况|工作情况|进展|成效|效果)")
_ON_MATTER = re.compile("[^，。；]{0,40}?精神(?:的)?(?:有关|相关|落实|工作)*情况(?![列纳作])")
_MADE_ONES_OWN = re.compile("(?:的)?(?:情况|工作情况)(?:列|纳|作)(?:为|入)")
# 传达上级防控会议精神: some meeting of others, none that the text names.
# 组织干警赴兄弟法院学习: others are learnt from.
_GONE_TO = re.compile("赴|前往|外出|跟班|考察|观摩|参观|脱产|向[^，。；]{2,12}$")
_OF_OTHERS = re.compile("(?:了)?(?:上级|近期|有关|相关|各级|中省|省市|[省市县区](?!委)[一-鿿]{2})")
# A point that a meeting or a person demands, whose further sentences demand, too.
_POINT = re.compile("(?:^|[。；：，])[一二三四五六七八九十]{1,2}(?:要(?!求)|是(?:要)?)")
_POINT_REACH = 1000
_HELD_BEFORE = re.compile("(?:召开|举行|举办)(?:了)?(?:深入|全面|认真|专题)*$")
_SPOKEN = re.compile("(?:强调|要求|指出|提出|部署)[^。]*[。，：]?[^。]*$")


def state_conveyance(scene: Scene) -> Iterator[Fact]:
    """State what a sentence reports as relayed: 传达学习 / 贯彻落实 … 精神."""
    told: set[tuple[str, str]] = set()
    for section, sentence, verb in scene.cues(_RELAY):
        named = scene.around(verb.start())
        if scene.text.endswith("的", sentence.start, verb.start()):
            continue  # 对文章的学习 tells of no doing
        is_in_name = named is not None and named.kind in {"Agency", "Meeting", "Policy"}
        if not is_in_name:
            yield from _relayed(scene, section, sentence, verb, told=told)
    yield from _studied_by_name(scene)


def _studied_by_name(scene: Scene) -> Iterator[Fact]:
    """State what a meeting relays by its own name: 学习贯彻党的二十大精神专题会议."""
    for sitting in sittings_of(scene):
        name = sitting.mention.surface if sitting.mention is not None else ""
        studied = _STUDIED.search(name) or _STUDIED_BEHIND.match(name)
        if studied is None or sitting.modality is not Modality.REPORTED:
            continue
        for target in _meetings_named(scene, studied["name"]):
            if target != sitting.meeting:
                yield from _relayed_by_name(scene, sitting, target)


def _relayed_by_name(scene: Scene, sitting: Sitting, target: str) -> Iterator[Fact]:
    """State that a meeting, and who holds it, relays what the meeting's name says."""
    evidence = scene.cite(sitting.start, sitting.end, "conveyance")
    yield Conveyance(conveyor=sitting.meeting, conveyed=target, evidence=evidence)
    for holder in sitting.holders:
        if holder.entity is not None and scene.draft(holder).kind == "Agency":
            yield Conveyance(conveyor=holder.entity, conveyed=target, evidence=evidence)
            yield Response(
                id=response_id(holder.entity, target), respondent=holder.entity, target=target, evidence=evidence
            )


def _meetings_named(scene: Scene, name: str) -> list[str]:
    """Give the meetings that a name lists (县十七届人大一次会议和县政协十二届一次会议)."""
    whole = _meeting_named(scene, name)
    parts = [whole] if whole is not None else [_meeting_named(scene, one) for one in _AND.split(name)]
    return [part for part in parts if part is not None]


def _meeting_named(scene: Scene, name: str) -> str | None:
    """Give the meeting of a name; a congress, a plenum, or a meeting with its scope is known by its name alone."""
    for draft in scene.drafts.values():
        if draft.kind == "Meeting" and _uncounted(name) in map(_uncounted, draft.names):
            return draft.id
    return scene.implied("Meeting", name).id if _CONGRESS.fullmatch(name) else None


def _uncounted(name: str) -> str:
    """Write a session without 第 and quotes: 市委第九届六次全会, 市委九届六次全会."""
    return re.sub("[第“”]", "", name)


def _relayed(
    scene: Scene, section: Section, sentence: Sentence, verb: re.Match[str], *, told: set[tuple[str, str]]
) -> Iterator[Fact]:
    """State what is relayed at one verb, by the meeting just held, by 会议, or by the bodies named.

    `told`: which meeting relays which; none relays one that relays it, or that is held with it.
    """
    modality = _modality(scene, sentence, verb)
    if modality is None:
        return
    clause = clause_at(scene, verb.start())
    objects = _objects(scene, sentence, verb)
    if not objects:
        return
    if HEARD.search(verb[0]) is None and is_paper(scene) and not is_minutes(scene):
        objects = [item for item in objects if item.kind != "Policy"]  # what a paper puts into practice, it implements
    is_matter = bool(_MATTER.match(scene.text, verb.end()))
    if is_matter and not _MADE_ONES_OWN.match(scene.text, verb.end()):
        return
    is_watched = is_matter or _ARRANGED.search(scene.text, clause.start, verb.start()) is not None
    is_watched = is_watched or _DEMAND_OF.match(scene.text, verb.end()) is not None
    is_watched = is_watched or any(_SETTLED.match(scene.text, item.end) for item in objects[-1:])
    end = max([verb.end(), *(m.end for m in objects if m.start >= sentence.start and m.end <= sentence.end)])
    held = held_in(scene, sentence.start, verb.start())
    own = {(one.meeting, holder.entity) for one in held for holder in one.holders}
    earlier = held_in(scene, section.start, sentence.start)
    just_held = {(one.meeting, holder.entity) for one in earlier for holder in one.holders}
    conveyors = conveyors_at(scene, section, sentence, verb)
    relayed = _relayable(scene, conveyors, objects, verb.start(), told=told)
    for conveyor in conveyors:
        for target in relayed:
            if target == conveyor.id or (target, conveyor.id) in own:
                continue
            is_receiver = scene.text[conveyor.start - 1 : conveyor.start] in _TO
            if (conveyor.is_body and (target, conveyor.id) in just_held) or is_receiver:
                continue
            evidence = scene.cite(min(conveyor.start, verb.start()), end, conveyor.rule, modality=modality)
            is_told = modality is Modality.REPORTED
            yield from place_of(scene, conveyor)
            yield from relayed_by(scene, conveyor.id, target, evidence, is_told=is_told and not is_watched)
            if conveyor.is_body and is_told:
                yield from responses_in_turn(scene, sentence, end, target)


def _objects(scene: Scene, sentence: Sentence, verb: re.Match[str]) -> list[Mention]:
    """Give what is relayed at one verb: named behind or before it, else what 会议精神 means."""
    clause = clause_at(scene, verb.start())
    named = scene.around(verb.end() - 1)
    is_inside = named is not None and named.kind == "Meeting" and named.start > verb.start()
    start = named.start if is_inside and named is not None else verb.end()
    objects = objects_after(scene, verb[0], start, sentence.end) or objects_before(scene, clause.start, verb.start())
    objects = objects or ([] if _ON_MATTER.match(scene.text, verb.end()) else _meant(scene, sentence, verb))
    return [item for item in objects if not _is_itself_held(scene, verb.start(), item)]


def _relayable(
    scene: Scene, conveyors: list[Conveyor], objects: list[Mention], offset: int, *, told: set[tuple[str, str]]
) -> list[str]:
    """Give the things among the objects that those who relay can relay, and note them in `told`."""
    met = [one.id for one in conveyors if not one.is_body]
    beside = {other for one in met for other in held_with(sittings_of(scene), one, offset)}
    things = (thing for item in objects for thing in (*of_other_levels(scene, item), item.entity))
    found = [one for one in things if one and one not in beside and not any((one, by) in told for by in met)]
    told.update((by, one) for by in met for one in found)
    return found


def _is_itself_held(scene: Scene, offset: int, item: Mention) -> bool:
    """Tell whether a meeting is the one held, named by what it takes up: 召开贯彻落实甲精神 推动乙专题座谈会."""
    if item.kind != "Meeting" or item.start < offset or _HELD_BEFORE.search(scene.text, offset - 8, offset) is None:
        return False
    is_last = item.end == len(scene.text) or scene.text[item.end] in "，。；\n"
    return is_last and "精神" in scene.text[offset : item.start]


def _modality(scene: Scene, sentence: Sentence, verb: re.Match[str]) -> Modality | None:
    """Tell whether a verb is reported or intended; None where it is demanded, negated or supposed."""
    clause, start = clause_at(scene, verb.start()), verb.start()
    clause = Clause(max(clause.start, sentence.start), clause.end)
    on_how = _ON_HOW.search(scene.text, clause.start, start)
    is_persons = on_how is not None and (on_how["also"] or scene.within(clause.start, on_how.start(), "Person"))
    if is_persons and _ASKS.search(scene.text, start, clause.end):
        return None
    if (
        _IN_QUOTES.search(scene.text, clause.start, start)
        or _ABOUT.search(scene.text, clause.start, start)
        or _PURPOSE.search(scene.text, clause.start, start)
    ):
        return None
    if _NOT_DONE.search(scene.text, clause.start, start) or _CONDITION.search(scene.text, sentence.start, start):
        scene.scan.refuse(clause.start, verb.end(), "conveys", "否定或假设 / negated or supposed")
        return None
    modality = modality_at(scene, clause.start, start)
    if _TO_COME.search(scene.text, _subject_end(scene, sentence, start), start):
        modality = Modality.INTENDED
    if modality is Modality.DEMANDED or _is_demanded(scene, sentence, start):
        scene.scan.refuse(clause.start, verb.end(), "conveys", "要求，不是已做 / demanded, not done")
        return None
    return modality


def _subject_end(scene: Scene, sentence: Sentence, offset: int) -> int:
    """Give where the subject of a verb ends, else where its sentence starts: 甲局将于5日召开会议，传达…."""
    agents = agents_before(scene, sentence, offset)
    return agents[-1].end if agents else sentence.start


def _meant(scene: Scene, sentence: Sentence, verb: re.Match[str]) -> list[Mention]:
    """Give the meeting that 会议精神 means, or that X会议召开后，各地传达学习 leaves out."""
    clause = clause_at(scene, verb.start())
    short = _SPIRIT.search(scene.text, max(clause.start, sentence.start), min(clause.end, sentence.end))
    if short is not None:
        meant = meant_meeting(scene, sentence, verb.start(), word=short["word"])
        named = scene.around(short.start())
        is_of_others = verb.end() <= short.start() and _OF_OTHERS.match(scene.text, verb.end(), short.start())
        is_other = named is not None and named.kind == "Meeting" and meant is not None and meant.entity != named.entity
        meant = None if is_other or is_of_others else meant
    elif (carried := _DEMAND_OF.match(scene.text, verb.end(), sentence.end)) is not None:
        meant = meant_meeting(scene, sentence, verb.start(), word=carried["word"])
    elif (
        HEARD.search(verb[0])
        and _ENDS.match(scene.text, verb.end(), sentence.end)
        and not _GONE_TO.search(scene.text, clause.start, verb.start())
    ):
        section = scene.scan.section_at(verb.start())
        meant = meeting_set_in_time(scene, sentence, verb.start())
        meant = meant or (topic_meeting(scene, section) if section is not None else None)
        meant = meant or relayed_in_title(scene, verb.start())
    else:
        meant = None
    return [meant] if meant is not None else []


def _is_demanded(scene: Scene, sentence: Sentence, offset: int) -> bool:
    """Tell whether the sentence demands (会议要求…, 一要…, 各单位要…) or the passage is a policy's point."""
    before = _BY_REQUEST.sub("", scene.text[sentence.start : offset])
    if occurs(_DEMANDED, before) or _is_in_demanded_point(scene, sentence):
        return True
    section = scene.scan.section_at(offset)
    if section is None or not _OPENS_POINT.match(scene.text, section.start, section.end) or is_minutes(scene):
        return False
    is_laid_down = scene.article_at(offset) is not None or main_policy(scene, offset) is not None
    return is_laid_down and scene.owner_at(offset) is None


def _is_in_demanded_point(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence goes on with a point that demands (四要抓好落实。落实…意见的要求)."""
    section = scene.scan.section_at(sentence.start)
    floor = max(section.start, sentence.start - _POINT_REACH) if section is not None else sentence.start
    before = scene.text[floor : sentence.start]
    points = list(_POINT.finditer(before))
    return (
        bool(points)
        and _SPOKEN.search(before, 0, points[0].start()) is not None
        and "会议" not in before[points[-1].end() :]
    )
