"""A place in a text in, the point that it stands in out: what a body did (一是制定《…》) or is to do."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.extract.enumerations import enumerations_in
from graphkit.extract.rules.point_owners import owner_of
from graphkit.extract.scene import Scene
from graphkit.model.facts import Modality


def reported_at(scene: Scene, offset: int) -> tuple[str | None] | None:
    """Give the body whose list of what it did an offset stands in, `(None,)` for a meeting's; None outside one."""
    point = _innermost(scene, offset)
    return (point[2],) if point is not None and point[3] else None


def is_to_be_done(scene: Scene, offset: int) -> bool:
    """Tell whether an offset stands in a point that somebody sets or plans: （一）修订《…》."""
    point = _innermost(scene, offset)
    return point is not None and not point[3]


def _innermost(scene: Scene, offset: int) -> tuple[int, int, str | None, bool] | None:
    if scene.owned_points is None:
        scene.owned_points = tuple(_owned(scene))
    inner = [point for point in scene.owned_points if point[0] <= offset < point[1]]
    return max(inner, key=lambda point: point[0], default=None)


def _owned(scene: Scene) -> Iterator[tuple[int, int, str | None, bool]]:
    """Iterate over the points of known owners: from where to where, the body that did them, whether it did."""
    for run in enumerations_in(scene):
        owner = owner_of(scene, run)
        if owner is None or (owner.kind != "Task" and owner.modality is not Modality.REPORTED):
            continue
        is_done = owner.modality is Modality.REPORTED
        body = _body_of(scene, owner.id, run.items[0].marker) if is_done else None
        for item in run.items:
            yield item.marker, item.end, body, is_done


def _body_of(scene: Scene, owner: str, offset: int) -> str | None:
    """Give the body whose points these are: the owner, the office whose response it is, who sums up its own year."""
    if owner in scene.drafts:
        is_own = scene.own_title is not None and scene.own_title.entity == owner
        return owner if scene.drafts[owner].kind == "Agency" else scene.home if is_own else None
    office = scene.owner_at(offset)
    return office.entity if office is not None else None
