"""Bodies in a list in, the place or level that bare ones share with the first out: 甲县财政局、教育局 → 甲县教育局."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.resolve.groups import is_group
from graphkit.resolve.names import surface_label

_JOINED = frozenset({"、", "和", "及", "与", "以及"})
_LEVEL = re.compile("(?:自治区|[省市县区州旗])(?=[一-鿿]{2})(?![域场民政](?!局))")
_BUREAU = re.compile("(?:局|厅|委|办)$")
_PEOPLES = re.compile("(?:残联|妇联|科协|工商联|侨联|文联|台联|红十字会|总工会|编办|外办|台办|供销社|贸促会|关工委)$")
_REGION, _FUNCTION, _SUFFIX = frozenset({"region"}), frozenset({"function"}), frozenset({"suffix"})
# A body of the state or of a firm or school shares nothing with a bureau beside it.
_OTHER = re.compile("^(?:国家|中央|中共|全国|最高|中国)|(?:公司|集团|大学|学院|学校|中学|小学|银行|铁路局|海关)")


def sharing_places(scan: Scan, mentions: Iterable[Mention]) -> dict[int, str]:
    """Complete each bare bureau by the place or level that opens its list, by where it begins."""
    shared: dict[int, str] = {}
    before: Mention | None = None
    lead = ""
    for mention in mentions:
        if mention.kind != "Agency":
            continue
        is_other = _OTHER.search(mention.surface) is not None or is_group(mention.surface)
        is_listed = before is not None and scan.text[before.end : mention.start] in _JOINED
        if is_listed and lead and not is_other and _is_bare(scan, mention):
            shared[mention.start] = lead + surface_label(scan, mention)
        else:
            lead = "" if is_other else _lead_of(scan, mention) or (lead if is_listed else "")
        before = mention
    return shared


def _lead_of(scan: Scan, mention: Mention) -> str:
    """Give the places that a name opens with, or its word of level."""
    end = mention.start
    while (place := scan.units.longest_starting(end, _REGION)) is not None and place.end < mention.end:
        end = place.end
    if end > mention.start:
        return scan.text[mention.start : end]
    level = _LEVEL.match(scan.text, mention.start, mention.end)
    is_function = level is not None and scan.units.longest_starting(mention.start, _FUNCTION) is not None
    return level[0] if level is not None and not is_function else ""


def _is_bare(scan: Scan, mention: Mention) -> bool:
    """Tell whether a name is a function and a kind of bureau alone, or that of a people's body."""
    if _PEOPLES.fullmatch(mention.surface):
        return True
    function = scan.units.longest_starting(mention.start, _FUNCTION)
    kind = scan.units.longest_starting(function.end, _SUFFIX) if function is not None else None
    return kind is not None and kind.end == mention.end and _BUREAU.search(mention.surface) is not None
