"""What processes that read are handed, and what becomes of a document that takes its process with it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.dataset.reading import WORTH_SEVERAL, Job, outcomes_of, processes_for
from graphkit.model.entities import Annotation
from graphkit.settings import Settings
from tests.handmade import annotation_at

JOBS = 60
DEADLY = "deadly.txt"


def annotation_unless_deadly(path: Path, settings: Settings) -> Annotation:
    if path.name == DEADLY:
        os._exit(9)
    return annotation_at(path, settings)


def jobs_in(folder: Path, names: list[str], taken: list[str]) -> Iterator[Job]:
    for name in names:
        (folder / name).write_text(f"{name}。\n", encoding="utf-8")
        taken.append(name)
        yield Job((folder / name,), name)


def test_no_more_is_handed_out_than_is_soon_read_and_every_job_ends_once(tmp_path: Path) -> None:
    names, taken = [f"{number}.txt" for number in range(JOBS)], list[str]()
    outcomes = outcomes_of(jobs_in(tmp_path, names, taken), JOBS, Settings(jobs=2), annotation_at)
    done = [next(outcomes)[0].content]
    assert len(taken) < JOBS / 2
    done += [job.content for job, _ in outcomes]
    assert sorted(done) == sorted(names)


def test_a_document_that_takes_its_process_along_stops_no_other(tmp_path: Path) -> None:
    names = [*(f"{number}.txt" for number in range(9)), DEADLY, *(f"{number}.txt" for number in range(9, 30))]
    jobs = jobs_in(tmp_path, names, [])
    outcomes = list(outcomes_of(jobs, len(names), Settings(jobs=2), annotation_unless_deadly))
    assert sorted(job.content for job, _ in outcomes) == sorted(names)
    assert [job.content for job, outcome in outcomes if outcome.packed is None] == [DEADLY]


def test_several_processes_read_where_they_are_faster_or_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(64)), raising=False)
    assert processes_for(WORTH_SEVERAL - 1, 0) == 1
    assert processes_for(WORTH_SEVERAL, 0) == 4
    assert processes_for(0, 3) == 3
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {7}, raising=False)
    assert processes_for(WORTH_SEVERAL, 0) == 1
