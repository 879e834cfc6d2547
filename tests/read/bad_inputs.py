"""Files that readers must survive: what each case of the table is, made when the test runs."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from tests.made_documents import docx_of, docx_with, paragraph, pdf_of, pdf_of_objects

MIB = 1 << 20
CHINESE = "各市（州）机关事务管理局要认真传达学习全省会议精神，加快推进机关事务标准化工作。\n"
XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = "<!DOCTYPE x [" + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10)) + "]>"


def big_node() -> bytes:
    """A document with one text of 600 MB."""
    return docx_streamed(b"<w:p><w:r><w:t>", b"A" * MIB, 600, b"</w:t></w:r></w:p>")


def many_paragraphs() -> bytes:
    """A document of three million paragraphs."""
    one = b"<w:p><w:r><w:t>x</w:t></w:r></w:p>"
    return docx_streamed(b"", one * 10_000, 300, b"")


def docx_streamed(before: bytes, piece: bytes, times: int, after: bytes) -> bytes:
    """Write a document whose body is too large to hold."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>')
            part.write(before)
            for _ in range(times):
                part.write(piece)
            part.write(after + b"</w:body></w:document>")
    return out.getvalue()


def nested_tables(depth: int, inner: str) -> bytes:
    """A document with tables in tables."""
    return docx_with("<w:tbl><w:tr><w:tc>" * depth + paragraph(inner) + "</w:tc></w:tr></w:tbl>" * depth)


def flate_bomb() -> bytes:
    """A page whose content unfolds to 760 MB."""
    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(b"q Q " * (MIB // 4)) for _ in range(760)) + packer.flush()
    return one_page(b"<</Filter/FlateDecode/Length %d>>stream\n" % len(content) + content + b"\nendstream")


def one_page(content: bytes) -> bytes:
    """A PDF of one page with this content stream."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents 4 0 R>>"
    return pdf_of_objects([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content])


def cyclic_pages() -> bytes:
    """A page tree that contains itself."""
    return pdf_of_objects(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 2>>",
            b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 2>>",
        ]
    )


def deep_pages(depth: int = 20_000) -> bytes:
    """A page tree that is a long chain."""
    chain = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (number + 3) for number in range(depth)]
    return pdf_of_objects([b"<</Type/Catalog/Pages 2 0 R>>", *chain, b"<</Type/Page/MediaBox[0 0 595 842]>>"])


def many_pages(count: int = 300_000) -> bytes:
    """A page tree with one page, many times."""
    kids = b"3 0 R " * count
    tree = b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids)
    return pdf_of_objects(
        [b"<</Type/Catalog/Pages 2 0 R>>", tree, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"]
    )


def zip_of(members: Mapping[str, bytes]) -> bytes:
    """An archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def zip_bomb() -> bytes:
    """An archive of ten texts of 60 MB of one character."""
    return zip_of({f"{number}.txt": b"0" * (60 * MIB) for number in range(10)})


def one_gigabyte(path: Path) -> None:
    """A file of 1 GB on one line, without taking the disk."""
    with path.open("wb") as file:
        file.write("机关事务".encode())
        file.truncate(1024 * MIB)


REDOS = "".join(
    (
        "一" * 4000 + "，",
        "《" * 2000 + "关于",
        "1年" * 2000 + "1月" * 2000,
        "（" * 3000,
        "第" * 3000 + "条",
        "各市（州）、" * 2000,
    )
)

FILES: Mapping[str, Callable[[], bytes]] = {
    "27 docx node of 600 MB.docx": big_node,
    "28 docx of 3 M paragraphs.docx": many_paragraphs,
    "29 docx XXE.docx": lambda: docx_with(paragraph("&e;甲"), doctype=XXE).replace(b"&amp;e;", b"&e;"),
    "29 docx laughs.docx": lambda: docx_with("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", doctype=LAUGHS),
    "30 docx of 5000 nested tables.docx": lambda: nested_tables(5000, "深"),
    "31 doc renamed.docx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 4096,
    "31 empty.docx": lambda: b"",
    "31 cut.docx": lambda: docx_of(CHINESE * 400)[:-300],
    "31 empty.txt": lambda: b" \r\n",
    "32 PDF Flate bomb.pdf": flate_bomb,
    "33 PDF cyclic.pdf": cyclic_pages,
    "33 PDF deep.pdf": deep_pages,
    "33 PDF of 300000 pages.pdf": many_pages,
    "33 PDF cut.pdf": lambda: pdf_of(CHINESE * 60)[:3000],
    "34 mixture.txt": lambda: (CHINESE * 20).encode() + (CHINESE * 20).encode("gb18030"),
    "34 cut UTF-8.txt": lambda: (CHINESE * 20).encode()[:-2],
    "34 NULs.txt": lambda: CHINESE.encode() + b"\x00" * 50,
    "34 binary.txt": lambda: bytes(range(256)) * 40,
    "35 zip bomb.zip": zip_bomb,
    "35 cut.zip": lambda: zip_of({"a.txt": CHINESE.encode() * 50})[:-30],
    "35 picture.pdf": lambda: b"\x89PNG\r\n\x1a\n" + os.urandom(64),
}
"""Files that are set aside; the number is that of the case in the table of faults."""
