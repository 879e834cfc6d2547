"""Work on a dataset in, what it gives out: done in a process of its own, under the limits of a query."""

from __future__ import annotations

import json
import pickle
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from graphkit.query.limits import Limits
from graphkit.query.runner import DEFAULT_LIMITS, Answer, Reply, ask_worker, read_answer, request_for

if TYPE_CHECKING:
    from graphkit.dataset import Dataset
    from graphkit.query.asking import Asked
    from graphkit.query.catalogue import Question

T = TypeVar("T")


def run_apart(
    folder: Path,
    work: Callable[..., T],
    *arguments: object,
    limits: Limits = DEFAULT_LIMITS,
    as_of: str = "",
) -> T:
    """Give what `work(dataset, *arguments)` gives for the dataset in `folder`, or raise what it raises.

    `work` is a function of a module; it and what it takes and gives are pickled. Ctrl-C and the deadline end it at
    once, whatever it does: QueryStoppedError.
    """
    with TemporaryFile() as output:
        reply = _worked(folder, work, arguments, limits=limits, as_of=as_of, output=output)
        return _made(reply, work)[0]


def ask_apart(
    folder: Path,
    question: Question,
    typed: Mapping[str, str],
    *,
    limits: Limits = DEFAULT_LIMITS,
    as_of: str = "",
) -> tuple[Asked, Answer]:
    """Give a ready question with what was typed bound to it, and its answer; raises as `bind_question` does."""
    from graphkit.query.asking import bind_question

    with ExitStack() as failed:
        output: BinaryIO = failed.enter_context(TemporaryFile())
        reply = _worked(
            folder, bind_question, (question, dict(typed)), limits=limits, as_of=as_of, output=output, answers=True
        )
        asked, begin = _made(reply, bind_question)
        answer = read_answer(reply, begin)
        failed.pop_all()
    return asked, answer


def do_work(dataset: Dataset, packed: str) -> tuple[object, dict[str, object]]:
    """Do work that was packed, in the worker; give the result and the line that tells it, of errors too."""
    from graphkit.errors import GraphkitError

    work, arguments = pickle.loads(b64decode(packed))  # noqa: S301 - our parent packed it
    try:
        made = work(dataset, *arguments)
    except GraphkitError as error:
        return None, told_error(error)
    return made, {"form": "made", "content": _packed(made)}


def told_error(error: Exception) -> dict[str, object]:
    """Give the line that tells of a foreseen failure."""
    return {"form": "raised", "content": _packed(error)}


def _worked(
    folder: Path,
    work: Callable[..., T],
    arguments: tuple[object, ...],
    *,
    limits: Limits,
    as_of: str,
    output: BinaryIO,
    answers: bool = False,
) -> Reply:
    """Let a worker do some work, and answer the query that it gives where it `answers`."""
    request = request_for(folder, limits, as_of) | {"work": _packed((work, arguments)), "answers": answers}
    return ask_worker(json.dumps(request), limits.seconds, output)


def _made(reply: Reply, _work: Callable[..., T]) -> tuple[T, int]:
    """Give what work gave, and where the line that tells it ends."""
    reply.output.seek(0)
    line = reply.output.readline()
    if not line.endswith(b"\n"):
        raise reply.death()
    told = json.loads(line)
    made = pickle.loads(b64decode(told["content"]))  # noqa: S301 - our worker packed it
    if told["form"] == "raised":
        raise made
    return made, len(line)


def _packed(content: object) -> str:
    return b64encode(pickle.dumps(content)).decode()
