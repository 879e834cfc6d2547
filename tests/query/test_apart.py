"""Work on a dataset in a process of its own: what it gives, what it raises, and how it is ended."""

from __future__ import annotations

import pickle

import pytest

from graphkit.dataset import Dataset
from graphkit.errors import DatasetMissingError, GraphkitError
from graphkit.model.tables import Table
from graphkit.query.apart import ask_apart, run_apart
from graphkit.query.asking import AmbiguousNameError, UnknownNameError, bind_question
from graphkit.query.catalogue import ready_question
from graphkit.query.limits import Limits, QueryStoppedError

RUNAWAY = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(9)) + " }"


def quads_of(dataset: Dataset, more: int) -> int:
    return dataset.manifest.quads + more


def endless(dataset: Dataset) -> object:
    return dataset.query(RUNAWAY)


def hungry(_dataset: Dataset) -> int:
    return len(b"x" * 10**9)


def test_what_work_gives_comes_back(samples: Dataset) -> None:
    assert run_apart(samples.path, quads_of, 7) == samples.manifest.quads + 7


def test_what_work_raises_comes_back_with_its_data(samples: Dataset) -> None:
    with pytest.raises(AmbiguousNameError) as raised:
        run_apart(samples.path, bind_question, ready_question("responses"), {"meeting": "会议"})
    assert (raised.value.option, raised.value.name) == ("meeting", "会议")
    assert len(raised.value.candidates) > 1
    assert str(len(raised.value.candidates)) in str(raised.value)


def test_a_folder_without_a_dataset_is_told(samples: Dataset) -> None:
    with pytest.raises(DatasetMissingError, match="graphkit build"):
        run_apart(samples.path / "generations", quads_of, 1)


def test_work_is_ended_at_its_deadline(samples: Dataset) -> None:
    with pytest.raises(QueryStoppedError, match=r"1\.5 s"):
        run_apart(samples.path, endless, limits=Limits(seconds=1.5))


def test_work_that_exhausts_memory_takes_only_its_worker_with_it(samples: Dataset) -> None:
    with pytest.raises(QueryStoppedError, match="memory"):
        run_apart(samples.path, hungry, limits=Limits(memory=600 * 1024**2))


def test_a_question_is_answered_as_it_is_here(samples: Dataset) -> None:
    question, typed = ready_question("responses"), {"meeting": "林长制推进会议"}
    asked, answer = ask_apart(samples.path, question, typed)
    assert asked == bind_question(samples, question, typed)
    here = samples.query(asked.sparql)
    assert isinstance(answer.content, Table)
    assert isinstance(here, Table)
    assert answer.content.variables == here.variables
    assert list(answer.content) == list(here) != []
    assert list(answer.content) == list(answer.content)


def test_more_rows_than_the_limit_are_cut_and_said_to_be(samples: Dataset) -> None:
    _, answer = ask_apart(samples.path, ready_question("responses"), {}, limits=Limits(rows=2))
    assert isinstance(answer.content, Table)
    assert (len(list(answer.content)), answer.truncated) == (2, True)


@pytest.mark.parametrize(
    "error", [UnknownNameError("thing", "甲", ("urn:x",), ("乙",)), DatasetMissingError("there"), GraphkitError("so")]
)
def test_errors_go_from_process_to_process_with_their_data(error: GraphkitError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - packed here
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
