"""Document heads and feet in, publication, date, number and distribution facts out (GB/T 9704-2012, 7.2–7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graphkit.extract.context import is_minutes
from graphkit.extract.mentions.sources import LINE_OF_SOURCE, REPORTING
from graphkit.extract.rules.contributors import sends_in
from graphkit.extract.rules.standing_titles import is_below_signature
from graphkit.extract.rules.titled_issuers import can_issue
from graphkit.extract.scene import AGENTS, Scene
from graphkit.model.facts import (
    Distribution,
    DocumentDate,
    Fact,
    Issuance,
    Masthead,
    MastheadField,
    Mention,
    Numbering,
    PolicyState,
    Publication,
    Signature,
    TextOf,
)
from graphkit.model.text import Section, SectionKind
from graphkit.normalise.numerals import numeral_value

_SERIES = re.compile(".{2,30}(?:简报|动态|专报|快报|通讯|信息|要情|内参|公报|纪要)$")
_ISSUE = re.compile(r"(?:(?P<year>\d{4})年)?(?:第(?P<issue>\d{1,6})期)")
_TOTAL = re.compile(r"总第?(?P<total>\d{1,6})期")
_COPIES = re.compile(r"共印(?P<copies>\d{1,6})份")
_DISCLOSURE = re.compile(
    "(?:信息)?公开(?:选项|方式|属性|形式)：(?P<value>[^\n]+)|（?此件(?P<other>[^（）\n]{2,10}公开[^（）\n]{0,4})）?"
)
_ISSUER = re.compile("[-|]?【?(?:颁布单位|(?:发布|发文|制发|制定)(?:机关|机构|部门|单位)|author)[】：]")
_COPIED = re.compile("(?:抄送|抄报|抄)：")
_NUMBER_FIELD = re.compile("[-|]?【?(?:文号|发文字号|发文文号|发布文号)[】：]")
_SOURCE = re.compile("(?:来源|稿源|来源于|转自|转载自|信息提供|发布人|发布单位|发布机构)：$")
# A bulletin called after its issuer: 甲局工作专报, 乙中心简报.
_CALLED_AFTER = re.compile("[一-鿿]{0,6}(?:简报|动态|专报|快报|周报|月报|简讯|信息|要情|通讯|参阅)$")
_SITE = re.compile("(?:主办单位|版权所有)：$")
_NEWS_HEAD = 200
_PAPER = frozenset({SectionKind.ADDRESSEE, SectionKind.SIGNATURE, SectionKind.NUMBER})
# Behind the site or paper that sends the news, with the place it is sent from or none: 某新闻网 + 某地讯.
_WIRE = re.compile(
    "消息|讯|/[一-鿿]{2,10}(?:讯|消息)|[一-鿿]{0,4}(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[讯电]|报道)|报道[0-9]|(?<=新闻)记者[一-鿿]{2,4}\n|[一-鿿]{2,4}(?:讯|消息)(?=[（(：0-9]|记者|通讯员)"
)
# The imprint in the head of a bulletin: 甲局办公室编印　2023年5月19日; 主办：甲局.
_EDITED_BY = re.compile("(?:(?:主办|编印|编辑|编发|主编)(?:单位)?： ?)?")
_EDITS = re.compile(
    "(?:编印|编发|编辑|编写|编|主办|印发|印)? *(?:(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})年"
    "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日)?"
)
_MINUTES_BELOW = re.compile("\n[一-鿿 ]{0,10}(?:纪 ?要|记 ?录)(?:\n|$)")
# Bodies, a line each, that give an order together: 甲部 / 乙部 / 令 / 第27号.
_ORDER_BELOW = re.compile("(?:\n[一-鿿]{4,30}){0,8}\n(?:令|公告|通告)\n（?(?:第|20)")
_ORDER_LINE = re.compile("(?:令|公告)\\s*（?第?[^，。]{1,8}号(?:）|令)?$")
_ORDER_NUMBER = re.compile("令|公告")
_LABEL_LIMIT, _SOURCE_RANK = 12, 3
# What is told to all, so that it names nobody it is sent to.
_TO_ALL = re.compile("(?:公告|通告|公示)$")
# A number told again in other brackets is told once.
_ONE_FORM = str.maketrans("[]（）【】", "〔〕〔〕〔〕")
# Behind the issuer of a title: 甲局关于…的意见.
_OF_MATTER = re.compile("关于|转发|批转|印发|[一-鿿]{0,12}令$")
# A site or paper publishes what others issue.
_MEDIUM = re.compile("(?:网|网站|报|日报|晚报|电视台|客户端|公众号)$")
_RANKS = {SectionKind.SIGNATURE: 1, SectionKind.NUMBER: 2}
_DATE_FIELD = re.compile("[-|]?【?(?:颁布时间|颁布日期|发文时间|发文日期|成文日期)[】：]")


def state_masthead(scene: Scene) -> Iterator[Fact]:
    """State the literals of a bulletin's masthead and foot."""
    for section in scene.scan.document.sections:
        line = scene.text[section.start : section.end]
        if section.kind is SectionKind.MASTHEAD:
            yield from _masthead_line(scene, section, line)
        elif section.kind is SectionKind.FOOTER:
            copies = _COPIES.search(line)
            if copies is not None:
                yield _literal(scene, section, copies, field="copies", value=int(copies["copies"]))
            disclosure = _DISCLOSURE.match(line)
            if disclosure is not None:
                value = disclosure["value"] or disclosure["other"]
                yield _literal(scene, section, disclosure, field="disclosure", value=value)


