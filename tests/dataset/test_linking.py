"""Exactly one name for each thing."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.dataset.linking import Labels
from graphkit.model.tables import Statement
from graphkit.rdf.engine import nquads_of, statements_in
from graphkit.rdf.things import DESCRIBED, LabelProposal
from graphkit.terms import BASE, rdfs, skos

THING = BASE + "agency/甲"


def stated_by(labels: Labels, official: frozenset[str] = frozenset()) -> list[Statement]:
    lines = list(labels.lines(official=official, base=BASE))
    statements = list(statements_in(b"\n".join(lines)))
    assert sorted(lines) == nquads_of(statements)
    return statements


def chosen(*proposals: tuple[str, int]) -> str:
    labels = Labels()
    labels.propose(LabelProposal(THING, label, rank) for label, rank in proposals)
    assert list(labels.things()) == [THING]
    (name,) = {one.object.value for one in stated_by(labels) if one.predicate == skos.prefLabel}
    return name


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        (("省局", 2), ("四川省机关事务管理局", 1)),
        (("四川省机关事务管理局", 0), ("省局", 0)),
        (("管理办法", 0), ("管理辦法", 0)),
        (("乙", 0), ("丙丙", DESCRIBED)),
        (("一局", 0), ("二局", 0)),
    ],
    ids=["most composed", "longest", "simplified", "named before described", "code point"],
)
def test_the_better_name_wins_in_either_order(winner: tuple[str, int], loser: tuple[str, int]) -> None:
    assert chosen(winner, loser) == chosen(loser, winner) == winner[0]


def test_the_order_of_documents_makes_no_difference() -> None:
    proposals = [("甲局", 0), ("甲市机关局", 2), ("甲市机关事务局", 2), ("甲辦", 1)]
    assert {chosen(*order) for order in permutations(proposals)} == {"甲市机关事务局"}


def test_a_name_is_stated_as_preferred_and_as_label_derived() -> None:
    labels = Labels()
    labels.propose([LabelProposal(THING, "甲局", 0)])
    stated = {(one.predicate, one.graph) for one in stated_by(labels)}
    derived = BASE + "graph/derived"
    assert stated == {(name, graph) for name in (skos.prefLabel, rdfs.label) for graph in (None, derived)}


def test_a_completed_name_that_lost_is_another_name() -> None:
    labels = Labels()
    labels.propose([LabelProposal(THING, "甲市机关局", 2), LabelProposal(THING, "甲市机关事务局", 2)])
    others = [one for one in stated_by(labels) if one.predicate == skos.altLabel]
    assert {one.object.value for one in others} == {"甲市机关局"}


def test_what_the_reference_names_is_left_to_it() -> None:
    labels = Labels()
    labels.propose([LabelProposal(THING, "甲局", 0)])
    assert stated_by(labels, frozenset({THING})) == []


def test_a_description_is_no_rdfs_label() -> None:
    labels = Labels()
    labels.propose([LabelProposal(THING, "开展活动", DESCRIBED)])
    assert {one.predicate for one in stated_by(labels)} == {skos.prefLabel}


@pytest.mark.property
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_name_is_written_as_the_engine_writes_it_whatever_it_holds(name: str) -> None:
    labels = Labels()
    labels.propose([LabelProposal(THING, name, 2), LabelProposal(THING, name + '"\\\n', 2)])
    assert {one.object.value for one in stated_by(labels)} == {name, name + '"\\\n'}
