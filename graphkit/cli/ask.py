"""`graphkit ask`: the name of a ready question goes in, its answer comes out; without a name, the list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import Parameter as Argument
from inspect import Signature
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from graphkit.cli.answers import FormatOption
from graphkit.cli.ending import ending_well
from graphkit.cli.options import DEFAULT_DATASET, AsOfDate, DatasetFolder, OutputFile, Timeout
from graphkit.cli.printing import deliver

if TYPE_CHECKING:
    from graphkit.query.catalogue import Question


_METAVARS = {"from": "DATE", "to": "DATE", "min-confidence": "0-1"}

COMMON: dict[str, tuple[Any, Any]] = {
    "cite": (
        Annotated[bool, typer.Option("--cite", help="每行一条可引用的原文 / Quotable lines instead of a table.")],
        False,
    ),
    "sparql": (
        Annotated[bool, typer.Option("--sparql", help="只显示 SPARQL，不回答 / Show its SPARQL, do not answer.")],
        False,
    ),
    "form": (FormatOption, None),
    "output": (OutputFile, None),
    "dataset": (DatasetFolder, DEFAULT_DATASET),
    "as_of": (AsOfDate, ""),
    "timeout": (Timeout, 30.0),
}
"""Options of every question: name → annotation, default."""


class QuestionGroup(TyperGroup):
    """Commands made from the files of the ready questions, each when it is asked for."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # noqa: ARG002 - typer's form
        """Give the names of the questions, in their order."""
        from graphkit.query.catalogue import ready_questions

        return [one.name for one in ready_questions()]

    def get_command(  # type: ignore[override]
        self,
        ctx: typer.Context,  # noqa: ARG002 - typer's form
        cmd_name: str,
    ) -> TyperCommand:
        """Make the command of a question; one that is unknown is wrong usage."""
        from graphkit.query.catalogue import UnknownQuestionError, ready_question

        try:
            question = ready_question(cmd_name)
        except UnknownQuestionError as error:
            raise typer.BadParameter(str(error), param_hint="QUESTION") from error
        return command_of(question)


app = typer.Typer(cls=QuestionGroup, invoke_without_command=True, no_args_is_help=False)


@app.callback()
@ending_well
def ask(context: typer.Context) -> None:
    """现成的问题：不写名称则列出全部。 / Ready questions; without a name, the list of them.

    \b
    例 / Examples:
      graphkit ask                                      列出问题 / list them
      graphkit ask responses --help                     说明和参数 / what it means and takes
      graphkit ask responses --meeting 林业工作会议
      graphkit ask responses --region 云南 --cite       可直接引用的原文 / quotable lines
      graphkit ask responses --as-of 2023-05-31         截至那天的 / as of that day
      graphkit ask responses -o 响应.xlsx               写成表格文件 / as a workbook
      graphkit ask responses --sparql                   看它的 SPARQL / its SPARQL
    """  # noqa: D301 - \b keeps the lines of a paragraph
    if context.invoked_subcommand is None:
        deliver(_listing(), None)


def command_of(question: Question) -> TyperCommand:
    """Make the command of a question: an option for each parameter and filter, and those that all have."""
    from graphkit.cli.asked import Wishes, answer

    def run(**given: Any) -> None:  # noqa: ANN401 - typer gives each option its own type
        wishes = Wishes(**{name: given.pop(name) for name in COMMON})
        typed = {name.strip("_").replace("_", "-"): value for name, value in given.items() if value is not None}
        answer(question, typed, wishes)

    options = {**_own_options(question), **COMMON}
    run.__annotations__ = {name: kind for name, (kind, _) in options.items()}
    run.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Argument(name, Argument.KEYWORD_ONLY, default=default, annotation=kind)
            for name, (kind, default) in options.items()
        ]
    )
    maker = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
    maker.command(question.name, help=_help(question), short_help=f"{question.title_zh} / {question.title}")(
        ending_well(run)
    )
    return cast("TyperCommand", typer.main.get_command(maker))


def _own_options(question: Question) -> dict[str, tuple[Any, Any]]:
    """Give the options of a question's parameters and filters: name → annotation, default."""
    from graphkit.query.filters import FILTERS

    options: dict[str, tuple[Any, Any]] = {}
    for one in question.parameters:
        help_text = f"{one.label_zh} / {one.label}"
        options[one.name] = _name_option(
            one.name, help_text, _completer(question, one.name), is_required=one.is_required
        )
    for name in question.filters:
        help_text = f"{FILTERS[name].label_zh} / {FILTERS[name].label}"
        # `from` is a word of Python and no name of an argument
        options[f"{name.replace('-', '_')}_"] = _name_option(name, help_text, None, is_required=False)
    return options


def _name_option(
    name: str, help_text: str, completer: Callable[..., list[str]] | None, *, is_required: bool
) -> tuple[Any, Any]:
    option = typer.Option(
        f"--{name}", metavar=_METAVARS.get(name, "NAME"), help=help_text, show_default=False, autocompletion=completer
    )
    return (Annotated[str, option], Argument.empty) if is_required else (Annotated[str | None, option], None)


def _completer(question: Question, name: str) -> Callable[..., list[str]]:
    """Give what completes a parameter: the names of the things that the question can be answered for."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        from graphkit.dataset import open_dataset
        from graphkit.errors import GraphkitError
        from graphkit.query.asking import things_of_parameter

        try:
            opened = open_dataset(ctx.params.get("dataset") or DEFAULT_DATASET)
        except GraphkitError:
            return []
        things = things_of_parameter(opened, question.parameter(name))
        return [label for _, label in things if incomplete in label]

    return complete


def _help(question: Question) -> str:
    """Give the help of a question: title, explanation, example."""
    return (
        f"{question.title_zh}。 / {question.title}.\n\n{question.about_zh} / {question.about}\n\n"
        f"\b\n例 / Example:\n  graphkit ask {question.name} {question.example}\n"
    )


def _listing() -> Iterator[str]:
    from graphkit.query.catalogue import ready_questions

    for question in ready_questions():
        needs = " ".join(
            f"--{one.name} {one.label_zh}" if one.is_required else f"[--{one.name} {one.label_zh}]"
            for one in question.parameters
        )
        yield f"{question.name}  {question.title_zh} / {question.title}\n"
        yield f"    参数 takes: {needs}\n" if needs else ""
        yield f"    例 e.g.: graphkit ask {question.name} {question.example}\n"
    yield "\n每个问题的说明 / what each means: graphkit ask NAME --help\n"
