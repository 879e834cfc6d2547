"""Mentions and entities in, claims of classes, names and gk:mentions out."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.model.entities import Entity
from graphkit.model.facts import Mention, cite
from graphkit.rdf.claims import Claim, upper_class_claims
from graphkit.rdf.classes import class_of, kind_of
from graphkit.rdf.literals import iri, label, label_form, text
from graphkit.rdf.things import Things
from graphkit.terms import gk, rdf, skos


def state_mentions(things: Things) -> Iterator[Claim]:
    """Claim, for each mention of an entity, its class, the words as a name, and that it is mentioned.

    The document mentions what none of its articles does: the contents and the footer repeat much.
    """
    mentions = things.annotation.mentions
    in_articles = frozenset(one.entity for one in mentions if one.entity and things.article_at(one.start))
    for mention in mentions:
        if mention.entity is not None:
            yield from _mention(things, mention, mention.entity, in_articles)


def state_entity(things: Things, entity: Entity) -> Iterator[Claim]:
    """Claim what an entity's key and names settle: upper classes, kind, function, completed names.

    A region's are stated by the reference, when it has the code.
    """
    subject = things.iri(entity.id, "entity")
    if entity.kind != "Region":
        yield from upper_class_claims(subject, class_of(entity))
        yield from _completed_names(things, entity, subject)
    kind = kind_of(entity) if entity.kind == "Agency" else None
    if kind is not None:
        yield Claim(subject, gk.kind, iri(kind), None)
    if entity.function:
        yield Claim(subject, gk.function, text(entity.function), None)


def _mention(things: Things, mention: Mention, name: str, in_articles: frozenset[str]) -> Iterator[Claim]:
    entity = things.entity(name, f"mention {mention.start},{mention.end}")
    subject = things.iri(name, "mention")
    order = things.article_at(mention.start)
    passage = cite(things.annotation.document, mention.start, mention.end, mention.rule, article=order)
    yield Claim(subject, rdf.type, iri(class_of(entity)), passage)
    surface = label_form(mention.surface)
    if surface:
        yield Claim(subject, skos.altLabel, label(surface), passage)
    if order or name not in in_articles:
        yield Claim(things.article(order), gk.mentions, iri(subject), passage)


def _completed_names(things: Things, entity: Entity, subject: str) -> Iterator[Claim]:
    """Claim the names that no mention attests, but for the one proposed as label."""
    attested = things.surfaces.get(entity.id, set())
    names = {label_form(name) for name in entity.names} - attested - {label_form(entity.label), ""}
    for name in names:
        yield Claim(subject, skos.altLabel, label(name), None)
