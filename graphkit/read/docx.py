"""Bytes of a Word document in, its text out: body, tables in tables, text boxes, notes, headers and footers.

The parts are read with lxml, without DTDs, entities or network. What was deleted under tracked changes, hidden or only
an instruction of a field is left out. Cells of a row are kept apart by wide space.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from graphkit.errors import UnreadableDocumentError
from graphkit.read.archive import open_checked
from graphkit.read.forms import Form
from graphkit.read.numbering import Numbering, W
from graphkit.read.reading import CELL_GAP, Limits, Reading

PART_BYTES = 32 << 20
"""One part of a document at most; the text of a thousand pages is a fifth of it."""

_AGAIN = "请用 Word 或 WPS 另存一份 / save it anew with Word or WPS"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = re.compile(r"word/document\d*\.xml$")
_PAGE_NUMBER = re.compile(
    r"[\s\-—－–―·•]*(?:第?\s*\d{0,4}\s*页?)?[\s\-—－–―·•/]*(?:共?\s*\d{0,4}\s*页?)?[\s\-—－–―·•]*$"
)
_LEFT_OUT = frozenset(
    {W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rt", "tblPr", "tblGrid", "trPr", "tcPr")}
    | {_MC + "Fallback"}
)
_CHARACTERS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_LONG_CELL = 60
# What libxml2 says when it gets no memory.
_NO_MEMORY = frozenset({"unknown error", "Memory allocation failed", "out of memory"})


def read_docx(content: bytes, source: str, _limits: Limits) -> Reading:
    """Read a Word document; raises UnreadableDocumentError for damage, bombs and documents without text."""
    with open_checked(content, source) as archive:
        parts = _Parts(archive, source)
        main = next((name for name in archive.namelist() if _MAIN.match(name)), None)
        if main is None:
            raise UnreadableDocumentError(source, "没有正文 / no document in it", remedy=_AGAIN)
        walk = _Walk(parts, main)
        lines = list(walk.lines())
    text = "\n".join(lines)
    if not text.strip():
        raise UnreadableDocumentError(source, "文档里没有文字 / no text in it", remedy="可能是图片 / perhaps pictures")
    return Reading(text=text + "\n", media_type=Form.DOCX.value)


class _Parts:
    """Opens the parts of a document as trees."""

    def __init__(self, archive: zipfile.ZipFile, source: str) -> None:
        self._archive = archive
        self._source = source
        self._names = frozenset(archive.namelist())

    def tree(self, name: str) -> etree._Element | None:
        """Give a part's root, None where there is no such part."""
        if name not in self._names:
            return None
        try:
            with self._archive.open(name) as file:
                content = file.read(PART_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
            reason = f"文件损坏 / damaged: {name}: {error}"
            raise UnreadableDocumentError(self._source, reason, remedy=_AGAIN) from error
        if len(content) > PART_BYTES:
            reason = (
                f"展开后超过 {PART_BYTES >> 20} MiB，疑为炸弹 / unfolds to over {PART_BYTES >> 20} MiB, perhaps a bomb"
            )
            raise UnreadableDocumentError(self._source, f"{name}: {reason}", remedy=_AGAIN)
        return self._parsed(name, content)

    def _parsed(self, name: str, content: bytes) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            if error.msg in _NO_MEMORY:
                raise MemoryError from error
            reason = f"文件损坏 / damaged: {name}: {error.msg}"
            raise UnreadableDocumentError(self._source, reason, remedy=_AGAIN) from error
        if root.getroottree().docinfo.doctype:
            reason = f"{name} 里有 DOCTYPE，不予读取 / holds a DOCTYPE and is refused"
            raise UnreadableDocumentError(self._source, reason, remedy=_AGAIN)
        return root


class _Walk:
    """Walks a document in the order of reading."""

    def __init__(self, parts: _Parts, main: str) -> None:
        folder, name = posixpath.split(main)
        self._parts = parts
        self._body = parts.tree(main)
        self._related = dict(_related(parts.tree(f"{folder}/_rels/{name}.rels"), folder))
        self._numbering = Numbering(parts.tree(f"{folder}/numbering.xml"), parts.tree(f"{folder}/styles.xml"))
        self._notes = {
            W + f"{kind}Reference": dict(_notes(parts.tree(f"{folder}/{kind}s.xml"), kind))
            for kind in ("footnote", "endnote")
        }

    def lines(self) -> Iterator[str]:
        """Iterate over the lines: headers that the body does not repeat, the body, footers likewise."""
        if self._body is None:
            return
        body: list[str] = []
        for child in self._body.iterchildren(W + "body"):
            self._block(child, body)
        known = {line.strip() for line in body}
        yield from self._running("headerReference", known)
        yield from body
        yield from self._running("footerReference", known)

    def _running(self, kind: str, known: set[str]) -> Iterator[str]:
        """Iterate over the lines of headers or footers, each once, page numbers left out."""
        if self._body is None:
            return
        for reference in self._body.iter(W + kind):
            identifier = next((value for key, value in reference.items() if key.endswith("}id")), "")
            tree = self._parts.tree(self._related.get(identifier, ""))
            lines: list[str] = []
            if tree is not None:
                self._block(tree, lines)
            for line in lines:
                if line.strip() not in known and not _PAGE_NUMBER.match(line):
                    known.add(line.strip())
                    yield line

    def _block(self, parent: etree._Element, lines: list[str]) -> None:
        """Add the lines of the paragraphs and tables under `parent`."""
        for child in parent.iterchildren(tag=etree.Element):
            if child.tag == W + "p":
                self._paragraph(child, lines)
            elif child.tag == W + "tbl":
                self._table(child, lines)
            elif child.tag not in _LEFT_OUT:
                self._block(child, lines)

    def _paragraph(self, paragraph: etree._Element, lines: list[str]) -> None:
        """Add a paragraph, then its text boxes and the notes that it refers to."""
        pieces: list[str] = []
        after: list[str] = []
        self._inline(paragraph, pieces, after)
        text = "".join(pieces)
        number = self._numbering.number(paragraph.find(W + "pPr")) if text.strip() else ""
        lines.append(number + text)
        lines.extend(after)

    def _inline(self, parent: etree._Element, pieces: list[str], after: list[str]) -> None:
        """Gather the characters under `parent`, and in `after` what stands apart from the line."""
        for child in parent.iterchildren(tag=etree.Element):
            tag = child.tag
            if tag == W + "t" or tag == _MATH + "t":
                pieces.append(child.text or "")
            elif tag in _CHARACTERS:
                pieces.append(_CHARACTERS[tag])
            elif tag == W + "txbxContent":
                self._block(child, after)
            elif tag in self._notes:
                note = self._notes[tag].get(child.get(W + "id", ""))
                if note is not None:
                    self._block(note, after)
            elif tag not in _LEFT_OUT and not (tag == W + "r" and _is_hidden(child)):
                self._inline(child, pieces, after)

    def _table(self, table: etree._Element, lines: list[str]) -> None:
        """Add a table row by row; a row whose cells are prose gives a line to each of their paragraphs."""
        for row in _rows(table):
            cells: list[list[str]] = []
            for cell in _under(row, W + "tc"):
                inner: list[str] = []
                self._block(cell, inner)
                cells.append([line for line in inner if line.strip()])
            filled = [cell for cell in cells if cell]
            if len(filled) <= 1 or any(len(cell) > 1 and sum(map(len, cell)) > _LONG_CELL for cell in filled):
                lines.extend(line for cell in filled for line in cell)
            else:
                lines.append(CELL_GAP.join(" ".join(cell) for cell in filled))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    yield from _under(table, W + "tr")


def _under(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Iterate over the children of a tag, those in content controls and tracked insertions too."""
    for child in parent.iterchildren(tag=etree.Element):
        if child.tag == tag:
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag not in _LEFT_OUT:
            yield from _under(child, tag)


def _related(tree: etree._Element | None, folder: str) -> Iterator[tuple[str, str]]:
    """Iterate over the ids of related parts and their names."""
    for one in tree.iterfind(_RELATED) if tree is not None else ():
        target = one.get("Target", "")
        yield one.get("Id", ""), posixpath.normpath(target[1:] if target.startswith("/") else f"{folder}/{target}")


def _notes(tree: etree._Element | None, kind: str) -> Iterator[tuple[str, etree._Element]]:
    """Iterate over the notes by id, those that only draw separators left out."""
    for note in tree.iterfind(W + kind) if tree is not None else ():
        if note.get(W + "type", "normal") == "normal":
            yield note.get(W + "id", ""), note


def _is_hidden(run: etree._Element) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(W + "val", "1") not in {"0", "false"}
