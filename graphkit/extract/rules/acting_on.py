"""Sentences in, responses out of bodies that act after a meeting (会后，某局…) or on what it set (对照任务，某局…)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import carried_subject, clause_at, modality_at, opens_clause, subjects_before
from graphkit.extract.meant_meetings import AFTER_MEETING, LATER, SHORT_NAME, meant_meeting
from graphkit.extract.rules.response import response_id
from graphkit.extract.rules.taking_up import acting_after, is_called_for
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import holders_of
from graphkit.model.facts import Fact, Mention, Modality, Response

_PROMPT = re.compile(
    "迅速|立即|第一时间|连夜|随即|立刻|马上|及时|即刻|闻令|快速|高度重视|积极(?:行动|响应|部署|落实|贯彻)|当即|当[晚日天](?:就|即|便)?|"
    "传达|学习|贯彻|落实|清单|台账|专班|会商|研究(?:部署|制定|贯彻|落实|推进)?|部署|制定|出台|分解|细化|对照|梳理|"
    "召开[^。；]{0,14}会"
)
_BY = re.compile(
    "(?:按照|按(?!照|时|期|季|月|年|程序|规定|有关|比例|需)|根据|遵照|依据|依照|对标对表|对照|对标|结合|围绕|紧扣|聚焦|响应|回应|针对|关于|对(?=(?:会议|会上|大会|全会)(?:上)?(?:提出|通报|点到|点名|指出|交办|部署|明确|反馈)的))(?:好|了)?"
    "(?:本次|此次|上述|这次|该次)?"
)
_SHORT_NAME = re.compile(f"(?P<word>会上|{SHORT_NAME})")
_NEXT_IS = "(?:号召|倡议|精神|要求|部署|任务|安排|目标|清单|议定事项|决定)"
_SET = re.compile(
    f"[”]?(?:的)?(?:有关|相关|统一|工作|最新)?{_NEXT_IS}|[”]?上?(?:所)?(?:提出|明确|确定|部署|安排|布置|下达|议定|强调|讲到|通报|点到|点名|指出|交办|反馈)的|“[^“”]{{2,30}}”(?:的)?{_NEXT_IS}"
)
# 会议提出的 + “减材料”要求
_WHOLE = re.compile("[^，。；]{0,16}?(?:要求|任务|部署|目标|清单|问题|短板|不足|事项)")
_PLAIN = re.compile(f"(?:的)?(?:有关|相关|统一|工作)?{_NEXT_IS}")
_SET_BY = "(?:提出|部署|确定|明确|安排|讲到|强调|布置|议定)"
# 把会议部署细化为26项任务
_TAKEN_APART = re.compile(
    f"(?:把|将)(?P<word>{SHORT_NAME})(?:上)?(?:{_SET_BY}的)?(?:各项|重点|有关|主要|工作|[0-9一二三四五六七八九十]+[项条个])*(?:任务|部署|要求|精神|清单|目标|事项|议题)"
    "[^，。；]{0,12}?(?:细化|分解|转化|列[为入]|纳入|作为|摆上|变成|编成|印成|做成|拆成|拆解|列成|排成|量化|对号入座|贯穿|融入|落到|落实到)"
)
# 会上提出的“力量前置”，由甲队和乙队共同落实
_TAKEN_ON = re.compile(
    f"(?P<word>会上|{SHORT_NAME})(?:上)?{_SET_BY}的[^，。；]{{1,24}}，?(?:已)?(?:由|被)(?P<bodies>[^，。；]{{2,40}}?)"
    "(?:共同|联手|联合|分别|具体)?(?:落实|摆上|列[为入]|承接|牵头|负责|完成|认领)"
)
# 逐条对接会上签约的项目, 落实会议交办的事项
_TAKEN_IN_HAND = re.compile(
    f"(?:对接|落实|承接|兑现|跟进|办理|认领|细化|分解|梳理|回应|推进)(?:好|了)?(?P<word>会上|{SHORT_NAME})(?:上)?(?:新|所)?"
    f"(?:{_SET_BY}|签约|交办|签订|通报|点名)的"
)
# 会议部署的清障任务，甲局已完成七成; 落实会议精神，乙局开出三张清单
_TASK_SET = re.compile(f"(?<![一-鿿])(?P<word>会上|{SHORT_NAME})(?:上)?{_SET_BY}的[^，。；]{{1,24}}(?=，)")
_ON_SPIRIT = re.compile(
    f"(?<![一-鿿，；、])(?:学习|传达)?(?:贯彻|落实)+(?:好)?(?P<word>{SHORT_NAME})(?:的)?(?:精神|部署|要求)(?=，)"
)
_DONE = re.compile(
    "(?:等)?(?:已|已经|率先|主动|全部|提前|基本|连夜|立即|迅速|第一时间|逐[条项一])+[^，。；]{0,12}?(?:完成|整改|落实|认领|启动|办结|到位|兑现|开工|部署)|"
    "[^，。；]{0,12}?(?:完成|整改|落实|认领|办结|兑现|开出|列出|拿出|建起|梳理出?|制定|出台|成立|组建|排查|印发)(?:了|[0-9“一二两三四五六七八九十])"
)
# 为使会议精神直达一线，甲局举办…
_SO_THAT = re.compile(f"为(?:了)?(?:使|让|推动|促进|确保)(?P<word>{SHORT_NAME})?(?:的)?精神[^，。；]{{2,16}}(?=，)")
# 甲局大会次日即出台…, 乙局会后立即召开…: the body stands before the words that say when.
_SAYS_WHEN = re.compile(
    f"(?:(?P<word>{SHORT_NAME})(?:召开|结束|闭幕|开完)?(?:后|次日|当日|当天|当晚|第二天)|会后)(?:即|就|便|立即|迅速|第一时间|随即)(?=[一-鿿]{{2}})"
)
_GROUND = ("按照", "根据", "遵照", "依据")
_NOT_DONE = re.compile(
    "尚未|未能|还未|还没|暂未|并未|没有|未(?:按|制定|召开|传达|开展|落实)|不(?:再|予|得|能)|是否|无(?:反馈|报送|上报|回音|动作|响应)|零报告|逾期未|迟迟未|未见"
)
# 对各县贯彻落实情况进行督查: who looks after others takes up nothing by that.
_LOOKS_AFTER = re.compile(
    "[^，。；]{0,12}?(?:对|就|赴|深入|到)[^。；]{2,40}?(?:情况|工作)(?:进行|开展|作|组织)?(?:了)?[^，。；]{0,8}?(?:督查|督导|检查|抽查|核查|暗访|调研|通报|调度|评估)"
)
_SUPPOSED = re.compile("(?:^|[，。；：])(?:如果?|若|假如|倘若|凡|一旦|只有|除非|待|对于?)|如(?=未|尚|期|发)")
_BACKGROUND = re.compile("(?:去年|前年|往年|20[0-9]{2}年度?)[^，。]{0,8}$")
_ONE_OF_ITS = re.compile(
    "副书记、|(?:党组|党委|领导班子|班子)?(?:主要负责人|主要领导|负责人|新闻发言人|有关负责人|工作人员|专家)"
)
_REACH = 60
# Who only speaks at a meeting does nothing about it yet: 甲局就…作表态发言.
_SPEAKS = re.compile("(?:等)?(?:就|在|围绕|分别|作|做|先后)[^。；，]{0,24}?(?:发言|汇报)")


def state_acting(scene: Scene) -> Iterator[Fact]:
    """State the response of each body that a sentence tells as acting after a meeting or on what a meeting set."""
    if not any(mention.kind == "Meeting" for mention in scene.mentions):
        return
    for sentence, meeting in scene.told("Meeting"):
        after = AFTER_MEETING.match(scene.text, meeting.end, sentence.end)
        if after is not None and not _BACKGROUND.search(scene.text, sentence.start, meeting.start):
            yield from _after(scene, sentence, meeting, (meeting.start, after.end()))
    for _, sentence, cue in scene.cues(LATER):
        meant = meant_meeting(scene, sentence, cue.start(), word=cue["word"] or "会议")
        if meant is not None:
            yield from _after(scene, sentence, meant, cue.span())
    for pattern, state in (
        (_SO_THAT, _so_that),
        (_TASK_SET, _done_about),
        (_ON_SPIRIT, _done_about),
        (_SAYS_WHEN, _says_when),
        (_BY, _by),
    ):
        for _, sentence, cue in scene.cues(pattern):
            yield from state(scene, sentence, cue)
    cues = [
        (section.start, order, sentence, cue)
        for order, pattern in enumerate((_TAKEN_APART, _TAKEN_ON, _TAKEN_IN_HAND))
        for section, sentence, cue in scene.cues(pattern)
    ]
    for _, _, sentence, cue in sorted(cues, key=lambda one: one[:2]):
        yield from _taken(scene, sentence, cue)


def _after(scene: Scene, sentence: Sentence, meeting: Mention, span: tuple[int, int]) -> Iterator[Fact]:
    """State who acts after a meeting: what they do must show that they take it up."""
    start, end = span
    if is_called_for(scene, sentence, start) or _SUPPOSED.search(scene.text[sentence.start : start]):
        return
    bodies = acting_after(scene, sentence, end)
    if not bodies:
        return
    high = min(sentence.end, bodies[-1].end + _REACH)
    told = _PROMPT.search(scene.text, bodies[-1].end, high)
    looks_after = _LOOKS_AFTER.match(scene.text, bodies[-1].end, high)
    if told is not None and looks_after is None:
        yield from _responses(scene, bodies, meeting, (start, told.end()), doing=bodies[-1].end)


def _so_that(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> Iterator[Fact]:
    """State who acts so that a meeting's words arrive (为使会议精神直达一线，甲局举办…)."""
    meant = meant_meeting(scene, sentence, cue.start(), word=cue["word"] or "会议")
    bodies = acting_after(scene, sentence, cue.end())
    if meant is not None and bodies and not is_called_for(scene, sentence, cue.start()):
        yield from _responses(scene, bodies, meant, cue.span(), doing=bodies[-1].end)


