"""Which things a picture opens with: hubs with their neighbours go in until the stage is full; the rest waits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graphkit.network.layout import Box
from graphkit.view.folding import Folded, Link
from graphkit.view.views import View, group_of

MOST = 150
"""Things of an opening picture: beyond, no layout is readable (measured: 187 pairs of 132 labels stay overlapped)."""
COVERED = 0.4
"""Share of the stage that boxes may cover: above, no pass moves them all apart."""
LEAVES = 12
"""Neighbours with at most FEW links that a hub brings along, those of the view's main relations not counted."""
FEW = 2
TOPIC_LINKS = 3
"""Links that a topic needs to be shown at first."""


def opening_of(
    view: View, folded: Folded, links: Sequence[Link], boxes: Mapping[str, Box], *, stage: float, focus: str = ""
) -> set[str]:
    """Give the things of the opening picture, at most MOST, on a stage of so many square pixels.

    Around a focus all kinds are shown, and its own neighbours before all others.
    """
    near = _neighbours(links) if focus else _neighbours_at_first(view, folded, links)
    main = {pair for link in links if view.is_main(link) for pair in _both_ways(link)}
    order = sorted(near, key=lambda node: (node != focus, -len(near[node]), node))
    chosen: dict[str, None] = {}
    left: set[str] = set()
    covered = 0.0
    for hub in order:
        if hub in left:
            continue
        around = sorted(near[hub], key=lambda node: (-len(near[node]), node))
        leaves = [node for node in around if len(near[node]) <= FEW and (hub, node) not in main and hub != focus]
        left |= set(leaves[LEAVES:]) - set(chosen)
        fresh = [node for node in (hub, *around) if node not in chosen and node not in left]
        for node in fresh:
            if len(chosen) >= MOST or covered + boxes[node].area > COVERED * stage:
                return _linked(chosen, near)
            chosen[node] = None
            covered += boxes[node].area
    return _linked(chosen, near)


def _both_ways(link: Link) -> tuple[tuple[str, str], tuple[str, str]]:
    return (link.source, link.target), (link.target, link.source)


def _neighbours(links: Iterable[Link]) -> dict[str, set[str]]:
    near: dict[str, set[str]] = defaultdict(set)
    for link in links:
        near[link.source].add(link.target)
        near[link.target].add(link.source)
    return near


def _neighbours_at_first(view: View, folded: Folded, links: Iterable[Link]) -> dict[str, set[str]]:
    """Give the neighbours of the things that may be shown at first."""
    shown = (
        link for link in links if all(group_of(folded, end) in view.at_first for end in (link.source, link.target))
    )
    near = _neighbours(shown)
    rare = {node for node in near if group_of(folded, node) == "Topic" and len(near[node]) < TOPIC_LINKS}
    kept = {node: others - rare for node, others in near.items() if node not in rare}
    return {node: others for node, others in kept.items() if others}


def _linked(chosen: Iterable[str], near: Mapping[str, set[str]]) -> set[str]:
    """Give what was chosen without what would stand alone."""
    whole = set(chosen)
    return {node for node in whole if near[node] & whole}
