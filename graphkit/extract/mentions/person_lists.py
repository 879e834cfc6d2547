"""A scan in, the persons of member lists, of attendance lines and of lists of names out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from graphkit.extract.mentions.personal_names import (
    AFTER,
    TITLES,
    foreign_name_end,
    is_no_name,
    is_plain,
    name_end,
    surname_at,
)
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

# The role that a line of a member list opens with; 常务, 副, 第一 and the unit's name may stand before it.
_ROSTER_LABEL = re.compile(
    "[一-鿿]{0,6}?(?:总?指挥|指挥长|组长|主任|主任委员|成员|委员|秘书长|顾问|召集人|联络员|会长|理事长|理事|监事|主席)："
)
# The head of a line that lists who was there: 出席：…, 参会人员：….
_PRESENT = re.compile(
    "(?:出席|列席|参加|参会|与会|缺席|请假|到会|参加会议|出席会议)(?:人员|人|的有|领导|同志|会议|委员|官员|代表)*："
)
_BYLINE = re.compile("(?<=[。！”\n])（(?P<names>[一-鿿]{2,12})）")
# What persons do and bodies hardly: a name that opens a sentence before it is a person's.
_ACTS = re.compile(
    "兼任(?=[，。；]|$)|(?:(?:此前|曾)(?:先后)?|历)?(?:担任|兼任|任)(?=(?:[一-鿿]{2,24}?|副)?(?:书记|主任|秘书长|[局厅处院校省市县区镇乡部会事组]长|总经理|经理|主席|委员|[理监]事))|主持召开|主持会议|主持(?=并|第|[^，。；、]{1,16}会议|[，。；、\n]|$)|当选|辞去(?=[一-鿿]{2,30}(?:职务|请求))|等(?:领导|同志|人)?(?:一同|共同)?(?:出席|参加|陪同|列席)|也(?:出席|参加|列席)|报告政府工作|(?:参加|列席)了|列席会议|请假(?=[，。])|出席|会见|签署|带队|率队|率团|致辞|致信|陪同|看望|慰问|视察|(?:在|到|赴|来到|深入)[一-鿿]{2,12}?(?:调研|考察|检查|督导)"
)
# 11月21日下午，甲主持召开…; 甲参加会议，乙请假，丙列席会议.
_TIME_BEFORE = re.compile("(?:[0-9]日|上午|下午|晚上?|近日|日前|今天|昨天|会议|请假|主持|出席|参加)，$")
_TIME_REACH = 4
# 甲任某局局长；乙任某局副局长; 会议由甲主持.
_INTO_POST = re.compile("担任|兼任|任")
_BY = re.compile("主持|兼任|担任|任")
# A piece of a list between two names.
_ODD_NAME = re.compile("(?P<name>[一-鿿]{2,3})、")
_KNOWN = frozenset({"function", "suffix", "region", "place", "level", "central"})
# The number that an item of a digest opens with: 6.李强会见…, （3）韩正出席….
_ITEM = re.compile("（?[0-9]{1,2}[.、．）]")
_CAPTION = 40
_PIECE = re.compile("[^、，；。\\n：]+")
_LINE_LIMIT = 400
_FEWEST, _LONG = 3, 3
_TITLED = re.compile(f"(?:常务)?副?(?:{TITLES})")
# Names in a row, at a clause's head or behind a verb of choosing.
_NAMES = "(?P<names>[一-鿿]{2,4}(?:、[一-鿿]{2,4}){1,40}、[一-鿿]{2,12})"
_RUN = re.compile(f"(?<![一-鿿、]){_NAMES}")
# Two or more names that a count closes: 采访了甲、乙两位老职工.
_COUNTED = re.compile(
    "(?P<names>(?:[一-鿿]{2,4}、)+[一-鿿]{2,4}?)等?[两二三四五六七八九十0-9]{1,3}[位名](?!额|单|次|列)"
)
# The last of them and the count, without which the whole need not be tried at each character.
_LAST_COUNTED = re.compile("、[一-鿿]{2,4}?等?[两二三四五六七八九十0-9]{1,3}[位名]")
_CHOSEN = re.compile(f"(?:补选|增补|选举|任命|免去|聘请|聘任|推选|推举|选出|表彰|公司、){_NAMES}")


def find_rosters(scan: Scan) -> Iterator[Mention]:
    """Iterate over the names of a member list: label, names, wide space, post; the label holds for further lines."""
    listing = False
    for section in scan.document.sections:
        line = scan.text[section.start : section.end]
        label = _ROSTER_LABEL.match(line)
        if label is None and not (listing and len(line) <= 60 and "。" not in line):
            listing = False
            continue
        listing = True
        start: int | None = section.start + (label.end() if label else 0)
        while start is not None:
            end = _roster_name_end(scan, start, section.end)
            if end is None:
                break
            yield scan.mention(start, end, "Person", "person-roster")
            start = end if scan.is_name_break(end) else end + 1 if scan.text[end : end + 1] == "、" else None


def _roster_name_end(scan: Scan, start: int, limit: int) -> int | None:
    """Give the end of the name at a column's start: where the column ends, or a mark or post follows."""
    foreign = foreign_name_end(scan, start)
    if foreign is not None and foreign < limit and scan.gap_before(foreign) and "·" in scan.text[start:foreign]:
        return foreign
    for length in (2, 3, 4):
        end = start + length
        surname = surname_at(scan, start)
        if surname is None or end > limit or not is_plain(scan.text[start + len(surname) : end]):
            continue
        if end == limit or scan.is_name_break(end) or scan.gap_before(end) or scan.text[end] in "（，、":
            if (
                length == 2
                and scan.gap_before(start + 1)
                and end < limit
                and not scan.is_name_break(end)
                and not scan.gap_before(end)
                and scan.text[end] != "（"
            ):
                continue
            return end
    return None


