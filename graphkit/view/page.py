"""A scene in, one HTML page out: drawn by pyvis's vis-network, everything inside, no request ever."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Literal

import pyvis
from markupsafe import Markup

from graphkit.network.words import inverse_words, property_words
from graphkit.view.drawing import drawing_of
from graphkit.view.inlined import asset, environment_of, inside_script, policy_of, program_of
from graphkit.view.kinds import LOOKS
from graphkit.view.scene import Scene, TooLargeError

Language = Literal["zh", "en", "auto"]

LIMIT = 2000
"""Things of a page: pyvis pages answer a drag in 0.1 s at this size, in 0.5 s at 10,000 (measured)."""
PROGRAM = ("words", "state", "labels", "stage", "sentences", "panel", "legend", "search", "tip", "start")
"""Our scripts, in the order in which they stand in the page."""
LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
"""vis-network as pyvis brings it: MIT or Apache-2.0, its notice stays at the head of the file."""


def render_page(scene: Scene, *, language: Language = "zh") -> str:
    """Give the page of a scene; the same scene gives the same bytes. Raises TooLargeError above LIMIT things.

    Texts of documents stand in JSON only, with < > & ' escaped; the scripts put them into text nodes.
    """
    if len(scene.nodes) > LIMIT:
        raise TooLargeError(len(scene.nodes), LIMIT)
    drawing = drawing_of(scene)
    style = asset("page.css")
    library, program = _library(), _program()
    drawing.heading = scene.title[1] if language == "en" else scene.title[0]
    environment = environment_of(
        language=language,
        policy=policy_of(style, (library, program)),
        style=Markup(style),  # noqa: S704 - our own file
        library=Markup(library),  # noqa: S704 - pyvis's own file
        program=Markup(program),  # noqa: S704 - our own files
        scene=_content(scene),
    )
    return drawing.render(environment, "page.html")


def _content(scene: Scene) -> dict[str, object]:
    """Give what the scripts read; things are known by their numbers there."""
    content = asdict(scene)
    labels = [document["label"] for document in content.pop("documents")]
    for node in content["nodes"]:
        del node["iri"]
        node["documents"] = [labels[number] for number in node["documents"]]
    for link in content["links"]:
        for fact in link["facts"]:
            del fact["predicate"]
    used = sorted({fact.property for link in scene.links for fact in link.facts})
    content["relations"] = {name: (property_words(name), inverse_words(name)) for name in used}
    content["looks"] = [asdict(look) for look in LOOKS.values()]
    return content


@cache
def _library() -> str:
    text = (Path(pyvis.__file__).parent / LIBRARY).read_text(encoding="utf-8")
    return inside_script(text.replace("\r\n", "\n"))


@cache
def _program() -> str:
    return program_of(PROGRAM)
