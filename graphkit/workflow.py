"""Sources in, a dataset and the record of the run out: the one place where the stages meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from graphkit.dataset.clock import Clock
from graphkit.dataset.folder import Folder, claim_folder, is_dataset, locked, reclaim_folder
from graphkit.dataset.generations import make_generation
from graphkit.dataset.journal import Journal, Source, open_journal
from graphkit.dataset.judgement_files import Judgements, read_judgements, tsv_line
from graphkit.dataset.manifest import Manifest
from graphkit.dataset.plan import Plan, plan_of
from graphkit.dataset.reading import AnnotatePath, Job, Outcome, outcomes_of, processes_for
from graphkit.dataset.records import describe_build, notes_in, readings_in, shown, write_quarantine, write_record
from graphkit.dataset.repair import Mended, drop_damaged, mend_journal
from graphkit.dataset.sources import EVERY_FILE, STDIN, Patterns, Root, found_in, named_by, receive
from graphkit.dataset.versions import Versions, versions_of
from graphkit.errors import (
    DatasetDamagedError,
    DatasetMissingError,
    DatasetUnwritableError,
    NoSourcesError,
    StrictBuildError,
    UnknownSourceError,
)
from graphkit.model.entities import Annotation
from graphkit.read.forms import SUFFIXES
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

    `notes` are pairs of a file that was read and what people should know of it; `judged` counts the
    judgements that were followed, `unused` are the others. Of a repair, `damage` is what was wrong, `lost`
    are the files whose documents were damaged and could not be read again.
    """

    read: int
    unchanged: int
    dropped: int
    set_aside: tuple[SetAside, ...]
    notes: tuple[tuple[str, str], ...]
    documents: int
    facts: int
    statements: int
    generation: int
    seconds: float
    judged: int = 0
    unused: tuple[Unused, ...] = ()
    damage: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def build(
    paths: Iterable[Path],
    settings: Settings,
    *,
    only: bool = False,
    strict: bool = False,
    patterns: Patterns = EVERY_FILE,
    received: bytes | None = None,
    progress: Progress | None = None,
    annotate_path: AnnotatePath | None = None,
) -> BuildReport:
    """Add files and folders to the dataset's roots and bring the dataset up to date.

    With `only` they replace the roots. `patterns` of file names are remembered with these roots,
    as is `settings.ocr`. `received` is what standard input gave for the path `-`.
    Raises SourceMissingError for a path that is not there; a document that cannot be read is set aside
    and stops no other, unless the build is `strict`: then it raises StrictBuildError.
    """
    added = [Root(path, *patterns, settings.ocr) for path in named_by(path for path in paths if path != STDIN)]

    def with_added(folder: Folder, known: list[Root]) -> list[Root]:
        kept = [] if received is None else [Root(receive(folder, received, settings.max_file_bytes))]
        return [*([] if only else known), *added, *kept]

    return _run(settings, with_added, _Way(progress, annotate_path or read_annotation, strict=strict))


def repair(
    paths: Iterable[Path],
    settings: Settings,
    *,
    patterns: Patterns = EVERY_FILE,
    progress: Progress | None = None,
    annotate_path: AnnotatePath | None = None,
) -> BuildReport:
    """Mend a damaged dataset: drop what is damaged, read that again from its sources, make the generation anew.

    `paths` are added to the roots that are still known, as `build` adds them.
    Raises DatasetMissingError where there is no dataset, and NoSourcesError when no roots are known or named.
    """
    added = [Root(path, *patterns, settings.ocr) for path in named_by(paths)]

    def with_added(folder: Folder, known: list[Root]) -> list[Root]:
        if not known and not added:
            raise NoSourcesError(str(folder.path))
        return [*known, *added]

    return _run(settings, with_added, _Way(progress, annotate_path or read_annotation, repair=True))


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

    def without(_folder: Folder, known: list[Root]) -> list[Root]:
        paths = {root.path for root in known}
        unknown = next((path for path in dropped if path not in paths), None)
        if unknown is not None:
            raise UnknownSourceError(str(unknown), str(settings.dataset))
        return [root for root in known if root.path not in dropped]

    return _run(settings, without, _Way(progress, annotate_path or read_annotation))


def read_annotation(path: Path, settings: Settings) -> Annotation:
    """Read a file and annotate it: the stages from bytes to facts."""
    from graphkit.extract.lexicon import open_lexicon
    from graphkit.read import read_path
    from graphkit.resolve.annotate import annotate
    from graphkit.resolve.publishers import with_publishers

    lexicon = open_lexicon(settings.lexicon)
    return with_publishers(annotate(read_path(path, settings), lexicon), lexicon)


_ChangeRoots = Callable[[Folder, list[Root]], list[Root]]


class _Way(NamedTuple):
    """How a build goes: who is told, what reads a file, whether the first bad one stops it, whether it repairs."""

    progress: Progress | None
    annotate_path: AnnotatePath
    strict: bool = False
    repair: bool = False


def _run(settings: Settings, change_roots: _ChangeRoots, way: _Way) -> BuildReport:
    """Change the roots and bring the dataset up to date; what the system refuses is told in one line."""
    try:
        return _bring_up_to_date(settings, change_roots, way)
    except OSError as error:
        raise DatasetUnwritableError(str(settings.dataset), error.strerror or str(error)) from error


