"""Who publishes a page: the paper, site or body that its metadata name as the source."""

from __future__ import annotations

import pytest

from graphkit.evaluate.form import gold_of
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

SOURCES = ("青山日报", "青山新闻网", "中国水利报", "新华网", "河道管理科", "青山县水务局", "国网青山县供电公司")


def publishers(source: str) -> list[str]:
    text = f"县水务局开展防汛检查\n来源：{source} 发布时间：2024-05-06\n5月6日，县水务局开展防汛检查。\n"
    gold = gold_of(annotate(document_of(text)))
    return [name for s, p, o in gold.facts if p == "publisher" for name in gold.entities[o].names]


@pytest.mark.parametrize("source", SOURCES)
def test_the_source_of_a_page_publishes_it(source: str) -> None:
    assert source in publishers(source)


@pytest.mark.parametrize("source", ["本网", "原创", "网络", "县情简报", "李文明"])
def test_what_names_no_body_publishes_nothing(source: str) -> None:
    assert publishers(source) == []
