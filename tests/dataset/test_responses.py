"""A response is decided on whole: class, respondent, target and short form go together, other responses stay."""

from __future__ import annotations

from graphkit.dataset.responses import with_responses
from graphkit.model.tables import Statement
from graphkit.rdf.literals import iri
from graphkit.terms import gk, rdf


def response(name: str, who: str, *targets: str, graph: str = "g") -> list[Statement]:
    own = [
        Statement(name, rdf.type, iri(gk.Response), graph),
        Statement(name, gk.respondent, iri(who), graph),
    ]
    aims = [Statement(name, gk.respondsTo, iri(one), graph) for one in targets]
    return [*own, *aims, *(Statement(who, gk.respondedTo, iri(one), graph) for one in targets)]


def test_each_part_takes_the_whole() -> None:
    whole = response("r1", "a", "m")
    read = [*whole, *response("r2", "b", "m"), *response("r1", "a", "m", graph="other")]
    for one in whole:
        assert set(with_responses([one], read)) == set(whole)


def test_one_of_several_targets_goes_alone() -> None:
    read = response("r1", "a", "m", "n")
    by_hand = {one for one in read if one.object.value == "n"}
    assert {one.predicate for one in by_hand} == {gk.respondsTo, gk.respondedTo}
    for one in by_hand:
        assert set(with_responses([one], read)) == by_hand


def test_what_else_a_reading_says_is_left() -> None:
    conveys = Statement("a", gk.conveys, iri("m"), "g")
    read = [*response("r1", "a", "m"), conveys]
    assert list(with_responses([conveys], read)) == [conveys]
    assert conveys not in with_responses([read[0]], read)
