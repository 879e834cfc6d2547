"""What a name may mean, as lines for people: candidates go in, one line each comes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graphkit.cli.printing import complain

if TYPE_CHECKING:
    from graphkit.query.entity import Questions
    from graphkit.query.names import Candidate
    from graphkit.query.told_apart import Ranked

LISTED = 50
"""Candidates listed before the rest is only counted."""


def complain_unknown(opened: Questions, name: str, kind: str | None = None) -> None:
    """Say that nothing is called so, with the nearest names that there are; `kind` is a class that they must have."""
    from graphkit.query.names import classes_of
    from graphkit.query.suggesting import nearest_names
    from graphkit.terms import GK

    near = nearest_names(opened, name, lambda iri: kind is None or GK + kind in classes_of(opened, iri))
    complain_with(name, near)


def complain_with(name: str, near: Sequence[str]) -> None:
    """Say that nothing is called so, and offer names that are near."""
    from graphkit.query.suggesting import offered

    zh, en = offered(near)
    complain(f"没有找到“{name}”{zh} / nothing is called {name}{en}")


def ranked_lines(name: str, candidates: Sequence[Ranked], *, terms: bool = False) -> Iterator[str]:
    """Iterate over lines that list what a name may mean: label, classes, facts, what tells namesakes apart, IRI."""
    notes = {one.candidate.iri: f"{one.facts} 条 facts{f'  {one.apart}' if one.apart else ''}" for one in candidates}
    yield from candidate_lines(name, [one.candidate for one in candidates], notes, terms=terms)


def candidate_lines(
    name: str, candidates: Sequence[Candidate], notes: Mapping[str, str] | None = None, *, terms: bool = False
) -> Iterator[str]:
    """Iterate over lines that list what a name may mean: label, classes, a note, IRI, the other name that matched."""
    from graphkit.export.cells import compact_iri, pad, visible, width

    yield f"“{visible(name)}”可以是 {len(candidates)} 个实体 / may mean {len(candidates)} things:\n"
    shown = candidates[:LISTED]
    columns = min(48, max(width(visible(one.label)) for one in shown))
    for one in shown:
        called_so = one.matched not in {one.label, one.iri}
        also = f"  （{visible(one.matched)}）" if called_so else ""
        note = visible((notes or {}).get(one.iri, ""))
        parts = (classes_called(one.classes, terms=terms), note, visible(compact_iri(one.iri)))
        yield f"  {pad(visible(one.label), columns)}  {'  '.join(part for part in parts if part)}{also}\n"
    if len(candidates) > LISTED:
        yield f"  … 另有 {len(candidates) - LISTED} 个 / and {len(candidates) - LISTED} more\n"


def classes_called(classes: tuple[str, ...], *, terms: bool = True) -> str:
    """Give the classes of a thing as people call them, ours before others."""
    from graphkit.export.cells import compact_iri

    compact = {one: compact_iri(one) for one in classes}
    ours = [one for one, short in compact.items() if short.startswith("gk:")]
    return " ".join(called(one, terms=terms) for one in ours or compact)


def called(term: str, *, terms: bool = True) -> str:
    """Give a term as people call it, with `terms` also as queries do: 回应 gk:respondedTo."""
    from graphkit.export.cells import compact_iri
    from graphkit.rdf.ontology import people_call

    label = people_call(term)
    if label is None:
        return compact_iri(term)
    return f"{label} {compact_iri(term)}" if terms else label
