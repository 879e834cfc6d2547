"""Names of meetings in, whether they name the same one out: counts in either script, congresses, titles of items."""

from __future__ import annotations

import re

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
_TELLING = 8


def plain(name: str) -> str:
    """Write counts in one way: 第八届六十六次, 八届第66次 → 8届66次."""
    if "届" not in name and "次" not in name:
        return name
    return _COUNT.sub(lambda found: f"{numeral_value(found['count']) or found['count']}{found['unit']}", name)


def is_same_meeting(name: str, earlier: str) -> bool:
    """Apply the rule of vocabulary.md: a subsequence, 系统 left out, with the same head and level."""
    name, earlier = plain(name), plain(earlier)
    if name == earlier or _is_same_congress(name, earlier):
        return True
    if not _counts_agree(name, earlier):
        return False
    head, earlier_head = _HEAD.search(name), _HEAD.search(earlier)
    if head is None or earlier_head is None or not _same_head(head[1], earlier_head[1]):
        return False
    scope, earlier_scope = _SCOPE.match(name), _SCOPE.match(earlier)
    if (scope[1] if scope else None) != (earlier_scope[1] if earlier_scope else None):
        bare, earlier_bare = (_SCOPE.sub("", one) for one in (name, earlier))
        return bare == earlier_bare and not (scope and earlier_scope) and len(bare) >= _TELLING
    if not scope and len(name) < 6:
        return False
    body = name.removesuffix(head[1]).replace("系统", "")
    return is_subsequence(body, earlier.removesuffix(earlier_head[1]))


def names_fuller(name: str, earlier: str) -> bool:
    """Tell whether a name says more of the meeting that a title calls by `earlier`, in the same order."""
    head, earlier_head = _HEAD.search(name), _HEAD.search(earlier)
    if head is None or earlier_head is None or not _same_head(head[1], earlier_head[1]):
        return False
    scopes = {scope[1] for scope in (_SCOPE.match(name), _SCOPE.match(earlier)) if scope is not None}
    if len(scopes) > 1 or not _counts_agree(plain(name), plain(earlier)):
        return False
    return is_subsequence(earlier.removesuffix(earlier_head[1]), name.removesuffix(head[1]))


def _counts_agree(name: str, earlier: str) -> bool:
    """Tell whether two names count the same term and sitting where both count: 第3次 is not 第23次."""
    counts, earlier_counts = (dict(_counts_in(one)) for one in (name, earlier))
    return all(earlier_counts.get(unit, count) == count for unit, count in counts.items())


def _counts_in(name: str) -> list[tuple[str, str]]:
    return [(found["unit"], found["count"]) for found in _COUNT.finditer(name)]


def _is_same_congress(name: str, earlier: str) -> bool:
    """Tell whether both are one party congress: 中国共产党某市第十二次代表大会, 市第十二次党代会."""
    one, other = _CONGRESS.fullmatch(name), _CONGRESS.fullmatch(earlier)
    if one is None or other is None or one["count"] != other["count"]:
        return False
    if any(found["party"] is None and found["head"] == "代表大会" for found in (one, other)):
        return False
    place, other_place = (found["whole"] or found["place"] or "" for found in (one, other))
    return bool(place and other_place) and (place.endswith(other_place) or other_place.endswith(place))


def _same_head(head: str, other: str) -> bool:
    return head == other or {head, other} <= {"会议", "会"}
