"""What a post is read in holds its title, or relies on the line that says it."""

from __future__ import annotations

import pytest

from graphkit.model.facts import PostHolding
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

ROSTER = (
    "关于成立全省防汛指挥部的通知\n\n主任：张建国  省水利厅副厅长\n委员：李为民  省财政厅副厅长\n"
    "省水利厅党组书记、厅长王海洋出席会议。\n任命赵立新为省水利厅副厅长。\n"
)


@pytest.fixture(scope="module")
def posts() -> list[PostHolding]:
    return [fact for fact in annotate(document_of(ROSTER)).facts if isinstance(fact, PostHolding)]


def test_the_quote_of_a_post_holds_its_title(posts: list[PostHolding]) -> None:
    told = {(one.title, one.evidence[0].quote) for one in posts if not one.evidence[0].relies_on}
    assert len(told) >= 4
    assert [pair for pair in told if pair[0].removeprefix("党组") not in pair[1]] == []


def test_a_role_in_a_list_relies_on_the_line_that_names_it(posts: list[PostHolding]) -> None:
    roles = {one.title: one.evidence[0].relies_on for one in posts if one.title in {"主任", "委员"}}
    assert {title: [ROSTER[span.start : span.end] for span in spans] for title, spans in roles.items()} == {
        title: [title] for title in roles
    }
    assert set(roles) == {"主任", "委员"}


def test_a_bare_title_is_of_no_body_that_an_earlier_part_of_the_list_names() -> None:
    text = "参加会议的有：市委组织部秘书长冯伟、副部长王海；市委统战部机关党委书记严军、秘书长徐力。"
    read = annotate(document_of(text))
    told = {
        (read.entities[one.person].label, one.title, read.entities[one.agency].label)
        for one in read.facts
        if isinstance(one, PostHolding)
    }
    assert ("冯伟", "秘书长", "市委组织部") in told
    assert ("王海", "副部长", "市委组织部") in told
    assert [post for post in told if post[0] == "徐力"] == []
