"""A meeting in, the meetings of the other levels out that its name is shared by: 全国、全省和 + 全市林业工作会议."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

_LEVEL = "(?:全国|中央(?=[、和与及])|自治区|全[省市县区州]|(?:(?<![一-鿿])|(?<=[达习彻实了对将把、和及与]))[省市])"
_LEVELS = re.compile(f"(?P<levels>(?:{_LEVEL}(?:、|和|与|及|以及)?)+)$")
_ONE = re.compile(_LEVEL)
# 省委、 + 市委全会, 中央和 + 省委农村工作会议: each level's committee by its own name.
_COMMITTEES = re.compile("(?:(?:党?中央|[省市县区州]委)(?:、|和|与|及|以及))+$")
_COMMITTEE = re.compile("党?中央|[省市县区州]委")
_OF_COMMITTEE = re.compile("[省市县区州旗]委(?=(?:经济|农村|政法|统战|宣传|组织|人才|民族|城市)?工作会议|全会|全委)")
# A body's own session keeps the bare level: 省、市纪委全会, 省、市“两会”.
_OF_BODY = re.compile("纪委|“?两会")
_OWN = re.compile(
    "(?:20[0-9]{2}年)?(?:全[国省市县区州旗]|自治区|(?:我|[一-鿿]{2,5}?)?[省市县区州旗](?![市县区]))(?=[^级委政直].*会)"
)
# 省市 + 水利工作会议: a meeting of each, though nothing parts the two.
_GLUED = re.compile("(?:20[0-9]{2}年)?(?P<levels>省市|省州|市县|市区|省市县)(?=[^级委政直领管属纪党监“两].{2,20}会)")
_REACH = 40


def of_other_levels(scene: Scene, meeting: Mention) -> Iterator[str]:
    """Iterate over the meetings of the levels that stand right before a meeting's own, made here if none is told of."""
    if meeting.kind != "Meeting":
        return
    for name in (*_of_levels(scene, meeting), *_of_committees(scene, meeting)):
        known = next((d.id for d in scene.drafts.values() if d.kind == "Meeting" and name in d.names), None)
        if name != meeting.surface:
            yield known or scene.implied("Meeting", name).id


def _of_levels(scene: Scene, meeting: Mention) -> Iterator[str]:
    """Iterate over the names at other levels of a meeting that is told of by its own (全国、 + 全省林业工作会议)."""
    glued = _GLUED.match(meeting.surface)
    for level in glued["levels"] if glued is not None else "":
        yield f"全{level}{meeting.surface[glued.end() :]}" if glued is not None else ""
    own = _OWN.match(meeting.surface)
    listed = _LEVELS.search(scene.text, max(0, meeting.start - _REACH), meeting.start) if own is not None else None
    rest = meeting.surface[own.end() :] if own is not None else ""
    for level in _ONE.findall(listed["levels"]) if listed is not None else ():
        is_bare = level in {"省", "市"} and not _OF_BODY.match(rest)
        yield f"全{level}{rest}" if is_bare else level + rest


def _of_committees(scene: Scene, meeting: Mention) -> Iterator[str]:
    """Iterate over the names at other levels of a committee's meeting."""
    own = _OF_COMMITTEE.match(meeting.surface)
    if own is None:
        return
    listed = _COMMITTEES.search(scene.text, max(0, meeting.start - _REACH), meeting.start)
    for level in _COMMITTEE.findall(listed[0]) if listed is not None else ():
        yield level.removeprefix("党") + meeting.surface[own.end() :]
