"""The property graph: a dataset goes in, nodes and edges with their readings, positions and measures come out."""

from __future__ import annotations

from graphkit.network.multigraph import to_networkx
from graphkit.network.project import project_dataset
from graphkit.network.records import Edge, Network, Node, Reading

__all__ = ["Edge", "Network", "Node", "Reading", "project_dataset", "to_networkx"]
