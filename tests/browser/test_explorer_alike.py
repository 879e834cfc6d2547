"""What may be one thing: marked as such at first, joined in the picture on wish, never in the data."""

from __future__ import annotations

import json

import pytest

from graphkit.view.scene import Wish
from tests.browser.conftest import Visit, Visitor
from tests.handmade_network import drives_network, namesakes_network, small_network

pytestmark = pytest.mark.browser

JOINED = "（2 个疑似相同）"
PEOPLE = "() => window.graphkit.stage.picture().dots.filter((dot) => dot.colour === '#CC79A7').length"


@pytest.fixture
def visit(visitor: Visitor) -> Visit:
    return visitor.view(namesakes_network(), Wish("agencies"))


def join(visit: Visit) -> None:
    visit.page.locator("#join").check()


def test_each_view_marks_those_that_may_be_one(visitor: Visitor) -> None:
    for view in ("agencies", "all"):
        visit = visitor.view(namesakes_network(), Wish(view))
        assert "疑似相同，未合并" in visit.page.locator("#legend").inner_text()
        assert "疑似相同的合看" in visit.page.locator("#legend").inner_text()
        assert visit.page.evaluate(PEOPLE) == 2
        assert visit.complaints == []


def test_joined_they_are_one_dot_with_the_lines_of_both(visit: Visit) -> None:
    lines = "() => window.graphkit.stage.picture().lines.map((line) => line.link.manner)"
    assert sorted(visit.page.evaluate(lines)) == ["demanded", "doubtful", "stated"]
    join(visit)
    assert visit.page.evaluate(PEOPLE) == 1
    assert sorted(visit.page.evaluate(lines)) == ["demanded", "stated"]
    assert JOINED in visit.drawn()
    visit.page.locator("#join").uncheck()
    assert visit.page.evaluate(PEOPLE) == 2
    assert JOINED not in visit.drawn()


def test_the_panel_tells_of_both_and_that_the_data_keeps_them_apart(visit: Visit) -> None:
    join(visit)
    visit.click("张三")
    told = visit.panel()
    assert "2 个疑似相同，合在一起看；数据中没有合并。" in told
    assert "局长" in told
    assert "处长" in told
    visit.page.locator("#join").uncheck()
    assert "合在一起看" not in visit.panel()


def test_joined_ones_are_hidden_and_brought_back_together(visit: Visit) -> None:
    join(visit)
    visit.click("张三")
    visit.page.locator("#hide").click()
    assert visit.page.evaluate(PEOPLE) == 0
    visit.page.keyboard.press("z")
    assert visit.page.evaluate(PEOPLE) == 1
    visit.page.keyboard.press("z")
    assert visit.page.evaluate(PEOPLE) == 2


def test_one_that_waits_comes_into_sight_with_the_other(visitor: Visitor) -> None:
    visit = visitor.view(namesakes_network(), Wish("agencies"))
    visit.page.evaluate("""() => {
      const { store } = window.graphkit;
      const [one] = store.scene.nodes.filter((node) => node.label === "张三");
      store.change({ revealed: new Set([...store.now().revealed].filter((id) => id !== one.id)) });
    }""")
    assert visit.page.evaluate(PEOPLE) == 1
    join(visit)
    assert JOINED in visit.drawn()


def test_a_link_opens_them_joined_and_files_keep_them_apart(visit: Visit) -> None:
    visit.page.evaluate("() => { location.hash = 'j=1'; }")
    visit.page.wait_for_function("() => document.getElementById('join').checked")
    assert JOINED in visit.drawn()
    visit.page.locator("#export").click()
    with visit.page.expect_download() as waiting:
        visit.page.get_by_role("button", name="JSON", exact=False).click()
    nodes = json.loads(waiting.value.path().read_text(encoding="utf-8"))["nodes"]
    assert [one["label"] for one in nodes].count("张三") == 2


def test_campaigns_of_one_name_are_one_star_and_the_panel_says_so(visitor: Visitor) -> None:
    visit = visitor.view(drives_network("清风林海行动", "清风林海行动", "清风林海三年行动"), Wish("all"))
    assert [one["label"] for one in visit.things()].count("清风林海行动") == 1
    visit.click("清风林海行动")
    assert "数据中是 2 项同名活动，各机构各记一项；图中画作一个。" in visit.panel()
    assert all(one in visit.panel() for one in ("甲局", "乙局"))
    visit.click("清风林海三年行动")
    assert "同名活动" not in visit.panel()


def test_nothing_is_offered_where_nothing_is_alike(visitor: Visitor) -> None:
    visit = visitor.view(small_network(), Wish("all"))
    assert visit.page.locator("#join").count() == 0
