"""Where output goes: pieces of text go in, a file written whole or the standard streams come out."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import typer

STDOUT = Path("标准输出 standard output")


def deliver(pieces: Iterable[str], output: Path | None) -> None:
    """Write to `output`, whole or not at all, or else to standard output; always UTF-8."""
    from graphkit.export.writing import UnwritableFileError, whole_file

    if output is None:
        for piece in pieces:
            try:
                typer.echo(piece.encode(), nl=False)
            except BrokenPipeError:
                raise
            except OSError as error:
                raise UnwritableFileError(STDOUT, error.strerror or str(error)) from error
        return
    with whole_file(output) as stream:
        for piece in pieces:
            stream.write(piece.encode())


def complain(message: str) -> None:
    """Write one line on stderr, whatever characters the message holds."""
    from graphkit.export.cells import visible

    typer.echo(f"graphkit: {visible(message)}".encode(), err=True)


def remark(message: str) -> None:
    """Write one line on stderr that is no failure, whatever characters it holds."""
    from graphkit.export.cells import visible

    typer.echo(visible(message).encode(), err=True)


def is_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout.isatty()


def terminal_columns() -> int | None:
    """Give the columns of the terminal, None where output goes elsewhere."""
    return shutil.get_terminal_size().columns if is_terminal() else None
