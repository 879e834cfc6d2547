"""The program `graphkit`: a table of commands; foreseen failures become one line and an exit code.

Nothing heavy is imported here: each command imports what it runs when it runs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli import (
    ask,
    build,
    check,
    correct,
    diff,
    evaluate,
    export,
    extract,
    query,
    remove,
    review,
    search,
    show,
    view,
    why,
)
from graphkit.cli.ending import ending_well
from graphkit.cli.usage import OneLineGroup

COMMANDS: dict[str, Callable[..., None]] = {
    "build": build.build,
    "query": query.query,
    "show": show.show,
    "search": search.search,
    "view": view.view,
    "export": export.export,
    "check": check.check,
    "diff": diff.diff,
    "extract": extract.extract,
    "evaluate": evaluate.evaluate,
    "remove": remove.remove,
    "review": review.review,
    "why": why.why,
    "correct": correct.correct,
}

app = typer.Typer(
    name="graphkit",
    cls=OneLineGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for name, command in COMMANDS.items():
    app.command(name)(ending_well(command))
app.add_typer(ask.app, name="ask")


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the flag
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"graphkit {version('graphkit')}")
        except PackageNotFoundError:
            typer.echo("graphkit (not installed)")
        raise typer.Exit


@app.callback()
def graphkit(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="显示版本 / Show the version.")
    ] = False,
) -> None:
    """把政府简报变成知识图谱，每条事实都能回到原文。 / Turn government bulletins into a graph that cites its text.

    \b
    例 / Examples:
      graphkit build data/samples           建数据集 outputs / make a dataset
      graphkit show 玉溪局                  看一个机构 / read one entity
      graphkit ask                          现成的问题 / ready questions
      graphkit search 护林员                找原文和名称 / find sentences and names
      graphkit query 'SELECT ?m { ?m a gk:Meeting }'
      graphkit view --open                  画成网络图 / draw a network
      graphkit export all.nq                导出 / write it as one file
      graphkit check                        检查 / check it

    \b
    退出码 / Exit codes:
      0    完成 / done
      1    错误 / error
      2    用法不对 / usage
      3    有违规或差异 / violations or differences found
      4    查询被拒绝或超时 / query refused or out of time
      5    完成，部分文件搁置 / done, some documents set aside
      130  中断 / interrupted
    """  # noqa: D301 - \b keeps the lines of a paragraph


def main() -> None:
    """Run the program; what is written where nothing is open goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as the program runs
    app(prog_name="graphkit")
