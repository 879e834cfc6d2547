"""sources.tsv beside files: which row is whose, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.errors import SourcesTableError
from graphkit.read.rows import Tables, particulars_of


def table(folder: Path, *lines: str, encoding: str = "utf-8") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sources.tsv").write_bytes("\n".join(lines).encode(encoding))


def test_a_row_names_a_file_beside_the_table_or_below_it(tmp_path: Path) -> None:
    table(tmp_path, "file\tdate\ttitle", "一.pdf\t2021-3-5\t甲", "a/二.pdf\t2021年\t乙")
    assert [(one.issued, one.title) for one in particulars_of(tmp_path / "一.pdf")] == [("2021-03-05", "甲")]
    assert [(one.issued, one.title) for one in particulars_of(tmp_path / "a/二.pdf")] == [("2021", "乙")]
    assert particulars_of(tmp_path / "三.pdf") == ()


def test_the_nearest_table_that_names_a_file_is_the_one(tmp_path: Path) -> None:
    table(tmp_path, "file\ttitle", "a/一.txt\t远")
    table(tmp_path / "a", "文件\t标题", "一.txt\t近")
    assert particulars_of(tmp_path / "a/一.txt")[0].title == "近"


def test_columns_may_be_chinese_in_any_order_and_encoding_and_a_member_has_a_row(tmp_path: Path) -> None:
    table(tmp_path, "网址\t发布机构\t文件", "http://example.org/1\t某局\t包.zip/一.txt", encoding="gb18030")
    (row,) = particulars_of(tmp_path / "包.zip/一.txt")
    assert (row.origin, row.url, row.publisher) == ("row", "http://example.org/1", "某局")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("name\tdate", "一.txt\t2021"), "file"),
        (("file\tdate", "一.txt\t2021-13-01"), "第 2 行"),
        (("file\tdate", "一.txt\t去年"), "第 2 行"),
        (("file\turl", "一.txt\tjavascript:alert(1)"), "第 2 行"),
    ],
)
def test_a_table_that_cannot_be_meant_is_told_with_its_line(tmp_path: Path, lines: tuple[str, ...], told: str) -> None:
    table(tmp_path, *lines)
    with pytest.raises(SourcesTableError, match=told):
        particulars_of(tmp_path / "一.txt")


def test_a_table_that_changed_is_read_again(tmp_path: Path) -> None:
    table(tmp_path, "file\ttitle", "一.txt\t旧")
    assert particulars_of(tmp_path / "一.txt")[0].title == "旧"
    table(tmp_path, "file\ttitle", "一.txt\t新的标题")
    assert particulars_of(tmp_path / "一.txt")[0].title == "新的标题"


def test_files_of_one_folder_after_another_have_the_rows_of_their_own_tables(tmp_path: Path) -> None:
    table(tmp_path, "file\ttitle", "一.txt\t甲", "a/一.txt\t乙")
    table(tmp_path / "b", "file\ttitle", "一.txt\t丙")
    tables = Tables()
    found = [tables.particulars_of(tmp_path / name) for name in ("a/一.txt", "a/二.txt", "b/一.txt", "一.txt")]
    assert [one[0].title if one else None for one in found] == ["乙", None, "丙", "甲"]


def test_the_tables_of_a_folder_are_looked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Path] = []

    def none_above(path: Path) -> list[Path]:
        looked.append(path)
        return []

    monkeypatch.setattr("graphkit.read.rows._tables_above", none_above)
    tables = Tables()
    for name in ("一", "二", "三"):
        assert tables.particulars_of(tmp_path / f"{name}.txt") == ()
    assert len(looked) == 1
