"""When undated meetings and responses can have taken place: between the days that the text and its date settle."""

from __future__ import annotations

import pytest

from graphkit.model.entities import Annotation
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

HEAD = "工作动态\n发布时间：2023-06-20  来源：江西日报\n"
MEETING = "6月3日，江西省水利厅召开全省水利工作会议。"


def intervals_in(text: str) -> dict[str, tuple[str | None, str | None]]:
    annotation = annotate(document_of(f"{HEAD}{text}\n"))
    return {
        _name(annotation, fact.thing): (
            fact.not_before.iso if fact.not_before else None,
            fact.not_after.iso if fact.not_after else None,
        )
        for fact in annotation.facts
        if fact.kind == "interval"
    }


def _name(annotation: Annotation, thing: str) -> str:
    if thing in annotation.entities:
        return annotation.entities[thing].label
    response = next(fact for fact in annotation.facts if fact.kind == "response" and fact.id == thing)
    return annotation.entities[response.respondent].label


@pytest.mark.parametrize(
    ("text", "thing", "between"),
    [
        ("近日，赣州市水利局召开党组会议，研究防汛工作。", "赣州市水利局党组会议", (None, "2023-06-20")),
        (
            f"{MEETING}6月8日，赣州市水利局召开党组会议，传达学习全省水利工作会议精神。",
            "赣州市水利局",
            ("2023-06-08", "2023-06-08"),
        ),
    ],
)
def test_what_the_text_leaves_open_lies_between_the_days_it_settles(
    text: str, thing: str, between: tuple[str | None, str | None]
) -> None:
    assert intervals_in(text)[thing] == between


@pytest.mark.parametrize(
    "text",
    [
        MEETING,
        f"{MEETING}赣县区水利局认真传达学习全省水利工作会议精神。",
        "下一步，赣县区水利局将认真传达学习全省水利工作会议精神。",
        "赣县区水利局尚未传达学习全省水利工作会议精神。",
    ],
)
def test_what_is_dated_or_not_done_or_follows_from_both_dates_has_no_interval(text: str) -> None:
    assert intervals_in(text) == {}
