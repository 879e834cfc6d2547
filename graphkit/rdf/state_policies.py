"""Facts about policies in, claims out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from graphkit.model.facts import (
    Extent,
    Force,
    Issuance,
    Modality,
    Numbering,
    PolicyLink,
    PolicyState,
    Programme,
    Signature,
    TextOf,
)
from graphkit.rdf.claims import Claim, Said, claims_of
from graphkit.rdf.literals import date, duration, integer, iri, text
from graphkit.terms import GK, dcterms, gk

PolicyFact = Issuance | PolicyState | Signature | Numbering | Force | Extent | PolicyLink | Programme | TextOf


def state_policy_fact(  # noqa: C901, PLR0912 - one arm a kind of fact
    said: Said,
    fact: PolicyFact,
) -> Iterator[Claim]:
    """Claim what a fact says of a policy; gk:issues only where it is reported as done."""
    match fact:
        case Issuance(issuer=issuer, policy=policy):
            done = tuple(one for one in fact.evidence if one.modality is Modality.REPORTED)
            target = iri(said.iri(policy))
            yield from claims_of(done, said.iri(issuer), gk.issues, target)
        case PolicyState(policy=policy, status=status):
            yield from said.value(said.iri(policy), gk.status, iri(GK + status))
        case Signature(policy=policy, date=day):
            yield from said.value(said.iri(policy), dcterms.issued, date(day))
        case Numbering(policy=policy, number=number):
            yield from said.value(said.iri(policy), gk.documentNumber, text(number))
        case Force(policy=policy, start=start, end=end, months=months):
            values = (
                (gk.effectiveFrom, date(start) if start is not None else None),
                (gk.effectiveUntil, date(end) if end is not None else None),
                (gk.validFor, duration(months) if months is not None else None),
            )
            for predicate, value in values:
                if value is not None:
                    yield from said.value(said.iri(policy), predicate, value)
        case Extent(policy=policy, chapters=chapters, clauses=clauses):
            for predicate, count in ((gk.chapters, chapters), (gk.clauses, clauses)):
                if count is not None:
                    yield from said.value(said.iri(policy), predicate, integer(count))
        case PolicyLink(source=source, relation=relation, target=other):
            yield from said.link(said.iri(source), GK + relation, other)
        case Programme(lister=lister, policy=policy):
            yield from said.link(said.iri(lister), gk.lists, policy)
        case TextOf(policy=policy):
            yield from said.link(said.things.document, gk.textOf, policy)
        case _:
            assert_never(fact)
