"""A verb of holding in, the places out that hold a meeting each before it: 甲区、乙区分别 + 召开区委常委会会议."""

from __future__ import annotations

import re

from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

_EACH = re.compile(
    "(?:等地|等)?(?:，)?(?:[^，。；]{0,12}日)?(?:分别|先后|相继|陆续|各自|均已|均|都|也|已|迅速|立即|第一时间)+(?:组织)?"
)
_BETWEEN = re.compile("[、和及与]|以及")
_OPENING = frozenset("，。；：、●▲◆■日\n")
_FEWEST = 2


def places_apart(scene: Scene, sentence: Sentence, verb: int) -> list[Mention]:
    """Give the places, two at least, that open a clause and of which words before a verb say that each acts."""
    run: list[Mention] = []
    for place in reversed(scene.within(sentence.start, verb, "Region")):
        if run and not _BETWEEN.fullmatch(scene.text, place.end, run[0].start):
            break
        if not run and not _EACH.fullmatch(scene.text, place.end, verb):
            break
        run.insert(0, place)
    is_open = bool(run) and (run[0].start == sentence.start or scene.text[run[0].start - 1] in _OPENING)
    return run if is_open and len(run) >= _FEWEST else []
