"""What the C library keeps of memory that is freed: given back to the system, where the library is glibc.

Where it is another, nothing is done. The engine works in threads of its own; glibc gives each thread a heap, and keeps
what was freed in each of them, so that a process grows with the threads that it once had.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache

_ARENA_MAX = -8
"""M_ARENA_MAX of glibc's malloc.h."""


def give_back() -> None:
    """Give memory that was freed back to the system."""
    _called("malloc_trim")(0)


@cache
def share_one_heap() -> None:
    """Let threads that start from now on take memory of one heap, as long as this process lives."""
    _called("mallopt")(_ARENA_MAX, 1)


@cache
def _called(name: str) -> Callable[..., object]:
    """Give a function of the C library, one that does nothing where it has none of this name."""
    if sys.platform == "win32":
        return _nothing
    import ctypes

    found: Callable[..., object] = getattr(ctypes.CDLL(None), name, _nothing)
    return found


def _nothing(*_: int) -> None:
    """Do nothing."""
