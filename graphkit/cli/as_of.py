"""A dataset and perhaps a day in, the dataset opened as of that day out, what is left out told on stderr."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.cli.printing import remark

if TYPE_CHECKING:
    from graphkit.dataset import Dataset

LEFT_OUT = {"later": "其后 later", "undated": "无日期 undated", "uncertain": "日期不够确切 uncertain"}


def open_as_of(dataset: Path, as_of: str) -> Dataset:
    """Open a dataset; of a day, say how many documents count and how many are left out, by reason."""
    from graphkit.dataset import open_dataset

    opened = open_dataset(dataset, as_of=as_of)
    known = opened.manifest.as_of
    if known is not None:
        counts = ((name, int(getattr(known, reason))) for reason, name in LEFT_OUT.items())
        told = " · ".join(f"{name} {count}" for name, count in counts if count)
        left_out = f"；未计入 left out: {told}" if told else ""
        remark(f"截至 as of {known.day}: 文件 documents {opened.manifest.documents}{left_out}")
    return opened
