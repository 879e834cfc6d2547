"""`graphkit remove`: sources go in, the dataset without them comes out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.options import DEFAULT_DATASET, DatasetFolder
from graphkit.cli.printing import deliver


def remove(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="不再需要的来源 / Sources to drop.")],
    *,
    dataset: DatasetFolder = DEFAULT_DATASET,
) -> None:
    """从数据集中移除来源并重建。 / Drop sources from the dataset and build it again.

    \b
    例 / Example:
      graphkit remove 简报/2021年第2期.txt
    """  # noqa: D301 - \b keeps the lines of a paragraph
    raise NotImplementedError
