"""A run of points in, whose they are out: an office's response, a meeting, a policy, a body."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from graphkit.extract.context import is_minutes, is_response_article, main_meeting, main_policy
from graphkit.extract.enumerations import follows_bullet, heading_of
from graphkit.extract.rules.point_headings import urges
from graphkit.extract.rules.point_leads import (
    ASKS,
    SPEAKS,
    announces_acts,
    is_afterwards,
    is_asked_by_another,
    lead_of,
    sentence_before,
    tells_deeds,
    tells_intent,
    tells_lessons,
)
from graphkit.extract.rules.resolutions import RESOLVED
from graphkit.extract.rules.response import response_id
from graphkit.extract.rules.running_bodies import doing_body, opening_body
from graphkit.extract.rules.standing_titles import carried_plan
from graphkit.extract.rules.work_reports import is_report_with_plan, told_in_circular, told_in_report
from graphkit.extract.scene import Enumeration, Item, Scene
from graphkit.extract.sittings import comes_next, held_in, speaking_meeting, told_meeting
from graphkit.model.facts import Mention, Modality
from graphkit.model.text import Section, SectionKind

PointKind = Literal["Task", "Achievement", "Provision"]
_ACHIEVED = re.compile(
    "(?:会议|与会[一-鿿]{2,6})(?:充分|一致)*(?:认为|肯定|回顾|总结|指出)|(?:总结|回顾)了[^，。；]{0,24}(?:工作|成绩|成效)|"
    "取得(?:了)?(?:积极|显著|明显|长足|重大|突破性|阶段性|良好|较好|丰硕|可喜|喜人)?(?:的)?新?(?:成效|成绩|进展|发展|进步|突破|成果)|"
    "呈现(?:出)?[^，。；：]{0,8}(?:亮点|特点|态势)|已(?:经)?(?:圆满|基本|全面)?完成(?:了)?(?:以下|下列)|主要(?:做了|成效|成绩)|主要做法|一年来"
)
_TASKED = re.compile(
    "要求|强调|提出|明确|部署|布置|决定|议定|确定了?(?:[：，]|[^，。；：]{0,12}(?:任务|目标|措施|举措|重点)[：，。])|共识|希望|围绕|安排|做到|号召|如下|下一步|重点(?:抓好|做好)|事项通知|要(?:抓好|做好)|[几一二两三四五六七八九十](?:句话|件事)|[几一二两三四五六七八九十]点(?:具体|工作)?(?:意见|希望|建议|体会)"
)
_PAST = re.compile(
    "(?:会议|与会[一-鿿]{2,6})(?:充分|一致)*(?:认为|肯定|回顾|总结|指出)[，：]?(?:(?:过去|去年|一年来|今年以来|近年来|五年来)|(?P<year>20[0-9]{2})年(?:以来)?[，,])"
)
_NAMED_DEMANDS = re.compile(
    "(?:落实|贯彻|按照|根据|围绕)(?:(?!提出|强调|作出|作了|进行)[^，。；]){0,40}?(?:部署要求|工作部署|决策部署|部署|要求|安排)"
)
_REGULATION = re.compile("(?:办法|规定|条例|细则|规则|章程|准则|法)(?:（[^（）]*）)*$")
# 会议总结了去年工作，部署了今年任务：.
_THEN_ASKS = re.compile(
    "，[^，。；]{0,12}(?:安排|部署|布置|明确|提出)了[^。；：]{2,40}(?:工作|任务|要求|举措|措施|目标)：$"
)
# What a meeting says all are to do (会议指出，…。全市上下要充分认识…。一是…).
_CALLS = re.compile(
    "(?:上下|系统|各级|单位|部门|干部|同志|机关|党员|党组织|干警|师生|职工|我们|各地|必须|[，。；])(?:都|一定|必须|均)?要(?![求点闻素事么])"
)
# A meeting, or somebody at it, speaks in the sentence that leads to the run.
_SAID = re.compile(
    "(?:^|[。！？”\n])[^。！？”]{0,30}?(?:会议|会上，?|大会|全会|座谈会|培训班|与会[一-鿿]{2,6}|局长|主任|书记|[省市县区州]长|部长|厅长|主席)[^。，]{0,16}?(?:还|同时|充分|最后)?"
    "(?:指出|强调|要求|提出|明确|部署|布置|认为|号召|总结|回顾|肯定|决定|议定|确定|获悉|了解到)"
)
# What a person at a meeting says before the points: 甲就抓好落实提出三点要求：.
_SAYS = re.compile(
    "(?:同志|书记|[局厅处县市区镇乡州校院部所场]长|主任|主席)?(?![在到赴率])[^。！？]{0,80}?(?:强调|指出|要求|表示|"
    "(?:提|提出|作|作出|作了|做|做了|讲|谈)(?:了|出)?[^，。；]{0,14}?(?:要求|意见|希望|部署|安排|强调|指示|体会|讲话|看法|[句件]话?|件事))[^。]{0,120}?[，：。]?"
)
_HE_SAYS = re.compile("(?:^|(?<=[。\\n]))(?:最后，)?[他她](?:还|同时)?(?:强调|指出|要求|提出|表示)")
_NAME_SAYS = re.compile(f"(?:最后|会上|随后)?，?(?P<name>[一-鿿]{{2,3}}){_SAYS.pattern}")
# What opens the body of minutes, whatever is told before the first item of it.
_SET_DOWN = re.compile("(?:纪要|议定事项)如下[：。]")
_ABOVE = 600
_LATER = re.compile("会后|散会后")
# What a meeting lists that nobody did and nobody is to do (存在两个问题：一是…); 解决两个问题 is to be done.
_NOT_DONE = re.compile("(?:问题|不足|短板|困难|挑战|机遇|原因|差距)[：，。]?$")
_OVERCOME = re.compile("(?:解决|破解|抓住|抢抓|克服|防范|化解|补齐|处理|把握|整改)[^，。；：]*[：，。]?$")
_LACKING = re.compile(
    "(?:有(?:差距|欠缺|短板|不足|偏差|漏洞)|不到位|不严格?|不够|不足|不强|不高|不深|不实|不力|不平衡|薄弱|滞后|缺失)$"
)
# Words of a speech that leave it to the points whether they look back.
_POINTS_OUT = re.compile(
    "(?:指出[，：]|(?:讲话|发言)(?:中指出)?[，：。]|(?:意见|看法|体会)：|表示[，：])[^，。；：]{0,14}[，：]?$"
)
# Words that announce what is to be done, next before the run (会议要求：（1）…).
_ANNOUNCED = re.compile(
    "(?:要求|强调|指出|提出|明确|决定|议定|部署)[：，]$|(?:^|[。！？])[^。！？]*(?:会议|会上|大会|全会|强调|要求|指出|提出|部署)[^。！？]*(?:要求|强调|工作|任务|部署|事项|[几一二三四五六七八九十][个条点方项]{1,2}[^，。]{0,6})[：，]$"
)
# What a list under a heading may enumerate that nobody is to do.
_LISTED = re.compile(
    "(?:下列|以下)(?:行为|活动)[：，]?$|(?:下列|以下)情形之一[^。；]{0,12}[：，]?$|(?:参会|参加|参训|列席|出席|参赛)(?:人员|单位)(?:范围)?[：，。]?$|(?:下列|以下)(?:地区|区域|路段|场所|范围)[^。]{0,12}[：，]?$|(?:(?:报名|申报|报送|联系|受理)方式|材料|条件|情形|情况|之一|资料|要素|名单|原因|问题|渠道|指标|对象|(?<!活动|工作|主要|重点|建设|服务|学习|整治|整改|治理|创建)内容)"
    "(?:的|包括|主要包括|主要有|如下|分别为)?[：，。]?$"
)
_LAYS_DOWN = re.compile("》?(?:（[^（）]{1,20}）)?，?(?:[^，。；]{0,10}?)(?:明确|提出|要求|规定|包括|部署|从|强调)")
_PROBLEMS = re.compile("存在(?:的)?(?:主要|突出)?问题[：。]?$|(?:主要|突出)问题[：。]?$")
# What a paper that praises lists was done: …典型经验做法给予表扬的通报.
_PRAISING = re.compile("(?:给予|予以)(?:通报)?(?:表扬|表彰|激励)|典型经验做法")
_PRAISED = re.compile(
    "(?:好的|主要|经验|典型)做法[：。]?$|(?:主要|工作|取得)?(?:成效|成绩|亮点)[：。]?$|(?:完成|进展|开展|年(?:度)?(?:主要)?工作)情况[：。]?$|工作(?:回顾|总结)[：。]?$"
)
_LEADS_ON = re.compile("：$|如下[^。]{0,8}[：。]?$")
# Titles that name a paper; others say who does what (某局三举措推进造林).
_NO_NEWS = re.compile(
    "(?:总结|报告|方案|计划|要点|汇报|材料|简介|职责|制度|规定|办法|意见|通知|公告|讲话|纪要|信息|名单|须知|指南|目录|情况)(?:（[^（）]*）)?$"
)
# Points that may each open a paragraph of their own after the one that says whose they are.
_HEADED = frozenset({"是", "、"})
TOP_STYLES = frozenset({"、", "run-on"})
# Bullets order principles, contents and news as well as tasks: the words before them must ask for something.
BULLETED = frozenset({"●", "——"})

# What a paper that tells how things went is called.
_ON_HOW_IT_WENT = re.compile(
    "(?:贯彻|落实|执行|办理|整改|开展|完成|进展|推进)[^，。；]{0,32}情况的?(?:复函|函|答复|报告|汇报|总结)$|工作总结的?(?:报告|汇报)?$"
)


class Owner(NamedTuple):
    """Whose points these are, of which kind, in which modality."""

    id: str
    kind: PointKind
    modality: Modality
    is_minuted: bool = False
    name: str = ""


def owner_of(scene: Scene, enumeration: Enumeration, part: str = "") -> Owner | None:
    """Tell whose points a run gives: an office's response, a meeting, a policy; it stands under the heading `part`."""
    return None if tells_lessons(scene, enumeration.items[0]) else _owner(scene, enumeration, part)


