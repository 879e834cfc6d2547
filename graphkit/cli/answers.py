"""How answers leave the program: a table and a format go in, text on a stream or a file comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.printing import deliver, remark, terminal_columns

if TYPE_CHECKING:
    from graphkit.model.tables import Table


class TableFormat(StrEnum):
    """Formats of answers; a test compares them with those of `graphkit.export`."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    MARKDOWN = "md"
    XLSX = "xlsx"
    PARQUET = "parquet"


BINARY = frozenset({TableFormat.XLSX, TableFormat.PARQUET})

FormatOption = Annotated[
    TableFormat | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"{' '.join(TableFormat)}；不写则看文件扩展名 / else told by the ending of FILE.",
        case_sensitive=False,
        show_default=False,
    ),
]


_PLAIN = frozenset({"", "txt", "text"})
"""Endings of the table for people."""


def format_for(form: TableFormat | None, output: Path | None) -> TableFormat:
    """Give the format asked for, else the one that the file's ending tells, else the table for people."""
    if form is None and output is not None:
        ending = output.suffix.removeprefix(".").lower()
        form = next((one for one in TableFormat if one.value == ending), None)
        if form is None and ending not in _PLAIN:
            known = " ".join(one.value for one in TableFormat)
            message = f".{ending} 不是可写的格式，请用 / is no format; use {known}, txt, or name one with --format"
            raise typer.BadParameter(message, param_hint="--output")
    form = form or TableFormat.TABLE
    if form in BINARY and output is None:
        message = f"{form} 要写入文件，请用 -o / is no text; name a file with -o"
        raise typer.BadParameter(message, param_hint="--format")
    return form


def deliver_table(
    table: Table, form: TableFormat, output: Path | None, *, head: Sequence[str] = (), for_people: bool = False
) -> None:
    """Write a table in a format to a file, or to standard output; `head`: lines of text above it.

    A file of CSV `for_people` is marked as UTF-8, else Excel garbles its Chinese; programs get it from standard output.
    """
    from graphkit.export.aligned import text_of
    from graphkit.export.tables import FORMATS, spreadsheet_csv_of

    if output is not None and form in BINARY:
        from graphkit.export.writing import whole_file

        content = binary_writer(form)(table)
        with whole_file(output) as stream:
            stream.write(content)
        remark(f"已写出 wrote {output}")
        return
    above = [*(f"{line}\n" for line in head), "\n"] if head else []
    if form is TableFormat.TABLE:
        body = text_of(table, columns=None if output else terminal_columns())
    elif form is TableFormat.CSV and for_people and output is not None:
        body = spreadsheet_csv_of(table)
    else:
        body = FORMATS[form](table)
    deliver(chain(above, body), output)
    if output is not None:
        remark(f"已写出 wrote {output}")


def binary_writer(form: TableFormat) -> Callable[[Table], bytes]:
    """Give the writer of a format that is no text."""
    if form is TableFormat.XLSX:
        from graphkit.export.xlsx import xlsx_of

        return xlsx_of
    from graphkit.export.parquet import parquet_of

    return parquet_of
