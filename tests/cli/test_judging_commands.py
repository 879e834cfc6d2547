"""review, why and correct over three news items with namesakes, annotated by hand."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graphkit.cli.app import app
from graphkit.dataset import open_dataset
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.handmade import document_of
from tests.namesakes import XIAN, annotation_at, write_namesakes

DUAN_OF_YUNNAN, DUAN_OF_XIAN = "gkr:person/530000/政府/林业/局/段云岫", "gkr:person/610100/政府/林业/局/段云岫"
MEETING = f"gkr:meeting/document/{document_of(XIAN).sha256[:16]}/全国林业会议"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("namesakes")
    sources = write_namesakes(place / "sources")
    build([sources], Settings(dataset=place / "out", judgements=None), annotate_path=annotation_at)
    return place / "out"


@pytest.fixture
def place(tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with a dataset in it, to judge and build again."""
    monkeypatch.setattr("graphkit.workflow.read_annotation", annotation_at)
    shutil.copytree(built, tmp_path / "out")
    return tmp_path


def run(place: Path, *arguments: str, text: str = "") -> Result:
    options = ["--dataset", str(place / "out")]
    if arguments[0] in {"review", "correct", "build"}:
        options += ["--judgements", str(place / "judgements")]
    return CliRunner().invoke(app, [*arguments, *options], input=text)


def rebuilt(place: Path) -> Result:
    result = run(place, "build")
    assert result.exit_code == 0
    return result


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, dialect="excel-tab"))


def test_a_pair_is_shown_with_both_sides_their_sentences_and_the_reasons(place: Path) -> None:
    shown = run(place, "review", text="q\n").stdout
    assert "(1/2) 疑似相同 possibly same · 0.4 · " in shown
    assert "名称相同 same name" in shown
    assert "地区不同 other place" in shown
    assert "担任 post  副局长（陕西省林业局）" in shown
    assert "副局长【何望山】到会" in shown
    assert not (place / "judgements").exists()


def test_answers_are_written_at_once_with_who_and_why(place: Path) -> None:
    result = run(place, "review", "--who", "张三", text="d 一个在云南，一个在陕西\n甲\nu\n")
    first, second = rows(place / "judgements/review.tsv")
    assert (first["verdict"], first["who"], first["why"]) == ("different", "张三", "一个在云南，一个在陕西")
    assert (first["a_words"], first["b_words"]) == ("何望山", "何望山")
    assert first["a"].startswith("text/")
    assert second["verdict"] == "unsure"
    assert "已记录 2 条" in result.stderr


def test_what_was_judged_is_not_asked_again_but_unsure_with_all(place: Path) -> None:
    run(place, "review", text="d\nu\n")
    assert run(place, "review").stdout == "没有待判断的 / nothing to judge\n"
    assert "(2/2)" in run(place, "review", "--all", text="q\n").stdout
    rebuilt(place)
    assert run(place, "review").stdout == "没有待判断的 / nothing to judge\n"
    assert "(1/1)" in run(place, "review", "--all", text="q\n").stdout


def test_the_same_are_merged_and_the_different_told_apart_at_the_next_build(place: Path) -> None:
    run(place, "review", "--who", "张三", text="d\ns 调任\n")
    assert "采用判断 judgements followed 2 · 未采用 not followed 0" in rebuilt(place).stdout
    assert "同一事物 one thing" in (merged := run(place, "why", DUAN_OF_XIAN, DUAN_OF_YUNNAN).stdout)
    assert f"归并 merged     {DUAN_OF_XIAN} → {DUAN_OF_YUNNAN}" in merged
    assert "判断 judgement  判为相同 same · 张三 · " in merged
    apart = run(place, "why", "何望山", "何望山").stdout
    assert apart.startswith("两个事物 two things\n")
    assert "标识 keys       530000 ≠ 610000" in apart
    assert "判为不同 different · 张三" in apart
    assert run(place, "show", "段云岫").stdout.startswith("段云岫\n")
    assert run(place, "check").exit_code == 0


def test_what_a_judgement_changed_is_told_by_diff_without_its_bookkeeping(place: Path, built: Path) -> None:
    run(place, "review", text="d\n")
    rebuilt(place)
    result = CliRunner().invoke(app, ["diff", str(built), str(place / "out")])
    assert result.exit_code == 3
    assert "  - 疑似相同 possibly same  何望山\n" in result.stdout
    assert result.stdout.endswith("少了 lost 1 · 多了 gained 0 · 改了 changed 0\n")


