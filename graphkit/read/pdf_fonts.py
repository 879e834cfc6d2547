"""Pages whose fonts are not in the file in, their lines out as pypdf reads them.

pdfium drops single characters and repeated lines where no font of this machine has their glyphs, so that the same file
would read differently on another machine. pypdf needs no glyphs; it needs an encoding that says what the codes mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pypdf import PageObject
from pypdf.generic import DictionaryObject, PdfObject

from graphkit.read.pdf_lines import GAP, WIDE, Box, Line

_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_DESCENT, _ASCENT = 0.14, 0.86
"""Parts of a full-width character below and above its base line, as in SimSun."""


class _Chunk(NamedTuple):
    text: str
    left: float
    base: float
    size: float

    @property
    def right(self) -> float:
        units = sum(1.0 if WIDE.match(character) else 0.5 for character in self.text)
        return self.left + units * self.size


def lacks_fonts(page: PageObject, known: dict[int, bool]) -> bool:
    """Tell whether a page uses a composite font that is not in the file; `known` keeps what was found by object."""
    resources = page.get("/Resources", DictionaryObject()).get_object()
    fonts = resources.get("/Font", DictionaryObject()).get_object() if isinstance(resources, DictionaryObject) else {}
    lacking = False
    for reference in fonts.values() if isinstance(fonts, DictionaryObject) else ():
        key = getattr(reference, "idnum", 0)
        if key not in known or not key:
            known[key] = _is_lacking(reference.get_object())
        lacking |= known[key]
    return lacking


def lines_by_pypdf(page: PageObject) -> tuple[Line, ...]:
    """Read the lines of a page in the order of its content."""
    chunks: list[_Chunk] = []

    def visit(text: str, user: Sequence[float], matrix: Sequence[float], _font: object, size: float) -> None:
        bare = text.strip()
        if bare:
            left = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
            base = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
            tall = abs(size * (matrix[3] or matrix[1]) * (user[3] or user[1]))
            chunks.extend(_Chunk(part, left, base, max(tall, 1.0)) for part in bare.splitlines()[:1])

    page.extract_text(visitor_text=visit)
    return tuple(_joined(chunks))


def _joined(chunks: list[_Chunk]) -> Iterator[Line]:
    """Join chunks that touch on one base line."""
    line: list[_Chunk] = []
    for chunk in chunks:
        if line and not _touch(line[-1], chunk):
            yield _line(line)
            line = []
        line.append(chunk)
    if line:
        yield _line(line)


def _touch(one: _Chunk, two: _Chunk) -> bool:
    return abs(one.base - two.base) < one.size / 2 and -one.size < two.left - one.right < GAP * one.size


def _line(chunks: list[_Chunk]) -> Line:
    first, size = chunks[0], max(chunk.size for chunk in chunks)
    box = Box(first.left, first.base - _DESCENT * size, chunks[-1].right, first.base + _ASCENT * size)
    return Line("".join(chunk.text for chunk in chunks), box)


def _is_lacking(font: PdfObject | None) -> bool:
    if not isinstance(font, DictionaryObject) or font.get("/Subtype") != "/Type0":
        return False
    if "/ToUnicode" not in font and str(font.get("/Encoding")).startswith("/Identity"):
        return False
    descendants = font.get("/DescendantFonts")
    inner = descendants.get_object() if descendants is not None else None
    for one in inner if isinstance(inner, list) else ():
        descendant = one.get_object()
        descriptor = descendant.get("/FontDescriptor") if isinstance(descendant, DictionaryObject) else None
        described = descriptor.get_object() if descriptor is not None else None
        if not isinstance(described, DictionaryObject) or not any(name in described for name in _EMBEDDED):
            return True
    return False
