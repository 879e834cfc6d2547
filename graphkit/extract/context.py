"""A scene and a place in it in, what the text there is about out: meeting, policy, clause, subject."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, zip_longest

from graphkit.extract.scan import Clause, Sentence
from graphkit.extract.scene import AGENTS, Scene
from graphkit.model.facts import Mention, Modality
from graphkit.model.text import Article, SectionKind

_PARAGRAPHS = 3
# Where a text tells what bodies do; a line that names its source tells nothing.
_TELLING = (SectionKind.TITLE, SectionKind.BODY, SectionKind.NOTE)
_CLAUSE_REACH = 1000
_DEMANDED = re.compile("要求|必须|应当|(?<![主重首必纪摘概])要(?!求|点|闻|素|事|么)|须|务必|不得|严禁|号召|希望|建议")
_INTENDED = re.compile(
    "拟(?![定订合人议写稿])|将(?=[一-鿿]{0,4}(?:开展|制定|出台|召开|加快|组织|进一步|继续|于))|"
    "将(?=认真|深入|全面|坚决|切实|严格|持续|积极|大力|不断|充分|着力|适时|尽快|抓紧|按照|根据|围绕|结合|紧扣|以|在|会同|联合|"
    "对照|回应|响应|贯彻|落实|学习|传达|举办|举行|印发|启动|实施|推进|推动|对|从|把|重点|抓好|牢固|统筹|同步|陆续|视|报)|"
    "下一步|下步|接下来|定于|计划(?=[于在年])|力争|准备|筹备|即将|打算|有望"
)
_NO_SUBJECT = re.compile(
    "(?:迁建|新建|改?扩建|搬迁|改造|建设)?(?:项目|工程)(?![部指组办])|[一-鿿]{0,4}院区|讯(?![息号问])|消息(?=[0-9（(：，]|$)|(?<=政协)委员|(?<=人大)代表|(?:会议|大会)(?:的|有关|主要|相关)*精神|周围|(?:的)?(?:坚强|正确)?领导(?!小组)|(?:的)?[一-鿿]{0,6}(?:领导|指导|关心|支持|帮助|协调|重视|统筹|部署|关怀|监督){1,3}下(?![属级辖设发达拨派乡沉基步一])|(?:重大)?决策|(?:各项|有关|相关|重大|最新|工作)*部署(?!开展|启动|实施|推进|了)|的(?!通知)|(?:关于|有关)[^，。]{0,20}(?:要求|精神|部署)"
)
# 新华社北京3月17日电: the agency that sends the news does not do what it tells.
_DATELINE = re.compile("[一-鿿]{2,8}?(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:电|讯)|[一-鿿]{0,6}讯(?:（|记者|通讯员)")
_PREPOSITION = re.compile(
    "(?:在该?|于该|听取|听取了|按照|根据|围绕|落实|贯彻|推动|经商|会商|征求|征得|报请|报经|上报|抄送|[发送传](?:到|至|给))$"
)
_MINUTES = re.compile("纪要(?:（[^（）\n]*）)?$")
_HEADS = frozenset({SectionKind.TITLE, SectionKind.MASTHEAD})
_MINUTES_OF = re.compile("[\\s（）第0-9〔〕期号]*纪要")
_RESPONDING = re.compile("传达|学习|贯彻|落实|响应|情况")

# 某启动仪式今天上午 + 在…举行
_SITS = re.compile(
    "(?:[今昨当][天日]|[0-9]{1,2}月[0-9]{1,2}日|[上下]午|晚上?|正式|隆重)*(?:在|召开|举行)(?!之[年际]|在即)"
)
# 迎接党的二十大胜利召开, 为全省两会的召开营造氛围: a meeting that is only looked forward to.
_AWAITED = re.compile("(?:迎接|喜迎|恭迎|迎|献礼|护航|确保|保障|保证|为)(?:今年|即将到来的)?[“]?$")
_AWAITED_REACH = 10
_AMONG = re.compile("、|和|及|以及|，")
_JOINS = frozenset({"、", "和", ""})


def clause_at(scene: Scene, offset: int) -> Clause:
    """Give the clause around an offset; the marks ，。；： bound it."""
    text = scene.text
    low, high = max(0, offset - _CLAUSE_REACH), min(len(text), offset + _CLAUSE_REACH)
    marks = scene.scan.clause_marks
    index = bisect_left(marks, offset)
    start = marks[index - 1] + 1 if index else low
    end = marks[index] if index < len(marks) else high
    return Clause(max(start, low), min(end, high))


def main_meeting(scene: Scene, offset: int) -> Mention | None:
    """Give the meeting that the article at an offset is about: title first, then note, then first sentences.

    Among several the last of the title's wins (A召开…), in a note or body the first.
    """
    article = scene.article_at(offset)
    order = article.order if article is not None else 0
    if order not in scene.main_meetings:
        scene.main_meetings[order] = _main_of(scene, article)
    return scene.main_meetings[order]


def _main_of(scene: Scene, article: Article | None) -> Mention | None:
    """Look for the meeting that an article, or a single document, is about."""
    if article is not None:
        titled = scene.within(article.title_start, article.title_end, "Meeting")
        if titled:
            return titled[0]
        notes = (s for s in scene.scan.document.sections if s.article == article.order and s.kind is SectionKind.NOTE)
        noted = (_own_meetings(scene, note.start, note.end) for note in notes)
        first = next(filter(None, noted), None) or _own_meetings(scene, article.start, article.end)
        return next(iter(first), None)
    opening = (
        s for s in scene.scan.document.sections if s.kind in {SectionKind.TITLE, SectionKind.BODY, SectionKind.NOTE}
    )
    for section in islice(opening, 4):
        found = _own_meetings(scene, section.start, section.end)
        if found:
            return found[0]
    return minuted_meeting(scene)


def is_awaited(text: str, meeting: Mention) -> bool:
    """Tell whether a meeting that stands before its verb is only what others make ready for."""
    return _AWAITED.search(text, max(0, meeting.start - _AWAITED_REACH), meeting.start) is not None


def _own_meetings(scene: Scene, start: int, end: int) -> list[Mention]:
    """Give the meetings that a stretch reports as held, else all it names."""
    found = scene.within(start, end, "Meeting")
    held = [
        m
        for m in found
        if re.search("(?:召开|举行|举办|召集|参加|收听|收看)了?$", scene.text[max(0, m.start - 6) : m.start])
        or (_SITS.match(scene.text, m.end) and not is_awaited(scene.text, m))
    ]
    return held or [
        m for m in found if re.search("后[，]", scene.text[m.end : m.end + 4]) or scene.article_at(m.start) is not None
    ]


def main_policy(scene: Scene, offset: int) -> Mention | None:
    """Give the policy that the article at an offset is about; of a single document, its own title."""
    article = scene.article_at(offset)
    if article is not None:
        return next(iter(scene.within(article.title_start, article.title_end, "Policy")), None)
    return scene.own_title


def is_paper(scene: Scene) -> bool:
    """Tell whether a document is a paper with force: by its own title, or whom it is sent to."""
    return scene.own_title is not None or SectionKind.ADDRESSEE in scene.scan.last_of_kind


def is_minutes(scene: Scene) -> bool:
    """Tell whether a single document is the minutes of a meeting."""
    if not scene.scan.has_any(("纪要",)):
        return False
    own = scene.own_title
    if own is not None and _MINUTES.search(own.surface):
        return True
    return any(
        section.kind in {SectionKind.TITLE, SectionKind.MASTHEAD}
        and section.article == 0
        and _MINUTES.search(scene.text, section.start, section.end)
        for section in scene.scan.document.sections
    )


def minuted_meeting(scene: Scene) -> Mention | None:
    """Give the meeting that minutes name at their head (某市人民政府专题会议纪要)."""
    if not is_minutes(scene):
        return None
    heads = [s for s in scene.scan.document.sections if s.kind in _HEADS and s.article == 0]
    named = (m for head in heads for m in scene.within(head.start, head.end, "Meeting"))
    return next((m for m in named if _MINUTES_OF.match(scene.text, m.end)), None)


def is_response_article(scene: Scene, offset: int) -> bool:
    """Tell whether an article collects what several offices did about one meeting."""
    article = scene.article_at(offset)
    if article is not None and article.order not in scene.response_articles:
        scene.response_articles[article.order] = _collects_responses(scene, article)
    return article is not None and scene.response_articles[article.order]


def _collects_responses(scene: Scene, article: Article) -> bool:
    """Tell by the owners of its items, its note and its title."""
    if not any(article.start <= start < article.end for start in scene.owners):
        return False
    note = next(
        (s for s in scene.scan.document.sections if s.article == article.order and s.kind is SectionKind.NOTE), None
    )
    titled = scene.starting(article.title_start)
    if note is None and titled is not None and titled.kind == "Agency" and titled.entity != scene.home:
        return scene.draft(titled).kind != "Agency"  # what one office did
    lead = article.title + (scene.text[note.start : note.end] if note is not None else "")
    return bool(_RESPONDING.search(lead))


_PARTS = frozenset("，；")
# 甲区区委书记出席…；乙区2月9日召开大会: the place acts, no body told of before it.
_PLACE_ACTS = re.compile(
    "(?:(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[上下]午)?)?(?:也|已|均|还|迅速|及时|立即|率先|专门|随即|先后|第一时间)*"
    "(?:召开|举办|举行|印发|出台|制定|成立|组建|组织|开展|启动|建立|推出|传达|学习)"
)
_COORDINATED = re.compile("(?:、|和|与|及|以及|会同|联合)?")
_RUN_REACH = 1000
"""Characters before an offset in which the last run of bodies is looked for."""


def agents_before(scene: Scene, sentence: Sentence, offset: int) -> list[Mention]:
    """Give the bodies named as subject before an offset: the last run of coordinated ones in the sentence."""
    low = max(sentence.start, offset - _RUN_REACH)
    low = max((place.end for place in scene.within(low, offset, "Region") if _acts(scene, place)), default=low)
    found = [m for m in scene.within(low, offset, "Agency") if m.entity and scene.draft(m).kind in AGENTS]
    run: list[Mention] = []
    for mention in _acting(scene, found):
        if scene.text.startswith(("消息", "讯（", "记者", "通讯员"), mention.end):
            continue
        if run and not _COORDINATED.fullmatch(scene.text, mention.end, run[0].start):
            break
        run.insert(0, mention)
    return run


def _acts(scene: Scene, place: Mention) -> bool:
    """Tell whether a place opens a clause as the subject of a deed: what a body before it did ends there."""
    before = scene.text[place.start - 1 : place.start]
    return before in _PARTS and _PLACE_ACTS.match(scene.text, place.end) is not None


def _acting(scene: Scene, bodies: list[Mention]) -> Iterator[Mention]:
    """Iterate from the last on, without the runs of which one cannot be the subject (落实省委、省政府部署)."""
    run: list[Mention] = []
    for body, before in zip_longest(reversed(bodies), reversed(bodies[:-1])):
        run.insert(0, body)
        if before is None or scene.text[before.end : body.start] not in _JOINS:
            if len(run) == 1 or _may_act_together(scene, run):
                yield from (one for one in reversed(run) if may_act(scene, one))
            run = []


def _may_act_together(scene: Scene, run: list[Mention]) -> bool:
    """Tell whether what stands before the first and behind the last of a run leaves all of them a subject."""
    first, last = run[0], run[-1]
    before = scene.text[max(0, first.start - 3) : first.start]
    return _PREPOSITION.search(before) is None and _NO_SUBJECT.match(scene.text, last.end) is None


_ADVERBIAL = re.compile(
    "(?:[●◆■▲]?【[^【】]{1,12}】|[●◎★☆◆◇■□▲△•※]|（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.．、](?![0-9]))?(?:.*(?:日|时|午|晚|晨|间)|近日|日前|近期|随后|会后|会前|当天|当日|同时|此外|目前|期间|连日来|近年来|今年以来|为此|另外|据悉|据了解|"
    "[（(]?(?:本报|本网)?(?:讯|消息)[）)]?|通讯员.{0,8}|.{0,12}(?:后|以来|期间|伊始))?[：:]?"
)


_SUBJECTLESS = re.compile(
    "(?:随后，|会后，)?(?:[^，。；]{0,14}(?:日|午|后|前|时|晚)，|(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[上下]午|晚上?)?|近日，|日前，|近期，|随后，|同时，|此外，|在?(?:此次|本次|这次)?(?:活动|学习)中，)?"
    "(?P<that>该(?:局|厅|委|办|院|校|部|处|县|市|区|镇|乡|街道|中心|公司|部门|单位|支队|大队|学校|医院)(?:党组|党委)?|(?P<kind>医院|学院|学校|公司|集团|学会|协会|法院|检察院)(?:党组|党委)?)?"
    "(?:第一时间|迅速|立即|随即|随后|接着|紧接着|次日|当[日天](?:[上下]午)?|当晚|又|再次|接连|继续|及时|庚即|专题|认真|先后|多次|还|组织|专门|主持|召集|班子成员|支部党员|全体党员|集中|一起|全体干部职工|干部职工|党员干部)*"
)
# 学校召开…: of the body told of before by name, whatever it calls itself.
_ENDS_OF_KIND = {"学校": ("大学", "学院", "中学", "小学", "学校", "师专", "党校"), "公司": ("公司", "集团")}
# What is no subject of its own: 某局的…, 某局、…, whose officer acts (某委副书记甲).
_POST = re.compile("[的、]|(?:党组|党委)?(?:常务)?副?(?:书记|主任|主席|[局厅处县市区镇乡州校院部所场]长)")
_LED = re.compile("(?:受|邀请|组织|召集|约请|约谈|带领|指导|督促|协调|要求|支持|帮助|面向|听取|到|赴)(?:了)?$")


_SUBJECT_REACH = 400
"""Characters before a verb in which its subject opens a clause."""


def unled_before(scene: Scene, sentence: Sentence, offset: int) -> list[Mention]:
    """Give the last bodies named before an offset that are not invited, led or asked by others (邀请 + 市委党校)."""
    last = agents_before(scene, sentence, offset)
    while last and _LED.search(scene.text, sentence.start, last[0].start):
        last = agents_before(scene, sentence, last[0].start)
    return last


def subjects_before(scene: Scene, sentence: Sentence, offset: int) -> list[Mention]:
    """Give the bodies that act at a verb: the run that opens a clause, nearest the verb; else the last run named."""
    run = last = unled_before(scene, sentence, offset)
    while run and run[0].start >= offset - _SUBJECT_REACH:
        if opens_clause(scene, sentence, run[0]):
            return _apart(run)
        run = agents_before(scene, sentence, run[0].start)
    return _apart(last)


_PEERS = re.compile("委$|中央$")
_PEER = re.compile("政府$|国务院$")


def _apart(run: list[Mention]) -> list[Mention]:
    """Leave out a body that only qualifies the next one (上级局 + 本林场), not one beside it (省委省政府)."""
    return [
        body
        for body, following in zip_longest(run, run[1:])
        if following is None
        or body.end < following.start
        or (_PEERS.search(body.surface) and _PEER.search(following.surface))
    ]


def carried_subject(scene: Scene, sentence: Sentence, offset: int) -> Mention | None:
    """Give the body that a passage goes on about where a sentence names none: 该局召开…, 6月2日，召开…."""
    opening = _SUBJECTLESS.fullmatch(scene.text, sentence.start, offset)
    if opening is None:
        return None
    ends = _ENDS_OF_KIND.get(opening["kind"] or "", (opening["kind"] or "",))
    article = scene.scan.section_at(offset)
    low = article.start if article is not None else 0
    earlier = [
        section
        for section in scene.body
        if article is not None and section.article == article.article and section.start < offset
    ]
    low = earlier[-_PARAGRAPHS:][0].start if earlier else low
    for mention in reversed(scene.within(low, sentence.start, "Agency")):
        if (
            mention.entity is None
            or not scene.scan.is_in(mention.start, *_TELLING)
            or not mention.surface.endswith(ends)
        ):
            continue
        if scene.draft(mention).kind == "Agency" and may_act(scene, mention):
            spoken = scene.scan.sentence_at(mention.start)
            is_of_post = _POST.match(scene.text, mention.end) is not None
            if opens_clause(scene, spoken, mention) and not is_of_post:
                return mention
    return None


def opens_clause(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether only a time or an adverbial stands between the last mark and a body."""
    clause = clause_at(scene, mention.start)
    return _ADVERBIAL.fullmatch(scene.text[max(clause.start, sentence.start) : mention.start]) is not None


def may_act(scene: Scene, mention: Mention) -> bool:
    """Tell whether a body can be the subject: not 在党中央坚强领导下, 省委决策部署, 市局的要求."""
    if _NO_SUBJECT.match(scene.text, mention.end) or _DATELINE.match(scene.text, mention.end):
        return False
    return not _PREPOSITION.search(scene.text[max(0, mention.start - 3) : mention.start])


def modality_at(scene: Scene, start: int, end: int) -> Modality:
    """Tell how a clause puts what it says."""
    words = scene.text[start:end]
    if _INTENDED.search(words):
        return Modality.INTENDED
    return Modality.DEMANDED if _DEMANDED.search(words) else Modality.REPORTED


def listed_from(scene: Scene, start: int, end: int) -> list[Mention]:
    """Give the bodies listed from an offset on, none where none begins there."""
    found: list[Mention] = []
    for body in scene.within(start, end, "Agency"):
        gap = scene.text[found[-1].end if found else start : body.start]
        if not (_AMONG.fullmatch(gap) if found else not gap):
            break
        found.append(body)
    return found
