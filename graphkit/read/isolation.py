"""A file's bytes in, its reading out, read in a process of its own that may die without harm."""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from typing import IO

from graphkit.errors import UnreadableDocumentError
from graphkit.read.forms import Form
from graphkit.read.reading import Limits, Reading

_RENEWED = 500
"""Documents after which a process is replaced, so that what libraries leak stays bounded."""

_GRACE = 1.5
"""Wall-clock seconds for each CPU second allowed: another program may have the processor."""

_ANEW = "请拆分、另存或转成 .txt / split it, save it anew, or make it a .txt"


def read_apart(content: bytes, form: Form, source: str, limits: Limits) -> Reading:
    """Read in this process's reader; raises UnreadableDocumentError, also where the reader dies or hangs."""
    global _reader  # noqa: PLW0603 - one reader process for each process, kept from document to document
    if _reader is None or not _reader.is_fit(limits):
        stop_reader()
        _reader = _ReaderProcess(limits)
    has_answered = False
    try:
        reading = _reader.read(content, form, source, limits)
        has_answered = True
    except UnreadableDocumentError:
        has_answered = _reader.is_fit(limits)
        raise
    finally:
        # One that was left in the middle would answer the next question with this one's answer.
        if not has_answered:
            stop_reader()
    return reading


def stop_reader() -> None:
    """End this process's reader."""
    global _reader  # noqa: PLW0603 - see read_apart
    if _reader is not None:
        _reader.stop()
        _reader = None


class _ReaderProcess:
    """One worker and the pipes to it."""

    def __init__(self, limits: Limits) -> None:
        """Start it in a session of its own, so that what it starts ends with it."""
        self._memory = limits.memory
        self._left = _RENEWED
        self._is_late = False
        command = [sys.executable, "-m", "graphkit.read.worker", str(limits.memory)]
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=os.environ | {"PYTHONUTF8": "1"},
        )

    def is_fit(self, limits: Limits) -> bool:
        """Tell whether it can read one more document under these limits."""
        return self._left > 0 and self._process.poll() is None and limits.memory == self._memory

    def read(self, content: bytes, form: Form, source: str, limits: Limits) -> Reading:
        """Ask for one reading and wait no longer than the limits allow."""
        self._left -= 1
        self._is_late = False
        watch = threading.Timer(limits.seconds * _GRACE, self._end_late)
        watch.daemon = True
        watch.start()
        try:
            line = self._ask(content, form, source, limits)
        finally:
            watch.cancel()
        answer = json.loads(line) if line.endswith(b"\n") else None
        if answer is None:
            self.stop()
            raise UnreadableDocumentError(source, self._cause(limits), remedy=_ANEW, is_passing=True)
        if "reading" not in answer:
            passing = bool(answer["is_passing"])
            raise UnreadableDocumentError(source, answer["reason"], remedy=answer["remedy"], is_passing=passing)
        return Reading.of_row(answer["reading"])

    def stop(self) -> None:
        """End it and all that it started."""
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                _open(pipe).close()

    def _ask(self, content: bytes, form: Form, source: str, limits: Limits) -> bytes:
        """Send a request and give the line that answers it, cut short where the process died."""
        row = {"source": source, "form": form.value, "size": len(content), "limits": asdict(limits)}
        try:
            to = _open(self._process.stdin)
            to.write(json.dumps(row).encode() + b"\n")
            to.write(content)
            to.flush()
            # Escapes take six bytes a character at most; a little more for the rest.
            return _open(self._process.stdout).readline(limits.max_characters * 12 + (1 << 20))
        except OSError:
            return b""

    def _end_late(self) -> None:
        self._is_late = True
        with suppress(ProcessLookupError, PermissionError):
            self._process.kill()

    def _cause(self, limits: Limits) -> str:
        """Tell why there was no answer."""
        code = self._process.returncode
        if self._is_late or (sys.platform != "win32" and code == -signal.SIGXCPU):
            return f"读取超过 {limits.seconds:.0f} 秒 / took more than {limits.seconds:.0f} s"
        return f"读取进程异常中止 / its reader process died ({code})"


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        message = "closed pipe"
        raise OSError(message)
    return pipe


_reader: _ReaderProcess | None = None
atexit.register(stop_reader)
