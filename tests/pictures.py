"""Make the pictures of docs/pictures: the samples in, views as chromium draws them out, as small PNG files."""

from __future__ import annotations

import shutil
import struct
import sys
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page, sync_playwright

from graphkit.dataset import Dataset, open_dataset
from graphkit.network import project_dataset
from graphkit.settings import Settings
from graphkit.view.chronicle import chronicle_of
from graphkit.view.differences import differing
from graphkit.view.finding import wish_for
from graphkit.view.folding import fold
from graphkit.view.ledger import ledger_of
from graphkit.view.matrix import matrix_of
from graphkit.view.page import render_page
from graphkit.view.scene import Wish, file_of, scene_in
from graphkit.view.sheet_page import render_sheet
from graphkit.workflow import build

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
COLOURS, COMMONEST = 256, 64
PATIENCE = 300_000
"""Milliseconds to wait for a page on a busy machine."""
MEETING, POLICY = "全省森林草原防火工作暨林长制推进会议", "云南省古树名木认养办法"
PROVINCE, DOCUMENT = "陕西省", "简报2023年第4期"
Pixels = NDArray[np.uint8]


def page_of(
    dataset: Dataset, view: str | None, *, path: tuple[str, str] | None = None, focus: str | None = None
) -> str:
    """Give the page of a view or of a path."""
    folded = fold(project_dataset(dataset))
    wish = wish_for(dataset, folded, view=view, path=path, focus=focus)
    return render_page(scene_in(folded, wish, dataset.text, file_of=file_of(dataset)))


def choose(page: Page, label: str) -> None:
    """Click on a thing of the picture."""
    at = page.evaluate("label => window.graphkit.placeOf(label)", label)
    page.mouse.click(at["x"], at["y"])
    page.mouse.move(5, 5)


def choose_cell(page: Page) -> None:
    """Show one universe, and open the cell of an office that is said not to have responded."""
    page.locator("#universe").select_option(page.locator("#universe option", has_text=PROVINCE).get_attribute("value"))
    page.locator(".cell.absent").first.click()
    page.mouse.move(5, 5)


def choose_event(page: Page) -> None:
    """Open a meeting of the timeline."""
    page.locator(f".event[aria-label*='，{MEETING}，']").click()
    page.mouse.move(5, 5)


def choose_item(page: Page) -> None:
    """Open an item of the ledger that was done."""
    page.locator("tr", has=page.locator(".state.done")).first.click()
    page.mouse.move(5, 5)


def read_passage(page: Page) -> None:
    """Open the full text behind a cell of the table."""
    choose_cell(page)
    page.locator("#panel .open").first.click()
    page.mouse.move(5, 5)


def differences_of(folder: Path) -> str:
    """Give the page of what a document more makes of the samples."""
    samples = ROOT / "data" / "samples"
    few = folder / "few"
    shutil.copytree(samples, few)
    next(iter(sorted(few.glob("*.txt")))).unlink()
    build([few], Settings(dataset=folder / "old"))
    build([samples], Settings(dataset=folder / "new"))
    old, new = (fold(project_dataset(open_dataset(folder / name)), is_apart=True) for name in ("old", "new"))
    dataset = open_dataset(folder / "new")
    return render_page(scene_in(differing(old, new), Wish("differences"), dataset.text, file_of=file_of(dataset)))


def pixels_in(png: bytes) -> Pixels:
    """Give the pixels of an 8-bit RGB PNG as chromium writes it (PNG, W3C 2003, sections 9 and 11)."""
    width, height = struct.unpack(">II", png[16:24])
    body, place = b"", 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        if png[place + 4 : place + 8] == b"IDAT":
            body += png[place + 8 : place + 8 + length]
        place += length + 12
    rows = np.frombuffer(zlib.decompress(body), np.uint8).reshape(height, 1 + 3 * width)
    found = np.zeros((height + 1, width + 1, 3), np.int64)
    for number, row in enumerate(rows):
        found[number + 1, 1:] = unfiltered(int(row[0]), row[1:].reshape(width, 3), found[number])
    return found[1:, 1:].astype(np.uint8)


