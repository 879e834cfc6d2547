"""Sittings in, facts of meetings being held out: when, by whom, where, in which form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import minuted_meeting
from graphkit.extract.datelines import ToldDay, dateline_day
from graphkit.extract.meeting_kinds import kind_of
from graphkit.extract.rules.heads import publishers_of
from graphkit.extract.rules.holders_in_names import held_by_name
from graphkit.extract.rules.jurisdictions import division
from graphkit.extract.rules.points_around import reported_at
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene, Sitting
from graphkit.extract.sittings import sittings_of, told_meeting
from graphkit.model.facts import Fact, Holding, Mention, Modality, Response
from graphkit.model.text import Span

_ORGANISED = re.compile(
    "(?:本次|此次|这次|该)?(?P<what>会议|大会|论坛|培训班|启动仪式|活动|仪式)由(?P<bodies>[^，。；]{2,60}?)(?:联合|共同)?(?:主办|承办|召集|组织召开)"
)
# What an activity is called whose opening is told of as held.
_MEETS = frozenset({"会议", "大会", "论坛", "培训班", "启动仪式"})
_EVENT = re.compile("(?:仪式|活动|论坛|讲座|大赛|培训班|展|节)$")
_PASSED = re.compile(
    "(?:审议|表决|讨论|研究|批准|修订|第?[一二三四五六七八九十]+次修订|原则)*(?:通过|同意|批准|修订|修正)|《关于修改|研究"
)
# 已于2016年2月26日经 + 省政府第73次常务会议通过
_BY, _BY_REACH = re.compile("，?(?:已|业)?经(?:过)?$"), 5
# A meeting called by the kind of its body: 厅党组会议, 第15次局务会议, 校长办公会.
_CALLED_BY_KIND = re.compile(
    "(?:第?[0-9一二三四五六七八九十]+次)?(?P<kind>[局厅委部院校署社])(?:党[组委]|务|长办公|机关党)"
)
# A notice of a meeting, and on whose behalf it is given: 经县政府研究，定于…召开.
_CONVENES = re.compile(
    "关于(?:组织|做好)?(?:召开|举办|举行)(?P<name>[^，。；]{4,60}?)的(?:预备|紧急|补充)?(?:通知|函)$"
)
_DECIDED = re.compile("(?:研究|同意|批准|决定)(?:决定|同意)?，")
# An office gives notice of what its government or committee holds.
_OF_OFFICE = re.compile("(?:政府|委|委员会|人大|政协|指挥部|领导小组)办公[室厅]$")
# Between a day and a verb: another sentence, or another meeting that the day belongs to.
_ELSE = re.compile(
    "[。；]|^关于(?:召开|举行|举办)|即将(?:召开|举行|举办)的|(?:召开|举行|举办)[^。；]*?，[^。；]*?(?:召开|举行|举办)|(?:召开|举行|举办)[^，。；]{2,60}(?:后|之际|以来)，"
)
# 传达了5月12日全市会议精神, 5月12日召开的全市会议: the day is the meeting's own.
_OWN_DAY = re.compile("(?:上午|下午|晚上?|夜间)?(?:[^，。；、的]{0,10}?(?:召开|举行)的)?")
_SPOKEN_OF = re.compile("[”]?(?:的)?(?:精神|上|后|结束|闭幕|要求|部署|提出|主要|有关|会议精神|召开后)")
# 本报1月20日讯: when it was sent, not when the meeting sat.
_TIME_LINE = re.compile("(?:[一二三四五]、|（[一二三四五]）|[0-9][.．、])?(?:会议|开会|召开)?时间(?:安排)?[：:]?")
# 截至8月10日，… says until when, not on what day.
_UNTIL = re.compile("(?:截至|截止)到?$")
_DATELINE = re.compile("(?:讯|电|消息)(?![视话])|[（(](?:记者|通讯员)")
_SAME_DAY = re.compile("当[天日晚]|同日(?!报)")
# 在京召开: the capital by its short name; its code of GB/T 2260.
_CAPITAL = "110000"
_SHORTEST_DRIVE = 4
_GOES_ON = re.compile("[一-鿿]{1,4}(?:行动|活动|攻坚战)")
# A house that is called by a place may stand in another: 学校在北京校区召开.
_OF_HOUSE = ("校区", "院区")
_IN_CAPITAL = re.compile("在京(?:以[^，。；]{2,12}(?:形式|方式))?$")
_VENUE = re.compile(
    "(?P<venue>[一-鿿A-Za-z0-9（）]{0,16}?(?:会议室|会议厅|报告厅|多功能厅|礼堂|大会堂|会堂|宾馆|酒店|饭店|会议中心|会展中心|会场|党校|活动室))"
)


def state_holding(scene: Scene) -> Iterator[Fact]:
    """State each meeting that a sentence reports or plans as held."""
    kinds_told: set[str] = set()
    stated: dict[str, list[str]] = {}
    for sitting in sittings_of(scene):
        for fact in _held(scene, sitting):
            if isinstance(fact, Holding) and fact.by is not None:
                stated.setdefault(fact.meeting, []).append(fact.by)
            is_told = isinstance(fact, Holding) and fact.meeting in kinds_told
            yield fact.model_copy(update={"form": None}) if is_told else fact
        kinds_told.add(sitting.meeting)
    for section, sentence, match in scene.cues(_ORGANISED):
        if section.start <= sentence.start:
            yield from _organised(scene, match)
    yield from held_by_name(scene, stated)
    yield from _dated_by_passing(scene)
    yield from _dated_by_notice(scene)
    yield from _dated_in_passing(scene)
    yield from _convened_by_notice(scene)


def _held(scene: Scene, sitting: Sitting) -> Iterator[Fact]:
    """State one sitting, once for each body that holds it."""
    sentence = scene.scan.sentence_at(sitting.verb.start)
    holders: list[Mention | None] = list(sitting.holders) or [None]
    if sitting.mention is not None and not sitting.holders and sitting.start == sitting.verb.start:
        holders = [scene.owner_at(sitting.verb.start)]
    if sitting.mention is not None and scene.drafts[sitting.meeting].holder is not None:
        holders = [
            None if holder is not None and _is_of_chair(scene, sitting, holder) else holder for holder in holders
        ]
    own = _own_report(scene, sitting, sentence) if holders == [None] else None
    for holder in holders:
        holding = _holding(scene, sentence, sitting, holder)
        yield holding if own is None else holding.model_copy(update={"by": own})
        if sitting.mention is not None and sitting.start == sitting.verb.start:
            yield from _named_after_drive(scene, holding, sitting.mention)


def _own_report(scene: Scene, sitting: Sitting, sentence: Sentence) -> str | None:
    """Give the body that reports what it did, where a point of its report holds a meeting and names nobody."""
    done = reported_at(scene, sitting.verb.start)
    is_named = scene.within(sentence.start, sitting.verb.start, "Agency", "Person", "Region")
    is_own = done is not None and done[0] is not None and done[0] == scene.home and not is_named
    return done[0] if is_own and done is not None and scene.drafts[sitting.meeting].holder is None else None


def _organised(scene: Scene, match: re.Match[str]) -> Iterator[Fact]:
    """State who holds the meeting that a text is about: 会议由X、Y主办."""
    meeting = told_meeting(scene, match.start())
    if meeting is None or (match["what"] not in _MEETS and not _is_event(scene, meeting)):
        return
    for body in scene.within(match.start("bodies"), match.end("bodies"), "Agency"):
        yield Holding(meeting=meeting, by=body.entity, evidence=scene.cite(match.start(), match.end(), "holding"))


def _is_event(scene: Scene, meeting: str) -> bool:
    """Tell whether a meeting is an activity or the ceremony that opens one (此次活动由甲、乙共同主办)."""
    return any(_EVENT.search(name) for name in scene.drafts[meeting].names)


def _named_after_drive(scene: Scene, holding: Holding, meeting: Mention) -> Iterator[Fact]:
    """State that a body which holds a meeting named after a campaign takes the campaign up."""
    if (
        holding.by is None
        or scene.drafts[holding.by].kind != "Agency"
        or holding.evidence[0].modality is not Modality.REPORTED
    ):
        return
    for draft in list(scene.drafts.values()):
        if draft.kind == "Campaign" and any(_names_drive(meeting.surface, name) for name in draft.names):
            yield Response(
                id=f"r-{holding.by}-{draft.id}", respondent=holding.by, target=draft.id, evidence=holding.evidence
            )


def _names_drive(meeting: str, name: str) -> bool:
    """Tell whether a meeting's name has a drive's, not one that goes on to be another's (知识产权保护 + 执法行动)."""
    _, found, rest = meeting.partition(name)
    return len(name) > _SHORTEST_DRIVE and found != "" and _GOES_ON.match(rest) is None


