"""What people read on edges and in legends: a property's or a class's name goes in, short zh and en words come out."""

from __future__ import annotations

import re

from graphkit.rdf.ontology import term_labels
from graphkit.terms import GK

Words = tuple[str, str]

PROPERTY_WORDS: dict[str, Words] = {
    "respondedTo": ("落实", "responded to"),
    "respondsTo": ("落实", "responds to"),
    "respondent": ("落实单位", "respondent"),
    "didNotRespondTo": ("未落实", "did not respond to"),
    "memberOf": ("所属群体", "member of"),
    "membersIn": ("成员所在", "members in"),
    "heldIn": ("召开地点", "held in"),
    "conveys": ("传达学习", "conveys"),
    "sets": ("部署", "sets"),
    "carries": ("涉及", "concerns"),
    "topic": ("涉及主题", "topic"),
    "jurisdiction": ("管辖", "is in charge of"),
    "within": ("属于", "lies in"),
    "subOrganizationOf": ("隶属", "is part of"),
    "holds": ("任职", "holds a post in"),
    "relievedOf": ("免职", "relieved of"),
    "postIn": ("设于", "post in"),
    "publisher": ("编发单位", "published by"),
    "isPartOf": ("载于", "is part of"),
    "broader": ("上级主题", "broader topic"),
    "title": ("标题", "title"),
    "issued": ("日期", "date"),
    "mergedInto": ("并入", "merged into"),
}
"""Words for arrows, where the ontology's own label is longer or is another vocabulary's."""

INVERSE_WORDS: dict[str, Words] = {
    "respondedTo": ("由谁落实", "taken up by"),
    "didNotRespondTo": ("原文称谁未落实", "stated not to have responded"),
    "memberOf": ("成员", "members"),
    "membersIn": ("在此的机构群体", "groups with members here"),
    "heldBy": ("召开的会议", "meetings held"),
    "heldIn": ("在此召开的会议", "meetings held here"),
    "chairedBy": ("主持的会议", "meetings chaired"),
    "attendedBy": ("出席的会议", "meetings attended"),
    "addressedBy": ("讲话的会议", "meetings addressed"),
    "conveys": ("由谁传达学习", "conveyed by"),
    "issues": ("印发单位", "issued by"),
    "lists": ("由谁列入计划", "put on a programme by"),
    "basedOn": ("以此为依据", "basis of"),
    "amends": ("被何文件修改", "amended by"),
    "repeals": ("被何文件废止", "repealed by"),
    "cites": ("被何文件引用", "cited by"),
    "implements": ("由何文件贯彻实施", "implemented by"),
    "carries": ("涉及本项的", "concerned by"),
    "topic": ("涉及本主题的", "on this topic"),
    "assignedTo": ("负责的任务来自", "tasks assigned by"),
    "assistedBy": ("配合的任务来自", "tasks helped with, set by"),
    "carriesOut": ("开展单位", "carried out by"),
    "launches": ("发起单位", "launched by"),
    "cooperatesWith": ("合作", "cooperates with"),
    "subOrganizationOf": ("下属机构", "its parts"),
    "jurisdiction": ("管辖机构", "agencies in charge"),
    "within": ("下辖", "places in it"),
    "holds": ("任职人员", "people in post"),
    "relievedOf": ("离任人员", "people relieved of it"),
    "sentTo": ("收到的文件", "documents received"),
    "copiedTo": ("抄送来的文件", "documents copied to it"),
    "publisher": ("编发的文件", "documents published"),
    "reports": ("报道见于", "reported in"),
    "textOf": ("全文载于", "its text in"),
    "broader": ("下级主题", "narrower topics"),
    "renamedTo": ("原名", "formerly"),
    "mergedInto": ("并入本项的", "merged into it"),
    "possiblySame": ("疑似相同", "possibly same"),
}
"""Words for the same relations, seen from the other end."""

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")  # dates of XSD 1.1, 3.3.6; hours are no terms of policies
_UNITS = (("年", "year"), ("个月", "month"), ("天", "day"))

KIND_WORDS: dict[str, Words] = {"Post": ("职务", "post")}


def property_words(name: str) -> Words:
    """Give the words for a property: the table's, the ontology's, else its name."""
    return PROPERTY_WORDS.get(name) or _from_ontology(name)


def inverse_words(name: str) -> Words:
    """Give the words for a property seen from its object."""
    zh, en = property_words(name)
    return INVERSE_WORDS.get(name) or (f"{zh}（被）", f"{en} (of)")


def kind_words(name: str) -> Words:
    """Give the words for a class."""
    return KIND_WORDS.get(name) or _from_ontology(name)


def duration_words(value: str) -> Words:
    """Give the words for an xsd:duration of years, months and days (P5Y: 5年, 5 years); any other text as it is."""
    found = _DURATION.fullmatch(value)
    parts = (
        [(int(number), *unit) for number, unit in zip(found.groups(), _UNITS, strict=True) if number] if found else []
    )
    if not parts:
        return value, value
    zh = "".join(f"{number}{unit}" for number, unit, _ in parts)
    return zh, " ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, _, unit in parts)


def _from_ontology(name: str) -> Words:
    return term_labels("zh").get(GK + name, name), term_labels("en").get(GK + name, name)
