"""Lines of N-Quads, sorted and taken apart."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graphkit.rdf.lines
from graphkit.model.tables import Statement, Term
from graphkit.rdf.engine import nquads_of
from graphkit.rdf.lines import quads_in, sorted_unique, split_line

LINES = st.lists(st.binary(max_size=4).filter(lambda line: b"\n" not in line), max_size=40)


@pytest.mark.property
@given(LINES, st.integers(1, 50), st.integers(2, 5))
def test_lines_come_sorted_and_once_whatever_fits_in_memory(lines: list[bytes], run_lines: int, runs: int) -> None:
    assert list(sorted_unique(lines, run_lines=run_lines, runs=runs)) == sorted(set(lines))


@pytest.mark.property
@given(st.lists(st.lists(st.binary(min_size=1, max_size=3)), max_size=6))
def test_runs_longer_than_what_is_merged_at_once_come_sorted(runs: list[list[bytes]]) -> None:
    lines = [line.hex().encode() * 3 for run in runs for line in run]
    with patch.object(graphkit.rdf.lines, "_BLOCK", 7):
        assert list(sorted_unique(lines, run_lines=5, runs=3)) == sorted(set(lines))


@pytest.mark.property
@given(
    st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from([None, "zh"]), st.sampled_from([None, "urn:g"])
)
def test_a_line_is_split_at_its_graph_whatever_the_literal_says(
    value: str, language: str | None, graph: str | None
) -> None:
    term = Term("literal", value, None if language else "http://www.w3.org/2001/XMLSchema#string", language)
    bare = nquads_of([Statement("urn:s", "urn:p", term, None)])[0]
    line = nquads_of([Statement("urn:s", "urn:p", term, graph)])[0]
    assert split_line(line) == (bare[:-2], b"<urn:g>" if graph else b"")
    ((*triple, found),) = quads_in(line)
    assert (b" ".join(triple), found) == split_line(line)


def test_an_object_that_names_a_graph_is_no_graph() -> None:
    line = nquads_of([Statement("urn:s", "urn:p", Term("iri", "urn:g"), None)])[0]
    assert split_line(line) == (b"<urn:s> <urn:p> <urn:g>", b"")
