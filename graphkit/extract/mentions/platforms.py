"""A scan in, named platforms, surveys and decisive drives out: 全国信用信息共享平台, 第三次全国国土调查, 蓝天保卫战."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.mentions.walk import walk_left
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

# A platform is named where a place, 全国 or 国家 opens its name; 信息共享平台 alone is any.
_PLATFORM = re.compile(
    "(?:信息平台|共享平台|服务平台|监管平台|交易平台|管理平台|数据平台|云平台|政务服务网|办事大厅|政务热线|移动端)(?:（[一-鿿]{2,6}）)?"
)
_OPENS_NAMED = re.compile("全国(?!各)|国家(?!级|有)|中国")
_SURVEY = re.compile(
    "第[一二三四五六七八九十]+次全国[一-鿿]{2,20}?(?:调查|普查|监测)|全国第[一二三四五六七八九十]+次[一-鿿]{2,16}?(?:调查|普查)"
)
_INSPECTION = re.compile("(?:[会委厅局]|开展|进行)(?P<name>[一-鿿]{2,14}?(?:法|条例)执法检查)(?!组)")
_BATTLE = re.compile("(?:攻坚战|保卫战|歼灭战)(?![役略士])")
_NO_BATTLE = re.compile("^(?:[一二三四五六七八九十]大|打好|打赢|坚决|这场|各项|全面|一场)*(?:攻坚战|保卫战)$")
_BATTLE_STOPS = frozenset({"打好", "打赢", "坚决", "推进", "深入", "全力", "大力", "打响", "、", "和", "的", "以"})
_LIMIT = 24


def find_platforms(scan: Scan) -> Iterator[Mention]:
    """Iterate over platforms, surveys and decisive drives that bear a name; they may overlap others."""
    stops = scan.gazetteer.cues["campaign_boundary"]
    for match in scan.matches(_PLATFORM):
        start = _named_start(scan, match.start(), stops)
        if start is not None:
            yield scan.mention(start, match.end(), "Campaign", "campaign-platform")
    for match in scan.matches(_SURVEY):
        yield scan.mention(match.start(), match.end(), "Campaign", "campaign-survey")
    for match in scan.matches(_INSPECTION):
        yield scan.mention(match.start("name"), match.end(), "Campaign", "campaign-inspection")
    for match in scan.matches(_BATTLE):
        start = walk_left(scan, match.start(), stops | _BATTLE_STOPS, limit=_LIMIT)
        name = scan.text[start : match.end()]
        if len(name) - len(match[0]) >= 2 and not _NO_BATTLE.match(name):
            yield scan.mention(start, match.end(), "Campaign", "campaign-battle")


def _named_start(scan: Scan, head: int, stops: frozenset[str]) -> int | None:
    """Give where a platform's name begins: at 全国, 国家 or the place that opens it."""
    low = walk_left(scan, head, stops, limit=_LIMIT)
    opening = _OPENS_NAMED.search(scan.text, low, head)
    if opening is not None:
        return opening.start()
    return next(
        (at for at in range(low, head) if scan.units.longest_starting(at, frozenset({"region", "place"})) is not None),
        None,
    )
