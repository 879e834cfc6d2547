"""A scene holds all that a picture needs, opens small, and is the same every time."""

from __future__ import annotations

import pytest

from graphkit.network import Edge, Network
from graphkit.terms import gk
from graphkit.view.folding import fold
from graphkit.view.opening import LEAVES, MOST
from graphkit.view.scene import LIMIT, NothingToShowError, Scene, TooLargeError, Wish, scene_in
from tests.handmade_network import HOSTILE, hostile_network, made_of, node, small_network, text_of


def scene_for(network: Network, **wish: object) -> Scene:
    return scene_in(fold(network), Wish(**wish), text_of)  # type: ignore[arg-type] # a test's shorthand


def star(count: int, prefix: str = "o") -> Network:
    nodes = [node(f"{prefix}{number:04}", "Agency", f"第{number}局") for number in range(count)]
    meeting = node("m", "Meeting", "会议")
    return made_of([*nodes, meeting], [Edge(one.iri, gk.respondedTo, "m") for one in nodes])


def labels(scene: Scene, *, at_first: bool | None = None) -> set[str]:
    return {one.label for one in scene.nodes if at_first is None or one.at_first is at_first}


def test_things_and_links_of_the_view_are_there() -> None:
    scene = scene_for(small_network())
    assert labels(scene) == {"甲局", "乙局", "全省工作会议"}
    assert scene.title == ("会议与政策的落实", "Who took up which meeting or policy")
    demanded = [scene.nodes[link.source].label for link in scene.links if link.manner == "demanded"]
    assert demanded == ["乙局"]


def test_a_fact_leads_to_its_sentence() -> None:
    scene = scene_for(small_network())
    (link,) = [one for one in scene.links if scene.nodes[one.source].label == "甲局"]
    (number,) = link.facts[0].passages
    assert scene.passages[number].quote == "甲局传达学习会议精神"


def test_points_targets_and_values_are_told_of_their_thing() -> None:
    scene = scene_for(small_network())
    office = next(one for one in scene.nodes if one.label == "甲局")
    (point,) = office.points
    assert (point.label, point.ordinal, point.targets, point.topics) == ("建设数字机关", "1", ("≥30%",), ("信息化",))
    assert [scene.documents[number].label for number in office.documents] == ["甲简报2021年第2期"]
    meeting = next(one for one in scene.nodes if one.label == "全省工作会议")
    assert [(value.words[0], value.value[0]) for value in meeting.values] == [("召开时间", "2021-02-26")]


def test_states_are_told_in_words() -> None:
    scene = scene_for(small_network(), view="policies")
    policy = next(one for one in scene.nodes if one.label == "子办法")
    assert [value.value for value in policy.values] == [("已印发", "issued")]


def test_what_a_policy_builds_on_stands_to_its_left() -> None:
    scene = scene_for(small_network(), view="policies")
    across = {one.label: one.x for one in scene.nodes}
    assert across["母法"] < across["子办法"]


def test_around_a_focus_only_what_is_near_is_shown_and_it_is_named() -> None:
    scene = scene_for(small_network(), view="all", focus="a", depth=1)
    assert labels(scene) == {"甲局", "全省工作会议", "信息化", "张三", "子办法"}
    assert scene.focus is not None
    assert scene.nodes[scene.focus].label == "甲局"
    assert labels(scene, at_first=False) == set()
    assert "母法" in labels(scene_for(small_network(), view="all", focus="a", depth=2))


def test_a_path_goes_from_left_to_right() -> None:
    scene = scene_for(small_network(), view="all", path=("b", "old"))
    (path,) = scene.paths
    assert [scene.nodes[number].label for number in path] == ["乙局", "全省工作会议", "甲局", "子办法", "母法"]
    across = [scene.nodes[number].x for number in path]
    assert across == sorted(across)


def test_things_that_are_apart_are_refused_in_words() -> None:
    nodes = [node(name, "Agency", name) for name in "abcd"]
    edges = [Edge("a", gk.cooperatesWith, "b"), Edge("c", gk.cooperatesWith, "d")]
    with pytest.raises(NothingToShowError, match="a与c"):
        scene_for(made_of(nodes, edges), view="all", path=("a", "c"))


