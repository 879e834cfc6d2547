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

_CONTENT, _PATH, _OCR, _RANK = range(4)
"""The columns of a file to read: its content, its path, whether pictures of text are to be read in it, its rank."""

_PLAIN = frozenset({Form.TEXT})
_DOCUMENT, _READER = 1 << 10, 1 << 18
"""Bytes of plain text that take as long as what is done once for each document, and as reading another form."""


class Plan(NamedTuple):
    """What a build has to do: `total` jobs, files to forget; `unchanged` are those that were read and are as they were.

    `effort` is what reading takes, in bytes of plain text that would take as long.

    Jobs and files are kept out of memory. Files come in the order of their paths, jobs too unless several processes
    share them: then the largest come first, so that none is left to one process while the others have nothing to do.
    """

    jobs: Iterable[Job]
    total: int
    gone: Iterable[Path]
    dropped: int
    unchanged: int
    effort: int


def plan_of(found: Iterable[tuple[Path, bool]], journal: Journal, versions: Versions, settings: Settings) -> Plan:
    """Compare the files found, each with the use of OCR, with what the journal knows; it must not change meanwhile."""
    unread, gone = Spill(4), Spill(1)
    tables, unchanged, dropped, effort = Tables(), 0, 0, 0
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
            effort += size + _DOCUMENT + (0 if SUFFIXES.get(file.suffix.lower()) == _PLAIN else _READER)
            unread.add((content, path, int(ocr), 0 if settings.jobs == 1 else -size))
    jobs, count = _jobs(unread)
    dropped_paths = Again(lambda: (_path(row[0]) for row in gone.sorted_by()))
    return Plan(Again(lambda: map(_job, jobs.sorted_by())), count, dropped_paths, dropped, unchanged, effort)


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


def _jobs(unread: Spill) -> tuple[Spill, int]:
    """Give the jobs by rank and first paths, files of the same bytes together, and how many there are."""
    jobs, count = Spill(4), 0
    for content, rows in groupby(unread.sorted_by(_CONTENT, _PATH), key=itemgetter(_CONTENT)):
        files = list(rows)
        # What cannot be read has no content to share.
        for together in [files] if content else [[one] for one in files]:
            first, paths = together[0], b"\0".join(bytes(one[_PATH]) for one in together)  # type: ignore[arg-type]
            jobs.add((first[_RANK], paths, content, first[_OCR]))
            count += 1
    return jobs, count


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
