"""Queries under limits: SPARQL goes in, an answer comes out by the deadline or a reason why not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from graphkit.model.tables import Statement, Table, Term
from graphkit.query.guard import QueryRefusedError, check_query
from graphkit.query.limits import Limits, QueryFailedError, QueryStoppedError

DEFAULT_LIMITS = Limits()
FAILED = '{"form": "failed"'
REFUSED = '{"form": "refused"'
END = '{"end": true'
"""How the worker's first line on a failure and its last line begin; a torn line begins otherwise."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave, and whether the row limit cut it."""

    content: Table | bool | tuple[Statement, ...]
    truncated: bool = False


class Reply(NamedTuple):
    """What a worker said and how it ended."""

    lines: list[str]
    complaint: str
    code: int


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
    if as_of:
        # Made here when it is not there yet: that may take longer than a query.
        from graphkit.dataset import open_dataset

        open_dataset(folder, as_of=as_of)
    request = {
        "folder": str(folder.absolute()),
        "as_of": as_of,
        "text": text,
        "bindings": dict(bindings or {}),
        "seconds": limits.seconds,
        "rows": limits.rows,
        "memory": limits.memory,
    }
    return _read_answer(_ask_worker(json.dumps(request), limits.seconds))


def _ask_worker(request: str, seconds: float) -> Reply:
    """Run a worker on one request; it is dead when this returns or raises."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    # -P: the working directory is the user's and no place to import from
    command = [sys.executable, "-P", "-X", "utf8", "-m", "graphkit.query.worker"]
    with subprocess.Popen(  # noqa: S603 - our own module, no shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
    ) as process:
        try:
            output, complaint = process.communicate(request, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            reason_zh = f"超过 {seconds:g} 秒，请缩小范围或用 --timeout 延长"
            raise QueryStoppedError(reason_zh, f"more than {seconds:g} s; narrow it or give it more time") from error
        finally:
            process.kill()
            process.wait()
    return Reply(output.splitlines(), complaint, process.returncode)


def _read_answer(reply: Reply) -> Answer:
    for line in reply.lines[:1]:
        _raise_told(line)
    if not reply.lines or not reply.lines[-1].startswith(END):
        raise _death(reply)
    head, tail = json.loads(reply.lines[0]), json.loads(reply.lines[-1])
    rows = (json.loads(line) for line in reply.lines[1:-1])
    match head["form"]:
        case "boolean":
            return Answer(bool(head["answer"]))
        case "table":
            cells = (tuple(None if cell is None else Term(*cell) for cell in row) for row in rows)
            return Answer(Table(tuple(head["variables"]), tuple(cells)), truncated=tail["truncated"])
        case _:
            statements = (Statement(s, p, Term(*o), graph) for s, p, o, graph in rows)
            return Answer(tuple(statements), truncated=tail["truncated"])


def _raise_told(line: str) -> None:
    """Raise what a worker's first line says went wrong."""
    if line.startswith(REFUSED):
        told = json.loads(line)
        raise QueryRefusedError(told["reason_zh"], told["reason"])
    if line.startswith(FAILED):
        raise QueryFailedError(json.loads(line)["reason"])


def _death(reply: Reply) -> QueryStoppedError | QueryFailedError:
    """Give the reason why a worker died: killed by the system, or by a fault of ours that it told."""
    told = reply.complaint.strip().splitlines()
    if reply.code < 0 or "MemoryError" in reply.complaint or not told:
        return QueryStoppedError("内存或栈耗尽，请缩小范围", "it exhausted memory or stack; narrow it")
    return QueryFailedError(f"查询进程失败 / the query process failed: {told[-1]}")
