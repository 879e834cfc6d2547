"""What tables and time axes have in common, in a real browser: the full text behind a sentence, and a file of rows."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graphkit.dataset import open_dataset
from graphkit.settings import Settings
from graphkit.view.matrix import matrix_of
from graphkit.view.sheet_page import Sheet, render_sheet
from graphkit.workflow import build
from tests.browser.conftest import Visit, Visitor
from tests.browser.test_injection import hacked
from tests.handmade_sheets import (
    hostile_chronicle,
    hostile_ledger,
    hostile_matrix,
    small_chronicle,
    small_ledger,
    small_matrix,
)
from tests.material import SAMPLES

pytestmark = pytest.mark.browser

SMALL: list[Sheet] = [small_matrix(), small_chronicle(), small_ledger()]
ATTACKING: list[Sheet] = [hostile_matrix(), hostile_chronicle(), hostile_ledger()]
SAYS = {"coverage": ".cell.responded", "timeline": ".event", "ledger": "tbody tr .plain"}
"""What of a page opens sentences."""


def opened(visitor: Visitor, sheet: Sheet) -> Visit:
    visit = visitor.open(render_sheet(sheet))
    visit.page.wait_for_selector("html[data-ready=yes]")
    return visit


@pytest.mark.parametrize("sheet", SMALL, ids=lambda one: one.name)
def test_a_sentence_leads_to_the_full_text_and_back(visitor: Visitor, sheet: Sheet) -> None:
    visit = opened(visitor, sheet)
    visit.page.locator(SAYS[sheet.name]).first.click()
    quote = visit.page.locator("#panel mark").first.inner_text()
    link = visit.page.locator("#panel .open").first
    link.focus()
    visit.page.keyboard.press("Enter")
    text = visit.page.locator("#text-view")
    assert text.locator("mark").inner_text() == quote
    assert text.locator("mark").is_visible()
    assert text.locator("h2").inner_text() == sheet.sources[0].label
    assert "2021-03-22 · 甲简报.txt" in text.inner_text()
    assert text.locator(".sheet").inner_text().strip() == (sheet.sources[0].text or "").strip()
    assert text.locator(".quoted").count() == len({(one.start, one.end) for one in sheet.passages}) - 1
    assert not visit.page.locator("#sheet").is_visible()
    assert visit.page.evaluate("() => document.activeElement.id") == "back"
    visit.page.keyboard.press("Escape")
    assert visit.page.locator("#sheet").is_visible()
    assert not text.is_visible()
    assert visit.page.locator("#panel mark").first.inner_text() == quote
    assert visit.page.evaluate("() => document.activeElement.className") == "plain open"
    visit.page.locator("#panel .open").first.click()
    visit.page.locator("#wanted").fill("甲")
    assert visit.page.locator("#sheet").is_visible()
    assert visit.complaints == []
    assert len(visit.requests) == 1


@pytest.mark.parametrize("sheet", ATTACKING, ids=lambda one: one.name)
def test_texts_that_attack_are_text(visitor: Visitor, sheet: Sheet) -> None:
    visit = opened(visitor, sheet)
    for number in range(min(6, visit.page.locator(SAYS[sheet.name]).count())):
        visit.page.locator(SAYS[sheet.name]).nth(number).focus()
        visit.page.keyboard.press("Enter")
        visit.page.locator("#panel .open").first.click()
        assert visit.page.locator("#text-view mark").count() > 0
        visit.page.keyboard.press("Escape")
    assert hacked(visit) == "undefined"
    assert visit.complaints == []
    assert len(visit.requests) == 1


ROWS = {
    "coverage": ("丙局", ["某省", "丙市", "全省工作会议", "2021-02-26", "明确未响应", "丙局", "1", "丙局尚未传达"]),
    "timeline": (
        "乙局",
        ["2021-03-22", "是", "已响应", "乙局", "乙局", "全省工作会议", "24", "甲局传达学习会议精神"],
    ),
    "ledger": ("乙办法", ["乙办法", "政策", "未见完成", "", "2023-05-01", "", "", "", "", "抓紧出台《甲办法》"]),
}
"""What is searched for, and how the one row of the file begins."""


def saved_rows(visit: Visit, path: Path) -> list[list[str]]:
    with visit.page.expect_download() as waiting:
        visit.page.locator("#csv").click()
    assert waiting.value.suggested_filename.endswith(".csv")
    waiting.value.save_as(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    return list(csv.reader(path.read_text("utf-8-sig").splitlines(keepends=True)))


@pytest.mark.parametrize("sheet", SMALL, ids=lambda one: one.name)
def test_what_is_seen_is_saved_as_a_table(visitor: Visitor, tmp_path: Path, sheet: Sheet) -> None:
    visit = opened(visitor, sheet)
    only, cells = ROWS[sheet.name]
    visit.page.locator("#wanted").fill(only)
    if sheet.name == "coverage":
        visit.page.locator("#value-unreported").uncheck()
    heads, *rows = saved_rows(visit, tmp_path / "table.csv")
    assert [row[: len(cells)] for row in rows] == [cells]
    assert all(len(row) == len(heads) for row in rows)


def told(visit: Visit) -> tuple[str, str, bool]:
    """Give what the page tells: the table, the panel, and whether what is ticked off at the left still is."""
    page = visit.page
    ticked = page.locator("#legend input[type=checkbox]").nth(1).is_checked()
    return page.locator("#sheet").inner_text(), page.locator("#panel").inner_text(), ticked


@pytest.mark.parametrize("sheet", SMALL, ids=lambda one: one.name)
def test_the_address_opens_what_is_seen_after_a_reload_and_elsewhere(visitor: Visitor, sheet: Sheet) -> None:
    visit = opened(visitor, sheet)
    assert "#" not in visit.page.url
    at_first = told(visit)
    visit.page.locator("#legend input[type=checkbox]").nth(1).uncheck()
    visit.page.locator("#wanted").fill("乙")
    last = visit.page.locator(SAYS[sheet.name] if sheet.name != "coverage" else ".cell").last
    last.click()
    seen = told(visit)
    assert seen != at_first
    visit.page.reload()
    visit.page.wait_for_selector("html[data-ready=yes]")
    assert told(visit) == seen
    assert visit.page.locator("#wanted").input_value() == "乙"
    other = visitor.context.new_page()
    other.goto(visit.page.url)
    other.wait_for_selector("html[data-ready=yes]")
    assert other.locator("#panel").inner_text() == seen[1]
    visit.page.locator("#link").click()
    visit.page.locator("#link", has_text="已复制").wait_for()  # the clipboard answers when it has taken it
    visit.page.evaluate("() => { location.hash = ''; }")
    visit.page.wait_for_function("() => document.getElementById('wanted').value === ''")
    assert told(visit) == at_first
    assert visit.complaints == []


@pytest.mark.parametrize("sheet", SMALL, ids=lambda one: one.name)
def test_an_address_that_attacks_is_text(visitor: Visitor, sheet: Sheet) -> None:
    visit = opened(visitor, sheet)
    for letter in "qvhuosctieltkz":
        attack = f"#{letter}=%3Cimg src=x onerror=window.hacked=1%3E~~"
        visit.page.goto(visit.page.url.partition("#")[0] + attack)
        visit.page.reload()
        visit.page.wait_for_selector("html[data-ready=yes]")
    assert hacked(visit) == "undefined"
    assert visit.complaints == []


@pytest.mark.parametrize("sheet", ATTACKING, ids=lambda one: one.name)
def test_no_cell_of_a_table_is_a_formula(visitor: Visitor, tmp_path: Path, sheet: Sheet) -> None:
    visit = opened(visitor, sheet)
    cells = [cell for row in saved_rows(visit, tmp_path / "table.csv") for cell in row]
    assert len(cells) > 10
    assert [cell for cell in cells if cell[:1] in "=+-@\t\r" and cell] == []


def test_texts_of_a_dataset_are_in_the_page(visitor: Visitor, tmp_path: Path) -> None:
    build([SAMPLES], Settings(dataset=tmp_path / "dataset"))
    visit = opened(visitor, matrix_of(open_dataset(tmp_path / "dataset")))
    visit.page.locator(".cell.responded").first.click()
    visit.page.locator("#panel .open").first.click()
    whole = visit.page.locator("#text-view .sheet").inner_text()
    assert visit.page.locator("#text-view mark").inner_text() in whole
    assert len(whole) > 500
    assert visit.complaints == []
