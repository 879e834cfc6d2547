"""Bytes of a web page in, the text of its article out; title, date, publisher and address from its metadata.

The main text is the smallest box that holds nearly all prose of the page; what is left outside is navigation, links and
the site's own lines. Where no box stands out, all that is no chrome is kept.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator, Mapping
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from graphkit.errors import UnreadableDocumentError
from graphkit.read.decoding import Decoded, decode
from graphkit.read.forms import Form
from graphkit.read.html_lines import Box, Line, Lines
from graphkit.read.reading import Limits, Reading

_SAVE = "若由脚本生成，请在浏览器中另存 / if a script makes it, save it from a browser"
_SHARE = 0.8
_LEAST = 30
_PROSE = re.compile("[。；！？]|，.{4,}")
_DATE = re.compile(r"((?:19|20)\d{2})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?")
_DATE_LINE = re.compile(r".{0,30}\d{4}年\d{1,2}月\d{1,2}日$")
_BYLINE = re.compile(r"(?:来源|发布(?:时间|日期)|发文日期|成文日期|日期|时间)\s*[：:]")
_SITE_LINE = re.compile(
    r"(?:您|你)?(?:现在|当前|所在)?的?位置\s*[：:]|当前位置|版权所有|Copyright|[^。]{0,20}ICP备|[^。]{0,6}公网安备|网站标识码|"
    r"主办单位?[：:]|承办单位?[：:]|技术支持|【?(?:打印|关闭|收藏)|分享到?|扫一扫|上一篇|下一篇|浏览次数|点击数|字体?[：:]\s*[【\[]?[大中小]|"
    r"首页\s*[>›»]|返回(?:顶部|首页)|无障碍|相关(?:链接|阅读|新闻)",
    re.IGNORECASE,
)
_TITLE_END = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]*(?:网|政府|局|厅|委|部|门户|平台|新闻|首页)[^-_|—–]*$")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_META: Mapping[str, tuple[str, ...]] = {
    "title": ("articletitle", "og:title", "title"),
    "issued": ("pubdate", "publishdate", "article:published_time", "firstpublishedtime", "publish-date", "dc.date"),
    "publisher": ("contentsource", "source", "article:author", "dc.publisher"),
    "url": ("url", "og:url"),
}
_ATTACHED = re.compile("附件|附：")


def read_html(content: bytes, source: str, _limits: Limits) -> Reading:
    """Read a web page; raises UnreadableDocumentError where it has no text."""
    return _read_page(decode(content, source), source, Form.HTML)


def read_mhtml(content: bytes, source: str, _limits: Limits) -> Reading:
    """Read the page of a saved web archive (RFC 2557)."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    payload = page.get_payload(decode=True) if page is not None else None
    if not isinstance(payload, bytes):
        raise UnreadableDocumentError(source, "网页存档里没有网页 / no page in the archive", remedy=_SAVE)
    address = str(message.get("Snapshot-Content-Location", ""))
    return _read_page(decode(payload, source), source, Form.MHTML, address=address)


def _read_page(decoded: Decoded, source: str, form: Form, *, address: str = "") -> Reading:
    tree = LexborHTMLParser(decoded.text)
    if tree.body is None:
        raise UnreadableDocumentError(source, "网页里没有正文 / no text in the page", remedy=_SAVE)
    page = Lines(tree.body)
    stated = _metadata(tree)
    saved = _SAVED_FROM.search(decoded.text[:4096])
    title = _title(tree, page, stated.get("title", ""))
    text = "\n".join(_article(page, title))
    if not text.strip():
        raise UnreadableDocumentError(source, "网页里没有文字 / no text in the page", remedy=_SAVE)
    return Reading(
        text=text + "\n",
        media_type=form.value,
        encoding=decoded.encoding,
        because=decoded.because,
        title=title,
        issued=_iso(stated.get("issued", "")),
        publisher=stated.get("publisher", ""),
        url=address or stated.get("url", "") or (saved[1] if saved is not None else ""),
    )


