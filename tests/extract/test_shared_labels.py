"""Lines under a run of measures that say who answers for all of them, and by when."""

from __future__ import annotations

import pytest

from graphkit.model.facts import Point
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

HEAD = (
    "云岭县水利局关于巡察反馈意见的整改方案\n为做好整改工作，制定本方案。\n"
    "一、整改任务\n（一）巡查不到位的问题\n整改措施：\n"
)
FOOT = "二、工作要求\n严肃纪律。\n云岭县水利局\n2022年6月20日\n"

Read = tuple[str, list[str], list[str], str | None]


def points_in(measures: str) -> list[Read]:
    annotation = annotate(document_of(f"{HEAD}{measures}{FOOT}"))

    def names(bodies: tuple[str, ...]) -> list[str]:
        return [annotation.entities[body].names[-1] for body in bodies]

    return [
        (one.heading, names(one.assigned_to), names(one.assisted_by), one.period_end.iso if one.period_end else None)
        for one in annotation.facts
        if isinstance(one, Point)
    ]


@pytest.mark.parametrize(
    ("measures", "read"),
    [
        (
            "1.开展巡查。\n2.建立台账。\n责任领导：周大海\n责任单位：县河道管理所、县财政局\n整改时限：2022年9月30日前\n",
            [
                ("开展巡查", ["县河道管理所", "县财政局"], [], "2022-09-30"),
                ("建立台账", ["县河道管理所", "县财政局"], [], "2022-09-30"),
            ],
        ),
        (
            "1.开展巡查，8月底前完成。\n2.建立台账，由县财政局负责。\n牵头单位：县河道管理所\n配合单位：县财政局\n完成时限：2022年9月\n",
            [
                ("开展巡查", ["县河道管理所"], ["县财政局"], "2022-08"),
                ("建立台账", ["县财政局"], [], "2022-09"),
            ],
        ),
        # Each measure has a line of its own.
        (
            "1.开展巡查。\n责任单位：县财政局\n2.建立台账。\n责任单位：县河道管理所\n整改时限：9月底前\n",
            [
                ("开展巡查", ["县财政局"], [], None),
                ("建立台账", ["县河道管理所"], [], "2022-09"),
            ],
        ),
        # The line belongs to what stands between.
        (
            "1.开展巡查。\n2.建立台账。\n以上措施要落实到人。\n责任单位：县财政局\n",
            [("开展巡查", [], [], None), ("建立台账", [], [], None)],
        ),
    ],
)
def test_the_lines_under_a_run_say_who_does_all_of_it_and_by_when(measures: str, read: list[Read]) -> None:
    assert points_in(measures) == read
