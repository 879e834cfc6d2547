"""`graphkit query`: SPARQL goes in, a table, an answer or statements come out."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.options import DEFAULT_DATASET, DatasetFolder, OutputFile
from graphkit.cli.printing import deliver, remark, terminal_columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphkit.query.runner import Answer


class TableFormat(StrEnum):
    """Formats of answers; a test compares them with `graphkit.export.tables.FORMATS`."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    MARKDOWN = "md"


def query(
    text: Annotated[
        str | None, typer.Argument(metavar="SPARQL", help="查询，- 表示标准输入 / The query; - reads standard input.")
    ] = None,
    *,
    file: Annotated[
        Path | None,
        typer.Option("--file", "-f", metavar="FILE.rq", help="从文件读查询 / Read the query from a file.", exists=True),
    ] = None,
    dataset: DatasetFolder = DEFAULT_DATASET,
    form: Annotated[
        TableFormat,
        typer.Option("--format", metavar="FORMAT", help="table csv tsv json xml md", case_sensitive=False),
    ] = TableFormat.TABLE,
    output: OutputFile = None,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help="最长秒数 / Seconds before it is stopped.")
    ] = 30.0,
    rows: Annotated[
        int, typer.Option("--rows", metavar="N", min=1, help="最多行数 / Rows before the answer is cut.")
    ] = 100_000,
    spreadsheet: Annotated[
        bool,
        typer.Option(
            "--spreadsheet", help="CSV 供电子表格用：带 BOM，公式不执行 / CSV for spreadsheets: BOM, no formula runs."
        ),
    ] = False,
) -> None:
    """用 SPARQL 查询数据集。 / Put a SPARQL query to the dataset.

    本体的前缀（gk: gkr: org: skos: dcterms: 等）不必声明。只读：SERVICE、LOAD 和更新被拒绝。
    / The prefixes of the ontology need no declaration. Read only: SERVICE, LOAD and updates are refused.

    \b
    例 / Examples:
      graphkit query 'SELECT ?name { ?m a gk:Meeting ; skos:prefLabel ?name }'
      graphkit query -f question.rq --format csv -o answer.csv
      echo 'ASK { ?a gk:respondedTo ?m }' | graphkit query -
      graphkit query 'SELECT DISTINCT ?office ?quote {
        ?office gk:respondedTo ?m .
        GRAPH ?reading { ?office gk:respondedTo ?m }
        ?reading gk:quote ?quote }'
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.query.limits import Limits
    from graphkit.query.runner import run_query

    if spreadsheet and form is not TableFormat.CSV:
        raise typer.BadParameter("需要 --format csv / needs --format csv", param_hint="--spreadsheet")
    answer = run_query(dataset, _query_text(text, file), limits=Limits(seconds=timeout, rows=rows))
    columns = None if output else terminal_columns()
    deliver(_pieces(answer, form, columns=columns, spreadsheet=spreadsheet), output)
    if answer.truncated:
        remark(f"… 只显示前 {rows} 行（--rows） / cut after {rows} rows (--rows)")


def _query_text(text: str | None, file: Path | None) -> str:
    """Give the query from the one place that was named."""
    if (text is None) == (file is None):
        raise typer.BadParameter("请给出查询，或 -f FILE / give a query or -f FILE, one of them", param_hint="SPARQL")
    if file is not None:
        return _decoded(file.read_bytes())
    return _decoded(sys.stdin.buffer.read()) if text == "-" else str(text)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise typer.BadParameter("查询不是 UTF-8 / the query is not UTF-8", param_hint="SPARQL") from error


def _pieces(answer: Answer, form: TableFormat, *, columns: int | None, spreadsheet: bool) -> Iterable[str]:
    from graphkit.export.tables import FORMATS, boolean_of, spreadsheet_csv_of, statements_of, text_of
    from graphkit.model.tables import Table

    content = answer.content
    if isinstance(content, bool):
        return [boolean_of(content, form)]
    if not isinstance(content, Table):
        return statements_of(content)
    if spreadsheet:
        return spreadsheet_csv_of(content)
    return text_of(content, columns=columns) if form is TableFormat.TABLE else FORMATS[form](content)
