"""A place in a text in, the list of what a body did that it stands in out (甲局迅速贯彻落实：一是制定《…》)."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.extract.enumerations import enumerations_in
from graphkit.extract.rules.point_owners import owner_of
from graphkit.extract.scene import Scene
from graphkit.model.facts import Modality


def reported_at(scene: Scene, offset: int) -> tuple[str | None] | None:
    """Give the body whose list of what it did an offset stands in, `(None,)` for a meeting's; None outside one."""
    if scene.done_points is None:
        scene.done_points = tuple(_reported(scene))
    inner = [(start, body) for start, end, body in scene.done_points if start <= offset < end]
    return (max(inner, key=lambda found: found[0])[1],) if inner else None


def _reported(scene: Scene) -> Iterator[tuple[int, int, str | None]]:
    """Iterate over the points that tell what was done, with the body that did it."""
    for run in enumerations_in(scene):
        owner = owner_of(scene, run)
        if owner is None or owner.modality is not Modality.REPORTED:
            continue
        body = _body_of(scene, owner.id, run.items[0].marker)
        for item in run.items:
            yield item.marker, item.end, body


def _body_of(scene: Scene, owner: str, offset: int) -> str | None:
    """Give the body whose points these are: the owner, the office whose response it is, who sums up its own year."""
    if owner in scene.drafts:
        is_own = scene.own_title is not None and scene.own_title.entity == owner
        return owner if scene.drafts[owner].kind == "Agency" else scene.home if is_own else None
    office = scene.owner_at(offset)
    return office.entity if office is not None else None
