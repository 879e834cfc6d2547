"""A scene in, the meetings that its sentences tell of as held or to be held out, and which one 会议 then means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import clause_at, is_awaited, is_minutes, main_meeting, modality_at, subjects_before
from graphkit.extract.counted_sittings import is_joined
from graphkit.extract.gatherings import gatherings_in
from graphkit.extract.officers import acting_body, holders_by_posts, is_led_by_head
from graphkit.extract.organisers import organisers_of
from graphkit.extract.places_apart import places_apart
from graphkit.extract.reported_sittings import article_of, reported_before
from graphkit.extract.scan import Clause, Sentence
from graphkit.extract.scene import Scene, Sitting
from graphkit.extract.sessions import sessions_in
from graphkit.extract.unnamed_meetings import add_forms, day_of, minuting_body, unnamed_meeting, with_forms
from graphkit.model.facts import Mention, Modality

# 召集各站负责人开短会, 把乡镇干部召集到一起: a meeting that those called together hold.
_GATHERED = (
    "召集[^，。；]{0,30}?(?:到一起|碰头|开会|议事|会商)(?![室议])|"
    "召集[^，。；]{2,30}?开(?:了)?(?:个|一个|了个)?(?=[短紧碰现板院田座专小][一-鿿]{0,3}会)"
)
_GATHERED_ONLY = re.compile("召集.*(?:到一起|碰头|开会|议事|会商)$")
_CORE = re.compile(
    f"{_GATHERED}|(?:召开|举行|举办|开展|召集|开幕|闭幕|(?<=正式|顺利|如期|党校|学院|大学|中心|礼堂|酒店|宾馆|训班|讨班|书班|修班)开班(?!仪?式)|[套加续]开)(?:了|过)?|"
    "(?<![召展公敞打解揭离盛])开了(?:个|一个|一场|一次)?(?=[短紧碰现板院田座专小动调部干][一-鿿]{0,4}会)"
)
# Several bodies that meet 分别 hold a meeting each, not one together.
_EACH = re.compile("(?:分别|相继|先后|各自|陆续|均已|均|也都|也)[^，。；]{0,8}$")
_AND_OTHERS = re.compile("等[一-鿿]{0,6}?(?:部门|单位|机关|部委|地|市|县|省|局|院校|高校|企业)")
_PAIR = 2
_JOINTLY = re.compile("联合|共同|会同|一起|合作")
_FRONT = re.compile("(?:主持|组织|联合|集中|隆重|顺利|胜利|及时|专门|专题|立即|迅速)+$")
# A meeting without a name: its form, and the head that ends it.
_UNNAMED = re.compile(
    "(?:了|一次|一场|其)?(?P<form>[一-鿿（）]{0,9}?(?:会议|专题会|座谈会|推进会|部署会|调度会|工作会|动员会|协调会|学习会|"
    "交流会|研讨会|党组会|党委会|例会|局务会|厅务会|委务会|部务会|室务会|办公会|会商会|研判会|碰头会|视频会|宣贯会|培训会|大会|职工会|分析会|总结会|汇报会|现场会|约谈会|民主生活会|组织生活会|行政会|校务会|院务会|所务会|科务会|"
    "班子会|班子扩大会|扩大会|支委会|支部会|党小组会|院周会|干部会|教师会|教职工会|全体会|党员会|联席会|通报会|启动会|反馈会|务虚会|讲评会|短会|续会|新闻发布会|紧急会|落实会|院坝会|坝坝会|板凳会|田间会|小会))"
    "(?=[，。；、：]|$|传达|学习|研究|部署|安排|就|对|专题|听取|贯彻|集中|进行|讨论|分析|审议|落实|通报|第一时间|迅速|及时|"
    "认真|深入|全面|围绕|结合|以|并|领学|宣读|解读)"
)
_NO_FORM = re.compile(
    "^(?:[两二三四五六七八九十几数]|[0-9]+)[次场个]|的|全国|全省|系列|多次|各类|有关|相关|好|本次|此次|这次|[和与及在于]"
)
# 关于召开…会议的通知 tells of a paper, not of a sitting.
_OF_PAPER = re.compile("(?:关于|同意|建议|提议)$")
# What may stand between a meeting's name and the verb after it: times, places, manner.
_TO_VERB = re.compile(
    "(?:[定拟将]?于|(?:即?将|拟|定|计划)(?=在)|[0-9]{1,2}日(?:至[0-9]{1,2}日)?|今天|今日|昨天|日前|近日|上午|下午|晚|晚上|当日|正式|如期|顺利|隆重|胜利|成功|以[^，。；]{2,16}形式|通过[^，。；]{2,16}|"
    "等(?:电视电话|视频|系列)?会议|分[两三四五六七八九十0-9]{1,2}(?:场|片|个会场)|先后|相继|分别|（[^（）]{0,12}）|[在于][^，。；]{1,24})*"
)
# 关于召开某会议的报告: a paper about a meeting, which is told of elsewhere.
_REPORTED_ON = re.compile("的(?:情况)?(?:报告|汇报|请示)")
# 研究决定了 + 召开某会议: whoever is named before only reported to those that decided it.
_DECIDED = re.compile("研究(?:决定|确定|同意)了?$")
_QUALIFIED = re.compile("(?:了)?(?:以[^，。；]{2,20}为主题的|[^，。；、的]{2,12}参加的|“)")
_BACKGROUND = re.compile(
    "(?<=[闭开]幕)(?:式|会|大会)|(?:的)?(?:基本|有关|主要|总体)?情况|(?:结束|闭幕)?(?:之)?(?:后|以来|期间|之际|之年|在即|前|前夕|时)|的(?!第)"
)
# 甲部召开全国会议后，乙局主持召开会议: the first only sets the time of the second.
_SET_IN_TIME = re.compile("(?:之)?后，[^。；]{2,40}?(?:主持|立即|迅速|随即|第一时间|及时|接着)(?:组织)?召开")
_QUOTED = re.compile(
    "(?<![^。！？\n])[^，。]{0,20}?(?:会议|会上|大会|全会|[一-鿿]{2,4})(?:指出|强调|认为|要求|提出|表示|介绍|讲到|谈到)[，：]"
)
# 以召开党组会议的形式传达: a way of doing, no sitting of its own.
_AS_FORM = re.compile("(?:[以用]|通过|采取|采用|运用)$")
# 开展某会议精神宣讲: its words are spread, it is not held.
_SPREAD = re.compile("”?精神[^，。；]{0,6}?(?:宣讲|宣传|宣贯|学习|培训)(?!会)")
_IN_FORM = re.compile("[^，。；]{0,24}?(?:等)?(?:的)?(?:形式|方式|途径)")
# 学习了总书记主持召开座谈会的讲话精神: what is relayed was held elsewhere.
_RELAYED = re.compile(
    "(?:学习|传达|领学|重温|研读)(?:了|贯彻)?[^，。；]{0,12}(?:总书记|总理|主席|委员长)(?:[一-鿿]{2,3})?在?$|"
    "(?:学习|传达|贯彻|领学|落实)(?:了)?(?:[0-9]{1,2}月)?[0-9]{1,2}日$"
)
# What comes after a meeting in its own paragraph is a meeting of the next that 会议 means.
_NEXT = re.compile("(?:[^，。；]{0,12}(?:会议|大会)?结束后|会后|散会后|随后|紧接着|随即)，?")
_ON_THAT = re.compile(
    "为(?:了)?(?:深入|全面|认真|切实|进一步|及时|迅速)*(?:贯彻|落实|传达|学习)[^。；]*?会议?精神[^。；]*?，"
)
_WITH, _COUNTED = re.compile("和|以及|及"), re.compile("[、和及]")
_NEGATED = re.compile("尚未|未能|还未|暂未|并未|从未|没有|不再|停止|取消|推迟|延期|[不未]$")
_ASIDE = re.compile("会前|会后|会上|会议期间|大会期间|其间|期间，|此前|此后|之前|今年以来|近年来|去年|先后")
_GROUND = re.compile("(?:按照|根据|依据|遵照|落实|贯彻|围绕|对照|结合|传达|学习|[为以在对])[^，。；]{0,12}$")
# Whoever takes a meeting up does not hold it (县局传达5月12日召开的全市会议精神).
_TAKEN_UP = re.compile("传达|学习|贯彻|落实|按照|根据|围绕|结合|出席|参加|收听|收看")
_OF_GOVERNMENT = re.compile("政府|(?<!委)常务会议?$|[省市县区州旗镇乡]长办公会")
# A meeting of all of a town, whose officer may be named with a county post before.
_TOWN_SCOPE = re.compile("全?([镇乡]|街道)")
# 市委常委、宣传部长甲主持召开…: a member's committee does not hold what the member chairs.
_MEMBER_BEFORE = re.compile("(?:政协委员|人大代表)、$")
_MEMBER_REACH = 8
_REPORTER = re.compile("[^，。；：\n]{0,8}(?:消息|讯|电)(?:[（(][^（）()]{2,24}[）)])?[：:]")
_OF_MEMBER = re.compile("常委|委员")
# 省委副书记、代省长甲主持召开全省…会议: the government's head, whose post stands last.
_HEAD_OF_GOVERNMENT = re.compile("副书记、(?:代|常务副|副)?(?:省长|市长|州长|县长|区长|旗长|主席)")
_PARTY_COMMITTEE = re.compile("(?:[省市县区州盟旗]|党)委$")
_SUBJECT_VERB = re.compile(
    "(?:还|同时|又|明确|进一步|特别|最后)?(?:要求|强调|指出|认为|提出|明确|部署|传达|学习|审议|听取|研究|安排|回顾|总结|肯定|号召|决定|充分|全面)"
)


def sittings_of(scene: Scene) -> tuple[Sitting, ...]:
    """Give the sittings of a document in the order of the text; they are looked for once."""
    if scene.sittings is None:
        scene.sittings = ()
        found = (_sitting_at(scene, sentence, core) for _, sentence, core in scene.cues(_CORE))
        told = tuple(sitting for sitting in found if sitting is not None)
        others = (*sessions_in(scene, told), *gatherings_in(scene, told))
        # Of meetings held together the first is the one that 会议 then means, so the others come before it.
        together = tuple(other for sitting in told for other in _held_together(scene, sitting))
        scene.sittings = tuple(sorted((*together, *told, *others), key=lambda sitting: sitting.verb.start))
    return scene.sittings


def _held_together(scene: Scene, sitting: Sitting) -> Iterator[Sitting]:
    """Iterate over the meetings that one verb holds with the first (主持召开县政府党组会议和第16次常务会议)."""
    last = sitting.mention
    while last is not None and last.start >= sitting.verb.end:
        is_counted = is_joined(scene.text, last.end)
        joined = (_COUNTED if is_counted else _WITH).match(scene.text, last.end)
        joined = joined if is_counted or scene.text.startswith("主持", sitting.verb.start) else None
        last = scene.starting(joined.end()) if joined is not None else None
        if last is None or last.kind != "Meeting" or last.entity is None or scene.text.startswith("精神", last.end):
            return
        yield sitting._replace(meeting=last.entity, end=last.end, mention=last)


def told_meeting(scene: Scene, offset: int) -> str | None:
    """Give the meeting that 会议 means at an offset.

    The last that its paragraph tells of before, else that of the nearest paragraph before which opens
    with one, else the first of the article, else what the article is about.
    """
    here = scene.scan.section_at(offset)
    told = reported_before(scene, sittings_of(scene), article_of(scene, offset), offset)
    own = [sitting for sitting in told[-1:] if here is not None and sitting.start >= here.start]
    opening = scene.starting(here.start) if here is not None and not own else None
    if opening is not None and opening.kind == "Meeting" and opening.end < offset:
        return opening.entity
    leading = (one for one in reversed(told) if _opens_paragraph(scene, one) or comes_next(scene, one))
    choice = next(iter(own), None) or next(leading, None) or next(iter(told), None)
    if choice is not None:
        return choice.meeting
    meeting = main_meeting(scene, offset)
    is_item = here is not None and scene.scan.opens_item(here)
    return None if meeting is None or (is_item and here and meeting.start >= here.end) else meeting.entity


def _opens_paragraph(scene: Scene, sitting: Sitting) -> bool:
    here, section = scene.scan.sentence_at(sitting.verb.start), scene.scan.section_at(sitting.verb.start)
    return section is not None and here.start <= section.start


def comes_next(scene: Scene, sitting: Sitting) -> bool:
    """Tell whether a sentence tells of a meeting held after the one told of before: 会后，局长甲主持召开党组会议."""
    opening = scene.scan.sentence_at(sitting.verb.start).start
    follows = _NEXT.match(scene.text, opening, sitting.verb.start) or _ON_THAT.match(
        scene.text, opening, sitting.verb.start
    )
    is_own = bool(sitting.holders) or scene.text.startswith("主持", sitting.verb.start)
    return is_own and follows is not None


def speaking_meeting(scene: Scene, sentence: Sentence, offset: int) -> str | None:
    """Give the meeting that is named as subject of a verb of saying in a sentence (全市林业工作会议强调，…)."""
    for meeting in reversed(scene.within(sentence.start, offset, "Meeting")):
        if _SUBJECT_VERB.match(scene.text, meeting.end) and not _GROUND.search(
            scene.text, sentence.start, meeting.start
        ):
            return meeting.entity
    return None


def held_in(scene: Scene, start: int, end: int) -> list[Sitting]:
    """Give the sittings that a stretch reports, those left out that only set a time."""
    return [
        sitting
        for sitting in sittings_of(scene)
        if start <= sitting.verb.start < end and not sitting.is_background and sitting.modality is Modality.REPORTED
    ]


def holders_of(scene: Scene, meeting: str, offset: int) -> tuple[str, ...]:
    """Give the bodies that hold a meeting by what is told before an offset; open groups left out."""
    found = (
        holder.entity
        for sitting in sittings_of(scene)
        if sitting.meeting == meeting and sitting.start < offset
        for holder in sitting.holders
        if holder.entity is not None and scene.draft(holder).kind == "Agency"
    )
    return tuple(dict.fromkeys(found))


def _sitting_at(scene: Scene, sentence: Sentence, core: re.Match[str]) -> Sitting | None:
    """Read one verb: 机关召开会议名, 会议名在某地召开, 机关召开（无名）会议."""
    text = scene.text
    front = _FRONT.search(text, max(sentence.start, core.start() - 8), core.start())
    verb = Clause(front.start() if front is not None else core.start(), core.end())
    clause = clause_at(scene, core.start())
    if _is_no_sitting(scene, sentence, verb) or _NEGATED.search(text, max(clause.start, sentence.start), verb.start):
        scene.scan.refuse(clause.start, verb.end, "heldBy", "否定，或只是方式 / negated, or a way of doing")
        return None
    modality = modality_at(scene, clause.start, verb.start)
    after = _named_after(scene, verb.end, sentence.end)
    before = _named_before(scene, sentence, verb.start)
    subjects = subjects_before(scene, sentence, verb.start)
    quoted = _is_background(text, sentence, verb, after, has_subject=bool(subjects))
    decided = _DECIDED.search(text, clause.start, verb.start)
    if text.startswith("主持", verb.start):
        form = after.surface if after is not None else text[verb.end : sentence.end]
        subjects = holders_by_posts(scene, subjects, verb, form)
    subjects = [body for body in subjects if not _is_member_of(text, body) and not _is_heard(body, decided)]
    is_named = after is not None and after.entity is not None and scene.draft(after).holder is not None
    is_open = not subjects and before is None and decided is None and not is_named
    carried = acting_body(scene, sentence, verb) if is_open else None
    subjects = [carried] if carried is not None else subjects
    if text.startswith("的", verb.end):
        own = scene.ending(verb.start)
        subjects = [body for body in subjects if not _TAKEN_UP.search(text, body.end, verb.start)]
        subjects = subjects or ([own] if own is not None and own.kind == "Agency" else [])
    if _meet_apart(text, subjects, verb):
        scene.scan.refuse(subjects[0].start, verb.end, "heldBy", "各开各的会 / a meeting each, not one")
        return None
    if after is not None and after.entity is not None and not core[0].endswith("幕"):
        subjects = with_forms(scene, after, _chaired(scene, after, subjects, verb))
        subjects = _of_town(scene, after, subjects, Clause(sentence.start, verb.start))
        quoted = quoted or _SET_IN_TIME.match(text, after.end, sentence.end) is not None
        return Sitting(
            after.entity, verb.start, after.end, verb, after, tuple(subjects), modality, quoted, carried is not None
        )
    if before is not None and before.entity is not None and not core[0].startswith("开展"):
        background = quoted or bool(_BACKGROUND.match(text, verb.end)) or is_awaited(text, before)
        holders = organisers_of(scene, sentence, before)
        return Sitting(before.entity, before.start, verb.end, verb, before, holders, modality, background)
    if modality is not Modality.REPORTED or quoted or _by_member(text, subjects):
        return None
    unnamed = _unnamed(scene, sentence, verb, subjects)
    return unnamed._replace(is_carried=carried is not None) if unnamed is not None else None


def _is_no_sitting(scene: Scene, sentence: Sentence, verb: Clause) -> bool:
    """Tell whether a verb holds no one meeting: a way of doing, words that are spread, meetings of several places."""
    text = scene.text
    is_form = _AS_FORM.search(text, sentence.start, verb.start) and _IN_FORM.match(text, verb.end, sentence.end)
    spread = scene.starting(verb.end) if text.startswith("开展", verb.end - 2) else None
    if places_apart(scene, sentence, verb.start):
        return True
    return bool(is_form) or (spread is not None and _SPREAD.match(text, spread.end) is not None)


def _is_background(text: str, sentence: Sentence, verb: Clause, after: Mention | None, *, has_subject: bool) -> bool:
    """Tell whether a meeting is only spoken of: in a quote, an aside, a paper, or 在…会议上."""
    opening = _NEXT.match(text, sentence.start, verb.start)
    is_next = opening is not None and (has_subject or "主持" in text[verb.start : verb.end])
    told_from = opening.end() if opening is not None and is_next else sentence.start
    is_both = text.startswith("主持", verb.start) and text.endswith("先后", 0, verb.start)
    stop = verb.start - 2 if is_both else verb.start  # 先后主持召开 tells of both
    if any(one.search(text, told_from, stop) for one in (_QUOTED, _ASIDE, _OF_PAPER, _RELAYED)):
        return True
    return after is not None and text.endswith("在", 0, verb.start) and text.startswith("上", after.end)


def _chaired(scene: Scene, meeting: Mention, subjects: list[Mention], verb: Clause) -> list[Mention]:
    """Leave out whose officer chairs a meeting of another body (县委副书记、县长甲主持召开县长办公会议)."""
    text = scene.text
    holder = scene.draft(meeting).holder
    if not text.startswith("主持", verb.start) and not is_led_by_head(scene, subjects, verb):
        return subjects
    subjects = [body for body in subjects if not _OF_MEMBER.match(text, body.end) or body.surface in meeting.surface]
    if _by_member(text, subjects):
        subjects = [b for b in subjects if b.surface.endswith(("党委", "党组")) and b.surface[-2:] in meeting.surface]
    if holder is None:
        is_government = _OF_GOVERNMENT.search(meeting.surface) is not None
        return [
            body
            for body in subjects
            if not _PARTY_COMMITTEE.search(body.surface)
            or not (is_government or _HEAD_OF_GOVERNMENT.match(text, body.end))
        ]
    names = tuple(scene.drafts[holder].names)
    return [body for body in subjects if body.entity == holder or body.surface.endswith(names)]


def _by_member(text: str, subjects: list[Mention]) -> bool:
    """Tell whether who chairs is first told of as a member of a congress (省政协委员、某集团党委书记甲)."""
    start = subjects[0].start if subjects else 0
    return _MEMBER_BEFORE.search(text, max(0, start - _MEMBER_REACH), start) is not None


def _is_member_of(text: str, body: Mention) -> bool:
    """Tell whether a body only reports, or is named in a member's post (省政协委员、董事长甲主持召开)."""
    if (body.surface.endswith("委") and text.startswith("常委、", body.end)) or _REPORTER.match(text, body.end):
        return True
    return body.surface.endswith(("政协", "人大")) and text.startswith(("委员", "代表"), body.end)


