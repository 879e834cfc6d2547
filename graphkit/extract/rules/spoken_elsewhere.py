"""A person in, the meetings out at which a speech was given that a text only relays: 甲在乙会议上的重要讲话."""

from __future__ import annotations

import re

from graphkit.extract.meant_meetings import meant_before
from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

_AT = re.compile(
    "(?:同志|总书记|(?:副)?(?:总理|主席|委员长|书记|主任|部长|院长|校长|会长|秘书长|检察长|[省市县区州旗局厅]长))?"
    "(?:(?:20[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日)?在"
)
_DAY = re.compile("(?:(?:20[0-9]{2}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日)?(?:召开的|举行的)?")
_SPEECH = re.compile(
    "”?(?:开幕式|闭幕式|期间)?(?:上|(?<=学习)时|(?<=班)时)?(?:所?作出?|发表|作)?的(?:重要|主要|总结|动员|工作|系列|致辞和|政府|法院|检察院)*(?:讲话|致辞|报告|演讲|《[^《》]{2,14}报告》)|"
    "”?(?:上)?(?:重要|主要)?(?:讲话|致辞)精神"
)
_NEXT = re.compile("(?:上?(?:的)?(?:重要)?(?:讲话|致辞))?上?(?:[、和及与]|，?以及)在?")
# 市委书记甲、市长 + 乙在…: both spoke.
_WITH_NEXT = re.compile("(?:同志)?(?:、|和|与)[^，。；、]{0,10}")
_NEXT_REACH = 16
# 传达了书记甲在大会上的讲话精神: the meeting that was relayed just before.
_THERE = re.compile("(?P<word>大会|会议|全会|会)上(?:所作)?的(?:重要|主要)?(?:讲话|报告)(?=精神)")
_RELAYED = re.compile("(?:传达|学习|领学)[^，。；]{0,24}$")
# 落实全市教育大会精神和市委书记 + 甲讲话精神: a speech told beside the meeting that it was given at.
_BESIDE = re.compile(
    "”?(?:会议)?(?:精神)?(?:和|及|以及|、|与|暨)(?![^，。；]*(?:总书记|总理|主席|委员长))[^，。；]{0,24}$"
)
_ITS_SPEECH = re.compile(
    "(?:同志|(?:副)?(?:书记|主任|部长|院长|校长|会长|秘书长|检察长|[省市县区州旗局厅]长))?(?:(?:、|和|与)[^，。；在]{2,16})?(?:同志)?的?(?:重要|主要)?讲话(?:精神|要求)"
)
_TAKES_UP = re.compile("(?:传达|学习|贯彻|落实|领会)+(?:了|好)?[^，。；]{0,24}$")
_BESIDE_REACH = 60
# 市委四届八次全会是…召开的一次重要会议。市委书记 + 甲的讲话站位高…, 甲代表省委所作的报告全面总结了….
_IS_TOLD = re.compile(
    "(?:的(?:胜利)?召开)?，?是[^。；]{0,80}?(?:召开的)?[^。；]{0,4}一次[^。；]{0,24}(?:会议|大会|盛会)"
)
_TITLED = re.compile("(?:[一-鿿]{0,6}(?:书记|主任|主席|[省市县区州局厅]长))?")
_ITS_REPORT = re.compile(
    "(?:同志|(?:副)?(?:书记|主任|主席|[省市县区州局厅]长))?(?:(?:所作)?的|代表[^，。；]{2,12}?(?:所)?作的)(?:重要|主要|工作)*(?:讲话|报告)(?!精神|要求)"
)
# The last of a list may be no meeting: 在甲招待会、会见外宾时的重要讲话.
_OTHERS = re.compile(
    "上?[、和及与][^，。；]{2,60}?(?:时|期间)的(?:重要)?(?:讲话|致辞)|和(?:视察|考察)[^，。；、]{2,20}?(?:时的)?重要讲话"
)
# 在甲大会上的讲话精神，以及在 + 乙宴会上的致辞.
_AGAIN = re.compile("(?:精神)?(?:，?以及|[、和及与]|，)在")


