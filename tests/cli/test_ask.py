"""`graphkit ask` as people use it: the list, the help, answers in every format, what is said when a name is unclear."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from typer.testing import CliRunner, Result

from graphkit.cli.app import app
from graphkit.query.catalogue import question_names, ready_questions
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.material import SAMPLES

MEETING = ("--meeting", "全省林业工作会议")


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("asked") / "outputs"
    build([SAMPLES], Settings(dataset=folder))
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["ask", *arguments])


def ask(folder: Path, *arguments: str) -> Result:
    return run(*arguments, "--dataset", str(folder))


def test_without_a_name_the_questions_are_listed() -> None:
    listed = run()
    assert listed.exit_code == 0
    for question in ready_questions():
        assert f"{question.name}  {question.title_zh} / {question.title}\n" in listed.stdout
        assert f"graphkit ask {question.name} {question.example}\n" in listed.stdout


@pytest.mark.parametrize("name", question_names())
def test_the_help_of_a_question_teaches(name: str) -> None:
    shown = CliRunner().invoke(app, ["ask", name, "--help"], terminal_width=200, env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert f"graphkit ask {name} --" in shown.stdout
    [question] = [one for one in ready_questions() if one.name == name]
    options = {"cite", "sparql", "format", "dataset", *question.filters, *(one.name for one in question.parameters)}
    assert [option for option in sorted(options) if f"--{option} " not in shown.stdout] == []


def test_an_answer_is_a_table_with_chinese_headings_and_citations(samples: Path) -> None:
    answer = ask(samples, "responses", *MEETING)
    head, _, *rows = answer.stdout.splitlines()
    assert head.split() == ["机构", "地区", "响应的会议", "主题", "举措数", "原文", "文件", "期号", "日期"]
    [row] = [row for row in rows if row.startswith("宝鸡市林业局")]
    assert row.split() == [
        *("宝鸡市林业局", "宝鸡市", "全省林业工作会议", "三件实事", "3", "宝鸡局抓好“三件实事”。"),
        *("陕西省林业局简报", "2023年第3期", "2023-05-10"),
    ]
    assert answer.stderr == ""


def test_what_a_loose_name_was_taken_for_is_said(samples: Path) -> None:
    answer = ask(samples, "responses", "--meeting", "lygzhy")
    assert answer.stderr == "--meeting lygzhy → 全省林业工作会议（拼音 by pinyin）\n"
    assert answer.stdout == ask(samples, "responses", *MEETING).stdout


def test_several_candidates_are_listed_and_none_is_taken(samples: Path) -> None:
    unclear = ask(samples, "responses", "--meeting", "全省")
    assert (unclear.exit_code, unclear.stdout) == (2, "")
    assert "2 个实体" in unclear.stderr
    assert "gkr:meeting/2023-03-21/" in unclear.stderr
    assert unclear.stderr.endswith("请写全名，或 / name one in full, or: --meeting IRI\n")


def test_namesakes_are_told_apart_by_their_documents_and_no_fuller_name_is_asked_for(tmp_path: Path) -> None:
    for number, day in enumerate(("3月2日", "6月9日")):
        news = f"甲乙公司学习贯彻项目建设推进会精神\n{day}，甲乙公司学习贯彻项目建设推进会精神。\n2024年{day}\n"
        (tmp_path / f"{number}.txt").write_text(news + "。" * number, "utf-8")
    build([tmp_path], Settings(dataset=tmp_path / "outputs"))
    unclear = ask(tmp_path / "outputs", "responses", "--meeting", "项目建设推进会")
    assert unclear.exit_code == 2
    assert unclear.stderr.count("甲乙公司学习贯彻项目建设推进会精神") == 2
    assert "请写全名" not in unclear.stderr
    assert "graphkit review" in unclear.stderr
    assert "名称都相同，请给标识 / all have one name, give the IRI: --meeting gkr:meeting/" in unclear.stderr


def test_a_file_of_csv_opens_in_excel_and_standard_output_is_for_programs(samples: Path, tmp_path: Path) -> None:
    assert ask(samples, "responses", *MEETING, "-o", str(tmp_path / "a.csv")).exit_code == 0
    assert (tmp_path / "a.csv").read_bytes().startswith("\ufeff机构,".encode())
    assert ask(samples, "responses", *MEETING, "--format", "csv").stdout.startswith("机构,")


def test_a_candidate_is_chosen_by_its_iri(samples: Path) -> None:
    unclear = ask(samples, "responses", "--meeting", "全省")
    iri = next(word for word in unclear.stderr.split() if word.startswith("gkr:meeting/2023-03-21/"))
    assert ask(samples, "responses", "--meeting", iri).stdout == ask(samples, "responses", *MEETING).stdout


def test_a_name_of_nothing_is_an_error(samples: Path) -> None:
    missing = ask(samples, "responses", "--meeting", "从未召开的会议")
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert "没有找到“从未召开的会议”（会议、" in missing.stderr


def test_an_unknown_question_is_wrong_usage_and_names_the_nearest() -> None:
    unknown = run("respones")
    assert unknown.exit_code == 2
    assert "responses" in unknown.stderr


def test_a_required_parameter_is_asked_for() -> None:
    assert run("coverage").exit_code == 2


def test_a_value_that_is_no_date_is_wrong_usage(samples: Path) -> None:
    assert ask(samples, "responses", "--from", "去年").exit_code == 2


def test_an_end_before_the_start_is_wrong_usage(samples: Path) -> None:
    assert ask(samples, "responses", "--from", "2023", "--to", "2022").exit_code == 2


def test_a_file_is_named_when_it_is_written_and_its_ending_must_be_a_format(samples: Path, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx", "txt"):
        file = tmp_path / f"answer.{ending}"
        assert f"wrote {file}" in ask(samples, "responses", "-o", str(file)).stderr
        assert file.is_file()
    refused = ask(samples, "responses", "-o", str(tmp_path / "answer.doc"))
    assert refused.exit_code == 2
    assert not (tmp_path / "answer.doc").exists()


def test_cite_gives_one_quotable_line_each(samples: Path) -> None:
    lines = ask(samples, "responses", *MEETING, "--region", "宝鸡", "--cite").stdout.splitlines()
    assert lines == [
        "“宝鸡局抓好‘三件实事’。”，《陕西省林业局简报》2023年第3期，2023-05-10，《各市（区）认真传达学习全省林业工作会议精神》"
    ]


def test_a_citation_of_a_numbered_document_has_its_number(samples: Path) -> None:
    told = ask(samples, "responses", *MEETING, "--agency", "陕西省林业局", "--cite").stdout
    assert "《陕西省林业局关于印发〈陕西省秦岭生态护林员管理办法〉的通知》（陕林发〔2023〕45号），2023-04-25\n" in told


@pytest.mark.parametrize("name", question_names())
def test_what_sparql_shows_runs_as_it_is_in_query(samples: Path, name: str) -> None:
    [question] = [one for one in ready_questions() if one.name == name]
    shown = ask(samples, name, *question.example.split(), "--sparql").stdout
    there = CliRunner().invoke(app, ["query", "-", "--format", "json", "--dataset", str(samples)], input=shown)
    here = ask(samples, name, *question.example.split(), "--format", "json")
    assert json.loads(there.stdout) == json.loads(here.stdout)
    assert json.loads(here.stdout)["results"]["bindings"]


def test_coverage_says_its_universe_and_the_documents_counted(samples: Path) -> None:
    answer = ask(samples, "coverage", *MEETING)
    assert answer.stdout.startswith(
        "范围 universe: 陕西省\n下一级地区数 regions right below it: 10\n已读文件数 documents read: "
    )
    assert ask(samples, "coverage", *MEETING, "--format", "md").stdout.startswith("- 范围 universe: 陕西省\n")
    assert ask(samples, "coverage", *MEETING, "--format", "csv").stdout.startswith("范围,下一级地区数,已读文件数,")


def test_the_ending_of_the_file_tells_the_format(samples: Path, tmp_path: Path) -> None:
    for ending, beginning in (
        ("csv", "\ufeff机构".encode()),
        ("json", b"{"),
        ("md", b"| "),
        ("xlsx", b"PK"),
        ("parquet", b"PAR1"),
    ):
        file = tmp_path / f"answer.{ending}"
        assert ask(samples, "responses", *MEETING, "-o", str(file)).exit_code == 0
        assert file.read_bytes().startswith(beginning)


def test_a_workbook_has_the_rows_of_the_table(samples: Path, tmp_path: Path) -> None:
    file = tmp_path / "响应.xlsx"
    ask(samples, "responses", *MEETING, "-o", str(file))
    sheet = load_workbook(file).active
    assert isinstance(sheet, Worksheet)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:2] == ["机构", "地区"]
    assert ["宝鸡市林业局", "宝鸡市", "全省林业工作会议", "三件实事", 3] in [row[:5] for row in rows]


def test_a_query_is_written_as_a_workbook_too(samples: Path, tmp_path: Path) -> None:
    file = tmp_path / "q.xlsx"
    arguments = ["query", "SELECT ('=1+1' AS ?x) {}", "-o", str(file), "--dataset", str(samples)]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    sheet = load_workbook(file).active
    assert isinstance(sheet, Worksheet)
    assert (sheet.cell(2, 1).value, sheet.cell(2, 1).data_type) == ("=1+1", "s")


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_what_is_no_text_needs_a_file(samples: Path, form: str) -> None:
    refused = ask(samples, "responses", "--format", form)
    assert (refused.exit_code, refused.stdout) == (2, "")


def test_statements_are_no_workbook(samples: Path, tmp_path: Path) -> None:
    file = tmp_path / "q.xlsx"
    arguments = ["query", "ASK {}", "-o", str(file), "--dataset", str(samples)]
    assert CliRunner().invoke(app, arguments).exit_code == 2
    assert not file.exists()


def test_no_rows_is_said_and_is_no_failure(samples: Path) -> None:
    empty = ask(samples, "responses", *MEETING, "--from", "2030")
    assert empty.exit_code == 0
    assert "已读文件中没有记载" in empty.stderr


def test_names_complete_from_what_the_question_knows(samples: Path) -> None:
    environment = {
        "_GRAPHKIT_COMPLETE": "complete_bash",
        "COMP_WORDS": f"graphkit ask responses --dataset {samples} --meeting 全省",
        "COMP_CWORD": "6",
    }
    told = CliRunner().invoke(app, [], env=environment, prog_name="graphkit")
    assert "全省林业工作会议" in told.stdout
    assert "局务会议" not in told.stdout


def test_coverage_without_a_universe_says_how_to_name_one(samples: Path) -> None:
    meeting = ("coverage", "--meeting", "全国林业和草原工作视频会议")
    assert "--within" in ask(samples, *meeting).stderr
    assert "--within" not in ask(samples, *meeting, "--within", "陕西省").stderr
    assert "没有这个范围的单位名单" in ask(samples, *meeting, "--within", "思茅区").stderr
