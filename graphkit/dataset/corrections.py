"""Corrections and the journal in, the documents as corrected out: which statements each correction means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graphkit.dataset.amended import OWNING, Changes, amended
from graphkit.dataset.entries import Entry
from graphkit.dataset.journal import Journal
from graphkit.dataset.judgement_files import tsv_line
from graphkit.dataset.mentioned import Mentioned, PlaceLostError
from graphkit.dataset.merging import Merges
from graphkit.dataset.rejected import Rejected
from graphkit.dataset.responses import with_responses
from graphkit.dataset.retyped import Retyping, class_for, expanded, retype
from graphkit.model.judgements import Correction, Judgement, placed
from graphkit.model.tables import Statement, Term
from graphkit.model.text import Span
from graphkit.rdf.engine import statements_in
from graphkit.rdf.iris import graph_iri, reading_iri
from graphkit.rdf.literals import iri, label_form
from graphkit.terms import gk, rdf, skos, xsd

NOTHING = "此处没有这样的陈述 / nothing like this is stated there"
UNWRITTEN = "new 的写法不合此属性 / this is no value of the property"
NO_THING = "没有说明是哪个事物，请填 subject / which thing is not said, fill in subject"

_NAMES = frozenset({skos.prefLabel, skos.altLabel, rdf.type})
"""Predicates by which a correction means the thing itself, to give it another name."""

_SPAN = re.compile(r"#char=(\d+),(\d+)$")
_WRITTEN = {
    xsd.integer: re.compile(r"-?\d+"),
    xsd.decimal: re.compile(r"-?\d+(?:\.\d+)?"),
    xsd.date: re.compile(r"\d{4}-\d{2}-\d{2}"),
    xsd.gYearMonth: re.compile(r"\d{4}-\d{2}"),
    xsd.gYear: re.compile(r"\d{4}"),
}


@dataclass(slots=True)
class Corrected:
    """The documents that people corrected, by text hash, what they rejected in them, and the new names of things."""

    entries: dict[str, Entry] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    unused: dict[Judgement, str] = field(default_factory=dict)


def correct(
    journal: Journal, corrections: Iterable[Correction], mentioned: Mentioned, merges: Merges, *, base: str
) -> Corrected:
    """Follow the corrections, the last one of a statement first; what they name as merged is found by `merges`."""
    corrected = Corrected()
    work = _Work(mentioned, merges, base)
    for one in sorted(corrections, key=lambda each: (each.date, tsv_line(each))):
        try:
            work.take(one, corrected.names)
        except PlaceLostError as error:
            corrected.unused[one] = str(error)
    for entry in _concerned(journal, work, merges):
        changes = work.changes_of(entry)
        corrected.entries[entry.text_sha256], gone = amended(entry, changes, base)
        quotes = quotes_in(entry)
        corrected.rejected += [
            Rejected(entry.text_sha256, one, quotes.get(one.graph or "", ""), why)
            for one, why in _each_class_once(gone).items()
        ]
    return corrected


def _concerned(journal: Journal, work: _Work, merges: Merges) -> Iterator[Entry]:
    """Iterate over the documents that corrections change: their own, and all that name a thing of another class."""
    if not work.retyped:
        yield from (entry for digits in sorted(work.changes) if (entry := journal.entry(digits)) is not None)
        return
    for entry in journal.entries():
        replaced = merges.of(entry.text_sha256)
        names_one = any(replaced.get(one.iri, one.iri) in work.retyped for one in entry.labels)
        if names_one or entry.text_sha256[:16] in work.changes:
            yield entry


def _each_class_once(gone: Mapping[Statement, Correction]) -> dict[Statement, Correction]:
    """Leave out that each mention of a thing told its former class: that it did is listed once a document."""
    listed: dict[Statement, Correction] = {}
    told: set[tuple[str, str]] = set()
    for one, why in sorted(gone.items(), key=lambda each: (repr(each[0]), tsv_line(each[1]))):
        is_class = why.action == "retype" and one.predicate == rdf.type
        if not is_class or (one.subject, one.object.value) not in told:
            listed[one] = why
        if is_class:
            told.add((one.subject, one.object.value))
    return listed


class _Work:
    """Gathers, correction by correction, what is to change in each document."""

    def __init__(self, mentioned: Mentioned, merges: Merges, base: str) -> None:
        self.changes: dict[str, Changes] = defaultdict(Changes)
        self.retyped: dict[str, Retyping] = {}
        self._mentioned = mentioned
        self._merges = merges
        self._base = base
        self._asserted = graph_iri("asserted", base)
        self._read: dict[str, list[Statement]] = {}

    def take(self, one: Correction, names: dict[str, str]) -> None:
        """Take one correction; raises PlaceLostError when it means nothing that is there."""
        self._mentioned.check_words(one.place, one.words)
        digits, start, end = placed(one.place) or ("", 0, 0)
        reading = reading_iri(digits, one.rule, Span(start=start, end=end), self._base)
        read = self._statements(digits)
        meant = [each for each in read if each.graph == reading and self._is_meant(each, one, digits)]
        if not meant:
            raise PlaceLostError(NOTHING)
        changes = self.changes[digits]
        match one.action:
            case "accept":
                for each in meant:
                    changes.rejected.pop(each, None)
                    changes.asserted.add(each._replace(graph=self._asserted))
            case "reject":
                for each in [*with_responses(meant, read), *_resting_on(meant, read, (start, end))]:
                    changes.asserted.discard(each._replace(graph=self._asserted))
                    changes.rejected[each] = one
            case "retype":
                thing = self._merges.of(self._text(digits)).get(found := _thing_of(meant), found)
                self.retyped[thing] = Retyping(class_for(one, found, read), one)
            case "reword" if not one.predicate or expanded(one.predicate) in _NAMES:
                thing = self._merges.of(self._text(digits)).get(found := _thing_of(meant), found)
                names[thing] = label_form(one.new)
            case "reword":
                self._reword(changes, one, meant, read)

    def changes_of(self, entry: Entry) -> Changes:
        """Give the changes of one document, things of another class among them."""
        changes = self.changes.get(entry.text_sha256[:16], Changes())
        replaced = self._merges.of(entry.text_sha256)
        read = self._statements(entry.text_sha256[:16]) if self.retyped else []
        known = {one.iri: self.retyped.get(replaced.get(one.iri, one.iri)) for one in entry.labels}
        retyped = [(thing, told) for thing, told in sorted(known.items()) if told is not None]
        # Points first: what leads to a point goes when it is no meeting, policy or response any more.
        for thing, told in sorted(retyped, key=lambda each: each[1].class_ not in OWNING):
            retype(changes, read, thing, told, base=self._base)
        return changes

    def _statements(self, digits: str) -> list[Statement]:
        """Give what was read in a document: the statements of its readings and derived ones, not the default graph."""
        if digits not in self._read:
            entry = self._mentioned.entry(digits)
            lines = b"" if entry is None else entry.nquads
            self._read[digits] = [one for one in statements_in(lines) if one.graph is not None]
        return self._read[digits]

    def _text(self, digits: str) -> str:
        entry = self._mentioned.entry(digits)
        return "" if entry is None else entry.text_sha256

    def _is_meant(self, statement: Statement, one: Correction, digits: str) -> bool:
        """Tell whether a statement of the reading has the predicate, subject and value that are named."""
        if one.predicate and statement.predicate != expanded(one.predicate):
            return False
        if one.subject and not self._is_thing(statement.subject, one.subject, digits):
            return False
        if not one.value:
            return True
        value = statement.object
        return value.value == one.value if value.kind == "literal" else self._is_thing(value.value, one.value, digits)

    def _is_thing(self, thing: str, key: str, digits: str) -> bool:
        """Tell whether an IRI is that of a key, or merged with it; gk: and other terms may be written short."""
        replaced = self._merges.of(self._text(digits))
        named = {self._base + key, expanded(key)}
        return bool({thing, replaced.get(thing, thing)} & {*named, *(replaced.get(one, one) for one in named)})

    def _reword(self, changes: Changes, one: Correction, meant: list[Statement], read: list[Statement]) -> None:
        """Put another value in a statement's place."""
        for each in [*meant, *_short_forms(meant, read)]:
            value = self._value(each.object, one.new)
            changes.rejected[each] = one
            changes.asserted.discard(each._replace(graph=self._asserted))
            changes.asserted.add(Statement(each.subject, each.predicate, value, self._asserted))
            if each.predicate in {gk.heading, gk.theme}:
                changes.labels[each.subject] = label_form(one.new)

    def _value(self, before: Term, new: str) -> Term:
        """Give a value of the kind of another; raises PlaceLostError for what is none."""
        if before.kind == "iri":
            thing = new if new.startswith(self._base) else self._base + new.removeprefix("gkr:")
            if not self._mentioned.is_known(thing):
                raise PlaceLostError(UNWRITTEN)
            return iri(thing)
        written = _WRITTEN.get(before.datatype or "")
        if written is not None and not written.fullmatch(new):
            raise PlaceLostError(UNWRITTEN)
        return before._replace(value=new)


