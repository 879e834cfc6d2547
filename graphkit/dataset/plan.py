"""Files found and what the journal knows in; what is to be read, what is gone and what is as it was out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from graphkit.dataset.journal import Journal, Source
from graphkit.dataset.reading import Job
from graphkit.dataset.sources import content_key
from graphkit.dataset.spill import Again, Row, Spill
from graphkit.dataset.versions import Versions
from graphkit.read.forms import SUFFIXES, Form
from graphkit.read.rows import Tables
from graphkit.settings import Settings

_CONTENT, _PATH, _OCR, _RANK, _EFFORT = range(5)
"""The columns of a file to read: its content, path, whether pictures of text are to be read in it, rank and effort."""

_PLAIN = frozenset({Form.TEXT})
_DOCUMENT, _READER = 1 << 10, 1 << 18
"""Bytes of plain text that take as long as what is done once for each document, and as reading another form."""


class Plan(NamedTuple):
    """What a build has to do: `total` jobs, files to forget; `unchanged` are those that were read and are as they were.

    `moved` hold what was read already from files of other names: they are unchanged, too. `effort` is what reading
    takes, in bytes of plain text that would take as long.

    Jobs and files are kept out of memory. Files come in the order of their paths, jobs too unless several processes
    share them: then the largest come first, so that none is left to one process while the others have nothing to do.
    """

    jobs: Iterable[Job]
    total: int
    moved: Iterable[tuple[tuple[Path, ...], Source]]
    gone: Iterable[Path]
    dropped: int
    unchanged: int
    effort: int


def plan_of(found: Iterable[tuple[Path, bool]], journal: Journal, versions: Versions, settings: Settings) -> Plan:
    """Compare the files found, each with the use of OCR, with what the journal knows; it must not change meanwhile."""
    unread, gone = Spill(5), Spill(1)
    tables, unchanged, dropped = Tables(), 0, 0
    for path, ocr, before in _beside(found, journal):
        if ocr is None:
            dropped += 1
            gone.add((path,))
            continue
        file = Path(os.fsdecode(path))
        content = content_key(file, tables.particulars_of(file), limit=settings.max_file_bytes, ocr=ocr)
        if content and before is not None and (before.content, before.versions) == (content, versions):
            unchanged += before.text_sha256 is not None
        else:
            size = _size(file)
            effort = size + _DOCUMENT + (0 if SUFFIXES.get(file.suffix.lower()) == _PLAIN else _READER)
            unread.add((content, path, int(ocr), 0 if settings.jobs == 1 else -size, effort))
    work = _work(unread, journal.read_so(versions))
    return Plan(
        jobs=Again(lambda: map(_job, work.jobs.sorted_by())),
        total=work.total,
        moved=Again(lambda: (_moved(row, versions) for row in work.moved.sorted_by())),
        gone=Again(lambda: (_path(row[0]) for row in gone.sorted_by())),
        dropped=dropped,
        unchanged=unchanged + work.moved_files,
        effort=work.effort,
    )


def _beside(found: Iterable[tuple[Path, bool]], journal: Journal) -> Iterator[tuple[bytes, bool | None, Source | None]]:
    """Iterate over all paths in order: with the use of OCR where a file is there, with what is known of it."""
    files = Spill(2, ((os.fsencode(path), int(ocr)) for path, ocr in found))
    both: Iterator[tuple[bytes, object]] = merge(
        ((bytes(path), ocr) for path, ocr in files.sorted_by()),  # type: ignore[arg-type]
        ((os.fsencode(path), source) for path, source in journal.known()),
        key=itemgetter(0),
    )
    for path, told in groupby(both, key=itemgetter(0)):
        known = [one for _, one in told]
        uses = [bool(one) for one in known if not isinstance(one, Source)]
        before = next((one for one in known if isinstance(one, Source)), None)
        yield path, any(uses) if uses else None, before


class _Work(NamedTuple):
    """Jobs by rank and first paths, how many and what they take; files that hold what was read, and how many."""

    jobs: Spill
    total: int
    effort: int
    moved: Spill
    moved_files: int


def _work(unread: Spill, known: Iterator[Source]) -> _Work:
    """Part files to read from those that hold what was read under other names; files of the same bytes are together."""
    jobs, moved, count, effort, moved_files = Spill(4), Spill(5), 0, 0, 0
    before = next(known, None)
    for content, rows in groupby(unread.sorted_by(_CONTENT, _PATH), key=itemgetter(_CONTENT)):
        files = list(rows)
        while before is not None and before.content < str(content):
            before = next(known, None)
        if before is not None and before.content == content:
            moved.add((_joined(files), str(content), before.text_sha256 or "", before.variant, before.how))
            moved_files += len(files)
            continue
        # What cannot be read has no content to share.
        for together in [files] if content else [[one] for one in files]:
            first = together[0]
            jobs.add((first[_RANK], _joined(together), content, first[_OCR]))
            count += 1
            effort += sum(int(one[_EFFORT]) for one in together)
    return _Work(jobs, count, effort, moved, moved_files)


def _joined(files: list[Row]) -> bytes:
    return b"\0".join(bytes(one[_PATH]) for one in files)  # type: ignore[arg-type]


def _moved(row: Row, versions: Versions) -> tuple[tuple[Path, ...], Source]:
    paths, content, text_sha256, variant, how = row
    source = Source(str(content), versions, str(text_sha256), variant=str(variant), how=str(how))
    return tuple(map(_path, bytes(paths).split(b"\0"))), source  # type: ignore[arg-type]


def _job(row: Row) -> Job:
    _, paths, content, ocr = row
    return Job(tuple(map(_path, bytes(paths).split(b"\0"))), str(content), bool(ocr))  # type: ignore[arg-type]


def _size(path: Path) -> int:
    """Give the bytes of a file, 0 of what lies in an archive."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _path(stored: object) -> Path:
    return Path(os.fsdecode(stored))  # type: ignore[arg-type]
