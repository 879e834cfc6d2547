"""query, show, export and check over a dataset known by heart."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graphkit.cli.app import app
from graphkit.rdf.shapes import Violation

NAMES = "SELECT ?name { ?thing a gk:Meeting ; skos:prefLabel ?name }"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(9)) + " }"


def run(folder: Path, *arguments: str, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [*arguments, "--dataset", str(folder)], input=text)


def started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "graphkit", *arguments, "--dataset", str(folder)]
    root = Path(__file__).parents[2]
    # a shell's background job passes on an ignored Ctrl-C; here it counts
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root, preexec_fn=heed)  # noqa: PLW1509 - no threads


needs_full = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="needs /dev/full, to which nothing can be written"
)


@needs_full
@pytest.mark.parametrize(
    "arguments", [["query", NAMES], ["show", "成都局"], ["ask"], ["query", NAMES, "--format", "csv"]]
)
def test_output_that_cannot_be_written_is_one_line_and_1(folder: Path, arguments: list[str]) -> None:
    command = [
        sys.executable,
        "-m",
        "graphkit",
        *arguments,
        *(["--dataset", str(folder)] if len(arguments) > 1 else []),
    ]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, cwd=Path(__file__).parents[2])
    assert ended.returncode == 1
    told = ended.stderr.decode()
    assert (
        "无法写入，磁盘已满，请腾出空间再试 / cannot be written, the disk is full; make room and try again: No" in told
    )
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of a process")
@pytest.mark.parametrize(
    "arguments", [["export", "{}/a.nq"], ["query", NAMES, "-o", "{}/a.csv"], ["export", "{}/a.nt"]]
)
def test_a_file_for_which_there_is_no_room_leaves_the_old_one(
    folder: Path, tmp_path: Path, arguments: list[str]
) -> None:
    arguments = [one.format(tmp_path) if one.startswith("{}") else one for one in arguments]
    old = next(Path(one) for one in arguments if one.startswith(str(tmp_path)))
    old.write_text("old", encoding="utf-8")
    script = (
        "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (8, 8))\nfrom graphkit.__main__ import main\nmain()"
    )
    command = [sys.executable, "-c", script, *arguments, "--dataset", str(folder)]
    ended = subprocess.run(command, capture_output=True, check=False, cwd=Path(__file__).parents[2])
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)
    assert [one.name for one in tmp_path.iterdir()] == [old.name]
    assert old.read_text("utf-8") == "old"


@needs_full
@pytest.mark.parametrize(("closed", "code"), [(">&-", 0), ("| true", 0), ("-o /dev/stdout | cat", 0)])
def test_a_reader_who_is_gone_or_a_pipe_ends_no_command_with_a_traceback(folder: Path, closed: str, code: int) -> None:
    command = f"{sys.executable} -m graphkit query '{NAMES}' --format csv --dataset {folder} {closed}"
    ended = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False, cwd=Path(__file__).parents[2])
    assert (ended.returncode, b"Traceback" in ended.stderr) == (code, False)
    assert ("cat" in closed) is ("全省会议" in ended.stdout.decode())


def test_a_query_is_shown_as_a_table(folder: Path) -> None:
    assert run(folder, "query", NAMES).stdout == "name\n────────\n全省会议\n"


@pytest.mark.parametrize("form", ["csv", "tsv", "xml", "md", "json"])
def test_each_format_holds_the_answer(folder: Path, form: str) -> None:
    result = run(folder, "query", NAMES, "--format", form)
    assert result.exit_code == 0
    assert "全省会议" in result.stdout


def test_json_is_the_published_form(folder: Path) -> None:
    answer = json.loads(run(folder, "query", NAMES, "--format", "json").stdout)
    assert answer["results"]["bindings"] == [{"name": {"type": "literal", "value": "全省会议", "xml:lang": "zh"}}]


def test_a_query_comes_from_a_file_or_from_standard_input(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_bytes(b"\xef\xbb\xbf" + NAMES.encode())
    expected = run(folder, "query", NAMES).stdout
    assert run(folder, "query", "-f", str(file)).stdout == expected
    assert run(folder, "query", "-", text=NAMES).stdout == expected


def test_a_query_that_is_no_utf_8_is_wrong_usage(folder: Path) -> None:
    assert run(folder, "query", "-", text="SELECT '机关'".encode("gb18030")).exit_code == 2


def test_an_ask_answers_in_a_word(folder: Path) -> None:
    assert run(folder, "query", "ASK { ?a gk:respondedTo ?m }").stdout == "true\n"


def test_a_construct_writes_statements(folder: Path) -> None:
    result = run(folder, "query", "CONSTRUCT { ?a gk:respondedTo ?m } WHERE { ?a gk:respondedTo ?m }")
    assert result.stdout.endswith("/全省会议> .\n")
    assert result.stdout.count("\n") == 1


def test_an_answer_goes_into_a_file_and_nowhere_else(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "answer.csv"
    result = run(folder, "query", NAMES, "--format", "csv", "-o", str(file))
    assert (result.exit_code, result.stdout) == (0, "")
    assert file.read_bytes() == "name\r\n全省会议\r\n".encode()


def test_a_failed_query_leaves_the_old_file(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "answer.csv"
    file.write_text("old", encoding="utf-8")
    assert run(folder, "query", "SELECT {", "-o", str(file)).exit_code == 1
    assert file.read_text(encoding="utf-8") == "old"


def test_a_spreadsheet_runs_no_formula(folder: Path) -> None:
    text = 'SELECT ("=1+1" AS ?x) {}'
    result = run(folder, "query", text, "--format", "csv", "--spreadsheet")
    assert list(csv.reader(io.StringIO(result.stdout.removeprefix("\ufeff"), newline=""))) == [["x"], ["'=1+1"]]
    assert run(folder, "query", text, "--spreadsheet").exit_code == 2


def test_a_cut_answer_says_so(folder: Path) -> None:
    result = run(folder, "query", "SELECT ?s { ?s a ?class }", "--rows", "2")
    assert len(result.stdout.splitlines()) == 4
    assert "--rows" in result.stderr


@pytest.mark.parametrize(
    "text", ["SELECT * { SERVICE <http://x/> {} }", "DELETE WHERE { ?s ?p ?o }", "LOAD <http://x/>"]
)
def test_what_reaches_out_or_writes_ends_with_4(folder: Path, text: str) -> None:
    assert run(folder, "query", text).exit_code == 4


def test_a_runaway_query_ends_with_4(folder: Path) -> None:
    result = run(folder, "query", RUNAWAY, "--timeout", "1")
    assert result.exit_code == 4
    assert "1 s" in result.stderr


@pytest.mark.parametrize("arguments", [["show", "成都局"], ["ask", "responses"], ["ask", "responses", "--sparql"]])
def test_showing_and_asking_have_a_deadline_and_are_interrupted(
    folder: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    late = run(folder, *arguments, "--timeout", "0.1")
    assert late.exit_code == 4
    assert len(late.stderr.splitlines()) == 1
    assert "--timeout" in late.stderr

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graphkit.query.apart.ask_worker", interrupted)
    stopped = run(folder, *arguments)
    assert (stopped.exit_code, stopped.stdout) == (130, "")


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf", "1e9", "x"])
def test_a_deadline_that_is_none_is_wrong_usage(folder: Path, seconds: str) -> None:
    for command in (["query", "ASK {}"], ["show", "成都局"], ["ask", "responses"]):
        result = run(folder, *command, "--timeout", seconds)
        assert result.exit_code == 2


def test_more_rows_than_there_can_be_are_wrong_usage(folder: Path) -> None:
    assert run(folder, "query", "ASK {}", "--rows", "9" * 30).exit_code == 2


@pytest.mark.parametrize(
    "arguments", [["query", "ASK {}"], ["show", "x"], ["ask", "responses"], ["export", "x.nq"], ["check"]]
)
def test_without_a_dataset_the_remedy_is_told(tmp_path: Path, arguments: list[str]) -> None:
    result = run(tmp_path / "nowhere", *arguments)
    assert result.exit_code == 1
    assert "graphkit build" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_ctrl_c_during_a_query_ends_with_130_and_leaves_no_worker(folder: Path) -> None:
    with started(folder, "query", RUNAWAY, "--timeout", "60") as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        if not children.exists():
            process.kill()
            pytest.skip("needs /proc to see the worker")
        deadline = time.monotonic() + 30
        while not (workers := children.read_text().split()) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
    assert process.returncode == 130
    assert workers
    # one that was started but not yet known to its parent ends by itself, when it finds nothing on stdin
    deadline = time.monotonic() + 10
    while (left := [one for one in workers if Path(f"/proc/{one}").exists()]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == []


def test_a_thing_is_shown_with_each_sentence_and_its_place(folder: Path) -> None:
    shown = run(folder, "show", "成都局").stdout
    assert shown.startswith("成都局\n  类型 class   机构 地方机构\n  别名 names   成都市机关事务管理局\n")
    assert (
        "→ 已落实  全省会议\n"
        "    会后，【成都局传达学习全省会议精神】。\n"
        "      甲省机关事务管理局简报  char=37,50  response\n"
    ) in shown


def test_a_demand_is_marked_as_one(folder: Path) -> None:
    assert "【成都局要再次学习全省会议精神】。〔要求 demanded〕" in run(folder, "show", "成都局").stdout


def test_fewer_quotes_can_be_asked_for(folder: Path) -> None:
    assert "【" not in run(folder, "show", "成都局", "--quotes", "0").stdout


def test_several_candidates_are_listed_and_none_is_chosen(folder: Path) -> None:
    result = run(folder, "show", "机关事务")
    assert result.exit_code == 2
    assert result.stdout.startswith("“机关事务”可以是 3 个实体")
    assert "char=" not in result.stdout


def test_what_queries_call_things_is_shown_when_asked_for(folder: Path) -> None:
    assert "gk:" not in run(folder, "show", "成都局").stdout
    shown = run(folder, "show", "成都局", "--terms").stdout
    assert "机构 gk:Agency 地方机构 gk:RegionalOffice" in shown
    assert "→ 已落实 gk:respondedTo  全省会议\n" in shown


def test_a_class_narrows_them_down(folder: Path) -> None:
    assert run(folder, "show", "机关事务", "--class", "RegionalOffice").stdout.startswith("成都局\n")


def test_a_misspelt_name_is_answered_with_the_nearest(folder: Path) -> None:
    for command in (["show", "全生会议"], ["why", "全生会议", "成都局"], ["correct", "全生会议"]):
        result = run(folder, *command)
        assert result.exit_code == 1
        assert "您是不是要找“全省会议”" in result.stderr


def test_a_term_that_the_ontology_has_not_is_told(folder: Path) -> None:
    result = run(folder, "query", NAMES.replace("gk:Meeting", "gk:Meating"))
    assert result.exit_code == 0
    assert "本体中没有 gk:Meating，是否 gk:Meeting" in result.stderr
    assert run(folder, "query", NAMES).stderr == ""


def test_nothing_found_ends_with_1(folder: Path) -> None:
    result = run(folder, "show", "[red]不存在")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "[red]不存在" in result.stderr


@pytest.mark.parametrize("form", ["nq", "trig", "ttl", "nt", "jsonld", "rdf"])
def test_each_rdf_format_is_written_twice_with_the_same_bytes(folder: Path, tmp_path: Path, form: str) -> None:
    for name in ("a", "b"):
        assert run(folder, "export", str(tmp_path / f"{name}.{form}")).exit_code == 0
    written = (tmp_path / f"a.{form}").read_bytes()
    assert "全省会议".encode() in written
    assert written == (tmp_path / f"b.{form}").read_bytes()


def test_json_ld_can_hold_the_readings(folder: Path, tmp_path: Path) -> None:
    run(folder, "export", str(tmp_path / "a.jsonld"))
    run(folder, "export", str(tmp_path / "b.jsonld"), "--with-readings")
    graphs = [(tmp_path / name).read_text(encoding="utf-8").count('"@graph"') for name in ("a.jsonld", "b.jsonld")]
    assert graphs[0] < graphs[1]


@pytest.mark.parametrize("arguments", [["a.docx"], ["a"], ["a.ttl", "--with-readings"]])
def test_formats_that_cannot_be_are_wrong_usage(folder: Path, tmp_path: Path, arguments: list[str]) -> None:
    name, *options = arguments
    assert run(folder, "export", str(tmp_path / name), *options).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_sound_dataset_passes_its_check(folder: Path) -> None:
    result = run(folder, "check")
    assert result.exit_code == 0
    assert "没有问题" in result.stdout


def test_violations_are_reported_by_kind_and_end_with_3(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        Violation("quote", f"https://w3id.org/graphkit/id/text/{n}", "", "引文不符", "[bold]甲\x1b[31m")
        for n in range(3)
    ]
    monkeypatch.setattr("graphkit.dataset.check.check_dataset", lambda *_: [*found, Violation("shape", "x", "y", "z")])
    result = run(folder, "check", "--limit", "2")
    assert result.exit_code == 3
    assert "引文与原文不符 / quotes that are not the slice of their text: 3\n" in result.stdout
    assert "… 另有 1 条" in result.stdout
    assert "[bold]甲\\u001b[31m" in result.stdout
    assert result.stdout.endswith("共 4 处问题 / 4 problems\n")
