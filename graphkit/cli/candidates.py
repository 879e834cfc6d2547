"""What a name may mean, as lines for people: candidates go in, one line each comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.query.names import Candidate

LISTED = 50
"""Candidates listed before the rest is only counted."""


def candidate_lines(name: str, candidates: Sequence[Candidate]) -> Iterator[str]:
    """Iterate over lines that list what a name may mean: label, classes, IRI, the other name that matched."""
    from graphkit.export.cells import compact_iri, pad, visible, width

    yield f"“{visible(name)}”可以是 {len(candidates)} 个实体 / may mean {len(candidates)} things:\n"
    shown = candidates[:LISTED]
    columns = min(48, max(width(visible(one.label)) for one in shown))
    for one in shown:
        called_so = one.matched not in {one.label, one.iri}
        also = f"（{visible(one.matched)}）" if called_so else ""
        classes, iri = classes_called(one.classes), visible(compact_iri(one.iri))
        yield f"  {pad(visible(one.label), columns)}  {classes}  {iri}{also}\n"
    if len(candidates) > LISTED:
        yield f"  … 另有 {len(candidates) - LISTED} 个 / and {len(candidates) - LISTED} more\n"


def classes_called(classes: tuple[str, ...]) -> str:
    """Give the classes of a thing as people call them, ours before others."""
    from graphkit.export.cells import compact_iri

    compact = {one: compact_iri(one) for one in classes}
    ours = [one for one, short in compact.items() if short.startswith("gk:")]
    return " ".join(called(one) for one in ours or compact)


def called(term: str) -> str:
    """Give a term as people and queries call it: 回应 gk:respondedTo."""
    from graphkit.export.cells import compact_iri
    from graphkit.query.presenting import REUSED
    from graphkit.rdf.ontology import term_labels

    label = term_labels("zh").get(term) or REUSED.get(term)
    return f"{label} {compact_iri(term)}" if label is not None else compact_iri(term)
