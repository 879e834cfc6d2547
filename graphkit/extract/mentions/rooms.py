"""Words before 室, 厅 or 中心 in, whether they make a room, hall or house and not a body out."""

from __future__ import annotations

import re

from graphkit.extract.scan import Scan

_NO_ROOM = re.compile("(?:活动|会议|阅览|展览|接待|值班|候车|候诊|陈列|休息|储藏|多媒体|报告|更衣|浴|厕|卧|客)$")
# Halls and houses where people meet, by what they are for: 法纪教育厅, 云岭国际会议中心.
_NO_HALL = re.compile("(?:法纪|廉政|警示|国防|科普|安全|党性|体验|家风)教育$|(?:宣誓|洽谈|审判|缴费|阅览)$")
_NO_HOUSE = re.compile("(?:会议|会展|行政|市民|政务)$")
# A court's hall is told by a number, or by who sits there: 第一审判庭, 在审判庭开庭.
_HALL_NUMBER = re.compile("第[一二三四五六七八九十]{1,2}$")
_IN_SESSION = re.compile("(?:公开|依法|不公开)?(?:开庭|审理|宣判|旁听)|[内里]")
# A house in which something is held: 在县体育馆正式开赛.
_VENUES = frozenset({"体育馆", "文化馆", "博物馆", "图书馆", "美术馆", "展览馆", "科技馆", "纪念馆"})
_HOLDS = re.compile(
    "(?:正式|隆重|顺利|成功|热闹)?(?:开赛|开幕|举行|举办|召开|启动|开展|进行|开讲|开馆|拉开|落幕|闭幕)|[内里前]"
)
_SEATED = re.compile("主任|副主任|党|负责|工作人员|召开|组织|印发|管理|承办")

# What an office does for others, whichever office it is: 律师事务所, 退回价格事务所.
_PROFESSION = re.compile("(?:退回|加盖|[上下]一级|同级|其|直属|设立)?(?:律师|会计师?|价格|税务师?|审计|评估|专利)")


def is_room(scan: Scan, body: str, suffix: str, end: int) -> bool:
    """Tell whether a room, hall or house is meant, not who sits there: 会议室, 廉政教育厅, 县会议中心."""
    if suffix == "室":
        return _NO_ROOM.search(body) is not None
    if suffix == "中心":
        return _NO_HOUSE.search(body) is not None and _SEATED.match(scan.text, end) is None
    if suffix in _VENUES:
        start = end - len(body) - len(suffix)
        return scan.text.startswith("在", start - 1) and _HOLDS.match(scan.text, end) is not None
    if suffix == "审判庭":
        return _HALL_NUMBER.search(body) is not None or _IN_SESSION.match(scan.text, end) is not None
    return suffix == "厅" and _NO_HALL.search(body) is not None


def is_any_of_kind(body: str, suffix: str) -> bool:
    """Tell whether the words before a kind word tell its profession alone: 律师事务所, 海事法院, not 青山律师事务所."""
    if suffix.endswith("法院"):
        return body in {"海事", "铁路运输", "知识产权", "互联网", "金融"}
    return suffix == "事务所" and _PROFESSION.fullmatch(body) is not None
