"""What functions remember for good does not grow with the documents that are read."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import islice

from graphkit.rdf.statements import state
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate
from tests.synthetic import texts

DOCUMENTS, SEED = 60, 7
"""Documents before and after, and how far apart they lie among all that there are."""


def remembered() -> dict[str, int]:
    """Give how much each function holds that forgets nothing."""
    modules = [module for name, module in sys.modules.items() if name.startswith("graphkit")]
    known = {value for module in modules for value in vars(module).values() if hasattr(value, "cache_parameters")}
    endless = (one for one in known if one.cache_parameters()["maxsize"] is None)
    return {f"{one.__module__}.{one.__qualname__}": one.cache_info().currsize for one in endless}


def read(documents: Iterable[str]) -> None:
    for text in documents:
        state(annotate(document_of(text)))


def test_no_function_remembers_something_of_each_document() -> None:
    source = islice(texts(), 0, None, SEED)
    read(islice(source, DOCUMENTS))
    before = remembered()
    read(islice(source, DOCUMENTS))
    grown = {name: size - before.get(name, 0) for name, size in remembered().items()}
    assert [name for name, more in sorted(grown.items()) if more > DOCUMENTS // 10] == []
