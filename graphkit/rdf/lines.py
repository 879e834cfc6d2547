"""Canonical N-Quads lines in, the same lines sorted and each once out, in bounded memory; or a line's parts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import BinaryIO

RUN_LINES = 25_000
RUNS = 64
"""Runs that are merged into one: a process may have only so many files open."""

_PARTS_WITH_GRAPH = 3
_BLOCK = 1 << 16
"""Bytes of each run that are merged at once."""

_TOGETHER = 1000
"""Lines that are written at once."""

# Neither subject, predicate nor graph can hold a blank; [^ ] alone is what `re` is fast at.
_QUAD = re.compile(rb'^([^ ]+) ([^ ]+) (<[^ ]+|"[^"\\]*(?:\\.[^"\\]*)*"[^ ]*)(?: (<[^ ]+))? \.$', re.MULTILINE)

Quad = tuple[bytes, bytes, bytes, bytes]
"""Subject, predicate, object and graph as N-Quads write them, the graph empty for the default graph."""


def sorted_unique(lines: Iterable[bytes], *, run_lines: int = RUN_LINES, runs: int = RUNS) -> Iterator[bytes]:
    """Iterate over lines (without line ends) in the order of their bytes, each once.

    Lines that come in sorted stretches, as those of a document do, are sorted fastest: a dict keeps these.
    Up to `run_lines` are sorted in memory; more go through temporary files, of which `runs` are merged at once.
    """
    source = iter(lines)
    run = sorted(dict.fromkeys(islice(source, run_lines)))
    following = next(source, None)
    if following is None:
        yield from run
        return
    with ExitStack() as stack:
        written = _Runs(stack, runs)
        written.add(run)
        while following is not None:
            written.add(sorted(dict.fromkeys(chain([following], islice(source, run_lines - 1)))))
            following = next(source, None)
        yield from written.merged()


class _Runs:
    """Sorted runs of lines in temporary files: as many of one size as are merged at once make one of the next size."""

    def __init__(self, stack: ExitStack, most: int) -> None:
        """Take what closes the files, and how many are merged at once."""
        self._stack = stack
        self._most = most
        self._sizes: list[list[BinaryIO]] = []

    def add(self, lines: Iterable[bytes], size: int = 0) -> None:
        """Write one run."""
        if size == len(self._sizes):
            self._sizes.append([])
        files = self._sizes[size]
        files.append(self._stack.enter_context(_written(lines)))
        if len(files) == self._most:
            self.add(_merged(files), size + 1)
            for file in files:
                file.close()
            files.clear()

    def merged(self) -> Iterator[bytes]:
        """Iterate over the lines of all runs in order, each once."""
        return _merged([file for files in self._sizes for file in files])


def _merged(files: Iterable[BinaryIO]) -> Iterator[bytes]:
    """Iterate over the lines of sorted files in order, each once; a block of each is sorted with the others at once."""
    runs = [(file, block) for file in files if (block := _block(file))]
    while runs:
        # Whatever comes after the blocks is above the lowest of their last lines.
        last = min(block[-1] for _, block in runs)
        ready: dict[bytes, None] = {}
        left: list[tuple[BinaryIO, list[bytes]]] = []
        for file, block in runs:
            cut = bisect_right(block, last)
            ready.update(dict.fromkeys(block[:cut]))
            if rest := (block[cut:] if cut else block) or _block(file):
                left.append((file, rest))
        yield from sorted(ready)
        runs = left


def split_line(line: bytes) -> tuple[bytes, bytes]:
    """Split a canonical N-Quads line into its triple and its graph (`<…>`, empty for the default graph)."""
    rest = line.split(b" ", 2)[2]
    # Neither a datatype nor a graph can hold a quotation mark, nor an IRI a blank.
    tail = rest[rest.rfind(b'"') + 1 :] if rest.startswith(b'"') else rest
    parts = tail.split(b" ")
    if len(parts) < _PARTS_WITH_GRAPH:
        return line[:-2], b""
    graph = parts[-2]
    return line[: -len(graph) - 3], graph


def quads_in(lines: bytes) -> list[Quad]:
    """Give the quads of canonical N-Quads lines without blank nodes, in their order."""
    return _QUAD.findall(lines)


class Fingerprint:
    """Counts lines and adds up their hashes: the same for the same lines in any order, within one process."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.count = 0
        self._sum = 0

    def add(self, lines: Sequence[bytes]) -> None:
        """Take lines in; Python's own hash of bytes is keyed anew for each process."""
        self.count += len(lines)
        self._sum += sum(map(hash, lines))

    def __eq__(self, other: object) -> bool:
        """Tell whether the same lines were taken in, each as often."""
        return isinstance(other, Fingerprint) and (self.count, self._sum) == (other.count, other._sum)

    __hash__ = None  # type: ignore[assignment]


def _written(run: Iterable[bytes]) -> BinaryIO:
    file: BinaryIO = TemporaryFile()  # noqa: SIM115 - closed by the caller's stack
    lines = iter(run)
    while part := list(islice(lines, _TOGETHER)):
        file.write(b"\n".join([*part, b""]))
    file.seek(0)
    return file


def blocks_in(file: BinaryIO) -> Iterator[list[bytes]]:
    """Iterate over the lines of a file, without line ends, some at a time."""
    while block := _block(file):
        yield block


def _block(file: BinaryIO) -> list[bytes]:
    """Give the next lines of a file, none at its end."""
    return (file.read(_BLOCK) + file.readline()).split(b"\n")[:-1]
