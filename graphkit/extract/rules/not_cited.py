"""A policy that a sentence names in, whether it is what the document deals with and not cited out."""

from __future__ import annotations

import re

from graphkit.extract.context import main_policy
from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

_DRAFT = re.compile("(?:草案|征求意见稿|送审稿|讨论稿)$")
_DRAFT_MARK = re.compile("》?[（(](?:[^（）()]{0,8})(?:草案|征求意见稿|送审稿|讨论稿)[^（）()]{0,8}[）)]")
# What a sentence tells is done with it: 甲乙两局下发了《…》, 原则同意修订后的《…》, 将附件《…》中的….
_DEALT_WITH = re.compile("(?:(?:印发|下发|出台|制定|发布|公布|通过)了|同意(?:修[订改]后的)?|附件)《?$")
_MADE_KNOWN = re.compile("》?[^。；《》]{0,160}(?:通过|批准|同意)，现(?:予)?以?(?:公布|发布|颁布|印发|下达)")
# The number of a title that stands without 《》: 一、某省信访规定（省政府令第1号）.
_TITLE_BEFORE = re.compile(
    "^\\s*(?:[一二三四五六七八九十]+、|[0-9]+[.．、])[^《》，。；]{2,60}(?:规定|办法|条例|细则|通知|意见|决定|规则|方案|制度)[（(]$"
)
_MARKS = re.compile("[《》〈〉<>“”\\s]")


def is_dealt_with(scene: Scene, policy: Mention, before: str, after: str) -> bool:
    """Tell whether a document names a policy as what it decides on, makes known or puts to discussion."""
    if _DRAFT.search(policy.surface) or _DRAFT_MARK.search(policy.surface) or _DRAFT_MARK.match(after):
        return True
    if _DEALT_WITH.search(before) or _MADE_KNOWN.match(after):
        return True
    if policy.rule != "document-number":
        return False
    own = main_policy(scene, 0)
    line = scene.text[scene.text.rfind("\n", 0, policy.start) + 1 : policy.start]
    is_own = own is not None and _MARKS.sub("", line) == _MARKS.sub("", own.surface)
    return is_own or _TITLE_BEFORE.search(before) is not None
