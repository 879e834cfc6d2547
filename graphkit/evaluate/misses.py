"""What was missed and what was found falsely: two gold records go in, lines that name each go out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from graphkit.evaluate.agreement import ComparableFact, comparable_facts
from graphkit.evaluate.gold import Gold, GoldFact, GoldMention
from graphkit.evaluate.listing import name_in
from graphkit.evaluate.matching import match_one_to_one
from graphkit.evaluate.scores import places

MissKind = Literal["missed mention", "false mention", "missed fact", "false fact"]


class Miss(NamedTuple):
    """One difference between gold and prediction, in words."""

    kind: MissKind
    what: str


def misses_in(gold: Gold, predicted: Gold, *, limit: int) -> Iterator[Miss]:
    """Iterate over the differences, at most `limit` of each kind, in the order of the files."""
    wanted, found = places(gold), places(predicted)
    missed = (mention for place, mention in wanted.items() if place not in found)
    false = (mention for place, mention in found.items() if place not in wanted)
    yield from (Miss("missed mention", _mention_in_words(mention)) for mention in islice(missed, limit))
    yield from (Miss("false mention", _mention_in_words(mention)) for mention in islice(false, limit))
    facts, others = comparable_facts(gold), comparable_facts(predicted)
    matched = match_one_to_one(facts, others, ComparableFact.agrees_with)
    used = set(matched.values())
    missed_facts = (fact for i, fact in enumerate(facts) if i not in matched)
    false_facts = (fact for j, fact in enumerate(others) if j not in used)
    yield from (Miss("missed fact", _fact_in_words(fact.written, gold)) for fact in islice(missed_facts, limit))
    yield from (Miss("false fact", _fact_in_words(fact.written, predicted)) for fact in islice(false_facts, limit))


def _mention_in_words(mention: GoldMention) -> str:
    return f"{mention.type} {mention.text} char={mention.start},{mention.end}"


def _fact_in_words(fact: GoldFact, gold: Gold) -> str:
    subject, predicate, obj = fact
    return f"{name_in(gold, subject)} {predicate} {name_in(gold, obj)}"
