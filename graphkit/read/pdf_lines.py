"""A page of a PDF in, its lines out as pdfium orders them: their characters, where they stand, how tall they are."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

WIDE = re.compile(
    "[\u2018-\u201d\u2026\u2014\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_LOST = re.compile("[\x00-\x08\x0e-\x1f\ufffd-\uffff\ue000-\uf8ff]")
GAP = 1.6
"""White space in a line, in characters, from which on it divides cells or columns; 两字的名字 are set with one."""
_SPACED = 0.9
"""White space from which on it was two blanks, of which pdfium tells one."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class Box(NamedTuple):
    """Where something stands on a page, in points from the lower left."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Line:
    """Characters set on one line without a wide gap."""

    text: str
    box: Box

    @property
    def em(self) -> float:
        """Give the width of a full-width character of this line."""
        units = sum(1.0 if WIDE.match(character) else 0.5 for character in self.text)
        return max((self.box.right - self.box.left) / max(units, 1.0), 1.0)

    @property
    def height(self) -> float:
        """Give the height of its tallest character."""
        return self.box.top - self.box.bottom


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size, its lines, the share of characters whose meaning is lost, and whether it is a picture."""

    width: float
    height: float
    lines: tuple[Line, ...]
    lost: float
    is_picture: bool


def read_page(page: pdfium.PdfPage) -> Page:
    """Read one page."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        text = _text_of(textpage.raw)
        lines = tuple(_lines_in(textpage.raw, text))
    finally:
        textpage.close()
    visible = "".join(text.split())
    lost = len(_LOST.findall(visible)) / len(visible) if visible else 0.0
    is_picture = len(visible) < _FEW and _has_picture(page, width * height)
    return Page(width, height, lines, lost, is_picture)


_FEW = 16


def _text_of(handle: raw.FPDF_TEXTPAGE) -> str:
    """Give one character for each index of the page, so that indices of the text are those of the page."""
    count = raw.FPDFText_CountChars(handle)
    buffer = (ctypes.c_ushort * (count + 1))()
    got = raw.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer).decode("utf-16-le", "surrogatepass")[: max(got - 1, 0)]
    if len(text) == count and not _SURROGATE.search(text):
        return text
    return "".join(chr(raw.FPDFText_GetUnicode(handle, index)) for index in range(count))


def _lines_in(handle: raw.FPDF_TEXTPAGE, text: str) -> Iterator[Line]:
    start = 0
    for end in (*(found.start() for found in re.finditer("\r\n|\n|\r", text)), len(text)):
        yield from _cut_at_gaps(handle, text, start, end)
        start = end
        while start < len(text) and text[start] in "\r\n":
            start += 1


def _cut_at_gaps(handle: raw.FPDF_TEXTPAGE, text: str, start: int, end: int) -> Iterator[Line]:
    """Cut a line where white space is wide; what pdfium put between two characters that touch is dropped."""
    words = [(found.start() + start, found.end() + start) for found in re.finditer(r"\S+", text[start:end])]
    if not words:
        return
    boxes = [_box_of(handle, text, first, last) for first, last in words]
    pieces, box = [text[slice(*words[0])]], boxes[0]
    for (before, after), (left, right) in zip(pairwise(words), pairwise(boxes), strict=True):
        gap, size = right.left - left.right, max(right.top - right.bottom, 1.0)
        if gap > GAP * size or gap < -size:
            yield Line("".join(pieces), box)
            pieces, box = [], right
        elif not _is_invented(handle, text, before[1], after[0]) or gap > _SPACED * size:
            space = text[before[1] : after[0]]
            pieces.append("  " if space == " " and gap > _SPACED * size else space)
        pieces.append(text[slice(*after)])
        box = Box(
            min(box.left, right.left),
            min(box.bottom, right.bottom),
            max(box.right, right.right),
            max(box.top, right.top),
        )
    yield Line("".join(pieces), box)


def _is_invented(handle: raw.FPDF_TEXTPAGE, text: str, start: int, end: int) -> bool:
    """Tell whether white space between two full-width characters is not of the file."""
    if not (WIDE.match(text[start - 1]) and WIDE.match(text[end])):
        return False
    return all(raw.FPDFText_IsGenerated(handle, index) == 1 for index in range(start, end))


def _box_of(handle: raw.FPDF_TEXTPAGE, text: str, start: int, end: int) -> Box:
    """Give the box of a word: its first and last character stand for all."""
    first = _character_box(handle, start)
    last = first if end - start == 1 else _character_box(handle, end - 1)
    tall = next((at for at in range(start, min(end, start + 8)) if WIDE.match(text[at])), start)
    middle = first if tall == start else _character_box(handle, tall)
    return Box(
        min(first.left, last.left),
        min(first.bottom, last.bottom, middle.bottom),
        max(first.right, last.right),
        max(first.top, last.top, middle.top),
    )


def _character_box(handle: raw.FPDF_TEXTPAGE, index: int) -> Box:
    rectangle = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(handle, index, rectangle)
    return Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)


def _has_picture(page: pdfium.PdfPage, area: float) -> bool:
    """Tell whether pictures cover a third of a page."""
    covered = 0.0
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        covered += abs((right - left) * (top - bottom))
    return covered > area / 3
