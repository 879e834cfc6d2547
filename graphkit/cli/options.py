"""Options that several commands share, with one wording each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graphkit.settings import Settings

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

AsOfDate = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="只据此日（月、年）及以前印发的文件 / Only documents issued until then: 2023-05-31, 2023-05, 2023.",
        show_default=False,
    ),
]

DAY = 86_400.0
"""Seconds; no query is given more."""

Timeout = Annotated[
    float,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=0.1,
        max=DAY,
        help="最长秒数 / Seconds before it is stopped.",
        show_default=True,
    ),
]

Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=0,
        help="读文件的进程数；缺省：不足 1 MiB 时 1 个，否则同处理器数，至多 4 个 "
        "/ Processes that read; by default one below 1 MiB of text, else as many as processors, 4 at most.",
        show_default=False,
    ),
]

LexiconFolder = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        metavar="DIR",
        help="自己的词表文件夹，如 functions.tsv cues.tsv patterns.tsv / Folder of your own tables.",
        show_default=False,
        file_okay=False,
    ),
]

JudgementsFolder = Annotated[
    Path,
    typer.Option(
        "--judgements",
        metavar="DIR",
        help="判断表文件夹 / Folder of your judgements (*.tsv).",
        file_okay=False,
    ),
]

DEFAULT_DATASET = Path("outputs")
DEFAULT_JUDGEMENTS = Path("judgements")


def settings_for(
    dataset: Path,
    *,
    jobs: int = 0,
    base: str | None = None,
    lexicon: Path | None = None,
    judgements: Path = DEFAULT_JUDGEMENTS,
    ocr: bool = False,
    repair: bool = False,
) -> Settings:
    """Give the settings of a run; a dataset that is there keeps its base IRI unless another is named."""
    from graphkit.dataset.folder import Folder
    from graphkit.dataset.generations import current_manifest
    from graphkit.dataset.repair import base_before
    from graphkit.settings import Settings

    known = current_manifest(Folder(dataset)) if base is None and not repair else None
    kept = base_before(Folder(dataset)) if repair else known and known.base
    base = base or kept or Settings().base
    return Settings(dataset=dataset, jobs=jobs, base=base, lexicon=lexicon, judgements=judgements, ocr=ocr)
