"""What a second process is worth: documents are read and annotated by one and by two, in turn; the ratio out.

Beside it the ratio that the machine gives to two processes that only count, so that what others do on it is seen, and
the CPU time that all processes spend with two for each second with one: what sharing out costs, whatever the machine
does else. The best of so many rounds of each. Give a folder, or a number of synthetic documents.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children, forkserver, get_context
from pathlib import Path
from time import perf_counter, sleep

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from graphkit.dataset.reading import Job, outcomes_of  # noqa: E402 - after the path of a script
from graphkit.settings import Settings  # noqa: E402
from graphkit.workflow import build, read_annotation  # noqa: E402
from tests.synthetic import write_texts  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = ROOT / "data" / "samples"
ROUNDS = 3
COPIES = 12
COUNTED = 20_000_000


def count_up(to: int) -> int:
    """Keep a process busy."""
    total = 0
    for number in range(to):
        total += number
    return total


def counting(jobs: int) -> None:
    """Count twice as far as one process does in a second or two, in one process or in two."""
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        list(pool.map(count_up, [COUNTED] * 2))


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Give the wall time of a call, and the CPU time of this process and its children."""
    before, cpu = perf_counter(), sum(os.times()[:4])
    work()
    wall = perf_counter() - before
    while active_children():
        sleep(0.05)  # their time counts when they have ended
    forkserver._forkserver._stop()  # type: ignore[attr-defined] # so it is with those that it forked
    return wall, sum(os.times()[:4]) - cpu


def extraction(paths: list[Path], jobs: int) -> None:
    """Read, annotate and state all documents, so many at once; the processes' start included."""
    todo = [Job((path,), str(number)) for number, path in enumerate(paths)]
    outcomes = outcomes_of(todo, len(todo), Settings(jobs=jobs), read_annotation)
    assert all(outcome.packed is not None for _, outcome in outcomes)


def print_ratio(name: str, work: Callable[[int], object]) -> None:
    """Time one and two in turn, and print the best of each with their ratio and their noise."""
    rounds = [(timed(lambda: work(1)), timed(lambda: work(2))) for _ in range(ROUNDS)]
    one, two = (min(spent[at][0] for spent in rounds) for at in (0, 1))
    cpu_of_one, cpu_of_two = (min(spent[at][1] for spent in rounds) for at in (0, 1))
    ratios = sorted(first / second for (first, _), (second, _) in rounds)
    noise = max(spent[0][0] for spent in rounds) / one
    shown = f"{name:30}{one:8.2f} s {two:8.2f} s {one / two:7.2f} x {cpu_of_two / cpu_of_one:9.2f} x"
    print(f"{shown}   rounds {ratios[0]:.2f}–{ratios[-1]:.2f}, noise {noise:.2f}", flush=True)


def main() -> None:
    """Print a line for counting, for reading and annotating, and for a whole build."""
    given = sys.argv[1] if len(sys.argv) > 1 else str(CORPUS if CORPUS.exists() else SAMPLES)
    with tempfile.TemporaryDirectory() as made:
        folder = write_texts(Path(made) / "texts", int(given), sparse=True) if given.isdigit() else Path(given)
        paths = [path for path in sorted(folder.glob("*.txt")) if path.stem != "damaged"]
        paths = paths if given.isdigit() else paths * COPIES
        print(f"{len(paths):,} documents{'':16}{'--jobs 1':>10} {'--jobs 2':>10} {'ratio':>8} {'CPU':>10}")
        print_ratio("counting only", counting)
        print_ratio("read, annotate and state", lambda jobs: extraction(paths, jobs))

        def whole(jobs: int) -> None:
            with tempfile.TemporaryDirectory() as out:
                build([folder], Settings(dataset=Path(out) / "dataset", jobs=jobs))

        print_ratio("whole build, each text once", whole)


if __name__ == "__main__":
    main()
