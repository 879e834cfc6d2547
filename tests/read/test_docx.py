"""Word documents: what is read, in which order, and what is left out."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from graphkit.errors import UnreadableDocumentError
from graphkit.read.docx import read_docx
from graphkit.read.reading import Limits
from tests.made_documents import W, docx_of, docx_with, paragraph

RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
IDS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def lines(body: str, parts: dict[str, str] | None = None) -> list[str]:
    return read_docx(docx_with(body, parts), "文.docx", Limits()).text.splitlines()


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def cell(*texts: str) -> str:
    return "<w:tc>" + "".join(map(paragraph, texts)) + "</w:tc>"


def test_paragraphs_tables_and_tables_in_tables_come_in_their_order() -> None:
    inner = f"<w:tbl><w:tr>{cell('里一')}{cell('里二')}</w:tr></w:tbl>"
    table = f"<w:tbl><w:tr>{cell('单位')}{cell('任务')}</w:tr><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    assert lines(paragraph("前") + table + paragraph("后")) == ["前", "单位　　任务", "里一　　里二", "后"]


def test_a_table_that_only_places_text_gives_its_paragraphs() -> None:
    table = f"<w:tbl><w:tr>{cell('第一段。', '第二段。')}</w:tr></w:tbl>"
    assert lines(table) == ["第一段。", "第二段。"]


def test_deleted_hidden_and_instruction_text_is_left_out_and_inserted_text_kept() -> None:
    body = (
        "<w:p>" + run("要") + f"<w:del>{run('认真').replace('w:t>', 'w:delText>')}</w:del><w:ins>{run('全面')}</w:ins>"
        f"<w:moveFrom>{run('旧处')}</w:moveFrom><w:moveTo>{run('新处')}</w:moveTo>"
        + run("密", "<w:vanish/>")
        + run("明", '<w:vanish w:val="0"/>')
        + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        + run("落实")
        + "</w:p>"
    )
    assert lines(body) == ["要全面新处明落实"]


def test_a_text_box_stands_after_its_paragraph_and_only_once() -> None:
    box = f"<w:txbxContent>{paragraph('框中')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    inner = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    choice = f"<mc:AlternateContent {mc}>{inner}</mc:AlternateContent>"
    assert lines(f"<w:p>{run('段')}<w:r>{choice}</w:r></w:p>" + paragraph("下")) == ["段", "框中", "下"]


def test_a_footnote_stands_after_the_paragraph_that_refers_to_it() -> None:
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="0" w:type="separator">{paragraph("线")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("注文")}</w:footnote></w:footnotes>'
    )
    body = f'<w:p>{run("正文")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + paragraph("下段")
    assert lines(body, {"word/footnotes.xml": notes}) == ["正文", "注文", "下段"]


def test_headers_come_first_and_footers_last_without_page_numbers_and_repetitions() -> None:
    relations = "".join(f'<Relationship Id="r{n}" Target="{name}.xml"/>' for n, name in enumerate(["h", "f"]))
    parts = {
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATED}">{relations}</Relationships>',
        "word/h.xml": f"<w:hdr {W}>{paragraph('某局文件')}{paragraph('正文')}</w:hdr>",
        "word/f.xml": f"<w:ftr {W}>{paragraph('某局办公室印')}{paragraph('— 1 —')}</w:ftr>",
    }
    section = f'<w:sectPr><w:headerReference {IDS} r:id="r0"/><w:footerReference {IDS} r:id="r1"/></w:sectPr>'
    assert lines(paragraph("正文") + section, parts) == ["某局文件", "正文", "某局办公室印"]


def test_numbers_that_word_counts_are_written_out() -> None:
    def level(depth: int, form: str, pattern: str) -> str:
        how = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/>'
        return f'<w:lvl w:ilvl="{depth}">{how}</w:lvl>'

    forms = (("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))
    levels = "".join(level(depth, *form) for depth, form in enumerate(forms))
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    style = '<w:style w:styleId="T"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    styles = f"<w:styles {W}>{style}</w:styles>"

    def item(text: str, depth: int | None) -> str:
        own = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="3"/></w:numPr>'
        own = own if depth is not None else '<w:pStyle w:val="T"/>'
        return f"<w:p><w:pPr>{own}</w:pPr>{run(text)}</w:p>"

    body = item("总则", 0) + item("甲", 1) + item("乙", 1) + item("细", 2) + item("分则", None) + item("丙", 1)
    parts = {"word/numbering.xml": numbering, "word/styles.xml": styles}
    assert lines(body, parts) == ["一、总则", "（一）甲", "（二）乙", "1.细", "二、分则", "（一）丙"]


def test_line_breaks_tabs_and_astral_characters_stay() -> None:
    body = f"<w:p>{run('甲')}<w:r><w:br/></w:r>{run('乙')}<w:r><w:tab/></w:r>{run('𠮷')}</w:p>"
    assert lines(body) == ["甲", "乙\t𠮷"]


def test_a_document_without_text_is_told() -> None:
    with pytest.raises(UnreadableDocumentError, match="没有文字"):
        read_docx(docx_with("<w:p/>"), "空.docx", Limits())


def test_a_part_that_is_damaged_inside_the_archive_is_told() -> None:
    content = bytearray(docx_of("各市（州）要认真落实。" * 200))
    with zipfile.ZipFile(BytesIO(bytes(content))) as archive:
        place = archive.getinfo("word/document.xml").header_offset + 60
    content[place : place + 40] = b"\xff" * 40
    with pytest.raises(UnreadableDocumentError, match="损坏"):
        read_docx(bytes(content), "坏.docx", Limits())
