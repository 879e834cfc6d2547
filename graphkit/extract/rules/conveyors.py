"""A verb of relaying in, who relays out: the meeting told of, its holders, or the bodies named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphkit.extract.context import agents_before, carried_subject, is_minutes, opens_clause, unled_before
from graphkit.extract.meant_meetings import AFTER_MEETING
from graphkit.extract.reported_sittings import held_with
from graphkit.extract.rules.acting_places import PLACE_ACTS, acting_places
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene, Sitting
from graphkit.extract.sittings import held_in, holders_of, sittings_of, told_meeting
from graphkit.model.facts import Fact, Jurisdiction, Mention
from graphkit.model.text import Section, SectionKind

HEARD = re.compile("传达|学习|领学|重温|研读|学[了完过]")
_ITEM_NUMBER = re.compile("[0-9]{1,2}[.．、]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
_OPENING = 4
_POST = 24
_TITLED = re.compile(
    "(?:^|[，、的])(?:党组|党委|常务)?副?(?:书记|主任|主席|检察长|秘书长|[局厅处县市区镇乡州校院部所场]长)(?:、[^，。；]{2,6}[长任记])?$"
)
_PARAGRAPHS = 4
# 传达了省委书记在全省会议上的讲话: the speaker's body relays nothing by that.
_SPOKE_AT = re.compile(
    "(?:党组|党委|常委会)?副?(?:书记|主任|主席|[省市县区州局厅部院]长)(?:[一-鿿]{2,3})?(?:同志)?在[^，。；]{2,40}(?:上|时|期间)"
)
# 根据…要求，会议学习了…: the meeting is the subject behind a clause.
_WITHIN = re.compile(
    "[，；](?:会议|会上)(?:还|首先|集中|专题|深入|认真|组织|围绕|重点|就|对|传达|学习|原文|全文|进行|，)"
)
_SPEAKS = re.compile(
    "(?:同志|(?:常务)?副?(?:[局厅处县市区镇乡州校院部所]长|书记|主任|主席|检察长|秘书长|总经理|董事长))?(?:在会上|会上|还|又|接着|首先|分别|组织|原原本本|逐字逐句|原文|详细|全文|带头|领学|领读|带领[^，。；]{2,12}|第一时间|迅速|向[^，。；]{2,12}|为大家|带领大家)*"
)
# 支部书记领学了…: whose post alone is named.
_BY_POST = re.compile(
    "(?:会上，)?[^，。；]{0,8}(?:书记|局长|厅长|主任|处长|场长|负责同志|负责人|领导同志)(?:在会上|带头|原文|首先|集中)*"
)
# An officer who speaks at the body's own meeting or to its people.
_TO_OWN = re.compile(
    "(?:同志)?(?:在(?:局|厅|委|部|院|校|集团|公司)?(?:党组|党委|党支部|支部|机关|局务|全体|干部|职工|扩大|（扩大）)+[^，。；]{0,8}(?:会|会议|大会)上|"
    "(?:向|为|给|带领|组织)(?:全体|全[局厅委院校]|机关|与会|班子|在场)[^，。；]{1,14})(?:第一时间|集中|及时|认真|详细)*"
)
_OF_MEETING = re.compile("\n?(?:会议|会上)(?!精神)")
# 某局党组会议传达学习…: the meeting is the subject.
_TELLS = re.compile("(?:上)?(?:，)?(?:还|首先|集中|专题|认真|深入|及时|迅速|第一时间)*")
_TAKEN = re.compile("(?:召开|举行|传达|学习|贯彻|落实|按照|根据|围绕|参加|在|将|把|对|就)(?:了|好)?$")
# 会议深入贯彻落实X会议精神，部署…: who holds it meets on X.
_MEETS_ON = re.compile("(?:会议|大会)(?:全面|深入|认真|坚决|切实|迅速)*(?:学习)?(?:贯彻|落实)+")
_SUBJECT = re.compile(
    "(?:会议|会上|大会|全会|学习会|报告会|座谈会|与会|参会|集[中体]学习(?:阶段|环节)|学习(?:阶段|环节))"
    "(?!召开|结束|闭幕|之?后|精神)"
)


class Conveyor(NamedTuple):
    """Who relays, where it is named: a meeting, or a body, which by relaying responds; by which rule it does."""

    id: str
    start: int
    is_body: bool = False
    rule: str = "conveyance"


def conveyors_at(scene: Scene, section: Section, sentence: Sentence, verb: re.Match[str]) -> list[Conveyor]:
    """Give who relays: the meeting held just before in the sentence, the article's meeting, or bodies."""
    offset = verb.start()
    # X会议召开后，各市传达…: what was held before sets the time, others act.
    held = [one for one in held_in(scene, sentence.start, offset) if not AFTER_MEETING.match(scene.text, one.end)]
    if held:
        return _by_held(scene, sentence, offset, held)
    agents = [body for body in unled_before(scene, sentence, offset) if not is_of_post(scene, body, offset)]
    named = _named_meeting(scene, sentence, verb)
    if named is not None:
        return _of_told(scene, sentence, verb, named)
    speaking = _speaking_at(scene, section, sentence, offset)
    if speaking is not None:
        return [*_by_sitting(scene, speaking), *_bodies(agents)]
    is_of_meeting = _is_of_meeting(scene, section, (sentence, offset), agents)
    goes_on = is_of_meeting or (not agents and _goes_on(scene, section, sentence, verb))
    meeting = told_meeting(scene, offset) if goes_on else None
    if meeting is not None:
        return _of_told(scene, sentence, verb, meeting)
    found = _bodies(agents) or _carried(scene, section, sentence, verb)
    return found or _by_officer(scene, sentence, offset) or _places(scene, sentence, offset)


