"""What people have: all forms, archives, patterns, standard input and rows of sources.tsv become one dataset."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graphkit.cli.app import app
from graphkit.cli.opening import opening_command
from graphkit.dataset import Dataset, open_dataset
from graphkit.errors import SourcesTableError, StrictBuildError
from graphkit.model.tables import Table
from graphkit.read import isolation
from graphkit.settings import Settings
from graphkit.workflow import BuildReport, build
from tests.made_documents import docx_of, html_of, pdf_of
from tests.material import SAMPLES
from tests.read.bad_inputs import zip_of

NEWS = (SAMPLES / "news.txt").read_text("utf-8")
BULLETIN = (SAMPLES / "bulletin.txt").read_text("utf-8")
BARE = "会议传达学习了上级会议精神，研究部署下一步工作。\n"


@pytest.fixture(scope="module", autouse=True)
def _no_reader_left() -> Iterator[None]:
    yield
    isolation.stop_reader()


def built(folder: Path, *paths: Path, strict: bool = False) -> BuildReport:
    return build(paths, Settings(dataset=folder), strict=strict)


def run(*arguments: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments], input=given)


def column(dataset: Dataset, query: str) -> list[str]:
    answer = dataset.query(query)
    assert isinstance(answer, Table)
    return sorted(row[0].value for row in answer if row[0] is not None)


def names_read(dataset: Path) -> list[str]:
    record = json.loads((dataset / "run.json").read_text("utf-8"))
    return sorted(Path(one["source"]).name for one in record["readings"])


def test_the_page_of_each_passage_of_a_pdf_is_stated_and_fits_the_shapes(tmp_path: Path) -> None:
    (tmp_path / "报.pdf").write_bytes(pdf_of(BULLETIN, head="示例简报"))
    built(tmp_path / "out", tmp_path / "报.pdf")
    pages = column(open_dataset(tmp_path / "out"), "SELECT ?p { ?reading gk:quote ?q ; gk:page ?p }")
    assert set(pages) == {str(page) for page in range(1, 6)}
    assert run("check", "-d", tmp_path / "out").exit_code == 0
    shown = run("show", "玉溪局", "-d", tmp_path / "out").stdout
    assert " p." in shown


def test_an_archive_gives_what_the_files_in_it_give(tmp_path: Path) -> None:
    members = {"简报/一.txt": NEWS.encode(), "简报/二.docx": docx_of(BULLETIN), "说明.xlsx": b"PK"}
    (tmp_path / "包.zip").write_bytes(zip_of(members))
    loose = tmp_path / "loose"
    loose.mkdir()
    (loose / "甲.txt").write_bytes(members["简报/一.txt"])
    (loose / "乙.docx").write_bytes(members["简报/二.docx"])
    assert built(tmp_path / "one", tmp_path / "包.zip").read == 2
    built(tmp_path / "two", loose)
    assert open_dataset(tmp_path / "one").manifest.sha256 == open_dataset(tmp_path / "two").manifest.sha256
    assert built(tmp_path / "one", tmp_path / "包.zip").unchanged == 2


def test_patterns_are_remembered_with_their_root(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "稿").mkdir(parents=True)
    for name in ("甲.txt", "乙.md", "甲草稿.txt", "稿/丙.txt"):
        (folder / name).write_text(name + BARE, encoding="utf-8")
    options = ("--include", "*.txt", "--exclude", "*草稿*", "--exclude", "稿/*")
    assert run("build", folder, "-o", tmp_path / "out", *options).exit_code == 0
    assert names_read(tmp_path / "out") == ["甲.txt"]
    other = tmp_path / "丁.md"
    other.write_text("丁" + BARE, encoding="utf-8")
    assert run("build", other, "-o", tmp_path / "out").exit_code == 0
    assert names_read(tmp_path / "out") == ["丁.md", "甲.txt"]


def test_a_pattern_that_the_shell_left_is_unfolded(tmp_path: Path) -> None:
    for name in ("甲.txt", "乙.txt", "丙.md"):
        (tmp_path / name).write_text(name + BARE, encoding="utf-8")
    assert run("build", f"{tmp_path}/*.txt", "-o", tmp_path / "out").exit_code == 0
    assert names_read(tmp_path / "out") == ["乙.txt", "甲.txt"]
    assert run("build", f"{tmp_path}/*.pdf", "-o", tmp_path / "out").exit_code == 1


def test_standard_input_is_kept_as_a_source(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("build", "-", "-o", out, given=docx_of(NEWS)).exit_code == 0
    assert [path.suffix for path in (out / "received").iterdir()] == [".docx"]
    (tmp_path / "二.txt").write_text(BARE, encoding="utf-8")
    assert "文件 documents 2" in run("build", tmp_path / "二.txt", "-o", out).stdout


def test_a_strict_build_stops_at_the_first_bad_file_and_leaves_the_dataset(tmp_path: Path) -> None:
    (tmp_path / "好.txt").write_text(NEWS, encoding="utf-8")
    built(tmp_path / "out", tmp_path / "好.txt")
    before = open_dataset(tmp_path / "out").manifest
    (tmp_path / "坏.docx").write_bytes(docx_of(BARE)[:80])
    with pytest.raises(StrictBuildError, match=r"坏\.docx"):
        built(tmp_path / "out", tmp_path / "坏.docx", strict=True)
    assert open_dataset(tmp_path / "out").manifest == before
    result = run("build", tmp_path / "坏.docx", "-o", tmp_path / "out", "--strict")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_a_renamed_file_is_read_for_what_it_is_and_told(tmp_path: Path) -> None:
    (tmp_path / "改名.txt").write_bytes(docx_of(NEWS))
    report = built(tmp_path / "out", tmp_path / "改名.txt")
    assert report.read == 1
    assert "后缀却是 .txt" in report.notes[0][1]


def test_a_row_gives_what_the_text_does_not_and_the_text_goes_first(tmp_path: Path) -> None:
    (tmp_path / "短.txt").write_text(BARE, encoding="utf-8")
    (tmp_path / "报.txt").write_text(BULLETIN, encoding="utf-8")
    rows = [
        "file\ttitle\tdate\tpublisher\turl",
        "短.txt\t一次会议\t2021-03\t云南省林业和草原局\thttp://example.org/1",
        "报.txt\t\t1999-01-01\t\thttp://example.org/2",
    ]
    (tmp_path / "sources.tsv").write_text("\n".join(rows), encoding="utf-8")
    built(tmp_path / "out", tmp_path / "短.txt", tmp_path / "报.txt")
    dataset = open_dataset(tmp_path / "out")
    about = "SELECT ?x { GRAPH <%sgraph/asserted> { ?d dcterms:%s ?x } }"
    assert column(dataset, about % (dataset.base, "issued")) == ["2021-03"]
    assert column(dataset, about % (dataset.base, "title")) == ["一次会议"]
    assert column(dataset, about % (dataset.base, "source")) == ["http://example.org/1", "http://example.org/2"]
    (publisher,) = column(dataset, about % (dataset.base, "publisher"))
    assert publisher.endswith("agency/530000/政府/林业草原/局")
    assert run("check", "-d", tmp_path / "out").exit_code == 0


def test_a_row_that_changed_has_its_document_read_again(tmp_path: Path) -> None:
    for name in ("一.txt", "二.txt"):
        (tmp_path / name).write_text(name + BARE, encoding="utf-8")
    table = tmp_path / "sources.tsv"
    table.write_text("file\tdate\n一.txt\t2021", encoding="utf-8")
    built(tmp_path / "out", tmp_path)
    table.write_text("file\tdate\n一.txt\t2022-02", encoding="utf-8")
    report = built(tmp_path / "out", tmp_path)
    assert (report.read, report.unchanged) == (1, 1)
    dates = column(open_dataset(tmp_path / "out"), "SELECT ?x { ?d a gk:Document ; dcterms:issued ?x }")
    assert dates == ["2022-02"]


def test_copies_with_rows_of_their_own_keep_both_in_any_order(tmp_path: Path) -> None:
    for folder, date in (("甲", "2021"), ("乙", "2022")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "文.txt").write_text(BARE, encoding="utf-8")
        (tmp_path / folder / "sources.tsv").write_text(f"file\tdate\n文.txt\t{date}", encoding="utf-8")
    built(tmp_path / "one", tmp_path / "甲", tmp_path / "乙")
    built(tmp_path / "two", tmp_path / "乙")
    built(tmp_path / "two", tmp_path / "甲")
    one, two = open_dataset(tmp_path / "one"), open_dataset(tmp_path / "two")
    assert one.manifest.sha256 == two.manifest.sha256
    assert column(one, "SELECT ?x { ?d dcterms:issued ?x }") == ["2021", "2022"]


def test_one_text_on_two_layouts_of_pages_has_one_page_a_passage(tmp_path: Path) -> None:
    (tmp_path / "一.pdf").write_bytes(pdf_of(BULLETIN))
    (tmp_path / "二.pdf").write_bytes(pdf_of(BULLETIN, first_line=0.0))
    built(tmp_path / "out", tmp_path)
    assert run("check", "-d", tmp_path / "out").exit_code == 0


def test_a_table_of_sources_that_cannot_be_meant_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "一.txt").write_text(BARE, encoding="utf-8")
    (tmp_path / "sources.tsv").write_text("file\tdate\n一.txt\t某日", encoding="utf-8")
    with pytest.raises(SourcesTableError, match="第 2 行"):
        built(tmp_path / "out", tmp_path)


def test_what_a_page_says_of_itself_is_derived_where_its_text_is_silent(tmp_path: Path) -> None:
    page = html_of(BARE, title="一次会议").replace(b"<title>", b'<meta name="PubDate" content="2021-03-05"><title>')
    (tmp_path / "页.html").write_bytes(page)
    built(tmp_path / "out", tmp_path / "页.html")
    dataset = open_dataset(tmp_path / "out")
    assert column(dataset, f"SELECT ?x {{ GRAPH <{dataset.base}graph/derived> {{ ?d dcterms:issued ?x }} }}") == [
        "2021-03-05"
    ]


def test_the_run_record_says_how_each_file_was_read(tmp_path: Path) -> None:
    (tmp_path / "国标.txt").write_bytes(NEWS.encode("gb18030"))
    (tmp_path / "报.pdf").write_bytes(pdf_of(BULLETIN))
    built(tmp_path / "out", tmp_path)
    record = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    told = {Path(one["source"]).name: one for one in record["readings"]}
    assert told["国标.txt"]["encoding"] == "gb18030"
    assert "常用字" in told["国标.txt"]["because"]
    assert (told["报.pdf"]["media_type"], told["报.pdf"]["pages"]) == ("application/pdf", 5)
    assert all(len(one["sha256"]) == len(one["text"]) == 64 for one in told.values())


@pytest.mark.parametrize(
    ("name", "page", "installed", "command"),
    [
        ("报.pdf", 3, {"evince"}, ["evince", "--page-index=3", "/报.pdf"]),
        ("报.pdf", 3, {"firefox"}, ["firefox", "file:///%E6%8A%A5.pdf#page=3"]),
        ("报.pdf", 3, {"xdg-open"}, ["xdg-open", "file:///%E6%8A%A5.pdf#page=3"]),
        ("页.html", None, {"firefox"}, ["firefox", "file:///%E9%A1%B5.html#:~:text=%E5%8E%9F%E6%96%87"]),
        ("文.docx", None, {"xdg-open"}, ["xdg-open", "/文.docx"]),
        ("文.docx", None, set(), []),
    ],
)
def test_a_source_is_opened_at_its_place_where_the_system_can(
    name: str, page: int | None, installed: set[str], command: list[str]
) -> None:
    def which(program: str) -> str | None:
        return program if program in installed else None

    assert opening_command(Path("/", name), page, "原文", platform="linux", which=which) == command


def test_a_passage_that_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "报.txt").write_text(BULLETIN, encoding="utf-8")
    built(tmp_path / "out", tmp_path / "报.txt")
    result = run("show", "玉溪局", "-d", tmp_path / "out", "--open", "999")
    assert result.exit_code == 1
    assert "处引文" in result.stderr
