"""A scan in, towns and zones out that hold a meeting or take one up: what acts is their office, whatever is left out.

青石镇召开…, 开发区传达学习…: the place is the subject of what only a body does. Where things happen in it
(在青石镇召开) it stays a place. The league of supply cooperatives that a page calls 总社 is told the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.mentions.kind_words import is_name_character
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_ACT = (
    "】?(?:党委|党工委)?(?:迅速|及时|立即|随即|第一时间|连夜|紧急|专题|专门|认真|分别|先后|组织|隆重|集中|再次|又){0,3}"
    "(?:召开|举行|举办|传达学习|学习传达|传达贯彻|学习贯彻)(?!的|期间|前|后|之|以来)"
)
# Who has not: 三锅镇、姚渡镇尚未召开会议传达学习.
_OMITS = "(?:均|都|至今|截至目前)?(?:尚|仍|还)?未(?:能|及时|按时|按要求)?(?:召开|组织|传达|学习|报送|上报|开展|制定)"
_ZONE = "(?:(?:经济技术|高新技术产业|高新技术|经济)?开发区|高新区|经开区|示范区|度假区|保税区|产业园区?|工业园区?)"
_SUBJECT = re.compile(f"(?:镇|乡|{_ZONE}|总社)(?={_ACT}|{_OMITS})")
# The towns that 、 joins to one that acts.
_JOINED = re.compile("[一-鿿]{1,7}(?:镇|乡|街道)(?=[、和]$)")
_TOWN = re.compile("[一-鿿]{1,4}[镇乡]|[一-鿿]{2,8}族乡")
_OTHERS = re.compile(f"[一-鿿]{{0,6}}?{_ZONE}|(?:全国)?总社")
# What a name of a town or zone does not hold: other words of the sentence, or a word for any of them.
_NO_NAME = re.compile(
    "^(?:各|全(?!国)|本|该|此|我|你|他|某|每|有关|相关|部分|所有|重点|下属|辖区|小城|中心|特色|建制|城|街|邻近|周边|国家级|省级|一批|[一二三四五六七八九十两]个?[镇乡])|[一二三四五六七八九十两几数]个?[镇乡]$"
    "|[在到赴往对将把让使被给与和及由从自向以为是有不也都并还又的了等会指]|要求|强调|部署|组织|推动|召开|乡镇|镇乡"
)
# What opens a clause before a name: when, or that it comes next.
_WHEN = re.compile(".*(?:[0-9]日|[上下]午|当[日天晚]|近日|日前|近期|随后|随即|今天|昨天|连日来|同时)")
_REACH, _LISTED = 20, 12


def find_acting_places(scan: Scan) -> Iterator[Mention]:
    """Iterate over the towns and zones that are the subject of holding a meeting or of taking one up."""
    for match in scan.matches(_SUBJECT):
        start = _opening(scan, match.end())
        own = _own_start(scan, start, match.end()) if start is not None else None
        if start is None or own is None or scan.is_cut(start, match.end()):
            continue
        form = _TOWN if match[0] in {"镇", "乡"} else _OTHERS
        name = scan.text[own : match.end()]
        if form.fullmatch(name) and not _NO_NAME.search(name):
            yield scan.mention(start, match.end(), "Agency", "agency-acting-place")
            yield from _joined(scan, start)


def _joined(scan: Scan, end: int) -> Iterator[Mention]:
    """Iterate over the towns listed right before one that acts."""
    while (before := _JOINED.search(scan.text, max(0, end - _LISTED), end)) is not None:
        start = _opening(scan, before.end())
        own = _own_start(scan, start, before.end()) if start is not None else None
        name = scan.text[own : before.end()] if own is not None else ""
        if start is None or not (_TOWN.fullmatch(name) or name.endswith("街道")) or _NO_NAME.search(name):
            return
        yield scan.mention(start, before.end(), "Agency", "agency-acting-place")
        end = start


def _opening(scan: Scan, end: int) -> int | None:
    """Give where the run of name characters that ends here opens its clause, behind what says when."""
    start = end
    while start > 0 and end - start <= _REACH and is_name_character(scan.text[start - 1]):
        if scan.is_name_break(start):
            break
        start -= 1
    if end - start > _REACH:
        return None
    when = _WHEN.match(scan.text, start, end - 1)
    return when.end() if when is not None else start


def _own_start(scan: Scan, start: int, end: int) -> int | None:
    """Give where a name's own part begins behind the divisions that it lies in (金沙县 + 青石镇)."""
    while (place := scan.units.longest_starting(start, frozenset({"region"}))) is not None and place.end < end:
        start = place.end
    return start if start < end else None
