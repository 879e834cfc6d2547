"""Who publishes a page: the paper, site or body that its metadata name as the source."""

from __future__ import annotations

import pytest

from graphkit.evaluate.form import gold_of
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

SOURCES = (
    "青山日报",
    "青山新闻网",
    "中国水利报",
    "新华网",
    "河道管理科",
    "青山县水务局",
    "国网青山县供电公司",
    "青山县人民政府网站",
    "青山县宣传",
    "青山发布",
    "综合管理部",
    "中国水利网站",
)


def publishers(source: str) -> list[str]:
    text = f"县水务局开展防汛检查\n来源：{source} 发布时间：2024-05-06\n5月6日，县水务局开展防汛检查。\n"
    gold = gold_of(annotate(document_of(text)), with_implied=True)
    return [name for s, p, o in gold.facts if p == "publisher" for name in gold.entities[o].names]


@pytest.mark.parametrize("source", SOURCES)
def test_the_source_of_a_page_publishes_it(source: str) -> None:
    assert source in publishers(source)


@pytest.mark.parametrize("source", ["本网", "原创", "网络", "县情简报", "李文明"])
def test_what_names_no_body_publishes_nothing(source: str) -> None:
    assert publishers(source) == []


NEWS = "青山县召开防汛工作会议\n{}5月6日，青山县召开防汛工作会议，副县长出席会议并讲话。{}\n"
SENT_IN = (
    ("", "（青山县水务局）"),
    ("", "（青山县水务局供稿）"),
    ("", "（来源：青山县水务局 周大海）"),
    ("", "\n会后，与会人员查看了水库。（青山县水务局）"),
    ("", "（青山县水务局 周大海）"),
    ("", "\n（供稿：青山县水务局）"),
    ("本网讯（青山县水务局 周大海）", ""),
    ("2024-05-06　青山县水务局\n", ""),
)


def senders(text: str) -> list[str]:
    gold = gold_of(annotate(document_of(text)), with_implied=True)
    return [name for s, p, o in gold.facts if p == "publisher" for name in gold.entities[o].names]


@pytest.mark.parametrize(("above", "below"), SENT_IN)
def test_who_sends_in_a_news_item_publishes_it(above: str, below: str) -> None:
    assert "青山县水务局" in senders(NEWS.format(above, below))


@pytest.mark.parametrize(
    "line",
    [
        "2022-03-10 08：42 来源： 青山晚报",
        "日期：2022-02-10 23：02 来源：青山晚报",
        "03-10 来源：青山晚报",
        "内容更新时间:2025-05-30 07:56:21来源:青山晚报",
    ],
)
def test_a_line_of_time_and_source_names_the_publisher(line: str) -> None:
    assert "青山晚报" in senders(
        f"青山县召开防汛工作会议\n{line}\n5月6日，青山县召开防汛工作会议。会议要求抓好落实。\n"
    )


@pytest.mark.parametrize(
    ("line", "medium", "kind"),
    [
        ("青山早报 2023年5月6日 周大海 李文明", "青山早报", "Work"),
        ("青山在线2023-05-06 17:06:15", "青山在线", "Agency"),
        ("2023-05-06 19:23:45 青山融媒", "青山融媒", "Agency"),
        ("云上青山 2023-05-06 17:31", "云上青山", "Agency"),
        ("来源：青山日报 时间：2023-05-06", "青山日报", "Work"),
    ],
)
def test_who_put_a_page_up_and_when_publishes_and_dates_it(line: str, medium: str, kind: str) -> None:
    gold = gold_of(
        annotate(document_of(f"青山县召开防汛会议\n{line}\n青山县召开防汛会议。会议要求抓好落实。\n")),
        with_implied=True,
    )
    facts = [(p, gold.entities[o].names if o in gold.entities else o) for _, p, o in gold.facts]
    assert ("documentDate", "2023-05-06") in facts
    assert any(p == "publisher" and medium in names for p, names in facts)
    assert next(m.type for m in gold.mentions if m.text == medium) == kind


@pytest.mark.parametrize("line", ["青山县2023-05-06 09:00的会议", "会议于2023年5月6日召开", "周大海2023年5月6日"])
def test_a_day_in_other_lines_tells_of_no_medium(line: str) -> None:
    assert senders(f"青山县召开防汛会议\n{line}\n青山县召开防汛会议。会议要求抓好落实。\n") == []


@pytest.mark.parametrize(
    ("medium", "behind"),
    [
        ("青山新闻频道", "消息："),
        ("青山晨报全媒体平台", "消息（记者周大海）"),
        ("网上青山", "讯"),
        ("云上青山", "报道 5月6日，"),
        ("青山新闻", "记者 李文明\n"),
    ],
)
def test_a_medium_that_opens_the_news_publishes_it(medium: str, behind: str) -> None:
    assert medium in senders(NEWS.format(medium + behind, ""))


def test_a_source_in_brackets_behind_the_text_publishes_it() -> None:
    assert "青山垦区报" in senders(NEWS.format("", "（来源：青山垦区报）"))


@pytest.mark.parametrize("wire", ["青山新闻网讯", "青山新闻网临江讯", "青山新闻网临江消息（记者周大海）"])
def test_the_site_that_sends_a_wire_publishes_it(wire: str) -> None:
    assert "青山新闻网" in senders(NEWS.format(f"{wire} ", ""))


@pytest.mark.parametrize(
    "text",
    [
        NEWS.format("", "（青山县水务局）会后，与会人员查看了水库。"),
        NEWS.format("", "\n一是抓好巡查。（青山县水务局）\n二是备足物资。（青山县应急管理局）"),
        NEWS.format("", "（青山县水务局负责）"),
        NEWS.format("", "（青山县水务局 局长）"),
    ],
)
def test_a_body_in_brackets_elsewhere_publishes_nothing(text: str) -> None:
    assert senders(text) == []


def test_a_body_in_brackets_under_a_notice_does_not_publish_it_but_the_title_s() -> None:
    notice = "青山县水务局关于防汛的通知\n各乡镇：\n现就防汛工作通知如下：\n备足物资。（青山县应急管理局）\n"
    assert senders(notice) == ["青山县水务局"]


def test_the_day_behind_a_source_at_the_foot_dates_the_page() -> None:
    text = "县水务局开展防汛检查\n5月6日，县水务局开展防汛检查。会议强调抓好落实。\n来源：中国水利网站 2024年5月7日\n"
    gold = gold_of(annotate(document_of(text)), with_implied=True)
    assert [o for _, p, o in gold.facts if p == "documentDate"] == ["2024-05-07"]