def _is_heard(body: Mention, decided: re.Match[str] | None) -> bool:
    """Tell whether a body stands apart from the verb of deciding: others decided."""
    return decided is not None and decided.start() > body.end


def _of_town(scene: Scene, meeting: Mention, subjects: list[Mention], before: Clause) -> list[Mention]:
    """Give the town that its officer's meeting is of (县委常委、某镇党委书记主持召开全镇干部大会)."""
    level = _TOWN_SCOPE.match(meeting.surface)
    if level is None or any(level[1] in body.surface for body in subjects):
        return subjects
    towns = [
        m for m in scene.within(before.start, before.end, "Agency") if m.surface.endswith((level[1], f"{level[1]}党委"))
    ]
    return towns[-1:] or subjects


def _meet_apart(text: str, subjects: list[Mention], verb: Clause) -> bool:
    """Tell whether several bodies hold a meeting each: 分别 says so, or many are listed and nothing joins them."""
    if len(subjects) < 2:
        return False
    between = text[subjects[-1].end : verb.end]
    return (
        bool(_AND_OTHERS.match(between) and not _JOINTLY.search(between))
        or bool(_EACH.search(between[: verb.start - subjects[-1].end]))
        or (len(subjects) > _PAIR and not _JOINTLY.search(text[subjects[0].start : verb.end]))
    )


