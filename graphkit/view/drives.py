"""Campaigns in, those of one name out: the dataset keeps one for each body that runs it, a picture shows one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from graphkit.dataset.search_words import name_key
from graphkit.network import Network, Node


def drawn_as_one(network: Network) -> dict[str, str]:
    """Give the campaigns that another one of their name stands for, each with that one: the best connected.

    Quotation marks make no other name; a year does.
    """
    named: dict[str, list[str]] = defaultdict(list)
    for iri, node in network.nodes.items():
        if node.kind == "Campaign":
            named[name_key(node.label)].append(iri)
    shared = {iri for group in named.values() if len(group) > 1 for iri in group}
    counts = Counter(end for edge in network.edges for end in (edge.source, edge.target) if end in shared)
    found: dict[str, str] = {}
    for group in named.values():
        first, *others = sorted(group, key=lambda iri: (-counts[iri], iri))
        found |= dict.fromkeys(others, first)
    return found


def joined(first: Node, others: Iterable[Node]) -> Node:
    """Give a node with the names and values of others too."""
    every = (first, *others)
    names = tuple(dict.fromkeys(name for one in every for name in one.names))
    values = tuple(dict.fromkeys(value for one in every for value in one.values))
    return Node(first.iri, first.key, first.kind, first.label, names, values)
