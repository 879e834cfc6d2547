"""An open dataset in, its network out: things become nodes, statements between things become edges."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from graphkit.dataset import Dataset
from graphkit.model.tables import Statement
from graphkit.network.records import Edge, Mark, Network, Node, Reading, Value
from graphkit.terms import GK, dcterms, gk, org, rdf, rdfs, skos

LOWEST_FIRST: tuple[str, ...] = (
    *(gk.RegionalOffice, gk.Agency, gk.AgencyGroup, gk.Person, org.Post, gk.Region),
    *(gk.Meeting, gk.Response, gk.Campaign),
    *(gk.Regulation, gk.Plan, gk.Opinion, gk.Circular, gk.Standard, gk.Policy),
    *(gk.Bulletin, gk.Notice, gk.News, gk.Minutes, gk.Document, gk.Article, gk.Work),
    *(gk.Task, gk.Achievement, gk.Provision, gk.Point, gk.Target, gk.Topic),
)
"""The classes that make a node; the first that a thing has is the class of its node."""

NAMES = (skos.prefLabel, rdfs.label, skos.altLabel)
ABOUT_READINGS = frozenset({gk.quote, gk.rule, gk.confidence, gk.modality, gk.reliesOn, gk.page})
_LOCAL = re.compile(r"[#/]")
Triple = tuple[str, str, str]


def project_dataset(dataset: Dataset) -> Network:
    """Give the network of a dataset: nodes, edges and values sorted, each edge with its readings.

    A concept of the ontology (gk:status gk:Issued) is a value of its node. `gk:mentions` makes no edges; the
    documents that mention a node stand in `mentions`.
    """
    return _Projection(dataset.base, dataset.statements()).network()


class _Projection:
    """The statements of a dataset, sorted into what networks need in one pass."""

    def __init__(self, base: str, statements: Iterable[Statement]) -> None:
        self.base = base
        self.classes: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.links: set[Triple] = set()
        self.literals: set[Triple] = set()
        self.read_in: dict[Triple, set[str]] = defaultdict(set)
        self.about: dict[str, dict[str, str]] = defaultdict(dict)
        self.part_of: dict[str, str] = {}
        self.named_in: set[tuple[str, str]] = set()
        for one in statements:
            self._take(one)

    def _take(self, one: Statement) -> None:
        subject, predicate, value, graph = one
        triple = (subject, predicate, value.value)
        if graph is not None:
            self.read_in[triple].add(graph)
            if predicate == rdf.type:
                self.named_in.add((graph, subject))
        elif predicate == rdf.type:
            self.classes[subject].add(value.value)
        elif predicate in NAMES:
            self.names[subject][predicate].add(value.value)
        elif predicate in ABOUT_READINGS:
            self.about[subject][predicate] = value.value
        elif value.kind == "literal":
            self.literals.add(triple)
        else:
            self.links.add(triple)
            if predicate == dcterms.isPartOf:
                self.part_of[subject] = value.value

    def network(self) -> Network:
        kinds = {iri: _kind(classes) for iri, classes in self.classes.items()}
        known = {iri: kind for iri, kind in kinds.items() if kind}
        readings = {iri: self._reading(iri) for iri in sorted(self.about) if gk.quote in self.about[iri]}
        values: dict[str, list[Value]] = defaultdict(list)
        for subject, predicate, value in sorted(self.literals):
            values[subject].append(Value(_local(predicate), value, self._readings_of((subject, predicate, value))))
        for subject, predicate, value in sorted(self.links):
            if subject in known and value.startswith(GK):
                readings_of = self._readings_of((subject, predicate, value))
                values[subject].append(Value(_local(predicate), _local(value), readings_of))
        nodes = {iri: self._node(iri, known[iri], values[iri]) for iri in sorted(known)}
        between = sorted(one for one in self.links if one[0] in known and one[2] in known)
        edges = (Edge(*one, self._readings_of(one)) for one in between if one[1] != gk.mentions)
        return Network(nodes, tuple(edges), readings, self._mentions(between), self._marks(readings, known))

    def _node(self, iri: str, kind: str, values: list[Value]) -> Node:
        names = self.names[iri]
        best = sorted(names[skos.prefLabel]) or sorted(names[rdfs.label])
        label = best[0] if best else iri.removeprefix(self.base)
        every = dict.fromkeys([label, *best, *sorted(names[skos.altLabel])])
        return Node(iri, iri.removeprefix(self.base), kind, label, tuple(every), tuple(values))

    def _reading(self, iri: str) -> Reading:
        about = self.about[iri]
        part = self.part_of.get(iri, "")
        return Reading(
            iri=iri,
            quote=about[gk.quote],
            document=self._document(part),
            article=part,
            modality=about.get(gk.modality, gk.Reported).removeprefix(GK),
            confidence=about.get(gk.confidence, ""),
            page=about.get(gk.page, ""),
        )

    def _document(self, part: str) -> str:
        """Give the document that an article is part of, or the document itself."""
        return self.part_of.get(part, part)

    def _readings_of(self, triple: Triple) -> tuple[str, ...]:
        return tuple(sorted(one for one in self.read_in.get(triple, ()) if one in self.about))

    def _mentions(self, between: list[Triple]) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = defaultdict(set)
        for subject, predicate, value in between:
            if predicate == gk.mentions:
                found[value].add(self._document(subject))
        return {iri: tuple(sorted(documents)) for iri, documents in sorted(found.items())}

    def _marks(self, readings: Mapping[str, Reading], known: Collection[str]) -> dict[str, tuple[Mark, ...]]:
        """Give where each text names which node: the readings of its class are those of its mentions."""
        found: dict[str, set[Mark]] = defaultdict(set)
        for graph, subject in self.named_in:
            if graph in readings and subject in known:
                found[readings[graph].text].add(Mark(*readings[graph].span, subject))
        return {text: tuple(sorted(marks)) for text, marks in sorted(found.items())}


def _kind(classes: set[str]) -> str:
    return next((_local(one) for one in LOWEST_FIRST if one in classes), "")


def _local(iri: str) -> str:
    return _LOCAL.split(iri)[-1]
