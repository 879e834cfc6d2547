"""A page that is a picture in, its lines out, through tesseract where it is installed with chi_sim."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium

from graphkit.errors import UnreadableDocumentError
from graphkit.read.pdf_lines import Box, Line, Page
from graphkit.read.programs import run_program

_LANGUAGE = "chi_sim"
_DOTS = 300
_SECONDS = 120.0
_INSTALL = "请安装 tesseract 和 chi_sim / install tesseract with chi_sim (Debian: tesseract-ocr-chi-sim)"
_COLUMNS = 12


def recognised(page: pdfium.PdfPage, read: Page, source: str) -> Page:
    """Read the picture of a page; raises UnreadableDocumentError where nothing here can."""
    if not _is_installed():
        reason = "没有 OCR 程序 / no OCR program"
        raise UnreadableDocumentError(source, reason, remedy=_INSTALL, is_passing=True)
    with tempfile.TemporaryDirectory() as home:
        picture = Path(home) / "page.ppm"
        bitmap = page.render(scale=_DOTS / 72, grayscale=True)
        picture.write_bytes(f"P5 {bitmap.width} {bitmap.height} 255\n".encode() + _rows(bitmap))
        command = ["tesseract", picture.name, "stdout", "-l", _LANGUAGE, "--psm", "3", "--dpi", str(_DOTS), "tsv"]
        told = run_program(command, _SECONDS, Path(home))
    lines = tuple(_lines_in((told or b"").decode("utf-8", "replace"), read.height))
    return replace(read, lines=lines, lost=0.0, is_picture=not lines)


def _rows(bitmap: pdfium.PdfBitmap) -> bytes:
    """Give the pixels without the padding of each row."""
    pixels = bytes(bitmap.buffer)
    return b"".join(pixels[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))


@cache
def _is_installed() -> bool:
    if shutil.which("tesseract") is None:
        return False
    with tempfile.TemporaryDirectory() as home:
        told = run_program(["tesseract", "--list-langs"], _SECONDS, Path(home))
    return told is not None and _LANGUAGE.encode() in told.split()


def _lines_in(table: str, height: float) -> Iterator[Line]:
    """Iterate over the lines of tesseract's table: block, paragraph, line, word, left, top, width, height, …, text."""
    lines: dict[tuple[str, ...], list[tuple[str, Box]]] = {}
    scale = 72 / _DOTS
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS or not cells[11].strip():
            continue
        left, top, width, tall = (int(cell) * scale for cell in cells[6:10])
        box = Box(left, height - top - tall, left + width, height - top)
        lines.setdefault(tuple(cells[1:5]), []).append((cells[11], box))
    for words in lines.values():
        boxes = [box for _, box in words]
        yield Line(
            "".join(word for word, _ in words),
            Box(
                min(box.left for box in boxes),
                min(box.bottom for box in boxes),
                max(box.right for box in boxes),
                max(box.top for box in boxes),
            ),
        )
