"""A class in, the classes above it out, as vocabulary.md names them: gk:, org: and foaf: ones."""

from __future__ import annotations

from graphkit.model.entities import Entity
from graphkit.terms import AGENCY_KINDS, foaf, gk, org

_DOCUMENT = (gk.Document, foaf.Document)
_POLICY = (gk.Policy,)

UPPER_CLASSES: dict[str, tuple[str, ...]] = {
    gk.Document: (foaf.Document,),
    gk.Bulletin: _DOCUMENT,
    gk.Notice: _DOCUMENT,
    gk.News: _DOCUMENT,
    gk.Minutes: _DOCUMENT,
    gk.Article: (foaf.Document,),
    gk.Work: (foaf.Document,),
    gk.Agency: (org.Organization,),
    gk.RegionalOffice: (gk.Agency, org.Organization),
    gk.AgencyGroup: (org.Organization,),
    gk.Person: (foaf.Person,),
    gk.Regulation: _POLICY,
    gk.Plan: _POLICY,
    gk.Opinion: _POLICY,
    gk.Circular: _POLICY,
    gk.Standard: _POLICY,
    gk.Task: (gk.Point,),
    gk.Achievement: (gk.Point,),
    gk.Provision: (gk.Point,),
}

ENTITY_CLASSES: dict[str, str] = {
    "Agency": gk.Agency,
    "AgencyGroup": gk.AgencyGroup,
    "Region": gk.Region,
    "Person": gk.Person,
    "Meeting": gk.Meeting,
    "Policy": gk.Policy,
    "Work": gk.Work,
    "Campaign": gk.Campaign,
    "RegionalOffice": gk.RegionalOffice,
    "Regulation": gk.Regulation,
    "Plan": gk.Plan,
    "Opinion": gk.Opinion,
    "Circular": gk.Circular,
    "Standard": gk.Standard,
    "Bulletin": gk.Bulletin,
    "Notice": gk.Notice,
    "News": gk.News,
    "Minutes": gk.Minutes,
}


def class_of(entity: Entity) -> str:
    """Give the lowest class of an entity."""
    return ENTITY_CLASSES[entity.subclass or entity.kind]


_DEPARTMENTS = ("部", "委员会", "局", "署")


def kind_of(entity: Entity) -> str | None:
    """Give the concept of gk:AgencyKinds that an agency's key tells: a bureau is no government."""
    match entity.key:
        case ("agency", _, "政府", "政府") | ("agency", "国务院"):
            return gk.Government
        case ("agency", _, "政府", _, generic):
            return None if generic == "中心" else gk.GovernmentDepartment
        case ("agency", *_, _, "党组"):
            return gk.PartyGroup
        case ("agency", _, "党委", "委") | ("agency", "中国共产党中央委员会"):
            return gk.PartyCommittee
    if entity.agency_kind == "政府":
        return gk.GovernmentDepartment if entity.key[-1].endswith(_DEPARTMENTS) else None
    return None if entity.agency_kind in {None, "党委"} else AGENCY_KINDS.get(entity.agency_kind or "")
