"""A dataset becomes nodes and edges; every edge keeps the readings that it was read in."""

from __future__ import annotations

import networkx

import graphkit
from graphkit.dataset import Dataset
from graphkit.network import Network, project_dataset, to_networkx

OFFICE = "https://w3id.org/graphkit/id/agency/510100/政府/机关事务/局"


def test_each_node_has_its_lowest_class_and_its_name(network: Network) -> None:
    node = network.nodes[OFFICE]
    assert (node.kind, node.label, node.key) == ("RegionalOffice", "成都局", "agency/510100/政府/机关事务/局")
    assert "成都市机关事务管理局" in node.names


def test_readings_and_concepts_of_the_ontology_are_no_nodes(network: Network) -> None:
    assert not [iri for iri in network.nodes if "#char=" in iri or "/ns#" in iri]


def test_an_edge_keeps_its_readings_with_quote_document_and_modality(network: Network) -> None:
    (edge,) = [one for one in network.edges if one.name == "respondedTo"]
    readings = [network.readings[one] for one in edge.readings]
    assert [(one.quote, one.modality, one.span) for one in readings] == [
        ("成都局传达学习全省会议精神", "Reported", (37, 50))
    ]
    document = network.document_of(readings[0])
    assert document is not None
    assert document.label == "甲省机关事务管理局简报"


def test_mentions_make_no_edges_but_name_the_documents(network: Network) -> None:
    assert "mentions" not in {edge.name for edge in network.edges}
    (document,) = network.mentions[OFFICE]
    assert network.nodes[document].kind == "Bulletin"


def test_literals_are_values_of_their_node(network: Network) -> None:
    (meeting,) = [node for node in network.nodes.values() if node.kind == "Meeting"]
    assert meeting.value("heldOn") == "2021-02-26"
    assert meeting.value("venue") == ""


def test_edges_of_a_node_are_found_among_all(network: Network) -> None:
    assert {edge.name for edge in network.edges_from(OFFICE)} == {
        edge.name for edge in network.edges if edge.source == OFFICE
    }
    assert network.edges_from(OFFICE)


def test_the_same_dataset_gives_the_same_network(dataset: Dataset, network: Network) -> None:
    again = project_dataset(dataset)
    assert again == network
    assert list(again.nodes) == sorted(again.nodes)


def test_notebooks_get_a_multigraph_with_flat_attributes(dataset: Dataset, network: Network) -> None:
    graph = to_networkx(dataset)
    assert isinstance(graph, networkx.MultiDiGraph)
    assert (len(graph), graph.number_of_edges()) == (len(network.nodes), len(network.edges))
    assert graph.nodes[OFFICE]["class"] == "RegionalOffice"
    meeting = next(graph.successors(OFFICE))
    assert {"respondedTo"} == set(graph[OFFICE][meeting])
    told = graph[OFFICE][meeting]["respondedTo"]
    assert (told["label"], told["quote"], told["readings"]) == ("落实", "成都局传达学习全省会议精神", 1)
    flat = [*(node for _, node in graph.nodes(data=True)), *(edge for _, _, edge in graph.edges(data=True))]
    assert all(isinstance(value, str | int) for attributes in flat for value in attributes.values())


def test_the_package_itself_offers_what_notebooks_need() -> None:
    assert graphkit.to_networkx is to_networkx
    assert callable(graphkit.to_pyvis)
