"""The table in a real browser: cells open their sentences, by mouse and keys; sorted, filtered, printed; safe."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graphkit.view.matrix import Block, Matrix, Row
from graphkit.view.sheet_page import render_sheet
from tests.browser.conftest import Visit, Visitor
from tests.browser.test_injection import hacked
from tests.handmade_network import HOSTILE
from tests.handmade_sheets import hostile_matrix, small_matrix

pytestmark = pytest.mark.browser

COLOURS = {"responded": (0, 114, 178), "collectively": (86, 180, 233), "absent": (213, 94, 0)}
"""Okabe and Ito's blue, sky blue and vermilion."""
LIGHTNESS = """cell => {
  const channel = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [r, g, b] = colour.match(/[0-9.]+/g).map(Number);
    return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  };
  const [a, b] = [light(getComputedStyle(cell).color), light(getComputedStyle(cell).backgroundColor)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""
"""The contrast of a cell's text (WCAG 2.2, 1.4.3)."""


def opened(visitor: Visitor, matrix: Matrix) -> Visit:
    visit = visitor.open(render_sheet(matrix))
    visit.page.wait_for_selector("html[data-ready=yes]")
    return visit


@pytest.fixture
def visit(visitor: Visitor) -> Visit:
    return opened(visitor, small_matrix())


def panel(visit: Visit) -> str:
    return str(visit.page.locator("#panel").inner_text())


def rows(visit: Visit) -> list[str]:
    """Give the places of the members that are shown, in order."""
    return list(visit.page.locator("tbody").first.locator(".region").all_inner_texts())


def cell(visit: Visit, label: str) -> Any:  # noqa: ANN401 - playwright's
    return visit.page.locator(f".cell[aria-label^='{label}']").first


def test_a_cell_opens_its_sentence_with_document_issue_and_date(visit: Visit) -> None:
    cell(visit, "甲市").click()
    told = panel(visit)
    for words in ("已响应", "甲市", "全省工作会议 · 2021-02-26", "会后，甲局传达学习会议精神。", "2 处原文"):
        assert words in told
    assert visit.page.locator("#panel .place", has_text="甲简报2021年第2期 · 2021-03-22").count() == 2
    assert visit.page.locator("#panel mark").first.inner_text() == "甲局传达学习会议精神"
    assert visit.complaints == []
    assert len(visit.requests) == 1


def test_a_sentence_that_says_otherwise_is_told_too(visit: Visit) -> None:
    cell(visit, "丙市").click()
    assert "另有说法与此不同" in panel(visit)
    assert "各局均已传达" in panel(visit)


def test_no_report_is_never_told_as_no_response(visit: Visit) -> None:
    cell(visit, "丁市").click()
    assert "不等于没有响应" in panel(visit)
    assert "统计文件 7 份" in panel(visit)


def test_values_are_told_by_mark_word_and_colour(visit: Visit) -> None:
    marks = {"responded": "✓", "collectively": "≈", "unreported": "–", "absent": "✕"}
    for value, sign in marks.items():
        one = visit.page.locator(f".cell.{value}").first
        assert one.locator(".mark").inner_text() == sign
        assert one.evaluate(LIGHTNESS) >= 4.5
        if value in COLOURS:
            colour = one.evaluate("cell => getComputedStyle(cell).backgroundColor")
            assert colour == f"rgb{COLOURS[value]}"
    name = cell(visit, "丙市").get_attribute("aria-label")
    assert name == "丙市，全省工作会议，明确未响应，另有不同说法"


def test_the_universe_and_the_documents_counted_are_shown(visit: Visit) -> None:
    caption = visit.page.locator("caption").inner_text()
    for words in ("某省", "各行是某省的下一级行政区划，共 4 个", "统计文件 7 份"):
        assert words in caption


def test_where_the_list_of_bodies_is_missing_it_is_said_why_and_how_to_get_another(visitor: Visitor) -> None:
    row = Row("丁局", (small_matrix().blocks[0].members[0].cells[0],))
    matrix = small_matrix()
    loose = replace(matrix, targets=matrix.targets[:1], blocks=(Block("", "", (0,), (), (row,)),))
    told = opened(visitor, loose).page.locator("caption").inner_text()
    assert "由谁主办或印发没有写明，列不出应由谁响应的名单" in told
    assert "graphkit view coverage --within" in told
    named = opened(visitor, replace(loose, within="乙市")).page.locator("caption").inner_text()
    assert "数据集里没有“乙市”以下的单位名单" in named


def test_totals_count_the_members_only(visit: Visit) -> None:
    counted = visit.page.locator(".totals tr").all_inner_texts()
    numbers = [[int(one) for one in line.split() if one.isdigit()] for line in counted]
    assert numbers == [[1, 1, 2], [1, 0, 1], [1, 3, 4], [1, 0, 1]]
    assert visit.page.locator(".outside .region").all_inner_texts() == ["省局"]


