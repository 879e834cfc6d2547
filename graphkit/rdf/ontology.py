"""An ontology in, the terms it defines and what people call them out."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from graphkit.settings import resource
from graphkit.terms import GK, dcterms, org, rdf, rdfs, skos


def defined_terms(turtle: bytes) -> frozenset[str]:
    """Give the gk: IRIs that are the subject of a statement."""
    subjects = (quad.subject for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    return frozenset(one.value for one in subjects if isinstance(one, ox.NamedNode) and one.value.startswith(GK))


REUSED: dict[str, tuple[str, str]] = {
    dcterms.title: ("标题", "title"),
    dcterms.issued: ("日期", "date"),
    dcterms.publisher: ("发布机构", "publisher"),
    dcterms.isPartOf: ("所属文件", "is part of"),
    dcterms.source: ("来源", "source"),
    dcterms.date: ("日期", "date"),
    dcterms.identifier: ("编号", "identifier"),
    dcterms.description: ("说明", "description"),
    org.holds: ("担任", "post"),
    org.postIn: ("职务所在机构", "post in"),
    org.subOrganizationOf: ("隶属于", "part of"),
    org.memberOf: ("所属群体", "member of"),
    org.Post: ("职务", "post"),
    org.Organization: ("组织", "organization"),
    rdf.type: ("类型", "class"),
    rdfs.label: ("名称", "label"),
    skos.prefLabel: ("名称", "name"),
    skos.altLabel: ("别名", "other name"),
    skos.broader: ("上级主题", "broader topic"),
    skos.exactMatch: ("同一事物", "same thing"),
    skos.Concept: ("概念", "concept"),
}
"""What people call the published terms that the graph uses as they are, zh and en."""


def people_call(term: str) -> str | None:
    """Give the Chinese name of a term, ours or a published one, None where it has none."""
    reused = REUSED.get(term)
    return term_labels("zh").get(term) or (reused[0] if reused else None)


@cache
def term_labels(language: str) -> dict[str, str]:
    """Give what the published ontology calls its terms in a language (zh, en): IRI → label."""
    turtle = resource("ontology/graphkit.ttl").read_bytes()
    return {
        quad.subject.value: quad.object.value
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)
        if quad.predicate.value == rdfs.label
        and isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.Literal)
        and quad.object.language == language
    }
