"""Workbooks: read back with openpyxl, texts are texts."""

from __future__ import annotations

import time
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from graphkit.errors import UnknownFormatError
from graphkit.export import xlsx
from graphkit.export.xlsx import LONGEST_CELL, xlsx_of
from graphkit.model.tables import Table, Term
from graphkit.terms import xsd

FORMULAS = ("=1+1", "@x", "+cmd|' /C calc'!A0", "-2+3", "{=1+1}", "＝1+1", "\t=1", '=HYPERLINK("http://x","y")')


def text(value: str) -> Term:
    return Term("literal", value, None, "zh")


def sheet_of(table: Table) -> Worksheet:
    sheet = load_workbook(BytesIO(xlsx_of(table))).active
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.mark.parametrize("label", FORMULAS)
def test_a_label_that_looks_like_a_formula_stays_text(label: str) -> None:
    sheet = sheet_of(Table((label,), [(text(label),)]))
    for row in (1, 2):
        cell = sheet.cell(row, 1)
        assert (cell.value, cell.data_type) == (label, "s")


def test_addresses_are_no_links_and_digits_of_a_text_no_number() -> None:
    sheet = sheet_of(Table(("a", "b"), [(Term("iri", "https://example.org/x"), text("0012"))]))
    assert sheet.cell(2, 1).hyperlink is None
    assert sheet.cell(2, 1).value == "https://example.org/x"
    assert sheet.cell(2, 2).value == "0012"


def test_numbers_are_numbers_where_the_sheet_keeps_them_whole() -> None:
    values = [Term("literal", one, xsd.integer) for one in ("30", "-7", "12345678901234567")]
    sheet = sheet_of(Table(("n",), [(one,) for one in (*values, Term("literal", "0.5", xsd.decimal), None)]))
    assert [sheet.cell(row, 1).value for row in range(2, 7)] == [30, -7, "12345678901234567", 0.5, None]


def test_dates_stay_as_precise_as_the_text() -> None:
    day, month = Term("literal", "2021-03-22", xsd.date), Term("literal", "2021-03", xsd.gYearMonth)
    sheet = sheet_of(Table(("d",), [(day,), (month,)]))
    assert [sheet.cell(row, 1).value for row in (2, 3)] == ["2021-03-22", "2021-03"]


def test_the_heading_stays_in_sight() -> None:
    sheet = sheet_of(Table(("机构", "原文"), [(text("成都局"), text("一\n二"))]))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B2"
    assert sheet.cell(2, 2).value == "一\n二"


def test_a_text_that_no_cell_holds_is_cut_and_says_so() -> None:
    value = sheet_of(Table(("t",), [(text("𠮷" * LONGEST_CELL),)])).cell(2, 1).value
    assert isinstance(value, str)
    assert value.startswith("𠮷𠮷")
    assert value.endswith("…（截断 cut）")
    assert len(value.encode("utf-16-le")) // 2 <= LONGEST_CELL


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAXIMUM_ROWS", 2)
    with pytest.raises(UnknownFormatError, match="xlsx"):
        xlsx_of(Table(("a",), [(text("一"),)] * 3))


def test_the_same_table_gives_the_same_bytes() -> None:
    table = Table(("机构",), [(text("成都局"),), (None,)])
    first = xlsx_of(table)
    time.sleep(1.1)
    assert xlsx_of(table) == first


@pytest.mark.property
@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(alphabet="=+-@'\"<&甲𠮷_x0041 \n1e", min_size=1, max_size=8), min_size=1, max_size=5))
def test_any_text_is_read_back_as_it_was(texts: list[str]) -> None:
    sheet = sheet_of(Table(("t",), [(text(one),) for one in texts]))
    assert [sheet.cell(row, 1).value for row in range(2, 2 + len(texts))] == texts
