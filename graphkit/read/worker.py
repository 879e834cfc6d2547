"""The process that reads what may be hostile: requests on standard input, readings on standard output.

Run as `python -m graphkit.read.worker MEMORY` by graphkit.read.isolation, never by hand. A request is
a line of JSON and the bytes of the file; an answer is a line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
from typing import BinaryIO

from graphkit.errors import UnreadableDocumentError
from graphkit.read.confinement import allow_seconds, confine
from graphkit.read.formats import READERS
from graphkit.read.forms import Form
from graphkit.read.reading import Limits

_FAULTS = (ValueError, LookupError, ArithmeticError, RecursionError, AttributeError, TypeError, OSError, AssertionError)
"""What libraries raise on files that they did not expect."""


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    while line := requests.readline():
        asked = json.loads(line)
        limits = Limits(**asked["limits"])
        allow_seconds(limits.seconds)
        content = requests.read(asked["size"])
        answer = _answer(content, Form(asked["form"]), asked["source"], limits)
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def _answer(content: bytes, form: Form, source: str, limits: Limits) -> dict[str, object]:
    """Read one file; whatever goes wrong becomes a reason."""
    try:
        reading = READERS[form](content, source, limits)
    except UnreadableDocumentError as error:
        return {"reason": error.reason, "remedy": error.remedy, "is_passing": error.is_passing}
    except MemoryError:
        return {
            "reason": "内存超过上限 / above the memory limit",
            "remedy": "请拆成几份 / split it",
            "is_passing": False,
        }
    except _FAULTS as error:
        told = f"{type(error).__name__}: {error}"[:200]
        reason = f"文件损坏或不合格式 / damaged, or not of its format: {told}"
        return {"reason": reason, "remedy": "请重新取得或另存一份 / get it again or save it anew", "is_passing": False}
    if len(reading.text) > limits.max_characters:
        reason = f"文字超过 {limits.max_characters} 个字符 / more than {limits.max_characters} characters of text"
        return {"reason": reason, "remedy": "请拆成几份 / split it", "is_passing": False}
    return {"reading": reading.as_row()}


def main() -> None:
    """Keep the pipe to ourselves, so that no library writes into it; take the limits; serve."""
    answers = os.fdopen(os.dup(1), "wb")
    quiet = os.open(os.devnull, os.O_RDWR)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    requests = os.fdopen(os.dup(0), "rb")
    os.dup2(quiet, 0)
    confine(int(sys.argv[1]))
    serve(requests, answers)


if __name__ == "__main__":
    main()
