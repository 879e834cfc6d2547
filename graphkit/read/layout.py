"""Matched text in, sections and articles out, by the layout of official documents (GB/T 9704-2012)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.model.text import Article, Section, SectionKind
from graphkit.normalise.breaks import ADDRESSEES, DOCUMENT_KINDS
from graphkit.normalise.document_numbers import SERIAL, YEAR_FIRST
from graphkit.read.articles import (
    BULLET,
    COLUMN_LIMIT,
    Paragraph,
    articles_of,
    column_name,
    is_column,
    is_paper_alone,
    is_piece_title,
    without_marks,
)
from graphkit.read.bylines import is_byline, is_posting, is_value
from graphkit.read.imprints import DAY, first_signer, imprint_of, is_dated_relay, is_issuer, opens_title, repeats_title
from graphkit.read.segment import FIELD, breaks_in, number_beside_title

NUMBER = rf"(?:[^\s，。；：、《》（）()]{{0,16}}{SERIAL}|{YEAR_FIRST})"
_METADATA = re.compile(rf"[-•·*|]?【?(?:{FIELD}|title|shortTitle|date|author|icon|category|tag)(?:】|：)")
_CONTENTS = re.compile("[【\\[〖◇◆]?(?:本期(?:提要|要目|导读|目录|内容|看点)|要目|目录|目次|内容提要)[】\\]〗◇◆]?：?$")
_ISSUE = re.compile(r"(?:\d{4}年)?第?\d{1,6}期|（?总第?\d{1,6}期|\d{4}年第\d{1,2}周")
_NOTE = re.compile("[【（\\[]?编者?[按语][】）\\]]?：?")
_FOOTER = re.compile(
    "(?:信息)?公开(?:选项|方式|属性|形式)：|主送：|报送?：|抄送：|抄报：|发送?：|分送：|送：|呈报?：|（?(?:此件)?(?:社会)?(?:主动|依申请)?公开(?:发布)?）$|（?共印\\d{1,6}份"
)
_OPEN = re.compile("（?(?:此件)?(?:社会)?(?:主动|依申请)?公开(?:发布)?）$")
_PRINTED = re.compile(r".{0,24}\d{4}年\d{1,2}月\d{1,2}日(?:印发|印制)$")
_DATE_LINE = re.compile(f"{DAY}$")
_NUMBER_LINE = re.compile(f"（?{NUMBER}）?$")
_PROSE_END = re.compile("[。；！？，、]$")
_TITLE_KIND = re.compile(
    "(?:"
    + "|".join(DOCUMENT_KINDS)
    + r")(?:（[^（）]{1,30}）)*$|^[一-鿿、]{4,40}(?:转发|批转|印发)[^。，；]*"
    + "《[^《》]{4,80}(?:《[^《》]{4,60}》[^《》]{1,20})?》$|^[^《》，。；：]{6,60}（[一-鿿]+〔\\d{4}〕第?\\d+号）$"
)
_BARE_KIND = re.compile("(?!.*(?:关于|转发|批转|印发))[一-鿿]{2,14}(?:通知|通告|公告|函|批复|意见|决定)")
_FOOTNOTE = re.compile(r"\[\d{1,2}\]")
_BRACKET_LABEL = re.compile("【[^【】]{1,12}】")
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十百]+[章节条]|\d{1,2}[.．、])"
)
_NO_ADDRESSEE = re.compile(
    "^[-·•]|请?选择|页面|发文内容|如下|现将|现就|根据|为了|^为|^经|做法|召开后|结束后|进展情况|决定|要求|下列|以下|规定|消息|来源|本报|记者|本文|发布|作者|编辑|浏览|阅读|字号|日期|时间|链接|附件|分享|视力|保护色|大小|访问|打印|概述|摘要|索引|"
    "[他她书记长任](?:还|又|就|在会上)|回顾了|总结了|[^各、]了|指出|强调|表示|部署安排|提出|会上|位置|专栏|栏目|导读|提示|要点|看点|速览|朋友们|居民们|亲爱的|尊敬的|各位"
)
_LIST_ITEM = re.compile(r"[0-9]{1,2}[.．、](?![0-9])")
_NO_TITLE = re.compile(
    "版权所有|[^。《》]*(?:返回首页|加入收藏|设为首页|繁[体體]版|无障碍|长者(?:模式|版|助手)|关怀版)|(?:主办|承办|协办)(?:单位)?：|[^。《》]*[|｜]|[:：]|[一-鿿]{2,6}[:：][0-9]|您?(?:现在|当前|所在)?的?(?:位置|所在)[:：]|[^。《》]*>|[一-鿿]{0,4}首页[:：]|[（(【]?(?:示例|样例|范文)文?本?[，,：]|签发人?：|(?:通知公告|通知通告|公示公告|公告公示|公告通知|公告通告|政策法规|法律法规|政策规定|规章制度)$|附件?[:：0-9]|[一-鿿、]{2,40}(?:文件|[局厅委部院府办室司署])$"
)
_RED_HEAD = re.compile("[一-鿿、“”]{2,60}文件$")
_RULE_LINE = re.compile(r"[=+\-_*~—─]+$")
# Who edits or signs a bulletin: 甲厅办公室编印, 签发：乙.
_EDITED = re.compile(
    "(?:编|编印|主办|编辑部|印发)$|^(?:签发人?|审核|审签|主编|(?:责任)?编辑|校对|主办(?:单位)?|编印)："
)
_OFFICE_LINE = re.compile("[一-鿿（）]{6,24}(?:处|科|室|办|部|中心)$")
_HEAD_LINES, _IMPRINT_LINES, _ISSUER_LINES, _NUMBER_LINES = 10, 4, 14, 24
_HEAD_KINDS = frozenset({SectionKind.TITLE, SectionKind.NUMBER, SectionKind.METADATA})
_BYLINE_HEAD, _BYLINE_FOOT, _BYLINE_LIMIT, _SERIES_LIMIT, _TITLE_LIMIT, _SIGNER_LIMIT = 8, 3, 120, 12, 90, 40


def lay_out(matched: str) -> tuple[tuple[Section, ...], tuple[Article, ...]]:
    """Give the sections of a text, in order, and its articles (a bulletin's; other genres have none)."""
    paragraphs = list(paragraphs_in(matched))
    kinds = _Kinds(paragraphs)
    kinds.classify()
    articles = articles_of(paragraphs, kinds.kinds, kinds.columns) if kinds.is_collection else ()
    sections = tuple(
        Section(kind=kind, start=paragraph.start, end=paragraph.end, article=_article_at(articles, paragraph.start))
        for paragraph, kind in zip(paragraphs, kinds.kinds, strict=True)
    )
    return sections, articles


def paragraphs_in(matched: str) -> Iterator[Paragraph]:
    """Iterate over the non-empty lines of the matched text; lines that run on are cut into their parts."""
    start = 0
    lines = matched.split("\n")
    numbered = _numbered_lines(lines)
    for line in lines:
        if line:
            begin = 0
            for cut in (*(numbered.get(line) or breaks_in(line)), len(line)):
                yield Paragraph(start + begin, start + cut, line[begin:cut])
                begin = cut
        start += len(line) + 1


def _numbered_lines(lines: list[str]) -> dict[str, tuple[int]]:
    """Give the line near the head that holds number and title, and where it breaks; several are a list of papers."""
    places = {line: number_beside_title(line) for line in lines[:_NUMBER_LINES] if line}
    found = {line: (place,) for line, place in places.items() if place is not None}
    return found if len(found) == 1 else {}


class _Kinds:
    """Classifies paragraphs in one walk from the head and one from the foot."""

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.kinds = [SectionKind.BODY] * len(paragraphs)
        self.columns: dict[int, str] = {}
        self.contents: list[str] = []
        self.is_collection = False
        self.issuers = len(paragraphs)
        """Where the lines of a masthead begin that only say who issues."""

    def classify(self) -> None:
        """Fill `kinds`."""
        foot = self._foot()
        for index in range(foot, len(self.paragraphs)):
            self.kinds[index] = SectionKind.FOOTER
        head = self._masthead(foot)
        for index in range(head, foot):
            self._one(index, foot)
        self.is_collection = SectionKind.CONTENTS in self.kinds or (head > 0 and self._pieces(head, foot))
        if not self.is_collection:
            is_paper = head < foot and _TITLE_KIND.search(self.paragraphs[head].text)
            for index in range(self.issuers, head) if is_paper else ():
                self.kinds[index] = SectionKind.BODY  # over a paper's own title: who signs it and when
                self._one(index, foot)
            self._red_head(foot)
            self._signature(foot)
            self._title(head, foot)
            self._title_by_number(foot)
            self._repeated_titles(foot)
            self._imprints(foot)

    def _foot(self) -> int:
        """Find where the foot begins: the first 主送/抄送/公开/印发 line of the last quarter or ten lines."""
        total = len(self.paragraphs)
        first = max(0, min(total - 10, total * 3 // 4))
        for index in range(first, total):
            text = self.paragraphs[index].text
            if _OPEN.match(text) and any("。" in below.text for below in self.paragraphs[index + 1 :]):
                self.kinds[index] = SectionKind.FOOTER  # what the paper carries stands below
                continue
            if _FOOTER.match(text) or _PRINTED.match(text):
                return index
        return total

    def _masthead(self, foot: int) -> int:
        """Mark a bulletin's masthead and contents; give the index where the body begins."""
        issue = next((i for i in range(min(8, foot)) if _names_issue(self.paragraphs[i].text)), None)
        start = next((i for i in range(min(20, foot)) if _CONTENTS.match(self.paragraphs[i].text)), None)
        if issue is None and start is None:
            return 0
        head = start if start is not None else (issue or 0) + 1
        while start is None and head < foot and _is_head_line(self.paragraphs[head].text):
            if not _is_imprint(self.paragraphs[head].text):
                self.issuers = min(self.issuers, head)
            head += 1
        for index in range(head):
            self.kinds[index] = SectionKind.MASTHEAD
        return head if start is None else self._contents(start, foot)

    def _contents(self, start: int, foot: int) -> int:
        """Mark the contents: bulleted lines, and columns until the first comes again or prose begins."""
        seen: set[str] = set()
        index = start
        while index < foot:
            text = self.paragraphs[index].text
            if index > start and (text in seen or len(text) > _TITLE_LIMIT or _PROSE_END.search(text)):
                break
            if index > start and not BULLET.match(text) and without_marks(text) in self.contents:
                break
            self.kinds[index] = SectionKind.CONTENTS
            if index > start:
                if BULLET.match(text) or len(text) > COLUMN_LIMIT:
                    self.contents.append(without_marks(text))
                else:
                    seen.add(text)
                    self.columns[index] = text
            index += 1
        return index

    def _one(self, index: int, foot: int) -> None:
        """Classify one paragraph between head and foot."""
        text = self.paragraphs[index].text
        if self.kinds[index] is not SectionKind.BODY:
            return
        if text in self.columns.values():
            self.kinds[index] = SectionKind.COLUMN
            self.columns[index] = text
        elif self.contents and without_marks(text) in self.contents:
            self.kinds[index] = SectionKind.TITLE
        elif _NOTE.match(text):
            self.kinds[index] = SectionKind.NOTE
        elif _METADATA.match(text) or self._is_byline(index):
            self.kinds[index] = SectionKind.METADATA
        elif _NUMBER_LINE.match(text):
            self.kinds[index] = SectionKind.NUMBER
        elif self.contents and self._is_title_line(index, foot):
            self.kinds[index] = SectionKind.TITLE

    def _pieces(self, head: int, foot: int) -> bool:
        """Mark the columns and titles of a bulletin that lists no contents; tell whether it collects several pieces."""
        lines = [index for index in range(head, foot) if self.kinds[index] is SectionKind.BODY]
        columns = [index for index in lines if is_column(self.paragraphs[index].text)]
        titles = [index for index in lines if index not in columns and self._is_piece(index, foot)]
        if not columns and (not titles or is_paper_alone([self.paragraphs[index] for index in titles])):
            return False
        for index in titles:
            self.kinds[index] = SectionKind.TITLE
        for index in columns:
            self.kinds[index] = SectionKind.COLUMN
            self.columns[index] = column_name(self.paragraphs[index].text)
        return True

    def _is_piece(self, index: int, foot: int) -> bool:
        """Tell whether a line is the title of a piece, prose or an editor's note standing below."""
        below = self.paragraphs[index + 1].text if index + 1 < foot else ""
        is_over = self._is_title_line(index, foot) or _NOTE.match(below) is not None
        return is_over and is_piece_title(self.paragraphs[index].text)

    def _is_byline(self, index: int) -> bool:
        """Tell whether a line near head or foot names source, date or author, as web pages do."""
        text = self.paragraphs[index].text
        goes_on = index > 0 and self.kinds[index - 1] is SectionKind.METADATA
        if goes_on and is_value(self.paragraphs[index - 1].text, text) and not _TITLE_KIND.search(text):
            return True
        is_head = index < _BYLINE_HEAD or goes_on
        if not (is_head or index >= len(self.paragraphs) - _BYLINE_FOOT) or len(text) > _BYLINE_LIMIT or "。" in text:
            return False
        return is_byline(text) or (is_head and is_posting(text))

    def _is_title_line(self, index: int, foot: int) -> bool:
        """Tell whether a short line without end mark stands before prose, as titles do."""
        text = self.paragraphs[index].text
        if not 6 <= len(text) <= 60 or _PROSE_END.search(text) or text.endswith("：") or "。" in text:
            return False
        if _HEADING.match(text) or _DATE_LINE.search(text) or index + 1 >= foot:
            return False
        return "。" in self.paragraphs[index + 1].text

    def _signature(self, foot: int) -> None:
        """Mark the date line near the end and the signers above it."""
        for index in range(2, foot):
            text = self.paragraphs[index].text
            is_signed = _DATE_LINE.match(text) and _is_signer(self.paragraphs[index - 1].text)
            if not is_signed or self.kinds[index - 1 : index + 1] != [SectionKind.BODY] * 2:
                continue
            self.kinds[index] = SectionKind.SIGNATURE
            above = index - 1
            while above > 0 and _is_signer(self.paragraphs[above].text) and self.kinds[above] is SectionKind.BODY:
                above -= 1
            first = first_signer([one.text for one in self.paragraphs], above + 1, index)
            self.kinds[first:index] = [SectionKind.SIGNATURE] * (index - first)
            return

    def _title(self, head: int, foot: int) -> None:
        """Mark the title and the addressee of a single document."""
        title = None
        seen = 0
        for index in range(head, foot):
            text = self.paragraphs[index].text
            if self.kinds[index] is not SectionKind.BODY or _RULE_LINE.match(text):
                continue
            seen += 1
            if seen > _HEAD_LINES:
                return
            if title is None and opens_title(*(one.text for one in self.paragraphs[index : index + 2])):
                self.kinds[index] = SectionKind.MASTHEAD
            elif title is None and self._may_be_title(index):
                is_series = self._is_series(index)
                self.kinds[index] = SectionKind.MASTHEAD if is_series else SectionKind.TITLE
                title = title if is_series else index
            elif _is_addressee(text) or (title is not None and ADDRESSEES.fullmatch(text)):
                self.kinds[index] = SectionKind.ADDRESSEE
                return
            elif "。" in text and title is not None:
                return

    def _title_by_number(self, foot: int) -> None:
        """Take the line beside number, addressees or metadata as title, where a site's line was taken for it."""
        titles = [i for i in range(foot) if self.kinds[i] is SectionKind.TITLE]
        known = [i for i in titles if _TITLE_KIND.search(t := self.paragraphs[i].text) and not _BARE_KIND.fullmatch(t)]
        if known and SectionKind.METADATA not in self.kinds[known[-1] : known[-1] + 3]:
            return
        lines = [paragraph.text for paragraph in self.paragraphs[:_NUMBER_LINES]]
        for index in range(min(foot, _NUMBER_LINES)):
            beside = self.kinds[index + 1 : index + 2] + self.kinds[max(index - 1, 0) : index]
            is_beside = SectionKind.NUMBER in beside or SectionKind.ADDRESSEE in beside[:1]
            is_named = is_beside and re.search("关于|转发|批转|印发", lines[index]) is not None
            is_head = is_named or (not known and (SectionKind.METADATA in beside[:1] or lines.count(lines[index]) > 1))
            if self.kinds[index] is SectionKind.BODY and is_head and self._is_kind_title(index):
                for other in titles:
                    self.kinds[other] = SectionKind.BODY
                self.kinds[index] = SectionKind.TITLE
                return

    def _is_kind_title(self, index: int) -> bool:
        return self._may_be_title(index) and _TITLE_KIND.search(self.paragraphs[index].text) is not None

    def _red_head(self, foot: int) -> None:
        """Mark the red head (X文件): the first line, or one right over the number."""
        for index in range(min(foot, _ISSUER_LINES)):
            is_over_number = index + 1 < foot and self.kinds[index + 1] is SectionKind.NUMBER
            if (index == 0 or is_over_number) and _RED_HEAD.match(self.paragraphs[index].text):
                self.kinds[index] = SectionKind.MASTHEAD

    def _repeated_titles(self, foot: int) -> None:
        """Mark the lines that give the title again, as web pages do over the text, with or without its issuer."""
        titles = [p.text for p, kind in zip(self.paragraphs, self.kinds, strict=True) if kind is SectionKind.TITLE][:1]
        for index in range(foot if titles else 0):
            if self.kinds[index] is SectionKind.BODY and repeats_title(self.paragraphs[index].text, titles[0]):
                self.kinds[index] = SectionKind.TITLE

    def _imprints(self, foot: int) -> None:
        """Mark who issued the text, when and under which number, in lines right under its title."""
        is_signed = SectionKind.SIGNATURE in self.kinds
        for index in range(min(foot, _ISSUER_LINES)):
            if self._is_issuer_line(index, foot):
                self.kinds[index] = SectionKind.MASTHEAD
        for title in [index for index in range(foot) if self.kinds[index] is SectionKind.TITLE]:
            if is_signed and is_dated_relay(*(one.text for one in self.paragraphs[title : title + 2])):
                self.kinds = [SectionKind.BODY if one is SectionKind.SIGNATURE else one for one in self.kinds]
                is_signed = False  # the foot is that of the text passed on
            for index in range(title + 1, min(title + 1 + _IMPRINT_LINES, foot)):
                if self.kinds[index] is not SectionKind.BODY:
                    break
                kind = imprint_of(self.paragraphs[index].text, self.paragraphs[title].text)
                if kind is SectionKind.NUMBER or (kind is SectionKind.SIGNATURE and not is_signed):
                    self.kinds[index] = kind

    def _is_issuer_line(self, index: int, foot: int) -> bool:
        """Tell whether a line is a body alone, between a title and its repetition, number or addressees."""
        if self.kinds[index] is not SectionKind.BODY or index + 1 >= foot or not is_issuer(self.paragraphs[index].text):
            return False
        above = self.kinds[index - 1] if index else SectionKind.TITLE
        below = imprint_of(self.paragraphs[index + 1].text) or self.kinds[index + 1]
        return above in _HEAD_KINDS and below in {*_HEAD_KINDS, SectionKind.ADDRESSEE}

    def _is_series(self, index: int) -> bool:
        """Tell whether a short line only says what kind of paper this is, the title with its matter standing below."""
        if len(self.paragraphs[index].text) > _SERIES_LIMIT or "关于" in self.paragraphs[index].text:
            return False
        below = (paragraph.text for paragraph in self.paragraphs[index + 1 : index + 1 + _HEAD_LINES])
        return any(text.startswith("关于") and "。" not in text and _TITLE_KIND.search(text) for text in below)

    def _may_be_title(self, index: int) -> bool:
        text = _FOOTNOTE.sub("", _BRACKET_LABEL.sub("", self.paragraphs[index].text))
        if not 4 <= len(text) <= 160 or _DATE_LINE.match(text) or text.endswith(("：", "。")) or _NO_TITLE.match(text):
            return False
        if _LIST_ITEM.match(text):
            return False
        if _TITLE_KIND.search(text):
            return True
        return index <= 1 and len(text) <= _TITLE_LIMIT and "。" not in text and not _PROSE_END.search(text)


def _article_at(articles: tuple[Article, ...], offset: int) -> int:
    """Give the order of the article at an offset, 0 for none."""
    return next((article.order for article in articles if article.start <= offset < article.end), 0)


def _names_issue(text: str) -> bool:
    """Tell whether a line has the number of an issue, and not a sentence a count of issues (举办专栏6753期)."""
    issue = _ISSUE.search(text) if "期" in text or "周" in text else None
    return issue is not None and not re.search("[，。；]", text[: issue.start()])


def _is_imprint(text: str) -> bool:
    """Tell whether a line has the number or day of a bulletin, or who edits it."""
    return bool(
        (("期" in text or "周" in text) and _ISSUE.search(text)) or _DATE_LINE.search(text) or text.endswith("编")
    )


def _is_head_line(text: str) -> bool:
    return (
        len(text) <= 40
        and "。" not in text
        and bool(_is_imprint(text) or _EDITED.search(text) or is_issuer(text) or _OFFICE_LINE.match(text))
    )


def _is_addressee(text: str) -> bool:
    return (
        len(text) > 2
        and text.endswith("：")
        and "。" not in text
        and not _NO_ADDRESSEE.search(text)
        and not _HEADING.match(text)
    )


def _is_signer(text: str) -> bool:
    if len(text) > _SIGNER_LIMIT or text[:1].isdigit() or re.search("[。；：，！？]", text):
        return False
    return not _HEADING.match(text) and not _TITLE_KIND.search(_FOOTNOTE.sub("", text))