def unfiltered(method: int, row: Pixels, above: NDArray[np.int64]) -> NDArray[np.int64]:
    """Take back one of the five filters of a row."""
    given = row.astype(np.int64)
    if method == 0:
        return given
    if method == 1:
        return np.cumsum(given, axis=0) & 255
    if method == 2:
        return (given + above[1:]) & 255
    result = np.zeros((len(given) + 1, 3), np.int64)
    for index, pixel in enumerate(given, 1):
        left, up, corner = result[index - 1], above[index], above[index - 1]
        if method == 3:
            result[index] = (pixel + (left + up) // 2) & 255
            continue
        to_left, to_up, to_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
        best = np.where((to_left <= to_up) & (to_left <= to_corner), left, np.where(to_up <= to_corner, up, corner))
        result[index] = (pixel + best) & 255
    return result[1:]


def small_png(pixels: Pixels) -> bytes:
    """Give a PNG of COLOURS colours: the commonest, then one of each hue, the others by the nearest of them."""
    height, width, _ = pixels.shape
    flat = pixels.reshape(-1, 3).astype(np.int64)
    colours, inverse, counts = np.unique(flat @ (65536, 256, 1), return_inverse=True, return_counts=True)
    every = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1)
    common = np.argsort(-counts, kind="stable")
    _, first = np.unique((every[common] >> 4) @ (256, 16, 1), return_index=True)
    best = [*range(min(COMMONEST, len(common))), *(one for one in np.sort(first) if one >= COMMONEST)]
    kept = every[common[best[:COLOURS]]]
    nearest = np.array([np.argmin(((kept - one) ** 2).sum(axis=1)) for one in every], np.uint8)
    rows = nearest[inverse].reshape(height, width)
    body = b"".join(b"\0" + row.tobytes() for row in rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [
        (b"IHDR", head),
        (b"PLTE", kept.astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(body, 9)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )


def main() -> None:
    """Write each picture and say how large it is."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as driver:
        folder = Path(place)
        build([ROOT / "data" / "samples"], Settings(dataset=folder / "dataset"))
        dataset = open_dataset(folder / "dataset")
        pages: dict[str, tuple[str, Callable[[Page], None] | None]] = {
            "responses": (page_of(dataset, "responses"), lambda page: choose(page, MEETING)),
            "policies": (page_of(dataset, "policies"), lambda page: choose(page, POLICY)),
            "all": (page_of(dataset, "all"), None),
            "path": (page_of(dataset, None, path=("大理局", "陕西省林业局")), None),
            "coverage": (render_sheet(matrix_of(dataset)), choose_cell),
            "timeline": (render_sheet(chronicle_of(dataset)), choose_event),
            "ledger": (render_sheet(ledger_of(dataset)), choose_item),
            "text": (render_sheet(matrix_of(dataset)), read_passage),
            "document": (page_of(dataset, "document", focus=DOCUMENT), None),
            "differences": (differences_of(folder), None),
        }
        browser = driver.chromium.launch_persistent_context(
            folder / "profile",
            executable_path=CHROMIUM,
            headless=True,
            args=OPTIONS.split(),
            viewport={"width": 1600, "height": 950},
        )
        browser.set_default_timeout(PATIENCE)
        for name, (html, opening) in pages.items():
            (folder / f"{name}.html").write_text(html, encoding="utf-8")
            page = browser.new_page()
            page.goto((folder / f"{name}.html").as_uri())
            page.wait_for_selector("html[data-ready=yes]")
            if opening is not None:
                opening(page)
            page.wait_for_timeout(200)
            picture = small_png(pixels_in(page.screenshot()))
            (PICTURES / f"{name}.png").write_bytes(picture)
            sys.stdout.write(f"docs/pictures/{name}.png {len(picture) / 1000:.0f} kB\n")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
