"""A dataset and a day in, a generation of the documents issued until then out: made when first asked for.

Everything over documents (names, merges, coverage, what is possibly the same) is made of these documents
alone. Judgements are those that the current generation followed, whenever they were made.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from calendar import monthrange
from pathlib import Path

from graphkit.dataset.entries import Entry
from graphkit.dataset.folder import Folder, locked
from graphkit.dataset.generations import JUDGEMENTS, Making, inputs_of, make_beside
from graphkit.dataset.journal import Journal, open_journal
from graphkit.dataset.judgement_files import read_judgements
from graphkit.dataset.manifest import AsOf, Manifest, read_manifest
from graphkit.dataset.search_words import date_bounds
from graphkit.dataset.versions import Versions
from graphkit.errors import AsOfError, DatasetDamagedError, DatasetUnwritableError, NoDateError
from graphkit.terms import dcterms

_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?)?")
_NO_DATE = "应为日期，如 2023-05-31、2023-05 或 2023 / must be a date: 2023-05-31, 2023-05 or 2023"
_OUTDATED = "数据集不是最新的，请先运行 graphkit build / the dataset is not up to date; run graphkit build first"


def snapshot_of(folder: Folder, as_of: str) -> Path:
    """Give the generation of the documents issued until the end of a day, month or year; made when it is not there.

    Raises NoDateError for what is no date, AsOfError when the journal holds other documents than the generation;
    DatasetLockedError while another process writes, DatasetUnwritableError where nothing can be written.
    """
    day = last_day(as_of)
    if day is None:
        raise NoDateError(as_of, _NO_DATE)
    current = folder.current()
    finished = folder.snapshot(day)
    inputs = _inputs_on(read_manifest(current), day)
    if not _is_made(finished, inputs):
        try:
            with locked(folder):
                _make(folder, day)
        except OSError as error:
            raise DatasetUnwritableError(str(folder.generations), error.strerror or str(error)) from error
    return finished


def last_day(date: str) -> str | None:
    """Give the last day of a day, month or year, None for what is no date."""
    found = _DATE.fullmatch(date)
    if found is None or found["year"] == "0000":
        return None
    year, month = int(found["year"]), int(found["month"] or 12)
    days = monthrange(year, month)[1]
    day = int(found["day"] or days)
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= days else None


def _make(folder: Folder, day: str) -> None:
    """Make a day of the current generation; another process may have made one, or the day, since it was looked for."""
    current, finished = folder.current(), folder.snapshot(day)
    manifest = read_manifest(current)
    inputs = _inputs_on(manifest, day)
    if _is_made(finished, inputs):
        return
    told = manifest.versions
    versions = Versions(told["extractor"], told["lexicon"], manifest.base)
    judgements = read_judgements(current / JUDGEMENTS)
    shutil.rmtree(finished, ignore_errors=True)
    with open_journal(folder.journal, read_only=True) as journal:
        if inputs_of(journal, versions, judgements) != manifest.inputs:
            raise AsOfError(day, _OUTDATED)
        as_of = _restrict(journal, day)
        make_beside(finished, journal, Making(versions, judgements, inputs, manifest.generation, as_of))


def _restrict(journal: Journal, day: str) -> AsOf:
    """Let a journal show the documents of a day only; give how many are left out."""
    counts = {"later": 0, "undated": 0, "uncertain": 0}
    admitted: list[tuple[str, str]] = []
    for entry in journal.entries():
        first, last = issued_between(entry)
        if not last:
            counts["undated"] += 1
        elif last <= day:
            admitted.append((entry.text_sha256, entry.variant))
        else:
            counts["later" if first > day else "uncertain"] += 1
    journal.restrict(admitted)
    return AsOf(day=day, **counts)


def issued_between(entry: Entry) -> tuple[str, str]:
    """Give the first and the last day on which a document may have been issued, nothing where no date is stated."""
    stated = f'<{entry.document}> <{dcterms.issued}> "'.encode()
    lines = (line for line in entry.lines if line.startswith(stated))
    dates = sorted({line.removeprefix(stated).partition(b'"')[0].decode() for line in lines})
    # A year beside a day of it says nothing more.
    exact = (one for one in dates if not any(other != one and other.startswith(one) for other in dates))
    bounds = [(date_bounds(one)[0], last) for one in exact if (last := last_day(one)) is not None]
    return min((first for first, _ in bounds), default=""), max((last for _, last in bounds), default="")


def _is_made(finished: Path, inputs: str) -> bool:
    if not finished.is_dir():
        return False
    try:
        return read_manifest(finished).inputs == inputs
    except DatasetDamagedError:
        return False


def _inputs_on(current: Manifest, day: str) -> str:
    return hashlib.sha256(f"{current.inputs} {day}".encode()).hexdigest()
