"""A network in, a networkx MultiDiGraph with flat text attributes out, as notebooks and file formats want it."""

from __future__ import annotations

import networkx as nx

from graphkit.dataset import Dataset
from graphkit.network.project import project_dataset
from graphkit.network.records import Edge, Network, Node
from graphkit.network.words import kind_words, property_words

DATES = ("heldOn", "issued", "periodStart", "issueYear")
"""Properties that date a node, the best first."""


def to_networkx(source: Dataset | Network) -> nx.MultiDiGraph:
    """Give a dataset, or its network, as a MultiDiGraph.

    Nodes are IRIs with `label`, `class`, `key`, `names`, `date` and `status`; edges have the property's name as
    their key, and `property`, `label`, `quote`, `document`, `date`, `modality`, `confidence`, `reading` and `readings`
    (how many). All are texts, `readings` is a number; of several readings the first is given.
    """
    network = project_dataset(source) if isinstance(source, Dataset) else source
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((iri, node_attributes(node)) for iri, node in network.nodes.items())
    graph.add_edges_from((one.source, one.target, one.name, edge_attributes(network, one)) for one in network.edges)
    return graph


def node_attributes(node: Node) -> dict[str, str]:
    """Give what is told of a node, as flat texts."""
    date = next((found for name in DATES if (found := node.value(name))), "")
    return {
        "label": node.label,
        "class": node.kind,
        "key": node.key,
        "names": "；".join(node.names[1:]),
        "date": date,
        "status": "；".join(kind_words(one.value)[0] for one in node.values if one.property == "status"),
    }


def edge_attributes(network: Network, edge: Edge) -> dict[str, str | int]:
    """Give what is told of an edge, with its first reading, as flat texts and one number."""
    first = network.readings[edge.readings[0]] if edge.readings else None
    document = network.document_of(first) if first else None
    return {
        "property": edge.predicate,
        "label": property_words(edge.name)[0],
        "quote": first.quote if first else "",
        "document": document.label if document else "",
        "date": network.issued(document.iri) if document else "",
        "modality": first.modality if first else "",
        "confidence": first.confidence if first else "",
        "reading": first.iri if first else "",
        "readings": len(edge.readings),
    }
