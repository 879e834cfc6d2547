"""Turn Chinese government bulletins into a knowledge graph that cites every statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.dataset import open_dataset as open  # noqa: A004 - graphkit.open(DIR) is the users' door

__all__ = ["open"]


def __getattr__(name: str) -> object:
    """Give `open`, which opens a dataset; imported when it is first asked for."""
    if name == "open":
        from graphkit.dataset import open_dataset

        return open_dataset
    message = f"module 'graphkit' has no attribute {name!r}"
    raise AttributeError(message)
