"""How a command ends: a command goes in, one that turns foreseen failures into a line and an exit code comes out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from graphkit.cli.exits import INTERRUPTED, exit_code_of
from graphkit.cli.printing import complain
from graphkit.errors import GraphkitError

Options = ParamSpec("Options")


def ending_well(command: Callable[Options, None]) -> Callable[Options, None]:
    """Give the command with foreseen failures turned into one line on stderr and an exit code."""

    @wraps(command)
    def run(*args: Options.args, **kwargs: Options.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except GraphkitError as error:
            complain(str(error))
            raise typer.Exit(exit_code_of(error)) from error
        except KeyboardInterrupt as error:
            complain(str(error) or "已中断 / interrupted")
            raise typer.Exit(INTERRUPTED) from None

    return run