def _unnamed(scene: Scene, sentence: Sentence, verb: Clause, subjects: list[Mention]) -> Sitting | None:
    """Read 机关召开会议: the meeting without a name of a stated holder, one an article and day."""
    form = _UNNAMED.match(scene.text, verb.end, sentence.end)
    gathered = _GATHERED_ONLY.search(scene.text, verb.start, verb.end) if form is None else None
    if gathered is None and (
        form is None or _NO_FORM.search(form["form"]) or scene.within(form.start("form"), form.end(), "Meeting")
    ):
        return None
    words, end = (form["form"], form.end()) if form is not None else ("会议", verb.end)
    if not subjects and (owner := scene.owner_at(verb.start)) is not None and owner.entity is not None:
        subjects = [owner]
    if not subjects and is_minutes(scene):
        subjects = minuting_body(scene)
    if not subjects or subjects[0].entity is None:
        return None
    article, holder = article_of(scene, verb.start), subjects[0].entity
    day = day_of(scene, sentence, verb.end)
    sessions = scene.sessions.setdefault((article, holder), {})
    known = sessions.get(day) or sessions.get("" if day else "last")
    known = known or _named_elsewhere(scene, article, subjects[0], words)
    if known is None:
        known = unnamed_meeting(scene, subjects[0], words, distinct=f"{article}|{day}").id
    sessions[day] = sessions["last"] = known
    add_forms(scene, scene.drafts[known], subjects[0], words)
    return Sitting(known, verb.start, end, verb, None, tuple(subjects), Modality.REPORTED, is_background=False)


