"""Sentences in, facts of who attended, chaired and addressed a meeting out; the lists of minutes too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import clause_at, is_minutes
from graphkit.extract.reported_sittings import held_between
from graphkit.extract.rules.speeches import speeches_at
from graphkit.extract.rules.spoken_elsewhere import spoken_elsewhere
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import held_in, sittings_of, told_meeting
from graphkit.model.facts import Attendance, Fact, Mention
from graphkit.model.text import Section, SectionKind

_ROLES = re.compile(
    "(?P<attend>出席|参加|列席|参会|收听收看|就座|到会(?=[^，。；]{0,6}(?:讲话|致辞|指导|祝贺|部署)))|(?P<chair>主持)|"
    "(?P<speak>讲话|讲了话|致辞|致(?:欢迎|开幕|闭幕|贺|开班)[词辞]|[作做](?:了)?(?:重要|动员|总结|主题|主旨|典型|交流|经验|表态|专题|辅导|书面|部署|中心|强调|工作|即席|大会|开班|结业)*(?:讲话|发言|演讲|报告)|[作做](?:了)?(?:工作|会议|辅导|专题|主题|主旨|主体|宣讲|警示教育|形势|党建|述职|总结|财务|政府|廉政|学术)*报告|作(?:了)?动员|[讲作上](?:了)?(?:一堂|一次)?(?:专题|廉政)*党课|授课|讲授|"
    "[作做]出?(?:了)?(?:工作|具体|全面|详细|统一)*(?:部署|安排|强调|要求|点评)|(?:进行|作)(?:了)?(?:交流|重点|中心|典型|表态|大会|主题)+(?:发言|讲话|报告)|作(?:了)?《[^》]{2,60}》(?:的)?(?:专题|主题|学习)*(?:辅导|宣讲|讲座|授课|报告)|作(?:了)?题为(?:《[^》]{2,60}》|“[^”]{2,40}”)的?[^，。；]{0,6}(?:报告|讲话|发言|演讲|辅导|党课|讲座|宣讲)|作(?:了)?[^，。；《》]{2,30}(?:辅导|宣讲|专题|学习|解读)报告|作(?:了)?[^，。；《》]{0,24}专题(?:辅导|讲座|授课|宣讲)|提(?:出)?(?:了)?[^，。；]{0,8}(?:要求|意见|希望))"
)
_ACTS = re.compile(
    "(?:(?:、[^，。；、]{2,24}){1,12}(?=等|出席|参加|列席))?"
    "(?:(?:及|和|以及)(?:有关|相关)?[^，。；、]{1,16}?(?:、[^，。；、]{2,16}){0,6}(?:共[0-9]+(?:余)?人)?(?=(?:在[^，。；]{2,16}?分会场)?(?:出席|参加|列席)))?(?:同志|(?:副)?(?:委员长|总理|主席|书记|部长|省长|市长|州长|县长|区长|局长|厅长|主任|院长|校长|会长|处长|科长|秘书长|总书记|场长|所长|镇长|乡长|总队长|支队长|大队长|检察长|总经理|董事长|(?:副)?教授|研究员|博士))?(?:等(?:领导|同志|省领导|市领导|县领导|[^，。；]{0,12})?)?(?:于?(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日|今[天日]|昨[天日]|日前|近日)?(?:[上下]午|晚上?)?(?:在[^，。；]{1,16}?(?=主持|出席|参加|列席|收听收看|就座))?(?:也|还)?(?:分别|先后|亲自|全程|在(?:会|大会|会议|座谈会)上|在(?:会议|大会)(?:结束|闭幕|开始|总结)时|应邀|受邀|就[^，。；]{2,40}?(?=提出|作)|(?:传达|通报|宣读|总结|回顾|组织学习|带领[^，。；]{2,8}学习|领学)(?:了)?[^，。；]{0,50}?，?并(?=作|讲话|提出)|(?:结合|针对)[^，。；]{2,30}?(?=作|进行|提出|讲|谈|依次|分别)|在[^，。；]{2,30}(?:中|环节)(?=作|进行)|依次|逐一|迅速|立即|随即|紧急|及时|第一时间|连夜|代表[^，。；]{2,20}|以[^，。；]{2,24}为题)*"
    "(?:出席|参加|列席|参会|收听收看|就座|主持|作|做|讲|上(?=[^，。；]{0,6}党课)|讲话|致(?=[辞欢开闭贺])|讲授|授课|到会|提出(?=[^，。；]{0,8}(?:要求|意见|希望)))"
)
# 政协主席甲等县领导，各乡镇主要负责同志参加: the verb behind the others is theirs, too.
_WITH_OTHERS = re.compile(
    "(?:[和及与][^，。；]{2,40})?(?:，[^，。；]{2,40}(?:负责人|负责同志|成员|代表|干部|人员|职工)){1,4}(?:等)?(?:一起|共同|一同)，?"
    "(?:在[^，。；]{2,16})?(?:集中|统一|组织)*(?:参加|出席|列席|收听|收看)|"
    "(?:等[^，。；]{0,14})?(?:、[^，。；]{2,60})?，[^，。；]{2,60}(?:负责人|负责同志|成员|代表|干部|人员|职工|民警|党员|同志)"
    "[^，。；]{0,10}?(?:参加|出席|列席)"
)
_SAID_THERE = re.compile(
    "(?:同志)?(?:代表[^，。；]{2,20})?在(?:会|大会|座谈会|会议)上(?:还|也|特别|明确)*(?:强调|指出|要求|表示)"
)
# A list of those present after its verb (出席会议的有甲、乙).
_PRESENT = re.compile(
    "(?:出席|参加|列席)(?:了)?(?:[^，。；]{0,10}(?:会|会议|论坛)|座谈)?的(?:还|领导|嘉宾|人员|同志|主要)*有"
)
# Whose speech or instruction a sentence is about has no part in the meeting that takes it up.
_IS_QUOTED = re.compile(
    "(?:总书记(?=近|关|系|重|在|对|就|上|的|讲|指|批|回|贺|论|参加|出席|视察|考察|主持)|(?:副?总理|委员长|国家主席)[^，。；]{0,30}?)(?:近日|近期|关于|系列|重要)*(?:(?:[在对就]|参加|出席|视察|考察|主持)[^，。；]{2,40}?)??(?:上的|上所?作的|的)?(?:重要|系列)*"
    "(?:讲话|指示|批示|回信|贺信|论述)(?:和[^，。；]{2,50}?)?(?:重要)?(?:精神|要求)"
)
# X书记在Y会议上的讲话: the title stands between.
_AT = re.compile(
    "(?:同志|(?:副)?(?:总理|主席|书记|部长|省长|市长|州长|县长|区长|局长|厅长|主任|院长|校长|会长|秘书长|检察长))?在"
)
# 就…提出要求，并向大会作报告: one speaker in two clauses.
_GOES_ON = re.compile("，并(?:在|代表|作|做|向|就|讲|发表|致)")
_NEXT_NAME = re.compile("[^，。；、]{0,4}?(?:、|和|及|以及|与)")
# Who comes next with a post of his own, others between whose names are not read.
_NEXT_TITLED = re.compile(
    "(?:同志)?(?:，[^，。；：在由]{2,30}(?:书记|主任|主席|委员|代表|巡视员|调研员|长)[一-鿿]{2,3}){0,2}，[^，。；：在由]{2,30}$"
)
_VERB_BETWEEN = re.compile("，[^，]*(?:主持|出席|参加|讲话|召开)|(?:主持|出席|列席|参加)(?:了)?[^，。；]{0,8}会[议]?，")
_BY_PERSON = re.compile("由[^，。；]{0,40}主持")
_SPOKE_AT = re.compile(
    "(?:(?:闭幕|开幕)(?:式|会|大会)?)?(?:和[^，。；]{4,30}?(?:闭幕|开幕)(?:式|会|大会))?上(?:的|作|发表|所作)?(?:了|的)?(?:重要|政府|法院|检察院|常委会|党委|纪委|动员|工作|总结|主题|专题|主旨|典型|交流)*(?:讲话|报告|致辞|发言|演讲)|"
    "上(?:还|也|这样|特别|明确)*(?:强调|指出|要求|表示|说|宣讲)"
)
_LIST = re.compile("(?:【)?(?P<label>[一-鿿 　]{2,8})[：】]")
_LABELS = {
    "attendedBy": re.compile("^(?:出席|参加|列席|参会|到会|与会)(?:人员|人|领导|单位|同志)?$"),
    "chairedBy": re.compile("^(?:会议)?主持(?:人|人员)?$"),
}
_HEARD = re.compile("(?:同志)?(?:代表[^，。；]{2,24}?)?(?:所)?作的[^，。；]{0,60}?(?:报告|说明|讲话|汇报)")
_HEARS = re.compile("听取|审议|审查|听了|批准|同意")
# Whose report is studied gave it elsewhere.
_STUDIES = re.compile("学习|传达|领学|重温")
_LISTING = frozenset({SectionKind.BODY, SectionKind.NOTE, SectionKind.METADATA, SectionKind.SIGNATURE})
# Whose speech a meeting relays did not speak at it: 会议传达了部长甲讲话.
_RELAYS = re.compile("(?:会议|会上，?|大会)(?:首先|还|集中|认真|及时|原文|分别)*(?:传达|学习|宣读)")
_RELAYED_BY = re.compile("(?:传达|学习|宣读|领学|重温|吃透|领会|把握|贯彻|落实)(?:了|好)?[^，。；]{0,16}$")
_SPEECH = re.compile("(?:同志|(?:副)?(?:书记|主任|主席|部长|[省市县区州局厅院校场]长))?(?:的)?(?:重要|系列)*讲话")
# Of a meeting, whatever stands between: 局长甲出席并发表讲话.
_PRESIDES = re.compile("(?:同志)?(?:出席|主持)(?:并|[，。]|$)")
# What somebody said elsewhere is only spoken of: 落实好书记甲、院长乙讲话要求.
_SPOKEN_OF = re.compile(
    "(?:同志|(?:副)?(?:书记|主任|主席|总理|部长|检察长|秘书长|董事长|总经理|[省市县区州局厅院校场]长))?(?:、[^，。；、]{2,12}){0,3}(?:的)?(?:重要|系列)*讲话(?:要求|精神|内容)"
)
# What is told of a report given elsewhere: 总书记代表中央政治局所作的工作报告，展现了….
_GAVE_IT = re.compile("(?:总书记|同志|主席)?代表[^，。；]{2,24}?所作的[^，。；]{0,12}(?:报告|讲话|说明)，")
# What a meeting says tells nothing of who is there: 会议指出，总书记亲自出席庆祝活动.
_SAYS = re.compile("(?:会议|大会|全会)(?:还)?(?:指出|强调|认为|要求|提出)，")
_SPEECHES = re.compile("[作做](?:了)?(?:交流|表态|重点|中心|典型|主题|总结|大会)+发言$")
# What is only spoken on is no meeting that somebody speaks at.
_SPIRIT = re.compile("”?(?:的)?(?:有关|主要|重要|会议)*精神")
# A gathering that a clause calls by its form, which no congress has.
_FORM = re.compile(
    "(?:主持|出席|参加)(?:了)?(?:本次|此次|这次)?(?:专题|辅导)*(?:报告会|宣讲会|座谈会|培训班|讲座|辅导会|活动|仪式)"
)
_CONGRESSES = ("大", "代表大会", "全会", "两会", "“两会”")
_CHAIRS = ("主持召开", "主持召开了")
_ON_IT = re.compile("(?:同志)?(?:就|围绕|对|结合)")
_GOES_ON_ABOUT = re.compile("会议|全会|大会|会上|首先")
_SPOKE_LAST = re.compile("(?:最后|首先|其次|随后|接着)，?")
# Whom a sentence calls head of party or state is at no meeting that it does not name.
_OF_STATE = re.compile("(?:总书记|国家主席|军委主席|国务院总理|委员长)$")
_MEETING_WORD = re.compile("会议|大会|全会|会上|座谈会|仪式|开幕|闭幕")
_ATTENDS_NOT = re.compile("缺席|请假")


def state_attendance(scene: Scene) -> Iterator[Fact]:
    """State who attended, chaired or addressed the meeting that a sentence speaks of."""
    for section in scene.scan.document.sections:
        if section.kind not in _LISTING:
            continue
        label = _LIST.match(scene.text, section.start, section.end)
        role = _listed_role(label["label"]) if label is not None else None
        if label is not None and role is not None:
            yield from _listed(scene, section, label.end(), role)
    present: set[tuple[str, str]] = set()
    for sentence, person in scene.told("Person"):
        for fact in (*_roles_of(scene, sentence, person), *_reported_to(scene, sentence, person)):
            present.add((fact.meeting, fact.person))
            yield fact
    yield from speeches_at(scene, present)


def _reported_to(scene: Scene, sentence: Sentence, person: Mention) -> Iterator[Attendance]:
    """State who spoke before a meeting that heard a report: 会议听取了市长甲所作的政府工作报告."""
    heard = _HEARD.match(scene.text, person.end, sentence.end)
    if heard is None or person.entity is None:
        return
    named = scene.within(sentence.start, person.start, "Meeting")
    low = named[0].end if named else clause_at(scene, person.start).start
    if _STUDIES.search(scene.text, low, person.start):
        return
    is_heard = _HEARS.search(scene.text, sentence.start, person.start) is not None
    told = told_meeting(scene, person.start) if is_heard else None
    meeting = named[0].entity if named else told
    if meeting is not None:
        evidence = scene.cite(person.start, heard.end(), "attendance")
        yield Attendance(meeting=meeting, person=person.entity, role="addressedBy", evidence=evidence)


def _listed_role(label: str) -> str | None:
    """Tell what a line of minutes that opens with a label lists."""
    words = re.sub("[ 　]", "", label)
    return next((role for role, pattern in _LABELS.items() if pattern.match(words)), None)


def _listed(scene: Scene, section: Section, start: int, role: str) -> Iterator[Fact]:
    """State the persons that a line of minutes lists (出席：甲、乙)."""
    later = held_in(scene, section.start, len(scene.text))
    first = held_in(scene, 0, section.start)[:1] if is_minutes(scene) else []
    meeting = first[0].meeting if first else told_meeting(scene, section.start)
    meeting = meeting or (later[0].meeting if later else None)
    if meeting is None:
        return
    stop = _ATTENDS_NOT.search(scene.text, start, section.end)
    for person in scene.within(start, stop.start() if stop is not None else _list_end(scene, section), "Person"):
        if person.entity is not None:
            yield Attendance(
                meeting=meeting,
                person=person.entity,
                role=role,  # type: ignore[arg-type]
                evidence=scene.cite(section.start, person.end, "attendance-list"),
            )


def _list_end(scene: Scene, section: Section) -> int:
    """Give where a list of minutes ends: lines without a label of their own belong to the line before."""
    end = section.end
    for following in scene.scan.document.sections:
        if following.start < end:
            continue
        line = scene.text[following.start : following.end]
        if (
            following.kind not in _LISTING
            or "。" in line
            or "：" in line
            or not scene.within(following.start, following.end, "Person")
        ):
            break
        end = following.end
    return end


def _roles_of(scene: Scene, sentence: Sentence, person: Mention) -> Iterator[Attendance]:
    """State the roles of one person in one sentence."""
    assert person.entity is not None  # noqa: S101 - persons are resolved
    elsewhere = list(_elsewhere(scene, sentence, person))
    yield from elsewhere
    if elsewhere or _is_only_told_of(scene, sentence, person):
        return
    last = _last_of_list(scene, sentence, person)
    clause = clause_at(scene, last.start)
    end = _end_of_clause(scene, last, min(clause.end, sentence.end))
    if _GOES_ON.match(scene.text, end, sentence.end):
        end = min(clause_at(scene, end + 1).end, sentence.end)
    tail = scene.text[last.end : end]
    spoken = _spoken_at(scene, last.end, end)
    if spoken is not None and spoken[0].entity is not None and _AT.match(tail):
        evidence = scene.cite(person.start, min(end, spoken[1]), "attendance")
        yield Attendance(meeting=spoken[0].entity, person=person.entity, role="addressedBy", evidence=evidence)
        return
    is_relayed = _RELAYS.match(scene.text, sentence.start, person.start) or _RELAYED_BY.search(
        scene.text, clause.start, person.start
    )
    if _SPEECH.match(tail) and is_relayed:
        return
    is_at = "会" in scene.text[sentence.start : sentence.end] or _is_at_meeting(scene, sentence, person)
    is_told = _PRESIDES.match(tail) or _SPEECHES.search(tail)
    if not is_at and not (is_told and held_in(scene, 0, person.start)):
        return
    by_person = _BY_PERSON.search(scene.text, clause.start, end)
    present = _PRESENT.search(scene.text, sentence.start, person.start)
    roles = _roles(tail, by_person=by_person is not None and by_person.start() < person.start < by_person.end())
    is_among = present is not None or _WITH_OTHERS.match(scene.text, last.end, sentence.end) is not None
    roles = roles or (["attendedBy"] if is_among else [])
    if not roles:
        return
    meeting = _meeting_of(scene, sentence, (last, end), is_led=by_person is not None)
    if meeting is None:
        return
    parts = [(role, held) for role in roles for held in _chaired_too(scene, sentence, meeting, role)]
    for part, held in parts:
        yield Attendance(
            meeting=held,
            person=person.entity,
            role=part,  # type: ignore[arg-type]
            evidence=scene.cite(person.start, end, "attendance"),
        )


def _is_only_told_of(scene: Scene, sentence: Sentence, person: Mention) -> bool:
    """Tell whether a person's words are only quoted, or a head of state is told of where no meeting is."""
    if any(one.match(scene.text, person.end) for one in (_IS_QUOTED, _SPOKEN_OF, _GAVE_IT)):
        return True
    if not _OF_STATE.search(scene.text, sentence.start, person.start):
        return False
    told = _MEETING_WORD.search(scene.text, sentence.start, sentence.end)
    return told is None and not scene.within(sentence.start, sentence.end, "Meeting")


