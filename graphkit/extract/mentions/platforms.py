"""A scan in, named platforms, surveys and decisive drives out: 全国信用信息共享平台, 第三次全国国土调查, 蓝天保卫战."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.mentions.walk import walk_left
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

# A platform is named where a place, 全国 or 国家 opens its name; 信息共享平台 alone is any.
_PLATFORM = re.compile(
    "(?:信息平台|共享平台|服务平台|监管平台|交易平台|管理平台|数据平台|云平台|政务服务网|办事大厅|政务热线|移动端|旗舰店|服务门户网|征兵网|采购网|招聘网|公共服务网"
    "|(?:结算|经办|服务|申报|管理|监管|信息|查询|登记|备案)系统|APP|App|小程序)(?:（[一-鿿]{2,6}）)?"
)
# A short number is a line's name: 12345热线, “12345”政务服务便民热线, 12315平台.
_LINE = re.compile(
    r"(?:全国|国家|中国)?“?(?<![0-9])1[0-9]{4}(?![0-9])”?(?![起件名人家个])[一-鿿]{0,10}?(?:热线|平台|专线)(?:平台|电话|系统)?"
)
# Public works by their stage or what they do: 清江引水二期工程, 天然林资源保护工程二期, 石漠化综合治理工程.
_WORKS = re.compile(
    "[一二三四五]期工程|(?:还林还草|还草|保护|治理|修复|提升|防护林(?:体系)?(?:建设)?|引水|调水|输水|供水|培育|倍增|育种|安居|振兴|改薄|惠民|富民)工程(?:[一二三四五]期)?"
)
# 120处供水工程 counts works, it names none.
_COUNTED_WORKS = re.compile(r"(?:\d[\d.,]*[百千万]*|[一二三四五六七八九十百]+)(?:余|多)?[处个项座所条户家批件](?!会)")
_ARTICLE = re.compile("第[一二三四五六七八九十百]{1,5}条")
_GENERIC_WORKS = re.compile(
    "^(?:重点|重大|生态|一批|系列|民生|水利|基础|林业|各类|国家|省级|文化|环境|产业|有关|相关|配套)*(?:保护|生态|综合|修复|治理|提升|建设|供水|惠民|富民|安居|培育|示范|试点|引水|和|与)*(?:工程|项目)$"
)
# Programmes of the state or a province: 国家重点研发计划; shows and games, with their number: 第四届中国绿化博览会.
_PROGRAMME = re.compile(
    "(?:国家|全国|中国|[一-鿿]{1,3}省)(?!级|有关)[一-鿿]{2,12}?(?:研发计划|科技计划|人才计划|支持计划|科技重大专项|重点专项)"
)
_SHOW = re.compile(
    "(?:20\\d{2}年?)?(?:第[一二三四五六七八九十百\\d]{1,5}届)?(?P<name>(?:中国|全国|国际|世界|亚洲|[一-鿿]{2}(?=世园会))[一-鿿（）]{0,12}?"
    "(?:博览会|旅游节|文化节|艺术节|电影节|丰收节|花卉节|运动会|世园会|花博会|绿博会|园博会)"
    "|(?<=届)[一-鿿·“”]{2,16}?(?:博览会|展销会|旅游节|文化节|艺术节|丰收节|采摘节|运动会))(?!会?议|开幕|筹)"
)
_NUMBERED_GAME = re.compile(
    "(?:20\\d{2}年?)?第[一二三四五六七八九十百\\d]+届(?=大运会|亚运会|冬奥会|全运会|进博会|残运会|奥运会|亚残运会|冬残奥会)(?:亚残运会|冬残奥会|[一-鿿]{3})"
)
_OPENS_NAMED = re.compile("全国(?!各)|国家(?!级|有)|中国")
_SURVEY = re.compile(
    "(?<=国务院)第[一二三四五六七八九十]+次大督查|第[一二三四五六七八九十]+次大督查(?=中|发现|的|，|。)|第[一二三四五六七八九十]+次全国[一-鿿]{2,20}?(?:调查|普查|监测)|全国第[一二三四五六七八九十]+次[一-鿿]{2,16}?(?:调查|普查)"
)
_INSPECTION = re.compile(
    "(?:常委会|[会委厅局](?!会)|开展|进行)(?:了)?(?P<name>(?!开展|进行|组织|对|关于)[一-鿿]{2,14}?(?:法|条例)执法检查)(?!组)"
)
_BATTLE = re.compile("(?:攻坚战|保卫战|歼灭战)(?![役略士])")
# 蓝天、碧水、净土保卫战: every conjunct is a battle of its own, the last with its noun.
_SKIES = "蓝天|碧水|净土|青山"
_RISKS = "防范化解重大风险|防范化解重大金融风险|精准脱贫|精准扶贫|脱贫攻坚|污染防治"
_CONJUNCT_BATTLES = re.compile(
    f"(?P<name>(?:{_SKIES})(?=(?:[、和](?:{_SKIES})){{1,3}}保卫战)|(?:{_RISKS})(?=(?:[、和](?:{_RISKS})){{1,2}}的?攻坚战)"
    "|污染防治的攻坚战|三大攻坚战)"
)
_NO_BATTLE = re.compile("^(?:[一二三四五六七八九十]大|打好|打赢|坚决|这场|各项|全面|一场)*(?:攻坚战|保卫战)$")
_THREE = "三大攻坚战"  # named by itself: 聚焦服务 + 三大攻坚战
_BATTLE_STOPS = frozenset(
    {"打好", "打赢", "坚决", "推进", "深入", "全力", "大力", "打响", "服务", "助力", "、", "和", "的", "以"}
)
_WORKS_STOPS = frozenset(
    {
        "实施",
        "实施好",
        "抓好",
        "建设",
        "新建",
        "争取",
        "谋划",
        "的",
        "、",
        "承担",
        "加快",
        "启动",
        "重点",
        "一批",
        "等",
        "统筹",
    }
)
_LIMIT = 24
_PLACES = frozenset({"region", "place"})
_SHORTEST_OWN = 2
_SHORT_APP = 6


def find_platforms(scan: Scan) -> Iterator[Mention]:
    """Iterate over platforms, surveys and decisive drives that bear a name; they may overlap others."""
    stops = scan.gazetteer.cues["campaign_boundary"]
    for match in scan.matches(_PLATFORM):
        start = _named_start(scan, match.start(), stops)
        if start is not None:
            yield scan.mention(start, match.end(), "Campaign", "campaign-platform")
    yield from _lines_and_shows(scan)
    yield from _works(scan, stops)
    for match in scan.matches(_SURVEY):
        yield scan.mention(match.start(), match.end(), "Campaign", "campaign-survey")
    for match in scan.matches(_INSPECTION):
        yield scan.mention(match.start("name"), match.end(), "Campaign", "campaign-inspection")
    for match in scan.matches(_CONJUNCT_BATTLES):
        yield scan.mention(match.start(), match.end(), "Campaign", "campaign-battle")
    for match in scan.matches(_BATTLE):
        start = walk_left(scan, match.start(), stops | _BATTLE_STOPS, limit=_LIMIT)
        name = scan.text[start : match.end()]
        if len(name) - len(match[0]) >= 2 and not _NO_BATTLE.match(name) and not name.endswith(_THREE):
            yield scan.mention(start, match.end(), "Campaign", "campaign-battle")


def _lines_and_shows(scan: Scan) -> Iterator[Mention]:
    """Iterate over lines by their number, programmes of the state, games and shows."""
    for match in scan.matches(_LINE):
        place = scan.units.longest_ending(match.start(), _PLACES)
        yield scan.mention(place.start if place else match.start(), match.end(), "Campaign", "campaign-platform")
    for pattern, rule in ((_PROGRAMME, "campaign-programme"), (_NUMBERED_GAME, "campaign-show")):
        for match in scan.matches(pattern):
            yield scan.mention(match.start(), match.end(), "Campaign", rule)
    for match in scan.matches(_SHOW):
        yield scan.mention(match.start(), match.end(), "Campaign", "campaign-show")


def _works(scan: Scan, stops: frozenset[str]) -> Iterator[Mention]:
    """Iterate over public works and projects whose name says more than their kind."""
    for match in scan.matches(_WORKS):
        start = walk_left(scan, match.start(), stops | _WORKS_STOPS, limit=_LIMIT)
        article = _ARTICLE.match(scan.text, start)
        start = article.end() if article is not None else start
        name = scan.text[start : match.end()]
        is_named = not _GENERIC_WORKS.match(name) and not _COUNTED_WORKS.match(name)
        if is_named and len(name) - len("二期工程") >= _SHORTEST_OWN:
            yield scan.mention(start, match.end(), "Campaign", "campaign-works")


def _named_start(scan: Scan, head: int, stops: frozenset[str]) -> int | None:
    """Give where a platform's name begins: at 全国, 国家 or the place that opens it."""
    low = walk_left(scan, head, stops, limit=_LIMIT)
    opening = _OPENS_NAMED.search(scan.text, low, head)
    if opening is not None:
        return opening.start()
    if head - low <= _SHORT_APP and scan.text.startswith(("APP", "App"), head) and head > low:
        return low
    return next(
        (at for at in range(low, head) if scan.units.longest_starting(at, frozenset({"region", "place"})) is not None),
        None,
    )
