"""The form of question files: what is read of a header, what is refused."""

from __future__ import annotations

import pytest

from graphkit.query.catalogue import (
    Column,
    Parameter,
    QuestionFileError,
    UnknownQuestionError,
    read_question,
    ready_question,
    ready_questions,
)
from graphkit.terms import gk

GOOD = """\
# order: 3
# title: 谁
# title@en: Who
# about: 说明。
# about@en: An explanation.
#
# parameter meeting: required Meeting Policy | 会议 | meeting
# among meeting: ?anyone gk:respondedTo ?meeting
# with meeting: ?x ?y ?meeting .
# example: --meeting 会议
# filter from: ?day
# column name: 名称 | name
# caption total: 总数 | total
SELECT DISTINCT ?name ?total ?reading WHERE {
  # parameters and filters
  ?meeting skos:prefLabel ?name .
}
"""


def test_a_header_is_read_whole() -> None:
    question = read_question("who", GOOD)
    assert (question.title_zh, question.title) == ("谁", "Who")
    assert (question.about_zh, question.about) == ("说明。", "An explanation.")
    assert question.parameters == (
        Parameter(
            "meeting",
            (gk.Meeting, gk.Policy),
            is_required=True,
            label_zh="会议",
            label="meeting",
            among="?anyone gk:respondedTo ?meeting",
            pattern="?x ?y ?meeting .",
        ),
    )
    assert question.filters == {"from": "?day"}
    assert question.columns == (Column("name", "名称", "name"), Column("total", "总数", "total", is_caption=True))
    assert question.sparql.startswith("SELECT")


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("# order: 3\n", "", "order"),
        ("# order: 3\n", "# order: first\n", "no number from 1"),
        ("# title@en: Who\n", "", "title@en"),
        ("# about: 说明。\n", "", "about"),
        ("# example: --meeting 会议\n", "", "example"),
        ("# title: 谁", "#title: 谁", "line 2"),
        ("required Meeting", "needed Meeting", "required Class"),
        ("required Meeting", "required Meetings", "Meetings is no class"),
        (" | 会议 | meeting", " | 会议", "required Class"),
        ("parameter meeting", "parameter assembly", "assembly is a parameter but not in the query"),
        ("filter from", "filter since", "no filter since"),
        ("filter from: ?day", "filter from: day", "no filter from on day"),
        ("column name", "column label", "label is a column but not selected"),
        ("名称 | name", "名称", "中文 | English"),
        ("  # parameters and filters\n", "", "no line `# parameters`"),
        ("  # parameters and filters\n", "  # parameters\n", "no line `# filters`"),
        (" ?reading WHERE", " WHERE", "does not select"),
    ],
)
def test_a_header_that_is_not_as_it_must_be_is_refused(before: str, after: str, complaint: str) -> None:
    assert before in GOOD
    with pytest.raises(QuestionFileError, match=complaint):
        read_question("who", GOOD.replace(before, after))


@pytest.mark.parametrize("name", ["Who", "who_", "../who", "谁", ""])
def test_a_name_is_small_letters_and_hyphens(name: str) -> None:
    with pytest.raises(QuestionFileError):
        read_question(name, GOOD)


@pytest.mark.parametrize(("typed", "nearest"), [("respones", "responses"), ("policy", "policy-lineage"), ("qqq", None)])
def test_an_unknown_question_names_the_nearest(typed: str, nearest: str | None) -> None:
    with pytest.raises(UnknownQuestionError) as caught:
        ready_question(typed)
    assert caught.value.nearest == nearest


def test_every_file_carries_its_citations_and_both_languages() -> None:
    for question in ready_questions():
        assert {"quote", "issue", "issued"} <= {one.variable for one in question.columns}
        assert question.title_zh != question.title
        assert all(one.label_zh != one.label for one in question.parameters)
        assert question.example.startswith("--")


def test_no_two_questions_have_one_place() -> None:
    assert [one.order for one in ready_questions()] == list(range(1, len(list(ready_questions())) + 1))
