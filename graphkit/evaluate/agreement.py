"""When two marked facts say the same: a gold record goes in, comparable facts come out.

The definitions are those of shared/gold/GUIDELINES.md, "Scores".
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from graphkit.evaluate.gold import Gold, GoldFact

EVIDENT = frozenset({"subOrganizationOf", "jurisdiction"})
"""Facts mostly evident from names; reported apart."""

HEADED = frozenset({"setsTask", "reportsAchievement", "hasTarget"})
"""Predicates whose literal ends are headings, compared without their ordinal."""

PREDICATES = EVIDENT | HEADED | {
    "heldOn", "heldBy", "heldIn", "chairedBy", "addressedBy", "attendedBy", "conveys", "respondedTo", "issues",
    "issuedOn", "documentNumber", "status", "basedOn", "amends", "repeals", "cites", "implements", "holdsPost",
    "launches", "carriesOut", "cooperatesWith", "sentTo", "copiedTo", "publisher", "documentDate",
}  # fmt: skip
"""The closed list."""

_DROPPED = re.compile(r"[\s《》〈〉“”‘’\"'*]")
_LEADING_VERB = re.compile(r"^(是要|要|是)")
_PARTY_BODY = "党组|党委|党支部|党总支"
_PARTY_HEAD = re.compile(f"^({_PARTY_BODY})")
_PARTY_TAIL = re.compile(f"({_PARTY_BODY})$")


class ComparableFact(NamedTuple):
    """A fact with the folded names of both ends; it agrees with another when all three meet."""

    written: GoldFact
    subjects: frozenset[str]
    objects: frozenset[str]

    @property
    def predicate(self) -> str:
        """Give the predicate."""
        return self.written[1]

    def agrees_with(self, other: ComparableFact) -> bool:
        """Tell whether the two say the same."""
        return (
            self.predicate == other.predicate
            and not self.subjects.isdisjoint(other.subjects)
            and not self.objects.isdisjoint(other.objects)
        )


def fold(text: str) -> str:
    """Give `text` without white space, quotes, brackets and stars, full-width forms folded."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text))


def fold_heading(text: str) -> str:
    """Give a heading folded, without its ordinal (`3|`) and a leading 要 or 是."""
    return _LEADING_VERB.sub("", fold(text).split("|", 1)[-1])


def comparable_facts(gold: Gold) -> list[ComparableFact]:
    """Give each fact of the closed list once, ready to compare."""
    names = {key: frozenset(fold(name) for name in entity.names) for key, entity in gold.entities.items()}
    facts = dict.fromkeys(fact for fact in gold.facts if fact[1] in PREDICATES)
    return [_comparable(fact, names) for fact in facts]


def _comparable(fact: GoldFact, names: dict[str, frozenset[str]]) -> ComparableFact:
    subject, predicate, obj = fact
    objects = _posts(obj, names) if predicate == "holdsPost" else _end_names(obj, predicate, names)
    return ComparableFact(fact, _end_names(subject, predicate, names), objects)


def _end_names(end: str, predicate: str, names: dict[str, frozenset[str]]) -> frozenset[str]:
    if end in names:
        return names[end]
    return frozenset({fold_heading(end) if predicate in HEADED else fold(end)})


def _posts(end: str, names: dict[str, frozenset[str]]) -> frozenset[str]:
    """Give TITLE@NAME for each name of the agency; 党组书记@X党组, 书记@X党组 and 党组书记@X fall together."""
    title, _, written = end.partition("@")
    agency = fold(written)
    known = next((group for group in names.values() if agency in group), frozenset({agency}))
    title = _PARTY_HEAD.sub("", fold(title))
    return frozenset(f"{title}@{_PARTY_TAIL.sub('', name)}" for name in known)