def _owner(scene: Scene, enumeration: Enumeration, part: str) -> Owner | None:
    first = enumeration.items[0]
    lead = lead_of(scene, first)
    is_led = _TASKED.search(lead) is not None and lead.endswith(("：", "。")) and not follows_bullet(scene, first)
    if enumeration.style in BULLETED and not is_led:
        return None
    office = scene.owner_at(first.marker)
    if office is not None and office.entity is not None:
        return _item_owner(scene, first, lead, office)
    if is_minutes(scene):
        return _minuted_owner(scene, enumeration, lead)
    paper = _paper_at(scene, first, lead) if not is_report_with_plan(scene) else None
    if paper is not None:
        return _policy_owner(scene, enumeration, paper[0], (paper[1], part))
    return _by_words(scene, enumeration, lead)


def _paper_at(scene: Scene, first: Item, lead: str) -> tuple[str, str] | None:
    """Give the plan, notice or policy that a run stands in, with its name; an untitled letter's is its signer."""
    carried = carried_plan(scene, first)
    if carried is not None:
        return carried, scene.drafts[carried].names[0]
    policy = main_policy(scene, first.marker)
    if policy is not None and policy.entity is not None and not _at_session(scene, first, lead):
        return policy.entity, policy.surface
    issuer = _untitled_issuer(scene, policy)
    return (issuer, "") if issuer is not None else None


