"""A line's end in, soft or hard out: whether the text goes on over a line or page break."""

from __future__ import annotations

import re
from collections import Counter

# 文种, the kinds of official documents (GB/T 9704-2012 and 党政机关公文处理工作条例 8), that a title ends in.
DOCUMENT_KINDS = (
    "通知 通报 通告 公告 决定 决议 公报 意见 批复 函 复函 纪要 报告 请示 命令 议案 办法 规定 条例 细则 方案 规划 计划 "
    "要点 纲要 答复 标准 规范 规程 规则 制度 准则 章程 指南 目录 清单 令 布告 告示 公示"
).split()
_TITLE_END = re.compile("(?:" + "|".join(DOCUMENT_KINDS) + r"|的指示)(?:（[^（）]{1,12}）)?$")
# What kind of paper it is, alone in the last line of a title: 关于加强某项工作的 / 实施意见.
_KIND_ALONE = re.compile(f"(?:若干|实施|暂行|补充|紧急|指导)?(?:{'|'.join(DOCUMENT_KINDS)})")
_PROSE = re.compile("[，。；]")
_TERMINAL = re.compile("[。！？；：…】]$|[。！？；][”’）》]$")
_OPEN_END = re.compile("[，、（《“‘]$")
_END = 2
"""Characters that these two look at."""
_FRESH = re.compile(
    r"(?:[-•●◆■*]|[一二三四五六七八九十百]+、|（[一二三四五六七八九十百0-9]+）|第[一二三四五六七八九十百0-9]+[章节条]"
    r"|[0-9]{1,2}[.．、]|附件|抄送|主送|编者按|【|《[^》]*》$|[^，。]{1,12}：)"
)
# A point that opens a line, behind a line that a bracket closes.
_NEXT_POINT = re.compile("[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.．、]")
_NUMBER_LINE = re.compile(r"[^，。]{1,24}[〔\[（(]\d{4}[〕\]）)]第?\d+号$")
# An issuer and what its paper is about, not yet what kind of paper: X办公厅关于加强….
_MATTER_OPEN = re.compile("(?:[局厅委部院府会办室司](?:关于|转发|印发)|^(?:关于|转发|印发))[一-鿿“”《、0-9]{2,}$")
# A place that ends a line of prose, and the body that it belongs to in the next.
_PLACE_END = re.compile("[，。；][^，。；]{2,12}[省市县区州旗]$")
_BODY_OF_PLACE = re.compile("(?!关于|各)[一-鿿]{2,10}?(?:局|厅|委|办|院|中心|政府)[一-鿿][^。]*[，。]")
# An issuer alone, and the line that says what it does: X办公厅 / 转发…的通知; X政府印发 / 关于…的通知; X政府 / 封山令.
_ISSUER_OPEN = re.compile("^[一-鿿、]{3,40}[局厅委部院府会办室司](?:印发|转发|批转)?$")
_MATTER = re.compile(
    "(?:关于|转发|批转|印发)[^，。；]{4,}$|为[^，。；]{4,}的?(?:通告|布告|告示|公告)$"
    "|(?!政 ?府|命|法)(?:[一-鿿] ?){2,6}令$|[通公布] ?告$"
)
# Day and source of a web page end a line, whatever its length.
_BYLINE = re.compile(
    "(?:(?:发布|发表|更新)?(?:时间|日期)|来源|作者)：[^。；]{0,50}(?:来源|时间|日期|作者|编辑)：[^。；，]{2,20}$"
)
# Words of a site's bar of links.
_CHROME = re.compile("首页|收藏|邮箱|(?:关于|联系)我们|登录|注册|无障碍|版权|下载")
# A bracket under a title that is closed in the next line: （2018年1月17日某省…大会 / 常务委员会第四次会议通过）.
_OPEN_BRACKET = re.compile("（[^（）]{8,80}$")
_CLOSES = re.compile("[^（）。]{2,60}(?:通过|批准|公布|发布|修正|修订|施行)）$")
# Whom a paper is sent to, on a line that has lost its colon, and how the text below begins.
ADDRESSEES = re.compile(
    "(?=[^。；：！？“”]{0,200}?各)[^。；：！？《》“”]{4,300}(?:单位|部门|机构|机关|政府|委会|[局厅]|公司|办事处|院校)）?$"
)
_TEXT_OPEN = re.compile("经|根据|为[了认深全切进加贯落]|按照|依据|现将|近年|近日|《")
_HEAD_LINES, _TITLE_REACH = 10, 60
_PROSE_LENGTH = 24
_TITLE_LENGTH = 45
_NARROWEST, _WIDEST = 18, 48
_FEWEST_FULL, _SHARE_FULL, _LONG = 3, 0.55, 0.7
_RAGGED = 1


