"""A body in the text of a news item in, whether it sent the item in out: （某局 甲）, （某局供稿）."""

from __future__ import annotations

import re

from graphkit.extract.context import is_paper
from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention
from graphkit.model.text import Section, SectionKind

_OPENS = re.compile("（(?:(?:供稿|来源|稿源|撰稿|通讯员)(?:单位)?[：:]?)?$")
_WIRE = re.compile("讯（(?:通讯员)?$")
# Names that nothing else tells to be some, behind a space: （某局 甲某 乙某）.
_NAMES = re.compile("(?:通讯员|记者)?(?:[一-鿿]{2,4}、?){1,2}(?<![责长])")
_CLOSES = re.compile("(?:、|供稿|报道|提供|摘编)*")
_DAY = re.compile(r"(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:\d{1,2}:\d{2}(?::\d{2})?)?$")
_TELLING = frozenset({SectionKind.TITLE, SectionKind.BODY, SectionKind.NOTE})
_HEAD, _FOOT, _REACH = 4, 3, 24


def sends_in(scene: Scene, mention: Mention, section: Section) -> bool:
    """Tell whether a body stands where a page of news names who sent it in."""
    if section.article or section.kind not in {SectionKind.BODY, SectionKind.METADATA} or is_paper(scene):
        return False
    before = scene.text[max(section.start, mention.start - _REACH) : mention.start]
    sections = scene.scan.document.sections
    if mention.end == section.end and section in sections[1:_HEAD] and _DAY.match(before):
        return mention.start - section.start == len(before)
    if _WIRE.search(before) and section in sections[:_HEAD]:
        return _holds_only(scene, mention, section) is not None
    close = _holds_only(scene, mention, section) if _OPENS.search(before) else None
    return close is not None and close + 1 >= section.end and _ends_news(scene, section)


def _holds_only(scene: Scene, mention: Mention, section: Section) -> int | None:
    """Give where the bracket closes that holds a body and persons, or words of sending in, and nothing else."""
    close = scene.text.find("）", mention.end, min(section.end, mention.end + _REACH))
    if close < 0:
        return None
    rest = scene.text[mention.end : close]
    for person in scene.within(mention.end, close, "Person"):
        rest = rest.replace(scene.text[person.start : person.end], "")
    is_parted = bool(rest) and scene.scan.gap_before(mention.end) > 0
    return close if _CLOSES.fullmatch(rest) or (is_parted and _NAMES.fullmatch(rest)) else None


def _ends_news(scene: Scene, section: Section) -> bool:
    """Tell whether no text stands below a section, and it is the only one that ends in a body in brackets."""
    sections = scene.scan.document.sections
    told = [one for one in sections if one.kind in _TELLING]
    below = [one for one in told if one.start > section.start]
    signed = [m for m in scene.mentions if m.kind == "Agency" and scene.text.startswith("）", m.end)]
    ending = [m for m in signed if (s := scene.scan.section_at(m.start)) is not None and m.end + 1 >= s.end]
    return len(told) > 1 and not any("。" in scene.text[one.start : one.end] for one in below) and len(ending) <= 1
