"""Stages of a build in, the seconds that each takes out, for the record of the run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter


class Clock:
    """Adds up wall time by stage, in the order in which stages begin."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of a block to a stage."""
        before = perf_counter()
        try:
            yield
        finally:
            self.add(name, perf_counter() - before)

    def timed(self, name: str, work: Callable[[], None]) -> None:
        """Do work and count its time to a stage."""
        with self.stage(name):
            work()

    def add(self, name: str, seconds: float) -> None:
        """Count seconds to a stage."""
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds
