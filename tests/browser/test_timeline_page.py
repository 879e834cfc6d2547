"""The time axis in a real browser: left to right by date, no label over another, every event opens its sentence."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from graphkit.dataset import Dataset, open_dataset
from graphkit.settings import Settings
from graphkit.view.chronicle import Chronicle, chronicle_of, when_of
from graphkit.view.sheet_page import render_sheet
from graphkit.workflow import build
from tests.browser.conftest import Visit, Visitor
from tests.browser.test_injection import hacked
from tests.handmade_network import HOSTILE
from tests.handmade_sheets import hostile_chronicle, small_chronicle
from tests.material import SAMPLES, material

pytestmark = pytest.mark.browser

BOXES = """() => [...document.querySelectorAll('.event')].map((one) => {
  const { left, right, top, bottom } = one.getBoundingClientRect();
  const mark = one.querySelector('svg').getBoundingClientRect();
  return { name: one.getAttribute('aria-label'), left, right, top, bottom, x: mark.left + mark.width / 2 };
})"""


def opened(visitor: Visitor, chronicle: Chronicle) -> Visit:
    visit = visitor.open(render_sheet(chronicle))
    visit.page.wait_for_selector("html[data-ready=yes]")
    return visit


@pytest.fixture
def visit(visitor: Visitor) -> Visit:
    return opened(visitor, small_chronicle())


def dataset_of(folder: Path, *sources: Path) -> Dataset:
    build(list(sources), Settings(dataset=folder))
    return open_dataset(folder)


def boxes(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.page.evaluate(BOXES)
    return found


def overlapping(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [
        (one["name"], other["name"])
        for one, other in combinations(found, 2)
        if one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    ]


def place(visit: Visit, label: str) -> float:
    (found,) = [one["x"] for one in boxes(visit) if f"，{label}，" in one["name"]]
    return float(found)


def event(visit: Visit, label: str) -> Any:  # noqa: ANN401 - playwright's
    return visit.page.locator(f".event[aria-label*='，{label}，']")


def test_events_stand_from_left_to_right_by_date(visit: Visit) -> None:
    order = ["旧办法", "全省工作会议", "甲局", "乙局"]
    places = [place(visit, label) for label in order]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert place(visit, "乙局") == place(visit, "丙局")


@pytest.mark.parametrize("lanes", ["kind", "target", "body"])
@pytest.mark.parametrize("source", ["samples", "seed"])
def test_no_label_lies_over_another(visitor: Visitor, tmp_path: Path, source: str, lanes: str) -> None:
    sources = SAMPLES if source == "samples" else material("seed")
    visit = opened(visitor, chronicle_of(dataset_of(tmp_path / "dataset", sources)))
    visit.page.locator("#lanes").select_option(lanes)
    found = boxes(visit)
    assert len(found) >= 10
    assert overlapping(found) == []
    visit.page.locator("#cut").uncheck()
    visit.page.locator("#larger").click()
    assert overlapping(boxes(visit)) == []
    assert visit.complaints == []


def test_an_event_opens_its_sentence_and_what_it_responds_to(visit: Visit) -> None:
    event(visit, "甲局").click()
    told = str(visit.page.locator("#panel").inner_text())
    for words in (
        "已响应 · 2021-03-01",
        "全省工作会议",
        "会后 3 天",
        "会后，甲局传达学习会议精神。",
        "甲简报2021年第2期",
    ):
        assert words in told
    assert visit.page.locator("#panel mark").inner_text() == "甲局传达学习会议精神"
    assert visit.page.locator(".link.chosen").count() == 1


def test_days_elapsed_are_told_and_a_day_of_the_report_is_only_the_latest(visit: Visit) -> None:
    assert event(visit, "甲局").locator(".tag").inner_text() == "3天"
    assert event(visit, "乙局").locator(".tag").inner_text() == "≤24天"
    event(visit, "乙局").click()
    told = str(visit.page.locator("#panel").inner_text())
    assert "会后 24 天内（以报道日期计）" in told
    assert "2021-03-22 报道" in told
    assert "≤：" in visit.page.locator("#legend").inner_text()


def test_a_meeting_tells_who_took_it_up_and_how_long_that_took(visit: Visit) -> None:
    assert "4 个有日期，最快 3 天，中位数 24 天" in visit.page.locator("#panel").inner_text()
    event(visit, "全省工作会议").click()
    items = visit.page.locator("#panel ul").last.locator(".entry").all_inner_texts()
    assert [one.split("\n")[0].strip() for one in items] == ["甲局", "乙局", "丙局", "各局"]
    visit.page.locator("#panel button", has_text="丙局").click()
    assert "明确未响应" in visit.page.locator("#panel .about").inner_text()


def test_undated_ones_are_listed_apart(visit: Visit) -> None:
    assert "未注明日期（1）" in visit.page.locator(".apart").inner_text()
    assert all("无日期的办法" not in one["name"] for one in boxes(visit))
    visit.page.locator(".undated").click()
    assert "未注明日期" in visit.page.locator("#panel .about").inner_text()


def test_a_month_is_a_span_and_a_long_time_without_events_is_cut_and_told(visit: Visit) -> None:
    assert visit.page.locator(".span.Policy").bounding_box()["width"] > 50
    assert visit.page.locator(".break").all_inner_texts() == ["23年"]
    far = place(visit, "全省工作会议") - place(visit, "旧办法")
    visit.page.locator("#cut").uncheck()
    assert visit.page.locator(".break").count() == 0
    assert place(visit, "全省工作会议") - place(visit, "旧办法") > 4 * far


def test_the_axis_and_the_names_of_lanes_stay_in_sight(visitor: Visitor) -> None:
    visit = opened(visitor, small_chronicle())
    visit.page.set_viewport_size({"width": 1600, "height": 260})
    visit.page.locator("#larger").click()
    visit.page.locator("#sheet").evaluate("sheet => { sheet.scrollTop = 120; sheet.scrollLeft = 150; }")
    assert visit.page.locator("#sheet").evaluate("sheet => [sheet.scrollTop, sheet.scrollLeft]") == [120, 150]
    stage = visit.page.locator("#sheet").bounding_box()
    assert abs(visit.page.locator(".axis").bounding_box()["y"] - stage["y"]) < 2
    assert abs(visit.page.locator(".lane h2").last.bounding_box()["x"] - stage["x"]) < 2


def test_events_are_filtered_by_kind_words_and_years(visit: Visit) -> None:
    visit.page.locator("#sign-absent").uncheck()
    assert event(visit, "丙局").count() == 0
    visit.page.locator("#from").select_option("2021")
    assert event(visit, "旧办法").count() == 0
    visit.page.locator("#wanted").fill("全省工作会议")
    assert event(visit, "新办法").count() == 0
    assert event(visit, "甲局").count() == 1
    visit.page.locator("#wanted").fill("没有的词")
    assert "没有符合条件的事件" in visit.page.locator("#sheet").inner_text()
    assert visit.complaints == []


def test_keys_walk_through_events_and_open_them(visit: Visit) -> None:
    event(visit, "全省工作会议").focus()
    visit.page.keyboard.press("Enter")
    assert visit.page.locator("#panel h2").inner_text() == "全省工作会议"
    focused = visit.page.evaluate("() => document.activeElement.getAttribute('aria-label')")
    assert focused == "会议，全省工作会议，2021-02-26"
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("() => document.activeElement.className").startswith("event")
    visit.page.keyboard.press("Escape")
    assert visit.page.locator("#panel h2").count() == 0


def test_both_languages_are_spoken(visit: Visit) -> None:
    visit.page.locator("#language").click()
    words = visit.page.evaluate("() => document.body.innerText")
    assert "undefined" not in words
    for word in ("Undated (1)", "Mar", "stated absent", "≤24 d"):
        assert word in words


def test_names_that_attack_are_text(visitor: Visitor) -> None:
    visit = opened(visitor, hostile_chronicle())
    for lanes in ("body", "target", "kind"):
        visit.page.locator("#lanes").select_option(lanes)
    for number in range(visit.page.locator(".event").count()):
        visit.page.locator(".event").nth(number).focus()
        visit.page.keyboard.press("Enter")
    for number in range(visit.page.locator(".undated").count()):
        visit.page.locator(".undated").nth(number).click()
    visit.page.locator("#language").click()
    visit.page.locator("#wanted").fill(HOSTILE[1])
    assert hacked(visit) == "undefined"
    assert visit.complaints == []
    assert len(visit.requests) == 1
    assert visit.page.locator("iframe, img, object, embed, body script[src], a").count() == 0


def test_a_long_axis_opens_at_its_latest_events(visitor: Visitor) -> None:
    known = small_chronicle().events
    events = tuple(
        replace(known[number % len(known)], when=when_of(f"{1950 + 3 * number}-05-01"), aims=()) for number in range(24)
    )
    visit = opened(visitor, replace(small_chronicle(), events=events))
    left, most = visit.page.evaluate(
        "() => { const one = document.getElementById('sheet');"
        " return [one.scrollLeft, one.scrollWidth - one.clientWidth]; }"
    )
    assert most > 0
    assert left == pytest.approx(most, abs=2)
    note = visit.page.locator("#shown").bounding_box()
    assert note["x"] >= visit.page.locator("#sheet").bounding_box()["x"]
