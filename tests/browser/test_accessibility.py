"""Pages for everyone: axe-core finds nothing serious, and text stands out from its ground."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphkit.view.scene import Wish
from graphkit.view.sheet_page import render_sheet
from tests.browser.conftest import Visit, Visitor
from tests.handmade_network import small_network
from tests.handmade_sheets import small_chronicle, small_ledger, small_matrix

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[1] / "view" / "javascript" / "node_modules" / "axe-core" / "axe.min.js"
RUN = "() => axe.run(document)"


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.exists():
        pytest.skip("needs axe-core: npm install in tests/view/javascript, as make check does")
    return AXE.read_text(encoding="utf-8")


def serious(visit: Visit, axe: str) -> list[tuple[str, list[Any]]]:
    """Give the serious and critical violations, from at least some rules that applied."""
    visit.page.evaluate(axe)
    found = visit.page.evaluate(RUN)
    assert len(found["passes"]) > 10
    return [
        (one["id"], [node["html"][:160] for node in one["nodes"]])
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_explorer_has_no_serious_violation_in_any_of_its_states(
    visitor: Visitor,
    axe: str,
    language: Any,  # noqa: ANN401 - one of the two
) -> None:
    visit = visitor.view(small_network(), Wish("all"), language=language)
    assert serious(visit, axe) == []
    visit.click("甲局")
    assert serious(visit, axe) == []
    visit.page.locator("#export").click()
    assert serious(visit, axe) == []
    visit.page.keyboard.press("Escape")
    visit.page.locator("#path").click()
    assert serious(visit, axe) == []
    visit.page.locator("#path").click()
    visit.page.locator("#table").click()
    assert serious(visit, axe) == []
    visit.page.locator("#table").click()
    visit.page.locator("#panel button.open").first.click()
    assert serious(visit, axe) == []
    visit.page.locator("#stage").focus()
    visit.page.keyboard.press("?")
    assert serious(visit, axe) == []


@pytest.mark.parametrize("sheet", [small_matrix(), small_chronicle(), small_ledger()], ids=lambda one: one.name)
def test_tables_and_time_axes_have_no_serious_violation(visitor: Visitor, axe: str, sheet: Any) -> None:  # noqa: ANN401
    visit = visitor.open(render_sheet(sheet))
    visit.page.wait_for_selector("html[data-ready=yes]")
    assert serious(visit, axe) == []
