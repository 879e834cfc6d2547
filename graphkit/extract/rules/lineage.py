"""Sentences in, links between policies out: basis, implementation, citation, amendment, repeal, attachment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from graphkit.extract.annexed import Texts, enclosed_from
from graphkit.extract.context import agents_before, clause_at, main_policy
from graphkit.extract.rules.grounds import (
    BASED_ON_NUMBER,
    ground_in,
    is_no_source,
    is_relayed,
    is_report,
    purpose_around,
    rests_in_decision,
)
from graphkit.extract.rules.heads import is_own_number, own_issuers
from graphkit.extract.rules.issuance import DRAFT, in_point, is_still_due
from graphkit.extract.rules.not_cited import is_dealt_with
from graphkit.extract.rules.orders import promulgated_by
from graphkit.extract.rules.policy_lists import first_of_lists, last_of_lists
from graphkit.extract.rules.repeal_lists import is_item_of, repealed_in
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Issuance, Mention, PolicyLink, PolicyRelation, PolicyState, Signature
from graphkit.model.text import SectionKind

_GROUND_OF_CLAUSE = re.compile("(?:根据|按照|依据|依照|遵照)[^，]*$")
_CHANGED = re.compile("在《?$|(?:同意|对|将)[^，。]{0,40}$|》和《$|）和《$")
_CHANGE = re.compile("修改(?!完善|意见)|修订|变更|调整|增加")
# What is done to an article: 删去《…》第三条; 《…》第八条修改为“…”; 《…》作如下修改.
_DELETES = re.compile("(?:删去|删除)《$")
_ARTICLE = re.compile("》?(?:（[^（）]{1,40}）)?第[一二三四五六七八九十百零〇0-9]+[条章款项]")
_ARTICLE_CHANGED = re.compile(
    "》?(?:（[^（）]{1,40}）)?(?:(?:中的?)?第[一二三四五六七八九十百零〇0-9]+[条章款项][^。；《]{0,60}?(?:修改为|改为|删去|删除|增加)|作(?:了|出)?(?:如下|以下)修改)"
)
# What amended the text is told apart, in amendments.py.
_AMENDING = re.compile(
    "》?(?:（[^（）]{1,30}）)?(?:予以|进行|作)?(?:第[一二三四五六七八九十]次)?(?:修正|修订|修改)(?=[）；，。]|第|根据|$)"
)
# The verb before the title: 决定废止《…》.
_REPEALS = re.compile("(?:决定|宣布|现予?以?)(?:予以)?废止(?:《[^《》]{2,80}》(?:（[^（）]{1,40}）)*[、和及])*《$")
# What conflicts with a law is to be repealed, not the law: 违反森林法的，应当予以废止.
_WANTED = re.compile("(?:的，|应当|应该|必须|需要?|建议|可以?|要|应)[^，。；]{0,8}$")
# 《…》第八条停止执行, 《…》中有关…的内容同时废止: a part ends.
_OF_PART = re.compile(
    "》?(?:（[^（）]{1,40}）)?(?:中(?!止)|里|第[一二三四五六七八九十百零〇0-9]+[条章款项]|的?(?:有关|相关|部分)(?:条款|内容|规定))"
)
# 2008年新的《甲法》实施后，原《乙法》已废止: another did that before.
_LONG_SINCE = re.compile("》已(?:经)?(?:被)?$")
_REPEALED = re.compile("(?:予以|同时|一并|决定)?(?:废止|作废)|失效|停止执行|不再执行")
# What a title says is not said of another: 和《甲办法》精神，结合《关于调整乙规划的通知》.
_QUOTED = re.compile("《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_AMENDED = re.compile("(?:作如下|作出如下|予以|作)?(?:修改|修订|变更|调整)|增加")


# A policy still to be made is none that the text relies on.
_TO_BE_MADE = re.compile(
    "(?:编制|制定|制订|出台|起草|修订|推动出台|组织编制|研究制定|印发|发布)(?:[^，。；《]{0,20}(?:和|、))?《?$"
)
_MADE_KNOWN = re.compile("^》?[^。《]{0,140}(?:通过|批准|同意)，现(?:予)?以?(?:公布|发布|颁布|印发)")
# What an order or announcement makes known has the grounds told below it.
_ANNOUNCES = re.compile("(?:公告|令)(?:（?(?:[0-9]{4}年)?\\s?第?[^，。（]{1,8}号）?)?$")
# What a notice sends out it does not cite.
_HANDS = re.compile("(?:现将|兹将|制定了?|修订了?|编制了?|现印发|现发布|现公布)《?$|将[^，。；《》]{0,12}《?$|^《$")
# What is only shown or put to discussion: 编制了《…规划》，已形成草案，现予公示.
# 现将《规划》中明确的任务分解如下: what it sends out is drawn from the policy.
PART_OF = re.compile(
    "》?(?:（[^（）]{1,40}）)?(?:中(?!的通知)|里|所?(?:确定|明确|提出|规定|部署)的?|20[0-9]{2}年|[0-9]{1,4}[个项]|涉及|有关(?:任务|内容))"
)
_FOR_VIEWS = re.compile("草案|征求意见|公示")
_PASSED_ON = re.compile("^[^。；]{0,60}?(?:转发|批转|转知)")
_HANDED = re.compile(
    "》?(?:（[^（）]{1,40}）)*[^。；]{0,60}?(?:印发|印送|下发|下达|发布|公布|颁发)(?:给|施行|实施|，|。|执行|你们)"
)
_BY_LAW = re.compile("(?:依据|依照|根据|按照|违反|适用)[^，。；]{0,12}$")
_TOLD_CHANGE = re.compile("(?P<verb>修改|修订|废止|修正)了《")
_TOLD_SUBJECT = re.compile("》?(?:（[^（）]{1,20}）)?(?:修改|修订|废止|修正)了《")
# A sentence that says what its text rests on, wherever it stands: 根据《…》，制定本规则。
_RESTS = re.compile(
    "，(?:特)?(?:制定|制订|编制|拟定|拟订|作出|印发|发布)本(?:办法|规定|条例|细则|规则|方案|意见|计划|规划|制度|章程|预案|标准|规范|准则|决定|指南|措施|要点|守则|规程|公告)"
)
# 《X》自印发之日起施行，《Y》同时废止; 现将《X》印发给你们，原《Y》同时废止.
_TAKES_EFFECT = re.compile("印发|发布|公布|施行|实施|执行")

_ANOTHER = re.compile("[，；](?:原)?《")
# The words of another title of a list say nothing: 落实《甲》、《国务院关于宣布失效一批文件的决定》.
_FURTHER_TITLE = re.compile("(?<=[、和及])《[^《》]*(?:失效|废止|停止执行)[^》]*")
_BRACKETED = re.compile("（[^（）]*）")
_SHORTEST_NAME = 6
_TOGETHER = re.compile("》(?:（[^（）]{1,30}）)?(?:同时|一并)(?:予以)?废止")

_TELLING = frozenset({SectionKind.BODY, SectionKind.ADDRESSEE})
_ENCLOSES = re.compile("制定(?:了|《|本)|编制了?《|现印发|(?:印发|印送|下发)给你们|现将《")


def state_lineage(scene: Scene) -> Iterator[Fact]:
    """State the links of the document's own policy to those that its sentences name."""
    own = main_policy(scene, 0) or next((m for m in scene.mentions if is_own_number(scene, m)), None)
    own = own or next((m for m in scene.mentions if m.rule == "title-line"), None)
    if own is None or own.entity is None or scene.scan.document.articles:
        return
    lists = Lists(first_of_lists(scene), last_of_lists(scene))
    texts = Texts(scene, own.entity)
    subject = _enacted(scene, own) or own.entity
    covering = _Covering(own.entity, subject, enclosed_from(scene), texts, lists, repealed_in(scene))
    sent: set[str] = set()
    told: dict[tuple[str, str, bool], Told] = {}
    for section in scene.scan.document.sections:
        names_some = scene.within(section.start, section.end, "Policy")
        if not names_some or section.kind not in _TELLING:
            continue
        for sentence in scene.sentences_in(section):
            for fact in _enclosed(scene, sentence, own.entity, lists):
                if isinstance(fact, Issuance):
                    sent.add(fact.policy)
                yield fact
            for one in _told_in(scene, sentence, covering):
                key = (one.source, one.policy.entity or "", one.relation == "repeals")
                is_sent = one.source == own.entity and one.policy.entity in sent
                if not is_sent and (key not in told or _rests_after_all(told[key], one)):
                    told[key] = one
    yield from _links(scene, told)


