"""The process that runs one query, or other work: a request on stdin, the answer as lines of ASCII JSON on stdout.

A process of its own, because the engine heeds neither Ctrl-C nor a deadline, and a query that
exhausts the stack or the memory takes its process with it. First line: what kind of answer; then a
line a row; last line: `{"end": true}`, without which the answer is not whole. What work made comes before, in a
line of its own (see `graphkit.query.apart`).
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from graphkit.dataset import open_dataset
from graphkit.errors import GraphkitError
from graphkit.model.tables import Statement, Table, Term
from graphkit.query.guard import QueryRefusedError, check_sources
from graphkit.query.syntax import syntax_line

GRACE = 2.0
"""Seconds that the worker lives beyond the deadline when its parent is gone."""


def main() -> None:
    """Answer the request on stdin."""
    request = json.load(sys.stdin)
    limit_memory(request["memory"])
    watchdog = threading.Timer(request["seconds"] + GRACE, os._exit, (1,))
    watchdog.daemon = True
    watchdog.start()
    if "work" in request:
        answer_work(request)
    else:
        answer_query(request)


def answer_query(request: dict[str, Any]) -> None:
    """Answer a query that somebody wrote."""
    bindings = {name: Term(*term) for name, term in request["bindings"].items()}
    try:
        dataset = open_dataset(Path(request["folder"]), as_of=request["as_of"])
        check_sources(request["text"], base=dataset.base)
        answer = dataset.query(request["text"], **bindings)
        write_answer(answer, request["rows"], sys.stdout)
    except QueryRefusedError as error:
        write_line(sys.stdout, {"form": "refused", "reason_zh": error.reason_zh, "reason": error.reason})
    except GraphkitError as error:
        write_line(sys.stdout, {"form": "failed", "reason": str(error)})
    except (SyntaxError, ValueError, RuntimeError) as error:
        write_line(sys.stdout, {"form": "failed", "reason": syntax_line(request["text"], str(error))})


def answer_work(request: dict[str, Any]) -> None:
    """Do work on the dataset, and answer the query that it makes where that is wanted."""
    from graphkit.query.apart import do_work, told_error
    from graphkit.query.asking import Asked

    try:
        dataset = open_dataset(Path(request["folder"]), as_of=request["as_of"])
    except GraphkitError as error:
        write_line(sys.stdout, told_error(error))
        return
    made, told = do_work(dataset, request["work"])
    write_line(sys.stdout, told)
    if request["answers"] and isinstance(made, Asked):
        write_answer(dataset.query(made.sparql), request["rows"], sys.stdout)


def write_answer(answer: Table | bool | Iterable[Statement], limit: int, out: TextIO) -> None:  # noqa: FBT001
    """Write an answer of at most `limit` rows, and whether there were more."""
    if isinstance(answer, bool):
        write_line(out, {"form": "boolean", "answer": answer})
        rows: Iterator[Iterable[object]] = iter(())
    elif isinstance(answer, Table):
        write_line(out, {"form": "table", "variables": answer.variables})
        rows = iter(answer)
    else:
        write_line(out, {"form": "statements"})
        rows = iter(answer)
    out.writelines(json.dumps(row, separators=(",", ":")) + "\n" for row in islice(rows, limit))
    write_line(out, {"end": True, "truncated": next(rows, None) is not None})


def write_line(out: TextIO, record: dict[str, object]) -> None:
    """Write one JSON line."""
    out.write(json.dumps(record) + "\n")


def limit_memory(size: int) -> None:
    """Cap the address space, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


if __name__ == "__main__":
    main()
