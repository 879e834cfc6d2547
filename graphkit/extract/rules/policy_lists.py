"""A scene in, the first and the last of the policies that each is named together with out: 印发《甲》《乙》和《丙》."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

# A number in brackets behind a title is that title's.
_BETWEEN = re.compile("[》）]{0,2}(?:、|和|与|及|以及)?[《（]?")


def first_of_lists(scene: Scene) -> dict[int, Mention]:
    """Map the start of each policy to the first of its list, itself where it stands alone."""
    if scene.firsts_of_lists is None:
        scene.firsts_of_lists = _ends(scene, scene.mentions)
    return scene.firsts_of_lists


def last_of_lists(scene: Scene) -> dict[int, Mention]:
    """Map the start of each policy to the last of its list, itself where it stands alone."""
    if scene.lasts_of_lists is None:
        scene.lasts_of_lists = _ends(scene, scene.mentions[::-1])
    return scene.lasts_of_lists


def _ends(scene: Scene, mentions: Sequence[Mention]) -> dict[int, Mention]:
    ends = {mention.start: mention for mention in mentions if mention.kind == "Policy"}
    for one, other in pairwise(mentions) if len(ends) > 1 else ():
        if one.kind == other.kind == "Policy" and _is_list(scene, *sorted((one, other), key=lambda m: m.start)):
            ends[other.start] = ends[one.start]
    return ends


def _is_list(scene: Scene, first: Mention, second: Mention) -> bool:
    return first.end < second.start and _BETWEEN.fullmatch(scene.text, first.end, second.start) is not None
