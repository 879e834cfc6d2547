"""The body that speaks and a word of kind in, the body that the word means out: 我部, 校党委, 集团."""

from __future__ import annotations

import re

from graphkit.resolve.compositions import Composition
from graphkit.resolve.names import CONCERN, GROUP

OFFICE = re.compile("(?:办公厅|办公室|秘书处|(?<=[府委])办)$")
"""What an office that speaks for its whole is called."""

# What 校 and 院 stand for: 校党委 of a university, 院党委 of a hospital.
_WHOLES = {
    "校": ("大学", "学院", "学校", "中学", "小学"),
    "院": ("学院", "医院", "法院", "检察院", "研究院", "科学院"),
}


def speaking(home: Composition, generic: str) -> Composition:
    """Give who says 我部: the home body, or the ministry whose general office it is."""
    parent = home.parent
    if parent is not None and OFFICE.search(home.name) and not fits(generic, home) and fits(generic, parent):
        return parent
    return home


def whole_called(generic: str, home: Composition) -> Composition | None:
    """Give the home body that a word of kind means, or what it is a part of (校党委, in an office paper)."""
    body: Composition | None = home
    while body is not None and not (fits(generic, body) or body.name.endswith(_WHOLES.get(generic, ()))):
        body = body.parent
    return body


def fits(generic: str, home: Composition) -> bool:
    """Tell whether the home body is of the kind that a word names (局 of 甲市水利局, 集团 of 甲集团有限公司)."""
    if generic in GROUP:
        return CONCERN.search(home.name) is not None
    return home.generic == generic or home.name.endswith(generic)
