"""Every question of ../shared/acceptance/seed-questions.yaml, put to the dataset of the seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import pytest
import yaml

from graphkit.dataset import Dataset, open_dataset
from graphkit.model.tables import Table, Term
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.material import SHARED, material

QUESTIONS = SHARED / "acceptance" / "seed-questions.yaml"
Cell = str | Decimal | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Question:
    """A query, and the rows that it gives: all of them, or some."""

    id: str
    sparql: str
    rows: tuple[Row, ...]
    is_whole: bool


def questions() -> Iterator[Question]:
    """Iterate over the questions; none where ../shared is absent."""
    if not QUESTIONS.exists():
        return
    for item in yaml.safe_load(QUESTIONS.read_text(encoding="utf-8")):
        rows = item["expect"] if "expect" in item else item["contains"]
        yield Question(
            item["id"],
            item["sparql"],
            tuple(tuple(comparable(str(cell)) for cell in row) for row in rows),
            is_whole="expect" in item,
        )


def comparable(text: str) -> Cell:
    """Give a number by value, another text without its white space."""
    bare = "".join(text.split())
    try:
        return Decimal(bare)
    except InvalidOperation:
        return bare


def cell_of(term: Term | None) -> Cell:
    return None if term is None else comparable(term.value)


@pytest.fixture(scope="module")
def seed_dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("seed") / "dataset"
    report = build([material("seed")], Settings(dataset=folder))
    assert report.set_aside == ()
    return open_dataset(folder)


@pytest.mark.parametrize("question", tuple(questions()), ids=lambda question: question.id)
def test_the_seed_answers(question: Question, seed_dataset: Dataset) -> None:
    answer = seed_dataset.query(question.sparql)
    assert isinstance(answer, Table)
    found = Counter(tuple(cell_of(term) for term in row) for row in answer)
    wanted = Counter(question.rows)
    if question.is_whole:
        assert found == wanted
    else:
        assert not wanted - found
