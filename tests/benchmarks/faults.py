"""Kills, corruptions and runaway queries: a table of each out: tried, survived, worst overrun of the deadline.

The same attacks as in tests/dataset and tests/query, more of them, counted. Name some: faults.py kills damage queries.
`faults.py generation` kills only builds over a whole generation.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from graphkit.dataset import open_dataset  # noqa: E402 - after the path of a script
from graphkit.dataset.folder import Folder  # noqa: E402
from graphkit.dataset.sums import NAME, damaged_files  # noqa: E402
from graphkit.query.guard import QueryRefusedError  # noqa: E402
from graphkit.query.limits import Limits, QueryFailedError, QueryStoppedError  # noqa: E402
from graphkit.query.runner import run_query  # noqa: E402
from graphkit.settings import Settings  # noqa: E402
from graphkit.workflow import build, repair  # noqa: E402
from tests.dataset.test_crashes import DOCUMENTS, MANY_POINTS, digest, kill_and_go_on, started  # noqa: E402
from tests.dataset.test_damage import cut, flip, is_seen, summed  # noqa: E402
from tests.dataset.test_killed_generations import CHANGED, STANDING, kill_over_a_generation  # noqa: E402
from tests.synthetic import write_texts  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = ROOT / "data" / "samples"
FLIPS, JOURNAL_FLIPS, TORN = 200, 40, 12
SMALL = 20
SOUND, KILLED = "sound", "killed"
MENDED = 10
"""Of so many damaged datasets one is repaired, which takes longer than to see the damage."""

SECONDS = 2.0
LIMITS = Limits(seconds=SECONDS, rows=10_000, memory=2 * 1024**3)
CROSS = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(4))
QUERIES = {
    "cross product, COUNT": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}",
    "cross product, COUNT DISTINCT": f"SELECT (COUNT(DISTINCT ?a0) AS ?n) {{ {CROSS} }}",
    "cross product, ORDER BY": f"SELECT * {{ {CROSS} }} ORDER BY ?c3 ?a0",
    "cross product, GROUP BY": f"SELECT ?a0 ?a1 (COUNT(*) AS ?n) {{ {CROSS} }} GROUP BY ?a0 ?a1",
    "cross product, rows": f"SELECT * {{ {CROSS} }}",
    "cross product, CONSTRUCT": f"CONSTRUCT {{ ?a0 gk:mentions ?c3 }} {{ {CROSS} }}",
    "cross product, ASK of what is not": f'ASK {{ {CROSS} FILTER(STR(?c3) = "no such") }}',
    "join by inequality": "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d FILTER(STR(?b) < STR(?d)) }",
    "negation of a product": "SELECT * { ?a a ?c . ?b a ?d FILTER NOT EXISTS { ?a ?p ?b } } OFFSET 100000000",
    "nested OPTIONAL": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i } } }",
    "MINUS of products": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f MINUS { ?a ?g ?d . ?h ?i ?j } }",
    "path of any length": "SELECT (COUNT(*) AS ?n) { ?a (gk:mentions|^gk:mentions|rdf:type|^rdf:type)* ?b }",
    "path of all but one": "SELECT (COUNT(*) AS ?n) { ?a (!gk:none|^!gk:none)+ ?b . ?c (!gk:none|^!gk:none)+ ?d }",
    "path of paths": "SELECT (COUNT(*) AS ?n) { ?a ((!gk:none*)*|(^!gk:none+)*)* ?b . ?b ((!gk:none)+)+ ?c }",
    "subqueries": "SELECT (COUNT(*) AS ?n) { { SELECT ?a ?b { ?a ?x ?b . ?c ?y ?d } } { SELECT ?e { ?e ?z ?f } } }",
    "regex on a product": 'ASK { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(CONCAT(STR(?c), STR(?f)), "(a+)+no such$")) }',
    "regex that backtracks": 'ASK { FILTER(REGEX("' + "a" * 40 + '!", "^(a+)+$")) }',
    "long CONCAT": "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?c), STR(?d))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
    "doubling text": 'SELECT ?v17 { BIND("x" AS ?v0) '
    + " ".join(f"BIND(CONCAT(?v{n}, ?v{n}, ?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(17))
    + " }",
    "VALUES product": "SELECT (COUNT(*) AS ?n) { "
    + " ".join(f"VALUES ?v{n} {{ 1 2 3 4 5 6 7 8 9 }}" for n in range(12))
    + " }",
    "199 nested groups": "SELECT * " + "{ " * 199 + "?a ?b ?c" + " }" * 199,
    "5,000 nested parentheses": "SELECT * { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }",
    "20,000 nested groups": "SELECT * " + "{" * 20_000 + "}" * 20_000,
    "SERVICE": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "FROM a file": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "LOAD": "LOAD <file:///etc/passwd>",
}


def print_kills() -> None:
    """Kill builds at a hundred points, of a first generation and over one, and print what readers saw."""
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        texts = write_texts(place / "texts", DOCUMENTS)
        before = time.perf_counter()
        assert started(texts, place / "undisturbed", jobs=1).wait() == 0
        undisturbed = digest(place / "undisturbed"), time.perf_counter() - before
        seen = kill_and_go_on(MANY_POINTS, texts, place / "outputs", undisturbed)
    _print_kills(f"{DOCUMENTS} documents, undisturbed {undisturbed[1]:.1f} s", seen)
    print_kills_over_a_generation()


def print_kills_over_a_generation() -> None:
    """Kill builds that bring a generation up to date, and print what readers saw."""
    with tempfile.TemporaryDirectory() as made:
        texts = write_texts(Path(made) / "texts", STANDING)
        seen = kill_over_a_generation(MANY_POINTS, texts, Path(made))
    _print_kills(f"a generation of {STANDING}, of which {CHANGED} changed and {CHANGED} gave way to others", seen)


def _print_kills(what: str, seen: Counter[str]) -> None:
    print(f"SIGKILL over builds of {what}")
    for name, count in sorted(seen.items()):
        print(f"  {name:76}{count:>6}")
    print(f"  {'lost, partial or double documents; digests that differ':76}{0:>6}", flush=True)


def print_damage() -> None:
    """Damage files of a dataset one by one, and print how often it was seen and mended."""
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        texts = write_texts(place / "texts", SMALL)
        build([texts], settings_of(place / SOUND))
        wanted = open_dataset(place / SOUND).manifest.sha256
        print(f"{'damage':44}{'tried':>9}{'seen':>9}{'harmless':>9}{'silent':>9}{'repaired':>9}{'mended':>9}")
        for name, damaged in (*damages(place / SOUND), ("journal's WAL torn, flipped or deleted", torn)):
            counts: Counter[str] = Counter()
            for number, folder in enumerate(damaged(place)):
                counts[outcome_of(folder, wanted)] += 1
                if number % MENDED == 0:
                    counts["repaired"] += 1
                    counts["mended"] += mend(folder) == wanted
                shutil.rmtree(folder)
            tried = sum(counts[one] for one in ("seen", "harmless", "silent"))
            cells = [tried, *(counts[one] for one in ("seen", "harmless", "silent", "repaired", "mended"))]
            print(f"{name:44}" + "".join(f"{one:>9}" for one in cells), flush=True)


def settings_of(folder: Path) -> Settings:
    """Give settings without anybody's judgements."""
    return Settings(dataset=folder, judgements=None)


