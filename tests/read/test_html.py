"""Web pages: the article is found, chrome is dropped, title and date come from the metadata."""

from __future__ import annotations

import pytest

from graphkit.errors import UnreadableDocumentError
from graphkit.read.html import read_html, read_mhtml
from graphkit.read.reading import Limits, Reading
from tests.made_documents import html_of

BODY = (
    "全省机关事务工作会议在昆明召开，会议传达学习了上级会议精神。\n会议要求，各地要认真抓好落实，确保各项任务按期完成。"
)
META = (
    '<meta name="ArticleTitle" content="全省机关事务工作会议召开"><meta name="PubDate" content="2021-03-05 10:20">'
    '<meta name="ContentSource" content="云南省林业和草原局"><meta name="Url" content="http://example.org/a.html">'
)


def read(page: str, encoding: str = "utf-8") -> Reading:
    return read_html(page.encode(encoding), "页.html", Limits())


def lines(page: str) -> list[str]:
    return read(page).text.splitlines()


def test_navigation_scripts_and_footers_are_dropped() -> None:
    assert read_html(html_of(BODY), "页.html", Limits()).text.split("\n") == [*BODY.split("\n"), ""]


def test_title_date_publisher_and_address_come_from_the_metadata() -> None:
    page = read(f"<html><head>{META}<title>x</title></head><body><div>{BODY}</div></body></html>")
    assert page.title == "全省机关事务工作会议召开"
    assert (page.issued, page.publisher, page.url) == ("2021-03-05", "云南省林业和草原局", "http://example.org/a.html")
    assert page.text.startswith("全省机关事务工作会议召开\n")


def test_a_title_is_not_told_twice_and_loses_the_name_of_the_site() -> None:
    title = "全省机关事务工作会议召开"
    page = f"<title>{title}_某省人民政府门户网站</title><body><h1>{title}</h1><div>{BODY}</div>"
    assert [line for line in lines(page) if line.startswith("全省机关事务工作会议召开")] == ["全省机关事务工作会议召开"]
    assert read(page).title == "全省机关事务工作会议召开"


def test_a_byline_beside_the_article_is_kept() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    above = "<div><h1>会议召开的消息</h1><div>来源：某局　发布时间：2021-03-05</div></div>"
    page = f"<body>{above}<div>{paragraphs}</div></body>"
    assert lines(page)[:3] == ["会议召开的消息", "来源：某局　发布时间：2021-03-05", BODY.splitlines()[0]]


def test_a_signature_in_a_box_of_its_own_stays_with_the_article() -> None:
    page = f"<body><div><div>{BODY}{BODY}</div><div>云南省林业和草原局</div><div>2021年3月5日</div></div></body>"
    assert lines(page)[-2:] == ["云南省林业和草原局", "2021年3月5日"]


def test_lines_are_broken_by_blocks_and_br_and_joined_over_inline_elements() -> None:
    table = "<table><tr><td>单位</td><td>任务</td></tr></table>"
    page = f"<body><p>各市<b>（州）</b>要\n 落实。<br>甲&nbsp;&nbsp;乙</p>{table}</body>"
    assert lines(page) == ["各市（州）要 落实。", "甲  乙", "单位　　任务"]


def test_hidden_text_and_comments_are_left_out() -> None:
    unseen = '<div style="display: none">隐藏的文字。</div><!-- 注释。 --><div hidden>又一处。</div>'
    page = f"<body>{unseen}<p>{BODY}</p></body>"
    assert "隐藏" not in read(page).text
    assert "注释" not in read(page).text
    assert "又一处" not in read(page).text


def test_a_page_all_in_a_box_named_like_chrome_is_still_read() -> None:
    assert BODY.splitlines()[0] in lines(f'<body><div class="nav"><p>{BODY.splitlines()[0]}</p></div></body>')


def test_pages_in_gb2312_are_decoded_whatever_they_claim() -> None:
    page = f'<html><head><meta charset="gb2312"></head><body><p>{BODY}</p></body></html>'
    found = read(page, "gb18030")
    assert found.encoding == "gb18030"
    assert BODY.splitlines()[0] in found.text
    assert read(page, "utf-8").encoding == "utf-8"


def test_a_page_nested_without_end_is_read() -> None:
    assert lines("<body>" + "<div>" * 5000 + BODY.splitlines()[0]) == [BODY.splitlines()[0]]


def test_a_page_without_text_is_told() -> None:
    with pytest.raises(UnreadableDocumentError, match="没有文字"):
        read("<html><body><div id='app'></div><script>render()</script></body></html>")


def test_a_saved_archive_gives_its_page_and_address() -> None:
    head = "From: <Saved>\r\nSnapshot-Content-Location: http://example.org/b.html\r\nMIME-Version: 1.0\r\n"
    head += 'Content-Type: multipart/related; type="text/html"; boundary="xx"\r\n\r\n'
    part = "--xx\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    content = f"{head}{part}<html><body><p>{BODY}</p></body></html>\r\n--xx--\r\n".encode()
    found = read_mhtml(content, "页.mhtml", Limits())
    assert found.url == "http://example.org/b.html"
    assert BODY.splitlines()[1] in found.text
