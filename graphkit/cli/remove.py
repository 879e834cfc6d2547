"""`graphkit remove`: sources go in, the dataset without them comes out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.build import progress_bar, tell_report
from graphkit.cli.options import DEFAULT_DATASET, DEFAULT_JUDGEMENTS, DatasetFolder, JudgementsFolder, settings_for


def remove(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="build 时给出的路径 / Paths once given to build.")
    ],
    *,
    judgements: JudgementsFolder = DEFAULT_JUDGEMENTS,
    dataset: DatasetFolder = DEFAULT_DATASET,
) -> None:
    """从数据集中移除来源。 / Drop sources from the dataset.

    移除的是 build 时给出的路径，文件本身不动。 / Drops paths that were given to build; the files stay.

    \b
    例 / Example:
      graphkit remove 简报/2021年第2期.txt
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.workflow import remove as remove_sources

    with progress_bar() as progress:
        report = remove_sources(paths, settings_for(dataset, judgements=judgements), progress=progress)
    tell_report(report)
