"""Networks as files: read back by networkx, the same bytes every time, safe wherever they are opened."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import networkx
import pytest

from graphkit.export.graphs import (
    FORMATS,
    cypher_of,
    edges_csv_of,
    gexf_of,
    graphml_of,
    nodes_csv_of,
    write_network,
)
from graphkit.network import Edge, Network, to_networkx
from tests.handmade_network import HOSTILE, hostile_network, made_of, node, small_network

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1")


def read_back(form: str, network: Network) -> networkx.MultiDiGraph:
    content = "".join(graphml_of(network) if form == "graphml" else gexf_of(network)).encode()
    read = networkx.read_graphml if form == "graphml" else networkx.read_gexf
    return read(io.BytesIO(content))


def in_xml(text: str) -> str:
    return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def edges_of(graph: networkx.MultiDiGraph) -> list[tuple[str, str, str, str, int]]:
    """Give the edges with what must come back of them, sorted."""
    return sorted(
        (source, target, told["property"], told.get("quote", ""), told["readings"])
        for source, target, told in graph.edges(data=True)
    )


@pytest.mark.parametrize("form", ["graphml", "gexf"])
@pytest.mark.parametrize("network", [small_network(), hostile_network()], ids=["small", "hostile"])
def test_networkx_reads_the_same_network_back(form: str, network: Network) -> None:
    back, graph = read_back(form, network), to_networkx(network)
    assert back.is_directed()
    assert set(back) == set(graph)
    assert sorted(back.edges()) == sorted(graph.edges())
    for iri, told in graph.nodes(data=True):
        found = {name: back.nodes[iri].get(name, "") for name in told}
        assert found == {name: in_xml(value) for name, value in told.items()}
    assert edges_of(back) == edges_of(graph)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_same_network_gives_the_same_bytes_and_no_clock(form: str, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first = write_network(small_network(), tmp_path / f"a.{form}")
    second = write_network(small_network(), tmp_path / "b" / f"a.{form}")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert all(b"lastmodified" not in path.read_bytes() for path in first)


def test_two_tables_are_written_for_gephi(tmp_path: Path) -> None:
    written = write_network(small_network(), tmp_path / "网络.csv")
    assert [path.name for path in written] == ["网络.nodes.csv", "网络.edges.csv"]
    nodes, edges = (list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))) for path in written)
    assert list(nodes[0])[:2] == ["Id", "Label"]
    assert list(edges[0])[:4] == ["Source", "Target", "Type", "Label"]
    ids = {row["Id"] for row in nodes}
    assert all({row["Source"], row["Target"]} <= ids and row["Type"] == "Directed" for row in edges)
    (told,) = [row for row in edges if row["property"].endswith("respondedTo")]
    assert (told["Label"], told["quote"], told["readings"]) == ("落实", "甲局传达学习会议精神", "1")


@pytest.mark.parametrize("name", FORMULAS)
def test_no_cell_runs_as_a_formula(name: str) -> None:
    network = made_of([node("a", "Agency", name, name), node("b", "Agency", "乙")], [Edge("a", "x#y", "b")])
    for writer in (nodes_csv_of, edges_csv_of):
        rows = csv.reader(io.StringIO("".join(writer(network)).removeprefix("\ufeff")))
        assert [cell for row in rows for cell in row if re.match(r"[=+\-@\t＝]", cell)] == []


def literals_in(line: str) -> list[str]:
    return re.findall(r"'(?:[^'\\]|\\.)*'", line)


@pytest.mark.parametrize("name", [*HOSTILE, "a' }) DETACH DELETE n //", "\\' OR 1", "\\u0027 x", "a\nb;\nc"])
def test_nothing_in_a_name_ends_its_cypher_literal(name: str) -> None:
    network = made_of([node("a", "Agency", name)], [])
    constraint, statement, rest = "".join(cypher_of(network)).split("\n")
    assert rest == ""
    assert constraint.startswith("CREATE CONSTRAINT")
    bare = re.sub(r"'(?:[^'\\]|\\.)*'", "''", statement)
    assert re.fullmatch(r"MERGE \(n:Thing \{iri: ''\}\) SET n:Agency, n \+= \{label: '', class: '', key: ''\};", bare)
    assert all(character.isprintable() or character == "\u202e" or ord(character) > 0x7F for character in statement)


def test_cypher_makes_every_node_and_edge_once() -> None:
    network = small_network()
    lines = list(cypher_of(network))
    assert sum(line.startswith("MERGE (n:Thing") for line in lines) == len(network.nodes)
    merged = [line for line in lines if line.startswith("MATCH ")]
    assert len(merged) == len(network.edges)
    (told,) = [line for line in merged if "[r:respondedTo]" in line]
    assert "quote: '甲局传达学习会议精神'" in told
    assert literals_in(told)[:2] == ["'a'", "'m'"]
