"""Sentences in, whose the policies are that others rest on out: 根据甲办公室《关于…的通知》; 转发乙局《…》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.rules.carried import MEDIA
from graphkit.extract.rules.issuance import DRAFT
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Issuance, Mention, PolicyState

# Words behind which a policy is one in force: a basis, a purpose, what is passed on.
_RESTS_ON = re.compile(
    "(?:根据|按照|(?:^|(?<=[，。；]))按(?![照])|依据|依照|遵照|参照|对照|落实|贯彻|执行|转发|结合|接到?|收到|现将)(?!会议|大会)[^，。；《》]{0,12}$"
)
# The next of several that a sentence rests on: 根据甲《…》（甲发〔2020〕1号）和乙《…》.
_AND_ON = re.compile("(?:》|号）|）)(?:、|，|和|及|与|以及|，以及)(?:根据|按照|依据)?$")
_GROUND = re.compile("根据|按照|依据|依照|遵照|参照|落实|贯彻|执行|转发")
# 现将甲局《…》转发给你们; not 现将我局《…》报上.
_HANDED_ON = re.compile("转发|转知|印发|印送|下发")
# What is put before somebody, not sent out.
_ASKED_FOR = re.compile("(?:请示|报告|汇报|提案|建议|申请|来信|来函|议案|草案|稿）?)$")
_WEIGHED = re.compile("审议|讨论|研究|听取|征求|起草|审查|同意|汇报")
_JOINED = frozenset({"、", "和", "与", "及", ""})


def state_named_issuers(scene: Scene) -> Iterator[Fact]:
    """State that bodies right before a title in 《》 issue it, where the sentence rests on it or passes it on."""
    for sentence, policy in scene.told("Policy"):
        if policy.rule != "title-quoted" or policy.entity is None or scene.text[policy.start - 1] != "《":
            continue
        if _ASKED_FOR.search(policy.surface) or DRAFT.match(scene.text, policy.end):
            continue
        bodies = _bodies_before(scene, sentence, policy.start - 1)
        if any(MEDIA.search(body.surface) for body in bodies):
            continue
        if bodies and _is_rested_on(scene, sentence, (bodies[0].start, policy.end)):
            for body in bodies:
                evidence = scene.cite(body.start, policy.end, "named-issuer")
                yield Issuance(issuer=body.entity or "", policy=policy.entity, evidence=evidence)
                yield PolicyState(policy=policy.entity, status="Issued", evidence=evidence)


def _bodies_before(scene: Scene, sentence: Sentence, offset: int) -> list[Mention]:
    """Give the bodies, in order, whose list ends at an offset."""
    found: list[Mention] = []
    body = scene.ending(offset)
    while body is not None and body.kind == "Agency" and body.start >= sentence.start and body.entity is not None:
        if scene.draft(body).kind != "Agency":
            return []
        found.insert(0, body)
        joint = scene.text[body.start - 1 : body.start]
        body = scene.ending(body.start - len(joint)) if joint in _JOINED else scene.ending(body.start)
    return found


def _is_rested_on(scene: Scene, sentence: Sentence, named: tuple[int, int]) -> bool:
    """Tell whether the words before the first body make what follows a ground, or a further one, or pass it on."""
    before = scene.text[sentence.start : named[0]]
    if before.endswith("现将"):
        return _HANDED_ON.search(scene.text, named[1], sentence.end) is not None
    if _WEIGHED.search(before.rpartition("，")[2]):
        return False
    if _RESTS_ON.search(before):
        return True
    return _AND_ON.search(before) is not None and _GROUND.search(before) is not None
