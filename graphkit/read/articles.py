"""Paragraphs of a bulletin with their kinds in, its articles out; what titles of pieces and columns look like."""

from __future__ import annotations

import re
from typing import NamedTuple

from graphkit.model.text import Article, SectionKind

BULLET = re.compile(r"[-•●◆■★▲·*◎○◇☆□△▶]")
COLUMN_LIMIT = 12
_WRAPPED_COLUMN = re.compile("[【〖\\[◇◆★●■※☆□]+[^【】〖〗\\[\\]。，；：]{2,14}[】〗\\]◇◆★●■※☆□]+$")
_NAMED_COLUMN = re.compile(
    "(?:[一-鿿]{2,6}(?:动态|要闻|之窗|交流|速递|简讯|传真|聚焦|关注|专栏|信息|快讯|播报|经验|荟萃)|"
    "(?:工作|基层|市县|县区|区县|各地|部门|领导|综合|重要|经验|一线)(?:动态|要闻|交流|简讯|信息|活动|关注|做法)|要闻|简讯|动态|综合)$"
)
# What a piece is called: a body and what it does, all bodies of a kind, a paper or a meeting.
_PIECE_TITLE = re.compile(
    "[^。；]{0,14}?[省市县区州旗盟镇乡局厅委院办部会社校队所站](?!和|与|的|关系|内|外|场|员)[^。；]{4,}|各[市县地区州单部级][^。；]{4,}|"
    "[^。；]*《[^《》]{4,}》[^。；]*|[^。；]*(?:会议|大会|座谈会|推进会|调度会|现场会)[^。；]*"
)
_PIECE_LENGTHS = range(9, 61)
_PAPER = re.compile("关于[^，。；]{4,60}的[一-鿿]{0,4}(?:通报|通知|意见|决定)$")


class Paragraph(NamedTuple):
    """One paragraph of the matched text."""

    start: int
    end: int
    text: str


def is_column(text: str) -> bool:
    """Tell whether a line that stands alone names a column: 基层动态, 【县区动态】, ◇要闻◇."""
    return len(text) <= COLUMN_LIMIT and (_WRAPPED_COLUMN.match(text) or _NAMED_COLUMN.match(text)) is not None


def is_paper_alone(titles: list[Paragraph]) -> bool:
    """Tell whether an issue holds one piece alone that is a paper by its title (督查通报 第3期 / 关于…的督查通报)."""
    return len(titles) == 1 and _PAPER.match(titles[0].text) is not None


def is_piece_title(text: str) -> bool:
    """Tell whether a line over prose is the title of a piece rather than a heading inside one."""
    return len(text) in _PIECE_LENGTHS and _PIECE_TITLE.fullmatch(text) is not None


def articles_of(paragraphs: list[Paragraph], kinds: list[SectionKind], columns: dict[int, str]) -> tuple[Article, ...]:
    """Cut a bulletin into articles at its titles, and at a column whose items have none of their own."""
    untitled = _untitled(paragraphs, kinds)
    starts: list[tuple[int, Paragraph, str | None]] = []
    column: str | None = None
    for index, kind in enumerate(kinds):
        if kind is SectionKind.COLUMN:
            column = columns[index]
            following = kinds[index + 1] if index + 1 < len(kinds) else SectionKind.FOOTER
            if following is not SectionKind.TITLE and column in untitled:
                starts.append((index, untitled[column], column))
        elif kind is SectionKind.TITLE:
            starts.append((index, paragraphs[index], column))
    foot = next((p.start for p, k in zip(paragraphs, kinds, strict=True) if k is SectionKind.FOOTER), None)
    end = foot if foot is not None else (paragraphs[-1].end if paragraphs else 0)
    found: list[Article] = []
    for order, (index, title, in_column) in enumerate(starts, 1):
        until = paragraphs[starts[order][0]].start if order < len(starts) else end
        start = title.start + len(title.text) - len(BULLET.sub("", title.text, count=1))
        found.append(
            Article(
                order=order,
                title=title.text[start - title.start :],
                title_start=start,
                title_end=title.end,
                start=paragraphs[index].start,
                end=until,
                column=in_column,
            )
        )
    return tuple(found)


def _untitled(paragraphs: list[Paragraph], kinds: list[SectionKind]) -> dict[str, Paragraph]:
    """Map each column whose items have no title line to what it is titled by.

    That is the only item that the contents list for it and that is no title in the body; without a list, the column's
    own line.
    """
    if SectionKind.CONTENTS not in kinds:
        return {column_name(p.text): p for p, k in zip(paragraphs, kinds, strict=True) if k is SectionKind.COLUMN}
    titles = {without_marks(p.text) for p, k in zip(paragraphs, kinds, strict=True) if k is SectionKind.TITLE}
    column = None
    items: dict[str, list[Paragraph]] = {}
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        if kind is not SectionKind.CONTENTS:
            continue
        if BULLET.match(paragraph.text):
            if column is not None and without_marks(paragraph.text) not in titles:
                items.setdefault(column, []).append(paragraph)
        else:
            column = paragraph.text
    return {name: found[0] for name, found in items.items() if len(found) == 1}


def column_name(text: str) -> str:
    """Give what a line that names a column calls it, without its brackets."""
    return text.strip("【】〖〗[]◇◆★●■※☆□")


def without_marks(text: str) -> str:
    """Drop bullets and page leaders, so that a contents line equals its title."""
    return re.sub(r"^[-•●◆■★▲·*◎○◇☆□△▶]+|[.…·]*\d*$", "", text)
