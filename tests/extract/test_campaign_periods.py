"""From when to when a drive runs, as its sentence or a field of its notice says; near misses say nothing."""

from __future__ import annotations

import pytest

from graphkit.model.facts import Period
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

HEAD = "工作动态\n发布时间：2023-06-20  来源：云岭日报\n"
NOTICE = "关于开展安全生产大检查专项行动的通知\n各乡镇人民政府：\n{}\n南岭县人民政府办公室\n2023年5月20日\n"


def periods_in(text: str) -> list[tuple[str, str | None, str | None]]:
    """Give the name of each drive with the two ends of its period."""
    annotation = annotate(document_of(text))
    return [
        (
            annotation.entities[fact.campaign].names[0],
            fact.start.iso if fact.start is not None else None,
            fact.end.iso if fact.end is not None else None,
        )
        for fact in annotation.facts
        if isinstance(fact, Period)
    ]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("从6月1日起至9月30日，南岭县教育局在全县开展“护苗”专项行动。", "2023-06-01", "2023-09-30"),
        ("2023年3月起至11月底，南岭县教育局组织开展“护苗”专项行动。", "2023-03", "2023-11"),
        ("南岭县教育局开展“护苗”专项行动，自2023年9月开始，持续到明年2月。", "2023-09", "2024-02"),
        ("据了解，“护苗”专项行动将持续到10月底，包括三个环节。", None, "2023-10"),
        ("南岭县教育局决定从即日起至12月底开展“护苗”专项行动。", None, "2023-12"),
    ],
)
def test_a_drive_runs_from_then_to_then(words: str, start: str | None, end: str) -> None:
    assert [ends for _, *ends in periods_in(f"{HEAD}{words}\n")] == [[start, end]]


def test_a_field_of_a_notice_says_when_its_drive_runs() -> None:
    text = NOTICE.format(
        "县政府决定开展安全生产大检查专项行动。\n一、行动时间：2023年6月至9月\n二、行动内容\n检查各类场所。"
    )
    assert periods_in(text) == [("安全生产大检查专项行动", "2023-06", "2023-09")]


@pytest.mark.parametrize(
    "words",
    [
        "1月至6月，南岭县教育局开展“护苗”专项行动，查处案件12起。",  # what it brought in these months
        "“护苗”专项行动开展以来，从1月起至6月，南岭县教育局累计排查学校120所。",
        "南岭县教育局从6月1日起至9月30日放假。",
        "南岭县教育局开展“护苗”专项行动和“清风”专项行动，从6月1日起至9月30日。",  # of which of the two
        "南岭县教育局从9月1日起至6月30日开展“护苗”专项行动。",  # ends before it begins
    ],
)
def test_no_period_is_told_here(words: str) -> None:
    assert periods_in(f"{HEAD}{words}\n") == []
