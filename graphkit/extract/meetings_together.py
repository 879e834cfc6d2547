"""A place in a scene in, the meetings that were named together before it out: what 三个会议 counts."""

from __future__ import annotations

import re

from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

_AND = re.compile("[”]?(?:精神)?(?:、|和|以及|及|与|，)(?:传达|学习|[0-9]{1,2}月[0-9]{1,2}日)*")
_LOOKED_BACK = 4000


def meetings_together(scene: Scene, offset: int, count: int) -> list[Mention]:
    """Give the last meetings of the same article before an offset that a list of this length names."""
    here = scene.scan.section_at(offset)
    low = next((s.start for s in scene.body if here is not None and s.article == here.article), offset)
    run: list[Mention] = []
    for meeting in reversed(scene.within(max(low, offset - _LOOKED_BACK), offset, "Meeting")):
        if run and not _AND.fullmatch(scene.text, meeting.end, run[0].start):
            if len(run) == count:
                break
            run = []
        run.insert(0, meeting)
    return run if len(run) == count and all(m.entity is not None for m in run) else []
