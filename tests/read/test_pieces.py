"""Bulletins without a list of contents: their pieces and columns are found by how they look."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model.entities import Annotation
from graphkit.model.facts import Response
from graphkit.model.text import SectionKind
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
HEAD = ("甲市水利局简报", "第3期", "甲市水利局办公室编2024年5月10日")
PROSE = "近日，这项工作在全市水利系统有序开展，各项任务都在月底前按期完成，群众反映良好。各县也报来了情况。"


def _bulletin(*lines: str) -> str:
    return "\n\n".join((*HEAD, *lines))


def _titles(text: str) -> list[tuple[str | None, str]]:
    return [(article.column, article.title) for article in document_of(text).articles]


@pytest.mark.parametrize("name", ["shaanxi-bulletin-2", "shaanxi-bulletin-3", "bulletin"])
def test_a_bulletin_says_the_same_without_its_list_of_contents(name: str) -> None:
    text = (SAMPLES / f"{name}.txt").read_text("utf-8")
    document = document_of(text)
    listed = [section for section in document.sections if section.kind is SectionKind.CONTENTS]
    first, last = document.raw_span(listed[0].start, listed[0].end), document.raw_span(listed[-1].start, listed[-1].end)
    bare = annotate(document_of(text[: first.start] + text[last.end :]))
    responses = _responses(annotate(document))
    assert responses
    assert _responses(bare) == responses


def test_columns_in_brackets_and_bare_hold_their_pieces() -> None:
    pieces = ("甲市水利局召开防汛工作会议", "乙县水利局抓好春灌供水工作", "丙区水利局推进河道清淤工作")
    text = _bulletin("【工作动态】", pieces[0], PROSE, "◇县区之窗◇", pieces[1], PROSE, pieces[2], PROSE)
    assert _titles(text) == [("工作动态", pieces[0]), ("县区之窗", pieces[1]), ("县区之窗", pieces[2])]


def test_a_list_of_contents_in_brackets_is_one() -> None:
    pieces = ("甲市水利局召开防汛工作会议", "春灌之后")
    text = _bulletin("【本期要目】", f"◎{pieces[0]}", f"◎{pieces[1]}", pieces[0], PROSE, pieces[1], PROSE)
    assert [title for _, title in _titles(text)] == list(pieces)


def test_a_column_whose_items_have_no_titles_is_a_piece_by_its_own_line() -> None:
    items = ("乙县水利局：加固堤防。", "丙区水利局：疏浚河道。")
    text = _bulletin("要闻", "甲市水利局召开防汛工作会议", PROSE, "基层动态", *items)
    assert _titles(text) == [("要闻", "甲市水利局召开防汛工作会议"), ("基层动态", "基层动态")]


def test_headings_inside_a_piece_are_no_pieces() -> None:
    title = "甲市水利局召开防汛工作会议"
    text = _bulletin(title, PROSE, "强化组织领导", PROSE, "一、压实各县责任", PROSE, "形成工作合力", PROSE)
    assert [found for _, found in _titles(text)] == [title]


def test_a_paper_with_addressees_is_no_collection() -> None:
    title = "关于全市水利工作会议精神落实情况的通报"
    assert _titles(_bulletin(title, "各县（区）人民政府：", PROSE)) == []


def _responses(annotation: Annotation) -> set[tuple[str, str, str | None]]:
    label = {name: entity.label for name, entity in annotation.entities.items()}
    facts = [fact for fact in annotation.facts if isinstance(fact, Response)]
    return {(label[fact.respondent], label[fact.target], fact.theme) for fact in facts}
