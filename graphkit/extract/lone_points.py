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
_OUTER = re.compile("(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；：！？\n]{4,30}$")
# 重点做好以下五个方面工作。, 成果主要体现在三个方面：
_ANNOUNCED = re.compile("(?:[二两三四五六七八九十几0-9]|以下)(?:个|大|点|项|条|方面|件)[^。；：]{0,16}[。：]$")
# 一年来，主要做了以下工作：, 局长甲要求：
_DID = re.compile("(?:主要|重点)(?:做了|抓了|开展了|做好)[^。；：]{0,16}：$")
_ASKED = re.compile("(?:要求|强调|提出)：$")
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
            is_under = _is_under(scene, section, _UPPER) or _DID.search(_above(scene, section)) is not None
            return is_under and _SECTION.match(scene.text, marker.end(), section.end) is not None
        case "1.":
            return (
                _is_under(scene, section, _OUTER) and _SECTION.match(scene.text, marker.end(), section.end) is not None
            )
        case "是":
            above = _above(scene, section)
            return _ANNOUNCED.search(above) is not None or _ASKED.search(above) is not None
        case _:
            return False


def _above(scene: Scene, section: Section) -> str:
    """Give the end of what stands above a paragraph."""
    return scene.text[max(0, section.start - _REACH) : section.start].rstrip("\n")


def _is_under(scene: Scene, section: Section, outer: re.Pattern[str]) -> bool:
    """Tell whether the heading of a part stands right above a paragraph."""
    above = scene.scan.section_before(section)
    return above is not None and outer.match(scene.text, above.start, above.end) is not None


def _is_followed(scene: Scene, heading: Section) -> bool:
    """Tell whether a paragraph of the same piece stands below a heading."""
    sections = scene.scan.document.sections
    below = next((one for one in sections if one.start > heading.start), None)
    return below is not None and below.kind is SectionKind.BODY and below.article == heading.article
