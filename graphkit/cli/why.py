"""`graphkit why`: two names go in, why they are one thing, two or possibly one comes out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.candidates import complain_unknown
from graphkit.cli.exits import ERROR
from graphkit.cli.options import DEFAULT_DATASET, DatasetFolder
from graphkit.cli.pairs import in_both_languages, reasons_of
from graphkit.cli.printing import deliver

if TYPE_CHECKING:
    from graphkit.query.entity import Questions
    from graphkit.query.explained import Explanation, Identities, Said

LISTED = 20
"""Pairs explained before the rest is only counted."""

RELATIONS = {
    "one": "同一事物 one thing",
    "two": "两个事物 two things",
    "possibly one": "两个事物，疑似相同 two things, possibly the same",
}

Name = Annotated[str, typer.Argument(metavar="NAME", help="名称或 IRI / Name or IRI.")]


def why(a: Name, b: Name, *, dataset: DatasetFolder = DEFAULT_DATASET) -> None:
    """说明两个名称为何是同一事物、不同事物或疑似相同。 / Explain why two are one, two or possibly the same.

    依据是标识、归并和判断。 / By their keys, merges and judgements.

    \b
    例 / Examples:
      graphkit why 段云岫 段云岫
      graphkit why 玉溪局 玉溪市林业和草原局
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.dataset import open_dataset
    from graphkit.query.explained import Identities

    opened = open_dataset(dataset)
    identities = Identities(opened, opened.base)
    meant = [identities.named(name) for name in (a, b)]
    for name, found in zip((a, b), meant, strict=True):
        if not found:
            complain_unknown(opened, name)
            raise typer.Exit(ERROR)
    deliver(_lines(opened, identities, *meant), None)


def _lines(opened: Questions, identities: Identities, first: list[str], second: list[str]) -> Iterator[str]:
    apart = combinations(first, 2) if first == second else product(first, second)
    pairs = [(one, other) for one, other in apart if one != other] or [(first[0], second[0])]
    known: dict[str, str] = {}
    for one, other in pairs[:LISTED]:
        yield from _explained(opened, identities.explain(one, other), known)
    if len(pairs) > LISTED:
        yield f"… 另有 {len(pairs) - LISTED} 对，请用更全的名称 / more pairs; use fuller names\n"


def _explained(opened: Questions, found: Explanation, known: dict[str, str]) -> Iterator[str]:
    from graphkit.export.cells import compact_iri, visible
    from graphkit.query.citing import citation_lines
    from graphkit.query.entity import name_of
    from graphkit.query.explained import told_in

    yield f"{RELATIONS[found.relation]}\n"
    for mark, thing in (("A", found.a), ("B", found.b)):
        label = name_of(opened, thing, known)
        yield f"  {mark} {visible(label) + '  ' if label != thing else ''}{visible(compact_iri(thing))}\n"
    if found.a == found.b:
        yield "  标识 key        两个名称指同一标识 / both names are of one key\n"
    else:
        here, there = (visible(part) or "（无 none）" for part in found.keys)
        yield f"  标识 keys       {here} ≠ {there}\n"
    for old, new in found.merged:
        yield f"  归并 merged     {visible(compact_iri(old))} → {visible(compact_iri(new))}\n"
    if found.relation == "one" and found.merged and not found.judged:
        yield "                  依名称、日期、文号归并，不是人的判断 / by name, date and number, nobody's judgement\n"
    if found.pair is not None:
        yield f"  疑似 possibly   {found.pair.score} · {reasons_of(found.pair)}\n"
    for said in found.judged:
        yield f"  判断 judgement  {_told(said)}\n"
    if found.renamed is not None:
        old, new = (visible(name_of(opened, thing, known)) for thing in found.renamed)
        yield f"  更名 renamed    {old} → {new}（不归并 not merged）\n"
        for line in citation_lines(opened, told_in(opened, found.renamed)):
            yield f"                  {visible(line)}\n"
    elif found.relation == "two" and not found.judged:
        yield "                  名称不相近或另有依据，未曾询问 / not alike enough, so nobody was asked\n"


def _told(said: Said) -> str:
    from graphkit.export.cells import visible

    parts = [in_both_languages(said.verdict), *(one for one in (said.who, said.date, said.why) if one)]
    return " · ".join(visible(part) for part in parts)
