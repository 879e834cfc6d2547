"""Numerals as bulletins write them, and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.normalise.numerals import numeral_value

DIGITS = "零一二三四五六七八九"

READ = [
    ("3100", "3100"),
    ("1,234", "1234"),
    ("1,234,567.8", "1234567.8"),
    ("３１００", "3100"),
    ("28.2万", "282000"),
    ("1.2万亿", "1200000000000"),
    ("5亿3000万", "530000000"),
    ("3千", "3000"),
    ("5百万", "5000000"),
    ("十", "10"),
    ("十八", "18"),
    ("二十", "20"),
    ("廿三", "23"),
    ("卅", "30"),
    ("百", "100"),
    ("一百零五", "105"),
    ("一百〇五", "105"),
    ("一百一十", "110"),
    ("一百五", "150"),
    ("两千零三十", "2030"),
    ("一万零八", "10008"),
    ("两万五", "25000"),
    ("一亿二千万", "120000000"),
    ("一亿零五", "100000005"),
    ("五万三千亿", "5300000000000"),
    ("一兆", "1000000000000"),
    ("二〇二一", "2021"),
    ("一九八八", "1988"),
    ("〇", "0"),
    ("叁佰贰拾", "320"),
    ("9" * 40, "9" * 40),
]

NOT_READ = [
    "",
    "万",
    "亿",
    "数十",
    "十几",
    "二三十",
    "十百",
    "一千二千",
    "一百零",
    "一亿万",
    "1万万",
    "五万三亿二亿",
    "28.2万5千",
    "1,23",
    "1,,2",
    "1.2.3",
    ".5",
    "5.",
    "-3",
    "٣",
    "3个",
    "第三",
    "9" * 41,
]


@pytest.mark.parametrize(("written", "value"), READ)
def test_a_numeral_has_its_value(written: str, value: str) -> None:
    assert numeral_value(written) == Decimal(value)


@pytest.mark.parametrize("written", NOT_READ)
def test_what_is_no_numeral_has_no_value(written: str) -> None:
    assert numeral_value(written) is None


def test_a_whole_number_is_printed_without_fraction_or_exponent() -> None:
    assert [str(numeral_value(written)) for written in ("28.2万", "1.50", "3亿")] == ["282000", "1.5", "300000000"]


@given(st.integers(min_value=0, max_value=10**16 - 1))
def test_a_number_written_in_characters_reads_back(number: int) -> None:
    assert numeral_value(in_characters(number)) == number


@given(st.integers(min_value=0, max_value=10**16 - 1))
def test_a_number_written_in_digits_reads_back(number: int) -> None:
    assert numeral_value(str(number)) == number
    assert numeral_value(f"{number:,}") == number


@given(st.integers(min_value=1000, max_value=9999))
def test_a_year_written_by_place_reads_back(year: int) -> None:
    assert numeral_value("".join(DIGITS[int(digit)] for digit in str(year))) == year


@given(
    st.decimals(min_value=0, max_value=9999, places=2),
    st.sampled_from([("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]),
)
def test_a_decimal_with_a_scale_is_multiplied(number: Decimal, scale: tuple[str, int]) -> None:
    assert numeral_value(f"{number}{scale[0]}") == number * scale[1]


@given(st.text(alphabet="零〇一二十百千万亿兆两廿卅壹拾0123456789.,，３ 甲𠮷"))
def test_any_text_is_read_or_refused(written: str) -> None:
    value = numeral_value(written)
    assert value is None or value >= 0


@pytest.mark.parametrize("unit", ["一", "十", "万", "一万", "零", "9", "1,", "廿", "亿万"])
def test_a_very_long_run_is_refused(unit: str) -> None:
    assert numeral_value(unit * (100_000 // len(unit))) is None


def in_characters(number: int) -> str:
    """Write a number below 一亿亿 in the usual way, 零 for skipped places."""
    for scale, size in (("亿", 10**8), ("万", 10**4)):
        if number >= size:
            head, rest = divmod(number, size)
            gap = "零" if 0 < rest < size // 10 else ""
            return in_characters(head) + scale + gap + (in_characters(rest) if rest else "")
    return section(number)


def section(number: int) -> str:
    """Write a number below 一万."""
    written = ""
    skipped = False
    for power, word in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = number // 10**power % 10
        if digit:
            written += ("零" if skipped and written else "") + DIGITS[digit] + word
        skipped = not digit
    return written or "零"
