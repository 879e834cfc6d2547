"""What a run found in, the files that tell people and programs of it out: run.json, quarantine.tsv."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from graphkit.dataset.folder import Folder, write_whole
from graphkit.dataset.journal import Source


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
    """Write the run record, the only file of a dataset that knows the time."""
    write_whole(folder.run_record, (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode())


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
