"""Which files are read."""

from __future__ import annotations

from pathlib import Path

from graphkit.dataset.folder import claim_folder
from graphkit.dataset.sources import Root, content_hash, files_in

SUFFIXES = {".txt", ".md"}


def write(path: Path, content: bytes = b"") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_files_that_can_be_read_are_found_below_a_folder_sorted(tmp_path: Path) -> None:
    wanted = [write(tmp_path / name) for name in ("a/一.txt", "a/二.TXT", "b/c/三.md")]
    write(tmp_path / "a/表.xlsx")
    write(tmp_path / ".git/四.txt")
    write(tmp_path / "a/.五.txt")
    assert list(files_in([Root(tmp_path)], SUFFIXES)) == sorted(wanted)


def test_a_file_that_is_named_counts_whatever_its_suffix(tmp_path: Path) -> None:
    table = write(tmp_path / "表.xlsx")
    assert list(files_in([Root(table)], SUFFIXES)) == [table]


def test_a_file_under_two_roots_is_found_once(tmp_path: Path) -> None:
    one = write(tmp_path / "a/一.txt")
    assert list(files_in([Root(tmp_path), Root(tmp_path / "a"), Root(one)], SUFFIXES)) == [one]


def test_datasets_are_passed_over(tmp_path: Path) -> None:
    claim_folder(tmp_path / "outputs")
    write(tmp_path / "outputs/README.md")
    assert files_in([Root(tmp_path)], SUFFIXES) == {}
    assert files_in([Root(tmp_path / "outputs")], SUFFIXES) == {}


def test_a_root_that_vanished_gives_nothing(tmp_path: Path) -> None:
    assert files_in([Root(tmp_path / "none")], SUFFIXES) == {}


def test_the_hash_is_of_bytes_and_suffix_and_not_of_the_name(tmp_path: Path) -> None:
    one, two, three = (write(tmp_path / name, "甲".encode()) for name in ("一.txt", "二.TXT", "三.md"))
    assert content_hash(one, 10) == content_hash(two, 10) != content_hash(three, 10)


def test_a_file_above_the_limit_and_a_file_that_is_none_have_no_hash(tmp_path: Path) -> None:
    assert content_hash(write(tmp_path / "大.txt", b"1234"), 3) == ""
    assert content_hash(tmp_path, 10) == ""
    assert content_hash(tmp_path / "none.txt", 10) == ""
