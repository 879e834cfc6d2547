"""Sittings in, those that an article reports before an offset out; told apart once an article."""

from __future__ import annotations

import re
from bisect import bisect_left

from graphkit.extract.scene import Scene, Sitting
from graphkit.model.facts import Modality

# 会议 does not mean one of these: 会议要求 after a training or a ceremony speaks of a meeting before it.
_NO_SESSION = re.compile("(?:班|论坛|仪式|新闻发布会|发布会|博览会|峰会|党课|讲座|比赛|活动)$")


def reported_before(scene: Scene, sittings: tuple[Sitting, ...], article: int, offset: int) -> list[Sitting]:
    """Give the sittings of an article that begin before an offset, in the order of their verbs."""
    count, known = scene.reported.get(article, (-1, []))
    if count != len(sittings):
        known = [one for one in sittings if _is_reported(scene, one) and article_of(scene, one.start) == article]
        scene.reported[article] = (len(sittings), known)
    high = bisect_left(known, offset, key=lambda one: one.verb.start)
    while high < len(known) and known[high].start < offset:
        high += 1
    return known[:high]


def held_between(sittings: tuple[Sitting, ...], start: int, end: int) -> tuple[Sitting, ...]:
    """Give the sittings whose verbs begin in `[start, end)`."""
    low, high = (bisect_left(sittings, offset, key=lambda one: one.verb.start) for offset in (start, end))
    return sittings[low:high]


def held_with(sittings: tuple[Sitting, ...], meeting: str, offset: int) -> list[str]:
    """Give the meetings that one verb before an offset holds together with a meeting."""
    told = [one for one in sittings if one.verb.start < offset and not one.is_background]
    verbs = {one.verb for one in told if one.meeting == meeting}
    return [one.meeting for one in told if one.verb in verbs and one.meeting != meeting]


def article_of(scene: Scene, offset: int) -> int:
    """Give the order of the article at an offset, 0 for none."""
    section = scene.scan.section_at(offset)
    return section.article if section is not None else 0


def _is_reported(scene: Scene, sitting: Sitting) -> bool:
    is_told = not sitting.is_background and sitting.modality is Modality.REPORTED
    return is_told and not _NO_SESSION.search(scene.drafts[sitting.meeting].names[0])
