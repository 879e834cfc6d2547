"""Resolved agencies in, what their names and sentences say of them out: part of, working with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import agents_before, main_policy
from graphkit.extract.rules.told_bodies import named_bodies, words_of_bodies
from graphkit.extract.scene import Draft, Scene
from graphkit.model.facts import Cooperation, Fact, Mention, Part

TOLD_BY_POST = "part-in-post"
"""The rule of a party group that only the post of who leads it tells of: X局 + 党组书记."""
_WITH = re.compile("(?:与|同|和|联合|会同)$")
_TWO = 2
_TOGETHER = re.compile("合作")
_LEADING_TO = re.compile("(?:等)?(?:开展|进行|建立|达成|签订|签署)?(?:了)?(?:的)?(?:战略|深度|务实|全面)*$")
_REACH = 12
_BELONGS = re.compile("(?:直接)?隶属于?|是")
_BRANCH = re.compile("的(?:派出|工作|组成|直属|下属|所属|内设)(?:机构|机关|部门|单位|事业单位)")


def state_parts(scene: Scene) -> Iterator[Fact]:
    """State the parent of each unit whose name or place in the text gives it."""
    named = named_bodies(scene)
    for identifier, words in words_of_bodies(scene).items():
        draft = scene.drafts[identifier]
        if (
            draft.parent is not None
            and draft.parent in scene.drafts
            and draft.parent != draft.id
            and not set(draft.names) & set(scene.drafts[draft.parent].names)
            and _is_spelled(scene, draft)
        ):
            rule = "part-in-name" if draft.id in named else TOLD_BY_POST
            yield Part(unit=draft.id, parent=draft.parent, evidence=scene.cite(*words, rule))


def state_subordination(scene: Scene) -> Iterator[Fact]:
    """State whose units bodies are said to be: 甲处、乙委隶属县政府; 甲公署是乙政府的派出机关."""
    for match in scene.scan.matches(_BELONGS):
        above = scene.starting(match.end())
        if above is None or above.entity is None or scene.draft(above).kind != "Agency":
            continue
        if match[0] == "是" and not _BRANCH.match(scene.text, above.end):
            continue
        units = agents_before(scene, scene.scan.sentence_at(match.start()), match.start())
        for unit in units if units and units[-1].end == match.start() else ():
            if unit.entity is not None and unit.entity != above.entity:
                evidence = scene.cite(unit.start, above.end, "part-told")
                yield Part(unit=unit.entity, parent=above.entity, evidence=evidence)


def _is_spelled(scene: Scene, draft: Draft) -> bool:
    """Tell whether the parent's name stands in the unit's own, or the unit is a local body of the parent."""
    parent = scene.drafts[draft.parent or ""]
    central = scene.scan.gazetteer.central
    if not any(name in central for name in draft.names):
        return True
    known = (*parent.names, *scene.scan.gazetteer.central_names.get(parent.names[0], ()))
    return any(name.startswith(known) or "中共中央" in name for name in draft.names)


def state_cooperation(scene: Scene) -> Iterator[Fact]:
    """State that a body works with those listed before 合作."""
    for match in scene.scan.matches(_TOGETHER):
        lead = _LEADING_TO.search(scene.text, max(0, match.start() - _REACH), match.start())
        start = lead.start() if lead is not None else match.start()
        sentence = scene.scan.sentence_at(start)
        partners = agents_before(scene, sentence, start)
        if not partners or partners[-1].end != start:
            continue
        if not _WITH.search(scene.text[sentence.start : partners[0].start]):
            yield from _one_with_another(scene, partners, match)
            continue
        agent = _subject(scene, partners[0].start)
        for partner in partners:
            if agent is not None and partner.entity is not None and partner.entity != agent:
                evidence = scene.cite(partners[0].start, match.end(), "cooperation")
                yield Cooperation(agency=agent, partner=partner.entity, evidence=evidence)


def _one_with_another(scene: Scene, bodies: list[Mention], match: re.Match[str]) -> Iterator[Fact]:
    """State 甲与乙开展合作: the bodies before the last 与 are the subject, the one behind it the partner."""
    if len(bodies) < _TWO or scene.text[bodies[-2].end : bodies[-1].start] not in {"与", "同", "和"}:
        return
    partner = bodies[-1].entity
    for body in bodies[:-1]:
        if body.entity is not None and partner is not None and body.entity != partner:
            evidence = scene.cite(body.start, match.end(), "cooperation")
            yield Cooperation(agency=body.entity, partner=partner, evidence=evidence)


def _subject(scene: Scene, offset: int) -> str | None:
    """Give who acts: a body named before in the sentence, else the issuer that the passage speaks for."""
    sentence = scene.scan.sentence_at(offset)
    named = [m for m in agents_before(scene, sentence, offset) if m.end < offset - 1]
    if (
        named
        and re.match("[^，。、的]", scene.text[named[-1].end : named[-1].end + 1])
        and named[-1].start == sentence.start
    ):
        return named[-1].entity
    return scene.agent_at(offset) if main_policy(scene, offset) or scene.owner_at(offset) else scene.home
