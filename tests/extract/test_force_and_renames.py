"""Since when policies hold and for how long, and which body became which (no facts of the gold's closed list)."""

from __future__ import annotations

import pytest

from graphkit.model.entities import Annotation
from graphkit.model.facts import Force, Renaming
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

NOTICE = """关于印发《成都市小微湿地巡护办法（试行）》的通知
各区（市）县林业主管部门：
现将《成都市小微湿地巡护办法（试行）》印发给你们。"""


def renamings(annotation: Annotation) -> list[tuple[str, str]]:
    label = {key: entity.label for key, entity in annotation.entities.items()}
    return [(label[f.agency], label[f.becomes]) for f in annotation.facts if isinstance(f, Renaming)]


def forces(annotation: Annotation) -> list[tuple[str, str | None, str | None, int | None]]:
    label = {key: entity.label for key, entity in annotation.entities.items()}
    return [
        (label[f.policy], f.start.iso if f.start else None, f.end.iso if f.end else None, f.months)
        for f in annotation.facts
        if isinstance(f, Force)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("榆林市环境保护局已更名为榆林市生态环境局。", [("榆林市环境保护局", "榆林市生态环境局")]),
        ("西安市乡村振兴局（原西安市扶贫开发办公室）参加。", [("西安市扶贫开发办公室", "西安市乡村振兴局")]),
        ("陕西省国土资源厅（现陕西省自然资源厅）负责。", [("陕西省国土资源厅", "陕西省自然资源厅")]),
        ("拟将咸阳市林业局更名为咸阳市林业和草原局。", []),
        ("榆林市林业局、榆林市生态环境局联合发文。", []),
    ],
)
def test_a_body_becomes_another_where_the_text_says_so(text: str, wanted: list[tuple[str, str]]) -> None:
    assert renamings(annotate(document_of(text))) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("本办法自2024年5月1日起施行。", ("2024-05-01", None, None)),
        ("本办法有效期至2028年12月31日。", (None, "2028-12-31", None)),
        ("本办法有效期5年。", (None, None, 60)),
        ("本办法试行期为六个月。", (None, None, 6)),
    ],
)
def test_the_policy_that_a_notice_carries_holds_for_a_time(
    sentence: str, wanted: tuple[str | None, str | None, int | None]
) -> None:
    found = forces(annotate(document_of(f"{NOTICE}{sentence}\n")))
    assert found == [("成都市小微湿地巡护办法（试行）", *wanted)]


def test_a_title_tells_whose_force_a_sentence_gives() -> None:
    text = "近日，《甘肃省草原巡护条例》修订通过，自2024年1月1日起施行。根据《预算条例》，专班自2024年3月1日起试行。"
    assert forces(annotate(document_of(text))) == [("甘肃省草原巡护条例", "2024-01-01", None, None)]


PROLONGED = (
    "江西省财政厅关于延长《江西省科技创新券管理办法》有效期的通知\n各设区市财政局：\n《江西省科技创新券管理办法》于2021年10月31日到期。"
    "经研究，决定将该办法有效期延长至2023年12月31日。\n江西省财政厅\n2021年10月25日\n"
)
MINUTES = (
    "江西省水利厅专题会议纪要\n〔2022〕6号\n会议议定如下事项：\n一、水价调整方案由省水利厅报批后实施，自2022年7月1日起执行。\n"
    "二、由省水利厅负责巡查。\n"
)


def test_a_notice_prolongs_what_it_names_and_minutes_are_in_force_from_no_day() -> None:
    assert forces(annotate(document_of(PROLONGED))) == [("江西省科技创新券管理办法", None, "2023-12-31", None)]
    assert forces(annotate(document_of(MINUTES))) == []
