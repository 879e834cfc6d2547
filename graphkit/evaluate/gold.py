"""The gold form of an annotation (shared/gold/GUIDELINES.md): a JSON file goes in, a frozen record comes out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, ValidationError

from graphkit.errors import GraphkitError
from graphkit.model.record import Record


class UnreadableGoldError(GraphkitError):
    """Raised when a gold file is missing or has not the gold form."""

    def __init__(self, path: Path, reason: str) -> None:
        """Keep the file and the reason."""
        super().__init__(f"{path}: 不是标注文件 / no gold file: {reason}")
        self.path = path
        self.reason = reason


class GoldRecord(Record):
    """A part of a gold file; annotators may add fields of their own, which no score looks at."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldMention(GoldRecord):
    """One marked name at raw `[start, end)`; `entity` is None only in foreign predictions."""

    start: int
    end: int
    type: str
    text: str = ""
    entity: str | None = None


class GoldEntity(GoldRecord):
    """One thing: its type and all its names, the most formal first."""

    type: str
    names: tuple[str, ...]


# A few tools write numbers where the form asks for text; score.py takes them as their digits.
End = Annotated[str, BeforeValidator(str)]
GoldFact = tuple[str, str, End]


class Gold(GoldRecord):
    """All that is marked in one text; facts are subject, predicate, object."""

    text_sha256: str | None = None
    document_date: str | None = None
    home: str | None = None
    mentions: tuple[GoldMention, ...]
    entities: dict[str, GoldEntity]
    facts: tuple[GoldFact, ...]


def read_gold(path: Path) -> Gold:
    """Read one gold file."""
    try:
        return Gold.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UnreadableGoldError(path, error.strerror or "unreadable") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise UnreadableGoldError(path, f"{place or 'file'}: {first['msg']}") from error
