"""An ontology in, the terms it defines and what people call them out."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from graphkit.settings import resource
from graphkit.terms import GK, rdfs


def defined_terms(turtle: bytes) -> frozenset[str]:
    """Give the gk: IRIs that are the subject of a statement."""
    subjects = (quad.subject for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    return frozenset(one.value for one in subjects if isinstance(one, ox.NamedNode) and one.value.startswith(GK))


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
