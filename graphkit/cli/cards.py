"""A name in, all that `graphkit show` tells of it out; done in a process that can be ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.cli.readings import rejected_lines
from graphkit.query.entity import card_of
from graphkit.query.names import candidates_for, classes_of
from graphkit.query.suggesting import nearest_names
from graphkit.query.told_apart import ranked
from graphkit.terms import GK

if TYPE_CHECKING:
    from graphkit.dataset import Dataset
    from graphkit.query.entity import Card
    from graphkit.query.names import Candidate
    from graphkit.query.told_apart import Ranked


@dataclass(frozen=True, slots=True)
class Found:
    """What a name may mean: the card of one thing with what was rejected of it, several to choose from, or near names.

    `taken` is the one thing that the name was taken for.
    """

    taken: Candidate | None = None
    card: Card | None = None
    rejected: tuple[str, ...] = ()
    several: tuple[Ranked, ...] = ()
    near: tuple[str, ...] = ()


def found_by(dataset: Dataset, name: str, kind: str | None) -> Found:
    """Look a name up; `kind` keeps the things of one gk: class."""
    candidates = candidates_for(dataset, name, kind=kind)
    if not candidates:
        return Found(
            near=nearest_names(dataset, name, lambda iri: kind is None or GK + kind in classes_of(dataset, iri))
        )
    if len(candidates) > 1:
        return Found(several=tuple(ranked(dataset, candidates)))
    card = card_of(dataset, candidates[0].iri)
    return Found(candidates[0], card, tuple(rejected_lines(dataset, card.iri)))
