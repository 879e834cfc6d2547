"""The number of an order or a title in, the name of the body that issues it out."""

from __future__ import annotations

import re

from graphkit.extract.gazetteer import Gazetteer, Region
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.model.text import SectionKind
from graphkit.resolve.meeting_holders import without_count

_LEAD = re.compile(r"^【[^】]*】|^[一-鿿]{1,12}〔\d{4}〕\d{1,5}号《?")
_NUMBER = re.compile(r"(?:令|公告)?\s*(?:[〔（\[]\d{4}[〕）\]]|（?\d{4}年)?（?第?[^，。〔（第]{1,8}号(?:）|令)?$")
_BODY = re.compile("(?:^[一-鿿]|政)府$|[院部委局署行会厅席处]$")
_OF_TITLE = re.compile(
    "((?:(?!转发|批转|印发|关于).){2,20}?[局厅委部院府会办室司])"
    "(?:关于|对|转发|批转|印发|公告|通告|[一-鿿]{0,6}令$|令|(?=20[0-9]{2}(?:[—-]20[0-9]{2})?年))"
)
# Whose minutes a title names: 甲县人民政府 + 专题会议纪要, 乙局 + 2024年第3次局长办公会议纪要.
_OF_MINUTES = re.compile(
    "((?:(?!关于|研究|研讨|讨论|全[国省市县区]).){2,24}?(?:政府|委员会|[局厅委院校部府]|办公室|办事处|公司|集团|大学|学院|学校|中心|医院|协会|指挥部))"
    "(?:党组|党委)?(?:20[0-9]{2}年(?:度)?)?(?:第[0-9一二三四五六七八九十]+[次届期])?(?:[一-鿿]{0,4}长)?(?:专题|常务|办公|协调|工作|行政|[局厅委院校]务|党组|党委|理事|董事|业务|例行|调度|联席|现场|周|月)*会(?:议)?纪要"
)
# Issuers of one place, written one behind the other: 中共某市委办公室 + 某市人民政府办公室.
_JOINT = re.compile(
    "((?:中共|中国共产党)?(?P<place>[一-鿿]{2,9}?[省市县区州旗盟])[一-鿿]{1,12}?)(?=(?P=place)[一-鿿]{2,})"
)
# Issuers of the centre, glued: 最高人民法院 + 最高人民检察院 + 公安部 + 关于….
_GLUED = re.compile("([一-鿿、 ]{4,80}?)(?=关于|印发|转发)")
# The government whose order it is, by kind alone or by the one-character name of its place: 政府令, 渝府令.
_SHORT_GOVERNMENT = re.compile("政府|人民政府|[一-鿿]府")


def issuer_in_order(order: str, region: Region | None, gazetteer: Gazetteer) -> str | None:
    """Give whose order a number is of: 中华人民共和国国务院令第652号 → 国务院, 政府令第3号 → the region's.

    A number that opens with letters names none (某政令〔2023〕1号), nor does one that stands alone (第2号令).
    """
    name = without_count(_NUMBER.sub("", order))
    if _BODY.search(name) is None:
        return None
    bare = name.removeprefix("中华人民共和国")
    name = bare if bare in gazetteer.central else name
    if region is not None and _SHORT_GOVERNMENT.fullmatch(name):
        return f"{region.name}人民政府"
    return name


def title_line(scan: Scan, own: Mention | None) -> str:
    """Give the words of the first title of a document; those of its own title, where that begins in a line above."""
    section = next((one for one in scan.document.sections if one.kind is SectionKind.TITLE), None)
    if section is None:
        return ""
    is_longer = own is not None and own.start < section.start < own.end
    start, end = (own.start, own.end) if own is not None and is_longer else (section.start, section.end)
    return scan.text[start:end].replace("\n", "")


def issuers_in_title(title: str, gazetteer: Gazetteer) -> list[str]:
    """Give the bodies that open a title; central ones may stand one behind the other without a mark."""
    joint = _GLUED.match(_LEAD.sub("", title))
    parts = _parts(joint[1], frozenset(gazetteer.central)) if joint is not None else None
    issuer = issuer_in_title(title)
    return parts if parts is not None and len(parts) > 1 else [issuer] if issuer is not None else []


def _parts(name: str, central: frozenset[str]) -> list[str] | None:
    """Give the central bodies that a string is made of, None where it holds something else."""
    if not name:
        return []
    ends = (end for end in range(len(name), 1, -1) if name[:end] in central)
    rests = ((name[:end], _parts(name[end:].lstrip("、 "), central)) for end in ends)
    return next(([first, *rest] for first, rest in rests if rest is not None), None)


def issuer_in_title(title: str) -> str | None:
    """Give the body that opens a title, before 关于, 转发, 印发 and the like; of joint ones the first."""
    name = _LEAD.sub("", title)
    issuer = _OF_TITLE.match(name) or _OF_MINUTES.match(name)
    if issuer is None:
        return None
    joint = _JOINT.match(issuer[1])
    return joint[1] if joint is not None else issuer[1]
