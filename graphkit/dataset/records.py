"""What a run found in, the files that tell people and programs of it out: run.json, quarantine.tsv."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from graphkit.dataset.description import times_of
from graphkit.dataset.folder import Folder, write_whole
from graphkit.dataset.journal import Journal
from graphkit.dataset.manifest import DESCRIPTION, Manifest
from graphkit.dataset.sources import Root

_AT_ONCE = 1 << 16


def shown(path: Path) -> str:
    """Give a path as text, bytes that are no Unicode escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def write_quarantine(folder: Folder, journal: Journal) -> None:
    """Write a table of the files that were set aside: file, reason, remedy, hash of the bytes; a row each, sorted."""
    aside = journal.known(set_aside=True)
    rows = ((shown(path), source.reason, source.remedy, source.content[:64]) for path, source in aside)
    table = chain([("file", "reason", "remedy", "sha256")], rows)
    write_whole(folder.quarantine, (("\t".join(map(_cell, row)) + "\n").encode() for row in table))


def readings_in(journal: Journal) -> Iterator[dict[str, object]]:
    """Iterate over what the run record says of each file that was read: hashes, media type, pages, encoding and why."""
    for path, source in journal.known(set_aside=False):
        yield {"source": shown(path), "text": source.text_sha256, **json.loads(source.how or "{}")}


def write_record(folder: Folder, record: Mapping[str, object], lists: Mapping[str, Iterable[object]]) -> None:
    """Write the run record, long lists at its end; it and the description beside it are all that know the time."""
    write_whole(folder.run_record, (part.encode() for part in _record_parts(record, lists)))


def _record_parts(record: Mapping[str, object], lists: Mapping[str, Iterable[object]]) -> Iterator[str]:
    """Iterate over the parts of a record as JSON, its lists item by item."""
    yield json.dumps(record, ensure_ascii=False, indent=1).removesuffix("\n}")
    for name, items in lists.items():
        yield f",\n {json.dumps(name)}: ["
        for number, item in enumerate(items):
            yield f"{',' if number else ''}\n  {json.dumps(item, ensure_ascii=False)}"
        yield "\n ]"
    yield "\n}\n"


def describe_build(folder: Folder, manifest: Manifest, started: datetime) -> None:
    """Write the description of the current generation with the times of the build that made it, once."""
    described = folder.current() / DESCRIPTION
    if not folder.description.is_file() or not _begins_as(folder.description, described):
        ended = max(started, datetime.now(UTC))
        times = times_of(manifest, *(one.isoformat(timespec="seconds") for one in (started, ended)))
        write_whole(folder.description, chain(_parts_of(described), [times.encode()]))


def _begins_as(path: Path, other: Path) -> bool:
    """Tell whether a file begins with the whole of another."""
    with path.open("rb") as file:
        return all(file.read(len(part)) == part for part in _parts_of(other))


def _parts_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while part := file.read(_AT_ONCE):
            yield part


def read_record(folder: Folder) -> dict[str, object]:
    """Give the record of the last run, nothing when there is none that can be read."""
    try:
        record = json.loads(folder.run_record.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def roots_in(record: Mapping[str, object]) -> list[Root]:
    """Give the remembered files and folders that a run record tells, as far as they are still there."""
    told = record.get("roots")
    try:
        roots = [Root(Path(path), tuple(include), tuple(exclude), bool(ocr)) for path, include, exclude, ocr in told]  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        return []
    return [one for one in roots if one.path.exists()]


def texts_in(record: Mapping[str, object]) -> dict[str, list[str]]:
    """Give the text hashes that a run record tells, each with its files."""
    found: dict[str, list[str]] = {}
    readings = record.get("readings")
    for one in readings if isinstance(readings, list) else ():
        if isinstance(one, dict) and isinstance(one.get("text"), str):
            found.setdefault(one["text"], []).append(str(one.get("source", "")))
    return found


def notes_in(how: str) -> list[str]:
    """Give what people should know of a file although it was read: pages left out, a name that misleads."""
    return list(json.loads(how or "{}").get("notes", ()))


def _cell(text: str) -> str:
    """Escape what would break a row or mislead the eye: tabs, line ends, control and direction characters."""
    return "".join(
        f"\\u{ord(character):04x}" if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character
        for character in text
    )
