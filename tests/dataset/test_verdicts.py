"""What people judged of two things is followed, whatever the order of the lines."""

from __future__ import annotations

from itertools import permutations

import pytest

from graphkit.dataset.merging import Merges
from graphkit.dataset.verdicts import Decided, Settled, settle, verdict_statements
from graphkit.model.judgements import PairJudgement, Verdict
from graphkit.terms import BASE, gk, owl, skos

A, B, C, D = (f"{BASE}person/{name}/张三" for name in "甲乙丙丁")


def judged(a: str, verdict: Verdict, b: str, *, date: str = "") -> Decided:
    return Decided(a, b, PairJudgement(verdict=verdict, a=a, b=b, date=date, who="李四", why="看过"))


def settled(*decided: Decided, merged: dict[str, str] | None = None) -> Settled:
    """Settle judgements in every order."""
    found = [settle(Merges(dict(merged or {})), order, BASE) for order in permutations(decided)]
    assert all(one == found[0] for one in found)
    return found[0]


def test_what_is_the_same_is_merged_into_one() -> None:
    kept = settled(judged(A, "same", B), judged(C, "same", B)).merges
    assert len({kept.standing(one) for one in (A, B, C)}) == 1


def test_a_key_that_hangs_on_no_document_stands() -> None:
    local = f"{BASE}person/document/0123456789abcdef/张三"
    assert settled(judged(local, "same", A)).merges.everywhere == {local: A}


def test_what_had_merged_into_a_loser_follows_it() -> None:
    first, second = sorted((A, B))
    found = settled(judged(A, "same", B), merged={C: second}).merges
    assert found.everywhere == {C: first, second: first}


def test_what_is_different_is_told_apart_and_not_merged_by_name() -> None:
    found = settled(judged(A, "different", B), merged={B: A, C: A})
    assert found.merges.everywhere == {C: A}
    assert found.apart() == {frozenset((A, B))}


def test_two_that_lost_to_a_third_and_are_different_stand_for_themselves() -> None:
    assert settled(judged(B, "different", C), merged={B: A, C: A, D: A}).merges.everywhere == {D: A}


def test_the_last_judgement_of_a_pair_stands_and_the_more_cautious_of_one_day() -> None:
    assert settled(
        judged(A, "different", B, date="2023-01-01"), judged(B, "same", A, date="2023-02-01")
    ).merges.everywhere
    assert not settled(judged(A, "different", B), judged(B, "same", A)).merges.everywhere


def test_a_judgement_that_would_join_what_another_keeps_apart_is_told() -> None:
    found = settled(judged(A, "same", B), judged(B, "same", C), judged(A, "different", C))
    assert len(found.merges.everywhere) == 1
    assert len(found.unused) == 1
    assert "矛盾" in next(iter(found.unused.values()))


def test_unsure_merges_nothing_and_parts_nothing() -> None:
    found = settled(judged(A, "unsure", B), merged={C: A})
    assert (found.merges.everywhere, found.apart(), found.unused) == ({C: A}, frozenset(), {})


@pytest.mark.parametrize(
    ("other", "verdict", "told"),
    [(f"{BASE}agency/甲", "same", "类别不同"), (A, "different", "标识相同")],
    ids=["a person is no agency", "one key"],
)
def test_what_cannot_be_is_told(other: str, verdict: Verdict, told: str) -> None:
    decided = Decided(A, other, PairJudgement(verdict=verdict, a="text/0123456789abcdef#char=1,2", b="b"))
    found = settled(decided)
    assert (found.merges.everywhere, found.decided) == ({}, ())
    assert told in found.unused[decided.judgement]


@pytest.mark.parametrize(
    ("verdict", "concept", "relation"),
    [
        ("same", gk.Same, skos.exactMatch),
        ("different", gk.Different, owl.differentFrom),
        ("unsure", gk.Unsure, gk.possiblySame),
    ],
)
def test_a_judgement_is_stated_with_who_and_why_outside_the_default_graph(
    verdict: Verdict, concept: str, relation: str
) -> None:
    stated = list(verdict_statements([judged(B, verdict, A, date="2023-01-01")], BASE))
    assert None not in {one.graph for one in stated}
    assert concept in {one.object.value for one in stated}
    assert {"李四", "看过", "2023-01-01"} <= {one.object.value for one in stated}
    assert [(one.subject, one.object.value) for one in stated if one.predicate == relation] == [tuple(sorted((A, B)))]
