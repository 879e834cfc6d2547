"""What documents are called: by their title, and for want of one by their first words, never by data."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model.text import SectionKind
from graphkit.rdf.things import document_label
from graphkit.settings import Settings
from tests.handmade import annotation_at


def called(text: str, folder: Path, *, titled: bool) -> str:
    """Give the name of a document, its first line a title or not."""
    file = folder / "a.txt"
    file.write_text(text, encoding="utf-8")
    annotation = annotation_at(file, Settings())
    first, *rest = annotation.document.sections
    kind = SectionKind.TITLE if titled else SectionKind.BODY
    sections = (first.model_copy(update={"kind": kind}), *rest)
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
    "row", ["province,year,title,source_url", "“法规性质”:“命令”,", '"title": "办法"', "| 序号 | 名称 |", "id;name;day"]
)
def test_data_is_no_title(tmp_path: Path, row: str) -> None:
    assert called(f"{row}\n近日，甲市林业局召开会议。\n", tmp_path, titled=True) == "（无题）近日，甲市林业局召开会议。"


def test_first_words_are_few(tmp_path: Path) -> None:
    assert called(f"{'很长的句子' * 20}\n", tmp_path, titled=False) == f"（无题）{('很长的句子' * 5)[:24]}…"
    assert called("1\n\n2", tmp_path, titled=False).startswith("（无题）")
