"""Debian's chromium, driven by playwright, with a new profile and no network; skipped where it is not there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from graphkit.network import Network
from graphkit.view.folding import fold
from graphkit.view.inlined import Language
from graphkit.view.page import render_page
from graphkit.view.scene import Wish, scene_in
from tests.handmade_network import text_of

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright to drive a browser")

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
PATIENCE = 120_000
"""Milliseconds to wait for a page on a busy machine."""
WINDOW = {"width": 1600, "height": 950}
WRITTEN = """() => {
  window.graphkit.stage.now();
  return [...document.querySelectorAll('svg.picture text')].flatMap((text) => {
    const lines = text.children.length ? [...text.children] : [text];
    const font = parseFloat(getComputedStyle(text).fontSize);
    return lines.map((line) => {
      const { left, right, top, bottom } = line.getBoundingClientRect();
      return { text: line.textContent, left, right, font, middle: (top + bottom) / 2 };
    });
  });
}"""
"""Gives each line of text of the picture and where it stands in the window, as the browser drew it."""


@dataclass
class Visit:
    """A page that is open, and all that it asked for, said or did wrong."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def dismiss(self, dialog: Any) -> None:  # noqa: ANN401 - playwright's
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def things(self) -> list[dict[str, Any]]:
        """Give what the page knows of its nodes."""
        found: list[dict[str, Any]] = self.page.evaluate(
            "() => JSON.parse(document.getElementById('scene').textContent).nodes"
        )
        return found

    def shown(self) -> str:
        return str(self.page.locator("#shown").inner_text())

    def place_of(self, label: str) -> tuple[float, float]:
        """Give where the middle of a node is in the window."""
        found = self.page.evaluate("label => window.graphkit.placeOf(label)", label)
        return float(found["x"]), float(found["y"])

    def panel(self) -> str:
        return str(self.page.locator("#panel").inner_text())

    def written(self) -> list[dict[str, Any]]:
        """Give the texts of the picture as they are drawn."""
        found: list[dict[str, Any]] = self.page.evaluate(WRITTEN)
        return found

    def count(self, selector: str) -> int:
        """Count elements of the picture once it is drawn: the page draws with the screen's next frame."""
        self.page.evaluate("() => window.graphkit.stage.now()")
        return int(self.page.locator(selector).count())

    def drawn(self) -> str:
        return "".join(one["text"] for one in self.written())

    def click(self, label: str) -> None:
        self.page.mouse.click(*self.place_of(label))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if not Path(CHROMIUM).exists():
        pytest.skip("needs chromium")
    with playwright.sync_playwright() as driver:
        profile = tmp_path_factory.mktemp("profile")
        context = driver.chromium.launch_persistent_context(
            profile, executable_path=CHROMIUM, headless=True, args=OPTIONS.split()[1:], viewport=WINDOW, locale="zh-CN"
        )
        context.set_default_navigation_timeout(PATIENCE)
        yield context
        context.close()


@dataclass
class Visitor:
    """Opens pages from files and watches them."""

    context: Any
    folder: Path

    def open(self, html: str, name: str = "page.html") -> Visit:
        file = self.folder / name
        file.write_text(html, encoding="utf-8")
        page = self.context.new_page()
        visit = Visit(page)
        page.on("request", lambda one: visit.requests.append(one.url))
        page.on("pageerror", lambda one: visit.complaints.append(str(one)))
        page.on("console", lambda one: visit.complaints.append(one.text))
        page.on("dialog", visit.dismiss)
        page.goto(file.as_uri())
        return visit

    def view(self, network: Network, wish: Wish | None = None, *, language: Language = "zh") -> Visit:
        """Open the page of a network and wait until it is drawn."""
        scene = scene_in(fold(network), wish or Wish("all"), text_of, file_of=lambda _: "甲.txt")
        visit = self.open(render_page(scene, language=language))
        visit.page.wait_for_selector("html[data-ready=yes]")
        return visit


@pytest.fixture
def visitor(browser: Any, tmp_path: Path) -> Iterator[Visitor]:  # noqa: ANN401 - playwright's
    yield Visitor(browser, tmp_path)
    for page in browser.pages[1:]:
        page.close()
