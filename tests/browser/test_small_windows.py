"""Pages in the window of a phone: nothing is cut off at the side, tools and what is told of a choice are in reach."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graphkit.view.scene import Wish
from graphkit.view.sheet_page import Sheet, render_sheet
from tests.browser.conftest import WINDOW, Visit, Visitor
from tests.handmade_network import small_network
from tests.handmade_sheets import small_chronicle, small_ledger, small_matrix

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
CUT = """() => {
  const cut = [...document.querySelectorAll('header button, header input, nav label, #time output')].filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 0 && (left < 0 || right > innerWidth);
  });
  return [document.documentElement.scrollWidth > innerWidth, cut.map((one) => one.id || one.textContent)];
}"""
"""Tells whether the page is wider than the window, and gives what of its controls stands outside."""
SEEN = """() => {
  const { top, bottom } = document.getElementById('panel').getBoundingClientRect();
  return top >= 0 && top < innerHeight && bottom <= innerHeight && bottom - top < innerHeight / 2;
}"""


@pytest.fixture
def visitor_with_phone(visitor: Visitor) -> Iterator[Visitor]:
    yield visitor
    for page in visitor.context.pages:
        page.set_viewport_size(WINDOW)


def on_phone(visit: Visit) -> Visit:
    visit.page.set_viewport_size(PHONE)
    visit.page.reload()
    visit.page.wait_for_selector("html[data-ready=yes]")
    return visit


def test_a_network_has_its_tools_and_its_panel_in_reach(visitor_with_phone: Visitor) -> None:
    visit = on_phone(visitor_with_phone.view(small_network(), Wish("all")))
    assert visit.page.evaluate(CUT) == [False, []]
    visit.click("甲局")
    assert visit.page.evaluate(SEEN)
    visit.page.locator("#export").click()
    menu = visit.page.locator(".menu").bounding_box()
    assert menu is not None
    assert menu["x"] >= 0
    assert menu["x"] + menu["width"] <= PHONE["width"]
    visit.page.mouse.wheel(0, 4000)
    visit.page.wait_for_timeout(100)
    last = visit.page.locator("#legend .row").last.bounding_box()
    panel = visit.page.locator("#panel").bounding_box()
    assert last is not None
    assert panel is not None
    assert last["y"] + last["height"] <= panel["y"]


@pytest.mark.parametrize(
    ("sheet", "what"),
    [(small_matrix(), ".cell.responded"), (small_chronicle(), ".event"), (small_ledger(), "tbody tr")],
    ids=["coverage", "timeline", "ledger"],
)
def test_a_table_or_time_axis_tells_of_a_choice_in_sight(visitor_with_phone: Visitor, sheet: Sheet, what: str) -> None:
    visit = visitor_with_phone.open(render_sheet(sheet))
    on_phone(visit)
    assert visit.page.evaluate(CUT) == [False, []]
    visit.page.locator(what).first.click()
    assert visit.page.evaluate(SEEN)
    assert visit.page.locator("#panel mark").first.is_visible()