def _masthead_line(scene: Scene, section: Section, line: str) -> Iterator[Masthead]:
    series = _SERIES.match(line)
    if series is not None:
        yield _literal(scene, section, series, field="series", value=line)
    issue = _ISSUE.search(line)
    if issue is not None and not line.startswith(("（总", "总")):
        if issue["year"]:
            yield _literal(scene, section, issue, field="issueYear", value=int(issue["year"]))
        yield _literal(scene, section, issue, field="issueNumber", value=int(issue["issue"]))
    total = _TOTAL.search(line)
    if total is not None:
        yield _literal(scene, section, total, field="totalIssue", value=int(total["total"]))


def _literal(
    scene: Scene, section: Section, match: re.Match[str], *, field: MastheadField, value: str | int
) -> Masthead:
    start, end = section.start + match.start(), section.start + match.end()
    return Masthead(field=field, value=value, evidence=scene.cite(start, end, "masthead", confidence=0.99))


def state_publication(scene: Scene) -> Iterator[Fact]:
    """State who publishes the document, and its date."""
    for mention in publishers_of(scene):
        assert mention.entity is not None  # noqa: S101 - agencies are resolved
        yield Publication(
            publisher=mention.entity, evidence=scene.cite(mention.start, mention.end, "publisher", confidence=0.97)
        )
    titled = issuers_in_head(scene) if all(_MEDIUM.search(m.surface) for m in publishers_of(scene)) else []
    for body, start, end in titled:
        yield Publication(publisher=body, evidence=scene.cite(start, end, "publisher-in-title", confidence=0.8))
    dated = scene.calendar.document
    if dated is not None:
        evidence = scene.cite(dated.mention.start, dated.mention.end, "document-date", confidence=0.97)
        yield DocumentDate(date=dated.date, evidence=evidence)


def publishers_of(scene: Scene) -> tuple[Mention, ...]:
    """Give one mention of each signer or issuer: masthead, signature, metadata, news head, site; looked for once."""
    if scene.publishers is None:
        scene.publishers = tuple(_publishers(scene))
    return scene.publishers


def issuers_in_head(scene: Scene) -> list[tuple[str, int, int]]:
    """Give the bodies that the own title of a paper opens with, with their place, where no line says who issues.

    A paper has its number or whom it is sent to beside its title; a headline has neither.
    """
    own, home = scene.own_title, scene.home
    if own is None or home is None or own_issuers(scene) or own.start >= _NEWS_HEAD:
        return []
    if not scene.scan.last_of_kind.keys() & _PAPER:
        return []
    found: list[tuple[str, int, int]] = []
    start = own.start
    for body in (home, *scene.beside_home):
        words = scene.text[start : own.end]
        gap = len(words) - len(words.lstrip("\n、 "))
        names = [name for name in scene.drafts[body].names if words[gap:].replace("\n", "").startswith(name)]
        if not names:
            return []
        end = start + gap + len(max(names, key=len))
        found.append((body, start + gap, end))
        start = end
    return found if _OF_MATTER.match(scene.text, start, own.end) is not None else []


