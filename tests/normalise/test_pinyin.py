"""Names as they are typed in pinyin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.normalise.pinyin import is_spelt, is_spelt_within, is_typed_pinyin, syllables_of


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("cdj", "成都局"),
        ("chengduju", "成都局"),
        ("Cheng Du Ju", "成都局"),
        ("cheng'duju", "成都局"),
        ("chdj", "成都局"),
        ("cqs", "重庆市"),
        ("chongqing", "重庆"),
        ("lvhua", "绿化"),
        ("2021gzyd", "2021工作要点"),
        ("sswgh", "“十四五”规划"),
    ],
)
def test_a_name_is_spelt_by_syllables_initials_or_a_mix(typed: str, name: str) -> None:
    assert is_spelt(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("cd", "成都局"),
        ("cdjj", "成都局"),
        ("hengduju", "成都局"),
        ("chengdju局", "成都市"),
        ("", "成都局"),
        ("zhongqing", "成都"),
    ],
)
def test_a_name_is_not_spelt_by_less_or_more_or_others(typed: str, name: str) -> None:
    assert not is_spelt(typed, name)


def test_a_part_is_spelt_from_the_beginning_of_a_character() -> None:
    assert is_spelt_within("jgsw", "四川省机关事务管理局")
    assert is_spelt_within("shiwu", "四川省机关事务管理局")
    assert not is_spelt_within("hiwu", "四川省机关事务管理局")


@pytest.mark.parametrize(
    ("typed", "can_be"), [("cd", True), ("c", False), ("成都", False), ("2021", False), ("cd-j", False)]
)
def test_pinyin_is_letters(typed: str, can_be: bool) -> None:  # noqa: FBT001 - the expected answer
    assert is_typed_pinyin(typed) is can_be


def test_several_readings_of_a_character_all_count() -> None:
    assert {"chang", "zhang"} <= set(syllables_of("长")[0])


@pytest.mark.property
@given(st.text(alphabet="重庆长春局一。“”\n𠮷a1 ", max_size=12))
def test_first_readings_and_their_initials_spell_the_text(text: str) -> None:
    readings = syllables_of(text)
    whole = "".join(one[0] for one in readings)
    initials = "".join(one[0] if one[0].isdigit() else one[0][0] for one in readings)
    assert is_spelt(whole, text) is bool(readings)
    assert is_spelt(initials, text) is bool(readings)
