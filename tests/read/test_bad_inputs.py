"""The table of faults, cases 27 to 37: what becomes of each, in what time and memory; no other suffers."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest

from graphkit.dataset import open_dataset
from graphkit.errors import UnreadableDocumentError
from graphkit.read import isolation, read_path
from graphkit.settings import Settings
from graphkit.workflow import BuildReport, build
from tests.made_documents import docx_of, html_of, pdf_of
from tests.read.bad_inputs import CHINESE, FILES, REDOS, nested_tables, one_gigabyte, zip_of

SECONDS = 20.0
WORKER_MIB = 600
"""Bounds of one file, of a machine to itself: most take under a second and 200 MiB."""


def bound() -> float:
    """Give the seconds that a file may take while others wait for the processors, too."""
    waiting = os.getloadavg()[0] if hasattr(os, "getloadavg") else 1.0
    return SECONDS * max(1.0, waiting / (os.cpu_count() or 1))


EXPECTED = {
    "27": "炸弹",
    "28": "炸弹",
    "29 docx XXE": "DOCTYPE",
    "29 docx laughs": "amplification",
    "30": "depth",
    "31 doc renamed": "LibreOffice|没有能读",
    "31 empty": "空",
    "31 cut": "不完整",
    "32": "炸弹",
    "33 PDF cyclic": "cyclic",
    "33 PDF deep": "炸弹",
    "33 PDF of": "炸弹",
    "33 PDF cut": "损坏",
    "34 mixture": "混在一起",
    "34 cut": "截断",
    "34 NULs": "控制字符",
    "34 binary": "无法解码|控制字符",
    "35 zip bomb": "炸弹",
    "35 cut": "不完整",
    "35 picture": "图片",
}


@pytest.fixture(autouse=True)
def _no_reader_left() -> Iterator[None]:
    yield
    isolation.stop_reader()


def worker_mib() -> int:
    """Give the most memory that the reader process has held, 0 where there is none or the system does not tell."""
    reader = isolation._reader
    status = Path(f"/proc/{reader._process.pid}/status") if reader is not None else None
    if status is None or not status.exists():
        return 0
    return int(status.read_text().partition("VmHWM:")[2].split()[0]) >> 10


def reason_of(name: str) -> str:
    return next(reason for start, reason in EXPECTED.items() if name.startswith(start))


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_set_aside_with_reason_and_remedy_in_bounded_time_and_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    before = perf_counter()
    with pytest.raises(UnreadableDocumentError, match=reason_of(name)) as caught:
        read_path(path, Settings())
    assert perf_counter() - before < bound()
    assert caught.value.remedy
    assert worker_mib() < WORKER_MIB


def test_35_a_file_above_the_size_cap_is_refused_without_being_read(tmp_path: Path) -> None:
    one_gigabyte(tmp_path / "大.txt")
    before = perf_counter()
    with pytest.raises(UnreadableDocumentError, match="1024 MiB 超过上限 64 MiB"):
        read_path(tmp_path / "大.txt", Settings())
    assert perf_counter() - before < bound() / SECONDS


def test_30_text_in_eighty_nested_tables_is_read(tmp_path: Path) -> None:
    (tmp_path / "表.docx").write_bytes(nested_tables(78, "深处的文字。"))
    assert read_path(tmp_path / "表.docx", Settings()).text.strip() == "深处的文字。"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "big5", "gb18030", "gbk", "utf-16", "utf-32"])
def test_34_chinese_in_another_encoding_is_told_by_how_it_reads(encoding: str, tmp_path: Path) -> None:
    text = "各縣市政府應當認真學習會議精神，加強機關事務管理工作。\n" if encoding == "big5" else CHINESE
    (tmp_path / "文.txt").write_bytes(text.encode(encoding))
    document = read_path(tmp_path / "文.txt", Settings())
    assert document.text == text
    assert document.provenance.encoding.startswith(encoding.replace("gbk", "gb18030"))
    assert document.provenance.because


def test_36_texts_that_defeat_backtracking_patterns_are_built_in_time(tmp_path: Path) -> None:
    (tmp_path / "长.txt").write_text(REDOS, encoding="utf-8")
    before = perf_counter()
    assert build([tmp_path / "长.txt"], Settings(dataset=tmp_path / "out")).read == 1
    assert perf_counter() - before < bound()


def test_37_links_pipes_devices_and_odd_names_are_read_or_set_aside(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "\u202etxt.实名.txt").write_text(CHINESE, encoding="utf-8")
    (folder / "换\n行.txt").write_text(CHINESE * 2, encoding="utf-8")
    (folder / "环.txt").symlink_to(folder / "环.txt")
    (folder / "空链.txt").symlink_to(folder / "没有.txt")
    (folder / "零.txt").symlink_to("/dev/zero")
    (folder / "圈").symlink_to(folder)
    os.mkfifo(folder / "管.txt")
    (folder / os.fsdecode(b"\xd6\xd0.txt")).write_text(CHINESE * 3, encoding="utf-8")
    climbing = {"../../升.txt": (CHINESE * 4).encode(), "/etc/根.txt": (CHINESE * 5).encode()}
    (folder / "爬.zip").write_bytes(zip_of(climbing))
    report = build([folder], Settings(dataset=tmp_path / "out"))
    assert report.documents == 5
    assert sorted(Path(one.source).name for one in report.set_aside) == sorted(
        ["环.txt", "空链.txt", "零.txt", "管.txt"]
    )
    assert sorted(one.name for one in tmp_path.iterdir()) == ["in", "out"]
    table = (tmp_path / "out" / "quarantine.tsv").read_text("utf-8")
    assert all(len(line.split("\t")) == 4 for line in table.splitlines())


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_no_bad_file_harms_a_sound_one(jobs: int, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, make in FILES.items():
        (folder / name).write_bytes(make())
    sound = {"好.txt": CHINESE.encode(), "好.docx": docx_of(CHINESE * 2), "好.html": html_of(CHINESE * 3)}
    sound |= {"00.pdf": pdf_of(CHINESE * 4), "99.pdf": pdf_of(CHINESE * 5)}
    for name, content in sound.items():
        (folder / name).write_bytes(content)
    report = build([folder], Settings(dataset=tmp_path / "out", jobs=jobs))
    assert (report.read, report.documents) == (len(sound), len(sound))
    assert {Path(one.source).name for one in report.set_aside} == set(FILES)
    _compare_with_quarantine(tmp_path / "out", report)


def _compare_with_quarantine(dataset: Path, report: BuildReport) -> None:
    """The table, the summary and the run record tell the same."""
    rows = [line.split("\t") for line in (dataset / "quarantine.tsv").read_text("utf-8").splitlines()[1:]]
    assert [(row[0], row[1]) for row in rows] == [(one.source, one.reason) for one in report.set_aside]
    assert all(row[2] for row in rows)
    record = json.loads((dataset / "run.json").read_text("utf-8"))
    assert len(record["readings"]) == report.read
    assert open_dataset(dataset).manifest.documents == report.documents