def _publishers(scene: Scene) -> Iterable[Mention]:
    ranked: dict[int, dict[str, Mention]] = {}
    for mention in scene.mentions:
        if mention.kind != "Agency" or mention.entity is None or scene.draft(mention).kind not in AGENTS:
            continue
        section = scene.scan.section_at(mention.start)
        rank = _publisher_rank(scene, mention, section) if section is not None else None
        if rank is not None:
            ranked.setdefault(rank, {}).setdefault(mention.entity, mention)
    return ranked[min(ranked)].values() if ranked else ()


def is_issuer_line(scene: Scene, section: Section) -> bool:
    """Tell whether a line holds nothing but bodies, or those that edit a bulletin and its date."""
    named = scene.within(section.start, section.end, "Agency")
    if not named:
        return False
    words = sum(mention.end - mention.start for mention in named)
    first, last = named[0].start, named[-1].end
    is_list = words + scene.text.count("、", first, last) == last - first
    is_whole = first == section.start and last == section.end
    is_imprint = _EDITED_BY.fullmatch(scene.text, section.start, first) and _EDITS.fullmatch(
        scene.text, last, section.end
    )
    return is_list and (is_whole or is_imprint is not None)


def _heads_minutes(scene: Scene, section: Section) -> bool:
    """Tell whether a line stands over the one that says minutes (甲市政府 / 专题会议纪要), or an order of several."""
    if section.start >= _NEWS_HEAD:
        return False
    return any(words.match(scene.text, section.end) is not None for words in (_MINUTES_BELOW, _ORDER_BELOW))


def _signs_without_day(scene: Scene, section: Section) -> bool:
    """Tell whether the last line of a paper with title and addressees is the body that signs it."""
    kinds = scene.scan.last_of_kind
    own = scene.own_title
    is_told = own is not None and (SectionKind.ADDRESSEE in kinds or _TO_ALL.search(own.surface) is not None)
    is_paper = is_told and SectionKind.SIGNATURE not in kinds
    low = kinds[SectionKind.ADDRESSEE].end if SectionKind.ADDRESSEE in kinds else own.end if own is not None else 0
    if not is_paper or not is_issuer_line(scene, section) or _is_day_line_in(scene, low, section.start):
        return False
    return kinds[SectionKind.BODY] is section or _stands_over_carried(scene, section)


