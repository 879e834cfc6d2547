"""Every relation and class has short words in both languages, seen from both ends."""

from __future__ import annotations

import pytest

from graphkit.network import Network
from graphkit.network.words import (
    INVERSE_WORDS,
    PROPERTY_WORDS,
    duration_words,
    inverse_words,
    kind_words,
    property_words,
)
from graphkit.rdf.ontology import term_labels
from graphkit.terms import GK
from graphkit.view.kinds import GROUP_OF, LOOKS


def test_relations_of_a_dataset_are_told_in_words_and_never_by_iri(network: Network) -> None:
    for name in {edge.name for edge in network.edges}:
        for zh, en in (property_words(name), inverse_words(name)):
            assert "http" not in zh + en
            assert not zh.isascii()


@pytest.mark.parametrize("table", [PROPERTY_WORDS, INVERSE_WORDS])
def test_words_are_short(table: dict[str, tuple[str, str]]) -> None:
    assert [name for name, (zh, _) in table.items() if len(zh) > 8] == []


def test_words_are_only_of_terms_that_exist() -> None:
    published = {
        "subOrganizationOf",
        "memberOf",
        "holds",
        "postIn",
        "publisher",
        "isPartOf",
        "broader",
        "title",
        "issued",
    }
    known = {one.removeprefix(GK) for one in term_labels("zh")} | published
    assert set(PROPERTY_WORDS) | set(INVERSE_WORDS) <= known


def test_every_drawn_class_has_words_and_a_look_of_its_own() -> None:
    assert [kind for kind in GROUP_OF if kind_words(kind)[0].isascii()] == []
    assert set(GROUP_OF.values()) == set(LOOKS)
    looks = {(look.shape, look.colour, look.hollow) for look in LOOKS.values()}
    assert len(looks) == len(LOOKS)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("P5Y", ("5年", "5 years")),
        ("P1Y", ("1年", "1 year")),
        ("P18M", ("18个月", "18 months")),
        ("P2Y6M", ("2年6个月", "2 years 6 months")),
        ("P30D", ("30天", "30 days")),
        ("P", ("P", "P")),
        ("长期", ("长期", "长期")),
    ],
)
def test_durations_are_told_as_people_say_them(value: str, words: tuple[str, str]) -> None:
    assert duration_words(value) == words
