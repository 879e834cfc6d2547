"""Mentions of one value share an id."""

from __future__ import annotations

import pytest

from graphkit.evaluate.values import value_key
from graphkit.model.facts import Mention, MentionKind


def key(surface: str, document_date: str | None = "2021-03-22", kind: MentionKind = "Date") -> str:
    return value_key(Mention(start=0, end=1, kind=kind, surface=surface, rule="date"), document_date)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2021 年", "2021年度"),
        ("2021年3月5日", "3月5日"),
        ("2021年3月5日", "20210305"),
        ("二〇二一年三月五日", "2021-03-05"),
    ],
)
def test_two_ways_to_write_a_date_are_one_value(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("2021年", "2020年"), ("7月上旬", "7月中旬"), ("4月16日", "4月16日至18日"), ("3月5日", "3月")]
)
def test_different_dates_are_different_values(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_date_without_a_year_stands_for_itself_where_the_document_has_none() -> None:
    assert key("3月5日", None) == "Date 3月5日"


def test_targets_are_one_value_when_their_words_are() -> None:
    assert key("3100 家", kind="Target") == key("3100家", kind="Target") != key("3家", kind="Target")