def _carried(scene: Scene, section: Section, sentence: Sentence, verb: re.Match[str]) -> list[Conveyor]:
    """Give who relays where a sentence names nobody: the meeting or the body of the one before."""
    is_open = _opens_sentence(section, sentence, verb.start())
    before = scene.scan.sentence_at(sentence.start - 1).start if is_open else sentence.start
    held = held_in(scene, before, sentence.start) if HEARD.match(verb[0]) else []
    if held:
        return _by_sitting(scene, held[-1])
    carried = carried_subject(scene, sentence, verb.start())
    if carried is None and is_open:
        return _gone_on(scene, section, sentence)
    return _bodies([carried]) if carried is not None else []


def _by_officer(scene: Scene, sentence: Sentence, offset: int) -> list[Conveyor]:
    """Give the body whose officer relays to its people or at its meeting (甲局局长某某在党组会议上传达了…)."""
    person = next(iter(scene.within(sentence.start, offset, "Person")), None)
    if person is None or not _TO_OWN.fullmatch(scene.text, person.end, offset):
        return []
    bodies = scene.within(sentence.start, person.start, "Agency")
    is_of_one = len({body.entity for body in bodies}) == 1 and is_of_post(scene, bodies[0], offset)
    return _bodies(bodies[:1]) if is_of_one and opens_clause(scene, sentence, bodies[0]) else []


def _bodies(agents: list[Mention]) -> list[Conveyor]:
    return [Conveyor(a.entity, a.start, is_body=True) for a in agents if a.entity is not None]


def _places(scene: Scene, sentence: Sentence, offset: int) -> list[Conveyor]:
    is_headline = scene.text[sentence.end - 1] not in "。；！"  # it sums up what bodies did
    places = acting_places(scene, sentence, offset) if not is_headline else []
    return [Conveyor(body, start, is_body=True, rule=PLACE_ACTS) for body, start in places]


def place_of(scene: Scene, conveyor: Conveyor) -> Iterator[Fact]:
    """State the division of the government that a place stands for, where it is a place that relays."""
    place = scene.starting(conveyor.start) if conveyor.rule == PLACE_ACTS else None
    if place is not None and place.entity is not None:
        evidence = scene.cite(place.start, place.end, PLACE_ACTS)
        yield Jurisdiction(agency=conveyor.id, region=place.entity, evidence=evidence)


def _by_held(scene: Scene, sentence: Sentence, offset: int, held: list[Sitting]) -> list[Conveyor]:
    """Give the meetings held in the sentence and the bodies behind them (甲局召开会议，乙局举办培训班，传达…)."""
    together = [one for one in held if not HEARD.search(scene.text, one.end, held[-1].start)]
    agents = agents_before(scene, sentence, offset)
    later = [a for a in agents if a.start > held[-1].end and opens_clause(scene, sentence, a)]
    sat = [conveyor for one in together for conveyor in _by_sitting(scene, one)]
    is_of_none = not any(one.is_body for one in sat)
    return [*sat, *(_places(scene, sentence, held[0].start) if is_of_none else ()), *_bodies(later)]


def _named_meeting(scene: Scene, sentence: Sentence, verb: re.Match[str]) -> str | None:
    """Give the meeting that is named as subject right before a verb (某局党组会议传达学习…)."""
    offset = verb.start()
    named = [m for m in scene.within(sentence.start, offset, "Meeting") if _TELLS.fullmatch(scene.text, m.end, offset)]
    if not named or not HEARD.match(verb[0]) or _TAKEN.search(scene.text, max(0, named[-1].start - 6), named[-1].start):
        return None
    return named[-1].entity


def _is_of_meeting(scene: Scene, section: Section, place: tuple[Sentence, int], agents: list[Mention]) -> bool:
    """Tell whether 会议 is the subject of a verb, at the head of its sentence or behind a clause."""
    sentence, offset = place
    within = list(_WITHIN.finditer(scene.text, sentence.start, offset))
    if within and section.kind is SectionKind.BODY and not [a for a in agents if a.start > within[-1].start()]:
        return True
    number = _ITEM_NUMBER.match(scene.text, sentence.start, sentence.end)
    start = number.end() if number is not None else sentence.start
    opening = scene.text[start : start + 6]
    if start == offset and number is not None and is_minutes(scene):
        return True
    is_gathering = section.kind is SectionKind.BODY and re.match("活动|集中", opening) and not agents
    return bool(_SUBJECT.match(opening) or is_gathering)


