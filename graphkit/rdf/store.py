"""The doors to the engine: N-Quads go in and build a store; questions go in, tables and statements come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile

import pyoxigraph as ox

from graphkit.errors import DatasetDamagedError
from graphkit.model.tables import Statement, Table, Term
from graphkit.rdf.allocator import give_back, share_one_heap
from graphkit.rdf.engine import EngineTerm, from_engine, from_quad, nquads_of, to_engine
from graphkit.rdf.lines import blocks_in, sorted_unique
from graphkit.terms import PREFIXES

LOADED_LINES = 30_000
"""Quads that are loaded at once."""

Answer = Table | bool | Iterator[Statement]


@dataclass(frozen=True, slots=True)
class Store:
    """A finished store, never written to."""

    _engine: ox.Store

    def query(self, text: str, prefixes: Mapping[str, str], bindings: Mapping[str, Term]) -> Answer:
        """Answer a query with some variables bound to terms; the text is never changed.

        Raises SyntaxError when the query cannot be read, ValueError when a variable to be bound is
        not among those that it selects: the engine binds no others.
        """
        known = {**PREFIXES, **prefixes}
        values: dict[ox.Variable, EngineTerm] = {ox.Variable(name): to_engine(term) for name, term in bindings.items()}
        try:
            answer = self._engine.query(text, prefixes=known, substitutions=values)
        except RuntimeError as error:
            if not values:
                raise
            raise ValueError(str(error)) from error
        if isinstance(answer, ox.QueryBoolean):
            return bool(answer)
        if isinstance(answer, ox.QueryTriples):
            return (
                Statement(from_engine(one.subject).value, one.predicate.value, from_engine(one.object), None)
                for one in answer
            )
        return Table(
            tuple(variable.value for variable in answer.variables),
            (tuple(None if term is None else from_engine(term) for term in row) for row in answer),
        )

    def statements(
        self,
        *,
        subject: str | None = None,
        predicate: str | None = None,
        value: Term | None = None,
        default_only: bool = False,
    ) -> Iterator[Statement]:
        """Iterate over the statements of a pattern, of all graphs or of the default graph only."""
        with _whole():
            quads = self._engine.quads_for_pattern(
                None if subject is None else ox.NamedNode(subject),
                None if predicate is None else ox.NamedNode(predicate),
                None if value is None else to_engine(value),
                ox.DefaultGraph() if default_only else None,
            )
            for quad in quads:
                yield from_quad(quad)

    def graphs(self) -> Iterator[str]:
        """Iterate over the names of the named graphs, sorted."""
        return iter(sorted(graph.value for graph in self._engine.named_graphs()))

    def lines(self) -> Iterator[bytes]:
        """Iterate over the whole store as canonical N-Quads lines, sorted, without line ends."""
        with TemporaryFile() as dump:
            with _whole():
                self._engine.dump(dump, format=ox.RdfFormat.N_QUADS)
            dump.seek(0)
            yield from sorted_unique(chain.from_iterable(blocks_in(dump)))

    def pass_lines(self, take: Callable[[list[bytes]], None], beside: Path) -> None:
        """Give the whole store on as canonical N-Quads lines in the engine's order, some at a time.

        They pass through the file `beside`, which the engine writes while other threads run; it is removed.
        """
        try:
            with _whole():
                self._engine.dump(output=beside, format=ox.RdfFormat.N_QUADS)
            with beside.open("rb") as file:
                for block in blocks_in(file):
                    take(block)
        finally:
            beside.unlink(missing_ok=True)

    def default_lines(self) -> Iterator[bytes]:
        """Iterate over the default graph as canonical N-Triples lines, sorted, without line ends."""
        with TemporaryFile() as dump:
            with _whole():
                self._engine.dump(dump, format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
            dump.seek(0)
            yield from sorted_unique(chain.from_iterable(blocks_in(dump)))

    def graph_lines(self, graph: str) -> list[bytes]:
        """Give one named graph as canonical N-Triples lines, sorted, without line ends."""
        written = self._engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph))
        return sorted(set((written or b"").split(b"\n")) - {b""})

    def __len__(self) -> int:
        """Count the quads."""
        return len(self._engine)


@contextmanager
def _whole() -> Iterator[None]:
    """Tell damage that the engine meets while it reads; it checks every block it reads."""
    try:
        yield
    except RuntimeError as error:
        raise DatasetDamagedError("store", str(error)) from error


def open_store(folder: Path) -> Store:
    """Open a finished store read-only."""
    try:
        return Store(ox.Store.read_only(str(folder)))
    except (OSError, RuntimeError) as error:
        raise DatasetDamagedError(str(folder), str(error)) from error


class Loading:
    """A new store, filled by another thread while its lines are still made; nobody else knows its folder.

    The engine holds in memory all that it is given at once, a kilobyte for each quad; what its threads have freed
    is given back before it is given more. It has indexes of the default graph and others of named graphs, and sorts
    each anew once parts have come for it: parts of one kind each load faster than such of both. A part waits in a
    file beside the store, which the engine reads without Python.
    """

    def __init__(self, folder: Path, later: Callable[[Callable[[], None]], Future[None]]) -> None:
        """Begin; `later` hands work to the thread, which does one after the other."""
        share_one_heap()
        self._engine = ox.Store(str(folder))
        self._later = later
        self._begun = {name: _Part(folder.with_name(name)) for name in ("stated.nq", "named.nq")}
        self._parts = 0
        self._under_way: Future[None] | None = None

    def add(self, stated: Sequence[bytes], named: Sequence[bytes]) -> None:
        """Take lines of the default graph and of named graphs, without line ends; waits where the thread is behind."""
        for part, lines in zip(self._begun.values(), (stated, named), strict=True):
            part.write(lines)
            if part.lines >= LOADED_LINES:
                self._load(part)

    def finish(self) -> Future[None]:
        """Let the thread load what is left, write everything out and close the store."""
        for part in self._begun.values():
            self._load(part)
        self._wait()
        return self._later(self._written_out)

    def _load(self, part: _Part) -> None:
        self._wait()
        if part.lines:
            self._parts += 1
            waiting = part.closed(self._parts)
            self._under_way = self._later(lambda: self._loaded(waiting))

    def _wait(self) -> None:
        """Wait for the part that is under way; raises what went wrong with it."""
        if self._under_way is not None:
            self._under_way.result()

    def _loaded(self, part: Path) -> None:
        self._engine.bulk_load(path=str(part), format=ox.RdfFormat.N_QUADS, lenient=True)
        part.unlink()
        give_back()

    def _written_out(self) -> None:
        if self._parts > len(self._begun):
            self._engine.optimize()
        self._engine.flush()
        del self._engine
        give_back()


class _Part:
    """Lines of one kind as they are gathered in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.lines = 0

    def write(self, lines: Sequence[bytes]) -> None:
        """Take lines without line ends."""
        if lines:
            with self._path.open("ab") as file:
                file.write(b"\n".join([*lines, b""]))
            self.lines += len(lines)

    def closed(self, number: int) -> Path:
        """Give what was gathered as a file of its own, and begin anew."""
        self.lines = 0
        return self._path.rename(self._path.with_suffix(f".{number}.nq"))


def loaded_store(path: Path) -> Store:
    """Hold an N-Quads or N-Triples file in memory; raises DatasetDamagedError when it cannot be read."""
    engine = ox.Store()
    try:
        engine.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    except (OSError, SyntaxError, ValueError) as error:
        raise DatasetDamagedError(str(path), str(error)) from error
    return Store(engine)


def memory_store(statements: Iterable[Statement]) -> Store:
    """Hold statements in memory, for small sets and tests."""
    engine = ox.Store()
    engine.load(b"\n".join([*nquads_of(statements), b""]), format=ox.RdfFormat.N_QUADS)
    return Store(engine)
