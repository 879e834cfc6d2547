"""What a name may mean: exact names before forms, parts, abbreviations and pinyin."""

from __future__ import annotations

import pytest

from graphkit.query.names import candidates_for
from tests.query.conftest import SmallDataset

OFFICE = "https://w3id.org/graphkit/id/agency/510100/政府/机关事务/局"


@pytest.mark.parametrize(
    ("typed", "how", "matched"),
    [
        ("成都局", "name", "成都局"),
        ("成都市机关事务管理局", "name", "成都市机关事务管理局"),
        (" 成都　局", "form", "成都局"),
        ("机关事务", "part", "成都市机关事务管理局"),
        ("成都事务局", "order", "成都市机关事务管理局"),
        ("cdj", "pinyin", "成都局"),
        ("jgsw", "pinyin", "成都市机关事务管理局"),
        (OFFICE, "iri", OFFICE),
        ("gkr:agency/510100/政府/机关事务/局", "iri", OFFICE),
    ],
)
def test_the_closest_kind_of_match_is_told(small: SmallDataset, typed: str, how: str, matched: str) -> None:
    [found] = candidates_for(small, typed, kind="Agency")
    assert (found.iri, found.how, found.matched) == (OFFICE, how, matched)


def test_an_exact_name_beats_names_that_contain_it(small: SmallDataset) -> None:
    assert {one.label for one in candidates_for(small, "会议", kind="Meeting")} == {"全省会议", "常务会议"}
    assert [one.label for one in candidates_for(small, "全省会议")] == ["全省会议"]


@pytest.mark.parametrize("typed", ["局都成", "都", "xyz", "\x00", "《》", "", "x://y z", 'x://y"'])
def test_what_fits_nothing_means_nothing(small: SmallDataset, typed: str) -> None:
    assert candidates_for(small, typed, kind="Meeting") == []


def test_characters_in_order_are_no_match_for_a_short_name(small: SmallDataset) -> None:
    assert candidates_for(small, "成局", kind="Agency") == []
    assert candidates_for(small, "成市管局", kind="Agency") != []


SHORT_ONLY = """
@prefix gk: <https://w3id.org/graphkit/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/graphkit/id/agency/530400/政府/林业草原/局> a gk:Agency ; skos:prefLabel "玉溪局"@zh .
"""


def test_the_full_name_of_an_office_finds_the_short_one_by_place_and_function() -> None:
    known = SmallDataset(SHORT_ONLY)
    [found] = candidates_for(known, "玉溪市林业和草原局")
    assert (found.label, found.how, found.matched) == ("玉溪局", "key", "玉溪市林业和草原局")
    assert candidates_for(known, "玉溪市林业和草原局", kind="Meeting") == []


@pytest.mark.parametrize(
    "typed", ["昆明市林业和草原局", "玉溪市财政局", "云南省林业和草原局", "玉溪市林业和草原局全体会议"]
)
def test_another_place_function_or_more_than_the_name_finds_nothing(typed: str) -> None:
    assert candidates_for(SmallDataset(SHORT_ONLY), typed) == []


RELAYED = """
@prefix gk: <https://w3id.org/graphkit/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<x:paper> a gk:Policy ; skos:prefLabel "甲部办公厅关于开展农田建设质量回头看的通知"@zh .
<x:relay> a gk:Policy ; skos:prefLabel "乙厅转发甲部办公厅关于开展农田建设质量回头看的通知的通知"@zh .
<x:first> a gk:Policy ; skos:prefLabel "农田建设质量办法"@zh .
"""


def test_the_beginning_of_a_long_title_is_no_part_of_what_relays_it() -> None:
    known = SmallDataset(RELAYED)
    assert [one.iri for one in candidates_for(known, "甲部办公厅关于开展农田建设质量")] == ["x:paper"]
    assert len(candidates_for(known, "农田建设质量")) == 3
