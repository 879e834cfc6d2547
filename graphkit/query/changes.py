"""Two sides of a comparison in, their differences as people read them out: names, and the words each was read in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graphkit.dataset.diff import Difference, Side, Turn, differences
from graphkit.model.tables import Table, Term
from graphkit.query.entity import NAMING
from graphkit.terms import gk

HEAD = ("turn", "subject", "property", "old", "new", "quote", "subjectIRI")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference told in names; `quote` is what the changed or gained fact was read in, or the lost one."""

    turn: Turn
    subject: str
    subject_iri: str
    predicate: str
    old: str
    new: str
    quote: str


@dataclass(slots=True)
class _Names:
    """Names of things as one side calls them, each asked once."""

    side: Side
    known: dict[str, str] = field(default_factory=dict)

    def of(self, term: Term | None) -> str:
        if term is None:
            return ""
        if term.kind != "iri":
            return term.value
        if term.value not in self.known:
            self.known[term.value] = self._name(term.value)
        return self.known[term.value]

    def _name(self, iri: str) -> str:
        stated = self.side.store.statements(subject=iri, default_only=True)
        ranked = [(NAMING.index(one.predicate), one.object.value) for one in stated if one.predicate in NAMING]
        return min(ranked)[1] if ranked else iri


def changes_between(old: Side, new: Side) -> Iterator[Change]:
    """Iterate over the facts lost, gained and changed, in order of subject and predicate."""
    before, after = _Names(old), _Names(new)
    for one in differences(old, new):
        here = before if one.turn == "lost" else after
        yield Change(
            turn=one.turn,
            subject=here.of(Term("iri", one.subject)),
            subject_iri=one.subject,
            predicate=one.predicate,
            old=before.of(one.old),
            new=after.of(one.new),
            quote=_quote(here.side, one),
        )


def without_renamed(changes: Iterable[Change]) -> tuple[list[Change], int]:
    """Give the changes but for facts lost and gained again in the same words, and how many pairs of those there were.

    A thing named after its document has another IRI as soon as a word of the text is another.
    """
    told = list(changes)
    lost, gained = (Counter(_words(one) for one in told if one.turn == turn) for turn in ("lost", "gained"))
    pairs = lost & gained
    left = {"lost": Counter(pairs), "gained": Counter(pairs)}
    kept = []
    for one in told:
        same = left.get(one.turn, Counter())
        if same[_words(one)]:
            same[_words(one)] -= 1
        else:
            kept.append(one)
    return kept, pairs.total()


def _words(one: Change) -> tuple[str, str, str, str]:
    return one.subject, one.predicate, one.old or one.new, one.quote


def table_of(changes: Iterator[Change]) -> Table:
    """Give the changes as a table, one row each."""
    rows = (
        (
            *(Term("literal", cell) for cell in (one.turn, one.subject)),
            Term("iri", one.predicate),
            *(Term("literal", cell) if cell else None for cell in (one.old, one.new, one.quote)),
            Term("iri", one.subject_iri),
        )
        for one in changes
    )
    return Table(HEAD, rows)


def _quote(side: Side, one: Difference) -> str:
    value = one.old if one.turn == "lost" else one.new
    if value is None:
        return ""
    told = side.store.statements(subject=one.subject, predicate=one.predicate, value=value)
    readings = sorted({stated.graph for stated in told if stated.graph is not None})
    quotes = (side.store.statements(subject=reading, predicate=gk.quote, default_only=True) for reading in readings)
    return min((quote.object.value for found in quotes for quote in found), default="")
