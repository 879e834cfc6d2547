"""What documents are called: by their title, and for want of one by their first words, never by data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.model.entities import Annotation, Entity
from graphkit.model.facts import DocumentDate, Fact, Holding, Publication, TextOf, cite
from graphkit.model.text import SectionKind
from graphkit.model.values import PartialDate
from graphkit.rdf.document_names import document_label, entity_label
from graphkit.settings import Settings
from tests.handmade import ENTITIES, annotation_at


def called(text: str, folder: Path, *, titled: bool) -> str:
    """Give the name of a document, its first line a title or not."""
    file = folder / "a.txt"
    file.write_text(text, encoding="utf-8")
    annotation = annotation_at(file, Settings())
    first, *rest = annotation.document.sections
    kind = SectionKind.TITLE if titled else SectionKind.BODY
    sections = (replace(first, kind=kind), *rest)
    document = annotation.document.model_copy(update={"sections": sections})
    return document_label(annotation.model_copy(update={"document": document}))


@pytest.mark.parametrize(
    "title",
    [
        "甲市林业局关于A站,B站,C站验收的通知",
        "“双减”：一年来的成效",
        "ISO14001认证办法",
        "关于转发《“十四五”规划》的通知",
    ],
)
def test_a_title_is_kept(tmp_path: Path, title: str) -> None:
    assert called(f"{title}\n各单位：\n", tmp_path, titled=True) == title


@pytest.mark.parametrize(
    "row",
    [
        "province,year,title,source_url",
        "“法规性质”:“命令”,",
        '"title": "办法"',
        "| 序号 | 名称 |",
        "id;name;day",
        "地点：三楼会议室",
        "出席人员：张三、李四",
    ],
)
def test_data_is_no_title(tmp_path: Path, row: str) -> None:
    assert called(f"{row}\n近日，甲市林业局召开会议。\n", tmp_path, titled=True) == "（无题）近日，甲市林业局召开会议。"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("标题,日期,正文\n甲局来信,2024-04-10,甲市林业局召开会议。\n", "表格：标题、日期、正文"),
        ('"序号"\t"单位"\t"情况"\n1\t甲局\t已传达\n', "表格：序号、单位、情况"),
        ("id,name,remark\n1,甲局,已传达\n", "表格：id、name、remark"),
        ("标题,日期,正文\n近日，甲市林业局召开会议。\n", "标题,日期,正文"),
        ("甲,乙,丙三县联合印发通知的情况说明\n甲县,乙县,丙县：\n", "甲,乙,丙三县联合印发通知的情况说明"),
    ],
)
def test_a_table_is_called_by_its_columns(tmp_path: Path, text: str, name: str) -> None:
    assert called(text, tmp_path, titled=True).replace("，", ",") == name


def test_first_words_are_few(tmp_path: Path) -> None:
    assert called(f"{'很长的句子' * 20}\n", tmp_path, titled=False) == f"（无题）{('很长的句子' * 5)[:24]}…"
    assert called("1\n\n2", tmp_path, titled=False) == "（无题）1"


def minutes(text: str, folder: Path, *facts: Fact) -> Annotation:
    """Give the annotation of a paper of an office whose text is a policy of the name of its first line."""
    file = folder / "a.txt"
    file.write_text(text, encoding="utf-8")
    bare = annotation_at(file, Settings())
    title = text.splitlines()[0]
    passage = cite(bare.document, 0, 2, rule="title", article=0)
    policy = Entity(id="policy", kind="Policy", key=("policy", title), label=title, names=(title,))
    own = TextOf(policy="policy", evidence=(passage,))
    return bare.model_copy(update={"entities": ENTITIES | {"policy": policy}, "facts": (own, *facts)})


def day(text: str) -> PartialDate:
    year, month, number = map(int, text.split("-"))
    return PartialDate(year=year, month=month, day=number)


def test_a_title_that_is_only_a_kind_is_told_apart_by_body_and_day(tmp_path: Path) -> None:
    bare = minutes("会议纪要\n", tmp_path)
    assert document_label(bare) == "会议纪要"
    passages = (cite(bare.document, 0, 2, rule="head", article=0),)
    issued = DocumentDate(date=day("2024-06-11"), evidence=passages)
    published = Publication(publisher="office", evidence=passages)
    assert document_label(minutes("会议纪要\n", tmp_path, published)) == "成都局会议纪要"
    dated = minutes("会议纪要\n", tmp_path, issued, published)
    assert document_label(dated) == "成都局会议纪要（2024年6月11日）"
    assert entity_label(dated, dated.entities["policy"]) == document_label(dated)
    held = Holding(meeting="meeting", on=day("2024-06-10"), by="home", evidence=passages)
    assert (
        document_label(minutes("会议纪要\n", tmp_path, issued, held)) == "甲省机关事务管理局会议纪要（2024年6月10日）"
    )


def test_a_title_of_its_own_is_kept_whatever_is_known_of_the_paper(tmp_path: Path) -> None:
    bare = minutes("林长制专题会议纪要\n", tmp_path)
    passages = (cite(bare.document, 0, 2, rule="head", article=0),)
    named = minutes("林长制专题会议纪要\n", tmp_path, Publication(publisher="office", evidence=passages))
    assert document_label(named) == entity_label(named, named.entities["policy"]) == "林长制专题会议纪要"


def test_a_kind_that_the_text_only_names_keeps_its_word(tmp_path: Path) -> None:
    bare = minutes("林长制专题会议纪要\n", tmp_path)
    other = Entity(id="other", kind="Policy", key=("policy", "通知"), label="通知", names=("通知",))
    assert entity_label(bare, other) == "通知"
