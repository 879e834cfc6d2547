"""What a check finds."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.dataset import Dataset
from graphkit.dataset.check import check_dataset, check_quotes
from graphkit.dataset.folder import Folder
from graphkit.dataset.manifest import INDEX
from graphkit.model.tables import Statement, Term
from graphkit.rdf.shapes import Violation
from graphkit.rdf.store import memory_store
from graphkit.terms import BASE, gk, rdf, skos, xsd
from tests.hand_annotation import TEXT

EXPECTED_OF_THE_HAND_ANNOTATION = {
    # A group among the respondents, on purpose (test_statements): the shapes want an agency there.
    ("shape", gk.respondent),
}


def kinds(violations: list[Violation]) -> set[tuple[str, str]]:
    return {(one.kind, one.path) for one in violations}


def with_statements(dataset: Dataset, *more: Statement) -> Dataset:
    return replace(dataset, store=memory_store([*dataset.statements(), *more]))


def test_a_sound_dataset_has_no_violation_but_of_the_shapes_it_breaks(dataset: Dataset) -> None:
    assert kinds(check_dataset(dataset)) == EXPECTED_OF_THE_HAND_ANNOTATION


def test_a_fact_without_a_reading_is_found_and_the_digest_differs(dataset: Dataset) -> None:
    office = BASE + "agency/510100/政府/机关事务/局"
    changed = with_statements(dataset, Statement(office, skos.altLabel, Term("literal", "成都局长", None, "zh"), None))
    found = {(one.kind, one.focus, one.value) for one in check_dataset(changed)}
    assert ("citation", office, "成都局长") in found
    assert ("digest", str(dataset.path), "") in found


def test_a_term_that_the_ontology_does_not_define_is_found(dataset: Dataset) -> None:
    class_ = Term("iri", gk.Agency + "X")
    changed = with_statements(dataset, *(Statement("urn:x", rdf.type, class_, graph) for graph in (None, "urn:g")))
    found = [one for one in check_dataset(changed) if one.kind == "term"]
    assert [(one.focus, one.path) for one in found] == [("urn:x", gk.Agency + "X")]


def test_a_quote_that_is_not_the_slice_of_its_text_is_found(dataset: Dataset) -> None:
    moved = list(check_quotes(dataset, lambda _: " " + TEXT))
    quotes = list(dataset.store.statements(predicate=gk.quote))
    assert len(moved) == len(quotes) > 0
    assert {one.kind for one in moved} == {"quote"}
    assert all("which reads" in one.message for one in moved)


def test_a_text_that_is_not_kept_is_found(folder: Path, dataset: Dataset) -> None:
    connection = sqlite3.connect(Folder(folder).journal)
    with connection:
        connection.execute("UPDATE documents SET text_sha256 = 'f' || substr(text_sha256, 2)")
    connection.close()
    found = [one for one in check_dataset(dataset) if one.kind == "quote"]
    assert len(found) == len(list(dataset.store.statements(predicate=gk.quote)))
    assert {one.message for one in found} == {"没有原文 / its text is not kept"}


def test_a_text_that_was_changed_is_found(folder: Path, dataset: Dataset) -> None:
    connection = sqlite3.connect(Folder(folder).journal)
    with connection:
        connection.execute("UPDATE documents SET text = ?", (zlib.compress(TEXT.replace("省", "市").encode()),))
    connection.close()
    assert "quote" in {one.kind for one in check_dataset(dataset)}


def test_a_lost_journal_is_told_and_the_other_checks_go_on(folder: Path, dataset: Dataset) -> None:
    Folder(folder).journal.unlink()
    told: list[tuple[int, int]] = []
    found = check_dataset(dataset, lambda done, total: told.append((done, total)))
    assert [(one.kind, one.message) for one in found if one.kind == "journal"] == [("journal", "no such file")]
    assert kinds(found) >= EXPECTED_OF_THE_HAND_ANNOTATION
    assert told == [(done, 6) for done in range(6)]


def test_an_index_that_was_changed_or_removed_is_found(folder: Path, dataset: Dataset) -> None:
    index = Folder(folder).generation(1) / INDEX
    with index.open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"!")
    assert "index" in {one.kind for one in check_dataset(dataset)}
    index.unlink()
    assert "index" in {one.kind for one in check_dataset(dataset)}


@pytest.mark.parametrize("reading", ["urn:x", BASE + "text/0123/rule#char=1,2"])
def test_a_quote_of_what_is_no_reading_is_found(dataset: Dataset, reading: str) -> None:
    changed = with_statements(dataset, Statement(reading, gk.quote, Term("literal", "甲", xsd.string), None))
    found = [one for one in check_quotes(changed, lambda _: TEXT) if one.focus == reading]
    assert [one.message for one in found] == ["不是出处的 IRI / no IRI of a reading"]
