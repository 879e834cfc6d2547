"""Names that attack are shown as text: nothing of them runs, in our page and in notebooks' pyvis pages."""

from __future__ import annotations

import json

import pytest

from graphkit.view.drawing import SafeNetwork
from graphkit.view.folding import fold
from graphkit.view.page import render_page
from graphkit.view.scene import Wish, scene_in
from tests.browser.conftest import Visit, Visitor
from tests.handmade_network import HOSTILE, hostile_network, text_of

pytestmark = pytest.mark.browser


def hacked(visit: Visit) -> str:
    """Give what a name that ran would have left behind."""
    return str(visit.page.evaluate("() => String(window.hacked)"))


def test_nothing_runs_on_load_on_pointing_on_clicking_or_in_search(visitor: Visitor) -> None:
    visit = visitor.view(hostile_network(), Wish("responses"))
    nodes = visit.page.evaluate(
        "() => JSON.parse(document.getElementById('scene').textContent).nodes.map(n => n.label)"
    )
    assert len(nodes) == len(HOSTILE) + 1
    for label in nodes:
        x, y = visit.place_of(label)
        visit.page.mouse.move(x, y, steps=2)
        visit.page.mouse.click(x, y)
        visit.page.locator("#wanted").fill(label[:40])
        visit.page.locator("#wanted").press("Escape")
    visit.page.locator("#language").click()
    assert hacked(visit) == "undefined"
    assert visit.complaints == []
    assert len(visit.requests) == 1
    assert visit.page.locator("iframe, img, object, embed, body script[src], a[href^=javascript]").count() == 0


def test_the_names_are_shown_as_they_stand(visitor: Visitor) -> None:
    visit = visitor.view(hostile_network(), Wish("responses"))
    visit.page.locator("#wanted").fill("onerror")
    visit.page.locator("#wanted").press("Enter")
    assert visit.page.locator("#panel h2").inner_text() == "<img src=x onerror=window.hacked=2>"


def test_a_script_that_gets_in_is_refused_by_the_policy(visitor: Visitor) -> None:
    page = render_page(scene_in(fold(hostile_network()), Wish("responses"), text_of))
    visit = visitor.open(
        page.replace("</body>", "<script>window.hacked=1</script><img src=x onerror=window.hacked=2></body>")
    )
    visit.page.wait_for_selector("html[data-ready=yes]")
    assert hacked(visit) == "undefined"
    assert any("Content Security Policy" in one for one in visit.complaints)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_notebook_page_runs_nothing_of_a_label_title_or_heading(visitor: Visitor, name: str) -> None:
    network = SafeNetwork(cdn_resources="in_line", directed=True, heading=name, height="400px")
    network.add_node(0, label=name or " ", title=f"{name} href", x=0, y=0, physics=False)
    network.add_node(1, label="乙", title="<a href='x'>y</a>", x=200, y=0, physics=False)
    network.edges.append({"from": 0, "to": 1, "title": name})
    network.options = {"physics": {"enabled": False}, "interaction": {"hover": True, "tooltipDelay": 0}}
    visit = visitor.open(network.generate_html())
    visit.page.wait_for_function("() => network && network.getScale() > 0")
    canvas = visit.page.locator("canvas").bounding_box()
    for share in (0.2, 0.35, 0.5, 0.65, 0.8):
        visit.page.mouse.move(canvas["x"] + canvas["width"] * share, canvas["y"] + canvas["height"] / 2, steps=3)
    visit.page.wait_for_timeout(100)
    assert hacked(visit) == "undefined"
    assert len(visit.requests) == 1, json.dumps(visit.requests)
