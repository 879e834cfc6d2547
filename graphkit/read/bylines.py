"""Lines of web pages in, whether they tell source, day or author of a page, or who put it up and when, out."""

from __future__ import annotations

import re

_LABEL = re.compile(
    "(?:(?:信息|稿件|文章|新闻|内容)?来源|稿源|(?:内容)?(?:发布|发表|更新|录入|编辑)(?:时间|日期|单位|机构|人)|作者|(?:责任)?编辑|审核|供稿(?:单位|人)?|"
    "(?:浏览|点击|阅读|访问)(?:次数|数|量|率)?|字体|字号|(?:时间|日期)(?=：[^：]+(?:：[0-9]{2}){0,2}(?:来源|作者|浏览|点击|阅读|字体)|"
    "：20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2} ?[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?$))(?:大小)?[\\]】]?："
)
_DATE = re.compile(r"(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?: ?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?)?[|（【\[]?")
# The site before a label: 某政府门户网站 www.example.cn 时间：…, //example.cn 2025-08-09来源：….
_SITE = re.compile(
    r"(?:[一-鿿A-Za-z0-9+]{2,16}?)?(?:https?:)?(?://|www\.)[A-Za-z0-9./_-]+ ?"
    r"|[一-鿿]{2,14}(?:门户网站|日报|晚报|新闻网|在线) ?(?=20\d{2}[-/.年])"
)
# Who put a page up and when: 某早报2022年07月19日, 2020-08-19 19:23:45某某融媒, Admin于2022年01月28日发表.
_POSTING = re.compile(
    r"(?!.*[的届次])(?:[一-鿿A-Za-z0-9+·-]{2,16}?(?:于|时间：)?)?20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
    r"(?: ?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[一-鿿A-Za-z+]{0,12}|发[布表])$"
    r"|[一-鿿]{2,4}(?:日|晚|早|晨|商)报20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[一-鿿]{2,16})?$"
)
# A field's label alone in its line, and what may stand below it; a document's number has its own kind of line.
_BARE_LABEL = re.compile("[•·*-]?[一-鿿]{2,8}[：:]")
_VALUE = re.compile("(?!.*[：:]$)[^。；〔]{1,40}")


def is_byline(text: str) -> bool:
    """Tell whether a line opens with a label of source, day or author, a site's address or a day before it or none."""
    site = _SITE.match(text)
    date = _DATE.match(text, site.end() if site is not None else 0)
    return date is not None and _LABEL.match(text, date.end()) is not None


def is_posting(text: str) -> bool:
    """Tell whether a line is nothing but who put a page up and when."""
    return _POSTING.match(text) is not None


def is_value(label: str, text: str) -> bool:
    """Tell whether a short line gives the value of the bare label above it, as some pages list their fields."""
    return _BARE_LABEL.fullmatch(label) is not None and _VALUE.fullmatch(text) is not None
