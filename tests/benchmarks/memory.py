"""How large a build gets: ever more bulletins go in; peak memory, time and statements of each size out.

The last column is a second build, of which nothing changed.

Each size is built in a process of its own. Give the sizes as arguments: memory.py 1000 10000 100000.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from graphkit.dataset import open_dataset  # noqa: E402 - after the path of a script
from graphkit.settings import Settings  # noqa: E402
from graphkit.workflow import build  # noqa: E402
from tests.synthetic import write_texts  # noqa: E402

SIZES = (1000, 10_000)
MEGABYTE = 1024


def measure(count: int) -> None:
    """Build so many documents and print what it took; children are the readers' processes."""
    with TemporaryDirectory() as folder:
        texts = write_texts(Path(folder) / "texts", count, sparse=True)
        start = time.perf_counter()
        build([texts], Settings(dataset=Path(folder) / "dataset"))
        seconds = time.perf_counter() - start
        start = time.perf_counter()
        build([], Settings(dataset=Path(folder) / "dataset"))
        again = time.perf_counter() - start
        statements = open_dataset(Path(folder) / "dataset").manifest.quads
    ours, readers = (
        resource.getrusage(who).ru_maxrss // MEGABYTE for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"{count:>9,}{statements:>13,}{statements / count:>8.1f}{seconds:>10.1f}{ours:>9}{readers:>9}{again:>9.2f}",
        flush=True,
    )


def main() -> None:
    """Print a line for each size."""
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        measure(int(sys.argv[2]))
        return
    print(
        f"{'documents':>9}{'statements':>13}{'each':>8}{'seconds':>10}{'MB':>9}{'readers':>9}{'again':>9}", flush=True
    )
    for size in sys.argv[1:] or SIZES:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


if __name__ == "__main__":
    main()
