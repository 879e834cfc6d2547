"""Any number of small bulletins made from the gazetteer of regions: names vary, not only numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

REGIONS = Path(__file__).parents[1] / "data" / "gazetteers" / "regions.tsv"
FIELDS = ("机关事务", "财政", "教育", "民政", "水利", "交通运输", "农业农村", "商务", "统计", "审计")
MEETINGS = ("工作会议", "工作推进会", "工作座谈会", "安全生产会议", "警示教育大会")
THEMES = ("公务用车", "办公用房", "能源节约", "政府采购", "应急值守", "档案管理", "信息公开")


def texts(*, sparse: bool = False) -> Iterator[str]:
    """Iterate over short news items, no two alike; there are over a million.

    Of sparse ones every second states no fact.
    """
    header, *rows = REGIONS.read_text("utf-8").splitlines()
    columns = header.split("\t")
    regions = [dict(zip(columns, row.split("\t"), strict=True)) for row in rows]
    places = dict.fromkeys(one["name"] for one in regions if one["level"] in {"prefecture", "county"})
    for field, meeting, theme in product(FIELDS, MEETINGS, THEMES):
        for number, place in enumerate(places):
            if sparse and number % 2:
                yield f"{place}{field}局学习{theme}{meeting}精神。\n"
            else:
                yield f"2023年{number % 12 + 1}月{number % 28 + 1}日，{place}{field}局召开{theme}{meeting}。\n"


def write_texts(folder: Path, count: int, *, sparse: bool = False) -> Path:
    """Write so many of them into a folder, spread over all that there are by their order."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in zip(range(count), texts(sparse=sparse), strict=False):
        (folder / f"{number:07}.txt").write_text(text, encoding="utf-8")
    return folder
