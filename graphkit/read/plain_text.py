"""Bytes of a text file in, its decoded text out."""

from __future__ import annotations

from graphkit.read.decoding import decode
from graphkit.read.reading import Limits, Reading


def read_text(content: bytes, source: str, _limits: Limits) -> Reading:
    """Decode a text file; raises UnreadableDocumentError for empty, binary and mixed content."""
    decoded = decode(content, source)
    lost = decoded.text.count("\ufffd")
    notes = (f"{lost} 处字符此前已丢失 / characters lost before ({lost}×U+FFFD)",) if lost else ()
    return Reading(
        text=decoded.text, media_type="text/plain", encoding=decoded.encoding, because=decoded.because, notes=notes
    )
