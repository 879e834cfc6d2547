"""What review and correct share: who judges, when, the table that was filled in, the last line."""

from __future__ import annotations

from datetime import date
from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.printing import remark

FilledTable = Annotated[
    Path | None,
    typer.Option("--read", metavar="FILE", help="读回填好的表 / Take a table that was filled in.", dir_okay=False),
]
Who = Annotated[str, typer.Option("--who", metavar="NAME", help="判断人 / Who judges.", show_default="登录名 login")]


def login() -> str:
    """Give the login name, empty where the system knows none."""
    try:
        return getuser()
    except (KeyError, OSError):
        return ""


def today() -> str:
    """Give the day of the one who judges."""
    return date.today().isoformat()  # noqa: DTZ011 - as the calendar on their wall


def taken(path: Path, table: Path, who: str, *, of_pairs: bool) -> int:
    """Take the judgements of a table that was filled in, signed and dated where they are not; give how many."""
    from graphkit.dataset.judgement_files import append_judgements, judgements_in
    from graphkit.model.judgements import PairJudgement

    found = [
        one.model_copy(update={"who": one.who or who, "date": one.date or today()})
        for one, _ in judgements_in(path)
        if isinstance(one, PairJudgement) == of_pairs
    ]
    return append_judgements(table, found)


def tell_written(written: int, table: Path) -> None:
    """Tell how many judgements were written, and when they count."""
    if written:
        remark(f"已记录 {written} 条判断，再次 build 后采用 / judgements written, followed at the next build: {table}")
    else:
        remark("没有记录判断 / no judgement was made")
