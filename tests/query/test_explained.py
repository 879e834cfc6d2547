"""How two things stand to each other, over a few statements."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from graphkit.dataset.alike.pairs import alike, pair_statements
from graphkit.dataset.verdicts import Decided, verdict_statements
from graphkit.model.judgements import PairJudgement
from graphkit.model.tables import Statement, Table, Term
from graphkit.query.explained import Identities, Relation
from graphkit.query.pairs import possible_pairs
from graphkit.rdf.literals import iri, label
from graphkit.rdf.store import Store, memory_store
from graphkit.terms import BASE, gk, rdf, skos

OLD, NEW, OTHER = (
    f"{BASE}agency/610000/政府/林业草原/局/{name}" for name in ("动物保护中心", "动物救护中心", "植物园")
)
LINKS = f"{BASE}graph/links"


class Asked:
    """Some statements, to be asked as a dataset is."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._store: Store = memory_store(statements)

    def query(self, text: str, /, **bindings: Term) -> Table | bool | Iterable[Statement]:
        return self._store.query(text, {}, bindings)


def named(thing: str) -> list[Statement]:
    name = thing.rpartition("/")[2]
    return [
        Statement(thing, skos.prefLabel, label(name), None),
        Statement(thing, rdf.type, iri(gk.Agency), None),
    ]


THINGS = [statement for thing in (OLD, NEW, OTHER) for statement in named(thing)]
UNSURE = PairJudgement(verdict="unsure", a="a", b="b", who="张三")


@pytest.mark.parametrize(
    ("statements", "relation"),
    [
        ([], "two"),
        (list(pair_statements([alike(OLD, NEW, 50, gk.AlikeName)], BASE)), "possibly one"),
        ([Statement(OLD, gk.mergedInto, iri(NEW), LINKS)], "one"),
    ],
)
def test_two_things_are_one_two_or_possibly_one(statements: list[Statement], relation: Relation) -> None:
    identities = Identities(Asked([*THINGS, *statements]), BASE)
    for pair in ((OLD, NEW), (NEW, OLD)):
        assert identities.explain(*pair).relation == relation
    assert identities.explain(OLD, OTHER).relation == "two"
    assert identities.explain(OLD, OLD).relation == "one"


def test_the_parts_of_the_keys_that_differ_are_told() -> None:
    identities = Identities(Asked(THINGS), BASE)
    assert identities.explain(OLD, NEW).keys == ("动物保护中心", "动物救护中心")
    assert identities.explain(OLD, OLD).keys == ("", "")
    other = f"{BASE}agency/620000/政府/林业草原/局/动物保护中心"
    assert identities.explain(OLD, other).keys == ("610000", "620000")


def test_a_change_of_name_is_told_and_is_no_merge() -> None:
    found = Identities(Asked([*THINGS, Statement(OLD, gk.renamedTo, iri(NEW), None)]), BASE).explain(NEW, OLD)
    assert (found.relation, found.renamed) == ("two", (OLD, NEW))


def test_a_given_up_iri_can_still_be_asked_for() -> None:
    identities = Identities(Asked([*named(NEW), Statement(OLD, gk.mergedInto, iri(NEW), LINKS)]), BASE)
    for written in (OLD, f"<{OLD}>", OLD.replace(BASE, "gkr:"), OLD.removeprefix(BASE)):
        assert identities.named(written) == [OLD]
    assert identities.named("动物救护中心") == [NEW]
    assert identities.named("无此名") == []


def test_a_pair_judged_unsure_stays_possible_with_its_verdict() -> None:
    pairs = list(pair_statements([alike(OLD, NEW, 50, gk.AlikeName)], BASE))
    asked = Asked([*THINGS, *pairs, *verdict_statements([Decided(NEW, OLD, UNSURE)], BASE)])
    (pair,) = possible_pairs(asked)
    assert (pair.score, pair.reasons, pair.verdict) == ("0.5", (gk.AlikeName,), gk.Unsure)
    (said,) = Identities(asked, BASE).explain(OLD, NEW).judged
    assert (said.verdict, said.who) == (gk.Unsure, "张三")


def test_the_likeliest_pair_comes_first() -> None:
    pairs = [alike(OLD, NEW, 30, gk.AlikeName), alike(OLD, OTHER, 70, gk.AlikeName)]
    assert [pair.score for pair in possible_pairs(Asked([*THINGS, *pair_statements(pairs, BASE)]))] == ["0.7", "0.3"]
