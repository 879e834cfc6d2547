"""A scan in, the persons and bodies of member lists that run on out: 组长：甲 县委副书记 副组长：乙 县水利局局长.

Each entry is a name, a body that the tables know how to open, and a post; blanks between them may be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphkit.extract.mentions.personal_names import TITLES, is_no_name, is_plain, surname_at
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

LABEL = re.compile(
    "(?:第一|常务)?副?(?:总?指挥长?|组长|主任委员|主任|主席|成员|委员|秘书长|顾问|总?召集人|联络员|会长|理事长|理事)(?:单位)?："
)
_TITLE = re.compile("(?:党组|党委|党总支|常务)?副?(?:" + TITLES + ")")
_OPENS_BODY = frozenset({"region", "place", "level", "central", "central_alias", "function"})
_LENGTHS = (3, 2, 4)
_FEWEST, _SHORTEST_BODY, _ENTRY = 3, 2, 40
_MARKS = frozenset("；，。、")
_KINDS = frozenset({"suffix", "central"})


class _Entry(NamedTuple):
    """A name, where the body and the post behind it begin and end."""

    start: int
    name_end: int
    body_end: int
    end: int


def find_run_on(scan: Scan) -> Iterator[Mention]:
    """Iterate over the persons and bodies of lists of at least three entries that follow one another."""
    listed: dict[int, list[_Entry]] = {}
    for label in scan.matches(LABEL):
        section = scan.section_at(label.start())
        start = label.end()
        if section is not None and section.end == start:  # the label closes its line
            section = scan.section_at(start + 1)
            start = section.start if section is not None else start
        if section is not None:
            listed.setdefault(section.start, []).extend(_entries(scan, start, section.end))
    for entries in listed.values():
        for entry in entries if len(entries) >= _FEWEST else ():
            yield scan.mention(entry.start, entry.name_end, "Person", "person-run-on")
            if any(unit.sense in _KINDS for unit in scan.units.ending.get(entry.body_end, ())):
                yield scan.mention(entry.name_end, entry.body_end, "Agency", "agency-run-on")


def _entries(scan: Scan, start: int, limit: int) -> Iterator[_Entry]:
    while start < limit and (entry := _entry(scan, start, limit)) is not None:
        yield entry
        start = entry.end + (scan.text[entry.end : entry.end + 1] in _MARKS)


def _entry(scan: Scan, start: int, limit: int) -> _Entry | None:
    """Read a name, a body and its post, up to where the next name, a label or the line's end begins."""
    for name_end in _name_ends(scan, start):
        body_end = None
        for title in _TITLE.finditer(scan.text, name_end + _SHORTEST_BODY, min(limit, name_end + _ENTRY)):
            body_end = title.start() if body_end is None else body_end
            if _closes(scan, title.end(), limit):
                return _Entry(start, name_end, body_end, title.end())
    return None


def _name_ends(scan: Scan, start: int) -> Iterator[int]:
    """Iterate over where the name may end: first where a body that the tables know begins, then after three."""
    ends = [start + length for length in _LENGTHS if _is_name(scan, start, start + length)]
    known = [end for end in ends if scan.units.longest_starting(end, _OPENS_BODY) is not None]
    yield from known or ends[:1]


def _closes(scan: Scan, end: int, limit: int) -> bool:
    """Tell whether an entry ends here: a mark that closes, the line's end, a label, or a name with its body."""
    if end == limit or scan.text[end] in _MARKS - {"、"} or LABEL.match(scan.text, end):
        return True
    return any(
        scan.units.longest_starting(name_end, _OPENS_BODY) is not None or scan.gap_before(end) > 0
        for name_end in (end + length for length in _LENGTHS)
        if _is_name(scan, end, name_end)
    )


def _is_name(scan: Scan, start: int, end: int) -> bool:
    surname = surname_at(scan, start)
    if surname is None or not 1 <= end - start - len(surname) <= len("二字"):
        return False
    return is_plain(scan.text[start + len(surname) : end]) and not is_no_name(scan, start, end)