def _goes_on(scene: Scene, section: Section, sentence: Sentence, verb: re.Match[str]) -> bool:
    """Tell whether a verb opens its line or sentence and 会议 the one before (会议…。同时，传达学习了…)."""
    if _goes_on_line(scene, section, verb):
        return True
    earlier = scene.scan.sentence_at(sentence.start - 1) if sentence.start > section.start else None
    is_next = earlier is not None and _opens_sentence(section, sentence, verb.start())
    return is_next and earlier is not None and _OF_MEETING.match(scene.text, earlier.start) is not None


def _opens_sentence(section: Section, sentence: Sentence, offset: int) -> bool:
    return offset - sentence.start <= _OPENING and section.start < sentence.start


def _goes_on_line(scene: Scene, section: Section, verb: re.Match[str]) -> bool:
    """Tell whether a line that opens with a verb of hearing goes on what 会议 did in the line before."""
    if verb.start() - section.start > len("还") or not HEARD.match(verb[0]) or section.kind is not SectionKind.BODY:
        return False
    before = scene.scan.section_before(section)
    is_told = before is not None and before.kind is SectionKind.BODY and before.article == section.article
    return is_told and before is not None and _SUBJECT.match(scene.text, before.start) is not None


def _gone_on(scene: Scene, section: Section, sentence: Sentence) -> list[Conveyor]:
    """Give the body that the passage goes on about where a sentence opens with the verb."""
    earlier = scene.scan.sentence_at(sentence.start - 1)
    bodies = [m for m in scene.within(section.start, sentence.start, "Agency") if scene.draft(m).kind == "Agency"]
    return _bodies([m for m in bodies if opens_clause(scene, earlier, m)][:1])


def _of_told(scene: Scene, sentence: Sentence, verb: re.Match[str], meeting: str) -> list[Conveyor]:
    """Give the meeting that 会议 means and, where it hears what is relayed, who holds it."""
    is_taken_up = (
        HEARD.search(verb[0]) is not None or _MEETS_ON.match(scene.text, sentence.start, verb.end()) is not None
    )
    found: list[Conveyor] = []
    for one in (meeting, *held_with(sittings_of(scene), meeting, verb.start())):
        holders = holders_of(scene, one, verb.start()) if is_taken_up else ()
        named = scene.drafts[one].holder
        if not holders and named is not None and is_taken_up:
            holders = (named,)
        found.append(Conveyor(one, sentence.start))
        found.extend(Conveyor(body, sentence.start, is_body=True) for body in holders)
    return list(dict.fromkeys(found))


def is_of_post(scene: Scene, body: Mention, offset: int) -> bool:
    """Tell whether a body only tells whose post a speaker holds: 全国政协委员、副检察长甲传达了…."""
    if _SPOKE_AT.match(scene.text, body.end, offset):
        return True
    person = next(iter(scene.within(body.end, offset, "Person")), None)
    return person is not None and re.fullmatch("[^，。；]{1,16}", scene.text[body.end : person.start]) is not None


def _speaking_at(scene: Scene, section: Section, sentence: Sentence, offset: int) -> Sitting | None:
    """Give the meeting told of just before, at which a person relays (局长甲传达了…, 局长甲在会上传达了…)."""
    persons = scene.within(sentence.start, offset, "Person")
    if persons:
        is_near = persons[0].start - sentence.start <= _POST or _TITLED.search(
            scene.text, sentence.start, persons[0].start
        )
        speaks = is_near and _SPEAKS.fullmatch(scene.text, persons[-1].end, offset)
    else:
        speaks = _BY_POST.fullmatch(scene.text, sentence.start, offset)
    if not speaks:
        return None
    earlier = [one for one in scene.body if one.article == section.article and one.start <= section.start]
    told = held_in(scene, earlier[-_PARAGRAPHS:][0].start if earlier else section.start, sentence.start)
    return told[-1] if told else None


def _by_sitting(scene: Scene, sitting: Sitting) -> list[Conveyor]:
    """Give the meeting held in the sentence and who holds it: a body that relays through its meeting relays."""
    bodies = (Conveyor(a.entity, a.start, is_body=True) for a in sitting.holders if a.entity is not None)
    own = scene.drafts[sitting.meeting].holder
    known = (own,) if own is not None else holders_of(scene, sitting.meeting, sitting.start)
    named = [Conveyor(body, sitting.start, is_body=True) for body in known] if not sitting.holders else []
    return [Conveyor(sitting.meeting, sitting.start), *bodies, *named]
