"""`graphkit query`: SPARQL goes in, a table, an answer or statements come out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.answers import BINARY, FormatOption, TableFormat, deliver_table, format_for
from graphkit.cli.options import DEFAULT_DATASET, AsOfDate, DatasetFolder, OutputFile, Timeout
from graphkit.cli.printing import deliver, remark

if TYPE_CHECKING:
    from graphkit.query.runner import Answer

MOST_ROWS = 1_000_000_000
"""No answer is longer."""


QueryText = Annotated[
    str | None, typer.Argument(metavar="SPARQL", help="查询，- 表示标准输入 / The query; - reads standard input.")
]
InputFile = Annotated[
    Path | None,
    typer.Option("--file", "-f", metavar="FILE.rq", help="从文件读查询 / Read the query from a file.", exists=True),
]
Rows = Annotated[
    int,
    typer.Option("--rows", metavar="N", min=1, max=MOST_ROWS, help="最多行数 / Rows before the answer is cut."),
]
Spreadsheet = Annotated[
    bool,
    typer.Option(
        "--spreadsheet", help="CSV 供电子表格用：带 BOM，公式不执行 / CSV for spreadsheets: BOM, no formula runs."
    ),
]


def query(
    text: QueryText = None,
    *,
    file: InputFile = None,
    dataset: DatasetFolder = DEFAULT_DATASET,
    as_of: AsOfDate = "",
    form: FormatOption = None,
    output: OutputFile = None,
    timeout: Timeout = 30.0,
    rows: Rows = 100_000,
    spreadsheet: Spreadsheet = False,
) -> None:
    """用 SPARQL 查询数据集。 / Put a SPARQL query to the dataset.

    本体的前缀（gk: gkr: org: skos: dcterms: 等）不必声明。只读：SERVICE、LOAD 和更新被拒绝。
    / The prefixes of the ontology need no declaration. Read only: SERVICE, LOAD and updates are refused.

    \b
    例 / Examples:
      graphkit query 'SELECT ?name { ?m a gk:Meeting ; skos:prefLabel ?name }'
      graphkit query 'SELECT ?name { ?p a gk:Policy ; skos:prefLabel ?name }' --as-of 2023-05-31
      graphkit query -f question.rq --format csv -o answer.csv
      echo 'ASK { ?a gk:respondedTo ?m }' | graphkit query -
      graphkit query 'SELECT DISTINCT ?office ?quote {
        ?office gk:respondedTo ?m .
        GRAPH ?reading { ?office gk:respondedTo ?m }
        ?reading gk:quote ?quote }'
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.cli.as_of import open_as_of
    from graphkit.query.limits import Limits
    from graphkit.query.runner import run_query

    wanted = format_for(form, output)
    if spreadsheet and wanted is not TableFormat.CSV:
        raise typer.BadParameter("需要 --format csv / needs --format csv", param_hint="--spreadsheet")
    sparql = _query_text(text, file)
    if as_of:
        open_as_of(dataset, as_of)
    _tell_unknown_terms(sparql)
    answer = run_query(dataset, sparql, limits=Limits(seconds=timeout, rows=rows), as_of=as_of)
    _deliver_answer(answer, wanted, output, spreadsheet=spreadsheet)
    if answer.truncated:
        remark(f"… 只显示前 {rows} 行（--rows） / cut after {rows} rows (--rows)")


def _tell_unknown_terms(sparql: str) -> None:
    """Say which gk: terms no dataset has: such a query is answered with nothing."""
    from graphkit.query.suggesting import unknown_terms

    for term, near in unknown_terms(sparql).items():
        zh, en = (f"，是否 gk:{near}", f", perhaps gk:{near}") if near else ("", "")
        remark(f"本体中没有 gk:{term}{zh} / the ontology has no gk:{term}{en}")


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


def _deliver_answer(answer: Answer, form: TableFormat, output: Path | None, *, spreadsheet: bool) -> None:
    from graphkit.export.tables import boolean_of, spreadsheet_csv_of, statements_of
    from graphkit.model.tables import Table

    content = answer.content
    if isinstance(content, Table):
        if spreadsheet:
            deliver(spreadsheet_csv_of(content), output)
        else:
            deliver_table(content, form, output)
        return
    if form in BINARY:
        raise typer.BadParameter(f"{form} 只能写表格 / {form} holds tables only", param_hint="--format")
    deliver([boolean_of(content, form)] if isinstance(content, bool) else statements_of(content), output)
