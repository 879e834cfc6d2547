"""Files in, packed journal entries out, or the reason why there is none; in this process or in several."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from multiprocessing import forkserver, get_all_start_methods, get_context, parent_process, resource_tracker
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from time import perf_counter
from typing import NamedTuple

from graphkit.dataset.entries import Packed, entry_of, pack
from graphkit.dataset.passages import sentences_in
from graphkit.errors import GraphkitError, UnreadableDocumentError
from graphkit.model.entities import Annotation
from graphkit.model.text import Document
from graphkit.rdf.statements import state
from graphkit.read.archive import is_source
from graphkit.settings import Settings

AnnotatePath = Callable[[Path, Settings], Annotation]

_DIVIDE = "请拆成几份 / split it"
_NO_FILE = "请给出文件本身 / give the file itself"
_FAULTS = (ValueError, LookupError, ArithmeticError, RecursionError)
"""What a document may bring rules to raise that they should not; it is set aside and the others are read."""


WORTH_SEVERAL = 1 << 20
"""Bytes of plain text from which on several processes are surely faster; measured: they start in a second, in which
one reads 400,000 bytes."""

_MOST = 4
"""Processes at most, unless more are asked for: one process journals what all read."""

_START = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
_WARM = "graphkit.dataset.warm"
_AHEAD = 4
"""Jobs for each process that are handed out at once; what they give waits in memory for the journal."""


class Job(NamedTuple):
    """Files with the same bytes, to be read once."""

    paths: tuple[Path, ...]
    content: str
    ocr: bool = False


class Outcome(NamedTuple):
    """What became of one file: a document as it is journalled, or a reason; seconds by stage.

    `is_passing` tells that another try may end otherwise, with the same bytes.
    """

    packed: Packed | None = None
    reason: str = ""
    remedy: str = ""
    is_passing: bool = False
    seconds: Mapping[str, float] = {}
    how: str = ""


def processes_for(effort: int, jobs: int) -> int:
    """Give how many processes are to read: as many as were asked for, or as pay for the time that they take to start.

    `effort` is in bytes of plain text.
    """
    if jobs:
        return jobs
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST) if effort >= WORTH_SEVERAL else 1


def outcomes_of(
    jobs: Iterable[Job], count: int, settings: Settings, annotate_path: AnnotatePath
) -> Iterator[tuple[Job, Outcome]]:
    """Read so many jobs: in this process in their order, or in several, as each is done."""
    work = partial(_outcome, settings=settings, annotate_path=annotate_path)
    if settings.jobs <= 1 or count <= 1:
        yield from ((job, work(job)) for job in jobs)
        return
    left = iter(jobs)
    unfinished: dict[Job, None] = {}
    while True:
        try:
            yield from _shared_out(work, left, min(settings.jobs, count), unfinished)
        except BrokenProcessPool:
            # One document took its process with it; which one is found by reading those at hand one by one.
            yield from ((job, _alone(work, job)) for job in tuple(unfinished))
            unfinished.clear()
        else:
            return


def _shared_out(
    work: partial[Outcome], jobs: Iterator[Job], size: int, unfinished: dict[Job, None]
) -> Iterator[tuple[Job, Outcome]]:
    """Let processes take jobs as they come free; no more are under way or waiting to be journalled than a few each."""
    under_way: dict[Future[Outcome], Job] = {}
    with _pool(size, work) as pool:
        try:
            while True:
                for job in islice(jobs, size * _AHEAD - len(under_way)):
                    unfinished[job] = None
                    under_way[pool.submit(work, job)] = job
                if not under_way:
                    return
                for future in wait_for(under_way, return_when=FIRST_COMPLETED).done:
                    outcome, job = future.result(), under_way.pop(future)
                    del unfinished[job]
                    yield job, outcome
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _alone(work: partial[Outcome], job: Job) -> Outcome:
    """Read one file in a process of its own."""
    try:
        with _pool(1, work) as pool:
            return pool.submit(work, job).result()
    except BrokenProcessPool:
        return Outcome(reason="读取进程异常中止 / its process died", remedy=_DIVIDE, is_passing=True)


def _pool(size: int, work: partial[Outcome]) -> ProcessPoolExecutor:
    """Start processes that inherit nothing of this one: where the system can, of one that has all tables loaded."""
    context = get_context(_START)
    if _START == "forkserver":
        context.set_forkserver_preload([_WARM, work.keywords["annotate_path"].__module__])
        # Started within the other's start, it would let interruptions in again before that one is up.
        resource_tracker.ensure_running()
        with _uninterrupted():
            forkserver.ensure_running()
    return ProcessPoolExecutor(size, mp_context=context, initializer=_end_with_parent)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep interruptions from processes that are started meanwhile, and from theirs; here they come at the end."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """Let this process end when the one that started it is killed; its queue would keep it waiting for ever.

    An interruption from the keyboard, which all processes get, ends it without a word.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if _START == "forkserver":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _outcome(job: Job, settings: Settings, annotate_path: AnnotatePath) -> Outcome:
    """Read, annotate and state one file; what cannot be read is told, not raised."""
    before = perf_counter()
    path = job.paths[0]
    if not is_source(path):
        return Outcome(reason="不是普通文件 / no regular file", remedy=_NO_FILE, is_passing=True)
    try:
        annotation = annotate_path(path, replace(settings, ocr=job.ocr))
        annotated = perf_counter()
        entry = entry_of(state(annotation, settings.base))
        stated = perf_counter()
        packed = pack(entry, annotation.document.text, sentences_in(annotation.document))
    except (GraphkitError, OSError, MemoryError, *_FAULTS) as error:
        return _set_aside(error)
    seconds = {
        "read and annotate": annotated - before,
        "state": stated - annotated,
        "pack": perf_counter() - stated,
    }
    return Outcome(packed, seconds=seconds, how=_how(annotation.document))


def _how(document: Document) -> str:
    """Give how a text came out of its file, as JSON."""
    known = document.provenance.model_dump() | {"pages": len(document.pages)}
    return json.dumps({name: value for name, value in known.items() if value}, ensure_ascii=False)


def _set_aside(error: Exception) -> Outcome:
    match error:
        case UnreadableDocumentError():
            return Outcome(reason=error.reason, remedy=error.remedy, is_passing=error.is_passing)
        case GraphkitError():
            return Outcome(reason=str(error))
        case OSError():
            return Outcome(reason=error.strerror or str(error), is_passing=True)
        case MemoryError():
            return Outcome(reason="内存不足 / out of memory", remedy=_DIVIDE, is_passing=True)
        case _:
            return Outcome(reason=f"程序缺陷，请报告 / a fault of ours, please report: {error!r}")
