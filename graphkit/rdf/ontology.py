"""An ontology in, the terms it defines out."""

from __future__ import annotations

import pyoxigraph as ox

from graphkit.terms import GK


def defined_terms(turtle: bytes) -> frozenset[str]:
    """Give the gk: IRIs that are the subject of a statement."""
    subjects = (quad.subject for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    return frozenset(one.value for one in subjects if isinstance(one, ox.NamedNode) and one.value.startswith(GK))
