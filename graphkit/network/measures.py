"""What is counted of a network: nodes and links go in, degrees, parts, neighbourhoods and shortest paths come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import networkx as nx

Pair = tuple[str, str]
BETWEENNESS_LIMIT = 500
"""Nodes up to which betweenness is counted: it takes time by nodes times links."""

PATHS = 5
"""Paths of one length that are given."""
TRIES = 20_000
"""Steps after which no further path of a length is looked for: a network may have more than anyone can count."""


def degrees(nodes: Iterable[str], links: Iterable[Pair]) -> dict[str, int]:
    """Give how many other nodes each node is linked to, in whichever direction."""
    graph = _undirected(nodes, links)
    return {node: len(set(graph[node]) - {node}) for node in graph}


def components(nodes: Iterable[str], links: Iterable[Pair]) -> list[list[str]]:
    """Give the connected parts, the greatest first, each sorted."""
    parts = [sorted(part) for part in nx.connected_components(_undirected(nodes, links))]
    return sorted(parts, key=lambda part: (-len(part), part))


def betweenness(nodes: Iterable[str], links: Iterable[Pair]) -> dict[str, float]:
    """Give the share of shortest paths that go through each node; empty above BETWEENNESS_LIMIT nodes."""
    graph = _undirected(nodes, links)
    if len(graph) > BETWEENNESS_LIMIT:
        return {}
    return {node: float(share) for node, share in nx.betweenness_centrality(graph).items()}


def neighbourhood(links: Iterable[Pair], start: str, depth: int) -> dict[str, int]:
    """Give the nodes within so many links of `start`, in whichever direction, with their distance."""
    graph = _undirected([start], links)
    return dict(nx.single_source_shortest_path_length(graph, start, cutoff=depth))


def paths_between(
    links: Iterable[Pair], start: str, end: str, *, longer: int = 0, limit: int = PATHS
) -> list[list[str]]:
    """Give paths between two nodes, in whichever direction, none through a node twice; none if they are apart.

    Of the shortest ones, and of those that are up to `longer` steps longer, up to `limit` of each length are given,
    the shortest first, each length in the order of names.
    """
    graph = _undirected([start, end], links)
    away: dict[str, int] = nx.single_source_shortest_path_length(graph, end)
    if start not in away or start == end:
        return []
    lengths = range(away[start], away[start] + longer + 1)
    return [path for length in lengths for path in islice(_paths_of(graph, away, (start, end), length), limit)]


def _paths_of(graph: nx.Graph, away: dict[str, int], ends: Pair, length: int) -> Iterator[list[str]]:
    """Iterate over the paths of a length by name, in at most TRIES steps; `away` holds the distances from the end."""
    start, end = ends
    open_paths = [[start]]
    for _ in range(TRIES):
        if not open_paths:
            return
        path = open_paths.pop()
        left = length - len(path) + 1
        if path[-1] == end:
            if not left:
                yield path
            continue
        near = sorted((one for one in graph[path[-1]] if one not in path and away[one] < left), reverse=True)
        open_paths.extend([*path, one] for one in near)


def pair_counts(links: Sequence[Pair]) -> Counter[Pair]:
    """Give how often each two nodes are linked, in whichever direction."""
    return Counter((min(pair), max(pair)) for pair in links)


def _undirected(nodes: Iterable[str], links: Iterable[Pair]) -> nx.Graph:
    """Make a graph whose order is that of names, so that what comes first does not depend on the input's order."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted(links))
    return graph
