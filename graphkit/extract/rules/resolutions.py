"""An item of minutes in, whether it says what is to be done out; others only tell what was on the agenda."""

from __future__ import annotations

import re

RESOLVED = re.compile(
    "议定(?:事项|如下)|(?:纪要|决定|明确|确定|要求|通知)如下|事项如下|议定|商定|"
    "会议(?:经?研究|讨论)*(?:明确|决定|确定|同意|要求|强调)(?:如下|以下)?[^，。；：]{0,10}：$"
)
_AGENDA = re.compile("(?:关于)?(?:传达|学习|听取|审议|研究(?!制定|提出)|讨论|通报|集体学习|会议)")
_REPORTS = re.compile("会议(?:听取|要求|指出|强调|决定|认为|同意|审议|原则|研究)")
_RESOLVES = re.compile(
    "牵头|负责|落实|配合|由[^，。]{2,20}|[底日月]前|力争|确保|加快|推进|成立|安排|同意|抓紧|做好|每[月季]|完善|统一|建立|加强"
)
# The item itself says who is to do it: 会议决定由甲牵头，于6月30日前完成.
_DECIDES = re.compile("会议(?:决定|议定|明确|确定|要求|同意)，?(?:由|请|将|责成|责令|授权|委托|成立)")


def is_resolution(heading: str, text: str) -> bool:
    """Tell whether an item of minutes says what is to be done, not what was on the agenda."""
    if _DECIDES.match(heading):
        return True
    return not _AGENDA.match(heading) and not _REPORTS.search(text) and _RESOLVES.search(text) is not None
