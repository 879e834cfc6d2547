"""A sentence that says 今天 or 昨日 in, the day that the dateline of its item gives it out: 本报甲地7月30日讯 今天…."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention
from graphkit.model.values import PartialDate

_TOLD = re.compile("(?:(?P<today>今[天日](?!头条))|(?P<before>昨[天日]))(?:[上下]午|晚上?|凌晨)?")
_SENT = re.compile("(?:电|讯)(?![视话息])")
_ITEM_REACH = 1200


class ToldDay(NamedTuple):
    """A day told by its distance from the day of sending, and the mention of that day."""

    day: PartialDate
    sent: Mention


def dateline_day(scene: Scene, sentence: Sentence, offset: int) -> ToldDay | None:
    """Give the day that 今天 or 昨天 means before an offset, where the item says when it was sent."""
    told = _TOLD.search(scene.text, sentence.start, offset)
    if told is None:
        return None
    for sent in reversed(scene.within(max(0, told.start() - _ITEM_REACH), told.start(), "Date")):
        value = scene.calendar.value(sent) if _SENT.match(scene.text, sent.end) else None
        if value is None or value.start.month is None or value.start.day is None:
            continue
        day = date(value.start.year, value.start.month, value.start.day) - timedelta(days=1 if told["before"] else 0)
        return ToldDay(PartialDate(year=day.year, month=day.month, day=day.day, written=told[0]), sent)
    return None