def _metadata(tree: LexborHTMLParser) -> dict[str, str]:
    """Give what the page's meta elements say (the names of the State Council's guide for government sites first)."""
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        name = (node.attributes.get("name") or node.attributes.get("property") or "").lower()
        value = " ".join((node.attributes.get("content") or "").split())
        if value:
            found.setdefault(name, value)
    return {field: next((found[name] for name in names if name in found), "") for field, names in _META.items()}


def _title(tree: LexborHTMLParser, page: Lines, stated: str) -> str:
    """Give the title: as the metadata say, else the only h1, else the page's title without the site's name."""
    heads = [line.text for line in page.lines if line.tag == "h1"]
    node = tree.css_first("title")
    whole = " ".join((node.text() if node is not None else "").split())
    if stated:
        return _TITLE_END.sub("", stated) or stated
    if len(heads) == 1 and len(heads[0]) >= 6:
        return heads[0]
    return _TITLE_END.sub("", whole) or whole


def _article(page: Lines, title: str) -> Iterator[str]:
    """Iterate over the lines of the article, its title and byline first where they stand outside the main box."""
    box = _main_box(page)
    kept = list(_kept(page, box))
    opening = {_folded(line.text) for line in kept[:6]}
    if title and not any(_folded(title) in one or one in _folded(title) for one in opening if len(one) >= 6):
        yield title
        kept = [line for line in kept if _folded(line.text) != _folded(title)]
    if not any(_is_byline(line) for line in kept[:6]):
        yield from (line.text for line in page.lines[: box.start] if _is_byline(line))
    yield from (line.text for line in kept)


def _main_box(page: Lines) -> Box:
    """Descend from the body while one box holds nearly all prose and nothing worth keeping is lost."""
    prose = [_prose(line) for line in page.lines]
    if sum(prose) < _LEAST:
        return page.body
    box = page.body
    while box.inner:
        best = max(box.inner, key=lambda one: sum(prose[one.start : one.end]))
        inside, around = sum(prose[best.start : best.end]), sum(prose[box.start : box.end])
        outside = [*page.lines[box.start : best.start], *page.lines[best.end : box.end]]
        if inside < around * _SHARE or any(_is_worthy(line) for line in outside):
            return box
        box = best
    return box


def _kept(page: Lines, box: Box) -> Iterator[Line]:
    """Iterate over the lines of a box without chrome: boxes named so, the site's lines, lists of links."""
    dropped = set(_chrome_lines(page, box))
    for number in range(box.start, box.end):
        line = page.lines[number]
        if number in dropped or _SITE_LINE.match(line.text):
            continue
        if line.linked > len(line.text) * _SHARE and "。" not in line.text and not _ATTACHED.search(line.text):
            continue
        yield line


def _chrome_lines(page: Lines, box: Box) -> Iterator[int]:
    """Iterate over the lines in boxes that are named as chrome, unless such a box holds most of the text."""
    whole = sum(_prose(line) for line in page.lines[box.start : box.end])
    waiting = list(box.inner)
    while waiting:
        inner = waiting.pop()
        if inner.is_chrome and sum(_prose(line) for line in page.lines[inner.start : inner.end]) <= whole * (
            1 - _SHARE
        ):
            yield from range(inner.start, inner.end)
        else:
            waiting.extend(inner.inner)


def _prose(line: Line) -> int:
    """Count the characters of a line that reads as prose and is no link."""
    plain = len(line.text) - line.linked
    return plain if plain > line.linked and (_PROSE.search(line.text) or plain >= _LEAST) else 0


def _is_worthy(line: Line) -> bool:
    """Tell whether a line outside may belong to the article: prose, or the date of a signature."""
    if _SITE_LINE.match(line.text) or line.linked > len(line.text) // 2:
        return False
    return ("。" in line.text and not _BYLINE.search(line.text)) or bool(_DATE_LINE.match(line.text))


def _is_byline(line: Line) -> bool:
    return len(line.text) <= 120 and bool(_BYLINE.search(line.text)) and bool(_DATE.search(line.text))


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _iso(written: str) -> str:
    """Give a date as YYYY-MM-DD or as much as is written."""
    found = _DATE.search(written)
    if found is None:
        return ""
    try:
        date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return ""
    return "-".join(part.zfill(2) for part in found.groups() if part)
