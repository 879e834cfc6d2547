"""Policies, works, drives, quantities, dates, places and persons in single sentences (mentions.tsv)."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

TABLE = Path(__file__).with_name("mentions.tsv")
NEAR_MISSES = Path(__file__).with_name("near_misses.tsv")
_, *MISSES = (line.split("\t") for line in NEAR_MISSES.read_text("utf-8").splitlines())
_, *ROWS = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines())


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_a_sentence_names_these(text: str, wanted: str) -> None:
    found = [
        f"{mention.kind}:{mention.surface}" for mention in annotate(document_of(text.replace("\\n", "\n"))).mentions
    ]
    assert [one for one in wanted.split() if one not in found] == []
    if not wanted:
        assert [one for one in found if one.startswith("Person:")] == []


@pytest.mark.parametrize(("text", "unwanted"), MISSES, ids=[row[0][:40] for row in MISSES])
def test_a_sentence_does_not_name_these(text: str, unwanted: str) -> None:
    mentions = annotate(document_of(text.replace("\\n", "\n"))).mentions
    found = {f"{mention.kind}:{mention.surface}" for mention in mentions}
    assert found.isdisjoint(unwanted.split())
