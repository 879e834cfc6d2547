"""Sentences in, bodies that work together out: 甲联合乙开展…, 甲与乙建立…机制, 甲、乙联手…, 甲牵头，乙配合.

Offices that issue a paper or hold a meeting together are its issuers and holders; that alone is no cooperation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import is_minutes, is_paper, listed_from, may_act, modality_at, opens_clause
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Cooperation, Fact, Mention, Modality

_CUE = re.compile("联合|会同|协同|携手|联手|共同|共商|合力|协助|配合(?!下|[，。；、])|对接|联动|牵头(?![，。、；：])")
_HOW = re.compile(
    "(?:党组|党委|党支部)?(?:，|迅速|主动|积极|还|已|将|先后|多次|日前|近日|今年|进一步|强化|加强|专门|专题|首次|再次|(?:、[一-鿿]{2,8})?等(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}|多)?(?:个|家)?(?:单位|部门|机构)(?:和(?:单位|部门))?"
    "|[两三四五]家?(?:单位|部门|方)|双方|分别|开展|组织|举行|进行|实施|抽调[一-鿿]{2,8}|在[^，。；]{2,12})*"
)
_WITH = re.compile("与|同|和|跟")
_JOINED = re.compile("、|和|与|及|以及|同")
_MECHANISM = re.compile(
    "(?:密切|加强|深化|强化)(?:沟通)?协作(?!机制|关系)|[两三四五六]部门联动|(?:密切|协调|通力|紧密)(?:配合|协作|合作|联动)|一道|一起|"
    "(?:临时|共同|联合)?(?:组成|成立|组建)(?:了)?[0-9一二两三四五六七八九十个支]{0,3}联合[^，。；]{0,8}(?:组|队|专班)|"
    "(?:联合|共同|正式|进一步|首次)*(?:建立|签订|签署|达成|搭建|共建|结成)(?:了|起)?[^，。；]{2,30}"
)
_PAPER = re.compile(
    "(?:单位|部门|地|家)?(?:在[^，。；]{1,14}?)?(?:还|已|先后|近日|日前|正式|共同|联合|组织)*(?:印发|发布|出台|制定|下发|公布|发文|转发|主办|承办|召开|举行|发出|签发|宣布|决定|表示|要求|主持)"
)
_LATER = re.compile("[^。；：]{2,60}，(?:并|还|同时|先后|积极|主动)*")
_TO_IT = re.compile("，(?:并|还|同时|先后|多次|主动|积极)*(?:与|同|和)$")
_NO_WORK = re.compile("[的，。；、）]|有关|相关|各|体|惩戒|激励|国|会(?!同|商|诊)|军|社|党|组成|努力|关注|富裕|体系")
_ASKED = re.compile("要求|强调|指出|应当|应|必须|要(?!求|点|闻)|须|不得|建议|希望|可(?!持续)|尚未|未|拟|如|若|凡|由")

# 在乙的配合下，甲…: who acts works with who helped.
_HELPED = re.compile("在(?=[^，。；]{2,40}?的(?:大力|积极|密切|支持|协助|全力)*(?:配合|协助|协同)下，)")
# Who leads a task and who helps (who only takes part does not): 由甲牵头，乙、丙配合.
_LEADS = re.compile("(?:负责)?牵头(?:负责|组织|实施|落实|办理|推进)?[，、；](?:由)?")
_HELPS = re.compile("(?:等(?:有关|相关)?(?:单位|部门)?)?(?:按职责|分工|积极|共同|密切|做好)*(?:配合|协同|协助|协办)")
_DONE = re.compile("[^。；]*?(?:了|已|累计)")
_ACT = 8
# Who is to do a point, in brackets or fields behind it, is told of the point.
_NOTE = re.compile("（[^（）]*$")
# A measure that has been sent out may assign work that nobody has done.
_SET = re.compile("印发了|制定了|出台了|明确了|要求|议定|决定|确定了|建立了|形成了|职责|分工")


def state_joint_work(scene: Scene) -> Iterator[Fact]:
    """State each body that a sentence tells as working with another."""
    for _, sentence, cue in scene.cues(_CUE):
        yield from _joined_by(scene, sentence, cue)
    for _, sentence, made in scene.cues(_MECHANISM):
        run = _run_before(scene, sentence, made.start()) or _left_out(scene, sentence, made.start())
        if run is not None:
            yield from _pairs(scene, sentence, run, made.end())
    for _, sentence, cue in scene.cues(_HELPED):
        yield from _helped_by(scene, sentence, cue)
    for _, sentence, cue in scene.cues(_LEADS):
        yield from _led_by_one(scene, sentence, cue)


def _helped_by(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> Iterator[Fact]:
    """State 在乙的配合下，甲…: the helpers named and the body that opens the next clause."""
    helpers = listed_from(scene, cue.end(), sentence.end)
    behind = scene.text.find("，", helpers[-1].end, sentence.end) + 1 if helpers else 0
    subject = scene.starting(behind) if behind else None
    if subject is None or subject.kind != "Agency" or not may_act(scene, subject):
        return
    if modality_at(scene, sentence.start, min(sentence.end, subject.end + _ACT)) is Modality.REPORTED:
        yield from _pairs(scene, sentence, [subject, *helpers], subject.end, is_one=True)


def _led_by_one(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> Iterator[Fact]:
    """State 甲牵头，乙、丙配合: who leads works with each that helps; asked for, unless told as done.

    In a paper of its own title the tasks say who leads and who helps (`duties`): nobody has worked together by that.
    """
    leader = scene.ending(cue.start())
    helpers = listed_from(scene, cue.end(), sentence.end)
    if leader is None or not helpers or _NOTE.search(scene.text, sentence.start, leader.start) is not None:
        return
    helped = _HELPS.match(scene.text, helpers[-1].end, sentence.end)
    is_told = helped is not None and _is_told(scene, sentence, helped.end())
    if is_told or (helped is not None and (scene.own_title is None or is_minutes(scene))):
        yield from _assigned(scene, leader, helpers, Modality.REPORTED if is_told else Modality.DEMANDED)


def _is_told(scene: Scene, sentence: Sentence, offset: int) -> bool:
    """Tell whether a sentence goes on to say what was done, and not what was laid down."""
    is_reported = modality_at(scene, sentence.start, sentence.end) is Modality.REPORTED
    return (
        is_reported
        and _DONE.match(scene.text, offset, sentence.end) is not None
        and _SET.search(scene.text, sentence.start, sentence.end) is None
    )


def _assigned(scene: Scene, leader: Mention, helpers: list[Mention], modality: Modality) -> Iterator[Fact]:
    for helper in helpers:
        if leader.entity is None or helper.entity is None or leader.entity == helper.entity:
            continue
        if scene.draft(leader).kind == "Agency" and scene.draft(helper).kind == "Agency":
            evidence = scene.cite(leader.start, helper.end, "assigned-together", modality=modality)
            yield Cooperation(agency=leader.entity, partner=helper.entity, evidence=evidence)


def _joined_by(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> Iterator[Fact]:
    """State 甲联合乙、丙做 (bodies behind the cue), or 甲与乙联合做 (bodies before it)."""
    partners = listed_from(scene, cue.end(), sentence.end)
    if partners:
        subject = scene.within(sentence.start, cue.start(), "Agency")
        is_followed = not _PAPER.match(scene.text, partners[-1].end) and not scene.text.startswith(
            ("的", "。", "；"), partners[-1].end
        )
        if not subject or not is_followed or not _leads_to(scene, subject[-1], cue.start()):
            return
        first = _first_of(scene, sentence, subject)
        if first is not None:
            yield from _pairs(scene, sentence, [first, *partners], partners[-1].end, is_one=True)
        return
    if _NO_WORK.match(scene.text, cue.end()) or _PAPER.match(scene.text, cue.end(), sentence.end):
        return
    run = _run_before(scene, sentence, cue.start()) or _left_out(scene, sentence, cue.start())
    if run is not None:
        yield from _pairs(scene, sentence, run, cue.end())


def _leads_to(scene: Scene, subject: Mention, offset: int) -> bool:
    """Tell whether a subject acts at a cue: right behind it, or in a later clause (甲制定清单，联合乙…)."""
    return _HOW.fullmatch(scene.text, subject.end, offset) is not None or (
        _LATER.fullmatch(scene.text, subject.end, offset) is not None
    )


def _first_of(scene: Scene, sentence: Sentence, before: list[Mention]) -> Mention | None:
    """Give the subject: the body before the cue where it opens a clause, or the first it is joined to."""
    run = [before[-1]]
    for body in reversed(before[:-1]):
        if not _JOINED.fullmatch(scene.text[body.end : run[0].start]):
            break
        run.insert(0, body)
    return run[0] if opens_clause(scene, sentence, run[0]) and may_act(scene, run[-1]) else None


def _run_before(scene: Scene, sentence: Sentence, offset: int) -> list[Mention] | None:
    """Give the bodies joined as subject right before an offset: the run that opens its clause."""
    bodies = scene.within(sentence.start, offset, "Agency")
    if len(bodies) < 2 or not _HOW.fullmatch(scene.text, bodies[-1].end, offset):
        return None
    run = [bodies[-1]]
    for body in reversed(bodies[:-1]):
        if not _JOINED.fullmatch(scene.text[body.end : run[0].start]):
            break
        run.insert(0, body)
    is_subject = opens_clause(scene, sentence, run[0]) or _by_them(scene, run[0])
    return run if len(run) > 1 and is_subject else None


def _by_them(scene: Scene, body: Mention) -> bool:
    """Tell whether a deed is said to be theirs (活动由甲局、乙局共同组织); a paper only lays that down."""
    return scene.text.endswith("由", 0, body.start) and not is_paper(scene)


def _left_out(scene: Scene, sentence: Sentence, offset: int) -> list[Mention] | None:
    """Give the body that opens a sentence and the one that a later clause joins to it (…，并与乙联合…)."""
    bodies = scene.within(sentence.start, offset, "Agency")
    if len(bodies) < 2 or not _HOW.fullmatch(scene.text, bodies[-1].end, offset):
        return None
    is_joined = _TO_IT.search(scene.text, bodies[0].end, bodies[-1].start) is not None
    is_subject = opens_clause(scene, sentence, bodies[0]) and may_act(scene, bodies[0])
    return [bodies[0], bodies[-1]] if is_joined and is_subject else None


def _pairs(scene: Scene, sentence: Sentence, run: list[Mention], end: int, *, is_one: bool = False) -> Iterator[Fact]:
    """State the first body (or each before 与) with those behind it, named bodies only."""
    if _ASKED.search(scene.text, sentence.start, run[0].start - _by_them(scene, run[0])):
        return
    joints = [i for i in range(1, len(run)) if _WITH.fullmatch(scene.text[run[i - 1].end : run[i].start])] or [1]
    split = 1 if is_one else joints[0]
    # 甲与乙、丙与丁分别签订协议: each pair on its own.
    is_each = len(joints) > 1 and not is_one
    for agency in [run[i - 1] for i in joints] if is_each else run[:split]:
        for partner in [run[run.index(agency) + 1]] if is_each else run[split:]:
            if agency.entity is None or partner.entity is None or agency.entity == partner.entity:
                continue
            if scene.draft(agency).kind == "Agency" and scene.draft(partner).kind == "Agency":
                evidence = scene.cite(min(agency.start, partner.start), max(end, partner.end), "joint-work")
                yield Cooperation(agency=agency.entity, partner=partner.entity, evidence=evidence)
