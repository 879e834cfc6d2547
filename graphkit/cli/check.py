"""`graphkit check`: a dataset goes in, a report of all that is wrong with it comes out."""

from __future__ import annotations

import typer

from graphkit.cli.exits import VIOLATIONS
from graphkit.cli.options import DEFAULT_DATASET, DatasetFolder
from graphkit.cli.printing import deliver


def check(*, dataset: DatasetFolder = DEFAULT_DATASET) -> None:
    """检查数据集：形状、本体、每条引文与原文。 / Check shapes, ontology and every citation against its text.

    有问题时退出码为 3。 / Exit code 3 when something is wrong.

    \b
    例 / Example:
      graphkit check --dataset outputs
    """  # noqa: D301 - \b keeps the lines of a paragraph
    raise NotImplementedError
