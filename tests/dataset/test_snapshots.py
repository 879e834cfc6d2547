"""A dataset as of a day: what the documents issued until then say, and nothing that later ones say."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from graphkit.dataset import open_dataset
from graphkit.dataset.check import check_dataset
from graphkit.dataset.entries import Entry
from graphkit.dataset.folder import Folder, locked
from graphkit.dataset.journal import open_journal
from graphkit.dataset.snapshots import issued_between, last_day
from graphkit.errors import AsOfError, DatasetLockedError, DatasetUnwritableError
from graphkit.model.tables import Table
from graphkit.query.runner import run_query
from graphkit.settings import Settings
from graphkit.terms import dcterms, xsd
from graphkit.workflow import build

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
UNDATED = "云海省林业和草原局召开全省林业工作会议。\n"
DAY = "2023-05-19"
ISSUED = "SELECT DISTINCT ?date { ?document a gk:Document ; dcterms:issued ?date } ORDER BY ?date"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("samples")
    (place / "undated.txt").write_text(UNDATED, encoding="utf-8")
    build([SAMPLES, place / "undated.txt"], Settings(dataset=place / "out", judgements=None))
    return place / "out"


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "out"))


def entry_issued(*dates: str) -> Entry:
    lines = sorted(f'<urn:d> <{dcterms.issued}> "{date}"^^<{xsd.date}> .' for date in dates)
    return Entry("", "", "urn:d", "\n".join(lines).encode(), (), (), (), (), 0)


def values(folder: Path, query: str) -> list[str]:
    """Answer a query of one variable as of DAY."""
    found = run_query(folder, query, as_of=DAY).content
    assert isinstance(found, Table)
    return [row[0].value for row in found if row[0] is not None]


def sources_until(folder: Path, day: str) -> Iterable[Path]:
    """Iterate over the files whose documents are dated until a day."""
    with open_journal(Folder(folder).journal, read_only=True) as journal:
        for entry in journal.entries():
            last = issued_between(entry)[1]
            if last and last <= day:
                yield from journal.files_of(entry.text_sha256)


def test_it_is_what_a_build_of_the_documents_until_then_makes(folder: Path, tmp_path: Path) -> None:
    known = open_dataset(folder, as_of=DAY)
    sources = list(sources_until(folder, DAY))
    build(sources, Settings(dataset=tmp_path / "alone", judgements=None))
    alone = open_dataset(tmp_path / "alone")
    assert len(sources) == known.manifest.documents == 5
    assert known.manifest.sha256 == alone.manifest.sha256
    assert known.manifest.index == alone.manifest.index
    assert known.manifest.facts == alone.manifest.facts
    assert check_dataset(known) == []


def test_queries_and_searches_see_no_later_document(folder: Path) -> None:
    dates = values(folder, ISSUED)
    assert max(dates) == DAY
    known = open_dataset(folder, as_of=DAY)
    assert {hit.date for hit in known.search("林业").sentences} <= set(dates)
    assert open_dataset(folder).search("林业").sentences_found > known.search("林业").sentences_found


def test_what_is_left_out_is_counted_by_reason(folder: Path) -> None:
    told = open_dataset(folder, as_of=DAY).manifest.as_of
    assert told is not None
    assert (told.day, told.later, told.undated, told.uncertain) == (DAY, 6, 1, 0)


def test_it_is_made_once_and_the_current_generation_stays(folder: Path) -> None:
    first = open_dataset(folder, as_of="2023-05").generation
    made = (first / "manifest.json").stat().st_mtime_ns
    with locked(Folder(folder)):
        assert open_dataset(folder, as_of="2023-05-31").generation == first
    assert (first / "manifest.json").stat().st_mtime_ns == made
    assert open_dataset(folder).manifest.as_of is None
    assert open_dataset(folder).manifest.documents == 12


def test_it_is_not_made_while_another_process_writes(folder: Path) -> None:
    with locked(Folder(folder)), pytest.raises(DatasetLockedError):
        open_dataset(folder, as_of=DAY)


def test_what_the_system_refuses_is_told(folder: Path) -> None:
    (Folder(folder).generations / f"as-of-{DAY}.tmp").write_bytes(b"")
    with pytest.raises(DatasetUnwritableError):
        open_dataset(folder, as_of=DAY)


def test_a_new_generation_sweeps_it_and_the_next_one_knows_the_new_documents(folder: Path, tmp_path: Path) -> None:
    before = open_dataset(folder, as_of=DAY)
    news = tmp_path / "news.txt"
    news.write_text("2023年5月18日，云海省林业和草原局召开全省林业工作推进会。\n", encoding="utf-8")
    (tmp_path / "sources.tsv").write_text("file\tdate\nnews.txt\t2023-05-18\n", encoding="utf-8")
    build([news], Settings(dataset=folder, judgements=None))
    assert not before.generation.exists()
    assert open_dataset(folder, as_of=DAY).manifest.documents == before.manifest.documents + 1


def test_what_a_killed_process_left_of_it_is_made_anew(folder: Path) -> None:
    left = Folder(folder).snapshot(DAY)
    (left.with_name(f"{left.name}.tmp") / "store").mkdir(parents=True)
    left.mkdir()
    assert open_dataset(folder, as_of=DAY).manifest.documents == 5


def test_it_is_not_made_of_documents_that_the_current_generation_lacks(folder: Path) -> None:
    with open_journal(Folder(folder).journal) as journal:
        journal.forget(list(journal.sources())[:1])
    with pytest.raises(AsOfError, match="graphkit build"):
        open_dataset(folder, as_of=DAY)


def test_judgements_that_the_current_generation_followed_are_followed(folder: Path, tmp_path: Path) -> None:
    agencies = values(folder, "SELECT DISTINCT ?agency { ?agency a gk:Agency } ORDER BY ?agency")
    keys = [one.removeprefix(open_dataset(folder).base) for one in agencies]
    judged = tmp_path / "judgements"
    judged.mkdir()
    (judged / "pairs.tsv").write_text(f"verdict\ta\tb\nsame\t{keys[0]}\t{keys[-1]}\n", encoding="utf-8")
    before = open_dataset(folder, as_of=DAY).manifest
    build([], Settings(dataset=folder, judgements=judged))
    after = open_dataset(folder, as_of=DAY).manifest
    assert after.unused == {}
    assert after.sha256 != before.sha256
    assert after.graphs["links"] > before.graphs["links"]


@pytest.mark.parametrize(
    ("date", "last"),
    [
        ("2023-05-31", "2023-05-31"),
        ("2023-05", "2023-05-31"),
        ("2024-02", "2024-02-29"),
        ("2023", "2023-12-31"),
        ("2023-02-29", None),
        ("2023-13", None),
        ("2023-5", None),
        ("0000", None),
        ("5月", None),
        ("", None),
    ],
)
def test_a_month_and_a_year_last_to_their_end(date: str, last: str | None) -> None:
    assert last_day(date) == last


@pytest.mark.parametrize("date", ["昨天", "2023-02-30", "../../etc", "2023-05-31T00:00:00"])
def test_what_is_no_date_is_refused(folder: Path, date: str) -> None:
    with pytest.raises(AsOfError):
        open_dataset(folder, as_of=date)


def test_a_document_is_issued_within_what_its_dates_leave_open() -> None:
    assert issued_between(entry_issued()) == ("", "")
    assert issued_between(entry_issued("2023")) == ("2023-01-01", "2023-12-31")
    assert issued_between(entry_issued("2023-02")) == ("2023-02-01", "2023-02-28")
    assert issued_between(entry_issued("2023", "2023-05-19")) == ("2023-05-19", "2023-05-19")
    assert issued_between(entry_issued("2023-05-19", "2023-06")) == ("2023-05-19", "2023-06-30")
    assert issued_between(entry_issued("2023-02-30")) == ("", "")
