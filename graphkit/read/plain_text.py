"""Bytes of a text file in, decoded text out; what cannot be decoded whole is refused."""

from __future__ import annotations

import codecs
import re

from graphkit.errors import UnreadableDocumentError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_COMMON = re.compile("[的一是在和有大会工作人国为关于通知年月日机各]")
_HAN = re.compile("[㐀-鿿]")
_RARE_SHARE = 0.02


def decode_text(content: bytes, source: str) -> str:
    """Decode by BOM, else strict UTF-8, else strict GB18030 where the result is plausible Chinese.

    Raises UnreadableDocumentError for empty, binary and mixed content: no character is ever ignored.
    """
    if not content.strip():
        raise UnreadableDocumentError(source, "文件为空 / empty file")
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _checked(_strict(content, encoding, source), source)
    try:
        return _checked(content.decode("utf-8"), source)
    except UnicodeDecodeError as error:
        place = error.start
    text = _strict(content, "gb18030", source, place=place)
    if not _is_plausible(text):
        remedy = "请另存为 UTF-8 / save it as UTF-8"
        raise UnreadableDocumentError(source, f"编码不明，字节 {place} 处非 UTF-8 / unknown encoding", remedy=remedy)
    return _checked(text, source)


def _strict(content: bytes, encoding: str, source: str, *, place: int | None = None) -> str:
    """Decode or refuse, naming the byte at which it failed."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start if place is None else place
        reason = f"字节 {at} 处无法解码 / cannot be decoded at byte {at}"
        raise UnreadableDocumentError(source, reason, remedy="请另存为 UTF-8 / save it as UTF-8") from error


def _checked(text: str, source: str) -> str:
    """Refuse text with control characters: a binary file or damage."""
    control = _CONTROL.search(text)
    if control is not None:
        at = control.start()
        reason = f"第 {at} 个字符是控制字符，疑为二进制文件 / control character at char {at}, perhaps a binary file"
        raise UnreadableDocumentError(source, reason)
    return text


def _is_plausible(text: str) -> bool:
    """Tell GB18030 Chinese from other bytes read as such (Big5 gives hardly any common character)."""
    characters = len(_HAN.findall(text))
    return characters > 0 and len(_COMMON.findall(text)) / characters > _RARE_SHARE
