"""What people read on edges and in legends: a property's or a class's name goes in, short zh and en words come out."""

from __future__ import annotations

from graphkit.rdf.ontology import term_labels
from graphkit.terms import GK

Words = tuple[str, str]

PROPERTY_WORDS: dict[str, Words] = {
    "respondedTo": ("落实", "responded to"),
    "respondsTo": ("落实", "responds to"),
    "respondent": ("落实单位", "respondent"),
    "heldIn": ("召开地点", "held in"),
    "conveys": ("传达学习", "conveys"),
    "sets": ("部署", "sets"),
    "carries": ("涉及", "concerns"),
    "topic": ("涉及主题", "topic"),
    "jurisdiction": ("管辖", "is in charge of"),
    "within": ("属于", "lies in"),
    "subOrganizationOf": ("隶属", "is part of"),
    "holds": ("任职", "holds a post in"),
    "postIn": ("设于", "post in"),
    "publisher": ("编发单位", "published by"),
    "isPartOf": ("载于", "is part of"),
    "broader": ("上级主题", "broader topic"),
    "title": ("标题", "title"),
    "issued": ("日期", "date"),
    "mergedInto": ("并入", "merged into"),
}
"""Words for arrows, where the ontology's own label is longer or is another vocabulary's."""

KIND_WORDS: dict[str, Words] = {"Post": ("职务", "post")}


def property_words(name: str) -> Words:
    """Give the words for a property: the table's, the ontology's, else its name."""
    return PROPERTY_WORDS.get(name) or _from_ontology(name)


def kind_words(name: str) -> Words:
    """Give the words for a class."""
    return KIND_WORDS.get(name) or _from_ontology(name)


def _from_ontology(name: str) -> Words:
    return term_labels("zh").get(GK + name, name), term_labels("en").get(GK + name, name)
