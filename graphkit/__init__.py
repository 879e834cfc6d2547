"""Turn Chinese government bulletins into a knowledge graph that cites every statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.dataset import open_dataset as open  # noqa: A004 - graphkit.open(DIR) is the users' door
    from graphkit.network import to_networkx
    from graphkit.query.answering import ask
    from graphkit.view import to_pyvis

__all__ = ["ask", "open", "to_networkx", "to_pyvis"]

DOORS = {
    "ask": ("graphkit.query.answering", "ask"),
    "open": ("graphkit.dataset", "open_dataset"),
    "to_networkx": ("graphkit.network", "to_networkx"),
    "to_pyvis": ("graphkit.view", "to_pyvis"),
}
"""What users import from here, and where it is; imported when it is first asked for."""


def __getattr__(name: str) -> object:
    """Give one of DOORS."""
    if name in DOORS:
        from importlib import import_module

        module, attribute = DOORS[name]
        return getattr(import_module(module), attribute)
    message = f"module 'graphkit' has no attribute {name!r}"
    raise AttributeError(message)
