"""`graphkit build`: files and folders go in, a dataset and a summary come out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.exits import ERROR, SET_ASIDE
from graphkit.cli.options import DEFAULT_DATASET
from graphkit.cli.printing import deliver, remark
from graphkit.terms import BASE

if TYPE_CHECKING:
    from graphkit.workflow import BuildReport

Progress = Callable[[int, int], None]


def build(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="文件或文件夹 / Files and folders.", exists=True)],
    *,
    dataset: Annotated[
        Path,
        typer.Option("--dataset", "--output", "-d", "-o", metavar="DIR", help="数据集目录 / Folder of the dataset."),
    ] = DEFAULT_DATASET,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="并行进程数 / Processes at work.")] = 1,
    base: Annotated[
        str, typer.Option("--base-iri", metavar="IRI", help="实体 IRI 的开头 / What the IRIs of things begin with.")
    ] = BASE,
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
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.settings import Settings
    from graphkit.workflow import build as build_dataset

    settings = Settings(dataset=dataset, jobs=jobs, base=base)
    with _progress_bar() as progress:
        report = build_dataset(paths, settings, only=only, progress=progress)
    deliver(_summary(report), None)
    _tell_set_aside(report)
    if report.set_aside:
        raise typer.Exit(ERROR if strict else SET_ASIDE)


def _summary(report: BuildReport) -> Iterator[str]:
    yield (
        f"读入 read {report.read} · 未变 unchanged {report.unchanged} · 搁置 set aside {len(report.set_aside)}"
        f" · 事实 facts {report.facts} · 用时 time {report.seconds:.1f} s\n"
    )


def _tell_set_aside(report: BuildReport) -> None:
    from graphkit.export.cells import visible

    for document in report.set_aside:
        remedy = f" → {visible(document.remedy)}" if document.remedy else ""
        remark(f"搁置 set aside: {visible(document.source)}: {visible(document.reason)}{remedy}")


@contextmanager
def _progress_bar() -> Iterator[Progress | None]:
    """Give a function that draws progress (done, total) on a terminal, None where there is none."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("build", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