def spoken_elsewhere(scene: Scene, person: Mention, end: int) -> list[tuple[Mention, int]]:
    """Give the meetings that a person is told to have spoken at, where a sentence relays it, and where that ends."""
    following = scene.within(person.end, min(end, person.end + _NEXT_REACH), "Person")[:1]
    if following and _WITH_NEXT.fullmatch(scene.text, person.end, following[0].start):
        return spoken_elsewhere(scene, following[0], end)
    beside = _beside(scene, person, end) or _of_topic(scene, person, end)
    if beside is not None:
        return [beside]
    at = _AT.match(scene.text, person.end, end)
    there = _THERE.match(scene.text, at.end(), end) if at is not None else None
    if there is not None:
        return _at_relayed(scene, person, there)
    return _listed(scene, at.end(), end) if at is not None else []


def _listed(scene: Scene, place: int, end: int) -> list[tuple[Mention, int]]:
    """Give the meetings that a list behind 在 names, and where the words that a speech was given at them end."""
    found: list[Mention] = []
    spoken: list[tuple[Mention, int]] = []
    while (meeting := _meeting_at(scene, place, end)) is not None:
        found.append(meeting)
        speech = _SPEECH.match(scene.text, meeting.end, end)
        joined = _NEXT.match(scene.text, meeting.end, end) if speech is None else None
        if joined is not None and _meeting_at(scene, joined.end(), end) is not None:
            place = joined.end()
            continue
        speech = speech or _OTHERS.match(scene.text, meeting.end, end)
        if speech is None:
            break
        spoken.extend((one, speech.end()) for one in found)
        found = []
        again = _AGAIN.match(scene.text, speech.end(), end)
        if again is None:
            break
        place = again.end()
    return spoken


def _meeting_at(scene: Scene, place: int, end: int) -> Mention | None:
    """Give the meeting that stands at a place, or behind the day of it."""
    day = _DAY.match(scene.text, place, end)
    meeting = scene.starting(day.end() if day is not None else place)
    return meeting if meeting is not None and meeting.kind == "Meeting" and meeting.entity is not None else None


def _at_relayed(scene: Scene, person: Mention, there: re.Match[str]) -> list[tuple[Mention, int]]:
    """Give the meeting relayed just before that a short word means where a speech at it is relayed, too."""
    sentence = scene.scan.sentence_at(person.start)
    if _RELAYED.search(scene.text, sentence.start, person.start) is None:
        return []
    word = there["word"] if there["word"] != "会" else "会议"
    meant = meant_before(scene, sentence, person.start, word=word)
    return [(meant, there.end())] if meant is not None else []


def _of_topic(scene: Scene, person: Mention, end: int) -> tuple[Mention, int] | None:
    """Give the meeting that the sentence before calls an important one, and whose speech this one speaks of."""
    sentence = scene.scan.sentence_at(person.start)
    section = scene.scan.section_at(person.start)
    speech = _ITS_REPORT.match(scene.text, person.end, end)
    if speech is None or section is None or sentence.start <= section.start:
        return None
    opening = _TITLED.fullmatch(scene.text, sentence.start, person.start)
    before = scene.scan.sentence_at(sentence.start - 1)
    named = scene.within(before.start, before.end, "Meeting") if opening is not None else []
    topic = next((one for one in named if _IS_TOLD.match(scene.text, one.end, before.end)), None)
    return (topic, speech.end()) if topic is not None and topic.entity is not None else None


def _beside(scene: Scene, person: Mention, end: int) -> tuple[Mention, int] | None:
    """Give the meeting that is taken up together with the speech of a person, who gave it there."""
    speech = _ITS_SPEECH.match(scene.text, person.end, end)
    low = max(scene.scan.sentence_at(person.start).start, person.start - _BESIDE_REACH)
    before = scene.within(low, person.start, "Meeting")[-1:] if speech is not None else []
    if speech is None or not before or before[0].entity is None:
        return None
    is_taken_up = _TAKES_UP.search(scene.text, low, before[0].start) is not None
    is_beside = _BESIDE.match(scene.text, before[0].end, person.start) is not None
    return (before[0], speech.end()) if is_taken_up and is_beside else None
