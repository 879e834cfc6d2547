"""How large a build gets: ever more bulletins go in; peak memory, time and statements of each size out.

The last columns are what all processes held together at most (sampled, on Linux; what they share is counted for each),
and a second build, of which nothing changed.

Each size is built in a process of its own. Give the sizes as arguments: memory.py 1000 10000 100000.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from graphkit.dataset import open_dataset  # noqa: E402 - after the path of a script
from graphkit.settings import Settings  # noqa: E402
from graphkit.workflow import build  # noqa: E402
from tests.synthetic import write_texts  # noqa: E402

SIZES = (1000, 10_000)
MEGABYTE = 1024
EVERY = 0.2
"""Seconds between two looks at all processes."""


class Watched(Thread):
    """Looks at this process and its children until it is told to end; `most` is in kilobytes."""

    def __init__(self) -> None:
        """Begin to look."""
        super().__init__(daemon=True)
        self.most = 0
        self._ended = Event()
        self.start()

    def run(self) -> None:
        """Look again and again."""
        while not self._ended.wait(EVERY):
            self.most = max(self.most, sum(map(held, family(os.getpid()))))

    def end(self) -> None:
        """Look no more."""
        self._ended.set()
        self.join()


def family(process: int) -> Iterator[int]:
    """Iterate over a process and those that it and its children started."""
    yield process
    for told in Path(f"/proc/{process}/task").glob("*/children"):
        for child in told.read_text().split():
            yield from family(int(child))


def held(process: int) -> int:
    """Give the kilobytes that a process holds; 0 of one that has ended."""
    try:
        told = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return int(found[1]) if (found := re.search(r"^VmRSS:\s*(\d+)", told, re.MULTILINE)) else 0


def measure(count: int) -> None:
    """Build so many documents and print what it took; children are the readers' processes."""
    with TemporaryDirectory() as folder:
        texts = write_texts(Path(folder) / "texts", count, sparse=True)
        watched = Watched()
        start = time.perf_counter()
        build([texts], Settings(dataset=Path(folder) / "dataset"))
        seconds = time.perf_counter() - start
        watched.end()
        start = time.perf_counter()
        build([], Settings(dataset=Path(folder) / "dataset"))
        again = time.perf_counter() - start
        statements = open_dataset(Path(folder) / "dataset").manifest.quads
    ours, readers = (
        resource.getrusage(who).ru_maxrss // MEGABYTE for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"{count:>9,}{statements:>13,}{statements / count:>8.1f}{seconds:>10.1f}{ours:>9}{readers:>9}"
        f"{watched.most // MEGABYTE:>9}{again:>9.2f}",
        flush=True,
    )


def main() -> None:
    """Print a line for each size."""
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        measure(int(sys.argv[2]))
        return
    print(f"{'documents':>9}{'statements':>13}{'each':>8}{'seconds':>10}", end="")
    print(f"{'MB':>9}{'readers':>9}{'all':>9}{'again':>9}", flush=True)
    for size in sys.argv[1:] or SIZES:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


if __name__ == "__main__":
    main()
