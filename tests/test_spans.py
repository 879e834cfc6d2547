"""Stretches of a text: never empty, never before its beginning, and the same wherever they are read from."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from graphkit.model.text import OffsetMap, Span


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3)])
def test_a_span_that_is_empty_or_begins_before_the_text_cannot_be(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="empty span"):
        Span(start=start, end=end)
    with pytest.raises(ValidationError):
        TypeAdapter(Span).validate_python({"start": start, "end": end})


def test_the_offsets_before_which_something_was_dropped_are_told_of_a_stretch() -> None:
    offsets = OffsetMap([(0, 2), (5, 9), (9, 14)])
    assert list(offsets.dropped_in(0, 9)) == [0, 5]
    assert list(offsets.dropped_in(5, 10)) == [5, 9]
    assert list(offsets.dropped_in(6, 9)) == []


def test_what_was_dropped_in_a_stretch_is_told_with_its_raw_place() -> None:
    offsets = OffsetMap([(0, 2), (5, 9), (9, 14)])
    assert list(offsets.gaps_in(1, 10)) == [(5, 7, 9), (9, 13, 14)]
    assert [end - begin for _, begin, end in offsets.gaps_in(1, 10)] == [offsets.gap_before(at) for at in (5, 9)]
    assert list(offsets.gaps_in(6, 9)) == []


@pytest.mark.parametrize(("start", "end"), [(0, 3), (3, 6), (4, 5), (5, 10), (9, 12)])
def test_a_raw_span_leads_from_the_first_character_to_the_last(start: int, end: int) -> None:
    offsets = OffsetMap([(0, 2), (5, 9), (9, 14)])
    span = offsets.raw_span(start, end)
    assert (span.start, span.end) == (offsets.raw_offset(start), offsets.raw_offset(end - 1) + 1)
    assert offsets.raw_slice(start, end) == slice(span.start, span.end)