def _bring_up_to_date(settings: Settings, change_roots: _ChangeRoots, way: _Way) -> BuildReport:
    """Read what changed, make the generation, write the record."""
    started, clock = datetime.now(UTC), perf_counter()
    judgements = read_judgements(settings.judgements)
    folder, versions = (reclaim_folder if way.repair else claim_folder)(settings.dataset), versions_of(settings)
    with locked(folder), _opened(folder, way) as (journal, mended):
        journal.remember_roots(change_roots(folder, list(mended.roots) if way.repair else journal.roots()))
        times = Clock()
        with times.stage("plan"):
            plan = plan_of(found_in(journal.roots(), SUFFIXES), journal, versions, settings)
        read = _read(plan, _Reading(journal, versions, settings, way), times)
        for paths, known in plan.moved:
            journal.record_source(paths, known)
        journal.forget(plan.gone)
        manifest, making = make_generation(folder, journal, versions, judgements, again=way.repair)
        report = BuildReport(
            read=read.files,
            unchanged=plan.unchanged,
            dropped=plan.dropped,
            set_aside=tuple(_set_aside_in(journal)),
            notes=tuple((shown(path), note) for path, note in sorted(read.notes)),
            documents=manifest.documents,
            facts=manifest.facts,
            statements=manifest.quads,
            generation=manifest.generation,
            seconds=perf_counter() - clock,
            judged=len(judgements) - len(manifest.unused),
            unused=tuple(_unused(manifest, judgements)),
            damage=mended.found,
            lost=tuple(_lost(mended, journal)),
        )
        write_quarantine(folder, journal)
        describe_build(folder, manifest, started)
        lists: dict[str, Iterable[object]] = {"texts": journal.text_hashes(), "readings": readings_in(journal)}
        write_record(folder, _record(report, manifest, _Run(started, times.seconds | making, journal.roots())), lists)
    return report


@contextmanager
def _opened(folder: Folder, way: _Way) -> Iterator[tuple[Journal, Mended]]:
    """Open the journal, mended first by a repair; a dataset that has lost its journal needs one."""
    mended = mend_journal(folder) if way.repair else Mended()
    with open_journal(folder.journal) as journal:
        if not way.repair and journal.is_new and folder.pointer.is_file():
            # It was lost: as an empty one it would take every document along.
            raise DatasetDamagedError(str(folder.journal), "缺失或为空 / missing or empty")
        yield journal, mended
    if way.repair:
        drop_damaged(folder)


def _lost(mended: Mended, journal: Journal) -> Iterator[str]:
    """Iterate over the files whose damaged documents did not come back."""
    sources = journal.sources() if mended.sought else {}
    texts = {source.text_sha256 for source in sources.values()}
    read = {shown(path) for path, source in sources.items() if source.text_sha256 is not None}
    for text, files in sorted(mended.sought.items()):
        if text not in texts and not read.intersection(files):
            yield from files or [text]


class _Reading(NamedTuple):
    """What reading needs besides the files."""

    journal: Journal
    versions: Versions
    settings: Settings
    way: _Way


class _Read(NamedTuple):
    """What reading came to: files that were read, what people should know of some."""

    files: int
    notes: list[tuple[Path, str]]


def _read(plan: Plan, reading: _Reading, clock: Clock) -> _Read:
    """Read and journal every job."""
    way, files = reading.way, 0
    notes: list[tuple[Path, str]] = []
    settings = replace(reading.settings, jobs=processes_for(plan.effort, reading.settings.jobs))
    outcomes = outcomes_of(plan.jobs, plan.total, settings, way.annotate_path)
    for done, (job, outcome) in enumerate(outcomes, 1):
        for stage, spent in outcome.seconds.items():
            clock.add(stage, spent)
        with clock.stage("journal"):
            _journal(job, outcome, reading)
        if outcome.packed is not None:
            files += len(job.paths)
            notes += [(path, note) for note in notes_in(outcome.how) for path in job.paths]
        if way.progress is not None:
            way.progress(done, plan.total)
    return _Read(files, notes)


def _journal(job: Job, outcome: Outcome, reading: _Reading) -> None:
    """Journal what became of one job; raises StrictBuildError where it must not be set aside."""
    if outcome.packed is not None:
        packed = outcome.packed
        source = Source(job.content, reading.versions, packed.text_sha256, variant=packed.variant, how=outcome.how)
        reading.journal.record(job.paths, source, packed)
        return
    content = "" if outcome.is_passing else job.content
    source = Source(content, reading.versions, None, outcome.reason, outcome.remedy)
    reading.journal.record_source(job.paths, source)
    if reading.way.strict:
        raise StrictBuildError(shown(job.paths[0]), outcome.reason, outcome.remedy)


def _set_aside_in(journal: Journal) -> Iterator[SetAside]:
    for path, source in journal.known(set_aside=True):
        yield SetAside(shown(path), source.reason, source.remedy)


def _unused(manifest: Manifest, judgements: Judgements) -> Iterator[Unused]:
    """Iterate over the judgements that the generation could not follow, each with its file and line."""
    places = {tsv_line(judgement): place for judgement, place in judgements.where.items()}
    for line, reason in manifest.unused.items():
        yield Unused(places.get(line, line), reason)


class _Run(NamedTuple):
    """What the run record holds besides report and manifest."""

    started: datetime
    seconds: dict[str, float]
    roots: list[Root]


def _record(report: BuildReport, manifest: Manifest, run: _Run) -> dict[str, object]:
    """Give the record of a run."""
    return asdict(report) | {
        "started": run.started.isoformat(timespec="seconds"),
        "seconds": round(report.seconds, 3),
        "seconds_by_stage": {stage: round(spent, 3) for stage, spent in run.seconds.items()},
        "base": manifest.base,
        "sha256": manifest.sha256,
        "versions": manifest.versions,
        "roots": [[shown(one.path), *one[1:]] for one in run.roots],
    }
