"""A network made by hand: a meeting, who took it up, policies that build on each other, and names that attack."""

from __future__ import annotations

from dataclasses import replace

from graphkit.network import Edge, Network, Node, Reading
from graphkit.network.records import Value
from graphkit.terms import gk

TEXT = "会后，甲局传达学习会议精神。乙局要认真学习。\n《子办法》依据《母法》制定。\n"
DIGITS = "0123456789abcdef"

HOSTILE = (
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=2>",
    "<svg/onload=window.hacked=3>",
    '"><iframe srcdoc="<script>parent.hacked=4</script>">',
    "javascript:window.hacked=5",
    "<a href='javascript:window.hacked=6' onmouseover=window.hacked=6>x</a>",
    "{{ 7*7 }}${window.hacked=7}`",
    "<!--<script>window.hacked=8//-->",
    "\u202e局公假\u202c\u2066甲\u0000\u001b[31m",
    "很长" * 400,
    "]]>&lt;b&gt;&#x3c;",
    "</style><style>*{display:none}</style>",
    "\u2028window.hacked=9\u2029",
    "__proto__",
)
"""Names that a document may hold; none may run, hide or break anything."""


def reading(rule: str, quote: str, modality: str = "Reported") -> Reading:
    """Make the reading of a quote of TEXT."""
    start = TEXT.index(quote)
    iri = f"https://w3id.org/graphkit/id/text/{DIGITS}/{rule}#char={start},{start + len(quote)}"
    return Reading(iri, quote, document="d", article="d/article/1", modality=modality, confidence="0.9")


TOLD = reading("response", "甲局传达学习会议精神")
ASKED = reading("response", "乙局要认真学习", "Demanded")
BASED = reading("basis", "《子办法》依据《母法》制定")


def node(iri: str, kind: str, label: str, *names: str, **values: str) -> Node:
    """Make a node."""
    given = tuple(Value(name, value) for name, value in values.items())
    return Node(iri, iri, kind, label, (label, *names), given)


def made_of(nodes: list[Node], edges: list[Edge]) -> Network:
    """Make a network of nodes and edges in any order, with all three readings."""
    ordered = {one.iri: one for one in sorted(nodes, key=lambda one: one.iri)}
    readings = {one.iri: one for one in (TOLD, ASKED, BASED)}
    by_ends = sorted(edges, key=lambda one: (one.source, one.predicate, one.target))
    return Network(ordered, tuple(by_ends), readings, {"a": ("d",)})


def small_network() -> Network:
    """Give two offices, a meeting, a task, a post, two policies and the bulletin that tells of them."""
    nodes = [
        node("d", "Bulletin", "甲简报2021年第2期", issued="2021-03-22"),
        node("d/article/1", "Article", "基层动态"),
        node("m", "Meeting", "全省工作会议", "会议", heldOn="2021-02-26"),
        node("a", "RegionalOffice", "甲局", "甲市事务局"),
        node("b", "Agency", "乙局"),
        node("r1", "Response", "甲局响应"),
        node("r2", "Response", "乙局响应"),
        node("t", "Task", "建设数字机关", ordinal="1"),
        node("g", "Target", "≥30%"),
        node("topic", "Topic", "信息化"),
        node("p", "Person", "张三"),
        node("post", "Post", "局长"),
        node("new", "Regulation", "子办法", status="Issued"),
        node("old", "Regulation", "母法"),
    ]
    edges = [
        Edge("a", gk.respondedTo, "m", (TOLD.iri,)),
        Edge("r1", gk.respondent, "a", (TOLD.iri,)),
        Edge("r1", gk.respondsTo, "m", (TOLD.iri,)),
        Edge("r1", gk.sets, "t", (TOLD.iri,)),
        Edge("r2", gk.respondent, "b", (ASKED.iri,)),
        Edge("r2", gk.respondsTo, "m", (ASKED.iri,)),
        Edge("t", gk.topic, "topic", (TOLD.iri,)),
        Edge("t", gk.hasTarget, "g", (TOLD.iri,)),
        Edge("p", "http://www.w3.org/ns/org#holds", "post", (TOLD.iri,)),
        Edge("post", "http://www.w3.org/ns/org#postIn", "a", (TOLD.iri,)),
        Edge("d/article/1", "http://purl.org/dc/terms/isPartOf", "d"),
        Edge("d/article/1", gk.reports, "m", (TOLD.iri,)),
        Edge("new", gk.basedOn, "old", (BASED.iri,)),
        Edge("a", gk.issues, "new", (BASED.iri,)),
    ]
    return made_of(nodes, edges)


def namesakes_network() -> Network:
    """Give the small network with a second 张三, who holds a post in another office and may be the same."""
    small = small_network()
    nodes = [*small.nodes.values(), node("q", "Person", "张三"), node("post2", "Post", "处长")]
    edges = [
        *small.edges,
        Edge("q", "http://www.w3.org/ns/org#holds", "post2", (ASKED.iri,)),
        Edge("post2", "http://www.w3.org/ns/org#postIn", "b", (ASKED.iri,)),
        Edge("p", gk.possiblySame, "q"),
    ]
    return made_of(nodes, edges)


def drives_network(*labels: str) -> Network:
    """Give offices a0, a1, … that each run a campaign c0, c1, … of its own, told of in documents d0, d1, …."""
    nodes = [node(f"a{index}", "Agency", f"{one}局") for index, one in enumerate("甲乙丙丁"[: len(labels)])]
    nodes += [node(f"c{index}", "Campaign", label, f"{label}{index}") for index, label in enumerate(labels)]
    edges = [Edge(f"a{index}", gk.carriesOut, f"c{index}", (TOLD.iri,)) for index in range(len(labels))]
    whole = made_of(nodes, edges)
    return replace(whole, mentions={f"c{index}": (f"d{index}",) for index in range(len(labels))})


def hostile_network() -> Network:
    """Give a meeting that offices of hostile names took up, every name also an alias."""
    nodes = [node(f"h{number}", "Agency", name, name) for number, name in enumerate(HOSTILE)]
    nodes += [node("m", "Meeting", HOSTILE[0]), node("d", "Bulletin", HOSTILE[1], issued=HOSTILE[2])]
    edges = [Edge(one.iri, gk.respondedTo, "m", (TOLD.iri,)) for one in nodes if one.kind == "Agency"]
    return made_of(nodes, edges)


def text_of(digits: str) -> str | None:
    """Give TEXT for its digits."""
    return TEXT if digits == DIGITS else None
