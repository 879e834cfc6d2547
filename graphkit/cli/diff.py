"""`graphkit diff`: two datasets, generations, exports or documents go in, the facts that differ come out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.exits import VIOLATIONS
from graphkit.cli.options import OutputFile
from graphkit.cli.pairs import in_both_languages
from graphkit.cli.printing import deliver

if TYPE_CHECKING:
    from graphkit.dataset.diff import Side
    from graphkit.query.changes import Change

EXPORTED = frozenset({".nq", ".nt"})
SIGNS = {"lost": "-", "gained": "+", "changed": "~"}


class DiffFormat(StrEnum):
    """How differences are written."""

    TEXT = "text"
    TSV = "tsv"
    CSV = "csv"
    JSON = "json"


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="旧的一方 / The old side.", exists=True)],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="新的一方 / The new side.", exists=True)],
    *,
    form: Annotated[
        DiffFormat, typer.Option("--format", metavar="FORMAT", help="text tsv csv json", case_sensitive=False)
    ] = DiffFormat.TEXT,
    output: OutputFile = None,
) -> None:
    """比较两方的事实：少了什么、多了什么、改了什么。 / Tell the facts lost, gained and changed between two sides.

    一方可以是数据集、它的某一代（outputs/generations/gen-1）、导出的 nq 或 nt 文件，或未建库的文件和文件夹。
    / A side is a dataset, one of its generations, an exported nq or nt file, or documents not yet built.

    字句一样、只换了标识（IRI）的不逐条列出，只计数；表格格式全列。
    / Facts that only have another IRI, in the same words, are counted and not listed; tables list them.

    有差异时退出码为 3。 / Exit code 3 when they differ.

    \b
    例 / Examples:
      graphkit diff outputs/generations/gen-1 outputs
      graphkit diff last-month.nq outputs --format tsv -o changes.tsv
      graphkit diff 简报-初稿.txt 简报-定稿.txt
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.export.tables import FORMATS
    from graphkit.query.changes import changes_between, table_of

    with ExitStack() as stack:
        changes = list(changes_between(_side(old, stack), _side(new, stack)))
    if form is DiffFormat.TEXT:
        deliver(_text_lines(changes), output)
    else:
        deliver(FORMATS[form.value](table_of(iter(changes))), output)
    if changes:
        raise typer.Exit(VIOLATIONS)


def _side(path: Path, stack: ExitStack) -> Side:
    """Open one side; documents that are in no dataset are built into one for the time of the command."""
    from graphkit.dataset.diff import side_of
    from graphkit.dataset.folder import is_dataset
    from graphkit.dataset.manifest import NAME
    from graphkit.settings import Settings
    from graphkit.workflow import build

    is_exported = path.is_file() and path.suffix.lower() in EXPORTED
    if is_exported or is_dataset(path) or (path / NAME).is_file():
        return side_of(path)
    folder = Path(stack.enter_context(TemporaryDirectory(prefix="graphkit-"))) / "outputs"
    build([path], Settings(dataset=folder))
    return side_of(folder)


def _text_lines(changes: list[Change]) -> Iterator[str]:
    from graphkit.export.cells import visible
    from graphkit.query.changes import without_renamed

    told, renamed = without_renamed(one for one in changes if not _is_repetition(one))
    for _, group in groupby(told, key=lambda one: one.subject_iri):
        of_one = list(group)
        yield f"{visible(of_one[-1].subject)}\n"
        for one in of_one:
            old, new = in_both_languages(one.old), in_both_languages(one.new)
            value = f"{old} → {new}" if one.turn == "changed" else old or new
            yield f"  {SIGNS[one.turn]} {in_both_languages(one.predicate)}  {visible(value)}\n"
            if one.quote and one.quote != value:
                yield f"      “{visible(one.quote)}”\n"
    counts = {turn: sum(one.turn == turn for one in told) for turn in SIGNS}
    also = f" · 只换了标识 another IRI only {renamed}" if renamed else ""
    yield f"少了 lost {counts['lost']} · 多了 gained {counts['gained']} · 改了 changed {counts['changed']}{also}\n"


def _is_repetition(change: Change) -> bool:
    """Tell whether a fact says again what another of the same thing says: its label, its upper classes."""
    from graphkit.terms import GK, rdf, rdfs

    value = change.old or change.new
    return change.predicate == rdfs.label or (change.predicate == rdf.type and not value.startswith(GK))
