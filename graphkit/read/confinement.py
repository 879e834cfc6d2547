"""A process in, the same process with less that it may do out: memory, CPU, files written, network."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_WRITTEN = 512 << 20
_ROOM = 8
"""External programs may take so many times the memory of a reader: LibreOffice maps much and uses little."""


def confine(memory: int) -> None:
    """Limit this process for good; where the system has no limits (Windows), only the network is refused."""
    _cut_network()
    if sys.platform == "win32":
        return
    import resource

    for kind, soft, hard in (
        (resource.RLIMIT_AS, memory, memory * _ROOM),
        (resource.RLIMIT_FSIZE, _WRITTEN, _WRITTEN),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        # A lower limit set by others stands.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft, hard))


def allow_seconds(seconds: float) -> None:
    """Allow this process so much CPU time from now on; the system ends it where it takes more."""
    if sys.platform == "win32":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = usage.ru_utime + usage.ru_stime
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(used + seconds) + 1, resource.RLIM_INFINITY))


def widen_memory() -> None:
    """Raise the memory limit to what an external program may take; called in its process before it starts."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _cut_network() -> None:
    """Leave the network by an empty network namespace where the system allows it; refuse sockets in any case."""
    if sys.platform == "linux":
        flags = _NEW_NET if os.geteuid() == 0 else _NEW_NET | _NEW_USER
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).unshare(flags)
    sys.addaudithook(_refuse_sockets)


def _refuse_sockets(event: str, _arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"}:
        message = "readers have no network"
        raise PermissionError(message)
