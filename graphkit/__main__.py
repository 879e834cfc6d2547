"""`python -m graphkit` is the command `graphkit`: the program in, its exit code out, 130 where it was interrupted."""

from __future__ import annotations

import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the program; an interruption while it is still being loaded is one like any other."""
    try:
        from graphkit.cli.app import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("graphkit: 已中断 / interrupted\n")
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