def _links(scene: Scene, told: dict[tuple[str, str, bool], Told]) -> Iterator[Fact]:
    """State each link once; what is repealed is not cited besides."""
    for (source, policy, _), one in told.items():
        if one.relation != "cites" or (source, policy, True) not in told:
            yield from _link(scene, one.sentence, one.policy, source=source, relation=one.relation)


def _rests_after_all(known: Told, later: Told) -> bool:
    """Tell whether a text turns out to rest on what it only cited before; a short form (《通知》要求) tells nothing."""
    is_named = later.policy.rule != "title-quoted" or len(later.policy.surface) >= _SHORTEST_NAME
    return known.relation == "cites" and later.relation in {"basedOn", "implements"} and is_named


class Told(NamedTuple):
    """One link that a sentence tells: of which policy, to which, of what kind."""

    sentence: Sentence
    policy: Mention
    source: str
    relation: PolicyRelation | None


class Lists(NamedTuple):
    """The first and the last of the policies that each is named together with."""

    firsts: dict[int, Mention]
    lasts: dict[int, Mention]


class _Covering(NamedTuple):
    """The document's own policy, the one that it sends out, where that begins, the texts of the document."""

    own: str
    subject: str
    enclosed: int
    texts: Texts
    lists: Lists
    repealed: frozenset[int]


