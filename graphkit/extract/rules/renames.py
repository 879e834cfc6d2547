"""Sentences in, agencies that were given another name out: 陕西省林业厅更名为陕西省林业局."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graphkit.extract.context import clause_at, modality_at
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Mention, Modality, Renaming

_BECOMES = re.compile("(?:正式|已|现|统一|整体)*(?:更名|改名|改称|改组|改制|重组|改建)(?:成立)?(?:为|成)?“?$")
_FORMER = re.compile("”?（(?:以下简称[^（）]*，)?(?:原名?|前身(?:为|是)?|原名为)[：“]?$")
_PRESENT = re.compile("”?（(?:现名?|现为|现更名为|现已更名为|今)[：“]?$")
_FROM = re.compile("由“?$")
_MADE = re.compile("”?(?:重组|更名|改组|改制|改建)而成")
_REACH = 20
_NEEDED = frozenset("更名 改名 改称 改组 改制 重组 改建 （原 前身 （以下简称 （现 （今".split())
"""Words of which each telling holds one."""


def state_renamings(scene: Scene) -> Iterator[Fact]:
    """State that a body became another by a change of name, where the text gives both names side by side."""
    if not scene.scan.has_any(_NEEDED):
        return
    bodies = [m for m in scene.mentions if m.kind == "Agency" and m.entity is not None]
    for before, after in pairwise(bodies):
        if not 0 < after.start - before.end <= _REACH or before.entity == after.entity:
            continue
        pair = _renamed(scene, before, after)
        if (
            pair is None
            or modality_at(scene, clause_at(scene, before.start).start, after.start) is not Modality.REPORTED
        ):
            continue
        old, new = pair
        if scene.draft(old).kind == "Agency" and scene.draft(new).kind == "Agency":
            evidence = scene.cite(before.start, after.end, "renaming")
            yield Renaming(agency=old.entity or "", becomes=new.entity or "", evidence=evidence)


def _renamed(scene: Scene, before: Mention, after: Mention) -> tuple[Mention, Mention] | None:
    """Give the old and the new name, as what stands between two bodies tells; None for any other words."""
    between = scene.text[before.end : after.start]
    if _BECOMES.fullmatch(between.removeprefix("”")) or _PRESENT.fullmatch(between):
        return before, after
    if _FORMER.fullmatch(between):
        return after, before
    if _FROM.fullmatch(between) and _MADE.match(scene.text, after.end):
        return after, before
    return None
