"""Short items of a digest in, responses out: ●甲局…, 丙局：…, 丁局抓好“三个清单”。一是…, on the meeting of the title.

Items of offices below the home body in an article are read by `response`; these are the marked lines of any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import is_response_article, modality_at
from graphkit.extract.meant_meetings import topic_meeting
from graphkit.extract.rules.response import response_id
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import holders_of
from graphkit.model.facts import Fact, Mention, Modality, Response
from graphkit.model.text import Section, SectionKind

_MARK = re.compile("[●◆■▲★◎○▶◇※·•▼☆□]【?|【")
_NUMBER = re.compile("(?:[0-9]{1,2}[.．、]|[（(]?[一二三四五六七八九十]{1,2}[）)、])[ \\u3000]?")
# 甲局抓好“三个清单”。一是…: a theme of the office's own, and the points that make it up.
_THEMED = re.compile("[一-鿿]{1,8}“(?P<theme>[^“”]{2,12})”[^，。；]{0,8}[。，：][^。]{0,40}。?一是")
_LABEL = re.compile("】|：")
_JOINED = re.compile("、|和|与|及|以及")
_NOT_ANSWERED = re.compile(
    "尚未|未能|还未|还没|暂未|并未|没有|未(?:传达|学习|制定|召开|报|按|开展)|提醒|要求|强调|正在|还在|拟(?![定订])|如(?:果|未|期)|届时|准备|之后再"
)


def state_digests(scene: Scene) -> Iterator[Fact]:
    """State the response of each office that opens a marked line of a digest on one meeting."""
    for section in scene.scan.document.sections:
        if section.kind is not SectionKind.BODY:
            continue
        bodies = _opening(scene, section)
        meeting = topic_meeting(scene, section) if bodies else None
        if meeting is None or meeting.entity is None:
            continue
        sentence = scene.scan.sentence_at(bodies[-1].end)
        high = min(sentence.end, section.end)
        words = scene.text[bodies[-1].end : high]
        if _NOT_ANSWERED.search(words) or modality_at(scene, bodies[-1].end, high) is not Modality.REPORTED:
            continue
        holders = {*holders_of(scene, meeting.entity, high), scene.draft(meeting).holder}
        relies_on = (scene.scan.document.raw_span(meeting.start, meeting.end),)
        for body in bodies:
            if body.entity is None or scene.draft(body).kind != "Agency" or body.entity in holders:
                continue
            evidence = scene.cite(body.start, high, "digest-item", relies_on=relies_on)
            named = response_id(body.entity, meeting.entity)
            theme = _THEMED.match(scene.text, body.end, section.end)
            yield Response(
                id=named,
                respondent=body.entity,
                target=meeting.entity,
                theme=theme["theme"] if theme is not None else None,
                evidence=evidence,
            )


def _opening(scene: Scene, section: Section) -> list[Mention]:
    """Give the bodies that open a line behind its mark or before its colon."""
    mark = _MARK.match(scene.text, section.start, section.end)
    number = _NUMBER.match(scene.text, section.start, section.end)
    start = mark.end() if mark is not None else number.end() if number is not None else section.start
    first = scene.starting(start)
    if first is None or first.kind != "Agency":
        return []
    run = [first]
    for body in scene.within(first.end, section.end, "Agency"):
        if not _JOINED.fullmatch(scene.text[run[-1].end : body.start]):
            break
        run.append(body)
    is_labelled = number is None and _LABEL.match(scene.text, run[-1].end) is not None
    is_item = mark is not None or is_labelled or _is_themed(scene, section, run[-1].end)
    return run if is_item and not scene.text.startswith(("的", "、"), run[-1].end) else []


def _is_themed(scene: Scene, section: Section, offset: int) -> bool:
    """Tell whether an office opens an item by its theme, in an article that `response` does not read."""
    if _THEMED.match(scene.text, offset, section.end) is None:
        return False
    return section.start not in scene.owners or not is_response_article(scene, section.start)