def _by_words(scene: Scene, enumeration: Enumeration, lead: str) -> Owner | None:
    """Give the meeting, the policy or the body that the words before a run tell of."""
    first = enumeration.items[0]
    is_on_acts = announces_acts(scene, first)
    if enumeration.style in TOP_STYLES and is_on_acts:
        return None
    held = None if is_on_acts else _meeting_told(scene, enumeration, lead)
    if held is not None:
        return _of_meeting(scene, enumeration, lead, held)
    reported = told_in_report(scene, first)
    return Owner(*reported) if reported is not None else _told_of(scene, first, lead, enumeration.style)


def _item_owner(scene: Scene, first: Item, lead: str, office: Mention) -> Owner:
    """Give the meeting that an office's item tells of, else the office's response, else the office."""
    assert office.entity is not None  # noqa: S101 - checked by the caller
    sat = _sat_in_item(scene, office, first, lead)
    if sat is not None:
        return Owner(sat, "Task", Modality.DEMANDED)
    meeting = main_meeting(scene, first.marker)
    if meeting is not None and meeting.entity is not None and is_response_article(scene, first.marker):
        return Owner(response_id(office.entity, meeting.entity), "Task", Modality.REPORTED)
    return Owner(office.entity, "Task", Modality.REPORTED)


def _minuted_owner(scene: Scene, enumeration: Enumeration, lead: str) -> Owner | None:
    """Give the meeting of minutes: of its resolved items, and of what it demands."""
    first = enumeration.items[0]
    if enumeration.style in TOP_STYLES:
        # Minutes that name no holder set the tasks themselves.
        told = told_meeting(scene, first.marker) or next(
            (m.entity for m in scene.mentions if m.rule == "title-own"), None
        )
        above = scene.text[max(0, first.marker - _ABOVE) : first.marker]
        is_resolved = RESOLVED.search(lead) is not None or _SET_DOWN.search(above) is not None
        return Owner(told, "Task", Modality.DEMANDED, is_minuted=True) if told and is_resolved else None
    own = held_in(scene, 0, first.marker)[:1]
    held = (own[0].meeting if own else _meeting_told(scene, enumeration, lead)) if lead.startswith("会议") else None
    return _of_meeting(scene, enumeration, lead, held) if held is not None else None


