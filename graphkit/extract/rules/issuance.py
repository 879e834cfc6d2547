"""Sentences in, facts of policies out: issued, planned, listed, their size."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import agents_before, carried_subject, clause_at, main_policy
from graphkit.extract.rules.points_around import is_to_be_done, reported_at
from graphkit.extract.rules.policy_lists import first_of_lists, last_of_lists
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import (
    Extent,
    Fact,
    Issuance,
    Mention,
    Modality,
    PolicyState,
    PolicyStatus,
    Programme,
    Response,
    Signature,
)
from graphkit.model.text import SectionKind
from graphkit.normalise.numerals import numeral_value

_ISSUED = re.compile(
    "(?:联合|正式|共同|研究|先后|及时|第一时间)?(?:印发|出台|发布|公布|颁布|制定|制订|制定出台|制发|下发|发出|颁发|审议通过)(?:了|实施|并印发)?(?:(?:新)?(?:修订|修改|修正|制定|制订)后?的|新版|首部)?《?$|(?:组织)?编制(?:完成)?了《?$|编制完成《?$"
    "|(?:研究|先后|及时)?(?:(?:制定|制订|建立)(?:和|并)?(?:完善|健全|实施)|(?:制定|制订|修订)并?(?:出台|印发|下发))了?《?$"
)
_ISSUED_REACH = 24
"""Characters before a title in which the words that say it was issued begin."""
# The passive form: 《…指南》由A、B联合印发.
_PASSIVE = re.compile("[》）]?(?:（[^（）]{1,20}）)?(?:日前|近日|今天|[^，。；]{0,12}日)?(?:已|已经)?由")
# 《…办法》，甲局已于6月公布: who did it stands behind a comma, and nothing else is made known.
_NAMED_FIRST = re.compile("[》）]?(?:（[^（）]{1,20}）)?，")
_DONE_WITH = re.compile(
    "(?:党组|党委)?(?:已|业已|日前|近日)?(?:(?:于|在)?(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|初|底|[上中下]旬)?)?(?:已)?"
    "(?:联合|共同|正式)*(?:印发|发布|出台|公布|颁布)(?:实施|施行|执行)?(?=[，。；]|$)"
)
_PASSIVE_END = re.compile(
    "(?:联合|共同|正式|日前|近日|(?:于|在)?(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?)*(?:印发|发布|出台|公布|颁布)(?!会)"
)
# 5月8日，《…》由甲局发布: the day stands before the title.
_DAY_BEFORE = re.compile("，《$")
# What a higher body agreed to, to be passed on: 《…意见》已经国务院同意，现转发给你们.
_AGREED = re.compile("》?(?:（[^（）]{1,20}）)?(?:已|业)?经[^，。；]{2,16}同意，现(?:予以?)?转发")
DRAFT = re.compile("》?（(?:修[订正])?(?:草案|征求意见稿|送审稿|讨论稿|公开征求意见稿)[^（）]{0,16}）")
_BECAME_DRAFT = re.compile("》，(?:现|目前)?已?(?:编制)?形成了?(?:规划|方案)?(?:草案|征求意见稿)")
# 原则通过《…》: it is not the last word yet.
_AGREED_TO = re.compile("原则(?:上)?(?:同意|通过)[^。；《]{0,12}《?$")
# A reply that agrees in principle is the last word: 国务院关于某市城市总体规划的批复.
_APPROVES = re.compile("批复$|(?:批准|同意).*的(?:通知|函|决定)$")
_ISSUED_BY = re.compile("(?:联合|共同)?(?:印发|出台|发布|公布|颁布|制定|下发|发出|颁发)的《?$")
_ONLY_PASSED = re.compile("审议通过了?(?:(?:新)?(?:修订|修改|制定)后?的)?《?$")
_INTENDED = re.compile("拟|将|要|须|应|加快|推动|研究|计划|力争|抓紧|尽快|待|推进|正在|着手")
_NOT_DONE = re.compile("[尚还仍并从均]未|未能|没有|未(?:及时|按时|按要求)?$")
# 由甲负责，8月底前制定《…》: by when it is to be done.
_DUE = re.compile("(?:[底末]|[0-9]日)之?前(?![^。；]{0,40}已)")
_TASKED = re.compile("(?:牵头|负责)[，、]")
_OPENS = re.compile("(?:上午|下午)?(?:，|,)?(?:(?:报)?经[^，。；]{2,12}(?:同意|批准|审定)，)?(?:由|经)?")
_ON = re.compile("(?:已|业已|正式)?(?:于|在)?")
_AND_SO = re.compile("(?:上午|下午|正式|联合|对外|，)*")
_PLAN = re.compile("(?:方案|计划|安排|要点|措施)(?:（[^（）]*）)?$")
_PLANS = re.compile(
    "(?:编制|制定|制订|出台|印发|发布|起草|谋划|启动|抓好|做好|研究制定|修订|推动出台|谋划好|完成|制修订|调整发布|制定出台|研究出台|制定完善)(?:全[省市州县]|好|和实施)?(?:[^，。；《]{0,30}(?:及|和|、|与))?《?$"
)
# What a point that somebody sets has made: （一）修订《…》.
_MAKES = re.compile(
    "(?:^|[，。；）：])(?:加快|抓紧|尽快|研究|推动|组织)*(?:编制|制定|制订|出台|印发|起草|修订|修改|制修订)"
    "(?:完善|出台|印发)?《?$"
)
# What is there: 编制完成《…规划》中期评估报告; a notice by its whole title.
_MADE = re.compile("(?:编制|制定|修订|起草|印发)完成了?《?$")
_FORMAL = re.compile("[一-鿿]{2,20}(?:办公厅|办公室|政府|[厅局部委])关于.{4,60}的通知")
_PLANNING_AFTER = re.compile("》?(?:的)?(?:编制|制定|起草|修订)(?:工作)?")
_CHANGED = re.compile("(?:新近?|最新|已)(?:修订|修改|修正)(?:通过|公布|发布|实施|施行)?后?的《?$")
_WORDS = 16
_ON_DONE = re.compile("(?:情况|做法|成效|经验|纪实|侧记)$")
_PROGRAMME = re.compile("(?:方案|计划|要点|任务分工|工作安排)(?:（[^（）]{1,20}）)?(?:》?的通知)?$")
_NUMBERED = re.compile("\n(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.．、])")
_DONE = re.compile("[已了]|近年|去年|目前|此前|日前")
_LINE_REACH = 2000
_NO_PLANS = frozenset({"title-own", "document-number", "law-named", "annex"})
# 正在研究制定《…》: looked into, not yet on a plan.
_STUDIED = re.compile("正在[^，。；《]{0,6}?(?:研究|调研|论证)[^，。；《]{0,12}《?$")
_COMING = re.compile("下一步|拟|将|要|正在|着手")
_LISTED = re.compile("》?(?:被)?列[为入](?P<what>[^，。；]{0,40}?(?:项目|计划|规划|清单|任务))")
_SIZE = re.compile(
    "(?P<chapters>[一二三四五六七八九十百]{1,5}|\\d{1,3})章(?P<clauses>[一二三四五六七八九十百]{1,5}|\\d{1,3})条"
)


def state_issuance(scene: Scene) -> Iterator[Fact]:
    """State who issued which policy, where a sentence reports it as done."""
    firsts, lasts = first_of_lists(scene), last_of_lists(scene)
    for sentence, policy in scene.told("Policy"):
        if policy.entity is not None and policy.rule != "title-own":
            yield from _issued(scene, sentence, policy, firsts[policy.start])
            yield from _issued_by_those_behind(scene, sentence, policy, lasts[policy.start])
            yield from _issued_by_owners(scene, sentence, policy)


def _issued_by_those_behind(scene: Scene, sentence: Sentence, policy: Mention, last: Mention) -> Iterator[Fact]:
    """State who issued a policy that is named first: 《…指南》由A、B联合印发."""
    by = _PASSIVE.match(scene.text, last.end)
    ending = _PASSIVE_END
    if by is None:
        by, ending = _NAMED_FIRST.match(scene.text, last.end), _DONE_WITH
    if by is None or policy.entity is None:
        return
    agents: list[Mention] = []
    at = by.end()
    while (agent := scene.starting(at)) is not None and agent.kind == "Agency":
        agents.append(agent)
        at = agent.end + (scene.text[agent.end : agent.end + 1] in {"、", "和", "与"})
    done = ending.match(scene.text, at) if agents else None
    if done is None or done.end() > sentence.end:
        return
    for agent in agents:
        if agent.entity is not None:
            evidence = scene.cite(policy.start, done.end(), "issuance")
            yield Issuance(issuer=agent.entity, policy=policy.entity, evidence=evidence)
            yield PolicyState(policy=policy.entity, status="Issued", evidence=evidence)
    dates = scene.within(policy.end, done.end(), "Date")
    opening = _DAY_BEFORE.search(scene.text, sentence.start, policy.start)
    before = scene.ending(opening.start()) if opening is not None and not dates else None
    if before is not None and before.kind == "Date" and before.start >= sentence.start:
        dates = [before]
    if len(dates) == 1:
        yield from _signed(scene, policy, dates[0])


def _issued_by_owners(scene: Scene, sentence: Sentence, policy: Mention) -> Iterator[Fact]:
    """State whose policy is passed on: 财政部、人民银行《…意见》已经国务院同意，现转发给你们."""
    agreed = _AGREED.match(scene.text, policy.end, sentence.end)
    if agreed is None or policy.entity is None:
        return
    at = policy.start - 1
    while (agent := scene.ending(at)) is not None and agent.kind == "Agency" and agent.start >= sentence.start:
        if agent.entity is not None:
            evidence = scene.cite(agent.start, agreed.end(), "issuance")
            yield Issuance(issuer=agent.entity, policy=policy.entity, evidence=evidence)
            yield PolicyState(policy=policy.entity, status="Issued", evidence=evidence)
        at = agent.start - (scene.text[agent.start - 1 : agent.start] in {"、", "和", "与"})
        if at == agent.start:
            return


def _issued(scene: Scene, sentence: Sentence, policy: Mention, first: Mention) -> Iterator[Fact]:
    """State one issuance with the status it gives; a passed plan that is named after a drive answers it."""
    before = scene.text[sentence.start : max(sentence.start, first.start)]
    told = _ISSUED_BY.search(before)
    verb = told or _ISSUED.search(before, max(0, len(before) - _ISSUED_REACH))
    if verb is None or (told is None and in_point(scene, policy.start) and not reported_at(scene, policy.start)):
        return
    start = sentence.start + verb.start()
    clause = clause_at(scene, start)
    agents = _according_to(scene, sentence, start, told) or [
        one
        for one in agents_before(scene, sentence, start)
        if not scene.text.startswith("《", one.end) or one.end + 1 == first.start  # else whose title another is
    ]
    is_bare = not agents and told is None and _ONLY_PASSED.search(before) is None
    carried = carried_subject(scene, sentence, start) if is_bare else None
    if carried is not None:
        yield from _issued_by_carried(scene, policy, carried, start)
        return
    if told is not None and agents and not _is_beside(scene, agents[-1].end, start):
        return
    if not agents:
        yield from _issued_in_point(scene, sentence, policy, start)
        return
    if not is_told_as_done(scene, max(clause.start, agents[-1].end), start):
        return
    passed_only = _ONLY_PASSED.search(before) is not None
    for agent in agents:
        if agent.entity is None or policy.entity is None or scene.draft(agent).kind != "Agency":
            continue
        evidence = scene.cite(agent.start, policy.end, "issuance")
        if not passed_only:
            yield Issuance(issuer=agent.entity, policy=policy.entity, evidence=evidence)
            yield PolicyState(policy=policy.entity, status="Issued", evidence=evidence)
            yield from _dated(scene, sentence, policy, agents, verb=start)
        campaign = _campaign_in(scene, policy)
        if campaign is not None:
            yield Response(
                id=f"r-{agent.entity}-{campaign}", respondent=agent.entity, target=campaign, evidence=evidence
            )


def _is_beside(scene: Scene, end: int, verb: int) -> bool:
    """Tell whether nothing but a date stands between a body and a verb: 甲局2023年5月印发的《…》."""
    date = scene.ending(verb)
    return end == verb or (
        date is not None and date.kind == "Date" and _ON.fullmatch(scene.text, end, date.start) is not None
    )


def _issued_by_carried(scene: Scene, policy: Mention, body: Mention, verb: int) -> Iterator[Fact]:
    """State that the body that a passage goes on about issues a policy: 该局制定《…》, 随后，印发了《…》."""
    low = max(clause_at(scene, verb).start, scene.scan.sentence_at(verb).start)
    if body.entity is None or policy.entity is None or not is_told_as_done(scene, low, verb):
        return
    line = scene.scan.document.raw_span(body.start, body.end)
    evidence = scene.cite(low, policy.end, "issuance", relies_on=(line,))
    yield Issuance(issuer=body.entity, policy=policy.entity, evidence=evidence)
    yield PolicyState(policy=policy.entity, status="Issued", evidence=evidence)


def _issued_in_point(scene: Scene, sentence: Sentence, policy: Mention, verb: int) -> Iterator[Fact]:
    """State that the body whose list of what it did a policy stands in issues it: 甲局迅速落实：一是制定《…》."""
    done = reported_at(scene, policy.start)
    low = max(clause_at(scene, verb).start, sentence.start)
    if done is None or policy.entity is None or not is_told_as_done(scene, low, verb):
        return
    evidence = scene.cite(low, policy.end, "issuance")
    if done[0] is not None and not scene.within(low, verb, "Region"):
        yield Issuance(issuer=done[0], policy=policy.entity, evidence=evidence)
    yield PolicyState(policy=policy.entity, status="Issued", evidence=evidence)


def is_told_as_done(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the words between a body and a verb put the deed as done: no 拟, 将, 尚未."""
    between = scene.text[start:end]
    return _INTENDED.search(between) is None and _NOT_DONE.search(between) is None and not is_still_due(between)


