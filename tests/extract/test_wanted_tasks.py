"""Tasks that a meeting asks for by 要 without counting them; near misses ask for nothing."""

from __future__ import annotations

import pytest

from graphkit.model.facts import Modality, Point
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

HEAD = "水利要闻\n发布时间：2023-06-20  来源：云岭日报\n"
HELD = "6月3日，全市水利工作会议召开，副市长周大海出席会议并讲话。"


def wanted_in(text: str) -> list[tuple[str, str]]:
    """Give the owner's name and the heading of each task without a number."""
    annotation = annotate(document_of(f"{HEAD}{text}\n"))
    points = [fact for fact in annotation.facts if isinstance(fact, Point) and fact.evidence[0].rule == "wanted-task"]
    assert all(
        (one.point, one.ordinal, one.evidence[0].modality) == ("Task", None, Modality.DEMANDED) for one in points
    )
    return [(annotation.entities[one.owner].names[0], one.heading) for one in points]


@pytest.mark.parametrize(
    ("words", "headings"),
    [
        (
            "会议强调，要在6月底前抓好防汛备汛；要在7月底前加快工程建设；要在年底前加强河湖管护。",
            ["在6月底前抓好防汛备汛", "在7月底前加快工程建设", "在年底前加强河湖管护"],
        ),
        (
            "周大海要求，要在6月底前抓好防汛备汛，备足物资。要在7月底前加快工程建设。",
            ["在6月底前抓好防汛备汛", "在7月底前加快工程建设"],
        ),
        (
            "周大海指出，水利是基础。去年成绩来之不易。要在6月底前抓好防汛备汛。要在7月底前加快工程建设。",
            ["在6月底前抓好防汛备汛", "在7月底前加快工程建设"],
        ),
        (
            "副市长周大海强调，要在6月底前抓好防汛备汛。各有关部门要在7月底前加快工程建设。",
            ["在6月底前抓好防汛备汛", "各有关部门要在7月底前加快工程建设"],
        ),
        (
            "周大海指出，在肯定成绩的同时，也要看到不足。要在6月底前抓好防汛备汛。要在7月底前加快工程建设。",
            ["在6月底前抓好防汛备汛", "在7月底前加快工程建设"],
        ),
    ],
)
def test_parts_that_open_with_yao_are_tasks_of_the_meeting(words: str, headings: list[str]) -> None:
    assert wanted_in(HELD + words) == [("全市水利工作会议", heading) for heading in headings]


@pytest.mark.parametrize(
    "text",
    [
        f"{HELD}会议强调，要在6月底前抓好防汛备汛。",  # one alone
        f"{HELD}会议强调，要抓好防汛备汛；要加快工程建设。",  # nobody's, at no time
        f"{HELD}会议强调，一要在6月底前抓好防汛备汛；二要在7月底前加快工程建设。",  # counted: points
        f"{HELD}会议指出，水利是经济社会发展的重要基础；重要的是补齐短板；主要任务是防汛。",
        f"{HELD}会议指出，水利是基础。会议还听取了供水工作汇报。要在6月底前抓好防汛备汛。要在7月底前加快工程建设。",
        f"{HELD}会后，县长李明华强调，要在6月底前抓好防汛备汛；要在7月底前加快工程建设。",
        "6月3日，全省水利电视电话会议召开。省会议结束后，我县立即召开续会。周大海要求，要抓好防汛；要加快建设。",
        "副市长周大海到云岭县调研，他强调，要在6月底前抓好防汛备汛；要在7月底前加快工程建设。",
        "云岭县水利局局长周大海表示，要在6月底前抓好防汛备汛；要在7月底前加快工程建设。",
    ],
)
def test_nothing_is_wanted_by_a_meeting_here(text: str) -> None:
    assert wanted_in(text) == []


def test_the_meeting_held_last_wants_what_is_said_at_it() -> None:
    text = (
        "6月3日，全省水利工作会议召开。会后，云岭市水利局召开党组会议，传达学习会议精神。"
        "会议要求，要在6月底前抓好防汛备汛；要在7月底前加快工程建设。"
    )
    assert {owner for owner, _ in wanted_in(text)} == {"云岭市水利局党组会议"}
