"""Meetings named by two bodies in, who holds them out: 甲部与乙省政府共同打造…推进会议, 甲总署与乙海关业务联系年会."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.rules.post_bodies import government_at
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Holding

_BODY = "(?!全)[一-鿿]{1,14}?(?:部|委|局|署|院|政府|厅|总社|海关|公司|集团|大学|法院|检察院|管委会)"
_NAMED = re.compile(
    f"(?:20[0-9]{{2}}年(?:度)?)?(?P<first>{_BODY})[与和](?P<second>{_BODY})"
    "(?:共同|联合|业务|战略|合作|联席|对接|协作|工作|座谈|会商|府检|府院)"
)

_GOVERNMENT = re.compile("(?:人民)?政府$")


def state_joint_names(scene: Scene) -> Iterator[Fact]:
    """State that the two bodies which open a meeting's name hold it."""
    seen: set[str] = set()
    for mention in scene.mentions:
        if mention.kind != "Meeting" or mention.entity is None or mention.entity in seen:
            continue
        named = _NAMED.match(mention.surface)
        if named is None:
            continue
        seen.add(mention.entity)
        for part in ("first", "second"):
            evidence = scene.cite(mention.start, mention.end, "holder-in-name")
            yield Holding(meeting=mention.entity, by=_body_named(scene, named[part]), evidence=evidence)


def _body_named(scene: Scene, name: str) -> str:
    """Give the body of a name, made here if no mention bears it."""
    place = (
        scene.scan.gazetteer.region_named(_GOVERNMENT.sub("", name), within=None) if _GOVERNMENT.search(name) else None
    )
    if place is not None:
        return government_at(scene, place).id
    known = (d.id for d in scene.drafts.values() if d.kind == "Agency" and name in d.names)
    return next(known, None) or scene.implied("Agency", name).id
