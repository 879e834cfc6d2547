"""`graphkit show`: a name goes in, one thing with its cited facts comes out, or the list of what it may mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.candidates import called, classes_called, complain_with, ranked_lines
from graphkit.cli.exits import ERROR, USAGE
from graphkit.cli.options import DEFAULT_DATASET, AsOfDate, DatasetFolder, Timeout
from graphkit.cli.printing import complain, deliver, remark

if TYPE_CHECKING:
    from graphkit.query.entity import Card, CardFact, Citation

CONTEXT = 60
"""Characters of the sentence shown before and after a quote."""

TextOf = Callable[[str], "str | None"]
"""Gives the source text whose hash begins with 16 hex digits."""

MODALITIES = {"Demanded": "要求 demanded", "Intended": "打算 intended", "Reported": ""}


ThingName = Annotated[
    str, typer.Argument(metavar="NAME", help="名称、别名、名称的一部分或 IRI / Name, alias, part of one, or IRI.")
]
OfClass = Annotated[
    str | None, typer.Option("--class", metavar="CLASS", help="只看这一类，如 Agency / Only of this class.")
]
Quotes = Annotated[
    int, typer.Option("--quotes", metavar="N", min=0, help="每条事实最多引几处 / Passages shown for each fact.")
]
Opened = Annotated[
    int | None,
    typer.Option(
        "--open",
        metavar="N",
        min=1,
        help="打开第 N 处引文的原文件 / Open the source at the N-th passage.",
        show_default=False,
    ),
]
Terms = Annotated[
    bool, typer.Option("--terms", help="同时写出查询用的名称 / Also what queries call things: gk:heldBy.")
]


def show(
    name: ThingName,
    *,
    kind: OfClass = None,
    quotes: Quotes = 3,
    open_: Opened = None,
    terms: Terms = False,
    dataset: DatasetFolder = DEFAULT_DATASET,
    as_of: AsOfDate = "",
    timeout: Timeout = 30.0,
) -> None:
    """看一个实体：名称、类型、事实和每条事实的原文。 / Read one entity: names, classes, facts, each with its sentence.

    名称对应几个实体时列出它们（退出码 2），不作猜测。 / A name of several things gives their list and exit code 2.

    \b
    例 / Examples:
      graphkit show 玉溪局
      graphkit show 林长制推进会议 --class Meeting
      graphkit show gkr:region/530400 --quotes 1
      graphkit show 玉溪局 --as-of 2023-05  截至2023年5月的 / as of May 2023
      graphkit show 玉溪局 --open 1        打开原文件，PDF 翻到那一页 / the source, a PDF at its page
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.cli.as_of import open_as_of
    from graphkit.cli.cards import found_by
    from graphkit.query.apart import run_apart
    from graphkit.query.limits import Limits

    opened = open_as_of(dataset, as_of)
    found = run_apart(dataset, found_by, name, kind, limits=Limits(seconds=timeout), as_of=as_of)
    if found.several:
        deliver(ranked_lines(name, found.several, terms=terms), None)
        raise typer.Exit(USAGE)
    if found.taken is None or found.card is None:
        complain_with(name, found.near)
        raise typer.Exit(ERROR)
    if found.taken.how == "key":
        remark(f"{name} → {found.taken.label}（按机构的地区和职能 / by place and function）")
    if open_ is None:
        deliver(_card_lines(found.card, quotes, cache(opened.text), terms=terms), None)
        deliver(found.rejected, None)
    else:
        _open_source(found.card, quotes, open_, opened.files)


def _open_source(card: Card, quotes: int, number: int, files_of: Callable[[str], list[Path]]) -> None:
    """Open the file of a passage, counted as they are shown; exit 1 with the place told where that cannot be."""
    from graphkit.cli.opening import launch, opening_command
    from graphkit.export.cells import visible
    from graphkit.read.archive import file_of

    shown = [citation for fact in card.facts for citation in fact.citations[:quotes]]
    if number > len(shown):
        complain(f"只有 {len(shown)} 处引文 / there are {len(shown)} passages only")
        raise typer.Exit(ERROR)
    citation = shown[number - 1]
    page = f" 第{citation.page}页 p.{citation.page}" if citation.page else ""
    path = next((path for path in files_of(citation.text) if file_of(path) is not None), None)
    if path is None:
        complain(f"{citation.document_name}: 原文件已不在 / its file is gone")
        raise typer.Exit(ERROR)
    deliver([f"{visible(str(path))}{page} {citation.place}\n"], None)
    command = opening_command(file_of(path) or path, citation.page, citation.quote)
    if not command or not launch(command):
        complain("这里没有能打开它的程序 / nothing here opens it")
        raise typer.Exit(ERROR)


def _card_lines(card: Card, quotes: int, text_of: TextOf, *, terms: bool) -> Iterator[str]:
    from graphkit.export.cells import visible

    yield f"{visible(card.label)}\n"
    yield f"  类型 class   {classes_called(card.classes, terms=terms)}\n"
    others = [name for name in card.names if name != card.label]
    if others:
        yield f"  别名 names   {visible('；'.join(others))}\n"
    yield f"  标识 IRI     {visible(card.iri)}\n"
    if card.mentions:
        yield f"  提及 mentions {card.mentions} 篇 articles\n"
    for fact in card.facts:
        yield "\n"
        yield from _fact_lines(fact, quotes, text_of, terms=terms)


def _fact_lines(fact: CardFact, quotes: int, text_of: TextOf, *, terms: bool) -> Iterator[str]:
    from graphkit.export.cells import compact_iri, visible
    from graphkit.terms import gk

    arrow = "←" if fact.inverse else "→"
    other = _other_end(fact, terms=terms)
    if fact.property == gk.possiblySame:
        other = f"{other}  {compact_iri(fact.other.value)}（graphkit why · graphkit review）"
    yield f"{arrow} {called(fact.property, terms=terms)}  {visible(other)}\n"
    if not fact.citations:
        yield "    （推导、参考或人工判断 / derived, reference or judged）\n"
    for citation in fact.citations[:quotes]:
        yield from _citation_lines(citation, text_of)
    if len(fact.citations) > quotes > 0:
        yield f"    … 另有 {len(fact.citations) - quotes} 处 / {len(fact.citations) - quotes} more (--quotes)\n"


def _other_end(fact: CardFact, *, terms: bool) -> str:
    """Give the other end of a fact in words: names, terms of the ontology, 5年 for a duration."""
    from graphkit.network.words import duration_words
    from graphkit.terms import PREFIXES

    if fact.other.kind == "iri":
        return fact.other_name if fact.other_name != fact.other.value else called(fact.other.value, terms=terms)
    return (
        duration_words(fact.other.value)[0] if fact.other.datatype == f"{PREFIXES['xsd']}duration" else fact.other_name
    )


def _citation_lines(citation: Citation, text_of: TextOf) -> Iterator[str]:
    from graphkit.export.cells import visible
    from graphkit.query.entity import sentence_around

    modality = MODALITIES.get(citation.modality, citation.modality)
    mark = f"〔{modality}〕" if modality else ""
    text = text_of(citation.text)
    before, quote, after = ("", citation.quote, "") if text is None else sentence_around(text, *citation.span)
    before = before if len(before) <= CONTEXT else f"…{before[-CONTEXT:]}"
    after = after if len(after) <= CONTEXT else f"{after[:CONTEXT]}…"
    page = f"第{citation.page}页 p.{citation.page}  " if citation.page else ""
    yield f"    {visible(before)}【{visible(quote)}】{visible(after)}{mark}\n"
    yield f"      {visible(citation.document_name)}  {page}{citation.place}  {citation.rule}\n"
