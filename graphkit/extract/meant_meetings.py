"""A place in a scene in, the meeting that its words mean without naming it out: 会议精神, 会后, 推进会提出的任务."""

from __future__ import annotations

import re

from graphkit.extract.context import main_meeting
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import sittings_of
from graphkit.model.facts import Mention
from graphkit.model.text import Section, SectionKind

# 会议召开后, 会议闭幕次日, 会议一结束: what comes next is done after the meeting.
AFTER_MEETING = re.compile(
    "(?:于?(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[上下]午|晚上?)?)?(?:在[^，。；、]{1,14}?)?(?:(?:视频|电视电话)?(?:胜利|圆满|顺利|成功|隆重|刚刚?)?(?:召开|举行|结束|闭幕|落幕|散会|开完|刚开完)?(?:之|以)?(?:后|次日|翌日|当日|当天|当晚|第二天)|(?:召开|举行)以来|"
    "(?:一|刚刚?)(?:结束|闭幕|开完|散会)|(?:召开|结束|闭幕)第[二三]天)"
)
SHORT_NAME = (
    "会议|大会|全会|(?:推进|部署|动员|会商|现场|座谈|调度|动员部署|工作|电视电话|视频|视频会商)会"
    "|(?:研讨|读书|培训|轮训|研修)班"
)
# 会后, 会议召开后, 大会闭幕当天: after the meeting that the passage is about.
LATER = re.compile(
    f"(?<![一-鿿])(?:(?P<word>{SHORT_NAME})(?:召开|举行|结束|闭幕|落幕|开完|散会)?(?:之)?(?:后|次日|当日|当天|当晚|第二天)|"
    f"(?:{SHORT_NAME})(?:一|刚刚?)(?:结束|闭幕|开完|散会)|会后|散会后|散会当[晚天日])"
)
# 组织收看X会议，随后召开会议贯彻会议精神: the meeting watched is meant.
_WATCHED = re.compile("(?:收听|收看|参加|参会|列席|出席|观看)(?:了)?[^，。；]{0,4}$")
# Words that a meeting of any name may be called by, if none is called so.
_PLAIN = frozenset({"会议", "大会", "会"})
_RELAYED = re.compile("(?:传达|学习|贯彻|落实|宣传|领会|部署|推动|响应|对照|围绕|迎接){1,3}(?:好|了)?[“]?$")
# What a body's own sitting is called by its form alone.
_REGULAR = re.compile(
    "(?:党组|党委|党工委|常务|中心组|[局厅委院校部署]务|审判委员会|检察委员会|支委|支部|常委会?|办公)"
    "(?:理论学习)?(?:（扩大）|扩大)?(?:专题)?(?:学习)?(?:会|会议)$"
)
_BESIDE = 12
_LEAD_LINES, _LOOKED_BACK = 4, 6000
_LEADS = frozenset({SectionKind.NOTE, SectionKind.TITLE, SectionKind.BODY})
_TAKEN_UP = re.compile("传达|学习|贯彻|落实|响应")
_COLLECTS = re.compile(
    "情况|摘[发登编]|选[登编发]|如下|各地|各[市州县区单部]|纷纷|专题|动态|反响|做法|行动|系列|掀起|综述|见闻|扫描"
)
_SPIRIT = re.compile("”?(?:的)?(?:会议)?(?:主要)?(?:精神|要求|部署|任务|召开后|结束后|后)")


def meeting_set_in_time(scene: Scene, sentence: Sentence, offset: int) -> Mention | None:
    """Give the meeting after which a sentence tells what was done (X会议召开后，…)."""
    for meeting in scene.within(sentence.start, offset, "Meeting"):
        if AFTER_MEETING.match(scene.text, meeting.end):
            return meeting
    later = LATER.search(scene.text, sentence.start, offset)
    return meant_before(scene, sentence, offset, word=later["word"] or "会议") if later is not None else None


def meant_meeting(scene: Scene, sentence: Sentence, offset: int, *, word: str = "会议") -> Mention | None:
    """Give the meeting that a short word means: one the sentence sets in time, the article's, or the last told of.

    A meeting that the sentence itself reports as held is not meant: it does not relay itself.
    """
    for meeting in scene.within(sentence.start, offset, "Meeting"):
        if AFTER_MEETING.match(scene.text, meeting.end) or _WATCHED.search(scene.text, sentence.start, meeting.start):
            return meeting
    return meant_before(scene, sentence, offset, word=word)


def meant_before(scene: Scene, sentence: Sentence, offset: int, *, word: str = "会议") -> Mention | None:
    """Give the meeting that a short word means by what stands before its sentence and in the article's title."""
    held = {one.meeting for one in sittings_of(scene) if sentence.start <= one.start < offset and not one.is_background}
    held |= _of_other_items(scene, offset)
    choices = [relayed_in_title(scene, offset), main_meeting(scene, offset), *_told_before(scene, sentence)]
    told = [m for m in choices if m is not None and m.start <= offset and m.entity not in held]
    named = [m for m in told if any(name.endswith(word) for name in scene.draft(m).names)]
    if word == "会议":
        return (_relayed_at(scene, told[0], held) or told[0]) if told else None
    return next(iter(named or (told if word in _PLAIN else [])), None)


