"""What the ready questions cost on 100 k, 1 M and 10 M quads: pyoxigraph as we use it, oxrdflib, rdflib, Virtuoso.

Seed, corpus and samples are built; their quads are copied under other names until there are as many as wanted, readings
and statements alike. Every question is asked of one thing of the originals, as `graphkit ask --sparql` writes it, of
each engine in one run. In milliseconds: the best of fifteen by wall time, their median, the best by CPU time of the
process that asks (which is the engine's but for Virtuoso's), and the rows. What takes long is asked fewer times.

    python tests/benchmarks/engines.py 100000 1000000
    python tests/benchmarks/engines.py 10000000 --no-rdflib

Virtuoso (Debian's virtuoso-opensource) is started here where it is installed; rdflib is given 20 s a question.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pyoxigraph

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from graphkit.dataset import open_dataset  # noqa: E402 - after the path of a script
from graphkit.query.asking import bind_question, portable_sparql  # noqa: E402
from graphkit.query.catalogue import ready_questions  # noqa: E402
from graphkit.settings import Settings  # noqa: E402
from graphkit.workflow import build  # noqa: E402
from tests.benchmarks.questions import ABOUT  # noqa: E402

Ask = Callable[[str], int]
SHARED = ROOT.parent / "shared"
RUNS = 15
ENOUGH = 2000
"""Milliseconds after which a question is asked no more."""

LIMIT, LOADING = 20.0, 900.0
PORTS = (18890, 11111)
SERVER = "server.pid"
INI = """[Database]
DatabaseFile = {folder}/v.db
ErrorLogFile = {folder}/v.log
TransactionFile = {folder}/v.trx
xa_persistent_file = {folder}/v.pxa
[TempDatabase]
DatabaseFile = {folder}/t.db
TransactionFile = {folder}/t.trx
[Parameters]
ServerPort = {sql}
DirsAllowed = {folder}
NumberOfBuffers = 340000
MaxDirtyBuffers = 250000
[HTTPServer]
ServerPort = {http}
[SPARQL]
ResultSetMaxRows = 1000000
"""


def bound_questions(folder: Path) -> tuple[dict[str, str], list[bytes], str]:
    """Build, and give each question's SPARQL, the quads as N-Quads lines, and how the IRIs of things begin."""
    build([SHARED / "seed", SHARED / "corpus", ROOT / "data" / "samples"], Settings(dataset=folder / "dataset"))
    dataset = open_dataset(folder / "dataset")
    asked = {}
    for question in ready_questions():
        first = question.parameters[0]
        asked[question.name] = portable_sparql(bind_question(dataset, question, {first.name: ABOUT[first.name]}))
    lines = [line + b"\n" for line in dataset.store.lines()]
    return asked, lines, dataset.base


