"""A scene in, the meetings out that it tells of without 召开: one that passes something, one that somebody attends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import clause_at, modality_at
from graphkit.extract.scan import Clause, Sentence
from graphkit.extract.scene import Scene, Sitting
from graphkit.model.facts import Mention, Modality

# What a meeting does as subject of its sentence (6月3日，市政府常务会议审议通过…).
_SITS = re.compile(
    "(?:上|还|又|认真|专题|集体|集中|逐项|第一时间|及时|迅速|立即|原则)*"
    "(?:(?:表决通过|审议通过|通过|接受|决定任命|决定接受|审议|传达|学习|听取|研究|讨论|部署|安排|通报|观看|表决)|[把将][^，。；]{2,40}(?:列为|作为)[^，。；]{0,6}议题)"
)
# Who leads a meeting that opens its sentence: 督导汇报会由副局长甲主持.
_LED = re.compile("由[^，。；]{2,60}?主持")
# What somebody does at a meeting before its name (省长甲出席全省水利工作会议).
_ATTENDED = re.compile(
    "(?:应邀|专程|集中|组织收看|派员)*(?:出席|参加|列席|收听收看|主持)(?:了)?(?:在[^，。；]{2,14}?(?:召开|举行|举办)的)?$"
)
_SPOKE_AT = re.compile("上(?:的)?(?:作|发表|强调|要求|指出|提出|说|表示|宣布|讲话|致辞|通报|介绍|传达)")
_SPEAKS = re.compile("(?:同志)?(?:作|做|发表|致|强调|指出|要求|通报|介绍|宣布)")
_POST_REACH = 40
# Between a day and a meeting: what makes the day another's, or the meeting one that is only spoken of.
_OTHERS = re.compile(
    "[。；]|传达|学习|贯彻|落实|按照|根据|围绕|召开|举行|举办|关于|精神|印发|通过|消息|报道|《|以来|自从|截至|后，|前，|将|拟"
)
_OPENING = re.compile("(?:上午|下午|晚上|晚|当天|一早|，|由[^，。；]{2,24}主持，)*")
_RECENT = re.compile("(?:近日|日前|今天|今日|当天|当日|昨日|昨天)，?$")


def session_at(scene: Scene, meeting: Mention) -> Sitting | None:
    """Read one meeting that sits, is attended or is dated with no verb of holding beside it."""
    if meeting.entity is None or not meeting.surface.endswith(("会", "会议", "大会")):
        return None
    sentence = scene.scan.sentence_at(meeting.start)
    date = _day_before(scene, sentence, meeting)
    sits = _SITS.match(scene.text, meeting.end, sentence.end)
    if sits is not None and _is_subject(scene, sentence, meeting, date):
        return _told(scene, meeting, meeting.start, sits.end())
    led = _LED.match(scene.text, meeting.end, sentence.end)
    if led is not None and meeting.start == sentence.start and "传达" not in led[0]:
        return _told(scene, meeting, meeting.start, led.end())
    return _dated(scene, meeting, date) if date is not None else None


def _dated(scene: Scene, meeting: Mention, date: Mention) -> Sitting | None:
    """Read a meeting by the day before it: 6月3日甲出席X会议, 6月3日甲在X会议上强调."""
    between = scene.text[date.end : meeting.start]
    attended = _ATTENDED.search(between)
    if attended is not None and not _OTHERS.search(between[: attended.start()]):
        told = _told(scene, meeting, meeting.start, meeting.end)
        return told._replace(is_background=True) if "收" in attended[0] else told
    if not between.endswith("在") or _OTHERS.search(between):
        return None
    spoke = _SPOKE_AT.match(scene.text, meeting.end)
    is_told = spoke is not None and scene.within(date.end, meeting.start, "Person")
    if is_told or _is_place_of_speech(scene, meeting):
        return _told(scene, meeting, meeting.start, meeting.end)
    return None


def _is_place_of_speech(scene: Scene, meeting: Mention) -> bool:
    """Tell whether somebody speaks right behind a meeting's name (在X会议上，局长甲作了…发言)."""
    persons = scene.within(meeting.end, meeting.end + _POST_REACH, "Person")
    if not persons or not scene.text.startswith("上，", meeting.end):
        return False
    return _SPEAKS.match(scene.text, persons[0].end) is not None


def sessions_in(scene: Scene, told: tuple[Sitting, ...]) -> Iterator[Sitting]:
    """Iterate over the sittings of the body that no verb of holding tells of."""
    known = {sitting.mention.start for sitting in told if sitting.mention is not None}
    for _, meeting in scene.told("Meeting"):
        if meeting.start in known:
            continue
        sitting = session_at(scene, meeting)
        if sitting is not None:
            yield sitting


def _told(scene: Scene, meeting: Mention, start: int, end: int) -> Sitting:
    assert meeting.entity is not None  # noqa: S101 - checked by the caller
    modality = modality_at(scene, clause_at(scene, meeting.start).start, meeting.start)
    verb = Clause(meeting.end, max(end, meeting.end))
    return Sitting(meeting.entity, start, end, verb, meeting, (), modality, modality is not Modality.REPORTED)


def _day_before(scene: Scene, sentence: Sentence, meeting: Mention) -> Mention | None:
    """Give the last day that a sentence names before a meeting."""
    days = [date for date in scene.within(sentence.start, meeting.start, "Date") if "日" in date.surface]
    return days[-1] if days else None


def _is_subject(scene: Scene, sentence: Sentence, meeting: Mention, date: Mention | None) -> bool:
    """Tell whether a meeting is the subject of a sentence that a day or 近日 opens."""
    if date is not None:
        return _OPENING.fullmatch(scene.text, date.end, meeting.start) is not None
    return _RECENT.fullmatch(scene.text, sentence.start, meeting.start) is not None
