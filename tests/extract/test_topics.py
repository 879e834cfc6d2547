"""Topics of a hundred tasks, judged by reading each (topics_judged.tsv): how many of those given are right."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graphkit.extract.lexicon import SHIPPED
from graphkit.extract.topics import topics_of
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate
from tests.material import SHARED

JUDGED = Path(__file__).with_name("topics_judged.tsv")
LEAST = 0.85


def topics_given(document: str) -> set[tuple[str, str]]:
    """Give (heading, topic) of each task of a document."""
    folder = "gold" if document.startswith("sichuan") else "corpus"
    text = (SHARED / folder / f"{document}.txt").read_text("utf-8")
    points = (fact for fact in annotate(document_of(text)).facts if fact.kind == "point")
    return {(point.heading, sign.topic) for point in points for sign in point.topics}


@pytest.mark.skipif(not SHARED.exists(), reason="../shared has the judged documents")
def test_of_a_hundred_judged_tasks_most_topics_are_right() -> None:
    with JUDGED.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    verdicts = {(row["document"], row["heading"], row["topic"]): row["verdict"] for row in rows}
    tasks = {(row["document"], row["heading"]) for row in rows}
    given = {
        (document, heading, topic)
        for document in {row["document"] for row in rows}
        for heading, topic in topics_given(document)
        if (document, heading) in tasks
    }
    right = sum(verdicts.get(one) == "right" for one in given)
    assert len(tasks) >= 95
    assert right / len(given) >= LEAST


@pytest.mark.parametrize(
    ("heading", "text", "topics"),
    [
        ("强化公务用车管理", "强化公务用车管理。", {"公务用车"}),
        ("健全机制", "健全机制，由住房城乡建设厅、公安机关会同税务部门负责。", set()),
        ("健全机制", "健全机制，运用信息化手段加强监督。", set()),
        ("健全机制", "健全机制，推进信息化建设。", {"信息化"}),
        ("加强领导", "加强领导。" + "各部门要密切配合。" * 10 + "做好档案管理。", set()),
    ],
)
def test_who_acts_and_by_what_means_is_no_topic(heading: str, text: str, topics: set[str]) -> None:
    assert {sign.topic for sign in topics_of(heading, text, SHIPPED)} == topics