def wrap_width(text: str) -> int:
    """Give the characters at which all lines of a text are broken (columns of a print or scan), 0 where none are.

    Lines are wrapped where most of the long ones have one length, give or take a mark that may not open a line, and
    none is longer.
    """
    lengths = Counter(len(line.rstrip()) for line in text.split("\n") if line.strip())
    widest = max(lengths, default=0)
    full = sum(count for length, count in lengths.items() if length >= widest - _RAGGED)
    long = sum(count for length, count in lengths.items() if length >= _LONG * widest)
    is_wrapped = full >= _FEWEST_FULL and full >= _SHARE_FULL * long
    return widest if is_wrapped and _NARROWEST <= widest <= _WIDEST else 0


def is_soft_break(before: str, following: str, *, blank_line: bool, opening: int, is_full: bool = False) -> bool:
    """Tell whether the break between `before` (the paragraph so far) and `following` (the next line) is soft.

    `opening` counts the paragraphs already closed: titles broken over lines stand in the first ones. `is_full` says
    that the line before fills the width at which the text is wrapped.
    """
    if _is_within_title(before, following):
        return True
    end = max(len(before) - _END, 0)
    is_full = is_full and not (before.endswith("）") and _NEXT_POINT.match(following))
    if is_full and not blank_line and not _TERMINAL.search(before, end) and not _BYLINE.match(before):
        is_title = opening <= _HEAD_LINES and "关于" in before and not _PROSE.search(before)
        return not (is_title and _TITLE_END.search(before))
    if _TERMINAL.search(before, end) or _FRESH.match(following) or _BYLINE.match(before):
        return False
    is_addressed = opening <= _HEAD_LINES and _TEXT_OPEN.match(following) and ADDRESSEES.fullmatch(before)
    if is_addressed or _OPEN_END.search(before, end):
        return not is_addressed and (len(before) >= _PROSE_LENGTH or bool(_PROSE.search(following)))
    if len(before) >= _PROSE_LENGTH and _PROSE.search(before):
        return bool(_PROSE.search(following))
    is_of_place = not blank_line and _PLACE_END.search(before) and _BODY_OF_PLACE.match(following)
    return bool(is_of_place) or _heads_on(before, following, blank_line=blank_line, opening=opening)


def _is_within_title(before: str, following: str) -> bool:
    """Tell whether 《 stands open at a line's end and is closed in the next: 贯彻《关于加强 / 某项工作的意见》."""
    if before.count("《", -_TITLE_REACH) <= before.count("》", -_TITLE_REACH):
        return False
    close = following.find("》", 0, _TITLE_REACH)
    return close >= 0 and re.search("[。《]", following[:close]) is None and not _FRESH.match(following)


def _heads_on(before: str, following: str, *, blank_line: bool, opening: int) -> bool:
    """Tell whether a title, or the bracket under it, goes on in the next line."""
    if _OPEN_BRACKET.match(before) and _CLOSES.match(following):
        return True
    is_open = _MATTER_OPEN.search(before) is not None and _TITLE_END.search(following) is not None
    is_open = is_open or (
        before.startswith("关于") and before.endswith("的") and _KIND_ALONE.fullmatch(following) is not None
    )
    if blank_line and not is_open and not _opens_title(before, following):
        return False
    return opening <= _HEAD_LINES and _is_broken_title(before, following)


def _is_broken_title(before: str, following: str) -> bool:
    """Tell whether a title at the head goes on in the next line (关于… / …的通知)."""
    if _PROSE.search(before) or _PROSE.search(following) or len(following) > _TITLE_LENGTH:
        return False
    if _TITLE_END.search(before.removesuffix("》")) or _NUMBER_LINE.match(before) or _NUMBER_LINE.match(following):
        return False
    if _CHROME.search(before):
        return False
    if following.startswith("关于") and re.search("(?:[局厅委部院府会办室司]|届[^，。]{2,20}会议)$", before):
        return True
    if _opens_title(before, following):
        return True
    return any(word in before for word in ("关于", "对", "转发", "批转", "印发")) and bool(
        _TITLE_END.search(following) or "关于" in before
    )


def _opens_title(before: str, following: str) -> bool:
    """Tell whether an issuer alone stands over what it makes known (X办公厅 / 转发某办法的通知)."""
    return _ISSUER_OPEN.match(before) is not None and _MATTER.match(following) is not None
