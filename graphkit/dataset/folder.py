"""A folder in, the places of a dataset in it out: what is ours, who may write, which generation is current."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import BinaryIO

from graphkit.errors import DatasetDamagedError, DatasetLockedError, DatasetMissingError, ForeignFolderError

_MARKER = "graphkit-dataset.json"
_MARK = '{"format": 1, "made_by": "graphkit"}\n'
_GENERATION = re.compile(r"gen-[0-9]+")
STORE = "store"
"""The folder of the engine in a generation."""
SNAPSHOT = "as-of-"
"""How the folders of snapshots begin; the rest is the day."""

_BESIDE = ".tmp"
_LOCK = "lock"
_HARMLESS = frozenset({"README.md", ".gitignore", ".gitkeep", _MARKER + _BESIDE, _LOCK})
"""What a folder may hold that becomes a dataset; the last two are left by a build that is killed as it marks it."""

_NAMELESS = "?"
_PATIENCE = 5.0
"""Seconds to wait for a lock whose holder is dead: a process that it was starting lets go when it begins its work.

As long for one whose holder has not yet written who it is.
"""


@dataclass(frozen=True, slots=True)
class Folder:
    """The places of one dataset."""

    path: Path

    @property
    def marker(self) -> Path:
        """The file that says the folder is ours."""
        return self.path / _MARKER

    @property
    def journal(self) -> Path:
        """The journal of documents."""
        return self.path / "journal.sqlite"

    @property
    def generations(self) -> Path:
        """The folder of finished generations."""
        return self.path / "generations"

    @property
    def pointer(self) -> Path:
        """The file that names the current generation."""
        return self.path / "CURRENT"

    @property
    def run_record(self) -> Path:
        """The record of the last run."""
        return self.path / "run.json"

    @property
    def description(self) -> Path:
        """The description of the current generation, with the times of its build."""
        return self.path / "description.ttl"

    @property
    def quarantine(self) -> Path:
        """The table of what was set aside."""
        return self.path / "quarantine.tsv"

    def generation(self, number: int) -> Path:
        """Give the folder of a finished generation."""
        return self.generations / f"gen-{number}"

    def snapshot(self, day: str) -> Path:
        """Give the folder of what was known on a day."""
        return self.generations / f"{SNAPSHOT}{day}"

    def current(self) -> Path:
        """Give the folder of the current generation.

        Raises DatasetMissingError when there is none, DatasetDamagedError when the pointer names none.
        """
        try:
            name = self.pointer.read_bytes().decode("utf-8", "replace").strip()
        except (FileNotFoundError, NotADirectoryError) as error:
            raise DatasetMissingError(str(self.path)) from error
        if not _GENERATION.fullmatch(name):
            raise DatasetDamagedError(str(self.pointer), repr(name))
        return self.generations / name


def is_dataset(path: Path) -> bool:
    """Tell whether a folder is marked as a dataset."""
    return (path / _MARKER).is_file()


def reclaim_folder(path: Path) -> Folder:
    """Take a folder for a dataset again that has lost its marker or its folder of generations.

    Raises DatasetMissingError when nothing in it is a dataset's.
    """
    folder = Folder(path)
    if not is_dataset(path):
        if not folder.generations.is_dir() or not (folder.journal.exists() or folder.pointer.exists()):
            raise DatasetMissingError(str(path))
        write_whole(folder.marker, _MARK.encode())
    folder.generations.mkdir(exist_ok=True)
    return folder


def claim_folder(path: Path) -> Folder:
    """Make or take a folder for a dataset; raises ForeignFolderError when other things are in it.

    Of two that take a new one at once, the second gets DatasetLockedError.
    """
    folder = Folder(path)
    if not folder.marker.is_file():
        if path.exists() and not path.is_dir():
            raise ForeignFolderError(str(path), path.name)
        found = sorted(one.name for one in path.iterdir() if one.name not in _HARMLESS) if path.is_dir() else []
        # Another build may have marked the folder and begun its work since.
        if found and not folder.marker.is_file():
            raise ForeignFolderError(str(path), found[0])
        path.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            if not folder.marker.is_file():
                write_whole(folder.marker, _MARK.encode())
    folder.generations.mkdir(exist_ok=True)
    return folder


@contextmanager
def locked(folder: Folder) -> Iterator[None]:
    """Keep other processes from writing the dataset; the system lets go when this one dies.

    Raises DatasetLockedError with the id of the process that holds it.
    """
    path = folder.path / _LOCK
    with path.open("a+b") as file:
        _lock(file, folder)
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()).encode())
        file.flush()
        try:
            yield
        finally:
            # Whoever comes between the next holder's lock and its id must not read this one.
            file.truncate(0)
            _unlock(file)


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file so that it is there whole or as it was before, even after a power cut."""
    beside = path.with_name(path.name + _BESIDE)
    with beside.open("wb") as file:
        file.writelines([content] if isinstance(content, bytes) else content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Write a folder's entries to disk, where the system has such a thing."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _lock(file: BinaryIO, folder: Folder) -> None:
    """Take the lock, at once or when the last that a dead holder left lets go."""
    until = monotonic() + _PATIENCE
    while not _try_lock(file):
        holder = _holder(Path(file.name))
        if monotonic() > until or not (holder == _NAMELESS or _is_dead(holder)):
            raise DatasetLockedError(str(folder.path), holder)
        sleep(0.05)


def _holder(path: Path) -> str:
    with suppress(OSError):
        return path.read_text("utf-8").strip() or _NAMELESS
    return _NAMELESS


if sys.platform == "win32":
    import msvcrt

    # A byte past the end: the id of the process stays readable.
    _LOCKED_BYTE = 1 << 30

    def _try_lock(file: BinaryIO) -> bool:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: BinaryIO) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

    def _is_dead(_holder: str) -> bool:
        # No process is given the locks of another here.
        return False
else:
    import fcntl

    def _try_lock(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)

    def _is_dead(holder: str) -> bool:
        try:
            os.kill(int(holder), 0)
        except ProcessLookupError:
            return True
        except (OSError, ValueError):
            return False
        return False
