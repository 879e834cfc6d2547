"""Stores on disk, made of lines at once."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from graphkit.rdf.lines import split_line
from graphkit.rdf.store import Loading

TOGETHER = 1000
"""Lines that are given to the store at once."""


def build_store(folder: Path, lines: Sequence[bytes]) -> None:
    """Load canonical N-Quads lines, without line ends, into a new store."""
    with ThreadPoolExecutor(1) as thread:
        loading = Loading(folder, thread.submit)
        for start in range(0, len(lines), TOGETHER):
            part = lines[start : start + TOGETHER]
            stated = [line for line in part if not split_line(line)[1]]
            loading.add(stated, [line for line in part if split_line(line)[1]])
        loading.finish().result()
