"""Values turned into terms."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.model.tables import Statement
from graphkit.model.values import PartialDate
from graphkit.rdf.engine import nquads_of, statements_in
from graphkit.rdf.literals import date, decimal, integer, label, label_form, text
from graphkit.rdf.store import memory_store
from graphkit.terms import xsd


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("2021 年全省机关事务工作要点", "2021年全省机关事务工作要点"),
        ("习近\n\n平", "习近平"),
        ("《 工作要点 》", "工作要点"),
        ("“制度建设年”活动", "“制度建设年”活动"),
        ("“甲”和“乙”", "“甲”和“乙”"),
        ("质量　提升", "质量提升"),
        ("Open  Data 平台", "Open Data 平台"),
        ("ＡＢ，甲", "ＡＢ，甲"),
        ("“”", "“”"),
        ("  ", ""),
        ("《“甲”》", "甲"),
    ],
)
def test_labels_drop_white_space_between_han_characters_and_quotes_around_the_whole(name: str, form: str) -> None:
    assert label_form(name) == form


@pytest.mark.property
@given(st.text(st.sampled_from("甲乙。\n 1aA《》“”\u3000𠮷"), max_size=12))
def test_a_label_form_is_its_own_label_form(name: str) -> None:
    assert label_form(label_form(name)) == label_form(name)


@pytest.mark.parametrize(
    ("value", "written"),
    [("3100.0", "3100"), ("0.50", "0.5"), ("-0", "0"), ("1E+3", "1000"), ("0.000", "0"), ("100", "100")],
)
def test_decimals_are_written_without_needless_zeros(value: str, written: str) -> None:
    assert decimal(Decimal(value)).value == written


def test_dates_are_typed_by_their_precision() -> None:
    assert date(PartialDate(year=2021)).datatype == xsd.gYear
    assert date(PartialDate(year=2021, month=3)).datatype == xsd.gYearMonth
    assert date(PartialDate(year=2021, month=3, day=5)) == ("literal", "2021-03-05", xsd.date, None)


TERMS = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=4).map(decimal),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**6), max_value=10**6).map(decimal),
    st.integers().map(integer),
    st.text(st.characters(exclude_categories=["Cs"])).map(text),
    st.text(st.characters(exclude_categories=["Cs"])).map(label),
    st.builds(
        PartialDate,
        year=st.integers(1, 9999),
        month=st.integers(1, 12),
        day=st.one_of(st.none(), st.integers(1, 31)),
    ).map(date),
)


@pytest.mark.property
@given(TERMS)
def test_the_engine_gives_back_each_literal_as_it_was_written(term: tuple[str, str, str | None, str | None]) -> None:
    statement = Statement("urn:s", "urn:p", term, None)  # type: ignore[arg-type]
    lines = nquads_of([statement])
    assert list(statements_in(lines[0])) == [statement]
    assert list(memory_store([statement]).lines()) == lines
