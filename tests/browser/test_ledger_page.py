"""The ledger in a real browser: it filters, sorts, shows both sentences, asks for nothing and runs nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphkit.view.ledger import TITLE
from graphkit.view.sheet_page import render_sheet
from tests.browser.conftest import WINDOW, Visit, Visitor
from tests.handmade_sheets import hostile_ledger, small_ledger

pytestmark = pytest.mark.browser

LINE = 22


@pytest.fixture
def visit(visitor: Visitor) -> Visit:
    visit = visitor.open(render_sheet(small_ledger()))
    visit.page.wait_for_selector("html[data-ready=yes]")
    return visit


def names(visit: Visit) -> list[str]:
    found: list[str] = visit.page.locator("table.ledger tbody th").all_inner_texts()
    return found


def test_items_are_told_with_their_state_and_days(visit: Visit) -> None:
    assert names(visit) == ["乙办法", "丙任务", "甲活动", "甲办法"]
    rows = visit.page.locator("table.ledger tbody tr").all_inner_texts()
    assert "未见完成" in rows[0]
    assert "待核" in rows[1]
    assert "2023-12" in rows[1]
    assert "6 天" in rows[2]
    assert "统计文件 7 份" in visit.page.locator("caption").inner_text()


def test_a_row_shows_the_sentence_that_asks_and_the_one_that_proves(visit: Visit) -> None:
    visit.page.locator("tbody tr", has_text="甲办法").click()
    marks = visit.page.locator("#panel mark").all_inner_texts()
    assert marks == ["抓紧出台《甲办法》", "省局印发《甲办法》"]
    visit.page.locator("tbody tr", has_text="乙办法").click()
    assert "没有办理的原文" in visit.panel()
    visit.page.keyboard.press("Escape")
    assert "不等于没有做" in visit.panel()


def test_states_and_words_filter_and_headings_sort(visit: Visit) -> None:
    visit.page.locator("#state-open").uncheck()
    visit.page.locator("#state-unchecked").uncheck()
    assert names(visit) == ["甲活动", "甲办法"]
    visit.page.locator("#sort-days").click()
    visit.page.locator("#sort-days").click()
    assert names(visit) == ["甲办法", "甲活动"]
    visit.page.locator("#wanted").fill("活动")
    assert names(visit) == ["甲活动"]


def test_columns_that_no_item_fills_are_left_out(visitor: Visitor) -> None:
    ledger = small_ledger()
    heads = "table.ledger thead th"
    visit = visitor.open(render_sheet(ledger))
    assert visit.page.locator(heads).all_inner_texts() == [
        *("事项", "类别", "情况", "提出者", "提出日期", "期限", "天数", "依据日期", "办理机构"),
    ]
    named = replace(ledger.items[1], assigned_to="甲局；乙局")
    visit = visitor.open(render_sheet(replace(ledger, items=(named,))))
    assert visit.page.locator(heads).all_inner_texts() == [
        "事项",
        "类别",
        "情况",
        "提出者",
        "提出日期",
        "责任单位",
        "期限",
    ]
    visit.page.locator("#sort-due").click()
    assert "甲局；乙局" in visit.page.locator("tbody tr").inner_text()
    visit.page.locator("tbody tr").click()
    assert "责任单位" in visit.panel()


def test_the_language_changes(visit: Visit) -> None:
    visit.page.locator("#language").click()
    assert "not seen done" in visit.page.locator("#legend").inner_text()
    assert visit.complaints == []
    assert len(visit.requests) == 1


def test_names_that_attack_are_shown_as_text(visitor: Visitor) -> None:
    visit = visitor.open(render_sheet(hostile_ledger()))
    visit.page.wait_for_selector("html[data-ready=yes]")
    for row in visit.page.locator("tbody tr").all():
        row.click()
    assert visit.page.evaluate("() => String(window.hacked)") == "undefined"
    assert visit.complaints == []


def test_dates_stay_on_one_line_and_the_title_is_whole_in_a_small_window(visitor: Visitor) -> None:
    visit = visitor.open(render_sheet(replace(small_ledger(), title=TITLE)))
    visit.page.wait_for_selector("html[data-ready=yes]")
    try:
        visit.page.set_viewport_size({"width": 1400, "height": 900})
        for _ in range(2):
            title = visit.page.evaluate(
                "() => { const one = document.getElementById('title');"
                " return [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]; }"
            )
            assert title[0] == 0
            assert title[1] < LINE / 2
            wrapped = visit.page.evaluate("""() => [...document.querySelectorAll('td.short')].filter((cell) => {
              const range = document.createRange();
              range.selectNodeContents(cell);
              return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
            }).map((cell) => cell.textContent)""")
            assert wrapped == []
            visit.page.locator("#language").click()
    finally:
        visit.page.set_viewport_size(WINDOW)
