"""Names and terms that nothing has: the nearest are offered, and nothing that is far."""

from __future__ import annotations

import pytest

from graphkit.query.names import classes_of
from graphkit.query.suggesting import nearest_names, offered, unknown_terms
from graphkit.terms import gk
from tests.query.conftest import SmallDataset


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("成度局", "成都局"),
        ("成都市机关事物管理局", "成都局"),
        ("全生会议", "全省会议"),
        ("quansheghuiyi", "全省会议"),
        ("全省会意", "全省会议"),
    ],
)
def test_the_nearest_name_is_offered_by_its_characters_or_its_sound(
    small: SmallDataset, typed: str, nearest: str
) -> None:
    assert nearest_names(small, typed)[:1] == (nearest,)


@pytest.mark.parametrize("typed", ["昆仑山林场", "xyzxyz", "", "\x00", "《》"])
def test_what_is_far_is_not_offered(small: SmallDataset, typed: str) -> None:
    assert nearest_names(small, typed) == ()


def test_only_what_is_wanted_is_offered(small: SmallDataset) -> None:
    assert nearest_names(small, "全省汇议", lambda iri: gk.Agency in classes_of(small, iri)) == ()


def test_names_are_offered_in_both_languages_or_the_search_is() -> None:
    assert offered(()) == ("，可用 graphkit search 在原文中找", "; graphkit search looks in the texts")
    assert offered(("成都局", "全省会议")) == ("，您是不是要找“成都局”“全省会议”", "; did you mean “成都局” “全省会议”")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT * { ?m a gk:Meating }", {"Meating": "Meeting"}),
        ("SELECT * { ?m a <https://w3id.org/graphkit/ns#meeting> }", {"meeting": "Meeting"}),
        ("SELECT * { ?a gk:zzzzz ?b . ?b gk:zzzzz ?c }", {"zzzzz": ""}),
        ("SELECT * { ?a gk:heldBy ?b . ?b a gk:Meeting. }", {}),
        ("SELECT * { ?a ?p 'gk:Meating' } # gk:Meating", {}),
        ("SELECT * { ?a org:holds|^gk:respondedTo ?gk }", {}),
    ],
)
def test_terms_that_the_ontology_has_not_are_told_with_the_nearest(query: str, told: dict[str, str]) -> None:
    assert unknown_terms(query) == told