def write_copies(lines: list[bytes], base: str, wanted: int, path: Path) -> int:
    """Write the quads and copies of them, the things of each copy under names of their own."""
    start = re.compile(re.escape(f"<{base}".encode()))
    count = 0
    with path.open("wb") as out:
        for copy in range(-(-wanted // len(lines))):
            name = f"<{base}{copy}/".encode() if copy else f"<{base}".encode()
            blank = f"_:c{copy}x".encode()
            for line in lines:
                out.write(re.sub(rb"_:", blank, start.sub(name, line)) if copy else line)
            count += len(lines)
    return count


def oxigraph_on_disk(path: Path, folder: Path) -> Ask:
    """Load as a build does, open read-only as a reader does."""
    store = pyoxigraph.Store(str(folder / "ox"))
    store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS)
    store.flush()
    del store
    opened = pyoxigraph.Store.read_only(str(folder / "ox"))

    def ask(sparql: str) -> int:
        answer = opened.query(sparql)
        assert isinstance(answer, pyoxigraph.QuerySolutions)
        return sum(1 for _ in answer)

    return ask


def of_rdflib(kind: str) -> Callable[[Path, Path], Ask]:
    """Give the way to load rdflib's Dataset, in its own memory store or oxrdflib's."""

    def load(path: Path, _: Path) -> Ask:
        import rdflib

        graph = rdflib.Dataset(store=kind)
        graph.parse(str(path), format="ox-nquads" if kind == "Oxigraph" else "nquads")
        return lambda sparql: len(list(graph.query(sparql)))

    return load


def virtuoso(path: Path, folder: Path) -> Ask:
    """Start Virtuoso on the files in a folder, load with its bulk loader, ask over HTTP."""
    http, sql = PORTS
    (folder / "v.ini").write_text(INI.format(folder=folder, sql=sql, http=http))
    server = subprocess.Popen(
        ["/usr/bin/virtuoso-t", "-f", "-c", str(folder / "v.ini")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    (folder / SERVER).write_text(str(server.pid))
    quads = folder / "load"
    quads.mkdir()
    (quads / "all.nq").hardlink_to(path)
    command = f"ld_dir('{quads}', '*.nq', 'urn:x'); rdf_loader_run(); checkpoint;"
    for _ in range(60):
        time.sleep(0.5)
        done = subprocess.run(
            ["/usr/bin/isql-vt", str(sql), "dba", "dba", f"exec={command}"], capture_output=True, check=False
        )
        if b"Connected" in done.stdout:
            break

    def ask(sparql: str) -> int:
        asked = {"query": sparql, "format": "application/sparql-results+json", "default-graph-uri": "urn:x"}
        data = urllib.parse.urlencode(asked).encode()
        with urllib.request.urlopen(f"http://localhost:{http}/sparql", data, timeout=LIMIT) as answer:
            return len(json.load(answer)["results"]["bindings"])

    return ask


ENGINES: dict[str, Callable[[Path, Path], Ask]] = {
    "ours": oxigraph_on_disk,
    "oxrdflib": of_rdflib("Oxigraph"),
    "rdflib": of_rdflib("default"),
    "virtuoso": virtuoso,
}


class Timed(NamedTuple):
    """Milliseconds of some runs: the best and the median of wall time, the best of this process's CPU; and the rows."""

    best: float
    median: float
    cpu: float
    rows: int


def timed(ask: Ask, sparql: str) -> Timed:
    """Ask some times, fewer where a question takes long."""
    walls: list[float] = []
    cpus: list[float] = []
    rows = 0
    while len(walls) < RUNS and sum(walls) < ENOUGH:
        wall, cpu = time.perf_counter(), time.process_time()
        rows = ask(sparql)
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    return Timed(min(walls), median(walls), min(cpus), rows)


def cell_of(told: object) -> str:
    """Write what an engine took."""
    match told:
        case Timed(best, middle, cpu, rows):
            return f"{best:.1f} {middle:.1f} {cpu:.1f} ({rows})"
        case _:
            return str(told)[:24]


def serve(name: str, where: tuple[Path, Path], asked: dict[str, str], out: multiprocessing.Queue[object]) -> None:
    """Load one engine and time each question, in a process that can be ended."""
    start = time.perf_counter()
    try:
        ask = ENGINES[name](*where)
        out.put(time.perf_counter() - start)
        for sparql in asked.values():
            try:
                out.put(timed(ask, sparql))
            except Exception as error:  # noqa: BLE001 - an engine's refusal is a result
                out.put(str(error).splitlines()[0][:60])
    finally:
        end_server(where[1])


def end_server(folder: Path) -> None:
    """End the server that was started in a folder, if any."""
    if (folder / SERVER).exists():
        with suppress(ProcessLookupError):
            os.kill(int((folder / SERVER).read_text()), signal.SIGKILL)


def answers_of(name: str, path: Path, folder: Path, asked: dict[str, str]) -> Iterator[object]:
    """Iterate over the loading time and each question's answer; what takes too long is ended, the rest asked anew."""
    left = dict(asked)
    is_first = True
    while left:
        folder.mkdir()
        context = multiprocessing.get_context("spawn")
        queue: multiprocessing.Queue[object] = context.Queue()
        worker = context.Process(target=serve, args=(name, (path, folder), left, queue))
        worker.start()
        is_loaded = False
        try:
            loaded = queue.get(timeout=LOADING)
            is_loaded = True
            if is_first:
                yield loaded
            is_first = False
            for question in tuple(left):
                del left[question]
                yield queue.get(timeout=LIMIT)
        except Empty:
            yield f"over {LIMIT:.0f} s"
            if not is_loaded:
                return
        finally:
            worker.kill()
            end_server(folder)
            shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    """Print a table for each size."""
    sizes = [int(one) for one in sys.argv[1:] if one.isdigit()] or [100_000, 1_000_000]
    left_out = {one.removeprefix("--no-") for one in sys.argv[1:] if one.startswith("--no-")}
    engines = [name for name in ENGINES if name not in left_out]
    with TemporaryDirectory() as made:
        folder = Path(made)
        asked, lines, base = bound_questions(folder)
        for wanted in sizes:
            path = folder / "all.nq"
            count = write_copies(lines, base, wanted, path)
            found = {name: list(answers_of(name, path, folder / name, asked)) for name in engines}
            print(
                f"\n{count:,} quads, ms: best, median, CPU (rows)\n{'':16}" + "".join(f"{name:>26}" for name in engines)
            )
            print(f"{'load s':16}" + "".join(f"{found[n][0] if found[n] else 0:>26.1f}" for n in engines))
            for number, question in enumerate(asked, 1):
                told = [found[name][number] if number < len(found[name]) else "" for name in engines]
                print(f"{question:16}" + "".join(f"{cell_of(one):>26}" for one in told), flush=True)
            path.unlink()


if __name__ == "__main__":
    main()
