"""Parsed ontology files for the tests of `ontology/`."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

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


@pytest.fixture(scope="session")
def load_script() -> Callable[[str], ModuleType]:
    """Give the function that loads a script of `ontology/` by its name; the folder is no package."""

    def load(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(name, ONTOLOGY / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load