def answered_meeting(scene: Scene, offset: int) -> Mention | None:
    """Give the meeting that the items of an article answer: its main one, or what its first body's sitting relayed."""
    main = main_meeting(scene, offset)
    return main if main is None or main.entity is None else _relayed_at(scene, main, set()) or main


def _relayed_at(scene: Scene, meeting: Mention, held: set[str]) -> Mention | None:
    """Give what a body's own regular sitting relayed, which others then study (党组会，传达学习全省…会议精神)."""
    if not any(_REGULAR.search(name) for name in scene.draft(meeting).names):
        return None
    sentence = scene.scan.sentence_at(meeting.start)
    for other in scene.within(meeting.end, sentence.end, "Meeting"):
        is_relayed = _RELAYED.search(scene.text, max(meeting.end, other.start - _BESIDE), other.start)
        if is_relayed and other.entity not in {*held, meeting.entity} and _SPIRIT.match(scene.text, other.end):
            return other
    return None


def _of_other_items(scene: Scene, offset: int) -> set[str]:
    """Give the meetings without a name that other marked items tell of as their own: no short word means them here."""
    here = scene.scan.section_at(offset)
    if here is not None and _is_labelled(scene, here):
        return _of_other_labels(scene, here)
    if not scene.scan.opens_item(here):
        return set()
    sections = ((one, scene.scan.section_at(one.start)) for one in sittings_of(scene) if one.mention is not None)
    others = {one.meeting for one, section in sections if section is not here and scene.scan.opens_item(section)}
    return {one for one in others if scene.drafts[one].holder is None and _is_plain(scene, one)}


def _of_other_labels(scene: Scene, here: Section) -> set[str]:
    """Give the meetings that other paragraphs labelled by a body tell of as held by it (甲公司：组织召开党委会…)."""
    found: set[str] = set()
    for one in sittings_of(scene):
        section = scene.scan.section_at(one.start)
        if section is None or section.start == here.start or not _is_labelled(scene, section):
            continue
        label = scene.starting(section.start)
        if label is not None and label.entity in {holder.entity for holder in one.holders}:
            found.add(one.meeting)
    return found


def _is_labelled(scene: Scene, section: Section) -> bool:
    """Tell whether a paragraph opens with the name of a body and a colon."""
    label = scene.starting(section.start)
    return label is not None and label.kind == "Agency" and scene.text.startswith("：", label.end)


def _is_plain(scene: Scene, meeting: str) -> bool:
    """Tell whether a meeting is only called by its body and form (镇党委会), not by a matter or level of its own."""
    return not any(name.startswith("全") for name in scene.drafts[meeting].names)


def topic_meeting(scene: Scene, section: Section) -> Mention | None:
    """Give the meeting that the note, title or lead before a passage says it collects responses to."""
    article = scene.article_at(section.start)
    lead: list[Section] = []
    for before in scene.scan.document.sections:
        if before.start >= section.start:
            break
        is_item = scene.scan.opens_item(before) or _is_labelled(scene, before)
        if before.article == section.article and before.kind in _LEADS and not is_item:
            lead.append(before)
    notes = [one for one in lead if one.kind is SectionKind.NOTE][-1:]
    title = article.title if article is not None else ""
    words = title + "".join(scene.text[one.start : one.end] for one in notes or lead[:_LEAD_LINES])
    if not _TAKEN_UP.search(words) or not _COLLECTS.search(words):
        return None
    for one in notes or lead[:_LEAD_LINES]:
        named = scene.within(one.start, one.end, "Meeting")
        if named:
            return named[0]
    return main_meeting(scene, section.start) if article is not None else None


def relayed_in_title(scene: Scene, offset: int) -> Mention | None:
    """Give the meeting that the article's title relays (X局党组会议传达学习Y会议精神: Y)."""
    article = scene.article_at(offset)
    if article is not None:
        return _relayed_in(scene, article.title_start, article.title_end)
    titles = (s for s in scene.scan.document.sections if s.kind is SectionKind.TITLE and s.start < offset)
    return next((found for s in titles if (found := _relayed_in(scene, s.start, s.end)) is not None), None)


def _relayed_in(scene: Scene, start: int, end: int) -> Mention | None:
    """Give the first meeting in a title that it relays."""
    for meeting in scene.within(start, end, "Meeting"):
        before = scene.text[max(start, meeting.start - 6) : meeting.start]
        if _RELAYED.search(before) or _SPIRIT.match(scene.text, meeting.end):
            return meeting
    return None


def _told_before(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Give the meetings of the same article named before a sentence, the last first."""
    section = scene.scan.section_at(sentence.start)
    if section is None:
        return []
    low = next((s.start for s in scene.body if s.article == section.article), section.start)
    low = max(low, sentence.start - _LOOKED_BACK)
    return [m for m in reversed(scene.within(low, sentence.start, "Meeting")) if m.entity is not None]
