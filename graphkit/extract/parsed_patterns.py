"""A pattern in, its operations as the parser of `re` gives them out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

Operations = Sequence[tuple[Any, Any]]


@lru_cache(maxsize=8)
def operations_of(pattern: str, flags: int) -> Operations | None:
    """Parse a pattern, which several ask for in turn; None where letters count in either case."""
    if flags & re.IGNORECASE:
        return None
    parsed: Operations = import_module("re._parser").parse(pattern, flags & ~re.DEBUG)
    return parsed
