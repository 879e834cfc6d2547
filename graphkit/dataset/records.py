"""What a run found in, the files that tell people and programs of it out: run.json, quarantine.tsv."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from graphkit.dataset.description import times_of
from graphkit.dataset.folder import Folder, write_whole
from graphkit.dataset.journal import Source
from graphkit.dataset.manifest import DESCRIPTION, Manifest
from graphkit.dataset.sources import Root


def shown(path: Path) -> str:
    """Give a path as text, bytes that are no Unicode escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def write_quarantine(folder: Folder, sources: Mapping[Path, Source]) -> None:
    """Write a table of the files that were set aside: file, reason, remedy, hash of the bytes; a row each, sorted."""
    rows = [
        (shown(path), source.reason, source.remedy, source.content[:64])
        for path, source in sorted(sources.items())
        if source.text_sha256 is None
    ]
    table = [("file", "reason", "remedy", "sha256"), *rows]
    lines = ("\t".join(map(_cell, row)) + "\n" for row in table)
    write_whole(folder.quarantine, "".join(lines).encode())


def readings_of(sources: Mapping[Path, Source]) -> list[dict[str, object]]:
    """Give what the run record says of each file that was read: hashes, media type, pages, encoding and why."""
    return [
        {"source": shown(path), "text": source.text_sha256, **json.loads(source.how or "{}")}
        for path, source in sorted(sources.items())
        if source.text_sha256 is not None
    ]


def write_record(folder: Folder, record: Mapping[str, object]) -> None:
    """Write the run record; it and the description beside it are the only files of a dataset that know the time."""
    write_whole(folder.run_record, (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode())


def describe_build(folder: Folder, manifest: Manifest, started: datetime) -> None:
    """Write the description of the current generation with the times of the build that made it, once."""
    described = (folder.current() / DESCRIPTION).read_bytes()
    written = folder.description.read_bytes() if folder.description.is_file() else b""
    if not written.startswith(described):
        ended = max(started, datetime.now(UTC))
        times = times_of(manifest, *(one.isoformat(timespec="seconds") for one in (started, ended)))
        write_whole(folder.description, described + times.encode())


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


def notes_of(sources: Mapping[Path, Source], paths: Iterable[Path]) -> list[tuple[str, str]]:
    """Give what people should know of these files although they were read: pages left out, names that mislead."""
    told = ((path, json.loads(sources[path].how or "{}").get("notes", [])) for path in sorted(paths))
    return [(shown(path), note) for path, notes in told for note in notes]


def _cell(text: str) -> str:
    """Escape what would break a row or mislead the eye: tabs, line ends, control and direction characters."""
    return "".join(
        f"\\u{ord(character):04x}" if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character
        for character in text
    )
