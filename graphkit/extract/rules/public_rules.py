"""A point of an order or announcement to the public in, whether it is a task, a rule for all or neither out."""

from __future__ import annotations

import re
from typing import Literal

from graphkit.extract.enumerations import heading_of
from graphkit.extract.scene import Item, Scene

# 封山令, 禁火命令, 通告; a 总河长令 is told to officials, and a 动员令 calls on them.
_TO_THE_PUBLIC = re.compile("(?:(?<![长员指])令|通告|公告|布告|告示)(?:（[^（）]*）)*$")
_DUTY = "(?:要(?!求)|应当?|必?须|负责|务必)"
# The authorities that are to do it open the sentence: 各乡镇要…, 县公安局、县林业局应当….
_AUTHORITIES = re.compile(
    "[^。；]{0,60}?(?:各[^，。；]{1,40}?|(?:局|委|办|府|部门|队伍|队|街道|街道）|乡镇|单位|机关|指挥部|办事处|宣传部|中心|大队|林场|社区|社区）))"
    f"[^，。；]{{0,8}}?{_DUTY}"
)
_EVERYBODY = re.compile(
    "任何|凡|个人|公民|人员|人应|经营者|车辆|驾驶|居民|群众|业主|纳税人|游客|旅客|当事人|企业|商户|用户|家长"
)
# What authorities set about, whatever it forbids: 加强巡查，不得….
_WORK = re.compile(
    "(?:切实|认真|进一步|全面|深入|大力|严格(?!遵守|按)|加强|强化|落实|压实|做好|抓好|加大|提高|规范|完善|建立|健全|开展|推进)"
    "(?![^，。；]*(?:时间|区域|范围)$)"
)
_RULE = re.compile(f"严禁|禁止|不得|不准|不许|不予|一律|违反|违者|{_DUTY}|禁[^，。；]{{0,10}}(?:火|放|捕|行)")
_BANS = ("严禁", "禁止", "不得", "不准")
# When or where it holds: 在封山期间, 3月1日至5月31日, 禁牧范围南起….
_WHEN = re.compile(
    "期间?$|\\d日?[至到—-]|\\d[时日]$|^[^，。；]{0,12}(?:范围|区域|时间|期限|路段)(?:由|[东南西北]起|[为是自从：])"
)
# A heading of a line of its own, or before what it is about: 封山时间, 管制路段：….
_HEADING = 12


def is_to_the_public(scene: Scene, owner: str) -> bool:
    """Tell whether points are those of an order or announcement that everybody is to keep."""
    paper = scene.drafts.get(owner)
    return paper is not None and paper.kind == "Policy" and _TO_THE_PUBLIC.search(paper.names[0]) is not None


def public_kind(scene: Scene, item: Item) -> Literal["Task", "Provision"] | None:
    """Tell what a point lays down: a rule for all, only what or when it is about, or a task."""
    heading, end = heading_of(scene, item)
    sentence = re.split("[。\n]", scene.text[item.start : item.end], maxsplit=1)[0]
    told = _AUTHORITIES.match(sentence)
    if (told is not None and _EVERYBODY.search(told[0]) is None) or _WORK.match(heading):
        return "Task"
    if len(heading) <= _HEADING and (end == item.end or scene.text[end] in "：\n") and not heading.startswith(_BANS):
        return None
    if _RULE.search(sentence):
        return "Provision"
    return None if _WHEN.search(heading) or _EVERYBODY.search(heading) else "Task"
