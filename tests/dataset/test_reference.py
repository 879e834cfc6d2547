"""What the gazetteers say of regions and topics."""

from __future__ import annotations

from graphkit.dataset.reference import described_regions, divisions_of, reference_lines
from graphkit.model.tables import Statement, Term
from graphkit.rdf.engine import nquads_of, statements_in
from graphkit.terms import BASE, gk, rdf, skos


def stated_of(regions: list[str], topics: list[str]) -> list[Statement]:
    return list(statements_in(b"\n".join(reference_lines(regions, topics, base=BASE))))


def test_a_prefecture_brings_its_ancestors_and_the_siblings_of_each() -> None:
    rows = {row.code: row for row in described_regions(["510100"])}
    assert {"100000", "510000", "510100", "513200"} <= set(rows)
    prefectures = [row for row in rows.values() if row.parent == "510000"]
    provinces = [row for row in rows.values() if row.parent == "100000"]
    assert len(prefectures) == 21
    assert len(provinces) == 34
    assert len(rows) == 1 + 34 + 21


def test_an_abolished_region_is_described_only_when_it_is_used() -> None:
    used = {row.code for row in described_regions(["110103"])}
    assert "110103" in used
    assert "110104" not in used
    assert "110101" in used


def test_divisions_are_the_current_ones_right_below() -> None:
    assert [row.name for row in divisions_of("610200")] == ["王益区", "印台区", "耀州区", "宜君县"]
    assert divisions_of("610202") == []
    assert "110103" not in {row.code for row in divisions_of("110000")}


def test_a_code_that_the_gazetteer_does_not_have_is_left_out() -> None:
    assert described_regions(["999999"]) == []


def test_regions_stand_in_the_reference_and_in_the_default_graph() -> None:
    stated = set(stated_of(["510100"], []))
    region = BASE + "region/510100"
    about = {(one.predicate, one.object.value) for one in stated if one.subject == region and one.graph is None}
    assert {
        (rdf.type, gk.Region),
        (skos.prefLabel, "成都市"),
        (skos.altLabel, "成都"),
        (gk.regionCode, "510100"),
        (gk.regionLevel, "prefecture"),
        (gk.within, BASE + "region/510000"),
    } <= about
    graphs = {one.graph for one in stated}
    assert graphs == {None, BASE + "graph/reference"}
    assert {one[:3] for one in stated if one.graph} == {one[:3] for one in stated if not one.graph}


def test_the_country_is_within_nothing() -> None:
    stated = stated_of(["100000"], [])
    assert not [one for one in stated if one.subject.endswith("/100000") and one.predicate == gk.within]


def test_only_the_topics_used_are_described_those_of_a_users_lexicon_too() -> None:
    stated = stated_of([], ["公务用车", "深海"])
    assert {one.subject for one in stated} == {BASE + "topic/公务用车", BASE + "topic/深海"}
    assert Term("literal", "公务用车", None, "zh") in {one.object for one in stated}


def test_a_topic_is_below_another_that_is_used() -> None:
    stated = stated_of([], ["公务用车", "机关事务"])
    assert {(one.subject, one.object.value) for one in stated if one.predicate == skos.broader} == {
        (BASE + "topic/公务用车", BASE + "topic/机关事务")
    }


def test_what_is_said_of_regions_and_topics_is_written_as_the_engine_writes_it() -> None:
    odd = 'a "quoted" \\ topic\n里'
    lines = list(reference_lines(["510100", "110103"], ["公务用车", odd], base=BASE))
    assert sorted(lines) == nquads_of(statements_in(b"\n".join(lines)))
