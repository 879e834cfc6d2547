"""What a page may cost the browser: CPU time of its renderer to the first picture and of a move of a drag.

The least of some runs counts: what other programs take of the machine only ever adds to it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from graphkit.dataset import open_dataset
from graphkit.network import Network, project_dataset
from graphkit.settings import Settings
from graphkit.view.folding import fold
from graphkit.view.page import render_page
from graphkit.view.scene import Wish, scene_in
from graphkit.workflow import build
from tests.benchmarks.view import READY, SHOW_ALL, first_picture, made_up
from tests.material import material

pytestmark = pytest.mark.browser

RUNS = 3


def cost(browser: Any, folder: Path, page: str, then: str = "") -> tuple[float, float]:  # noqa: ANN401 - playwright's
    """Give CPU seconds to the first picture and CPU milliseconds of a move of a drag, after `then`."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    measured = [first_picture(browser, file, READY, then) for _ in range(RUNS)]
    return min(one[1] for one in measured), min(one[2] for one in measured)


def page_of(network: Network, view: str = "responses") -> str:
    return render_page(scene_in(fold(network), Wish(view), lambda _: None))


@pytest.mark.parametrize("view", ["responses", "all"])
def test_the_seed_is_drawn_within_a_second(browser: Any, tmp_path: Path, view: str) -> None:  # noqa: ANN401
    build([material("seed")], Settings(dataset=tmp_path / "seed"))
    dataset = open_dataset(tmp_path / "seed")
    page = render_page(scene_in(fold(project_dataset(dataset)), Wish(view), dataset.text))
    assert cost(browser, tmp_path, page)[0] <= 1


def test_two_thousand_things_are_drawn_within_two_seconds(browser: Any, tmp_path: Path) -> None:  # noqa: ANN401
    assert cost(browser, tmp_path, page_of(made_up(2000)))[0] <= 2


def test_five_hundred_shown_things_follow_the_pointer(browser: Any, tmp_path: Path) -> None:  # noqa: ANN401
    assert cost(browser, tmp_path, page_of(made_up(500)), SHOW_ALL)[1] <= 33


def test_nothing_moves_by_itself() -> None:
    """Readers who want less motion have none: no style and no script animates."""
    assets = Path(__file__).parents[2] / "graphkit" / "view" / "assets"
    files = [*assets.rglob("*.css"), *assets.rglob("*.js")]
    moving = re.compile(r"\b(transition|animation|animate|keyframes|scroll-behavior|smooth)\b")
    assert len(files) > 50
    assert [file.name for file in files if moving.search(file.read_text(encoding="utf-8"))] == []
