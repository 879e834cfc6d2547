"""Where the time of a build goes: documents in; characters a second by stage, and each stage's share, out."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

from graphkit.dataset.journal import entry_of
from graphkit.extract.extractor import extract_facts, find_mentions
from graphkit.extract.scan import Scan
from graphkit.rdf.statements import state
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate
from graphkit.resolve.linker import link
from graphkit.settings import Settings
from graphkit.workflow import build

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = ROOT / "data" / "samples"
RUNS = 3
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


def main() -> None:
    """Print the median run's stages, then a whole build with one and with two processes."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else (CORPUS if CORPUS.exists() else SAMPLES)
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt")) if path.stem != "damaged"]
    characters = sum(map(len, texts))
    annotate(document_of(texts[0]))  # loads the gazetteer
    runs = sorted((stages(texts) for _ in range(RUNS)), key=lambda one: sum(one.values()))
    middle = runs[len(runs) // 2]
    total = sum(middle.values())
    print(f"{folder}: {len(texts)} documents, {characters:,} characters")
    for name, seconds in middle.items():
        speed = characters / max(seconds, 1e-9)
        print(f"  {name:9} {seconds:7.3f} s  {seconds / total:5.1%}  {speed:12,.0f} characters/s")
    facts = total - middle["state"]
    noise = sum(runs[-1].values()) / sum(runs[0].values())
    print(f"  text to facts: {characters / facts:,.0f} characters/s; slowest run / fastest: {noise:.2f}")
    for jobs in (1, 2):
        with tempfile.TemporaryDirectory() as out:
            before = perf_counter()
            report = build([folder], Settings(dataset=Path(out) / "dataset", jobs=jobs))
            wall = perf_counter() - before
            print(f"  build --jobs {jobs}: {wall:6.2f} s wall, {report.statements:,} statements")


if __name__ == "__main__":
    main()
