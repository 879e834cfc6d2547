"""Tables of tasks in, a task a row out: 序号 | 重点任务 | 责任单位 | 完成时限."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphkit.extract.rules.deadlines import end_of
from graphkit.extract.rules.duties import Duties, bodies_in
from graphkit.extract.rules.standing_titles import carried_plan
from graphkit.extract.rules.stated_tasks import Stated
from graphkit.extract.scene import Item, Scene
from graphkit.extract.table_rows import cells_in, is_rule
from graphkit.model.values import PartialDate

# What the cells of a head row are called; 责任单位 beside a column of leaders helps.
_TASK = re.compile(
    "(?:[一-鿿]{0,4}(?:任务|事项|措施|举措|工作)(?:名称|内容|清单)?|(?:工作|主要|建设|具体|整改|目标)内容|项目名称|[一-鿿]{2}实事(?:项目)?)$"
)
_LEAD = re.compile("(?:牵头|主办|总牵头)[一-鿿]{0,4}$")
_DUTY = re.compile("(?:责任|负责|承办|实施|落实)[一-鿿]{0,4}$")
_HELP = re.compile("(?:配合|协办|协助|参与)[一-鿿]{0,4}$")
_TIME = re.compile("(?:完成|办理|办结|整改|工作|时间)?(?:时限|期限|时间|节点|进度)[一-鿿]{0,4}$")
# A line of its own between rows that says what those below it are about.
_GROUP = re.compile(
    "(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.]?|第[一二三四五六七八九十]{1,3}[类部]分?)[^。；：]{2,40}"
)
_OPEN_END = re.compile("[底末日月年度]$")
_SHORTEST_ROW, _ROW_LIMIT, _SHORTEST_TASK = 2, 400, 4
_FULL_STOP = "完成时限："
_WHO = ("单位", "部门", "科室", "处室", "主体")


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
    if own is None or own.entity is None or not scene.scan.has_any(_WHO):
        return
    head: Head | None = None
    above: Item | None = None
    for section in scene.scan.document.sections:
        if head is not None and is_rule(scene.scan, section):
            continue
        cut = cells_in(scene.scan, section) if section.end - section.start <= _ROW_LIMIT else []
        if len(cut) < _SHORTEST_ROW:
            is_group = head is not None and _GROUP.fullmatch(scene.text, section.start, section.end)
            head = head if is_group else None
            above = None
            continue
        cells = [Item(0, cell.start, cell.start, cell.end) for cell in cut]
        stated = _head(scene, cells)
        if stated is not None:
            head, above = stated, None
        elif head is not None:
            whole = _with_merged(scene, head, cells, above)
            above = whole[max(head.lead, head.duty)] if len(whole) == head.columns else None
            yield from _row(scene, head, whole, carried_plan(scene, whole[0]) or own.entity)


def _head(scene: Scene, cells: list[Item]) -> Head | None:
    names = [scene.text[cell.start : cell.end] for cell in cells]

    def column(name: re.Pattern[str], high: int = len(names)) -> int:
        return next((index for index in range(high) if name.fullmatch(names[index])), -1)

    lead, duty = column(_LEAD), column(_DUTY)
    who = max(lead, duty)
    tasks = [index for index, cell in enumerate(names) if _TASK.fullmatch(cell)]
    task = next((index for index in reversed(tasks) if index < who), tasks[0] if tasks else -1)
    head = Head(len(cells), task, lead, duty, column(_HELP), column(_TIME))
    return head if task >= 0 and who >= 0 else None


def _with_merged(scene: Scene, head: Head, cells: list[Item], above: Item | None) -> list[Item]:
    """Give the cells of a row that lacks the one of who is to do it: the cell above stands for both rows.

    Only where one column names who does it, and where the others are what their column holds.
    """
    column = max(head.lead, head.duty)
    if above is None or min(head.lead, head.duty) >= 0:
        return cells
    if len(cells) == head.columns and cells[column].start == cells[column].end:
        return [*cells[:column], above, *cells[column + 1 :]]
    if len(cells) != head.columns - 1:
        return cells
    whole = [*cells[:column], above, *cells[column:]]
    task, when = whole[head.task], whole[head.time] if head.time >= 0 else None
    is_last = when is None and column == len(cells)
    is_due = when is not None and _due(scene, when) is not None
    is_task = task is not above and task.end - task.start >= _SHORTEST_TASK
    return whole if is_task and (is_due or is_last) else cells


def _due(scene: Scene, when: Item) -> PartialDate | None:
    """Give the time that a cell sets: 6月底, 2024年9月, 年底."""
    words = scene.text[when.start : when.end]
    return end_of(scene, _FULL_STOP + words) or (
        end_of(scene, f"{_FULL_STOP}{words}前") if _OPEN_END.search(words) else None
    )


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
    until = _due(scene, when) if when is not None else end_of(scene, words)
    if heading and (who.leads or until is not None):
        yield Stated(Item(0, cells[0].start, task.start, max(cell.end for cell in cells)), heading, owner, who, until)