def is_still_due(words: str) -> bool:
    """Tell whether words set a time or name who answers for a deed that is still to be done (8月底前)."""
    return _DUE.search(words) is not None or _TASKED.search(words) is not None


def _according_to(scene: Scene, sentence: Sentence, start: int, told: re.Match[str] | None) -> list[Mention]:
    """Give the body that a document is said to be of where others rest on it: 根据民政部发布的《…》."""
    body = scene.ending(start) if told is not None else None
    found: list[Mention] = []
    while body is not None and body.kind == "Agency" and body.start >= sentence.start and body.entity is not None:
        found.insert(0, body)
        body = scene.ending(body.start - (scene.text[body.start - 1 : body.start] in {"、", "和", "与"}))
    return found


def _dated(scene: Scene, sentence: Sentence, policy: Mention, agents: list[Mention], *, verb: int) -> Iterator[Fact]:
    """State the day of an issuance: 2018年6月16日，国务院发布《…》; 国务院于2018年6月16日发布《…》."""
    opening = scene.within(sentence.start, agents[0].start, "Date")[-1:]
    behind = scene.within(agents[-1].end, verb, "Date")[:1]
    is_behind = behind and _ON.fullmatch(scene.text, agents[-1].end, behind[0].start)
    if is_behind and _AND_SO.fullmatch(scene.text, behind[0].end, verb):
        yield from _signed(scene, policy, behind[0])
    elif opening and _OPENS.fullmatch(scene.text, opening[0].end, agents[0].start):
        yield from _signed(scene, policy, opening[0])