def _holding(scene: Scene, sentence: Sentence, sitting: Sitting, holder: Mention | None) -> Holding:
    """Put together one holding, cited from its first argument to its last."""
    start, end = sitting.start, sitting.end
    verb = scene.text[sitting.verb.start : sitting.verb.end]
    dates = [m for m in scene.within(sentence.start, end, "Date") if _is_day_of(scene, m, end)]
    date = dates[-1] if dates and not verb.endswith("闭幕") else None
    date = date if date is not None else _same_day(scene, sentence, sitting)
    value = scene.calendar.value(date) if date is not None else None
    told = dateline_day(scene, sentence, sitting.verb.start) if date is None else None
    region = _region(scene, sentence, sitting)
    dated = date is not None and value is not None
    named_here = holder is not None and holder.start >= sentence.start
    is_told_here = date is not None and date.start >= sentence.start
    first = min(
        [
            start,
            *((holder.start,) if holder is not None and named_here else ()),
            *((date.start,) if dated and date and is_told_here else ()),
        ]
    )
    return Holding(
        meeting=sitting.meeting,
        on=value.start if value is not None else told.day if told is not None else None,
        until=value.end if value is not None else None,
        by=holder.entity if holder is not None else None,
        region=region.entity if region is not None else _capital(scene, sentence, sitting),
        venue=_venue(scene, sentence, sitting, region),
        form=kind_of(_name_of(scene, sitting)) if value is not None or region is not None else None,
        evidence=scene.cite(
            max(first, sentence.start),
            end,
            "holding",
            modality=sitting.modality,
            confidence=0.7 if sitting.is_carried else None,
            relies_on=_relied_on(scene, date if dated else None, told),
        ),
    )


