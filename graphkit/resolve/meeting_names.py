"""Names of meetings in, whether they name the same one out: counts in either script, congresses, titles of items."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from graphkit.normalise.numerals import numeral_value
from graphkit.resolve.names import is_subsequence

_SCOPE = re.compile("^(全国|全省|全市|全州|全县|全区|全局|中央|省委|市委|州委|县委|区委)")
_HEAD = re.compile("(会议|大会|全会|读书班|培训班|仪式|论坛|会)$")
_NUMERAL = "[一二三四五六七八九十百零〇0-9]{1,6}"
_COUNT = re.compile(f"第?(?P<count>{_NUMERAL})(?P<unit>[届次])(?!性|要)")
_CONGRESS = re.compile(
    "(?:(?P<party>中国共产党|中共)(?P<whole>[^第]*?)|(?P<place>[^第]*?)委?)(?P<count>[0-9]+次)(?:全国)?"
    "(?P<head>党代会|党员?代表大会|代表大会)"
)
_YEAR = re.compile("^(20[0-9]{2})年(?:度)?")
# 市政法工作会议 is 全市政法工作会议.
# A body of the level is none: 区某厅党组会议.
_LEVEL = re.compile(
    "^([省市州县区])(?![委政人纪直级属长两“]|[一-鿿]{2,10}[厅局委院办](?:党[组委]|[局厅委]务|20|第))(?=[^，。]{4,}会)"
)
# 贯彻落实党代会精神研讨会 is not the congress that it is on.
_ON_ANOTHER = re.compile("(?:深入|专题)?(?:学习|贯彻|落实|传达|宣传)+[^，。]{4,30}精神[^，。]{2,}")
# What names of one meeting have or leave out: 全省防汛工作会议, 全省防汛工作视频会议.
_LEFT_OUT = re.compile("系统|视频|电视电话")
_TELLING = 8
_SHORTEST = 6
_REMEMBERED = 8192


class _Name(NamedTuple):
    """A name in its parts; counts by their unit."""

    plain: str
    year: str | None
    scope: str | None
    head: str | None
    body: str
    counts: dict[str, str]
    congress: re.Match[str] | None


@lru_cache(maxsize=_REMEMBERED)
def _parts_of(name: str) -> _Name:
    year = _YEAR.match(name)
    written = _LEVEL.sub(r"全\1", _YEAR.sub("", plain(name)))
    scope, head = _SCOPE.match(written), _HEAD.search(written)
    counts = {found["unit"]: found["count"] for found in _COUNT.finditer(written)}
    congress = _CONGRESS.fullmatch(plain(name)) if name.endswith(("党代会", "代表大会")) else None
    body = written.removesuffix(head[1]) if head is not None else written
    return _Name(written, year and year[1], scope and scope[1], head and head[1], body, counts, congress)


def plain(name: str) -> str:
    """Write counts in one way: 第八届六十六次, 八届第66次 → 8届66次."""
    if "届" not in name and "次" not in name:
        return name
    return _COUNT.sub(lambda found: f"{numeral_value(found['count']) or found['count']}{found['unit']}", name)


def is_same_meeting(name: str, earlier: str) -> bool:
    """Apply the rule of vocabulary.md: a subsequence, 系统 left out, with the same head and level."""
    one, other = _parts_of(name), _parts_of(earlier)
    is_of_another_year = one.year is not None and other.year is not None and one.year != other.year
    if is_of_another_year or (_ON_ANOTHER.match(earlier) and "精神" not in name):
        return False
    if (one.plain == other.plain and len(one.plain) >= _SHORTEST) or _is_same_congress(one.congress, other.congress):
        return True
    if not _same_head(one.head, other.head) or not _counts_agree(one, other):
        return False
    if one.scope != other.scope:
        bare, other_bare = (_SCOPE.sub("", part.plain) for part in (one, other))
        return bare == other_bare and not (one.scope and other.scope) and len(bare) >= _TELLING
    return (one.scope is not None or len(one.plain) >= _SHORTEST) and is_subsequence(
        _LEFT_OUT.sub("", one.body), other.body
    )


def names_fuller(name: str, earlier: str) -> bool:
    """Tell whether a name says more of the meeting that a title calls by `earlier`, in the same order."""
    one, other = _parts_of(name), _parts_of(earlier)
    is_headed = _same_head(one.head, other.head) or {one.head, other.head} <= {"会议", "大会", "会"}
    if not is_headed or not _counts_agree(one, other):
        return False
    return (one.scope == other.scope or not (one.scope and other.scope)) and is_subsequence(other.body, one.body)


def lacks_scope(title: str, name: str, told: str) -> bool:
    """Tell whether a title only adds the scope of the place told of (全市林业工作会议: 甲市林业局召开林业工作会议)."""
    return len(title) == len(name) + 2 and title.endswith(name) and title[0] == "全" and title[1] in told


def _counts_agree(one: _Name, other: _Name) -> bool:
    """Tell whether two names count the same term and sitting where both count: 第3次 is not 第23次."""
    return all(other.counts.get(unit, count) == count for unit, count in one.counts.items())


def _is_same_congress(one: re.Match[str] | None, other: re.Match[str] | None) -> bool:
    """Tell whether both are one party congress: 中国共产党某市第十二次代表大会, 市第十二次党代会."""
    if one is None or other is None or one["count"] != other["count"]:
        return False
    if any(found["party"] is None and found["head"] == "代表大会" for found in (one, other)):
        return False
    place, other_place = (found["whole"] or found["place"] or "" for found in (one, other))
    return bool(place and other_place) and (place.endswith(other_place) or other_place.endswith(place))


def _same_head(head: str | None, other: str | None) -> bool:
    return head is not None and other is not None and (head == other or {head, other} <= {"会议", "会"})
