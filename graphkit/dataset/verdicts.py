"""Judgements of pairs and the automatic merges in, the merges that people want out, and what could not be followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graphkit.dataset.alike.pairs import pair_iri
from graphkit.dataset.mentioned import Mentioned, PlaceLostError
from graphkit.dataset.merging import Merges
from graphkit.dataset.spill import SpilledMap
from graphkit.model.judgements import Judgement, PairJudgement, Verdict
from graphkit.model.tables import Statement
from graphkit.rdf.iris import graph_iri
from graphkit.rdf.literals import iri, text
from graphkit.terms import dcterms, gk, owl, skos

MERGEABLE = frozenset({"agency", "group", "person", "meeting", "policy", "campaign", "work"})
"""Sorts of things that people may merge: the first segment of their keys."""

_CAUTION: dict[Verdict, int] = {"same": 0, "unsure": 1, "different": 2}
"""Of two judgements of one pair on one day the more cautious stands."""

_STATED: dict[Verdict, tuple[str, str]] = {
    "same": (gk.Same, skos.exactMatch),
    "different": (gk.Different, owl.differentFrom),
    "unsure": (gk.Unsure, gk.possiblySame),
}
_ONE_KEY = "两者标识相同，无法分开 / both have one key and cannot be told apart"
_OTHER_SORT = "类别不同，不能合并 / of different sorts, cannot be merged"
_CONTRADICTED = "与另一条判断矛盾 / contradicts another judgement"


class Decided(NamedTuple):
    """A judgement with the IRIs that its documents give its two things."""

    a: str
    b: str
    judgement: PairJudgement


@dataclass(frozen=True, slots=True)
class Settled:
    """The merges with the judgements followed; `unused` tells of each other judgement why not."""

    merges: Merges = field(default_factory=Merges)
    decided: tuple[Decided, ...] = ()
    unused: dict[Judgement, str] = field(default_factory=dict)

    def apart(self) -> frozenset[frozenset[str]]:
        """Give the pairs of standing IRIs that people have told apart."""
        return frozenset(
            frozenset((self.merges.standing(a), self.merges.standing(b)))
            for a, b, judgement in self.decided
            if judgement.verdict == "different"
        )


def decided_of(judgements: Iterable[PairJudgement], mentioned: Mentioned) -> tuple[list[Decided], dict[Judgement, str]]:
    """Find the things of each judgement; give those found, and the stale ones with the reason."""
    decided: list[Decided] = []
    stale: dict[Judgement, str] = {}
    for one in judgements:
        try:
            decided.append(Decided(mentioned.thing(one.a, one.a_words), mentioned.thing(one.b, one.b_words), one))
        except PlaceLostError as error:
            stale[one] = str(error)
    return decided, stale


def settle(merges: Merges, decided: Iterable[Decided], base: str) -> Settled:
    """Follow the judgements: first what is different, then what is the same; the order of lines makes no difference.

    The last judgement of a pair stands. A `same` that would join what another keeps apart is not
    followed.
    """
    unused: dict[Judgement, str] = {}
    standing = _last_of_each_pair(decided)
    if standing:
        merges = Merges(SpilledMap(merges.everywhere.items()), merges.by_text)
    kept: list[Decided] = []
    for one in standing:
        reason = _reason_against(one, base)
        if reason:
            unused[one.judgement] = reason
        else:
            kept.append(one)
            if one.judgement.verdict == "different":
                _part(merges.everywhere, one.a, one.b)
    followed = _join(merges, kept, base)
    unused.update({one.judgement: _CONTRADICTED for one in kept if one not in followed})
    return Settled(merges, tuple(one for one in kept if one in followed), unused)


def verdict_statements(decided: Iterable[Decided], base: str) -> Iterator[Statement]:
    """State what people decided, by whom and why, in the graph of links; the pair's graph has what follows from it."""
    links = graph_iri("links", base)
    for a, b, judgement in decided:
        name = pair_iri(a, b, base)
        verdict, relation = _STATED[judgement.verdict]
        first, second = sorted((a, b))
        yield Statement(first, relation, iri(second), name)
        yield Statement(name, gk.verdict, iri(verdict), links)
        for predicate, words in (
            (dcterms.creator, judgement.who),
            (dcterms.description, judgement.why),
            (dcterms.date, judgement.date),
        ):
            if words:
                yield Statement(name, predicate, text(words), links)


def _last_of_each_pair(decided: Iterable[Decided]) -> list[Decided]:
    last: dict[frozenset[str], Decided] = {}
    for one in sorted(decided, key=lambda each: (each.judgement.date, _CAUTION[each.judgement.verdict], each)):
        last[frozenset((one.a, one.b))] = one
    return sorted(last.values(), key=lambda each: (each.judgement.date, each.a, each.b))


def _reason_against(one: Decided, base: str) -> str:
    """Give why a judgement cannot be followed whatever the others are; empty where it can."""
    if one.a == one.b:
        return "" if one.judgement.verdict == "same" else _ONE_KEY
    sorts = {thing.removeprefix(base).partition("/")[0] for thing in (one.a, one.b)}
    is_mergeable = len(sorts) == 1 and sorts <= MERGEABLE
    return _OTHER_SORT if one.judgement.verdict == "same" and not is_mergeable else ""


def _part(everywhere: MutableMapping[str, str], one: str, other: str) -> None:
    """Undo the automatic merges that make two things one."""
    standing = [everywhere.get(thing, thing) for thing in (one, other)]
    if standing[0] != standing[1]:
        return
    # Where both lost to a third thing, nobody has said which of them it is.
    for thing in {one, other} - set(standing):
        del everywhere[thing]


def _join(merges: Merges, decided: list[Decided], base: str) -> list[Decided]:
    """Merge what is the same, unless it would join what is apart; give the judgements that were followed."""
    members: dict[str, set[str]] = {}
    apart = [one for one in decided if one.judgement.verdict == "different"]
    followed: list[Decided] = []

    def group_of(thing: str) -> set[str]:
        known = merges.standing(thing)
        return members.setdefault(known, {known})

    for one in decided:
        if one.judgement.verdict == "same":
            joined = group_of(one.a) | group_of(one.b)
            if any(merges.standing(pair.a) in joined and merges.standing(pair.b) in joined for pair in apart):
                continue
            members.update(dict.fromkeys(joined, joined))
        followed.append(one)
    lost: dict[str, str] = {}
    for group in members.values():
        kept = min(group, key=lambda thing: _rank(thing, base))
        lost.update({thing: kept for thing in group if thing != kept})
    moved = {old: lost[new] for old, new in merges.everywhere.items() if new in lost} if lost else {}
    merges.everywhere.update(moved | lost)
    return followed


def _rank(thing: str, base: str) -> tuple[bool, str]:
    """Rank the things of a group: keys that do not hang on one document stand before those that do."""
    return "/document/" in thing.removeprefix(base), thing
