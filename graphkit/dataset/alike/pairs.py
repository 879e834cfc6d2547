"""Two IRIs in, the pair with its own IRI, score and reasons out, and what is stated of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain, combinations, islice, pairwise
from typing import NamedTuple, TypeVar
from urllib.parse import unquote

from graphkit.model.tables import Statement, Term
from graphkit.rdf.iris import graph_iri, mint
from graphkit.rdf.literals import decimal, iri
from graphkit.terms import gk

ALL_PAIRS = 5
"""Things of one block up to which every pair is asked about; of more, each one and the next in order."""

_DIGITS = 16
_BETWEEN = "\x01"
Thing = TypeVar("Thing")


class Key(NamedTuple):
    """A thing and the segments of its key: `agency`, `610000`, `政府`, `林业草原`, `局`."""

    segments: tuple[str, ...]
    iri: str


class Alike(NamedTuple):
    """Two things that may be one, `a` the lesser IRI; `percent` of certainty, concepts of gk:LinkReasons."""

    a: str
    b: str
    percent: int
    reasons: tuple[str, ...]


def key_of(thing: str, base: str) -> Key:
    """Give the key of an IRI."""
    return Key(tuple(unquote(one) for one in thing.removeprefix(base).split("/")), thing)


def spelled(segments: tuple[str, ...]) -> str:
    """Write the segments of a key as one text that sorts as they do: what stands between them sorts before all else."""
    return _BETWEEN.join(segments)


def split(spelled: str) -> tuple[str, ...]:
    """Give the segments that were written as one text."""
    return tuple(spelled.split(_BETWEEN)) if spelled else ()


def alike(one: str, other: str, percent: int, *reasons: str) -> Alike:
    """Pair two IRIs."""
    a, b = sorted((one, other))
    return Alike(a, b, max(1, min(percent, 99)), tuple(sorted(set(reasons))))


def pairs_of(block: Iterable[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Iterate over the pairs of a sorted block: all of a small one, neighbours of a large one."""
    things = iter(block)
    first = list(islice(things, ALL_PAIRS + 1))
    if len(first) <= ALL_PAIRS:
        yield from combinations(first, 2)
    else:
        yield from pairwise(chain(first, things))


def pair_iri(one: str, other: str, base: str) -> str:
    """Give the IRI of a pair: a hash of both keys, whichever comes first."""
    keys = "\n".join(sorted(thing.removeprefix(base) for thing in (one, other)))
    return mint(("pair", hashlib.sha256(keys.encode()).hexdigest()[:_DIGITS]), base)


def pair_statements(pairs: Iterable[Alike], base: str) -> Iterator[Statement]:
    """State each pair as possibly the same, derived; its graph names it, its score and reasons hang on the name."""
    derived = graph_iri("derived", base)
    for pair in pairs:
        name = pair_iri(pair.a, pair.b, base)
        yield Statement(pair.a, gk.possiblySame, iri(pair.b), name)
        yield from _twice(pair.a, gk.possiblySame, iri(pair.b), derived)
        yield from _twice(name, gk.score, decimal(Decimal(pair.percent) / 100), derived)
        for reason in pair.reasons:
            yield from _twice(name, gk.reason, iri(reason), derived)


def _twice(subject: str, predicate: str, value: Term, graph: str) -> Iterator[Statement]:
    yield Statement(subject, predicate, value, graph)
    yield Statement(subject, predicate, value, None)
