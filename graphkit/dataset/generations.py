"""Journalled documents in, a finished generation out: built beside, verified, swapped in whole."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from graphkit.dataset.folder import Folder, sync_folder, write_whole
from graphkit.dataset.journal import Journal
from graphkit.dataset.linking import Labels
from graphkit.dataset.manifest import Digest, Manifest, file_sizes, read_manifest, write_manifest
from graphkit.dataset.merging import Told, link_statements, merged_lines, merges_of
from graphkit.dataset.reference import described_regions, reference_statements
from graphkit.dataset.versions import Versions, maker_version, package_version
from graphkit.errors import DatasetDamagedError
from graphkit.model.tables import Statement
from graphkit.rdf.engine import nquads_of
from graphkit.rdf.iris import region_iri
from graphkit.rdf.lines import sorted_unique
from graphkit.rdf.store import build_store, open_store
from graphkit.terms import gk

STORE = "store"
_PAGE = f" <{gk.page}> ".encode()


def make_generation(folder: Folder, journal: Journal, versions: Versions) -> Manifest:
    """Make the journal's documents the current generation; nothing is done when they already are.

    A generation is built beside the current one, read back and compared with its manifest, and only
    then named in the pointer file; the one before is kept for those who are reading it.
    """
    inputs = _inputs_of(journal, versions)
    current = current_manifest(folder)
    if current is not None and current.inputs == inputs:
        return current
    _sweep(folder)
    number = max((_number(one) for one in folder.generations.iterdir()), default=0) + 1
    beside = folder.generations / f"gen-{number}.tmp"
    beside.mkdir()
    manifest = _build(beside, journal, versions, inputs=inputs, number=number)
    finished = beside.with_suffix("")
    beside.rename(finished)
    sync_folder(folder.generations)
    write_whole(folder.pointer, f"{finished.name}\n".encode())
    for old in folder.generations.iterdir():
        if _number(old) < number - 1:
            # Where open files cannot be removed, a later build will.
            shutil.rmtree(old, ignore_errors=True)
    return manifest


def current_manifest(folder: Folder) -> Manifest | None:
    """Give the manifest of the current generation, None when there is none that can be read."""
    if not folder.pointer.is_file():
        return None
    try:
        return read_manifest(folder.current())
    except DatasetDamagedError:
        return None


def _build(beside: Path, journal: Journal, versions: Versions, *, inputs: str, number: int) -> Manifest:
    """Load the store in `beside`, read it back, and write its manifest."""
    digest = Digest(versions.base)
    nquads = beside / "statements.nq"
    with nquads.open("wb") as file:
        lines = sorted_unique(_lines(journal, versions.base))
        file.writelines(line + b"\n" for line in digest.passing(lines))
    store = beside / STORE
    build_store(store, nquads)
    nquads.unlink()
    _verify(store, digest, versions.base)
    facts = {entry.text_sha256: entry.facts for entry in journal.entries()}
    manifest = Manifest(
        generation=number,
        base=versions.base,
        quads=digest.quads,
        graphs=digest.graphs,
        sha256=digest.sha256,
        inputs=inputs,
        documents=len(facts),
        facts=sum(facts.values()),
        versions={
            "extractor": versions.extractor,
            "lexicon": versions.lexicon,
            "graphkit": package_version("graphkit"),
            "pyoxigraph": package_version("pyoxigraph"),
        },
        files=file_sizes(store),
    )
    write_manifest(beside, manifest)
    return manifest


def _lines(journal: Journal, base: str) -> Iterator[bytes]:
    """Iterate over the lines of all documents, then of what is said over documents."""
    merges = merges_of(Told(*one) for one in journal.handles())
    labels = Labels()
    regions: set[str] = set()
    topics: set[str] = set()
    paged = ""
    for entry in journal.entries():
        replaced = merges.of(entry.text_sha256)
        labels.propose(one._replace(iri=replaced.get(one.iri, one.iri)) for one in entry.labels)
        regions.update(entry.regions)
        topics.update(entry.topics)
        lines = entry.lines
        if entry.text_sha256 == paged:
            # The same text on other pages: a reading has one page, that of the first.
            lines = [line for line in lines if _PAGE not in line]
        elif any(_PAGE in line for line in lines):
            paged = entry.text_sha256
        yield from merged_lines(lines, replaced)
    yield from nquads_of(_overall(labels, regions, topics, base))
    yield from nquads_of(link_statements(merges, base))


def _overall(labels: Labels, regions: set[str], topics: set[str], base: str) -> Iterator[Statement]:
    official = frozenset(region_iri(row.code, base) for row in described_regions(sorted(regions)))
    yield from labels.statements(official=official, base=base)
    yield from reference_statements(sorted(regions), sorted(topics), base=base)


def _verify(store: Path, wanted: Digest, base: str) -> None:
    """Raise DatasetDamagedError unless the store gives back the lines that went in."""
    found = Digest(base)
    for _ in found.passing(open_store(store).lines()):
        pass
    if found.sha256 != wanted.sha256:
        raise DatasetDamagedError(str(store), f"{found.quads} of {wanted.quads} quads came back, or not the same ones")


def _inputs_of(journal: Journal, versions: Versions) -> str:
    """Hash what a generation is made of: the documents, the versions that read them."""
    digest = hashlib.sha256(f"{versions!r} {maker_version()}".encode())
    for text_sha256, variant in journal.text_variants():
        digest.update(f"{text_sha256}{variant} ".encode())
    return digest.hexdigest()


def _sweep(folder: Folder) -> None:
    """Remove what killed builds left."""
    for one in folder.generations.iterdir():
        if one.suffix == ".tmp":
            shutil.rmtree(one)


def _number(generation: Path) -> int:
    digits = generation.stem.removeprefix("gen-")
    return int(digits) if digits.isdigit() else 0
