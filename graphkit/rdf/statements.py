"""An annotation in, the statements of one document out, exactly as vocabulary.md says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphkit import terms
from graphkit.model.entities import Annotation, Entity
from graphkit.model.facts import Fact, Point, PostHolding, Response
from graphkit.model.handles import Handle
from graphkit.model.tables import Statement
from graphkit.rdf.claims import Claim, claims_of
from graphkit.rdf.classes import class_of
from graphkit.rdf.document_names import document_label, entity_label
from graphkit.rdf.iris import graph_iri, post_iri
from graphkit.rdf.literals import iri, label_form
from graphkit.rdf.readings import Readings
from graphkit.rdf.state_documents import state_document
from graphkit.rdf.state_facts import state_fact
from graphkit.rdf.state_mentions import state_entity, state_mentions
from graphkit.rdf.state_particulars import particular_labels, state_particulars, variant_of
from graphkit.rdf.state_points import point_labels, state_points
from graphkit.rdf.things import DESCRIBED, LabelProposal, Things, things_of
from graphkit.resolve.handles import handles_in
from graphkit.terms import rdf


@dataclass(frozen=True, slots=True)
class DocumentStatements:
    """What one document contributes to a dataset, as a function of its annotation alone.

    `statements` are sorted and unique; `labels` are proposals for skos:prefLabel, chosen over all
    documents; `regions` are the codes and `topics` the names that the reference has to describe;
    `handles` are the features by which things are linked over documents; `variant` tells apart what
    comes of one text on other pages or under other rows of `sources.tsv`, "" where there is neither.
    """

    document: str
    text_sha256: str
    statements: tuple[Statement, ...]
    labels: tuple[LabelProposal, ...]
    regions: tuple[str, ...]
    topics: tuple[str, ...]
    handles: tuple[Handle, ...]
    facts: int
    variant: str = ""


def state(annotation: Annotation, base: str = terms.BASE) -> DocumentStatements:
    """State all that was read in one document: in the default graph, and in each reading's graph."""
    things = things_of(annotation, base)
    named = _used(annotation)
    used = [entity for name, entity in sorted(annotation.entities.items()) if name in named]
    claims = list(_claims(things, used))
    readings = Readings(things, (claim.evidence for claim in claims if claim.evidence is not None))
    derived = graph_iri("derived", base)
    statements = set(readings.statements())
    for subject, predicate, object_, evidence in claims:
        graph = readings.iri(evidence) if evidence is not None else derived
        statements.add(Statement(subject, predicate, object_, graph))
        statements.add(Statement(subject, predicate, object_, None))
    statements.update(state_particulars(things, claims))
    points = [fact for fact in annotation.facts if isinstance(fact, Point)]
    return DocumentStatements(
        document=things.document,
        text_sha256=annotation.document.sha256,
        variant=variant_of(annotation.document),
        statements=tuple(sorted(statements, key=statement_order)),
        labels=tuple(sorted({*_labels(things, used), *particular_labels(things)})),
        regions=tuple(sorted({one.region_code for one in used if one.kind == "Region" and one.region_code})),
        topics=tuple(sorted({sign.topic for fact in points for sign in fact.topics})),
        handles=tuple(sorted(_handles(things))),
        facts=len(annotation.facts),
    )


def statement_order(statement: Statement) -> tuple[str, str, str, str, str, str, str]:
    """Give the sorting key of a statement."""
    subject, predicate, (kind, value, datatype, language), graph = statement
    return subject, predicate, kind, value, datatype or "", language or "", graph or ""


def _claims(things: Things, used: list[Entity]) -> Iterator[Claim]:
    yield from state_document(things)
    yield from state_mentions(things)
    mentioned = {mention.entity for mention in things.annotation.mentions}
    naming: dict[str, list[Fact]] = {}
    for fact in things.annotation.facts:
        for name in set(_names_in(fact)):
            naming.setdefault(name, []).append(fact)
    for entity in used:
        yield from state_entity(things, entity)
        if entity.id not in mentioned:
            yield from _unmentioned(things, entity, naming.get(entity.id, ()))
    for fact in things.annotation.facts:
        yield from state_fact(things, fact)
    yield from state_points(things)


def _handles(things: Things) -> Iterator[Handle]:
    for handle in handles_in(things.annotation):
        yield handle._replace(thing=things.iri(handle.thing, "handle"))


def _unmentioned(things: Things, entity: Entity, facts: Iterable[Fact]) -> Iterator[Claim]:
    """Claim the class of a thing without a name of its own (召开会议) where the facts about it were read."""
    passages = [passage for fact in facts for passage in fact.evidence]
    first = min(passages, key=lambda one: (one.span.start, one.span.end, one.rule), default=None)
    if first is not None:
        yield from claims_of((first,), things.iri(entity.id, "entity"), rdf.type, iri(class_of(entity)))


def _used(annotation: Annotation) -> set[str]:
    """Give the ids that mentions and facts name."""
    mentioned = {mention.entity for mention in annotation.mentions if mention.entity is not None}
    return mentioned.union(*(_names_in(fact) for fact in annotation.facts))


def _names_in(fact: Fact) -> Iterator[str]:
    """Iterate over a fact's words that may be ids: its own strings and those in its tuples."""
    for value in vars(fact).values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, str))


def _labels(things: Things, used: list[Entity]) -> Iterator[LabelProposal]:
    """Propose a name for everything that is stated to exist."""
    annotation = things.annotation
    yield LabelProposal(things.document, document_label(annotation), 0)
    for article in annotation.document.articles:
        yield LabelProposal(things.article(article.order), label_form(article.title), 0)
    for entity in used:
        yield LabelProposal(things.iri(entity.id, "entity"), entity_label(annotation, entity), entity.label_rank)
    for fact in annotation.facts:
        if isinstance(fact, PostHolding):
            agency, title = things.entity(fact.agency, fact.kind), label_form(fact.title)
            yield LabelProposal(post_iri(agency.key, title, things.base), title, 0)
        elif isinstance(fact, Response):
            name = f"{things.label(fact.respondent)}响应{things.label(fact.target)}"
            yield LabelProposal(things.iri(fact.id, fact.kind), name, DESCRIBED)
    yield from point_labels(things)
