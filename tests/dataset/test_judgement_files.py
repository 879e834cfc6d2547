"""Tables of judgements: written, read back, saved by spreadsheets, broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.dataset.judgement_files import append_judgements, judgements_in, read_judgements, row_line
from graphkit.errors import JudgementError
from graphkit.model.judgements import Correction, PairJudgement

PLACE = "text/0123456789abcdef#char=12,15"
PAIR = PairJudgement(
    verdict="different", a=PLACE, a_words='段"云\n岫', b="person/甲/段云岫", why="=1+1\t'", date="2023-06-01"
)
REJECTED = Correction(action="reject", place=PLACE, rule="response", predicate="gk:respondedTo", who="@李四")


@pytest.mark.parametrize("judgement", [PAIR, REJECTED], ids=["pair", "correction"])
def test_what_is_written_is_read_back(tmp_path: Path, judgement: PairJudgement | Correction) -> None:
    path = tmp_path / "判断" / "a.tsv"
    assert append_judgements(path, [judgement]) == 1
    assert append_judgements(path, [judgement.model_copy(update={"why": "再看"})]) == 1
    assert [one.why for one, _ in judgements_in(path)] == [judgement.why, "再看"]
    again = judgement.model_copy(update={"why": "再看"})
    assert set(read_judgements(path.parent).all) == {judgement, again}


def test_a_cell_is_no_formula_to_a_spreadsheet(tmp_path: Path) -> None:
    append_judgements(tmp_path / "a.tsv", [PAIR])
    assert "\t'=1+1" in (tmp_path / "a.tsv").read_text("utf-8").replace('"', "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_tables_saved_by_spreadsheets_are_read(tmp_path: Path, encoding: str) -> None:
    rows = [
        "verdict 判断\ta_name\ta\tb\tdate\twhy",
        f'相同\t"甲 ""乙"""\t{PLACE}\tperson/x\t2023/6/1\t看过',
        "\t\t\t\t\t",
    ]
    (tmp_path / "a.tsv").write_bytes("\r\n".join(rows).encode(encoding))
    (judgement,) = read_judgements(tmp_path).pairs
    assert (judgement.verdict, judgement.date, judgement.why) == ("same", "2023-06-01", "看过")


def test_rows_that_are_not_filled_in_judge_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(f"verdict\ta\tb\n\t{PLACE}\tperson/x\n", "utf-8")
    assert len(read_judgements(tmp_path)) == 0


def test_files_their_names_and_the_order_of_lines_make_no_difference(tmp_path: Path) -> None:
    other = PAIR.model_copy(update={"verdict": "same"})
    append_judgements(tmp_path / "one/a.tsv", [PAIR, other])
    append_judgements(tmp_path / "two/a.tsv", [other])
    append_judgements(tmp_path / "two/b.tsv", [PAIR, other])
    one, two = read_judgements(tmp_path / "one"), read_judgements(tmp_path / "two")
    assert one.pairs == two.pairs
    assert one.fingerprint == two.fingerprint != read_judgements(tmp_path / "none").fingerprint


def test_a_table_that_a_spreadsheet_saved_its_own_way_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "review.tsv"
    path.write_bytes(f"verdict\ta\tb\r\nsame\t{PLACE}\tperson/x\r\n".encode("utf-16"))
    before = path.read_bytes()
    append_judgements(path, [PAIR])
    assert path.read_bytes() == before
    assert len(read_judgements(tmp_path)) == 2


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        ("谁\t什么\n", 1, "表头缺少列"),
        ("verdict\ta\n", 1, "表头缺少列"),
        (f"verdict\ta\tb\n\nperhaps\t{PLACE}\tperson/x\n", 3, "perhaps"),
        (f"verdict\ta\tb\nsame\t{PLACE}\t\n", 2, "b 为空"),
        (f"verdict\ta\tb\nsame\t{PLACE}\t{PLACE}\n", 2, "同一处"),
        (f"verdict\ta\tb\tdate\nsame\t{PLACE}\tperson/x\t去年\n", 2, "日期"),
        ("action\tplace\trule\nreject\t第一段\tresponse\n", 2, "第一段"),
        (f"action\tplace\trule\nretype\t{PLACE}\tresponse\n", 2, "new"),
        (f'verdict\ta\tb\nsame\t{PLACE}\t"person/x\n', 2, "引号"),
    ],
)
def test_a_broken_table_is_told_in_one_line_with_file_and_line(
    tmp_path: Path, content: str, line: int, told: str
) -> None:
    path = tmp_path / "坏.tsv"
    path.write_text(content, "utf-8")
    with pytest.raises(JudgementError) as error:
        read_judgements(tmp_path)
    message = str(error.value)
    assert message.startswith(f"{path}:{line}: ")
    assert told in message
    assert "\n" not in message


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_bytes(b"verdict\ta\tb\nsame\t\xff\xff\xff\n")
    with pytest.raises(JudgementError, match=r"a\.tsv:2: "):
        read_judgements(tmp_path)


def test_a_row_is_one_line_for_a_spreadsheet() -> None:
    assert row_line(["甲", "-1", 'a"b']) == '甲\t\'-1\t"a""b"'
