"""The first bytes of a file and its suffix in, what kind of file it is out: content rules, the suffix only helps."""

from __future__ import annotations

import re
from enum import StrEnum

from graphkit.errors import UnreadableDocumentError


class Form(StrEnum):
    """What a file is, by its content; the values are media types."""

    TEXT = "text/plain"
    HTML = "text/html"
    MHTML = "multipart/related"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    DOC = "application/msword"
    RTF = "application/rtf"
    ZIP = "application/zip"


SUFFIXES: dict[str, frozenset[Form]] = {
    ".txt": frozenset({Form.TEXT}),
    ".md": frozenset({Form.TEXT}),
    ".pdf": frozenset({Form.PDF}),
    ".docx": frozenset({Form.DOCX}),
    ".docm": frozenset({Form.DOCX}),
    ".doc": frozenset({Form.DOC}),
    ".wps": frozenset({Form.DOC}),
    ".rtf": frozenset({Form.RTF}),
    ".html": frozenset({Form.HTML}),
    ".htm": frozenset({Form.HTML}),
    ".shtml": frozenset({Form.HTML}),
    ".xhtml": frozenset({Form.HTML}),
    ".mhtml": frozenset({Form.MHTML}),
    ".mht": frozenset({Form.MHTML}),
    ".zip": frozenset({Form.ZIP}),
}
"""What is looked for in folders, and what each suffix promises."""

_HEAD = 4_096
_SPACE = b"\xef\xbb\xbf \t\r\n\x0c"
_HTML = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_WORD_XML = re.compile(rb"<\?xml.{0,400}(?:progid=\"Word\.Document\"|<w:wordDocument)", re.DOTALL)
_MHTML = re.compile(rb"(?:^|\n)content-type:\s*multipart/related", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_DOCUMENT = "请另存为 .docx、.pdf 或 .txt / save it as .docx, .pdf or .txt"
_UNPACK = "请先解包 / unpack it first"
_PICTURE = "请转成 PDF 再用 --ocr / make it a PDF and build with --ocr"
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "是图片 / a picture", _PICTURE),
    (b"\xff\xd8\xff", "是图片 / a picture", _PICTURE),
    (b"GIF8", "是图片 / a picture", _PICTURE),
    (b"II*\x00", "是图片 / a picture", _PICTURE),
    (b"MM\x00*", "是图片 / a picture", _PICTURE),
    (b"7z\xbc\xaf\x27\x1c", "是 7z 压缩包 / a 7z archive", _UNPACK),
    (b"Rar!", "是 RAR 压缩包 / a RAR archive", _UNPACK),
    (b"\x1f\x8b", "是 gzip 压缩包 / a gzip archive", _UNPACK),
    (b"SQLite format 3", "是数据库 / a database", _AS_DOCUMENT),
    (b"\x7fELF", "是程序 / a program", _AS_DOCUMENT),
    (b"MZ\x90", "是程序 / a program", _AS_DOCUMENT),
)


def form_of(content: bytes, suffix: str, source: str) -> Form:
    """Tell what a file is; raises UnreadableDocumentError for what is known to be no document."""
    for mark, reason, remedy in _REFUSED:
        if content.startswith(mark):
            raise UnreadableDocumentError(source, reason, remedy=remedy)
    if b"%PDF-" in content[:1024]:
        return Form.PDF
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_form(content, suffix, source)
    if content.startswith(_OLE):
        return _ole_form(content, source)
    return _text_form(content, suffix)


def is_renamed(form: Form, suffix: str) -> bool:
    """Tell whether a suffix promises something else than the content is."""
    return suffix in SUFFIXES and form not in SUFFIXES[suffix]


def _zip_form(content: bytes, suffix: str, source: str) -> Form:
    """Tell a Word document, another office document and an archive apart by the names of the members."""
    if b"word/document" in content:
        return Form.DOCX
    for mark, name in ((b"xl/workbook", "表格 / a spreadsheet"), (b"ppt/presentation", "演示文稿 / slides")):
        if mark in content:
            raise UnreadableDocumentError(source, f"是{name}", remedy=_AS_DOCUMENT)
    if b"mimetypeapplication/vnd.oasis" in content[:200]:
        raise UnreadableDocumentError(source, "是 OpenDocument / an OpenDocument file", remedy=_AS_DOCUMENT)
    return Form.DOCX if suffix in {".docx", ".docm"} else Form.ZIP


def _ole_form(content: bytes, source: str) -> Form:
    """Tell what an OLE file holds by the names in its directory (MS-CFB 2.6)."""
    for name, reason, remedy in (
        ("EncryptedPackage", "文档有密码 / the document has a password", "请去掉密码 / remove the password"),
        ("Workbook", "是表格 / a spreadsheet", _AS_DOCUMENT),
        ("PowerPoint Document", "是演示文稿 / slides", _AS_DOCUMENT),
    ):
        if name.encode("utf-16-le") in content:
            raise UnreadableDocumentError(source, reason, remedy=remedy)
    return Form.DOC


def _text_form(content: bytes, suffix: str) -> Form:
    """Tell the kinds of files that are text; where the content leaves it open, the suffix says."""
    head = content[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\x00", b"")[2:]
    head = head.lstrip(_SPACE)
    if head.startswith(b"{\\rtf"):
        return Form.RTF
    if _MHTML.search(head) and (suffix in {".mht", ".mhtml"} or b"MIME-Version:" in head):
        return Form.MHTML
    if _HTML.match(head):
        return Form.HTML
    if _WORD_XML.match(head):
        return Form.DOC
    return Form.HTML if Form.HTML in SUFFIXES.get(suffix, ()) and b"<" in head else Form.TEXT
