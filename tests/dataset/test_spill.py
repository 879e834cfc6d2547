"""What is kept on disk comes back as from memory."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.dataset.namings import Namings
from graphkit.dataset.spill import Again, Spill, SpilledMap

TEXT = st.text(alphabet="甲乙a\n𠮷\x01 ", max_size=3)
ROWS = st.lists(st.tuples(TEXT, st.integers(-2, 2), st.binary(max_size=2)), max_size=30)


@pytest.mark.property
@given(ROWS)
def test_records_come_sorted_by_any_column_and_once(rows: list[tuple[str, int, bytes]]) -> None:
    spill = Spill(3, rows)
    assert list(spill.sorted_by()) == sorted(set(rows))
    assert list(spill.sorted_by(1)) == sorted(set(rows), key=lambda row: (row[1], row[0], row[2]))
    assert list(spill.sorted_by(2, 0)) == sorted(set(rows), key=lambda row: (row[2], row[0], row[1]))


def test_records_added_after_a_look_are_seen_and_more_than_are_written_at_once() -> None:
    spill = Spill(1, ((number,) for number in range(5000)))
    assert sum(1 for _ in spill.sorted_by()) == 5000
    spill.add((5000,))
    assert [*spill.sorted_by()][-1] == (5000,)


@pytest.mark.property
@given(st.lists(st.tuples(TEXT, TEXT), max_size=20), st.lists(TEXT, max_size=5))
def test_a_mapping_on_disk_is_one(items: list[tuple[str, str]], dropped: list[str]) -> None:
    spilled, plain = SpilledMap(items), dict(items)
    for key in dropped:
        assert spilled.pop(key, None) == plain.pop(key, None)
    assert spilled == plain
    assert (len(spilled), bool(spilled), list(spilled)) == (len(plain), bool(plain), sorted(plain))
    with pytest.raises(KeyError):
        spilled["甲甲甲甲"]
    with pytest.raises(KeyError):
        del spilled["甲甲甲甲"]


def test_a_thing_has_the_texts_that_name_it() -> None:
    namings = Namings()
    for thing, text in (("b", "1"), ("a", "1"), ("b", "2"), ("b", "1")):
        namings.add(thing, text)
    assert dict(namings) == {"a": frozenset("1"), "b": frozenset("12")}
    assert len(namings) == 2
    assert "c" not in namings


def test_what_is_made_again_begins_once_more() -> None:
    numbers = Again(lambda: iter(range(3)))
    assert [list(numbers), list(numbers)] == [[0, 1, 2]] * 2
