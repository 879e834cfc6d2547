"""The place that a page speaks from where no issuer names it: its medium, its slogans, and what is no sign of it."""

from __future__ import annotations

import pytest

from graphkit.evaluate.form import gold_of
from graphkit.model.facts import Jurisdiction
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

NEWS = "1月5日下午，{body}召开专题会议，研究重点工作。\n"


def places_of(text: str, body: str) -> set[str]:
    """Give the names of the places that a body is stated to be of."""
    gold = gold_of(annotate(document_of(text)), with_implied=True)
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
        ("市水利局", "滦南县、乐亭县参加了会议，会后赴邓州市考察。", "唐山市"),
        ("市水利局", "拉萨市召开会议，城关区、堆龙德庆区参加。", "拉萨市"),
        ("市委", "黔江区各单位参加了会议。", "重庆市"),
        ("省水利厅", "（福建日报记者 周大海）", "福建省"),
        ("省水利厅", "以新作为推进福建水利工作再上台阶。", "福建省"),
        ("县水利局", "滦南网讯 会议在县委礼堂召开。", "滦南县"),
        ("县水利局", "供稿 滦南电视台", "滦南县"),
        ("县水利局", "更有利于服务滦南经济社会发展。", "滦南县"),
        ("市水利局", "为全面建成小康新邓州提供支撑。", "邓州市"),
        ("县水利局", "云上滦南讯 会议在县委礼堂召开。", "滦南县"),
        ("县水利局", "唐山日报滦南讯 会议在县委礼堂召开。", "滦南县"),
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
        ("县水利局", "与滦南县签订了协议。"),
        ("县水利局", "城关区、堆龙德庆区参加了会议。"),
        ("市水利局", "凉山州各单位参加了会议。"),
        ("市水利局", "黔东南州三穗县各乡镇参加了会议。"),
        ("省水利厅", "认真学习在福建考察时的重要讲话精神。"),
        ("省水利厅", "唐山大学水利研究所作了发言。"),
        ("县水利局", "接受滦南电视台采访。"),
        ("县公安局", "推动公安高质量发展。"),
        ("县水利局", "本网讯 会议在县委礼堂召开。"),
        ("水利局", "滦南县、全县各乡镇参加了会议。"),
    ],
)
def test_a_sign_of_another_level_or_of_no_place_tells_nothing(body: str, below: str) -> None:
    assert places_of(f"{NEWS.format(body=body)}{below}\n", body) == set()


def test_an_issuer_goes_before_signs() -> None:
    text = f"邓州市水利局简报\n\n{NEWS.format(body='市水利局')}来源：滦南发布\n"
    assert "滦南县" not in places_of(text, "市水利局")


def test_a_district_is_no_county_told_of_before_it() -> None:
    text = "关于设立区的批复\n同意设立泉州市泉港区。泉港区辖惠安县的山腰等5个镇，区人民政府驻山腰镇。\n"
    assert places_of(text, "区人民政府") == {"泉港区"}


def test_the_words_that_name_the_place_are_cited() -> None:
    text = "1月5日下午，县水利局召开会议。\n滦南县各乡镇参加了会议。\n"
    annotation = annotate(document_of(text))
    found = [fact for fact in annotation.facts if isinstance(fact, Jurisdiction)]
    assert [[text[span.start : span.end] for span in fact.evidence[0].relies_on] for fact in found] == [["滦南县"]]


def test_a_name_that_gives_its_place_relies_on_no_other_words() -> None:
    annotation = annotate(document_of("1月5日下午，滦南县水利局召开会议。\n"))
    found = [fact for fact in annotation.facts if isinstance(fact, Jurisdiction)]
    assert [fact.evidence[0].relies_on for fact in found] == [()]
