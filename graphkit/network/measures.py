"""What is counted of a network: nodes and links go in, degrees, parts, neighbourhoods and shortest paths come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

import networkx as nx

Pair = tuple[str, str]
BETWEENNESS_LIMIT = 500
"""Nodes up to which betweenness is counted: it takes time by nodes times links."""


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


def shortest_paths(links: Iterable[Pair], start: str, end: str, *, limit: int = 5) -> list[list[str]]:
    """Give up to `limit` shortest paths between two nodes, in whichever direction, sorted; none if they are apart."""
    graph = _undirected([start, end], links)
    if not nx.has_path(graph, start, end):
        return []
    return sorted(islice(nx.all_shortest_paths(graph, start, end), limit))


def pair_counts(links: Sequence[Pair]) -> Counter[Pair]:
    """Give how often each two nodes are linked, in whichever direction."""
    return Counter((min(pair), max(pair)) for pair in links)


def _undirected(nodes: Iterable[str], links: Iterable[Pair]) -> nx.Graph:
    """Make a graph whose order is that of names, so that what comes first does not depend on the input's order."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted(links))
    return graph