def _relied_on(scene: Scene, date: Mention | None, told: ToldDay | None) -> tuple[Span, ...]:
    """Give the passages that settle a day: the year's, or the dateline's."""
    if date is not None:
        return scene.calendar.relies_on(date)
    return (scene.scan.document.raw_span(told.sent.start, told.sent.end),) if told is not None else ()


def _same_day(scene: Scene, sentence: Sentence, sitting: Sitting) -> Mention | None:
    """Give the day that 当天 and 当晚 mean: the last told before in the paragraph, else that of the piece's meeting."""
    said = _SAME_DAY.search(scene.text, sentence.start, sitting.verb.start)
    section = scene.scan.section_at(sentence.start)
    if said is None or section is None:
        return None
    told = scene.within(section.start, said.start(), "Date")
    for earlier in sittings_of(scene) if not told else ():
        opening = scene.scan.section_at(earlier.start)
        if opening is not None and opening.article == section.article and earlier.start < section.start:
            first = scene.scan.sentence_at(earlier.verb.start).start
            told = [m for m in scene.within(first, earlier.end, "Date") if _is_day_of(scene, m, earlier.end)]
            if told:
                break
    days = ((mention, scene.calendar.value(mention)) for mention in reversed(told))
    return next((mention for mention, value in days if value is not None and value.start.day is not None), None)


def _is_of_chair(scene: Scene, sitting: Sitting, holder: Mention) -> bool:
    """Tell whether a body only tells whose post the chair holds (县委副书记、县长某某主持召开县政府常务会议)."""
    return bool(scene.within(holder.end, sitting.verb.start, "Person")) and (
        holder.entity != scene.drafts[sitting.meeting].holder
    )


def _name_of(scene: Scene, sitting: Sitting) -> str:
    return sitting.mention.surface if sitting.mention is not None else scene.drafts[sitting.meeting].names[0]


