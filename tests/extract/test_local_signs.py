"""The place that a page speaks from where no issuer names it: its medium, its slogans, and what is no sign of it."""

from __future__ import annotations

import pytest

from graphkit.evaluate.form import gold_of
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

NEWS = "1月5日下午，{body}召开专题会议，研究重点工作。\n"


def places_of(text: str, body: str) -> set[str]:
    """Give the names of the places that a body is stated to be of."""
    gold = gold_of(annotate(document_of(text)))
    names = {key: entity.names for key, entity in gold.entities.items()}
    return {
        name
        for s, p, o in gold.facts
        if p == "jurisdiction" and body in names.get(s, ())
        for name in names.get(o, (o,))
    }


@pytest.mark.parametrize(
    ("body", "below", "place"),
    [
        ("县卫健局", "来源：健康滦南", "滦南县"),
        ("县水利局", "来源：滦南县融媒体中心 编辑：某某", "滦南县"),
        ("区司法局", "来源：武进新闻", "武进区"),
        ("区司法局", "努力建设更高水平的平安武进、法治武进。", "武进区"),
        ("市水利局", "来源：邓州发布", "邓州市"),
        ("县水利局", "滦南县各乡镇参加了会议。", "滦南县"),
        ("市水利局", "滦南县、乐亭县参加了会议。", "唐山市"),
    ],
)
def test_a_medium_or_a_slogan_tells_whose_bodies_speak(body: str, below: str, place: str) -> None:
    assert place in places_of(f"{NEWS.format(body=body)}{below}\n", body)


@pytest.mark.parametrize(
    ("body", "below"),
    [
        ("县卫健局", "来源：健康武进"),
        ("县卫健局", "来源：健康时报"),
        ("县卫健局", "为建设平安中国作出贡献。"),
        ("县水利局", "来源：网络整理"),
        ("县水利局", "会后赴滦南县考察。"),
        ("市水利局", "滦南县、邓州市参加了会议。"),
    ],
)
def test_a_sign_of_another_level_or_of_no_place_tells_nothing(body: str, below: str) -> None:
    assert places_of(f"{NEWS.format(body=body)}{below}\n", body) == set()


def test_an_issuer_goes_before_signs() -> None:
    text = f"邓州市水利局简报\n\n{NEWS.format(body='市水利局')}来源：滦南发布\n"
    assert "滦南县" not in places_of(text, "市水利局")
