"""The door for Python users."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import graphkit
from graphkit.dataset import Dataset, open_dataset
from graphkit.dataset.folder import Folder
from graphkit.errors import DatasetDamagedError, DatasetMissingError
from graphkit.model.tables import Table, Term
from graphkit.terms import BASE, gk, org
from tests.hand_annotation import RELAYED, TEXT

OFFICE = BASE + "agency/510100/政府/机关事务/局"


def test_graphkit_open_opens_a_dataset(folder: Path) -> None:
    assert graphkit.open(folder).manifest.documents == 1


def test_importing_graphkit_imports_nothing_heavy() -> None:
    code = "import sys, graphkit; print(sorted({'pyoxigraph', 'pydantic', 'rdflib'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_opening_a_dataset_loads_nothing_that_reads_documents() -> None:
    code = (
        "import sys, graphkit.dataset, graphkit.query.asking; print([one for one in sys.modules if 'graphkit.' in one])"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "graphkit.dataset.opened" in loaded
    for part in ("graphkit.extract", "graphkit.resolve", "graphkit.read.", "graphkit.dataset.journal"):
        assert part not in loaded


def test_an_unknown_name_of_graphkit_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="opens"):
        _ = graphkit.opens


def test_a_query_knows_the_prefixes_and_takes_bindings(dataset: Dataset) -> None:
    text = "SELECT ?office ?theme { ?r gk:theme ?theme ; gk:respondent ?office }"
    found = dataset.query(text, theme="三个建设")
    assert isinstance(found, Table)
    assert [row[0] for row in found] == [Term("iri", OFFICE)]
    numbered = dataset.query("SELECT ?d ?n { ?d gk:issueNumber ?n }", n=2)
    assert isinstance(numbered, Table)
    assert len(list(numbered)) == 1


def test_a_variable_that_is_not_selected_cannot_be_bound(dataset: Dataset) -> None:
    with pytest.raises(ValueError, match="wanted"):
        dataset.query("SELECT ?d { ?d gk:issueNumber ?wanted }", wanted=2)


def test_an_entity_is_found_by_its_label_another_name_or_its_iri(dataset: Dataset) -> None:
    by_label, by_name, by_iri = (
        dataset.entity(name) for name in ("四川省机关事务管理局", "省局", BASE + "agency/510000/政府/机关事务/局")
    )
    assert by_label == by_name == by_iri
    (home,) = by_label
    assert home.names == ("四川省机关事务管理局", "省局")
    assert home.classes == (org.Organization, gk.Agency)
    assert dataset.entity("没有这个局") == []


def test_an_entity_gives_its_facts_with_their_quotes(dataset: Dataset) -> None:
    (office,) = dataset.entity("成都局")
    (responded,) = [one for one in office.statements() if one.predicate == gk.respondedTo]
    assert [quote for _, quote in office.quotes(responded)] == [RELAYED]


def test_the_source_text_is_kept(dataset: Dataset) -> None:
    reading = next(one.subject for one in dataset.store.statements(predicate=gk.quote))
    digits = reading.removeprefix(BASE + "text/")[:16]
    assert dataset.text(digits) == TEXT
    assert dataset.text("0" * 16) is None


def test_statements_and_rdflib_hold_the_same(dataset: Dataset) -> None:
    assert len(list(dataset.statements())) == dataset.manifest.quads
    assert sum(1 for _ in dataset.rdflib().quads()) == dataset.manifest.quads


def test_no_dataset_is_told_with_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(DatasetMissingError, match=r"graphkit build PATH…"):
        open_dataset(tmp_path / "outputs")


def test_a_folder_claimed_and_never_built_has_no_dataset(folder: Path) -> None:
    Folder(folder).pointer.unlink()
    with pytest.raises(DatasetMissingError):
        open_dataset(folder)


@pytest.mark.parametrize(
    "pattern", ["store/*.sst", "store/CURRENT", "store/MANIFEST-*", "store/*.log", "manifest.json"]
)
def test_a_generation_with_a_file_missing_is_damaged(folder: Path, pattern: str) -> None:
    next(Folder(folder).current().glob(pattern)).unlink()
    with pytest.raises(DatasetDamagedError):
        open_dataset(folder)


def test_a_generation_with_a_file_cut_is_damaged(folder: Path) -> None:
    table = max(Folder(folder).current().glob("store/*.sst"), key=lambda path: path.stat().st_size)
    table.write_bytes(table.read_bytes()[:-1])
    with pytest.raises(DatasetDamagedError):
        open_dataset(folder)


def test_a_manifest_that_is_not_whole_is_damage(folder: Path) -> None:
    manifest = Folder(folder).current() / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8")[:40], "utf-8")
    with pytest.raises(DatasetDamagedError, match="manifest"):
        open_dataset(folder)
