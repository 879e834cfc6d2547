"""Responses, posts, articles and points are folded into what people look for: who took up what, said where."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.dataset import open_dataset
from graphkit.network import Edge, project_dataset
from graphkit.settings import Settings
from graphkit.terms import gk
from graphkit.view.folding import Fact, Folded, fold
from graphkit.view.views import VIEWS, links_of
from graphkit.workflow import build
from tests.handmade_network import ASKED, TOLD, drives_network, made_of, node, small_network
from tests.material import SAMPLES


@pytest.fixture
def folded() -> Folded:
    return fold(small_network())


def fact_between(folded: Folded, source: str, target: str, name: str) -> Fact:
    (link,) = [one for one in folded.links if (one.source, one.target) == (source, target)]
    (found,) = [fact for fact in link.facts if fact.property == name]
    return found


def test_only_what_people_look_for_is_drawn(folded: Folded) -> None:
    assert set(folded.nodes) == {"a", "b", "d", "m", "new", "old", "p", "t", "topic"}


def test_a_response_is_a_link_from_office_to_meeting(folded: Folded) -> None:
    fact = fact_between(folded, "a", "m", "respondedTo")
    assert (fact.modality, fact.readings) == ("Reported", (TOLD.iri,))


def test_a_demand_is_drawn_as_one_and_never_as_a_response(folded: Folded) -> None:
    fact = fact_between(folded, "b", "m", "respondedTo")
    assert (fact.modality, fact.readings) == ("Demanded", (ASKED.iri,))
    (link,) = [one for one in folded.links if one.source == "b"]
    assert link.manner == "demanded"


def test_a_post_is_the_word_on_the_link_to_its_agency(folded: Folded) -> None:
    assert fact_between(folded, "p", "a", "holds").words == ("局长", "局长")


def test_what_an_article_reports_is_reported_by_its_document(folded: Folded) -> None:
    assert fact_between(folded, "d", "m", "reports").readings == (TOLD.iri,)


def test_points_of_a_response_belong_to_the_office(folded: Folded) -> None:
    assert [edge.target for edge in folded.points["a"]] == ["t"]


def test_what_a_point_names_is_linked_to_its_owner_and_marked(folded: Folded) -> None:
    assert fact_between(folded, "a", "topic", "topic").via == "t"
    (link,) = [one for one in folded.links if one.target == "topic"]
    assert link.manner == "derived"


def test_the_paper_of_a_policy_is_the_policy() -> None:
    nodes = [node("paper", "Notice", "通知"), node("policy", "Circular", "通知"), node("o", "Agency", "局")]
    edges = [Edge("paper", gk.textOf, "policy"), Edge("paper", gk.sentTo, "o")]
    drawn = fold(made_of(nodes, edges))
    assert set(drawn.nodes) == {"policy", "o"}
    assert [(link.source, link.target) for link in drawn.links] == [("policy", "o")]


def test_a_paper_with_another_name_stays_a_source() -> None:
    nodes = [node("paper", "Notice", "关于印发办法的通知"), node("policy", "Regulation", "办法")]
    assert set(fold(made_of(nodes, [Edge("paper", gk.textOf, "policy")])).nodes) == {"paper", "policy"}


def test_campaigns_of_one_name_are_one_thing_with_its_bodies() -> None:
    drawn = fold(drives_network("“清风林海”行动", "清风林海行动", "“清风林海”行动"))
    assert {iri for iri in drawn.nodes if iri.startswith("c")} == {"c0"}
    assert [(link.source, link.target) for link in drawn.links] == [("a0", "c0"), ("a1", "c0"), ("a2", "c0")]
    assert [fact.predicate for link in drawn.links for fact in link.facts] == [gk.carriesOut, "", ""]
    assert {"清风林海行动1", "“清风林海”行动2"} <= set(drawn.nodes["c0"].names)
    assert drawn.mentions("c0") == ("d0", "d1", "d2")
    assert drawn.standing_for("c0") == ("c0", "c1", "c2")


def test_campaigns_of_other_names_or_years_stay_apart_and_all_do_where_builds_are_compared() -> None:
    drawn = fold(drives_network("清风林海行动", "清风林海三年行动", "2021年清风林海行动"))
    assert {iri for iri in drawn.nodes if iri.startswith("c")} == {"c0", "c1", "c2"}
    assert {"c0", "c1"} <= set(fold(drives_network("清风林海行动", "清风林海行动"), is_apart=True).nodes)


def test_each_view_shows_its_own_relations(folded: Folded) -> None:
    shown = {
        name: {fact.property for link in links_of(view, folded) for fact in link.facts} for name, view in VIEWS.items()
    }
    assert shown["responses"] == {"respondedTo"}
    assert shown["policies"] == {"basedOn", "issues"}
    assert shown["agencies"] == {"holds"}
    assert shown["all"] == {"respondedTo", "basedOn", "issues", "holds", "topic", "reports"}


def test_regions_that_nothing_stands_in_are_left_out() -> None:
    nodes = [node(name, "Region", name) for name in ("country", "province", "city", "sibling")]
    nodes.append(node("o", "Agency", "局"))
    edges = [Edge(a, gk.within, b) for a, b in (("city", "province"), ("sibling", "province"), ("province", "country"))]
    drawn = fold(made_of(nodes, [*edges, Edge("o", gk.jurisdiction, "city")]))
    ends = {end for link in links_of(VIEWS["agencies"], drawn) for end in (link.source, link.target)}
    assert ends == {"o", "city", "province", "country"}


def test_every_predicate_joins_its_two_ends_in_the_dataset(tmp_path: Path) -> None:
    """What stands between two things only after folding is no statement, and no file may say that it is."""
    build([SAMPLES], Settings(dataset=tmp_path))
    network = project_dataset(open_dataset(tmp_path))
    stated = {(edge.source, edge.predicate, edge.target) for edge in network.edges}
    folded = [(link, fact) for link in fold(network).links for fact in link.facts]
    direct = [(link.source, fact.predicate, link.target) for link, fact in folded if fact.predicate]
    assert len(direct) > 100
    assert [one for one in direct if one not in stated] == []


def test_a_response_that_is_only_demanded_has_no_predicate() -> None:
    found = {link.source: fact for link in fold(small_network()).links for fact in link.facts if link.target == "m"}
    assert found["a"].predicate == gk.respondedTo
    assert (found["b"].modality, found["b"].predicate) == ("Demanded", "")
