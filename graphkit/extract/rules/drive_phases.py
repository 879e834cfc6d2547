"""Sentences in, who takes up or carries out the drive or paper that they set in time or name as their ground out.

“C”启动后，甲局成立专班; 为深入开展“C”，甲局集中清查…; 甲局以“C”为抓手，…; 甲局“C”取得成效; 《P》印发后，甲局制定….
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import modality_at, opens_clause, subjects_before
from graphkit.extract.rules.response import response_id
from graphkit.extract.rules.taking_up import acting_after, is_called_for
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Drive, Fact, Mention, Modality, Response

_BEGUN = re.compile(
    "[”》]*(?:（[^（）]{2,24}）)?(?:专项行动|行动|活动|工作)?(?:正式)?(?:启动|部署|动员|开展|实施|印发|下发|出台|发布|公布)(?:之)?(?:后|次日|当[天日])，?"
)
_RECEIVED = re.compile("(?:^|[，。；：])(?:在)?(?:收到|接到)[^，。；]{0,20}《?$")
_THEN = re.compile("》?(?:（[^（）]{2,24}）)?(?:文件|通知|精神)?(?:之)?后，?")
_PURPOSE = re.compile(
    "(?:^|[，。；：])为(?:了)?(?:持续|深入|扎实|全面|切实|进一步|有力|有效|更好地?|认真|推动|积极)*(?P<verb>开展|推进|抓好|做好|深化|响应|配合|助力)(?:好)?[“《]*$"
)
_ACTS = frozenset({"开展", "推进", "抓好", "做好", "深化"})
_MEANS = re.compile("[”》]*(?:专项行动|行动|活动|工作)?为(?:重要)?(?:抓手|契机|载体|主线|牵引|引领|依托|平台|总抓手)")
_WENT = re.compile(
    "[”》]*(?:工作)?(?:已)?(?:取得|成效|见成效|稳步|有序|扎实|圆满|顺利|全面(?:启动|铺开|推开)|(?:正式)?启动(?!仪式|会)|收官|深入开展)"
)
_DOES = re.compile(
    "迅速|立即|第一时间|连夜|随即|马上|及时|率先|积极|主动|传达|学习|贯彻|落实|清单|台账|专班|部署|制定|出台|分解|细化|对照|成立|组建|召开|开展|组织"
)
_NOT_DONE = re.compile("尚未|未能|还未|还没|暂未|并未|没有|未(?:按|制定|召开|传达|开展|落实)|不(?:再|予|得|能)|是否")
_SUPPOSED = re.compile("(?:^|[，。；：])(?:如果?|若|假如|倘若|凡|一旦|只有|除非|待)")
_REACH, _NEXT = 60, 14


def state_drive_phases(scene: Scene) -> Iterator[Fact]:
    """State who takes up or carries out a drive, and who takes up a paper, by when and what for it acts."""
    for kind in ("Campaign", "Policy"):
        for sentence, thing in scene.told(kind):
            if thing.entity is None or _is_open(scene, sentence, thing):
                continue
            yield from _in_time(scene, sentence, thing)
            if kind == "Campaign":
                yield from _for_it(scene, sentence, thing)
                yield from _by_means(scene, sentence, thing)
                yield from _its_own(scene, sentence, thing)


def _is_open(scene: Scene, sentence: Sentence, thing: Mention) -> bool:
    """Tell whether a sentence calls for, supposes or denies what it says."""
    words = scene.text[sentence.start : min(sentence.end, thing.end + _REACH)]
    return (
        is_called_for(scene, sentence, thing.start)
        or _SUPPOSED.search(words) is not None
        or _NOT_DONE.search(words) is not None
    )


def _in_time(scene: Scene, sentence: Sentence, thing: Mention) -> Iterator[Fact]:
    """State who acts once a drive has begun or a paper has come: what it does must show that it takes it up."""
    received = _RECEIVED.search(scene.text[sentence.start : thing.start]) is not None
    after = (_THEN if received else _BEGUN).match(scene.text, thing.end, sentence.end)
    if after is None:
        return
    bodies = acting_after(scene, sentence, after.end())
    makers = {m.entity for m in scene.within(sentence.start, thing.start, "Agency")}
    if not bodies or _DOES.search(scene.text, bodies[-1].end, min(sentence.end, bodies[-1].end + _REACH)) is None:
        return
    yield from _responses(scene, sentence, thing, [body for body in bodies if body.entity not in makers])


def _for_it(scene: Scene, sentence: Sentence, drive: Mention) -> Iterator[Fact]:
    """State who acts for a drive: 为深入开展C，甲局… carries it out, 为响应C，甲局… responds."""
    purpose = _PURPOSE.search(scene.text[sentence.start : drive.start])
    bodies = acting_after(scene, sentence, drive.end) if purpose is not None else []
    if purpose is None or not bodies:
        return
    if purpose["verb"] not in _ACTS:
        yield from _responses(scene, sentence, drive, bodies)
        return
    for body in bodies:
        if _is_done(scene, sentence, body) and scene.draft(body).kind == "Agency":
            evidence = scene.cite(sentence.start + purpose.start("verb"), body.end, "drive")
            yield Drive(agency=body.entity or "", relation="carriesOut", campaign=drive.entity or "", evidence=evidence)


def _by_means(scene: Scene, sentence: Sentence, drive: Mention) -> Iterator[Fact]:
    """State who makes a drive the means of what it does (甲局以C为抓手，…)."""
    before = scene.text[max(sentence.start, drive.start - 8) : drive.start].rstrip("“")
    means = _MEANS.match(scene.text, drive.end, sentence.end)
    if means is None or not before.endswith(("以", "以开展", "以推进", "以实施")):
        return
    bodies = [m for m in subjects_before(scene, sentence, drive.start) if opens_clause(scene, sentence, m)]
    yield from _responses(scene, sentence, drive, bodies or acting_after(scene, sentence, means.end()))


def _its_own(scene: Scene, sentence: Sentence, drive: Mention) -> Iterator[Fact]:
    """State whose drive is said to have gone well: 甲局C取得阶段性成效."""
    start = drive.start - scene.text.endswith("“", 0, drive.start)
    body = scene.ending(start)
    went = _WENT.match(scene.text, drive.end, sentence.end)
    if body is None or body.kind != "Agency" or went is None or not opens_clause(scene, sentence, body):
        return
    if scene.draft(body).kind in {"Agency", "AgencyGroup"} and body.entity is not None:
        evidence = scene.cite(body.start, went.end(), "drive")
        yield Drive(agency=body.entity, relation="carriesOut", campaign=drive.entity or "", evidence=evidence)


def _is_done(scene: Scene, sentence: Sentence, body: Mention) -> bool:
    return modality_at(scene, body.end, min(sentence.end, body.end + _NEXT)) is Modality.REPORTED


def _responses(scene: Scene, sentence: Sentence, thing: Mention, bodies: list[Mention]) -> Iterator[Fact]:
    """State one response for each named body whose deed is reported."""
    for body in bodies:
        if body.entity is None or thing.entity is None or scene.draft(body).kind != "Agency":
            continue
        if _is_done(scene, sentence, body):
            start, end = min(body.start, thing.start), max(body.end, thing.end)
            yield Response(
                id=response_id(body.entity, thing.entity),
                respondent=body.entity,
                target=thing.entity,
                evidence=scene.cite(start, end, "taking-up"),
            )
