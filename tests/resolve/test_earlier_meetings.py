"""Which earlier meetings one may be: all of a paper's, of a yearbook's thousands those so called and the last ones."""

from __future__ import annotations

from graphkit.extract.scene import Draft
from graphkit.resolve.earlier_meetings import EarlierMeetings


def told(count: int) -> EarlierMeetings:
    meetings = EarlierMeetings()
    for number in range(count):
        meetings.call(Draft(f"e{number}", "Meeting", [f"第{number}次会议"]), [f"{number}次会议"])
    return meetings


def test_all_meetings_of_a_paper_may_be_meant() -> None:
    meetings = told(150)
    assert list(meetings.that_may_be(["会议"])) == meetings.all


def test_of_thousands_those_so_called_and_the_last_ones_may_be_meant() -> None:
    meetings = told(5000)
    meetings.call(meetings.all[7], ["工作会议"])
    found = list(meetings.that_may_be(["工作会议", "3次会议"]))
    assert [one.id for one in found[:2]] == ["e7", "e3"]
    assert len(found) < 300
    assert found[-1].id == "e4999"


def test_a_meeting_is_called_by_each_of_its_names() -> None:
    meetings = told(2)
    meetings.call(meetings.all[0], ["工作会议"])
    assert meetings.is_called(meetings.all[0], ["工作会议"])
    assert not meetings.is_called(meetings.all[1], ["工作会议"])
    assert len(meetings.all) == 2