def _signed(scene: Scene, policy: Mention, date: Mention) -> Iterator[Fact]:
    value = scene.calendar.value(date)
    if value is not None and value.end is None and policy.entity is not None:
        start, end = min(date.start, policy.start), max(date.end, policy.end)
        evidence = scene.cite(start, end, "issuance", relies_on=scene.calendar.relies_on(date))
        yield Signature(policy=policy.entity, date=value.start, evidence=evidence)


def _campaign_in(scene: Scene, policy: Mention) -> str | None:
    """Give the campaign whose name a plan's title holds (党纪学习教育实施方案), not one that the plan itself makes."""
    if not _PLAN.search(policy.surface):
        return None
    known = {m.entity for m in scene.mentions if m.kind == "Campaign" and m.rule != "campaign-titled"}
    for draft in scene.drafts.values():
        if (
            draft.kind == "Campaign"
            and draft.id in known
            and any(len(name) >= 5 and name in policy.surface for name in draft.names)
        ):
            return draft.id
    return None


def in_point(scene: Scene, offset: int) -> bool:
    """Tell whether an offset stands in an enumerated point of a plan or meeting (then it is a task)."""
    section, article = scene.scan.section_at(offset), scene.article_at(offset)
    titled = scene.starting(article.title_start) if article is not None else None
    # 甲局“三个到位”贯彻…会议精神, 乙区贯彻落实…情况: points of what was done
    is_told = titled is not None and titled.kind == "Agency" and titled.entity != scene.home
    is_told = is_told or (article is not None and _ON_DONE.search(article.title) is not None)
    if section is None or section.kind is not SectionKind.BODY or is_told:
        return False
    line = scene.text[max(section.start, offset - _LINE_REACH) : offset]
    return bool(re.search("(?:^|[。；：])[一二三四五六七八九十]{1,3}[是要、]", line)) or _in_programme(scene, offset)


