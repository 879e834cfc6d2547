"""One journalled document and what people changed in it in, the document as changed out, and what was rejected.

What is rejected takes along what cannot stand without it: a response without its meeting, the points
of that response, a person of whom no mention is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graphkit.dataset.entries import Entry
from graphkit.model.handles import Handle
from graphkit.model.judgements import Correction
from graphkit.model.tables import Statement
from graphkit.rdf.engine import nquads_of, statements_in
from graphkit.rdf.iris import graph_iri
from graphkit.terms import dcterms, gk, org, rdf

OWNING = {gk.Task: gk.sets, gk.Achievement: gk.reportsAchievement, gk.Provision: gk.provides}
"""What leads from a meeting, policy or response to its points, by class."""

_NEEDED = {
    gk.Response: (gk.respondent, gk.respondsTo),
    gk.Target: (gk.quantity, gk.comparator),
    org.Post: (org.postIn,),
    **dict.fromkeys(OWNING, (gk.text,)),
}
"""Properties without which a part of a document is none (ontology/shapes.ttl)."""

_OWNED = {**{class_: (owning,) for class_, owning in OWNING.items()}, gk.Target: (gk.hasTarget,)}
_KEPT = frozenset({rdf.type, dcterms.isPartOf, gk.order})
"""What makes a document and its articles: that they are there is no reading that can be wrong."""


@dataclass(slots=True)
class Changes:
    """What people change in one document.

    `rejected` are statements as they were read, each with the correction that rejects it; `asserted`
    stand in their own graph and the default graph; `dropped` were derived; `labels` rename parts.
    """

    rejected: dict[Statement, Correction] = field(default_factory=dict)
    asserted: set[Statement] = field(default_factory=set)
    dropped: set[Statement] = field(default_factory=set)
    labels: dict[str, str] = field(default_factory=dict)


def amended(entry: Entry, changes: Changes, base: str) -> tuple[Entry, dict[Statement, Correction]]:
    """Give the document as changed, and every statement that was rejected or fell with one."""
    derived = graph_iri("derived", base)
    named = [one for one in statements_in(entry.nquads) if one.graph is not None]
    gone = {one: why for one, why in changes.rejected.items() if not _is_kept(one, entry.document)}
    dropped = set(changes.dropped)
    asserted = set(changes.asserted)
    never_whole = _lost(named, named, derived)
    while True:
        left = [one for one in named if one not in gone and one not in dropped]
        lost = _lost(named, [*left, *asserted], derived) - never_whole
        if not lost:
            break
        causes = {thing: _cause(thing, gone) for thing in sorted(lost)}
        for one in left:
            thing = _touching(one, lost)
            if thing and one.graph == derived:
                dropped.add(one)
            elif thing:
                gone[one] = causes[thing]
        asserted = {one for one in asserted if not _touching(one, lost)}
    return _rebuilt(entry, left, asserted, changes.labels, base=base), gone


def _is_kept(statement: Statement, document: str) -> bool:
    is_part = statement.subject == document or statement.subject.startswith(f"{document}/article/")
    return is_part and statement.predicate in _KEPT


def _lost(before: Iterable[Statement], left: Iterable[Statement], derived: str) -> set[str]:
    """Give the things that still occur and have lost their class, their owner or a property that they need."""
    classes: dict[str, set[str]] = defaultdict(set)
    properties: dict[str, set[str]] = defaultdict(set)
    led_to: dict[str, set[str]] = defaultdict(set)
    for one in left:
        if one.predicate == rdf.type and one.graph != derived:
            classes[one.subject].add(one.object.value)
        properties[one.subject].add(one.predicate)
        if one.object.kind == "iri":
            led_to[one.object.value].add(one.predicate)
    typed = {one.subject for one in before if one.predicate == rdf.type and one.graph != derived}
    lost = {thing for thing in typed if thing not in classes and (thing in properties or thing in led_to)}
    for thing, own in classes.items():
        for class_ in own:
            needs, owners = _NEEDED.get(class_, ()), _OWNED.get(class_, ())
            if not properties[thing].issuperset(needs) or (owners and not led_to[thing].intersection(owners)):
                lost.add(thing)
    return lost


def _touching(statement: Statement, things: set[str]) -> str:
    """Give the thing of these that a statement is about, empty for none."""
    if statement.subject in things:
        return statement.subject
    value = statement.object
    return value.value if value.kind == "iri" and value.value in things else ""


def _cause(thing: str, gone: dict[Statement, Correction]) -> Correction:
    """Give the correction by which a thing was lost: one that rejects a statement about it, else any."""
    about = [why for one, why in gone.items() if _touching(one, {thing})]
    return min(about or gone.values(), key=repr)


def _rebuilt(
    entry: Entry, left: list[Statement], asserted: set[Statement], labels: dict[str, str], *, base: str
) -> Entry:
    """Give the document with its default graph made again of what stands in its named graphs."""
    readings = {one.graph for one in left}
    texts = f"{base}text/"
    told = (one for one in statements_in(entry.nquads) if one.graph is None and one.subject.startswith(texts))
    described = [one for one in told if one.subject in readings]
    stated = [*left, *asserted]
    plain = [one._replace(graph=None) for one in stated]
    subjects = {one.subject for one in stated}
    read_as = {one.subject for one in left if one.predicate == rdf.type}
    return replace(
        entry,
        nquads=b"\n".join(nquads_of([*stated, *plain, *described])),
        labels=tuple(one._replace(label=labels.get(one.iri, one.label)) for one in entry.labels if one.iri in subjects),
        # A thing of another class is linked as it was: all that was linked with it is of that class now.
        handles=tuple(
            _as_stated(one, stated) if one.thing in read_as else one for one in entry.handles if one.thing in subjects
        ),
    )


def _as_stated(handle: Handle, stated: list[Statement]) -> Handle:
    """Give a handle without the date, holder and number that nothing states any more."""
    values: dict[str, set[str]] = defaultdict(set)
    for one in stated:
        if one.subject == handle.thing:
            values[one.predicate].add(one.object.value)
    days = values[gk.heldOn if handle.kind == "meeting" else dcterms.issued]
    numbers = values[gk.documentNumber]
    return handle._replace(
        date=handle.date if handle.date in days else min(days, default=""),
        holder=handle.holder if values[gk.heldBy] else "",
        number=handle.number if handle.number in numbers else min(numbers, default=""),
    )
