"""A run of points in, what the words before it say of it out: who speaks, after which meeting, of what."""

from __future__ import annotations

import re
from bisect import bisect_left

from graphkit.extract.scene import Item, Scene
from graphkit.extract.sittings import held_in
from graphkit.model.facts import Mention
from graphkit.model.text import SectionKind

SPEAKS = re.compile("(?:(?<=[。！？”\\n])|^)(?:会议|会上|大会|全会|座谈会)(?!精神)")
ASKS = re.compile("强调|要求|提出|指出|建议")
# What a sentence ends in that asks for the points behind it; 落实上级工作要求，积极部署… only names what others ask.
_ASKING = re.compile(f"(?:{ASKS.pattern})[^，。；]{{0,16}}[：，。]?$")
# Words that announce what was done: 现将有关做法摘登如下, 主要做法, 工作进展情况：; not what is to be reported.
_TOLD = "(?:做法|经验|情况|进展|动态|成效|反响|亮点)"
_IN_WHAT_FORM = "(?:通报|报告|汇报|摘登|摘发|摘编|选登|编发|刊发|刊登|综述|简报|函复|介绍)"
_ACTS = re.compile(
    f"{_TOLD}{_IN_WHAT_FORM}?(?:如下[：。]?|(?:的)?(?:是|有)?：)$|{_TOLD}{_IN_WHAT_FORM}[：。]?$|迅速行动[：。]$|"
    f"(?<![^。\n])(?:[一二三四五六七八九十]、)?[^，。；：]{{0,6}}{_TOLD}$"
)
_ASKED = re.compile("要求|报送|上报|填报|说明|包括|应当|必须|以下|下列|提供|存在|紧急|不得|严禁")
# 根据某通知要求，现将…报告如下: who asked for it stands apart from what is told.
_BY_REQUEST = re.compile("(?:根据|按照|遵照)[^。；]{2,80}?(?:要求|部署|安排)，")
_SAID = re.compile(
    "[^，。；]{0,12}(?:会议?|会上|大会|与会[一-鿿]{2,6})[^，。；后]{0,6}(?:认为|指出|总结|回顾|肯定|通报|强调|介绍)"
)
_LOOKS_BACK = re.compile("(?:同志)?(?:在讲话中)?(?:充分)?(?:指出|强调|认为|肯定|回顾|总结|说)")
_WRONG = re.compile("(?:存在|突出|主要|发现)[^，。；]{0,6}问题[^，。；]{0,8}(?:通报|反馈|公布|汇总)?如下[：。]?$")
# What was learnt is neither done nor to be done: 给我们三点启示：; nor is what is permitted: 可以通过以下途径反馈：.
_LESSONS = re.compile("启示(?:是|有|如下)?[：，。]?$|可(?:以)?(?:通过|采取|选择)(?:以下|下列)[^，。；]{0,20}[：。]?$")
# 会后，县长甲提出四点建议：, 省会议结束后，甲要求：: what follows is not the words of that meeting.
_AFTER = re.compile(
    "(?:[^，。；：]{0,24}(?:会议?|大会)(?:结束|召开|举行|闭幕|开完)(?:之?后)|(?:[^，。；：]{0,8})?会后|散会后|[^，。；：]{0,24}会议?一结束)，"
)
# 市委书记甲在分会场出席会议并提出要求: to those of the branch, not the meeting's words.
_AT_BRANCH = re.compile("[^。；]{0,60}分会场[^。；]{0,40}?(?:强调|要求|提出|指出)")
# 省会议结束后，我县立即召开续会: a meeting of nobody that is named.
_FURTHER = re.compile(
    "(?:(?<=[。！？\\n])|^)(?:[^，。；：]{0,12}日[^，。；：]{0,4}，)?[^，。；：]{0,40}(?:会议?|大会)(?:结束|召开|举行|闭幕|开完)?(?:之?后)，[^。；：]{0,40}?(?:召开|召集|套开|续开|加开)[^。；：]{0,20}会"
)
_LOOKED_BACK = 1000
_LONGEST = 2000
_TELLING = frozenset({SectionKind.BODY, SectionKind.NOTE})

# 近年来，我局主要开展了以下工作：, 为此，我们采取了以下措施：
_DEEDS = re.compile(
    "(?:开展|做|完成|落实|实施|采取|推进|抓)了(?:以下|如下|下列|一系列)[^。；：]{0,14}：$|"
    "(?:主要|重点)(?:开展|做|抓|完成)了[^。；：]{0,24}：$"
)
_ANSWERS = re.compile("(?:答复|复函|回复)(?:意见)?$")
_MEANS = re.compile("(?:将|拟|打算|计划)[^。；]{0,40}[：。]$")


