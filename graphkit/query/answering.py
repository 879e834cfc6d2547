"""A ready question and names in, its answer out as plain rows: the door for notebooks."""

from __future__ import annotations

from graphkit.dataset import Dataset
from graphkit.errors import GraphkitError
from graphkit.model.tables import Table
from graphkit.query.asking import bind_question
from graphkit.query.catalogue import ready_question
from graphkit.query.presenting import table_for_people

Row = dict[str, str]


class UnknownParameterError(GraphkitError):
    """Raised when a question is asked with a parameter or filter that it does not have."""

    def __init__(self, question: str, name: str, known: tuple[str, ...]) -> None:
        """Keep the question, the name and those it has."""
        super().__init__(f"{question}: 没有参数 / no parameter {name}; 可用 / it has: {' '.join(known)}")
        self.question = question
        self.name = name
        self.known = known


def ask(dataset: Dataset, question: str, /, **typed: str) -> list[Row]:
    """Answer a ready question: one dictionary a row, Chinese heading → text, empty where nothing is told.

    Names are matched as `graphkit ask` does. Filters with a hyphen are written with `_`, Python's own words with one
    behind (min_confidence="0.9", from_="2023"). pandas takes the rows as they are:
    `DataFrame(graphkit.ask(dataset, "responses"))`. Raises UnknownParameterError, UnknownQuestionError,
    UnknownNameError, AmbiguousNameError or FilterValueError.
    """
    wanted = ready_question(question)
    known = (*(one.name for one in wanted.parameters), *wanted.filters)
    given = {key.rstrip("_").replace("_", "-"): value for key, value in typed.items()}
    for name in given:
        if name not in known:
            raise UnknownParameterError(question, name, known)
    asked = bind_question(dataset, wanted, given)
    answer = dataset.query(asked.sparql)
    if not isinstance(answer, Table):
        message = f"questions/{question}.rq is no SELECT"
        raise TypeError(message)
    shown = table_for_people(asked.question, answer, captions=True)
    return [
        {heading: "" if cell is None else cell.value for heading, cell in zip(shown.variables, row, strict=True)}
        for row in shown
    ]
