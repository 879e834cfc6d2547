"""The door to pyvis: a scene goes in, a pyvis network that is safe to show comes out."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import assert_never, cast

from markupsafe import escape
from pyvis.network import Network as PyvisNetwork

from graphkit.dataset import Dataset
from graphkit.network import project_dataset
from graphkit.view.finding import wish_for
from graphkit.view.folding import fold
from graphkit.view.inlined import Language
from graphkit.view.kinds import LOOKS
from graphkit.view.labels import ems
from graphkit.view.scene import Scene, SceneLink, SceneNode, TooLargeError, scene_in

LIMIT = 2000
"""Things of a page: pyvis pages answer a drag in 0.1 s at this size, in 0.5 s at 10,000 (measured)."""
MOVED = 100
"""Nodes up to which a notebook's network can move; above, physics is off."""
MAIN_LINE, LINE, FAINT_LINE, DENIED_LINE, DOUBTFUL_LINE = "#76838f", "#b4bec8", "#d3d9df", "#8c2d62", "#b89b00"
FONTS = '"Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif'
_REMOTE = re.compile(
    r"<link\b[^>]*\bhref=[\"']https?:[^>]*>|<script\b[^>]*\bsrc=[\"']https?:[^>]*>\s*</script>", re.DOTALL
)
_FIRST_HEADING = re.compile(r"<center>\s*<h1>[^<]*</h1>\s*</center>")  # pyvis writes it twice
_TITLE = 300


