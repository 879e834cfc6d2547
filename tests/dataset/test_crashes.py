"""Builds killed at random points: nothing is lost, nothing is partial, nothing is there twice."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest

from graphkit import workflow
from graphkit.cli.exits import INTERRUPTED
from graphkit.dataset.check import check_dataset
from graphkit.dataset.folder import Folder
from graphkit.dataset.generations import current_manifest
from graphkit.dataset.journal import open_journal
from graphkit.dataset.manifest import Manifest
from graphkit.dataset.opened import open_dataset
from graphkit.settings import Settings
from tests.synthetic import write_texts

DOCUMENTS = 200
POINTS = 10
MANY_POINTS = 100
SEED = 20260301
ROOT = Path(__file__).parents[2]
T = TypeVar("T")


STARTING = 2
"""Processes that start others and keep account of what they hold."""

ENDED = 9
LEAST_CHANGES = 15
ENDING = f"""
import os, sys
from pathlib import Path
from graphkit.settings import Settings
from graphkit.workflow import build
left = int(sys.argv[1])
def ending(work):
    def counted(*given, **named):
        global left
        left -= 1
        if left == 0:
            os._exit({ENDED})
        return work(*given, **named)
    return counted
for place, name in ((os, "fsync"), (os, "replace"), (os, "rename"), (os, "mkdir")):
    setattr(place, name, ending(getattr(place, name)))