def _region(scene: Scene, sentence: Sentence, sitting: Sitting) -> Mention | None:
    """Give the place that 在 or 于 puts before the verb, or between the verb and the name."""
    text = scene.text
    found = [
        m
        for m in scene.within(sentence.start, sitting.end, "Region")
        if ((m.start > 0 and text[m.start - 1] in "在于") or text[m.start - 2 : m.start] == "地点")
        and not re.search("[。；]", text[m.end : sitting.verb.start])
        and not text.startswith(_OF_HOUSE, m.end)
        and (m.end > sitting.verb.start or re.match("，|[^，、的]{0,16}$", text[m.end : sitting.verb.start]))
    ]
    if found:
        return _most_precise(scene, found[-1])
    own = (
        scene.ending(sitting.verb.start)
        if sitting.mention is not None and sitting.mention.start > sitting.verb.start
        else None
    )
    return own if own is not None and own.kind == "Region" and not sitting.holders else None


def _capital(scene: Scene, sentence: Sentence, sitting: Sitting) -> str | None:
    """Give the capital that 在京 means, right before a verb of holding."""
    if _IN_CAPITAL.search(scene.text, sentence.start, sitting.verb.start) is None:
        return None
    return division(scene, _CAPITAL).id


def _most_precise(scene: Scene, region: Mention) -> Mention:
    """Give the last of places named one in another (在广东深圳市)."""
    while (inner := scene.starting(region.end)) is not None and inner.kind == "Region":
        region = inner
    return region


def _venue(scene: Scene, sentence: Sentence, sitting: Sitting, region: Mention | None) -> str | None:
    """Give the room or house that the words before the verb name (在市委二楼会议室召开)."""
    low = region.end if region is not None and region.end <= sitting.verb.start else None
    before = scene.text[max(sentence.start, sitting.verb.start - 30) : sitting.verb.start]
    if low is None:
        at = max(before.rfind("在"), before.rfind("于"))
        if at < 0:
            return None
        low = max(sentence.start, sitting.verb.start - 30) + at + 1
    match = _VENUE.fullmatch(scene.text, low, sitting.verb.start)
    return match["venue"] if match is not None else None


def _dated_by_passing(scene: Scene) -> Iterator[Fact]:
    """State the day of a meeting that passed something: 2014年2月26日国务院第40次常务会议通过."""
    for meeting in scene.mentions:
        if (
            meeting.kind != "Meeting"
            or meeting.entity is None
            or not _PASSED.match(scene.text, _behind_day(scene, meeting))
        ):
            continue
        by = _own_body(scene, meeting)
        date = _day_of_passing(scene, meeting)
        value = scene.calendar.value(date) if date is not None else None
        if date is not None and value is not None and value.start.day is not None:
            first, last = min(date.start, meeting.start), max(date.end, meeting.end)
            evidence = scene.cite(first, last, "passing", relies_on=scene.calendar.relies_on(date))
            yield Holding(meeting=meeting.entity, on=value.start, until=value.end, by=by, evidence=evidence)
        elif by is not None:
            yield Holding(meeting=meeting.entity, by=by, evidence=scene.cite(meeting.start, meeting.end, "passing"))


def _behind_day(scene: Scene, meeting: Mention) -> int:
    """Give where the verb stands that a meeting may have its day before: 第十一次会议于2001年10月17日审议通过."""
    date = scene.starting(meeting.end + 1) if scene.text.startswith("于", meeting.end) else None
    return date.end if date is not None and date.kind == "Date" else meeting.end


def _day_of_passing(scene: Scene, meeting: Mention) -> Mention | None:
    """Give the day of a meeting that passed something: before it, by 经 parted from it, or behind it."""
    behind = scene.ending(_behind_day(scene, meeting))
    by = _BY.search(scene.text, max(0, meeting.start - _BY_REACH), meeting.start)
    before = scene.ending(by.start() if by is not None else meeting.start)
    return next((one for one in (behind, before) if one is not None and one.kind == "Date"), None)


def _own_body(scene: Scene, meeting: Mention) -> str | None:
    """Give the body that speaks where a meeting that passed its paper is called by its kind: 厅党组会议, 局务会议."""
    called = _CALLED_BY_KIND.match(meeting.surface)
    home = scene.drafts.get(scene.home or "")
    if called is None or home is None or scene.draft(meeting).holder is not None:
        return None
    kinds = ("大学", "学院", "学校", "中学", "小学") if called["kind"] == "校" else (called["kind"],)
    return home.id if (home.label or home.names[0]).endswith(kinds) else None


