"""Damaged text in, the same text mended out, one character for one, so that every offset holds.

What is to be dropped becomes zero-width characters, which are noise; what ends a line becomes a line feed.
"""

from __future__ import annotations

import re

NOTHING = "\u200b"
_HAN = "㐀-䶿一-鿿\uf900-\ufaff"
_TAG = re.compile(r"</?(?P<name>[a-zA-Z!][a-zA-Z0-9]{0,9})[^<>\n]{0,300}>")
_LINE_ENDS = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "title", "table", "ul"})
_ENTITY = re.compile("&(?:emsp|ensp|nbsp|thinsp|#160|#12288);")
# <关于…的意见>, <<关于…的意见>>: titles typed with the marks of a keyboard; 宣传部<文明办> is none.
_TITLE = re.compile(
    rf"<<?(?=[{_HAN}“])(?P<title>[^<>\n]{{1,76}}(?:通知|通报|通告|公告|决定|决议|公报|意见|批复|复函|纪要|报告|请示|命令|议案|办法|规定|"
    r"条例|细则|方案|规划|计划|要点|纲要|标准|规范|规则|制度|准则|章程|指南|目录|清单|公约|读本|讲话|法)(?:[（(][^<>（）()\n]{1,12}[）)])?)>>?"
)
# 「某某法」: in traditional print a law's title stands in corner marks.
_CORNER = re.compile(
    r"「(?=[^「」\n]{2,40}」)(?P<title>[^「」\n]{1,36}(?:(?<![方做說说看想手用書书司])法|條例|条例|辦法|办法|細則|细则|規則|规则|規程|规程))」"
)
# 川农发【2021】15号
_YEAR_OF_NUMBER = re.compile(rf"【(?<=[{_HAN}]【)((?:19|20)[0-9]{{2}})】(?=第?[0-9]{{1,5}}号)")
# O and l that a scan puts for 0 and 1 in a date: 2O21年, l1月.
_FIGURES = re.compile(
    "(?<![A-Za-z0-9])(?=[0-9OoIl]{0,3}[0-9])(?=[0-9]{0,3}[OoIl])[0-9OoIl]{2,4}(?=[年月日])"
    "|(?<![A-Za-z0-9])[lI](?=月[0-9OoIl]{1,2}日)"
)
_MISREAD = re.compile("[OoIl][0-9OoIl]{0,3}[年月日]")
_AS_FIGURES = str.maketrans("OoIl", "0011")
_FINALS = (
    "[iü]?[aāáǎà](?:[io]|ng?)?|u[aāáǎà](?:i|ng?)?|[iü]?[eēéěè](?:[inr]|ng)?|u[eēéěè]|[iu]?[oōóǒò](?:u|ng)?"
    "|[iīíǐì](?:u|ng?)?|i[uūúǔù]|u[iīíǐì]|[uūúǔù]n?|[üǖǘǚǜv]n?"
)
# 国(guo)务院(yuan): the reading of the character before, scattered over copied pages.
LITTER = re.compile(rf"[(（](?<=[{_HAN})）].)(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:{_FINALS})[)）]")
_FEWEST_LITTER = 3


def mended(raw: str) -> str:
    """Give a text of the same length without tags, litter, figures misread and marks that stand for others."""
    text = raw
    if "<" in text:
        text = _TITLE.sub(_in_title_marks, text)
        text = _TAG.sub(_as_line_end, text)
    if "&" in text:
        text = _ENTITY.sub(lambda entity: " " + NOTHING * (len(entity[0]) - 1), text)
    if "「" in text:
        text = _CORNER.sub(r"《\g<title>》", text)
    if "【" in text:
        text = _YEAR_OF_NUMBER.sub(r"〔\1〕", text)
    if _MISREAD.search(text):
        text = _FIGURES.sub(lambda figures: figures[0].translate(_AS_FIGURES), text)
    return without_litter(text)


def without_litter(text: str) -> str:
    """Blank out the readings behind characters where several have one, or one bears its tone."""
    readings = LITTER.findall(text) if "(" in text or "（" in text else []
    if len(readings) < _FEWEST_LITTER and all(map(str.isascii, readings)):
        return text
    return LITTER.sub(lambda reading: NOTHING * len(reading[0]), text)


def _in_title_marks(title: re.Match[str]) -> str:
    """Put 《》 around a title for < > or << >>."""
    opening = title.start("title") - title.start()
    closing = title.end() - title.end("title")
    return "《" + NOTHING * (opening - 1) + title["title"] + "》" + NOTHING * (closing - 1)


def _as_line_end(tag: re.Match[str]) -> str:
    """Put a line feed for a tag that ends a line, nothing for others."""
    ends = tag["name"].lower() in _LINE_ENDS and (tag[0].startswith("</") or tag["name"].lower() == "br")
    return ("\n" if ends else NOTHING) + NOTHING * (len(tag[0]) - 1)