def _elsewhere(scene: Scene, sentence: Sentence, person: Mention) -> Iterator[Attendance]:
    """State at which meetings somebody gave the speech that a sentence relays."""
    for meeting, stop in spoken_elsewhere(scene, person, sentence.end):
        if meeting.entity is not None and person.entity is not None:
            evidence = scene.cite(person.start, stop, "attendance")
            yield Attendance(meeting=meeting.entity, person=person.entity, role="addressedBy", evidence=evidence)


def _spoken_at(scene: Scene, start: int, end: int) -> tuple[Mention, int] | None:
    """Give the meeting in a stretch that somebody spoke at, and where the words that say so end (在X会议上的讲话)."""
    for meeting in scene.within(start, end, "Meeting"):
        spoke = _SPOKE_AT.match(scene.text, meeting.end)
        if spoke is not None and not scene.within(start, meeting.start, "Person"):
            return meeting, spoke.end()
    return None


def _chaired_too(scene: Scene, sentence: Sentence, meeting: str, role: str) -> list[str]:
    """Give a meeting and, for who chairs it, those that the same verb holds with it."""
    here = held_between(sittings_of(scene), sentence.start, sentence.end)
    verbs = {one.verb for one in here if one.meeting == meeting}
    together = [one.meeting for one in here if one.verb in verbs and one.meeting != meeting]
    return [meeting, *together] if role == "chairedBy" else [meeting]


