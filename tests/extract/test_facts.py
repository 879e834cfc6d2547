"""What single passages state and what they do not (facts.tsv): near misses stand beside the plain cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.evaluate.form import gold_of
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

HEAD = "林业工作动态\n发布时间：2023-06-20  来源：河南日报\n"
TABLE = Path(__file__).with_name("facts.tsv")
_, *ROWS = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines())

Stated = tuple[tuple[str, ...], str, tuple[str, ...]]


def facts_in(text: str) -> list[Stated]:
    """Give the facts read in a passage of a web page of 20 June 2023, each end with all its names."""
    gold = gold_of(annotate(document_of(f"{HEAD}{text}\n")), with_implied=True)
    names = {key: entity.names for key, entity in gold.entities.items()}
    return [(names.get(s, (s,)), p, names.get(o, (o,))) for s, p, o in gold.facts]


def is_stated(wanted: str, facts: list[Stated]) -> bool:
    subject, predicate, object_ = wanted.split(" ", 2)
    return any(predicate == p and subject in s and object_ in o for s, p, o in facts)


@pytest.mark.parametrize(("text", "stated", "forbidden"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_a_passage_states_this_and_not_that(text: str, stated: str, forbidden: str) -> None:
    facts = facts_in(text)
    assert [wanted for wanted in stated.split(";") if wanted and not is_stated(wanted, facts)] == []
    assert [(s[0], p, o[0]) for s, p, o in facts if p in forbidden.split()] == []
