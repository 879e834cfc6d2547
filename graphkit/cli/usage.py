"""Wrong usage in, one line in Chinese and English out that says what to do."""

from __future__ import annotations

import re
import sys
from difflib import get_close_matches
from functools import wraps
from typing import Any

import typer
from typer.core import TyperGroup

from graphkit.cli.exits import ERROR, USAGE
from graphkit.cli.printing import complain

USAGE_ERROR: type[Exception] = typer.BadParameter.__bases__[0]
"""The class of all that is wrong with a command line, wherever this typer keeps it."""

_HELP, _MAKER = frozenset({"-h", "--help"}), "_make_rich_text"
_HAN = re.compile("[一-鿿]")
_HINT = re.compile(r"^Invalid value(?: for (?P<hint>.+?))?: (?P<told>.*)$", re.DOTALL)
_VALUES: tuple[tuple[str, str], ...] = (
    (r"(?:Value error, )?'?(.*?)'? is not one of (.*?)\.?$", r"“\1”不行，值应为 \2 之一 / write one of \2"),
    (r".*valid integer.*", "值应为整数 / write a whole number"),
    (r".*valid (?:number|float).*", "值应为数 / write a number"),
    (r".*greater than or equal to (\S+).*", r"值不小于 \1 / write \1 or more"),
    (r".*less than or equal to (\S+).*", r"值不大于 \1 / write \1 or less"),
    (r".*?'(.*)' does not exist\.?", r"没有“\1”这个文件或文件夹 / there is no \1"),
    (r".*?'(.*)' is a (?:directory|file)\.?", r"“\1”种类不对 / \1 is of the other kind: file or folder"),
)
_NAMING = ("--meeting", "--policy", "--of", "--item", "--thing", "--agency", "--person", "--document", "--notice")
"""Options that name a thing in `ask`; `view` has --focus for all of them."""
_FOCUS = "--focus"
_FORMS: tuple[tuple[str, str], ...] = (
    (r"Missing option '?(.*?)'?\.", r"缺少选项 \1 / missing option \1"),
    (r"Missing (?:argument|parameter) '?(.*?)'?\.", r"缺少 \1 / missing \1"),
    (
        r"No such option:? '?(.*?)'?\.?(?: \(Possible options: (.*)\)| Did you mean (.*?)\?)",
        r"没有选项 \1，是否 \2\3 / no option \1, perhaps \2\3",
    ),
    (r"No such option:? '?(.*?)'?\.?", r"没有选项 \1 / no option \1"),
    (r"Option '?(.*?)'? requires .*", r"选项 \1 后要写值 / write a value after \1"),
    (r"Option '?(.*?)'? does not take a value.*", r"选项 \1 不带值 / \1 takes no value"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", r"多出了 \1 / too many words: \1"),
)


class OneLineGroup(TyperGroup):
    """Commands whose wrong usage is told in one line, exit code 2."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - typer's form
        """Run the program; wrong usage becomes one line on stderr."""
        if not _HELP.isdisjoint((args[0] if args else extra.get("args")) or sys.argv[1:]):
            _fold_help()
        if not extra.get("standalone_mode", True):
            return super().main(*args, **extra)
        try:
            result = super().main(*args, **extra | {"standalone_mode": False})
        except USAGE_ERROR as error:
            if type(error).__name__ != "NoArgsIsHelpError":  # the help is told already
                complain(told(error))
            sys.exit(USAGE)
        except typer.Abort:
            complain("已中断 / aborted")
            sys.exit(ERROR)
        sys.exit(result if isinstance(result, int) else 0)


def _fold_help() -> None:
    """Have the help break Chinese where a line ends: it has no blanks, and typer cuts what goes over the line."""
    from typer import rich_utils

    make = getattr(rich_utils, _MAKER, None)
    if make is None or hasattr(make, "__wrapped__"):
        return

    @wraps(make)
    def folding(**asked: Any) -> Any:  # noqa: ANN401 - typer's form
        made = make(**asked)
        if hasattr(made, "overflow"):
            made.overflow = "fold"
        return made

    setattr(rich_utils, _MAKER, folding)


def told(error: Any) -> str:  # noqa: ANN401 - a class of typer's that has no public name
    """Give one line for wrong usage, with the help to look into."""
    context = getattr(error, "ctx", None)
    line = _line(" ".join(str(error.format_message()).split()), context)
    if type(error).__name__ == "NoSuchOption" and isinstance(getattr(context, "command", None), TyperGroup):
        line += "；选项写在命令后面 / options stand behind the command"
    path = context.command_path if context is not None else "graphkit"
    return f"{line}（{path} -h）"


def _line(message: str, context: Any) -> str:  # noqa: ANN401 - as above
    command = re.match(r"No such command '?(.*?)'?\.", message)
    if command is not None:
        return _unknown_command(command[1], context)
    option = re.match(r"No such option:? '?(--[\w-]+)", message)
    if option is not None and (meant := _named_otherwise(option[1], context)):
        return f"没有选项 {option[1]}，这里是 {meant} / no option {option[1]}, here it is {meant}"
    found = _HINT.match(message)
    if found is not None:
        value = found["told"] if _HAN.search(found["told"]) else _translated(found["told"], _VALUES)
        hint = (found["hint"] or "").replace("'", "")
        return f"{hint}: {value}" if hint else value
    return _translated(message, _FORMS)


def _named_otherwise(option: str, context: Any) -> str:  # noqa: ANN401 - as above
    """Give the option by which this command names the thing that the option names in another command."""
    known = [name for one in getattr(getattr(context, "command", None), "params", ()) for name in one.opts]
    wanted = {_FOCUS: _NAMING} | dict.fromkeys(_NAMING, (_FOCUS,))
    return next((name for name in wanted.get(option, ()) if name in known), "")


def _unknown_command(name: str, context: Any) -> str:  # noqa: ANN401 - as above
    near = get_close_matches(name, context.command.list_commands(context), 1) if context is not None else []
    perhaps = (f"，是否 {near[0]}", f", perhaps {near[0]}") if near else ("", "")
    return f"没有 {name} 这个命令{perhaps[0]} / no command {name}{perhaps[1]}"


def _translated(message: str, table: tuple[tuple[str, str], ...]) -> str:
    for pattern, words in table:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            return found.expand(words)
    return message if _HAN.search(message) else f"用法不对 / wrong usage: {message}"
