"""A scan in, the papers, sites and bodies that metadata name as a page's source out: 来源：某某日报, 稿源：某某科."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.model.text import Section, SectionKind

REPORTING = "agency-reporting"
"""The rule of a paper whose reporters sign a report."""
LINE_OF_SOURCE = 40
"""How long a line may be that says but where its text is from."""
_LABEL = re.compile("(?:来源|稿源|来源于|转自|转载自|信息提供|供稿单位|供稿|发布单位|发布机构|发布人|作者单位|作者)：")
_NAME = re.compile(
    "[一-鿿A-Za-z0-9（）]{2,24}?(?:日报|晚报|时报|晨报|早报|商报|周报|(?<![简通汇播申])报|网站?|在线|新华社|通讯社|新闻联播|发布|客户端|电视台|广播电台|融媒体中心|新闻中心"
    "|频道|杂志|[局委办处科股室院部厅署社]|公司|中心|[镇乡]|街道|党委|党组|大学|学校|医院|学会|协会|集团|支队|大队|[农林]场|公众号|(?<=[一-鿿]{2})(?:宣传|组工|检察|公安|政法|教育|文旅|融媒))"
)
_NO_SOURCE = re.compile(
    "本[网站报刊局院校]|原创|网络|互联网|转载|未知|综合(?![一-鿿]{0,3}[办处科室部股])|整理|其他|百度"
)
_NEXT = re.compile(
    "讯|(?:发布|发表|更新|录入|成文)?(?:时间|日期)|作者|编辑|责任|审核|浏览|点击|阅读|访问|字[体号]|记者|通讯员|摄影|供稿|[0-9（【\\[|/，。；）\\]]|$"
)
# The medium in the line that tells when a page was put up: 某某早报2022年07月19日, 2020-08-19 19:23:45某某融媒.
_MEDIUM = (
    "[一-鿿]{0,12}(?:[日晚晨早商]报|时报|都市报|新闻|在线|融媒|客户端|网|频道)"
    "|[一-鿿]{2,4}\\+|(?:云上|掌上|网上|今日)[一-鿿]{2,4}"
)
_POSTED = re.compile(rf"(?P<name>{_MEDIUM})(?=20[0-9]{{2}}[-/.年][0-9])")
_POSTED_BEHIND = re.compile(rf"[0-9]{{2}}[:：][0-9]{{2}}(?P<name>{_MEDIUM})$")
_PUBLISHED = re.compile("发布(?:时间|日期)")
_PAPER = "[一-鿿]{2,6}(?:日报|晚报|早报|晨报|时报|商报|都市报|新闻网|融媒体中心)|(?!本)[一-鿿]{2}新闻"
# Whose reporters sign a report, and the paper in the foot of its page: （某某日报记者甲）, 1某某日报content_128285.
_REPORTS = re.compile(
    f"(?:(?<=[（\n。”])|^)(?P<name>(?:{_PAPER}))社?(?:全媒体?|融媒体?)?(?:首席|见习|实习|特约)*(?:记者|通讯员)(?![站团部们])"
)
_OF_PAGE = re.compile(
    f"20[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}} ?[0-9]{{1,2}} ?[0-9]{{1,2}} ?(?P<name>(?:{_PAPER}))content_[0-9]"
)
_REACH, _SIGNS_WITHIN, _HEAD = 28, 60, 200


def find_sources(scan: Scan) -> Iterator[Mention]:
    """Iterate over the names behind a label of source, up to a space, the next label or the line's end."""
    for label in scan.matches(_LABEL):
        section = scan.section_at(label.start())
        if section is None or not (section.kind is SectionKind.METADATA or _closes(scan, label.start(), section)):
            continue
        for end in range(label.end() + 2, min(section.end, label.end() + _REACH) + 1):
            if end == section.end or scan.gap_before(end) or _NEXT.match(scan.text, end):
                name = scan.text[label.end() : end]
                if _NAME.fullmatch(name) and not _NO_SOURCE.match(name):
                    yield scan.mention(label.end(), end, "Agency", "agency-source")
                elif _PUBLISHED.match(scan.text, end) and not scan.gap_before(end):
                    continue  # 某某发布 + 时间
                break

    for section in scan.document.sections:
        if section.kind is SectionKind.METADATA:
            line = scan.text[section.start : section.end]
            found = _POSTED.match(line) or _POSTED_BEHIND.search(line)
            if found is not None:
                start, end = (section.start + place for place in found.span("name"))
                yield scan.mention(start, end, "Agency", "agency-source")
    yield from _reporting(scan)


def _reporting(scan: Scan) -> Iterator[Mention]:
    """Iterate over the papers whose reporters sign at the head or the end of a report, and those of e-paper pages."""
    for match in scan.matches(_REPORTS):
        section = scan.section_at(match.start("name"))
        closes = section is not None and section.end - match.start("name") <= _SIGNS_WITHIN
        if closes or match.start() < _HEAD:
            yield scan.mention(*match.span("name"), "Agency", REPORTING)
    for match in scan.matches(_OF_PAGE):
        yield scan.mention(*match.span("name"), "Agency", REPORTING)


def _closes(scan: Scan, label: int, section: Section) -> bool:
    """Tell whether a label opens a short line of its own, or stands in brackets that close its paragraph."""
    if label == section.start and section.end - label <= LINE_OF_SOURCE and scan.text.startswith("来源", label):
        return True
    return scan.text.startswith("（", label - 1) and scan.text.find("）", label, section.end) == section.end - 1
