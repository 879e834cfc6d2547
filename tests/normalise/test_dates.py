"""Calendar expressions: what is found in a text, what it means, and what is none."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.normalise.dates import DATE, understand_date

DIGITS = "〇一二三四五六七八九"
DAYS = st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2099, 12, 31))

FOUND = [
    ("于2021年3月22日召开", ["2021年3月22日"]),
    ("3月5日，成都局", ["3月5日"]),
    ("2021年全省工作", ["2021年"]),
    ("2021年度部门预算", ["2021年度"]),
    ("4月16日至18日", ["4月16日至18日"]),
    ("5月30日—6月2日", ["5月30日—6月2日"]),
    ("4月1-2日", ["4月1-2日"]),
    ("11月21~23日在京", ["11月21~23日"]),
    ("调研（2024-04-15）", ["2024-04-15"]),
    ("中华民国111年9月30日", ["中华民国111年9月30日"]),
    ("2018年12月30日至2019年1月1日放假", ["2018年12月30日至2019年1月1日"]),
    ("2021年3月至5月", ["2021年3月至5月"]),
    ("一九五〇年七月到一九五三年底", ["一九五〇年七月到一九五三年"]),
    ("规划（2021—2035年）", ["2021—2035年"]),
    ("一九八八年六月二十九日通过", ["一九八八年六月二十九日"]),
    ("二〇〇六年十月十八日", ["二〇〇六年十月十八日"]),
    ("二○○六年十月三十一日", ["二○○六年十月三十一日"]),
    ("二0二一年三月", ["二0二一年三月"]),
    ("7月上旬", ["7月上旬"]),
    ("7月上旬至中旬", ["7月上旬至中旬"]),
    ("截至2020年12月31日", ["2020年12月31日"]),
    ("即日起至2021年底", ["2021年底"]),
    ("发布时间：2021-03-22", ["2021-03-22"]),
    ("20.01.2018 13:00", ["20.01.2018"]),
    ("版本12.04.20171", []),
    ("2021/3/22", ["2021/3/22"]),
    ("2021.3.22", ["2021.3.22"]),
    ("【颁布时间】20230707", ["20230707"]),
    ("民国三十八年十月一日", ["民国三十八年十月一日"]),
    ("民国元年", ["民国元年"]),
    ("1月1日、5月1日和10月1日", ["1月1日", "5月1日", "10月1日"]),
    ("2021年3月1日2021年3月2日", ["2021年3月1日", "2021年3月2日"]),
]

NOT_FOUND = [
    "去年",
    "今年初",
    "近日",
    "5年",
    "3年内",
    "十年",
    "二十一年",
    "3个月",
    "10日内",
    "每月10日",
    "10日",
    "“十四五”时期",
    "第2021年",
    "2021届",
    "川办发〔2021〕5号",
    "120210322",
    "202103221",
    "20211322",
    "20210132",
    "0.20230707",
    "2021-3/22",
    "13月5日",
    "12021年",
    "版本1.2021.3",
]

MEANT = [
    ("2021年3月22日", "2021-03-22", None, True),
    ("20.01.2018", "2018-01-20", None, True),
    ("2021 年 3 月 22 日", "2021-03-22", None, True),
    ("3月5日", "2020-03-05", None, False),
    ("2021年", "2021", None, True),
    ("2021年度", "2021", None, True),
    ("2021年3月", "2021-03", None, True),
    ("4月16日至18日", "2020-04-16", "2020-04-18", False),
    ("2018年12月30日至2019年1月1日", "2018-12-30", "2019-01-01", True),
    ("12月30日至1月1日", "2020-12-30", "2021-01-01", False),
    ("12月30日至2019年1月1日", "2018-12-30", "2019-01-01", True),
    ("2021年12月30日至1月1日", "2021-12-30", "2022-01-01", True),
    ("2021年3月至5月", "2021-03", "2021-05", True),
    ("2021年7月至2021年", "2021-07", "2021", True),
    ("2021—2035年", "2021", "2035", True),
    ("一九八八年六月二十九日", "1988-06-29", None, True),
    ("二〇〇六年十月十八日", "2006-10-18", None, True),
    ("二OO六年十月", "2006-10", None, True),
    ("7月上旬", "2020-07", None, False),
    ("7月上旬至8月中旬", "2020-07", "2020-08", False),
    ("2021-03-22", "2021-03-22", None, True),
    ("2021.3.22", "2021-03-22", None, True),
    ("20230707", "2023-07-07", None, True),
    ("民国三十八年", "1949", None, True),
    ("民国元年一月一日", "1912-01-01", None, True),
    ("2月29日", "2020-02-29", None, False),
]

NOT_MEANT = [
    "",
    "近日",
    "10日",
    "上旬",
    "5年",
    "2021年2月29日",
    "2021年13月",
    "2021年4月31日",
    "4月31日",
    "4月16日至31日",
    "4月18日至16日",
    "2021年4月18日至2020年4月19日",
    "202111",
    "2021322",
    "2021-3/22",
    "2021年3日",
    "民国零年",
    "2021年" * 30,
]


@pytest.mark.parametrize(("text", "dates"), FOUND)
def test_a_date_is_found_whole(text: str, dates: list[str]) -> None:
    assert [match[0] for match in DATE.finditer(text)] == dates


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert DATE.search(text) is None


@pytest.mark.parametrize(("written", "start", "end", "year_written"), MEANT)
def test_a_date_means_its_day_month_or_year(written: str, start: str, end: str | None, *, year_written: bool) -> None:
    value = understand_date(written, year=2020)
    assert value is not None
    assert (value.start.iso, value.end.iso if value.end else None, value.year_written) == (start, end, year_written)


@pytest.mark.parametrize("written", NOT_MEANT)
def test_what_is_no_date_means_nothing(written: str) -> None:
    assert understand_date(written, year=2020) is None


def test_a_day_without_a_year_means_nothing_until_one_is_given() -> None:
    assert understand_date("3月5日") is None


def test_a_given_year_never_replaces_a_written_one() -> None:
    value = understand_date("2019年3月5日", year=2021)
    assert value is not None
    assert value.start.year == 2019


def test_the_words_stay_beside_the_date() -> None:
    value = understand_date("7月上旬", year=2021)
    assert value is not None
    assert value.start.written == "7月上旬"


@given(DAYS)
def test_every_way_to_write_a_day_reads_back(day: datetime.date) -> None:
    for written in written_forms(day):
        assert [match[0] for match in DATE.finditer(f"，{written}。")] == [written]
        value = understand_date(written)
        assert value is not None
        assert (value.start.iso, value.end, value.year_written) == (day.isoformat(), None, True)


@given(DAYS, DAYS)
def test_a_range_of_days_reads_back_or_runs_backwards(one: datetime.date, other: datetime.date) -> None:
    written = f"{one.year}年{one.month}月{one.day}日至{other.year}年{other.month}月{other.day}日"
    value = understand_date(written)
    assert [match[0] for match in DATE.finditer(written)] == [written]
    if other < one:
        assert value is None
    else:
        assert value is not None
        assert value.end is not None
        assert (value.start.iso, value.end.iso) == (one.isoformat(), other.isoformat())


@given(st.text(alphabet="二〇○O0129年月日至-—/.上旬度民国元十 期号第〔甲𠮷"))
def test_any_text_is_understood_or_refused(text: str) -> None:
    for match in DATE.finditer(text):
        value = understand_date(match[0], year=2020)
        assert value is None or 1 <= value.start.year <= 9999
    understand_date(text)


@pytest.mark.parametrize(
    "unit",
    [
        "2021年",
        "2021年3月至",
        "3月5日至",
        "2021-",
        "2021.3.",
        "1",
        "20230707",
        "一",
        "二〇",
        "十",
        "民国",
        "民国十",
        "月",
        "至",
        "2021年3月5日—",
        "2021-1-1",
    ],
)
def test_a_very_long_run_is_scanned_to_its_end(unit: str) -> None:
    text = unit * (100_000 // len(unit)) + "甲2021年3月22日"
    assert [match[0] for match in DATE.finditer(text)][-1] == "2021年3月22日"
    assert understand_date(text) is None


def written_forms(day: datetime.date) -> list[str]:
    """Write a day in every form of official documents."""
    year = "".join(DIGITS[int(digit)] for digit in str(day.year))
    forms = [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month:02d}月{day.day:02d}日",
        f"{year}年{below_forty(day.month)}月{below_forty(day.day)}日",
        *(f"{day.year}{mark}{day.month:02d}{mark}{day.day:02d}" for mark in "-/."),
        f"{day.year}-{day.month}-{day.day}",
        f"{day.year}{day.month:02d}{day.day:02d}",
    ]
    if day.year > 1911:
        forms.append(
            f"民国{below_forty(day.year - 1911)}年{day.month}月{day.day}日"
            if day.year < 1951
            else f"民国{day.year - 1911}年{day.month}月{day.day}日"
        )
    return forms


def below_forty(number: int) -> str:
    """Write 1 to 39 in characters, the last place without 零."""
    tens, ones = divmod(number, 10)
    return ("", "十", "二十", "三十")[tens] + (DIGITS[ones] if ones else "")