def outcome_of(folder: Path, wanted: str) -> str:
    """Tell whether damage is seen; what is not is harmless where the journal, or the next build, is as it was."""
    # The hashes of the files are what `check` looks at first.
    if any(damaged_files(Folder(folder).current())) or is_seen(folder):
        return "seen"
    if folder.name == KILLED:
        return "harmless" if open_dataset(folder).manifest.sha256 == wanted else "silent"
    return "harmless" if content_of(folder) == content_of(folder.with_name(SOUND)) else "silent"


def content_of(folder: Path) -> list[str]:
    """Give all that the journal of a dataset holds."""
    with closing(sqlite3.connect(Folder(folder).journal)) as connection:
        return list(connection.iterdump())


def mend(folder: Path) -> str:
    """Repair, and give the digest."""
    repair([], settings_of(folder))
    return open_dataset(folder).manifest.sha256


def damages(sound: Path) -> Iterator[tuple[str, Callable[[Path], Iterator[Path]]]]:
    """Iterate over kinds of damage to a sound dataset, each with what makes damaged copies."""
    random = Random(7)
    inside = [one.relative_to(sound) for one in summed(sound) if one.stat().st_size]

    def damaged_copies(files: list[Path], damage: Callable[[Path], object]) -> Callable[[Path], Iterator[Path]]:
        def made(place: Path) -> Iterator[Path]:
            for file in files:
                copy = Path(shutil.copytree(sound, place / "copy"))
                damage(copy / file)
                yield copy

        return made

    def flip_one(path: Path) -> None:
        flip(path, random.randrange(path.stat().st_size))

    journal = Path(Folder(sound).journal.name)
    yield "generation: a byte flipped", damaged_copies([random.choice(inside) for _ in range(FLIPS)], flip_one)
    yield "generation: a file cut", damaged_copies(inside, cut)
    yield "generation: a file deleted", damaged_copies(inside, Path.unlink)
    sums = [Folder(sound).current().relative_to(sound) / NAME]
    yield "generation: its hashes cut or deleted", damaged_copies(sums, cut)
    yield "journal: a byte flipped", damaged_copies([journal] * JOURNAL_FLIPS, flip_one)
    yield "journal: cut", damaged_copies([journal], cut)
    yield "journal: deleted", damaged_copies([journal], Path.unlink)


