"""Sentences in, policies out that are told as issued without a body: 《…》日前正式发布; 甲县出台《…》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.rules.policy_lists import first_of_lists, last_of_lists
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Mention, PolicyState

_OUT = re.compile(
    "[》）](?:（[^（）]{1,20}）)?(?:已经?|业已|日前|近日|今天|今日|[昨今]日|于|[0-9]{4}年|[0-9]{1,2}月(?:[0-9]{1,2}日)?|正式|对外|联合|面向社会)*"
    "(?:印发|发布|公布|出台|颁布)(?:实施|施行|执行)?(?=[，。；）]|$)"
)
# 《…》已经某会议通过，现予公布.
_PASSED = re.compile(
    "[》）][^，。；《]{0,60}(?:通过|批准|同意|审定)，现(?:予)?以?(?:公布|发布|颁布|印发)(?=[，。；]|$)"
)
# A place stands for its government: 甲县（近日、率先）出台了《…》.
_BY_PLACE = re.compile(
    "(?:，|日前|近日|今年|率先|先后|已|还|专门|及时|联合|正式|研究|在全[国省市州县](?:率先|首个)?)*(?:印发|出台|发布|颁布)(?:实施)?了?《"
)
_NOT_YET = re.compile("[尚还未拟将待]|即将|没有|应当?|要求|必须|建议")


def state_made_known(scene: Scene) -> Iterator[Fact]:
    """State that a policy is out, where a sentence tells it without saying by which body."""
    firsts, lasts = first_of_lists(scene), last_of_lists(scene)
    for sentence, policy in scene.told("Policy"):
        if policy.entity is None or policy.rule in {"title-own", "document-number"}:
            continue
        start = firsts[policy.start].start
        out = next((cue for one in (_OUT, _PASSED) if (cue := one.match(scene.text, lasts[policy.start].end))), None)
        place = _place_before(scene, sentence, start) if out is None else None
        low = place.start if place is not None else policy.start
        high = out.end() if out is not None else start
        if (out is None and place is None) or _NOT_YET.search(scene.text, max(sentence.start, low - 2), high):
            continue
        evidence = scene.cite(low, max(policy.end, high), "made-known")
        yield PolicyState(policy=policy.entity, status="Issued", evidence=evidence)


def _place_before(scene: Scene, sentence: Sentence, offset: int) -> Mention | None:
    """Give the place that opens a clause and whose verb of issuing stands before an offset."""
    places = scene.within(sentence.start, offset, "Region")
    place = places[-1] if places else None
    if place is None or _BY_PLACE.fullmatch(scene.text, place.end, offset) is None:
        return None
    is_open = place.start == sentence.start or scene.text[place.start - 1] in "，；：。\n"
    return place if is_open else None
