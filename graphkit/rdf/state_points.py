"""Points in, claims of their text, owner, topics and targets out."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.model.facts import Point, TargetFact
from graphkit.rdf.claims import Claim, claims_of, class_claims
from graphkit.rdf.iris import part_iri, topic_iri
from graphkit.rdf.literals import date, decimal, integer, iri, label_form, text
from graphkit.rdf.things import DESCRIBED, LabelProposal, Things
from graphkit.terms import gk

_CLASSES = {"Task": gk.Task, "Achievement": gk.Achievement, "Provision": gk.Provision}
_OWNERSHIP = {"Task": gk.sets, "Achievement": gk.reportsAchievement, "Provision": gk.provides}
_LABEL_LENGTH = 40


def point_iri(things: Things, order: int) -> str:
    """Give the IRI of a point."""
    return part_iri(things.annotation.document_key, "point", order, things.base)


def state_points(things: Things) -> Iterator[Claim]:
    """Claim every point of the document and its targets; targets are counted over all points."""
    points = sorted((fact for fact in things.annotation.facts if isinstance(fact, Point)), key=lambda fact: fact.order)
    targets = 0
    for fact in points:
        yield from _point(things, fact)
        for target in fact.targets:
            targets += 1
            yield from _target(things, fact, target, targets)


def point_labels(things: Things) -> Iterator[LabelProposal]:
    """Propose names for points and targets."""
    targets = 0
    for fact in sorted((one for one in things.annotation.facts if isinstance(one, Point)), key=lambda one: one.order):
        name = label_form(fact.heading) or label_form(fact.text[:_LABEL_LENGTH])
        yield LabelProposal(point_iri(things, fact.order), name, DESCRIBED)
        for target in fact.targets:
            targets += 1
            quantity = target.quantity
            name = label_form(quantity.written) or f"{quantity.number:f}{quantity.unit}"
            yield LabelProposal(
                part_iri(things.annotation.document_key, "target", targets, things.base), name, DESCRIBED
            )


def _point(things: Things, fact: Point) -> Iterator[Claim]:
    subject = point_iri(things, fact.order)
    owner = _owner(things, fact)
    yield from class_claims(fact.evidence, subject, _CLASSES[fact.point])
    yield from claims_of(fact.evidence, owner, _OWNERSHIP[fact.point], iri(subject))
    yield from claims_of(fact.evidence, subject, gk.text, text(fact.text))
    if fact.ordinal is not None:
        yield from claims_of(fact.evidence, subject, gk.ordinal, integer(fact.ordinal))
    if fact.heading:
        yield from claims_of(fact.evidence, subject, gk.heading, text(fact.heading))
    yield from _links(things, fact, subject)


def _owner(things: Things, fact: Point) -> str:
    """Give what sets a point: of a paper without a title, whose issuer the fact names, the paper itself."""
    known = things.annotation.entities.get(fact.owner)
    is_body = known is not None and known.kind in {"Agency", "AgencyGroup"}
    return things.document if is_body else things.iri(fact.owner, f"point {fact.order}")


def _links(things: Things, fact: Point, subject: str) -> Iterator[Claim]:
    where = f"point {fact.order}"
    for sign in fact.topics:
        yield from claims_of(fact.evidence, subject, gk.topic, iri(topic_iri(sign.topic, things.base)))
    for carried in fact.carries:
        yield from claims_of(fact.evidence, subject, gk.carries, iri(things.iri(carried, where)))
    for agency in fact.assigned_to:
        yield from claims_of(fact.evidence, subject, gk.assignedTo, iri(things.iri(agency, where)))
    for agency in fact.assisted_by:
        yield from claims_of(fact.evidence, subject, gk.assistedBy, iri(things.iri(agency, where)))
    if fact.period_start is not None:
        yield from claims_of(fact.evidence, subject, gk.periodStart, date(fact.period_start))
    if fact.period_end is not None:
        yield from claims_of(fact.evidence, subject, gk.periodEnd, date(fact.period_end))


def _target(things: Things, fact: Point, target: TargetFact, order: int) -> Iterator[Claim]:
    """Claim a target in the reading of its own words; a range has both ends."""
    subject = part_iri(things.annotation.document_key, "target", order, things.base)
    quantity, passage = target.quantity, (target.evidence,)
    yield from claims_of(passage, point_iri(things, fact.order), gk.hasTarget, iri(subject))
    yield from class_claims(passage, subject, gk.Target)
    yield from claims_of(passage, subject, gk.quantity, decimal(quantity.number))
    if quantity.unit:
        yield from claims_of(passage, subject, gk.unit, text(quantity.unit))
    comparator = quantity.comparator if quantity.maximum is None else "range"
    yield from claims_of(passage, subject, gk.comparator, text(comparator))
    if quantity.maximum is not None:
        yield from claims_of(passage, subject, gk.quantityMax, decimal(quantity.maximum))