def test_removing_the_line_undoes_a_judgement_to_the_byte(place: Path) -> None:
    before = open_dataset(place / "out").manifest.sha256
    run(place, "review", text="\ns\n")
    rebuilt(place)
    assert open_dataset(place / "out").manifest.sha256 != before
    table = place / "judgements/review.tsv"
    table.write_text(table.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
    rebuilt(place)
    assert open_dataset(place / "out").manifest.sha256 == before


def test_pairs_go_out_as_a_table_and_come_back_filled_in(place: Path) -> None:
    table = place / "待判断.tsv"
    run(place, "review", "--class", "Person", "--tsv", str(table))
    content = table.read_text("utf-8-sig").splitlines()
    assert [row["a_name"] for row in rows(table)] == ["何望山", "段云岫"]
    filled = ["\t".join(["相同", *content[2].split("\t")[1:]])]
    table.write_bytes("\r\n".join([content[0], content[1], *filled]).encode("utf-16"))
    assert run(place, "review", "--read", str(table), "--who", "李四").exit_code == 0
    (row,) = rows(place / "judgements/review.tsv")
    assert (row["verdict"], row["a_words"], row["who"]) == ("same", "段云岫", "李四")
    assert row["date"]


def test_a_judgement_whose_text_reads_otherwise_is_reported_and_stops_nothing(place: Path) -> None:
    run(place, "review", text="d\n")
    table = place / "judgements/review.tsv"
    table.write_text(table.read_text("utf-8").replace("何望山", "何望水"), "utf-8")
    result = rebuilt(place)
    assert "judgements followed 0 · 未采用 not followed 1" in result.stdout
    assert f"judgement not followed: {table}:2: 此处现为“何望山”" in result.stderr
    record = json.loads((place / "out/run.json").read_text("utf-8"))
    assert record["unused"] == [
        {"place": f"{table}:2", "reason": "此处现为“何望山” / it reads otherwise now"},
    ]


def test_a_broken_table_ends_the_build_in_one_line(place: Path) -> None:
    before = open_dataset(place / "out").manifest
    run(place, "review", text="d\n")
    with (place / "judgements/review.tsv").open("a", encoding="utf-8") as table:
        table.write("也许\ta\ta\tb\tb\n")
    result = run(place, "build")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"graphkit: {place / 'judgements/review.tsv'}:3: ")
    assert len(result.stderr.splitlines()) == 1
    assert open_dataset(place / "out").manifest == before


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("段云岫", "段云岫"), "两个事物，疑似相同 two things, possibly the same"),
        (("全国林业会议", MEETING), "nobody's judgement"),
        (("西安市林业局", "西安市林业局"), "两个名称指同一标识"),
        (("陕西省林业局", "西安市林业局"), "610000 ≠ 610100"),
    ],
    ids=["possibly", "merged by the link stage", "one key", "two keys"],
)
def test_why_tells_keys_merges_and_likeness(place: Path, names: tuple[str, str], told: str) -> None:
    result = run(place, "why", *names)
    assert result.exit_code == 0
    assert told in result.stdout


RENAMED = """四川省应急管理局简报
2024年第2期
四川省应急管理局办公室 2024年3月5日
3月1日，四川省安全生产监督管理局更名为四川省应急管理局。
"""


def test_a_change_of_name_is_shown_with_its_words_and_the_day_of_their_document(tmp_path: Path) -> None:
    (tmp_path / "简报.txt").write_text(RENAMED, encoding="utf-8")
    build([tmp_path / "简报.txt"], Settings(dataset=tmp_path / "out", judgements=None))
    shown = run(tmp_path, "why", "四川省安全生产监督管理局", "四川省应急管理局").stdout
    assert "更名 renamed    四川省安全生产监督管理局 → 四川省应急管理局（不归并 not merged）" in shown
    assert re.search("“.*更名为四川省应急管理局”，《.+》.*2024-03-05", shown)


def test_namesakes_are_listed_with_post_and_agency_the_best_known_first(place: Path) -> None:
    result = run(place, "show", "段云岫")
    assert result.exit_code == 2
    _, *lines = result.stdout.splitlines()
    assert len(lines) == 2
    assert all("局长 · " in line for line in lines)
    assert sum("局长 · 西安市林业局" in line for line in lines) == 1
    counts = [int(line.split(" 条 facts")[0].split()[-1]) for line in lines]
    assert counts == sorted(counts, reverse=True)


def test_a_namesake_is_shown_as_one(place: Path) -> None:
    assert f"→ 疑似相同  段云岫  {DUAN_OF_XIAN}（graphkit why" in run(place, "show", DUAN_OF_YUNNAN).stdout


def test_why_says_so_when_nothing_has_the_name(place: Path) -> None:
    result = run(place, "why", "段云岫", "无此人")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "无此人" in result.stderr


def test_a_reading_is_shown_numbered_and_rejected_in_the_terminal(place: Path) -> None:
    result = run(place, "correct", "西安市林业局", "--who", "张三", text="\n\nr #转述\nz\nt 会议\nq\n")
    assert "  西安市林业局局长段云岫说，【西安市林业局传达学习全国林业会议】精神。\n" in result.stdout
    assert "    1  西安市林业局 → 已落实 responded to → 全国林业会议\n" in result.stdout
    (row,) = rows(place / "judgements/corrections.tsv")
    assert (row["action"], row["rule"], row["why"], row["who"]) == ("reject", "response", "转述", "张三")
    rebuilt(place)
    shown = run(place, "show", "西安市林业局").stdout
    assert "不再采用 rejected: " in shown
    assert "✗ 西安市林业局 → 已落实 responded to → 全国林业会议" in shown
    assert "判为误读 rejected · 张三" in run(place, "correct", "--list").stdout
    assert run(place, "check").exit_code == 0


