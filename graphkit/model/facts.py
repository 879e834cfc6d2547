"""What a passage says: mentions, evidence, and one class for each kind of fact.

Facts name entities by their id in the annotation (`"e7"`), never by their words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field

from graphkit.errors import QuoteMismatchError
from graphkit.model.record import Record
from graphkit.model.text import Document, Span
from graphkit.model.values import PartialDate, Quantity

MentionKind = Literal["Agency", "Region", "Person", "Date", "Meeting", "Policy", "Work", "Campaign", "Target"]
PolicyStatus = Literal["Planned", "UnderResearch", "Draft", "Issued", "Revised", "Repealed"]
MastheadField = Literal[
    "title", "series", "issueYear", "issueNumber", "totalIssue", "copies", "disclosure", "documentNumber"
]
PolicyRelation = Literal["basedOn", "amends", "repeals", "cites", "implements"]


class Modality(StrEnum):
    """How a passage puts a fact: demanded, intended or reported as done."""

    DEMANDED = "Demanded"
    INTENDED = "Intended"
    REPORTED = "Reported"


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Mention:
    """Words that name a thing, at `[start, end)` of the matched text; a plain value, for the reason that a Span is."""

    start: Final[int]
    end: Final[int]
    kind: Final[MentionKind]
    surface: Final[str]
    rule: Final[str]
    entity: Final[str | None] = None
    """The id given by resolution; None before it, and for dates and targets."""


class Evidence(Record):
    """The passage that a fact was read from: raw span, exact quote, rule.

    `article` is the article's order (0: the document); `relies_on` are further raw spans that the reading needs.
    """

    span: Span
    quote: str
    rule: str
    article: int = 0
    modality: Modality = Modality.REPORTED
    confidence: Annotated[float, Field(gt=0, le=1)] = 0.9
    relies_on: tuple[Span, ...] = ()


def check_quote(evidence: Evidence, text: str) -> None:
    """Raise QuoteMismatchError unless the quote is the slice of `text`."""
    found = text[evidence.span.start : evidence.span.end]
    if found != evidence.quote:
        raise QuoteMismatchError(evidence.quote, found, evidence.span.start, evidence.span.end)


def cite(
    document: Document,
    start: int,
    end: int,
    rule: str,
    *,
    article: int = 0,
    modality: Modality = Modality.REPORTED,
    confidence: float = 0.9,
    relies_on: tuple[Span, ...] = (),
) -> Evidence:
    """Make the evidence of matched `[start, end)`; the quote is sliced from the raw text here."""
    span = document.raw_span(start, end)
    return Evidence(
        span=span,
        quote=document.text[span.start : span.end],
        rule=rule,
        article=article,
        modality=modality,
        confidence=confidence,
        relies_on=relies_on,
    )


class FactRecord(Record):
    """Common part of all facts: at least one passage."""

    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Publication(FactRecord):
    """The document is published by an agency."""

    kind: Literal["publication"] = "publication"
    publisher: str


class DocumentDate(FactRecord):
    """The document's own date."""

    kind: Literal["document_date"] = "document_date"
    date: PartialDate


class Masthead(FactRecord):
    """One literal of a document's head or foot."""

    kind: Literal["masthead"] = "masthead"
    field: MastheadField
    value: str | int


class Distribution(FactRecord):
    """The document goes to an agency or group: 主送 sentTo, 抄送 copiedTo."""

    kind: Literal["distribution"] = "distribution"
    relation: Literal["sentTo", "copiedTo"]
    recipient: str


class Subject(FactRecord):
    """An article is about an entity (its title or first sentence)."""

    kind: Literal["subject"] = "subject"
    article: int
    entity: str


class Holding(FactRecord):
    """A meeting is held: when, by whom, where; each role as far as this passage says."""

    kind: Literal["holding"] = "holding"
    meeting: str
    on: PartialDate | None = None
    until: PartialDate | None = None
    by: str | None = None
    region: str | None = None
    venue: str | None = None
    form: str | None = None


class Attendance(FactRecord):
    """A person attends, chairs or addresses a meeting."""

    kind: Literal["attendance"] = "attendance"
    meeting: str
    person: str
    role: Literal["attendedBy", "chairedBy", "addressedBy"]


class Conveyance(FactRecord):
    """A meeting, agency or group relays a meeting or policy (传达学习, 贯彻落实 … 精神)."""

    kind: Literal["conveyance"] = "conveyance"
    conveyor: str
    conveyed: str


class Response(FactRecord):
    """An agency takes up a meeting, policy or campaign; `id` names the response in this document."""

    kind: Literal["response"] = "response"
    id: str
    respondent: str
    target: str
    theme: str | None = None


class Issuance(FactRecord):
    """An agency issues a policy."""

    kind: Literal["issuance"] = "issuance"
    issuer: str
    policy: str


