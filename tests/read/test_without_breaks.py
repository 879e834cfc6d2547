"""A notice pasted or scanned as one line says what it says with its line breaks."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from graphkit.evaluate.form import gold_of
from graphkit.evaluate.listing import name_in
from graphkit.read import document_of
from graphkit.read.segment import breaks_in
from graphkit.resolve.annotate import annotate
from tests.material import material

BODY = (
    "为做好全省水库防汛工作，根据《中华人民共和国防洪法》和《国务院关于加强防汛工作的通知》（国发〔2021〕3号）精神，现就有关事项通知如下：\n"
    "一、压实责任。各地要在6月底前完成水库隐患排查，省水利厅负责督导，有关情况每周通报一次，逾期未报的予以通报批评。\n"
    "二、加强值守。汛期实行24小时值班，发现险情第一时间报告，不得迟报、漏报、瞒报，确保人民群众生命财产安全。\n"
)
TITLE = "江西省水利厅关于做好2023年水库防汛工作的通知\n"
NUMBER = "赣水防字〔2023〕7号\n"
TO = "各设区市水利局，赣江新区管委会，省直有关单位：\n"
SIGNED = "江西省水利厅\n2023年5月6日\n"
MEASURE = (
    "各县（市、区）人民政府，省政府各部门：\n《江西省水库管理办法》已经省政府第12次常务会议审议通过，现印发给你们，请认真贯彻执行。\n"
    "江西省人民政府\n2023年5月6日\n（此件公开发布）\n江西省水库管理办法\n第一章总则\n"
    "第一条为加强水库管理，保障水库安全运行，根据《中华人民共和国水法》等法律法规，结合本省实际，制定本办法。\n"
    "第二条本省行政区域内水库的建设、运行、管理和保护，适用本办法；法律、法规另有规定的，从其规定。\n第三条本办法自2023年7月1日起施行。\n"
)
NOTICES = {
    "title, number": TITLE + NUMBER + TO + BODY + SIGNED,
    "number, title": NUMBER + TITLE + TO + BODY + SIGNED,
    "red head": "江西省水利厅文件\n" + NUMBER + TITLE + TO + BODY + SIGNED,
    "title, bracketed number": TITLE + f"（{NUMBER.strip()}）\n" + TO + BODY + SIGNED,
    "addressees first": MEASURE,
    "annex": TITLE + NUMBER + TO + BODY + "附件：2023年水库防汛工作任务清单\n" + SIGNED,
}
LEFT_OUT = {"jurisdiction", "setsTask"}
"""What rests on lines of their own: parts of bodies, and tasks of an annex known by its title."""
CORPUS = ("056_forestry_05.txt", "083_odkg_arch_62.txt", "093_odkg_arch_42.txt")


def told_in(text: str) -> tuple[set[tuple[str, str]], set[tuple[str, str, str]]]:
    """Give the mentions, without white space, and the facts."""
    gold = gold_of(annotate(document_of(text)))
    mentions = {(one.type, re.sub(r"\s", "", one.text)) for one in gold.mentions}
    facts = {(name_in(gold, s), p, name_in(gold, o)) for s, p, o in gold.facts if p not in LEFT_OUT}
    return mentions, facts


def one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", "", text).replace("：", ":")


@pytest.mark.parametrize("text", NOTICES.values(), ids=NOTICES)
def test_a_notice_of_one_line_tells_the_same(text: str) -> None:
    mentions, facts = told_in(text)
    assert {p for _, p, _ in facts} >= {"publisher", "sentTo", "issues", "documentDate"}
    assert told_in(one_line(text)) == (mentions, facts)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (NUMBER + TITLE + TO, [NUMBER, TITLE, TO]),
        (TITLE + NUMBER + TO, [TITLE, NUMBER, TO]),
        (TITLE + "江西省水利厅：\n", [TITLE, "江西省水利厅："]),
        ("首页>政务公开>正文" + TITLE + NUMBER + TO, ["首页>政务公开>正文", TITLE, NUMBER, TO]),
        (
            "发布时间：2023-05-08 09:28来源：厅办公室" + TITLE + TITLE + TO,
            [None, TITLE, TO],
        ),
        ("特此通告。江西省水利厅2023年5月6日", ["特此通告。", "江西省水利厅", "2023年5月6日"]),
        ("江西省水利厅2023年5月6日（此件公开发布）", ["江西省水利厅", "2023年5月6日", "（此件公开发布）"]),
        ("赣州市水利局关于禁止夜间采砂的通告为保护河道，现通告如下：", ["赣州市水利局关于禁止夜间采砂的通告", None]),
        ("省水利厅关于水库防汛的通知要求，各地要做好以下工作：", [None]),
        ("根据省政府关于水库防汛的决定，江西省水利厅2023年5月6日召开会议部署。", [None]),
    ],
)
def test_a_shorter_line_breaks_between_the_parts_of_a_head(line: str, parts: list[str | None]) -> None:
    line = one_line(line).replace(":", "：").replace("09：28", "09:28")
    cuts = [0, *breaks_in(line), len(line)]
    cut = [line[start:end] for start, end in pairwise(cuts)]
    wanted = [part.strip() if part is not None else None for part in parts]
    assert len(cut) == len(wanted)
    assert [(a, b) for a, b in zip(cut, wanted, strict=True) if b is not None and a != b] == []


def test_the_bar_of_a_page_parts_title_and_text() -> None:
    title, bar = "江西省水利厅召开水库防汛会议", "信息来源：厅办公室发布时间：2023-05-08 09:28浏览次数："
    line = title + bar + "5月6日，江西省水利厅召开水库防汛会议，部署全省水库防汛工作。" * 4
    assert list(breaks_in(line)) == [len(title), len(title + bar)]


@pytest.mark.parametrize("name", CORPUS)
def test_documents_of_the_corpus_lose_nothing_with_their_line_breaks(name: str) -> None:
    text = (material("corpus") / name).read_text("utf-8")
    mentions, facts = told_in(text)
    joined_mentions, joined_facts = told_in(one_line(text))
    assert len(facts) > 10
    assert facts - joined_facts == set()
    assert mentions - joined_mentions == set()


@pytest.mark.parametrize(
    "line",
    [
        "龙岩市林业局2022年5月26日召开会议，部署春季造林工作。" * 12,
        "会议指出，要抓好春耕。江西省水利厅2023年5月6日印发通知，要求各地加强值守。" * 8,
        "全省各级各部门要提高认识，加强领导，密切配合，形成合力，抓好落实。" * 12,
    ],
)
def test_long_paragraphs_of_prose_stay_whole(line: str) -> None:
    assert list(breaks_in(line)) == []


def test_a_hostile_line_is_cut_in_time() -> None:
    for piece in ("关于对转发印发的", "各省、各市，", "（一）1.2.3.", "【文号】", "局2023年5月6日", "关于的通知"):
        line = piece * (100_000 // len(piece))
        assert all(0 < cut < len(line) for cut in breaks_in(line))
