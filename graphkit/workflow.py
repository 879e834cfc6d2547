"""Sources in, a dataset and the record of the run out: the one place where the stages meet."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from graphkit.dataset.folder import Folder, claim_folder, is_dataset, locked, write_whole
from graphkit.dataset.generations import make_generation
from graphkit.dataset.journal import Journal, Source, open_journal
from graphkit.dataset.judgement_files import Judgements, read_judgements, tsv_line
from graphkit.dataset.manifest import Manifest
from graphkit.dataset.reading import AnnotatePath, Job, outcomes_of
from graphkit.dataset.sources import content_hash, files_in
from graphkit.dataset.versions import Versions, versions_of
from graphkit.errors import (
    DatasetMissingError,
    DatasetUnwritableError,
    SourceMissingError,
    UnknownSourceError,
)
from graphkit.model.entities import Annotation
from graphkit.settings import Settings

Progress = Callable[[int, int], None]
"""Called with the number of files done and the number of files to read."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that could not be read, why, and what would help."""

    source: str
    reason: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Unused:
    """A judgement that could not be followed: where it stands, and why, as when its text has changed."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: files read, found unchanged, dropped, set aside; what the dataset now holds.

    `judged` counts the judgements that were followed, `unused` are the others.
    """

    read: int
    unchanged: int
    dropped: int
    set_aside: tuple[SetAside, ...]
    documents: int
    facts: int
    statements: int
    generation: int
    seconds: float
    judged: int = 0
    unused: tuple[Unused, ...] = ()


def build(
    paths: Iterable[Path],
    settings: Settings,
    *,
    only: bool = False,
    progress: Progress | None = None,
    annotate_path: AnnotatePath | None = None,
) -> BuildReport:
    """Add files and folders to the dataset's roots and bring the dataset up to date.

    With `only` they replace the roots. Raises SourceMissingError for a path that is not there;
    a document that cannot be read is set aside and stops no other.
    """
    added = [_existing(path) for path in paths]
    return _run(settings, lambda known: added if only else [*known, *added], progress, annotate_path)


def remove(
    paths: Iterable[Path],
    settings: Settings,
    *,
    progress: Progress | None = None,
    annotate_path: AnnotatePath | None = None,
) -> BuildReport:
    """Drop roots and bring the dataset up to date; raises UnknownSourceError for what is no root."""
    if not is_dataset(settings.dataset):
        raise DatasetMissingError(str(settings.dataset))
    dropped = [path.resolve() for path in paths]

    def without(known: list[Path]) -> list[Path]:
        unknown = next((path for path in dropped if path not in known), None)
        if unknown is not None:
            raise UnknownSourceError(str(unknown), str(settings.dataset))
        return [path for path in known if path not in dropped]

    return _run(settings, without, progress, annotate_path)


def read_annotation(path: Path, settings: Settings) -> Annotation:
    """Read a file and annotate it: the stages from bytes to facts."""
    from graphkit.extract.lexicon import open_lexicon
    from graphkit.read import read_path
    from graphkit.resolve.annotate import annotate

    return annotate(read_path(path, settings), open_lexicon(settings.lexicon))


def _run(
    settings: Settings,
    change_roots: Callable[[list[Path]], list[Path]],
    progress: Progress | None,
    annotate_path: AnnotatePath | None,
) -> BuildReport:
    """Change the roots and bring the dataset up to date; what the system refuses is told in one line."""
    try:
        return _bring_up_to_date(settings, change_roots, progress, annotate_path or read_annotation)
    except OSError as error:
        raise DatasetUnwritableError(str(settings.dataset), error.strerror or str(error)) from error


