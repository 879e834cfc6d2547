"""The W3C's SPARQL 1.1 query suite through our way of asking; what differs is listed with its reason."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.compare import isomorphic

from graphkit.errors import GraphkitError
from graphkit.export.tables import csv_of
from graphkit.model.tables import Table
from graphkit.query.guard import check_query, check_sources
from graphkit.rdf.store import Store
from graphkit.terms import BASE
from tests.conformance.answers import csv_rows, expected_of, ours_of
from tests.conformance.manifests import Case, cases_in
from tests.material import material

KNOWN = Path(__file__).parent / "known_differences.tsv"
SUITE = 300
"""The suite has at least so many tests of queries; fewer found would mean that the manifests were not read."""


def known_differences() -> dict[str, str]:
    """Give the reason of each difference by the name of its test."""
    _, *rows = KNOWN.read_text("utf-8").splitlines()
    return dict(row.split("\t") for row in rows)


def store_of(case: Case) -> Store:
    """Hold the data of a test in memory."""
    engine = ox.Store()
    for path in case.data:
        engine.load(path=str(path), base_iri=path.as_uri())
    for name, path in case.graphs:
        engine.load(path=str(path), base_iri=path.as_uri(), to_graph=ox.NamedNode(name))
    return Store(engine)


def passes(case: Case) -> bool:
    """Tell whether we answer as the test expects."""
    text = f"BASE <{case.query.as_uri()}>\n{case.query.read_text('utf-8')}"
    wants_error = case.kind == "negative syntax"
    try:
        check_query(text)
        check_sources(text, base=BASE)
        store = store_of(case)
        if case.kind != "evaluation":
            return is_read(store, text) is not wants_error
        answer = store.query(text, {}, {})
        assert case.result is not None
        if case.result.suffix == ".csv":
            assert isinstance(answer, Table)
            return csv_rows("".join(csv_of(answer))) == csv_rows(case.result.read_text("utf-8"))
        ours, expected = ours_of(answer), expected_of(case.result)
    except (SyntaxError, ValueError, GraphkitError):
        return wants_error
    if isinstance(ours, bool) or isinstance(expected, bool):
        return ours is expected
    return isomorphic(ours, expected)


def is_read(store: Store, text: str) -> bool:
    """Tell whether a query can be read; one that calls a function that nobody knows can."""
    try:
        store.query(text, {}, {})
    except SyntaxError:
        return False
    except RuntimeError as error:
        return "custom function" in str(error)
    return True


@pytest.mark.conformance
def test_only_what_is_known_differs_from_the_published_suite() -> None:
    cases = list(cases_in(material("w3c/sparql11")))
    assert len(cases) >= SUITE
    differing = {case.name for case in cases if not passes(case)}
    known = known_differences()
    assert sorted(differing) == sorted(known), f"{len(cases) - len(differing)} of {len(cases)} pass"


def test_each_known_difference_has_its_reason() -> None:
    assert all(chain.from_iterable(known_differences().items()))
