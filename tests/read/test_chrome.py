"""A title that a line says twice is found wherever it lies, however long it is."""

from __future__ import annotations

import pytest

from graphkit.read.chrome import starts_behind

OTHER = "".join(chr(0x4E00 + 7 * place) for place in range(300))


@pytest.mark.parametrize("size", [10, 11, 16, 45, 90])
@pytest.mark.parametrize("before", range(7))
def test_a_title_said_twice_is_found_by_its_second_telling(size: int, before: int) -> None:
    title = OTHER[100 : 100 + size]
    line = OTHER[:before] + title + title + OTHER[200:]
    assert next(starts_behind(line, 700)) == before + size


@pytest.mark.parametrize("size", [9, 91])
def test_what_is_too_short_or_too_long_for_a_title_is_none(size: int) -> None:
    title = OTHER[100 : 100 + size]
    assert list(starts_behind(OTHER[:40] + title + title + OTHER[250:], 700)) == []


def test_labels_and_paths_are_told_by_where_they_end() -> None:
    line = "甲网>要闻>正文发布时间：2023-01-05 10:20来源：乙报"
    assert list(starts_behind(line, 700)) == [line.index("乙报"), line.index("来源"), line.index("发布"), 6, 3]
