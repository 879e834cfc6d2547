"""`graphkit check`: a dataset goes in, a report of all that is wrong with it comes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.build import progress_bar
from graphkit.cli.exits import VIOLATIONS
from graphkit.cli.options import DEFAULT_DATASET, DatasetFolder
from graphkit.cli.printing import complain, deliver

if TYPE_CHECKING:
    from graphkit.rdf.shapes import Violation

KINDS = {
    "file": "文件损坏，graphkit build --repair 可重建 / damaged files; graphkit build --repair makes them again",
    "journal": "日志损坏，graphkit build --repair 会重读来源 / a damaged journal; graphkit build --repair reads again",
    "digest": "内容与清单不符 / content is not what the manifest says",
    "index": "搜索索引与清单不符 / the search index is not what the manifest says",
    "quote": "引文与原文不符 / quotes that are not the slice of their text",
    "citation": "没有出处的陈述 / facts without a reading",
    "term": "本体未定义的名称 / terms that the ontology does not define",
    "shape": "不合形状 / shapes violated",
}


def check(
    *,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="每类最多列几条 / Violations listed of each kind.")
    ] = 20,
    dataset: DatasetFolder = DEFAULT_DATASET,
) -> None:
    """检查数据集：清单、索引、形状、本体、每条引文与原文。 / Check manifest, index, shapes, terms and every citation.

    有问题时退出码为 3。 / Exit code 3 when something is wrong.

    \b
    例 / Examples:
      graphkit check
      graphkit check --dataset outputs --limit 5
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.dataset import open_dataset
    from graphkit.dataset.check import check_dataset
    from graphkit.errors import DatasetDamagedError

    try:
        opened = open_dataset(dataset)
    except DatasetDamagedError as error:
        complain(str(error))
        raise typer.Exit(VIOLATIONS) from error
    with progress_bar() as progress:
        violations = check_dataset(opened, progress)
    if not violations:
        deliver([f"没有问题 / nothing is wrong: {opened.manifest.quads} quads\n"], None)
        return
    deliver(_report(violations, limit), None)
    raise typer.Exit(VIOLATIONS)


def _report(violations: list[Violation], limit: int) -> Iterator[str]:
    for kind, title in KINDS.items():
        found = [one for one in violations if one.kind == kind]
        if not found:
            continue
        yield f"{title}: {len(found)}\n"
        for one in found[:limit]:
            yield from _violation_lines(one)
        if len(found) > limit:
            yield f"  … 另有 {len(found) - limit} 条 / {len(found) - limit} more (--limit)\n"
    yield f"共 {len(violations)} 处问题 / {len(violations)} problems\n"


def _violation_lines(violation: Violation) -> Iterator[str]:
    from graphkit.export.cells import compact_iri, visible

    path = f"  {compact_iri(violation.path)}" if violation.path else ""
    yield f"  {visible(compact_iri(violation.focus))}{visible(path)}\n"
    value = f"（{visible(violation.value)}）" if violation.value else ""
    yield f"    {visible(violation.message)}{value}\n"
