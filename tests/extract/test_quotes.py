"""What a reading cites: whole brackets, each fact once for its words, the text before the title that sums it up."""

from __future__ import annotations

from itertools import pairwise

import pytest

from graphkit.extract.quotes import with_brackets
from graphkit.model.facts import Attendance, Interval, Issuance, Response
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

NEWS = (
    "甲县水利局传达学习全省水利工作会议精神\n\n"
    "2024年3月6日，甲县水利局召开党组会议，传达学习全省水利工作会议精神。会议要求抓紧落实。\n"
)


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("印发《甲办法》，现印发给你们", "甲办法》，现印发", "《甲办法》，现印发"),
        ("局里印发《甲办法》。", "印发《甲办法", "印发《甲办法》"),
        ("（试行）》同时废止", "（试行）", "（试行）"),
        ("《甲办法（试行）》", "甲办法（试行", "甲办法（试行）"),
        ("甲办法》施行", "甲办法》施行", "甲办法》施行"),
        ("《甲》《乙》施行", "乙》施行", "《乙》施行"),
        ("《甲》和《乙》", "甲》和《乙", "《甲》和《乙》"),
    ],
)
def test_a_quote_takes_in_the_other_half_of_a_bracket(text: str, words: str, whole: str) -> None:
    start = text.index(words)
    first, last = with_brackets(text, start, start + len(words))
    assert text[first:last] == whole


def test_a_response_in_a_title_is_that_of_the_text_below_and_keeps_its_day() -> None:
    annotation = annotate(document_of(NEWS))
    responses = [fact for fact in annotation.facts if isinstance(fact, Response)]
    assert [one.evidence[0].quote for one in responses] == ["甲县水利局召开党组会议，传达学习全省水利工作会议"]
    days = [fact for fact in annotation.facts if isinstance(fact, Interval) and fact.thing == responses[0].id]
    assert [str(day.not_before.iso) for day in days if day.not_before is not None] == ["2024-03-06"]


def test_a_response_that_only_the_title_tells_stays() -> None:
    annotation = annotate(document_of("甲县水利局传达学习全省水利工作会议精神\n\n2024年3月6日，天气晴好。\n"))
    responses = [fact for fact in annotation.facts if isinstance(fact, Response)]
    assert [one.evidence[0].quote for one in responses] == ["甲县水利局传达学习全省水利工作会议"]


def test_words_that_two_rules_read_are_one_reading() -> None:
    head = "甲县水利局关于印发《甲县河道管理办法》的通知\n各镇人民政府：\n"
    text = f"{head}现将《甲县河道管理办法》印发给你们，请遵照执行。\n甲县水利局\n2024年3月6日\n"
    issued = [fact for fact in annotate(document_of(text)).facts if isinstance(fact, Issuance)]
    spans = sorted((one.policy, one.issuer, one.evidence[0].span.start, one.evidence[0].span.end) for one in issued)
    for one, other in pairwise(spans):
        assert one[:2] != other[:2] or one[3] <= other[2]


def test_a_quote_does_not_end_within_a_word() -> None:
    text = "甲市水利局学习王某同志在全省水利工作会议上的重要讲话，抓好落实。\n"
    spoken = [fact for fact in annotate(document_of(text)).facts if isinstance(fact, Attendance)]
    assert [one.evidence[0].quote for one in spoken] == ["王某同志在全省水利工作会议上的重要讲话"]
