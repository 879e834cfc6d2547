"""Sentences in, what bodies did to policies out: 甲修订《乙》, 甲废止《乙》; 根据《甲》制定了《乙》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import agents_before, modality_at
from graphkit.extract.rules.issuance import is_told_as_done
from graphkit.extract.rules.policy_lists import first_of_lists, last_of_lists
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Mention, Modality, PolicyLink, PolicyRelation, PolicyState, PolicyStatus

_VERB = re.compile(
    "(?:先后|及时|全面|重新|组织|集中|决定|宣布)*(?P<verb>废止|修订|修改|修正|修编)(?:完善)?(?:并(?:重新)?(?:印发|发布|公布))?了?《?$"
)
_VERB_BEHIND = re.compile(
    "》?(?:（[^（）]{1,30}）)?(?:等[^，。；]{0,12})?(?:进行|作出?|予以)了?(?:全面|重新|部分)?(?P<verb>废止|修订|修改)"
)
# 宣布《…》失效.
_DECLARES = re.compile("宣布(?:原)?《?$")
_VOID = re.compile("[》）]{0,2}(?:（[^（）]{1,30}）)?(?:等[^，。；]{0,12})?(?P<verb>失效|废止)(?![的前后]|或)")
_FORMER = re.compile("(?:^|[，。；])原《$")
_ENDED = re.compile(
    "[》）]{0,2}(?:（[^（）]{1,30}）)?(?:等[^，。；]{0,12})?(?:同时|予以|即行|一并|随之|现已|已)+废止(?![的前后]|或)"
)
_OBJECT = re.compile("(?:对|将|把)(?:原)?《?$")
_GROUND = re.compile("(?P<by>根据|依据|依照|按照|对照)|为(?:了|深入|全面|认真|切实|进一步)*(?:贯彻|落实|执行|实施)+")
_MADE = re.compile(
    "[》）]{0,2}(?:（[^（）]{1,30}）)?(?:等[^，。；]{0,12})?(?:有关|相关)?(?:规定|要求|精神|部署)*，?(?:(?:紧密|密切)?结合[^，。；]{2,24}，)?"
    "[^，。；《》]{0,24}?(?P<verb>(?:联合|研究|及时|正式)*(?:制定|制订|出台|印发|编制)(?:印发|出台)?)(?P<done>了)?《?"
)
_TITLES = re.compile("《[^《》]*(?:《[^《》]*》[^《》]*)*》?(?:（[^（）]{1,30}）)?")
_GROUND_REACH = 240


def state_told_changes(scene: Scene) -> Iterator[Fact]:
    """State what a sentence reports that a body changed, repealed, or made on the ground of another policy."""
    firsts, lasts = first_of_lists(scene), last_of_lists(scene)
    previous: Mention | None = None
    for sentence, policy in scene.told("Policy"):
        if policy.entity is None or policy.rule == "title-own":
            continue
        yield from _changed(scene, sentence, policy, (firsts[policy.start], lasts[policy.start]))
        if previous is not None and previous.start >= sentence.start and firsts[policy.start] is policy:
            yield from _made_on(scene, policy, firsts[previous.start], previous)
        previous = policy


def _changed(scene: Scene, sentence: Sentence, policy: Mention, ends: tuple[Mention, Mention]) -> Iterator[Fact]:
    """State that a body changed or repealed a policy, or the list that it stands in."""
    first, last = ends
    before = scene.text[sentence.start : max(sentence.start, first.start)]
    # What the document itself repeals is told with its lineage.
    words = _VOID if _FORMER.search(before) else _ENDED
    ended = words.match(scene.text, last.end, sentence.end) if scene.own_title is None else None
    if ended is not None and modality_at(scene, sentence.start, ended.end()) is Modality.REPORTED:
        evidence = scene.cite(policy.start, ended.end(), "change-told")
        yield PolicyState(policy=policy.entity or "", status="Repealed", evidence=evidence)
        return
    told = _VERB.search(before)
    put = _OBJECT.search(before) or _DECLARES.search(before) if told is None else None
    words = _VERB_BEHIND if put is None or not put[0].startswith("宣布") else _VOID
    behind = words.match(scene.text, last.end, sentence.end) if put is not None else None
    verb = told or behind
    at = told or put
    if verb is None or at is None or not _is_reported(scene, sentence, sentence.start + at.start()):
        return
    status: PolicyStatus = "Repealed" if verb["verb"] in {"废止", "失效"} else "Revised"
    end = behind.end() if behind is not None else policy.end
    evidence = scene.cite(sentence.start + at.start(), end, "change-told")
    yield PolicyState(policy=policy.entity or "", status=status, evidence=evidence)


def _is_reported(scene: Scene, sentence: Sentence, start: int) -> bool:
    """Tell whether a body did it, as the sentence says."""
    agents = agents_before(scene, sentence, start)
    return bool(agents) and is_told_as_done(scene, agents[-1].end, start)


def _made_on(scene: Scene, policy: Mention, first: Mention, last: Mention) -> Iterator[Fact]:
    """State 根据《甲》，丙制定了《乙》: the second rests on the first; 为落实《甲》: it implements the first."""
    own = scene.own_title
    if own is not None and policy.surface in own.surface:
        return  # what the document itself rests on is told with its lineage
    made = _MADE.fullmatch(scene.text, last.end, policy.start)
    if made is None or not (made["done"] or _is_done_by_body(scene, last.end, made.start("verb"))):
        return
    low = max(scene.scan.sentence_at(first.start).start, first.start - _GROUND_REACH)
    grounds = list(_GROUND.finditer(scene.text, low, first.start))
    if not grounds or "，" in _TITLES.sub("", scene.text[grounds[-1].end() : first.start]):
        return
    if modality_at(scene, last.end, policy.start) is not Modality.REPORTED:
        return
    relation: PolicyRelation = "basedOn" if grounds[-1]["by"] else "implements"
    evidence = scene.cite(grounds[-1].start(), policy.end, relation)
    for ground in (m for m in scene.within(grounds[-1].end(), last.end, "Policy") if m.entity is not None):
        if policy.entity is not None and ground.entity != policy.entity:
            yield PolicyLink(source=policy.entity, relation=relation, target=ground.entity or "", evidence=evidence)


def _is_done_by_body(scene: Scene, start: int, verb: int) -> bool:
    """Tell whether a body is named between what others rest on and the verb, and is told to have done it."""
    bodies = scene.within(start, verb, "Agency")
    return bool(bodies) and is_told_as_done(scene, bodies[-1].end, verb)
