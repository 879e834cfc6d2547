"""How classes look: one shape and one colour for each group of classes, and its words in the legend."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """A group of classes in pictures; `shape` is a name of vis-network."""

    name: str
    zh: str
    en: str
    shape: str
    colour: str
    hollow: bool = False


# Okabe & Ito's colours (jfly.uni-koeln.de/color); their yellow, too pale on white, is darkened. A shape and colour
# together never come twice, so that colour alone tells nothing apart.
BLUE, SKY, GREEN, ORANGE, RED, PURPLE, YELLOW, BLACK, GREY = (
    *("#0072B2", "#56B4E9", "#009E73", "#E69F00", "#D55E00", "#CC79A7", "#B89B00", "#222222", "#7A828C"),
)

LOOKS: dict[str, Look] = {
    look.name: look
    for look in (
        Look("Agency", "机构", "Agencies", "dot", BLUE),
        Look("AgencyGroup", "机构群体", "Agency groups", "dot", BLUE, hollow=True),
        Look("Meeting", "会议", "Meetings", "diamond", RED),
        Look("Policy", "政策文件", "Policies", "square", GREEN),
        Look("Campaign", "专项活动", "Campaigns", "star", YELLOW),
        Look("Person", "人物", "People", "dot", PURPLE, hollow=True),
        Look("Topic", "主题", "Topics", "triangle", ORANGE),
        Look("Region", "行政区划", "Regions", "triangleDown", SKY),
        Look("Document", "来源文件", "Sources", "square", BLACK),
        Look("Work", "作品", "Works", "square", GREY, hollow=True),
        Look("Point", "要点", "Points", "dot", GREY),
    )
}

GROUP_OF: dict[str, str] = {
    **dict.fromkeys(("Agency", "RegionalOffice"), "Agency"),
    **dict.fromkeys(("Policy", "Regulation", "Plan", "Opinion", "Circular", "Standard"), "Policy"),
    **dict.fromkeys(("Document", "Bulletin", "Notice", "News", "Minutes"), "Document"),
    **dict.fromkeys(("Point", "Task", "Achievement", "Provision"), "Point"),
    **{name: name for name in ("AgencyGroup", "Meeting", "Campaign", "Person", "Topic", "Region", "Work")},
}
"""The group of each class that is drawn; posts, articles, responses and targets are folded into links and values."""
