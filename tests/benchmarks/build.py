"""Where the time of a build goes, beside pyoxigraph's own bulk load of the same quads: documents in, two tables out.

The first has the time from characters to statements; the second a whole build by stage, with what remains of it when
journalled documents are made a generation again, in seconds and in times of the bulk load. What a stage takes is told
as wall time, stages of a generation running beside others, and as CPU time of the thread that does it; what threads of
the engine take beside is a line of its own. The best of so many rounds, in which builds by either clock and loads take
turns. Give a folder, or a number of synthetic documents: build.py 10000.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import NamedTuple, TypeVar
from unittest.mock import patch

import pyoxigraph

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from graphkit.dataset import clock, open_dataset, reading  # noqa: E402 - after the path of a script
from graphkit.dataset.entries import entry_of  # noqa: E402
from graphkit.dataset.generations import make_generation  # noqa: E402
from graphkit.extract.extractor import extract_facts, find_mentions  # noqa: E402
from graphkit.extract.scan import Scan  # noqa: E402
from graphkit.rdf.statements import state  # noqa: E402
from graphkit.read import document_of  # noqa: E402
from graphkit.resolve.annotate import annotate  # noqa: E402
from graphkit.resolve.linker import link  # noqa: E402
from graphkit.settings import Settings  # noqa: E402
from graphkit.workflow import build  # noqa: E402
from tests.synthetic import write_texts  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = ROOT / "data" / "samples"
RUNS = 3
EXTRACTION = ("read and annotate", "state")
GENERATION = ("link", "lines", "load", "index", "check", "manifest", "finish")
T = TypeVar("T")


def spent(work: Callable[[], T]) -> tuple[float, T]:
    """Give the CPU time of one call, and its result."""
    before = process_time()
    result = work()
    return process_time() - before, result


def stages(texts: list[str]) -> dict[str, float]:
    """Give the CPU seconds of each stage over all texts, run one after the other."""
    seconds: dict[str, float] = {}
    seconds["read"], documents = spent(lambda: [document_of(text) for text in texts])
    seconds["scan"], scans = spent(lambda: [(scan, scan.units)[0] for scan in map(Scan, documents)])
    seconds["mentions"], found = spent(lambda: [find_mentions(scan) for scan in scans])
    seconds["link"], scenes = spent(lambda: [link(scan, one) for scan, one in zip(scans, found, strict=True)])
    seconds["facts"], _ = spent(lambda: [list(extract_facts(scene)) for scene in scenes])
    whole, annotations = spent(lambda: [annotate(document) for document in documents])
    seconds["keys"] = max(whole - sum(seconds[name] for name in ("scan", "mentions", "link", "facts")), 0.0)
    seconds["state"], _ = spent(lambda: [entry_of(state(one, Settings().base)) for one in annotations])
    return seconds


def print_extraction(texts: list[str]) -> None:
    """Print the median run from characters to statements."""
    characters = sum(map(len, texts))
    runs = sorted((stages(texts) for _ in range(RUNS)), key=lambda one: sum(one.values()))
    middle = runs[len(runs) // 2]
    total = sum(middle.values())
    print(f"{len(texts):,} documents, {characters:,} characters, CPU time")
    for name, seconds in middle.items():
        speed = characters / max(seconds, 1e-9)
        print(f"  {name:9} {seconds:7.3f} s  {seconds / total:5.1%}  {speed:12,.0f} characters/s")
    facts = total - middle["state"]
    noise = sum(runs[-1].values()) / sum(runs[0].values())
    print(f"  text to facts: {characters / facts:,.0f} characters/s; slowest run / fastest: {noise:.2f}")


class Spent(NamedTuple):
    """Wall time, CPU time of all threads, both of the generation alone, and seconds by stage."""

    wall: float
    cpu: float
    made: tuple[float, float] = (0.0, 0.0)
    stages: Mapping[str, float] = {}


def whole_build(texts: Path, out: Path, quads: Path, by: Callable[[], float]) -> Spent:
    """Build, stages timed by a clock, and write the sorted quads into a file."""
    made: list[tuple[float, float]] = []

    def timed(*given: object, **named: object) -> object:
        before = perf_counter(), process_time()
        result = make_generation(*given, **named)  # type: ignore[arg-type]
        made.append((perf_counter() - before[0], process_time() - before[1]))
        return result

    with ExitStack() as stack:
        for module in (clock, reading):
            stack.enter_context(patch.object(module, "perf_counter", by))
        stack.enter_context(patch("graphkit.workflow.make_generation", timed))
        wall, cpu = perf_counter(), process_time()
        build([texts], Settings(dataset=out))
        wall, cpu = perf_counter() - wall, process_time() - cpu
    by_stage = json.loads((out / "run.json").read_text("utf-8"))["seconds_by_stage"]
    with quads.open("wb") as file:
        file.writelines(line + b"\n" for line in open_dataset(out).store.lines())
    return Spent(wall, cpu, made[0], by_stage)


def bulk_load(quads: Path, out: Path) -> Spent:
    """Load quads as pyoxigraph does by itself, whole and at once."""
    wall, cpu = perf_counter(), process_time()
    store = pyoxigraph.Store(str(out))
    store.bulk_load(path=str(quads), format=pyoxigraph.RdfFormat.N_QUADS)
    store.flush()
    return Spent(perf_counter() - wall, process_time() - cpu)


def print_build(texts: Path) -> None:
    """Print the best build by stage, in seconds and in times of the best bulk load."""
    by_wall: list[Spent] = []
    by_cpu: list[Spent] = []
    loads: list[Spent] = []
    with tempfile.TemporaryDirectory() as made:
        quads = Path(made) / "all.nq"
        for run in range(2 * RUNS):
            builds, by = (by_wall, perf_counter) if run % 2 else (by_cpu, thread_time)
            builds.append(whole_build(texts, Path(made) / "dataset", quads, by))
            loads.append(bulk_load(quads, Path(made) / "store"))
            for name in ("dataset", "store"):
                shutil.rmtree(Path(made) / name)
        with quads.open("rb") as file:
            count = sum(1 for _ in file)
    builds = [*by_wall, *by_cpu]
    load = min(one.wall for one in loads), min(one.cpu for one in loads)
    stages = {one: (_least(by_wall, one), _least(by_cpu, one)) for one in by_wall[0].stages}
    whole = min(one.wall for one in builds), min(one.cpu for one in builds)
    alone = min(one.made[0] for one in builds), min(one.made[1] for one in builds)
    read = [sum(stages[one][clock] for one in EXTRACTION) for clock in (0, 1)]
    beside = alone[1] - sum(stages[one][1] for one in GENERATION)
    print(f"{count:,} quads; pyoxigraph's bulk_load {load[0]:.2f} s wall, {load[1]:.2f} s CPU", end="; ")
    print("seconds and times of the bulk load, by wall and by CPU:")
    for name, times in stages.items():
        print_line(name, times, load)
    print_line("engine's threads", (0.0, max(beside, 0.0)), load)
    print_line("whole build", whole, load)
    print_line("without extraction", (whole[0] - read[0], whole[1] - read[1]), load)
    print_line("generation alone", alone, load)
    for name, all_times in (("builds", builds), ("loads", loads)):
        walls = sorted(one.wall for one in all_times)
        print(f"  noise, slowest / fastest of {len(walls)} {name}: {walls[-1] / walls[0]:.2f}")


def _least(builds: list[Spent], stage: str) -> float:
    return min(one.stages[stage] for one in builds)


def print_line(name: str, times: tuple[float, float], load: tuple[float, float]) -> None:
    """Print wall and CPU seconds, each with how many times the bulk load's it is."""
    wall, cpu = times
    print(f"  {name:18} {wall:7.2f} s {wall / load[0]:6.2f} x {cpu:9.2f} s {cpu / load[1]:6.2f} x")


def main() -> None:
    """Print both tables."""
    given = sys.argv[1] if len(sys.argv) > 1 else str(CORPUS if CORPUS.exists() else SAMPLES)
    with tempfile.TemporaryDirectory() as made:
        folder = write_texts(Path(made), int(given), sparse=True) if given.isdigit() else Path(given)
        paths = [path for path in sorted(folder.glob("*.txt")) if path.stem != "damaged"]
        annotate(document_of(paths[0].read_text("utf-8")))  # loads the gazetteer
        print_extraction([path.read_text("utf-8") for path in paths[:1000]])
        print_build(folder)


if __name__ == "__main__":
    main()
