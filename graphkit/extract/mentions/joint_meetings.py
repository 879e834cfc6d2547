"""A place in a meeting's name in, the meeting held as one with it out: 甲推进会暨 + 乙联席会议."""

from __future__ import annotations

import re

# The second name is cut short or read by itself: 院长会议暨党风廉政建设和 + 反腐败工作会议.
_FIRST = re.compile(
    "(?P<first>[^，。；\n《》]{2,56}?(?P<head>会议|大会|仪式|[一-鿿]会))暨(?:[^，。；、\n《》的会]{0,14}[和与及])?$"
)
# What a body takes up is part of the name: 甲大学学习贯彻…精神专家宣讲团成立仪式暨 + 宣讲报告会.
_TAKING_UP = re.compile(
    "(?:^|(?<=[，。；\n]))(?!会议|大会|会上)(?:(?!召开|举行|举办|组织|学习|宣传|贯彻|传达|落实)[一-鿿]){2,18}(?:学习|宣传|贯彻|传达|落实|领会)+[^，。；\n]{4,30}精神[^，。；\n]{2,24}(?:仪式|会议|大会|会)暨"
)
# A walk may stop inside the first head: …工作推进 + 会暨全省…部署会.
_HEAD_LENGTH = 3
_LINE = re.compile("[，。；\n]")


def first_of(text: str, low: int, start: int, end: int) -> re.Match[str] | None:
    """Give the first of two heads that 暨 joins, where a name that begins at `start` is the second."""
    joint = text.find("暨", low, end)
    if joint - start > _HEAD_LENGTH or joint < 0:
        return None
    return _FIRST.search(text, low, max(start, joint + 1))


def taking_up(text: str, low: int, end: int) -> int | None:
    """Give where a name of two heads begins that opens with the body that takes something up, None if none does."""
    joint = text.rfind("暨", low, end)
    if joint < 0 or _LINE.search(text, joint, end) is not None:
        return None
    marks = [mark.end() for mark in _LINE.finditer(text, max(0, low - 40), joint)]
    found = _TAKING_UP.match(text, marks[-1] if marks else 0, joint + 1)
    return found.start() if found is not None and found.end() == joint + 1 else None
