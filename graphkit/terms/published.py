"""The terms of published vocabularies that the code uses, one class a vocabulary."""
# ruff: noqa: N815 - attributes are spelled as the published terms are

from __future__ import annotations

from graphkit.terms.namespace import Namespace


class _Org(Namespace, prefix="org"):
    __slots__ = ()

    Organization: str
    Post: str
    holds: str
    postIn: str
    subOrganizationOf: str
    memberOf: str


class _Skos(Namespace, prefix="skos"):
    __slots__ = ()

    Concept: str
    ConceptScheme: str
    prefLabel: str
    altLabel: str
    definition: str
    notation: str
    inScheme: str
    topConceptOf: str
    hasTopConcept: str
    broader: str
    narrower: str
    exactMatch: str


class _Dcterms(Namespace, prefix="dcterms"):
    __slots__ = ()

    Location: str
    title: str
    issued: str
    publisher: str
    isPartOf: str
    source: str
    creator: str
    date: str
    description: str
    identifier: str
    temporal: str
    PeriodOfTime: str


class _Foaf(Namespace, prefix="foaf"):
    __slots__ = ()

    Agent: str
    Document: str
    Person: str


class _Prov(Namespace, prefix="prov"):
    __slots__ = ()

    Activity: str
    Entity: str
    wasDerivedFrom: str
    SoftwareAgent: str
    used: str
    wasGeneratedBy: str
    wasAssociatedWith: str


class _Void(Namespace, prefix="void"):
    __slots__ = ()

    Dataset: str
    triples: str
    distinctSubjects: str
    entities: str
    classes: str
    properties: str
    classPartition: str
    propertyPartition: str
    property: str
    uriSpace: str
    vocabulary: str
    class_: str


class _Dcat(Namespace, prefix="dcat"):
    __slots__ = ()

    Dataset: str
    startDate: str
    endDate: str


class _Schema(Namespace, prefix="schema"):
    __slots__ = ()

    softwareVersion: str


class _Oa(Namespace, prefix="oa"):
    __slots__ = ()

    hasSource: str
    start: str
    end: str
    exact: str


class _Eli(Namespace, prefix="eli"):
    __slots__ = ()

    LegalResource: str


class _Rdf(Namespace, prefix="rdf"):
    __slots__ = ()

    type: str
    subject: str
    predicate: str
    object: str
    langString: str


class _Rdfs(Namespace, prefix="rdfs"):
    __slots__ = ()

    label: str
    comment: str
    subClassOf: str
    subPropertyOf: str


class _Owl(Namespace, prefix="owl"):
    __slots__ = ()

    differentFrom: str


class _Xsd(Namespace, prefix="xsd"):
    __slots__ = ()

    string: str
    boolean: str
    integer: str
    decimal: str
    double: str
    date: str
    dateTime: str
    gYear: str
    gYearMonth: str
    duration: str


class _Sh(Namespace, prefix="sh"):
    __slots__ = ()

    ValidationReport: str
    ValidationResult: str
    conforms: str
    result: str
    focusNode: str
    resultPath: str
    resultMessage: str
    resultSeverity: str
    sourceShape: str
    sourceConstraintComponent: str
    value: str


org = _Org()
skos = _Skos()
dcterms = _Dcterms()
foaf = _Foaf()
prov = _Prov()
void = _Void()
dcat = _Dcat()
schema = _Schema()
oa = _Oa()
eli = _Eli()
rdf = _Rdf()
rdfs = _Rdfs()
owl = _Owl()
xsd = _Xsd()
sh = _Sh()
