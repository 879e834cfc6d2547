"""What the heads of whole papers state and what they do not (heads.tsv): titles and numbers in every place and form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphkit.evaluate.form import gold_of
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate
from tests.extract.test_cases import Stated, is_stated

TABLE = Path(__file__).with_name("heads.tsv")
HEADS = [
    pytest.param(*line.split("\t"), id=f"heads-{number}")
    for number, line in enumerate(TABLE.read_text("utf-8").splitlines()[1:], 2)
]


def facts_in(paper: str) -> list[Stated]:
    """Give the facts read in a whole paper, each end with all its names."""
    gold = gold_of(annotate(document_of(paper.replace("\\n", "\n"))), with_implied=True)
    names = {key: entity.names for key, entity in gold.entities.items()}
    return [(names.get(s, (s,)), p, names.get(o, (o,))) for s, p, o in gold.facts]


@pytest.mark.parametrize(("paper", "stated", "forbidden"), HEADS)
def test_a_head_states_this_and_not_that(paper: str, stated: str, forbidden: str) -> None:
    facts = facts_in(paper)
    assert [wanted for wanted in stated.split(";") if wanted and not is_stated(wanted, facts)] == []
    unwanted = set(re.split("[; ]", forbidden)) - {""}
    assert [(s[0], p, o[0]) for s, p, o in facts if p in unwanted or not unwanted.isdisjoint((*s, *o))] == []


def test_a_number_told_twice_in_other_brackets_is_told_once() -> None:
    paper = next(row.values[0] for row in HEADS if str(row.values[0]).startswith("【发布文号】"))
    assert len([p for _, p, _ in facts_in(str(paper)) if p == "documentNumber"]) == 1