def _told_in(scene: Scene, sentence: Sentence, covering: _Covering) -> Iterator[Told]:
    """Iterate over the links that one sentence tells."""
    for policy in scene.within(sentence.start, sentence.end, "Policy"):
        if policy.entity is None or policy.entity in {covering.own, covering.subject}:
            if policy.entity == covering.subject != covering.own and is_relayed(scene, policy):
                yield Told(sentence, policy, covering.own, "implements")
            continue
        relation = _relation(scene, sentence, policy, covering)
        for source in _sources(scene, sentence, policy, relation=relation, covering=covering):
            if source != policy.entity:
                yield Told(sentence, policy, source, relation)


def _sources(
    scene: Scene, sentence: Sentence, policy: Mention, *, relation: PolicyRelation | None, covering: _Covering
) -> tuple[str, ...]:
    """Give the policies of which a relation is told: the text it stands in, of a covering text what that carries."""
    own = covering.own
    text = covering.texts.at(policy.start).policy
    match relation:
        case None:
            return ()
        case "repeals":
            effective = text if text != own else _effective(scene, sentence, policy, covering.subject)
            return (own, effective) if effective is not None and effective != own else (own,)
        case "basedOn" | "implements":
            is_of_cover = policy.start < covering.enclosed and _ANNOUNCES.search(scene.drafts[own].names[0]) is not None
            return (text if text != own else own if is_of_cover else covering.subject,)
        case "cites":
            return (covering.subject if text == own and policy.start > covering.enclosed else text,)
        case _:
            return (text,)


def _effective(scene: Scene, sentence: Sentence, policy: Mention, subject: str) -> str | None:
    """Give the instrument that takes effect by the sentence which repeals another: the first that it names."""
    named = scene.within(sentence.start, policy.start, "Policy")
    first = next((m for m in named if m.entity is not None and m.rule == "title-quoted"), None)
    if first is not None and _TAKES_EFFECT.search(scene.text, first.end, policy.start):
        return first.entity
    if first is not None:
        return None
    told = _TAKES_EFFECT.search(scene.text, sentence.start, policy.start)
    return subject if told or "同时废止" in scene.text[policy.end : sentence.end] else None


def state_changes(scene: Scene) -> Iterator[Fact]:
    """State what a sentence tells of one policy and others: 《甲》修改了《乙》，废止了《丙》."""
    for _, sentence, cue in scene.cues(_TOLD_CHANGE):
        named = [m for m in scene.within(sentence.start, sentence.end, "Policy") if m.entity is not None]
        for changing, changed in pairwise(named):
            if changing.end <= cue.start() < changed.start:
                yield from _changed(scene, named, changing, changed)
    if main_policy(scene, 0) is None:
        yield from _replaced(scene)


def _replaced(scene: Scene) -> Iterator[Fact]:
    """State, where no policy of its own speaks, what ends as another takes effect: 《甲》…起施行，《乙》同时废止."""
    for _, sentence, cue in scene.cues(_TOGETHER):
        low = _with_sentence_before(scene, sentence)
        named = [m for m in scene.within(low, cue.start() + 1, "Policy") if m.rule == "title-quoted"]
        if len(named) < 2 or not _TAKES_EFFECT.search(scene.text, named[0].end, named[1].start):
            continue
        for ended in named[1:]:
            if named[0].entity is not None and ended.entity not in {None, named[0].entity}:
                yield from _link(scene, sentence, ended, source=named[0].entity, relation="repeals")


