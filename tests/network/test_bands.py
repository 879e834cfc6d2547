"""Time from left to right: every dated thing stands in the band of its year, boxes apart, undated things first."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.network.bands import Band, banded
from graphkit.network.layout import Box, Positions
from graphkit.network.shelves import BESIDE, SCALE, around, beside

STAGE = (960.0, 830.0)
BOX = Box(50, 10, 30)
DATES = {"a": "2019-03-01", "b": "2021", "c": "2021-11", "d": "", "e": "", "f": "2015", "g": "2017-05", "h": ""}
LINKS = [("d", "a"), ("a", "b"), ("e", "c"), ("f", "g"), ("h", "c")]
SHOWN = ("a", "b", "c", "d", "e")


def made(links: list[tuple[str, str]] | None = None) -> tuple[Positions, tuple[Band, ...]]:
    return banded(dict.fromkeys(DATES, BOX), SHOWN, DATES, LINKS if links is None else links, stage=STAGE)


def test_years_stand_in_order_and_years_of_which_nothing_is_shown_share_a_band() -> None:
    _, bands = made()
    assert [(one.first, one.last) for one in bands] == [("", ""), ("2015", "2017"), ("2019", "2019"), ("2021", "2021")]
    assert all(one.left < one.right <= other.left for one, other in pairwise(bands))


def test_everything_stands_in_its_band_and_later_in_a_year_further_right() -> None:
    places, bands = made()
    assert set(places) == set(DATES)
    for iri, date in DATES.items():
        (band,) = [one for one in bands if one.first[:4] <= date[:4] <= one.last[:4]]
        assert band.left <= places[iri][0] <= band.right
    assert places["b"][0] < places["c"][0]
    assert places["f"][0] < places["g"][0]


def test_the_order_of_links_makes_no_difference() -> None:
    assert made(LINKS[::-1]) == made()


@pytest.mark.property
@given(
    st.dictionaries(st.sampled_from("abcdefghijkl"), st.sampled_from(["", "2019", "2020-02", "2020-02-29"]), min_size=1)
)
def test_boxes_that_are_shown_never_lie_over_each_other(dates: dict[str, str]) -> None:
    boxes = dict.fromkeys(dates, BOX)
    links = [(one, other) for one, other in combinations(sorted(dates), 2) if (ord(one) + ord(other)) % 3 == 0]
    places, _ = banded(boxes, dates, dates, links, stage=STAGE)
    covered = {iri: covered_by(places[iri], is_dated=bool(date)) for iri, date in dates.items()}
    for one, other in combinations(sorted(places), 2):
        (x, y, box), (u, v, _) = covered[one], covered[other]
        assert abs(x - u) >= box.half + covered[other][2].half or abs(y - v) >= box.above + covered[other][2].above


def covered_by(place: tuple[float, float], *, is_dated: bool) -> tuple[float, float, Box]:
    """Give the middle and the size of what a thing covers, its name beside it."""
    x, y = place
    box = around(BOX) if is_dated else beside(BOX)
    return (x if is_dated else x + box.half - BESIDE / SCALE, y, box)


def test_undated_things_stand_in_columns_and_what_they_lead_to_further_right() -> None:
    names = [f"u{number:02}" for number in range(30)]
    dates = dict.fromkeys([*names, "v"], "") | {"a": "2020", "b": "2021"}
    links = [(one, "a" if number % 2 else "b") for number, one in enumerate(names)] + [("u00", "v")]
    places, bands = banded(dict.fromkeys(dates, BOX), dates, dates, links, stage=STAGE)
    columns = sorted({places[one][0] for one in names})
    assert 1 < len(columns) < 5
    assert places["v"][0] > columns[-1]
    assert all(bands[0].left <= places[one][0] <= bands[0].right for one in (*names, "v"))
    older = [number for number in range(30) if number % 2]
    assert max((places[names[one]], one) for one in older)[0][0] <= min(
        places[names[one]][0] for one in range(2, 30, 2)
    )
    assert max(y for _, y in places.values()) - min(y for _, y in places.values()) <= STAGE[1]
