"""What a network is made of: nodes, edges and the readings that support them, as plain values."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

_PLACE = re.compile(r"text/([0-9a-f]{16})/([^#]*)#char=(\d+),(\d+)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """One passage read by one rule: its exact quote, where it stands, how it puts the fact."""

    iri: str
    quote: str
    document: str = ""
    article: str = ""
    modality: str = "Reported"
    confidence: str = ""
    page: str = ""

    @property
    def text(self) -> str:
        """Give the first 16 hex digits of the hash of the text it stands in."""
        found = _PLACE.search(self.iri)
        return found[1] if found else ""

    @property
    def rule(self) -> str:
        """Give the rule that read it."""
        found = _PLACE.search(self.iri)
        return found[2] if found else ""

    @property
    def span(self) -> tuple[int, int]:
        """Give start and end in the raw text."""
        found = _PLACE.search(self.iri)
        return (int(found[3]), int(found[4])) if found else (0, 0)


class Mark(NamedTuple):
    """A span of a text that names a node."""

    start: int
    end: int
    node: str


@dataclass(frozen=True, slots=True)
class Value:
    """One literal stated of a node, with the readings that state it."""

    property: str
    value: str
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """One thing: its lowest class by its gk: name, what it is called, and the literals stated of it."""

    iri: str
    key: str
    kind: str
    label: str
    names: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()

    def value(self, name: str) -> str:
        """Give the first literal of a property, "" where there is none."""
        return next((one.value for one in self.values if one.property == name), "")


@dataclass(frozen=True, slots=True)
class Edge:
    """One statement between two nodes, with the readings that it stands in (none: derived or reference)."""

    source: str
    predicate: str
    target: str
    readings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Give the predicate without its namespace: heldBy."""
        return re.split(r"[#/]", self.predicate)[-1]


@dataclass(frozen=True, slots=True)
class Network:
    """All nodes by IRI, all edges in the order of their ends, and the readings by IRI."""

    nodes: dict[str, Node]
    edges: tuple[Edge, ...]
    readings: dict[str, Reading] = field(default_factory=dict)
    mentions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The documents that mention a node."""
    marks: dict[str, tuple[Mark, ...]] = field(default_factory=dict)
    """Where a text, by the first 16 hex digits of its hash, names which node, by place."""

    def edges_from(self, iri: str) -> tuple[Edge, ...]:
        """Give the edges of which a node is the source."""
        start = bisect_left(self.edges, (iri,), key=lambda one: (one.source,))
        end = bisect_right(self.edges, (iri,), key=lambda one: (one.source,))
        return self.edges[start:end]

    def document_of(self, reading: Reading) -> Node | None:
        """Give the document that a reading stands in."""
        return self.nodes.get(reading.document)

    def issued(self, document: str) -> str:
        """Give the date of a document, as precise as the text."""
        node = self.nodes.get(document)
        return node.value("issued") if node else ""