def _with_sentence_before(scene: Scene, sentence: Sentence) -> int:
    """Give where a sentence begins, or the one before it in the paragraph that tells of one policy alone."""
    section = scene.scan.section_at(sentence.start)
    if section is None or section.start == sentence.start:
        return sentence.start
    before = scene.scan.sentence_at(sentence.start - 1)
    titles = [m for m in scene.within(before.start, before.end, "Policy") if m.rule == "title-quoted"]
    here = scene.within(sentence.start, sentence.end, "Policy")
    is_alone = len(titles) == 1 and _TAKES_EFFECT.search(scene.text, titles[0].end, before.end)
    return before.start if is_alone and len(here) == 1 and before.start >= section.start else sentence.start


def _changed(scene: Scene, named: list[Mention], before: Mention, changed: Mention) -> Iterator[Fact]:
    """State one change: the verb stands between the two, its subject is the first policy that has such a verb."""
    verb = _TOLD_CHANGE.search(scene.text[before.end : changed.start])
    subject = next((m for m in named if _TOLD_SUBJECT.match(scene.text, m.end)), None)
    if verb is None or subject is None or subject.start > before.start or subject.entity == changed.entity:
        return
    relation: PolicyRelation = "repeals" if verb["verb"] == "废止" else "amends"
    evidence = scene.cite(subject.start, changed.end, relation)
    yield PolicyLink(source=subject.entity or "", relation=relation, target=changed.entity or "", evidence=evidence)
    if relation == "repeals":
        yield PolicyState(policy=changed.entity or "", status="Repealed", evidence=evidence)


def _enacted(scene: Scene, own: Mention) -> str | None:
    """Give the policy that the document only carries (关于印发《…办法》的通知): bases are its own."""
    inner = re.search("(?:印发|发布|公布|转发)《([^《》]+)》", own.surface)
    if inner is None:
        made = promulgated_by(scene, own) if _ANNOUNCES.search(own.surface) else []
        return made[0].entity if made else None
    return next((d.id for d in scene.drafts.values() if d.kind == "Policy" and inner[1] in d.names), None)


def _relation(scene: Scene, sentence: Sentence, policy: Mention, covering: _Covering) -> PolicyRelation | None:
    """Read how the sentence speaks of a policy."""
    before = scene.text[sentence.start : policy.start]
    after = scene.text[policy.end : sentence.end]
    if _AMENDING.match(after) is not None and "根据" in before:
        return None
    if is_item_of(scene, policy, covering.repealed):
        return "repeals"
    told = _change(policy, before, after) or _grounds(scene, sentence, policy, covering)
    if told is not None or is_no_source(scene, policy):
        return told
    if policy.rule == "title-quoted":
        before = scene.text[sentence.start : max(sentence.start, covering.lists.firsts[policy.start].start)]
        after = scene.text[covering.lists.lasts[policy.start].end : sentence.end]
    return "cites" if _is_cited(scene, policy, before, after) else None


def _grounds(scene: Scene, sentence: Sentence, policy: Mention, covering: _Covering) -> PolicyRelation | None:
    """Read whether the text rests on a policy or carries it out."""
    before = scene.text[sentence.start : policy.start]
    after = scene.text[policy.end : sentence.end]
    is_decided = rests_in_decision(scene.own_title, before, scene.text[policy.end : sentence.end + 24])
    if is_decided or covering.texts.lists_grounds(policy.start):
        return "basedOn"
    if is_report(policy) or is_relayed(scene, policy):
        return None if is_report(policy) else "implements"
    if sentence.start < covering.texts.at(policy.start).heading or _RESTS.search(after):
        is_number = policy.rule == "document-number" and BASED_ON_NUMBER.search(before) is not None
        ground = "basedOn" if is_number else ground_in(before)
        return "implements" if ground is None and purpose_around(before, after) else ground
    return None


def _change(policy: Mention, before: str, after: str) -> PolicyRelation | None:
    """Tell whether a sentence repeals or changes a policy."""
    tail = after[: after.find("，")] if "，" in after and "废止" not in after else _own_clauses(after)
    tail = _FURTHER_TITLE.split(tail, maxsplit=1)[0]
    repealed = _REPEALED.search(tail)
    is_whole = repealed is not None and not _OF_PART.match(tail)
    is_told = repealed is not None and is_whole and not _WANTED.search(tail, 0, repealed.start())
    is_told = is_told and repealed is not None and _LONG_SINCE.search(tail, 0, repealed.start()) is None
    is_repealed = is_told and not _GROUND_OF_CLAUSE.search(before)
    if is_repealed or _REPEALS.search(before):
        return "repeals"
    told = _QUOTED.sub("", after)[:80]
    is_changed = policy.rule != "law-named" and _CHANGED.search(before) and _CHANGE.search(told)
    is_article = _DELETES.search(before) and _ARTICLE.match(after)
    is_reworded = policy.rule == "title-quoted" and _ARTICLE_CHANGED.match(after)
    return "amends" if is_changed or is_article or is_reworded else None


