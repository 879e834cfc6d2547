"""Make `docs/ontology.md`, Chinese and English side by side, from `ontology/graphkit.ttl`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from graphkit import terms

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "ontology" / "graphkit.ttl"
TARGET = ROOT / "docs" / "ontology.md"
SCHEMA = Namespace(terms.PREFIXES["schema"])

HEAD = """\
# 本体 Ontology

<!-- Made from ontology/graphkit.ttl by ontology/generate_docs.py; edit the ontology, not this page. -->

政务简报知识图谱的词汇表，版本 {version}。怎样查询、怎样引用出处，见 [ontology/README.md](../ontology/README.md)。

The terms of the knowledge graph of official bulletins, version {version}. How to query and cite is in
[ontology/README.md](../ontology/README.md).

`gk:` = `{gk}` · `gkr:` = `{gkr}`

## 主要的类 Main classes

"""

# The relations that the picture shows: subject class, property, object class.
EDGES: tuple[tuple[str, str, str], ...] = (
    ("Article", "isPartOf", "Document"),
    ("Article", "reports", "Meeting"),
    ("Article", "reports", "Response"),
    ("Document", "textOf", "Policy"),
    ("Meeting", "heldBy", "Agency"),
    ("Meeting", "heldIn", "Region"),
    ("Meeting", "attendedBy", "Person"),
    ("Meeting", "sets", "Task"),
    ("Meeting", "reportsAchievement", "Achievement"),
    ("Policy", "sets", "Task"),
    ("Policy", "provides", "Provision"),
    ("Response", "respondent", "Agency"),
    ("Response", "respondsTo", "Meeting"),
    ("Response", "sets", "Task"),
    ("Agency", "respondedTo", "Meeting"),
    ("Agency", "issues", "Policy"),
    ("Agency", "jurisdiction", "Region"),
    ("Agency", "launches", "Campaign"),
    ("AgencyGroup", "conveys", "Meeting"),
    ("Task", "topic", "Topic"),
    ("Task", "hasTarget", "Target"),
    ("Task", "carries", "Campaign"),
    ("Person", "holds", "Post"),
    ("Post", "postIn", "Agency"),
)

# Published terms that data use as they are, with what they say here.
PUBLISHED: tuple[tuple[str, str, str, str], ...] = (
    ("skos:prefLabel", "any → text@zh", "名称，有且只有一个", "the name; exactly one"),
    ("skos:altLabel", "any → text@zh", "文中出现过的其他名称", "every other attested name"),
    ("rdfs:label", "any → text@zh", "与skos:prefLabel相同", "the same as skos:prefLabel"),
    ("dcterms:title", "gk:Document, gk:Article, gk:Policy → text", "标题", "the title"),
    ("dcterms:issued", "gk:Document, gk:Policy → date", "日期，精确程度与原文一致", "the date, as precise as the text"),
    ("dcterms:publisher", "gk:Document → gk:Agency", "编发机关", "the agency that puts it out"),
    ("dcterms:isPartOf", "gk:Article, gk:Reading → gk:Document", "所属文档或稿件", "what it is a part of"),
    ("org:Post", "class", "机构中的职务", "a title held in an agency"),
    ("org:holds", "gk:Person → org:Post", "担任职务", "holds the post"),
    ("org:postIn", "org:Post → gk:Agency", "职务所在机构", "the agency that the post is in"),
    ("org:memberOf", "gk:Agency → gk:AgencyGroup", "所属机构群体", "the open group that it belongs to"),
    ("org:subOrganizationOf", "gk:Agency → gk:Agency", "隶属机构", "the agency that it is a part of"),
)


def short(iri: Node) -> str:
    """Give the prefixed form of an IRI."""
    for prefix, base in terms.PREFIXES.items():
        if str(iri).startswith(base):
            return f"{prefix}:{str(iri).removeprefix(base)}"
    return f"<{iri}>"


def text_of(ontology: Graph, term: Node, predicate: URIRef, language: str) -> str:
    """Give the text in one language, empty if there is none."""
    found = (
        str(value)
        for value in ontology.objects(term, predicate)
        if isinstance(value, Literal) and value.language == language
    )
    return min(found, default="")


def names_of(values: Iterable[Node]) -> str:
    """Give prefixed names in order, as code."""
    return ", ".join(f"`{name}`" for name in sorted(short(value) for value in values))


def own_terms(ontology: Graph, kind: URIRef) -> Iterator[URIRef]:
    """Iterate over the gk: terms of a kind in the order of `terms.gk`."""
    return (URIRef(iri) for iri in terms.gk if (URIRef(iri), RDF.type, kind) in ontology)


def row(*cells: str) -> str:
    """Give one line of a table."""
    return "| " + " | ".join(cells) + " |"


def table_head(*names: str) -> list[str]:
    """Give the head of a table."""
    return [row(*names), row(*("---" for _ in names))]


def meaning(ontology: Graph, term: Node) -> tuple[str, str]:
    """Give label and definition, Chinese and English."""
    chinese, english = (
        f"**{text_of(ontology, term, RDFS.label, language)}** {text_of(ontology, term, SKOS.definition, language)}"
        for language in ("zh", "en")
    )
    return chinese, english


def diagram(ontology: Graph) -> list[str]:
    """Give the picture of the main classes, as mermaid."""
    nodes = sorted({name for subject, _, object_ in EDGES for name in (subject, object_)})
    lines = ["```mermaid", "flowchart LR"]
    for name in nodes:
        label = text_of(ontology, URIRef(terms.GK + name), RDFS.label, "zh") or "职务"
        lines.append(f'    {name}["{label}<br/>{name}"]')
    lines += [f"    {subject} -->|{predicate}| {object_}" for subject, predicate, object_ in EDGES]
    return [*lines, "```", ""]


def class_table(ontology: Graph) -> list[str]:
    """Give the table of classes."""
    lines = ["## 类 Classes", "", *table_head("class", "中文", "English", "is a")]
    for term in own_terms(ontology, OWL.Class):
        above = names_of(ontology.objects(term, RDFS.subClassOf))
        lines.append(row(f"`{short(term)}`", *meaning(ontology, term), above))
    return [*lines, ""]


def property_table(ontology: Graph) -> list[str]:
    """Give the table of properties, with what they lead from and to."""
    lines = ["## 属性 Properties", "", *table_head("property", "from → to", "中文", "English", "is a")]
    links = {*own_terms(ontology, OWL.ObjectProperty), *own_terms(ontology, OWL.DatatypeProperty)}
    for term in (URIRef(iri) for iri in terms.gk if URIRef(iri) in links):
        subjects = names_of(ontology.objects(term, SCHEMA.domainIncludes)) or "any"
        objects = names_of([*ontology.objects(term, SCHEMA.rangeIncludes), *ontology.objects(term, RDFS.range)])
        fallback = "any" if (term, RDF.type, OWL.ObjectProperty) in ontology else "text"
        above = names_of(ontology.objects(term, RDFS.subPropertyOf))
        lines.append(row(f"`{short(term)}`", f"{subjects} → {objects or fallback}", *meaning(ontology, term), above))
    return [*lines, ""]


def published_table() -> list[str]:
    """Give the table of published terms that data use."""
    lines = [
        "## 沿用的已有术语 Published terms used as they are",
        "",
        *table_head("term", "from → to", "中文", "English"),
    ]
    lines += [row(f"`{term}`", ends, chinese, english) for term, ends, chinese, english in PUBLISHED]
    return [*lines, ""]


def scheme_tables(ontology: Graph) -> list[str]:
    """Give one table for each scheme that the ontology fills itself."""
    lines: list[str] = []
    for scheme in own_terms(ontology, SKOS.ConceptScheme):
        concepts = [c for c in own_terms(ontology, SKOS.Concept) if (c, SKOS.inScheme, scheme) in ontology]
        chinese, english = (text_of(ontology, scheme, RDFS.label, language) for language in ("zh", "en"))
        lines += [f"## {chinese} {english[:1].upper()}{english[1:]} (`{short(scheme)}`)", ""]
        lines += [" ".join(text_of(ontology, scheme, SKOS.definition, language) for language in ("zh", "en")), ""]
        if concepts:
            lines += table_head("concept", "中文", "English")
            lines += [row(f"`{short(c)}`", *meaning(ontology, c)) for c in concepts]
            lines.append("")
    return lines


def render_page(ontology: Graph) -> str:
    """Give the whole page."""
    version = str(ontology.value(URIRef(terms.GK.rstrip("#")), OWL.versionInfo))
    parts = [*diagram(ontology), *class_table(ontology), *property_table(ontology)]
    parts += [*published_table(), *scheme_tables(ontology)]
    return HEAD.format(version=version, gk=terms.GK, gkr=terms.BASE) + "\n".join(parts).rstrip() + "\n"


if __name__ == "__main__":
    TARGET.write_text(render_page(Graph().parse(SOURCE)), encoding="utf-8", newline="\n")
