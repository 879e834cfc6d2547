"""A meeting in, the meetings of the other levels out that its name is shared by: 全国、全省和 + 全市林业工作会议."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

_LEVEL = "(?:全国|中央(?=[、和与及])|自治区|全[省市县区州]|(?:(?<![一-鿿])|(?<=[达习彻实了对将把、和及与]))[省市])"
_LEVELS = re.compile(f"(?P<levels>(?:{_LEVEL}(?:、|和|与|及|以及)?)+)$")
_ONE = re.compile(_LEVEL)
_OWN = re.compile(
    "(?:20[0-9]{2}年)?(?:全[国省市县区州旗]|自治区|(?:[一-鿿]{2,5}?)?[省市县区州旗](?![市县区]))(?=[^级委政直].*会)"
)
_REACH = 40


def of_other_levels(scene: Scene, meeting: Mention) -> Iterator[str]:
    """Iterate over the meetings of the levels that stand right before a meeting's own, made here if none is told of."""
    own = _OWN.match(meeting.surface) if meeting.kind == "Meeting" else None
    listed = _LEVELS.search(scene.text, max(0, meeting.start - _REACH), meeting.start) if own is not None else None
    if own is None or listed is None:
        return
    for level in _ONE.findall(listed["levels"]):
        scope = f"全{level}" if level in {"省", "市"} else level
        name = scope + meeting.surface[own.end() :]
        known = next((d.id for d in scene.drafts.values() if d.kind == "Meeting" and name in d.names), None)
        if name != meeting.surface:
            yield known or scene.implied("Meeting", name).id
