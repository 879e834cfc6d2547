"""Keys turned into IRIs."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.model.text import Span
from graphkit.rdf.iris import graph_iri, mint, part_iri, passage_iri, post_iri, reading_iri
from graphkit.terms import BASE

HARD = st.one_of(
    st.sampled_from('甲乙。𠮷/#?%[]| \n\t\x00\x7f\u3000\u200b\u202e\ue000\ud800\udfff\ufdd0\U000e0001<>"{}^`\\.～ａ'),
    st.characters(),
)
SEGMENTS = st.lists(st.text(HARD, max_size=8), min_size=1, max_size=4)


@pytest.mark.property
@given(SEGMENTS)
def test_every_key_gives_an_iri_that_the_engine_accepts(segments: list[str]) -> None:
    iri = mint(segments)
    assert ox.NamedNode(iri).value == iri


@pytest.mark.property
@given(SEGMENTS, SEGMENTS)
def test_different_keys_give_different_iris(one: list[str], other: list[str]) -> None:
    assert (mint(one) == mint(other)) == (one == other)


@pytest.mark.property
@given(SEGMENTS)
def test_nothing_invisible_stands_in_an_iri(segments: list[str]) -> None:
    assert not any(character.isspace() or character in "\u200b\u202e\ufeff\u2066" for character in mint(segments))


@pytest.mark.parametrize(
    ("segment", "written"),
    [
        ("党组中心组学习（扩大）会议", "党组中心组学习（扩大）会议"),
        ("川办发〔2021〕5号", "川办发〔2021〕5号"),
        ("“十四五”规划", "“十四五”规划"),
        ("A/B#C?D%E", "A%2FB%23C%3FD%25E"),
        ("全省 会议", "全省%20会议"),
        ("[x|y]", "%5Bx%7Cy%5D"),
        ("..", "%2E%2E"),
        ("a.b", "a.b"),
        ("\u202e", "%E2%80%AE"),
        ("\ud800", "%ED%A0%80"),
        ("𠮷", "𠮷"),
    ],
)
def test_only_what_must_be_is_percent_encoded(segment: str, written: str) -> None:
    assert mint([segment]) == BASE + written


def test_a_key_without_segments_is_refused() -> None:
    with pytest.raises(ValueError, match="segment"):
        mint([])


def test_a_reading_is_named_by_text_rule_and_span() -> None:
    iri = reading_iri("0123456789abcdef" * 4, "response", Span(start=3, end=9), "https://example.org/")
    assert iri == "https://example.org/text/0123456789abcdef/response#char=3,9"


def test_a_passage_relied_on_is_named_without_a_rule() -> None:
    assert passage_iri("ab" * 32, Span(start=0, end=1)) == BASE + "text/abababababababab#char=0,1"


def test_parts_stand_under_their_document() -> None:
    assert part_iri(("document", "省局", "简报"), "point", 3) == BASE + "document/省局/简报/point/3"
    assert graph_iri("derived") == BASE + "graph/derived"


def test_a_post_stands_under_the_key_of_its_agency() -> None:
    assert post_iri(("agency", "510000", "政府"), "副秘书长") == BASE + "post/510000/政府/副秘书长"
    assert post_iri(("group", "各市州"), "局长") == BASE + "post/group/各市州/局长"
