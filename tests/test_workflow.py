"""Builds: whatever the order, the names, the processes and the restarts, the same bytes."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from graphkit.dataset import open_dataset
from graphkit.dataset.check import check_dataset
from graphkit.errors import (
    DatasetMissingError,
    DatasetUnwritableError,
    ForeignFolderError,
    SourceMissingError,
    UnknownSourceError,
    UnreadableDocumentError,
)
from graphkit.model.entities import Annotation
from graphkit.rdf.store import Loading
from graphkit.settings import Settings
from graphkit.workflow import BuildReport, build, remove
from tests.gold_annotation import GOLD, annotation_of, document_of

GOLD_TEXTS = sorted(GOLD.glob("*.txt"))
needs_gold = pytest.mark.skipif(not GOLD_TEXTS, reason="needs ../shared/gold, which is not beside this checkout")


def annotate_gold(path: Path, _settings: Settings) -> Annotation:
    """Annotate a copy of a gold text, under whatever name, by its gold file."""
    content = path.read_bytes()
    original = next(one for one in GOLD_TEXTS if one.read_bytes() == content)
    return annotation_of(original.with_suffix(".gold.json"))


def annotate_plain(path: Path, _settings: Settings) -> Annotation:
    """Annotate nothing; some texts fail in the ways that rules and readers fail."""
    text = path.read_bytes().decode()
    if text.startswith("坏"):
        raise UnreadableDocumentError(path.name, "读不懂", remedy="转码")
    if text.startswith("死"):
        os._exit(1)
    if text.startswith("错"):
        message = "empty span 3,3"
        raise ValueError(message)
    document = document_of(text)
    return Annotation(
        document=document, document_key=("document", document.sha256[:16]), mentions=(), entities={}, facts=()
    )


def nquads(folder: Path) -> bytes:
    return b"\n".join(open_dataset(folder).store.lines())


def build_gold(out: Path, *groups: Iterable[Path], jobs: int = 1) -> bytes:
    for group in groups:
        build(group, Settings(dataset=out, jobs=jobs), annotate_path=annotate_gold)
    return nquads(out)


def build_plain(out: Path, *paths: Path, only: bool = False, jobs: int = 1) -> BuildReport:
    return build(paths, Settings(dataset=out, jobs=jobs), only=only, annotate_path=annotate_plain)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


@needs_gold
def test_order_split_and_processes_change_no_byte(tmp_path: Path) -> None:
    first, second = GOLD_TEXTS[::2], GOLD_TEXTS[1::2]
    whole = build_gold(tmp_path / "one", [*first, *second])
    assert build_gold(tmp_path / "two", [*reversed(second), *first]) == whole
    assert build_gold(tmp_path / "three", first, second) == whole
    assert build_gold(tmp_path / "four", second, first, jobs=2) == whole
    assert len(whole) > 10_000


@needs_gold
def test_names_copies_and_places_of_files_change_no_byte(tmp_path: Path) -> None:
    for number, text in enumerate(GOLD_TEXTS):
        for folder in ("甲", "乙/丙"):
            copy = tmp_path / folder / f"{99 - number}.txt"
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, copy)
    renamed = build_gold(tmp_path / "out2", [tmp_path / "甲", tmp_path / "乙"])
    assert renamed == build_gold(tmp_path / "out1", GOLD_TEXTS)
    assert str(tmp_path).encode() not in renamed


@needs_gold
def test_a_document_dropped_leaves_no_trace(tmp_path: Path) -> None:
    kept = build_gold(tmp_path / "one", GOLD_TEXTS[:3])
    settings = Settings(dataset=tmp_path / "two")
    build(GOLD_TEXTS[:4], settings, annotate_path=annotate_gold)
    remove(GOLD_TEXTS[3:4], settings, annotate_path=annotate_gold)
    assert nquads(tmp_path / "two") == kept


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    out, one = tmp_path / "out", write(tmp_path / "in/一.txt", "一")
    write(tmp_path / "in/二.txt", "二")
    assert build_plain(out, tmp_path / "in").read == 2
    write(one, "一改")
    write(tmp_path / "in/三.txt", "三")
    report = build_plain(out, tmp_path / "in")
    assert (report.read, report.unchanged, report.documents) == (2, 1, 3)


def test_what_was_renamed_moved_or_copied_is_not_read_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for name in ("一", "二", "三"):
        write(tmp_path / f"in/{name}.txt", name)
    assert build_plain(out, tmp_path / "in").read == 3
    before = nquads(out)
    (tmp_path / "in/一.txt").rename(tmp_path / "in/壹.txt")
    report = build_plain(out, tmp_path / "in")
    assert (report.read, report.unchanged, report.dropped, report.documents) == (0, 3, 1, 3)
    (tmp_path / "in").rename(tmp_path / "moved")
    write(tmp_path / "moved/四.txt", "二")
    report = build_plain(out, tmp_path / "moved", only=True)
    assert (report.read, report.unchanged, report.dropped, report.documents) == (0, 4, 3, 3)
    assert nquads(out) == before
    assert [one.name for one in open_dataset(out).files(hashlib.sha256("二".encode()).hexdigest())] == [
        "二.txt",
        "四.txt",
    ]
    assert (build_plain(out).unchanged, list(check_dataset(open_dataset(out)))) == (4, [])
    for name in ("二", "四"):
        (tmp_path / f"moved/{name}.txt").unlink()
    assert build_plain(out).documents == 2


def test_roots_are_remembered_and_vanished_files_dropped(tmp_path: Path) -> None:
    out, one, two = tmp_path / "out", write(tmp_path / "a/一.txt", "一"), write(tmp_path / "b/二.txt", "二")
    build_plain(out, one.parent)
    one.unlink()
    report = build_plain(out, two.parent)
    assert (report.read, report.dropped, report.documents) == (1, 1, 1)
    write(one, "一")
    assert build_plain(out).documents == 2


def test_only_replaces_the_roots(tmp_path: Path) -> None:
    out, one, two = tmp_path / "out", write(tmp_path / "a/一.txt", "一"), write(tmp_path / "b/二.txt", "二")
    build_plain(out, one)
    report = build_plain(out, two, only=True)
    assert (report.documents, report.dropped) == (1, 1)


def test_another_base_reads_every_document_again(tmp_path: Path) -> None:
    out, one = tmp_path / "out", write(tmp_path / "一.txt", "一")
    build_plain(out, one)
    settings = Settings(dataset=out, base="https://example.org/kg/")
    assert build([one], settings, annotate_path=annotate_plain).read == 1
    assert open_dataset(out).base == "https://example.org/kg/"
    assert b"w3id.org/graphkit/id/" not in nquads(out)


def test_the_same_text_under_two_names_is_one_document(tmp_path: Path) -> None:
    write(tmp_path / "in/一.txt", "一")
    write(tmp_path / "in/二.txt", "一")
    report = build_plain(tmp_path / "out", tmp_path / "in")
    assert (report.read, report.documents) == (2, 1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_cannot_be_read_is_set_aside_with_its_reason_and_stops_no_other(tmp_path: Path, jobs: int) -> None:
    names = {"好": "好", "坏": "坏文件", "错": "错的规则"}
    for name, text in names.items():
        write(tmp_path / f"in/{name}.txt", text)
    report = build_plain(tmp_path / "out", tmp_path / "in", jobs=jobs)
    assert (report.read, report.documents) == (1, 1)
    reasons = {Path(one.source).stem: (one.reason, one.remedy) for one in report.set_aside}
    assert reasons["坏"] == ("读不懂", "转码")
    assert "empty span 3,3" in reasons["错"][0]
    again = build_plain(tmp_path / "out", tmp_path / "in", jobs=jobs)
    assert (again.read, again.unchanged, again.set_aside) == (0, 1, report.set_aside)


def test_a_document_that_kills_its_process_is_set_aside(tmp_path: Path) -> None:
    for name in ("一", "死", "二"):
        write(tmp_path / f"in/{name}.txt", name)
    report = build_plain(tmp_path / "out", tmp_path / "in", jobs=2)
    assert report.documents == 2
    assert [Path(one.source).stem for one in report.set_aside] == ["死"]


def test_a_file_that_the_system_would_not_give_is_tried_again(tmp_path: Path) -> None:
    def refuse(_path: Path, _settings: Settings) -> Annotation:
        raise PermissionError(errno.EACCES, "Permission denied")

    out, one = tmp_path / "out", write(tmp_path / "一.txt", "一")
    report = build([one], Settings(dataset=out), annotate_path=refuse)
    assert [aside.reason for aside in report.set_aside] == ["Permission denied"]
    again = build_plain(out)
    assert (again.read, again.set_aside) == (1, ())


def test_what_is_no_regular_file_is_set_aside(tmp_path: Path) -> None:
    pipe = tmp_path / "管道.txt"
    os.mkfifo(pipe)
    report = build_plain(tmp_path / "out", pipe)
    assert [one.reason for one in report.set_aside] == ["不是普通文件 / no regular file"]


def test_a_path_that_is_not_there_stops_the_build_before_it_begins(tmp_path: Path) -> None:
    with pytest.raises(SourceMissingError, match=r"none\.txt"):
        build_plain(tmp_path / "out", tmp_path / "none.txt")
    assert not (tmp_path / "out").exists()


def test_a_folder_with_other_things_is_not_built_in(tmp_path: Path) -> None:
    one = write(tmp_path / "一.txt", "一")
    with pytest.raises(ForeignFolderError):
        build_plain(tmp_path, one)


def test_what_is_no_root_cannot_be_removed(tmp_path: Path) -> None:
    out, one = tmp_path / "out", write(tmp_path / "一.txt", "一")
    build_plain(out, one)
    with pytest.raises(UnknownSourceError, match=r"二\.txt"):
        remove([tmp_path / "二.txt"], Settings(dataset=out), annotate_path=annotate_plain)
    assert open_dataset(out).manifest.documents == 1


def test_nothing_can_be_removed_where_there_is_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(DatasetMissingError):
        remove([tmp_path], Settings(dataset=tmp_path / "out"))


def test_a_file_that_is_gone_can_be_removed(tmp_path: Path) -> None:
    out, one = tmp_path / "out", write(tmp_path / "一.txt", "一")
    build_plain(out, one)
    one.unlink()
    report = remove([one], Settings(dataset=out), annotate_path=annotate_plain)
    assert (report.documents, report.dropped) == (0, 1)


def test_the_run_record_tells_what_was_done(tmp_path: Path) -> None:
    one = write(tmp_path / "in/一.txt", "一")
    write(tmp_path / "in/坏.txt", "坏")
    report = build_plain(tmp_path / "out", one.parent)
    record = json.loads((tmp_path / "out/run.json").read_text("utf-8"))
    assert record["read"] == report.read == 1
    assert [Path(aside["source"]).name for aside in record["set_aside"]] == ["坏.txt"]
    assert record["texts"] == [document_of("一").sha256]
    assert record["sha256"] == open_dataset(tmp_path / "out").manifest.sha256
    made = {"link", "lines", "load", "index", "check", "manifest", "finish"}
    assert set(record["seconds_by_stage"]) == {"plan", "read and annotate", "state", "pack", "journal"} | made
    assert record["started"].endswith("+00:00")


def test_progress_counts_up_to_the_files_to_read(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    for name in "一二三":
        write(tmp_path / f"in/{name}.txt", name)
    build(
        [tmp_path / "in"],
        Settings(dataset=tmp_path / "out"),
        progress=lambda done, total: seen.append((done, total)),
        annotate_path=annotate_plain,
    )
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_killed_build_is_taken_up_where_it_stopped(tmp_path: Path) -> None:
    for name in "一二三":
        write(tmp_path / f"in/{name}.txt", name)
    whole = tmp_path / "whole"
    build_plain(whole, tmp_path / "in")
    calls: list[int] = []

    def stop_at_two(done: int, _total: int) -> None:
        calls.append(done)
        if done == 2:
            raise KeyboardInterrupt

    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        build([tmp_path / "in"], Settings(dataset=out), progress=stop_at_two, annotate_path=annotate_plain)
    with pytest.raises(DatasetMissingError):
        open_dataset(out)
    report = build_plain(out)
    assert (report.read, report.unchanged) == (1, 2)
    assert nquads(out) == nquads(whole)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    one = write(tmp_path / "一.txt", "一")
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(DatasetUnwritableError):
        build_plain(tmp_path / "locked" / "out", one)


def test_a_disk_that_is_full_is_told_and_the_dataset_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, one = tmp_path / "out", write(tmp_path / "一.txt", "一")
    build_plain(out, one)
    before = nquads(out)

    def full(_loading: Loading, _part: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Loading, "_loaded", full)
        with pytest.raises(DatasetUnwritableError, match="No space left"):
            build_plain(out, write(tmp_path / "二.txt", "二"))
    assert nquads(out) == before
    assert build_plain(out).documents == 2


def test_the_seed_takes_at_most_sixteen_quads_for_each_gold_mention_and_fact(tmp_path: Path) -> None:
    seed = next((one for one in GOLD_TEXTS if one.name.startswith("sichuan")), None)
    if seed is None:
        pytest.skip("needs ../shared/gold, which is not beside this checkout")
    gold = json.loads(seed.with_suffix(".gold.json").read_text("utf-8"))
    report = build([seed], Settings(dataset=tmp_path / "out"))
    assert report.statements <= 16 * (len(gold["mentions"]) + len(gold["facts"]))


def test_another_lexicon_reads_every_document_again(tmp_path: Path) -> None:
    source = write(tmp_path / "一.txt", "会议由甘肃省星际航运厅主办。")
    own = tmp_path / "own"
    own.mkdir()
    (own / "posts.tsv").write_text("post\n船长\n", encoding="utf-8")
    out = tmp_path / "out"
    assert build([source], Settings(dataset=out)).read == 1
    assert build([source], Settings(dataset=out, lexicon=own)).read == 1
    assert build([source], Settings(dataset=out, lexicon=own)).unchanged == 1
    (own / "posts.tsv").write_text("post\n大副\n", encoding="utf-8")
    assert build([source], Settings(dataset=out, lexicon=own)).read == 1
