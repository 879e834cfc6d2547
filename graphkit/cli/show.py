"""`graphkit show`: a name goes in, one thing with its cited facts comes out, or the list of what it may mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.candidates import called, candidate_lines, classes_called
from graphkit.cli.exits import ERROR
from graphkit.cli.options import DEFAULT_DATASET, DatasetFolder
from graphkit.cli.printing import complain, deliver
from graphkit.cli.readings import rejected_lines

if TYPE_CHECKING:
    from graphkit.query.entity import Card, CardFact, Citation

CONTEXT = 60
"""Characters of the sentence shown before and after a quote."""

TextOf = Callable[[str], "str | None"]
"""Gives the source text whose hash begins with 16 hex digits."""

MODALITIES = {"Demanded": "要求 demanded", "Intended": "打算 intended", "Reported": ""}


def show(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="名称、别名、名称的一部分或 IRI / Name, alias, part of one, or IRI.")
    ],
    *,
    kind: Annotated[
        str | None, typer.Option("--class", metavar="CLASS", help="只看这一类，如 Agency / Only of this class.")
    ] = None,
    quotes: Annotated[
        int, typer.Option("--quotes", metavar="N", min=0, help="每条事实最多引几处 / Passages shown for each fact.")
    ] = 3,
    dataset: DatasetFolder = DEFAULT_DATASET,
) -> None:
    """看一个实体：名称、类型、事实和每条事实的原文。 / Read one entity: names, classes, facts, each with its sentence.

    名称对应几个实体时列出它们，不作猜测。 / A name of several things gives their list, never a guess.

    \b
    例 / Examples:
      graphkit show 成都局
      graphkit show 机关事务 --class Meeting
      graphkit show gkr:region/510100 --quotes 1
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.dataset import open_dataset
    from graphkit.query.entity import card_of
    from graphkit.query.names import candidates_for

    opened = open_dataset(dataset)
    candidates = candidates_for(opened, name, kind=kind)
    if not candidates:
        complain(f"没有找到“{name}” / nothing is called {name}")
        raise typer.Exit(ERROR)
    if len(candidates) > 1:
        deliver(candidate_lines(name, candidates), None)
        return
    card = card_of(opened, candidates[0].iri)
    deliver(_card_lines(card, quotes, cache(opened.text)), None)
    deliver(rejected_lines(opened, card.iri), None)


def _card_lines(card: Card, quotes: int, text_of: TextOf) -> Iterator[str]:
    from graphkit.export.cells import visible

    yield f"{visible(card.label)}\n"
    yield f"  类型 class   {classes_called(card.classes)}\n"
    others = [name for name in card.names if name != card.label]
    if others:
        yield f"  别名 names   {visible('；'.join(others))}\n"
    yield f"  标识 IRI     {visible(card.iri)}\n"
    if card.mentions:
        yield f"  提及 mentions {card.mentions} 篇 articles\n"
    for fact in card.facts:
        yield "\n"
        yield from _fact_lines(fact, quotes, text_of)


def _fact_lines(fact: CardFact, quotes: int, text_of: TextOf) -> Iterator[str]:
    from graphkit.export.cells import compact_iri, visible
    from graphkit.terms import gk

    arrow = "←" if fact.inverse else "→"
    other = fact.other_name if fact.other_name != fact.other.value else called(fact.other.value)
    if fact.property == gk.possiblySame:
        other = f"{other}  {compact_iri(fact.other.value)}（graphkit why · graphkit review）"
    yield f"{arrow} {called(fact.property)}  {visible(other)}\n"
    if not fact.citations:
        yield "    （推导、参考或人工判断 / derived, reference or judged）\n"
    for citation in fact.citations[:quotes]:
        yield from _citation_lines(citation, text_of)
    if len(fact.citations) > quotes > 0:
        yield f"    … 另有 {len(fact.citations) - quotes} 处 / {len(fact.citations) - quotes} more (--quotes)\n"


def _citation_lines(citation: Citation, text_of: TextOf) -> Iterator[str]:
    from graphkit.export.cells import visible
    from graphkit.query.entity import sentence_around

    modality = MODALITIES.get(citation.modality, citation.modality)
    mark = f"〔{modality}〕" if modality else ""
    text = text_of(citation.text)
    before, quote, after = ("", citation.quote, "") if text is None else sentence_around(text, *citation.span)
    before = before if len(before) <= CONTEXT else f"…{before[-CONTEXT:]}"
    after = after if len(after) <= CONTEXT else f"{after[:CONTEXT]}…"
    yield f"    {visible(before)}【{visible(quote)}】{visible(after)}{mark}\n"
    yield f"      {visible(citation.document_name)}  {citation.place}  {citation.rule}\n"
