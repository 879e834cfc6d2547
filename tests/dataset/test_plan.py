"""What a build finds to do, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.dataset.journal import Source, open_journal
from graphkit.dataset.plan import Plan, plan_of
from graphkit.dataset.sources import content_key
from graphkit.dataset.versions import Versions
from graphkit.settings import Settings

VERSIONS = Versions("extractor", "lexicon", "https://example.org/")
SIZES = {"a.txt": 10, "b.txt": 300, "c.txt": 20, "d.txt": 300}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, size in SIZES.items():
        (tmp_path / name).write_bytes(name[:1].encode() * size)
    return [tmp_path / name for name in SIZES]


def planned(files: list[Path], *, jobs: int = 1, known: dict[Path, Source] | None = None) -> Plan:
    with open_journal(files[0].with_name("journal.sqlite")) as journal:
        for path, source in (known or {}).items():
            journal.record_source([path], source)
        return plan_of(((one, False) for one in files), journal, VERSIONS, Settings(jobs=jobs))


def names_of(plan: Plan) -> list[str]:
    return [job.paths[0].name for job in plan.jobs]


def test_one_process_reads_by_path_and_several_begin_with_the_largest(files: list[Path]) -> None:
    assert names_of(planned(files)) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert names_of(planned(files, jobs=2)) == ["b.txt", "d.txt", "c.txt", "a.txt"]


def test_files_of_the_same_bytes_are_one_job_and_unreadable_ones_each_their_own(files: list[Path]) -> None:
    files[3].write_bytes(files[1].read_bytes())
    gone = [files[0].with_name(name) for name in ("x.txt", "y.txt")]
    plan = planned([*files, *gone])
    assert [[path.name for path in job.paths] for job in plan.jobs if len(job.paths) > 1] == [["b.txt", "d.txt"]]
    assert [job.content for job in plan.jobs if job.paths[0] in gone] == ["", ""]
    assert plan.total == 5
    assert list(plan.jobs) == list(plan.jobs)


def test_what_is_as_it_was_is_not_read_and_what_is_gone_is_told(files: list[Path]) -> None:
    content = content_key(files[0], (), limit=Settings().max_file_bytes, ocr=False)
    as_it_was, changed = Source(content, VERSIONS, "0" * 64), Source("0", VERSIONS, "0" * 64)
    gone = files[0].with_name("z.txt")
    plan = planned(files, known={files[0]: as_it_was, files[1]: changed, gone: changed})
    assert names_of(plan) == ["b.txt", "c.txt", "d.txt"]
    assert (plan.unchanged, plan.dropped, list(plan.gone)) == (1, 1, [gone])


def test_what_was_read_under_another_name_is_not_read_again(files: list[Path]) -> None:
    first, second = (content_key(one, (), limit=Settings().max_file_bytes, ocr=False) for one in files[:2])
    gone = files[0].with_name("z.txt")
    others = Versions("another extractor", VERSIONS.lexicon, VERSIONS.base)
    set_aside = files[0].with_name("y.txt")
    known = {
        gone: Source(first, VERSIONS, "0" * 64, how="{}"),
        files[2]: Source(second, others, "1" * 64),
        set_aside: Source(second, VERSIONS, None, "no"),
    }
    files[3].write_bytes(files[0].read_bytes())
    plan = planned(files, known=known)
    assert list(plan.moved) == [((files[0], files[3]), Source(first, VERSIONS, "0" * 64, how="{}"))]
    assert names_of(plan) == ["b.txt", "c.txt"]
    assert (plan.unchanged, plan.total, plan.dropped) == (2, 2, 2)
    assert plan.effort == SIZES["b.txt"] + SIZES["c.txt"] + 2 * 1024


def test_other_forms_and_every_document_count_beside_the_bytes(files: list[Path]) -> None:
    other = files[0].with_suffix(".pdf")
    other.write_bytes(b"%PDF")
    texts, both = planned(files).effort, planned([*files, other]).effort
    assert texts == sum(SIZES.values()) + 1024 * len(SIZES)
    assert both - texts > 100_000
