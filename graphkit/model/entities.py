"""Things that mentions stand for, and the annotation: all that was read in one document."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from graphkit.model.facts import Fact, Mention
from graphkit.model.record import Record
from graphkit.model.text import Document

EntityKind = Literal["Agency", "AgencyGroup", "Region", "Person", "Meeting", "Policy", "Work", "Campaign"]

Subclass = Literal[
    "RegionalOffice", "Regulation", "Plan", "Opinion", "Circular", "Standard", "Bulletin", "Notice", "News", "Minutes"
]


class Entity(Record):
    """One thing of one document, with the key that makes it one thing over documents.

    `key` are the path segments of its IRI after the base (vocabulary.md, IRIs), not percent-encoded:
    `("agency", "510000", "政府", "机关事务", "局")`. `names` are all its surfaces and completed forms,
    the most formal first. `label` is this document's proposal for skos:prefLabel and `label_rank`
    says how composed it is (higher wins over documents: 3 official or gazetteer, 2 completed,
    1 attested with place, 0 attested).
    """

    id: str
    kind: EntityKind
    subclass: Subclass | None = None
    key: tuple[str, ...]
    label: str
    label_rank: int = 0
    names: Annotated[tuple[str, ...], Field(min_length=1)]
    region_code: str | None = None
    function: str | None = None
    agency_kind: str | None = None


class Annotation(Record):
    """All that was read in one document.

    `document_key` are the path segments of the document's IRI; `genre` its gk: class, None for
    plain gk:Document. `entities` maps entity ids to entities; every id that a mention or a fact
    names is in it. `home` is the body that speaks, `home_region` the code of the division that 全省 and
    我市 stand for. `publishers` maps names of publishers that do not stand in the text to what they
    name.
    """

    document: Document
    document_key: tuple[str, ...]
    genre: Literal["Bulletin", "Notice", "News", "Minutes"] | None = None
    home: str | None = None
    home_region: str | None = None
    document_date: str | None = None
    mentions: tuple[Mention, ...]
    entities: dict[str, Entity]
    facts: tuple[Fact, ...]
    publishers: dict[str, Entity] = Field(default_factory=dict)
