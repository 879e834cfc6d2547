"""A thing and the class that people say it is of in, what that changes in a document out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graphkit.dataset.amended import OWNING, Changes
from graphkit.dataset.mentioned import PlaceLostError
from graphkit.model.judgements import Correction
from graphkit.model.tables import Statement
from graphkit.rdf.classes import UPPER_CLASSES
from graphkit.rdf.iris import graph_iri
from graphkit.rdf.literals import iri
from graphkit.terms import GK, PREFIXES, gk, rdf, skos

UNFIT = "不能改成这一类 / it cannot be made one of these"

_NAMING = frozenset({skos.altLabel, gk.mentions})
"""What a thing keeps when it turns out to be of another sort: its names and where they stand."""

_SORTS: tuple[frozenset[str], ...] = (
    frozenset({gk.Agency, gk.RegionalOffice}),
    frozenset({gk.Policy, gk.Regulation, gk.Plan, gk.Opinion, gk.Circular, gk.Standard}),
    *(frozenset({one}) for one in (gk.AgencyGroup, gk.Person, gk.Meeting, gk.Campaign, gk.Work)),
)
"""Classes of one sort have the same properties; documents and regions are not among them."""

_POINTS = frozenset(OWNING)


class Retyping(NamedTuple):
    """The class that a thing shall be of, and the correction that says so."""

    class_: str
    correction: Correction


def expanded(name: str) -> str:
    """Give the IRI of a prefixed name, anything else as it is."""
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else name


def class_for(correction: Correction, thing: str, read: Iterable[Statement]) -> str:
    """Give the class that a thing shall be of; raises PlaceLostError when it cannot be."""
    wanted = expanded(correction.new) if ":" in correction.new else GK + correction.new
    own = _classes(thing, read)
    is_point = bool(own & _POINTS)
    can_be = wanted in _POINTS if is_point else any(wanted in sort for sort in _SORTS)
    if not can_be or not (is_point or any(own & sort for sort in _SORTS)):
        raise PlaceLostError(UNFIT)
    return wanted


def retype(changes: Changes, read: Iterable[Statement], thing: str, told: Retyping, *, base: str) -> None:
    """Let a thing be of another class in one document; of another sort, it loses what was read of the former one."""
    class_, why = told
    derived, asserted = graph_iri("derived", base), graph_iri("asserted", base)
    own = _classes(thing, read)
    is_of_sort = class_ in _POINTS or any(class_ in sort and own & sort for sort in _SORTS)
    for one in read:
        if thing not in {one.subject, one.object.value}:
            continue
        is_class = one.subject == thing and one.predicate == rdf.type
        is_owning = one.object.value == thing and one.predicate in OWNING.values()
        if is_owning:
            changes.asserted.add(Statement(one.subject, OWNING[class_], one.object, asserted))
        if is_class or is_owning or not (is_of_sort or one.predicate in _NAMING):
            changes.asserted.discard(one._replace(graph=asserted))
            if one.graph == derived:
                changes.dropped.add(one)
            else:
                changes.rejected[one] = why
    if not is_of_sort:
        kept = _NAMING | {rdf.type}
        of_it = {one for one in changes.asserted if thing in {one.subject, one.object.value}}
        changes.asserted -= {one for one in of_it if one.predicate not in kept}
    for each in (class_, *UPPER_CLASSES.get(class_, ())):
        changes.asserted.add(Statement(thing, rdf.type, iri(each), asserted))


def _classes(thing: str, read: Iterable[Statement]) -> set[str]:
    return {one.object.value for one in read if one.subject == thing and one.predicate == rdf.type}
