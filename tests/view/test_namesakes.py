"""Things of one name are told apart by what the documents say of them."""

from __future__ import annotations

from graphkit.network import Edge, Network, Node
from graphkit.network.records import Value
from graphkit.terms import gk
from graphkit.view.folding import fold
from graphkit.view.namesakes import noted_lines, notes_of
from graphkit.view.scene import Wish, scene_in
from tests.handmade_network import made_of, node


def meeting(key: str, day: str = "") -> Node:
    made = node(key, "Meeting", "经济会议")
    return Node(made.iri, made.key, made.kind, made.label, values=(Value("heldOn", day),) if day else ())


def named(*things: Node, edges: tuple[Edge, ...] = ()) -> dict[str, str]:
    network = made_of([*things, node("x", "Agency", "甲局"), node("y", "Agency", "乙局")], list(edges))
    return notes_of(network, {one.iri for one in things})


def test_years_tell_meetings_apart_and_days_those_of_one_year() -> None:
    assert named(meeting("a", "2020-12-16"), meeting("b", "2021-12-08")) == {"a": "2020", "b": "2021"}
    same = named(meeting("a", "2021-01-05"), meeting("b", "2021-12-08"), meeting("c", "2019"))
    assert same == {"a": "2021-01-05", "b": "2021-12-08", "c": "2019"}


def test_without_dates_the_body_that_held_them_tells_them_apart() -> None:
    edges = (Edge("a", gk.heldBy, "x"), Edge("b", gk.heldBy, "y"))
    assert named(meeting("a"), meeting("b"), edges=edges) == {"a": "甲局", "b": "乙局"}


def test_the_document_that_tells_of_them_is_the_next_to_last_resort_and_numbers_the_last() -> None:
    things = [meeting("a"), meeting("b"), node("d", "Document", "甲简报"), node("e", "Document", "乙简报")]
    made = made_of(things, [])
    told = Network(made.nodes, made.edges, mentions={"a": ("d",), "b": ("e",)})
    assert notes_of(told, {"a", "b"}) == {"a": "甲简报", "b": "乙简报"}
    assert notes_of(Network(made.nodes, made.edges), {"a", "b"}) == {"a": "1", "b": "2"}


def test_one_that_is_left_and_names_that_nobody_shares_need_no_note() -> None:
    assert named(meeting("a", "2020"), meeting("b")) == {"a": "2020"}
    assert named(meeting("a", "2020")) == {}


def test_things_of_two_kinds_are_told_apart_by_these() -> None:
    assert named(meeting("a", "2020"), node("t", "Topic", "经济会议")) == {}


def test_a_note_beside_a_long_name_keeps_a_line_of_its_own_and_a_long_note_none() -> None:
    assert noted_lines("经济会议", "2020") == ("经济会议（2020）",)
    lines = noted_lines("全省机关事务工作暨党风廉政建设党建工作会议再动员会", "某省人民政府")
    assert len(lines) == 3
    assert lines[-1] == "（某省人民政府）"
    assert noted_lines("经济会议", "甲省机关事务管理局简报2021年第2期") == ("经济会议",)


def test_the_scene_numbers_its_notes_as_its_things() -> None:
    things = [meeting("a", "2020"), meeting("b", "2021"), node("x", "Agency", "甲局")]
    edges = [Edge("x", gk.respondedTo, "a"), Edge("x", gk.respondedTo, "b")]
    scene = scene_in(fold(made_of(things, edges)), Wish("responses"), lambda _: None)
    assert {scene.nodes[number].iri: note for number, note in scene.notes.items()} == {"a": "2020", "b": "2021"}
