"""A text without line breaks in, the offsets at which its parts begin out (documents pasted or scanned as one line)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = r"[一-鿿]{2,14}[〔\[（(]\d{4}[〕\]）)]第?\d+号"
_KINDS = "通知|意见|通告|公告|决定|批复|报告|请示|方案|办法|规定|函|通报"
_HEAD = re.compile(
    rf"(?P<red>[^。，；：]{{2,80}}?文件)?(?P<number>{_NUMBER})(?P<title>[^。；：]{{6,120}}?的(?:{_KINDS})(?:（[^（）]{{1,12}}）)?)(?P<to>[^。：]{{2,240}}：)?"
)
_UNNUMBERED = re.compile(
    rf"(?P<red>[^。，；：]{{2,60}}?[局厅委部院府办室司署心])(?P<number>[一-鿿]{{2,8}}[〔\[（(]\d{{4}}[〕\]）)]第?\d+号)(?P<title>[^。；：，]{{0,40}}?关于[^。；：]{{4,120}}?的(?:{_KINDS}))(?P<to>[^。：]{{2,240}}：)?"
)
_HEADING = re.compile(r"(?<=[。；：])(?=(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[一-鿿])")
_SIGNATURE = re.compile(
    r"(?<=[。）])(?P<signers>[一-鿿]{4,60}?)(?P<date>\d{4}年\d{1,2}月\d{1,2}日)(?=$|（|抄送|[一-鿿]{2,30}\d{4}年\d{1,2}月\d{1,2}日印发|附件)"
)
_PRINT = re.compile(r"(?<=日)[一-鿿]{2,30}\d{4}年\d{1,2}月\d{1,2}日印发$|抄送：")
_DATE = r"\d{4}年\d{1,2}月\d{1,2}日"
# A signature and its date on one line: 工业和信息化部2021年11月15日.
_SIGNED_LINE = re.compile(r"[一-鿿]{2,60}[局厅委部院府办室会司署社心团行](?P<date>\d{4}年\d{1,2}月\d{1,2}日)$")
_LONG = 300
_SHORTEST_ISSUER = 4


def breaks_in(line: str) -> Iterator[int]:
    """Iterate over the offsets at which a long line should break: number, title, addressees, headings, signature."""
    signed = _SIGNED_LINE.match(line)
    if signed is not None:
        yield signed.start("date")
    if len(line) < _LONG:
        return
    cuts: set[int] = set()
    head = _HEAD.match(line) or _UNNUMBERED.match(line)
    if head is not None:
        cuts.update(head.start(name) for name in ("number", "title", "to") if head[name])
        cuts.add(head.end())
        cuts.update(_signed_by_the_red_head(line, head["red"]))
    cuts.update(match.start() for match in _HEADING.finditer(line))
    for match in _SIGNATURE.finditer(line):
        cuts.update((match.start("signers"), match.start("date"), match.end("date")))
    cuts.update(match.start() for match in _PRINT.finditer(line))
    yield from sorted(cut for cut in cuts if 0 < cut < len(line))


def _signed_by_the_red_head(line: str, red: str | None) -> Iterator[int]:
    """Iterate over the cuts around a signature that repeats the issuer of the red head, whatever stands before it."""
    issuer = (red or "").removesuffix("文件")
    if len(issuer) < _SHORTEST_ISSUER:
        return
    signed = re.search(f"{re.escape(issuer)}(?={_DATE})", line)
    date = re.compile(_DATE).match(line, signed.end()) if signed is not None else None
    if signed is not None and date is not None:
        yield from (signed.start(), signed.end(), date.end())