class PolicyState(FactRecord):
    """A policy is in a state."""

    kind: Literal["policy_state"] = "policy_state"
    policy: str
    status: PolicyStatus


class Signature(FactRecord):
    """A policy bears a date of issue."""

    kind: Literal["signature"] = "signature"
    policy: str
    date: PartialDate


class Numbering(FactRecord):
    """A policy bears a document number (川办发〔2021〕5号)."""

    kind: Literal["numbering"] = "numbering"
    policy: str
    number: str


class Force(FactRecord):
    """A policy is in force from a day, until a day, or for a time (自2024年5月1日起施行，有效期5年)."""

    kind: Literal["force"] = "force"
    policy: str
    start: PartialDate | None = None
    end: PartialDate | None = None
    months: int | None = None


class Renaming(FactRecord):
    """An agency was given another name and goes on under it; the two are not merged."""

    kind: Literal["renaming"] = "renaming"
    agency: str
    becomes: str


class Extent(FactRecord):
    """A policy has so many chapters and clauses (六章十八条)."""

    kind: Literal["extent"] = "extent"
    policy: str
    chapters: int | None = None
    clauses: int | None = None


class PolicyLink(FactRecord):
    """A policy is based on, amends, repeals, cites or implements another."""

    kind: Literal["policy_link"] = "policy_link"
    source: str
    relation: PolicyRelation
    target: str


class Programme(FactRecord):
    """An agency or policy puts a policy on a programme (列为…调研项目)."""

    kind: Literal["programme"] = "programme"
    lister: str
    policy: str


class TextOf(FactRecord):
    """The document's text is this policy."""

    kind: Literal["text_of"] = "text_of"
    policy: str


class PostHolding(FactRecord):
    """A person holds a post in an agency, or, `relieved`, holds it no longer."""

    kind: Literal["post_holding"] = "post_holding"
    person: str
    title: str
    agency: str
    relieved: bool = False


class Part(FactRecord):
    """A unit is part of an agency."""

    kind: Literal["part"] = "part"
    unit: str
    parent: str


class Jurisdiction(FactRecord):
    """An agency or group is responsible for a region."""

    kind: Literal["jurisdiction"] = "jurisdiction"
    agency: str
    region: str


class Drive(FactRecord):
    """An agency or group launches or carries out a campaign."""

    kind: Literal["drive"] = "drive"
    agency: str
    relation: Literal["launches", "carriesOut"]
    campaign: str


class Period(FactRecord):
    """A campaign runs from one time to another, either of which may not be told."""

    kind: Literal["period"] = "period"
    campaign: str
    start: PartialDate | None = None
    end: PartialDate | None = None


class Cooperation(FactRecord):
    """Two agencies work together."""

    kind: Literal["cooperation"] = "cooperation"
    agency: str
    partner: str


class Absence(FactRecord):
    """An agency is said not to have conveyed, taken up, reported on or joined a meeting, policy or campaign."""

    kind: Literal["absence"] = "absence"
    agency: str
    target: str


class TopicSign(Record):
    """A topic of `data/gazetteers/topics.tsv` and the cue word that shows it."""

    topic: str
    cue: str


class TargetFact(Record):
    """A quantified aim inside a point."""

    quantity: Quantity
    evidence: Evidence


class Interval(FactRecord):
    """A meeting or response took place not before one day and not after another; each as far as the text settles.

    `thing` is an entity id or the id of a Response. Both days are the same where the text dates the response.
    """

    kind: Literal["interval"] = "interval"
    thing: str
    not_before: PartialDate | None = None
    not_after: PartialDate | None = None


class Point(FactRecord):
    """An enumerated or stated point of a meeting, policy or response.

    `owner` may be a Response's id; `ordinal` is None for points not counted; `order` counts all from 1.
    """

    kind: Literal["point"] = "point"
    owner: str
    point: Literal["Task", "Achievement", "Provision"]
    order: int
    ordinal: int | None
    heading: str
    text: str
    topics: tuple[TopicSign, ...] = ()
    targets: tuple[TargetFact, ...] = ()
    carries: tuple[str, ...] = ()
    assigned_to: tuple[str, ...] = ()
    assisted_by: tuple[str, ...] = ()
    period_start: PartialDate | None = None
    period_end: PartialDate | None = None


Fact = Annotated[
    Publication
    | DocumentDate
    | Masthead
    | Distribution
    | Subject
    | Holding
    | Attendance
    | Conveyance
    | Response
    | Issuance
    | PolicyState
    | Signature
    | Numbering
    | Force
    | Extent
    | PolicyLink
    | Programme
    | TextOf
    | PostHolding
    | Part
    | Jurisdiction
    | Renaming
    | Drive
    | Period
    | Cooperation
    | Absence
    | Interval
    | Point,
    Field(discriminator="kind"),
]
