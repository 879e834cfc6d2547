"""What single passages state and what they do not, one table a rule (cases/*.tsv), near misses beside plain cases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphkit.evaluate.form import gold_of
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

HEAD = "工作动态\n发布时间：2023-06-20  来源：江西日报\n"
TABLES = sorted(Path(__file__).with_name("cases").glob("*.tsv"))
CASES = [
    pytest.param(*line.split("\t"), id=f"{path.stem}-{number}")
    for path in TABLES
    for number, line in enumerate(path.read_text("utf-8").splitlines()[1:], 2)
]

Stated = tuple[tuple[str, ...], str, tuple[str, ...]]


def facts_in(text: str) -> list[Stated]:
    """Give the facts read in a passage of a web page of 20 June 2023, each end with all its names."""
    passage = text.replace("\\n", "\n")
    gold = gold_of(annotate(document_of(f"{HEAD}{passage}\n")), with_implied=True)
    names = {key: entity.names for key, entity in gold.entities.items()}
    return [(names.get(s, (s,)), p, names.get(o, (o,))) for s, p, o in gold.facts]


def is_stated(wanted: str, facts: list[Stated]) -> bool:
    subject, predicate, object_ = wanted.split(" ", 2)
    return any(predicate == p and subject in s and object_ in o for s, p, o in facts)


@pytest.mark.parametrize(("text", "stated", "forbidden"), CASES)
def test_a_passage_states_this_and_not_that(text: str, stated: str, forbidden: str) -> None:
    facts = facts_in(text)
    assert [wanted for wanted in stated.split(";") if wanted and not is_stated(wanted, facts)] == []
    unwanted = set(re.split("[; ]", forbidden)) - {""}
    assert [(s[0], p, o[0]) for s, p, o in facts if p in unwanted or not unwanted.isdisjoint(o)] == []


def test_every_rule_has_near_misses_beside_its_cases() -> None:
    rows = {path.stem: [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]] for path in TABLES}
    assert {rule for rule, lines in rows.items() if not any(not stated for _, stated, _ in lines)} == set()