def _in_programme(scene: Scene, offset: int) -> bool:
    """Tell whether an offset stands in a numbered part of a plan of work, where all is still to be done."""
    own = main_policy(scene, offset)
    if own is None or _PROGRAMME.search(own.surface) is None:
        return False
    point = _NUMBERED.search(scene.text, own.end, offset)
    low = max(scene.text.rfind(mark, 0, offset) for mark in "。；\n")
    return point is not None and _DONE.search(scene.text, low + 1, offset) is None


def state_drafts(scene: Scene) -> Iterator[Fact]:
    """State that a policy is a draft, where its title says so (草案, 征求意见稿), or revised (新修订的…法)."""
    firsts = first_of_lists(scene)
    approves = scene.own_title is not None and _APPROVES.search(scene.own_title.surface) is not None
    for policy in scene.mentions:
        if policy.kind != "Policy" or policy.entity is None or policy.rule == "title-own":
            continue
        named = DRAFT.search(policy.surface)
        first = firsts[policy.start].start
        is_agreed = not approves and _AGREED_TO.search(scene.text, max(0, first - _WORDS), first) is not None
        is_draft = DRAFT.match(scene.text, policy.end) or _BECAME_DRAFT.match(scene.text, policy.end)
        if is_draft or is_agreed or (named is not None and named.end() == len(policy.surface)):
            evidence = scene.cite(policy.start, policy.end, "draft-in-title")
            yield PolicyState(policy=policy.entity, status="Draft", evidence=evidence)
        changed = _CHANGED.search(scene.text, max(0, policy.start - _WORDS), policy.start)
        if changed is not None and scene.scan.is_in(policy.start, SectionKind.BODY, SectionKind.NOTE):
            evidence = scene.cite(changed.start(), policy.end, "revised-before-title")
            yield PolicyState(policy=policy.entity, status="Revised", evidence=evidence)


