"""`graphkit build`: files and folders go in, a dataset and a summary come out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
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


LISTED = 20
"""Places of damage told before the rest is only counted."""


Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="文件、文件夹、zip 或通配符，- 为标准输入；已有数据集时可不写 "
        "/ Files, folders, zips, globs; - is stdin; none brings a dataset up to date.",
        show_default=False,
    ),
]
Target = Annotated[
    Path,
    typer.Option("--dataset", "--output", "-d", "-o", metavar="DIR", help="数据集目录 / Folder of the dataset."),
]
BaseIri = Annotated[
    str | None,
    typer.Option("--base-iri", metavar="IRI", help="实体 IRI 的开头 / What IRIs begin with.", show_default=False),
]
Only = Annotated[bool, typer.Option("--only", help="只保留这些来源，其余移除 / These sources only; drop the others.")]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="遇到第一个读不了的文件就停（退出码 1） / Stop at the first bad document (exit 1)."),
]
Repair = Annotated[
    bool,
    typer.Option(
        "--repair", help="修复损坏的数据集：由日志重建，坏的重读 / Mend a damaged dataset from journal and sources."
    ),
]
Include = Annotated[
    list[str] | None,
    typer.Option("--include", metavar="GLOB", help="只读名称匹配的文件 / Only files that match.", show_default=False),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="GLOB", help="不读名称匹配的文件 / No files that match.", show_default=False),
]
Ocr = Annotated[bool, typer.Option("--ocr", help="用 tesseract 识别扫描页 / Read scanned pages through tesseract.")]


def build(
    paths: Paths = None,
    *,
    dataset: Target = DEFAULT_DATASET,
    jobs: Jobs = 0,
    base: BaseIri = None,
    lexicon: LexiconFolder = None,
    judgements: JudgementsFolder = DEFAULT_JUDGEMENTS,
    only: Only = False,
    strict: Strict = False,
    repair: Repair = False,
    include: Include = None,
    exclude: Exclude = None,
    ocr: Ocr = False,
) -> None:
    """把简报建成数据集。 / Build a dataset from bulletins.

    可读 .txt .md .pdf .docx .doc .wps .rtf .html .mhtml 和装着它们的 .zip。
    来源连同 --include、--exclude、--ocr 会被记住：再次 build 只读有变化的文件，消失的文件会移除。
    读不了的文件搁置，不影响其余文件，原因见 quarantine.tsv。
    文件旁的 sources.tsv 可给出 file、title、date、publisher、url。
    / Sources are remembered with their --include, --exclude and --ocr: the next build reads only what changed
    and drops what vanished. A file that cannot be read is set aside and stops no other; quarantine.tsv says why.
    A sources.tsv beside the files may give file, title, date, publisher and url.

    \b
    例 / Examples:
      graphkit build data/samples
      graphkit build 简报/ 通知.txt -o outputs --jobs 2
      graphkit build 简报/2021 --only
      graphkit build                        只更新 / bring it up to date
      graphkit build 简报/ --include '*.pdf' --exclude '*草稿*' --ocr
      graphkit build --repair               修复 / mend what graphkit check found
      cat 简报.txt | graphkit build -
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.dataset.sources import STDIN, Patterns
    from graphkit.workflow import build as build_dataset
    from graphkit.workflow import repair as repair_dataset

    named = paths or []
    _refuse(named, dataset, only=only, strict=strict, repair=repair)
    settings = settings_for(
        dataset, jobs=jobs, base=base, lexicon=lexicon, judgements=judgements, ocr=ocr, repair=repair
    )
    patterns = Patterns(tuple(include or ()), tuple(exclude or ()))
    received = sys.stdin.buffer.read(settings.max_file_bytes + 1) if STDIN in named else None
    with progress_bar() as progress, _keeping():
        if repair:
            report = repair_dataset(named, settings, patterns=patterns, progress=progress)
            _tell_repair(report)
        else:
            report = build_dataset(
                named, settings, only=only, strict=strict, patterns=patterns, received=received, progress=progress
            )
    tell_report(report)
    if not include:
        _tell_passed_over(named)
    if report.set_aside or report.lost:
        raise typer.Exit(ERROR if strict else SET_ASIDE)


@contextmanager
def _keeping() -> Iterator[None]:
    """Say of an interrupted build that what was read is kept: documents are journalled as they are read."""
    try:
        yield
    except KeyboardInterrupt:
        told = (
            "已中断，原来的数据集未变，读完的文件已记下，再次 build 会接着读 "
            "/ interrupted; the dataset is as it was, what was read is kept, build again to go on"
        )
        raise KeyboardInterrupt(told) from None


def _refuse(named: list[Path], dataset: Path, *, only: bool, strict: bool, repair: bool) -> None:
    """Refuse what does not go together, and a build of nothing."""
    from graphkit.dataset.folder import is_dataset
    from graphkit.dataset.sources import STDIN

    if repair and (only or strict or STDIN in named):
        raise typer.BadParameter(
            "不与 --only、--strict、- 同用 / not with --only, --strict or -", param_hint="--repair"
        )
    if not named and not repair and (only or not is_dataset(dataset)):
        complain("请给出文件或文件夹 / name files or folders: graphkit build PATH…")
        raise typer.Exit(USAGE)


def _tell_passed_over(paths: Sequence[Path]) -> None:
    """Say on stderr how many files of the folders are of a kind that is not read."""
    from graphkit.dataset.sources import passed_over
    from graphkit.read.forms import SUFFIXES

    counts = passed_over(paths, SUFFIXES)
    if counts:
        kinds = " · ".join(f"{suffix or '（无后缀 no suffix）'} {count}" for suffix, count in counts.items())
        remark(f"未读 not read, of other kinds: {sum(counts.values())}（{kinds}）")


def _tell_repair(report: BuildReport) -> None:
    """Say on stderr what was damaged, what was done about it, and what did not come back."""
    for one in report.damage[:LISTED]:
        remark(f"损坏 damaged: {one}")
    if len(report.damage) > LISTED:
        remark(f"… 另有 {len(report.damage) - LISTED} 处，见 / more, see run.json")
    if not report.damage:
        remark("没有发现损坏 / no damage was found")
    remark(f"已重建 made again: generations/gen-{report.generation}，重读文件 files read again {report.read}")
    for one in report.lost:
        remark(f"未能恢复 not recovered: {one} → 请给出这份文件再 build / build again with this file")


def tell_report(report: BuildReport) -> None:
    """Write the summary on stdout, and what was set aside, why, and the remedy on stderr."""
    from graphkit.dataset.mentioned import GONE
    from graphkit.read.forms import SUFFIXES

    deliver([_summary(report)], None)
    for source, note in report.notes:
        remark(f"留意 note: {source}: {note}")
    for document in report.set_aside:
        remedy = f" → {document.remedy}" if document.remedy else ""
        remark(f"搁置 set aside: {document.source}: {document.reason}{remedy}")
    for one in report.unused:
        if one.reason != GONE:
            remark(f"未采用的判断 judgement not followed: {one.place}: {one.reason}")
    if gone := [one.place for one in report.unused if one.reason == GONE]:
        told = "原文不在这个数据集里的判断 / judgements of texts that this dataset has not"
        remark(f"{told}: {len(gone)}（{gone[0]}{' …' if len(gone) > 1 else ''}）")
    if not report.documents and not report.set_aside:
        kinds = " ".join(sorted(SUFFIXES))
        remark(f"没有找到能读的文件（{kinds}） / no file was found that can be read")


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
