"""Labels for pictures: any text goes in, one or two short safe lines and the size of their box come out."""

from __future__ import annotations

import unicodedata

from graphkit.network.layout import Box
from graphkit.normalise.pinyin import syllables_of

LINE_EMS = 10.0
LINES = 2
FONT = 13.0
LINE_HEIGHT = 16.0
HANGING = 2
"""Closing marks that may stand beyond the end of a line."""
_CLOSING = "，。、；：？！）》〉”’】」』%"
_OPENING = "（《〈“‘【「『"


def plain(text: str) -> str:
    """Give text on one line without control, direction and other invisible characters."""
    kept = (" " if one.isspace() else one for one in text if one.isspace() or unicodedata.category(one)[0] != "C")
    return " ".join("".join(kept).split())


def ems(text: str) -> float:
    """Estimate the width of text in units of its font size: 1 for wide characters, 0.56 for others."""
    return sum(1.0 if unicodedata.east_asian_width(one) in "WFA" else 0.56 for one in text)


def label_lines(label: str) -> tuple[str, ...]:
    """Break a label into at most LINES lines of about equal width, cut with … where it is longer still."""
    text = plain(label)
    whole = ems(text)
    if whole <= LINE_EMS + 1:
        return (text,)
    width = max(min(whole / LINES + 0.5, LINE_EMS + 1), LINE_EMS / 2)
    lines: list[str] = []
    while text and len(lines) < LINES:
        line = _head(text, width if len(lines) < LINES - 1 else LINE_EMS + 1)
        text = text[len(line) :].lstrip()
        lines.append(line.rstrip())
    return (*lines[:-1], f"{lines[-1][:-1]}…") if text else tuple(lines)


def box_of(lines: tuple[str, ...], size: float, *, badge: bool) -> Box:
    """Give the box of a node of radius `size` with its label below."""
    half = max(max(ems(line) for line in lines) * FONT / 2 + 3, size + (34 if badge else 0))
    return Box(half, size * 0.7 + 16 if badge else size + 3, size + 5 + len(lines) * LINE_HEIGHT)


def spelling(name: str) -> str:
    """Give the syllables of a name as the page matches them: `chong|zhong qing shi`."""
    return " ".join("|".join(syllables) for syllables in syllables_of(plain(name)))


def _head(text: str, width: float) -> str:
    """Give the first characters that fit; no line begins with closing or ends with opening punctuation."""
    used, end = 0.0, 0
    for one in text:
        used += ems(one)
        if used > width:
            break
        end += 1
    fits = end
    while end < min(len(text), fits + HANGING) and text[end] in _CLOSING:
        end += 1
    while end > 1 and text[end - 1] in _OPENING:
        end -= 1
    return text[: max(end, 1)]
