"""When the name of a meeting means the same in two documents."""

from __future__ import annotations

import pytest

from graphkit.model.entities import Entity
from graphkit.resolve.handles import handles_in, settle
from tests.hand_annotation import ANNOTATION


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
        ("陕西省林业工作会议", "610100", ("陕西省林业工作会议", "")),
        ("“三夏” 生产推进会", "610100", ("三夏生产推进会", "agency/610100/政府/林业草原/局")),
        ("党组会议", "610100", None),
        ("专题会议", "610100", None),
    ],
)
def test_relative_places_are_settled_by_the_body_that_speaks(
    name: str, code: str, wanted: tuple[str, str] | None
) -> None:
    assert settle(name, body(code)) == wanted


def test_a_province_is_unknown_to_a_body_without_a_place() -> None:
    assert settle("全省林业工作会议", None) == ("全省林业工作会议", "?")


def test_what_is_not_named_has_no_handle() -> None:
    mentioned = {mention.entity for mention in ANNOTATION.mentions}
    assert {handle.thing for handle in handles_in(ANNOTATION) if handle.kind == "meeting"} <= mentioned