def _meeting_told(scene: Scene, enumeration: Enumeration, lead: str) -> str | None:
    """Give the meeting whose words a run is, by its lead, else the one the article is about."""
    first = enumeration.items[0]
    section = scene.scan.section_at(first.marker)
    opening = scene.starting(section.start) if section is not None else None
    if opening is not None and opening.kind == "Agency" and scene.text.startswith("：", opening.end):
        return None
    if is_afterwards(scene, first):
        return None
    held = _speaking(scene, first, lead)
    meeting = main_meeting(scene, first.marker)
    meeting = meeting if meeting is not None and meeting.start < first.marker else None
    if held is None and meeting is not None and _tells_of_meeting(lead, enumeration):
        before = (
            scene.scan.section_before(section) if section is not None and section.start == first.marker else section
        )
        here = held_in(scene, before.start, first.marker) if before is not None else []
        return here[-1].meeting if here else meeting.entity
    return held


def _of_meeting(scene: Scene, enumeration: Enumeration, lead: str, held: str) -> Owner | None:
    """Tell whether a meeting's points look back or say what to do."""
    if _NOT_DONE.search(lead) and not _OVERCOME.search(lead) and not _wants(scene, enumeration):
        return None
    if sum(_LACKING.search(heading_of(scene, item)[0]) is not None for item in enumeration.items) * 2 > len(
        enumeration.items
    ):
        return None
    if enumeration.style.startswith("（1）") and not _ANNOUNCED.search(lead):
        return None
    is_urged = _wants(scene, enumeration) or _urges(scene, enumeration, lead)
    if not is_urged and _looks_back(scene, lead, enumeration.style):
        return Owner(held, "Achievement", Modality.REPORTED)
    if is_urged or _TASKED.search(lead) or _CALLS.search(lead) or enumeration.style in {"要", "bare"}:
        return Owner(held, "Task", Modality.DEMANDED)
    return None


def _sat_in_item(scene: Scene, office: Mention, first: Item, lead: str) -> str | None:
    """Give the meeting of its own that an office's item tells of, where 会议要求 leads to the run."""
    if not SPEAKS.match(lead):
        return None
    held = [sitting for sitting in held_in(scene, office.start, first.marker) if sitting.holders]
    return held[-1].meeting if held else None


