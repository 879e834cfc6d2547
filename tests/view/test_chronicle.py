"""Dates as the text gives them become places on an axis; days elapsed are told only where both days are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.network import Edge, Network
from graphkit.terms import gk
from graphkit.view.chronicle import Chronicle, Event, chronicle_in, days_between, when_of
from graphkit.view.quotes import Passages
from graphkit.view.scene import NothingToShowError
from graphkit.view.sheets import SheetTooLargeError
from tests.handmade_network import ASKED, TOLD, made_of, node, small_network, text_of


def chronicle(network: Network, focus: str = "") -> Chronicle:
    return chronicle_in(network, Passages(network, text_of), focus=focus)


def event(found: Chronicle, label: str) -> Event:
    (one,) = [one for one in found.events if one.label == label]
    return one


@pytest.mark.parametrize(
    ("first", "last", "start", "end"),
    [
        ("2021-02-26", "", "2021-02-26", "2021-02-26"),
        ("2021-02-26", "2021-02-27", "2021-02-26", "2021-02-27"),
        ("2024-02", "", "2024-02-01", "2024-02-29"),
        ("2021", "", "2021-01-01", "2021-12-31"),
        ("", "", "", ""),
        ("去年", "", "", ""),
    ],
)
def test_a_date_stands_for_all_its_days(first: str, last: str, start: str, end: str) -> None:
    when = when_of(first, last)
    assert (when.start, when.end) == (start, end)


@pytest.mark.parametrize(
    ("target", "later", "days"),
    [
        (("2021-02-26", ""), ("2021-03-22", ""), 24),
        (("2021-02-26", "2021-02-27"), ("2021-03-01", ""), 2),
        (("2021-02-26", ""), ("2021-02-26", ""), 0),
        (("2021-02-26", ""), ("2021-03", ""), None),
        (("2021-02", ""), ("2021-03-22", ""), None),
        (("2021-02-26", ""), ("2021-02-25", ""), None),
        (("", ""), ("2021-03-22", ""), None),
        (("2021-02-26", ""), ("", ""), None),
    ],
)
def test_days_are_counted_between_known_days_only(
    target: tuple[str, str], later: tuple[str, str], days: int | None
) -> None:
    assert days_between(when_of(*target), when_of(*later)) == days


@pytest.mark.property
@given(st.dates(), st.integers(0, 4000))
def test_days_elapsed_are_those_of_the_calendar(start: object, more: int) -> None:
    from datetime import date, timedelta

    assert isinstance(start, date)
    try:
        later = start + timedelta(days=more)
    except OverflowError:
        return
    assert days_between(when_of(start.isoformat()), when_of(later.isoformat())) == more


def test_a_response_without_a_day_is_dated_by_the_document_that_reports_it() -> None:
    found = event(chronicle(small_network()), "甲局")
    assert (found.group, found.manner) == ("Response", "responded")
    assert (found.when.start, found.when.is_latest) == ("2021-03-22", True)
    assert [aim.days for aim in found.aims] == [24]


def test_what_is_only_demanded_is_no_response() -> None:
    assert "乙局" not in {one.label for one in chronicle(small_network()).events}


def test_a_response_with_a_day_of_its_own_keeps_it() -> None:
    network = small_network()
    nodes = [one for one in network.nodes.values() if one.iri != "r1"]
    nodes.append(node("r1", "Response", "甲局响应", notAfter="2021-03-02", notBefore="2021-03-02"))
    found = event(chronicle(made_of(nodes, list(network.edges))), "甲局")
    assert (found.when.start, found.when.is_latest, found.aims[0].days) == ("2021-03-02", False, 4)


def test_absences_and_groups_are_told_apart_from_responses() -> None:
    network = small_network()
    nodes = [*network.nodes.values(), node("c", "Agency", "丙局"), node("all", "AgencyGroup", "各局")]
    edges = [
        *network.edges,
        Edge("c", gk.didNotRespondTo, "m", (TOLD.iri,)),
        Edge("all", gk.conveys, "m", (TOLD.iri,)),
        Edge("c", gk.conveys, "m", (ASKED.iri,)),
    ]
    found = chronicle(made_of(nodes, edges))
    assert event(found, "丙局").manner == "absent"
    assert [aim.days for aim in event(found, "丙局").aims] == [None]
    assert event(found, "各局").manner == "collectively"


def test_events_stand_by_date_and_undated_ones_last() -> None:
    events = chronicle(small_network()).events
    starts = [one.when.start or "9999" for one in events]
    assert starts == sorted(starts)
    assert {one.label for one in events if not one.when.start} == {"子办法", "母法"}


def test_every_event_has_the_sentence_that_it_is_read_from() -> None:
    found = chronicle(small_network())
    assert event(found, "甲局").passages
    assert all(0 <= number < len(found.passages) for one in found.events for number in one.passages)


def test_a_focus_leaves_a_meeting_and_what_took_it_up() -> None:
    assert {one.label for one in chronicle(small_network(), "m").events} == {"全省工作会议", "甲局"}


def test_empty_and_too_large_ones_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NothingToShowError):
        chronicle(made_of([node("a", "Agency", "甲局")], []))
    monkeypatch.setattr("graphkit.view.chronicle.LIMIT", 1)
    with pytest.raises(SheetTooLargeError):
        chronicle(small_network())
