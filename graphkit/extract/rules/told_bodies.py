"""Resolved agencies in, the words that tell of each out: its own name, a unit's or meeting's that spells it, a post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scene import Draft, Scene

# The party committee of a town or zone is no part of a body that bears the place's bare name.
_PLACE = re.compile("(?:[镇乡村]|街道|社区|[园新矿]区|开发区)$")
# A unit's head is of the party group of the body around it (行政部部长、党委委员).
_UNIT = re.compile("[部科处室]$")

Words = tuple[int, int]
"""`[start, end)` of the matched text."""


def words_of_bodies(scene: Scene) -> dict[str, Words]:
    """Map each body of the text to the first words that tell of it, those with names of their own first."""
    # A body told again tells nothing new: the first mention of each stands for all.
    firsts = {(m.entity, m.kind): m for m in reversed(scene.mentions) if m.entity is not None}
    named = sorted(firsts.values(), key=lambda mention: mention.start)
    found: dict[str, Words] = {}
    for mention in named:
        if mention.kind == "Agency" and mention.entity is not None:
            found.setdefault(mention.entity, (mention.start, mention.end))
    for mention in named:
        draft = scene.draft(mention)
        spelled = draft.parent if mention.kind == "Agency" else _placed_holder(scene, draft)
        for body in _upwards(scene, spelled):
            found.setdefault(body.id, (mention.start, mention.end))
    for draft in list(scene.drafts.values()):
        words = _words_of_party(scene, draft, found) if draft.kind == "Agency" and draft.id not in found else None
        if words is not None:
            found[draft.id] = words
    return found


def named_bodies(scene: Scene) -> set[str]:
    """Give the bodies that mentions name, those that such names spell, and the holders of meetings."""
    named = [scene.drafts[entity] for entity in {m.entity for m in scene.mentions} if entity is not None]
    spelled = (one.holder if one.kind == "Meeting" else one.parent for one in named)
    return {one.id for one in named} | {body.id for start in spelled for body in _upwards(scene, start)}


def _placed_holder(scene: Scene, draft: Draft) -> str | None:
    """Give the body that a meeting's name opens with, where its place is known; a bare one may be whoever holds it."""
    holder = scene.drafts.get(draft.holder or "") if draft.kind == "Meeting" else None
    return holder.id if holder is not None and holder.region is not None else None


def _upwards(scene: Scene, identifier: str | None) -> Iterator[Draft]:
    """Iterate over a body and those that it is a part of."""
    seen: set[str] = set()
    while identifier is not None and identifier in scene.drafts and identifier not in seen:
        seen.add(identifier)
        yield scene.drafts[identifier]
        identifier = scene.drafts[identifier].parent


def _words_of_party(scene: Scene, draft: Draft, found: dict[str, Words]) -> Words | None:
    """Give the words of a post that tell of a body's party group: X局 + 党组 + 书记."""
    part = draft.composed[-1] if draft.composed is not None else ""
    parent = scene.drafts.get(draft.parent or "")
    if parent is None or parent.id not in found or part not in {"党组", "党委"} or _PLACE.search(parent.names[0]):
        return None
    for mention in scene.mentions:
        if mention.entity == parent.id:
            end = scene.scan.sentence_at(mention.start).end
            end = mention.end + len(part) if _UNIT.search(parent.names[0]) else end
            at = scene.text.find(part, mention.end, end)
            if at >= 0 and not scene.within(mention.end, at, "Agency"):
                return mention.start, at + len(part)
    return None
