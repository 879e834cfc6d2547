"""Facts in, claims out: one function that knows every kind of fact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from graphkit.errors import UnknownThingError
from graphkit.model.facts import (
    Absence,
    Attendance,
    Conveyance,
    Cooperation,
    Distribution,
    DocumentDate,
    Drive,
    Fact,
    Holding,
    Interval,
    Jurisdiction,
    Masthead,
    Modality,
    Part,
    Period,
    Point,
    PostHolding,
    Publication,
    Renaming,
    Response,
    Subject,
)
from graphkit.rdf.claims import Claim, Said, claims_of, class_claims
from graphkit.rdf.iris import post_iri
from graphkit.rdf.literals import date, integer, iri, label, label_form, text
from graphkit.rdf.state_policies import PolicyFact, state_policy_fact
from graphkit.rdf.things import Things
from graphkit.terms import GK, MEETING_KINDS, dcterms, gk, org


def state_fact(things: Things, fact: Fact) -> Iterator[Claim]:  # noqa: C901, PLR0912 - one arm a kind of fact
    """Claim what a fact says (vocabulary.md, Properties); points are stated together (state_points)."""
    said = Said(things, fact)
    if isinstance(fact, PolicyFact):
        yield from state_policy_fact(said, fact)
        return
    match fact:
        case Publication(publisher=publisher):
            yield from said.link(things.document, dcterms.publisher, publisher)
        case DocumentDate(date=day):
            yield from said.value(things.document, dcterms.issued, date(day))
        case Masthead():
            yield from _masthead(said, fact)
        case Distribution(relation=relation, recipient=recipient):
            yield from said.link(things.document, GK + relation, recipient)
        case Subject(article=article, entity=entity):
            yield from said.link(things.article(article), gk.reports, entity)
        case Holding():
            yield from _holding(said, fact)
        case Attendance(meeting=meeting, role=role, person=person):
            yield from said.link(said.iri(meeting), GK + role, person)
        case Conveyance(conveyor=conveyor, conveyed=conveyed):
            yield from said.link(said.iri(conveyor), gk.conveys, conveyed)
        case Response():
            yield from _response(said, fact)
        case PostHolding():
            yield from _post(said, fact)
        case Part() | Jurisdiction() | Drive() | Cooperation() | Absence() | Renaming():
            yield from _relation(said, fact)
        case Interval():
            yield from _interval(said, fact)
        case Period():
            yield from _period(said, fact)
        case Point():
            return
        case _:
            assert_never(fact)


def _relation(said: Said, fact: Part | Jurisdiction | Drive | Cooperation | Absence | Renaming) -> Iterator[Claim]:
    """Claim how a body stands to another thing."""
    match fact:
        case Part(unit=unit, parent=parent):
            yield from said.link(said.iri(unit), org.subOrganizationOf, parent)
        case Jurisdiction(agency=agency, region=region):
            yield from said.link(said.iri(agency), gk.jurisdiction, region)
        case Drive(agency=agency, relation=relation, campaign=campaign):
            yield from said.link(said.iri(agency), GK + relation, campaign)
        case Cooperation(agency=agency, partner=partner):
            yield from said.link(said.iri(agency), gk.cooperatesWith, partner)
        case Absence(agency=agency, target=target):
            yield from said.link(said.iri(agency), gk.didNotRespondTo, target)
        case Renaming(agency=agency, becomes=becomes):
            yield from said.link(said.iri(agency), gk.renamedTo, becomes)
        case _:
            assert_never(fact)


def _masthead(said: Said, fact: Masthead) -> Iterator[Claim]:
    if fact.field == "title":
        title = label(label_form(str(fact.value)))
        yield from said.value(said.things.document, dcterms.title, title)
        return
    value = integer(fact.value) if isinstance(fact.value, int) else text(label_form(fact.value))
    yield from said.value(said.things.document, GK + fact.field, value)


def _holding(said: Said, fact: Holding) -> Iterator[Claim]:
    """Claim each role of a holding that the passage fills."""
    meeting = said.iri(fact.meeting)
    for predicate, day in ((gk.heldOn, fact.on), (gk.heldUntil, fact.until)):
        if day is not None:
            yield from said.value(meeting, predicate, date(day))
    for predicate, name in ((gk.heldBy, fact.by), (gk.heldIn, fact.region)):
        if name is not None:
            yield from said.link(meeting, predicate, name)
    if fact.venue:
        yield from said.value(meeting, gk.venue, text(label_form(fact.venue)))
    if fact.form is not None:
        if fact.form not in MEETING_KINDS:
            raise UnknownThingError(fact.form, "meeting kind")
        yield from said.value(meeting, gk.meetingKind, iri(MEETING_KINDS[fact.form]))


def _interval(said: Said, fact: Interval) -> Iterator[Claim]:
    """Claim the first and the last day that a meeting or response can lie on."""
    for predicate, day in ((gk.notBefore, fact.not_before), (gk.notAfter, fact.not_after)):
        if day is not None:
            yield from said.value(said.iri(fact.thing), predicate, date(day))


def _period(said: Said, fact: Period) -> Iterator[Claim]:
    """Claim from when to when a campaign runs."""
    for predicate, time in ((gk.periodStart, fact.start), (gk.periodEnd, fact.end)):
        if time is not None:
            yield from said.value(said.iri(fact.campaign), predicate, date(time))


def _response(said: Said, fact: Response) -> Iterator[Claim]:
    """Claim a response, and its short form where it is reported of an agency of its own."""
    subject = said.iri(fact.id)
    respondent = said.iri(fact.respondent)
    target = iri(said.iri(fact.target))
    yield from class_claims(fact.evidence, subject, gk.Response)
    yield from said.value(subject, gk.respondent, iri(respondent))
    yield from said.value(subject, gk.respondsTo, target)
    if fact.theme:
        yield from said.value(subject, gk.theme, text(label_form(fact.theme)))
    if said.things.entity(fact.respondent, fact.kind).kind != "AgencyGroup":
        done = tuple(one for one in fact.evidence if one.modality is Modality.REPORTED)
        yield from claims_of(done, respondent, gk.respondedTo, target)


def _post(said: Said, fact: PostHolding) -> Iterator[Claim]:
    agency = said.things.entity(fact.agency, fact.kind)
    post = post_iri(agency.key, label_form(fact.title), said.things.base)
    yield from said.value(said.iri(fact.person), gk.relievedOf if fact.relieved else org.holds, iri(post))
    yield from class_claims(fact.evidence, post, org.Post)
    yield from said.link(post, org.postIn, fact.agency)
