"""A scan in, names that stand in columns out: lists whose heading counts them, lines of a name, a body and a post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.mentions.personal_names import TITLES, foreign_name_end, is_no_name, is_plain, surname_at
from graphkit.extract.scan import Scan
from graphkit.extract.table_rows import cells_in
from graphkit.model.facts import Mention
from graphkit.model.text import Section

# The heading of a part of a list: 中国民主同盟（2名）.
_COUNT = re.compile("[^，。；\n]{2,40}（(?:共)?(?P<count>[0-9]{1,3})[名人]）：?$")
_REMARK = re.compile("（[^（）\n]{1,12}）")
# What an item of a list may open with: 1. 2、 （3）.
_NUMBER = re.compile("（?[0-9]{1,3}[.、．）]?")
_POST_ENDS = re.compile(f"(?:{TITLES})[；。]?(?:[0-9][0-9 、-]{{5,24}})?$")
# A line of who is in charge of what: 王库　党工委书记，主持党工委全面工作。
_IN_CHARGE = re.compile(f"[一-鿿、]{{0,24}}(?:{TITLES})(?=[，。；0-9]|$|分管|主持|负责|协助)")
_OPENS_BODY = frozenset({"region", "place", "county_place", "level", "central", "function"})
_BAR = frozenset("|")
_NAME_HEAD = "姓名"
_LENGTHS = (3, 2, 4)
_LINE, _FEWEST = 60, 2


def find_in_columns(scan: Scan) -> Iterator[Mention]:
    """Iterate over the names of lists in columns."""
    yield from _counted(scan)
    yield from _cells(scan)
    lines = [one for section in scan.document.sections if (one := _before_body(scan, section)) is not None]
    if len(lines) >= _FEWEST:
        yield from lines


def _cells(scan: Scan) -> Iterator[Mention]:
    """Iterate over the names in the column of a table that its head calls 姓名."""
    column: int | None = None
    if not scan.has_any(_BAR):
        return
    for section in scan.document.sections:
        cells = cells_in(scan, section) if "|" in scan.text[section.start : section.end] else []
        heads = [scan.text[start:end] for start, end in cells]
        if _NAME_HEAD in heads:
            column = heads.index(_NAME_HEAD)
        elif column is not None and len(cells) > column:
            start, end = cells[column]
            if _is_whole(scan, start, end) or foreign_name_end(scan, start) == end:
                yield scan.mention(start, end, "Person", "person-cell")
        else:
            column = None


def _counted(scan: Scan) -> Iterator[Mention]:
    """Iterate over the names under headings that say how many there are, where as many stand there."""
    if not scan.may_hold(_COUNT):
        return
    count, names = 0, list[Mention]()
    for section in scan.document.sections:
        heading = _COUNT.match(scan.text, section.start, section.end)
        if heading is not None:
            count, names = int(heading["count"]), []
            continue
        row = list(_row(scan, section)) if count else []
        if not row:
            count = 0
            continue
        names += row
        if len(names) >= count:
            yield from names if len(names) == count else ()
            count = 0


def _row(scan: Scan, section: Section) -> Iterator[Mention]:
    """Iterate over the names of a line that holds nothing else, apart by spaces or 、; none if it holds other words."""
    found: list[Mention] = []
    start = section.start
    while start < section.end:
        end = _name_end(scan, start, section.end)
        if end is None:
            return
        found.append(scan.mention(start, end, "Person", "person-column"))
        remark = _REMARK.match(scan.text, end, section.end)
        start = remark.end() if remark is not None else end
        start += scan.text[start : start + 1] == "、" and start < section.end
    yield from found


def _name_end(scan: Scan, start: int, limit: int) -> int | None:
    """Give the end of a name that a space, a mark, a bracket or the line's end closes."""
    foreign = foreign_name_end(scan, start)
    ends = [start + length for length in _LENGTHS if _is_whole(scan, start, start + length)]
    ends += [foreign] if foreign is not None else []
    closed = (end for end in ends if end <= limit)
    return next((end for end in closed if end == limit or scan.gap_before(end) or scan.text[end] in "、（"), None)


def _is_whole(scan: Scan, start: int, end: int) -> bool:
    surname = surname_at(scan, start)
    if surname is None or not 1 <= end - start - len(surname) <= len("二字"):
        return False
    gaps = [at for at in range(start + 1, end) if scan.gap_before(at)]
    is_spaced = not gaps or end - start == len("二字")
    return is_spaced and is_plain(scan.text[start + len(surname) : end]) and not is_no_name(scan, start, end)


def _before_body(scan: Scan, section: Section) -> Mention | None:
    """Give the name that opens a line before a space and a post: 王德山　某市某局局长, 王库　党工委书记，主持…."""
    if not scan.document.offsets.dropped_in(section.start + 1, section.end):
        return None
    number = _NUMBER.match(scan.text, section.start, section.end)
    start = number.end() if number is not None else section.start
    end = _name_end(scan, start, section.end)
    if end is None or end == section.end or scan.text[end] == "、":
        return None
    remark = _REMARK.match(scan.text, end, section.end)
    body = remark.end() if remark is not None else end
    if body == section.end or not scan.gap_before(body):
        return None
    is_short = section.end - section.start <= _LINE
    is_entry = is_short and _POST_ENDS.search(scan.text, section.start, section.end) is not None
    opens_body = is_entry and scan.units.longest_starting(body, _OPENS_BODY) is not None
    opens_post = _IN_CHARGE.match(scan.text, body, section.end) is not None
    return scan.mention(start, end, "Person", "person-column") if opens_body or opens_post else None
