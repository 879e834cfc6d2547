"""Characters that somebody typed in, the names of a generation that hold them out, each with its thing."""

from __future__ import annotations

from pathlib import Path

from graphkit.dataset.manifest import IndexRecord
from graphkit.dataset.search import opened_index
from graphkit.dataset.search_words import typed_key
from graphkit.errors import IndexMissingError

_NAMES = """SELECT iri, name FROM names JOIN things ON thing = things.id WHERE {0}
UNION SELECT iri, name FROM more_names WHERE {0}"""
_HAS_ALL = "SELECT 1 FROM sqlite_schema WHERE name = 'more_names'"
_HOLDS = "key LIKE ? ESCAPE '\\'"

_LOOKED_FOR = 100
"""Characters that a name is looked for by; those behind are left to whoever compares the names."""


def names_like(generation: Path, record: IndexRecord | None, typed: str) -> list[tuple[str, str]] | None:
    """Give IRI and name, sorted, of every name that has the characters of `typed` in this order, others between them.

    Some may be given that have not: simplified, and without regard to case. All names for an empty text. None where
    the index does not hold every name, as those of older datasets.
    """
    wanted = typed_key(typed)[:_LOOKED_FOR]
    pattern = "".join(f"%\\{one}" if one in "\\%_" else f"%{one}" for one in wanted)
    holds, values = (_HOLDS, (f"{pattern}%",) * 2) if wanted else ("TRUE", ())
    try:
        with opened_index(generation, record) as index:
            if index.execute(_HAS_ALL).fetchone() is None:
                return None
            return sorted(index.execute(_NAMES.format(holds), values))
    except IndexMissingError:
        return None