def _named_elsewhere(scene: Scene, article: int, agent: Mention, words: str) -> str | None:
    """Give the meeting that the same article calls by holder and form (召开党组会议, 厅党组会议)."""
    holder = scene.draft(agent)
    heads = {words, words.removesuffix("议")} if words.endswith("会议") else {words}
    forms = {f"{name}{head}" for name in (holder.label or holder.names[0], agent.surface) for head in heads}
    named = (m for m in scene.mentions if m.kind == "Meeting" and m.entity is not None)
    found = (m for m in named if forms & set(scene.draft(m).names) and article_of(scene, m.start) == article)
    mention = next(found, None)
    return mention.entity if mention is not None else None


def _named_after(scene: Scene, offset: int, end: int) -> Mention | None:
    """Give the meeting named right after a verb of holding."""
    for found in scene.within(offset, min(end, offset + 80), "Meeting"):
        between = scene.text[offset : found.start]
        if "关于" in scene.text[max(0, offset - 6) : offset] and _REPORTED_ON.match(scene.text, found.end):
            break
        if (found.start - offset <= 2 and not re.search("[，。；、]", between)) or _QUALIFIED.fullmatch(between):
            return found
        break
    return None


def _named_before(scene: Scene, sentence: Sentence, offset: int) -> Mention | None:
    """Give the meeting that the clause of a verb speaks of (会议名 + 在某地召开)."""
    clause = clause_at(scene, offset)
    found = scene.within(max(sentence.start, clause.start), offset, "Meeting")
    if not found:
        return None
    between = scene.text[found[-1].end : offset].strip("”")
    for date in scene.within(found[-1].end, offset, "Date"):
        between = between.replace(date.surface, "")
    return found[-1] if _TO_VERB.fullmatch(between) else None
