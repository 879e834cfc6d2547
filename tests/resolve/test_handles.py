"""When the name of a meeting means the same in two documents."""

from __future__ import annotations

import pytest

from graphkit.model.entities import Entity
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate
from graphkit.resolve.handles import handles_in, settle
from tests.hand_annotation import ANNOTATION

YEARLY = (
    "陕西省林业局简报\n2024年第4期\n陕西省林业局办公室编\n2024年2月27日\n各地传达会议精神\n"
    "西安市林业局传达学习2024年全省林业工作会议精神。\n"
)


def body(code: str) -> Entity:
    key = ("agency", code, "政府", "林业草原", "局")
    return Entity(id="home", kind="Agency", key=key, label="局", names=("局",))


@pytest.mark.parametrize(
    ("name", "code", "wanted"),
    [
        ("全国林业和草原工作会议", "530000", ("全国林业和草原工作会议", "")),
        ("全省林业工作会议", "610000", ("610000林业工作会议", "")),
        ("全省林业工作会议", "610100", ("610000林业工作会议", "")),
        ("全市林业工作会议", "610100", ("610100林业工作会议", "")),
        ("我省林业工作会议", "610116", ("610000林业工作会议", "")),
        ("全市林业工作会议", "110000", ("110000林业工作会议", "")),
        ("全区林业工作会议", "150000", ("150000林业工作会议", "")),
        ("全县林业工作会议", "610122", ("610122林业工作会议", "")),
        ("陕西省林业工作会议", "610100", ("610000林业工作会议", "")),
        ("朝阳区林业工作会议", "110000", ("朝阳区林业工作会议", "")),
        ("“三夏” 生产推进会", "610100", ("三夏生产推进会", "agency/610100/政府/林业草原/局")),
        ("全市林业工作会议", "610000", ("全市林业工作会议", "agency/610000/政府/林业草原/局")),
        ("全市林业工作会议", "610881", ("610881林业工作会议", "")),
        ("全区林业工作会议", "450103", ("450103林业工作会议", "")),
        ("党组（扩大）会议", "610100", ("党组扩大会议", "agency/610100/政府/林业草原/局")),
        ("党组会议", "610100", None),
        ("专题会议", "610100", None),
    ],
)
def test_relative_places_are_settled_by_the_body_that_speaks(
    name: str, code: str, wanted: tuple[str, str] | None
) -> None:
    assert settle(name, body(code)) == wanted


def test_the_place_of_a_meeting_is_its_holders() -> None:
    assert settle("全市林业工作会议", body("610000"), body("610100")) == ("610100林业工作会议", "")


def test_the_place_that_a_document_speaks_from_settles_what_no_body_does() -> None:
    assert settle("全省林业工作会议", None, None, "610100") == ("610000林业工作会议", "")
    office = body("").model_copy(update={"key": ("agency", "甲办"), "region_code": "610100"})
    assert settle("全省林业工作会议", office) == ("610000林业工作会议", "")


@pytest.mark.parametrize(
    ("holder", "wanted"),
    [
        (("agency", "610000", "党委", "委"), ("610000教育工作大会", "")),
        (("agency", "610000", "政府", "政府"), ("610000教育工作大会", "")),
        (("agency", "610000", "政府", "教育", "厅"), ("教育工作大会", "agency/610100/政府/林业草原/局")),
    ],
)
def test_what_a_committee_or_government_holds_is_its_places(holder: tuple[str, ...], wanted: tuple[str, str]) -> None:
    entity = body("610000").model_copy(update={"key": holder})
    assert settle("教育工作大会", body("610100"), entity) == wanted


def test_the_year_that_a_name_counts_is_told_apart() -> None:
    annotation = annotate(document_of(YEARLY))
    (handle,) = [one for one in handles_in(annotation) if one.kind == "meeting"]
    assert (handle.name, handle.number) == ("610000林业工作会议", "2024")


def test_a_province_is_unknown_to_a_body_without_a_place() -> None:
    assert settle("全省林业工作会议", None) == ("全省林业工作会议", "?")


def test_what_is_not_named_has_no_handle() -> None:
    mentioned = {mention.entity for mention in ANNOTATION.mentions}
    assert {handle.thing for handle in handles_in(ANNOTATION) if handle.kind == "meeting"} <= mentioned
