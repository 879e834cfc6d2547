"""A marker that counts one and that no second follows in, whether it opens a point all the same out.

A page may be cut off below its first part, and a part may hold one section: a heading 一、 of its own line with text
below, a section （一） under such a heading, 一是 where as many as follow were announced.
"""

from __future__ import annotations

import re

from graphkit.extract.scene import Scene
from graphkit.model.text import Section, SectionKind

_HEADING = re.compile("[^。；：！？\n]{4,40}$")
_SECTION = re.compile("[^。；：！？\n]{4,30}(?:。|$)")
_UPPER = re.compile("[一二三四五六七八九十]{1,3}、")
# 重点做好以下五个方面工作。, 成果主要体现在三个方面：
_ANNOUNCED = re.compile("(?:[二两三四五六七八九十几0-9]|以下)(?:个|大|点|项|条|方面|件)[^。；：]{0,16}[。：]$")
_REACH = 60


def stands_alone(scene: Scene, style: str, marker: re.Match[str]) -> bool:
    """Tell whether a marker without a second opens a point, not a stray numeral."""
    section = scene.scan.section_at(marker.start())
    if section is None or section.start != marker.start():
        return False
    match style:
        case "、":
            return _HEADING.match(scene.text, marker.end(), section.end) is not None and _is_followed(scene, section)
        case "（）":
            above = scene.scan.section_before(section)
            is_under = above is not None and _UPPER.match(scene.text, above.start) is not None
            return is_under and _SECTION.match(scene.text, marker.end(), section.end) is not None
        case "是":
            low = max(0, section.start - _REACH)
            return _ANNOUNCED.search(scene.text[low : section.start].rstrip("\n")) is not None
        case _:
            return False


def _is_followed(scene: Scene, heading: Section) -> bool:
    """Tell whether a paragraph of the same piece stands below a heading."""
    sections = scene.scan.document.sections
    below = next((one for one in sections if one.start > heading.start), None)
    return below is not None and below.kind is SectionKind.BODY and below.article == heading.article
