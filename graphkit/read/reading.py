"""What a reader gives: the text of a file, its pages, and how it came out; and the limits it keeps to."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Self

CELL_GAP = "\u3000\u3000"
"""What keeps the cells of a row apart: as wide as the gap that rules know from tables set with spaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading one file may take: bytes, characters, seconds; and whether pictures of text are read."""

    max_bytes: int = 64 << 20
    max_characters: int = 20_000_000
    seconds: float = 60.0
    memory: int = 1 << 30
    ocr: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text as read; `pages` are the offsets at which its pages begin; `because` tells why it was decoded so.

    Title, date, publisher and address are those that the file states of itself outside the text.
    """

    text: str
    media_type: str
    encoding: str = ""
    because: str = ""
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    title: str = ""
    issued: str = ""
    publisher: str = ""
    url: str = ""

    def as_row(self) -> dict[str, str | list[int] | list[str]]:
        """Give it as JSON can hold it."""
        return asdict(self) | {"pages": list(self.pages), "notes": list(self.notes)}

    @classmethod
    def of_row(cls, row: dict[str, object]) -> Self:
        """Make it of what `as_row` gave; raises ValueError for anything else."""
        names = {field.name for field in fields(cls)}
        words = {name: value for name, value in row.items() if isinstance(value, str)}
        pages, notes = row.get("pages"), row.get("notes")
        is_reading = set(row) == names and set(words) == names - {"pages", "notes"}
        if not is_reading or not (isinstance(pages, list) and isinstance(notes, list)):
            message = "no reading"
            raise ValueError(message)
        return cls(**words, pages=tuple(int(one) for one in pages), notes=tuple(str(one) for one in notes))
