"""Bytes of a PDF in, its text and pages out: structure checked with pypdf, text read with pdfium.

pdfium follows any structure until memory or time runs out; pypdf counts and refuses. A page without characters under a
picture is a scan: it is told, and read through tesseract where that is asked for and installed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pypdfium2 as pdfium
from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from graphkit.errors import UnreadableDocumentError
from graphkit.read.forms import Form
from graphkit.read.ocr import recognised
from graphkit.read.pdf_fonts import lacks_fonts, lines_by_pypdf
from graphkit.read.pdf_layout import paragraphs_of
from graphkit.read.pdf_lines import Page, read_page
from graphkit.read.reading import Limits, Reading

MOST_PAGES = 20_000
_LOST = 0.2
_SPLIT = "请拆成几份 / split it"
_AGAIN = "请重新取得或另存一份 / get it again or save it anew"
_OCR = "是扫描件：用 --ocr，或取得文字版 / a scan: build with --ocr, or get a version with text"


def read_pdf(content: bytes, source: str, limits: Limits) -> Reading:
    """Read a PDF; raises UnreadableDocumentError for damage, bombs, passwords, scans and lost text."""
    unset = _check_structure(content, source)
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise _refusal(error, source) from error
    pages: list[Page] = []
    read_by_ocr: list[int] = []
    try:
        for number in range(len(document)):
            page = document[number]
            read = read_page(page)
            if number in unset:
                read = replace(read, lines=lines_by_pypdf(unset[number]), is_picture=False)
            if limits.ocr and (read.is_picture or read.lost > _LOST):
                read = recognised(page, read, source)
                read_by_ocr.append(number + 1)
            pages.append(read)
            page.close()
    except pdfium.PdfiumError as error:
        raise _refusal(error, source) from error
    finally:
        document.close()
    _check_text(pages, source)
    text, starts = paragraphs_of(pages)
    notes = tuple(_notes(pages, read_by_ocr))
    return Reading(text=text, media_type=Form.PDF.value, pages=starts, notes=notes)


def _check_structure(content: bytes, source: str) -> dict[int, PageObject]:
    """Let pypdf walk the page tree and unfold each page's content within its limits.

    Give the pages, counted from 0, that use fonts which are not in the file.
    """
    known: dict[int, bool] = {}
    unset: dict[int, PageObject] = {}
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted:
            return {}
        if len(reader.pages) > MOST_PAGES:
            raise UnreadableDocumentError(source, f"超过 {MOST_PAGES} 页 / more than {MOST_PAGES} pages", remedy=_SPLIT)
        for number, page in enumerate(reader.pages):
            page.get_contents()
            if lacks_fonts(page, known):
                unset[number] = page
    except DependencyError:
        return {}
    except LimitReachedError as error:
        raise UnreadableDocumentError(
            source, f"展开过大，疑为炸弹 / unfolds without end: {error}", remedy=_AGAIN
        ) from error
    except (PyPdfError, RecursionError, ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        reason = f"PDF 结构损坏 / damaged structure: {type(error).__name__}: {error}"
        raise UnreadableDocumentError(source, reason[:240], remedy=_AGAIN) from error
    return unset


def _check_text(pages: list[Page], source: str) -> None:
    """Refuse a document in which hardly a page has text that can be understood."""
    if not pages or not any(page.lines for page in pages):
        remedy = _OCR if any(page.is_picture for page in pages) else _AGAIN
        raise UnreadableDocumentError(source, "没有文字 / no text in it", remedy=remedy, is_passing=True)
    lost = [page.lost for page in pages if page.lines]
    if sum(lost) / len(lost) > _LOST:
        reason = "文字编码丢失，只能显示不能读 / its text cannot be understood, only shown"
        raise UnreadableDocumentError(source, reason, remedy=_OCR, is_passing=True)


def _notes(pages: list[Page], read_by_ocr: list[int]) -> Iterator[str]:
    """Iterate over what people should know: scanned pages, pages read by OCR."""
    scans = [str(number) for number, page in enumerate(pages, 1) if page.is_picture]
    if scans:
        yield f"扫描页未读 / scanned pages not read: {','.join(scans)}"
    if read_by_ocr:
        yield f"由 OCR 读出的页，可能有错 / pages read by OCR, with errors: {','.join(map(str, read_by_ocr))}"


def _refusal(error: Exception, source: str) -> UnreadableDocumentError:
    if "assword" in str(error):
        return UnreadableDocumentError(source, "有密码 / has a password", remedy="请去掉密码 / remove the password")
    return UnreadableDocumentError(source, f"PDF 损坏 / damaged PDF: {error}", remedy=_AGAIN)
