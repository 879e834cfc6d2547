"""What a summary of work tells as done, what it plans next, and what it lists as wrong."""

from __future__ import annotations

import pytest

from graphkit.evaluate.form import gold_of
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

SUMMARY = (
    "赣州市水利局2023年工作总结\n2023年，赣州市水利局取得积极成效。\n"
    "一、水利建设提速。完成投资12亿元。\n二、水质改善。\n"
)
PARTED = "赣州市水利局2023年工作总结和2024年工作计划\n一、2023年工作情况\n（一）水利建设提速。\n（二）水质改善。\n"
REPORT = (
    "赣州市水利局关于2023年节水情况的报告\n赣州市人民政府：\n现将节水情况报告如下：\n"
    "一、主要做法\n（一）水利建设提速。\n（二）水质改善。\n"
)
DONE = [("reportsAchievement", "1|水利建设提速"), ("reportsAchievement", "2|水质改善")]
NEXT = [("setsTask", "1|抓好水库建设"), ("setsTask", "2|抓好节水")]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (SUMMARY, DONE),
        (f"{SUMMARY}2024年工作打算\n一、抓好水库建设。\n二、抓好节水。\n", [*DONE, *NEXT]),
        (f"{PARTED}二、存在的问题\n（一）资金不足。\n（二）人员不足。\n", DONE),
        (f"{PARTED}三、2024年工作计划\n（一）抓好水库建设。\n（二）抓好节水。\n", [*DONE, *NEXT]),
        (f"{REPORT}二、下一步工作打算\n（一）抓好水库建设。\n（二）抓好节水。\n", [*DONE, *NEXT]),
        ("赣州市水利局简介\n赣州市水利局位于红旗大道。\n一、职责\n二、机构\n", []),
    ],
)
def test_a_summary_looks_back_and_ahead(text: str, points: list[tuple[str, str]]) -> None:
    gold = gold_of(annotate(document_of(text)), with_implied=True)
    assert sorted((p, o) for _, p, o in gold.facts if p in {"reportsAchievement", "setsTask"}) == sorted(points)
