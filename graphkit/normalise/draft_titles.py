"""The title of a draft in, that of the paper which it is to become out: 《某办法（征求意见稿）》."""

from __future__ import annotations

import re

_DRAFT = re.compile(
    r"(?:[（(](?:修[订正])?(?:公开)?(?:征求意见稿|送审稿|草案|讨论稿|审议稿|修改稿|初稿|代拟稿)[^（）()]{0,12}[)）])+$"
)


def without_draft_mark(title: str) -> str:
    """Give a title without the bracket that says that it is a draft."""
    return _DRAFT.sub("", title)


def is_draft_title(title: str) -> bool:
    """Tell whether a title is marked as that of a draft."""
    return _DRAFT.search(title) is not None