def _own_clauses(after: str) -> str:
    """Give what is said of a policy before the sentence comes to another: 《甲》印发实施，《乙》同时废止."""
    other = _ANOTHER.search(after)
    is_told = other is not None and _BRACKETED.sub("", after[: other.start()]).strip("》") != ""
    return after[: other.start()] if other is not None and is_told else after


def _is_cited(scene: Scene, policy: Mention, before: str, after: str) -> bool:
    """Tell whether a sentence only names a policy, neither sends it out nor wants it made."""
    is_sent = _HANDS.search(before) and _HANDED.match(after) and PART_OF.match(after) is None
    if _MADE_KNOWN.search(after) or is_sent or is_dealt_with(scene, policy, before, after):
        return False
    if _TO_BE_MADE.search(before) and policy.rule not in {"document-number", "law-named"}:
        return False
    if policy.rule == "document-number" and not before.rstrip("（(").endswith("》"):
        return True
    is_law = policy.rule == "law-named" and _BY_LAW.search(before) is not None
    return is_law or scene.text[policy.start - 1 : policy.start] == "《"


def _link(
    scene: Scene, sentence: Sentence, policy: Mention, *, source: str, relation: PolicyRelation | None
) -> Iterator[Fact]:
    if policy.entity is None or relation is None:
        return
    end = policy.end
    if relation in {"repeals", "amends"}:
        cue = (_REPEALED if relation == "repeals" else _AMENDED).search(scene.text, policy.end, sentence.end)
        end = cue.end() if cue is not None else policy.end
    evidence = scene.cite(policy.start, end, relation)
    yield PolicyLink(source=source, relation=relation, target=policy.entity, evidence=evidence)
    if relation == "repeals":
        yield PolicyState(policy=policy.entity, status="Repealed", evidence=evidence)
    if relation == "amends" and re.search("修[改订正]", scene.text[policy.end : end]):
        yield PolicyState(policy=policy.entity, status="Revised", evidence=evidence)


def _enclosed(scene: Scene, sentence: Sentence, own: str, lists: Lists) -> Iterator[Fact]:
    """State that a notice's issuers issue the policy it encloses (制定了《…》，现印发给你们)."""
    words = scene.text[sentence.start : sentence.end]
    if not _ENCLOSES.search(words):
        return
    for policy in scene.within(sentence.start, sentence.end, "Policy"):
        before = scene.text[sentence.start : max(sentence.start, lists.firsts[policy.start].start)]
        after = scene.text[lists.lasts[policy.start].end : sentence.end]
        is_named_first = re.search("(?:制定了?|现将|组织编制了|编制了|制定)《$", before)
        is_list = re.search("现(?:予)?印发(?!《)", after) and re.fullmatch("(?:《[^《》]+》[、和及]?)*《", before)
        if "现" not in words and (is_still_due(before) or in_point(scene, policy.start)):
            continue
        if policy.entity in {None, own} or not (is_named_first or is_list) or DRAFT.match(scene.text, policy.end):
            continue
        if _PASSED_ON.search(after) or _FOR_VIEWS.search(after) or PART_OF.match(after):
            continue
        agents = agents_before(scene, sentence, policy.start)
        signers = [
            m
            for m in scene.mentions
            if m.kind == "Agency" and m.entity and scene.scan.is_in(m.start, SectionKind.SIGNATURE)
        ]
        evidence = scene.cite(policy.start, min(sentence.end, clause_at(scene, policy.end).end), "enclosed")
        issuers = {m.entity for m in signers} or {m.entity for m in agents} or {m.entity for m in own_issuers(scene)}
        for issuer in sorted(filter(None, issuers)):
            yield Issuance(issuer=issuer, policy=policy.entity or "", evidence=evidence)
        if issuers:
            yield PolicyState(policy=policy.entity or "", status="Issued", evidence=evidence)
        dated = scene.calendar.document
        if dated is not None and (signers or not agents):
            cited = scene.cite(dated.mention.start, dated.mention.end, "enclosed-date")
            yield Signature(policy=policy.entity or "", date=dated.date, evidence=cited)
