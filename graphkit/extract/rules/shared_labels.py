"""A run of measures in, what the lines under it say of all of them out: 责任科室：…, 整改时限：…."""

from __future__ import annotations

import re
from typing import NamedTuple

from graphkit.extract.rules.deadlines import end_of
from graphkit.extract.rules.duties import Duties, duties_in
from graphkit.extract.scene import Enumeration, Item, Scene
from graphkit.model.values import PartialDate

# A line that only says who answers or by when: 责任单位：甲局, 完成时限：6月底前, 责任领导：乙.
LABELLED = re.compile(
    "(?:[（(]?[0-9]{1,2}[）).、]|[●■◆])?[【]?(?:牵头|责任|主办|承办|落实|配合|协办|协助|参与|完成|整改|办理|办结|实施)"
    "(?:领导|单位|部门|处室|科室|股室|机构|主体|人|时限|期限|时间|时间节点)(?:和单位)?[】]?："
)
_LONGEST = 200


class Shared(NamedTuple):
    """Who is to do all points of a run, and by when."""

    duties: Duties = Duties((), ())
    until: PartialDate | None = None


def shared_by(scene: Scene, run: Enumeration) -> Shared:
    """Give who is to do all points of a run and by when, as the lines right under its last point say.

    Where a point before the last has such a line, each has its own.
    """
    last = run.items[-1]
    if not scene.scan.has_any(("单位：", "部门：", "科室：", "处室：", "时限：", "期限：", "时间：")):
        return Shared()
    if any(LABELLED.match(line) for item in run.items[:-1] for line in _lines(scene, item)):
        return Shared()
    section = scene.scan.section_at(last.marker)
    leads: dict[str, None] = {}
    helpers: dict[str, None] = {}
    until = None
    sections = scene.scan.document.sections
    for below in sections[sections.index(section) + 1 :] if section is not None else ():
        line = scene.text[below.start : below.end]
        if len(line) > _LONGEST or LABELLED.match(line) is None:
            break
        duties = duties_in(scene, Item(0, below.start, below.start, below.end))
        leads.update(dict.fromkeys(duties.leads))
        helpers.update(dict.fromkeys(duties.helpers))
        until = until or end_of(scene, line)
    return Shared(Duties(tuple(leads), tuple(body for body in helpers if body not in leads)), until)


def _lines(scene: Scene, item: Item) -> list[str]:
    return scene.text[item.start : item.end].split("\n")[1:]
