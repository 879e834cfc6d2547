"""Networks for notebooks: our places, no request, UTF-8, and nothing written beside the page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.dataset import Dataset, open_dataset
from graphkit.query.names import Candidate
from graphkit.terms import BASE
from graphkit.view import to_pyvis
from graphkit.view.drawing import MOVED, SafeNetwork, drawing_of
from graphkit.view.finding import AmbiguousInViewError, UnknownInViewError
from graphkit.view.folding import fold
from graphkit.view.scene import Wish, scene_in
from tests.handmade import build_handmade
from tests.handmade_network import HOSTILE, hostile_network, small_network, text_of

REMOTE = re.compile(r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=[\"']?https?:", re.IGNORECASE)


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    place = tmp_path_factory.mktemp("drawing")
    build_handmade(place / "outputs", place / "bulletin.txt")
    return open_dataset(place / "outputs")


def test_a_notebook_gets_a_directed_network_with_places_and_plain_titles(dataset: Dataset) -> None:
    network = to_pyvis(dataset)
    assert network.directed
    assert {node["label"] for node in network.nodes} == {"成都局", "全省会议", "甲省机关事务管理局"}
    assert all({"x", "y", "title"} <= set(node) for node in network.nodes)
    (title,) = [edge["title"] for edge in network.edges if "落实" in edge["title"]]
    assert "成都局传达学习全省会议精神" in title
    assert "<" not in title


def test_things_are_named_as_the_command_names_them(dataset: Dataset) -> None:
    assert len(to_pyvis(dataset, focus="成都局").nodes) > 1
    with pytest.raises(AmbiguousInViewError, match="请写全名"):
        to_pyvis(dataset, focus="机关事务管理局")
    with pytest.raises(UnknownInViewError, match="graphkit show 不存在"):
        to_pyvis(dataset, focus="不存在")


def test_namesakes_are_told_apart_by_what_may_be_typed() -> None:
    one, other = (Candidate(f"{BASE}person/{place}/段云岫", "段云岫", "段云岫", ()) for place in (1, 2))
    told = str(AmbiguousInViewError("段云岫", (one, other)))
    assert (
        "请给标识 / may mean 2 things, give the IRI of one: 段云岫 gkr:person/1/段云岫；段云岫 gkr:person/2/段云岫"
        in told
    )
    assert "请写全名" in str(AmbiguousInViewError("段", (one, replace(other, label="段云峰"))))


def test_nodes_stay_where_they_are_unless_movement_is_wished(dataset: Dataset) -> None:
    assert to_pyvis(dataset).options["physics"]["enabled"] is False
    assert to_pyvis(dataset, physics=True).options["physics"]["enabled"] is True
    assert MOVED == 100


@pytest.mark.parametrize("cdn", ["in_line", "remote", "local"])
@pytest.mark.parametrize("notebook", [True, False])
def test_pages_ask_nothing_of_any_server(cdn: str, *, notebook: bool) -> None:
    network = SafeNetwork(cdn_resources=cdn, heading="标题", notebook=False)
    network.add_node(0, label="甲")
    page = network.generate_html(notebook=notebook)
    assert not REMOTE.search(page)
    assert page.count("标题") == 1


def test_a_page_is_written_as_utf_8_and_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    network = drawing_of(scene_in(fold(small_network()), Wish("all"), text_of))
    network.write_html("a.html")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert "\\u7532\\u5c40" in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_making_a_page_leaves_the_network_as_it_was() -> None:
    network = drawing_of(scene_in(fold(hostile_network()), Wish("responses"), text_of))
    network.nodes[0]["title"] = "href"
    before = [dict(node) for node in network.nodes]
    assert "href" not in re.findall(r'"title": "([^"]*)"', network.generate_html())
    assert network.nodes == before


@pytest.mark.parametrize("name", HOSTILE)
def test_headings_are_text(name: str) -> None:
    network = SafeNetwork(cdn_resources="in_line", heading=name)
    network.add_node(0, label="甲")
    page = network.generate_html()
    assert "<img src=x" not in page
    assert "window.hacked=1</script>" not in page
