"""Date mentions in, dates with their year out: the year comes from the words, the document, the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import NamedTuple

from graphkit.extract.date_headings import DateHeadings
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.model.text import Section, SectionKind, Span
from graphkit.model.values import PartialDate
from graphkit.normalise.dates import DateValue, understand_date

_DATED = re.compile("[-|]?【?(?:颁布时间|颁布日期|发文时间|发文日期|成文日期|生成日期|发布日期|发布时间|date)[】：]")
_OF_FORCE = re.compile("(?:实施|施行|生效|废止|失效|截止|有效)(?:时间|日期|期)?[^：]{0,4}[】：]")
_DATED_BEFORE = re.compile("(?:发布|发表|更新|录入|时间|日期)[^：]{0,4}：$")
_SIGNED = re.compile("[-|]?【?(?:颁布时间|颁布日期|发文时间|发文日期|成文日期)[】：]")
# The moment at which a site put a page up tells least of when its text was issued.
_CLOCK = re.compile(r" ?\d{1,2}：?:?\d{2}")
# The line that names a broadcast and when it went out: 《新闻联播》 20240618 19:00.
_PROGRAMME = re.compile("《[^《》]{2,12}》 ?[0-9]{4}[0-9年./-]{4,8}日? ?[0-9]{1,2}[：:][0-9]{2}$")
# A moment, or the word behind it, dates a page wherever it stands in its byline: 某某在线2019-03-14 17:06:15.
_PUT_UP = re.compile(r" ?\d{1,2}[:：]\d{2}|发[布表]|来源：")
_BEHIND_PAPER = re.compile("[日晚早晨商]报$")
# The label before the day of a page, in a line that lost its breaks.
_BAR_BEFORE = re.compile("(?:发布|更新|编辑|发表)?(?:时间|日期)：$")
_STAMP = re.compile(r"\d{4}[-/.]")
_BAR = 200
_SET = frozenset("于在自从至到定期为：")
_SET_FOR = re.compile(r"(?::\d{2})?[ ，]?(?:在|召开|举行|开始|前|起|至|-|—|～|~|截止|之前|以前|左右|许|整|分)")
_OPENS_FORCE = re.compile("自$")
_YEAR_IN_NUMBER = re.compile(r"[〔\[（(]((?:19|20)\d{2})[〕\]）)]")
# 党组理论学习中心组2022年第1次专题学习: a sitting counted by its year.
_YEAR_OF_SITTING = re.compile(r"((?:19|20)\d{2})年(?:度)?第[一二三四五六七八九十\d]{1,3}次")
_HELD_KINDS = frozenset({"Meeting", "Campaign"})
# 同年10月10日, 同月12日: the year or month is that of the last date told.
_SAME = re.compile("(?P<what>[同是][年月])$")
# 去年10月8日, 明年3月: a year told by its distance from the document's own.
_RELATIVE = {"明年": 1, "次年": 1, "翌年": 1, "今年": 0, "去年": -1, "上年": -1, "前年": -2}
_IN_BRACKETS = re.compile("[（(][^（）()]{0,40}$")
_SENTENCE_MARKS = frozenset("。；！）")
_DAYS = re.compile(
    "(?:(?:[今昨][天日]?|前[天日])（)?(?:(?P<first>[0-9]{1,2})日?[^0-9日]{1,2})?(?P<day>[0-9]{1,2})(?:日）?|）日)"
)
_START = attrgetter("start")
_LOOKED_AT, _BRACKET_REACH = 20, 40
_YEAR_IN_NAME = re.compile(r"((?:19|20)\d{2})年")
_HELD = re.compile("(?:在[^，。；]{1,12})?(?:召开|举行)")
_FAR = 6
_BEGUN = ("以来", "至今", "以后", "起，")
_POSTED = 6
_SHORT_LINE = 24
_MONTH = re.compile("(?P<month>1[0-2]|[1-9])月")
_HEAD = 400
_PASSED = re.compile("（[^（）]{6,80}(?:会议)?通过）$")
_DECISION = re.compile("(?:决定|决议|名单)$")
# Who signs an order: 市长：某某.
_SIGNATORY = re.compile("(?:[省市县区州盟旗部局署行厅]长|自治区主席|主席|主任|总理)[：: 　]*[一-鿿·][一-鿿· 　]{1,8}")
_PROMULGATED = re.compile("[^，。；（）0-9]{0,30}令第?[^，。]{1,8}号(?:公布|发布|颁布)")


class DatedMention(NamedTuple):
    """The mention that dates the document and the date it gives."""

    mention: Mention
    date: PartialDate


class Calendar:
    """The dates of one document."""

    def __init__(self, scan: Scan, mentions: tuple[Mention, ...]) -> None:
        """Find the document's own date and the year that year-less dates take."""
        self.scan = scan
        dates = [mention for mention in mentions if mention.kind == "Date" and mention.rule != "date-day"]
        self._dates = dates
        self.headings = DateHeadings(scan)
        self._held_years = [year for m in mentions if m.kind in _HELD_KINDS and (year := _held_year(scan.text, m))]
        self.document: DatedMention | None = self._document_date(dates)
        self.fallback_year = self._fallback(dates)

    def value(self, mention: Mention) -> DateValue | None:
        """Understand a date mention, its year completed."""
        if mention.rule == "date-day":
            return self._day(mention)
        value = understand_date(mention.surface, year=self.fallback_year)
        if value is None or value.year_written:
            return value
        told, above = self._told_before(mention), self.headings.above(mention.start)
        governing = told[1].year if told is not None else above.year if above is not None else None
        distance = _RELATIVE.get(self.scan.text[max(0, mention.start - 2) : mention.start])
        if distance is not None and self.fallback_year is not None:
            governing = self.fallback_year + distance
        if governing is not None or self._precedes_years(mention):
            return understand_date(mention.surface, year=governing)
        own = self.document.date if self.document is not None else None
        if own is None or own.month is None or value.start.month is None:
            return value
        if value.start.month - own.month > _FAR:
            return understand_date(mention.surface, year=own.year - 1)
        return value

    def _day(self, mention: Mention) -> DateValue | None:
        """Understand a day alone by the month told before or above it, else by the document's: the last such day."""
        days = _DAYS.fullmatch(mention.surface)
        if days is None:
            return None
        first, day = int(days["first"] or days["day"]), int(days["day"])
        year, month = self._month_of(mention, day)
        if year is None or month is None:
            return None
        return understand_date(f"{year}年{month}月{first}日" + (f"至{day}日" if first != day else ""))

    def _month_of(self, mention: Mention, day: int) -> tuple[int | None, int | None]:
        """Give the year and month that a day alone lies in."""
        told, above = self._told_before(mention), self.headings.above(mention.start)
        if told is not None:
            return told[1].year, told[1].month
        if above is not None and above.month is not None:
            return above.year or self.fallback_year, above.month
        own = self.document.date if self.document is not None else None
        if above is not None or own is None or own.month is None or own.day is None:
            return None, None
        return (own.year, own.month) if day <= own.day else _month_before(own.year, own.month)

    def _told_before(self, mention: Mention) -> tuple[Mention, PartialDate] | None:
        """Give the date that 同年 or 同月 before a date means: the last told outside brackets."""
        if _SAME.search(self.scan.text, max(0, mention.start - 2), mention.start) is None:
            return self._told_in_entry(mention)
        before = self._dates[: bisect_left(self._dates, mention.start, key=_START)]
        for date in reversed(before[-_LOOKED_AT:]):
            if _IN_BRACKETS.search(self.scan.text, max(0, date.start - _BRACKET_REACH), date.start):
                continue
            value = self.value(date)
            return (date, value.start) if value is not None else None
        return None

    def _told_in_entry(self, mention: Mention) -> tuple[Mention, PartialDate] | None:
        """Give the last day told with its month in the same paragraph, where a later day alone opens a sentence."""
        day = _DAYS.fullmatch(mention.surface) if mention.rule == "date-day" else None
        section = self.scan.section_at(mention.start)
        if day is None or section is None or self.scan.text[mention.start - 1 : mention.start] not in _SENTENCE_MARKS:
            return None
        before = self._dates[: bisect_left(self._dates, mention.start, key=_START)]
        told = before[-1] if before and before[-1].start >= section.start else None
        value = self.value(told) if told is not None else None
        if told is None or value is None or value.start.day is None or value.start.day > int(day["day"]):
            return None
        return told, value.start

    def _precedes_years(self, mention: Mention) -> bool:
        """Tell whether an entry of a chronicle stands above the first year that the text names."""
        first, section = self.headings.first_year, self.scan.section_at(mention.start)
        return first is not None and mention.start < first and section is not None and section.start == mention.start

    def relies_on(self, mention: Mention) -> tuple[Span, ...]:
        """Give the passage that settles the year of a date that leaves it out."""
        value = self.value(mention)
        if value is None or (value.year_written and mention.rule != "date-day"):
            return ()
        told, above = self._told_before(mention), self.headings.above(mention.start)
        if told is not None:
            return (self.scan.document.raw_span(told[0].start, told[0].end),)
        if above is not None and above.year is not None:
            return (self.scan.document.raw_span(above.start, above.end),)
        if self.document is None:
            return ()
        own = self.document.mention
        return (self.scan.document.raw_span(own.start, own.end),)

    def _document_date(self, dates: list[Mention]) -> DatedMention | None:
        """Choose among masthead, signature, metadata, news head, print line."""
        ranked: list[tuple[int, int, Mention, PartialDate]] = []
        for mention in dates:
            value = understand_date(mention.surface)
            if value is None or value.start.day is None:
                continue
            rank = self._rank(mention)
            if rank == _POSTED and value.start.year > self._year_of_number(value.start.year) + 1:
                continue
            if rank is not None:
                ranked.append((rank, mention.start, mention, value.start))
        if not ranked:
            return None
        _, _, mention, date = min(ranked, key=lambda item: item[:2])
        return DatedMention(mention, date)

    def _year_of_number(self, default: int) -> int:
        """Give the year of the first number at the head: a page put up years later does not date its text."""
        number = _YEAR_IN_NUMBER.search(self.scan.text, 0, _HEAD)
        return int(number[1]) if number is not None else default

    def _rank(self, mention: Mention) -> int | None:  # noqa: PLR0911 - one return a place
        """Rank the places where a document's date stands; None elsewhere."""
        section = self.scan.section_at(mention.start)
        if section is None:
            return None
        line = self.scan.text[section.start : section.end]
        if section.kind is SectionKind.SIGNATURE:
            return 0
        if section.kind is SectionKind.MASTHEAD:
            return 1
        if section.kind is SectionKind.BODY and (self.signs_alone(mention, section) or self._is_passing(mention, line)):
            return 1
        if section.kind is SectionKind.NUMBER and not _OPENS_FORCE.search(line[: mention.start - section.start]):
            return 1
        if section.kind is SectionKind.METADATA:
            return self._rank_in_metadata(mention, section.start, line)
        if section.kind is SectionKind.FOOTER and re.search("印发|印制", line):
            return 4
        return self._rank_in_head(mention, section, line)

    def _rank_in_metadata(self, mention: Mention, start: int, line: str) -> int | None:
        """Rank a date in metadata: the day of issue, that of the page, the moment at which a site put it up."""
        if not self._dates_the_page(mention, start, line):
            return None
        if _SIGNED.match(line):
            return 2
        return _POSTED if _CLOCK.match(self.scan.text, mention.end) else 3

    def _rank_in_head(self, mention: Mention, section: Section, line: str) -> int | None:
        """Rank a date near the head: that of the order which made the text known, one that opens a short line."""
        if mention.start >= _HEAD:
            return None
        opens = self.scan.text.startswith("（", section.start) or section.start == mention.start
        if opens and _PROMULGATED.match(self.scan.text, mention.end):
            return 4
        if opens and _PASSED.match(line):
            return 5
        if _PROGRAMME.match(line) and _CLOCK.match(self.scan.text, mention.end):
            return 5
        is_short = section.start == mention.start and len(line) <= _SHORT_LINE and "会议" not in line
        if mention.start < _BAR and self._is_stamp(mention):
            return _POSTED if _CLOCK.match(self.scan.text, mention.end) else 5
        is_of_programme = line.startswith("《") and _CLOCK.fullmatch(self.scan.text, mention.end, section.end)
        return 5 if is_short or is_of_programme else None

    def _is_stamp(self, mention: Mention) -> bool:
        """Tell whether a date stamps a page in a line that lost its breaks: by its label or its clock, no meeting's."""
        if _STAMP.match(mention.surface) and _BAR_BEFORE.search(self.scan.text, 0, mention.start):
            return True
        clock = _CLOCK.match(self.scan.text, mention.end)
        before = self.scan.text[mention.start - 1 : mention.start]
        return clock is not None and before not in _SET and _SET_FOR.match(self.scan.text, clock.end()) is None

    def signs_alone(self, mention: Mention, section: Section) -> bool:
        """Tell whether a date is a line of its own under a closed paragraph, as it is where a seal names the signer."""
        before = self.scan.section_before(section)
        is_line = mention.start == section.start and mention.end == section.end and mention.surface.endswith("日")
        if before is None or not is_line:
            return False
        is_closed = self.scan.text.endswith("。", before.start, before.end)
        return is_closed or _SIGNATORY.fullmatch(self.scan.text, before.start, before.end) is not None

    def _is_passing(self, mention: Mention, line: str) -> bool:
        """Tell whether a date opens the bracket under the title of a decision that says when it was passed."""
        before = self.scan.text[: mention.start - 1].rstrip("\n")
        return _PASSED.match(line) is not None and _DECISION.search(before, max(0, len(before) - _HEAD)) is not None

    def _is_aim(self, mention: Mention) -> bool:
        """Tell whether a date is one to be reached, or one that something began in (2025年底前, 2011年以来)."""
        before = self.scan.text[max(0, mention.start - 2) : mention.start]
        is_reached = before.endswith(("到", "至", "力争")) or self.scan.text.startswith(("底", "末", "前"), mention.end)
        return is_reached or self.scan.text.startswith(_BEGUN, mention.end)

    def _dates_the_page(self, mention: Mention, start: int, line: str) -> bool:
        """Tell whether a date in metadata is the document's: its label says so, or the byline opens with it."""
        if _OF_FORCE.search(self.scan.text, start, mention.start):
            return False
        if line.startswith("来源：") and start + len(line) == mention.end:
            return True
        if _PUT_UP.match(self.scan.text, mention.end) or _BEHIND_PAPER.search(self.scan.text, start, mention.start):
            return True
        return bool(
            mention.start == start or _DATED.match(line) or _DATED_BEFORE.search(self.scan.text, start, mention.start)
        )

    def _fallback(self, dates: list[Mention]) -> int | None:
        """Give the document's year, else the latest year in numbers, else in dates of the text, else of a sitting."""
        if self.document is not None:
            return self.document.date.year
        text = self.scan.text
        numbered = [int(year) for year in _YEAR_IN_NUMBER.findall(text)]
        if self._held_years and not numbered:
            return max(self._held_years)
        past = (understand_date(m.surface) for m in dates if not self._is_aim(m))
        # A month of a year tells of an event of its own (2002年9月设市), unless other days are in it.
        days = (_MONTH.match(mention.surface) for mention in dates)
        months = {int(day["month"]) for day in days if day is not None}
        dated = [
            v.start.year
            for v in past
            if v is not None
            and (
                v.start.day is not None or v.start.month is None or v.start.month in months or "季度" in v.start.written
            )
        ]
        found = numbered or dated or [int(year) for year in _YEAR_OF_SITTING.findall(text)]
        return max(found) if found else self._year_in_title()

    def _year_in_title(self) -> int | None:
        """Give the year that the title of a plan or report names (2024年工作要点)."""
        titles = (s for s in self.scan.document.sections if s.kind is SectionKind.TITLE and s.article == 0)
        named = (_YEAR_IN_NAME.search(self.scan.text, title.start, title.end) for title in titles)
        return next((int(year[1]) for year in named if year is not None), None)


def _held_year(text: str, meeting: Mention) -> int | None:
    """Give the year in the name of a meeting or contest that is told of as held (召开2026年第一次全体会议)."""
    named = _YEAR_IN_NAME.search(meeting.surface)
    is_held = text.endswith(("召开", "举行", "召开了", "举办", "举办的", "主办的"), 0, meeting.start) or _HELD.match(
        text, meeting.end
    )
    return int(named[1]) if named is not None and is_held else None


def _month_before(year: int, month: int) -> tuple[int, int]:
    return (year, month - 1) if month > 1 else (year - 1, 12)