def find_listed(scan: Scan, found: list[Mention]) -> Iterator[Mention]:
    """Iterate over names coordinated with those found, names in lines of attendance, and runs of three names."""
    yield from coordinated(scan, found)
    yield from _coordinated_before(scan, found)
    yield from _present(scan)
    yield from _bylines(scan)
    yield from _captions(scan)
    yield from _subjects(scan)
    yield from _runs(scan)
    yield from _counted(scan)


def coordinated(scan: Scan, found: list[Mention]) -> Iterator[Mention]:
    """Iterate over the names that 、 joins to a name found: 副主任康凯、余江、金晓东."""
    known = {mention.start for mention in found}
    for mention in found:
        end = mention.end
        while scan.text[end : end + 1] in {"、", "和"} and end + 1 not in known:
            following = name_end(scan, end + 1) or _odd_name_end(scan, end + 1) or _told_again(scan, end + 1)
            if following is None or is_no_name(scan, end + 1, following):
                break
            known.add(end + 1)
            yield scan.mention(end + 1, following, "Person", "person-listed")
            end = following


def _odd_name_end(scan: Scan, start: int) -> int | None:
    """Give the end of a name with a surname of no table, between two names of a list (甲、占大夫、乙)."""
    odd = _ODD_NAME.match(scan.text, start)
    if (
        odd is None
        or not (is_plain(odd["name"]) or surname_at(scan, start))
        or is_no_name(scan, start, odd.end("name"))
    ):
        return None
    following = name_end(scan, odd.end())
    known = scan.units.longest_starting(start, _KNOWN)
    return odd.end("name") if known is None and following is not None else None


def first_of_list(scan: Scan, start: int) -> int | None:
    """Give the end of a name with a surname of no table that opens a list behind a post (副主席坚参、汪海洲、罗梅)."""
    end = _odd_name_end(scan, start)
    second = name_end(scan, end + 1) if end is not None else None
    is_list = second is not None and scan.text.startswith("、", second)
    return end if second is not None and is_list and name_end(scan, second + 1) is not None else None


def _told_again(scan: Scan, start: int) -> int | None:
    """Give the end of a name with a surname of no table that the text tells again before a post."""
    name = scan.text[start : start + _LONG]
    is_name = len(name) == _LONG and is_plain(name[1:]) and not is_no_name(scan, start, start + _LONG)
    again = scan.text.find(name, start + _LONG) if is_name else -1
    return start + _LONG if again >= 0 and _TITLED.match(scan.text, again + _LONG) else None


def _coordinated_before(scan: Scan, found: list[Mention]) -> Iterator[Mention]:
    """Iterate over the names that stand before one found: 张翔、李小平同志任副主任."""
    known = {mention.end for mention in found}
    for mention in found:
        start = mention.start
        while scan.text[start - 1 : start] == "、" and start - 1 not in known:
            begins = [start - 1 - length for length in (3, 2, 4)]
            fits = (b for b in begins if b >= 0 and _opens(scan, b) and _is_whole_name(scan, b, start - 1))
            begin = next(fits, None)
            if begin is None:
                break
            known.add(start - 1)
            yield scan.mention(begin, start - 1, "Person", "person-listed")
            start = begin


def _opens(scan: Scan, start: int) -> bool:
    return start == 0 or scan.text[start - 1] in "，。；：、（\n由" or scan.is_name_break(start)


def _present(scan: Scan) -> Iterator[Mention]:
    """Iterate over the names in a line that lists who was there, cut at marks and spaces."""
    if not scan.may_hold(_PRESENT):
        return
    listing = False
    for section in scan.document.sections:
        label = _PRESENT.match(scan.text, section.start, section.end)
        line = scan.text[section.start : section.end]
        listing = (
            len(line) <= _LINE_LIMIT
            and "。" not in line.removesuffix("。")
            and (label is not None or (listing and "：" not in line))
        )
        if not listing:
            continue
        start = label.end() if label is not None else section.start
        for end in range(start + 1, section.end + 1):
            if end < section.end and scan.text[end] not in "、，；。（" and not scan.gap_before(end):
                continue
            if _is_whole_name(scan, start, end) or foreign_name_end(scan, start) == end:
                yield scan.mention(start, end, "Person", "person-present")
            elif end - start == 1 and surname_at(scan, start) is not None:
                continue
            start = end if end < section.end and scan.text[end] not in "、，；。（" else end + 1


