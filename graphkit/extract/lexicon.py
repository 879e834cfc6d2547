"""A folder of the user's own tables in, the shipped tables with the user's rows behind them out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graphkit.errors import LexiconError
from graphkit.settings import resource

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "campaigns.tsv": ("name", "launcher", "note"),
    "central_bodies.tsv": ("name", "aliases", "system", "parent", "function", "generic", "status", "local_aliases"),
    "cues.tsv": ("set", "word"),
    "edges.tsv": ("word",),
    "functions.tsv": ("function", "forms", "unique", "generics"),
    "kinds.tsv": ("suffix", "system", "generic"),
    "not_names.tsv": ("word", "opens"),
    "patterns.tsv": ("rule", "kind", "pattern", "note"),
    "posts.tsv": ("post",),
    "surnames.tsv": ("surname", "common"),
    "topics.tsv": ("topic", "parent", "cues"),
}
"""The tables that a lexicon may have, with their columns; regions are those of GB/T 2260 and cannot be added."""

_OWN_ONLY = frozenset({"patterns.tsv"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The shipped tables, and those of a folder if one is named; equal when folder and content are."""

    folder: Path | None = None
    fingerprint: str = ""

    def rows(self, table: str) -> Iterator[Mapping[str, str]]:
        """Iterate over the rows of a table as column → cell: the shipped ones, then the user's."""
        if table not in _OWN_ONLY:
            yield from _rows_of(resource(f"gazetteers/{table}").read_text("utf-8"))
        own = self.folder / table if self.folder is not None else None
        if own is not None and table in COLUMNS and own.is_file():
            blank = dict.fromkeys(COLUMNS[table], "")
            yield from ({**blank, **row} for row in _rows_of(own.read_text("utf-8-sig")))


SHIPPED = Lexicon()
"""The tables of data/gazetteers alone."""


def open_lexicon(folder: Path | None) -> Lexicon:
    """Give the lexicon of a folder, its tables checked; None gives the shipped one.

    Raises LexiconError for a folder that is not there, a table that is none of COLUMNS, and a row
    that does not fit its columns.
    """
    if folder is None:
        return SHIPPED
    if not folder.is_dir():
        raise LexiconError(str(folder), "没有这个文件夹 / no such folder")
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.tsv")):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        _check(path, content)
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return Lexicon(folder, digest.hexdigest()[:16])


def _check(path: Path, content: bytes) -> None:
    """Refuse a table that would be passed over or misread, with file and line."""
    columns = COLUMNS.get(path.name)
    if path.name == "regions.tsv":
        told = "行政区划以自带的为准，不能另加，请移走 / divisions are those shipped and cannot be added; take it away"
        raise LexiconError(str(path), told)
    if columns is None:
        raise LexiconError(str(path), f"没有这种词表，可用 / no such table, there are: {' '.join(COLUMNS)}")
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise LexiconError(str(path), "不是 UTF-8 / not UTF-8") from error
    header = lines[0].split("\t") if lines else []
    if not header or header[0] != columns[0] or not set(header) <= set(columns):
        raise LexiconError(f"{path}:1", f"表头应为 / the header should be: {'⇥'.join(columns)}")
    sets = {row["set"] for row in SHIPPED.rows("cues.tsv")} if path.name == "cues.tsv" else set()
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if sets and line and cells[0] not in sets:
            raise LexiconError(
                f"{path}:{number}", f"没有这一组，可用 / no such set, there are: {' '.join(sorted(sets))}"
            )
        if line and (len(cells) > len(header) or not cells[0].strip()):
            raise LexiconError(
                f"{path}:{number}", f"应有 {len(header)} 列，首列不空 / {len(header)} columns, the first filled"
            )


def _rows_of(table: str) -> Iterator[Mapping[str, str]]:
    header, *lines = [line.split("\t") for line in table.splitlines() if line]
    for cells in lines:
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
