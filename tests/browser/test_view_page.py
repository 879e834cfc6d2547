"""The page in a real browser: it opens from a file, asks for nothing, and does what it offers."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from graphkit.dataset import open_dataset
from graphkit.network import Edge, Network, project_dataset
from graphkit.settings import Settings
from graphkit.terms import gk
from graphkit.view.page import Language
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


def panel(visit: Visit) -> str:
    return str(visit.page.locator("#panel").inner_text())


def written(visit: Visit) -> list[dict[str, Any]]:
    """Give the texts of the picture as they were drawn last."""
    found: list[dict[str, Any]] = visit.page.evaluate("() => window.written")
    return found


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
    drawn = "".join(one["text"] for one in written(visit))
    for label in ("甲局", "乙局", "全省工作会议", "张三", "子办法", "母法"):
        assert label in drawn


@pytest.mark.parametrize("view", ["responses", "all"])
def test_the_seed_opens_with_every_label_legible_and_none_over_another(
    visitor: Visitor, seed: Network, view: str
) -> None:
    visit = visitor.view(seed, Wish(view))
    texts = written(visit)
    assert overlapping(texts) == []
    assert min(one["font"] for one in texts) >= 11
    at_first = [one for one in visit.things() if one["at_first"]]
    assert 20 < len(at_first) <= 150
    drawn = [one["text"] for one in texts]
    missing = [one["label"] for one in at_first if not set(one["lines"]) <= set(drawn)]
    assert missing == []
    assert visit.complaints == []


def test_a_click_on_a_node_tells_its_facts_with_the_marked_sentence(visit: Visit) -> None:
    visit.click("甲局")
    told = panel(visit)
    for words in ("地方机构", "又称", "甲市事务局", "落实", "全省工作会议", "甲简报2021年第2期 · 2021-03-22"):
        assert words in told
    assert visit.page.locator("#panel mark").first.inner_text() == "甲局传达学习会议精神"
    assert visit.page.locator("#panel blockquote").first.inner_text() == "会后，甲局传达学习会议精神。"


def test_a_demand_is_told_as_one(visit: Visit) -> None:
    visit.click("乙局")
    assert "要求" in panel(visit)
    assert visit.page.locator("#panel mark").inner_text() == "乙局要认真学习"


def test_a_click_on_a_line_tells_what_it_says(visit: Visit) -> None:
    (x, y), (u, v) = visit.place_of("子办法"), visit.place_of("母法")
    visit.page.mouse.click(x * 0.7 + u * 0.3, y * 0.7 + v * 0.3)
    assert visit.page.locator("#panel h3").inner_text() == "子办法 → 母法"
    assert "《子办法》依据《母法》制定" in panel(visit)


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


@pytest.mark.parametrize("typed", ["甲局", "甲市", "市事务", "jiaju", "jj", "甲市 事务局"])
def test_search_finds_by_name_alias_part_and_pinyin(visit: Visit, typed: str) -> None:
    visit.page.keyboard.press("/")
    visit.page.keyboard.type(typed)
    assert "甲局" in visit.page.locator("#found").inner_text()
    visit.page.locator("#wanted").press("Enter")
    assert visit.page.locator("#panel h3").inner_text() == "甲局"


def test_search_says_when_nothing_is_found(visit: Visit) -> None:
    visit.page.locator("#wanted").fill("不存在")
    assert visit.page.locator("#found").inner_text() == "没有找到"


def test_the_legend_hides_and_shows_a_kind(visit: Visit) -> None:
    assert visit.shown() == "显示 7 / 8 个节点"
    visit.page.locator("#kind-Policy").uncheck()
    assert visit.shown() == "显示 5 / 8 个节点"
    assert "子办法" not in "".join(one["text"] for one in written(visit))
    visit.page.locator("#kind-Policy").check()
    visit.page.locator("#kind-Topic").check()
    assert visit.shown() == "共 8 个节点"


def test_the_legend_counts_and_hides_relations(visit: Visit) -> None:
    visit.click("甲局")
    assert "印发" in panel(visit)
    visit.page.locator("#relation-issues").uncheck()
    assert "印发" not in panel(visit)


def test_points_wait_in_a_badge_and_unfold_around_their_owner(visit: Visit) -> None:
    assert "+1 项" in [one["text"] for one in written(visit)]
    assert "建设数字机关" not in [one["text"] for one in written(visit)]
    (badge,) = visit.page.evaluate("() => window.graphkit.boxes().filter(box => String(box.owner).startsWith('badge'))")
    stage = visit.page.locator("#mynetwork").bounding_box()
    visit.page.mouse.click(stage["x"] + badge["left"] + 8, stage["y"] + badge["top"] + 8)
    assert "建设数字机关" in [one["text"] for one in written(visit)]
    assert "≥30%" in panel(visit)
    visit.page.locator("#unfold").click()
    assert "建设数字机关" not in [one["text"] for one in written(visit)]


def test_more_and_all_bring_the_rest_and_undo_takes_it_back(visitor: Visitor) -> None:
    offices = [node(f"o{number:03}", "Agency", f"第{number}局") for number in range(300)]
    network = made_of([*offices, node("m", "Meeting", "会议")], [Edge(one.iri, gk.respondedTo, "m") for one in offices])
    visit = visitor.view(network, Wish("responses"))
    opening = visit.shown()
    count = int(opening.split()[1])
    assert opening == f"显示 {count} / 301 个节点"
    visit.page.locator("#more").click()
    assert visit.shown() == f"显示 {count + 50} / 301 个节点"
    visit.page.locator("#all").click()
    assert visit.shown() == "共 301 个节点"
    visit.page.locator("#undo").click()
    assert visit.shown() == f"显示 {count + 50} / 301 个节点"
    visit.page.locator("#first").click()
    assert visit.shown() == opening
    visit.click("会议")
    visit.page.locator("#expand").click()
    assert visit.shown() == f"显示 {count + 25} / 301 个节点"


def test_search_brings_what_is_not_shown(visitor: Visitor) -> None:
    offices = [node(f"o{number:03}", "Agency", f"第{number}局") for number in range(300)]
    network = made_of([*offices, node("m", "Meeting", "会议")], [Edge(one.iri, gk.respondedTo, "m") for one in offices])
    visit = visitor.view(network, Wish("responses"))
    assert visit.page.evaluate("() => window.graphkit.placeOf('第299局')") is None
    visit.page.locator("#wanted").fill("第299局")
    visit.page.locator("#wanted").press("Enter")
    x, y = visit.place_of("第299局")
    stage = visit.page.locator("#mynetwork").bounding_box()
    assert stage["x"] < x < stage["x"] + stage["width"]
    assert stage["y"] < y < stage["y"] + stage["height"]
    assert visit.page.locator("#panel h3").inner_text() == "第299局"


def test_a_path_is_told_in_sentences(visitor: Visitor) -> None:
    visit = visitor.view(small_network(), Wish("all", path=("b", "old")))
    told = panel(visit)
    assert "最短路径 1 条" in told
    assert "子办法 —依据→ 母法" in " ".join(told.split())
    assert "乙局要认真学习" in told


def test_keys_choose_zoom_and_clear(visit: Visit) -> None:
    visit.click("甲局")
    visit.page.keyboard.press("Escape")
    assert "点一个节点或一条线" in panel(visit)
    before = visit.place_of("甲局")
    visit.page.keyboard.press("+")
    assert visit.place_of("甲局") != before
    visit.page.keyboard.press("0")
    assert visit.place_of("甲局") == pytest.approx(before, abs=1)


def test_the_picture_is_saved_as_a_png(visit: Visit) -> None:
    with visit.page.expect_download() as expected:
        visit.page.locator("#save").click()
    assert expected.value.suggested_filename == "all.png"
    assert Path(expected.value.path()).read_bytes().startswith(b"\x89PNG")
    assert visit.complaints == []


@pytest.mark.parametrize(("language", "words"), [("zh", "类型"), ("en", "Kinds"), ("auto", "类型")])
def test_the_page_speaks_the_language_that_was_asked_for(visitor: Visitor, language: Language, words: str) -> None:
    visit = visitor.view(small_network(), language=language)
    assert words in visit.page.locator("#legend").inner_text()


def test_the_language_can_be_changed_on_the_page(visit: Visit) -> None:
    visit.page.locator("#language").click()
    assert visit.page.title() == "Everything"
    assert "Meetings" in visit.page.locator("#legend").inner_text()
    visit.click("甲局")
    assert "responded to" in panel(visit)
    assert "甲局传达学习会议精神" in panel(visit)


def test_no_iri_is_shown_to_people(visit: Visit) -> None:
    for label in ("甲局", "全省工作会议", "子办法", "张三"):
        visit.click(label)
        assert "http" not in visit.page.locator("body").inner_text()
        assert "gk:" not in visit.page.locator("body").inner_text()
