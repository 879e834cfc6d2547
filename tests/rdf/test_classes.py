"""Which kind of agency a key tells."""

from __future__ import annotations

import pytest

from graphkit.model.entities import Entity
from graphkit.rdf.classes import kind_of
from graphkit.terms import gk


def agency(key: str, system: str | None) -> Entity:
    segments = ("agency", *key.split("/"))
    return Entity(id="e1", kind="Agency", key=segments, label="甲", names=("甲",), agency_kind=system)


@pytest.mark.parametrize(
    ("key", "system", "kind"),
    [
        ("510000/政府/政府", "政府", gk.Government),
        ("国务院", "政府", gk.Government),
        ("510000/政府/机关事务/局", "政府", gk.GovernmentDepartment),
        ("100000/政府/教育/部", "政府", gk.GovernmentDepartment),
        ("510800/政府/机关事务/中心", "政府", None),
        ("农业部", "政府", gk.GovernmentDepartment),
        ("中国科学院", "政府", None),
        ("510000/政府/机关事务/局/党组", None, gk.PartyGroup),
        ("510000/党委/委", "党委", gk.PartyCommittee),
        ("中央宣传部", "党委", None),
        ("510000/政协/政协", "政协", gk.ConsultativeConference),
        ("最高人民法院", "法院", gk.Court),
        ("成都海关", None, None),
    ],
)
def test_a_bureau_is_a_department_and_only_a_government_is_one(key: str, system: str | None, kind: str | None) -> None:
    assert kind_of(agency(key, system)) == kind
