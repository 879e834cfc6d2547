"""What the state_ functions give: a statement to be, with the passage it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from graphkit.model.facts import Evidence, FactRecord
from graphkit.model.tables import Term
from graphkit.rdf.classes import UPPER_CLASSES
from graphkit.rdf.literals import iri
from graphkit.rdf.things import Things
from graphkit.terms import rdf


class Claim(NamedTuple):
    """Subject, predicate, object, and the evidence; None where it is derived."""

    subject: str
    predicate: str
    object: Term
    evidence: Evidence | None


def claims_of(evidence: Iterable[Evidence], subject: str, predicate: str, object_: Term) -> Iterator[Claim]:
    """Claim one statement once for each passage."""
    for passage in evidence:
        yield Claim(subject, predicate, object_, passage)


def class_claims(evidence: Iterable[Evidence], subject: str, class_: str) -> Iterator[Claim]:
    """Claim a thing's class as read, and the classes above it as derived."""
    yield from claims_of(evidence, subject, rdf.type, iri(class_))
    yield from upper_class_claims(subject, class_)


def upper_class_claims(subject: str, class_: str) -> Iterator[Claim]:
    """Claim the classes above a thing's class, derived."""
    for upper in UPPER_CLASSES.get(class_, ()):
        yield Claim(subject, rdf.type, iri(upper), None)


@dataclass(frozen=True, slots=True)
class Said:
    """One fact, with the names of its things: makes claims cited by the fact's own passages."""

    things: Things
    fact: FactRecord

    def iri(self, name: str) -> str:
        """Give the IRI of an entity or response that the fact names."""
        return self.things.iri(name, type(self.fact).__name__)

    def link(self, subject: str, predicate: str, name: str) -> Iterator[Claim]:
        """Claim a relation to a named thing."""
        return claims_of(self.fact.evidence, subject, predicate, iri(self.iri(name)))

    def value(self, subject: str, predicate: str, value: Term) -> Iterator[Claim]:
        """Claim a value."""
        return claims_of(self.fact.evidence, subject, predicate, value)