def _at_session(scene: Scene, first: Item, lead: str) -> bool:
    """Tell whether an article about a policy comes to speak of a meeting held on it."""
    article = scene.article_at(first.marker)
    return article is not None and bool(SPEAKS.match(lead) and held_in(scene, article.start, first.marker))


def _untitled_issuer(scene: Scene, policy: Mention | None) -> str | None:
    """Give the body that signs a letter or notice which bears no title: what it lists is asked in its own name."""
    kinds = scene.scan.last_of_kind
    if policy is not None or not {SectionKind.ADDRESSEE, SectionKind.SIGNATURE} <= kinds.keys():
        return None
    return scene.home


def _tells_of_meeting(lead: str, enumeration: Enumeration) -> bool:
    """Tell whether the words before a run are a meeting's: they demand or look back."""
    lead = _NAMED_DEMANDS.sub("", lead)
    return bool(_TASKED.search(lead) or _ACHIEVED.search(lead) or enumeration.style in {"要", "bare"})


def _speaking(scene: Scene, first: Item, lead: str) -> str | None:
    """Give the meeting whose words a run is: 会议要求, X会议强调, 局长王某在会上要求, or the one just held."""
    named = speaking_meeting(scene, scene.scan.sentence_at(max(first.marker - 1, 0)), first.marker)
    if named is not None:
        return named
    if _SAID.search(_NAMED_DEMANDS.sub("", lead)):
        return told_meeting(scene, first.marker)
    return _spoken_at(scene, first) if _is_told_by_person(scene, first) else None


def _spoken_at(scene: Scene, first: Item) -> str | None:
    """Give the meeting at which a person speaks: one told of in the paragraph, else the main one if it was held."""
    section = scene.scan.section_at(first.marker)
    main = main_meeting(scene, first.marker)
    here = held_in(scene, section.start if section is not None else 0, first.marker)
    before = held_in(scene, 0, first.marker)
    is_main = not here and not any(comes_next(scene, one) for one in before)
    held = {one.meeting for one in before}
    return main.entity if is_main and main is not None and main.entity in held else told_meeting(scene, first.marker)


def _is_told_by_person(scene: Scene, first: Item) -> bool:
    """Tell whether a person named in the sentence that leads to a run says it (甲结合实际，提出三点要求：一是…)."""
    section = scene.scan.section_at(first.marker)
    if section is None or section.start == first.marker:
        section = scene.scan.section_before(section) if section is not None else None
    if section is None:
        return False
    sentence = scene.scan.sentence_at(max(min(first.marker, section.end) - 1, section.start))
    persons = scene.within(max(sentence.start, section.start), first.marker, "Person")
    end = min(first.marker, section.end)
    if _LATER.match(scene.text, max(sentence.start, section.start)):
        return False
    if not persons:
        start = max(sentence.start, section.start)
        unknown = _NAME_SAYS.fullmatch(scene.text, start, end)
        if unknown is not None and unknown["name"][0] in scene.scan.gazetteer.surnames:
            return scene.starting(unknown.start("name")) is None
        return _HE_SAYS.search(scene.text, section.start, end) is not None
    return _SAYS.fullmatch(scene.text, persons[-1].end, end) is not None


def _told_of(scene: Scene, first: Item, lead: str, style: str) -> Owner | None:
    """Give the policy or the body that the passage before a run tells of (《要点》，明确一是…; X局多措并举。一是…)."""
    passage = _passage(scene, first, style)
    is_said = SPEAKS.match(scene.text[slice(*sentence_before(scene, first))]) is not None  # by a meeting, as no task
    if passage is None or is_said or (ASKS.search(lead) and is_afterwards(scene, first)):
        return None
    sentence = scene.scan.sentence_at(max(first.marker - 1, passage.start))
    policies = scene.within(sentence.start, first.marker, "Policy")
    if policies and policies[-1].entity is not None and _LAYS_DOWN.match(scene.text, policies[-1].end, first.marker):
        return Owner(policies[-1].entity, "Task", Modality.DEMANDED)
    opening = opening_body(scene, passage, first.marker) or doing_body(scene, passage, first.marker)
    if opening is None or opening.entity is None or is_asked_by_another(scene, first, opening):
        return None
    return Owner(opening.entity, "Achievement" if _ACHIEVED.search(lead) else "Task", Modality.REPORTED)


