"""What the panel tells of a thing: its dates, numbers and states, and the points that it owns, with their passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.network import Edge, Node
from graphkit.network.records import Value
from graphkit.network.words import Words, duration_words, kind_words, property_words
from graphkit.view.folding import Folded
from graphkit.view.labels import plain
from graphkit.view.quotes import Passages

TOLD = (
    "heldOn",
    "heldUntil",
    "venue",
    "issued",
    "documentNumber",
    "effectiveFrom",
    "effectiveUntil",
    "validFor",
    "status",
    "kind",
    "meetingKind",
    "chapters",
    "clauses",
)
"""Properties that the panel tells as they stand, in this order."""
CONCEPTS = frozenset({"status", "kind", "meetingKind"})
DURATIONS = frozenset({"validFor"})
PASSAGES = 3
"""Passages kept of each value and point."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of a thing in both languages, with the numbers of its passages."""

    property: str
    words: Words
    value: Words
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a thing: its heading, what it sets as a target, which topics it names, where it is read."""

    kind: Words
    ordinal: str
    label: str
    targets: tuple[str, ...]
    topics: tuple[str, ...]
    passages: tuple[int, ...]


def stated_of(folded: Folded, node: Node, passages: Passages) -> tuple[Stated, ...]:
    """Give the values of a thing that people want to see, in the order of TOLD."""
    told = sorted((one for one in node.values if one.property in TOLD), key=lambda one: TOLD.index(one.property))
    return tuple(
        Stated(
            one.property,
            property_words(one.property),
            _value_words(one),
            passages.numbers(_known(folded, one.readings), most=PASSAGES),
        )
        for one in told
    )


def _value_words(value: Value) -> Words:
    if value.property in CONCEPTS:
        return kind_words(value.value)
    if value.property in DURATIONS:
        return duration_words(value.value)
    return plain(value.value), plain(value.value)


def points_of(folded: Folded, iri: str, passages: Passages) -> tuple[Point, ...]:
    """Give the points of a thing, in order."""
    return tuple(_point(folded, edge, passages) for edge in folded.points.get(iri, ()))


def _point(folded: Folded, edge: Edge, passages: Passages) -> Point:
    node = folded.network.nodes[edge.target]
    return Point(
        kind=kind_words(node.kind),
        ordinal=node.value("ordinal"),
        label=plain(node.label),
        targets=tuple(_ends(folded, edge.target, "hasTarget")),
        topics=tuple(_ends(folded, edge.target, "topic")),
        passages=passages.numbers(_known(folded, edge.readings), most=PASSAGES),
    )


def _ends(folded: Folded, iri: str, name: str) -> Iterator[str]:
    for edge in folded.network.edges_from(iri):
        if edge.name == name:
            yield plain(folded.network.nodes[edge.target].label)


def _known(folded: Folded, readings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in readings if one in folded.network.readings)
