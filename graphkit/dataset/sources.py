"""Remembered files and folders in, the files to read and the hashes of their bytes out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from graphkit.dataset.folder import is_dataset


def files_in(roots: Iterable[Path], suffixes: Collection[str]) -> list[Path]:
    """Give the files of all roots, each once, sorted.

    A root that is a file counts whatever its suffix; in folders only files that can be read do.
    Hidden entries, datasets and links to folders are passed over; a root that vanished gives
    nothing.
    """
    return sorted({path for root in roots for path in _files_of(root, suffixes)})


def _files_of(root: Path, suffixes: Collection[str]) -> Iterator[Path]:
    if not root.is_dir():
        if root.exists():
            yield root
        return
    for folder, names, files in os.walk(root):
        here = Path(folder)
        names[:] = [name for name in names if not name.startswith(".") and not is_dataset(here / name)]
        if here == root and is_dataset(here):
            names.clear()
            continue
        for name in files:
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes:
                yield here / name


def content_hash(path: Path, limit: int) -> str:
    """Hash a file's bytes and suffix; "" when it is no file, above `limit` bytes or cannot be read."""
    try:
        if not path.is_file() or path.stat().st_size > limit:
            return ""
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
    except OSError:
        return ""
    return digest.hexdigest() + path.suffix.lower()