def _meeting_of(scene: Scene, sentence: Sentence, place: tuple[Mention, int], *, is_led: bool) -> str | None:
    """Give the meeting of a clause: named in it, right behind 由…主持，, or told of before."""
    last, end = place
    behind = scene.starting(end + 1) if is_led and scene.text.startswith("，", end) else None
    among = scene.within(last.end, end, "Meeting")
    among = [] if _ON_IT.match(scene.text, last.end) else among
    own = (m for m in among if not _SPIRIT.match(scene.text, m.end) or scene.text.endswith(_CHAIRS, 0, m.start))
    named = next(own, None)
    named = behind if behind is not None and behind.kind == "Meeting" else named
    here = held_between(sittings_of(scene), sentence.start, last.start)
    behind_them = held_between(sittings_of(scene), last.end, end)
    led = (one for one in behind_them if "主持" in scene.text[one.verb.start : one.verb.end])
    here = (*here, *led)  # 甲部召开全国会议后，乙主任丙主持召开会议: the one that 丙 leads
    told = here[-1].meeting if here else told_meeting(scene, max(last.start, end))
    if not here and (_opens_a_day(scene, sentence) or _is_of_other_form(scene, last, end, told)):
        told = None
    if named is None and _SAYS.match(scene.text, sentence.start, last.start):
        return None
    return named.entity if named is not None else told