build([Path(sys.argv[2])], Settings(dataset=Path(sys.argv[3])))
"""


INTERRUPTIBLE = """
import signal
from graphkit.__main__ import main
signal.signal(signal.SIGINT, signal.default_int_handler)
main()
"""
"""The program, also where whoever runs the tests lets processes ignore interruptions."""


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_texts(tmp_path_factory.mktemp("texts"), DOCUMENTS)


@pytest.fixture(scope="module")
def undisturbed(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, float]:
    """Give the digest of a build that nothing disturbs, and the seconds it takes."""
    folder = tmp_path_factory.mktemp("undisturbed") / "outputs"
    before = time.perf_counter()
    assert started(texts, folder, jobs=1).wait() == 0, told(folder)
    return digest(folder), time.perf_counter() - before


def started(texts: Path, folder: Path, *, jobs: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "graphkit", "build", str(texts), "-o", str(folder), "--jobs", str(jobs)]
    with errors_of(folder).open("wb") as errors:
        return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=errors)


def errors_of(folder: Path) -> Path:
    """Give where a build of this folder writes its errors: beside it, for the folder itself goes."""
    return folder.with_name("errors.txt")


def told(folder: Path) -> str:
    return errors_of(folder).read_text("utf-8", errors="replace")[-2000:]


def manifest_of(folder: Path) -> Manifest:
    manifest = current_manifest(Folder(folder))
    assert manifest is not None
    return manifest


def digest(folder: Path) -> str:
    assert manifest_of(folder).documents == DOCUMENTS
    return manifest_of(folder).sha256


def kill_and_go_on(points: int, texts: Path, folder: Path, undisturbed: tuple[str, float]) -> Counter[str]:
    """Kill builds of one dataset at so many points, each going on where the last was killed; count what is seen."""
    wanted, seconds = undisturbed
    random = Random(SEED)
    killed, seen = 0, Counter[str]()
    while killed < points:
        build = started(texts, folder, jobs=1 + killed % 2)
        try:
            assert build.wait(timeout=random.uniform(0.02, 1.1) * seconds) == 0, told(folder)
        except subprocess.TimeoutExpired:
            build.kill()
            build.wait()
            killed += 1
            seen[f"killed: readers see {readable_or_none(folder, wanted)}"] += 1
        else:
            seen["builds that went on to the end"] += 1
            assert digest(folder) == wanted
            shutil.rmtree(folder)
    assert started(texts, folder, jobs=1).wait() == 0, told(folder)
    assert digest(folder) == wanted
    assert check_dataset(open_dataset(folder)) == []
    return seen


def readable_or_none(folder: Path, wanted: str) -> str:
    """What readers see after a kill is a whole generation or none, and the journal has whole documents."""
    place = Folder(folder)
    if place.pointer.exists():
        assert digest(folder) == wanted
        assert open_dataset(folder).manifest.sha256 == wanted
    if place.journal.exists() and place.journal.stat().st_size:
        with open_journal(place.journal) as journal:
            entries = list(journal.entries())
        assert all(entry.nquads and entry.facts for entry in entries)
        documents = len(entries)
    else:
        documents = 0
    has = "all" if documents == DOCUMENTS else "some" if documents else "no"
    return f"{'a whole' if place.pointer.exists() else 'no'} generation, {has} documents journalled"


@pytest.mark.slow
def test_a_build_killed_at_ten_points_ends_as_one_that_nothing_disturbed(
    texts: Path, undisturbed: tuple[str, float], tmp_path: Path
) -> None:
    kill_and_go_on(POINTS, texts, tmp_path / "outputs", undisturbed)


@pytest.mark.thorough
def test_a_build_killed_at_a_hundred_points_ends_as_one_that_nothing_disturbed(
    texts: Path, undisturbed: tuple[str, float], tmp_path: Path
) -> None:
    kill_and_go_on(MANY_POINTS, texts, tmp_path / "outputs", undisturbed)


@pytest.mark.slow
def test_a_build_that_ends_at_any_change_on_disk_is_gone_on_with(tmp_path: Path) -> None:
    """Each time that a file is brought to the disk or takes its name, in turn, is the last thing a build does."""
    texts, folder = write_texts(tmp_path / "texts", 3), tmp_path / "outputs"
    wanted, places = "", 0
    for place in count(1):
        shutil.rmtree(folder, ignore_errors=True)
        ended = subprocess.run([sys.executable, "-c", ENDING, str(place), str(texts), str(folder)], check=False)
        if ended.returncode == 0:
            wanted, places = manifest_of(folder).sha256, place
            break
        assert ended.returncode == ENDED
        workflow.build([texts], Settings(dataset=folder))
        wanted = wanted or manifest_of(folder).sha256
        assert manifest_of(folder).sha256 == wanted, place
    assert check_dataset(open_dataset(folder)) == []
    assert places > LEAST_CHANGES


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs /proc to see processes")
def test_processes_that_read_end_with_the_build_that_is_killed(texts: Path, tmp_path: Path) -> None:
    build = started(texts, tmp_path / "outputs", jobs=2)
    children = waited_for(lambda: found if len(found := children_of(build.pid)) > STARTING else [])
    build.kill()
    build.wait()
    assert children
    waited_for(lambda: not any(is_reader(child) for child in children))


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs /proc to see processes")
def test_an_interruption_of_all_processes_is_told_in_one_line(texts: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", INTERRUPTIBLE, "build", str(texts), "-o", str(tmp_path / "outputs"), "--jobs", "2"]
    with errors_of(tmp_path / "outputs").open("wb") as errors:
        build = subprocess.Popen(command, cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL, stderr=errors)
    # The first is the process that others are forked from, while it still loads what reading needs.
    waited_for(lambda: children_of(build.pid))
    os.killpg(build.pid, signal.SIGINT)
    assert build.wait(timeout=60) == INTERRUPTED
    (line,) = told(tmp_path / "outputs").splitlines()
    assert line.startswith("graphkit: 已中断")
    assert "/ interrupted; the dataset is as it was" in line


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc to see what processes block")
def test_the_process_that_others_are_forked_from_is_never_open_to_an_interruption(texts: Path, tmp_path: Path) -> None:
    build = started(texts, tmp_path / "outputs", jobs=2)
    try:
        found = waited_for(lambda: [one for one in children_of(build.pid) if b"forkserver" in command_of(one)])
        assert blocked_by(found[0]) & 1 << signal.SIGINT - 1
    finally:
        build.kill()
        build.wait()


def blocked_by(process: int) -> int:
    """Give the signals that a process blocks, a bit each."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.removeprefix("SigBlk:"), 16) for line in lines if line.startswith("SigBlk:"))


def waited_for(seen: Callable[[], T]) -> T:
    """Ask until the answer is true; one that stays false fails."""
    for _ in range(600):
        if found := seen():
            return found
        time.sleep(0.05)
    pytest.fail("never seen in 30 seconds")


def children_of(ancestor: int) -> list[int]:
    """Give the processes that read for a build, with those that start them."""
    running = (int(one.name) for one in Path("/proc").iterdir() if one.name.isdigit())
    return [one for one in running if is_reader(one) and ancestor in (parent_of(one), parent_of(parent_of(one)))]


def is_reader(process: int) -> bool:
    return b"multiprocessing" in command_of(process)


def command_of(process: int) -> bytes:
    """Give the command line of a process, empty when it has ended."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def parent_of(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0
