"""A gold file in, an Annotation with simple keys out: real volumes without the extractor."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import get_args

from graphkit.model.entities import Annotation, Entity, EntityKind
from graphkit.model.facts import (
    Attendance,
    Conveyance,
    Cooperation,
    Distribution,
    DocumentDate,
    Drive,
    Evidence,
    Fact,
    Holding,
    Issuance,
    Jurisdiction,
    Mention,
    MentionKind,
    Numbering,
    Part,
    Point,
    PolicyLink,
    PolicyState,
    PostHolding,
    Publication,
    Response,
    Signature,
    TargetFact,
    cite,
)
from graphkit.model.text import Document, OffsetMap
from graphkit.model.values import PartialDate, Quantity

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "gold"


def document_of(text: str) -> Document:
    """Make a document without layout, matched as it stands."""
    return Document(
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        matched=text,
        offsets=OffsetMap([(0, 0)]),
        sections=(),
        articles=(),
    )


def annotation_of(gold_path: Path) -> Annotation:
    """Turn a gold file and the text beside it into an annotation; keys are kind and most formal name."""
    gold = json.loads(gold_path.read_text("utf-8"))
    text = gold_path.with_name(gold_path.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
    document = document_of(text)
    kinds = set(get_args(EntityKind))
    entities = {
        name: Entity(
            id=name,
            kind=one["type"],
            key=(one["type"].lower(), one["names"][0]),
            label=one["names"][0],
            label_rank=1,
            names=tuple(one["names"]),
            region_code=_REGION_CODES.get(one["names"][0]) if one["type"] == "Region" else None,
        )
        for name, one in gold["entities"].items()
        if one["type"] in kinds
    }
    entities = {name: _with_region_key(one) for name, one in entities.items()}
    reader = _Reader(document, gold, entities)
    return Annotation(
        document=document,
        document_key=("document", document.sha256[:16]),
        document_date=gold["document_date"],
        mentions=tuple(reader.mentions()),
        entities=entities,
        facts=tuple(reader.facts()),
    )


_REGION_CODES = {"四川省": "510000", "成都市": "510100", "广元市": "510800", "中国": "100000"}


def _with_region_key(entity: Entity) -> Entity:
    if entity.region_code is None:
        return entity
    return entity.model_copy(update={"key": ("region", entity.region_code)})


class _Reader:
    """Reads the facts of one gold file; a fact is cited at the first mention of its subject."""

    def __init__(self, document: Document, gold: dict, entities: dict[str, Entity]) -> None:  # type: ignore[type-arg]
        self.document = document
        self.gold = gold
        self.entities = entities
        self.target_values = {head: value for head, predicate, value in gold["facts"] if predicate == "hasTarget"}
        self.order = 0
        self.responses = 0

    def mentions(self) -> Iterator[Mention]:
        for one in self.gold["mentions"]:
            kind: MentionKind = one["type"]
            yield Mention(
                start=one["start"],
                end=one["end"],
                kind=kind,
                surface=one["text"],
                rule=f"gold-{kind.lower()}",
                entity=one["entity"] if one["entity"] in self.entities else None,
            )

    def facts(self) -> Iterator[Fact]:
        for number, (subject, predicate, value) in enumerate(self.gold["facts"]):
            yield from self._fact(subject, predicate, value, self._evidence(subject, predicate, number))

    def _evidence(self, subject: str, predicate: str, number: int) -> tuple[Evidence, ...]:
        spans = [(one["start"], one["end"]) for one in self.gold["mentions"] if one["entity"] == subject]
        start, end = spans[0] if spans else (number % 50, number % 50 + 5)
        return (cite(self.document, start, min(end + 20 + number, len(self.document.text)), predicate),)

    def _fact(  # noqa: C901, PLR0912 - one arm a predicate
        self, subject: str, predicate: str, value: str, evidence: tuple[Evidence, ...]
    ) -> Iterator[Fact]:
        match predicate:
            case "heldOn":
                yield Holding(meeting=subject, on=_date(value), evidence=evidence)
            case "heldBy":
                yield Holding(meeting=subject, by=value, evidence=evidence)
            case "heldIn":
                yield Holding(meeting=subject, region=value, evidence=evidence)
            case "chairedBy" | "addressedBy" | "attendedBy":
                yield Attendance(meeting=subject, person=value, role=predicate, evidence=evidence)
            case "conveys":
                yield Conveyance(conveyor=subject, conveyed=value, evidence=evidence)
            case "respondedTo":
                self.responses += 1
                yield Response(id=f"r{self.responses}", respondent=subject, target=value, evidence=evidence)
            case "issues":
                yield Issuance(issuer=subject, policy=value, evidence=evidence)
            case "issuedOn":
                yield Signature(policy=subject, date=_date(value), evidence=evidence)
            case "documentNumber":
                yield Numbering(policy=subject, number=value, evidence=evidence)
            case "status":
                yield PolicyState.model_validate({"policy": subject, "status": value, "evidence": evidence})
            case "basedOn" | "amends" | "repeals" | "cites" | "implements":
                if subject in self.entities:
                    yield PolicyLink(source=subject, relation=predicate, target=value, evidence=evidence)
            case "holdsPost":
                title, _, agency = value.partition("@")
                for home in self._named(agency)[:1]:
                    yield PostHolding(person=subject, title=title, agency=home, evidence=evidence)
            case "subOrganizationOf":
                yield Part(unit=subject, parent=value, evidence=evidence)
            case "jurisdiction":
                yield Jurisdiction(agency=subject, region=value, evidence=evidence)
            case "launches" | "carriesOut":
                yield Drive(agency=subject, relation=predicate, campaign=value, evidence=evidence)
            case "cooperatesWith":
                yield Cooperation(agency=subject, partner=value, evidence=evidence)
            case "sentTo" | "copiedTo":
                yield Distribution(relation=predicate, recipient=value, evidence=evidence)
            case "publisher":
                yield Publication(publisher=value, evidence=evidence)
            case "documentDate":
                yield DocumentDate(date=_date(value), evidence=evidence)
            case "setsTask" | "reportsAchievement":
                yield self._point(subject, predicate, value, evidence)

    def _point(self, subject: str, predicate: str, value: str, evidence: tuple[Evidence, ...]) -> Point:
        self.order += 1
        ordinal, _, heading = value.partition("|")
        return Point(
            owner=subject,
            point="Task" if predicate == "setsTask" else "Achievement",
            order=self.order,
            ordinal=int(ordinal),
            heading=heading,
            text=evidence[0].quote,
            targets=tuple(self._targets(self.target_values.get(heading), evidence)),
            evidence=evidence,
        )

    def _targets(self, written: str | None, evidence: tuple[Evidence, ...]) -> Iterator[TargetFact]:
        if written is not None:
            number, _, unit = written.partition(" ")
            yield TargetFact(
                quantity=Quantity(number=Decimal(number), unit=unit, written=written), evidence=evidence[0]
            )

    def _named(self, name: str) -> list[str]:
        return [identifier for identifier, one in self.entities.items() if name in one.names]


def _date(written: str) -> PartialDate:
    parts = [int(part) for part in written.split("-")]
    return PartialDate(
        year=parts[0],
        month=parts[1] if len(parts) > 1 else None,
        day=parts[2] if len(parts) > 2 else None,
        written=written,
    )