def test_it_is_a_table_with_heads_of_rows_and_columns(visit: Visit) -> None:
    assert visit.page.locator("thead th[scope=col]").count() == 4
    assert visit.page.locator("tbody th[scope=row]").count() == 4 + 4 + 1
    assert visit.page.locator("caption").count() == 1


def test_a_click_on_a_meeting_sorts_by_it_and_tells_of_it(visit: Visit) -> None:
    assert rows(visit) == ["甲市", "乙市", "丙市", "丁市"]
    visit.page.locator(".head", has_text="工作办法").click()
    assert rows(visit)[0] == "乙市"
    assert visit.page.locator("th[aria-sort=ascending]").inner_text().startswith("工作办法")
    assert "7 份文件中有 1 份说到" in panel(visit)
    visit.page.locator(".head", has_text="工作办法").click()
    assert rows(visit) == ["甲市", "乙市", "丙市", "丁市"]


def test_rows_are_filtered_by_words_values_and_meetings(visit: Visit) -> None:
    visit.page.locator("#wanted").fill("丙局")
    assert rows(visit) == ["丙市"]
    visit.page.locator("#wanted").fill("")
    visit.page.locator("#value-unreported").uncheck()
    assert rows(visit) == ["甲市", "乙市", "丙市"]
    assert "显示 3 / 4 行" in visit.page.locator("caption").inner_text()
    visit.page.locator("#target-0").uncheck()
    assert rows(visit) == ["乙市"]
    visit.page.locator("#order").select_option("name")
    assert visit.complaints == []


def test_keys_reach_every_cell(visit: Visit) -> None:
    visit.page.locator(".head").last.focus()
    visit.page.keyboard.press("Tab")
    visited = []
    for key in ("", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowDown", "ArrowDown", "ArrowDown"):
        if key:
            visit.page.keyboard.press(key)
        visited.append(visit.page.evaluate("() => document.activeElement.getAttribute('aria-label')"))
    assert [one.split("，")[0] for one in visited] == ["甲市", "甲市", "乙市", "乙市", "丙市", "丁市", "省局"]
    assert "工作办法" in visited[1]
    visit.page.keyboard.press("Enter")
    assert visit.page.locator("#panel h2").inner_text() == "省局"
    assert visit.page.evaluate("() => document.activeElement.getAttribute('aria-label')") == visited[-1]
    assert visit.page.locator(".cell[tabindex='0']").count() == 1
    visit.page.keyboard.press("Escape")
    assert visit.page.locator("#panel h2").count() == 0


def test_heads_stay_in_sight(visitor: Visitor) -> None:
    visit = opened(visitor, hostile_matrix())
    before = visit.page.locator("thead th").nth(1).bounding_box()
    visit.page.locator("#sheet").evaluate("sheet => { sheet.scrollTop = 300; sheet.scrollLeft = 200; }")
    after = visit.page.locator("thead th").nth(1).bounding_box()
    name = visit.page.locator("tbody th").nth(6).bounding_box()
    stage = visit.page.locator("#sheet").bounding_box()
    assert before["y"] > stage["y"]
    assert abs(after["y"] - stage["y"]) < 2
    assert abs(name["x"] - stage["x"]) < 2


def test_both_languages_are_spoken(visit: Visit) -> None:
    visit.page.locator("#language").click()
    assert visit.page.locator("h1").inner_text() == "Overview"
    assert "stated absent" in visit.page.locator("#legend").inner_text()
    words = visit.page.evaluate("() => document.body.innerText")
    assert "undefined" not in words
    assert "7 documents counted" in words


def test_paper_gets_the_table_and_its_sentences_only(visit: Visit) -> None:
    assert not visit.page.locator(".sources").first.is_visible()
    visit.page.emulate_media(media="print")
    assert visit.page.locator("table").first.is_visible()
    assert "丙局尚未传达" in visit.page.locator(".sources").inner_text()
    for hidden in ("#legend", "#panel", "#tools", "#search"):
        assert not visit.page.locator(hidden).is_visible()


def test_names_that_attack_are_text(visitor: Visitor) -> None:
    visit = opened(visitor, hostile_matrix())
    for number in range(len(HOSTILE)):
        visit.page.locator(".cell").nth(number * len(HOSTILE)).click()
    for number in range(3):
        visit.page.locator(".head").nth(number).click()
    visit.page.locator("#language").click()
    visit.page.locator("#wanted").fill(HOSTILE[1])
    assert HOSTILE[1] in visit.page.locator("#sheet").inner_text()
    assert hacked(visit) == "undefined"
    assert visit.complaints == []
    assert len(visit.requests) == 1
    assert visit.page.locator("iframe, img, object, embed, body script[src], a").count() == 0
