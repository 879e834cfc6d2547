"""Builds killed while they bring a whole generation up to date: readers see the one before or the new one, whole.

Builds are forked from a process that has loaded the program, so that kills meet the work itself and not its start.
"""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import IO

import pytest

from graphkit.dataset.check import check_dataset
from graphkit.dataset.folder import Folder
from graphkit.dataset.generations import current_manifest
from graphkit.dataset.journal import open_journal
from graphkit.dataset.manifest import Manifest
from graphkit.dataset.opened import open_dataset
from graphkit.dataset.sums import damaged_files
from tests.synthetic import write_texts

STANDING, CHANGED = 60, 10
"""Documents of a generation that is brought up to date, and how many are changed, removed and put in their place."""

POINTS, MANY_POINTS = 10, 100
SEED = 20260301
PATIENCE = 60.0
"""Seconds in which a build that is not killed comes to its end."""

ROOT = Path(__file__).parents[2]
FORKING = """
import os, sys
from pathlib import Path
from graphkit.dataset import warm
from graphkit.settings import Settings
from graphkit.workflow import build
for line in sys.stdin:
    texts, folder = line.rstrip("\\n").split("\\t")
    process = os.fork()
    if process == 0:
        build([Path(texts)], Settings(dataset=Path(folder), judgements=None, jobs=1))
        os._exit(0)
    print(process, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)
"""
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are forked")


@dataclass(frozen=True, slots=True)
class Builder:
    """A process that has loaded the program and forks builds; one build at a time."""

    asked: IO[str]
    told: int

    def start(self, texts: Path, folder: Path) -> int:
        """Start a build and give its process."""
        self.asked.write(f"{texts}\t{folder}\n")
        self.asked.flush()
        return int(self._line())

    def ended(self, seconds: float) -> bool:
        """Wait so long for the end of the build; one that fails is no end."""
        if not select.select([self.told], [], [], max(seconds, 0))[0]:
            return False
        assert self._line() == "0"
        return True

    def kill(self, process: int) -> None:
        """Kill the build; it may have come to its end in the same moment."""
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        assert self._line() in {"0", str(-signal.SIGKILL)}

    def _line(self) -> str:
        """Read a line byte by byte: what a file object had read on, `select` would not see."""
        return b"".join(iter(lambda: os.read(self.told, 1), b"\n")).decode()


@contextmanager
def builder() -> Iterator[Builder]:
    """Start a process that forks builds, and end it."""
    command = [sys.executable, "-c", FORKING]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Builder(process.stdin, process.stdout.fileno())
        process.stdin.close()


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of a build that nothing disturbs: until it begins to make a generation, and all of it."""

    reading: float
    whole: float


def manifest_of(folder: Path) -> Manifest:
    manifest = current_manifest(Folder(folder))
    assert manifest is not None
    return manifest


def change(texts: Path) -> None:
    """Write over some documents, remove some, and put as many others in their place."""
    files = sorted(texts.iterdir())
    for file in files[:CHANGED]:
        file.write_text(f"{file.read_text('utf-8')}甲市财政局召开工作会议。\n", "utf-8")
    for number, file in enumerate(files[CHANGED : 2 * CHANGED], 1):
        file.unlink()
        other = f"2024年3月{number}日，甲市财政局召开档案管理工作会议。\n"
        (texts / f"other-{number}.txt").write_text(other, "utf-8")


def kill_over_a_generation(points: int, texts: Path, place: Path) -> Counter[str]:
    """Kill builds that bring a whole generation up to date at so many points; count what readers see then.

    Four are killed one after the other, each going on where the last was killed: while documents are read, anywhere,
    and twice after the generation was begun. Then one comes to its end.
    """
    sound, undisturbed, folder = place / "sound", place / "undisturbed", place / "outputs"
    random, seen = Random(SEED), Counter[str]()
    with builder() as forked:
        forked.start(texts, sound)
        assert forked.ended(PATIENCE)
        change(texts)
        shutil.copytree(sound, undisturbed)
        times = timed(forked, texts, undisturbed)
        old, new = manifest_of(sound).sha256, manifest_of(undisturbed).sha256
        making = times.whole - times.reading
        steps = ((False, times.reading), (False, times.whole), (True, making), (True, making))
        while seen.total() < points:
            shutil.copytree(sound, folder)
            for is_begun, longest in steps[: points - seen.total()]:
                since = time.time()
                process = forked.start(texts, folder)
                if (is_begun and not begun(forked, folder, since)) or forked.ended(random.uniform(0, longest)):
                    break
                forked.kill(process)
                seen[seen_by_readers(folder, old, new, since)] += 1
            else:
                forked.start(texts, folder)
                assert forked.ended(PATIENCE)
            assert manifest_of(folder).sha256 == new
            assert not list(damaged_files(Folder(folder).current()))
            if seen.total() == points:
                assert check_dataset(open_dataset(folder)) == []
            shutil.rmtree(folder)
    return seen


def timed(forked: Builder, texts: Path, folder: Path) -> Times:
    """Time a build that nothing disturbs."""
    since = time.time()
    forked.start(texts, folder)
    assert begun(forked, folder, since)
    reading = time.time() - since
    assert forked.ended(PATIENCE)
    return Times(reading, time.time() - since)


def begun(forked: Builder, folder: Path, since: float) -> bool:
    """Wait until a build has begun to make a generation; false when it has come to its end before it was seen."""
    while not made_since(folder, since):
        if forked.ended(0.001):
            return False
    return True


def made_since(folder: Path, since: float) -> list[Path]:
    """Give the generations, finished or not, that are not left from builds before."""
    made = []
    for one in Folder(folder).generations.iterdir():
        # What builds before have left may go in the same moment.
        with suppress(FileNotFoundError):
            if one.stat().st_mtime > since:
                made.append(one)
    return made


def seen_by_readers(folder: Path, old: str, new: str, since: float) -> str:
    """Tell how far a build had come when it was killed; readers see the generation before or the new one, whole."""
    dataset = open_dataset(folder)
    assert dataset.manifest.sha256 in {old, new}
    assert len(dataset.store) == dataset.manifest.quads
    with open_journal(Folder(folder).journal) as journal:
        entries = list(journal.entries())
    assert all(entry.nquads and entry.facts for entry in entries)
    if dataset.manifest.sha256 == new:
        return "the new generation; its record was being written"
    assert len(entries) >= dataset.manifest.documents
    made = made_since(folder, since)
    if not made:
        return "the generation before; documents were being read"
    if any(one.suffix for one in made):
        return "the generation before; the new one was being made"
    return "the generation before; the new one was in its place and not yet named"


@pytest.mark.slow
def test_a_build_over_a_generation_killed_at_ten_points_leaves_one_that_is_whole(tmp_path: Path) -> None:
    kill_over_a_generation(POINTS, write_texts(tmp_path / "texts", STANDING), tmp_path)


@pytest.mark.thorough
def test_a_build_over_a_generation_killed_at_a_hundred_points_leaves_one_that_is_whole(tmp_path: Path) -> None:
    seen = kill_over_a_generation(MANY_POINTS, write_texts(tmp_path / "texts", STANDING), tmp_path)
    assert any("documents were being read" in one for one in seen)
    assert any("the new one was being made" in one for one in seen)
