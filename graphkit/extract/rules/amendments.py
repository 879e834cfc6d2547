"""Heads of amended texts in, the decisions that amended them out; dates that stand before a policy's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import main_policy
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Issuance, Mention, PolicyLink, PolicyState, Signature
from graphkit.model.text import SectionKind

# （…通过　根据…第三次会议《关于修改〈…〉的决定》修正）.
_BY_DECISION = re.compile("(?:关于)?(?:修改|修正|修订)[^\\n]{2,}(?:决定|规定|决议)$|修正案(?:（[^（）]*）)?$")
_AMENDED = re.compile(
    "》?(?:（[^（）]{1,30}）)?(?:予以|进行|作)?(?:第[一二三四五六七八九十]次)?(?:修正|修订|修改)(?=[）；，。]|第|根据|$)"
)
_ACCORDING = re.compile("根据[^。；）]*$")
_CHANGED = re.compile("修[改正订](?:和?废止)?《(?P<title>[^《》]{4,60})》|^(?P<law>[^《》]{4,40}?)修正案")
_DATED = re.compile("(?:印发|发布|公布|颁布|出台|下发|颁发)的《$")
_MADE_KNOWN = re.compile("发布|公布|颁布|印发|）")
_REACH = 8


def state_amendments(scene: Scene) -> Iterator[Fact]:
    """State that a decision amends the text in whose head it is told of: 根据《…的决定》修正."""
    own = main_policy(scene, 0)
    for decision in scene.mentions:
        if decision.kind != "Policy" or decision.entity is None or not _BY_DECISION.search(decision.surface):
            continue
        done = _AMENDED.match(scene.text, decision.end)
        sentence = scene.scan.sentence_at(decision.start)
        if done is None or not _ACCORDING.search(scene.text, sentence.start, decision.start):
            continue
        amended = _amended(scene, decision, own)
        if amended is not None and amended != decision.entity:
            evidence = scene.cite(decision.start, done.end(), "amends")
            yield PolicyLink(source=decision.entity, relation="amends", target=amended, evidence=evidence)
            yield PolicyState(policy=amended, status="Revised", evidence=evidence)


def _amended(scene: Scene, decision: Mention, own: Mention | None) -> str | None:
    """Give the policy that a decision names as changed, else the text in whose head it stands."""
    changed = _CHANGED.search(decision.surface)
    title = (changed["title"] or changed["law"]) if changed is not None else None
    known = (d.id for d in scene.drafts.values() if d.kind == "Policy" and title is not None and title in d.names)
    is_head = decision.start < scene.scan.first_article and not scene.scan.document.articles
    return next(known, own.entity if own is not None and is_head else None)


def state_earlier_issues(scene: Scene) -> Iterator[Fact]:
    """State the day or year that stands before a policy's name: 2007年印发的《…》."""
    for policy in scene.mentions:
        if policy.kind != "Policy" or policy.entity is None:
            continue
        verb = _DATED.search(scene.text, max(0, policy.start - _REACH), policy.start)
        date = scene.ending(verb.start()) if verb is not None else None
        value = scene.calendar.value(date) if date is not None and date.kind == "Date" else None
        if date is not None and value is not None and value.end is None:
            evidence = scene.cite(date.start, policy.end, "issuance", relies_on=scene.calendar.relies_on(date))
            yield Signature(policy=policy.entity, date=value.start, evidence=evidence)
            yield PolicyState(policy=policy.entity, status="Issued", evidence=evidence)
    yield from _by_orders(scene)


def _by_orders(scene: Scene) -> Iterator[Fact]:
    """State the issue told in the bracket behind a title: 《…》（1996年8月2日某府令第4号发布）."""
    for order in scene.mentions:
        if order.rule != "document-number" or order.entity is None:
            continue
        date = scene.ending(order.start)
        value = scene.calendar.value(date) if date is not None and date.kind == "Date" else None
        done = _MADE_KNOWN.match(scene.text, order.end)
        if date is None or value is None or done is None or not _is_behind_title(scene, date):
            continue
        evidence = scene.cite(date.start, done.end(), "issuance")
        yield Signature(policy=order.entity, date=value.start, evidence=evidence)
        yield PolicyState(policy=order.entity, status="Issued", evidence=evidence)
        issuer = scene.draft(order).holder
        if issuer is not None:
            yield Issuance(issuer=issuer, policy=order.entity, evidence=evidence)


def _is_behind_title(scene: Scene, date: Mention) -> bool:
    """Tell whether a day opens the bracket behind a title, or the one in the line under it."""
    section = scene.scan.section_at(date.start)
    opens = scene.text.startswith("（", date.start - 1)
    is_line = section is not None and section.start == date.start - 1 and section.kind is not SectionKind.NUMBER
    return opens and (is_line or scene.text.startswith("》", date.start - 2))
