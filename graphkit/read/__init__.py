"""Files in, documents out: one form of file, one reader, told by content and not by name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from graphkit.errors import UnreadableDocumentError
from graphkit.model.sources import Particulars, Provenance
from graphkit.model.text import Document
from graphkit.normalise.characters import Settling, matched_text
from graphkit.normalise.variants import variants
from graphkit.read.archive import check_archive, source_bytes
from graphkit.read.forms import Form, form_of, is_renamed
from graphkit.read.isolation import read_apart
from graphkit.read.layout import lay_out
from graphkit.read.plain_text import read_text
from graphkit.read.reading import Limits, Reading
from graphkit.read.rows import particulars_of
from graphkit.settings import Settings

_ARCHIVE = "压缩包里没有能读的文件 / an archive without documents"
_RENAMED_ARCHIVE = "是压缩包，后缀却不是 .zip / an archive that is not called .zip"


def read_path(path: Path, settings: Settings) -> Document:
    """Read a file, or a member of an archive, into a document.

    Raises UnreadableDocumentError for unknown forms, for files above `settings.max_file_bytes`,
    and for content that cannot be read whole and within the limits. Text is decoded here; all else is
    read in a process apart.
    """
    content = source_bytes(path, settings.max_file_bytes)
    source, suffix = str(path), path.suffix.lower()
    form = form_of(content, suffix, source)
    if form is Form.ZIP:
        check_archive(content, source)
        if suffix != ".zip":
            raise UnreadableDocumentError(source, _RENAMED_ARCHIVE, remedy="请改后缀为 .zip / rename it to .zip")
        raise UnreadableDocumentError(source, _ARCHIVE, remedy="请先解包 / unpack it first")
    limits = limits_of(settings)
    reading = read_text(content, source, limits) if form is Form.TEXT else read_apart(content, form, source, limits)
    if len(reading.text) > limits.max_characters:
        reason = f"文字超过 {limits.max_characters} 个字符 / more than {limits.max_characters} characters of text"
        raise UnreadableDocumentError(source, reason, remedy="请拆成几份 / split it")
    notes = (
        (f"内容是 {form}，后缀却是 {suffix} / content is not what the suffix says",) if is_renamed(form, suffix) else ()
    )
    return _document(
        reading.text,
        source=path.name,
        pages=reading.pages,
        provenance=Provenance(
            media_type=reading.media_type,
            sha256=hashlib.sha256(content).hexdigest(),
            encoding=reading.encoding,
            because=reading.because,
            notes=(*notes, *reading.notes),
        ),
        particulars=(*_of_page(reading), *particulars_of(path)),
    )


def document_of(text: str, *, source: str = "") -> Document:
    """Make the document of a decoded text."""
    return _document(text, source=source)


def limits_of(settings: Settings) -> Limits:
    """Give what reading one file may take."""
    return Limits(
        max_bytes=settings.max_file_bytes,
        max_characters=settings.max_characters,
        seconds=settings.read_seconds * (_OCR_PATIENCE if settings.ocr else 1),
        memory=settings.read_memory,
        ocr=settings.ocr,
    )


_OCR_PATIENCE = 20


def _of_page(reading: Reading) -> Iterable[Particulars]:
    """Give what a page states of itself outside its text."""
    if not (reading.title or reading.issued or reading.publisher or reading.url):
        return ()
    stated = Particulars(
        origin="page", title=reading.title, issued=reading.issued, publisher=reading.publisher, url=reading.url
    )
    return (stated,)


def _document(
    text: str,
    *,
    source: str,
    pages: tuple[int, ...] = (),
    provenance: Provenance | None = None,
    particulars: tuple[Particulars, ...] = (),
) -> Document:
    matched, offsets = matched_text(text, _settling())
    sections, articles = lay_out(matched)
    return Document(
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        matched=matched,
        offsets=offsets,
        sections=sections,
        articles=articles,
        source=source,
        pages=pages,
        provenance=provenance or Provenance(),
        particulars=particulars,
    )


@cache
def _settling() -> Settling:
    return Settling(variants())
