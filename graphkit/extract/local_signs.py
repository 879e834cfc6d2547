"""A text in, the place that it speaks from out: told by its medium (来源：健康甲县), slogans (平安甲县), places named.

It is asked where no issuer, signature or title names the place. A sign counts where the text speaks of that level:
全县, 县委 for a county. Without such a sign it is the place that holds, or lies within, all that the text names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from graphkit.extract.gazetteer import Gazetteer, Region
from graphkit.extract.units import Unit, Units

_SLOGAN = "(?:平安|法治|健康|美丽|清廉|文明|幸福|数字|活力|诚信|善美|和谐|质量|信用|生态|廉洁)"
_SOURCE = re.compile(
    rf"(?:来源|稿源|供稿|发布者|作者)：?(?:{_SLOGAN}|今日|掌上|看|最|微)?(?P<name>[一-鿿]{{2,8}}?)"
    "(?:发布|新闻|融媒|日报|晚报|时报|电视|广播|先锋|长安|政法|检察|公安|政府网|人民政府|宣传|党建|在线|网|[省市县区州旗]|$|(?=[\n，。；（）]))"
)
_OF_SLOGAN = re.compile(
    f"(?:{_SLOGAN}|(?:小康|幸福|美丽|现代化|富裕)新)(?P<name>[一-鿿]{{2,3}}?)(?=建设|作出|提供|贡献|保驾|新篇章|[、，。；”’]|而|的|$)"
)
# A dateline (滦南网讯, 唐山日报滦南讯) or a reporter's paper; the short name of the place whose work a page tells of.
_DATELINE = re.compile(
    r"(?:(?:^|\n)(?:[一-鿿]{2,6}?(?:日报|晚报|新闻网|网)|云上|今日|掌上)?|[（(](?=[一-鿿]{2,6}报(?:社)?记者))"
    r"(?P<name>[一-鿿]{2,5}?)(?:新闻网|网|日报|晚报)?(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:讯|社?记者)"
)
# The county's medium below or above a page (广水电视台).
_MEDIUM = re.compile("(?:广播)?(?:电视台|融媒体中心)(?=[\n）】]|讯|记者|$)")
_MEDIUM_SIZES = (4, 3, 2)
_OWN_WORK = re.compile(
    "(?:法院|检察|公安|司法行政|气象|水利|水文|税务|林业|教育)(?:工作|事业)|代表团|实际|高质量发展|现代化建设|新篇章|新实践|落地"
)
_OF_COUNTY = re.compile("经济社会(?:高质量)?发展|落地落实|落地生根")
_LEVEL_WORD = (
    "(?:[全我本]{level}|{level}(?:委(?![托派任])|政府|人大|政协|法院|检察院)|"
    "(?<![一-鿿]){level}(?:人民|[一-鿿]{{1,6}}(?:局|院|会|厅)))"
)
_OF_A_LEVEL = re.compile(_LEVEL_WORD.format(level="[省市县区州旗]"))
# A place that is gone to, learnt from or helped is not where the page is from; of two that meet either may be.
_ELSEWHERE = re.compile("(?:赴|前往|支援|援助|来自|考察|借鉴|学习)$")
_MEETS = re.compile("(?:对口|结对|毗邻|与|等)$")
_REACH = 4
_MOST_CHARACTERS = 20_000
"""Characters from the start of a text that are looked through: longer ones are no news of one place."""

Finding = Callable[[re.Pattern[str]], Iterator[re.Match[str]]]
"""Gives the matches of a pattern in a text (Scan.matches)."""


def place_of_signs(text: str, units: Units, gazetteer: Gazetteer, matches: Finding) -> Region | None:
    """Give the place of the first sign that fits the level which the text speaks of."""
    if len(text) > _MOST_CHARACTERS:
        return None
    for name in _names(text, matches):
        region = gazetteer.region_named(name, within=None)
        if region is not None and re.search(_LEVEL_WORD.format(level=region.name[-1]), text):
            return region
    if next(matches(_OF_A_LEVEL), None) is None:
        return None
    named = list(_outermost(units.of("region")))
    if any(_MEETS.search(text, max(0, unit.start - _REACH), unit.start) for unit in named):
        return None
    visited = {unit.value for unit in named if _ELSEWHERE.search(text, max(0, unit.start - _REACH), unit.start)}
    if not named:
        named = [unit for unit in units.of("place") if _OWN_WORK.match(text, unit.end)]
        named += [unit for unit in units.of("county_place") if _OF_COUNTY.match(text, unit.end)]
    return _around_all([unit.value for unit in named if unit.value not in visited], gazetteer)


def _outermost(units: Iterable[Unit]) -> Iterator[Unit]:
    """Iterate over the places that do not begin inside another."""
    end = 0
    for unit in units:
        if unit.end > end:
            yield unit
            end = unit.end


def _around_all(names: list[str], gazetteer: Gazetteer) -> Region | None:
    """Give the lowest of the places named where each lies in the next, else the division around all."""
    codes = {one.code for name in names if (one := gazetteer.region_named(name, within=None)) is not None}
    for name in names:  # what several divisions bear is the one that lies in another that is named
        if gazetteer.region_named(name, within=None) is None:
            inside = {gazetteer.region_named(name, within=code) for code in codes} - {None}
            if len(inside) != 1:
                return None
            codes |= {one.code for one in inside if one is not None}
    lowest = sorted(one for one in codes if not any(gazetteer.is_within(other, one) for other in codes - {one}))
    if len(lowest) == 1:
        return gazetteer.regions[lowest[0]]
    for level in ("prefecture", "province"):
        around = {gazetteer.ancestor(one, level) for one in lowest}
        if len(around) == 1:
            return around.pop()
    return None


def _names(text: str, matches: Finding) -> Iterator[str]:
    """Iterate over what may name the place: the medium's before the slogans'."""
    for found in matches(_DATELINE):
        yield found["name"]
    for found in matches(_MEDIUM):
        yield from (text[max(0, found.start() - size) : found.start()] for size in _MEDIUM_SIZES)
    for found in matches(_SOURCE):
        name = found["name"]
        yield text[found.start("name") : found.end()]
        yield from (name[:size] for size in range(len(name), 1, -1))
    for found in matches(_OF_SLOGAN):
        yield found["name"]
