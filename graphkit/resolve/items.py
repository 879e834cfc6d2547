"""Paragraphs of articles in, the office whose item each is out: 成都局加强…, ▲甲县水务局：…, 乙市：…市水务局…."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import takewhile
from operator import attrgetter

from graphkit.extract.gazetteer import Region
from graphkit.extract.scan import ITEM_MARKS, Scan
from graphkit.model.facts import Mention
from graphkit.model.text import Section, SectionKind

_MARK = re.compile(
    f"(?:[{''.join(sorted(ITEM_MARKS))}]|[0-9]{{1,2}}[.、．]|（[一二三四五六七八九十]{{1,2}}）|[一二三四五六七八九十]{{1,2}}、)?【?"
)
_START = attrgetter("start")
_LABEL = re.compile("[：】]")
_LEVELS = frozenset("省市县区州旗盟")


def owners_of_items(
    scan: Scan,
    mentions: list[Mention],
    is_below: Callable[[Mention], bool],
    place_of: Callable[[Mention], Region | None],
) -> dict[int, Mention]:
    """Map the start of each paragraph of an office's item to the mention that opens it.

    `mentions` are the bodies and places of the text, `is_below` tells whether a body stands below the home body.
    """
    found: dict[int, Mention] = {}
    by_start = {mention.start: mention for mention in mentions}
    current: Mention | None = None
    article = -1
    for section in scan.document.sections:
        if section.article != article or section.kind is not SectionKind.BODY:
            current = None
        article = section.article
        if section.kind is not SectionKind.BODY:
            continue
        if scan.opens_item(section):
            current = None
        opening = _opening(scan, section, by_start)
        if opening is not None and opening.kind == "Region":
            current = _body_of_place(section, opening, place_of(opening), mentions)
        elif opening is not None and (is_below(opening) or scan.text.startswith("：", opening.end)):
            current = opening
        if current is not None and section.article:
            found[section.start] = current
    return found


def _opening(scan: Scan, section: Section, by_start: dict[int, Mention]) -> Mention | None:
    """Give the body that opens a paragraph, behind a mark too, or the place that labels it (甲市：…)."""
    mark = _MARK.match(scan.text, section.start, section.end)
    at = mark.end() if mark is not None else section.start
    opening = by_start.get(section.start) or by_start.get(at)
    if opening is None or opening.kind == "Agency":
        return opening
    return opening if _LABEL.match(scan.text, opening.end) is not None else None


def _body_of_place(section: Section, label: Mention, place: Region | None, mentions: list[Mention]) -> Mention | None:
    """Give the first body behind the place that labels a paragraph, if it is of it: 甲市：…市水务局…."""
    behind = map(mentions.__getitem__, range(bisect_left(mentions, label.end, key=_START), len(mentions)))
    within = takewhile(lambda one: one.end <= section.end, behind)
    body = next((one for one in within if one.kind == "Agency"), None)
    if body is None or place is None:
        return None
    is_of_level = body.surface[0] in _LEVELS and place.name.endswith(body.surface[0])
    return body if is_of_level or body.surface.startswith(label.surface) else None
