"""Tables of tasks in, a task a row out: 序号 | 重点任务 | 责任单位 | 完成时限."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from graphkit.extract.enumerations import Item
from graphkit.extract.rules.deadlines import end_of
from graphkit.extract.rules.duties import Duties, bodies_in
from graphkit.extract.rules.stated_tasks import Stated
from graphkit.extract.scene import Scene
from graphkit.model.text import Section

# What the cells of a head row are called; 责任单位 beside a column of leaders helps.
_TASK = re.compile(
    "(?:[一-鿿]{0,4}(?:任务|事项|措施|举措|工作)(?:名称|内容|清单)?|工作内容|主要内容|建设内容|项目名称)$"
)
_LEAD = re.compile("(?:牵头|主办|总牵头)[一-鿿]{0,4}$")
_DUTY = re.compile("(?:责任|负责|承办|实施|落实)[一-鿿]{0,4}$")
_HELP = re.compile("(?:配合|协办|协助|参与)[一-鿿]{0,4}$")
_TIME = re.compile("(?:完成|办理|整改|工作|时间)?(?:时限|期限|时间|节点|进度)[一-鿿]{0,4}$")
_GAP, _LEAST, _ROWS, _SHORTEST_TASK = 2, 3, 500, 4
_FULL_STOP = "完成时限："


class Head(NamedTuple):
    """The columns of a table of tasks, -1 where there is none."""

    columns: int
    task: int
    lead: int
    duty: int
    help: int
    time: int


def tabled_tasks(scene: Scene) -> Iterator[Stated]:
    """Iterate over the rows of the tables of tasks of a document that has a title of its own."""
    own = scene.own_title
    if own is None or own.entity is None or "单位" not in scene.text:
        return
    head: Head | None = None
    above: Item | None = None
    for section in scene.scan.document.sections:
        cells = _cells(scene, section)
        if len(cells) < _LEAST - 1:
            head = above = None
            continue
        stated = _head(scene, cells)
        if stated is not None:
            head, above = stated, None
        elif head is not None:
            whole = _with_merged(scene, head, cells, above)
            above = whole[max(head.lead, head.duty)] if len(whole) == head.columns else None
            yield from _row(scene, head, whole, own.entity)


def _cells(scene: Scene, section: Section) -> list[Item]:
    """Cut a line at the gaps that its cells leave."""
    drops = scene.scan.document.offsets.dropped_in(section.start + 1, section.end)
    cuts = [at for at in drops if scene.scan.gap_before(at) >= _GAP]
    bounds = [section.start, *cuts, section.end]
    return [Item(0, low, low, high) for low, high in pairwise(bounds)]


def _head(scene: Scene, cells: list[Item]) -> Head | None:
    names = [scene.text[cell.start : cell.end] for cell in cells]

    def column(name: re.Pattern[str]) -> int:
        return next((index for index, cell in enumerate(names) if name.fullmatch(cell)), -1)

    head = Head(len(cells), column(_TASK), column(_LEAD), column(_DUTY), column(_HELP), column(_TIME))
    return head if head.task >= 0 and max(head.lead, head.duty) >= 0 else None


def _with_merged(scene: Scene, head: Head, cells: list[Item], above: Item | None) -> list[Item]:
    """Give the cells of a row that lacks the one of who is to do it: the cell above stands for both rows.

    Only where one column names who does it, and where the others are what their column holds.
    """
    column = max(head.lead, head.duty)
    if above is None or len(cells) != head.columns - 1 or min(head.lead, head.duty) >= 0:
        return cells
    whole = [*cells[:column], above, *cells[column:]]
    task, when = whole[head.task], whole[head.time] if head.time >= 0 else None
    is_last = when is None and column == len(cells)
    is_due = when is not None and end_of(scene, _FULL_STOP + scene.text[when.start : when.end]) is not None
    is_task = task is not above and task.end - task.start >= _SHORTEST_TASK
    return whole if is_task and (is_due or is_last) else cells


def _row(scene: Scene, head: Head, cells: list[Item], owner: str) -> Iterator[Stated]:
    """Give the task of a row; one whose cells are not as many as the head's tells nothing sure."""
    if len(cells) != head.columns:
        return

    def bodies(column: int) -> tuple[str, ...]:
        found = bodies_in(scene, cells[column]) if column >= 0 else []
        return tuple(dict.fromkeys(body.entity for body in found))

    leads, duties, helpers = bodies(head.lead), bodies(head.duty), bodies(head.help)
    who = Duties(leads, (*duties, *helpers)) if leads else Duties(duties, helpers)
    task = cells[head.task]
    words = scene.text[task.start : task.end]
    heading = re.split("[，；。：]", words)[0]
    when = cells[head.time] if head.time >= 0 else None
    until = end_of(scene, _FULL_STOP + scene.text[when.start : when.end]) if when is not None else end_of(scene, words)
    if heading and (who.leads or until is not None):
        yield Stated(Item(0, cells[0].start, task.start, max(cell.end for cell in cells)), heading, owner, who, until)
