"""Orders in (令), who issues them and what they promulgate out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.rules.heads import is_own_number, publishers_of
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Issuance, Mention, PolicyState, Publication, Signature
from graphkit.model.text import SectionKind

_PROMULGATED = re.compile("现(?:予)?以?(?:公布|发布|颁布|印发)|予以(?:公布|发布|颁布)")
_SIGNED = frozenset({SectionKind.SIGNATURE, SectionKind.BODY})


def state_orders(scene: Scene) -> Iterator[Fact]:
    """State the issuer of the document's own order, and the policies that the order makes known."""
    order = next((m for m in scene.mentions if "令" in m.surface and is_own_number(scene, m)), None)
    issuer = scene.draft(order).holder if order is not None and order.entity is not None else None
    if order is None or order.entity is None or issuer is None:
        return
    evidence = scene.cite(order.start, order.end, "order")
    if not publishers_of(scene):
        yield Publication(publisher=issuer, evidence=evidence)
    yield Issuance(issuer=issuer, policy=order.entity, evidence=evidence)
    yield PolicyState(policy=order.entity, status="Issued", evidence=evidence)
    for policy in _promulgated(scene, order):
        cited = scene.cite(policy.start, policy.end, "order")
        yield Issuance(issuer=issuer, policy=policy.entity or "", evidence=cited)
        yield PolicyState(policy=policy.entity or "", status="Issued", evidence=cited)
        dated = scene.calendar.document
        if dated is not None and dated.date.day is not None:
            signed = scene.cite(dated.mention.start, dated.mention.end, "order")
            yield Signature(policy=policy.entity or "", date=dated.date, evidence=signed)


def _promulgated(scene: Scene, order: Mention) -> list[Mention]:
    """Give the policies named first in the sentence that makes them known: 《…规定》已经…通过，现予公布."""
    for cue in _PROMULGATED.finditer(scene.text):
        sentence = scene.scan.sentence_at(cue.start())
        named = [m for m in scene.within(sentence.start, cue.start(), "Policy") if m.entity not in {None, order.entity}]
        return [m for m in named if m.rule == "title-quoted"][:1]
    return []