def _is_day_line_in(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a date is a line of its own there: what stands behind the day that signs is a list."""
    lines = ((day, scene.scan.section_at(day.start)) for day in scene.within(start, end, "Date"))
    return any(line is not None and (line.start, line.end) == (day.start, day.end) for day, line in lines)


def _stands_over_carried(scene: Scene, section: Section) -> bool:
    """Tell whether a line of issuers, alone or over others of them, ends a notice over the title of what it sends."""
    titles = {mention.start for mention in scene.mentions if mention.rule == "title-line"}
    sections = [one for one in scene.scan.document.sections if one.start > section.start] if titles else []
    below = next((one for one in sections if not is_issuer_line(scene, one)), None)
    return below is not None and below.start in titles


def _publisher_rank(scene: Scene, mention: Mention, section: Section) -> int | None:
    """Rank the places where a publisher is named: issuer line, signature, metadata, news head or source, red head."""
    text, kind = scene.text, section.kind
    is_head = kind is SectionKind.MASTHEAD or _heads_minutes(scene, section)
    if is_head and is_issuer_line(scene, section):
        return 0
    if kind in _RANKS or (kind is SectionKind.BODY and _signs_without_day(scene, section)):
        return _RANKS.get(kind, 1)
    is_metadata = kind is SectionKind.METADATA
    if is_metadata and _ISSUER.match(text, section.start) is not None:
        return 2
    before = text[max(section.start, mention.start - _LABEL_LIMIT) : mention.start]
    is_news = mention.start < _NEWS_HEAD and _WIRE.match(text, mention.end) is not None
    is_own_line = mention.rule == "agency-source" and section.end - section.start <= LINE_OF_SOURCE
    is_told = _SOURCE.search(before) is not None
    is_source = (is_told and (is_metadata or is_own_line)) or (is_metadata and _posts_page(text, mention, section))
    if is_news or is_source or sends_in(scene, mention, section):
        return 3
    is_site = before.endswith("：") and _SITE.search(before) is not None
    if mention.rule == REPORTING or is_site:
        return 5 if is_site else 4
    names = kind is SectionKind.MASTHEAD and mention.start == section.start
    is_series = names and _CALLED_AFTER.match(text, mention.end, section.end) is not None
    is_red = kind is SectionKind.MASTHEAD and text.endswith("文件", section.start, section.end)
    return 6 if is_red else 7 if is_series else None


def _posts_page(text: str, mention: Mention, section: Section) -> bool:
    """Tell whether a medium stands beside the day or moment at which it put the page up."""
    if mention.rule != "agency-source":
        return False
    opens = mention.start == section.start and text[mention.end : mention.end + 2] == "20"
    return opens or (mention.end == section.end and text[mention.start - 1].isdigit())


# A group may hold several pieces of the line: 各市州、县市区人民政府.
_RECIPIENTS = frozenset({"agency-recipient", "agency-group"})


def state_distribution(scene: Scene) -> Iterator[Fact]:
    """State to whom the document is sent and copied."""
    copied = False
    for section in scene.scan.document.sections:
        line = scene.text[section.start : section.end]
        if section.kind is SectionKind.FOOTER:
            if _COPIED.match(line):
                copied = True
            elif re.match("(?:主送|报送?|呈报?|送|发送?|分送)：", line):
                copied = False
        elif section.kind is not SectionKind.ADDRESSEE:
            continue
        for mention in scene.within(section.start, section.end, "Agency"):
            if mention.rule not in _RECIPIENTS or mention.entity is None:
                continue
            yield Distribution(
                relation="copiedTo" if copied and section.kind is SectionKind.FOOTER else "sentTo",
                recipient=mention.entity,
                evidence=scene.cite(mention.start, mention.end, "distribution", confidence=0.97),
            )


def state_own_policy(scene: Scene) -> Iterator[Fact]:
    """State what the head says of the document as a policy: text of, number, signature, issuers, issued."""
    own = next((m for m in scene.mentions if m.rule == "title-own" and m.entity is not None), None)
    if own is None or own.entity is None:
        own = next((m for m in scene.mentions if is_own_number(scene, m)), None)
        if own is None or own.entity is None:
            return
    yield TextOf(policy=own.entity, evidence=scene.cite(own.start, own.end, "own-title", confidence=0.97))
    if _is_passed_on(scene, own):
        return
    publishers = own_issuers(scene)
    number = next((m for m in scene.mentions if is_own_number(scene, m)), None)
    dated = scene.calendar.document
    for mention in publishers:
        assert mention.entity is not None  # noqa: S101 - agencies are resolved
        yield Issuance(
            issuer=mention.entity, policy=own.entity, evidence=scene.cite(mention.start, mention.end, "own-issuer")
        )
    titled = issuers_in_head(scene)
    for body, start, end in titled:
        cited = scene.cite(start, end, "issuer-in-title", confidence=0.8)
        yield Issuance(issuer=body, policy=own.entity, evidence=cited)
    is_sent = dated is not None or SectionKind.ADDRESSEE in scene.scan.last_of_kind
    if number is not None or titled or (publishers and is_sent):
        sign = number or (own if titled else publishers[0])
        yield PolicyState(policy=own.entity, status="Issued", evidence=scene.cite(sign.start, sign.end, "own-issued"))
    signed = signature_date(scene)
    if signed is not None:
        date = scene.calendar.value(signed)
        if date is not None and date.start.day is not None:
            yield Signature(
                policy=own.entity, date=date.start, evidence=scene.cite(signed.start, signed.end, "own-signature")
            )


def own_issuers(scene: Scene) -> list[Mention]:
    """Give one mention of each body that signs or issues the document, no site and no paper among them."""
    bodies = [m for m in publishers_of(scene) if scene.draft(m).kind == "Agency" and not _MEDIUM.search(m.surface)]
    return [m for m in bodies if _stands_for_own(scene, m)]


def _stands_for_own(scene: Scene, mention: Mention) -> bool:
    """Tell whether a body signs or issues the document, or is the source of a page whose paper can be its own."""
    own, section = scene.own_title, scene.scan.section_at(mention.start)
    is_source = section is not None and _publisher_rank(scene, mention, section) == _SOURCE_RANK
    return own is None or not is_source or can_issue(scene, own, mention)


def _is_passed_on(scene: Scene, own: Mention) -> bool:
    """Tell whether a letter without a title stands above a paper, sent to somebody and signed, that passes it on."""
    sent = any(s.kind is SectionKind.ADDRESSEE and s.end <= own.start for s in scene.scan.document.sections)
    return sent and is_below_signature(scene, own.start)


def is_own_number(scene: Scene, mention: Mention) -> bool:
    """Tell whether a mention is the document's own number."""
    if mention.rule != "document-number":
        return False
    section = scene.scan.section_at(mention.start)
    if section is None:
        return False
    if section.start == mention.start and _ORDER_LINE.search(mention.surface) and mention.start < _NEWS_HEAD:
        return True
    if scene.scan.promulgates(mention.start, mention.end):
        return any(one.rule == "title-own" and one.entity == mention.entity for one in scene.mentions)
    field = _NUMBER_FIELD.match(scene.text[section.start : section.end])
    return section.kind is SectionKind.NUMBER or (section.kind is SectionKind.METADATA and field is not None)


def signature_date(scene: Scene) -> Mention | None:
    """Give the date of signature: under the text, else the metadata's."""
    dates = [m for m in scene.mentions if m.kind == "Date"]
    for mention in dates:
        if scene.scan.is_in(mention.start, SectionKind.SIGNATURE):
            return mention
    order = next((m for m in scene.mentions if is_own_number(scene, m)), None)
    if order is not None and scene.scan.promulgates(order.start, order.end):
        section = scene.scan.section_at(order.start)
        before = [m for m in dates if section is not None and section.start <= m.start < order.start]
        if before:
            return before[-1]
    for mention in dates:
        section = scene.scan.section_at(mention.start)
        if section is None:
            continue
        is_force = scene.text.startswith("自", mention.start - 1)
        is_imprint = section.kind is SectionKind.NUMBER and not is_force
        if is_imprint or _DATE_FIELD.match(scene.text[section.start : section.end]):
            return mention
    dated = scene.calendar.document
    section = scene.scan.section_at(dated.mention.start) if dated is not None else None
    if dated is not None and section is not None and section.kind is SectionKind.BODY:
        is_alone = dated.mention.start == section.start and dated.mention.end == section.end
        is_head = is_alone and is_minutes(scene) and dated.mention.start < _NEWS_HEAD
        return dated.mention if is_head or scene.calendar.signs_alone(dated.mention, section) else None
    return None


def state_numbers(scene: Scene) -> Iterator[Fact]:
    """State the number of each policy that stands with one."""
    stated: set[tuple[str, str]] = set()
    for mention in scene.mentions:
        if mention.rule != "document-number" or mention.entity is None:
            continue
        number = re.sub(r"\s", "", mention.surface) if _ORDER_NUMBER.search(mention.surface) else mention.surface
        key = number.translate(_ONE_FORM)
        if (mention.entity, key) not in stated:
            stated.add((mention.entity, key))
            yield Numbering(
                policy=mention.entity,
                number=number,
                evidence=scene.cite(mention.start, mention.end, "document-number", confidence=0.97),
            )


def numeral(written: str) -> int | None:
    """Give a whole number, None if the words are none."""
    value = numeral_value(written)
    return int(value) if value is not None and value == value.to_integral() else None