def _done_about(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> Iterator[Fact]:
    """State who has done something about what a meeting set, told of first (会议部署的清障任务，甲局已完成七成)."""
    meant = meant_meeting(scene, sentence, cue.start(), word=_word(cue))
    bodies = acting_after(scene, sentence, cue.end())
    if meant is None or not bodies or is_called_for(scene, sentence, cue.start()):
        return
    is_next = scene.text[cue.end() : bodies[0].start] == "，"
    done = _DONE.match(scene.text, bodies[-1].end, sentence.end) if is_next else None
    if done is not None:
        yield from _responses(scene, bodies, meant, cue.span(), doing=bodies[-1].end)


def _word(cue: re.Match[str]) -> str:
    """Give the word that a meeting is called by at a cue."""
    return "会议" if cue["word"] == "会上" else cue["word"]


def _says_when(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> Iterator[Fact]:
    """State who acts right after a meeting, the body standing before the words that say when (甲局会后立即…)."""
    body = scene.ending(cue.start())
    if body is None or body.kind != "Agency" or not opens_clause(scene, sentence, body):
        return
    meant = meant_meeting(scene, sentence, cue.start(), word=cue["word"] or "会议")
    if meant is not None and not is_called_for(scene, sentence, body.start):
        yield from _responses(scene, [body], meant, cue.span(), doing=cue.end())


def _by(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> Iterator[Fact]:
    """State who acts on what a meeting set: the bodies that open the clause before, else those after the ground."""
    found = _ground(scene, sentence, cue)
    if (
        found is None
        or is_called_for(scene, sentence, cue.start())
        or _SUPPOSED.search(scene.text[sentence.start : cue.start()])
    ):
        return
    meeting, end = found
    clause = clause_at(scene, cue.start())
    before = [m for m in subjects_before(scene, sentence, cue.start()) if m.start >= clause.start - _REACH]
    if before and not opens_clause(scene, sentence, before[0]):
        before = []
    if scene.text.endswith("其", clause.start, cue.start()):
        before = [m for m in scene.within(sentence.start, cue.start(), "Agency") if m.entity is not None][-1:]
    bodies = before or acting_after(scene, sentence, end)
    if not bodies:
        carried = carried_subject(scene, sentence, cue.start())
        here = scene.scan.section_at(cue.start())
        if carried is not None and cue.start() == sentence.start and (here is None or carried.start < here.start):
            carried = None
        bodies = [carried] if carried is not None else []
    if not bodies:
        return
    lead = bodies[-1].end if sentence.start <= bodies[-1].end <= cue.start() else clause.start
    if modality_at(scene, lead, cue.end()) is Modality.REPORTED:
        doing = max(end, min(bodies[-1].end, sentence.end))
        yield from _responses(scene, bodies, meeting, (cue.start(), doing), doing=doing)


def _taken(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> Iterator[Fact]:
    """State who makes what a meeting set its own: 把会议部署细化为…, 会上提出的…由甲局和乙局落实."""
    start = cue.start()
    if is_called_for(scene, sentence, start) or _SUPPOSED.search(scene.text[sentence.start : start]):
        return
    meant = meant_meeting(
        scene, sentence, start, word=cue["word"].removesuffix("上") if cue["word"] != "会上" else "会议"
    )
    if cue.re is _TAKEN_ON:
        bodies = scene.within(cue.start("bodies"), cue.end("bodies"), "Agency")
    else:
        bodies = [m for m in subjects_before(scene, sentence, start) if opens_clause(scene, sentence, m)]
        lead = bodies[-1].end if bodies else start
        bodies = bodies if modality_at(scene, lead, max(lead, start)) is Modality.REPORTED else []
    if meant is not None and bodies:
        yield from _responses(scene, bodies, meant, cue.span(), doing=cue.end())


def _ground(scene: Scene, sentence: Sentence, cue: re.Match[str]) -> tuple[Mention, int] | None:
    """Give the meeting behind a cue, named or meant by a short word, and where what it set is said to end."""
    text = scene.text
    named = next((m for m in scene.within(cue.end(), min(sentence.end, cue.end() + _REACH), "Meeting")), None)
    if named is not None and named.start - cue.end() <= 1:
        set_ = _SET.match(text, named.end, sentence.end)
        is_known = cue[0].startswith(_GROUND) and _PLAIN.match(text, named.end)
        return (named, set_.end()) if set_ is not None and not is_known else None
    short = _SHORT_NAME.match(text, cue.end(), sentence.end)
    set_ = _SET.match(text, short.end(), sentence.end) if short is not None else None
    if short is None or set_ is None or scene.within(short.start(), short.end(), "Meeting"):
        return None
    meant = meant_meeting(scene, sentence, cue.start(), word=_word(short))
    whole = _WHOLE.match(text, set_.end(), sentence.end)
    return (meant, whole.end() if whole is not None else set_.end()) if meant is not None else None


def _responses(
    scene: Scene, bodies: list[Mention], meeting: Mention, span: tuple[int, int], *, doing: int
) -> Iterator[Fact]:
    """State one response for each named body, where what it does is told as done; holders do not answer themselves."""
    start, end = span
    sentence = scene.scan.sentence_at(start)
    first = max(min(start, bodies[0].start), sentence.start)
    high = min(sentence.end, max(end, doing + _REACH // 3))
    words = scene.text[first:high]
    is_speech = _SPEAKS.match(scene.text, bodies[-1].end) is not None or "；" in scene.text[end : bodies[0].start]
    if _NOT_DONE.search(words) or _ONE_OF_ITS.match(scene.text, bodies[-1].end) or is_speech:
        return
    # 某局将对照会议要求，…: what is intended stands before the ground.
    is_led = bodies[-1].end <= start and re.search("[将拟]$", scene.text[bodies[-1].end : start]) is not None
    modality = Modality.INTENDED if is_led else modality_at(scene, doing, high)
    if modality is Modality.DEMANDED or meeting.entity is None:
        return
    if scene.text[bodies[-1].end : max(start, bodies[-1].end)].endswith(("将", "拟")):
        modality = Modality.INTENDED
    holders = {*holders_of(scene, meeting.entity, sentence.end), scene.draft(meeting).holder}
    for body in bodies:
        if body.entity is None or scene.draft(body).kind != "Agency" or body.entity in holders:
            continue
        evidence = scene.cite(first, max(end, body.end), "acting-on", modality=modality)
        yield Response(
            id=response_id(body.entity, meeting.entity),
            respondent=body.entity,
            target=meeting.entity,
            evidence=evidence,
        )
