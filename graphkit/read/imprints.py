"""A line under a title in, what it says of the issue out: number and day of an order, or who signed when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.model.text import SectionKind

_NUMERALS = "一二三四五六七八九十"
# Scans and typists put O and 0 for 〇.
DAY = rf"(?:\d{{4}}年\d{{1,2}}月\d{{1,2}}日|[〇○◯零O0{_NUMERALS}]{{4}}年[{_NUMERALS}]{{1,2}}月[{_NUMERALS}]{{1,3}}日)"
_BODY = "[一-鿿、]{1,39}[局厅委部院府办室会司署社心团行校处]"
_NUMBER = (
    r"(?:(?:[一-鿿]{1,8}（[一-鿿]{1,4}）)?[一-鿿]{1,24}[〔\[（(]\d{2,4}[〕\]）)]第?\d{1,6}号"
    r"|[〔\[]\d{2,4}[〕\]][一-鿿]{1,8}(?:（[一-鿿]{1,4}）)?字?第\d{1,6}号"
    rf"|[一-鿿]{{2,30}}(?:令|公告)（?(?:\d{{4}}年)?第[\d{_NUMERALS}百〇零]{{1,6}}号）?)"
)
_FROM = f"(?:[，；。]?自(?:{DAY}|(?:发布|公布|颁布)之日)起(?:施行|实施|执行))?"
# （2005年4月2日某政〔2005〕8号）, 1996年11月14日某府令第3号发布自1997年1月1日起施行.
_NUMBERED = re.compile(
    rf"[一-鿿]{{2,30}}(?:令|公告)\n?（?(?:\d{{4}}年)?第[\d{_NUMERALS}百〇零]{{1,6}}号）?$|"
    f"（?(?:{DAY}[，、]?(?:{_BODY}[，、]?)?{_NUMBER}|{_NUMBER}[，、]?{DAY}(?:{_BODY})?)(?:发布|公布|颁布|印发|发)?{_FROM}）?$"
)
# What an order or announcement says of itself that has its letters in the title: 2020年第5号, 第2号令.
_COUNTED = re.compile("(?:公告|通告|令)$")
_COUNT = re.compile(rf"（?(?:\d{{4}}年第\d{{1,4}}号|第[\d{_NUMERALS}百〇零]{{1,6}}号令?)）?$")
# 1957年12月26日，最高人民法院; （某部2001年3月5日发布）.
_SIGNED = re.compile(
    f"（?{DAY}[，、]?(?:{_BODY})?(?:发布|公布|颁布|印发)?）$|{DAY}，{_BODY}$|（?{_BODY}[，、]?{DAY}(?:发布|公布|颁布|印发)?）?$"
)
# The heading of a list of bodies or persons, which is no signature: 先进集体：, 优秀单位（3个）.
_LIST_HEADING = re.compile("(?:集体|单位|个人|名单|工作者|志愿者)(?:（[^（）]{1,8}）)?：?$")
_HEAD_LINES = 10
_DATED = re.compile(f"（{DAY}）$")
_NAMED = "[一-鿿]{2,30}[局厅委部院府会署社行](?:办公[厅室])?"
_ISSUER = re.compile(f"{_NAMED}(?:[、 ]?{_NAMED}){{0,5}}$")
_NO_ISSUER = re.compile("关于|转发|印发|[各你我]|委托|文件$")
# A line that is a body and nothing else, over a title that opens with another.
_BODY_LINE = re.compile("(?!.*(?:关于|转发|印发))[一-鿿（）]{3,28}(?:[局厅委部院府办室署队会处]|中心|公司)")
_JOINT_BELOW = re.compile(
    "[一-鿿（）]{3,28}(?:[局厅委部院府办室署队会处]|中心|公司)关于[^，。]{4,}(?:通[知告报]|公告|决定|意见|办法|方案|批复)(?:（[^（）]{1,12}）)?$"
)
_NUMBER_OF_TITLE = re.compile(r"(?:（[^（）]*\d[^（）]*）)+$")
# What may stand behind a title and is left out of it.
_TAILS = ("）", "全文")
_WITHOUT_ISSUER = re.compile(f"(?:{_BODY})?")
_SHORTEST = 6


def imprint_of(line: str, title: str = "") -> SectionKind | None:
    """Tell whether a line under a title gives number and day, or day and signer, and nothing else."""
    if _NUMBERED.match(line) or (_COUNTED.search(title) and _COUNT.match(line)):
        return SectionKind.NUMBER
    return SectionKind.SIGNATURE if _SIGNED.match(line) else None


def is_dated_relay(title: str, below: str = "") -> bool:
    """Tell whether a title passes a paper on, its own day under it: 批转某委报告的通知 / （某年某月某日）."""
    return "转" in title and _DATED.match(below) is not None


def is_issuer(line: str) -> bool:
    """Tell whether a line is the name of a body, or of several, and nothing else."""
    return _ISSUER.match(line) is not None and _NO_ISSUER.search(line) is None


def opens_title(line: str, below: str = "") -> bool:
    """Tell whether a line is one issuer of a title whose next line opens with another (甲支队 / 乙局关于…的通告)."""
    return _BODY_LINE.fullmatch(line) is not None and _JOINT_BELOW.match(below) is not None


def repeats_title(line: str, title: str) -> bool:
    """Tell whether a line is the title again, or the one of both is the other behind its issuer."""
    if not line.endswith(title[-1:]) and not line.endswith(_TAILS) and not title.endswith(_TAILS):
        return False
    line, title = _without_number(line.removesuffix("全文")), _without_number(title.removesuffix("全文"))
    if line == title:
        return len(line) >= _SHORTEST or line.endswith(("令", "公告"))
    short, long = (line, title) if len(line) <= len(title) else (title, line)
    if not long.endswith(short) or len(short) < _SHORTEST or not short.startswith(("关于", "转发", "批转", "印发")):
        return False
    return _WITHOUT_ISSUER.fullmatch(long.removesuffix(short)) is not None


def _without_number(title: str) -> str:
    return _NUMBER_OF_TITLE.sub("", title) if title.endswith("）") else title


def first_signer(lines: Sequence[str], start: int, date: int) -> int:
    """Give which of the bodies over a date is the first that signs: below a list (先进集体：) one named at the head."""
    if start < 1 or _LIST_HEADING.search(lines[start - 1]) is None:
        return start
    head = "".join(line for line in lines[: min(_HEAD_LINES, start)] if "。" not in line)
    return next((line for line in range(start, date) if lines[line] in head), date - 1)
