"""What things are called and told by, from what the facts say of them."""

from __future__ import annotations

from graphkit.model.entities import Entity
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

HEAD = "萍乡市水利局简报\n第1期\n萍乡市水利局办公室　　　　2024年4月8日\n\n工作动态\n"


def things(text: str, kind: str) -> list[Entity]:
    return [one for one in annotate(document_of(HEAD + text)).entities.values() if one.kind == kind]


def test_a_meeting_of_who_speaks_is_called_by_its_holder() -> None:
    met = things("4月6日，我局召开局务会议，研究河湖工作。4月7日，局党组会议研究干部工作。\n", "Meeting")
    assert [one.label for one in met] == ["萍乡市水利局局务会议", "萍乡市水利局党组会议"]
    assert "我局局务会议" in met[0].names
    held = things("4月6日，萍乡市水利局召开河湖长制推进会。\n", "Meeting")
    assert [one.label for one in held] == ["河湖长制推进会"]


def test_the_head_of_a_body_and_of_its_party_group_is_one_person() -> None:
    (both,) = things("省水利厅党组书记、厅长林知远到萍乡市调研。\n", "Person")
    (head,) = things("省水利厅厅长林知远到萍乡市调研。\n", "Person")
    assert both.key == head.key == ("person", "360000", "政府", "水利", "厅", "林知远")
    (committee,) = things("萍乡市委书记林知远到市水利局调研。\n", "Person")
    assert committee.key != head.key
