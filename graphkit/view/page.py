"""A scene in, one HTML page out: drawn by pyvis's vis-network, everything inside, no request ever."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pyvis
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from graphkit.network.words import inverse_words, property_words
from graphkit.view.drawing import drawing_of
from graphkit.view.kinds import LOOKS
from graphkit.view.scene import Scene

Language = Literal["zh", "en", "auto"]

PROGRAM = ("words", "state", "labels", "stage", "panel", "legend", "search", "tip", "start")
"""Our scripts, in the order in which they stand in the page."""
LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
"""vis-network as pyvis brings it: MIT or Apache-2.0, its notice stays at the head of the file."""

_ENDS_SCRIPT = re.compile(r"</(?=script)|<!--", re.IGNORECASE)


def render_page(scene: Scene, *, language: Language = "zh") -> str:
    """Give the page of a scene; the same scene gives the same bytes.

    Texts of documents stand in JSON only, with < > & ' escaped; the scripts put them into text nodes.
    """
    drawing = drawing_of(scene)
    style = _asset("page.css")
    scripts = (_library(), _program())
    drawing.heading = scene.title[1] if language == "en" else scene.title[0]
    environment = Environment(loader=FileSystemLoader(_folder("templates")), autoescape=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
    environment.globals |= {
        "language": language,
        "policy": _policy(style, scripts),
        "style": Markup(style),  # noqa: S704 - our own file
        "library": Markup(scripts[0]),  # noqa: S704 - pyvis's own file
        "program": Markup(scripts[1]),  # noqa: S704 - our own files
        "scene": _content(scene),
    }
    return drawing.render(environment, "page.html")


def _content(scene: Scene) -> dict[str, object]:
    """Give what the scripts read; things are known by their numbers there."""
    content = asdict(scene)
    for node in content["nodes"]:
        del node["iri"]
    used = sorted({fact.property for link in scene.links for fact in link.facts})
    content["relations"] = {name: (property_words(name), inverse_words(name)) for name in used}
    content["looks"] = [asdict(look) for look in LOOKS.values()]
    return content


def _policy(style: str, scripts: tuple[str, ...]) -> str:
    """Give a content security policy: nothing is loaded, and only these scripts and this style are obeyed."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _folder(name: str) -> str:
    return str(files("graphkit.view").joinpath(name))


def _asset(name: str) -> str:
    return files("graphkit.view").joinpath("assets", name).read_text(encoding="utf-8")


@cache
def _library() -> str:
    text = (Path(pyvis.__file__).parent / LIBRARY).read_text(encoding="utf-8")
    return _inside_script(text.replace("\r\n", "\n"))


@cache
def _program() -> str:
    body = "\n".join(_asset(f"{name}.js") for name in PROGRAM)
    return _inside_script(f'(() => {{\n"use strict";\n{body}\n}})();\n')


def _inside_script(text: str) -> str:
    """Give a script that cannot end its element early: only strings and patterns can hold what would."""
    return _ENDS_SCRIPT.sub(lambda found: "<\\/" if found[0].startswith("</") else "<\\!--", text)
