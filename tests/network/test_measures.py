"""Degrees, parts, neighbourhoods and paths, in whichever direction links go."""

from __future__ import annotations

from graphkit.network.measures import (
    BETWEENNESS_LIMIT,
    betweenness,
    components,
    degrees,
    neighbourhood,
    shortest_paths,
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
    assert shortest_paths(diamond, "s", "t") == [["s", "a", "t"], ["s", "b", "t"]]
    assert len(shortest_paths(diamond, "s", "t", limit=1)) == 1


def test_what_is_apart_has_no_path() -> None:
    assert shortest_paths(LINKS, "a", "x") == []


def test_the_middle_of_a_chain_is_on_most_paths() -> None:
    shares = betweenness("abcd", [("a", "b"), ("b", "c"), ("c", "d")])
    assert shares["b"] == shares["c"] > shares["a"] == 0


def test_betweenness_is_left_out_where_it_would_take_long() -> None:
    assert betweenness((str(number) for number in range(BETWEENNESS_LIMIT + 1)), []) == {}
