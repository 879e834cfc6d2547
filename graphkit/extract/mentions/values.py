"""A scan in, date and target candidates out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.model.text import SectionKind
from graphkit.normalise.dates import DATE, understand_date

# Longest first, so that 个百分点 is not read as 个.
_UNIT = (
    "标准立方米|平方公里|平方千米|立方米|平方米|个百分点|千瓦时|标准箱|美元|人次|户次|台次|件次|车次|班次|列次|架次|场次|"
    "条线路|件套|项目|公里|千米|千瓦|公顷|公斤|海里|万亩|亩|吨|斤|米|[家个户处座所辆套台名人元%倍支枚列艘架株头只张间栋篇部床门项条份件天例起次场笔盏孔眼]"
)
_TARGET = re.compile(
    rf"(?<![\d.第〔（(年月])(?:\d+(?:\.\d+)?[万亿千百]?(?:%|元|吨|亩)?[至到～~—-](?=\d))?"
    rf"\d+(?:,\d{{3}})*(?:\.\d+)?(?:多|余)?(?:[万亿千百]+)?(?:多|余)?(?:{_UNIT})(?:[（(](?:套|家|个|座)[)）])?(?:以上|以下|以内|左右)?"
    r"|(?<=压缩|缩短|减少|下降|增长|提高|降低)[一二三四五六七八九]成半?(?:以上|左右)?"
    r"|百分之[一二三四五六七八九十百零〇点點两]+(?:以上|以下|左右)?"
)
_COUNTED_WORK = re.compile(
    "(?:方面|具体措施|举措|措施|环节|步骤|工作日|月|小时|阶段|专题|重点任务|问题|多?小时|周年|要求|部门|批次|专项行动方案|规范性文件|词|字|省[（(]|市（州）|“|[年天日]"
    "|乡(?!村)|镇(?!村)|街道|县[区市]|[省市州区县]直(?:部门|单位|机关)|(?:直属|工作)部门|督[查导]组|工作组|[省市县区]分?院|基层院|人民法庭|派出所|子行动)"
)
# What a rule reckons with is no result and no aim: 按1%核定, 70%予以扣减.
_RECKONED = re.compile("的?(?:核定|计算|计提|扣减|予以|计征|征收|缴纳|比例)")
_RECKONS = re.compile(r"(?:按|按照|乘以|[a-zA-Z]\"?[:：]\s?[\"“”]?)$")
# Units that also count people who came, cases that arose, rounds of work; they state a result only in some company.
_LOOSE = re.compile("[起例次件名人项条份天场门部篇元米头只张间斤笔盏孔眼](?:以上|以下|以内|左右)?$|次(?:以上|左右)?$")
_LARGE = re.compile("[万亿]")
_BOUND = re.compile("(?:人次|场)(?:以上|左右)$")
_ACHIEVED = re.compile(
    "(?:办结|办理|受理|转移|安置|培训|培养|引进|新增|帮扶|救助|资助|吸纳|化解|调解|审结|惠及|选派|学员|不少于|新建|改造|建成|完成|收到|梳理|查收|清理|包机|任务|发放|建立|停留|压减|取消|下放|增设|开工建设|开工|新增|安装|改建|整改|拆除|发放|获得?|突破|达到?|增至|降至|减至)"
    "(?![^，。；、]*(?:参加|出席))[^，。；、\\d]{0,8}$"
)
# The parts of a whole that counts: 42248件，其中刑事34528件、民事2684件.
_PART_OF = re.compile(r"(?:，?(?:其中|分别|含|包括)[：，]?|[、，和及])[一-鿿]{0,10}$")
_SURE_AFTER = re.compile("(?=[，。；、）\n]|完成|改革|$)")
_INCIDENT = re.compile("(?:起|例)$")
_BARE_YEAR = re.compile(r"^【年份】(\d{4})$|^年份：(\d{4})$")
# A day alone counts as a date only in a news item, where something was held or said on it.
_NEWS = re.compile("消息（|[日月]电|[报网]讯|记者|新华社|央视网")
_BARE_DAY = re.compile(
    r"(?<![\d.月至到、—～第前后内满近每过经历约续-])(?P<day>\d{1,2})(?P<unit>日)"
    "(?=上午|下午|晚|凌晨|中午|早|夜|在(?!内|外)|从|起(?!到|诉|草)|召开|举行|开幕|闭幕|发布|表示|说|，|会见|抵达|启程|电|就|对|由)"
)
# A month alone; a count of months (6个月), a part of a range or of a fuller date is none.
_BARE_MONTH = re.compile(
    r"(?:(?<=[明去今]年)|(?<=次年)|(?<![\d个年第.〔（(—~至到-]))(?:1[0-2]|[1-9])月(?:份(?!额)|(?![\d份底初末上中下至到—~-]|[一二三四五六七八九十]+[日号]|球|亮|饼|季|刊))"
)
# Quarters of a year, and stretches of months: 2024年前三季度, 1—9月, 前10个月; a bare quarter is like 今年初.
_STRETCH = re.compile(
    r"(?:(?:1[89]|20)\d{2}年)?(?:前[一二三四]季度|前(?:1[0-2]|[1-9]|[二三四五六七八九十]+)个月|(?<![\d.年])(?:1[0-2]|[1-9])月?(?:至|[-—–~～]{1,2})(?:1[0-2]|[1-9])月(?:份(?!额))?(?!\d))"
    r"|(?:(?:1[89]|20)\d{2}年)(?:[上下]半年|第?[一二三四]季度(?!度)|(?:1[0-2]|[1-9])月?(?:至|[-—–~～]{1,2})(?:1[0-2]|[1-9])月(?:份(?!额))?(?!\d))"
)
# In a chronicle or digest a line opens with its day: 8日，县委召开…; 11日至12日，….
_RANGE_OF_DAYS = r"(?:(?P<first>\d{1,2})日?(?:[至到~～]|[-－–—─━]{1,2}))?(?P<day>\d{1,2})(?P<unit>日)"
_OPENING_DAY = re.compile(_RANGE_OF_DAYS)
# What goes on behind the day that opens a line; a blank does as well.
_AFTER_OPENING = re.compile("，|上午|下午|晚|凌晨|召开|举行|在|[省市县州区]")
# 一行7~8日在县里视察; 同月12日: days told with others or after the month of the last date.
_DAYS_IN_TEXT = re.compile(
    r"(?<![\d.月至到、—～~第前后内满近每过经历约续-])(?P<first>\d{1,2})(?:日?[~～—–─-]|日[至到])(?P<day>\d{1,2})(?P<unit>日)(?=在|，|召开|举行|到|赴|上午|下午|、)"
)
_SAME_MONTH = re.compile(r"(?:(?<=[同是]月)|(?<=本[报网台站]))(?P<day>\d{1,2})(?P<unit>日)(?=[一-鿿，])")
_TIMED_DAY = re.compile(
    r"(?<![\d.月、—～第前后内满近每过经历约续-])(?:\d{1,2}日?[至到~～])?(?P<day>\d{1,2})(?P<unit>日)(?=上午|下午|晚上|晚间|凌晨|中午|早上|早晨|夜间|傍晚|清晨|\d{1,2}[时点])"
)
# In an entry that tells of several days each sentence may open with its own: 6日县委成立…。25日某乡遭受冰雹.
_SENTENCE_DAY = re.compile(
    r"(?<=[。；！）])(?P<day>[0-9]{1,2})(?P<unit>日)(?=[，一-鿿])(?!内|后|前|游|之|以[内前后]|均|耗|产|处理|龙|起计)"
)
# What local news writes for a day of its own: 今（26）日, 昨天（26日）.
_TODAY = re.compile(r"(?:[今昨][天日]?|前[天日])（(?P<day>[0-9]{1,2})(?:）日|日）)")
_MONTH_TOLD = re.compile(r"月\d{1,2}日")
_TOLD_REACH = 600
_HEAD = 400
_DAYS = 31
_ISSUE = re.compile(r"第\d+期")
_REPORTING = re.compile("(?:现刊发|共有|参会|参加|出席|收看|来自)$")
_ATTENDED = re.compile("(?:参加|出席|收看|参会|到会|列席|观看)")


def find_dates(scan: Scan) -> Iterator[Mention]:
    """Iterate over calendar expressions."""
    for match in scan.matches(DATE):
        in_number = (
            scan.text.startswith("第", match.end())
            and not match[0].endswith("日")
            and not _ISSUE.match(scan.text, match.end())
        )
        if understand_date(match[0], year=2000) is not None and not in_number:
            yield scan.mention(match.start(), match.end(), "Date", "date")
    for match in scan.matches(_BARE_MONTH):
        yield scan.mention(match.start(), match.end(), "Date", "date-month")
    for match in scan.matches(_STRETCH):
        yield scan.mention(match.start(), match.end(), "Date", "date-stretch")
    pattern = _BARE_DAY if _NEWS.search(scan.text, 0, _HEAD) else _TIMED_DAY
    yield from _bare_days(scan, pattern)
    yield from _bare_days(scan, _DAYS_IN_TEXT)
    yield from _bare_days(scan, _SAME_MONTH)
    for match in scan.matches(_TODAY):
        if 1 <= int(match["day"]) <= _DAYS:
            yield scan.mention(match.start(), match.end(), "Date", "date-day")
    yield from _opening_days(scan)
    yield from _sentence_days(scan)
    for section in scan.document.sections:
        if section.kind is SectionKind.METADATA:
            bare = _BARE_YEAR.match(scan.text[section.start : section.end])
            if bare is not None:
                group = 1 if bare[1] else 2
                yield scan.mention(section.start + bare.start(group), section.start + bare.end(group), "Date", "date")


def _opening_days(scan: Scan) -> Iterator[Mention]:
    """Iterate over days and ranges of days that open the entries of a chronicle or digest."""
    for section in scan.document.sections:
        opening = _OPENING_DAY.match(scan.text, section.start, section.end)
        if opening is None or not 1 <= int(opening["day"]) <= _DAYS:
            continue
        if scan.gap_before(opening.end()) or _AFTER_OPENING.match(scan.text, opening.end(), section.end):
            yield scan.mention(section.start, opening.end(), "Date", "date-day")


def _sentence_days(scan: Scan) -> Iterator[Mention]:
    """Iterate over days that open a sentence in a paragraph that has told of a month."""
    for match in scan.matches(_SENTENCE_DAY):
        section = scan.section_at(match.start())
        low = max(section.start if section is not None else 0, match.start() - _TOLD_REACH)
        if 1 <= int(match["day"]) <= _DAYS and _MONTH_TOLD.search(scan.text, low, match.start()):
            yield scan.mention(match.start(), match.end("unit"), "Date", "date-day")


def _bare_days(scan: Scan, pattern: re.Pattern[str]) -> Iterator[Mention]:
    """Iterate over days that a news item leaves its own month out of: 24日下午在北京闭幕, 13日凌晨."""
    for match in scan.matches(pattern):
        if 1 <= int(match["day"]) <= _DAYS and scan.is_in(match.start(), SectionKind.BODY, SectionKind.TITLE):
            yield scan.mention(match.start(), match.end("unit"), "Date", "date-day")


def find_targets(scan: Scan) -> Iterator[Mention]:
    """Iterate over numbers with a unit that state an aim or a result counted."""
    whole: tuple[int, str] = (-1, "")
    for match in scan.matches(_TARGET):
        before = scan.text[max(0, match.start() - 14) : match.start()]
        if _COUNTED_WORK.match(scan.text, match.end()) or _REPORTING.search(before):
            continue
        if _RECKONED.match(scan.text, match.end()) or _RECKONS.search(before):
            continue
        unit = match[0][-1]
        is_part = whole[1] == unit and _PART_OF.fullmatch(scan.text, whole[0], match.start()) is not None
        if _LOOSE.search(match[0]) and not is_part and not _states_result(scan.text, match, before):
            continue
        whole = (match.end(), unit)
        yield scan.mention(match.start(), match.end(), "Target", "target")


def _states_result(text: str, match: re.Match[str], before: str) -> bool:
    """Tell whether a loose unit counts a result: a large number, rounds bounded, or a verb of achieving before it."""
    if _INCIDENT.search(match[0]) or _ATTENDED.match(text, match.end()):
        return False
    if match[0].endswith("元"):
        return "亿元" in match[0] or "万元" in match[0] or "美元" in match[0]
    if _LARGE.search(match[0]) or _BOUND.search(match[0]):
        return True
    return _ACHIEVED.search(before) is not None and _SURE_AFTER.match(text, match.end()) is not None