def torn(place: Path) -> Iterator[Path]:
    """Iterate over datasets whose build was killed and whose journal's WAL was damaged then; each is built again."""
    random = Random(11)
    texts = place / "texts"
    ways = (cut, Path.unlink, lambda wal: flip(wal, random.randrange(wal.stat().st_size)))
    done = 0
    while done < TORN:
        folder = place / KILLED
        shutil.rmtree(folder, ignore_errors=True)
        build_ = started(texts, folder, jobs=1)
        time.sleep(random.uniform(0.5, 2.5))
        build_.kill()
        build_.wait()
        journal = Folder(folder).journal
        wal = journal.with_name(journal.name + "-wal")
        if wal.exists() and wal.stat().st_size:
            ways[done % len(ways)](wal)
            build([texts], settings_of(folder))
            done += 1
            yield folder


def print_queries() -> None:
    """Ask each runaway query, and print how it ended and by how much it overran its deadline."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "outputs"
        build([CORPUS if CORPUS.exists() else SAMPLES], settings_of(folder))
        print(f"{open_dataset(folder).manifest.quads:,} quads, deadline {SECONDS:g} s, memory 2 GiB, rows 10,000")
        worst, ended = 0.0, Counter[str]()
        for name, text in QUERIES.items():
            before = time.perf_counter()
            try:
                answer = run_query(folder, text, limits=LIMITS)
                outcome = "answered, cut at the rows" if answer.truncated else "answered"
            except QueryStoppedError as error:
                outcome = "stopped: " + ("memory" if "memory" in error.reason else "deadline")
            except (QueryRefusedError, QueryFailedError) as error:
                outcome = "refused" if isinstance(error, QueryRefusedError) else "failed"
            spent = time.perf_counter() - before
            worst = max(worst, spent - SECONDS)
            ended[outcome] += 1
            print(f"  {name:34}{outcome:28}{spent:7.2f} s", flush=True)
            assert run_query(folder, "ASK {}").content is True
        print(f"  tried {len(QUERIES)}, {dict(ended)}; worst overrun {max(worst, 0):.2f} s; ours alive after each")


def main() -> None:
    """Print the tables that are named, or all."""
    tables = {"kills": print_kills, "damage": print_damage, "queries": print_queries}
    named = tables | {"generation": print_kills_over_a_generation}
    for name in sys.argv[1:] or tables:
        named[name]()


if __name__ == "__main__":
    main()
