"""Which things a picture opens with: hubs with their neighbours go in until the stage is full; the rest waits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graphkit.network.layout import Box
from graphkit.view.folding import Folded, Link
from graphkit.view.views import View, group_of

MOST = 150
"""Things of an opening picture: beyond, no layout is readable (measured: 187 pairs of 132 labels stay overlapped)."""
COVERED = 0.5
"""Share of the stage that boxes may cover: above, no pass moves them all apart."""
TOPIC_LINKS = 3
"""Links that a topic needs to be shown at first."""


def opening_of(view: View, folded: Folded, links: Iterable[Link], boxes: Mapping[str, Box], stage: float) -> set[str]:
    """Give the things of the opening picture, at most MOST, on a stage of so many square pixels."""
    near = _neighbours(view, folded, links)
    order = sorted(near, key=lambda node: (-len(near[node]), node))
    chosen: dict[str, None] = {}
    covered = 0.0
    for hub in order:
        group = [hub, *sorted(near[hub], key=lambda node: (-len(near[node]), node))]
        fresh = [node for node in group if node not in chosen]
        for node in fresh:
            if len(chosen) >= MOST or covered + boxes[node].area > COVERED * stage:
                return _linked(chosen, near)
            chosen[node] = None
            covered += boxes[node].area
    return _linked(chosen, near)


def _neighbours(view: View, folded: Folded, links: Iterable[Link]) -> dict[str, set[str]]:
    """Give the neighbours of the things that may be shown at first."""
    near: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if all(group_of(folded, end) in view.at_first for end in (link.source, link.target)):
            near[link.source].add(link.target)
            near[link.target].add(link.source)
    rare = {node for node in near if group_of(folded, node) == "Topic" and len(near[node]) < TOPIC_LINKS}
    kept = {node: others - rare for node, others in near.items() if node not in rare}
    return {node: others for node, others in kept.items() if others}


def _linked(chosen: Iterable[str], near: Mapping[str, set[str]]) -> set[str]:
    """Give what was chosen without what would stand alone."""
    whole = set(chosen)
    return {node for node in whole if near[node] & whole}
