"""Tables of tasks drawn with bars, with tabs, with headings between the rows: a task a row, with bodies and time."""

from __future__ import annotations

import pytest

from graphkit.model.facts import Point
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

NOTICE = (
    "云岭县人民政府办公室关于印发《2024年民生实事任务分工表》的通知\n各乡镇人民政府，县政府各部门：\n"
    "现将《2024年民生实事任务分工表》印发给你们，请认真抓好落实。\n云岭县人民政府办公室\n2024年3月5日\n"
    "2024年民生实事任务分工表\n"
)
BARS = (
    "| 序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限 |\n|---|:---|---|---|---|\n"
    "| 1 | 改造老旧小区32个 | 县住房和城乡建设局 | 县财政局 | 2024年11月底 |\n"
    "| 2 | 发放基础养老金 | 县人力资源和社会保障局 |  | 全年 |\n"
)
TABS = (
    "序号\t重点任务\t责任单位\t时间节点\n一、深入宣传\n"
    "1\t纳入党委理论学习中心组年度学习计划\t县委宣传部、县司法局\t6月底\n"
    "2\t开展执法检查\t\t年底\n二、依法行政\n3\t举办研讨班不少于2期\t县委组织部\t11月底前\n"
)
OPEN = "序号 | 督办事项 | 责任部门\n1 | 办结来信5件 | 县信访局\n2 | 修缮堤防 | 县水利局\n"


def rows_in(table: str) -> list[tuple[str, str, list[str], list[str], str | None]]:
    annotation = annotate(document_of(f"{NOTICE}{table}"))

    def names(bodies: tuple[str, ...]) -> list[str]:
        return [annotation.entities[body].names[-1] for body in bodies]

    return [
        (
            annotation.entities[point.owner].names[0],
            point.heading,
            names(point.assigned_to),
            names(point.assisted_by),
            point.period_end.iso if point.period_end else None,
        )
        for point in annotation.facts
        if isinstance(point, Point) and point.evidence[0].rule == "stated-task"
    ]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (
            BARS,
            [
                ("改造老旧小区32个", ["县住房和城乡建设局"], ["县财政局"], "2024-11"),
                ("发放基础养老金", ["县人力资源和社会保障局"], [], None),
            ],
        ),
        (
            TABS,
            [
                ("纳入党委理论学习中心组年度学习计划", ["县委宣传部", "县司法局"], [], "2024-06"),
                ("开展执法检查", ["县委宣传部", "县司法局"], [], "2024"),
                ("举办研讨班不少于2期", ["县委组织部"], [], "2024-11"),
            ],
        ),
        (OPEN, [("办结来信5件", ["县信访局"], [], None), ("修缮堤防", ["县水利局"], [], None)]),
        ("序号\t姓名\t单位\t职务\n1\t周大海\t县水利局\t局长\n", []),
        ("| 序号 | 企业名称 | 主管单位 |\n|---|---|---|\n| 1 | 云岭水泥厂 | 县工业局 |\n", []),
        # A paragraph of prose ends the table.
        ("序号\t重点任务\t责任单位\n以上事项请抓紧办理。\n1\t修缮堤防\t县水利局\n", []),
    ],
)
def test_each_row_is_a_task_of_the_table_that_the_notice_carries(
    table: str, rows: list[tuple[str, list[str], list[str], str | None]]
) -> None:
    assert rows_in(table) == [("2024年民生实事任务分工表", *row) for row in rows]
