"""A body and the section that it is named in, how likely it is the one that speaks out."""

from __future__ import annotations

import re
from collections.abc import Callable

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.model.text import Section, SectionKind
from graphkit.resolve.names import GROUP

_ISSUER_FIELD = re.compile("[-|]?【?(?:颁布单位|(?:发布|发文|制发|制定)(?:机关|机构|部门|单位)|author)[】：]")
_SITE = re.compile("(?:主办单位|版权所有|主办|来源|供稿|供稿单位)：$")
# A line that is one body, over a line that says which papers it gives (包头市人民政府 / 专题会议纪要), is a masthead.
_PAPERS = re.compile("\n(?:[一-鿿]{0,8})(?:纪要|简报|通报|公报|专报|动态|信息|快报)(?:\n|$)")
# A body without a function of state that a headline tells of, where the text speaks of 我院, 校党委 or 集团党委.
_INSTITUTION = re.compile(
    "(?:(?P<house>(?:法|检察|[中高]|医|保健|研究|科学|设计)院)|(?P<school>大学|学院|[中小]学|学校)|"
    "(?P<concern>集团(?:股份|控股)?(?:有限)?(?:责任)?(?:公司)?|公司))(?:党委|党组)?$"
)
_OF_ITSELF = {
    "house": ("我院", "院党委", "院党组"),
    "school": ("我校", "我院", "校党委", "学校党委", "院党委", "校党支部"),
    "concern": ("我公司", "公司党委", "公司党组", "集团党委", "集团党组", "集团公司", "集团总经理", "集团董事长"),
}
_HEAD_LINES = 80
_FIRST = (SectionKind.MASTHEAD, SectionKind.SIGNATURE)


def home_rank(scan: Scan, mention: Mention, section: Section, is_bureau: Callable[[Mention], bool]) -> int | None:
    """Rank a body as the one that speaks, 0 first: masthead, signature, metadata, site, own title; None for no sign."""
    start, end = section.start, section.end
    if section.kind is SectionKind.METADATA and _ISSUER_FIELD.match(scan.text, start, end):
        return 2
    if section.kind in _FIRST:
        return _FIRST.index(section.kind)
    if start == mention.start and end == mention.end and start < _HEAD_LINES and _PAPERS.match(scan.text, end):
        return 0
    before = scan.text[max(0, mention.start - 6) : mention.start]
    if before.endswith("：") and _SITE.search(before):
        return 4 if mention.rule != "agency-source" or is_bureau(mention) else None
    if scan.text.startswith("消息", mention.end):
        return 3
    opens_title = section.kind is SectionKind.TITLE and mention.start == start
    return _rank_in_title(scan, mention, is_bureau) if opens_title else None


def _rank_in_title(scan: Scan, mention: Mention, is_bureau: Callable[[Mention], bool]) -> int | None:
    """Rank a body that opens a title: a bureau first, then who speaks of itself as 我院."""
    if is_bureau(mention):
        return 5
    return 6 if _says_we(scan, mention) else None


def _says_we(scan: Scan, mention: Mention) -> bool:
    """Tell whether a text calls the court, school or concern of its headline its own (我院, 校党委)."""
    told = _INSTITUTION.search(mention.surface) if mention.surface not in GROUP else None
    return told is not None and scan.has_any(_OF_ITSELF[told.lastgroup or ""])
