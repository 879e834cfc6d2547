"""extract and evaluate: what is read in one file, and how well."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graphkit.cli.app import app

GOLD = Path(__file__).parents[3] / "shared" / "gold"
GOLD_FILES = sorted(GOLD.glob("*.gold.json"))
TEXT = "2021年2月26日，四川省机关事务管理局召开全省机关事务工作会议。\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def gold_beside(source: Path, **changes: object) -> Path:
    """Write a gold file that marks the date and the bureau, beside its text."""
    gold: dict[str, object] = {
        "text_sha256": hashlib.sha256(source.read_bytes()).hexdigest(),
        "document_date": None,
        "home": None,
        "mentions": [
            {"start": 0, "end": 10, "type": "Date", "text": "2021年2月26日", "entity": "e1"},
            {"start": 11, "end": 21, "type": "Agency", "text": "四川省机关事务管理局", "entity": "e2"},
            {"start": 0, "end": 1, "type": "Work", "text": "2", "entity": "e1"},
        ],
        "entities": {
            "e1": {"type": "Date", "names": ["2021年2月26日"]},
            "e2": {"type": "Agency", "names": ["四川省机关事务管理局"]},
        },
        "facts": [],
    }
    path = source.with_suffix(".gold.json")
    path.write_text(json.dumps(gold | changes, ensure_ascii=False), encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


def test_the_gold_form_quotes_the_text(source: Path) -> None:
    gold = json.loads(run("extract", source, "--format", "gold").stdout)
    assert gold["text_sha256"] == hashlib.sha256(source.read_bytes()).hexdigest()
    assert "四川省机关事务管理局" in [mention["text"] for mention in gold["mentions"]]
    assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in gold["mentions"])


def test_the_table_lists_mentions_and_facts(source: Path) -> None:
    shown = run("extract", source).stdout
    assert "11,21" in shown
    assert "heldOn" in shown


def test_json_holds_the_evidence_of_each_fact(source: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    assert run("extract", source, "--format", "json", "-o", file).exit_code == 0
    annotation = json.loads(file.read_text(encoding="utf-8"))
    quotes = [evidence["quote"] for fact in annotation["facts"] for evidence in fact["evidence"]]
    assert quotes
    assert all(quote in TEXT for quote in quotes)


def test_each_reading_and_each_refusal_is_explained(source: Path) -> None:
    shown = run("extract", source, "--explain").stdout
    mentions, facts, refused = (part.splitlines() for part in re.split("事实|没有采用", shown))
    assert any("全省机关事务工作会议" in line and line.endswith("meeting-named") for line in mentions)
    assert any("holding" in line and "召开" in line for line in facts)
    assert any("四川省" in line and "gives way to Agency “四川省机关事务管理局”" in line for line in refused)


def test_the_users_own_tables_are_read_with(source: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "patterns.tsv").write_text("rule\tkind\tpattern\nall\tWork\t全省机关事务工作会议\n", "utf-8")
    assert "own-all" in run("extract", source, "--explain", "--lexicon", tmp_path / "own").stdout
    (tmp_path / "own" / "patterns.tsv").write_text("rule\tkind\tpattern\nall\tWork\t(\n", "utf-8")
    result = run("extract", source, "--lexicon", tmp_path / "own")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert "patterns.tsv:2" in result.stderr


def test_a_file_that_is_no_text_is_one_line_and_1(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"\x00\xff\x00")
    result = run("extract", path)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_evaluation_prints_totals_and_by_type_each_kind(source: Path) -> None:
    gold = gold_beside(source)
    totals = run("evaluate", gold).stdout
    assert "Agency" not in totals
    assert "B-cubed" in totals
    assert "  Agency                  1.0000  1.0000  1.0000      1\n" in run("evaluate", gold, "--by-type").stdout


def test_misses_are_named(source: Path) -> None:
    shown = run("evaluate", gold_beside(source), "--misses", "1").stdout
    assert "== news.gold.json\n  missed mention  Work 2 char=0,1\n" in shown


@pytest.mark.parametrize(
    ("content", "named"), [("{}", "mentions"), ("not json", "news.gold.json"), ('{"mentions": 1}', "array")]
)
def test_a_file_that_is_no_gold_is_named(source: Path, content: str, named: str) -> None:
    gold = source.with_suffix(".gold.json")
    gold.write_text(content, encoding="utf-8")
    result = run("evaluate", gold)
    assert result.exit_code == 1
    assert named in result.stderr


def test_a_gold_file_needs_the_very_text_it_marks(source: Path) -> None:
    assert "SHA-256" in run("evaluate", gold_beside(source, text_sha256="0" * 64)).stderr
    gold = gold_beside(source)
    source.unlink()
    result = run("evaluate", gold)
    assert result.exit_code == 1
    assert "news.txt" in result.stderr


def test_what_a_kept_run_had_and_this_has_not_is_named_and_judged(source: Path, tmp_path: Path) -> None:
    gold, kept = gold_beside(source), tmp_path / "last.json"
    assert run("evaluate", gold, "--save", kept).exit_code == 0
    assert "==" not in run("evaluate", gold, "--against", kept).stdout
    last = json.loads(kept.read_text("utf-8"))
    prediction = last["predictions"]["news.gold.json"]
    prediction["mentions"] = [one for one in prediction["mentions"] if one["type"] != "Agency"]
    prediction["mentions"].append({"start": 0, "end": 2, "type": "Region", "text": "20", "entity": None})
    kept.write_text(json.dumps(last), encoding="utf-8")
    shown = run("evaluate", gold, "--against", kept).stdout
    assert "== news.gold.json  变好 better 2 · 变差 worse 0\n" in shown
    assert "  + 对 right  Agency 四川省机关事务管理局 char=11,21\n" in shown
    assert "  - 错 wrong  Region 20 char=0,2\n" in shown


def test_a_document_that_the_kept_run_lacks_is_named(source: Path, tmp_path: Path) -> None:
    kept = tmp_path / "last.json"
    kept.write_text('{"predictions": {}}', encoding="utf-8")
    assert "not in the kept run" in run("evaluate", gold_beside(source), "--against", kept).stdout


def test_a_file_that_is_no_kept_run_is_one_line(source: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("[]", encoding="utf-8")
    for file in (other, tmp_path / "absent.json"):
        result = run("evaluate", gold_beside(source), "--against", file)
        assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
        assert file.name in result.stderr


def test_texts_may_lie_in_another_folder(source: Path, tmp_path: Path) -> None:
    gold = gold_beside(source)
    (tmp_path / "texts").mkdir()
    source.rename(tmp_path / "texts" / source.name)
    assert run("evaluate", gold, "--texts", tmp_path / "texts").exit_code == 0


@pytest.mark.skipif(not GOLD_FILES, reason="../shared/gold is absent")
def test_evaluate_says_what_the_reference_scorer_says_of_extract(tmp_path: Path) -> None:
    pairs: list[str] = []
    for path in GOLD_FILES[:4]:
        predicted = tmp_path / path.name
        text = path.with_name(path.name.removesuffix(".gold.json") + ".txt")
        assert run("extract", text, "--format", "gold", "-o", predicted).exit_code == 0
        pairs += [str(path), str(predicted)]
    reference = subprocess.run(
        [sys.executable, str(GOLD / "score.py"), "--json", *pairs], check=True, capture_output=True, text=True
    )
    assert json.loads(run("evaluate", *pairs[::2], "--json").stdout) == json.loads(reference.stdout)
