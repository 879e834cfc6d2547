"""A folder of the user's own tables: what it adds, and how its faults are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.errors import LexiconError
from graphkit.extract.lexicon import COLUMNS, SHIPPED, open_lexicon
from graphkit.extract.patterns import pattern_rules
from graphkit.model.entities import Annotation
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate
from graphkit.settings import resource


def read_with(folder: Path, text: str) -> Annotation:
    return annotate(document_of(text), open_lexicon(folder))


def surfaces(annotation: Annotation, kind: str) -> list[str]:
    return [mention.surface for mention in annotation.mentions if mention.kind == kind]


def write(folder: Path, table: str, *rows: str) -> Path:
    (folder / table).write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def test_the_columns_named_are_those_of_the_shipped_tables() -> None:
    for table, columns in COLUMNS.items():
        if table != "patterns.tsv":
            header = resource(f"gazetteers/{table}").read_text("utf-8").splitlines()[0]
            assert tuple(header.split("\t")) == columns, table


def test_a_function_of_the_users_makes_an_agency(tmp_path: Path) -> None:
    text = "会议由甘肃省星际航运厅承办。"
    assert [one.key for one in annotate(document_of(text)).entities.values()] == [("agency", "甘肃省星际航运厅")]
    folder = write(tmp_path, "functions.tsv", "function\tforms\tunique\tgenerics", "星际航运\t星际航运\tyes\t厅|局")
    found = read_with(folder, text)
    assert surfaces(found, "Agency") == ["甘肃省星际航运厅"]
    agency = next(one for one in found.entities.values() if one.kind == "Agency")
    assert agency.key == ("agency", "620000", "政府", "星际航运", "厅")


def test_a_campaign_and_a_topic_of_the_users_are_read(tmp_path: Path) -> None:
    write(tmp_path, "campaigns.tsv", "name", "蓝鲸护航")
    write(tmp_path, "topics.tsv", "topic\tparent\tcues", "深海\t\t载人深潜|深海采样")
    found = read_with(
        tmp_path, "青岛市海洋发展局召开全市海洋工作会议。\n会议要求：一是抓好深海采样，推进蓝鲸护航；二是加强管理。"
    )
    assert "蓝鲸护航" in surfaces(found, "Campaign")
    points = [fact for fact in found.facts if fact.kind == "point"]
    assert [sign.topic for sign in points[0].topics] == ["深海"]


def test_a_mention_pattern_marks_its_group_and_goes_first(tmp_path: Path) -> None:
    folder = write(tmp_path, "patterns.tsv", "rule\tkind\tpattern", "ship\tWork\t轮船(?P<name>[一-鿿]{2,6}号)")
    found = read_with(folder, "轮船东方红号到港。")
    assert [(m.surface, m.rule) for m in found.mentions] == [("东方红号", "own-ship")]


def test_a_fact_pattern_states_what_its_groups_hold(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        "patterns.tsv",
        "rule\tkind\tpattern\tnote",
        "twin\tcooperatesWith\t(?P<subject>[一-鿿]+局)结对(?P<object>[一-鿿]+局)\t结对",
    )
    found = read_with(folder, "成都市财政局结对甘孜藏族自治州财政局。")
    stated = [fact for fact in found.facts if fact.kind == "cooperation"]
    assert [(fact.evidence[0].rule, fact.evidence[0].quote) for fact in stated] == [
        ("own-twin", "成都市财政局结对甘孜藏族自治州财政局")
    ]


def test_a_pattern_that_would_run_away_elsewhere_ends(tmp_path: Path) -> None:
    folder = write(tmp_path, "patterns.tsv", "rule\tkind\tpattern", "bad\tWork\t(?:局+)+$")
    assert read_with(folder, "局" * 20_000 + "。").facts == ()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Ship\tWork\tx", "a-z"),
        ("ship\tVessel\tx", "one of"),
        ("ship\tWork\t(x", "RE2"),
        ("ship\tWork\t(?<=a)x", "RE2"),
        ("ship\tissues\tx", "subject and object"),
    ],
)
def test_a_pattern_at_fault_is_told_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    folder = write(tmp_path, "patterns.tsv", "rule\tkind\tpattern", "good\tWork\tx", row)
    with pytest.raises(LexiconError) as caught:
        pattern_rules(open_lexicon(folder))
    assert "patterns.tsv:3" in str(caught.value)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("table", "content", "told"),
    [
        ("places.tsv", "code\n1\n", "no such table"),
        ("regions.tsv", "code\n1\n", "行政区划以自带的为准"),
        ("posts.tsv", "title\n局长\n", "posts.tsv:1"),
        ("posts.tsv", "post\n局长\t甲\n", "posts.tsv:2"),
        ("kinds.tsv", "suffix\tsystem\n\t政府\n", "kinds.tsv:2"),
        ("posts.tsv", "", "posts.tsv:1"),
    ],
)
def test_a_table_at_fault_is_told_with_its_place(tmp_path: Path, table: str, content: str, told: str) -> None:
    (tmp_path / table).write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        open_lexicon(tmp_path)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_table_in_another_encoding_and_an_absent_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "posts.tsv").write_bytes("post\n局长\n".encode("gb18030"))
    with pytest.raises(LexiconError, match="UTF-8"):
        open_lexicon(tmp_path)
    with pytest.raises(LexiconError, match="no such folder"):
        open_lexicon(tmp_path / "absent")


def test_no_folder_is_the_shipped_lexicon_and_line_ends_change_nothing(tmp_path: Path) -> None:
    assert open_lexicon(None) is SHIPPED
    first, second = tmp_path / "a", tmp_path / "b"
    for folder, end in ((first, "\n"), (second, "\r\n")):
        folder.mkdir()
        (folder / "posts.tsv").write_bytes(f"post{end}船长{end}".encode())
    assert open_lexicon(first).fingerprint == open_lexicon(second).fingerprint


def test_a_name_element_of_the_users_makes_a_person(tmp_path: Path) -> None:
    text = "会议由局长霞飞霁主持。"
    assert surfaces(annotate(document_of(text)), "Person") == []
    assert surfaces(read_with(write(tmp_path, "cues.tsv", "set\tword", "name_element\t霞飞霁"), text), "Person") == [
        "霞飞霁"
    ]


def test_a_set_of_cues_that_no_rule_reads_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such set"):
        open_lexicon(write(tmp_path, "cues.tsv", "set\tword", "boundry\t召开"))
