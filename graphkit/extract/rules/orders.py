"""Orders in (令), who issues them and what they promulgate out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.rules.heads import is_own_number, issuers_in_head, publishers_of
from graphkit.extract.rules.issuance import DRAFT
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Issuance, Mention, PolicyState, Publication, Signature

_ORDER = re.compile("令|公告")
_PROMULGATED = re.compile("现(?:予)?以?(?:公布|发布|颁布|印发)|予以(?:公布|发布|颁布)")

# What stands before the instruments that a document rests on: 根据《…办法》，现将名单予以公布.
_ACCORDING = re.compile("(?:根据|依据|按照|依照|遵照|贯彻|落实|执行)[^，。；]{0,80}$")


def state_orders(scene: Scene) -> Iterator[Fact]:
    """State the issuer of the document's own order, and the policies that the order makes known."""
    order = next((m for m in scene.mentions if is_own_number(scene, m) and _ORDER.search(m.surface)), None)
    if order is None:
        yield from _announced(scene)
        return
    issuer = scene.draft(order).holder if order.entity is not None else None
    if order.entity is None or issuer is None:
        return
    evidence = scene.cite(order.start, order.end, "order")
    publishers = tuple(m.entity for m in publishers_of(scene) if m.entity is not None)
    if len(publishers) > 1:  # a joint announcement: those who sign it issue it
        yield from _made_known(scene, order, publishers)
        return
    if not publishers:
        yield Publication(publisher=issuer, evidence=evidence)
    yield Issuance(issuer=issuer, policy=order.entity, evidence=evidence)
    yield PolicyState(policy=order.entity, status="Issued", evidence=evidence)
    yield from _made_known(scene, order, (issuer,))


def _announced(scene: Scene) -> Iterator[Fact]:
    """State what a congress's or bureau's announcement makes known: 《…条例》已由…通过，现予公布."""
    own = next(
        (m for m in scene.mentions if m.rule == "title-own" and m.surface.endswith(("公告", "通告", "令"))), None
    )
    if own is None or own.entity is None:
        return
    issuers = tuple(m.entity for m in publishers_of(scene) if m.entity is not None)
    issuers = issuers or tuple(body for body, *_ in issuers_in_head(scene))
    if issuers:
        yield from _made_known(scene, own, issuers)


def _made_known(scene: Scene, order: Mention, issuers: tuple[str, ...]) -> Iterator[Fact]:
    """State the issue of the policies that the document makes known, dated by its signature."""
    for policy in promulgated_by(scene, order):
        cited = scene.cite(policy.start, policy.end, "order")
        for issuer in issuers:
            yield Issuance(issuer=issuer, policy=policy.entity or "", evidence=cited)
        yield PolicyState(policy=policy.entity or "", status="Issued", evidence=cited)
        dated = scene.calendar.document
        if dated is not None and dated.date.day is not None:
            signed = scene.cite(dated.mention.start, dated.mention.end, "order")
            yield Signature(policy=policy.entity or "", date=dated.date, evidence=signed)


def promulgated_by(scene: Scene, order: Mention) -> list[Mention]:
    """Give the policies named first in the sentence that makes them known: 《…规定》已经…通过，现予公布."""
    for cue in scene.scan.matches(_PROMULGATED):
        sentence = scene.scan.sentence_at(cue.start())
        named = [m for m in scene.within(sentence.start, cue.start(), "Policy") if m.entity not in {None, order.entity}]
        made = [m for m in named if m.rule == "title-quoted" and not DRAFT.match(scene.text, m.end)]
        return [m for m in made if not _ACCORDING.search(scene.text, sentence.start, m.start)][:1]
    return []
