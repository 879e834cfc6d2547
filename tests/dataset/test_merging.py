"""Which meetings and policies of several documents are one."""

from __future__ import annotations

from itertools import permutations

import pytest

from graphkit.dataset.entries import Entry
from graphkit.dataset.merging import Told, link_statements, merged_lines, merges_of, names_any
from graphkit.model.handles import Handle
from graphkit.rdf.things import LabelProposal
from graphkit.terms import BASE, gk


def meeting(
    thing: str, *, date: str = "", holder: str = "", spoken: str = "", name: str = "全国林业会议", year: str = ""
) -> Handle:
    return Handle(thing, "meeting", name, "", date, holder, year, spoken)


def policy(thing: str, name: str = "甲省办法", *, date: str = "", number: str = "", scope: str = "") -> Handle:
    return Handle(thing, "policy", name, scope, date, "", number)


def merged(*handles: Handle) -> dict[str, str]:
    """Link handles, each of a document of its own, in every order."""
    told = [Told(f"{order}", handle) for order, handle in enumerate(handles)]
    found = [merges_of(order).everywhere for order in permutations(told)]
    assert all(one == found[0] for one in found)
    return dict(found[0])


@pytest.mark.parametrize(
    ("handles", "wanted"),
    [
        pytest.param(
            [meeting("dated", date="2023-03-01"), meeting("bare", spoken="2023-05-10")],
            {"bare": "dated"},
            id="a document that does not date it, not long after",
        ),
        pytest.param(
            [meeting("dated", date="2023-03-01"), meeting("bare", spoken="2023-02-10")],
            {},
            id="not held yet when the document spoke",
        ),
        pytest.param(
            [meeting("dated", date="2021-03-01"), meeting("bare", spoken="2023-05-10")], {}, id="too long ago"
        ),
        pytest.param(
            [
                meeting("old", date="2023-01-05"),
                meeting("new", date="2023-12-28"),
                meeting("bare", spoken="2024-01-20", year="2024"),
            ],
            {"bare": "new"},
            id="the year in the name tells which, held in the last days of the year before",
        ),
        pytest.param(
            [meeting("dated", date="2023-03-05"), meeting("bare", spoken="2024-02-20", year="2024")],
            {},
            id="the year in the name is another",
        ),
        pytest.param(
            [meeting("a", spoken="2023-12-20", year="2023"), meeting("b", spoken="2024-01-20", year="2024")],
            {},
            id="nobody dates them, and the years in the names are two",
        ),
        pytest.param(
            [
                meeting("first", date="2023-01-05"),
                meeting("second", date="2023-03-05"),
                meeting("bare", spoken="2023-04"),
            ],
            {},
            id="two that fit: no guess",
        ),
        pytest.param(
            [
                meeting("old", date="2022-01-05"),
                meeting("new", date="2023-03-05"),
                meeting("bare", spoken="2023-04"),
            ],
            {"bare": "new"},
            id="yearly: the last one",
        ),
        pytest.param(
            [meeting("dated", date="2023-03-01", holder="甲"), meeting("bare", spoken="2023-05-10", holder="乙")],
            {},
            id="another holder",
        ),
        pytest.param(
            [meeting("held", date="2023-03-01", holder="甲"), meeting("day", date="2023-03-01")],
            {"day": "held"},
            id="one day, one document tells the holder",
        ),
        pytest.param(
            [
                meeting("one", date="2023-03-01", holder="甲"),
                meeting("other", date="2023-03-01", holder="乙"),
                meeting("day", date="2023-03-01"),
            ],
            {},
            id="one day, two holders",
        ),
        pytest.param(
            [meeting("first", spoken="2023-03-01"), meeting("later", spoken="2023-05-10")],
            {"later": "first"},
            id="nobody dates it, spoken of in one round",
        ),
        pytest.param(
            [meeting("first", spoken="2022-03-01"), meeting("later", spoken="2023-03-10")],
            {},
            id="nobody dates it, a year between",
        ),
        pytest.param([meeting("first"), meeting("later")], {}, id="nothing is dated at all"),
        pytest.param(
            [meeting("a", date="2023-03-01"), meeting("b", spoken="2023-05-01", name="全国草原会议")],
            {},
            id="another name",
        ),
        pytest.param(
            [policy("bare"), policy("numbered", number="甲发〔2023〕1号")],
            {"bare": "numbered"},
            id="the only version",
        ),
        pytest.param(
            [policy("bare"), policy("old", number="甲发〔2013〕1号"), policy("new", number="甲发〔2023〕1号")],
            {},
            id="two versions: no guess",
        ),
        pytest.param(
            [policy("dated", date="2023-04-25"), policy("numbered", number="甲发〔2023〕1号"), policy("bare")],
            {"dated": "numbered", "bare": "numbered"},
            id="the year of the number is that of the signature",
        ),
        pytest.param(
            [policy("mine", scope="甲"), policy("theirs", scope="乙", number="乙发〔2023〕1号")],
            {},
            id="each body has a plan of that title",
        ),
    ],
)
def test_what_is_one_is_linked_and_what_is_only_alike_is_not(handles: list[Handle], wanted: dict[str, str]) -> None:
    assert merged(*handles) == wanted


def test_a_number_in_brackets_behind_measures_is_that_of_the_notice_that_issued_them() -> None:
    told = [
        Told("notice", policy("policy/1号", "甲局关于印发甲省办法的通知", number="1号")),
        Told("notice", policy("policy/甲省办法")),
        Told("later", policy("policy/1号", number="1号")),
    ]
    merges = merges_of(told)
    assert merges.of("later") == {"policy/1号": "policy/甲省办法"}
    assert merges.of("notice") == {}


def test_only_subjects_and_objects_are_replaced() -> None:
    lines = [
        b"<a> <p> <b> <reading/a> .",
        b"<c> <a> <a> .",
        '<c> <p> "<a> 说 \\" <a>"@zh <a> .'.encode(),
    ]
    assert list(merged_lines(lines, {"a": "z"})) == [
        b"<z> <p> <b> <reading/a> .",
        b"<c> <a> <z> .",
        '<c> <p> "<a> 说 \\" <a>"@zh <a> .'.encode(),
    ]


def test_what_lost_stays_in_the_graph_of_links() -> None:
    merges = merges_of([Told("a", policy("bare")), Told("b", policy("numbered", number="甲发〔2023〕1号"))])
    (statement,) = link_statements(merges, BASE)
    assert (statement.subject, statement.predicate, statement.object.value) == ("bare", gk.mergedInto, "numbered")
    assert statement.graph == f"{BASE}graph/links"


@pytest.mark.parametrize(("lost", "named"), [("labelled", True), ("handled", True), ("of another", False)])
def test_a_document_names_what_it_labels_and_what_it_has_a_handle_of(lost: str, named: bool) -> None:  # noqa: FBT001
    labels = (LabelProposal("labelled", "甲会议", 1),)
    entry = Entry("1", "", "document", b"", labels, (), (), (meeting("handled"),), 0)
    assert names_any(entry, {lost: "kept"}) is named
    assert not names_any(entry, {})
