"""Mentions with the things they stand for: what fact rules look at, and add implied things to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from graphkit.extract.calendar import Calendar
from graphkit.extract.confidence import confidence_of
from graphkit.extract.occurrences import occurrences
from graphkit.extract.quotes import with_brackets
from graphkit.extract.scan import Clause, Scan, Sentence
from graphkit.model.entities import EntityKind, Subclass
from graphkit.model.facts import Evidence, Mention, MentionKind, Modality, cite
from graphkit.model.text import Article, Section, SectionKind, Span

_BODY = frozenset({SectionKind.BODY, SectionKind.NOTE, SectionKind.TITLE})
AGENTS: tuple[EntityKind, ...] = ("Agency", "AgencyGroup")


@dataclass(slots=True)
class Draft:
    """A thing of the document while it is being resolved; `names` the most formal first.

    `composed` are the key segments settled by composition (agencies, regions), None for things that
    are keyed by their facts (meetings, policies, persons).
    """

    id: str
    kind: EntityKind
    names: list[str]
    subclass: Subclass | None = None
    label: str | None = None
    label_rank: int = 0
    composed: tuple[str, ...] | None = None
    region: str | None = None
    function: str | None = None
    agency_kind: str | None = None
    parent: str | None = None
    holder: str | None = None
    owner: str | None = None

    def add_name(self, name: str) -> None:
        """Add a name once, at the end."""
        if name not in self.names:
            self.names.append(name)


class Sitting(NamedTuple):
    """One telling of a meeting: `[start, end)` of the words, who holds it, how it is put.

    `is_carried` where the holder stands in an earlier sentence; `is_background` where the words only
    set something else in time (X会议召开后) or are what somebody said.
    """

    meeting: str
    start: int
    end: int
    verb: Clause
    mention: Mention | None
    holders: tuple[Mention, ...]
    modality: Modality
    is_background: bool
    is_carried: bool = False


class Item(NamedTuple):
    """One point: its ordinal, and `[start, end)` of its words after the marker (`marker`: where that begins)."""

    ordinal: int
    marker: int
    start: int
    end: int


class Enumeration(NamedTuple):
    """A run of points of one style, in one article."""

    style: str
    article: int
    items: tuple[Item, ...]


class _Placed(NamedTuple):
    """The mentions of one kind, in order, and where they start."""

    starts: list[int]
    mentions: list[Mention]


_NONE_PLACED = _Placed([], [])


@dataclass(slots=True)
class Scene:
    """A scan with resolved mentions, in the order of the text."""

    scan: Scan
    mentions: tuple[Mention, ...]
    drafts: dict[str, Draft]
    home: str | None
    owners: dict[int, Mention]
    calendar: Calendar
    sittings: tuple[Sitting, ...] | None = None
    enumerations: tuple[Enumeration, ...] | None = None
    plans: tuple[tuple[int, str], ...] | None = None
    owned_points: tuple[tuple[int, int, str | None, bool], ...] | None = None
    spoken: tuple[int, ...] | None = None
    publishers: tuple[Mention, ...] | None = None
    firsts_of_lists: dict[int, Mention] | None = None
    lasts_of_lists: dict[int, Mention] | None = None
    main_meetings: dict[int, Mention | None] = field(default_factory=dict)
    reported: dict[int, tuple[int, list[Sitting]]] = field(default_factory=dict)
    response_articles: dict[int, bool] = field(default_factory=dict)
    sessions: dict[tuple[int, str], dict[str, str]] = field(default_factory=dict)
    text: str = field(init=False)
    own_title: Mention | None = field(init=False, default=None)
    _starts: list[int] = field(default_factory=list)
    _of_kind: dict[MentionKind, _Placed] = field(default_factory=dict)
    _told: dict[MentionKind, list[tuple[Sentence, Mention]]] = field(default_factory=dict)
    beside_home: tuple[str, ...] = ()
    _implied: dict[tuple[str, str], str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        """Index the mentions by their start; keep the matched text and the document's own title."""
        self.text = self.scan.text
        self.own_title = next((mention for mention in self.mentions if mention.rule == "title-own"), None)
        self._starts = [mention.start for mention in self.mentions]
        for mention in self.mentions:
            starts, mentions = self._of_kind.setdefault(mention.kind, _Placed([], []))
            starts.append(mention.start)
            mentions.append(mention)
        self._numbers = count(1 + max((int(known[1:]) for known in self.drafts), default=0))

    @property
    def body(self) -> Iterator[Section]:
        """Iterate over the sections that state facts: bodies, notes, and titles that are sentences."""
        return (section for section in self.scan.document.sections if section.kind in _BODY)

    def within(self, start: int, end: int, *kinds: MentionKind) -> list[Mention]:
        """Give the mentions inside `[start, end)`, of these kinds if any are named."""
        starts, mentions = (
            self._of_kind.get(kinds[0], _NONE_PLACED) if len(kinds) == 1 else (self._starts, self.mentions)
        )
        low = bisect_left(starts, start)
        high = bisect_right(starts, end, low)
        if low == high:
            return []
        inside = [m for m in mentions[low:high] if m.end <= end]
        return inside if len(kinds) < 2 else [m for m in inside if m.kind in kinds]

    def names(self, kind: MentionKind) -> bool:
        """Tell whether the text has a mention of a kind."""
        return kind in self._of_kind

    def starting(self, offset: int) -> Mention | None:
        """Give the mention that starts at an offset."""
        index = bisect_left(self._starts, offset)
        return self.mentions[index] if index < len(self._starts) and self._starts[index] == offset else None

    def ending(self, offset: int) -> Mention | None:
        """Give the mention that ends at an offset."""
        index = bisect_left(self._starts, offset) - 1
        return self.mentions[index] if index >= 0 and self.mentions[index].end == offset else None

    def around(self, offset: int) -> Mention | None:
        """Give the mention that an offset lies in."""
        index = bisect_right(self._starts, offset) - 1
        return self.mentions[index] if index >= 0 and self.mentions[index].end > offset else None

    def sentences_in(self, section: Section) -> tuple[Sentence, ...]:
        """Give the sentences of a section."""
        return self.scan.sentences_in(section)

    def told(self, kind: MentionKind) -> Iterator[tuple[Sentence, Mention]]:
        """Iterate over the mentions of a kind that stand in `body`, with their sentences."""
        if kind not in self._told:
            told = (one for one in self.mentions if one.kind == kind and self.scan.is_in(one.start, *_BODY))
            self._told[kind] = [(self.scan.sentence_at(mention.start), mention) for mention in told]
        return iter(self._told[kind])

    def cues(self, pattern: re.Pattern[str]) -> Iterator[tuple[Section, Sentence, re.Match[str]]]:
        """Iterate over the matches of a pattern in `body`, with their sections and sentences."""
        for section in self.scan.sections_for(pattern):
            if section.kind in _BODY:
                for match in occurrences(pattern, self.text, section.start, section.end):
                    yield section, self.scan.sentence_at(match.start()), match

    def draft(self, mention: Mention) -> Draft:
        """Give the thing that a resolved mention stands for."""
        assert mention.entity is not None  # noqa: S101 - only values stay unresolved
        return self.drafts[mention.entity]

    def gap_before_at(self, offset: int) -> int:
        """Count the raw characters dropped before an offset, 0 at the end of the text."""
        return self.scan.gap_before(offset) if offset < len(self.text) else 0

    def owner_at(self, offset: int) -> Mention | None:
        """Give the office whose item holds an offset (成都局加强… in a column of several offices)."""
        section = self.scan.section_at(offset)
        return self.owners.get(section.start) if section is not None else None

    def agent_at(self, offset: int) -> str | None:
        """Give the body that acts where the text names none: the item's office, else the home body."""
        owner = self.owner_at(offset)
        return owner.entity if owner is not None else self.home

    def article_at(self, offset: int) -> Article | None:
        """Give the article at an offset."""
        section = self.scan.section_at(offset)
        if section is None or section.article == 0:
            return None
        return self.scan.document.articles[section.article - 1]

    def implied(
        self, kind: EntityKind, name: str, *, holder: str | None = None, parent: str | None = None, distinct: str = ""
    ) -> Draft:
        """Give the thing of this kind and name, made here if no mention stands for it; `distinct` keeps two apart."""
        key = (kind, f"{holder or ''}|{name}|{distinct}")
        if key not in self._implied:
            identifier = f"e{next(self._numbers)}"
            self.drafts[identifier] = Draft(identifier, kind, [name], holder=holder, parent=parent)
            self._implied[key] = identifier
        return self.drafts[self._implied[key]]

    def cite(
        self,
        start: int,
        end: int,
        rule: str,
        *,
        modality: Modality = Modality.REPORTED,
        confidence: float | None = None,
        relies_on: tuple[Span, ...] = (),
    ) -> tuple[Evidence]:
        """Make the evidence of matched `[start, end)`, in the article that holds it.

        `confidence` is for a reading that is less sure than others of its rule; else the rule's own stands.
        """
        section = self.scan.section_at(start)
        return (
            cite(
                self.scan.document,
                *with_brackets(self.text, start, end),
                rule,
                article=section.article if section is not None else 0,
                modality=modality,
                confidence=confidence if confidence is not None else confidence_of(rule),
                relies_on=relies_on,
            ),
        )
