"""A finished generation in, the hashes of its files beside it out, in the form that `sha256sum -c` reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

NAME = "SHA256SUMS"

_PASSING = frozenset({NAME, "LOG", "LOCK", "IDENTITY"})
"""What the engine writes anew whenever a store is opened, and this file itself."""


def write_sums(generation: Path) -> None:
    """Write the hash of each file that a generation is made of."""
    lines = (f"{_sha256(generation / name)}  {name}\n" for name in _names(generation))
    (generation / NAME).write_text("".join(lines), "utf-8", newline="\n")


def damaged_files(generation: Path) -> Iterator[tuple[str, str]]:
    """Iterate over the files that are gone or not what they were, each with what is wrong with it.

    A generation from before there were sums has none to compare.
    """
    sums = generation / NAME
    if not sums.is_file():
        return
    for line in sums.read_text("utf-8", errors="replace").splitlines():
        wanted, _, name = line.partition("  ")
        path = generation / name
        if not name or not path.is_file():
            yield name or line, "缺失 / missing"
        elif _sha256(path) != wanted:
            yield name, "与建成时不同 / not what it was when it was made"


def _names(generation: Path) -> list[str]:
    files = (one for one in generation.rglob("*") if one.is_file() and one.name not in _PASSING)
    return sorted(one.relative_to(generation).as_posix() for one in files)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
