"""One table in each format, read back by standard readers where there is one."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.export.aligned import text_of
from graphkit.export.cells import visible, width
from graphkit.export.tables import (
    FORMATS,
    RESULTS,
    XSD,
    boolean_of,
    csv_of,
    spreadsheet_csv_of,
    statements_of,
    turtle_term,
)
from graphkit.model.tables import Statement, Table, Term
from graphkit.terms import GK

OFFICE = Term("iri", "https://w3id.org/graphkit/id/agency/510100/政府/机关事务/局")
NAME = Term("literal", "成都局", language="zh")
COUNT = Term("literal", "30", datatype=XSD + "integer")
HARD = st.text(alphabet="甲乙。𠮷 ,\"'\n\r\t|<>&=\\`*\x07\u202e\ufffe")


def table(*rows: tuple[Term | None, ...]) -> Table:
    return Table(("office", "name"), rows)


def written(form: str, *rows: tuple[Term | None, ...]) -> str:
    return "".join(FORMATS[form](table(*rows)))


def test_csv_is_plain_values_with_carriage_returns() -> None:
    assert written("csv", (OFFICE, NAME), (None, COUNT)) == f"office,name\r\n{OFFICE.value},成都局\r\n,30\r\n"


@given(HARD)
def test_csv_reads_back_as_written(text: str) -> None:
    lines = written("csv", (OFFICE, Term("literal", text)))
    assert list(csv.reader(io.StringIO(lines, newline="")))[1] == [OFFICE.value, text]


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@SUM", "\tx", "\rx", "＝1", "－1"])
def test_guarded_csv_lets_no_formula_run(text: str) -> None:
    guarded = "".join(csv_of(table((Term("literal", text), COUNT)), guard=True))
    assert list(csv.reader(io.StringIO(guarded, newline="")))[1] == [f"'{text}", "30"]


def test_guarded_csv_leaves_negative_numbers_alone() -> None:
    number = Term("literal", "-5", datatype=XSD + "integer")
    assert "\r\n-5,成都局\r\n" in "".join(csv_of(table((number, NAME)), guard=True))


def test_spreadsheet_csv_begins_with_the_byte_order_mark() -> None:
    assert "".join(spreadsheet_csv_of(table((NAME, COUNT)))).startswith("\ufeffoffice,name\r\n")


def test_tsv_writes_terms_as_turtle_does() -> None:
    typed = Term("literal", "2021-03", datatype=XSD + "gYearMonth")
    assert written("tsv", (OFFICE, NAME), (COUNT, typed), (None, Term("literal", 'a"\t\n\\'))) == (
        f'?office\t?name\n<{OFFICE.value}>\t"成都局"@zh\n30\t"2021-03"^^<{XSD}gYearMonth>\n\t"a\\"\\t\\n\\\\"\n'
    )


def test_numbers_that_turtle_would_read_otherwise_are_quoted() -> None:
    assert turtle_term(Term("literal", "1e", datatype=XSD + "double")) == f'"1e"^^<{XSD}double>'
    assert turtle_term(Term("literal", "1.", datatype=XSD + "decimal")) == f'"1."^^<{XSD}decimal>'


def test_an_iri_cannot_break_out_of_its_brackets() -> None:
    assert turtle_term(Term("iri", "http://x/> a <b")) == "<http://x/\\u003E\\u0020a\\u0020\\u003Cb>"


def test_json_is_sparql_results_json() -> None:
    answer = json.loads(written("json", (OFFICE, NAME), (None, COUNT), (Term("blank", "b"), None)))
    assert answer == {
        "head": {"vars": ["office", "name"]},
        "results": {
            "bindings": [
                {
                    "office": {"type": "uri", "value": OFFICE.value},
                    "name": {"type": "literal", "value": "成都局", "xml:lang": "zh"},
                },
                {"name": {"type": "literal", "value": "30", "datatype": XSD + "integer"}},
                {"office": {"type": "bnode", "value": "b"}},
            ]
        },
    }


def test_json_of_no_rows_is_still_json() -> None:
    assert json.loads(written("json"))["results"] == {"bindings": []}


@given(HARD)
def test_xml_is_well_formed_whatever_the_text(text: str) -> None:
    root = ElementTree.fromstring(written("xml", (OFFICE, Term("literal", text))).encode())
    found = root.findtext(f".//{{{RESULTS}}}literal")
    assert (found or "") == text.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd")


def test_xml_carries_language_and_datatype() -> None:
    text = written("xml", (NAME, COUNT))
    assert '<literal xml:lang="zh">成都局</literal>' in text
    assert f'<literal datatype="{XSD}integer">30</literal>' in text


def test_markdown_escapes_what_would_be_markup() -> None:
    assert written("md", (Term("literal", "a|b*c\n<script>"), NAME)).splitlines()[2] == (
        "| a\\|b\\*c &lt;script&gt; | 成都局 |"
    )


def test_text_aligns_chinese_by_terminal_columns() -> None:
    short, long = Term("literal", "ab"), Term("literal", "成都局")
    lines = "".join(text_of(table((short, NAME), (long, NAME)))).splitlines()
    assert lines == ["office  name", "──────  ──────", "ab      成都局", "成都局  成都局"]


def test_text_shows_known_iris_by_prefix() -> None:
    assert "gk:heldBy" in written("table", (Term("iri", GK + "heldBy"), None))


@given(st.lists(st.tuples(HARD, HARD), min_size=1, max_size=4))
def test_folded_text_never_exceeds_the_terminal(rows: list[tuple[str, str]]) -> None:
    terms = [(Term("literal", one), Term("literal", other)) for one, other in rows]
    lines = "".join(text_of(table(*terms), columns=20)).split("\n")
    assert max(map(width, lines)) <= 20


@given(HARD)
def test_nothing_that_a_terminal_obeys_is_shown_raw(text: str) -> None:
    assert not set(visible(text)) & set("\x07\u202e\n\r\t")


@pytest.mark.parametrize(("form", "text"), [("csv", "true\n"), ("table", "true\n")])
def test_a_yes_is_one_word(form: str, text: str) -> None:
    assert boolean_of(True, form) == text


def test_booleans_have_their_json_and_xml_forms() -> None:
    assert json.loads(boolean_of(False, "json")) == {"head": {}, "boolean": False}
    assert ElementTree.fromstring(boolean_of(True, "xml").encode()).findtext(f"{{{RESULTS}}}boolean") == "true"


def test_statements_are_lines_of_n_quads() -> None:
    rows = [Statement("urn:a", "urn:b", COUNT, None), Statement("urn:a", "urn:b", NAME, "urn:g")]
    assert list(statements_of(rows)) == [
        f'<urn:a> <urn:b> "30"^^<{XSD}integer> .\n',
        '<urn:a> <urn:b> "成都局"@zh <urn:g> .\n',
    ]


def test_rows_of_folded_cells_stand_apart() -> None:
    rows = [
        (Term("literal", "一二三四五六七八"), Term("literal", "甲")),
        (Term("literal", "九"), Term("literal", "乙")),
    ]
    folded = "".join(text_of(Table(("a", "b"), rows), columns=16)).splitlines()
    assert folded[2:] == ["一二三四五六  甲", "七八", "", "九            乙"]
    assert "" not in "".join(text_of(Table(("a", "b"), rows))).splitlines()


LONG = Term("literal", "甲" * 100)


def test_lines_of_no_terminal_are_filled_up_to_a_width_only() -> None:
    lines = "".join(text_of(table((LONG, NAME), (NAME, NAME)))).splitlines()
    assert lines[2] == f"{'甲' * 100}  成都局"
    assert lines[3] == f"成都局{' ' * 54}  成都局"


def test_columns_that_say_nothing_are_left_out_where_room_is_wanted() -> None:
    sheet = Table(("office", "期限", "name"), [(Term("literal", "甲" * 20), None, NAME)])
    wide, narrow = ("".join(text_of(sheet, columns=columns)).splitlines() for columns in (60, 40))
    assert wide[0].split() == ["office", "期限", "name"]
    assert narrow[0].split() == ["office", "name"]
    assert narrow[-1] == "无内容的列 empty columns: 期限"


@pytest.mark.parametrize(("value", "columns"), [(NAME, 12), (LONG, 24)])
def test_rows_that_no_columns_hold_are_records(value: Term, columns: int) -> None:
    sheet = Table(("office", "name", "期限"), [(Term("literal", "甲" * 9), value, None)] * 2)
    lines = "".join(text_of(sheet, columns=columns)).splitlines()
    assert [line for line in lines if line.startswith("──")] == [
        f"── {number} ".ljust(columns, "─") for number in (1, 2)
    ]
    assert lines[1].startswith("office  甲")
    assert "name    " in "\n".join(lines)
    assert "期限  " not in "\n".join(lines[:-1])
