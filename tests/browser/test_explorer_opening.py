"""How pictures open: in every view and window no text lies over another, and the edge cuts none."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from graphkit.dataset import Dataset, open_dataset
from graphkit.network import project_dataset
from graphkit.settings import Settings
from graphkit.view.folding import Folded, fold
from graphkit.view.page import render_page
from graphkit.view.scene import Wish, scene_in
from graphkit.workflow import build
from tests.browser.conftest import WINDOW, Visit, Visitor
from tests.material import SAMPLES, material

pytestmark = pytest.mark.browser

WINDOWS = ((1280, 720), (1400, 900), (1600, 950), (1920, 1080))
TEXTS = """() => {
  window.graphkit.stage.now();
  const stage = document.getElementById('stage').getBoundingClientRect();
  const texts = [...document.querySelectorAll('svg.picture text')].flatMap((text) => {
    const font = parseFloat(getComputedStyle(text).fontSize);
    return (text.children.length ? [...text.children] : [text]).map((line) => {
      const { left, right, top, bottom } = line.getBoundingClientRect();
      const isCut = left < stage.left || right > stage.right || top < stage.top || bottom > stage.bottom;
      return { text: line.textContent, left, right, font, middle: (top + bottom) / 2, isCut };
    });
  });
  return { texts, labels: window.graphkit.boxes().labels.length };
}"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("corpus")
    build([material("corpus"), material("seed"), SAMPLES], Settings(dataset=folder))
    return open_dataset(folder)


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("seed")
    build([material("seed")], Settings(dataset=folder))
    return open_dataset(folder)


@pytest.fixture(scope="module")
def folded(corpus: Dataset) -> Folded:
    return fold(project_dataset(corpus))


def busiest(folded: Folded, kind: str) -> list[str]:
    """Give the two things of a kind that have most links."""
    counts = {iri: 0 for iri, one in folded.nodes.items() if one.kind == kind}
    for link in folded.links:
        for end in (link.source, link.target):
            if end in counts:
                counts[end] += 1
    return sorted(counts, key=lambda iri: (-counts[iri], iri))[:2]


def wishes(folded: Folded) -> dict[str, Wish]:
    """Give each view, the surroundings of the busiest office and meeting, and the ways between two offices."""
    offices, meetings = busiest(folded, "Agency"), busiest(folded, "Meeting")
    return {
        **{view: Wish(view) for view in ("responses", "policies", "agencies", "all")},
        "office": Wish("all", focus=offices[0]),
        "meeting": Wish("all", focus=meetings[0], depth=2),
        "path": Wish("all", path=(offices[0], offices[1])),
    }


