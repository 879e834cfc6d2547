"""Make `ontology/context.jsonld` (JSON-LD 1.1) from `ontology/graphkit.ttl`; run it after editing the ontology."""

from __future__ import annotations

import json
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Namespace, URIRef

from graphkit import terms

HERE = Path(__file__).parent
SOURCE = HERE / "graphkit.ttl"
TARGET = HERE / "context.jsonld"
SCHEMA = Namespace(terms.PREFIXES["schema"])

Entry = str | dict[str, str]

# Published terms that data use as they are; labels are Chinese by the vocabulary contract.
PUBLISHED: dict[str, Entry] = {
    "prefLabel": {"@id": "skos:prefLabel", "@language": "zh"},
    "altLabel": {"@id": "skos:altLabel", "@language": "zh"},
    "label": {"@id": "rdfs:label", "@language": "zh"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "exactMatch": {"@id": "skos:exactMatch", "@type": "@id"},
    "title": "dcterms:title",
    "issued": "dcterms:issued",
    "publisher": {"@id": "dcterms:publisher", "@type": "@id"},
    "isPartOf": {"@id": "dcterms:isPartOf", "@type": "@id"},
    "subOrganizationOf": {"@id": "org:subOrganizationOf", "@type": "@id"},
    "memberOf": {"@id": "org:memberOf", "@type": "@id"},
    "holds": {"@id": "org:holds", "@type": "@id"},
    "postIn": {"@id": "org:postIn", "@type": "@id"},
    "Post": "org:Post",
    "Concept": "skos:Concept",
}


def entry_of(ontology: Graph, term: URIRef) -> Entry:
    """Give the context entry of one gk: term.

    Links are IRIs, values of a scheme may be written by their bare names, numbers have their type.
    Dates keep theirs in the data, which may be a day, a month or a year.
    """
    iri = "gk:" + term.removeprefix(terms.GK)
    if (term, SCHEMA.rangeIncludes, SKOS.Concept) in ontology:
        return {"@id": iri, "@type": "@vocab"}
    if (term, RDF.type, OWL.ObjectProperty) in ontology:
        return {"@id": iri, "@type": "@id"}
    for name in ("integer", "decimal"):
        if (term, RDFS.range, XSD[name]) in ontology:
            return {"@id": iri, "@type": f"xsd:{name}"}
    if str(term) == terms.gk.topicCue:
        return {"@id": iri, "@language": "zh"}
    return iri


def render_context(ontology: Graph) -> str:
    """Give the whole file: keywords, prefixes, published terms, then gk: terms in the order of `terms.gk`."""
    context: dict[str, Entry | float] = {"@version": 1.1, "id": "@id", "type": "@type", "graph": "@graph"}
    context |= terms.PREFIXES
    context |= PUBLISHED
    for iri in terms.gk:
        context[iri.removeprefix(terms.GK)] = entry_of(ontology, URIRef(iri))
    version = ontology.value(URIRef(terms.GK.rstrip("#")), OWL.versionInfo)
    note = "Made from graphkit.ttl by generate_context.py; edit the ontology, not this file."
    return json.dumps({"note": note, "version": str(version), "@context": context}, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    TARGET.write_text(render_context(Graph().parse(SOURCE)), encoding="utf-8", newline="\n")