def _passage(scene: Scene, first: Item, style: str) -> Section | None:
    """Give the paragraph that leads to a run: its own, or the one before where the run opens a paragraph."""
    section = scene.scan.section_at(first.marker)
    if section is None or section.start < first.marker:
        return section
    previous = scene.scan.section_before(section)
    if previous is not None and previous.kind is SectionKind.TITLE and style in _HEADED and previous.article == 0:
        return None if _NO_NEWS.search(scene.text, previous.start, previous.end) else previous
    if previous is None or previous.kind is not SectionKind.BODY:
        return None
    if _NO_NEWS.search(scene.text, previous.start, previous.end):
        return None
    if previous.article == section.article and style in _HEADED:
        return previous
    return previous if _LEADS_ON.search(scene.text, previous.start, previous.end) else None


def _wants(scene: Scene, enumeration: Enumeration) -> bool:
    """Tell whether every point of a run opens with 要 (会议指出，一是要…；二是要…)."""
    return all("要" in scene.text[item.marker : item.start + 1] for item in enumeration.items)


def _urges(scene: Scene, enumeration: Enumeration, lead: str) -> bool:
    """Tell whether points that are only said or pointed out are each something to do (甲指出，一是加强…；二是落实…)."""
    said = _POINTS_OUT.search(lead)
    return said is not None and all(urges(heading_of(scene, item)[0]) for item in enumeration.items)


def _looks_back(scene: Scene, lead: str, style: str) -> bool:
    """Tell whether the words before a run report what was done: their last verb does, or they speak of a past year."""
    past = _PAST.search(lead)
    dated = scene.calendar.document
    if past is not None and (past["year"] is None or (dated is not None and int(past["year"]) < dated.date.year)):
        return True
    if style == "要":
        return False
    lead = _NAMED_DEMANDS.sub("", lead)
    tasked, achieved = list(_TASKED.finditer(lead)), list(_ACHIEVED.finditer(lead))
    if achieved and _CALLS.search(lead, achieved[-1].end()):
        return False
    return bool(achieved) and (
        not tasked
        or achieved[-1].start() > tasked[-1].start()
        or (re.match("会议(?:认为|肯定|回顾|总结)", lead) is not None and _THEN_ASKS.search(lead) is None)
    )


def _policy_owner(scene: Scene, enumeration: Enumeration, policy: str, titles: tuple[str, str]) -> Owner | None:
    """Give a policy's tasks: headings of a plan or notice and what stands under them, not articles of a regulation.

    `titles` are the policy's name and the heading of its part.
    """
    name, part = titles
    first = enumeration.items[0].marker
    headed = lead_of(scene, enumeration.items[0]) if enumeration.style not in TOP_STYLES else ""
    is_single = scene.article_at(first) is None
    if is_single and (
        _REGULATION.search(name) or (enumeration.style not in TOP_STYLES and scene.scan.first_article < first)
    ):
        return None
    told = told_in_circular(name, part, is_top=enumeration.style in TOP_STYLES)
    if told == "nothing":
        return None
    is_report = enumeration.style in TOP_STYLES and _ON_HOW_IT_WENT.search(name) is not None
    is_report = is_report or tells_deeds(headed)
    if is_report or told == "Achievement" or _PRAISED.search(headed) or _PRAISING.search(name) or _PRAISED.search(part):
        return Owner(policy, "Achievement", Modality.REPORTED)
    if (
        _PROBLEMS.search(headed)
        or _PROBLEMS.search(part)
        or (is_single and enumeration.style not in {"是", "要"} and _LISTED.search(headed))
    ):
        return None
    modality = Modality.INTENDED if tells_intent(headed, name) else Modality.DEMANDED
    return Owner(policy, "Task", modality, name=name)
