"""A dataset in, three Parquet tables out, for DuckDB, pandas and polars: statements, readings, things.

`statements` has one row a quad (`graph` is null for the default graph), `readings` one row a reading with its quote
and place, `things` one row an IRI that is named, with its label and classes. Join `statements.graph = readings.reading`
for the words of a fact, and the ends of facts with `things.iri` for their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.export.parquet import MissingLibraryError
from graphkit.export.writing import whole_file
from graphkit.model.tables import Statement
from graphkit.rdf.engine import statements_in
from graphkit.terms import GK, dcterms, gk, rdf, skos

if TYPE_CHECKING:
    from graphkit.dataset import Dataset

Row = dict[str, str | int | float | None]

COLUMNS: dict[str, dict[str, str]] = {
    "statements": dict.fromkeys(("subject", "predicate", "object", "kind", "datatype", "language", "graph"), "string"),
    "readings": {
        **dict.fromkeys(("reading", "quote", "part_of", "text", "rule", "modality"), "string"),
        **dict.fromkeys(("start", "end", "page"), "int64"),
        "confidence": "double",
    },
    "things": dict.fromkeys(("iri", "label", "class", "classes"), "string"),
}
"""The tables, and the type of each of their columns."""

ROWS_AT_ONCE = 50_000
_PLACE = re.compile(r"text/(?P<text>[0-9a-f]{16})/[^#]*#char=(?P<start>\d+),(?P<end>\d+)$")


def write_tables(dataset: Dataset, folder: Path) -> list[Path]:
    """Write the tables as NAME.parquet into a folder, each whole or not at all, a part after the other.

    Same dataset and same version of pyarrow, same bytes. Raises MissingLibraryError without pyarrow.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tables = {
        "statements": (_statement_row(one) for line in dataset.store.lines() for one in statements_in(line)),
        "readings": (row for row in map(_reading_row, _described(dataset, of_readings=True)) if row["quote"]),
        "things": (row for row in map(_thing_row, _described(dataset, of_readings=False)) if row["label"]),
    }
    paths = {name: folder / f"{name}.parquet" for name in tables}
    for name, rows in tables.items():
        _write(paths[name], COLUMNS[name], rows)
    return list(paths.values())


def _write(path: Path, columns: dict[str, str], rows: Iterable[Row]) -> None:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise MissingLibraryError("parquet", "parquet") from error
    schema = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in columns.items()])
    source = iter(rows)
    with whole_file(path) as stream, parquet.ParquetWriter(stream, schema) as writer:
        while part := list(islice(source, ROWS_AT_ONCE)):
            writer.write_table(pa.Table.from_pylist(part, schema=schema))


def _described(dataset: Dataset, *, of_readings: bool) -> Iterator[tuple[str, list[Statement]]]:
    """Iterate over the subjects of the default graph with their statements, readings or the others."""
    reading = f"<{dataset.base}text/".encode()
    lines = (line for line in dataset.store.default_lines() if line.startswith(reading) == of_readings)
    stated = (one for line in lines for one in statements_in(line))
    return ((subject, list(group)) for subject, group in groupby(stated, key=attrgetter("subject")))


def _statement_row(one: Statement) -> Row:
    value = one.object
    return {
        "subject": one.subject,
        "predicate": one.predicate,
        "object": value.value,
        "kind": value.kind,
        "datatype": value.datatype,
        "language": value.language,
        "graph": one.graph,
    }


def _reading_row(described: tuple[str, list[Statement]]) -> Row:
    reading, stated = described
    told = {one.predicate: one.object.value for one in stated}
    place = _PLACE.search(reading)
    return {
        "reading": reading,
        "quote": told.get(gk.quote, ""),
        "part_of": told.get(dcterms.isPartOf),
        "text": place and place["text"],
        "rule": told.get(gk.rule),
        "modality": told.get(gk.modality, gk.Reported).removeprefix(GK),
        "start": place and int(place["start"]),
        "end": place and int(place["end"]),
        "page": int(told[gk.page]) if gk.page in told else None,
        "confidence": float(told[gk.confidence]) if gk.confidence in told else None,
    }


def _thing_row(described: tuple[str, list[Statement]]) -> Row:
    iri, stated = described
    classes = sorted(one.object.value for one in stated if one.predicate == rdf.type)
    label = next((one.object.value for one in stated if one.predicate == skos.prefLabel), "")
    lowest = next((one for one in _lowest_first(classes)), None)
    return {"iri": iri, "label": label, "class": lowest, "classes": " ".join(classes)}


def _lowest_first(classes: list[str]) -> list[str]:
    """Give our classes of a thing, those first that none of the others is below."""
    from graphkit.rdf.classes import UPPER_CLASSES

    upper = {above for one in classes for above in UPPER_CLASSES.get(one, ())}
    return sorted(classes, key=lambda one: (one in upper, not one.startswith(GK), one))
