"""Options that several commands share, with one wording each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DatasetFolder = Annotated[
    Path,
    typer.Option("--dataset", "-d", metavar="DIR", help="数据集目录 / Folder of the dataset.", show_default=True),
]

OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="写入文件：写完才出现，失败不留痕迹 / Write to a file, whole or not at all.",
        show_default=False,
    ),
]

DEFAULT_DATASET = Path("outputs")
