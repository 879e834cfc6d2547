"""Whose folder it is, and who may write."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from graphkit.dataset.folder import claim_folder, locked, write_whole
from graphkit.errors import DatasetLockedError, ForeignFolderError

HOLD = """
import sys, time
from pathlib import Path
from graphkit.dataset.folder import Folder, locked
with locked(Folder(Path(sys.argv[1]))):
    print("locked", flush=True)
    sys.stdin.read()
"""


def test_a_new_folder_is_made_and_marked(tmp_path: Path) -> None:
    folder = claim_folder(tmp_path / "a" / "b")
    assert folder.marker.is_file()
    assert claim_folder(folder.path) == folder


def test_a_folder_that_holds_only_a_readme_is_taken(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("outputs", "utf-8")
    assert claim_folder(tmp_path).marker.is_file()


def test_a_folder_with_other_files_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "论文.docx").write_text("", "utf-8")
    with pytest.raises(ForeignFolderError, match=r"论文\.docx"):
        claim_folder(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["论文.docx"]


def test_a_file_is_no_folder_for_a_dataset(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", "utf-8")
    with pytest.raises(ForeignFolderError):
        claim_folder(tmp_path / "out")


def test_a_second_writer_is_told_who_is_writing(tmp_path: Path) -> None:
    folder = claim_folder(tmp_path)
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        with pytest.raises(DatasetLockedError, match=str(other.pid)), locked(folder):
            pass
        other.kill()
    with locked(folder):
        assert (tmp_path / "lock").read_text() == str(os.getpid())


START = """
import sys
from pathlib import Path
from graphkit.dataset.folder import claim_folder, locked
from graphkit.errors import DatasetLockedError
for line in sys.stdin:
    try:
        with locked(claim_folder(Path(line.strip()))):
            print("locked", flush=True)
            sys.stdin.readline()
    except DatasetLockedError as error:
        print(error.process, flush=True)
        sys.stdin.readline()
    print("free", flush=True)
"""


def test_of_builds_that_start_at_once_in_a_new_folder_all_but_one_are_told_who_is_writing(tmp_path: Path) -> None:
    with ExitStack() as stack:
        builds = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", START], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
                )
            )
            for _ in range(3)
        ]
        for round_ in range(20):
            _tell(builds, f"{tmp_path / str(round_)}\n")
            said = {build.pid: _heard(build) for build in builds}
            (writer,) = (pid for pid, word in said.items() if word == "locked")
            # One that only marked the folder is named too, where it went before the writer.
            assert {word for pid, word in said.items() if pid != writer} <= {str(build.pid) for build in builds}
            _tell(builds, "\n")
            assert {_heard(build) for build in builds} == {"free"}


def _tell(builds: list[subprocess.Popen[str]], line: str) -> None:
    for build in builds:
        assert build.stdin is not None
        build.stdin.write(line)


def _heard(build: subprocess.Popen[str]) -> str:
    assert build.stdout is not None
    return build.stdout.readline().strip()


LEAVE = """
import os, subprocess, sys
from pathlib import Path
from graphkit.dataset.folder import Folder, locked
lock = locked(Folder(Path(sys.argv[1])))
lock.__enter__()
kept = [one for one in range(3, 64) if os.path.realpath(f"/proc/self/fd/{one}").endswith("lock")]
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1)"], pass_fds=kept, stdout=subprocess.DEVNULL)
os._exit(9)
"""


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc to see open files")
def test_a_lock_that_a_dead_builds_child_still_holds_is_waited_for(tmp_path: Path) -> None:
    folder = claim_folder(tmp_path)
    assert subprocess.run([sys.executable, "-c", LEAVE, str(folder.path)], check=False).returncode == 9
    with locked(folder):
        assert (folder.path / "lock").read_text() == str(os.getpid())


def test_a_folder_that_a_killed_build_was_marking_is_taken(tmp_path: Path) -> None:
    (tmp_path / "graphkit-dataset.json.tmp").write_bytes(b"")
    assert claim_folder(tmp_path).marker.is_file()


def test_the_lock_is_free_after_a_failure(tmp_path: Path) -> None:
    folder = claim_folder(tmp_path)
    with pytest.raises(RuntimeError), locked(folder):
        raise RuntimeError
    with locked(folder):
        assert (tmp_path / "lock").read_text() == str(os.getpid())


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "CURRENT"
    write_whole(path, b"gen-1\n")
    write_whole(path, b"gen-2\n")
    assert path.read_bytes() == b"gen-2\n"
    assert [one.name for one in tmp_path.iterdir()] == ["CURRENT"]
