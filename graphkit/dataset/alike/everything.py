"""All keys and handles of a dataset in, every pair that people may be asked about out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from operator import itemgetter

from graphkit.dataset.alike.bodies import alike_bodies
from graphkit.dataset.alike.meetings import alike_meetings
from graphkit.dataset.alike.pairs import Alike, key_of, spelled, split
from graphkit.dataset.alike.persons import alike_persons
from graphkit.dataset.alike.policies import alike_policies
from graphkit.dataset.spill import Spill
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
    """Iterate over the pairs, each once, in order; IRIs are as merged, `apart` are those told apart by people.

    Things and handles are iterated over anew for each kind of them.
    """
    found = chain(
        alike_persons(key_of(one, base) for one in things if one.startswith(f"{base}person/")),
        alike_bodies((key_of(one, base) for one in things if one.startswith(_bodies(base))), told_in),
        alike_meetings(one for one in handles if one.kind == "meeting"),
        alike_policies(one for one in handles if one.kind == "policy"),
    )
    rows = ((one.a, one.b, one.percent, spelled(one.reasons)) for one in found if one.percent >= LEAST)
    for (a, b), group in groupby(Spill(4, rows).sorted_by(), key=itemgetter(0, 1)):
        (_, _, percent, reasons) = list(group)[-1]
        if frozenset((a, b)) not in apart:
            yield Alike(str(a), str(b), int(percent), split(str(reasons)))


def _bodies(base: str) -> tuple[str, ...]:
    return tuple(f"{base}{sort}/" for sort in ("agency", "campaign"))
