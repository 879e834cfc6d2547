"""A scan in, the titles of lists of papers out: rows that hold a title without 《》 and its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Scan
from graphkit.extract.table_rows import cells_in
from graphkit.model.facts import Mention
from graphkit.normalise.breaks import DOCUMENT_KINDS
from graphkit.normalise.document_numbers import SERIAL

KIND_END = re.compile(
    "(?:" + "|".join(DOCUMENT_KINDS) + "|法|宪法|法典|[党团]章|解释|说明|安排|计划书|许可证|许可|协议|公约|宣言|解答|"
    "意见书|政府工作报告|标准|原则|[一二三四五六七八九十百]{1,3}条(?:措施|意见|政策)?|举措|措施|政策|倡议书?|手册|大纲|条约|议定书|协定|备忘录|名录|预案|基准|导则|守则|指引|须知|要求|条件|战略|"
    "程序|机制|指标体系|工作指示|命令|声明|(?:责任|任务|职责|目标|重点)(?:分解|分工)表?)"
    "(?:草案|征求意见稿|送审稿|讨论稿|修正案)?(?:（[^（）]{1,40}）|〔[^〔〕]{1,20}〕|\\([^()]{1,40}\\))*$"
)
_NUMBER = re.compile(f"[一-鿿A-Za-z]{{1,18}}{SERIAL}")
_ORDINAL = re.compile("(?:[0-9]{1,3}[.．、]?|[一二三四五六七八九十]{1,3}、)?")
_LONGEST_ROW, _SHORTEST, _LONGEST = 240, 8, 120
_MARKS = re.compile("[，。；：！？]")
# What a decision puts an end to, item by item: 决定废止下列规章：/ 一、甲省某规定（省政府令第114号）。
_REPEALS_THESE = re.compile("(?:废止|失效)[^。]*(?:下列|以下|如下)[^。]*：$|(?:下列|以下)[^。]*(?:废止|失效)[^。]*：$")
_REPEALED_ITEM = re.compile(
    "(?:[0-9]{1,3}[.．、]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)(?P<title>[^《》，。；：（）]{6,60}(?:（(?:试行|暂行)）)?)(?:（[^（）]{2,40}）)?[。；]?"
)


def find_listed_titles(scan: Scan) -> Iterator[Mention]:
    """Iterate over the titles of rows that hold a number in another cell, and those of lists that are repealed."""
    yield from _repealed(scan)
    if not scan.has_any(("目录", "清单", "文件名称", "文件标题")):
        return
    for section in scan.document.sections:
        if section.end - section.start > _LONGEST_ROW or "号" not in scan.text[section.start : section.end]:
            continue
        cells = [(cell.start, cell.end) for cell in cells_in(scan, section)]
        numbers = [cell for cell in cells if _NUMBER.fullmatch(scan.text, *cell)]
        titles = [span for cell in cells if (span := _title_in(scan, *cell)) is not None]
        if len(numbers) == len(titles) == 1:
            yield scan.mention(*titles[0], "Policy", "title-listed")


def _repealed(scan: Scan) -> Iterator[Mention]:
    """Iterate over the titles without 《》 that a decision repeals, a line each: 一、甲省某规定（省政府令第114号）."""
    is_repealed = False
    for section in scan.document.sections if scan.has_any(("废止", "失效")) else ():
        item = _REPEALED_ITEM.fullmatch(scan.text, section.start, section.end)
        if item is None:
            is_repealed = _REPEALS_THESE.search(scan.text, section.start, section.end) is not None
        elif is_repealed and KIND_END.search(item["title"]):
            yield scan.mention(*item.span("title"), "Policy", "title-listed")


def _title_in(scan: Scan, start: int, end: int) -> tuple[int, int] | None:
    """Give where the title in a cell stands, behind its ordinal; None where the cell is none."""
    ordinal = _ORDINAL.match(scan.text, start, end)
    start = ordinal.end() if ordinal is not None else start
    words = scan.text[start:end]
    if not _SHORTEST <= len(words) <= _LONGEST or words.startswith("《") or _MARKS.search(words):
        return None
    return (start, end) if KIND_END.search(words) and re.search("关于|印发", words) else None
