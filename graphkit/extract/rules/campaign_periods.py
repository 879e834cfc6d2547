"""Sentences in, from when to when a drive runs out: 从6月1日起至9月30日开展C; 活动时间：2024年3月至11月."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import modality_at
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Mention, Period
from graphkit.model.values import PartialDate

_DAY = (
    r"(?:(?P<{0}year>(?:19|20)\d\d)年|今年|(?P<{0}next>明年|次年|翌年))?"
    r"(?P<{0}month>\d{{1,2}})月(?:(?P<{0}day>\d{{1,2}})日)?(?:上旬|中旬|下旬|初|底|末|份)?"
)
_FROM, _UNTIL = _DAY.format("from_"), _DAY.format("until_")
_RANGE = re.compile(
    rf"(?P<since>从|自|[于定]于)?{_FROM}(?P<on>起|开始|启动)?，?(?:开展)?(?:持续|延续)?(?:至|到|—+|-|–|～|~|截至){{1,2}}{_UNTIL}(?:止|结束|前|期间)?"
)
# 从即日起至12月底, 将持续到10月底: the day it begins is not told.
_OPEN = re.compile(
    rf"(?:(?:从|自)?(?:即日|现在|发文之日|通知印发之日)起?，?(?:持续)?|(?:将|预计|一直)(?:持续|延续))(?:至|到){_UNTIL}(?:止|结束)?"
)
_FIELD = re.compile("(?:活动|行动|整治|实施|工作|开展|专项行动|专项整治)?(?:时间|期限|周期|时段)(?:安排)?[：:。为是]?$")
_RUNS = re.compile("持续|延续|开展|启动|实施|组织|集中|部署|推进|举办|为期|进行|结束")
# Figures of a span of months tell what was brought, not how long it runs.
_COUNTED = re.compile("累计|共(?:查|检|排|办|发|立)|查处|查获|检查了|同比|环比|增长|下降|破获|抓获|数据|统计")
_DECEMBER = 12


def state_campaign_periods(scene: Scene) -> Iterator[Fact]:
    """State from when to when a drive runs, where its sentence or a field of its notice says so."""
    if not any(mention.kind == "Campaign" for mention in scene.mentions):
        return
    seen: set[str] = set()
    for pattern in (_RANGE, _OPEN):
        for section, sentence, cue in scene.cues(pattern):
            start, end = _ends(scene, cue)
            if end is None or _COUNTED.search(scene.text, sentence.start, sentence.end):
                continue
            drive = _in_field(scene, section.start, cue) or _told_of(scene, (sentence.start, sentence.end), cue)
            if drive is None or drive.entity is None or drive.entity in seen:
                continue
            seen.add(drive.entity)
            low, high = (cue.start(), cue.end())
            if sentence.start <= drive.start < sentence.end:
                low, high = min(low, drive.start), max(high, drive.end)
            evidence = scene.cite(
                low, high, "campaign-period", modality=modality_at(scene, sentence.start, sentence.end)
            )
            yield Period(campaign=drive.entity, start=start, end=end, evidence=evidence)


def _ends(scene: Scene, cue: re.Match[str]) -> tuple[PartialDate | None, PartialDate | None]:
    """Understand both ends of a range; a year stands for both, and the end is not before the start."""
    parts = cue.groupdict()
    dated = scene.calendar.document
    own = dated.date.year if dated is not None else scene.calendar.fallback_year
    start = _date(parts, "from_", own, cue[0]) if "from_month" in parts else None
    year = start.year if start is not None else own
    if year is not None and parts.get("until_next"):
        year += 1
    end = _date(parts, "until_", year, cue[0])
    is_ordered = end is not None and (start is None or (start.year, start.month) <= (end.year, end.month))
    if not is_ordered or ("from_month" in parts and start is None):
        return None, None
    return start, end


def _date(parts: dict[str, str | None], which: str, year: int | None, written: str) -> PartialDate | None:
    month, day = int(parts[f"{which}month"] or 0), parts[f"{which}day"]
    stated = parts[f"{which}year"]
    year = int(stated) if stated else year
    if year is None or not 1 <= month <= _DECEMBER:
        return None
    return PartialDate(year=year, month=month, day=int(day) if day else None, written=written)


def _in_field(scene: Scene, start: int, cue: re.Match[str]) -> Mention | None:
    """Give the drive that the document's own title names, where a field of the paper says when it runs."""
    if _FIELD.search(scene.text, start, cue.start()) is None or scene.own_title is None:
        return None
    title = scene.own_title.surface
    return next((m for m in scene.mentions if m.kind == "Campaign" and m.entity and m.surface in title), None)


def _told_of(scene: Scene, sentence: tuple[int, int], cue: re.Match[str]) -> Mention | None:
    """Give the only drive of a sentence that says it runs in a range marked by 从 or 起."""
    told = scene.within(*sentence, "Campaign")
    is_marked = cue.re is _OPEN or cue["since"] is not None or cue["on"] is not None
    if not is_marked or len({one.entity for one in told}) != 1:
        return None
    return told[0] if _RUNS.search(scene.text, *sentence) is not None else None
