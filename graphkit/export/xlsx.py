"""An answer goes in, an Excel workbook comes out: texts as text, so that no cell ever runs as a formula."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from graphkit.errors import UnknownFormatError
from graphkit.export.cells import cell_text, width
from graphkit.model.tables import Table, Term
from graphkit.terms import xsd

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MAXIMUM_ROWS = 1_048_575
"""Rows of a worksheet below its heading (ECMA-376, Excel 2007)."""

LONGEST_CELL = 32_767
"""Characters (UTF-16 units) that a cell can hold."""

CUT = "…（截断 cut）"
NARROWEST, WIDEST = 8, 60
EXACT_DIGITS = 15
"""Digits that a spreadsheet keeps of a number; a longer one stays text."""

EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - the same in every file; a workbook knows no time zones
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def xlsx_of(table: Table, *, sheet: str = "graphkit") -> bytes:
    """Give a workbook of one sheet: heading frozen, filters on, columns as wide as their texts.

    Numbers are numbers, everything else is text; what a cell cannot hold is cut and says so. Same
    table, same bytes. Raises UnknownFormatError when there are more rows than a sheet holds.
    """
    import xlsxwriter

    rows = list(table)
    if len(rows) > MAXIMUM_ROWS:
        reason = f"超过 {MAXIMUM_ROWS} 行，请用 csv 或 parquet / more rows than a sheet holds; use csv or parquet"
        raise UnknownFormatError("xlsx", reason)
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as workbook:
        workbook.set_properties({"created": EPOCH})
        worksheet = workbook.add_worksheet(sheet)
        head = workbook.add_format({"bold": True, "bottom": 1, "valign": "top"})
        body = workbook.add_format({"text_wrap": True, "valign": "top"})
        for place, name in enumerate(table.variables):
            worksheet.write_string(0, place, name, head)
            worksheet.set_column(place, place, _column_width(name, [row[place] for row in rows]))
        for number, row in enumerate(rows, 1):
            for place, term in enumerate(row):
                _write_cell(worksheet, (number, place), term, body)
        worksheet.freeze_panes(1, 0)
        if rows and table.variables:
            worksheet.autofilter(0, 0, len(rows), len(table.variables) - 1)
    return stream.getvalue()


def _write_cell(worksheet: Worksheet, place: tuple[int, int], term: Term | None, form: Format) -> None:
    if term is None:
        return
    if _is_exact_number(term):
        worksheet.write_number(*place, float(term.value), form)
    else:
        worksheet.write_string(*place, _fitting(cell_text(term)), form)


def _is_exact_number(term: Term) -> bool:
    return (
        term.datatype in {xsd.integer, xsd.decimal}
        and _NUMBER.fullmatch(term.value) is not None
        and sum(character.isdigit() for character in term.value) <= EXACT_DIGITS
    )


def _fitting(text: str) -> str:
    """Give a text that a cell can hold; Excel counts UTF-16 units."""
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    if units <= LONGEST_CELL:
        return text
    room = (LONGEST_CELL - len(CUT)) * 2
    return text.encode("utf-16-le", "surrogatepass")[:room].decode("utf-16-le", "ignore") + CUT


def _column_width(name: str, cells: Sequence[Term | None]) -> int:
    longest = max((width(cell_text(cell)) for cell in cells), default=0)
    return min(WIDEST, max(NARROWEST, width(name) + 3, longest + 2))
