"""Names lead to things, things show their facts and passages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.dataset.search_words import name_key
from graphkit.query.entity import Questions, card_of, name_of, sentence_around
from graphkit.query.names import candidates_for
from graphkit.terms import BASE, GK

OFFICE = BASE + "agency/510100/政府/机关事务/局"
MEETING = BASE + "meeting/m"


def found(small: Questions, name: str, kind: str | None = None) -> list[str]:
    return [candidate.iri.removeprefix(BASE) for candidate in candidates_for(small, name, kind=kind)]


@pytest.mark.parametrize("name", ["成都局", "成都市机关事务管理局", "“成都 局”", "机关事务管理", f"<{OFFICE}>", OFFICE])
def test_a_name_an_alias_a_part_or_an_iri_leads_to_the_thing(small: Questions, name: str) -> None:
    assert found(small, name) == ["agency/510100/政府/机关事务/局"]


def test_a_prefixed_iri_is_understood(small: Questions) -> None:
    assert found(small, "gkr:region/510100") == ["region/510100"]


def test_an_exact_name_goes_before_things_that_contain_it(small: Questions) -> None:
    assert found(small, "成都") == ["region/510100"]


def test_a_name_of_two_things_gives_both(small: Questions) -> None:
    assert sorted(found(small, "会议")) == ["meeting/m", "meeting/n"]


def test_the_class_narrows_the_candidates(small: Questions) -> None:
    assert found(small, "成", kind="Region") == ["region/510100"]
    assert found(small, "成都局", kind="Region") == []


@pytest.mark.parametrize("name", ["不存在", "gkr:nothing", "  ", "https://example.com/x"])
def test_what_nothing_is_called_gives_no_candidates(small: Questions, name: str) -> None:
    assert found(small, name) == []


@given(st.text(alphabet="甲乙 ＡaA《》\n𠮷"))
def test_a_name_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


def test_a_card_has_names_classes_and_counts_mentions(small: Questions) -> None:
    card = card_of(small, OFFICE)
    assert (card.label, card.names) == ("成都局", ("成都局", "成都市机关事务管理局"))
    assert card.classes == (GK + "Agency", GK + "RegionalOffice")
    assert card.mentions == 1


def test_each_fact_shows_its_passages_in_the_order_of_the_text(small: Questions) -> None:
    jurisdiction, response = card_of(small, OFFICE).facts
    assert (jurisdiction.property, jurisdiction.other_name, jurisdiction.citations) == (
        GK + "jurisdiction",
        "成都市",
        (),
    )
    assert (response.property, response.other_name, response.inverse) == (GK + "respondedTo", "全省会议", False)
    assert [(one.place, one.rule, one.modality) for one in response.citations] == [
        ("char=2,9", "response", "Reported"),
        ("char=10,19", "response", "Demanded"),
    ]
    assert [one.quote for one in response.citations] == ["成都局学习", "成都局传达学习\n会议"]
    assert [one.document_name for one in response.citations] == ["简报", "简报"]


def test_a_label_names_a_thing_before_its_series_does(small: Questions) -> None:
    known: dict[str, str] = {}
    assert name_of(small, BASE + "document/d", known) == "简报"
    assert name_of(small, OFFICE, known) == "成都局"
    assert name_of(small, BASE + "nothing", known) == BASE + "nothing"


def test_facts_of_which_the_thing_is_the_object_stand_too(small: Questions) -> None:
    (fact,) = card_of(small, MEETING).facts
    assert (fact.inverse, fact.other.value, len(fact.citations)) == (True, OFFICE, 2)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (5, 7, ("乙丙", "丁戊", "己。")),
        (0, 2, ("", "甲甲", "。")),
        (10, 11, ("", "庚", "")),
        (1, 6, ("甲", "甲。乙丙丁", "戊己。")),
    ],
)
def test_a_span_stands_in_its_sentence(start: int, end: int, expected: tuple[str, str, str]) -> None:
    assert sentence_around("甲甲。乙丙丁戊己。\n庚", start, end) == expected
