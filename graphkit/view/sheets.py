"""Pages that are no network, by name: tables and time axes, with their titles and what they are refused for."""

from __future__ import annotations

from typing import Literal, get_args

from graphkit.errors import GraphkitError

SheetName = Literal["coverage", "timeline", "ledger"]
SHEETS: tuple[SheetName, ...] = get_args(SheetName)


class SheetTooLargeError(GraphkitError):
    """Raised when a table or a time axis would have more than a page can show."""

    def __init__(self, count: int, limit: int) -> None:
        """Keep the count and the limit."""
        super().__init__(
            f"{count} 项超过 {limit}，请用 --focus 名称 缩小范围 / "
            f"{count} items are more than {limit}; narrow it with --focus NAME"
        )
        self.count = count
        self.limit = limit
