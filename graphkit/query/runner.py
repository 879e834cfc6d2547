"""Queries under limits: SPARQL goes in, an answer comes out by the deadline or a reason why not."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile, gettempdir
from typing import BinaryIO, Generic, NamedTuple, TypeVar
from weakref import finalize

from graphkit.model.tables import Statement, Table, Term
from graphkit.query.guard import QueryRefusedError, check_query
from graphkit.query.limits import Limits, QueryFailedError, QueryStoppedError

DEFAULT_LIMITS = Limits()
FAILED = b'{"form": "failed"'
REFUSED = b'{"form": "refused"'
END = b'{"end": true'
"""How the worker's first line on a failure and its last line begin; a torn line begins otherwise."""

_TAIL = 256
"""Bytes of which the last line is among the last."""

_AT_ONCE = 1 << 16
"""Bytes of rows that are read at once."""

NO_SPACE = os.strerror(errno.ENOSPC)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave, and whether the row limit cut it; rows and statements are kept in a file."""

    content: Table | bool | Iterable[Statement]
    truncated: bool = False


class Reply(NamedTuple):
    """What a worker said, in a file without a name, and how it ended."""

    output: BinaryIO
    complaint: str
    code: int

    def death(self) -> QueryStoppedError | QueryFailedError:
        """Give the reason why a worker died: killed by the system, or by a fault of ours that it told."""
        told = self.complaint.strip().splitlines()
        if NO_SPACE in self.complaint:
            place = gettempdir()
            return QueryFailedError(
                f"{place} 已满，放不下答案，请腾出空间或设 TMPDIR / {place} is full: make room or set TMPDIR"
            )
        if self.code < 0 or "MemoryError" in self.complaint or not told:
            return QueryStoppedError("内存或栈耗尽，请缩小范围", "it exhausted memory or stack; narrow it")
        return QueryFailedError(f"查询进程失败 / the query process failed: {told[-1]}")


def run_query(
    folder: Path,
    text: str,
    *,
    bindings: Mapping[str, Term] | None = None,
    limits: Limits = DEFAULT_LIMITS,
    as_of: str = "",
) -> Answer:
    """Answer a SELECT, ASK, CONSTRUCT or DESCRIBE over the dataset in `folder`.

    The prefixes of the ontology need no declaration. `bindings` give variables their values as
    terms and are never part of the text. `as_of` asks the documents of a day, as `open_dataset` does.
    """
    check_query(text)
    request = request_for(folder, limits, as_of) | {"text": text, "bindings": dict(bindings or {})}
    with ExitStack() as failed:
        output: BinaryIO = failed.enter_context(TemporaryFile())
        answer = read_answer(ask_worker(json.dumps(request), limits.seconds, output))
        failed.pop_all()
    return answer


def request_for(folder: Path, limits: Limits, as_of: str) -> dict[str, object]:
    """Give what every request to a worker holds."""
    if as_of:
        # Made here when it is not there yet: that may take longer than a query.
        from graphkit.dataset import open_dataset

        open_dataset(folder, as_of=as_of)
    return {
        "folder": str(folder.absolute()),
        "as_of": as_of,
        "seconds": limits.seconds,
        "rows": limits.rows,
        "memory": limits.memory,
    }


def ask_worker(request: str, seconds: float, output: BinaryIO) -> Reply:
    """Run a worker on one request that writes into a file; it is dead when this returns or raises."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    # -P: the working directory is the user's and no place to import from
    command = [sys.executable, "-P", "-X", "utf8", "-m", "graphkit.query.worker"]
    with subprocess.Popen(  # noqa: S603 - our own module, no shell
        command,
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
    ) as process:
        try:
            _, complaint = process.communicate(request, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            reason_zh = f"超过 {seconds:g} 秒，请缩小范围或用 --timeout 延长"
            raise QueryStoppedError(reason_zh, f"more than {seconds:g} s; narrow it or give it more time") from error
        finally:
            process.kill()
            process.wait()
    return Reply(output, complaint, process.returncode)


def read_answer(reply: Reply, begin: int = 0) -> Answer:
    """Give the answer that a worker wrote from `begin` on, or raise what it tells."""
    head, tail = _ends(reply.output, begin)
    _raise_told(head)
    if not tail.startswith(END):
        raise reply.death()
    told, truncated = json.loads(head), json.loads(tail).get("truncated", False)
    match told["form"]:
        case "boolean":
            reply.output.close()
            return Answer(bool(told["answer"]))
        case "table":
            rows = _Rows(reply.output, begin + len(head), _row)
            return Answer(Table(tuple(told["variables"]), rows), truncated=truncated)
        case _:
            return Answer(_Rows(reply.output, begin + len(head), _statement), truncated=truncated)


def _ends(output: BinaryIO, begin: int) -> tuple[bytes, bytes]:
    """Give the first line from `begin` on with its end, and the last, or what there is of it."""
    output.seek(begin)
    head = output.readline()
    output.seek(max(0, output.seek(0, os.SEEK_END) - _TAIL))
    return head, output.read().rstrip(b"\r\n").rpartition(b"\n")[2]


def _row(line: bytes) -> tuple[Term | None, ...]:
    return tuple(None if cell is None else Term(*cell) for cell in json.loads(line))


def _statement(line: bytes) -> Statement:
    subject, predicate, value, graph = json.loads(line)
    return Statement(subject, predicate, Term(*value), graph)


@dataclass(frozen=True)
class _Rows(Iterable[T], Generic[T]):
    """The lines of a file from `begin` to the one that ends the answer, read anew each time that they are wanted.

    The file is closed with the last who may read them.
    """

    file: BinaryIO
    begin: int
    made: Callable[[bytes], T]

    def __post_init__(self) -> None:
        """Let the file go with the rows."""
        finalize(self, self.file.close)

    def __iter__(self) -> Iterator[T]:
        """Begin once more; others may read the file meanwhile."""
        place = self.begin
        while lines := self._from(place):
            for line in lines:
                place += len(line)
                if line.startswith(END):
                    return
                yield self.made(line)

    def _from(self, place: int) -> list[bytes]:
        self.file.seek(place)
        return self.file.readlines(_AT_ONCE)


def _raise_told(line: bytes) -> None:
    """Raise what a worker's first line says went wrong."""
    if line.startswith(REFUSED):
        told = json.loads(line)
        raise QueryRefusedError(told["reason_zh"], told["reason"])
    if line.startswith(FAILED):
        raise QueryFailedError(json.loads(line)["reason"])