class SafeNetwork(PyvisNetwork):  # type: ignore[misc] # pyvis ships no types
    """A pyvis network whose pages ask nothing of any server, are UTF-8, and run nothing that a title holds."""

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:  # noqa: FBT001, FBT002 - pyvis's own signature
        """Give the page, made from a copy, without its remote links, the heading escaped."""
        safe = copy.copy(self)
        safe.heading = str(escape(self.heading))
        safe.nodes = [_defused(node) for node in self.nodes]
        if notebook and safe.template is None:
            safe.prep_notebook()
        page = cast("str", PyvisNetwork.generate_html(safe, name, local, notebook))
        self.html = _FIRST_HEADING.sub("", _REMOTE.sub("", page), count=1)
        return self.html

    def write_html(
        self,
        name: str,
        local: bool = True,  # noqa: FBT001, FBT002
        notebook: bool = False,  # noqa: FBT001, FBT002
        open_browser: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Write the page as UTF-8, and nothing beside it."""
        Path(name).write_text(self.generate_html(name, local, notebook), encoding="utf-8", newline="\n")
        if open_browser:
            import webbrowser

            webbrowser.open(Path(name).absolute().as_uri())


def to_pyvis(
    dataset: Dataset,
    view: str | None = None,
    *,
    focus: str | None = None,
    depth: int = 1,
    path: tuple[str, str] | None = None,
    physics: bool = False,
) -> SafeNetwork:
    """Give a view of a dataset as a pyvis network for notebooks: directed, with our places, in-line.

    `view` is one of VIEWS; `focus` and `path` are names, matched as `graphkit view` matches them. Nodes
    move only where `physics` is wished and there are at most MOVED. Titles are plain text.
    """
    folded = fold(project_dataset(dataset))
    wish = wish_for(dataset, folded, view=view, focus=focus, depth=depth, path=path)
    scene = scene_in(folded, wish, dataset.text)
    drawing = _titled(scene, physics=physics)
    kept = {index for index, node in enumerate(scene.nodes) if node.at_first}
    drawing.nodes = [node for node in drawing.nodes if node["id"] in kept]
    drawing.node_ids = sorted(kept)
    drawing.node_map = {node["id"]: node for node in drawing.nodes}
    drawing.edges = [edge for edge in drawing.edges if edge["from"] in kept and edge["to"] in kept]
    return drawing


def render_pyvis(scene: Scene, *, language: Language = "zh") -> str:
    """Give pyvis's own page of a scene, made safe, with a legend; nothing in it moves by itself.

    Raises TooLargeError above LIMIT things.
    """
    if len(scene.nodes) > LIMIT:
        raise TooLargeError(len(scene.nodes), LIMIT)
    drawing = _titled(scene, physics=False)
    drawing.heading = scene.title[1] if language == "en" else scene.title[0]
    page = drawing.generate_html()
    return page.replace("</body>", f"{_legend(scene, language)}</body>", 1)


def _titled(scene: Scene, *, physics: bool) -> SafeNetwork:
    """Give a network that shows labels, and what a node or a line is when it is pointed at."""
    drawing = drawing_of(scene)
    drawing.options = _options(physics=physics and sum(node.at_first for node in scene.nodes) <= MOVED, labels=True)
    for node in drawing.nodes:
        node["title"] = _title(scene.nodes[node["id"]])
    for edge in drawing.edges:
        edge["title"] = _link_title(scene, scene.links[int(edge["id"][1:])])
    return drawing


def _legend(scene: Scene, language: Language) -> str:
    """Give the kinds of a scene with their colours, as a line of HTML."""
    used = {node.group for node in scene.nodes}
    words = {name: escape(look.en if language == "en" else look.zh) for name, look in LOOKS.items()}
    kinds = [
        f'<span style="color:{look.colour}">{"○" if look.hollow else "●"}</span> {words[name]}'
        for name, look in LOOKS.items()
        if name in used
    ]
    return f'<p style="font:13px sans-serif;text-align:center">{" &emsp; ".join(kinds)}</p>\n'


def drawing_of(scene: Scene) -> SafeNetwork:
    """Give all nodes and links of a scene as a pyvis network: numbers as ids, our places, no physics."""
    drawing = SafeNetwork(
        height="760px", width="100%", directed=True, cdn_resources="in_line", heading=scene.title[0], bgcolor="#ffffff"
    )
    for number, node in enumerate(scene.nodes):
        look = LOOKS[node.group]
        fill = "#ffffff" if look.hollow else look.colour
        colour = {"background": fill, "border": look.colour, "highlight": {"background": fill, "border": look.colour}}
        drawing.add_node(
            number,
            label="\n".join(node.lines) or " ",
            shape=look.shape,
            color=colour | {"hover": {"background": fill, "border": look.colour}},
            size=node.size,
            borderWidth=2.5 if look.hollow else 1,
            x=node.x,
            y=node.y,
        )
    # pyvis looks each end up in a list; the ids are known to be there, so edges are set as it would set them.
    drawing.edges = list(_edges(scene))
    drawing.options = _options(physics=False, labels=False)
    return drawing


def _edges(scene: Scene) -> Iterator[dict[str, object]]:
    for number, link in enumerate(scene.links):
        colour, dashes = _line(link)
        yield {
            "id": f"l{number}",
            "from": link.source,
            "to": link.target,
            "arrows": "to",
            "width": min(1 + 0.4 * (len(link.facts) - 1), 3.0),
            "dashes": dashes,
            "color": {"color": colour, "inherit": False},
        }


def _line(link: SceneLink) -> tuple[str, list[int] | bool]:
    """Give the colour and the dashes of a line; the legend explains them."""
    match link.manner:
        case "stated":
            return MAIN_LINE if link.is_main else LINE, False
        case "demanded":
            return MAIN_LINE, [2, 4]
        case "denied":
            return DENIED_LINE, [3, 5]
        case "derived":
            return FAINT_LINE, [6, 4]
        case "reference":
            return FAINT_LINE, False
        case "doubtful":
            return DOUBTFUL_LINE, [1, 5]
    assert_never(link.manner)


def _options(*, physics: bool, labels: bool) -> dict[str, object]:
    font: dict[str, object] = {"face": FONTS, "size": 13, "strokeWidth": 4, "strokeColor": "#ffffff"}
    return {
        "nodes": {"font": font if labels else {"size": 0}},
        "edges": {
            "smooth": False,
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
            "hoverWidth": 1,
            "selectionWidth": 1,
        },
        "physics": {"enabled": physics, "stabilization": {"enabled": physics, "iterations": 200}},
        "interaction": {
            "hover": True,
            "tooltipDelay": 120,
            "dragNodes": True,
            "selectConnectedEdges": False,
            "hoverConnectedEdges": False,
            "keyboard": False,
        },
        "layout": {"randomSeed": 1, "improvedLayout": False},
    }


def _title(node: SceneNode) -> str:
    return _cut(f"{node.label}\n{node.kind[0]}")


def _link_title(scene: Scene, link: SceneLink) -> str:
    fact = link.facts[0]
    head = f"{scene.nodes[link.source].label} —{fact.words[0]}→ {scene.nodes[link.target].label}"
    if not fact.passages:
        return _cut(head)
    passage = scene.passages[fact.passages[0]]
    place = " ".join(filter(None, (passage.document, passage.date)))
    return _cut(f"{head}\n{_folded(passage.before + passage.quote + passage.after)}\n{place}")


def _folded(text: str, width: float = 36) -> str:
    lines, line = [], ""
    for one in text:
        line += one
        if ems(line) >= width:
            lines.append(line)
            line = ""
    return "\n".join([*lines, line])


def _cut(text: str) -> str:
    return text if len(text) <= _TITLE else f"{text[:_TITLE]}…"


def _defused(node: dict[str, object]) -> dict[str, object]:
    """Give a node whose title never holds the letters that make pyvis show titles as HTML."""
    title = node.get("title")
    return node | {"title": title.replace("href", "hre\u2060f")} if isinstance(title, str) else node