def _bylines(scan: Scan) -> Iterator[Mention]:
    """Iterate over the authors in brackets behind an article's last sentence, apart by spaces: （王磊 李娜）."""
    for match in scan.matches(_BYLINE):
        section = scan.section_at(match.start())
        if section is None or section.end != match.end():
            continue
        start, end = match.span("names")
        cuts = [start, *(at for at in range(start + 1, end) if scan.gap_before(at)), end]
        pieces = list(pairwise(cuts))
        if all(_is_whole_name(scan, *piece) or foreign_name_end(scan, piece[0]) == piece[1] for piece in pieces):
            for piece in pieces:
                yield scan.mention(*piece, "Person", "person-byline")


def _captions(scan: Scan) -> Iterator[Mention]:
    """Iterate over the names that a speaker's line opens with, behind a space (种粮大户 李国强：…)."""
    for section in scan.document.sections:
        colon = scan.text.find("：", section.start, min(section.end, section.start + _CAPTION))
        for length in (3, 2, 4) if colon >= 0 else ():
            start = colon - length
            if start > section.start and scan.gap_before(start) and _is_whole_name(scan, start, colon):
                yield scan.mention(start, colon, "Person", "person-caption")
                break


def _subjects(scan: Scan) -> Iterator[Mention]:
    """Iterate over names that open a line or sentence before a verb that only persons take: 韩正出席开幕式."""
    for match in scan.matches(_ACTS):
        for length in (3, 2):
            start = match.start() - length
            if start < 0 or not _is_whole_name(scan, start, match.start()):
                continue
            before = list(_names_joined(scan, start))
            if _opens_sentence(scan, before[-1][0] if before else start, match.start()):
                for name in (*before, (start, match.start())):
                    yield scan.mention(*name, "Person", "person-subject")
                break


def _names_joined(scan: Scan, start: int) -> Iterator[tuple[int, int]]:
    """Iterate backwards over the names that 、 joins before a name: 廖某某、罗某某 + 出席."""
    while scan.text[start - 1 : start] == "、":
        fits = (start - 1 - length for length in (3, 2, 4) if start > length)
        before = next((begin for begin in fits if _is_whole_name(scan, begin, start - 1)), None)
        if before is None:
            return
        yield before, start - 1
        start = before


def _opens_sentence(scan: Scan, start: int, end: int) -> bool:
    section = scan.section_at(start)
    if scan.gap_before(start) or (section is not None and _ITEM.fullmatch(scan.text, section.start, start)):
        return True
    if _TIME_BEFORE.search(scan.text, max(0, start - _TIME_REACH), start) is not None:
        return True
    if scan.text.startswith("由", start - 1) and _BY.match(scan.text, end):
        return True
    if scan.text.endswith(("接受", "批准", "同意", "决定", "职务、"), 0, start) and scan.text.startswith("辞去", end):
        return True
    if scan.text.startswith(("；", "，"), start - 1) and _INTO_POST.match(scan.text, end):
        return True
    return (section is not None and section.start == start) or scan.text[start - 1 : start] in {
        "。",
        "\n",
        "：",
        "】",
        "]",
    }


def _is_whole_name(scan: Scan, start: int, end: int) -> bool:
    surname = surname_at(scan, start)
    if surname is None or not 1 <= end - start - len(surname) <= len("二字"):
        return False
    return is_plain(scan.text[start + len(surname) : end]) and not is_no_name(scan, start, end)


def _counted(scan: Scan) -> Iterator[Mention]:
    """Iterate over the names that a count of persons closes."""
    for run in scan.matches(_COUNTED) if any(scan.matches(_LAST_COUNTED)) else ():
        first, *rest = (piece.span() for piece in _PIECE.finditer(scan.text, *run.span("names")))
        opens = (first[1] - length for length in (3, 2) if first[1] - length >= first[0])
        start = next((begin for begin in opens if _is_whole_name(scan, begin, first[1])), None)
        if start is not None and all(_is_whole_name(scan, *piece) for piece in rest):
            for piece in ((start, first[1]), *rest):
                yield scan.mention(*piece, "Person", "person-run")


def _runs(scan: Scan) -> Iterator[Mention]:
    """Iterate over runs of at least three coordinated names that a sentence takes as its subject."""
    for run in chain(scan.matches(_RUN), scan.matches(_CHOSEN)):
        pieces = [piece.span() for piece in _PIECE.finditer(scan.text, *run.span("names"))]
        *whole, last = pieces
        end = next((e for e in range(last[0] + 2, min(last[0] + 4, last[1]) + 1) if AFTER.match(scan.text, e)), None)
        if end is None or len(pieces) < _FEWEST or not _is_whole_name(scan, last[0], end):
            continue
        if (
            all(_is_whole_name(scan, start, stop) for start, stop in whole)
            and sum(e - s >= _FEWEST for s, e in whole) >= 1
        ):
            for start, stop in (*whole, (last[0], end)):
                yield scan.mention(start, stop, "Person", "person-run")
