"""Labels are one or two short lines of plain text, whatever a document calls things."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.view.labels import HANGING, LINE_EMS, LINES, box_of, ems, label_lines, plain, spelling
from tests.handmade_network import HOSTILE


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("成都局", ("成都局",)),
        ("四川省机关事务管理局", ("四川省机关事务管理局",)),
        ("各市（州）机关事务主管部门会议", ("各市（州）机关事", "务主管部门会议")),
        ("", ("",)),
        ("General Office of the State Council", ("General Office of", "the State Council")),
    ],
)
def test_labels_break_into_lines_of_like_width(label: str, lines: tuple[str, ...]) -> None:
    assert label_lines(label) == lines


def test_what_is_cut_says_so() -> None:
    assert label_lines("国家林业和草原局办公室关于成立国家林业和草原局标准化工作领导小组的通知")[-1].endswith("…")


@pytest.mark.property
@given(st.text(alphabet="甲乙（）《》，a b\u202e\n\x00𠮷", max_size=60))
def test_lines_are_few_narrow_and_visible(label: str) -> None:
    lines = label_lines(label)
    assert 1 <= len(lines) <= LINES
    assert all(ems(line) <= LINE_EMS + 1 + HANGING for line in lines)
    assert not any(unicodedata.category(one)[0] == "C" for line in lines for one in line)


@pytest.mark.parametrize("name", HOSTILE)
def test_plain_text_has_no_control_or_direction_characters(name: str) -> None:
    assert not any(unicodedata.category(one)[0] == "C" for one in plain(name))


def test_a_box_holds_its_label() -> None:
    box = box_of(("各市（州）机关事", "务主管部门会议"), 8, badge=False)
    assert box.half >= 8 * 13 / 2
    assert box.below > box.above


def test_names_are_spelt_syllable_by_syllable_in_every_reading() -> None:
    assert spelling("成都局") == "cheng du ju"
    assert spelling("重庆").split() == ["chong", "qing"]
    assert "shan" in spelling("单").split("|")
    assert "dan" in spelling("单").split("|")
