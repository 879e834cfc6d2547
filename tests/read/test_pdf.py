"""PDFs: paragraphs, columns and tables in the order of reading; scans, passwords and lost text are told."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from graphkit.errors import UnreadableDocumentError
from graphkit.read.pdf import read_pdf
from graphkit.read.reading import Limits, Reading
from tests.made_documents import Placed, pdf_of, pdf_of_objects, pdf_with, set_lines

PROSE = "各市（州）机关事务管理局要认真传达学习全省会议精神，结合实际研究贯彻措施，明确责任分工和完成时限。" * 3
LONG = "会议强调，要加快推进机关事务标准化信息化建设，切实提升服务保障水平，为推动高质量发展提供坚实保障。" * 2


def read(content: bytes) -> Reading:
    return read_pdf(content, "文.pdf", Limits())


def lines(content: bytes) -> list[str]:
    return read(content).text.splitlines()


@pytest.mark.parametrize("indent", [2.0, 0.0])
def test_paragraphs_are_joined_of_lines_and_headings_stay_apart(indent: float) -> None:
    parts = ["关于召开会议的通知", "一、提高认识", PROSE, "二、狠抓落实", PROSE, "（一）明确工作责任。" + PROSE]
    text = "\n".join(parts)
    assert lines(pdf_of(text, first_line=indent)) == text.split("\n")


def test_a_paragraph_goes_on_over_a_page_and_its_characters_know_their_page() -> None:
    text = PROSE * 8
    reading = read(pdf_of(text, head="示例简报"))
    assert reading.text == text + "\n"
    assert len(reading.pages) == 2
    assert reading.text[reading.pages[1] :].startswith(set_lines(text, 2.0)[22][1])


def test_a_number_that_is_no_page_number_is_kept() -> None:
    middle: list[Placed] = [(79, 500, 16, "完成投资"), (79, 400, 16, "380"), (79, 300, 16, "万元。")]
    assert "380" in lines(pdf_with([middle]))


def columns(*, by_rows: bool) -> bytes:
    """Two columns of 13 characters each, the left one and the right one, set one after the other or row by row."""
    left = [PROSE[at : at + 13] for at in range(0, 130, 13)]
    right = [LONG[at : at + 13] for at in range(0, 78, 13)] + ["会议要求认真抓好各项落实工"] * 4
    at = [(700 - 24 * number) for number in range(10)]
    first: list[Placed] = [(79, y, 16, line) for y, line in zip(at, left, strict=True)]
    second: list[Placed] = [(323, y, 16, line) for y, line in zip(at, right, strict=True)]
    rows = [one for pair in zip(first, second, strict=True) for one in pair]
    return pdf_with([[(200, 750, 20, "简报的标题在上"), *(rows if by_rows else [*first, *second])]])


@pytest.mark.parametrize("by_rows", [False, True])
def test_two_columns_of_prose_are_read_one_after_the_other(by_rows: bool) -> None:  # noqa: FBT001 - a parameter
    text = read(columns(by_rows=by_rows)).text
    assert text.startswith(f"简报的标题在上\n{PROSE[:130]}")
    assert text.index(PROSE[:130]) < text.index(LONG[:78])


def test_a_table_is_read_row_by_row() -> None:
    rows = [("单位", "任务", "时限"), ("成都局", "试点", "3月"), ("广元中心", "推广", "12月")]
    placed = [(79 + 150 * n, 700 - 24.0 * m, 16, cell) for m, row in enumerate(rows) for n, cell in enumerate(row)]
    assert lines(pdf_with([placed])) == ["　　".join(row) for row in rows]


@pytest.mark.parametrize("embedded", [True, False])
def test_characters_that_no_font_here_has_are_not_lost(embedded: bool) -> None:  # noqa: FBT001 - a parameter
    page: list[Placed] = [(79, 700, 16, "会议在昆明召"), (79, 670, 16, "开"), (95, 670, 16, "。")]
    assert "".join(lines(pdf_with([page], embedded=embedded))) == "会议在昆明召开。"


def picture_page(width: int = 1, height: int = 1, pixels: bytes = b"\x80") -> bytes:
    """Make a page that is one grey picture."""
    draw = b"q 595 0 0 842 0 0 cm /I Do Q"
    size = b"/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8" % (width, height)
    image = b"<</Type/XObject/Subtype/Image%s/Length %d>>stream\n" % (size, len(pixels)) + pixels + b"\nendstream"
    return pdf_of_objects(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>",
            b"<</Length %d>>stream\n" % len(draw) + draw + b"\nendstream",
            image,
        ]
    )


def test_a_scan_is_told_with_what_to_do() -> None:
    with pytest.raises(UnreadableDocumentError, match="没有文字") as caught:
        read(picture_page())
    assert "--ocr" in caught.value.remedy
    assert caught.value.is_passing


def test_text_whose_encoding_is_lost_is_told() -> None:
    with pytest.raises(UnreadableDocumentError, match="文字编码丢失"):
        read(pdf_with([[(79, 700, 16, "\ue001\ue002\ue003\ue004\ue005\ue006" * 4)]]))


needs_tools = pytest.mark.skipif(
    shutil.which("tesseract") is None or shutil.which("pdftoppm") is None, reason="needs tesseract and pdftoppm"
)


@needs_tools
@pytest.mark.slow
def test_a_scan_is_read_by_ocr_where_it_is_asked_for(tmp_path: Path) -> None:
    if (
        "chi_sim"
        not in subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True).stdout
    ):
        pytest.skip("needs tesseract's chi_sim")
    content = scan_of(PROSE, tmp_path)
    reading = read_pdf(content, "扫描.pdf", Limits(ocr=True))
    found = sum(character in reading.text for character in PROSE)
    assert found / len(PROSE) > 0.95
    assert "OCR" in reading.notes[0]


def scan_of(text: str, folder: Path) -> bytes:
    """Print a text as a picture and put it on a page; needs a Chinese font, else the test is skipped."""
    fonts = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True, check=False).stdout
    if not fonts.strip() or shutil.which("soffice") is None:
        pytest.skip("needs LibreOffice and a Chinese font")
    (folder / "a.txt").write_text(text, encoding="utf-8")
    convert = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'p').as_uri()}", "--convert-to", "pdf"]
    filters = "--infilter=Text (encoded):UTF8,LF,,zh-CN"
    subprocess.run([*convert, filters, "--outdir", str(folder), str(folder / "a.txt")], check=True, capture_output=True)
    subprocess.run(["pdftoppm", "-r", "200", "-gray", "-f", "1", "-l", "1", "a.pdf", "a"], cwd=folder, check=True)
    _, size, _, pixels = next(folder.glob("a-*.pgm")).read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    return picture_page(width, height, pixels)


def test_a_title_is_not_joined_where_lines_are_not_justified() -> None:
    set_so = [
        "某县召开年终总结会议",
        "12月25日，某县召开年度工作调度会议，通报全年各项工作进展和下一步安排部署。",
        "12月26日，某县召开年度工作总结会议，通报全年各项工作进展情况和下一步安排，",
        "并对做好岁末年初的各项工作提出要求。",
        "某县水利局办公室承办编印",
        "报送上级主管部门办公室室",
    ]
    page: list[Placed] = [(79, 700 - 20 * n, 12, line) for n, line in enumerate(set_so)]
    assert lines(pdf_with([page]))[:3] == [*set_so[:2], set_so[2] + set_so[3]]
