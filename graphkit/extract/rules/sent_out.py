"""A signed notice whose title says what it sends out in, the issue of that policy out: 甲府关于印发《…规则》的通知."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.rules.heads import issuers_in_head, own_issuers, signature_date
from graphkit.extract.rules.issuance import DRAFT
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Issuance, PolicyState, Signature

_SENDS_OUT = re.compile(
    "(?:印发|发布|公布|下发)(?:新?修[订改]的)?(?:《(?P<quoted>(?:[^《》]|《[^《》]*》)+)》|(?P<bare>[^《》，。]{4,60}))"
    "的(?:通知|公告|决定|通告)"
)


def state_sent_out(scene: Scene) -> Iterator[Fact]:
    """State who issues, and when, the policy that the title of the document's own notice names as sent out."""
    own = scene.own_title
    sent = _SENDS_OUT.search(own.surface) if own is not None else None
    what = (sent["quoted"] or sent["bare"]) if sent is not None else ""
    if own is None or not what or DRAFT.search(f"》{what[-12:]}"):
        return
    drafts = (draft for draft in scene.drafts.values() if draft.kind == "Policy" and draft.id != own.entity)
    policy = next((draft.id for draft in drafts if what in draft.names), None)
    issuers = [one.entity for one in own_issuers(scene) if one.entity is not None]
    issuers.extend(body for body, *_ in issuers_in_head(scene))
    if policy is None or not issuers:
        return
    evidence = scene.cite(own.start, own.end, "sent-out")
    for issuer in issuers:
        yield Issuance(issuer=issuer, policy=policy, evidence=evidence)
    yield PolicyState(policy=policy, status="Issued", evidence=evidence)
    signed = signature_date(scene)
    value = scene.calendar.value(signed) if signed is not None else None
    if signed is not None and value is not None and value.start.day is not None:
        cited = scene.cite(signed.start, signed.end, "sent-out")
        yield Signature(policy=policy, date=value.start, evidence=cited)
