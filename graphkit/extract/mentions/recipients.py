"""A scan in, the pieces of addressee lines, 主送 and 抄送 out: each a body or a group (GB/T 9704-2012, 7.3.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.model.text import SectionKind

_NO_RECIPIENT = re.compile(
    "(?:[志友士生]们|来宾|功能|责编|编辑|审核|校对|监制|记者|通讯员|分享|打印|关闭|收藏|扫一扫|同志|先生|女士|领导|(?<!人大)常委|委员|代表|[省市州县区镇乡局厅]长|秘书长|书记|主任|主席|作用|决定|通知|如下|会议|精神|项目|来源|选举|补选|通过|表决)$|会议[一-鿿]{0,4}于|消息|^(?:为|现|根据|按照|经)|^(?:任命|免去|聘任|任免)$"
)
# Who does there what the body does elsewhere: 各县卫生局（某新区社会发展中心）.
_IN_BRACKETS = re.compile("(?<=[局委厅办院部])（[一-鿿]{4,}(?:中心|局|委员会|管委会|办公室|集团|公司)）$")
# A report goes to a body's leaders: 报：市委、市人大、市政府、市政协领导.
_REGION = frozenset({"region"})
_LEADERS = re.compile("^[省市县区州](?:委|人大|政府|政协|纪委)领导$")
_LIST_LEAD = re.compile("(?:主送|报送?|抄送|抄报|发送?|分送|抄|送|呈报?)：")
# 市政府各委、办、局: one open group.
_COMMITTEES = re.compile("(?:各|有关)(?:有关)?[委办厅部局处室院](?:、[委办厅部局处室院校])*$")
_FURTHER = re.compile("、[委办厅部局处室院校](?=[、，；：。 ])")
# 各学院、部门: kinds of units that share 各.
_ALSO_EACH = re.compile("、(?:部门|(?:事业)?单位|处室|科室|机构|直属单位|附属单位)(?=[，；：。、])")
_EACH = re.compile("各[一-鿿]{1,6}$")
# What shares its noun with the next piece: 市属、驻市各单位.
_HALF = re.compile(
    "(?:各|有关)?[省市县区州旗镇局厅委部院校]{1,2}[属直管]|中央|(?:中央|中|省|部)?驻[一-鿿]{1,4}(?<![位构])"
)
_LEAD = re.compile("【[^】]*】")


def find_recipients(scan: Scan) -> Iterator[Mention]:
    """Iterate over the pieces of the addressee line and of 主送 and 抄送: each is a body or a group."""
    listing = False
    for section in scan.document.sections:
        line = scan.text[section.start : section.end]
        lead = _LIST_LEAD.match(line)
        if section.kind is SectionKind.ADDRESSEE:
            prefix = _LEAD.match(line)
            yield from _pieces(scan, section.start + (prefix.end() if prefix else 0), section.end)
        elif section.kind is SectionKind.FOOTER:
            listing = lead is not None or (listing and (line.endswith(("，", "。", "、")) or "、" in line))
            if listing:
                yield from _pieces(scan, section.start + (lead.end() if lead else 0), section.end)


def _pieces(scan: Scan, start: int, end: int) -> Iterator[Mention]:
    """Cut a list of recipients at ，。；： and at 、 outside brackets and chains of levels (各省、自治区、直辖市…)."""
    text = scan.text
    piece = start
    depth = 0
    for position in range(start, end + 1):
        mark = text[position] if position < end else "。"
        depth += (mark == "（") - (mark == "）")
        is_joined = mark == "及" and scan.units.longest_starting(position + 1, _REGION) is not None
        if depth > 0 or (mark not in "，。；：、|" and not is_joined):
            continue
        is_corps = mark == "、" and text.startswith("新疆生产建设兵团", position + 1)
        if (
            mark == "、"
            and not is_corps
            and re.search(
                "(?:^|各有关|各沿[海江边]|各|、)(?:省|市|县|盟(?:行政公署)?|自治区|直辖市|计划单列市|区|乡|镇)(?:（[^（）]*）)?$",
                text[piece:position],
            )
        ):
            continue
        if _ALSO_EACH.match(text, position) and _EACH.search(text, piece, position):
            continue
        if mark == "、" and _HALF.fullmatch(text, piece, position):
            continue
        if _FURTHER.match(text, position) and _COMMITTEES.search(text, piece, position):
            continue
        name = text[piece:position]
        name = name.removesuffix("领导") if _LEADERS.search(name) else name
        if len(name) > 1 and not _NO_RECIPIENT.search(name):
            beside = _IN_BRACKETS.search(name)
            stop = piece + (beside.start() if beside is not None else len(name))
            yield scan.mention(piece, stop, "Agency", "agency-recipient")
            if beside is not None:
                yield scan.mention(stop + 1, position - 1, "Agency", "agency-recipient")
        piece = position + 1
