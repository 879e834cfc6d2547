"""A point in, who is to do it and by when out: 牵头, 配合, 责任单位; 2025年底前, 三年内."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.enumerations import Item
from graphkit.extract.occurrences import occurs
from graphkit.extract.scene import AGENTS, Scene
from graphkit.model.facts import Mention
from graphkit.model.values import PartialDate
from graphkit.normalise.numerals import numeral_value

_LABEL = re.compile("(?:牵头|责任|配合|主办|协办|承办|负责|参加|实施)(?:单位|部门|处室|科室)(?:为|是)?[：:]?")
_DUTY = re.compile(
    "(?:要|应|共同|分别|具体|联合)*(?:牵头|主办|承办|负责|配合|协同|协助|参与|参加|组织实施|抓好落实|按职责|按照职责|商|会同)"
)
# 各县（区）水利局要在…前完成: whom the words of a clause oblige.
_OBLIGED = re.compile("(?:也|都|均|应当|要|应|须|必须|务必)(?!求|对|急|素|点)")
_OPENS = frozenset("。；，：\n")
_JOINT = re.compile("(?:、|，|和|与|及|以及|会同|商|联合)(?:由)?")
_UNTIL = re.compile(
    r"(?:力争|争取|确保|到|至|在|于)?(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?(?:底|末|年底)?(?:之?前|以前|(?<=[底末])|(?=[，、]))"
)
_AIM = re.compile(r"(?:力争|争取|确保|到|至)+(?P<year>(?:19|20)\d{2})年(?:底|末)?")
_MONTH = re.compile(r"(?<![\d年])(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|底|末|份)?(?:之?前|以前|内)")
_THIS_YEAR = re.compile(
    "(?:今年|(?<![一二两三四五六七八九十0-9多])年)(?:内|底前|底之前|底以前|末前)|(?:今年|本年)(?:底|末)|年底(?=[前，])"
)
_YEARS = re.compile("(?:用|力争|争取)?(?P<count>[一二两三四五六七八九十]|[0-9]{1,2})(?:个)?年(?:左右)?(?:之?内|时间)")
_FROM = re.compile(r"(?:从|自)(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?(?:起|开始)")
_DECEMBER = 12


def assigned_in(scene: Scene, item: Item) -> tuple[str, ...]:
    """Give the bodies that a point names as responsible or to work with them, in the order of the text."""
    found: dict[str, None] = {}
    for run in _runs_of_bodies(scene, item):
        before = scene.text[max(item.start, run[0].start - 10) : run[0].start]
        label = _LABEL.search(before)
        is_listed = label is not None and label.end() == len(before)
        opens = run[0].start == item.start or scene.text[run[0].start - 1] in _OPENS
        is_obliged = opens and _OBLIGED.match(scene.text, run[-1].end, item.end) is not None
        if is_listed or is_obliged or _DUTY.match(scene.text, run[-1].end, min(item.end, run[-1].end + 12)):
            found.update((m.entity, None) for m in run if m.entity is not None)
    return tuple(found)


def _runs_of_bodies(scene: Scene, item: Item) -> Iterator[list[Mention]]:
    """Iterate over the bodies that a point names, those joined by 、 and 会同 together."""
    run: list[Mention] = []
    for mention in scene.within(item.start, item.end, "Agency"):
        if mention.entity is None or scene.draft(mention).kind not in AGENTS:
            continue
        if run and not _JOINT.fullmatch(scene.text[run[-1].end : mention.start]):
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def end_of(scene: Scene, text: str) -> PartialDate | None:
    """Give the time by which the words of a point want it done; 年底前 and 三年内 count from the document's date."""
    dated = scene.calendar.document
    own = dated.date if dated is not None else None
    year = own.year if own is not None else scene.calendar.fallback_year
    until = occurs(_UNTIL, text) or occurs(_AIM, text)
    if until is not None:
        parts = until.groupdict()
        return _date(int(until["year"]), parts.get("month"), parts.get("day"), until[0])
    if year is None:
        return None
    month = occurs(_MONTH, text)
    if month is not None and 1 <= int(month["month"]) <= _DECEMBER:
        return _date(year, month["month"], month["day"], month[0])
    years = occurs(_YEARS, text)
    count = numeral_value(years["count"].replace("两", "二")) if years is not None else None
    if years is not None and count is not None:
        return PartialDate(year=year + int(count), written=years[0])
    this = occurs(_THIS_YEAR, text)
    return PartialDate(year=year, written=this[0]) if this is not None else None


def start_of(text: str) -> PartialDate | None:
    """Give the time from which the words of a point want it done (自2024年1月1日起)."""
    since = occurs(_FROM, text)
    return _date(int(since["year"]), since["month"], since["day"], since[0]) if since is not None else None


def _date(year: int, month: str | None, day: str | None, written: str) -> PartialDate:
    return PartialDate(
        year=year, month=int(month) if month else None, day=int(day) if day and month else None, written=written
    )
