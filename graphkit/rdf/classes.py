"""A class in, the classes above it out, as vocabulary.md names them: gk:, org: and foaf: ones."""

from __future__ import annotations

from graphkit.model.entities import Entity
from graphkit.terms import foaf, gk, org

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
