"""A place in a paper in, the text that it carries there out: a plan below its notice, a notice below what relays it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scene import Item, Scene
from graphkit.model.text import SectionKind

_ANNEX = re.compile("附件[0-9一二三四五六七八九十]*[：:]?|[《》\\s]|（(?:试行|暂行)）$")
_WHOLE = re.compile("(?:全文|原文|内容|方案|正文)(?:发布|刊发|公布|刊登)?如下[：:。]?$")
_TITLE, _LONGEST_TITLE = 6, 80


def carried_plan(scene: Scene, first: Item) -> str | None:
    """Give the policy that a paper carries and whose own title line stands before a run."""
    before = [(start, plan) for start, plan in standing_titles(scene) if start < first.marker]
    if not before:
        return None
    own = {mention.entity for mention in scene.mentions if mention.rule == "title-own"}
    start, plan = before[-1]
    is_apart = own or is_below_signature(scene, start) or _is_given_whole(scene, start)
    return plan if plan not in own and is_apart else None


def _is_given_whole(scene: Scene, offset: int) -> bool:
    """Tell whether the paragraph above a title says that a paper follows whole (甲市印发《…方案》。全文如下：)."""
    above = scene.scan.section_before(here) if (here := scene.scan.section_at(offset)) is not None else None
    return above is not None and _WHOLE.search(scene.text, above.start, above.end) is not None


def is_below_signature(scene: Scene, offset: int) -> bool:
    """Tell whether a signature stands before an offset: what follows is another text."""
    return any(s.kind is SectionKind.SIGNATURE and s.end <= offset for s in scene.scan.document.sections)


def standing_titles(scene: Scene) -> tuple[tuple[int, str], ...]:
    """Give the places where the title of a policy stands and nothing else, with the policy; looked for once."""
    if scene.plans is None:
        scene.plans = tuple(sorted({*_title_paragraphs(scene), *_title_lines(scene)}))
    return scene.plans


def _title_lines(scene: Scene) -> Iterator[tuple[int, str]]:
    """Iterate over the titles that stand below a signature, over one line or several."""
    for mention in scene.mentions:
        if mention.rule == "title-line" and mention.entity is not None and is_below_signature(scene, mention.start):
            yield mention.start, mention.entity


def _title_paragraphs(scene: Scene) -> Iterator[tuple[int, str]]:
    """Iterate over the paragraphs that are the title of a policy."""
    names = {
        _ANNEX.sub("", name): draft.id
        for draft in scene.drafts.values()
        if draft.kind == "Policy"
        for name in draft.names
        if len(name) >= _TITLE
    }
    for section in scene.scan.document.sections:
        if names and _TITLE <= section.end - section.start <= _LONGEST_TITLE:
            found = names.get(_ANNEX.sub("", scene.text[section.start : section.end]))
            if found is not None:
                yield section.start, found
