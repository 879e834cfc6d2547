"""Journalled documents in, a finished generation out: built beside, verified, swapped in whole."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from graphkit.dataset.assembly import assemble
from graphkit.dataset.clock import Clock
from graphkit.dataset.description import Described, write_description
from graphkit.dataset.folder import SNAPSHOT, STORE, Folder, sync_folder, write_whole
from graphkit.dataset.index import Index
from graphkit.dataset.journal import Journal
from graphkit.dataset.judgement_files import NONE_JUDGED, Judgements, keep_judgements, tsv_line
from graphkit.dataset.manifest import AsOf, Digest, Manifest, Part, file_sizes, read_manifest, write_manifest
from graphkit.dataset.spill import Again
from graphkit.dataset.sums import write_sums
from graphkit.dataset.versions import Versions, maker_version, package_version
from graphkit.errors import DatasetDamagedError
from graphkit.extract.collector import uncollected
from graphkit.model.judgements import Judgement
from graphkit.rdf.allocator import give_back
from graphkit.rdf.lines import Fingerprint, Quad, sorted_unique
from graphkit.rdf.store import Loading, open_store

JUDGEMENTS = "judgements"
"""The folder of the judgements that a generation was made with."""


def make_generation(
    folder: Folder,
    journal: Journal,
    versions: Versions,
    judgements: Judgements = NONE_JUDGED,
    *,
    again: bool = False,
) -> Made:
    """Make the journal's documents, as judged, the current generation.

    Nothing is done when they already are, unless it is to be made `again`.

    A generation is built beside the current one, read back and compared with its manifest, and only
    then named in the pointer file; the one before is kept for those who are reading it.
    """
    inputs = inputs_of(journal, versions, judgements)
    current = current_manifest(folder)
    if not again and current is not None and current.inputs == inputs:
        return Made(current, {})
    _sweep(folder)
    number = max((_number(one) for one in folder.generations.iterdir()), default=0) + 1
    finished = folder.generation(number)
    made = make_beside(finished, journal, Making(versions, judgements, inputs, number))
    write_whole(folder.pointer, f"{finished.name}\n".encode())
    for old in folder.generations.iterdir():
        if _number(old) < number - 1 or old.name.startswith(SNAPSHOT):
            # Where open files cannot be removed, a later build will.
            shutil.rmtree(old, ignore_errors=True)
    return made


class Made(NamedTuple):
    """The manifest of a generation, and the seconds that each stage of making it took; none when it was there."""

    manifest: Manifest
    seconds: dict[str, float]


class Making(NamedTuple):
    """What a generation is made of besides the journal, and what its manifest says of that."""

    versions: Versions
    judgements: Judgements
    inputs: str
    number: int
    as_of: AsOf | None = None


def make_beside(finished: Path, journal: Journal, making: Making) -> Made:
    """Make a generation beside its place, read it back, and put it there whole."""
    beside = finished.with_name(f"{finished.name}.tmp")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    clock = Clock()
    manifest = _build(beside, journal, making, clock)
    with clock.stage("finish"):
        keep_judgements(beside / JUDGEMENTS, making.judgements)
        write_sums(beside)
        beside.rename(finished)
        sync_folder(finished.parent)
    return Made(manifest, clock.seconds)


def current_manifest(folder: Folder) -> Manifest | None:
    """Give the manifest of the current generation, None when there is none that can be read."""
    if not folder.pointer.is_file():
        return None
    try:
        return read_manifest(folder.current())
    except DatasetDamagedError:
        return None


def _build(beside: Path, journal: Journal, making: Making, clock: Clock) -> Manifest:
    """Load the store in `beside`, read it back, and write its manifest and description."""
    base, store = making.versions.base, beside / STORE
    digest = Digest(base)
    with clock.stage("link"):
        assembly = assemble(journal, making.judgements, base)
    # The engine lets other threads run while it loads, and while it reads itself out.
    with closing(Index(beside)) as index, ThreadPoolExecutor(1) as thread:
        loading = Loading(store, lambda work: thread.submit(clock.timed, "load", work))
        with clock.stage("lines"), uncollected():
            index.names_of(_loaded(digest.passing(sorted_unique(assembly.lines())), loading))
            loading.finish()
        checked = thread.submit(clock.timed, "check", lambda: _verify(store, digest.lines))
        give_back()
        with clock.stage("index"):
            record = index.finish(journal.texts())
        with clock.stage("manifest"):
            unused = {tsv_line(one): reason for one, reason in sorted(assembly.unused.items(), key=_line_of)}
            told = _manifest(journal, making, digest).model_copy(update={"index": record, "unused": unused})
            texts, titles = Again(journal.text_hashes), index.titles
            write_description(beside, Described(told, digest.tally, texts, titles.first, titles.last))
        checked.result()
    manifest = told.model_copy(update={"files": file_sizes(store)})
    write_manifest(beside, manifest)
    return manifest


def _loaded(parts: Iterable[Part], loading: Loading) -> Iterator[list[Quad]]:
    """Iterate over the quads of the default graph part by part, each part given to the store first."""
    for part in parts:
        loading.add(part.stated_lines, part.named_lines)
        yield part.stated


def _manifest(journal: Journal, making: Making, digest: Digest) -> Manifest:
    """Describe what a generation is made of; its files are told when they are written."""
    versions = making.versions
    documents, facts = journal.counts()
    return Manifest(
        generation=making.number,
        base=versions.base,
        quads=digest.quads,
        graphs=digest.graphs,
        sha256=digest.sha256,
        inputs=making.inputs,
        documents=documents,
        facts=facts,
        versions={
            "extractor": versions.extractor,
            "lexicon": versions.lexicon,
            "graphkit": package_version("graphkit"),
            "pyoxigraph": package_version("pyoxigraph"),
        },
        files={},
        as_of=making.as_of,
    )


def _verify(store: Path, wanted: Fingerprint) -> None:
    """Raise DatasetDamagedError unless the store gives back the lines that went in."""
    found = Fingerprint()
    open_store(store).pass_lines(found.add, store.with_name("given back.nq"))
    if found != wanted:
        raise DatasetDamagedError(STORE, f"{found.count} of {wanted.count} quads came back, or not the same ones")


def _line_of(unused: tuple[Judgement, str]) -> str:
    return tsv_line(unused[0])


def inputs_of(journal: Journal, versions: Versions, judgements: Judgements) -> str:
    """Hash what a generation is made of: the documents, the versions that read them, what people judged."""
    digest = hashlib.sha256(f"{versions!r} {maker_version()} {judgements.fingerprint}".encode())
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
