"""A meeting that its own name gives a holder in, whether the sentence only speaks of it and tells of no sitting out."""

from __future__ import annotations

import re

from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

# A session of a congress, not of its standing committee: 省十二届人大六次会议.
_CONGRESS = re.compile("(?:人大|人民代表大会)(?:第?[一二三四五六七八九十]+届)?(?:第)?[一二三四五六七八九十]+次会议$")
# What is only settled or looked forward to: 决定11月28日在甲市召开省十二届人大六次会议, 拟提请…审议.
_AHEAD = re.compile("(?:决定[^，。；]{0,20}召开|关于召开|(?:拟|将|再行?)?提请|拟于[^，。；]{0,20}召开)$")
_PASSED_BY = re.compile("(?:已|业)?经$")
_PASSED = re.compile("(?:审议|审查)?(?:通过|批准)")
# 关于…会议主席团交付审议的议案; 在…会议上所作的报告.
_OF_PAPERS = re.compile("主席团|上?所作|上作的")
# The report's own head: 1954年9月23日在…会议上所作的政府工作报告.
_OWN_HEAD = re.compile("(?:日|[\n（(])在$")
# Who presides over another meeting is a body, not a meeting: 全会由县委常委会主持.
_PRESIDES = re.compile("主持|召集")
_PRESS = re.compile("(?:全会|次会议)新闻发布会$")
_REACH = 26


def is_only_spoken_of(scene: Scene, meeting: Mention) -> bool:
    """Tell whether words around a name make it no sitting of the body that the name opens with."""
    before = scene.text[max(0, meeting.start - _REACH) : meeting.start]
    after = meeting.end
    if _PRESS.search(meeting.surface) or (before.endswith("由") and _PRESIDES.match(scene.text, after)):
        return True
    if _CONGRESS.search(meeting.surface) is None:
        return False
    is_of_papers = _OF_PAPERS.match(scene.text, after) is not None and _OWN_HEAD.search(before) is None
    if _AHEAD.search(before) or is_of_papers:
        return True
    return _PASSED_BY.search(before) is not None and _PASSED.match(scene.text, after) is not None