def _opens_a_day(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a paragraph of a chronicle tells of something else: it opens with a day and holds no meeting."""
    section = scene.scan.section_at(sentence.start)
    day = scene.starting(section.start) if section is not None else None
    if section is None or day is None or day.kind != "Date" or not day.surface.endswith("日"):
        return False
    before = scene.scan.section_before(section)
    earlier = scene.starting(before.start) if before is not None else None
    return earlier is not None and earlier.kind == "Date" and not held_in(scene, section.start, section.end)


def _is_of_other_form(scene: Scene, last: Mention, end: int, meeting: str | None) -> bool:
    """Tell whether a clause speaks of a gathering of a form that the meeting told of has not (甲主持报告会)."""
    form = _FORM.search(scene.text, last.end, end)
    if form is None or meeting is None:
        return False
    return all(name.endswith(_CONGRESSES) for name in scene.drafts[meeting].names)


def _is_at_meeting(scene: Scene, sentence: Sentence, person: Mention) -> bool:
    """Tell whether a sentence without 会 goes on about a meeting told of before, or closes its report (最后，…)."""
    if _SPOKE_LAST.match(scene.text, sentence.start):
        return bool(held_in(scene, 0, person.start))
    section = scene.scan.section_at(person.start)
    before = scene.scan.section_before(section) if section is not None and section.start == sentence.start else None
    if before is None and section is not None and _GOES_ON_ABOUT.match(scene.text, section.start):
        before = scene.scan.section_before(section)
    here = before if before is not None and before.kind is SectionKind.BODY else section
    return here is not None and bool(held_in(scene, here.start, person.start))


def _end_of_clause(scene: Scene, last: Mention, end: int) -> int:
    """Give where a clause ends; in a line without full stops a space ends it too (甲等出席 乙主持)."""
    section = scene.scan.section_at(last.start)
    if section is None or "。" in scene.text[section.start : section.end]:
        return end
    return next((offset for offset in range(last.end + 1, end) if scene.scan.gap_before(offset)), end)


def _last_of_list(scene: Scene, sentence: Sentence, person: Mention) -> Mention:
    """Give the last of the persons named together, whose verb is that of all (甲、乙，局长丙出席会议)."""
    names = scene.within(person.start, sentence.end, "Person")
    last = person
    for name in names[1:]:
        between = scene.text[last.end : name.start]
        if not _NEXT_NAME.match(between) and not _NEXT_TITLED.match(between):
            break
        if _VERB_BETWEEN.search(between):
            break
        last = name
    return last


def _roles(tail: str, *, by_person: bool) -> list[str]:
    """Read the roles in the words after a name."""
    if by_person:
        return ["chairedBy"]
    if _SAID_THERE.match(tail):
        return ["addressedBy"]
    if not _ACTS.match(tail):
        return []
    found = list(_ROLES.finditer(tail))
    roles = [("attendedBy", "attend"), ("chairedBy", "chair"), ("addressedBy", "speak")]
    return [role for role, group in roles if any(match[group] for match in found)]
