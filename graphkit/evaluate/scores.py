"""Precision, recall and F1 of mentions, entities and facts: pairs of gold records go in, figures come out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graphkit.evaluate.agreement import EVIDENT, ComparableFact, comparable_facts
from graphkit.evaluate.gold import Gold, GoldMention
from graphkit.evaluate.matching import match_one_to_one
from graphkit.model.record import Record

DIGITS = 4
"""Digits that figures are rounded to."""

Place = tuple[int, int, str]
Label = tuple[int, str | None]


class Figures(Record):
    """Precision, recall, F1 and how many the gold has."""

    p: float
    r: float
    f1: float
    gold: int


class Count(NamedTuple):
    """How many agree, were predicted, and are in the gold."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def plus(self, other: Count) -> Count:
        """Give the sum, field by field."""
        return Count(self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold)

    def figures(self) -> Figures:
        """Give the rounded figures; nothing over nothing is 0."""
        precision = self.hits / self.predicted if self.predicted else 0.0
        recall = self.hits / self.gold if self.gold else 0.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return Figures(p=round(precision, DIGITS), r=round(recall, DIGITS), f1=round(f1, DIGITS), gold=self.gold)


class Scores(Record):
    """The report of shared/gold/score.py: figures by kind, the total of each table under ALL."""

    mentions_strict: dict[str, Figures]
    mentions_overlap: dict[str, Figures]
    b_cubed: float
    facts: dict[str, Figures]
    evident_facts: dict[str, Figures]


def score(pairs: Iterable[tuple[Gold, Gold]]) -> Scores:
    """Score (gold, predicted) pairs, one a document, all documents together."""
    strict: defaultdict[str, Count] = defaultdict(Count)
    overlap: defaultdict[str, Count] = defaultdict(Count)
    facts: defaultdict[str, Count] = defaultdict(Count)
    labels: list[tuple[Label, Label]] = []
    for number, (gold, predicted) in enumerate(pairs):
        _add(strict, count_strict(gold, predicted))
        _add(overlap, count_overlaps(gold, predicted))
        _add(facts, count_facts(gold, predicted))
        labels += _labels_of_same_places(number, gold, predicted)
    return Scores(
        mentions_strict=_table(strict),
        mentions_overlap=_table(overlap),
        b_cubed=round(b_cubed(labels), DIGITS),
        facts=_table({key: count for key, count in facts.items() if key not in EVIDENT}),
        evident_facts=_table({key: count for key, count in facts.items() if key in EVIDENT}),
    )


def places(gold: Gold) -> dict[Place, GoldMention]:
    """Give the mentions by start, end and type; the last of equals stays."""
    return {(mention.start, mention.end, mention.type): mention for mention in gold.mentions}


def count_strict(gold: Gold, predicted: Gold) -> dict[str, Count]:
    """Count mentions of the same start, end and type."""
    wanted, found = places(gold), places(predicted)
    return _counts(
        Counter(kind for *_, kind in wanted.keys() & found.keys()),
        Counter(kind for *_, kind in found),
        Counter(kind for *_, kind in wanted),
    )


def count_overlaps(gold: Gold, predicted: Gold) -> dict[str, Count]:
    """Count mentions of the same type that overlap, one to one."""
    wanted, found = _by_kind(gold), _by_kind(predicted)
    return {
        kind: Count(len(match_one_to_one(wanted[kind], found[kind], _overlap)), len(found[kind]), len(wanted[kind]))
        for kind in wanted.keys() | found.keys()
    }


def count_facts(gold: Gold, predicted: Gold) -> dict[str, Count]:
    """Count facts that agree, one to one, by predicate."""
    wanted, found = comparable_facts(gold), comparable_facts(predicted)
    matched = match_one_to_one(wanted, found, ComparableFact.agrees_with)
    return _counts(
        Counter(wanted[i].predicate for i in matched),
        Counter(fact.predicate for fact in found),
        Counter(fact.predicate for fact in wanted),
    )


def b_cubed(labels: Sequence[tuple[Label, Label]]) -> float:
    """Give B-cubed F1 (Bagga and Baldwin 1998) of mentions with their gold and predicted entity."""
    if not labels:
        return 0.0
    both = Counter(labels)
    gold, predicted = Counter(wanted for wanted, _ in labels), Counter(found for _, found in labels)
    precision = sum(n * n / predicted[found] for (_, found), n in both.items()) / len(labels)
    recall = sum(n * n / gold[wanted] for (wanted, _), n in both.items()) / len(labels)
    return 2 * precision * recall / (precision + recall)


def _labels_of_same_places(number: int, gold: Gold, predicted: Gold) -> list[tuple[Label, Label]]:
    found = places(predicted)
    return [
        ((number, mention.entity), (number, found[place].entity))
        for place, mention in places(gold).items()
        if place in found
    ]


def _by_kind(gold: Gold) -> defaultdict[str, list[GoldMention]]:
    kinds: defaultdict[str, list[GoldMention]] = defaultdict(list)
    for mention in places(gold).values():
        kinds[mention.type].append(mention)
    return kinds


def _overlap(one: GoldMention, other: GoldMention) -> bool:
    return one.start < other.end and other.start < one.end


def _counts(hits: Counter[str], predicted: Counter[str], gold: Counter[str]) -> dict[str, Count]:
    return {kind: Count(hits[kind], predicted[kind], gold[kind]) for kind in predicted.keys() | gold.keys()}


def _add(totals: defaultdict[str, Count], counts: Mapping[str, Count]) -> None:
    for kind, count in counts.items():
        totals[kind] = totals[kind].plus(count)


def _table(counts: Mapping[str, Count]) -> dict[str, Figures]:
    total = Count()
    for count in counts.values():
        total = total.plus(count)
    return {kind: counts[kind].figures() for kind in sorted(counts)} | {"ALL": total.figures()}