def overlapping(texts: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [
        (one["text"], other["text"])
        for one, other in combinations(texts, 2)
        if one["left"] < other["right"]
        and other["left"] < one["right"]
        and abs(one["middle"] - other["middle"]) < (one["font"] + other["font"]) / 2
    ]


def opened_anew(visit: Visit, width: int, height: int) -> dict[str, Any]:
    visit.page.set_viewport_size({"width": width, "height": height})
    visit.page.reload()
    visit.page.wait_for_selector("html[data-ready=yes]")
    found: dict[str, Any] = visit.page.evaluate(TEXTS)
    return found


@pytest.mark.parametrize("name", ["responses", "policies", "agencies", "all", "office", "meeting", "path"])
def test_the_corpus_opens_with_no_text_over_another_and_none_cut_by_the_edge(
    visitor: Visitor, corpus: Dataset, folded: Folded, name: str
) -> None:
    scene = scene_in(folded, wishes(folded)[name], corpus.text)
    visit = visitor.open(render_page(scene))
    try:
        for width, height in WINDOWS:
            found = opened_anew(visit, width, height)
            assert overlapping(found["texts"]) == [], (width, height)
            assert [one["text"] for one in found["texts"] if one["isCut"]] == [], (width, height)
            assert found["labels"] >= 0.75 * sum(node.at_first for node in scene.nodes), (width, height)
    finally:
        visit.page.set_viewport_size(WINDOW)
    assert visit.complaints == []


@pytest.mark.parametrize("view", ["responses", "policies", "agencies"])
def test_pictures_of_one_document_open_with_every_name(visitor: Visitor, seed: Dataset, view: str) -> None:
    scene = scene_in(fold(project_dataset(seed)), Wish(view), seed.text)
    visit = visitor.open(render_page(scene))
    try:
        for width, height in ((1280, 720), (1280, 800)):
            found = opened_anew(visit, width, height)
            assert found["labels"] == sum(node.at_first for node in scene.nodes), (width, height)
    finally:
        visit.page.set_viewport_size(WINDOW)


def test_a_window_of_another_size_is_filled_until_the_picture_was_moved(visitor: Visitor, seed: Dataset) -> None:
    visit = visitor.open(render_page(scene_in(fold(project_dataset(seed)), Wish("responses"), seed.text)))
    size = {"width": 900, "height": 600}
    view = "JSON.stringify(window.graphkit.stage.view())"
    try:
        visit.page.set_viewport_size(size)
        visit.page.wait_for_timeout(200)
        assert [one["text"] for one in visit.page.evaluate(TEXTS)["texts"] if one["isCut"]] == []
        visit.page.keyboard.press("+")
        visit.page.wait_for_timeout(200)
        chosen = visit.page.evaluate(view)
        visit.page.set_viewport_size(WINDOW)
        visit.page.wait_for_timeout(200)
        assert visit.page.evaluate(view) == chosen
    finally:
        visit.page.set_viewport_size(WINDOW)


def test_a_picture_file_shows_its_names_whole(
    visitor: Visitor, corpus: Dataset, folded: Folded, tmp_path: Path
) -> None:
    visit = visitor.open(render_page(scene_in(folded, Wish("responses"), corpus.text)))
    visit.page.wait_for_selector("html[data-ready=yes]")
    visit.page.locator("#export").click()
    with visit.page.expect_download() as waiting:
        visit.page.get_by_role("button", name="SVG", exact=False).click()
    file = tmp_path / "picture.svg"
    waiting.value.save_as(file)
    drawn = visitor.context.new_page()
    drawn.goto(file.as_uri())
    cut = drawn.evaluate("""() => {
      const whole = document.documentElement.getBoundingClientRect();
      const isCut = ({ left, right, top, bottom }) =>
        left < whole.left || right > whole.right || top < whole.top || bottom > whole.bottom;
      const texts = [...document.querySelectorAll('text')];
      return texts.filter((one) => isCut(one.getBoundingClientRect())).map((one) => one.textContent);
    }""")
    assert cut == []


def test_policies_open_with_their_years_above_them_and_in_the_picture_file(
    visitor: Visitor, corpus: Dataset, folded: Folded, tmp_path: Path
) -> None:
    scene = scene_in(folded, Wish("policies"), corpus.text)
    visit = visitor.open(render_page(scene))
    visit.page.wait_for_selector("html[data-ready=yes]")
    heads = visit.page.locator("svg.picture .head-words").all_text_contents()
    assert heads[0] == "未注明日期"
    years = [band.first for band in scene.bands if band.first and band.first == band.last]
    assert len(years) >= 4
    assert {head.removesuffix("年") for head in heads} >= set(years)
    visit.page.locator("#export").click()
    with visit.page.expect_download() as waiting:
        visit.page.get_by_role("button", name="SVG", exact=False).click()
    file = tmp_path / "picture.svg"
    waiting.value.save_as(file)
    written = file.read_text(encoding="utf-8")
    assert all(f">{year}" in written for year in years)
    visit.page.keyboard.press("Escape")
    visit.page.locator("#all").click()
    visit.page.locator("#language").click()
    assert "no date" in visit.page.locator("svg.picture .head-words").all_text_contents()
