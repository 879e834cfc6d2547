"""A scene in, the paragraphs of its lists that put an end to what they name out: 对下列规章予以废止：（一）《…》."""

from __future__ import annotations

import re

from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention
from graphkit.model.text import Section

# An item of a list of titles, with a number or without one; the head of a table of them.
_ITEM = re.compile(r"(?:[一二三四五六七八九十]+、|\d+[.．、]?|（(?:[一二三四五六七八九十]+|\d+)）)?《")
_HEAD = re.compile("[|]?(?:序号[|]?)?(?:文件|规章|法规)?(?:名称|标题|题目)|[|]?序号|[|:\\-]+$")
# The words that put an end to all of a list.
_REPEALED = re.compile(
    "(?:下列|以下|如下)[^。]*(?:废止|失效)|(?:废止|失效)[^。]*(?:下列|以下|如下)|"
    "^[^，。；]{0,16}(?:废止|失效)的[^，。；]{0,16}(?:文件|规章|法规|规定|决定|通知|制度)[^，。；]{0,10}$"
)


def repealed_in(scene: Scene) -> frozenset[int]:
    """Give where the paragraphs begin that are items of a list which is repealed."""
    if "废止" not in scene.text and "失效" not in scene.text:
        return frozenset()
    listed = {s.start for m in scene.mentions if m.rule == "title-listed" and (s := scene.scan.section_at(m.start))}
    found: set[int] = set()
    is_repealed = False
    for section in scene.scan.document.sections:
        if section.start in listed or _ITEM.match(scene.text, section.start, section.end):
            found.update({section.start} if is_repealed else ())
        elif not _HEAD.match(scene.text, section.start, section.end):
            is_repealed = _REPEALED.search(scene.text[section.start : section.end]) is not None
    return frozenset(found)


def is_item_of(scene: Scene, policy: Mention, items: frozenset[int]) -> bool:
    """Tell whether a policy opens one of some items, or is what a row is about."""
    section = scene.scan.section_at(policy.start)
    if section is None or section.start not in items:
        return False
    return policy.rule == "title-listed" or _opens(scene, section, policy) or _is_of_row(scene, section, policy)


def _opens(scene: Scene, section: Section, policy: Mention) -> bool:
    number = _ITEM.match(scene.text, section.start, section.end)
    return number is not None and number.end() == policy.start


def _is_of_row(scene: Scene, section: Section, number: Mention) -> bool:
    """Tell whether a number is that of the title of its row."""
    titles = (m for m in scene.within(section.start, section.end, "Policy") if m.rule == "title-listed")
    return any(title.entity == number.entity for title in titles)
