"""The gold form of what was read: an annotation goes in, the JSON of shared/gold/GUIDELINES.md comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from pydantic import JsonValue

from graphkit.evaluate.gold import Gold, GoldEntity, GoldFact, GoldMention
from graphkit.evaluate.values import value_key
from graphkit.extract.rules.acting_places import PLACE_ACTS
from graphkit.extract.rules.bodies import TOLD_BY_POST
from graphkit.extract.rules.jurisdictions import OF_SESSION
from graphkit.extract.rules.speeches import SAID
from graphkit.model.entities import Annotation
from graphkit.model.facts import (
    Absence,
    Attendance,
    Conveyance,
    Cooperation,
    Distribution,
    DocumentDate,
    Drive,
    Extent,
    Fact,
    FactRecord,
    Force,
    Holding,
    Interval,
    Issuance,
    Jurisdiction,
    Masthead,
    Mention,
    Modality,
    Numbering,
    Part,
    Period,
    Point,
    PolicyLink,
    PolicyState,
    PostHolding,
    Programme,
    Publication,
    Renaming,
    Response,
    Signature,
    Subject,
    TextOf,
)
from graphkit.model.values import Quantity

THE_DOCUMENT = "DOC"
SETTERS = frozenset({"Meeting", "Policy", "Agency", "AgencyGroup"})
"""Kinds of entity whose enumerated points the gold marks."""

_HAN = re.compile("[一-鿿]")
_AMOUNT = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<power>[百千万亿]*)")
_RANGE = re.compile(
    r"(?P<least>\d+(?:\.\d+)?)[百千万亿]*[^\d]?[至到～~—-](?P<most>\d+(?:\.\d+)?)(?P<power>[百千万亿]*)"
)
# A newspaper is a work in the gold, in the graph the body that publishes.
_PAPER = re.compile(
    "[一-鿿]{2,8}(?:日报|晚报|早报|晨报|时报|商报|都市报|青年报|周报|画报|导报|[音讯声信区]报|新闻联播)"
)
_SPACE = re.compile(r"\s+")
# The rules whose facts annotators leave to be concluded, by kind of fact.
_IMPLIED: dict[type, tuple[str, ...]] = {
    Attendance: (SAID,),
    Part: (TOLD_BY_POST,),
    Jurisdiction: (OF_SESSION, PLACE_ACTS),
    Conveyance: (PLACE_ACTS,),
    Response: (PLACE_ACTS,),
}


def gold_form(annotation: Annotation) -> dict[str, JsonValue]:
    """Give the annotation in the form of a gold file, ready for `json.dumps`."""
    form: dict[str, JsonValue] = gold_of(annotation).model_dump(mode="json")
    return form


def gold_of(annotation: Annotation, *, with_implied: bool = False) -> Gold:
    """Give the annotation as a gold record: raw offsets, flat mentions, facts of the closed list once each.

    What annotators leave to be concluded is among the facts only `with_implied`.
    """
    sourced = list(sourced_facts_in(annotation))
    facts = tuple(dict.fromkeys(written for written, fact in sourced if with_implied or not is_implied(fact)))
    mentions, values = _mentions(annotation)
    # The names of a party group that only a post tells of make its posts comparable.
    used = [mention.entity for mention in mentions] + [end for fact, _ in sourced for end in (fact[0], fact[2])]
    known = {key: _entity(annotation, key) for key in used if key in annotation.entities}
    home = annotation.entities.get(annotation.home or "")
    return Gold(
        text_sha256=annotation.document.sha256,
        document_date=annotation.document_date,
        home=home.label if home else annotation.home,
        mentions=mentions,
        entities=known | values,
        facts=facts,
    )


def is_implied(fact: Fact) -> bool:
    """Tell whether annotators leave a fact to be concluded: 甲指出 at a meeting is a speech, but not called one.

    So is the party group in X局党组书记, which they mark as X局 and a post, the place of a congress that nothing
    but its session tells of, and what a county does without a body named (甲县召开会议传达学习…).
    """
    return all(one.rule in _IMPLIED.get(type(fact), ()) for one in fact.evidence)


def sourced_facts_in(annotation: Annotation) -> Iterator[tuple[GoldFact, Fact]]:
    """Iterate over the facts of the closed list, each with the fact that was read."""
    respondents = {fact.id: fact.respondent for fact in annotation.facts if isinstance(fact, Response)}
    for fact in annotation.facts:
        yield from ((written, fact) for written in _written(annotation, fact, respondents))


def _written(annotation: Annotation, fact: Fact, respondents: dict[str, str]) -> Iterator[GoldFact]:
    """Iterate over what one fact says in the words of the gold."""
    if isinstance(fact, Point):
        owner = respondents.get(fact.owner, fact.owner)
        if _kind(annotation, owner) in SETTERS:
            yield from _point_facts(fact, owner)
    elif isinstance(fact, Response):
        if _is_reported(fact) and _kind(annotation, fact.respondent) != "AgencyGroup":
            yield fact.respondent, "respondedTo", fact.target
    elif isinstance(fact, PostHolding):
        agency = annotation.entities[fact.agency]
        title = _as_it_stands(annotation, fact.title)
        yield fact.person, "relievedOf" if fact.relieved else "holdsPost", f"{title}@{_unspaced(agency.label)}"
    elif isinstance(fact, Numbering):
        yield fact.policy, "documentNumber", _as_it_stands(annotation, fact.number)
    else:
        yield from _plain_facts(fact)


def _as_it_stands(annotation: Annotation, words: str) -> str:
    """Give a title or number in the script of the text that it was read in, which the gold keeps: 總理, 國辦發."""
    document = annotation.document
    start = -1 if words in document.text else document.matched.find(words)
    written = document.text[document.offsets.raw_slice(start, start + len(words))] if start >= 0 else words
    if len(written) != len(words):
        return words
    return "".join(raw if _HAN.match(raw) else read for raw, read in zip(written, words, strict=True))


def _plain_facts(fact: Fact) -> Iterator[GoldFact]:  # noqa: C901, PLR0912 - one branch a kind of fact
    """Iterate over the facts whose ends are entities or literals of the fact itself."""
    match fact:
        case Holding():
            yield from _holding_facts(fact)
        case Issuance():
            if _is_reported(fact):
                yield fact.issuer, "issues", fact.policy
        case Publication(publisher=publisher):
            yield THE_DOCUMENT, "publisher", publisher
        case DocumentDate(date=date):
            yield THE_DOCUMENT, "documentDate", date.iso
        case Distribution(relation=relation, recipient=recipient):
            yield THE_DOCUMENT, relation, recipient
        case Attendance(meeting=meeting, role=role, person=person):
            yield meeting, role, person
        case Conveyance(conveyor=conveyor, conveyed=conveyed):
            yield conveyor, "conveys", conveyed
        case PolicyState(policy=policy, status=status):
            yield policy, "status", status
        case Signature(policy=policy, date=date):
            yield policy, "issuedOn", date.iso
        case PolicyLink(source=source, relation=relation, target=target):
            yield source, relation, target
        case Part(unit=unit, parent=parent):
            yield unit, "subOrganizationOf", parent
        case Jurisdiction(agency=agency, region=region):
            yield agency, "jurisdiction", region
        case Drive(agency=agency, relation=relation, campaign=campaign):
            yield agency, relation, campaign
        case Cooperation(agency=agency, partner=partner):
            yield agency, "cooperatesWith", partner
        case Absence(agency=agency, target=target):
            yield agency, "didNotRespondTo", target
        case Masthead() | Subject() | Extent() | Programme() | TextOf() | Force() | Renaming() | Interval() | Period():
            return
        case Point() | PostHolding() | Response() | Numbering():
            return  # these need the annotation: sourced_facts_in
        case _:
            assert_never(fact)


def _holding_facts(fact: Holding) -> Iterator[GoldFact]:
    if fact.on is not None:
        yield fact.meeting, "heldOn", fact.on.iso
    if fact.by is not None:
        yield fact.meeting, "heldBy", fact.by
    if fact.region is not None:
        yield fact.meeting, "heldIn", fact.region


def _point_facts(fact: Point, owner: str) -> Iterator[GoldFact]:
    if fact.ordinal is None or fact.point == "Provision":
        return
    predicate = "setsTask" if fact.point == "Task" else "reportsAchievement"
    yield owner, predicate, f"{fact.ordinal}|{fact.heading}"
    for target in fact.targets:
        yield fact.heading, "hasTarget", _as_written(target.quantity)


def _as_written(quantity: Quantity) -> str:
    """Give number and unit as the text has them (1200 万亩), as annotators write them, not multiplied out."""
    ranged = _RANGE.match(quantity.written) if quantity.maximum is not None else None
    if ranged is not None:
        return f"{ranged['least']}-{ranged['most']} {ranged['power']}{quantity.unit}"
    written = _AMOUNT.match(quantity.written)
    if written is None or not written["power"]:
        return f"{quantity.number:f} {quantity.unit}"
    return f"{written['number'].replace(',', '')} {written['power']}{quantity.unit}"


def _is_reported(fact: FactRecord) -> bool:
    return any(evidence.modality is Modality.REPORTED for evidence in fact.evidence)


def _kind(annotation: Annotation, entity: str) -> str | None:
    known = annotation.entities.get(entity)
    return known.kind if known else None


def _mentions(annotation: Annotation) -> tuple[tuple[GoldMention, ...], dict[str, GoldEntity]]:
    """Give the mentions in order, and an entity for each value that resolution left a value."""
    mentions: list[GoldMention] = []
    surfaces: dict[str, dict[str, None]] = {}
    kinds: dict[str, str] = {}
    for mention in sorted(annotation.mentions, key=lambda found: (found.start, found.end, found.kind)):
        entity = mention.entity
        if entity is None:
            entity = value_key(mention, annotation.document_date)
            kinds[entity] = mention.kind
            surfaces.setdefault(entity, {})[_unspaced(mention.surface)] = None
        mentions.append(_gold_mention(annotation, mention, entity))
    values = {key: GoldEntity(type=kinds[key], names=tuple(names)) for key, names in surfaces.items()}
    return tuple(mentions), values


def _gold_mention(annotation: Annotation, mention: Mention, entity: str) -> GoldMention:
    span = annotation.document.raw_span(mention.start, mention.end)
    text = annotation.document.text[span.start : span.end]
    kind = "Work" if mention.kind == "Agency" and _PAPER.fullmatch(mention.surface) else mention.kind
    return GoldMention(start=span.start, end=span.end, type=kind, text=text, entity=entity)


def _entity(annotation: Annotation, key: str) -> GoldEntity:
    entity = annotation.entities[key]
    is_paper = entity.kind == "Agency" and _PAPER.fullmatch(entity.label) is not None
    kind = "Work" if is_paper else "Agency" if entity.kind == "AgencyGroup" else entity.kind
    names = dict.fromkeys(_unspaced(name) for name in (entity.label, *entity.names))
    return GoldEntity(type=kind, names=tuple(names))


def _unspaced(text: str) -> str:
    return _SPACE.sub("", text)
