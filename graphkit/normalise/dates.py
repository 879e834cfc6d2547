"""Calendar expressions in, partial dates out."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from graphkit.model.record import Record
from graphkit.model.values import PartialDate
from graphkit.normalise.numerals import numeral_value

_COUNT = "一二三四五六七八九十"
# Scans and typists put ○, O and 0 for 〇.
_NOUGHTS = "〇○◯零0OＯ"
_REPUBLIC_YEAR = rf"(?:中华)?民国(?:元|[{_COUNT}百]{{1,5}}|[0-9]{{1,3}})"
_YEAR = rf"(?:(?:1[89]|20)[0-9]{{2}}|[一二][{_NOUGHTS}一二三四五六七八九]{{3}}|{_REPUBLIC_YEAR})"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
_DAY = (
    "(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
)
_END = "底(?![数线层部色子片座料气盘稿价薪蕴肥板])"
_THIRD = f"(?:[上中下]旬|{_END}|初(?![步期中级次衷始审评赛筛])|末(?![端梢班尾位日期级路]))"
_TO = "(?:[至到~～]|[-－–—─━]{1,3})"
_END_OF_YEAR = f"年?{_END}"
_FULL = rf"{_YEAR}年(?:{_MONTH}(?:{_DAY}|{_THIRD}|份(?!额))?)?"
# 11月21~23日: the first day leaves 日 to the last.
_SHORT_DAYS = rf"(?:3[01]|[12][0-9]|0?[1-9]){_TO}(?:3[01]|[12][0-9]|0?[1-9])[日号]"
_DAYS = rf"(?:{_SHORT_DAYS}|{_DAY}(?:{_TO}(?:{_FULL}|(?:{_MONTH})?{_DAY}))?)"
_THIRDS = rf"{_THIRD}(?:{_TO}(?:{_FULL}|(?:{_MONTH})?{_THIRD}))?"
_MONTHS = rf"{_TO}(?:{_FULL}|{_MONTH}(?!{_DAY}|{_THIRD}))"
_WITH_YEAR = rf"{_YEAR}年(?:{_MONTH}(?:{_DAYS}|{_THIRDS}|份(?!额)|(?:{_MONTHS})?)|度|{_END_OF_YEAR}|(?:{_TO}{_FULL})?)"
_WITHOUT_YEAR = rf"{_MONTH}(?:{_DAYS}|{_THIRDS})"
_SPAN_OF_YEARS = rf"(?:1[89]|20)[0-9]{{2}}{_TO}(?:1[89]|20)[0-9]{{2}}年(?!{_MONTH})"
_SEPARATED = (
    r"(?:1[89]|20)[0-9]{2}(?P<separator>[-/.])(?:1[0-2]|0?[1-9])(?P=separator)(?:3[01]|[12][0-9]|0?[1-9])"
    r"(?![0-9]|[-/.][0-9])(?![0-9.-]{0,9}号)"
)
# A page's day as some sites write it: 20.01.2018.
_DAY_FIRST = r"(?:3[01]|[12][0-9]|0[1-9])\.(?:1[0-2]|0[1-9])\.(?:19|20)[0-9]{2}(?![0-9.])"
_SEPARATED_ALONE = _SEPARATED.replace("separator", "mark")
_EIGHT_DIGITS = r"(?:19|20)[0-9]{2}(?:1[0-2]|0[1-9])(?:3[01]|[12][0-9]|0[1-9])(?![0-9]|[-/.][0-9]|号)"

# Finds a calendar expression in matched text (no spaces beside digits, digits half-width): a year,
# month, third of a month or day, or a range of them, as one. Whether 2021年 belongs to a document
# number or title is for the caller to say.
DATE = re.compile(
    rf"(?<![0-9第])(?<![0-9][.])(?:{_SPAN_OF_YEARS}|{_WITH_YEAR}|(?<![{_COUNT}]){_WITHOUT_YEAR})(?![0-9]{{0,4}}[〕号期届])"
    rf"|(?:(?<![0-9/.〔\[（-])(?:{_SEPARATED})|(?<=（)(?:{_SEPARATED_ALONE})(?=）))|(?<![0-9])(?<![0-9][-/.])(?:{_EIGHT_DIGITS}|{_DAY_FIRST})"
)

_PARTS = re.compile(
    rf"(?:(?P<year>[0-9]{{4}}|[{_NOUGHTS}一二三四五六七八九]{{4}}|{_REPUBLIC_YEAR})年(?:度|年?底)?)?"
    rf"(?:(?P<month>[0-9]{{1,2}}|[{_COUNT}]{{1,2}})月份?)?(?:(?P<day>[0-9]{{1,2}}|[{_COUNT}]{{1,3}})[日号]|(?P<third>{_THIRD}))?"
)
_DIGITS = re.compile(r"(?P<year>[0-9]{4})(?P<separator>[-/.]?)(?P<month>[0-9]{1,2})(?P=separator)(?P<day>[0-9]{1,2})")
_DAY_FIRST_PARTS = re.compile(r"(?P<day>[0-9]{2})\.(?P<month>[0-9]{2})\.(?P<year>[0-9]{4})")
_EIGHT = 8
_RANGE = re.compile(f"(?<=[日号月年旬]){_TO}|(?<=^[0-9]{{4}}){_TO}(?=[0-9]{{4}}年$)")
_OPEN_DAY = re.compile(f"月[0-9]{{1,2}}(?={_TO}[0-9]{{1,2}}[日号]$)")
_REPUBLIC = 1911
_LIMIT = 60
_REMEMBERED = 1024


class DateValue(Record):
    """A date or a range; `year_written` tells whether the words give the year."""

    start: PartialDate
    end: PartialDate | None = None
    year_written: bool


@lru_cache(maxsize=_REMEMBERED)
def understand_date(written: str, *, year: int | None = None) -> DateValue | None:
    """Understand a calendar expression; `year` completes one that leaves it out.

    上旬, 中旬 and 下旬 have the precision of their month. A year on one side of a range holds for both;
    12月30日至1月1日 goes over the turn of the year. None if there is no such day, no year to be had, or
    a range that runs backwards.
    """
    text = re.sub(r"\s", "", written)
    if len(text) > _LIMIT:
        return None
    digits = _DIGITS.fullmatch(text) or _DAY_FIRST_PARTS.fullmatch(text)
    if digits is not None:
        if not digits.groupdict().get("separator", ".") and len(text) != _EIGHT:
            return None
        date = _checked(int(digits["year"]), int(digits["month"]), int(digits["day"]), written)
        return DateValue(start=date, year_written=True) if date is not None else None
    text = _OPEN_DAY.sub(r"\g<0>日", text)
    first, *rest = _RANGE.split(text, maxsplit=1)
    if rest:
        return _understand_range(first, rest[0], year, written)
    start = _parts(first, year, None, written)
    return DateValue(start=start, year_written="年" in first) if start is not None else None


def _understand_range(first: str, last: str, year: int | None, written: str) -> DateValue | None:
    """Understand both ends; what one leaves out is taken from the other."""
    year_written = "年" in first + last
    end_year = _written_year(last)
    if "年" not in first and end_year is not None:
        own = f"{first}年" if re.fullmatch("[0-9]{4}", first) else first
        start, end = _parts(own, end_year, None, written), _parts(last, end_year, None, written)
        if start is not None and end is not None and _is_before(end, start):
            start = _parts(own, end_year - 1, None, written)
    else:
        start = _parts(first, year, None, written)
        end = _parts(last, start.year, start.month, written) if start is not None else None
        if start is not None and "年" not in last and "月" in last and (end is None or _is_before(end, start)):
            end = _parts(last, start.year + 1, start.month, written)
    if start is None or end is None or _is_before(end, start):
        return None
    return DateValue(start=start, end=end, year_written=year_written)


def _is_before(one: PartialDate, other: PartialDate) -> bool:
    """Tell whether a date lies before another, as far as both are precise."""
    shared = min(len(one.iso), len(other.iso))
    return one.iso[:shared] < other.iso[:shared]


def _parts(text: str, year: int | None, month: int | None, written: str) -> PartialDate | None:
    """Read year, month and day; those left out are taken from the arguments."""
    match = _PARTS.fullmatch(text)
    if match is None or not text:
        return None
    own_year = _year(match["year"]) if match["year"] else year
    if own_year is None:
        return None
    has_lower = match["day"] or match["third"]
    own_month = _whole(match["month"]) if match["month"] else (month if has_lower and not match["year"] else None)
    if has_lower and own_month is None:
        return None
    return _checked(own_year, own_month, _whole(match["day"]) if match["day"] else None, written)


def _written_year(text: str) -> int | None:
    match = _PARTS.fullmatch(text)
    return _year(match["year"]) if match is not None and match["year"] else None


def _year(written: str) -> int | None:
    written = written.removeprefix("中华")
    if written.startswith("民国"):
        value = _whole(written.removeprefix("民国").replace("元", "一"))
        return _REPUBLIC + value if value else None
    if written.isascii() and written.isdigit():
        return int(written)
    return _whole(re.sub(f"[{_NOUGHTS}]", "〇", written))


def _whole(written: str) -> int | None:
    value = numeral_value(written)
    return int(value) if value is not None else None


def _checked(year: int, month: int | None, day: int | None, written: str) -> PartialDate | None:
    """Give the date if there is such a day."""
    if not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and (month is None or not 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return PartialDate(year=year, month=month, day=day, written=written)
