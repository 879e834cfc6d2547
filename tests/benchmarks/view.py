"""What a page costs the browser: CPU time to its first picture and of a drag of it or of a node, pyvis's pages beside.

Views of the sources named (the seed), then networks of made-up offices: of 500, 2,000 and 10,000 things, at opening and
with all of them shown.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from playwright.sync_api import sync_playwright
from pyvis.network import Network as PyvisNetwork

from graphkit.dataset import Dataset, open_dataset
from graphkit.network import Edge, Network, Node, project_dataset
from graphkit.settings import Settings
from graphkit.terms import gk
from graphkit.view.drawing import render_pyvis
from graphkit.view.folding import fold
from graphkit.view.page import render_page
from graphkit.view.scene import Scene, Wish, scene_in
from graphkit.workflow import build

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SEED = SHARED / "seed" if (SHARED / "seed").exists() else ROOT / "data" / "samples"
RUNS = 3
MOVES = 45
TICK = 100.0
OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
READY = "() => document.documentElement.dataset.ready === 'yes'"
DRAWN = "() => network && network.getScale() > 0"
SHOW_ALL = """() => { const { store, stage } = window.graphkit;
  store.change({ revealed: new Set(store.scene.nodes.keys()) }); stage.fit(); stage.now(); }"""
BUSIEST = """() => { const { store, stage } = window.graphkit ?? {};
  if (!store) return null;
  const at = stage.placeOf(store.scene.byDegree.find((one) => store.isShown(one.id)).id);
  const home = document.getElementById('stage').getBoundingClientRect();
  return { x: home.left + at.x, y: home.top + at.y }; }"""
SETTLED = "() => window.settled === true"
NOTES_SETTLING = "network.once('stabilizationIterationsDone', () => { window.settled = true; }); return network;"
PATIENCE = 120_000


def renderers() -> Iterator[Path]:
    """Iterate over the renderer and GPU processes that this program's browser runs."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    own = {int(Path("/proc/self").resolve().name)}
    while more := {child for child, parent in parents.items() if parent in own} - own:
        own |= more
    for process in sorted(own):
        command = Path(f"/proc/{process}/cmdline")
        if command.exists() and any(
            kind in command.read_bytes() for kind in (b"--type=renderer", b"--type=gpu-process")
        ):
            yield command.parent


def cpu() -> float:
    """Give the CPU seconds that those processes took so far."""
    spent = 0.0
    for process in renderers():
        fields = (process / "stat").read_text().rpartition(")")[2].split()
        spent += (int(fields[11]) + int(fields[12])) / TICK
    return spent


def pyvis_defaults(scene: Scene) -> str:
    """Give the page that pyvis makes of the same nodes and edges; its links to other servers lead nowhere."""
    network = PyvisNetwork(directed=True, cdn_resources="in_line")
    for number, node in enumerate(scene.nodes):
        network.add_node(number, label=node.label)
    for link in scene.links:
        network.add_edge(link.source, link.target)
    page: str = network.generate_html()
    return page.replace("https://cdn.jsdelivr.net", "data:").replace("return network;", NOTES_SETTLING)


def made_up(count: int) -> Network:
    """Give offices that took up meetings and hold others, every tenth thing a meeting."""
    meetings = count // 10
    nodes = [Node(f"m{one:05}", f"m{one}", "Meeting", f"全省第{one}次工作推进会议") for one in range(meetings)]
    nodes += [Node(f"o{one:05}", f"o{one}", "Agency", f"第{one}市机关事务管理局") for one in range(count - meetings)]
    edges = []
    for one in range(count - meetings):
        for step in range(1 + one % 3):
            target = (one * 7 + step * one * one) % meetings
            edges.append(Edge(f"o{one:05}", gk.respondedTo if step else gk.conveys, f"m{target:05}"))
    edges.sort(key=lambda edge: (edge.source, edge.predicate, edge.target))
    return Network({node.iri: node for node in nodes}, tuple(dict.fromkeys(edges)))


