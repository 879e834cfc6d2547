"""`graphkit extract`: one file goes in, what was read in it comes out; no dataset is touched."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.options import LexiconFolder, OutputFile
from graphkit.cli.printing import deliver, terminal_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphkit.extract.scan import Refusal
    from graphkit.model.entities import Annotation


class AnnotationFormat(StrEnum):
    """Formats of an annotation."""

    GOLD = "gold"
    TABLE = "table"
    JSON = "json"


def extract(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="一个文件 / One document.", exists=True, dir_okay=False)],
    *,
    form: Annotated[
        AnnotationFormat,
        typer.Option(
            "--format", metavar="FORMAT", help="table 表格，gold 标注格式，json 全部 / A table, the gold form, all."
        ),
    ] = AnnotationFormat.TABLE,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="规则、线索词、未采用的候选 / Rules, cue words and what was refused."),
    ] = False,
    lexicon: LexiconFolder = None,
    output: OutputFile = None,
) -> None:
    """读一个文件，列出提及和事实。 / Read one document and list its mentions and facts.

    \b
    例 / Examples:
      graphkit extract 简报.txt
      graphkit extract 简报.txt --format gold -o 简报.gold.json
      graphkit extract 简报.txt --explain
      graphkit extract 简报.txt --lexicon 我的词表/
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.extract.lexicon import open_lexicon
    from graphkit.extract.scan import Scan
    from graphkit.read import read_path
    from graphkit.resolve.annotate import annotate_scan
    from graphkit.settings import Settings

    scan = Scan(read_path(file, Settings()), open_lexicon(lexicon))
    scan.refusals = [] if explain else None
    annotation = annotate_scan(scan)
    if explain:
        deliver(_reasons(annotation, scan.refusals or [], columns=None if output else terminal_columns()), output)
        return
    deliver(_pieces(annotation, form, columns=None if output else terminal_columns()), output)


def _reasons(annotation: Annotation, refusals: list[Refusal], *, columns: int | None) -> Iterator[str]:
    from graphkit.evaluate.explanation import fact_reasons, mention_reasons, refusal_reasons
    from graphkit.export.aligned import text_of

    tables = {
        "提及 / mentions": mention_reasons(annotation),
        "事实 / facts": fact_reasons(annotation),
        "没有采用 / refused": refusal_reasons(annotation, refusals),
    }
    for title, table in tables.items():
        yield f"{title}\n\n"
        yield from text_of(table, columns=columns)
        yield "\n"


def _pieces(annotation: Annotation, form: AnnotationFormat, *, columns: int | None) -> Iterable[str]:
    match form:
        case AnnotationFormat.GOLD:
            import json

            from graphkit.evaluate.form import gold_form

            return [json.dumps(gold_form(annotation), ensure_ascii=False, indent=1) + "\n"]
        case AnnotationFormat.JSON:
            left_out = {"document": {"offsets", "matched", "source"}}
            return [annotation.model_dump_json(exclude=left_out, indent=1) + "\n"]
        case AnnotationFormat.TABLE:
            from graphkit.evaluate.form import gold_of
            from graphkit.evaluate.listing import facts_table, mentions_table
            from graphkit.export.aligned import text_of

            gold = gold_of(annotation, with_implied=True)
            mentions = text_of(mentions_table(gold), columns=columns)
            return [*mentions, "\n", *text_of(facts_table(gold), columns=columns)]
