"""Words of a point in, by when it is to be done out: 2025年底前, 三年内, 二季度末."""

from __future__ import annotations

import re

from graphkit.extract.occurrences import occurs
from graphkit.extract.scene import Scene
from graphkit.model.values import PartialDate
from graphkit.normalise.numerals import numeral_value

# The hour of the last day: 11月20日17时前, 3月5日下午下班前.
_HOUR = r"(?:(?:上午|下午)?(?:\d{1,2}(?:时|点|[：:]\d{2})(?:\d{2}分|整)?|下班)?)"
_UNTIL = re.compile(
    r"(?:力争|争取|确保|到|至|在|于)?(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日"
    + _HOUR
    + r")?(?:底|末|年底)?(?:之?前|以前|(?<=[底末])|(?=[，、]))"
)
_AIM = re.compile(r"(?:力争|争取|确保|到|至)+(?P<year>(?:19|20)\d{2})年(?:底|末)?")
_MONTH = re.compile(
    r"(?<!\d)(?<!\d年)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日" + _HOUR + r"|底|末|份)?(?:之?前|以前|内)"
)
_THIS_YEAR = re.compile(
    "(?:今年|(?<![一二两三四五六七八九十0-9多])年)(?:内|底前|底之前|底以前|末前)|(?:今年|本年)(?:底|末)|年底(?=[前，])"
)
_MONTH_END = re.compile(r"(?<![\d每各])(?<!\d年)(?P<month>\d{1,2})月(?:底|末)(?=[，。；、）]|完成|全面|建成|$)")
_THIS_MONTH = re.compile(r"(?:本|当)月(?:(?P<day>\d{1,2})日|底|末)(?:之?前|以前)")
_LIMIT = re.compile(
    r"(?:完成|办理|整改|工作)?(?:时限|期限|时间|时间节点)(?:要求)?[：:](?:(?P<year>(?:19|20)\d{2})年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?"
)
# 报名时间：6月5日9:00至6月9日17:00, or to 9日.
_RANGE = re.compile(
    r"(?:时限|期限|时间)(?:要求)?[：:](?:(?P<first_year>(?:19|20)\d{2})年)?(?P<first>\d{1,2})月\d{1,2}日"
    + _HOUR
    + r"(?:至|到|—+|-|－|–|~|～)(?:(?P<year>(?:19|20)\d{2})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
)
_QUARTER = re.compile(
    r"(?<!每)(?:(?P<year>(?:19|20)\d{2})年|今年|年)?(?:第?(?P<quarter>[一二三四])季度|(?P<half>上半年))(?:底|末)?(?:之?前|以前|内|(?=完成|[）。]|$))"
)
_YEARS = re.compile("(?:用|力争|争取)?(?P<count>[一二两三四五六七八九十]|[0-9]{1,2})(?:个)?年(?:左右)?(?:之?内|时间)")
_FROM = re.compile(r"(?:从|自)(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?(?:起|开始)")
# 集中整治阶段（4月1日至10月31日）: from when to when a phase lasts.
_PHASE = re.compile(
    r"阶段[：:]?[^，。；（）]{0,12}（(?:(?P<year>(?:19|20)\d{2})年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?(?:上旬|中旬|下旬|初|底|末)?"
    r"(?:至|到|—+|-|–|~|～)(?:(?P<until_year>(?:19|20)\d{2})年)?(?:(?P<until_month>\d{1,2})月)?(?:(?P<until_day>\d{1,2})日)?[^（）]{0,4}）"
)
_DECEMBER = 12


def end_of(scene: Scene, text: str) -> PartialDate | None:
    """Give the time by which the words of a point want it done; 年底前 and 三年内 count from the document's date."""
    dated = scene.calendar.document
    own = dated.date if dated is not None else None
    year = own.year if own is not None else scene.calendar.fallback_year
    phase = phase_of(scene, text)
    lasting = phase[1] if phase is not None else _end_of_range(text, year)
    if lasting is not None:
        return lasting
    until = occurs(_UNTIL, text) or occurs(_AIM, text)
    if until is not None:
        parts = until.groupdict()
        return _date(int(until["year"]), parts.get("month"), parts.get("day"), until[0])
    if year is None:
        return None
    near = _in_year(text, year, own)
    if near is not None:
        return near
    years = occurs(_YEARS, text)
    count = numeral_value(years["count"].replace("两", "二")) if years is not None else None
    if years is not None and count is not None:
        return PartialDate(year=year + int(count), written=years[0])
    this = occurs(_THIS_YEAR, text)
    return PartialDate(year=year, written=this[0]) if this is not None else None


def _in_year(text: str, year: int, own: PartialDate | None) -> PartialDate | None:
    """Give the month, day or quarter of the document's year, or of the next, by which something is to be done."""
    month = occurs(_MONTH, text) or occurs(_MONTH_END, text) or occurs(_LIMIT, text)
    if month is not None and 1 <= int(month["month"]) <= _DECEMBER:
        parts = month.groupdict()
        stated = parts.get("year") or year + text.endswith("明年", 0, month.start())
        return _date(int(stated), month["month"], parts.get("day"), month[0])
    this = occurs(_THIS_MONTH, text)
    if this is not None and own is not None and own.month is not None:
        return _date(own.year, str(own.month), this["day"], this[0])
    quarter = occurs(_QUARTER, text)
    return _end_of_quarter(quarter, year) if quarter is not None else None


def _end_of_range(text: str, year: int | None) -> PartialDate | None:
    """Give the last day of a time that is set from one day to another."""
    lasts = occurs(_RANGE, text)
    last_year = (lasts["year"] or lasts["first_year"] or year) if lasts is not None else None
    if lasts is None or last_year is None:
        return None
    return _date(int(last_year), lasts["month"] or lasts["first"], lasts["day"], lasts[0])


def _end_of_quarter(quarter: re.Match[str], year: int) -> PartialDate:
    """Give the month that a quarter or the first half of a year ends with."""
    count = 2 if quarter["half"] else "一二三四".index(quarter["quarter"]) + 1
    return _date(int(quarter["year"] or year), str(count * 3), None, quarter[0])


def start_of(scene: Scene, text: str) -> PartialDate | None:
    """Give the time from which the words of a point want it done (自2024年1月1日起), or a phase begins."""
    since = occurs(_FROM, text)
    if since is not None:
        return _date(int(since["year"]), since["month"], since["day"], since[0])
    phase = phase_of(scene, text)
    return phase[0] if phase is not None else None


def phase_of(scene: Scene, text: str) -> tuple[PartialDate, PartialDate] | None:
    """Give the two ends of a phase, each in the year stated or the document's; an end before the start says nothing."""
    phase = occurs(_PHASE, text)
    dated = scene.calendar.document
    own = dated.date.year if dated is not None else scene.calendar.fallback_year
    if phase is None or (phase["year"] is None and own is None):
        return None
    year, month = int(phase["year"] or own or 0), int(phase["month"])
    last_year, last_month = int(phase["until_year"] or year), int(phase["until_month"] or month)
    is_ordered = (year, month) <= (last_year, last_month) and 1 <= month <= _DECEMBER >= last_month >= 1
    if not is_ordered or not (phase["until_month"] or phase["until_day"]):
        return None
    return (
        _date(year, str(month), phase["day"], phase[0]),
        _date(last_year, str(last_month), phase["until_day"], phase[0]),
    )


def _date(year: int, month: str | None, day: str | None, written: str) -> PartialDate:
    return PartialDate(
        year=year, month=int(month) if month else None, day=int(day) if day and month else None, written=written
    )
