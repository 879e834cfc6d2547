"""The explorer in a real browser: its picture asks for nothing, is legible, and obeys hands and keys."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from graphkit.dataset import open_dataset
from graphkit.network import Edge, Network, project_dataset
from graphkit.settings import Settings
from graphkit.terms import gk
from graphkit.view.scene import Wish
from graphkit.workflow import build
from tests.browser.conftest import Visit, Visitor
from tests.handmade_network import made_of, node, small_network
from tests.material import material

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(visitor: Visitor) -> Visit:
    return visitor.view(small_network())


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Network:
    folder = tmp_path_factory.mktemp("seed")
    build([material("seed")], Settings(dataset=folder))
    return project_dataset(open_dataset(folder))


def many_offices(count: int) -> Network:
    offices = [node(f"o{number:05}", "Agency", f"第{number}局") for number in range(count)]
    edges = [Edge(one.iri, gk.respondedTo, "m") for one in offices]
    return made_of([*offices, node("m", "Meeting", "会议")], edges)


def overlapping(texts: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [
        (one["text"], other["text"])
        for one, other in combinations(texts, 2)
        if one["left"] < other["right"]
        and other["left"] < one["right"]
        and abs(one["middle"] - other["middle"]) < (one["font"] + other["font"]) / 2
    ]


def test_the_page_asks_for_nothing_and_complains_of_nothing(visit: Visit, tmp_path: Path) -> None:
    visit.click("甲局")
    visit.page.locator("#fit").click()
    assert visit.requests == [(tmp_path / "page.html").as_uri()]
    assert visit.complaints == []
    assert list(tmp_path.iterdir()) == [tmp_path / "page.html"]


def test_everything_is_named_in_the_picture(visit: Visit) -> None:
    for label in ("甲局", "乙局", "全省工作会议", "张三", "子办法", "母法"):
        assert label in visit.drawn()


@pytest.mark.parametrize("view", ["responses", "policies", "agencies", "all"])
def test_the_seed_opens_with_every_label_legible_and_none_over_another(
    visitor: Visitor, seed: Network, view: str
) -> None:
    visit = visitor.view(seed, Wish(view))
    texts = visit.written()
    assert overlapping(texts) == []
    assert min(one["font"] for one in texts) >= 11
    at_first = [one for one in visit.things() if one["at_first"]]
    assert len(at_first) <= 150
    drawn = [one["text"] for one in texts]
    assert [one["label"] for one in at_first if not set(one["lines"]) <= set(drawn)] == []
    assert visit.complaints == []


def test_a_click_on_a_line_tells_what_it_says(visit: Visit) -> None:
    (x, y), (u, v) = visit.place_of("子办法"), visit.place_of("母法")
    visit.page.mouse.click(x * 0.7 + u * 0.3, y * 0.7 + v * 0.3)
    assert visit.page.locator("#panel h2").inner_text() == "子办法 → 母法"
    assert "《子办法》依据《母法》制定" in visit.panel()


def test_pointing_at_a_node_shows_a_sentence_beside_it(visit: Visit) -> None:
    x, y = visit.place_of("甲局")
    visit.page.mouse.move(x - 100, y)
    visit.page.mouse.move(x, y, steps=5)
    visit.page.wait_for_selector("#tip:not([hidden])")
    assert "甲局" in visit.page.locator("#tip").inner_text()
    assert "甲简报2021年第2期" in visit.page.locator("#tip").inner_text()


def test_pointing_at_a_line_tells_the_fact(visit: Visit) -> None:
    (x, y), (u, v) = visit.place_of("子办法"), visit.place_of("母法")
    visit.page.mouse.move(x, y - 200)
    visit.page.mouse.move(x * 0.7 + u * 0.3, y * 0.7 + v * 0.3, steps=5)
    visit.page.wait_for_selector("#tip:not([hidden])")
    assert "子办法 —依据→ 母法" in visit.page.locator("#tip").inner_text()


def test_a_selection_fades_what_is_far_and_words_its_lines(visit: Visit) -> None:
    visit.click("子办法")
    visit.drawn()
    faded = visit.page.evaluate("() => [...document.querySelectorAll('text.label.faded')].map(one => one.textContent)")
    assert "张三" in faded
    assert "母法" not in faded
    assert "依据" in visit.drawn()
    assert visit.count("svg.picture .ring") == 1


def test_points_wait_in_a_badge_and_unfold_around_their_owner(visit: Visit) -> None:
    assert "+1 项" in visit.drawn()
    assert "建设数字机关" not in visit.drawn()
    (badge,) = visit.page.evaluate("() => window.graphkit.boxes().badges.map(({left, top}) => ({left, top}))")
    stage = visit.page.locator("#stage").bounding_box()
    visit.page.mouse.click(stage["x"] + badge["left"] + 8, stage["y"] + badge["top"] + 8)
    assert "建设数字机关" in visit.drawn()
    assert "≥30%" in visit.panel()
    visit.page.locator("#fold").click()
    assert "建设数字机关" not in visit.drawn()


def test_a_drag_moves_the_picture_or_the_node_under_the_pointer(visit: Visit) -> None:
    before, other = visit.place_of("甲局"), visit.place_of("母法")
    visit.page.mouse.move(*before)
    visit.page.mouse.down()
    visit.page.mouse.move(before[0] + 80, before[1] + 40, steps=4)
    visit.page.mouse.up()
    assert visit.place_of("甲局") == pytest.approx((before[0] + 80, before[1] + 40), abs=2)
    assert visit.place_of("母法") == pytest.approx(other, abs=0.1)
    stage = visit.page.locator("#stage").bounding_box()
    visit.page.mouse.move(stage["x"] + 8, stage["y"] + 8)
    visit.page.mouse.down()
    visit.page.mouse.move(stage["x"] + 58, stage["y"] + 38, steps=4)
    visit.page.mouse.up()
    assert visit.place_of("母法") == pytest.approx((other[0] + 50, other[1] + 30), abs=2)


def test_while_a_node_is_dragged_only_it_and_its_lines_are_drawn_anew(visit: Visit) -> None:
    page = visit.page
    before = visit.place_of("甲局")
    frames = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    page.mouse.move(*before)
    page.mouse.down()
    page.mouse.move(before[0] + 20, before[1] + 10)
    page.evaluate(frames)
    page.evaluate(
        "() => document.querySelectorAll('svg.picture:first-of-type .line, svg.picture text')"
        ".forEach((one) => { one.dataset.old = 'yes'; })"
    )
    page.mouse.move(before[0] + 80, before[1] + 40, steps=3)
    page.evaluate(frames)
    base, front = page.locator("svg.picture").all()
    assert base.locator(".dot").count() == 6
    assert front.locator(".dot").count() == 1
    assert front.locator(".line").count() == 3
    assert base.locator("text:not([data-old])").count() == 0
    label = front.locator("text", has_text="甲局").bounding_box()
    assert abs(label["x"] + label["width"] / 2 - before[0] - 80) < 60
    page.mouse.up()
    assert visit.count("svg.picture") == 1
    assert visit.count("svg.picture .dot") == 7
    assert "甲局" in visit.drawn()
    assert visit.place_of("甲局") == pytest.approx((before[0] + 80, before[1] + 40), abs=2)


def test_a_node_of_a_large_picture_is_dragged_on_a_canvas_of_its_own(visitor: Visitor) -> None:
    visit = visitor.view(many_offices(700), Wish("responses"))
    visit.page.locator("#all").click()
    visit.page.wait_for_selector("canvas.picture")
    before, other = visit.place_of("会议"), visit.place_of("第3局")
    visit.page.mouse.move(*before)
    visit.page.mouse.down()
    visit.page.mouse.move(before[0] + 60, before[1] + 30, steps=4)
    visit.page.wait_for_function("() => document.querySelectorAll('canvas.picture').length === 2")
    visit.page.mouse.up()
    assert visit.count("canvas.picture") == 1
    assert visit.place_of("会议") == pytest.approx((before[0] + 60, before[1] + 30), abs=2)
    assert visit.place_of("第3局") == pytest.approx(other, abs=0.1)
    assert visit.complaints == []


def test_the_wheel_zooms_to_the_pointer(visit: Visit) -> None:
    at, other = visit.place_of("甲局"), visit.place_of("母法")
    visit.page.mouse.move(*at)
    visit.page.mouse.wheel(0, -300)
    assert visit.place_of("甲局") == pytest.approx(at, abs=1)
    assert visit.place_of("母法") != pytest.approx(other, abs=1)
    visit.page.locator("#fit").click()
    assert visit.place_of("母法") == pytest.approx(other, abs=1)


def test_more_and_all_bring_the_rest_and_undo_takes_it_back(visitor: Visitor) -> None:
    visit = visitor.view(many_offices(300), Wish("responses"))
    opening = visit.shown()
    count = int(opening.split()[1])
    assert opening == f"显示 {count} / 301 个节点"
    visit.page.locator("#more").click()
    assert visit.shown() == f"显示 {count + 50} / 301 个节点"
    visit.page.locator("#all").click()
    assert visit.shown() == "共 301 个节点"
    stage = visit.page.locator("#stage").bounding_box()
    for number in (0, 150, 299):  # what is brought is in sight
        x, y = visit.place_of(f"第{number}局")
        assert stage["x"] < x < stage["x"] + stage["width"]
        assert stage["y"] < y < stage["y"] + stage["height"]
    visit.page.locator("#undo").click()
    assert visit.shown() == f"显示 {count + 50} / 301 个节点"
    visit.page.locator("#first").click()
    assert visit.shown() == opening
    visit.click("会议")
    visit.page.locator("#expand").click()
    assert visit.shown() == f"显示 {count + 25} / 301 个节点"


def test_above_six_hundred_things_a_canvas_draws_and_answers_the_same(visitor: Visitor) -> None:
    visit = visitor.view(many_offices(700), Wish("responses"))
    assert visit.count("svg.picture") == 1
    visit.page.locator("#all").click()
    assert visit.shown() == "共 701 个节点"
    visit.page.wait_for_selector("canvas.picture")
    assert visit.count("svg.picture") == 0
    visit.click("第650局")
    assert visit.page.locator("#panel h2").inner_text() == "第650局"
    labels = visit.page.evaluate("() => window.graphkit.boxes().labels.length")
    assert 0 < labels <= 400
    visit.page.locator("#undo").click()
    visit.page.wait_for_selector("svg.picture")
    assert visit.complaints == []


def test_keys_walk_through_the_whole_page(visit: Visit) -> None:
    """Nothing here uses the mouse: into the stage, along nodes, to the panel, tables, text, and back."""
    page = visit.page
    page.locator("#stage").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#panel h2").inner_text()
    assert first in page.locator("#live").inner_text()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    assert page.locator("#live").inner_text() == "未选择"
    page.keyboard.press("/")
    page.keyboard.type("甲局")
    page.keyboard.press("Enter")
    assert page.locator("#live").inner_text() == "地方机构 甲局，4 个联系"
    page.locator("#stage").focus()
    page.keyboard.press("p")
    assert "建设数字机关" in visit.drawn()
    page.keyboard.press("z")
    page.keyboard.press("1")
    assert visit.shown() == "显示 4 / 8 个节点"
    page.keyboard.press("1")
    before = visit.place_of("甲局")
    page.keyboard.press("+")
    assert visit.place_of("甲局") != before
    page.keyboard.press("0")
    page.keyboard.press("h")
    assert visit.shown() == "显示 6 / 8 个节点"
    page.keyboard.press("z")
    page.keyboard.press("t")
    page.wait_for_selector("#table-view:not([hidden])")
    page.keyboard.press("t")
    page.keyboard.press("?")
    assert "展开邻居" in page.locator("dialog#keys").inner_text()
    page.keyboard.press("Escape")
    page.locator("#stage").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "panel"
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.getElementById('panel').contains(document.activeElement)")
    assert visit.complaints == []


def test_tab_goes_through_the_stage_once(visit: Visit) -> None:
    visit.page.keyboard.press("Tab")
    seen: list[str] = []
    for _ in range(80):
        seen.append(str(visit.page.evaluate("() => document.activeElement.id || document.activeElement.tagName")))
        visit.page.keyboard.press("Tab")
        if len(seen) > 5 and seen[-1] == "BODY":
            break
    assert seen.count("stage") == 1
    for control in ("wanted", "undo", "fit", "table", "path", "export", "link", "print", "language"):
        assert control in seen or control == "undo"


def test_the_page_speaks_the_language_that_was_asked_for_and_changes_it(visitor: Visitor) -> None:
    assert "Kinds" in visitor.view(small_network(), language="en").page.locator("#legend").inner_text()
    assert "类型" in visitor.view(small_network(), language="zh").page.locator("#legend").inner_text()
    visit = visitor.view(small_network(), language="auto")
    assert "类型" in visit.page.locator("#legend").inner_text()
    visit.page.locator("#language").click()
    assert visit.page.title() == "Everything"
    assert visit.page.evaluate("() => document.documentElement.lang") == "en"
    visit.click("甲局")
    assert "responded to" in visit.panel()
    assert "甲局传达学习会议精神" in visit.panel()


def test_no_iri_and_no_english_is_shown_to_chinese_readers(visit: Visit) -> None:
    for label in ("甲局", "全省工作会议", "子办法", "张三"):
        visit.click(label)
        shown = visit.page.locator("body").inner_text()
        assert "http" not in shown
        assert "gk:" not in shown
    visit.page.locator("#table").click()
    assert "http" not in visit.page.locator("#table-view").inner_text()
