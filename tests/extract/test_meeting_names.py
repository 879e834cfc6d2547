"""Names of meetings are read whole, in the places where sentences put them; kinds of meetings are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

NAMES = Path(__file__).with_name("meeting_names.txt").read_text("utf-8").split()
SENTENCES = (
    "6月3日，{}召开。",
    "会议传达学习了{}精神。",
    "6月3日，河南省林业局组织召开{}，部署下一步工作。",
    "为贯彻落实{}精神，现就有关事项通知如下。",
    "王大伟在{}上强调，要抓好落实。",
    "参加{}的有关人员。",
)
KINDS = (
    "新闻发布会",
    "有关会议",
    "会议经费",
    "会议室",
    "人民大会堂",
    "行业协会商会",
    "一次会议",
    "社会",
    "各类培训班",
    "表彰会",
    "集体学习",
    "开班仪式",
)


def meetings_in(text: str) -> list[str]:
    return [mention.surface for mention in annotate(document_of(text)).mentions if mention.kind == "Meeting"]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_meeting_is_read_whole(sentence: str) -> None:
    assert [name for name in NAMES if meetings_in(sentence.format(name)) != [name]] == []


@pytest.mark.parametrize("words", KINDS)
def test_a_kind_of_meeting_is_no_meeting(words: str) -> None:
    assert meetings_in(f"要加强{words}管理。") == []


def test_an_article_that_rules_how_a_body_meets_names_no_meeting() -> None:
    text = (
        "河南省地方立法条例\n\n（2023年5月20日河南省第十三届人民代表大会常务委员会第三次会议通过）\n\n"
        "第一条　为了规范立法活动，制定本条例。\n\n"
        "第二条　法规案由主任会议提请省人大常委会会议审议，省人大常委会下次会议再议。\n"
    )
    read = annotate(document_of(text))
    assert [m.surface for m in read.mentions if m.kind == "Meeting"] == [
        "河南省第十三届人民代表大会常务委员会第三次会议"
    ]


def test_news_without_articles_has_the_meeting_that_a_body_holds() -> None:
    read = annotate(document_of("6月3日，省人大常委会会议审议了条例草案。"))
    assert [m.surface for m in read.mentions if m.kind == "Meeting"] == ["省人大常委会会议"]