def quotes_in(entry: Entry) -> dict[str, str]:
    """Map each reading of a document to its quote."""
    return {one.subject: one.object.value for one in statements_in(entry.nquads) if one.predicate == gk.quote}


def _thing_of(meant: list[Statement]) -> str:
    """Give the one thing whose class the statements tell; raises PlaceLostError where they tell of several."""
    things = {one.subject for one in meant if one.predicate in {rdf.type, skos.altLabel}}
    if len(things) != 1:
        raise PlaceLostError(NO_THING)
    return things.pop()


def _resting_on(meant: list[Statement], read: list[Statement], span: tuple[int, int]) -> Iterator[Statement]:
    """Iterate over facts that rest on a rejected mention: of its thing, in readings that hold the mention."""
    things = {one.object.value for one in meant if one.predicate == gk.mentions}
    for one in read:
        place = _SPAN.search(one.graph or "")
        holds = place is not None and int(place[1]) <= span[0] and span[1] <= int(place[2])
        if holds and things & {one.subject, one.object.value}:
            yield one


def _short_forms(meant: list[Statement], read: list[Statement]) -> Iterator[Statement]:
    """Iterate over the short forms (gk:respondedTo) of what a response responds to."""
    for one in meant:
        if one.predicate == gk.respondsTo:
            for other in read:
                if other.graph == one.graph and other.predicate == gk.respondedTo and other.object == one.object:
                    yield other
