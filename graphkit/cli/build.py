"""`graphkit build`: files and folders go in, a dataset and a summary come out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.exits import ERROR, SET_ASIDE, USAGE
from graphkit.cli.options import (
    DEFAULT_DATASET,
    DEFAULT_JUDGEMENTS,
    Jobs,
    JudgementsFolder,
    LexiconFolder,
    settings_for,
)
from graphkit.cli.printing import complain, deliver, remark

if TYPE_CHECKING:
    from graphkit.workflow import BuildReport, Progress


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="文件或文件夹；已有数据集时可不写 / Files and folders; none brings a dataset up to date.",
            show_default=False,
        ),
    ] = None,
    *,
    dataset: Annotated[
        Path,
        typer.Option("--dataset", "--output", "-d", "-o", metavar="DIR", help="数据集目录 / Folder of the dataset."),
    ] = DEFAULT_DATASET,
    jobs: Jobs = 1,
    base: Annotated[
        str | None,
        typer.Option("--base-iri", metavar="IRI", help="实体 IRI 的开头 / What IRIs begin with.", show_default=False),
    ] = None,
    lexicon: LexiconFolder = None,
    judgements: JudgementsFolder = DEFAULT_JUDGEMENTS,
    only: Annotated[
        bool, typer.Option("--only", help="只保留这些来源，其余移除 / These sources only; drop the others.")
    ] = False,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="有文件搁置即算失败（退出码 1） / A document set aside is an error (exit 1)."),
    ] = False,
) -> None:
    """把简报建成数据集。 / Build a dataset from bulletins.

    来源会被记住：再次 build 只读有变化的文件，消失的文件会移除。读不了的文件搁置并说明原因，不影响其余文件。
    / Sources are remembered: the next build reads only what changed and drops what vanished. A file that
    cannot be read is set aside with its reason and stops no other.

    \b
    例 / Examples:
      graphkit build data/samples
      graphkit build 简报/ 通知.txt -o outputs --jobs 2
      graphkit build 简报/2021 --only
      graphkit build                        只更新 / bring it up to date
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.dataset.folder import is_dataset
    from graphkit.workflow import build as build_dataset

    if not paths and (only or not is_dataset(dataset)):
        complain("请给出文件或文件夹 / name files or folders: graphkit build PATH…")
        raise typer.Exit(USAGE)
    settings = settings_for(dataset, jobs=jobs, base=base, lexicon=lexicon, judgements=judgements)
    with progress_bar() as progress:
        report = build_dataset(paths or [], settings, only=only, progress=progress)
    tell_report(report)
    if report.set_aside:
        raise typer.Exit(ERROR if strict else SET_ASIDE)


def tell_report(report: BuildReport) -> None:
    """Write the summary on stdout, and what was set aside, why, and the remedy on stderr."""
    deliver([_summary(report)], None)
    for document in report.set_aside:
        remedy = f" → {document.remedy}" if document.remedy else ""
        remark(f"搁置 set aside: {document.source}: {document.reason}{remedy}")
    for one in report.unused:
        remark(f"未采用的判断 judgement not followed: {one.place}: {one.reason}")


def _summary(report: BuildReport) -> str:
    counts = {
        "读入 read": report.read,
        "未变 unchanged": report.unchanged,
        "移除 dropped": report.dropped,
        "搁置 set aside": len(report.set_aside),
        "文件 documents": report.documents,
        "事实 facts": report.facts,
        "陈述 statements": report.statements,
    }
    if report.judged or report.unused:
        counts["采用判断 judgements followed"] = report.judged
        counts["未采用 not followed"] = len(report.unused)
    told = " · ".join(f"{name} {count}" for name, count in counts.items())
    return f"{told} · 用时 time {report.seconds:.1f} s\n"


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """Give a function that draws progress (done, total) on a terminal, None where there is none."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("build", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
