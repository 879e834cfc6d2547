"""The number of an order or a title in, the name of the body that issues it out."""

from __future__ import annotations

import re

from graphkit.extract.gazetteer import Gazetteer, Region
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


def issuer_in_title(title: str) -> str | None:
    """Give the body that opens a title, before 关于, 转发, 印发 and the like; of joint ones the first."""
    name = _LEAD.sub("", title)
    issuer = _OF_TITLE.match(name) or _OF_MINUTES.match(name)
    if issuer is None:
        return None
    joint = _JOINT.match(issuer[1])
    return joint[1] if joint is not None else issuer[1]