def state_plans(scene: Scene) -> Iterator[Fact]:
    """State that a policy is planned, where a point or an intention names it as still to be made."""
    firsts = first_of_lists(scene)
    for policy in scene.mentions:
        is_own = scene.own_title is not None and policy.entity == scene.own_title.entity
        if policy.kind != "Policy" or policy.entity is None or policy.rule in _NO_PLANS or is_own:
            continue
        sentence = scene.scan.sentence_at(policy.start)
        if not scene.scan.is_in(policy.start, SectionKind.BODY, SectionKind.NOTE):
            continue
        before = scene.text[sentence.start : max(sentence.start, firsts[policy.start].start)]
        planned = _PLANS.search(before) or _PLANNING_AFTER.match(scene.text, policy.end)
        if _MADE.search(before) or _FORMAL.fullmatch(policy.surface):
            continue
        is_made = (
            _ISSUED.search(before, max(0, len(before) - _ISSUED_REACH)) is not None
            and reported_at(scene, policy.start) is not None
        )
        intended = _COMING.search(before) or _DUE.search(before) or (in_point(scene, policy.start) and not is_made)
        intended = intended or (bool(_MAKES.search(before)) and is_to_be_done(scene, policy.start))
        if planned and intended:
            evidence = scene.cite(
                max(sentence.start, clause_at(scene, policy.start).start),
                policy.end,
                "planned",
                modality=Modality.INTENDED,
            )
            status: PolicyStatus = "UnderResearch" if _STUDIED.search(before) else "Planned"
            yield PolicyState(policy=policy.entity, status=status, evidence=evidence)


def state_programmes(scene: Scene) -> Iterator[Fact]:
    """State that a policy is put on a programme: 将《…》列为2021年省政府…调研项目."""
    for policy in scene.mentions:
        if policy.kind != "Policy" or policy.entity is None:
            continue
        listed = _LISTED.match(scene.text, policy.end)
        if listed is None:
            continue
        sentence = scene.scan.sentence_at(policy.start)
        agents = agents_before(scene, sentence, policy.start)
        start = agents[-1].start if agents else policy.start
        evidence = scene.cite(start, listed.end(), "programme")
        if "调研" in listed["what"] or "研究" in listed["what"]:
            yield PolicyState(policy=policy.entity, status="UnderResearch", evidence=evidence)
        else:
            yield PolicyState(policy=policy.entity, status="Planned", evidence=evidence)
        if agents and agents[-1].entity is not None:
            yield Programme(lister=agents[-1].entity, policy=policy.entity, evidence=evidence)


def state_extents(scene: Scene) -> Iterator[Fact]:
    """State how many chapters and clauses a policy has."""
    for size in scene.scan.matches(_SIZE) if "章" in scene.text else ():
        sentence = scene.scan.sentence_at(size.start())
        policies = scene.within(sentence.start, size.start(), "Policy")
        if not policies or policies[-1].entity is None:
            continue
        chapters, clauses = numeral_value(size["chapters"]), numeral_value(size["clauses"])
        if chapters is None or clauses is None:
            continue
        yield Extent(
            policy=policies[-1].entity,
            chapters=int(chapters),
            clauses=int(clauses),
            evidence=scene.cite(policies[-1].start, size.end(), "extent"),
        )