def _dated_by_notice(scene: Scene) -> Iterator[Fact]:
    """State the day that a notice of a meeting sets for it in a line of its own (一、时间：4月9日上午)."""
    for section in scene.body:
        line = _TIME_LINE.match(scene.text, section.start, section.end)
        if line is None:
            continue
        date = next(iter(scene.within(line.end(), section.end, "Date")), None)
        called = [one for one in sittings_of(scene) if one.verb.start < section.start and _is_called(one, line)]
        value = scene.calendar.value(date) if date is not None and date.start - line.end() <= 2 else None
        minuted = minuted_meeting(scene) if not called else None
        meeting = called[-1].meeting if called else minuted.entity if minuted is not None else None
        if date is None or value is None or value.start.day is None or meeting is None:
            continue
        relies_on = scene.calendar.relies_on(date)
        modality = Modality.INTENDED if called else Modality.REPORTED
        evidence = scene.cite(line.start(), date.end, "holding", modality=modality, relies_on=relies_on)
        yield Holding(meeting=meeting, on=value.start, until=value.end, evidence=evidence)


def _convened_by_notice(scene: Scene) -> Iterator[Fact]:
    """State that who issues a notice of a meeting holds it (甲局关于召开全县水利工作会议的通知), or on whose behalf."""
    title = scene.own_title
    named = _CONVENES.search(title.surface) if title is not None else None
    if named is None:
        return
    for sitting in sittings_of(scene):
        meeting = sitting.mention
        is_meant = meeting is not None and named["name"].endswith(meeting.surface)
        if not is_meant or sitting.holders or scene.drafts[sitting.meeting].holder is not None:
            continue
        sentence = scene.scan.sentence_at(sitting.verb.start)
        decided = _DECIDED.search(scene.text, sentence.start, sitting.verb.start)
        body = scene.ending(decided.start()) if decided is not None else None
        issuers = [one for one in publishers_of(scene) if _OF_OFFICE.search(one.surface) is None]
        holder = body if body is not None and body.kind == "Agency" else next(iter(issuers), None)
        if holder is not None and holder.entity is not None:
            line = scene.scan.document.raw_span(holder.start, holder.end)
            evidence = scene.cite(
                sitting.start, sitting.end, "holding", modality=Modality.INTENDED, relies_on=(line,), confidence=0.8
            )
            yield Holding(meeting=sitting.meeting, by=holder.entity, evidence=evidence)
        return


def _is_called(sitting: Sitting, line: re.Match[str]) -> bool:
    """Tell whether a line sets the time of a meeting of a name: a bare 时间： below one that was held is the page's."""
    is_told = sitting.modality is Modality.REPORTED and not sitting.is_background
    return sitting.mention is not None and (not is_told or not line[0].startswith("时间"))


def _dated_in_passing(scene: Scene) -> Iterator[Fact]:
    """State the day that stands right before a meeting which a sentence speaks of (传达5月12日全市会议精神)."""
    for sentence, meeting in scene.told("Meeting"):
        dates = scene.within(sentence.start, meeting.start, "Date")
        if not dates or meeting.entity is None or not _SPOKEN_OF.match(scene.text, meeting.end):
            continue
        date, value = dates[-1], scene.calendar.value(dates[-1])
        if value is None or value.start.day is None or not _OWN_DAY.fullmatch(scene.text, date.end, meeting.start):
            continue
        evidence = scene.cite(date.start, meeting.end, "holding", relies_on=scene.calendar.relies_on(date))
        yield Holding(meeting=meeting.entity, on=value.start, until=value.end, evidence=evidence)


def _is_day_of(scene: Scene, mention: Mention, offset: int) -> bool:
    """Tell whether a date dates the verb: it says a day or month, and no other date or sentence stands between."""
    value = scene.calendar.value(mention)
    if value is None or value.start.month is None or _DATELINE.match(scene.text, mention.end):
        return False
    if _UNTIL.search(scene.text, max(0, mention.start - 3), mention.start):
        return False
    return not _ELSE.search(scene.text[mention.end : offset])
