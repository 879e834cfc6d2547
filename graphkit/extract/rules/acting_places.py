"""A verb of relaying that no body is the subject of in, the places that act out: 甲区、乙县均已召开会议传达学习….

A county that meets and relays stands for its government, as where it issues a paper or has not responded.
"""

from __future__ import annotations

import re

from graphkit.extract.context import opens_clause
from graphkit.extract.rules.post_bodies import government_at
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

PLACE_ACTS = "place-acts"
"""The rule of what a place does that stands for its government: 甲县召开会议传达学习…."""
_LEVELS = frozenset({"prefecture", "county"})
_COORDINATED = re.compile("[、和与及]|以及")
# 甲区、乙县等8个县（市、区）均已…: what may stand between the places and their deed.
_ACTS = re.compile(
    "(?:等[^，。；：]{0,14}?)?[：，]?(?:(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[上下]午)?，?|近日，?|日前，?)?"
    "(?:也|已经?|均|都|还|迅速(?:行动)?|及时|立即|率先|专门|专题|随即|先后|分别|第一时间|连夜|高度重视|认真|积极|深入|扎实|全面|集中|组织|全力|，)*"
    "(?:(?:召开|召集|举行|举办)[^，。；：]{0,24}会(?:议)?，?[^，。；：]{0,12}|部署，?|行动，?)?"
)


def acting_places(scene: Scene, sentence: Sentence, offset: int) -> list[tuple[str, int]]:
    """Give the places that are the subject of a verb, each with where it is named; none of a higher level than 市."""
    run: list[Mention] = []
    for place in reversed(scene.within(sentence.start, offset, "Region")):
        gap = (place.end, run[0].start if run else offset)
        if (_COORDINATED if run else _ACTS).fullmatch(scene.text, *gap) is None:
            break
        run.insert(0, place)
    if not run or not opens_clause(scene, sentence, run[0]):
        return []
    regions = ((scene.scan.gazetteer.regions.get(scene.draft(m).region or ""), m.start) for m in run if m.entity)
    return [
        (government_at(scene, region).id, start)
        for region, start in regions
        if region is not None and region.level in _LEVELS
    ]