def test_one_statement_can_be_named_by_its_number(place: Path) -> None:
    run(place, "correct", "西安市林业局", text="\n\nr 1\nq\n")
    (row,) = rows(place / "judgements/corrections.tsv")
    assert (row["predicate"], row["subject"]) == ("gk:respondedTo", "agency/610100/政府/林业/局")
    rebuilt(place)
    assert run(place, "correct", "--list").stdout.count("✗") == 4


def test_what_an_answer_does_not_say_is_asked_again(place: Path) -> None:
    wrong = ["t", "w", "a 别的", "r 99", "t 2 会议", "保留"]
    result = run(place, "correct", "西安市林业局", text="\n\n" + "".join(f"{one}\n" for one in wrong))
    assert result.stdout.count("q 结束 quit") == 3 + len(wrong)
    assert not (place / "judgements").exists()


def test_a_thing_gets_another_name_and_class_by_words_in_chinese(place: Path) -> None:
    run(place, "correct", "西安市林业局", text="w 西安市林业局（试）\nq\n")
    run(place, "correct", "全国林业会议", text="t 作品\nq\n")
    rebuilt(place)
    assert run(place, "show", "西安市林业局（试）").stdout.startswith("西安市林业局（试）\n")
    assert "类型 class   作品\n" in run(place, "show", "全国林业会议").stdout
    assert {row["new"] for row in rows(place / "judgements/corrections.tsv")} == {"西安市林业局（试）", "gk:Work"}
    assert run(place, "check").exit_code == 0


def test_readings_go_out_as_a_table_and_come_back_filled_in(place: Path) -> None:
    table = place / "核对.tsv"
    run(place, "correct", "全国林业会议", "--tsv", str(table))
    before = rows(table)
    wanted = next(row for row in before if row["rule"] == "holding" and row["predicate"] == "gk:heldOn")
    wanted["action"], wanted["new"] = "改写", "2023-03-02"
    with table.open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, list(wanted), dialect="excel-tab")
        writer.writeheader()
        writer.writerows(before)
    assert run(place, "correct", "--read", str(table)).exit_code == 0
    rebuilt(place)
    assert "→ 召开时间  2023-03-02" in run(place, "show", "全国林业会议").stdout


def test_a_response_is_one_row_and_goes_whole(place: Path) -> None:
    table = place / "核对.tsv"
    run(place, "correct", "西安市林业局", "--tsv", str(table))
    before = rows(table)
    told = [row for row in before if row["rule"] == "response"]
    assert [row["statement"] for row in told] == ["西安市林业局 → 已落实 responded to → 全国林业会议"]
    told[0]["action"] = "驳回"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(told[0]), dialect="excel-tab")
        writer.writeheader()
        writer.writerows(before)
    assert run(place, "correct", "--read", str(table)).exit_code == 0
    rebuilt(place)
    shown = run(place, "show", "西安市林业局").stdout
    assert "✗ 西安市林业局 → 已落实 responded to → 全国林业会议" in shown
    assert run(place, "ask", "responses", "--agency", "西安市林业局").stdout.count("全国林业会议") == 0
    assert run(place, "check").exit_code == 0


def test_without_a_name_the_least_sure_readings_come_first(place: Path) -> None:
    table = place / "核对.tsv"
    run(place, "correct", "--tsv", str(table))
    whole = [row for row in rows(table) if row["confidence"]]
    assert (whole[0]["rule"], whole[0]["confidence"]) == ("response", "0.7")
    assert "name" not in {row["rule"] for row in whole}
    assert [row["confidence"] for row in whole] == sorted(row["confidence"] for row in whole)
    run(place, "correct", "--limit", "1", "--tsv", str(table))
    assert [row["rule"] for row in rows(table) if row["confidence"]] == ["response"]


def test_a_name_of_several_things_is_not_guessed(place: Path) -> None:
    result = run(place, "correct", "段云岫")
    assert result.exit_code == 2
    assert "可以是 2 个事物" in result.stderr


def test_judgements_of_texts_of_another_dataset_are_told_in_one_line(place: Path) -> None:
    run(place, "review", text="d\nu\n")
    table = place / "judgements/review.tsv"
    table.write_text(re.sub("text/[0-9a-f]{16}", f"text/{'0' * 16}", table.read_text("utf-8")), "utf-8")
    result = rebuilt(place)
    assert "未采用 not followed 2" in result.stdout
    assert f"judgements of texts that this dataset has not: 2（{table}:2 …）" in result.stderr
    assert "judgement not followed:" not in result.stderr
