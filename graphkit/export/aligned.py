"""A table in, what people read on a terminal out: aligned columns, or records where these grow too narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from graphkit.export.cells import cell_text, pad, visible, width, wrap
from graphkit.model.tables import Table

NARROWEST = 12
"""Terminal columns that a folded cell needs: six Chinese characters."""
TALLEST = 10
"""Lines that a folded cell may take; longer ones are easier to read in a record."""
WIDEST = 60
"""Terminal columns that a cell is filled up to where lines are not folded."""

Cells = Sequence[str]


def text_of(table: Table, *, columns: int | None = None) -> Iterator[str]:
    """Yield a table for people; Chinese counts two columns.

    Without `columns` each row is one line. With it, a table that is wider leaves out the columns that say nothing,
    named at the end, and folds long cells; folded rows have an empty line between them. Where cells would be
    narrower than NARROWEST or taller than TALLEST, each row is a record: a name and what it says, one below the other.
    """
    head = list(table.variables)
    rows = [[visible(cell_text(term)) for term in row] for row in table]
    if columns is None:
        yield from _lines(head, rows)
        return
    silent: list[str] = []
    if not _is_within(_widths(head, rows), columns):
        told = [place for place in range(len(head)) if any(row[place] for row in rows)]
        silent = [name for place, name in enumerate(head) if place not in told]
        head, rows = [head[place] for place in told], [[row[place] for place in told] for row in rows]
    widths = _fitted(_widths(head, rows), columns)
    is_readable = max(widths, default=0) > 0 and max(map(width, chain(*rows)), default=0) <= TALLEST * max(widths)
    yield from _columns(head, rows, widths) if is_readable else _records(head, rows, columns)
    if silent:
        yield from (f"{line}\n" for line in ["", *wrap(f"无内容的列 empty columns: {' '.join(silent)}", columns)])


def _widths(head: Cells, rows: Sequence[Cells]) -> list[int]:
    return [max(width(cell) for cell in column) for column in zip(head, *rows, strict=True)]


def _is_within(widths: list[int], columns: int) -> bool:
    return sum(widths) + 2 * (len(widths) - 1) <= columns


def _fitted(widths: list[int], columns: int) -> list[int]:
    """Give widths that fit into `columns`, taken from the widest first; none where they fall under NARROWEST."""
    fitted = list(widths)
    while not _is_within(fitted, columns):
        widest = max(fitted)
        if widest <= NARROWEST:
            return []
        fitted[fitted.index(widest)] -= 1
    return fitted


def _lines(head: Cells, rows: Sequence[Cells]) -> Iterator[str]:
    """Yield one line a row; what is longer than WIDEST pushes the rest of its line on, and no other line."""
    widths = [min(size, WIDEST) for size in _widths(head, rows)]
    yield _line(head, widths)
    yield _line(["─" * size for size in widths], widths)
    yield from (_line(row, widths) for row in rows)


def _columns(head: Cells, rows: Sequence[Cells], widths: list[int]) -> Iterator[str]:
    is_folded = widths != _widths(head, rows)
    yield from _folded(head, widths)
    yield _line(["─" * size for size in widths], widths)
    for place, row in enumerate(rows):
        if place and is_folded:
            yield "\n"
        yield from _folded(row, widths)


def _folded(cells: Cells, widths: list[int]) -> Iterator[str]:
    folded = [wrap(cell, size) for cell, size in zip(cells, widths, strict=True)]
    for line in range(max((len(lines) for lines in folded), default=0)):
        yield _line([lines[line] if line < len(lines) else "" for lines in folded], widths)


def _line(cells: Cells, widths: list[int]) -> str:
    return "  ".join(pad(cell, size) for cell, size in zip(cells, widths, strict=True)).rstrip() + "\n"


def _records(head: Cells, rows: Sequence[Cells], columns: int) -> Iterator[str]:
    """Yield each row as a record under its number: names of columns on the left, what they say on the right."""
    names = max(width(name) for name in head)
    room = max(NARROWEST, columns - names - 2)
    for number, row in enumerate(rows, 1):
        title = f"── {number} "
        yield f"{title}{'─' * max(0, columns - width(title))}\n"
        for name, cell in zip(head, row, strict=True):
            if cell:
                yield from _folded([name, cell], [names, room])
