"""What kind of document a layout tells of."""

from __future__ import annotations

import pytest

from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

BODY = "2026年8月3日，市政府召开专题会议，研究供水工作。会议议定以下事项：\n一、市水务局要加快管网改造。\n"


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("甲市人民政府专题会议纪要\n第22期\n" + BODY, "Minutes"),
        ("甲市人民政府专题会议纪要\n〔2026〕22号\n" + BODY, "Minutes"),
        ("供水工作简报\n第22期\n甲市水务局办公室  2026年8月5日\n市政府专题会议纪要印发\n" + BODY, "Bulletin"),
        ("甲市水务局关于供水工作的通知\n甲水发〔2026〕3号\n各县水务局：\n" + BODY, "Notice"),
    ],
)
def test_minutes_with_an_issue_are_no_bulletin(text: str, genre: str) -> None:
    assert annotate(document_of(text)).genre == genre


def test_the_red_head_of_minutes_names_their_series() -> None:
    document = annotate(document_of("甲市人民政府专题会议纪要\n第22期\n甲市人民政府办公室  2026年8月5日\n" + BODY))
    assert "甲市人民政府专题会议纪要" in document.document_key
