"""The answer to a ready question: what was typed goes in, a table, quotable lines or SPARQL come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from graphkit.cli.answers import TableFormat, deliver_table, format_for
from graphkit.cli.candidates import ranked_lines
from graphkit.cli.exits import USAGE
from graphkit.cli.printing import deliver, remark

if TYPE_CHECKING:
    from graphkit.model.tables import Table
    from graphkit.query.asking import AmbiguousNameError, Asked, Meant
    from graphkit.query.catalogue import Question
    from graphkit.query.limits import Limits

HEADED = frozenset({TableFormat.TABLE, TableFormat.CSV, TableFormat.MARKDOWN, TableFormat.XLSX})
"""Formats for people, with Chinese headings; the others keep the variables of the SPARQL."""

HOW = {
    "iri": "标识 by IRI",
    "name": "名称 by name",
    "form": "写法不同 but for form",
    "key": "机构的地区和职能 by place and function",
    "part": "名称的一部分 by a part",
    "order": "略写 by its characters in order",
    "pinyin": "拼音 by pinyin",
}


@dataclass(frozen=True, slots=True)
class Wishes:
    """How an answer is wanted."""

    cite: bool
    sparql: bool
    form: TableFormat | None
    output: Path | None
    dataset: Path
    as_of: str
    timeout: float

    @property
    def limits(self) -> Limits:
        """How much the answer may take."""
        from graphkit.query.limits import Limits

        return Limits(seconds=self.timeout)


def answer(question: Question, typed: Mapping[str, str], wishes: Wishes) -> None:
    """Answer a ready question as wished."""
    from graphkit.cli.as_of import open_as_of
    from graphkit.query.apart import run_apart
    from graphkit.query.asking import AmbiguousNameError, bind_question, portable_sparql

    form = format_for(wishes.form, wishes.output)
    if wishes.as_of:
        open_as_of(wishes.dataset, wishes.as_of)
    try:
        if wishes.sparql:
            asked = run_apart(
                wishes.dataset, bind_question, question, dict(typed), limits=wishes.limits, as_of=wishes.as_of
            )
            deliver([portable_sparql(asked)], wishes.output)
            return
        asked, table = _answered(question, typed, wishes)
    except AmbiguousNameError as error:
        _tell_several(error, wishes)
        raise typer.Exit(USAGE) from error
    for one in asked.meant:
        _tell_meant(one)
    if wishes.cite:
        deliver(_citations(table, wishes), wishes.output)
    else:
        _deliver(question, table, form, wishes.output)
    if next(iter(table.rows), None) is None:
        _tell_nothing(question, typed)


def _tell_several(error: AmbiguousNameError, wishes: Wishes) -> None:
    """List what a name may mean, what tells namesakes apart, and say how one of them is named."""
    from graphkit.export.cells import compact_iri
    from graphkit.query.apart import run_apart
    from graphkit.query.told_apart import ranked

    found = run_apart(wishes.dataset, ranked, error.candidates, limits=wishes.limits, as_of=wishes.as_of)
    for line in ranked_lines(error.name, found):
        remark(line.rstrip("\n"))
    if len({one.candidate.label for one in found}) > 1:
        remark(f"请写全名，或 / name one in full, or: --{error.option} IRI")
        return
    iri = compact_iri(found[0].candidate.iri)
    remark(f"名称都相同，请给标识 / all have one name, give the IRI: --{error.option} {iri}")
    remark("若是同一个，用 graphkit review 判断，再 build / if they are one thing: graphkit review, then build")


def _answered(question: Question, typed: Mapping[str, str], wishes: Wishes) -> tuple[Asked, Table]:
    from graphkit.model.tables import Table
    from graphkit.query.apart import ask_apart

    asked, found = ask_apart(wishes.dataset, question, typed, limits=wishes.limits, as_of=wishes.as_of)
    if found.truncated:
        remark(f"… 只显示前 {wishes.limits.rows} 行 / cut after {wishes.limits.rows} rows")
    if not isinstance(found.content, Table):
        message = f"questions/{asked.question.name}.rq is no SELECT"
        raise TypeError(message)
    return asked, found.content


def _tell_nothing(question: Question, typed: Mapping[str, str]) -> None:
    """Say that there are no rows, and what may help."""
    remark("已读文件中没有记载 / nothing of this in the documents read")
    if any(one.name == "within" for one in question.parameters) and "within" not in typed:
        remark(
            "由谁主办或印发没有写明，列不出应由谁响应；请用 --within 写明范围：地区、机构群体或文件 / "
            "perhaps no text tells who held or issued it: name a region, group or document with --within"
        )
    elif "within" in typed:
        remark(
            "数据集里没有这个范围的单位名单；范围可以是有下级区划的地区、机构群体或文件（主送单位） / "
            "the dataset has no list of bodies for it: name a region with divisions, a group or a document"
        )


def _tell_meant(meant: Meant) -> None:
    """Say what a name was taken for, unless it was written in full."""
    others = f"；另有 {meant.passed_over} 个相符但与此问无关 / {meant.passed_over} more have no part in this"
    found = meant.candidate
    if found.label != meant.typed or meant.passed_over:
        told = f"--{meant.option} {meant.typed} → {found.label}（{HOW[found.how]}）"
        remark(told + (others if meant.passed_over else ""))


def _deliver(question: Question, table: Table, form: TableFormat, output: Path | None) -> None:
    from graphkit.export.cells import visible
    from graphkit.export.tables import markdown_text
    from graphkit.query.presenting import captions_of, table_for_people

    if form not in HEADED:
        deliver_table(table, form, output)
        return
    has_lines = form in {TableFormat.TABLE, TableFormat.MARKDOWN}
    shown = table_for_people(question, table, captions=not has_lines)
    lines = captions_of(question, table) if has_lines else []
    # a paragraph of Markdown joins its lines, a list does not
    marked = form is TableFormat.MARKDOWN
    head = [f"- {markdown_text(one)}" if marked else visible(one) for one in lines]
    deliver_table(shown, form, output, head=head, for_people=True)


def _citations(table: Table, wishes: Wishes) -> Iterator[str]:
    from graphkit.export.cells import visible
    from graphkit.query.apart import run_apart
    from graphkit.query.catalogue import READING
    from graphkit.query.citing import cited_lines

    place = table.variables.index(READING)
    readings = list(dict.fromkeys(cell.value for row in table if (cell := row[place]) is not None))
    lines = run_apart(wishes.dataset, cited_lines, readings, limits=wishes.limits, as_of=wishes.as_of)
    yield from (f"{visible(line)}\n" for line in lines)
