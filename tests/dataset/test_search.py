"""What a search finds, how it is marked, and what it cannot be made to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.dataset import Dataset, open_dataset
from graphkit.dataset.folder import Folder
from graphkit.dataset.manifest import INDEX, write_manifest
from graphkit.dataset.passages import sentences_in
from graphkit.dataset.search_words import date_bounds
from graphkit.errors import DatasetDamagedError, IndexMissingError, SearchRefusedError
from graphkit.read import document_of
from graphkit.settings import Settings
from graphkit.terms import gk, rdf, rdfs, skos
from graphkit.workflow import build

BULLETIN = (
    "甲省林业局简报\n\n2023年第4期\n（总第9期）\n\n甲省林业局\n\n2023年5月19日\n\n"
    "各市传达学习全省林业工作会议精神\n\n南阳市林业局召开全体干部职工参加的会议，传达学习全省林业\n工作会议精神，研究措施。\n\n"
    "邓州市林业局新建 ABC 监测站３座（含“*”号），護林員補助按月發放；护林员 AND 巡护 OR NOT。\n"
)
NEWS = "林业新闻\n发布日期：2024-02-01  来源：河南日报\n\n护林员100%培训上岗。南阳市林业局说：“好”。\n"
UNDATED = "没有日期的护林员文章。\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    for name, text in (("a.txt", BULLETIN), ("b.txt", NEWS), ("c.txt", UNDATED)):
        (folder / "sources").mkdir(exist_ok=True)
        (folder / "sources" / name).write_bytes(text.encode())
    build([folder / "sources"], Settings(dataset=folder / "out"))
    return folder / "out"


@pytest.fixture(scope="module")
def searched(place: Path) -> Dataset:
    return open_dataset(place)


def marked(dataset: Dataset, text: str) -> list[str]:
    return [one.marked() for one in dataset.search(text, where="documents").sentences]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("护林员 补助", "【護林員補助】"),
        ("護林員 補助", "【護林員補助】"),
        ("abc 监测站3座", "新建 【ABC】 【监测站３座】"),
        ("ＡＢＣ", "【ABC】"),
        ('"全省林业工作会议精神，"', "【全省林业\n工作会议精神，】"),
        ("“监测站3座”", "【监测站３座】"),
        ("局 会 精神", "的【会】议，传达学习全省林业\n工作【会】议【精神】，"),
        ("AND OR NOT", "护林员 【AND】 巡护 【OR】 【NOT】"),
        ("*", "“【*】”"),
        ("100%", "【100%】"),
    ],
)
def test_words_are_found_folded_and_shown_as_the_text_has_them(searched: Dataset, text: str, found: str) -> None:
    hits = marked(searched, text)
    assert hits
    assert any(found in one for one in hits)


@pytest.mark.parametrize(
    "text", ["护林员 邓州市 培训", "精神 全省工作", '"补助 护林员"', "局 *局", "xyz", "%岗", "林业_局"]
)
def test_all_words_must_stand_in_one_sentence_and_phrases_as_they_are(searched: Dataset, text: str) -> None:
    assert marked(searched, text) == []


def test_a_sentence_is_the_slice_of_its_text(searched: Dataset) -> None:
    hits = searched.search("林业局", where="documents", limit=50).sentences
    assert len(hits) >= 4
    for one in hits:
        text = searched.text(one.text)
        assert text is not None
        assert text[one.start : one.end] == one.sentence


def test_a_hit_names_document_issue_date_and_place(searched: Dataset) -> None:
    (hit,) = searched.search("监测站", where="documents").sentences
    assert (hit.document_name, hit.issue, hit.date) == ("甲省林业局简报2023年第4期", "2023年第4期", "2023-05-19")
    assert hit.place == f"char={BULLETIN.index('邓州市')},{len(BULLETIN) - 1}"


def test_things_come_with_class_facts_and_the_name_that_matched(searched: Dataset) -> None:
    hits = searched.search("南阳市林业", where="entities")
    (first,) = hits.entities
    assert (first.label, first.class_, first.matched) == ("南阳市林业局", gk.Agency, "南阳市林业局")
    told = [one for one in searched.statements() if one.graph is None and first.iri in {one.subject, one.object.value}]
    naming = {rdf.type, skos.prefLabel, skos.altLabel, rdfs.label, gk.mentions}
    assert first.facts == sum(one.predicate not in naming for one in told) > 0
    assert (hits.sentences, hits.sentences_found) == ((), 0)


def test_newer_documents_come_first_and_undated_ones_last(searched: Dataset) -> None:
    dates = [one.date for one in searched.search("护林员", where="documents").sentences]
    assert dates == ["2024-02-01", "2023-05-19", ""]


@pytest.mark.parametrize(
    ("start", "end", "dates"),
    [
        ("2024", "", ["2024-02-01"]),
        ("", "2023-05", ["2023-05-19"]),
        ("2023-05-19", "2023-05-19", ["2023-05-19"]),
        ("2023-05-20", "2024-01-31", []),
        ("2023", "2024", ["2024-02-01", "2023-05-19"]),
    ],
)
def test_dates_bound_the_documents_and_leave_undated_ones_out(
    searched: Dataset, start: str, end: str, dates: list[str]
) -> None:
    hits = searched.search("护林员", where="documents", start=start, end=end)
    assert [one.date for one in hits.sentences] == dates


def test_more_is_counted_than_is_shown(searched: Dataset) -> None:
    hits = searched.search("林业局", limit=1)
    assert (len(hits.entities), len(hits.sentences)) == (1, 1)
    assert hits.entities_found > 1
    assert hits.sentences_found == len(searched.search("林业局", limit=99).sentences) > 1


def test_a_word_that_nothing_holds_is_looked_for_in_two_parts(searched: Dataset) -> None:
    hits = searched.search("南阳市林业局精神", where="documents")
    assert (hits.is_split, hits.words) == (True, ("南阳市林业局", "精神"))
    assert [one.marked() for one in hits.sentences] == [
        "【南阳市林业局】召开全体干部职工参加的会议，传达学习全省林业\n工作会议【精神】，研究措施。"
    ]


@pytest.mark.parametrize("text", ['"南阳市林业局精神"', "南阳市林业局精神 研究", "没有这样的词语", "甲乙丙"])
def test_phrases_and_several_words_are_not_parted(searched: Dataset, text: str) -> None:
    hits = searched.search(text, where="documents")
    assert (hits.is_split, hits.sentences_found) == (False, 0)


WORDLESS = ["", " \u3000", '"', '""', "“”", "** **", "字" * 100_000, " ".join(map(str, range(99)))]


@pytest.mark.parametrize("text", WORDLESS)
def test_what_holds_no_words_or_too_many_is_refused_in_one_line(searched: Dataset, text: str) -> None:
    with pytest.raises(SearchRefusedError, match=r"^无法搜索：[^\n]*$"):
        searched.search(text)


@pytest.mark.parametrize("day", ["2023-5-1", "昨天", "2023-05-19T00:00", "２０２３", "' OR 1=1 --"])
def test_a_day_that_is_no_date_is_refused(searched: Dataset, day: str) -> None:
    with pytest.raises(SearchRefusedError, match="不是日期"):
        searched.search("护林员", start=day)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="护林员局AND OR*\"'“”()^:-+{}\\%_\x00\ud800\n𠮷ＡÉİß", max_size=40))
def test_no_text_makes_a_search_fail(searched: Dataset, text: str) -> None:
    try:
        hits = searched.search(text)
    except SearchRefusedError:
        return
    assert all(one.marked("", "") == one.sentence and one.marks for one in hits.sentences)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="甲乙。\n 　Ａb𠮷護！*<>&nbsp;\x00İ", max_size=80))
def test_sentences_lead_back_to_the_raw_text_character_by_character(text: str) -> None:
    position = 0
    for one in sentences_in(document_of(text)):
        raw = text[one.start : one.end]
        key, runs = one.key or raw, one.runs or ((0, 0),)
        assert one.start >= position
        position = one.end
        assert runs[0] == (0, 0)
        assert all(0 <= start < len(raw) and 0 <= matched < len(key) for matched, start in runs)


def test_words_of_two_characters_are_found_at_the_end_of_a_sentence_too(searched: Dataset) -> None:
    assert len(marked(searched, "上岗。")) == len(marked(searched, "岗。")) == len(marked(searched, "岗")) == 1


def test_the_index_is_a_function_of_the_sources(place: Path, searched: Dataset, tmp_path: Path) -> None:
    sources = place.parent / "sources"
    build([sources / "c.txt"], Settings(dataset=tmp_path / "out"))
    build([sources / "b.txt", sources / "a.txt"], Settings(dataset=tmp_path / "out", jobs=2))
    again = open_dataset(tmp_path / "out")
    assert again.manifest.index == searched.manifest.index is not None


def test_a_search_without_trigrams_finds_the_same(place: Path, searched: Dataset, tmp_path: Path) -> None:
    index = Folder(place).generation(1) / INDEX
    before = searched.search("林业局")
    plain = tmp_path / INDEX
    plain.write_bytes(index.read_bytes())
    with sqlite3.connect(plain) as connection:
        connection.execute("DROP TABLE passages_grams")
        connection.execute("DROP TABLE names_grams")
    connection.close()
    from graphkit.dataset.search import search_for, search_generation

    record = searched.manifest.index
    assert record is not None
    record = record.model_copy(update={"size": plain.stat().st_size})
    search = search_for("林业局", where="all", start="", end="", limit=20)
    assert search_generation(tmp_path, record, search) == before
    assert before.sentences_found > 1


def test_a_dataset_from_before_there_were_indexes_says_what_to_do(folder: Path, dataset: Dataset) -> None:
    generation = Folder(folder).generation(1)
    write_manifest(generation, dataset.manifest.model_copy(update={"index": None}))
    with pytest.raises(IndexMissingError, match="graphkit build"):
        open_dataset(folder).search("成都局")


def test_an_index_that_was_cut_or_overwritten_is_told_as_damage(folder: Path, dataset: Dataset) -> None:
    path = Folder(folder).generation(1) / INDEX
    size = path.stat().st_size
    path.write_bytes(b"\x00" * size)
    with pytest.raises(DatasetDamagedError, match="database"):
        dataset.search("成都局")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(DatasetDamagedError, match="bytes"):
        dataset.search("成都局")
    path.unlink()
    with pytest.raises(IndexMissingError):
        dataset.search("成都局")


@pytest.mark.parametrize(
    ("date", "bounds"),
    [
        ("", ("", "")),
        ("2021", ("2021-01-01", "2021-12-31")),
        ("2021-02", ("2021-02-01", "2021-02-31")),
        ("2021-02-03", ("2021-02-03", "2021-02-03")),
    ],
)
def test_a_date_stands_for_the_days_that_it_may_mean(date: str, bounds: tuple[str, str]) -> None:
    assert date_bounds(date) == bounds
