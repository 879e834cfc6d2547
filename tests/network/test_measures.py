"""Degrees, parts, neighbourhoods and paths, in whichever direction links go."""

from __future__ import annotations

from graphkit.network.measures import (
    BETWEENNESS_LIMIT,
    betweenness,
    components,
    degrees,
    neighbourhood,
    paths_between,
)

LINKS = [("a", "b"), ("b", "a"), ("c", "b"), ("c", "d"), ("x", "y")]


def test_degrees_count_neighbours_and_not_links() -> None:
    assert degrees("abcdxyz", LINKS) == {"a": 1, "b": 2, "c": 2, "d": 1, "x": 1, "y": 1, "z": 0}


def test_parts_come_by_size_and_then_by_name() -> None:
    assert components("zyxdcba", LINKS) == [["a", "b", "c", "d"], ["x", "y"], ["z"]]


def test_a_neighbourhood_tells_how_far_each_is() -> None:
    assert neighbourhood(LINKS, "a", 2) == {"a": 0, "b": 1, "c": 2}


def test_a_thing_without_links_is_its_own_neighbourhood() -> None:
    assert neighbourhood(LINKS, "z", 3) == {"z": 0}


def test_all_shortest_paths_are_given_up_to_a_limit() -> None:
    diamond = [("s", "a"), ("b", "s"), ("a", "t"), ("t", "b"), ("s", "u"), ("u", "v"), ("v", "t")]
    assert paths_between(diamond, "s", "t") == [["s", "a", "t"], ["s", "b", "t"]]
    assert len(paths_between(diamond, "s", "t", limit=1)) == 1


def test_longer_paths_follow_the_shortest_and_pass_no_node_twice() -> None:
    links = [("s", "a"), ("a", "t"), ("s", "b"), ("b", "t"), ("a", "b"), ("s", "u"), ("u", "v"), ("v", "t")]
    shortest = [["s", "a", "t"], ["s", "b", "t"]]
    one_more = [["s", "a", "b", "t"], ["s", "b", "a", "t"], ["s", "u", "v", "t"]]
    assert paths_between(links, "s", "t") == shortest
    assert paths_between(links[::-1], "s", "t", longer=1) == [*shortest, *one_more]
    assert paths_between(links, "s", "t", longer=1, limit=1) == [shortest[0], one_more[0]]
    assert paths_between(links, "s", "t", longer=5) == [*shortest, *one_more]


def test_paths_beyond_counting_are_given_up() -> None:
    count = 60
    links = [(f"a{one}", f"b{other}") for one in range(count) for other in range(count)]
    assert paths_between([*links, ("s", "a0"), ("b0", "t")], "s", "t", longer=1) == [["s", "a0", "b0", "t"]]


def test_what_is_apart_has_no_path() -> None:
    assert paths_between(LINKS, "a", "x") == []


def test_the_middle_of_a_chain_is_on_most_paths() -> None:
    shares = betweenness("abcd", [("a", "b"), ("b", "c"), ("c", "d")])
    assert shares["b"] == shares["c"] > shares["a"] == 0


def test_betweenness_is_left_out_where_it_would_take_long() -> None:
    assert betweenness((str(number) for number in range(BETWEENNESS_LIMIT + 1)), []) == {}
