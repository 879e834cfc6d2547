"""The process that reads: it may hang or die, and the next document is read all the same; it has no network."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.errors import UnreadableDocumentError
from graphkit.read import isolation, read_path
from graphkit.settings import Settings
from tests.made_documents import docx_of, docx_with

TEXT = "各市（州）要认真落实会议精神。\n"


@pytest.fixture(autouse=True)
def _no_reader_left() -> Iterator[None]:
    isolation.stop_reader()
    yield
    isolation.stop_reader()


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "文.docx"
    path.write_bytes(docx_of(TEXT))
    return path


def test_a_reader_that_takes_too_long_is_ended_and_the_next_document_read(document: Path) -> None:
    with pytest.raises(UnreadableDocumentError, match="超过 0 秒") as caught:
        read_path(document, Settings(read_seconds=0.001))
    assert caught.value.is_passing
    assert read_path(document, Settings()).text == TEXT


def test_a_reader_that_died_is_replaced(document: Path) -> None:
    assert read_path(document, Settings()).text == TEXT
    reader = isolation._reader
    assert reader is not None
    os.kill(reader._process.pid, signal.SIGKILL)
    reader._process.wait()
    assert read_path(document, Settings()).text == TEXT


def test_a_document_that_takes_more_memory_than_allowed_is_set_aside(document: Path, tmp_path: Path) -> None:
    large = tmp_path / "大.docx"
    large.write_bytes(docx_with("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 800_000))
    with pytest.raises(UnreadableDocumentError, match=r"异常中止|内存|memory"):
        read_path(large, Settings(read_memory=256 << 20))
    assert read_path(document, Settings()).text == TEXT


def test_one_reader_serves_many_documents(document: Path) -> None:
    read_path(document, Settings())
    first = isolation._reader
    read_path(document, Settings())
    assert isolation._reader is first


def test_text_needs_no_reader(tmp_path: Path) -> None:
    (tmp_path / "文.txt").write_text(TEXT, encoding="utf-8")
    assert read_path(tmp_path / "文.txt", Settings()).text == TEXT
    assert isolation._reader is None


def test_too_much_text_is_refused(document: Path) -> None:
    with pytest.raises(UnreadableDocumentError, match="超过 5 个字符"):
        read_path(document, Settings(max_characters=5))


def test_a_confined_process_reaches_no_server_on_this_machine() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        script = (
            "import socket, sys; from graphkit.read.confinement import confine; confine(1 << 30);"
            f"socket.create_connection(('127.0.0.1', {server.getsockname()[1]}), timeout=5)"
        )
        ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "readers have no network" in ran.stderr
