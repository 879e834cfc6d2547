"""Files in, documents out: one format a file, one table of readers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from graphkit.errors import UnreadableDocumentError
from graphkit.model.text import Document
from graphkit.normalise.characters import matched_text
from graphkit.read.layout import lay_out
from graphkit.read.plain_text import decode_text
from graphkit.settings import Settings, resource

Reader = Callable[[bytes, str], str]

READERS: Mapping[str, Reader] = {
    ".txt": decode_text,
    ".md": decode_text,
}


def read_path(path: Path, settings: Settings) -> Document:
    """Read a file into a document.

    Raises UnreadableDocumentError for unknown formats, for files above `settings.max_file_bytes`
    and for content that cannot be decoded.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = " ".join(READERS)
        raise UnreadableDocumentError(str(path), "不支持的格式 / unknown format", remedy=f"可读 / readable: {known}")
    size = path.stat().st_size
    if size > settings.max_file_bytes:
        limit = settings.max_file_bytes >> 20
        raise UnreadableDocumentError(str(path), f"文件 {size >> 20} MiB 超过上限 {limit} MiB / above the size limit")
    return document_of(reader(path.read_bytes(), str(path)), source=path.name)


def document_of(text: str, *, source: str = "") -> Document:
    """Make the document of a decoded text."""
    matched, offsets = matched_text(text, _variants())
    sections, articles = lay_out(matched)
    return Document(
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        matched=matched,
        offsets=offsets,
        sections=sections,
        articles=articles,
        source=source,
    )


@cache
def _variants() -> dict[int, int]:
    """Load the one-to-one table of traditional characters (data/gazetteers/variants.tsv)."""
    lines = resource("gazetteers/variants.tsv").read_text("utf-8").splitlines()[1:]
    return {ord(traditional): ord(simplified) for traditional, simplified, *_ in (line.split("\t") for line in lines)}
