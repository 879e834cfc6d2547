"""An agency in, its party group or committee out, and whether a meeting is that one's own: 局党组会议."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graphkit.extract.scene import Draft, Scene
from graphkit.model.facts import Mention

# A meeting called by the party body of a body's kind: 局党组（扩大）会议, 厅党组2025年第10次会议.
_OF_PARTY = re.compile(
    "[局厅委院部署社校](?P<party>党[组委])(?=会|（|扩大|专题|20[0-9]{2}年|第[0-9一二三四五六七八九十]+次)"
)

# 甲局召开党组会议, told before: the body itself holds what its officer then chairs.
_HELD_BY_WHOLE = re.compile("(?:近日|日前)?(?:组织|专题|及时)?(?:召开|举行)(?:了)?[^，。；、\n]{0,12}党[组委]")


def party_body(scene: Scene, draft: Draft, part: str) -> Draft:
    """Give the party group or committee of an agency, made here if no mention names it."""
    if draft.composed is None:
        return draft
    key = (*draft.composed, part)
    known = next((d for d in scene.drafts.values() if d.composed == key), None)
    if known is not None:
        return known
    made = scene.implied("Agency", (draft.label or draft.names[0]) + part, parent=draft.id)
    made.composed = key
    made.label, made.label_rank, made.region = (draft.label or draft.names[0]) + part, 2, draft.region
    for name in draft.names:
        made.add_name(name + part)
    return made


def held_by_party(scene: Scene, subjects: list[Mention], form: str) -> list[Mention]:
    """Give the party body of a body whose officer chairs a meeting called by it (局长甲主持召开局党组会议)."""
    named = _OF_PARTY.match(form)
    if named is None or len(subjects) != 1 or subjects[0].entity is None:
        return subjects
    body = scene.draft(subjects[0])
    is_whole = body.kind == "Agency" and (body.label or body.names[0]).endswith(form[0])
    if not is_whole or any(_HELD_BY_WHOLE.match(scene.text, told.end) for told in _told_before(scene, subjects[0])):
        return subjects
    return [replace(subjects[0], entity=party_body(scene, body, named["party"]).id)]


def _told_before(scene: Scene, body: Mention) -> Iterator[Mention]:
    return (told for told in scene.mentions if told.entity == body.entity and told.start < body.start)
