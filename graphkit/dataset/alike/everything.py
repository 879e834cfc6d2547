"""All keys and handles of a dataset in, every pair that people may be asked about out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graphkit.dataset.alike.bodies import alike_bodies
from graphkit.dataset.alike.meetings import alike_meetings
from graphkit.dataset.alike.pairs import Alike, key_of
from graphkit.dataset.alike.persons import alike_persons
from graphkit.dataset.alike.policies import alike_policies
from graphkit.model.handles import Handle

LEAST = 20
"""Percent below which nobody is asked."""


def alike_things(
    things: Iterable[str],
    handles: Iterable[Handle],
    told_in: Mapping[str, frozenset[str]],
    *,
    apart: frozenset[frozenset[str]],
    base: str,
) -> Iterator[Alike]:
    """Iterate over the pairs, each once, in order; IRIs are as merged, `apart` are those told apart by people."""
    keys = [key_of(thing, base) for thing in things]
    handles = list(handles)
    found = [
        *alike_persons(key for key in keys if key.segments[0] == "person"),
        *alike_bodies((key for key in keys if key.segments[0] in {"agency", "campaign"}), told_in),
        *alike_meetings(one for one in handles if one.kind == "meeting"),
        *alike_policies(one for one in handles if one.kind == "policy"),
    ]
    best: dict[frozenset[str], Alike] = {}
    for pair in sorted(found, key=lambda one: (one.percent, one)):
        if pair.percent >= LEAST:
            best[frozenset((pair.a, pair.b))] = pair
    yield from sorted(pair for both, pair in best.items() if both not in apart)
