"""Whole documents of several genres, made up for these tests: what they state (+) and what they must not (-)."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.evaluate.form import gold_of
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

FOLDER = Path(__file__).with_name("documents")
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def facts_in(name: str) -> list[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    gold = gold_of(annotate(document_of((FOLDER / f"{name}.txt").read_text("utf-8"))), with_implied=True)
    names = {key: entity.names for key, entity in gold.entities.items()}
    return [(names.get(s, (s,)), p, names.get(o, (o,))) for s, p, o in gold.facts]


@pytest.mark.parametrize("name", NAMES)
def test_a_document_states_this_and_not_that(name: str) -> None:
    facts = facts_in(name)
    for row in (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines():
        sign, wanted = row.split("\t")
        subject, predicate, object_ = wanted.split(" ", 2)
        stated = any(predicate == p and subject in s and object_ in o for s, p, o in facts)
        assert stated == (sign == "+"), row
