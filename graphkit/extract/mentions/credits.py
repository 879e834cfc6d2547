"""A scan in, the persons and units of credits out: 编辑：宣传科 甲, （县林业局 甲 乙）, 甲/文."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from graphkit.extract.mentions.personal_names import is_no_name, is_plain, surname_at
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_LABEL = re.compile(
    "(?:作者|来源|发布者|责编|责任编辑|编辑|审核|审稿|核稿|审校|审签|初审|复审|终审|[一二三]审|撰稿|供稿|校对|通讯员|信息员|摄影|摄像|文字|图文|供图|图片|录入|发布)人?："
    "|(?:文|图|文图|图文)[/／]"
)
# A label that a bar parts from its names: 责编|甲.
_BARRED = re.compile(
    "(?:排版|责编|责任编辑|编辑|审核|校对|通讯员|记者|供稿|撰稿|图文|摄影|摄像|初审|复审|终审|来源|作者)[|｜/／]"
)
# A label and its names apart by spaces: 通讯员 甲 乙 文/摄.
_SPACED = re.compile("(?:文[/／]图|图[/／]文|图文|文图|通讯员|记者|摄影|供稿|撰稿|编辑|校对)(?=[一-鿿]{2})")
# A unit and its people in brackets behind an article's last sentence: （县林业局 甲 乙）.
_BRACKET = re.compile("(?<=[。！”\n）])（(?=[一-鿿]{2,14}[^（）\n]*）)")
_UNIT_END = frozenset("局委办室科处部厅院校场站所队司会社团系组行厂心")
_UNIT_REACH = 16
_NO_UNIT = re.compile("[，。；：、/|（）]")
# What closes a name: a mark, the next label.
_CLOSES = re.compile(
    "[，、；。）/／|：\\]】]|$|制作|编辑|审核|审稿|核稿|校对|初审|复审|终审|责编|责任编辑|供稿|撰稿|摄影|摄像|发布|时间|来源"
)
_JOINS = frozenset("、，/／")
# 甲/文 乙 丙/图: each run of names before what they made.
_MADE = re.compile("[/／](?:文字?|图片?|文图|图文|摄影?|供稿|报道)(?=[\n）、，；/ ]|$|[一-鿿])")
_SHORTEST = 2
_GIVEN = (2, 1)


def find_credits(scan: Scan) -> Iterator[Mention]:
    """Iterate over the persons that a line of credits names, and the units before them."""
    for label in scan.matches(_LABEL):
        for first, last in _names(scan, label.end()):
            yield scan.mention(first, last, "Person", "person-credit")
        yield from _behind_unit(scan, label.end(), in_brackets=False)
    for bracket in scan.matches(_BRACKET):
        section = scan.section_at(bracket.start())
        close = scan.text.find("）", bracket.end())
        if section is not None and close + 1 == section.end:
            yield from _behind_unit(scan, bracket.end(), in_brackets=True)
    spaced = (label for label in scan.matches(_SPACED) if scan.gap_before(label.end()))
    for label in chain(scan.matches(_BARRED), spaced):
        for first, last in _names(scan, label.end()):
            yield scan.mention(first, last, "Person", "person-credit")
    for made in scan.matches(_MADE):
        if _closes_column(scan, made.end()):
            yield from _before(scan, made.start())


def _behind_unit(scan: Scan, start: int, *, in_brackets: bool) -> Iterator[Mention]:
    """Iterate over the names behind the unit that begins here; in brackets a space parts unit and names."""
    section = scan.section_at(start)
    limit = min(section.end if section is not None else start, start + _UNIT_REACH)
    for cut in range(start + _SHORTEST, limit):
        if _NO_UNIT.match(scan.text, cut - 1):
            return
        is_parted = scan.gap_before(cut) > 0
        if scan.text[cut - 1] not in _UNIT_END or (in_brackets and not is_parted):
            continue
        names = list(_names(scan, cut))
        for first, last in names:
            yield scan.mention(first, last, "Person", "person-credit")
        if names:
            yield scan.mention(start, cut, "Agency", "agency-credit")
            return


def _names(scan: Scan, start: int) -> Iterator[tuple[int, int]]:
    """Iterate over the names of a row, apart by spaces or marks."""
    end = _name_end(scan, start)
    while end is not None:
        yield start, end
        is_parted = scan.text[end : end + 1] in _JOINS or scan.gap_before(end) > 0
        start = end + (scan.text[end : end + 1] in _JOINS)
        end = _name_end(scan, start) if is_parted else None


def _name_end(scan: Scan, start: int) -> int | None:
    """Give the end of the name that begins here, closed by a space, a mark or the next label."""
    surname = surname_at(scan, start)
    section = scan.section_at(start)
    if surname is None or section is None:
        return None
    first = start + len(surname)
    ends = (first + given for given in _GIVEN if first + given <= section.end)
    return next((end for end in ends if _is_closed(scan, end, section.end) and _is_name(scan, start, end)), None)


def _is_closed(scan: Scan, end: int, limit: int) -> bool:
    return end == limit or scan.gap_before(end) > 0 or _CLOSES.match(scan.text, end) is not None


def _closes_column(scan: Scan, end: int) -> bool:
    """Tell whether a column, a bracket or the line ends here."""
    section = scan.section_at(end - 1)
    at_end = section is None or end >= section.end
    return at_end or scan.gap_before(end) > 0 or scan.text[end] in "）、，；/"


def _before(scan: Scan, end: int) -> Iterator[Mention]:
    """Iterate backwards over the names that end here, apart by spaces or marks."""
    section = scan.section_at(end - 1)
    floor = section.start if section is not None else end
    while end > floor:
        starts = (end - length for length in (3, 2, 4) if end - length >= floor)
        start = next((begin for begin in starts if _opens(scan, begin, floor) and _is_name(scan, begin, end)), None)
        if start is None:
            return
        yield scan.mention(start, end, "Person", "person-credit")
        if start > floor and scan.text[start - 1] in _JOINS:
            end = start - 1
        elif scan.gap_before(start) > 0:
            end = start
        else:
            return


def _opens(scan: Scan, start: int, floor: int) -> bool:
    return start == floor or scan.gap_before(start) > 0 or scan.text[start - 1] in "、，（。；：】"


def _is_name(scan: Scan, start: int, end: int) -> bool:
    surname = surname_at(scan, start)
    given = scan.text[start + len(surname or "") : end]
    return (
        surname is not None and 1 <= len(given) <= len(_GIVEN) and is_plain(given) and not is_no_name(scan, start, end)
    )
