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
