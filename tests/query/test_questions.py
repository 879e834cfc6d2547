"""The ready questions on data/samples: what they answer, how filters narrow it, what never gets into them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from graphkit.dataset import Dataset
from graphkit.model.tables import Table, Term
from graphkit.query.asking import (
    AmbiguousNameError,
    FilterValueError,
    UnknownNameError,
    _with_a_part,
    bind_question,
    portable_sparql,
    things_of_parameter,
)
from graphkit.query.catalogue import Question, question_names, ready_question
from graphkit.query.guard import check_query
from graphkit.rdf.engine import from_engine
from graphkit.terms import GK, PREFIXES, gk
from tests.query.expected_rows import EXPECTED, asked_example, example_of, expected_tsv

NAMES = question_names()
# Nothing in data/samples is dated 1900, lies in 上海 or was read with certainty; no example is about 安全生产.
NOTHING_FITS = {"from": "9999", "to": "1900", "region": "上海", "topic": "安全生产", "min-confidence": "1"}
HOSTILE = (
    '会议"@zh } UNION { ?s ?p ?o } #',
    "全省会议> } . { ?a ?b ?c",
    "\\u0022 } INSERT DATA { <a:a> <a:a> <a:a> }",
    "'; DROP GRAPH <x>; --",
    "林业\u202e工作\x00会议\n",
    "https://w3id.org/graphkit/id/meeting/x> } UNION { ?s ?p ?o",
    "SERVICE <http://127.0.0.1/>",
)
Rows = Counter[tuple[Term | None, ...]]


@pytest.fixture(params=NAMES)
def question(request: pytest.FixtureRequest) -> Question:
    return ready_question(request.param)


def rows_of(dataset: Dataset, sparql: str) -> Rows:
    answer = dataset.query(sparql)
    assert isinstance(answer, Table)
    return Counter(answer)


def union_rows_of(dataset: Dataset, sparql: str) -> Rows:
    """Ask a store whose default graph is the union of all its graphs."""
    engine = dataset.store._engine
    answer = engine.query(sparql, prefixes={**PREFIXES}, use_default_graph_as_union=True)
    assert isinstance(answer, ox.QuerySolutions)
    return Counter(tuple(None if term is None else from_engine(term) for term in row) for row in answer)


def test_the_questions_are_those_that_the_issue_names() -> None:
    assert set(NAMES) == {
        *("responses", "coverage", "meeting", "tasks-of", "task-coverage", "policies-of", "policy-lineage"),
        *("ledger", "posts", "timeline", "mentions", "distribution", "evidence", "conflicts"),
    }


def test_an_example_answers_as_expected(samples: Dataset, question: Question) -> None:
    assert expected_tsv(samples, question) == (EXPECTED / f"{question.name}.tsv").read_text(encoding="utf-8")


def test_every_example_has_rows(samples: Dataset, question: Question) -> None:
    assert rows_of(samples, asked_example(samples, question).sparql)


def test_no_row_is_told_twice(samples: Dataset, question: Question) -> None:
    assert set(rows_of(samples, asked_example(samples, question).sparql).values()) == {1}


@pytest.mark.slow
def test_a_union_default_graph_gives_the_same_rows(samples: Dataset, question: Question) -> None:
    sparql = asked_example(samples, question).sparql
    assert union_rows_of(samples, sparql) == rows_of(samples, sparql)


def test_the_question_as_it_stands_in_its_file_may_be_put(question: Question) -> None:
    check_query(question.sparql)
    ox.Store().query(question.sparql, prefixes={**PREFIXES})


def test_what_sparql_shows_declares_its_prefixes(samples: Dataset, question: Question) -> None:
    asked = asked_example(samples, question)
    bare = ox.Store().query(portable_sparql(asked))
    assert isinstance(bare, ox.QuerySolutions)
    assert rows_of(samples, portable_sparql(asked)) == rows_of(samples, asked.sparql)


def test_every_term_of_ours_is_in_the_ontology(question: Question) -> None:
    used = {GK + name for name in re.findall(r"\bgk:(\w+)", question.sparql)}
    assert used
    assert used <= set(gk)


def filters_of_questions() -> Iterator[tuple[str, str]]:
    """Iterate over all but those of task-coverage, which keeps tasks that nobody takes up."""
    return ((name, one) for name in NAMES if name != "task-coverage" for one in ready_question(name).filters)


@pytest.mark.parametrize(("name", "filter_name"), [*filters_of_questions()])
def test_a_filter_that_nothing_fits_leaves_nothing(samples: Dataset, name: str, filter_name: str) -> None:
    question = ready_question(name)
    example = {key: value for key, value in example_of(question).items() if key not in {"from", "to"}}
    given = {**example, filter_name: NOTHING_FITS.get(filter_name, "西安市应急管理局")}
    assert rows_of(samples, bind_question(samples, question, given).sparql) == Counter()


@pytest.mark.parametrize(
    ("name", "filter_name"), [pair for pair in filters_of_questions() if pair[1] not in {"agency", "topic"}]
)
def test_a_filter_that_everything_fits_leaves_all(samples: Dataset, name: str, filter_name: str) -> None:
    question = ready_question(name)
    everything = {"from": "1900", "to": "9999", "min-confidence": "0", "region": "中华人民共和国"}
    example = example_of(question)
    whole = rows_of(samples, bind_question(samples, question, example).sparql)
    kept = rows_of(samples, bind_question(samples, question, {**example, filter_name: everything[filter_name]}).sparql)
    assert kept == whole


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("option", ["meeting", *NOTHING_FITS, "agency"])
def test_what_is_typed_never_gets_into_the_sparql(samples: Dataset, option: str, typed: str) -> None:
    with pytest.raises((UnknownNameError, FilterValueError)):
        bind_question(samples, ready_question("responses"), {option: typed})


def test_a_thing_named_by_its_iri_is_bound_as_a_term(samples: Dataset) -> None:
    responses = ready_question("responses")
    known = {label: iri for iri, label in things_of_parameter(samples, responses.parameter("meeting"))}
    meeting = known["全省林业工作会议"]
    assert f"VALUES ?meeting {{ <{meeting}> }}" in bind_question(samples, responses, {"meeting": meeting}).sparql
    with pytest.raises(UnknownNameError):
        bind_question(samples, responses, {"meeting": f"{meeting}> }} #"})


def test_a_name_of_several_things_is_not_guessed(samples: Dataset) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        bind_question(samples, ready_question("responses"), {"meeting": "全省"})
    assert [one.label for one in caught.value.candidates] == [
        "全省林业工作会议",
        "全省森林草原防火工作暨林长制推进会议",
    ]


def test_those_of_some_things_that_a_question_knows_are_those_of_all(samples: Dataset, question: Question) -> None:
    for parameter in question.parameters:
        if parameter.among:
            known = [iri for iri, _ in things_of_parameter(samples, parameter)]
            others = [iri for iri, _ in samples.names_like("林业") or []]
            assert _with_a_part(samples, parameter, [*known, *others]) == {*known, *({*known} & {*others})}


def test_of_several_things_those_that_the_question_knows_are_meant(samples: Dataset) -> None:
    """The circular that prints the measures has their name in its own, but nobody planned it."""
    [meant] = bind_question(samples, ready_question("ledger"), {"item": "秦岭生态护林员管理办法"}).meant
    assert (meant.candidate.label, meant.candidate.how, meant.passed_over) == (
        "陕西省秦岭生态护林员管理办法",
        "part",
        1,
    )


@pytest.mark.parametrize(
    "typed", ["lygzhy", "linyegongzuohuiyi", "省林业会议", "全省林业工作会议", "《全省林业工作会议》"]
)
def test_a_meeting_is_found_by_initials_syllables_parts_and_forms(samples: Dataset, typed: str) -> None:
    [meant] = bind_question(samples, ready_question("responses"), {"meeting": typed}).meant
    assert meant.candidate.label == "全省林业工作会议"


@pytest.mark.parametrize(
    ("option", "typed"),
    [
        ("from", "2023年"),
        ("to", "2023-13"),
        ("from", ""),
        ("min-confidence", "1.5"),
        ("min-confidence", "高"),
        ("min-confidence", "NaN"),
    ],
)
def test_a_value_that_is_no_date_or_share_is_refused(samples: Dataset, option: str, typed: str) -> None:
    with pytest.raises(FilterValueError, match=option):
        bind_question(samples, ready_question("responses"), {option: typed})


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ({"from": "2023-05-10"}, 3),
        ({"to": "2023-04"}, 2),
        ({"from": "2023-04-12", "to": "2023-04-12"}, 1),
        ({"region": "宝鸡"}, 1),
    ],
)
def test_dates_and_regions_narrow_an_answer(samples: Dataset, given: dict[str, str], count: int) -> None:
    asked = bind_question(samples, ready_question("responses"), {"meeting": "全省林业工作会议", **given})
    assert len(rows_of(samples, asked.sparql)) == count


def test_a_task_is_listed_when_no_office_of_the_filter_takes_it_up(samples: Dataset) -> None:
    question = ready_question("task-coverage")
    for filters in ({"agency": "西安市应急管理局"}, {"region": "上海"}):
        sparql = bind_question(samples, question, {**example_of(question), **filters}).sparql
        answer = samples.query(sparql)
        assert isinstance(answer, Table)
        office, task = answer.variables.index("agencyName"), answer.variables.index("ordinal")
        rows = list(answer)
        assert {row[office] for row in rows} == {None}
        assert {cell.value for row in rows if (cell := row[task])} == {"1", "2", "3", "4"}


def test_coverage_gives_each_prefecture_one_of_four_values(samples: Dataset) -> None:
    text = (EXPECTED / "coverage.tsv").read_text(encoding="utf-8")
    values = Counter(line.split("\t")[5].strip('"') for line in text.splitlines()[1:])
    assert values == {"已响应": 4, "集体覆盖": 5, "明确未响应": 1}
    yunnan = bind_question(samples, ready_question("coverage"), {"meeting": "林业工作会议", "within": "云南"})
    columns = ready_question("coverage")
    answer = samples.query(yunnan.sparql)
    assert isinstance(answer, Table)
    place = answer.variables.index("code")
    assert columns.parameter("within").is_required is False
    assert Counter(cell.value for row in answer if (cell := row[place])) == {"not reported": 16}


@pytest.mark.parametrize(("notice", "count"), [("“林长巡山季”活动的通知", 16), ("陕西省林业局简报2023年第3期", 0)])
def test_coverage_can_keep_to_those_a_document_was_sent_to(samples: Dataset, notice: str, count: int) -> None:
    given = {"meeting": "全省森林草原防火工作暨林长制推进会议", "notice": notice}
    assert len(rows_of(samples, bind_question(samples, ready_question("coverage"), given).sparql)) == count
