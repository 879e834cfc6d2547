"""A text in, the same text as a Word document, a web page or a PDF out: written here byte by byte, without our readers.

The PDF is set as GB/T 9704-2012 has it: 22 lines of 28 characters of 16 points, paragraphs indented by two, a running
head and a page number on each page.
"""

from __future__ import annotations

import html
import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from tests.made_font import box_font

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WIDTH, HEIGHT, SIZE, LEADING = 595, 842, 16, 28.95
LEFT, TOP, COLUMNS, LINES = 79.4, 733.0, 28.0, 22
Placed = tuple[float, float, float, str]
"""x, y and size in points, and the characters that stand there."""

_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
    b"/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[32 126 500]%s"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -141 1000 859]/ItalicAngle 0"
    b"/Ascent 859/Descent -141/CapHeight 700/StemV 80%s>>>>]/ToUnicode 4 0 R>>"
)


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def docx_of(text: str) -> bytes:
    """Write a Word document, a paragraph for each line."""
    return docx_with("".join(paragraph(line) for line in text.splitlines()))


def paragraph(text: str) -> str:
    """Give the XML of a paragraph; a run for each ten characters, as editing leaves them."""
    pieces = [text[at : at + 10] for at in range(0, len(text), 10)]
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>' for piece in pieces)
    return f"<w:p>{runs}</w:p>"


def docx_with(body: str, parts: dict[str, str] | None = None, *, doctype: str = "") -> bytes:
    """Write a Word document with this body, and further parts."""
    document = f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<w:document {W}><w:body>{body}</w:body></w:document>'
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", document)
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def html_of(text: str, *, title: str = "") -> bytes:
    """Write a page as government sites have them: navigation and links around a box of paragraphs."""
    body = "".join(f"<p>{html.escape(line).replace('  ', '&nbsp;&nbsp;')}</p>\n" for line in text.splitlines())
    links = "".join(f'<li><a href="/{n}.html">栏目{n}：各地工作动态</a></li>' for n in range(12))
    page = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        "<script>var x = '不是正文。';</script></head><body>"
        f'<div class="header"><ul class="nav">{links}</ul></div>'
        '<div class="crumb">您现在的位置：<a href="/">首页</a> &gt; <a href="/d">动态</a></div>'
        f'<div class="main"><div id="zoom" class="TRS_Editor">{body}</div></div>'
        f'<div class="related"><ul>{links}</ul></div><div class="footer">版权所有：某省人民政府　ICP备00000000号</div>'
        "</body></html>"
    )
    return page.encode()


def pdf_of(text: str, *, head: str = "", first_line: float = 2.0, numbers: bool = True) -> bytes:
    """Set a text on pages; `head` is the running head, `first_line` the indent of paragraphs."""
    lines = [line for part in text.splitlines() if part.strip() for line in set_lines(part.strip(), first_line)]
    pages = [lines[at : at + LINES] for at in range(0, len(lines), LINES)]
    return pdf_with([_page(page, number, head, numbers=numbers) for number, page in enumerate(pages, 1)])


def set_lines(text: str, first_line: float) -> list[tuple[float, str]]:
    """Break a paragraph into lines of 28 characters; give each with its indent. No line begins with 。 or ，."""
    lines: list[tuple[float, str]] = []
    line, indent, used = "", first_line, first_line
    for character in text:
        size = width(character)
        if used + size > COLUMNS and character not in "，。；：、！？）》”":
            lines.append((indent, line))
            line, indent, used = "", 0.0, 0.0
        line += character
        used += size
    return [*lines, (indent, line)]


def width(text: str) -> float:
    """Give the width of characters in full-width ones."""
    return sum(0.5 if "\x20" <= character <= "\x7e" else 1.0 for character in text)


def pdf_with(pages: Sequence[Sequence[Placed]], *, embedded: bool = True) -> bytes:
    """Write a PDF with these characters on its pages, in this order; its font in the file or only named."""
    streams = ["\n".join(_shown(*one) for one in page).encode() for page in pages]
    kids = " ".join(f"{7 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(streams)}>>".encode(),
        _FONT % ((b"/CIDToGIDMap 6 0 R", b"/FontFile2 5 0 R") if embedded else (b"", b"")),
        _packed(_to_unicode({character for page in pages for *_, text in page for character in text})),
        _packed(box_font()),
        _packed(b"\x00\x01" * 65_536),
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {8 + 2 * number} 0 R>>".encode()
        )
        objects.append(_packed(stream))
    return pdf_of_objects(objects)


def pdf_of_objects(objects: Sequence[bytes]) -> bytes:
    """Write objects, numbered from 1, the first of which is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(out) + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def _page(lines: list[tuple[float, str]], number: int, head: str, *, numbers: bool) -> list[Placed]:
    placed = [(LEFT, 790.0, 10.5, head)] if head else []
    placed += [(LEFT + indent * SIZE, TOP - at * LEADING, SIZE, text) for at, (indent, text) in enumerate(lines)]
    return [*placed, (270.0, 60.0, 14.0, f"— {number} —")] if numbers else placed


def _shown(left: float, bottom: float, size: float, text: str) -> str:
    codes = "".join(f"{ord(character) & 0xFFFF:04X}" for character in text)
    return f"BT /F {size} Tf {left:.2f} {bottom:.2f} Td <{codes}> Tj ET"


def _packed(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream"


def _to_unicode(characters: set[str]) -> bytes:
    """Map each code that is used to its character, 100 at a time (ISO 32000-1, 9.10.3)."""
    codes = [f"<{ord(one):04X}> <{ord(one):04X}>" for one in sorted(characters) if ord(one) < 1 << 16]
    blocks = (codes[at : at + 100] for at in range(0, len(codes), 100))
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{body}\nendcmap end end"
    ).encode()
