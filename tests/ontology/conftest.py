"""Parsed ontology files for the tests of `ontology/`."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

ONTOLOGY = Path(__file__).parents[2] / "ontology"


@pytest.fixture(scope="session")
def ontology() -> Graph:
    """Give the parsed ontology; tests must not change it."""
    return Graph().parse(ONTOLOGY / "graphkit.ttl")


@pytest.fixture(scope="session")
def topics() -> Graph:
    """Give the parsed topic scheme; tests must not change it."""
    return Graph().parse(ONTOLOGY / "topics.ttl")


@pytest.fixture(scope="session")
def shapes() -> Graph:
    """Give the parsed shapes; tests must not change them."""
    return Graph().parse(ONTOLOGY / "shapes.ttl")
