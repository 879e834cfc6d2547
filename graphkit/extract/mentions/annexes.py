"""A scan in, the documents and forms that 附件 lists without quotation marks out (GB/T 9704-2012, 7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention, MentionKind
from graphkit.model.text import SectionKind

_ANNEX = re.compile("附件?：(?=[^，。；]{4,})")
_ITEM = re.compile(r"(?:附件)?\d{1,2}[.．、：-]?(?=\D)")
_BRACKETS = "(?:（[^（）]{1,20}）)*$"
_POLICY = re.compile(
    "(?:办法|规定|细则|条例|方案|规划|计划|要点|意见|标准|规范|规程|指南|制度|章程|预案|纲要|准则|规则|通知|导则|指引|基准|名录)"
    + _BRACKETS
)
_WORK = re.compile("(?:表|书|报告|模板|范本|样式|格式|证明|台账|提纲|名单|汇总表|示意图)" + _BRACKETS)
_PROSE = re.compile("[，。；：《》！？]")
_LIMIT = 80


def find_annexes(scan: Scan) -> Iterator[Mention]:
    """Iterate over the titles in the lines of 附件：; further numbered lines belong to the list."""
    listing = False
    for section in scan.document.sections:
        if section.kind in {SectionKind.MASTHEAD, SectionKind.CONTENTS, SectionKind.METADATA}:
            listing = False
            continue
        lead = _ANNEX.match(scan.text, section.start, section.end)
        start = lead.end() if lead is not None else section.start
        item = _ITEM.match(scan.text, start, section.end)
        listing = lead is not None or (listing and item is not None)
        if not listing:
            continue
        for title in _titles(scan.text, item.end() if item is not None else start, section.end):
            kind = _kind_of(scan.text[title[0] : title[1]])
            if kind is not None:
                yield scan.mention(*title, kind, "annex")


def _titles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a line that runs on into its items: 1.申报表2.推荐表."""
    position = start
    for further in re.finditer(r"\d{1,2}[.．、](?=\D)", text[start:end]):
        yield position, start + further.start()
        position = start + further.end()
    yield position, end


def _kind_of(title: str) -> MentionKind | None:
    if not 3 <= len(title) <= _LIMIT or _PROSE.search(title):
        return None
    if _WORK.search(title):
        return "Work"
    return "Policy" if _POLICY.search(title) else None
