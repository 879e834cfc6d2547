"""Where the time of a build goes, beside pyoxigraph's own bulk load of the same quads: documents in, two tables out.

The first has the time from characters to statements, the second a whole build by stage, with what remains of it when
journalled documents are made a generation again, in seconds and in times of the bulk load: CPU time of all threads,
since other work on the machine does not count, and wall time of the whole. The best of so many rounds, a build and a
load in turn. Give a folder, or a number of synthetic documents: build.py 10000.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple, TypeVar

import pyoxigraph

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from graphkit.dataset import clock, open_dataset, reading  # noqa: E402 - after the path of a script
from graphkit.dataset.entries import entry_of  # noqa: E402
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
GENERATION = ("link", "lines", "load", "check and index", "manifest", "finish")
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
    """Wall time, CPU time, and CPU time by stage."""

    wall: float
    cpu: float
    stages: dict[str, float]


def whole_build(texts: Path, out: Path, quads: Path) -> Spent:
    """Build, and write the sorted quads into a file."""
    wall, cpu = perf_counter(), process_time()
    build([texts], Settings(dataset=out))
    wall, cpu = perf_counter() - wall, process_time() - cpu
    by_stage = json.loads((out / "run.json").read_text("utf-8"))["seconds_by_stage"]
    rest = cpu - sum(by_stage.values())
    with quads.open("wb") as file:
        file.writelines(line + b"\n" for line in open_dataset(out).store.lines())
    return Spent(wall, cpu, by_stage | {"the rest": rest})


def bulk_load(quads: Path, out: Path) -> Spent:
    """Load quads as pyoxigraph does by itself, whole and at once."""
    wall, cpu = perf_counter(), process_time()
    store = pyoxigraph.Store(str(out))
    store.bulk_load(path=str(quads), format=pyoxigraph.RdfFormat.N_QUADS)
    store.flush()
    return Spent(perf_counter() - wall, process_time() - cpu, {})


def print_build(texts: Path) -> None:
    """Print the best build by stage, in seconds and in times of the best bulk load."""
    builds: list[Spent] = []
    loads: list[Spent] = []
    with tempfile.TemporaryDirectory() as made:
        quads = Path(made) / "all.nq"
        for run in range(RUNS):
            builds.append(whole_build(texts, Path(made) / f"dataset-{run}", quads))
            loads.append(bulk_load(quads, Path(made) / f"store-{run}"))
        with quads.open("rb") as file:
            count = sum(1 for _ in file)
    wall, cpu = min(one.wall for one in builds), min(one.cpu for one in builds)
    load, load_cpu = min(one.wall for one in loads), min(one.cpu for one in loads)
    by_stage = {stage: min(one.stages[stage] for one in builds) for stage in builds[0].stages}
    print(f"{count:,} quads; pyoxigraph's bulk_load {load:.2f} s wall, {load_cpu:.2f} s CPU; CPU time by stage:")
    for stage, seconds in by_stage.items():
        print(f"  {stage:18} {seconds:7.2f} s {seconds / cpu:6.1%} {seconds / load_cpu:6.2f} x bulk_load")
    extraction, generation = (sum(by_stage[stage] for stage in stages) for stages in (EXTRACTION, GENERATION))
    sums = ("whole build", cpu), ("without extraction", cpu - extraction), ("generation alone", generation)
    for name, seconds in sums:
        print(f"  {name:18} {seconds:7.2f} s {seconds / cpu:6.1%} {seconds / load_cpu:6.2f} x bulk_load")
    print(f"  whole build {wall:.2f} s wall, {wall / load:.2f} x bulk_load's")
    for name, times in (("builds", builds), ("loads", loads)):
        walls = sorted(one.wall for one in times)
        print(f"  noise, slowest / fastest of {RUNS} {name}: {walls[-1] / walls[0]:.2f}")


def main() -> None:
    """Print both tables."""
    for module in (clock, reading):
        setattr(module, "perf_counter", process_time)  # noqa: B010 - the stages' clock is the CPU's here
    given = sys.argv[1] if len(sys.argv) > 1 else str(CORPUS if CORPUS.exists() else SAMPLES)
    with tempfile.TemporaryDirectory() as made:
        folder = write_texts(Path(made), int(given), sparse=True) if given.isdigit() else Path(given)
        paths = [path for path in sorted(folder.glob("*.txt")) if path.stem != "damaged"]
        annotate(document_of(paths[0].read_text("utf-8")))  # loads the gazetteer
        print_extraction([path.read_text("utf-8") for path in paths[:1000]])
        print_build(folder)


if __name__ == "__main__":
    main()
