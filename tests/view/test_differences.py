"""What differs between two builds: what came, what went, what stayed between the things that it touches."""

from __future__ import annotations

from dataclasses import replace

from graphkit.network import Edge, Network
from graphkit.terms import gk
from graphkit.view.differences import differing
from graphkit.view.folding import fold
from graphkit.view.scene import Wish, scene_in
from tests.handmade_network import TOLD, made_of, node, text_of


def built(*edges: tuple[str, str, str], readings: tuple[str, ...] = (TOLD.iri,)) -> Network:
    names = {end for source, _, target in edges for end in (source, target)}
    nodes = [node(name, "Meeting" if name == "会" else "Agency", name) for name in sorted(names)]
    return made_of(nodes, [Edge(*edge, readings) for edge in edges])


def test_links_that_came_and_went_are_told_apart() -> None:
    old = built(("甲", gk.respondedTo, "会"), ("乙", gk.respondedTo, "会"))
    new = built(("甲", gk.respondedTo, "会"), ("丙", gk.respondedTo, "会"))
    found = differing(fold(old), fold(new))
    assert {(link.source, link.change) for link in found.links} == {("丙", "gained"), ("乙", "lost")}
    assert found.changes == {"丙": "gained", "乙": "lost"}


def test_a_pair_of_which_some_facts_stayed_has_a_link_for_each() -> None:
    old = built(("甲", gk.respondedTo, "会"))
    new = built(("甲", gk.respondedTo, "会"), ("甲", gk.conveys, "会"))
    found = differing(fold(old), fold(new))
    told = [(link.change, [fact.property for fact in link.facts]) for link in found.links]
    assert told == [("", ["respondedTo"]), ("gained", ["conveys"])]
    assert found.changes == {}


def test_what_is_only_read_elsewhere_is_no_difference() -> None:
    old = built(("甲", gk.respondedTo, "会"))
    assert differing(fold(old), fold(replace(built(("甲", gk.respondedTo, "会"), readings=())))).links == ()


def test_a_scene_of_differences_holds_what_became_of_each() -> None:
    old = built(("甲", gk.respondedTo, "会"), ("乙", gk.respondedTo, "会"))
    new = built(("甲", gk.respondedTo, "会"), ("丙", gk.respondedTo, "会"))
    scene = scene_in(differing(fold(old), fold(new)), Wish("differences"), text_of)
    assert sorted(link.change for link in scene.links) == ["gained", "lost"]
    assert {node.label: node.change for node in scene.nodes} == {"会": "", "丙": "gained", "乙": "lost"}
