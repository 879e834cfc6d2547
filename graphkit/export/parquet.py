"""An answer goes in, a Parquet file comes out, for tools that read columns (pandas, polars, DuckDB)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import TYPE_CHECKING

from graphkit.errors import GraphkitError
from graphkit.export.cells import cell_text
from graphkit.model.tables import Table, Term
from graphkit.terms import xsd

if TYPE_CHECKING:
    import pyarrow as pa

_LARGEST = 2**63


class MissingLibraryError(GraphkitError):
    """Raised when a format needs a library that is not installed."""

    def __init__(self, form: str, extra: str) -> None:
        """Keep the format and the extra of graphkit that brings its library."""
        super().__init__(f"{form}: 需要先安装 / install first: pip install 'graphkit[{extra}]'")
        self.form = form
        self.extra = extra


def parquet_of(table: Table) -> bytes:
    """Give a Parquet file: columns of only xsd:integer are int64, of only xsd:decimal decimal128, others strings.

    Same table and same version of pyarrow, same bytes. Raises MissingLibraryError without pyarrow.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise MissingLibraryError("parquet", "parquet") from error
    rows = list(table)
    columns = [_column([row[place] for row in rows]) for place in range(len(table.variables))]
    stream = BytesIO()
    parquet.write_table(pa.Table.from_arrays(columns, names=list(table.variables)), stream)
    return stream.getvalue()


def _column(cells: Sequence[Term | None]) -> pa.Array:
    import pyarrow as pa

    kinds = {cell.datatype if cell.kind == "literal" else None for cell in cells if cell is not None}
    if kinds == {xsd.integer}:
        whole = [None if cell is None else int(cell.value) for cell in cells]
        if all(one is None or -_LARGEST <= one < _LARGEST for one in whole):
            return pa.array(whole, pa.int64())
    if kinds == {xsd.decimal}:
        try:
            return pa.array([None if cell is None else Decimal(cell.value) for cell in cells])
        except (InvalidOperation, pa.ArrowInvalid):  # more digits than a decimal holds: stay text
            pass
    return pa.array([None if cell is None else cell_text(cell) for cell in cells], pa.string())
