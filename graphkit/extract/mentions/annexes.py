"""A scan in, the documents and forms that 附件 lists without quotation marks out (GB/T 9704-2012, 7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention, MentionKind
from graphkit.model.text import SectionKind

_ANNEX = re.compile("附件?：(?=[^，。；]{4,}|$)")
_ITEM = re.compile(r"(?:附件)?\d{1,2}(?:[.．、：-](?=\D|20\d\d年)|(?=[^\d.．、：-]))")
# A line that runs on into further items: 1.申报表2.推荐表; …目录、…目录和…目录.
_FURTHER = re.compile(
    r"\d{1,2}[.．、](?=\D)|(?<=目录|名单|清单)[、和](?=[^、，。；《》]{4,40}(?:目录|名单|清单)(?:[、和.。]|$))"
)
_BRACKETS = "(?:（[^（）]{1,20}）)*$"
_POLICY = re.compile(
    "(?:办法|规定|细则|条例|方案|规划|计划|要点|意见|标准|规范|规程|指南|制度|章程|预案|纲要|准则|规则|通知|导则|指引|基准|名录)"
    + _BRACKETS
)
_WORK = re.compile("(?:表|书|报告|模板|范本|样式|格式|证明|台账|提纲|名单|汇总表|示意图|目录|清单|一览表)" + _BRACKETS)
_PROSE = re.compile("[，。；：《》！？]")
# What stands behind a title that is none of it: that it is left out here, the kind of the file.
_LEFT_OUT = re.compile(
    r"(?:（?[〔\[（]\d{2,4}[〕\]）][一-鿿]{1,9}第?\d{1,5}号）?|（略）|（另发）|\.(?:docx?|xlsx?|pdf|wps|rar|zip))+$"
)
# A title that names another in its brackets: 某部关于印发《某办法》的通知.
_OF_ANOTHER = re.compile("[^，。；：《》]{0,40}关于[^，。；：《》]{0,40}《[^《》]{4,60}》[^，。；：《》]{0,30}$")
_FILE = re.compile("\\.(?:docx?|xlsx?|pdf|wps)$")
_QUOTED = re.compile("《[^《》]*》")
_LIMIT, _TOLD = 80, 8
# The word over an annex, and the lines of its title: 附件一 / 某院决定废止的 / 司法解释目录.
_OVER_ANNEX = re.compile("附件?[一二三四五六七八九十0-9]{0,2}：?$")
_LINES_OF_TITLE = 3
_LIST = re.compile("(?:表|名单|目录|清单|样式|格式|模板|范本|示意图|提纲|回执)" + _BRACKETS)


def find_annexes(scan: Scan) -> Iterator[Mention]:
    """Iterate over the titles in the lines of 附件：; further numbered lines belong to the list."""
    yield from _over_annexes(scan)
    if not scan.may_hold(_ANNEX):
        return
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
            left_out = _LEFT_OUT.search(scan.text, *title)
            start, end = title[0], left_out.start() if left_out is not None else title[1]
            is_told = _FILE.search(scan.text, *title) is not None or (lead is not None and end - start >= _TOLD)
            kind = _kind_of(scan.text[start:end], is_told=is_told)
            if kind is not None:
                yield scan.mention(start, end, kind, "annex")


def _over_annexes(scan: Scan) -> Iterator[Mention]:
    """Iterate over the titles of lists and forms that stand in the lines under 附件."""
    sections = scan.document.sections
    for index, section in enumerate(sections) if scan.has_any(("附",)) else ():
        if not _OVER_ANNEX.fullmatch(scan.text, section.start, section.end):
            continue
        below = sections[index + 1 : index + 1 + _LINES_OF_TITLE]
        item = _ITEM.match(scan.text, below[0].start, below[0].end) if below else None
        for last in below if item is None else ():
            start = below[0].start
            title = scan.text[start : last.end].replace("\n", "")
            if len(title) > _LIMIT or _PROSE.search(title):
                break
            if _LIST.search(title):
                yield scan.mention(start, last.end, "Work", "annex")
                break


def _titles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a line that runs on into its items: 1.申报表2.推荐表."""
    position = start
    for further in _FURTHER.finditer(text[start:end]):
        yield position, start + further.start()
        position = start + further.end()
    yield position, end


def _kind_of(title: str, *, is_told: bool) -> MentionKind | None:
    """Tell a paper with force from a list or form by the word its title ends in; files and whole lines are works."""
    words = _QUOTED.sub("", title) if _WORK.search(title) else title
    if not 3 <= len(title) <= _LIMIT or (_PROSE.search(words) and not _OF_ANOTHER.match(title)):
        return None
    if _WORK.search(title):
        return "Work"
    return "Policy" if _POLICY.search(title) else "Work" if is_told else None
