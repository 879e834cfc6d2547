"""A scan in, date and target candidates out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.model.text import SectionKind
from graphkit.normalise.dates import DATE, understand_date

_UNIT = (
    "家|个|户|处|座|所|项目|公里|平方米|平方公里|万亩|亩|公顷|吨|万吨|亿吨|立方米|辆|套|台|名|"
    "人次|万人|万元|亿元|%|个百分点|千瓦|万千瓦|亿千瓦时|条线路|场次|支|件套|枚"
)
_TARGET = re.compile(
    rf"(?<![\d.第〔（(年月])(?:\d+(?:\.\d+)?[万亿千百]?[至到～~—-](?=\d))?"
    rf"\d+(?:,\d{{3}})*(?:\.\d+)?(?:[万亿千百]+)?(?:多|余)?(?:{_UNIT})(?:以上|以下|以内|左右)?"
)
_COUNTED_WORK = re.compile(
    "(?:方面|具体措施|举措|措施|环节|步骤|工作日|月|小时|阶段|专题|重点任务|问题|多?小时|周年|要求|部门|批次|专项行动方案|规范性文件|词|字|省[（(]|市（州）|“|[年天日])"
)
_INCIDENT = re.compile("(?:起|例|次|件|名|人)$")
_NUMERAL = re.compile("[0-9一二三四五六七八九十]+|民国")
_BARE_YEAR = re.compile(r"^【年份】(\d{4})$|^年份：(\d{4})$")
# A day alone counts as a date only in a news item, where something was held or said on it.
_NEWS = re.compile("消息（|[日月]电|[报网]讯|记者|新华社|央视网")
_BARE_DAY = re.compile(
    r"(?<![\d.月至到、—～第前后内满近每过经历约续-])(?P<day>\d{1,2})(?P<unit>日)"
    "(?=上午|下午|晚|凌晨|中午|早|夜|在(?!内|外)|从|起(?!到|诉|草)|召开|举行|开幕|闭幕|发布|表示|说|，|会见|抵达|启程|电|就|对|由)"
)
# A month alone; a count of months (6个月), a part of a range or of a fuller date is none.
_BARE_MONTH = re.compile(
    r"(?<![\d个年第.〔（(—~至到-])(?:1[0-2]|[1-9])月(?![\d份底初末上中下至到—~-]|[一二三四五六七八九十]+[日号]|球|亮|饼|季|刊)"
)
_HEAD = 400
_DAYS = 31
_ISSUE = re.compile(r"第\d+期")
_REPORTING = re.compile("(?:现刊发|共有|参会|参加|出席)$")


def find_dates(scan: Scan) -> Iterator[Mention]:
    """Iterate over calendar expressions."""
    for match in _calendar_expressions(scan.text):
        in_number = (
            scan.text.startswith("第", match.end())
            and not match[0].endswith("日")
            and not _ISSUE.match(scan.text, match.end())
        )
        if understand_date(match[0], year=2000) is not None and not in_number:
            yield scan.mention(match.start(), match.end(), "Date", "date")
    for match in _BARE_MONTH.finditer(scan.text):
        yield scan.mention(match.start(), match.end(), "Date", "date-month")
    if _NEWS.search(scan.text, 0, _HEAD):
        yield from _bare_days(scan)
    for section in scan.document.sections:
        if section.kind is SectionKind.METADATA:
            bare = _BARE_YEAR.match(scan.text[section.start : section.end])
            if bare is not None:
                group = 1 if bare[1] else 2
                yield scan.mention(section.start + bare.start(group), section.start + bare.end(group), "Date", "date")


def _calendar_expressions(text: str) -> Iterator[re.Match[str]]:
    """Iterate over what has the form of a date; looked for only where a numeral or 民国 begins."""
    position = 0
    for numeral in _NUMERAL.finditer(text):
        for start in range(max(position, numeral.start()), numeral.end()):
            match = DATE.match(text, start)
            if match is not None:
                position = match.end()
                yield match
                break


def _bare_days(scan: Scan) -> Iterator[Mention]:
    """Iterate over days that a news item leaves its own month out of: 24日下午在北京闭幕."""
    for match in _BARE_DAY.finditer(scan.text):
        if 1 <= int(match["day"]) <= _DAYS and scan.is_in(match.start(), SectionKind.BODY, SectionKind.TITLE):
            yield scan.mention(match.start(), match.end("unit"), "Date", "date-day")


def find_targets(scan: Scan) -> Iterator[Mention]:
    """Iterate over numbers with a unit that state an aim or a result counted."""
    for match in _TARGET.finditer(scan.text):
        before = scan.text[max(0, match.start() - 4) : match.start()]
        if _COUNTED_WORK.match(scan.text, match.end()) or _INCIDENT.search(match[0]) or _REPORTING.search(before):
            continue
        yield scan.mention(match.start(), match.end(), "Target", "target")