def tells_deeds(lead: str) -> bool:
    """Tell whether a paper comes to speak of what was done (近年来，我局主要开展了以下工作：)."""
    return _DEEDS.search(lead) is not None


def tells_intent(lead: str, name: str) -> bool:
    """Tell whether a reply comes to speak of what its sender means to do (下一步，我局将重点做好以下工作：)."""
    return _ANSWERS.search(name) is not None and _MEANS.search(lead) is not None


def lead_of(scene: Scene, item: Item) -> str:
    """Give the words that introduce a run: its own paragraph up to it, else the paragraph before."""
    section = scene.scan.section_at(item.marker)
    if section is None:
        return ""
    if section.start < item.marker:
        start = _last_spoken(scene, section.start, item.marker)
        if start is None:
            start = max(scene.text.rfind("会议", section.start, item.marker), section.start)
        return _bounded(scene, start, item.marker)
    previous = scene.scan.section_before(section)
    if previous is None or previous.kind is not SectionKind.BODY or previous.article != section.article:
        return ""
    start = _last_spoken(scene, previous.start, previous.end)
    return _bounded(scene, previous.start if start is None else start, previous.end)


def announces_acts(scene: Scene, first: Item) -> bool:
    """Tell whether the sentence before a run announces what bodies did, and no meeting looks back on it."""
    start, end = sentence_before(scene, first)
    is_said = _SAID.match(scene.text, start, end) is not None or _is_said_by_person(scene, start, end)
    is_told = _ACTS.search(scene.text, start, end) is not None and not is_said
    return is_told and _ASKED.search(_BY_REQUEST.sub("", scene.text[start:end])) is None


def _is_said_by_person(scene: Scene, start: int, end: int) -> bool:
    """Tell whether somebody looks back at what was done (甲指出，过去一年取得明显成效：)."""
    persons = scene.within(start, end, "Person")
    return bool(persons) and _LOOKS_BACK.match(scene.text, persons[0].end, end) is not None


def tells_lessons(scene: Scene, first: Item) -> bool:
    """Tell whether a run lists what was learnt."""
    return _LESSONS.search(scene.text, *sentence_before(scene, first)) is not None


def lists_problems(scene: Scene, first: Item) -> bool:
    """Tell whether the words right before a run announce what is wrong (现将存在的问题通报如下：)."""
    return _WRONG.search(lead_of(scene, first)) is not None


def is_afterwards(scene: Scene, first: Item) -> bool:
    """Tell whether a run is said after the meeting told of: at none, or at one that is only hinted at (召开续会)."""
    start, end = sentence_before(scene, first)
    if any(words.match(scene.text, start, end) is not None for words in (_AFTER, _AT_BRANCH)):
        return not held_in(scene, start, end)
    section = scene.scan.section_at(start)
    before = scene.scan.section_before(section) if section is not None else None
    low = max(before.start if before is not None else start, start - _LOOKED_BACK)
    further = list(_FURTHER.finditer(scene.text, low, start))
    return bool(further) and not held_in(scene, further[-1].start(), end)


def is_asked_by_another(scene: Scene, first: Item, body: Mention) -> bool:
    """Tell whether the sentence before a run says what a person or another body asks for (市委书记甲提出要求：)."""
    start, end = sentence_before(scene, first)
    if _ASKING.search(scene.text, start, end) is None:
        return False
    others = scene.within(start, end, "Person", "Agency")
    return any(one.kind == "Person" or one.entity != body.entity for one in others)


def sentence_before(scene: Scene, first: Item) -> tuple[int, int]:
    """Give the last sentence before a run, in its own paragraph or at the end of the one before."""
    section = scene.scan.section_at(first.marker)
    if section is None:
        return first.marker, first.marker
    end = first.marker
    if section.start == first.marker:
        previous = scene.scan.section_before(section)
        if previous is None or previous.article != section.article or previous.kind not in _TELLING:
            return end, end
        section, end = previous, previous.end
    return max(scene.scan.sentence_at(max(end - 1, section.start)).start, section.start), end


def _last_spoken(scene: Scene, start: int, end: int) -> int | None:
    """Give where the last sentence of a stretch begins that 会议 opens."""
    if scene.spoken is None:
        scene.spoken = tuple(found.start() for found in scene.scan.matches(SPEAKS))
    index = bisect_left(scene.spoken, end) - 1
    return scene.spoken[index] if index >= 0 and scene.spoken[index] >= start else None


def _bounded(scene: Scene, start: int, end: int) -> str:
    """Give the words of a stretch; of a very long one, how it begins and how it ends."""
    if end - start <= _LONGEST:
        return scene.text[start:end]
    return f"{scene.text[start : start + _LONGEST // 2]}。{scene.text[end - _LONGEST // 2 : end]}"