def _bring_up_to_date(
    settings: Settings,
    change_roots: Callable[[list[Path]], list[Path]],
    progress: Progress | None,
    annotate_path: AnnotatePath,
) -> BuildReport:
    """Read what changed, make the generation, write the record."""
    started, clock = datetime.now(UTC), perf_counter()
    judgements = read_judgements(settings.judgements)
    folder, versions = claim_folder(settings.dataset), versions_of(settings)
    with locked(folder), open_journal(folder.journal) as journal:
        journal.remember_roots(change_roots(journal.roots()))
        files = files_in(journal.roots(), _suffixes())
        known = journal.sources()
        jobs, unchanged = _plan(files, known, versions, settings)
        seconds = _read(jobs, _Reading(journal, versions, settings, annotate_path), progress)
        gone = sorted(set(known) - set(files))
        journal.forget(gone)
        before = perf_counter()
        manifest = make_generation(folder, journal, versions, judgements)
        seconds["generation"] = perf_counter() - before
        sources = journal.sources()
        report = BuildReport(
            read=sum(sources[path].text_sha256 is not None for job in jobs for path in job.paths),
            unchanged=sum(sources[path].text_sha256 is not None for path in unchanged),
            dropped=len(gone),
            set_aside=tuple(_set_aside_in(sources)),
            documents=manifest.documents,
            facts=manifest.facts,
            statements=manifest.quads,
            generation=manifest.generation,
            seconds=perf_counter() - clock,
            judged=len(judgements) - len(manifest.unused),
            unused=tuple(_unused(manifest, judgements)),
        )
        _write_record(folder, report, manifest, texts=journal.text_hashes(), started=started, seconds=seconds)
    return report


class _Reading(NamedTuple):
    """What reading needs besides the files."""

    journal: Journal
    versions: Versions
    settings: Settings
    annotate_path: AnnotatePath


def _plan(
    files: list[Path], known: dict[Path, Source], versions: Versions, settings: Settings
) -> tuple[list[Job], list[Path]]:
    """Give what is to be read, files of the same bytes together, and the files that are as they were."""
    unchanged: list[Path] = []
    by_content: dict[str, list[Path]] = {}
    unread: list[Path] = []
    for path in files:
        content = content_hash(path, settings.max_file_bytes)
        before = known.get(path)
        if content and before is not None and (before.content, before.versions) == (content, versions):
            unchanged.append(path)
        elif content:
            by_content.setdefault(content, []).append(path)
        else:
            unread.append(path)
    jobs = [Job(tuple(paths), content) for content, paths in by_content.items()]
    return [*jobs, *(Job((path,), "") for path in unread)], unchanged


def _read(jobs: list[Job], reading: _Reading, progress: Progress | None) -> dict[str, float]:
    """Read and journal every job; give the seconds spent, by stage."""
    seconds = {"read and annotate": 0.0, "state": 0.0, "journal": 0.0}
    for done, (job, outcome) in enumerate(outcomes_of(jobs, reading.settings, reading.annotate_path), 1):
        for stage, spent in outcome.seconds.items():
            seconds[stage] += spent
        before = perf_counter()
        if outcome.entry is not None:
            source = Source(job.content, reading.versions, outcome.entry.text_sha256)
            reading.journal.record(job.paths, source, outcome.entry, outcome.text)
        else:
            content = "" if outcome.is_passing else job.content
            source = Source(content, reading.versions, None, outcome.reason, outcome.remedy)
            reading.journal.record_source(job.paths, source)
        seconds["journal"] += perf_counter() - before
        if progress is not None:
            progress(done, len(jobs))
    return seconds


def _existing(path: Path) -> Path:
    if not path.exists():
        raise SourceMissingError(str(path))
    return path.resolve()


def _suffixes() -> frozenset[str]:
    from graphkit.read import READERS

    return frozenset(READERS)


def _set_aside_in(sources: dict[Path, Source]) -> Iterator[SetAside]:
    for path, source in sorted(sources.items()):
        if source.text_sha256 is None:
            yield SetAside(_shown(path), source.reason, source.remedy)


def _unused(manifest: Manifest, judgements: Judgements) -> Iterator[Unused]:
    """Iterate over the judgements that the generation could not follow, each with its file and line."""
    places = {tsv_line(judgement): place for judgement, place in judgements.where.items()}
    for line, reason in manifest.unused.items():
        yield Unused(places.get(line, line), reason)


def _shown(path: Path) -> str:
    """Give a path as text, bytes that are no Unicode escaped."""
    return str(path).encode("utf-8", "backslashreplace").decode()


def _write_record(
    folder: Folder,
    report: BuildReport,
    manifest: Manifest,
    *,
    texts: list[str],
    started: datetime,
    seconds: dict[str, float],
) -> None:
    """Write the run record, the only file of a dataset that knows the time."""
    record = asdict(report) | {
        "started": started.isoformat(timespec="seconds"),
        "seconds": round(report.seconds, 3),
        "seconds_by_stage": {stage: round(spent, 3) for stage, spent in seconds.items()},
        "sha256": manifest.sha256,
        "versions": manifest.versions,
        "texts": texts,
    }
    write_whole(folder.run_record, (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode())
