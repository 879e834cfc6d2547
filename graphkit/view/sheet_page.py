"""A matrix or a chronicle in, one HTML page out: everything inside, no request ever, the panel of the networks."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache

from markupsafe import Markup

from graphkit.view.bundle import bundled
from graphkit.view.chronicle import Chronicle
from graphkit.view.inlined import Language, asset, environment_of, policy_of
from graphkit.view.ledger import Ledger
from graphkit.view.matrix import Matrix

STYLES = ("explorer/page.css", "explorer/sides.css", "sheets/style.css")
"""The styles of every sheet, before its own."""
Sheet = Matrix | Chronicle | Ledger


def render_sheet(sheet: Sheet, *, language: Language = "zh") -> str:
    """Give the page; the same sheet gives the same bytes. Texts of documents stand in JSON only."""
    style, program = _style(sheet.name), bundled(f"{sheet.name}/start.js")
    environment = environment_of(
        language=language,
        heading=sheet.title[1] if language == "en" else sheet.title[0],
        name=sheet.name,
        policy=policy_of(style, (program,)),
        style=Markup(style),  # noqa: S704 - our own files
        program=Markup(program),  # noqa: S704 - our own files
        scene=_content(sheet),
    )
    return environment.get_template("sheet.html").render()


def _content(sheet: Sheet) -> dict[str, object]:
    """Give what the scripts read; a time with the names of its parts."""
    content = asdict(sheet)
    for event in content.get("events", ()):
        event["when"] = event["when"]._asdict()
    return content


@cache
def _style(name: str) -> str:
    return "".join(asset(one) for one in (*STYLES, f"{name}/style.css"))