def test_namesakes_connect_nothing() -> None:
    nodes = [
        node("a", "Agency", "甲局"),
        node("b", "Agency", "乙局"),
        node("x", "Person", "张三"),
        node("y", "Person", "张三"),
    ]
    edges = [Edge("x", gk.possiblySame, "y"), Edge("a", gk.cooperatesWith, "x"), Edge("y", gk.cooperatesWith, "b")]
    network = made_of(nodes, edges)
    with pytest.raises(NothingToShowError):
        scene_for(network, view="all", path=("a", "b"))
    assert [link.manner for link in scene_for(network, view="all").links].count("doubtful") == 1


def test_an_empty_view_is_refused_in_words() -> None:
    with pytest.raises(NothingToShowError, match="政策沿革"):
        scene_for(star(3), view="policies")


def test_a_picture_opens_with_few_and_keeps_the_rest() -> None:
    scene = scene_for(star(400))
    assert len(scene.nodes) == 401
    assert 20 < len(labels(scene, at_first=True)) <= MOST
    assert "会议" in labels(scene, at_first=True)


def test_a_hub_brings_few_of_its_leaves_along_but_all_who_responded() -> None:
    people = [node(f"p{number:02}", "Person", f"人{number}") for number in range(40)]
    posts = [node(f"q{number:02}", "Post", "委员") for number in range(40)]
    org = "http://www.w3.org/ns/org#"
    held = [Edge(person.iri, org + "holds", post.iri) for person, post in zip(people, posts, strict=True)]
    network = made_of(
        [*people, *posts, node("c", "Agency", "委员会")],
        [*held, *(Edge(one.iri, org + "postIn", "c") for one in posts)],
    )
    assert len(labels(scene_for(network, view="agencies"), at_first=True)) == LEAVES + 1
    assert len(labels(scene_for(star(40)), at_first=True)) == 41


def test_too_many_things_are_refused_with_a_hint() -> None:
    with pytest.raises(TooLargeError, match="--focus"):
        scene_for(star(LIMIT))


def test_meetings_of_one_name_are_told_apart_by_their_year() -> None:
    nodes = [node("o", "Agency", "省委"), node("x", "Meeting", "经济会议", heldOn="2020-12-18")]
    nodes += [node("y", "Meeting", "经济会议", heldOn="2021"), node("z", "Meeting", "经济会议")]
    scene = scene_for(made_of(nodes, [Edge(one, gk.heldBy, "o") for one in "xyz"]))
    written = sorted("".join(one.lines) for one in scene.nodes if one.group == "Meeting")
    assert written == ["经济会议", "经济会议（2020）", "经济会议（2021）"]


def test_the_same_network_gives_the_same_scene() -> None:
    assert scene_for(small_network(), view="all") == scene_for(small_network(), view="all")
    assert scene_for(star(60)) == scene_for(star(60))


def test_hostile_names_are_plain_short_lines() -> None:
    scene = scene_for(hostile_network())
    assert len(scene.nodes) == len(HOSTILE) + 1
    assert all(len(line) < 40 for one in scene.nodes for line in one.lines)
    assert not any("\u202e" in one.label or "\x00" in one.label for one in scene.nodes)


def test_policies_stand_in_bands_of_years_where_any_has_a_date() -> None:
    nodes = [node("a", "Policy", "母法", issued="2019"), node("b", "Policy", "子办法", issued="2021-05")]
    nodes += [node("c", "Policy", "旧法")]
    edges = [Edge("b", gk.basedOn, "a"), Edge("b", gk.basedOn, "c")]
    scene = scene_for(made_of(nodes, edges), view="policies")
    across = {one.iri: one.x for one in scene.nodes}
    assert across["c"] < across["a"] < across["b"]
    assert [one.first for one in scene.bands] == ["", "2019", "2021"]
    assert (
        scene_for(made_of([node("a", "Policy", "母法"), *nodes[2:]], [Edge("a", gk.cites, "c")]), view="policies").bands
        == ()
    )
    assert scene_for(made_of(nodes, edges), view="all").bands == ()
