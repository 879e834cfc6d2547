"""A scene in, one HTML page out: our own explorer, everything inside, no request ever."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cache

from markupsafe import Markup

from graphkit.network.words import inverse_words, property_words
from graphkit.view.bundle import bundled
from graphkit.view.inlined import Language, asset, environment_of, policy_of
from graphkit.view.kinds import LOOKS
from graphkit.view.quotes import Passage
from graphkit.view.scene import Scene
from graphkit.view.sources import Source

ENTRY = "explorer/start.js"
STYLES = ("page", "stage", "sides", "middle")
"""Our styles, in the order in which they stand in the page."""
ROWS, QUOTE = 100, 60
"""Relations of the table for readers without JavaScript, and characters of a quote in it."""


def render_page(scene: Scene, *, language: Language = "zh") -> str:
    """Give the page of a scene; the same scene gives the same bytes.

    Texts of documents stand in JSON and in the table for readers without JavaScript, escaped in both.
    """
    style, program = _style(), bundled(ENTRY)
    environment = environment_of(
        language=language,
        heading=scene.title[1] if language == "en" else scene.title[0],
        policy=policy_of(style, (program,)),
        style=Markup(style),  # noqa: S704 - our own files
        program=Markup(program),  # noqa: S704 - our own files
        scene=_content(scene),
        rows=list(_rows(scene, 1 if language == "en" else 0)),
    )
    return environment.get_template("explorer.html").render()


def _content(scene: Scene) -> dict[str, object]:
    """Give what the scripts read; things are known by their numbers there, passages and facts are rows of tables."""
    content = asdict(scene)
    content["passages"] = _table([_counted(one, scene.documents) for one in scene.passages])
    facts = [asdict(fact) for link in scene.links for fact in link.facts]
    content["facts"] = _table(facts)
    content["links"] = [{**asdict(replace(link, facts=())), "facts": len(link.facts)} for link in scene.links]
    used = sorted({fact.property for link in scene.links for fact in link.facts})
    content["relations"] = {name: (property_words(name), inverse_words(name)) for name in used}
    content["looks"] = [asdict(look) for look in LOOKS.values()]
    return content


def _counted(passage: Passage, documents: Sequence[Source]) -> dict[str, object]:
    """Give a passage with the number of characters for words that the page has in the text of its document."""
    content: dict[str, object] = asdict(passage)
    text = (documents[passage.source].text if passage.source >= 0 else None) or ""
    start, end = passage.start, passage.end
    for name, words, first in (
        ("before", passage.before, start - len(passage.before)),
        ("quote", passage.quote, start),
        ("after", passage.after, end),
    ):
        if words and first >= 0 and text[first : first + len(words)] == words:
            content[name] = len(words)
    return content


def _table(records: Sequence[Mapping[str, object]]) -> list[list[object]]:
    """Give records of one form as a row of names and rows of values: the names would be a tenth of a page."""
    return [list(records[0]), *(list(record.values()) for record in records)] if records else []


def _rows(scene: Scene, language: int) -> Iterator[tuple[str, str, str, str, str]]:
    """Iterate over the relations of the opening picture, each with its first sentence and source."""
    count = 0
    for link in scene.links:
        source, target = scene.nodes[link.source], scene.nodes[link.target]
        if not (source.at_first and target.at_first):
            continue
        for fact in link.facts:
            passage = scene.passages[fact.passages[0]] if fact.passages else None
            place = " · ".join(filter(None, (passage.document, passage.date))) if passage else ""
            yield source.label, fact.words[language], target.label, passage.quote[:QUOTE] if passage else "", place
            count += 1
            if count >= ROWS:
                return


@cache
def _style() -> str:
    return "".join(asset(f"explorer/{name}.css") for name in STYLES)
