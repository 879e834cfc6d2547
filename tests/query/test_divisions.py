"""Coverage of the counties of a city that no document has named: the gazetteer lists them."""

from __future__ import annotations

from collections import Counter

import pytest

from graphkit.model.tables import Table
from graphkit.query.asking import bind_question
from graphkit.query.catalogue import ready_question
from graphkit.query.divisions import divisions_fragments
from graphkit.terms import BASE
from tests.query.conftest import SmallDataset

STATED = """
@prefix gk: <https://w3id.org/graphkit/ns#> .
@prefix r: <https://w3id.org/graphkit/id/region/> .
@prefix : <https://w3id.org/graphkit/id/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
r:610000 a gk:Region ; skos:prefLabel "陕西省"@zh .
r:610100 a gk:Region ; skos:prefLabel "西安市"@zh ; gk:within r:610000 ; gk:regionCode "610100" ;
    gk:regionLevel "prefecture" .
r:610102 a gk:Region ; skos:prefLabel "新城区"@zh .
:office a gk:Agency ; skos:prefLabel "西安市档案局"@zh ; gk:jurisdiction r:610100 .
:meeting a gk:Meeting ; skos:prefLabel "全市档案会议"@zh ; gk:heldBy :office .
:other a gk:Meeting ; skos:prefLabel "档案座谈会"@zh .
:paper a gk:Document ; skos:prefLabel "简报"@zh ; gk:mentions :meeting .
:group a gk:AgencyGroup ; skos:prefLabel "各市、县档案局"@zh ; gk:membersIn r:610000 ;
    gk:memberLevel "prefecture" , "county" ; gk:conveys :other .
:reading gk:quote "各市、县档案局均已传达" ; gk:modality gk:Reported ; dcterms:isPartOf :paper .
:notice a gk:Document ; skos:prefLabel "关于档案工作的通知"@zh ; gk:sentTo :group .
:letter a gk:Document ; skos:prefLabel "关于档案工作的函"@zh ; gk:sentTo :office .
GRAPH :reading { :group gk:conveys :other . }
"""
COUNTIES = 13


@pytest.fixture(scope="module")
def stated() -> SmallDataset:
    return SmallDataset(STATED)


def values(dataset: SmallDataset, **given: str) -> Counter[tuple[str, str, str]]:
    """Count the universe, its size and the value of each row."""
    answer = dataset.query(bind_question(dataset, ready_question("coverage"), given).sparql)
    assert isinstance(answer, Table)
    wanted = [answer.variables.index(name) for name in ("universeName", "size", "code")]
    return Counter((row[a].value, row[b].value, row[c].value) for row in answer for a, b, c in [wanted])  # type: ignore[union-attr]


def test_the_counties_of_the_city_that_held_it_are_listed(stated: SmallDataset) -> None:
    assert values(stated, meeting="全市档案会议") == {("西安市", "13", "not reported"): COUNTIES}


def test_the_counties_of_a_city_that_is_named_are_listed_and_covered_with_the_group_they_are_in(
    stated: SmallDataset,
) -> None:
    found = values(stated, meeting="档案座谈会", within="西安市")
    assert found == {("西安市", "13", "covered collectively"): COUNTIES}


def test_divisions_that_stand_in_the_dataset_are_not_listed_anew(stated: SmallDataset) -> None:
    assert divisions_fragments(stated, {"within": f"{BASE}region/610000"}) == {}
    assert values(stated, meeting="档案座谈会", within="陕西省") == {("陕西省", "1", "covered collectively"): 1}


@pytest.mark.parametrize("within", ["新城区", None])
def test_a_region_without_divisions_and_a_thing_of_nobody_have_none(stated: SmallDataset, within: str | None) -> None:
    given = {"meeting": "档案座谈会"} | ({"within": within} if within else {})
    assert not values(stated, **given)


def test_a_notice_to_cities_and_counties_was_sent_to_the_counties_of_a_city(stated: SmallDataset) -> None:
    given = {"meeting": "档案座谈会", "within": "西安市"}
    found = values(stated, **given, notice="关于档案工作的通知")
    assert found == {("西安市", "13", "covered collectively"): COUNTIES}
    assert not values(stated, **given, notice="关于档案工作的函")
