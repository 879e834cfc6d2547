"""Two sorted streams of statements in, the facts that one has and the other has not out.

A fact is a statement of the default graph about a thing: what is said about readings (their quotes, rules and places)
and what a reference gazetteer says about regions and topics is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal, NamedTuple

from graphkit.dataset.folder import STORE, is_dataset
from graphkit.dataset.manifest import read_manifest
from graphkit.dataset.opened import open_dataset
from graphkit.errors import DatasetMissingError
from graphkit.model.tables import Statement, Table, Term
from graphkit.rdf.engine import statements_in
from graphkit.rdf.store import Store, loaded_store, open_store
from graphkit.terms import BASE, dcterms, gk, org, skos

Turn = Literal["gained", "lost", "changed"]

SINGLE = frozenset(
    {
        skos.prefLabel,
        dcterms.title,
        dcterms.publisher,
        dcterms.isPartOf,
        gk.documentNumber,
        gk.heldOn,
        gk.heldUntil,
        gk.heading,
        gk.text,
        gk.ordinal,
        gk.order,
        gk.quantity,
        gk.unit,
        gk.comparator,
        gk.regionCode,
        gk.within,
        org.subOrganizationOf,
    }
)
"""Properties of which a thing has one value: another value is a change, not a loss and a gain."""


class Difference(NamedTuple):
    """One fact gained, lost, or changed from `old` to `new`."""

    subject: str
    predicate: str
    turn: Turn
    old: Term | None
    new: Term | None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared: its statements, and what its IRIs begin with."""

    store: Store
    base: str

    def query(self, sparql: str, /, **bindings: Term) -> Table | bool | Iterator[Statement]:
        """Answer a SPARQL query, as a dataset does."""
        return self.store.query(sparql, {"gkr": self.base}, bindings)

    def facts(self) -> Iterator[bytes]:
        """Iterate over its facts as sorted N-Triples lines."""
        untold = tuple(f"<{self.base}{kind}/".encode() for kind in ("text", "region", "topic", "pair"))
        return (line for line in self.store.default_lines() if not line.startswith(untold))


def side_of(path: Path, *, base: str = BASE) -> Side:
    """Open a dataset's folder, one of its generations, or an exported N-Quads or N-Triples file.

    Raises DatasetMissingError when it is none of these, DatasetDamagedError when it is damaged.
    """
    if path.is_file():
        return Side(loaded_store(path), base)
    if is_dataset(path):
        opened = open_dataset(path)
        return Side(opened.store, opened.base)
    if (path / STORE).is_dir():
        return Side(open_store(path / STORE), read_manifest(path).base)
    raise DatasetMissingError(str(path))


def differences(old: Side, new: Side) -> Iterator[Difference]:
    """Iterate over the facts that differ, in order of subject and predicate."""
    told = ((*_parsed(line), turn) for line, turn in _unequal(old.facts(), new.facts()))
    for (subject, predicate), group in groupby(told, key=lambda one: one[:2]):
        lost: list[Term] = []
        gained: list[Term] = []
        for *_, value, turn in group:
            (lost if turn == "lost" else gained).append(value)
        yield from _paired(subject, predicate, lost, gained)


def _unequal(old: Iterator[bytes], new: Iterator[bytes]) -> Iterator[tuple[bytes, Turn]]:
    """Iterate over the lines that only one of two sorted streams has."""
    left, right = next(old, None), next(new, None)
    while left is not None or right is not None:
        if left == right:
            left, right = next(old, None), next(new, None)
        elif right is None or (left is not None and left < right):
            yield left or b"", "lost"
            left = next(old, None)
        else:
            yield right, "gained"
            right = next(new, None)


def _parsed(line: bytes) -> tuple[str, str, Term]:
    one = next(statements_in(line))
    return one.subject, one.predicate, one.object


def _paired(subject: str, predicate: str, lost: list[Term], gained: list[Term]) -> Iterator[Difference]:
    if predicate in SINGLE and len(lost) == len(gained) == 1:
        yield Difference(subject, predicate, "changed", lost[0], gained[0])
        return
    yield from (Difference(subject, predicate, "lost", term, None) for term in sorted(lost))
    yield from (Difference(subject, predicate, "gained", None, term) for term in sorted(gained))
