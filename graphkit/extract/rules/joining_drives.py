"""Sentences in, who takes up a drive that the passage is about out: 按行动要求成立专班, 增开班次响应活动."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import clause_at, modality_at, opens_clause, subjects_before
from graphkit.extract.rules.response import response_id
from graphkit.extract.rules.taking_up import acting_after, is_called_for
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Mention, Modality, Response

_SHORT = "(?:专项)?(?:行动|活动|整治|创建|试点)"
_CUE = re.compile(
    f"(?:按照|按|根据|对照|遵照|依照)(?:本次|此次|该|这次)?(?P<word>{_SHORT})(?:的)?(?:统一|工作|有关|方案)*(?:要求|部署|方案|安排|清单)|"
    f"(?:响应|回应|投身)(?:本次|此次|该|这次)?(?P<called>{_SHORT}|号召|倡议)(?![一-鿿]{{0,2}}者)"
)
# 积极响应“安全生产月”活动; 落实“安全生产月”活动要求: the drive stands behind the verb by its name.
_BY_NAME = re.compile("(?P<verb>响应|投身到?|投入到?|落实)(?:全?[省市县区州国]|我[省市县区])?(?=[“一-鿿])")
_ASKED = re.compile("(?:的)?(?:工作|各项|统一|有关)*(?:要求|部署|安排|任务)")
_NOT_DONE = re.compile("尚未|未能|还未|还没|暂未|并未|没有|未(?:按|响应)|不(?:再|予|得|能)|是否")
_SUPPOSED = re.compile("(?:^|[，。；：])(?:如果?|若|假如|倘若|凡|一旦|只有|除非|待|对于?)|如(?=未|尚|期|发)")
_REACH, _SENTENCE, _LOOKED_BACK = 30, 400, 4000


def state_joining(scene: Scene) -> Iterator[Fact]:
    """State who takes up the drive that a short word means."""
    if not any(mention.kind == "Campaign" for mention in scene.mentions):
        return
    for _, sentence, cue in scene.cues(_CUE):
        campaign = _meant(scene, cue)
        start, end = cue.span()
        if campaign is None or is_called_for(scene, sentence, start):
            continue
        low = max(sentence.start, start - _SENTENCE)
        if _NOT_DONE.search(scene.text, low, end) or _SUPPOSED.search(scene.text[low:start]):
            continue
        yield from _joined(scene, sentence, cue, campaign)
    for _, sentence, cue in scene.cues(_BY_NAME):
        campaign = _named(scene, cue)
        low = max(sentence.start, cue.start() - _SENTENCE)
        if campaign is None or _NOT_DONE.search(scene.text, low, cue.end()):
            continue
        if not _SUPPOSED.search(scene.text[low : cue.start()]) and not is_called_for(scene, sentence, cue.start()):
            yield from _joined(scene, sentence, cue, campaign)


def _named(scene: Scene, cue: re.Match[str]) -> Mention | None:
    """Give the drive whose name stands behind a verb; what is put into practice is what it asks for."""
    campaign = scene.starting(cue.end())
    if campaign is None or campaign.kind != "Campaign":
        return None
    is_asked = cue["verb"] != "落实" or _ASKED.match(scene.text, campaign.end) is not None
    return campaign if is_asked else None


def _meant(scene: Scene, cue: re.Match[str]) -> Mention | None:
    """Give the last drive that the article names before a cue, by a name that ends in the short word."""
    if scene.around(cue.end() - 1) is not None:
        return None
    here = scene.scan.section_at(cue.start())
    low = next((s.start for s in scene.body if here is not None and s.article == here.article), cue.start())
    word = cue["word"] or cue["called"]
    for campaign in reversed(scene.within(max(low, cue.start() - _LOOKED_BACK), cue.start(), "Campaign")):
        if word in {"号召", "倡议"} or campaign.surface.endswith(word):
            return campaign
    return None


def _joined(scene: Scene, sentence: Sentence, cue: re.Match[str], campaign: Mention) -> Iterator[Fact]:
    """State the response of each body that acts before or behind the cue, where that is reported."""
    bodies = [m for m in subjects_before(scene, sentence, cue.start()) if opens_clause(scene, sentence, m)]
    bodies = bodies or acting_after(scene, sentence, cue.end())
    if not bodies or bodies[0].start < clause_at(scene, cue.start()).start - _REACH:
        return
    doing = max(cue.end(), bodies[-1].end)
    high = min(sentence.end, doing + _REACH)
    lead = min(bodies[-1].end, cue.start())
    if any(modality_at(scene, *told) is not Modality.REPORTED for told in ((lead, cue.start()), (doing, high))):
        return
    for body in bodies:
        if body.entity is None or campaign.entity is None or scene.draft(body).kind != "Agency":
            continue
        named_here = campaign.end if cue.end() <= campaign.start < sentence.end else 0
        evidence = scene.cite(min(body.start, cue.start()), max(doing, named_here), "joining-drive")
        named = response_id(body.entity, campaign.entity)
        yield Response(id=named, respondent=body.entity, target=campaign.entity, evidence=evidence)
