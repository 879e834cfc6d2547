"""Files written whole or not at all: a path goes in, a stream to fill comes out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graphkit.errors import GraphkitError, unwritable


class UnwritableFileError(GraphkitError):
    """Raised when a file cannot be made where it is wanted."""

    def __init__(self, path: Path, reason: str) -> None:
        """Keep the path and the reason."""
        super().__init__(unwritable(path, reason))
        self.path = path
        self.reason = reason


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a binary stream that becomes `path` when the block ends, and leaves no trace when it fails.

    Written beside the target, synced, then moved over it. What is no regular file (a pipe,
    /dev/stdout) is written straight.
    """
    try:
        if path.exists() and not path.is_file():
            # As it is named: what /dev/stdout leads to has no name where that is a pipe.
            with path.open("wb") as stream:
                yield stream
            return
        with _replacing(path.resolve()) as stream:
            yield stream
    except OSError as error:
        raise UnwritableFileError(path, error.strerror or str(error)) from error


def write_whole(path: Path, content: str) -> None:
    """Write `content` as UTF-8, whole or not at all."""
    with whole_file(path) as stream:
        stream.write(content.encode())


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut (POSIX; other systems refuse to open folders)."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
