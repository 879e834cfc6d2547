"""A policy in, the first and the last of those named together with it out: 印发《甲》《乙》和《丙》."""

from __future__ import annotations

import re

from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

# A number in brackets behind a title is that title's.
_BETWEEN = re.compile("[》）]{0,2}(?:、|和|与|及|以及)?[《（]?")
_WIDEST, _LONGEST = 5, 60


def first_of_list(scene: Scene, policy: Mention) -> Mention:
    """Give the first of the policies that are listed up to this one, itself where it stands alone."""
    for _ in range(_LONGEST):
        before = next((m for gap in range(1, _WIDEST + 1) if (m := scene.ending(policy.start - gap)) is not None), None)
        if before is None or not _is_between(scene, before, policy):
            break
        policy = before
    return policy


def last_of_list(scene: Scene, policy: Mention) -> Mention:
    """Give the last of the policies that are listed from this one on, itself where it stands alone."""
    for _ in range(_LONGEST):
        behind = next((m for gap in range(1, _WIDEST + 1) if (m := scene.starting(policy.end + gap)) is not None), None)
        if behind is None or not _is_between(scene, policy, behind):
            break
        policy = behind
    return policy


def _is_between(scene: Scene, first: Mention, second: Mention) -> bool:
    is_list = first.kind == second.kind == "Policy"
    return is_list and _BETWEEN.fullmatch(scene.text, first.end, second.start) is not None
