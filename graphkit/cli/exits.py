"""Exit codes (architecture.md 5): an error goes in, the code it ends with comes out."""

from __future__ import annotations

from graphkit.errors import (
    GraphkitError,
    NoDateError,
    SearchRefusedError,
    SeveralMeantError,
    UnknownFormatError,
)

DONE = 0
ERROR = 1
USAGE = 2
VIOLATIONS = 3
REFUSED = 4
SET_ASIDE = 5
INTERRUPTED = 130


def exit_code_of(error: GraphkitError) -> int:
    """Give the exit code of a foreseen failure."""
    from graphkit.query.asking import FilterValueError
    from graphkit.query.guard import QueryRefusedError
    from graphkit.query.limits import QueryStoppedError

    if isinstance(error, UnknownFormatError | SearchRefusedError | SeveralMeantError | NoDateError | FilterValueError):
        return USAGE
    return REFUSED if isinstance(error, QueryRefusedError | QueryStoppedError) else ERROR
