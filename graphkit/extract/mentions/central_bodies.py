"""A scan in, central bodies of party and state out, by the table of their names; a place's own are not among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.mentions.kind_words import is_name_character, stands_alone
from graphkit.extract.scan import Scan
from graphkit.extract.units import Unit
from graphkit.model.facts import Mention

# 国家 that opens no body's name: 三江源国家公园, 岳麓山国家大学科技城.
NATIONAL_SITE = re.compile("国家(?:级|公园|大学科技城|湿地|森林|地质|植物园|高新|经济技术|农业|自主|自然保护)")
NO_ANCHOR = frozenset({"国家", "中国", "全国", "我省", "我市", "我县", "我区", "我州"})
_REPUBLIC = "中华人民共和国"
_SHORTEST = 3
# What a firm's department does besides what a ministry does: 安全环保部, 综合财务部.
_OF_FIRM = (
    "安全",
    "质量",
    "健康",
    "生产",
    "技术",
    "综合",
    "工程",
    "质检",
    "节能",
    "消防",
    "安质",
    "HSE",
    "保护",
    "生态",
    "资源",
    "项目",
    "规划",
    "企业",
    "党群",
    "信息",
    "经营",
    "运营",
)
_SENSES = frozenset({"central", "central_alias"})
_OF_PLACE = frozenset({"region", "level", "country"})


def find_central(scan: Scan) -> Iterator[Mention]:
    """Iterate over central bodies; short names used at every level (发展改革委) count where a central body speaks."""
    for unit in scan.units.of("central"):
        if stands_alone(scan, unit.end, unit.value) and not is_local(scan, unit):
            start = _with_state(scan, unit.start)
            yield scan.mention(start, unit.end, "Agency", "agency-central")
    if not scan.is_central:
        return
    for unit in scan.units.of("central_alias"):
        is_whole = len(unit.value) >= _SHORTEST and stands_alone(scan, unit.end, unit.value)
        if is_whole and not continues_place(scan, unit.start):
            yield scan.mention(unit.start, unit.end, "Agency", "agency-central")


def _with_state(scan: Scan, start: int) -> int:
    """Take in the state before a central body: 中华人民共和国 + 财政部, 国家 + 科技部."""
    if scan.text.endswith(_REPUBLIC, 0, start):
        return start - len(_REPUBLIC)
    is_state = scan.text.endswith("国家", 0, start) and not scan.text.startswith(("国", "全", "中"), start)
    return start - len("国家") if is_state and scan.text.endswith(("部", "委", "局", "署"), 0, start + 3) else start


def continues_place(scan: Scan, start: int) -> bool:
    """Tell whether a place or level stands directly before (省发展改革委)."""
    return any(unit.sense in {"region", "place", "level"} for unit in scan.units.ending.get(start, ()))


def ends_central(scan: Scan, suffix_start: int, end: int) -> bool:
    """Tell whether a kind word `[suffix_start, end)` ends a central body's name, which `find_central` gives."""
    units = scan.units.ending.get(end, ())
    senses = {unit.sense for unit in units if unit.sense in _SENSES and not is_local(scan, unit)}
    return "central" in senses or (
        "central_alias" in senses and scan.is_central and not continues_place(scan, suffix_start)
    )


def is_local(scan: Scan, unit: Unit) -> bool:
    """Tell whether a central body's name goes on a place's or a department's (省 + 国家保密局, 安全 + 环保部)."""
    if unit.sense != "central":
        return False
    start = unit.start
    if unit.value.endswith("部") and len(unit.value) <= _SHORTEST and scan.text.endswith(_OF_FIRM, 0, start):
        return True
    if NATIONAL_SITE.match(scan.text, start) and start and is_name_character(scan.text[start - 1]):
        return scan.boundary_before(start) is None and not scan.is_name_break(start)
    before = scan.units.longest_ending(unit.start, _OF_PLACE)
    return before is not None and before.value not in NO_ANCHOR
