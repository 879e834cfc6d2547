"""A damaged dataset in, a journal of sound documents out, and what was wrong; a build then does the rest.

What cannot be trusted is kept beside, never written over: `journal.sqlite.damaged-1`, `-2`, …
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from graphkit.dataset.folder import STORE, Folder
from graphkit.dataset.generations import current_manifest
from graphkit.dataset.journal import Journal, open_journal
from graphkit.dataset.journal_faults import Fault
from graphkit.dataset.manifest import NAME, file_sizes, read_manifest
from graphkit.dataset.records import read_record, roots_in, texts_in
from graphkit.dataset.sources import Root
from graphkit.dataset.sums import damaged_files
from graphkit.errors import DatasetDamagedError, DatasetUnwritableError, GraphkitError

_REFUSED = frozenset(
    {
        *(
            sqlite3.SQLITE_PERM,
            sqlite3.SQLITE_BUSY,
            sqlite3.SQLITE_LOCKED,
            sqlite3.SQLITE_NOMEM,
            sqlite3.SQLITE_READONLY,
        ),
        *(sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN),
    }
)
"""What the system refuses; every other failure to read a journal is damage."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was wrong, a line each; the roots to read, and the texts that must come back, each with its files."""

    found: tuple[str, ...] = ()
    roots: tuple[Root, ...] = ()
    sought: dict[str, list[str]] = field(default_factory=dict)


def mend_journal(folder: Folder) -> Mended:
    """Drop from the journal what is damaged, or begin another when it cannot be read; keep the old one beside."""
    record = read_record(folder)
    found = [f"{place}: {reason}" for place, reason in generation_faults(folder)]
    faults, journal_found = _journal_faults(folder.journal), []
    if faults is None or any(one.is_whole for one in faults):
        journal_found = _set_aside_whole(folder.journal, faults)
    elif faults:
        kept = _beside(folder.journal)
        shutil.copyfile(folder.journal, kept)
        with open_journal(folder.journal) as journal:
            journal.drop(faults)
        journal_found = [f"{folder.journal.name}: {one} → {_kept(kept)}" for one in faults]
    with open_journal(folder.journal) as journal:
        roots, is_new = journal.roots(), journal.is_new
        texts = set(journal.text_hashes())
    if is_new or any(one.is_roots for one in faults or ()):
        roots = roots_in(record)
    # A journal that was emptied is a sound one: what the last run read says what is missing.
    sought = {text: files for text, files in texts_in(record).items() if text not in texts}
    if sought and not journal_found:
        journal_found = [f"{folder.journal.name}: 缺少文件 documents missing {len(sought)}"]
    return Mended((*found, *journal_found), tuple(roots), sought if journal_found else {})


def generation_faults(folder: Folder) -> Iterator[tuple[str, str]]:
    """Iterate over what is wrong with the files of the current generation, each with its place."""
    try:
        generation = folder.current()
        sizes = read_manifest(generation).files
    except GraphkitError as error:
        yield folder.pointer.name, getattr(error, "reason", "缺失 / missing")
        return
    told = False
    for name, reason in damaged_files(generation):
        told = True
        yield f"{generation.name}/{name}", reason
    if not told and (not (generation / STORE).is_dir() or file_sizes(generation / STORE) != sizes):
        yield f"{generation.name}/{STORE}", "与建成时不同 / not what it was when it was made"


def drop_damaged(folder: Folder) -> None:
    """Remove the generations that are not current and not whole: nobody can read them."""
    current = folder.current()
    for one in folder.generations.iterdir():
        if one != current and (not (one / NAME).is_file() or any(damaged_files(one))):
            shutil.rmtree(one, ignore_errors=True)


def base_before(folder: Folder) -> str | None:
    """Give what the IRIs of a damaged dataset begin with, by its journal or else by its manifest; None if unknown."""
    try:
        with open_journal(folder.journal, read_only=True) as journal:
            base = journal.base()
    except (DatasetDamagedError, DatasetUnwritableError):
        base = None
    if base is None:
        manifest = current_manifest(folder)
        told = read_record(folder).get("base")
        base = manifest.base if manifest is not None else told if isinstance(told, str) else None
    return base


def _journal_faults(path: Path) -> list[Fault] | None:
    """Give the faults of a journal, None when it is not there or cannot be read."""
    if not path.is_file():
        return None
    try:
        with open_journal(path) as journal:
            return _faults_and_readable(journal)
    except DatasetDamagedError:
        return None
    except DatasetUnwritableError as error:
        code = getattr(error.__cause__, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        if code & 0xFF in _REFUSED and code != sqlite3.SQLITE_IOERR_SHORT_READ:
            raise
        return None


def _faults_and_readable(journal: Journal) -> list[Fault]:
    faults = list(journal.faults())
    journal.roots()
    return faults


def _set_aside_whole(path: Path, faults: list[Fault] | None) -> list[str]:
    """Move a journal with all its files beside; the next one begins empty."""
    if not path.exists():
        return [f"{path.name}: 缺失 / missing"]
    kept = _beside(path)
    for ending in ("-wal", "-shm"):
        companion = path.with_name(path.name + ending)
        if companion.exists():
            companion.replace(kept.with_name(kept.name + ending))
    path.replace(kept)
    reason = next((str(one) for one in faults or ()), "无法读取 / cannot be read").replace("\n", " ")
    return [f"{path.name}: {reason} → {_kept(kept)}"]


def _beside(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.damaged-{number}") for number in count(1))
    return next(one for one in names if not one.exists())


def _kept(path: Path) -> str:
    return f"留存为 kept as {path.name}"
