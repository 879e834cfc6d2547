"""The numbering part of a Word document in, the number that stands before each paragraph out (ECMA-376 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_CIRCLED = 20
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Level(NamedTuple):
    """How one level of a list is numbered."""

    form: str
    pattern: str
    start: int


class Numbering:
    """Counts the paragraphs of all lists in the order of the text."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        """Take the parts `numbering.xml` and `styles.xml`, None where the document has none."""
        self._levels = _levels(numbering) if numbering is not None else {}
        self._lists = _lists(numbering) if numbering is not None else {}
        self._styles = dict(_styles(styles)) if styles is not None and self._lists else {}
        self._counts: dict[str, dict[int, int]] = {}

    def number(self, properties: etree._Element | None) -> str:
        """Give the number of the next paragraph with these properties, "" where it has none."""
        if properties is None or not self._lists:
            return ""
        list_id, depth = self._place(properties)
        abstract = self._lists.get(list_id)
        level = self._levels.get((abstract or "", depth))
        if abstract is None or level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        if level.form in {"bullet", "none"}:
            return ""
        return _PLACE.sub(lambda match: self._written(abstract, int(match[1]) - 1), level.pattern)

    def _written(self, abstract: str, depth: int) -> str:
        level = self._levels.get((abstract, depth), Level("decimal", "", 1))
        return _FORMS.get(level.form, str)(self._counts[abstract].get(depth, level.start))

    def _place(self, properties: etree._Element) -> tuple[str, int]:
        """Give list and level of a paragraph: its own, else its style's."""
        own = properties.find(W + "numPr")
        if own is not None:
            return _reference(own)
        style = properties.find(W + "pStyle")
        return self._styles.get(style.get(W + "val", ""), ("", 0)) if style is not None else ("", 0)


def _levels(numbering: etree._Element) -> dict[tuple[str, int], Level]:
    found: dict[tuple[str, int], Level] = {}
    for abstract in numbering.iterfind(W + "abstractNum"):
        for level in abstract.iterfind(W + "lvl"):
            key = abstract.get(W + "abstractNumId", ""), _whole(level.get(W + "ilvl", "0"))
            start = _whole(_value(level, "start") or "1")
            found[key] = Level(_value(level, "numFmt") or "decimal", _value(level, "lvlText"), start)
    return found


def _lists(numbering: etree._Element) -> dict[str, str]:
    return {one.get(W + "numId", ""): _value(one, "abstractNumId") for one in numbering.iterfind(W + "num")}


def _styles(styles: etree._Element) -> Mapping[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for style in styles.iterfind(W + "style"):
        own = style.find(f"{W}pPr/{W}numPr")
        if own is not None:
            found[style.get(W + "styleId", "")] = _reference(own)
    return found


def _reference(own: etree._Element) -> tuple[str, int]:
    return _value(own, "numId"), _whole(_value(own, "ilvl") or "0")


def _value(parent: etree._Element, name: str) -> str:
    child = parent.find(W + name)
    return child.get(W + "val", "") if child is not None else ""


def _whole(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 6 else 0


def _chinese(number: int) -> str:
    """Write 1 to 99 as 一 to 九十九."""
    tens, units = divmod(number, 10)
    if not 0 < number < 100:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    head = "" if tens == 0 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return head + (_DIGITS[units] if units else "")


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value and len(written) < 12:
            written += letters
            number -= value
    return written


def _circled(number: int) -> str:
    return chr(0x245F + number) if 0 < number <= _CIRCLED else str(number)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "ideographDigital": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
}
