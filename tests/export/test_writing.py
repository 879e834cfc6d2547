"""Files appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graphkit.export.writing import UnwritableFileError, whole_file, write_whole


def test_a_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    with whole_file(target) as stream:
        stream.write("成都".encode())
        assert not target.exists()
    assert target.read_text(encoding="utf-8") == "成都"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_file_and_no_trace(tmp_path: Path, failure: type[BaseException]) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old", encoding="utf-8")

    def write_half() -> None:
        with whole_file(target) as stream:
            stream.write(b"new")
            raise failure

    with pytest.raises(failure):
        write_half()
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFileError, match="nowhere"):
        write_whole(tmp_path / "nowhere" / "a.csv", "x")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_whole(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


def test_a_device_is_written_and_not_replaced() -> None:
    write_whole(Path(os.devnull), "x")
    assert not Path(os.devnull).is_file()
