"""Sentences in, the tasks that a meeting asks for by 要 without counting them out: 会议强调，要A；要B。要C."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import is_minutes
from graphkit.extract.enumerations import heading_of
from graphkit.extract.rules.deadlines import end_of
from graphkit.extract.rules.duties import duties_in
from graphkit.extract.rules.point_leads import is_afterwards
from graphkit.extract.rules.stated_tasks import Stated
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Item, Scene
from graphkit.extract.sittings import held_in, speaking_meeting, told_meeting
from graphkit.model.text import Section

_ASKS = re.compile("(?:同志)?(?:还|同时|又|随后|最后|进一步|明确|特别)*(?:要求|强调|指出|提出)[，：]")
_MEETING = re.compile("(?:会议|会上|大会|全会|座谈会|推进会|部署会|调度会|例会)$")
_POST = re.compile("(?:[局厅处部市县区州镇乡院校部所场]长|主任|书记|主席|专员|旗长)$")
# Who is to do it may stand before 要: 各相关部门要加大….
_OPENS = re.compile(
    "”?(?:同时|另外|此外|其次|最后)?，?(?P<part>[^，。；：“”]{0,24}?(?<![重主需首必纪摘概只就还紧扼简切提冲险撮])要(?![求点闻素事么件道害义塞领]).)"
)
_PART = re.compile("[^；。！\n]+")
_LEAST, _FIRST_WORDS = 2, 4
# Somebody else begins to speak, or another matter begins.
_SPOKEN = re.compile("(?:要求|强调|指出|提出|表示|认为)[，：]|会议(?:还|听取|审议|研究|传达|学习)|会后|随后")


def wanted_tasks(scene: Scene, taken: list[tuple[int, int]]) -> Iterator[Stated]:
    """Iterate over the parts that open with 要, two or more in a row, which a meeting or somebody at it asks for."""
    if is_minutes(scene):
        return
    last = -1
    for section, sentence, cue in scene.cues(_ASKS):
        if cue.start() < last or scene.owner_at(cue.start()) is not None:
            continue
        items = [
            item
            for item in _parts(scene, section, cue.end())
            if not any(item.marker < end and start < item.end for start, end in taken)
        ]
        owner = _owner(scene, sentence, cue) if len(items) >= _LEAST else None
        if owner is None:
            continue
        last = items[-1].end
        yield from (stated for item in items if (stated := _stated(scene, item, owner)) is not None)


def _stated(scene: Scene, item: Item, owner: str) -> Stated | None:
    """Give a part as a task where it says who is to do it, by when or how much; others only call for effort."""
    duties, end = duties_in(scene, item), end_of(scene, scene.text[item.start : item.end].replace("\n", ""))
    if not any(duties) and end is None and not scene.within(item.start, item.end, "Target"):
        return None
    return Stated(item, heading_of(scene, item)[0], owner, duties, end, "wanted-task")


def _parts(scene: Scene, section: Section, start: int) -> Iterator[Item]:
    """Iterate over the parts between ； and 。 that open with 要 in a row; what is said of it may come first."""
    is_begun = False
    for number, part in enumerate(_PART.finditer(scene.text, start, section.end)):
        opened = _OPENS.match(scene.text, part.start(), part.end())
        if opened is None:
            is_other = is_begun or number >= _FIRST_WORDS or _SPOKEN.search(scene.text, part.start(), part.end())
            if is_other and number:
                return
            continue
        is_begun = True
        yield Item(0, opened.start("part"), opened.start("part"), part.end())


def _owner(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> str | None:
    """Give the meeting that speaks, or at which somebody does; what is said after one is not its own."""
    named = speaking_meeting(scene, sentence, cue.end())
    if named is not None:
        return named
    place = Item(0, cue.end(), cue.end(), cue.end())
    speaker = scene.ending(cue.start())
    is_person = speaker is not None and speaker.kind == "Person"
    is_told = is_person or any(
        words.search(scene.text, sentence.start, cue.start()) is not None for words in (_MEETING, _POST)
    )
    if not is_told or is_afterwards(scene, place):
        return None
    meeting = told_meeting(scene, cue.end())
    return meeting if any(one.meeting == meeting for one in held_in(scene, 0, cue.end())) else None