def first_picture(
    context: Any,  # noqa: ANN401 - playwright's
    file: Path,
    until: str,
    then: str,
) -> tuple[float, float, float, float]:
    """Give wall and CPU seconds until the first picture, and CPU milliseconds of each move of two drags after `then`.

    The first moves the picture, the second its best connected node, where the page tells where that is.
    """
    page = context.new_page()
    before, began = cpu(), perf_counter()
    page.goto(file.as_uri(), wait_until="domcontentloaded")
    page.wait_for_function(until, timeout=PATIENCE)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    wall, spent = perf_counter() - began, cpu() - before
    if then:
        page.evaluate(then)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        page.wait_for_timeout(300)
    drag = dragged(page, (240, 64))  # the corner of the stage, where nothing lies
    busiest = page.evaluate(BUSIEST)
    node = dragged(page, (busiest["x"], busiest["y"])) if busiest else math.nan
    page.close()
    return wall, spent, drag, node


def dragged(page: Any, start: tuple[float, float]) -> float:  # noqa: ANN401 - playwright's
    """Give the CPU milliseconds of each move of a drag that begins somewhere."""
    x, y = start
    before = cpu()
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(MOVES):
        page.mouse.move(x + 3 * step, y + 2 * step)
    page.mouse.up()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return (cpu() - before) / MOVES * 1000


def report(context: Any, name: str, file: Path, *, until: str, runs: int, then: str = "") -> None:  # noqa: ANN401
    """Print the median of some runs."""
    measured = sorted((first_picture(context, file, until, then) for _ in range(runs)), key=lambda one: one[1])
    wall, spent, drag, node = measured[len(measured) // 2]
    size = file.stat().st_size / 1e6
    print(
        f"{name:34} {size:5.2f} MB  first picture {wall:6.2f} s wall {spent:6.2f} s CPU"
        f"  drag {drag:6.1f} ms CPU a move, of a node {node:6.1f}"
    )


def scenes(dataset: Dataset) -> Iterator[tuple[str, Scene]]:
    """Iterate over the views of a dataset, with the CPU time that Python takes for each."""
    folded = fold(project_dataset(dataset))
    for view in ("responses", "all"):
        before = process_time()
        scene = scene_in(folded, Wish(view), dataset.text)
        page = render_page(scene)
        spent = process_time() - before
        shown = sum(node.at_first for node in scene.nodes)
        print(
            f"{view}: {len(scene.nodes)} nodes, {shown} at first, {len(page.encode()):,} bytes, {spent:.2f} s of Python"
        )
        yield view, scene


def main() -> None:
    """Build a dataset of the sources named (the seed), then measure each view and pyvis's page of the same network."""
    sources = [Path(one) for one in sys.argv[1:]] or [SEED]
    with tempfile.TemporaryDirectory() as place, sync_playwright() as driver:
        folder = Path(place)
        build(sources, Settings(dataset=folder / "dataset"))
        context = driver.chromium.launch_persistent_context(
            folder / "profile",
            executable_path="/usr/bin/chromium",
            headless=True,
            args=OPTIONS.split(),
            viewport={"width": 1600, "height": 950},
        )
        for view, scene in scenes(open_dataset(folder / "dataset")):
            ours, theirs = folder / f"{view}.html", folder / f"{view}-pyvis.html"
            ours.write_text(render_page(scene), encoding="utf-8")
            theirs.write_text(pyvis_defaults(scene), encoding="utf-8")
            report(context, f"graphkit view {view}", ours, until=READY, runs=RUNS)
            report(context, f"pyvis defaults, same {view}", theirs, until=SETTLED, runs=1)
            theirs.write_text(render_pyvis(scene), encoding="utf-8")
            report(context, f"--engine pyvis, same {view}", theirs, until=DRAWN, runs=RUNS)
        for count in (500, 2000, 10_000):
            before = process_time()
            scene = scene_in(fold(made_up(count)), Wish("responses"), lambda _: None)
            page = folder / f"{count}.html"
            page.write_text(render_page(scene), encoding="utf-8")
            print(f"{count} nodes, {len(scene.links)} links: {process_time() - before:.1f} s of Python")
            report(context, f"{count} nodes, opening", page, until=READY, runs=RUNS)
            report(context, f"{count} nodes, all shown", page, until=READY, runs=RUNS, then=SHOW_ALL)
        context.close()


if __name__ == "__main__":
    main()
