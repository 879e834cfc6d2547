"""A `sources.tsv` beside files in, what its rows say of each file out.

Columns, named in the first line, in any order: `file` (a name beside it, or a path below it), and any of `title`,
`date`, `publisher`, `url`; or 文件, 标题, 日期, 发布机构, 网址. Dates are YYYY, YYYY-MM or YYYY-MM-DD.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from graphkit.errors import SourcesTableError, UnreadableDocumentError
from graphkit.model.sources import Particulars
from graphkit.read.decoding import decode

TABLE = "sources.tsv"

_COLUMNS = {
    "file": "file",
    "文件": "file",
    "title": "title",
    "标题": "title",
    "date": "issued",
    "日期": "issued",
    "publisher": "publisher",
    "发布机构": "publisher",
    "url": "url",
    "网址": "url",
}
_DATE = re.compile(r"(\d{4})(?:年?$|[-/.年](\d{1,2})(?:月?$|[-/.月](\d{1,2})日?$))")
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+$")
_LIMIT = 16 << 20
_LEVELS = 8
_KEPT = 256


def particulars_of(path: Path) -> tuple[Particulars, ...]:
    """Give the row of a file: of the nearest table above it that names it, none where none does."""
    return Tables().particulars_of(path)


class Tables:
    """The tables above files that come folder by folder; those of a folder are looked for once."""

    def __init__(self) -> None:
        """Begin with no folder."""
        self._folder = Path()
        self._above: list[tuple[Path, dict[str, Particulars]]] | None = None

    def particulars_of(self, path: Path) -> tuple[Particulars, ...]:
        """Give the row of a file as `particulars_of` does."""
        folder = path.parent
        if self._above is None or folder != self._folder:
            self._folder, self._above = folder, list(_tables_above(path))
        rows = (rows.get(path.relative_to(above).as_posix()) for above, rows in self._above)
        row = next((one for one in rows if one is not None), None)
        return () if row is None else (row,)


def _tables_above(path: Path) -> Iterator[tuple[Path, dict[str, Particulars]]]:
    """Iterate over the folders above a file that have a table, the nearest first, each with its rows."""
    for folder in path.parents[:_LEVELS]:
        table = folder / TABLE
        try:
            changed = table.stat().st_mtime_ns
        except OSError:
            continue
        yield folder, _rows(table, changed)


@lru_cache(maxsize=_KEPT)
def _rows(table: Path, _changed: int) -> dict[str, Particulars]:
    """Read a table; raises SourcesTableError, naming the line, for what cannot be meant."""
    if table.stat().st_size > _LIMIT:
        raise SourcesTableError(str(table), "表太大 / too large a table")
    lines = _text(table).removeprefix("\ufeff").splitlines()
    names = [_COLUMNS.get(cell.strip().lower(), "") for cell in lines[0].split("\t")]
    if "file" not in names:
        reason = "首行没有 file 或 文件 列 / no column called file in the first line"
        raise SourcesTableError(str(table), reason)
    found: dict[str, Particulars] = {}
    for number, line in enumerate(lines[1:], 2):
        cells = {name: cell.strip() for name, cell in zip(names, line.split("\t"), strict=False) if name}
        file = cells.pop("file", "").replace("\\", "/")
        if not file or file.startswith("#"):
            continue
        cells["issued"] = _iso(cells.get("issued", ""), table, number)
        _check_url(cells.get("url", ""), table, number)
        found[file] = Particulars(origin="row", **cells)
    return found


def _text(table: Path) -> str:
    try:
        return decode(table.read_bytes(), str(table)).text
    except UnreadableDocumentError as error:
        raise SourcesTableError(str(table), error.reason) from error


def _iso(written: str, table: Path, number: int) -> str:
    if not written:
        return ""
    found = _DATE.match(written)
    if found is None or not _is_date(*(int(part or 1) for part in found.groups())):
        reason = f"第 {number} 行的日期“{written}”应为 2021-03-05 / line {number}: write the date like 2021-03-05"
        raise SourcesTableError(str(table), reason)
    return "-".join(part.zfill(2) for part in found.groups() if part)


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def _check_url(written: str, table: Path, number: int) -> None:
    if written and _URL.match(written) is None:
        reason = f"第 {number} 行的网址不成立 / line {number}: no http address"
        raise SourcesTableError(str(table), reason)
