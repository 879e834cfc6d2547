"""Files that the explorer saves: each is read back by what it is made for."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
import rdflib

from graphkit.network import Edge
from graphkit.terms import gk
from graphkit.view.labels import plain
from graphkit.view.scene import Wish
from tests.browser.conftest import Visit, Visitor
from tests.handmade_network import HOSTILE, TOLD, hostile_network, made_of, node, small_network

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(visitor: Visitor) -> Visit:
    return visitor.view(small_network())


def saved(visit: Visit, form: str, *, everything: bool = False, count: int = 1) -> list[tuple[str, bytes]]:
    """Give names and contents of the files of one format."""
    files: list[Any] = []
    visit.page.on("download", lambda one: files.append(one))  # noqa: PLW0108 - playwright marks what it is given
    visit.page.locator("#export").click()
    visit.page.locator("#export-menu input").nth(int(everything)).check()
    visit.page.locator(f"[data-format={form}]").click()
    for _ in range(100):
        if len(files) == count:
            break
        visit.page.wait_for_timeout(50)
    return sorted((one.suggested_filename, Path(one.path()).read_bytes()) for one in files)


def test_tables_have_a_bom_the_columns_of_gephi_and_the_sources(visit: Visit) -> None:
    (nodes, things), (relations, facts) = saved(visit, "csv", count=2)
    assert (nodes, relations) == ("全部关系.nodes.csv", "全部关系.relations.csv")
    rows = list(csv.DictReader(io.StringIO(things.decode("utf-8-sig"))))
    assert things.startswith(b"\xef\xbb\xbf")
    assert {row["Label"] for row in rows} >= {"甲局", "乙局", "全省工作会议", "张三", "子办法", "母法"}
    told = list(csv.DictReader(io.StringIO(facts.decode("utf-8-sig"))))
    (response,) = [row for row in told if row["主体"] == "甲局" and row["关系"] == "落实"]
    assert response["原文"] == "甲局传达学习会议精神"
    assert (response["来源文件"], response["日期"], response["行"]) == ("甲简报2021年第2期", "2021-03-22", "1")
    assert {row["Source"] for row in told} <= {row["Id"] for row in rows}


def test_everything_holds_more_than_what_is_seen(visit: Visit) -> None:
    ((_, seen),) = saved(visit, "json")
    ((_, every),) = saved(visit, "json", everything=True)
    assert len(json.loads(seen)["nodes"]) == 7
    assert len(json.loads(every)["nodes"]) == 8
    told, *_ = [one for one in json.loads(every)["relations"] if one["relation"] == "respondedTo" and one["passages"]]
    assert told["predicate"].endswith("#respondedTo")
    assert {"quote", "document", "date", "line", "page", "rule", "confidence"} == set(told["passages"][0])
    assert told["passages"][0]["confidence"] == 0.9


def test_networkx_reads_graphml_and_gexf(visit: Visit, tmp_path: Path) -> None:
    ((name, content),) = saved(visit, "graphml", everything=True)
    assert name == "全部关系.graphml"
    (tmp_path / name).write_bytes(content)
    network = nx.read_graphml(tmp_path / name, force_multigraph=True)
    assert {data["label"] for _, data in network.nodes(data=True)} >= {"甲局", "母法", "信息化"}
    assert ("a", "m") in {(source, target) for source, target, _ in network.edges(keys=True)}
    assert "甲局传达学习会议精神" in {data.get("quote") for _, _, data in network.edges(data=True)}
    ((name, content),) = saved(visit, "gexf", everything=True)
    assert b'version="1.3"' in content
    older = content.replace(b"http://gexf.net/1.3", b"http://www.gexf.net/1.2draft").replace(b'"1.3"', b'"1.2"')
    (tmp_path / name).write_bytes(older)  # networkx reads 1.2, of which this is a subset
    read = nx.read_gexf(tmp_path / name)
    assert {data["label"] for _, data in read.nodes(data=True)} >= {"甲局", "母法"}
    stated = [data for _, _, data in read.edges(data=True) if data.get("谓词", "").endswith("#respondedTo")]
    assert {data["可信度"] for data in stated} == {"0.9"}
    assert {data["原文处数"] for data in stated} >= {"1"}


def test_rdflib_reads_the_statements(visit: Visit) -> None:
    ((_, content),) = saved(visit, "ttl", everything=True)
    graph = rdflib.Graph().parse(data=content, format="turtle", publicID="http://example.org/")
    responded = set(graph.subject_objects(rdflib.URIRef(gk.respondedTo)))
    assert [str(source).rsplit("/", 1)[-1] for source, _ in responded] == ["a"]  # b's is only demanded
    assert rdflib.Literal("甲局", lang="zh") in set(graph.objects())
    assert "# 甲局传达学习会议精神 —— 甲简报2021年第2期 2021-03-22" in content.decode()


def test_the_svg_stands_alone_with_labels_legend_and_title(visit: Visit, visitor: Visitor) -> None:
    ((name, content),) = saved(visit, "svg")
    (visitor.folder / name).write_bytes(content)
    page = visitor.context.new_page()
    page.goto((visitor.folder / name).as_uri())
    words = page.evaluate("() => document.documentElement.textContent")
    for label in ("甲局", "全省工作会议", "政策文件", "全部关系"):
        assert label in words
    page.close()


def test_the_svg_tells_how_each_look_of_a_line_is_known(visit: Visit) -> None:
    ((_, content),) = saved(visit, "svg")
    space = {"svg": "http://www.w3.org/2000/svg"}
    legend = ElementTree.fromstring(content).find("svg:g[@class='legend']", space)
    assert legend is not None
    told = {
        "".join(row.itertext()): path.get("stroke-dasharray")
        for row in legend.findall("svg:g", space)
        if (path := row.find("svg:path", space)) is not None
    }
    looks = visit.page.evaluate(
        "() => [...document.querySelectorAll('#legend .row')].filter((row) => row.querySelector('.stroke')"
        " && !row.querySelector('.count').textContent.startsWith('0/'))"
        ".map((row) => [row.querySelector('.words').textContent,"
        " row.querySelector('.stroke path').getAttribute('stroke-dasharray')])"
    )
    assert len({dashes for _, dashes in looks}) >= 2
    assert {words: told.get(words) for words, _ in looks} == dict(looks)


def test_the_png_is_twice_as_large(visit: Visit) -> None:
    ((name, content),) = saved(visit, "png")
    assert name == "全部关系.png"
    assert content.startswith(b"\x89PNG")
    assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == (3200, 2000)
    assert visit.complaints == []


ODD = (
    *("=1+1", "＝1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"),
    *(
        "长" * 40_000,
        "ＡＢＣ局",
        "e\u0301cole局",
        "\u202e局乙\u202c",
        "甲\u2066局\u2069",
        "\ud800丙局",
        "𠮷野家局",
        "甲\u2028局",
        "\u0007丁局",
    ),
)
"""Names that spreadsheets run, and names of odd or very many characters."""


def test_odd_names_are_found_and_come_back_whole_from_files(visitor: Visitor) -> None:
    nodes = [node(f"o{number}", "Agency", name) for number, name in enumerate(ODD)] + [node("m", "Meeting", "会议")]
    edges = [Edge(f"o{number}", gk.respondedTo, "m", (TOLD.iri,)) for number in range(len(ODD))]
    visit = visitor.view(made_of(nodes, edges), Wish("responses"))
    labels = {plain(name) for name in ODD}
    assert {one["label"] for one in visit.things()} == labels | {"会议"}
    for typed in ("abc局", "\u00e9cole", "𠮷野家", "局乙", "丙局", "丁局", "＝1"):
        visit.page.locator("#wanted").fill(typed)
        assert visit.page.locator("#found [role=option]:not([aria-disabled])").count() >= 1, typed
        visit.page.keyboard.press("Escape")
    (_, things), _ = saved(visit, "csv", everything=True, count=2)
    rows = list(csv.DictReader(io.StringIO(things.decode("utf-8-sig"))))
    cells = [row["Label"] for row in rows]
    assert [cell[:9] for cell in cells if cell[:1] in "=+-@\t\r＝＋－＠"] == []
    assert {cell.removeprefix("'") for cell in cells} == labels | {"会议"}
    ((_, whole),) = saved(visit, "json", everything=True)
    assert {one["label"] for one in json.loads(whole)["nodes"]} == labels | {"会议"}
    ((_, turtle),) = saved(visit, "ttl", everything=True)
    graph = rdflib.Graph().parse(data=turtle, format="turtle", publicID="http://example.org/")
    assert {str(one) for one in graph.objects()} >= labels
    assert visit.complaints == []
    assert len(visit.requests) == 1


def test_names_that_attack_stay_names_in_every_file(visitor: Visitor, tmp_path: Path) -> None:
    visit = visitor.view(hostile_network(), Wish("responses"))
    (_, things), _ = saved(visit, "csv", everything=True, count=2)
    assert len(list(csv.DictReader(io.StringIO(things.decode("utf-8-sig"))))) == len(HOSTILE) + 1
    ((name, content),) = saved(visit, "graphml", everything=True)
    (tmp_path / name).write_bytes(content)
    labels = {data["label"] for _, data in nx.read_graphml(tmp_path / name).nodes(data=True)}
    assert "<img src=x onerror=window.hacked=2>" in labels
    ((_, turtle),) = saved(visit, "ttl", everything=True)
    graph = rdflib.Graph().parse(data=turtle, format="turtle", publicID="http://example.org/")
    assert rdflib.Literal('"><iframe srcdoc="<script>parent.hacked=4</script>">', lang="zh") in set(graph.objects())
    saved(visit, "svg")
    assert visit.page.evaluate("() => String(window.hacked)") == "undefined"
