"""Parquet files: read back with pyarrow."""

from __future__ import annotations

import sys
from decimal import Decimal
from io import BytesIO

import pytest

from graphkit.export.parquet import MissingLibraryError, parquet_of
from graphkit.model.tables import Table, Term
from graphkit.terms import xsd

parquet = pytest.importorskip("pyarrow.parquet")


def integer(value: str) -> Term:
    return Term("literal", value, xsd.integer)


def read(table: Table) -> dict[str, list[object]]:
    columns: dict[str, list[object]] = parquet.read_table(BytesIO(parquet_of(table))).to_pydict()
    return columns


def test_columns_have_the_types_of_their_values() -> None:
    rows = [
        (Term("literal", "成都局", None, "zh"), integer("3"), Term("literal", "0.5", xsd.decimal)),
        (Term("iri", "https://example.org/x"), None, Term("literal", "3100", xsd.decimal)),
    ]
    found = read(Table(("office", "points", "share"), rows))
    assert found == {
        "office": ["成都局", "https://example.org/x"],
        "points": [3, None],
        "share": [Decimal("0.5"), Decimal(3100)],
    }


def test_what_is_no_number_throughout_stays_text() -> None:
    rows = [(integer("3"), integer("9" * 30)), (Term("literal", "三"), None)]
    assert read(Table(("mixed", "long"), rows)) == {"mixed": ["3", "三"], "long": ["9" * 30, None]}


def test_a_column_without_values_is_text() -> None:
    assert read(Table(("a",), [(None,)])) == {"a": [None]}
    assert read(Table(("a",), [])) == {"a": []}


def test_the_same_table_gives_the_same_bytes() -> None:
    table = Table(("a",), [(integer("1"),), (None,)])
    assert parquet_of(table) == parquet_of(table)


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingLibraryError, match=r"pip install 'graphkit\[parquet\]'"):
        parquet_of(Table(("a",), []))
