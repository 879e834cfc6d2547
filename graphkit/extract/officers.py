"""A verb without a body for its subject in, the body that acts out: the passage's, or the one of the officer."""

from __future__ import annotations

import re

from graphkit.extract.context import carried_subject
from graphkit.extract.scan import Clause, Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

_POST = re.compile("(?:党[组委](?:副?书记|成员|委员)、)?(?:[局厅院校行社站场]长|主任|书记|董事长|总经理|检察长)")
_POST_REACH = 24
_OFFICER = re.compile(
    "(?:(?:副?[局厅院校行社站场]长|副?主任|书记|董事长|总经理|检察长)|同志)?(?:迅速|立即|随即|及时|第一时间|紧急)*"
)


def acting_body(scene: Scene, sentence: Sentence, verb: Clause) -> Mention | None:
    """Give the body that the passage goes on about, itself or its officer being the subject (会后，甲局长主持召开…)."""
    officers = scene.within(sentence.start, verb.start, "Person")[-1:]
    if officers and _OFFICER.fullmatch(scene.text, officers[0].end, verb.start):
        return _body_of(scene, officers[0])
    return carried_subject(scene, sentence, verb.start)


def _body_of(scene: Scene, officer: Mention) -> Mention | None:
    """Give the body whose officer was told of before by post and name (某局局长甲…。甲主持召开…)."""
    for mention in scene.mentions:
        if mention.start >= officer.start:
            break
        if mention.entity == officer.entity and mention.kind == "Person":
            bodies = scene.within(max(0, mention.start - _POST_REACH), mention.start, "Agency")[-1:]
            if bodies and _POST.fullmatch(scene.text, bodies[0].end, mention.start):
                return bodies[0] if scene.draft(bodies[0]).kind == "Agency" else None
    return None
