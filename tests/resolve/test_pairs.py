"""Hard pairs: names that look alike and are two things, names that look different and are one (pairs.tsv)."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model.entities import Entity
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

TABLE = Path(__file__).with_name("pairs.tsv")
_, *ROWS = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines())


def things_of(text: str, first: str, second: str) -> tuple[Entity, Entity]:
    """Give what the first mention of one name and the last of the other stand for."""
    annotation = annotate(document_of(text))
    found: list[Entity] = []
    for name, order in ((first, 1), (second, -1)):
        named = [m for m in annotation.mentions if m.surface == name and m.entity is not None][::order]
        assert named, f"{name} is not read in {text}: {[m.surface for m in annotation.mentions]}"
        found.append(annotation.entities[named[0].entity or ""])
    return found[0], found[1]


def test_there_are_pairs_enough() -> None:
    assert len(ROWS) >= 60
    assert len({tuple(row) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("same", "text", "first", "second"), ROWS, ids=[f"{row[2]}|{row[3]}" for row in ROWS])
def test_two_names_are_one_thing_only_where_they_are(same: str, text: str, first: str, second: str) -> None:
    one, other = things_of(text, first, second)
    assert (one.key == other.key) == (same == "yes")
