"""Tables of judgements in (`judgements/*.tsv`), judgements out, and back; broken tables are told by file and line.

Tab-separated, UTF-8, one header line. A table with a column `verdict` judges pairs, one with `action`
corrects readings; other columns are for people and are not read. Rows without verdict or action are
not judged yet. Tables saved by a spreadsheet (UTF-16, GB 18030, quoted cells, 2023/6/1) are read too.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from graphkit.errors import JudgementError
from graphkit.model.judgements import Correction, Judgement, PairJudgement

PAIR_COLUMNS = ("verdict", "a", "a_words", "b", "b_words", "who", "why", "date")
CORRECTION_COLUMNS = (
    *("action", "place", "words", "rule", "subject", "predicate", "value", "new"),
    *("who", "why", "date"),
)
_CHINESE = {
    "相同": "same",
    "不同": "different",
    "不确定": "unsure",
    "接受": "accept",
    "驳回": "reject",
    "改类": "retype",
    "改写": "reword",
}
_FORMULA = tuple("=+-@＝＋－＠")
"""What a spreadsheet would take for a formula; such cells are written behind an apostrophe."""


@dataclass(frozen=True, slots=True)
class Judgements:
    """All judgements of a folder, sorted, each once; `where` tells the file and line of each."""

    pairs: tuple[PairJudgement, ...] = ()
    corrections: tuple[Correction, ...] = ()
    where: Mapping[Judgement, str] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """Hash what is judged; files, their names and the order of lines make no difference."""
        lines = "\n".join(tsv_line(one) for one in self.all)
        return hashlib.sha256(lines.encode()).hexdigest() if lines else ""

    @property
    def all(self) -> tuple[Judgement, ...]:
        """Give them, pairs first."""
        return (*self.pairs, *self.corrections)

    def __len__(self) -> int:
        """Count them."""
        return len(self.pairs) + len(self.corrections)


NONE_JUDGED = Judgements()


def read_judgements(folder: Path | None) -> Judgements:
    """Read every table of a folder; a folder that is not there judges nothing.

    Raises JudgementError with file and line for a table that cannot be read.
    """
    if folder is None or not folder.is_dir():
        return NONE_JUDGED
    where: dict[Judgement, str] = {}
    for path in sorted(folder.glob("*.tsv")):
        for judgement, line in judgements_in(path):
            where.setdefault(judgement, f"{path}:{line}")
    pairs = sorted((one for one in where if isinstance(one, PairJudgement)), key=tsv_line)
    corrections = sorted((one for one in where if isinstance(one, Correction)), key=tsv_line)
    return Judgements(tuple(pairs), tuple(corrections), where)


def keep_judgements(folder: Path, judgements: Judgements) -> None:
    """Write judgements as tables into a folder that is not there yet, the same bytes for the same judgements."""
    append_judgements(folder / "pairs.tsv", judgements.pairs)
    append_judgements(folder / "corrections.tsv", judgements.corrections)


def judgements_in(path: Path) -> Iterator[tuple[Judgement, int]]:
    """Iterate over the judgements of one table, each with its line."""
    rows = csv.reader(io.StringIO(_decoded(path), newline=""), "excel-tab", strict=True)
    columns: list[str] = []
    line = 0
    try:
        for row in rows:
            line = rows.line_num
            if not columns:
                columns = _columns(path, row)
            elif any(cell.strip() for cell in row):
                judgement = _judgement(path, line, dict(zip(columns, map(_unguarded, row), strict=False)))
                if judgement is not None:
                    yield judgement, line
    except csv.Error as error:
        raise JudgementError(f"{path}:{line + 1}", f"引号没有配对 / a quotation mark is open: {error}") from error


def tsv_line(judgement: Judgement) -> str:
    """Give a judgement as one line of its table, without line end."""
    columns = PAIR_COLUMNS if isinstance(judgement, PairJudgement) else CORRECTION_COLUMNS
    return row_line(str(getattr(judgement, column)) for column in columns)


def row_line(cells: Iterable[str]) -> str:
    """Give cells as one tab-separated line, quoted where they must be, formulas guarded."""
    out = io.StringIO(newline="")
    csv.writer(out, "excel-tab", lineterminator="\r\n").writerow([_guarded(cell) for cell in cells])
    return out.getvalue().removesuffix("\r\n")


def append_judgements(path: Path, judgements: Iterable[Judgement]) -> int:
    """Add judgements to a table, made with its folder when it is not there; give how many."""
    written = list(judgements)
    if not written:
        return 0
    header = row_line(PAIR_COLUMNS if isinstance(written[0], PairJudgement) else CORRECTION_COLUMNS) + "\n"
    path = _ours(path, header)
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text("utf-8") if path.is_file() else header
    between = "" if before.endswith("\n") else "\n"
    lines = "".join(tsv_line(one) + "\n" for one in written)
    path.write_text(before + between + lines, "utf-8", newline="\n")
    return len(written)


def _ours(path: Path, header: str) -> Path:
    """Give a table that has our header: one that a spreadsheet has saved in its own way is left alone."""
    number = 1
    ours = path
    while ours.is_file() and not ours.read_bytes().startswith(header.encode()):
        number += 1
        ours = path.with_stem(f"{path.stem}-{number}")
    return ours


def _columns(path: Path, header: list[str]) -> list[str]:
    """Give the names of the columns: the first word of each cell of the header."""
    names = [(cell.split() or [""])[0].lstrip("\ufeff") for cell in header]
    if "verdict" in names:
        missing = [one for one in ("a", "b") if one not in names]
    elif "action" in names:
        missing = [one for one in ("place", "rule") if one not in names]
    else:
        missing = ["verdict / action"]
    if missing:
        reason = f"表头缺少列 / the header lacks a column: {' '.join(missing)}"
        raise JudgementError(f"{path}:1", reason)
    return names


def _judgement(path: Path, line: int, row: dict[str, str]) -> Judgement | None:
    """Give the judgement of a row; None for one that is not filled in."""
    kind = "verdict" if "verdict" in row else "action"
    word = row.get(kind, "").strip()
    if not word:
        return None
    known = PAIR_COLUMNS if kind == "verdict" else CORRECTION_COLUMNS
    cells = {name: cell if "words" in name else cell.strip() for name, cell in row.items() if name in known}
    cells[kind] = _CHINESE.get(word, word.lower())
    try:
        return PairJudgement.model_validate(cells) if kind == "verdict" else Correction.model_validate(cells)
    except ValidationError as error:
        raise JudgementError(f"{path}:{line}", _told(error, cells)) from error


def _told(error: ValidationError, cells: Mapping[str, str]) -> str:
    """Give what is wrong with a row, by its first cell at fault."""
    first = error.errors()[0]
    column = str(first["loc"][0]) if first["loc"] else ""
    found = cells.get(column, "")
    match first["type"]:
        case "missing" | "string_too_short":
            return f"{column} 为空 / {column} is empty"
        case "literal_error":
            return f"{column} 不能是“{found}” / use {first['ctx']['expected']}"
        case "string_pattern_mismatch":
            return f"{column} 不能是“{found}”，应形如 / write it like text/0123456789abcdef#char=12,15"
        case _:
            return f"{column} {first['msg'].removeprefix('Value error, ')}".strip()


def _decoded(path: Path) -> str:
    """Give a table's text: UTF-8, UTF-16 with its mark, or GB 18030, as spreadsheets save it."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise JudgementError(str(path), error.strerror or str(error)) from error
    encodings = ("utf-16",) if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "gb18030")
    line = 1
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
    raise JudgementError(f"{path}:{line}", "无法解码，请另存为 UTF-8 / cannot be decoded, save it as UTF-8")


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_FORMULA, "'")) else cell
