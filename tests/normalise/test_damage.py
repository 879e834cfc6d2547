"""Damaged characters are mended one for one; what only looks damaged stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.normalise.damage import NOTHING, mended
from graphkit.read import document_of
from graphkit.resolve.names import label_of

MENDED = [
    ("2O21年3月l5日", "2021年3月15日"),
    ("2021年l1月5日", "2021年11月5日"),
    ("川农发【2021】15号", "川农发〔2021〕15号"),
    ("根据<关于改进会议的意见>精神", "根据《关于改进会议的意见》精神"),
    ("根据<<关于改进会议的意见>>精神", "根据《关于改进会议的意见》精神"),
    ("「水利工程管理條例」修正草案", "《水利工程管理条例》修正草案"),
    ("国(guo)务院(yuan)(yuan)召开会议(yi)", "国务院召开会议"),
    ("重大任務(wù)局", "重大任务局"),
    ("<p>甲局：</p><p>乙局。</p>", "甲局：\n乙局。"),
    ("甲局<br/>乙局", "甲局\n乙局"),
    ("甲局&nbsp;\n乙局", "甲局\n乙局"),
]
WHOLE = [
    "手机应用（app）平台",
    "市委办<督考办>、宣传部<文明办>",
    "增长<5%，下降>3%",
    "【2021】年度",
    "他说：“这是好办法”",
    "OO1路、Ol年",
    "第二(li)条",
]


@pytest.mark.parametrize(("raw", "matched"), MENDED)
def test_damage_is_mended(raw: str, matched: str) -> None:
    assert document_of(raw).matched == matched


@pytest.mark.parametrize("raw", WHOLE)
def test_what_only_looks_damaged_stays(raw: str) -> None:
    assert mended(raw) == raw


def test_names_are_shown_without_litter() -> None:
    assert label_of("国(guo)务院(yuan)") == "国务院"


@given(st.text(alphabet="国(guo)（wù）<p/>&nbsp;「法」【2021】号Ol年月日1\n", max_size=60))
def test_mending_keeps_the_length_and_is_done_once(raw: str) -> None:
    once = mended(raw)
    assert len(once) == len(raw)
    assert mended(once.replace(NOTHING, " ")) is not None
