"""How much a query may take, and what is raised when it takes more."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.errors import GraphkitError


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one query: wall-clock seconds, rows of the answer, bytes of memory."""

    seconds: float = 30.0
    rows: int = 100_000
    memory: int = 4 * 1024**3


class QueryStoppedError(GraphkitError):
    """Raised when a query ran out of time or memory."""

    def __init__(self, reason_zh: str, reason: str) -> None:
        """Keep the reason in both languages."""
        super().__init__(f"查询中止：{reason_zh} / query stopped: {reason}")
        self.reason_zh = reason_zh
        self.reason = reason


class QueryFailedError(GraphkitError):
    """Raised when a query cannot be read, or its dataset not opened."""
