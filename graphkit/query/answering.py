"""A ready question and names in, its answer out as plain rows: the door for notebooks."""

from __future__ import annotations

from graphkit.dataset import Dataset
from graphkit.model.tables import Table
from graphkit.query.asking import bind_question
from graphkit.query.catalogue import ready_question
from graphkit.query.presenting import table_for_people

Row = dict[str, str]


def ask(dataset: Dataset, question: str, /, **typed: str) -> list[Row]:
    """Answer a ready question: one dictionary a row, Chinese heading → text, empty where nothing is told.

    Names are matched as `graphkit ask` does; filters with a hyphen are written with `_` (min_confidence="0.9").
    Raises UnknownQuestionError, UnknownNameError, AmbiguousNameError or FilterValueError. pandas takes the rows as
    they are: `DataFrame(graphkit.ask(dataset, "responses"))`.
    """
    asked = bind_question(dataset, ready_question(question), {key.replace("_", "-"): typed[key] for key in typed})
    answer = dataset.query(asked.sparql)
    if not isinstance(answer, Table):
        message = f"questions/{question}.rq is no SELECT"
        raise TypeError(message)
    shown = table_for_people(asked.question, answer, captions=True)
    return [
        {heading: "" if cell is None else cell.value for heading, cell in zip(shown.variables, row, strict=True)}
        for row in shown
    ]
