"""Generations: built beside, verified, swapped in whole."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.dataset import open_dataset
from graphkit.dataset.entries import entry_of, pack
from graphkit.dataset.folder import Folder, claim_folder
from graphkit.dataset.generations import current_manifest, make_generation
from graphkit.dataset.journal import Journal, Source, open_journal
from graphkit.dataset.manifest import Digest
from graphkit.dataset.passages import sentences_in
from graphkit.dataset.versions import Versions
from graphkit.errors import DatasetDamagedError
from graphkit.model.entities import Annotation
from graphkit.rdf.statements import state
from graphkit.rdf.store import Loading
from graphkit.terms import BASE
from tests.gold_annotation import document_of
from tests.hand_annotation import ANNOTATION, TEXT

VERSIONS = Versions("1", "2", BASE)


def add(journal: Journal, text: str) -> None:
    """Journal a text with nothing in it but its class, TEXT with all its facts."""
    document = document_of(text)
    key = ("document", document.sha256[:16])
    empty = Annotation(document=document, document_key=key, mentions=(), entities={}, facts=())
    annotation = ANNOTATION if text == TEXT else empty
    entry = entry_of(state(annotation))
    journal.record(
        [Path(f"/{entry.text_sha256}")],
        Source("", VERSIONS, entry.text_sha256),
        pack(entry, text, sentences_in(document)),
    )


def make(folder: Folder, *texts: str) -> int:
    with open_journal(folder.journal) as journal:
        for text in texts:
            add(journal, text)
        return make_generation(folder, journal, VERSIONS).manifest.generation


def names(folder: Folder) -> list[str]:
    return sorted(one.name for one in folder.generations.iterdir())


def test_the_manifest_counts_and_hashes_what_is_in_the_store(tmp_path: Path) -> None:
    folder = claim_folder(tmp_path)
    make(folder, TEXT)
    dataset = open_dataset(tmp_path)
    lines = list(dataset.store.lines())
    manifest = dataset.manifest
    assert manifest.sha256 == hashlib.sha256(b"".join(line + b"\n" for line in lines)).hexdigest()
    assert manifest.quads == len(lines) == sum(manifest.graphs.values())
    graphs = [one.graph for one in dataset.statements()]
    assert manifest.graphs["default"] == graphs.count(None)
    assert manifest.graphs["derived"] == graphs.count(BASE + "graph/derived")
    assert manifest.graphs["reference"] == graphs.count(BASE + "graph/reference")
    assert manifest.documents == 1
    assert manifest.facts == len(ANNOTATION.facts)


def test_nothing_is_made_when_nothing_changed(tmp_path: Path) -> None:
    folder = claim_folder(tmp_path)
    assert [make(folder, TEXT), make(folder, TEXT)] == [1, 1]
    assert names(folder) == ["gen-1"]
    made = {"SHA256SUMS", "description.ttl", "manifest.json", "search.sqlite", "store"}
    assert {one.name for one in folder.current().iterdir()} == made


def test_the_generation_before_is_kept_and_older_ones_go(tmp_path: Path) -> None:
    folder = claim_folder(tmp_path)
    assert [make(folder, "一"), make(folder, "二"), make(folder, "三")] == [1, 2, 3]
    assert names(folder) == ["gen-2", "gen-3"]
    assert folder.pointer.read_text("utf-8") == "gen-3\n"


def test_a_reader_keeps_what_it_opened_while_a_new_generation_comes(tmp_path: Path) -> None:
    folder = claim_folder(tmp_path)
    make(folder, "一")
    reader = open_dataset(tmp_path)
    before = list(reader.store.lines())
    make(folder, TEXT)
    assert list(reader.store.lines()) == before
    assert len(open_dataset(tmp_path).store) > len(before)


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    folder = claim_folder(tmp_path)
    left = folder.generations / "gen-7.tmp" / "store"
    left.mkdir(parents=True)
    assert make(folder, TEXT) == 1
    assert names(folder) == ["gen-1"]


def test_a_build_killed_between_rename_and_pointer_is_made_again(tmp_path: Path) -> None:
    folder = claim_folder(tmp_path)
    make(folder, "一")
    make(folder, "二")
    folder.pointer.write_text("gen-1\n", "utf-8")
    assert open_dataset(tmp_path).manifest.documents == 1
    assert make(folder) == 3
    assert open_dataset(tmp_path).manifest.documents == 2


def test_a_store_that_does_not_give_back_what_went_in_is_never_made_current(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = claim_folder(tmp_path)
    make(folder, "一")
    with monkeypatch.context() as patch:
        patch.setattr(Loading, "_loaded", _loaded_half)
        with pytest.raises(DatasetDamagedError, match="came back"):
            make(folder, TEXT)
    assert open_dataset(tmp_path).manifest.generation == 1


def _loaded_half(loading: Loading, part: Path, load: Callable[[Loading, Path], None] = Loading._loaded) -> None:
    lines = part.read_bytes().splitlines(keepends=True)
    part.write_bytes(b"".join(lines[::2]))
    load(loading, part)


def test_a_damaged_manifest_is_none(tmp_path: Path) -> None:
    folder = claim_folder(tmp_path)
    assert current_manifest(folder) is None
    make(folder, TEXT)
    (folder.current() / "manifest.json").write_text("{}", "utf-8")
    assert current_manifest(folder) is None
    assert make(folder) == 2


def test_a_line_is_counted_by_its_graph_and_not_by_its_object() -> None:
    digest = Digest(BASE)
    derived = f"<{BASE}graph/derived>".encode()
    list(digest.passing([b"<urn:s> <urn:p> " + derived + b" .", b"<urn:s> <urn:p> <urn:o> " + derived + b" ."]))
    assert digest.graphs == {"default": 1, "reading": 0, "derived": 1}
