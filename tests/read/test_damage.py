"""Texts that were wrapped, spaced, recognised or typed carelessly say what they say undamaged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from random import Random
from unicodedata import normalize

import pytest

from graphkit.evaluate.form import gold_of
from graphkit.evaluate.listing import name_in
from graphkit.model.entities import Entity
from graphkit.normalise.breaks import wrap_width
from graphkit.normalise.variants import simplified, variants
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

NEWS = (
    "赣州市水利局传达学习全省水利工作会议精神\n"
    "6月3日上午，赣州市水利局召开党组（扩大）会议，传达学习全省水利工作会议精神，研究贯彻落实措施。局党组书记、局长周大海主持会议，"
    "副局长陈明远、林强、何小丽出席会议，市水文局局长王志平应邀参加。\n"
    "会议指出，要认真学习《江西省水库管理办法》和《江西省水利厅关于加强水库安全管理工作的通知》（赣水字〔2023〕5号），"
    "深入开展“清源”专项行动。会议要求，一是压实责任；二是排查隐患；三是加强值守。\n"
    "会上，南康区水利局、大余县水利局作了交流发言。近期，赣州市水利局印发《赣州市水库安全管理实施细则》，自7月1日起施行。\n"
)
NOTICE = (
    "江西省水利厅关于做好2023年全省水库安全度汛和防汛抢险救援工作的通知\n赣水防字〔2023〕7号\n"
    "各设区市水利局，赣江新区管委会，省直有关单位，厅属各单位，各大中型水库管理单位：\n"
    "为贯彻落实全省防汛抗旱工作电视电话会议精神，根据《中华人民共和国防洪法》《水库大坝安全管理条例》和"
    "《江西省人民政府关于进一步加强防汛工作的意见》（赣府发〔2021〕3号），现就有关事项通知如下：\n"
    "一、压实责任。各地要在6月底前完成全部小型水库隐患排查，由江西省水利厅负责督导，有关情况每周通报一次，逾期未报的予以通报批评。\n"
    "二、加强值守。汛期实行24小时值班，发现险情第一时间报告，不得迟报、漏报、瞒报，确保人民群众生命财产安全。\n"
    "江西省水利厅\n2023年5月6日\n"
)
TEXTS = {"news": NEWS, "notice": NOTICE}


def wrapped(text: str, width: int = 30) -> str:
    """Break all lines at a width, as prints and scans do; paragraphs are indented, titles are not."""
    lines = [f"　　{line}" if "，" in line and not line.endswith("：") else line for line in text.splitlines()]
    return "\n".join(line[at : at + width] for line in lines for at in range(0, len(line), width))


def spaced(text: str) -> str:
    """Put a space behind one character of thirty, as recognised scans have them."""
    random = Random(7)
    return "".join(c + (" " if c > "一" and random.random() < 1 / 30 else "") for c in text)


TRADITIONAL = {plain: written for written, plain in sorted(variants().items(), reverse=True)}
DAMAGES: dict[str, Callable[[str], str]] = {
    "wrapped": wrapped,
    "spaced": spaced,
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "points": lambda text: text.translate(str.maketrans("，。：；（）", ",.:;()")),
    "straight quotes": lambda text: text.replace("“", '"').replace("”", '"'),
    "tags": lambda text: "".join(f"<p>{line}</p>" for line in text.splitlines()),
    "entities": lambda text: text.replace("\n", "&nbsp;\n"),
    "keyboard marks": lambda text: text.replace("《", "<<").replace("》", ">>"),
    "traditional": lambda text: text.translate(TRADITIONAL),
    "full width": lambda text: text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"}),
}


def told_in(text: str) -> tuple[set[tuple[str, str]], set[tuple[str, str, str]]]:
    """Give the mentions and the facts, punctuation and widths as one."""

    def plain(words: str) -> str:
        words = simplified(normalize("NFKC", re.sub(r"\s", "", words)))
        return words.translate(str.maketrans("，。：；（）“”", ',.:;()""'))

    gold = gold_of(annotate(document_of(text)))
    facts = {(plain(name_in(gold, s)), p, plain(name_in(gold, o))) for s, p, o in gold.facts}
    return {(one.type, plain(one.text)) for one in gold.mentions}, facts


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("text", TEXTS)
def test_damage_takes_nothing_away(text: str, damage: str) -> None:
    mentions, facts = told_in(TEXTS[text])
    assert len(mentions) > 8
    assert len(facts) > 10
    assert told_in(DAMAGES[damage](TEXTS[text])) == (mentions, facts)


def test_names_stay_as_they_are_written_and_keys_are_simplified() -> None:
    plain, written = (annotate(document_of(text)) for text in (NEWS, NEWS.translate(TRADITIONAL)))
    (meeting,) = [one for one in written.entities.values() if "全省" in one.label and one.kind == "Meeting"]
    assert meeting.label == "全省水利工作会议".translate(TRADITIONAL)

    def keys_of(entities: Iterable[Entity]) -> set[tuple[str, ...]]:
        return {tuple(part for part in one.key if not re.fullmatch("[0-9a-f]{16}", part)) for one in entities}

    assert keys_of(written.entities.values()) == keys_of(plain.entities.values())


def test_only_wrapped_texts_have_a_width() -> None:
    assert wrap_width(wrapped(NEWS)) == 30
    assert wrap_width(NEWS) == 0
    assert wrap_width("\n".join("甲乙丙丁" * (number % 7 + 1) for number in range(40))) == 0
    assert wrap_width("") == 0
    assert wrap_width("短行\n" * 50) == 0


@pytest.mark.parametrize(
    "text", ["一.压实责任。二.加强值守。", "增长3.5个百分点。比上年高0.7。", "见www.gov.cn。详情另发。"]
)
def test_points_that_end_nothing_stay(text: str) -> None:
    assert document_of(text).matched == text
