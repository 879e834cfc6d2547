"""A scan in, policy and work candidates out: titles, document numbers, by the words of official papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from graphkit.extract.mentions.listed_titles import KIND_END, find_listed_titles
from graphkit.extract.mentions.old_numbers import find_old_numbers
from graphkit.extract.mentions.plans import find_plans
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention, MentionKind
from graphkit.model.text import Section, SectionKind
from graphkit.normalise.breaks import DOCUMENT_KINDS
from graphkit.normalise.document_numbers import ORDER_SERIAL, SERIAL, YEAR_FIRST

_WORK_END = re.compile(
    "(?:提案|(?<!政府工作)报告|专报|(?<!分[解工])表|(?<!议定)书|证明|模板|范本|论文|附件|申请|建议|读本|丛书|年鉴|白皮书)(?:（[^（）]{1,20}）)*$"
)
# A report to a congress from which others draw their tasks: 《政府工作报告》确定的重点任务.
_SETS_WORK = re.compile("确定|明确|提出|部署|重点|任务|目标|上半年|下半年|主要|要求|等文件")
# A party committee's proposal of a plan is one of its documents.
_PROPOSAL = re.compile("关于(?:制定|加强|推进|深化)[^》]*的建议$")
_SERIAL = re.compile(SERIAL)
# The number of a case is none: 〔2019〕某民初字第12号判决.
_YEAR_FIRST = re.compile(YEAR_FIRST + "(?!(?:民事|刑事|行政|执行|决定)?(?:判决|裁定|裁判|调解书|案))")
_WORD_OF_NUMBER = re.compile("(?:[一-鿿]{1,6}（[一-鿿]{1,3}）[一-鿿]{1,2}|[一-鿿A-Za-z]{1,18})$")
_NUMBER_LEAD = re.compile(
    "^.*(?:文件|印发|转发|下发|根据|依据|按照|遵照|依照|以|和|与|及|对|的|经(?![信贸济委开管办发])|见|为|文号|字号|号|令第|通知|决定|意见|办法|规定|方案|批复|由|将|了|至|在|之|如|等)(?=[一-鿿]{2,})|^(?:关于|印发|转发|因|按|是)|^原(?=[一-鿿]{3,})(?![政党办])|^你[省市县区州院局厅委部](?=[一-鿿])"
)
# （见…号）, （文号：…）: words in brackets before the number itself.
_SEE = re.compile("详?见|文号|即|以下|简称|原|附")
_GAZETTE = re.compile(r"(?:公告|令|通告)(?:（\d{4}年第?\d+号）|\n?\d{4}年第\d+号)")
# 令, the number of an order: 中华人民共和国国务院令第652号; 省政府第3号令.
_ORDER = re.compile(
    r"令\d{1,3}号|(?:令|公告)(?:\n?第[\d一二三四五六七八九十百〇零]{1,6}号令?|\n?（第[\d一二三四五六七八九十百〇零]{1,6}号）)|"
    + ORDER_SERIAL
)
# What stands alone under the title of an order or announcement: 2020年第5号, 第2号令.
_COUNT_ALONE = re.compile(r"（?(?P<number>\d{4}年第\d{1,4}号|第[\d一二三四五六七八九十百〇零]{1,6}号令?)）?$")
_ORDERS = re.compile("[院府部委局署行会厅席]$|^国$")
_CUT_NUMBER = re.compile(
    r"(?:【(?:文号|发文字号|发布文号)】|(?:文号|发文字号|发文文号|发布文号)：)(?P<number>[一-鿿]{2,12}[〔\[]\d{4}[〕\]]\d{1,4}|[〔\[]\d{4}[〕\]]\d{1,4}号)$"
)
_DATE_TAIL = re.compile("[年月日]|.{0,8}[一二三四五六七八九十]日")
_GAZETTE_ISSUER, _ORDER_ISSUER = re.compile("[一-鿿]{2,24}$"), re.compile("[一-鿿]{1,24}$")
_TITLE_LEAD = re.compile(
    r"^(?:【[^】]*】|\[[^\]]*\]|[-|•·]|(?:发文)?标题：|名称：|title：|shortTitle：|[一-鿿]{2,6}[丨|│](?=[一-鿿]{3}))+(?:[一-鿿]{2,12}"
    + SERIAL
    + ")?"
)
# What a news agency writes before the title of a paper that it sends out: 新华社某地3月16日电.
_DATELINE = re.compile(
    r"(?:新华社|中新社|中新网|本报|[一-鿿]{2,8}[社网报])[一-鿿]{0,8}(?:\d{1,2}月)?\d{1,2}日(?:电|讯) ?"
)
# A title that web pages write with its number behind it: …的通知（岳办发〔2017〕2号）.
_NUMBER_BEHIND = re.compile(r"(?:（[一-鿿]{1,12}〔\d{4}〕第?\d+号）|\[\d{1,2}\])$")
# What a page writes before its title: 政务公开 > 通知公告 > 某局关于…的通知, 政策丨….
_PAGE_PATH = re.compile("[^，。；》]{1,40}[丨｜|>＞»]")
# The title of a paper that news gives in full, over those it is sent to.
_TITLE_IN_NEWS = re.compile(
    "[一-鿿、]{3,40}?(?:关于|转发|批转|印发)[^，。；：！？\n]{4,80}的(?:通知|意见|决定|批复|通报|函)(?:（[^（）\n]{1,20}）)?"
)
_ADDRESSED = re.compile("\n+(?:各|[一-鿿]{2,12}人民政府)[^。\n]{2,200}：\n")
_WHOLE_QUOTED = re.compile("《(?:[^《》]|《[^《》]*》)*》")
_FOOTNOTE = re.compile(r"\[\d{1,2}\]")
# What an authority serves on somebody: 行政处罚决定书（某公司）.
# The issuer that opens a title, and a line above that is another one.
_ISSUER_KIND = "(?:委员会|人民政府|人民法院|人民检察院|办公[厅室]|[支总大]队|[局厅部委院署办会社])"
_ISSUER_OF_TITLE = re.compile(f"(?P<name>[一-鿿]{{3,30}}?{_ISSUER_KIND})(?=关于|印发|转发)")
_ISSUER_LINE = re.compile(f"[一-鿿]{{3,30}}{_ISSUER_KIND}")
_ISSUER_LINES = frozenset({SectionKind.MASTHEAD, SectionKind.TITLE})
_SENTENCE = re.compile("(?:决定|告知|通知)书(?:（[^（）]{1,60}）)?$")
# What is sent out without 《》: 印发关于推动渔业发展的通知.
_SENT_OUT = re.compile(
    "(?<=印发|下发|发布|公布)了?(?P<title>关于[^，。；：《》！？、“”\n]{4,60}?的(?:通知|意见|公告|通告)(?:（[^（）\n]{1,20}）)?)(?=[，。；、]|$)"
)
_QUOTED_TITLE = re.compile("《((?:[^《》\n]|《[^《》\n]{2,60}》){4,80})》")
# What a delegate asks for, in quotation marks: 您提出的“关于改善…的建议”收悉.
_ASKED = re.compile("“(?P<title>关于[^，。；：“”《》\n]{4,60}?的(?:建议|提案|议案))”")
# What a notice sends out, as its title says without 《》: 关于印发某规划的通知.
_CARRYING = re.compile(
    "(?:印发|公布|发布|下发)(?P<what>[^《》，。\n]{4,60}?(?:"
    + "|".join(DOCUMENT_KINDS)
    + "|预案)(?:（[^（）]{1,20}）)*)的(?:通知|公告|决定|通告)$"
)
_TITLED = frozenset({SectionKind.TITLE})
# The title of a notice that only passes on another: 甲局、乙局转发丙部《…的通知》.
_PASSES_ON = re.compile("[一-鿿、]{4,40}(?:转发|批转|印发)[^。，；]*《.{4,100}》$")
_SHORT_TITLE = re.compile("[-|•·]?(?:title|shortTitle|名称|(?:发文)?标题)：")
# A broadcast or paper named in brackets by a news item's head: 消息（新闻联播）.
_PROGRAMME = re.compile("消息（((?!记者|通讯员|特约|见习|本报)[^（）\n]{2,10})）")
# A decision of a congress or committee named by its matter, 《》 within it or none.
_RESOLUTION = re.compile(
    "(?<=[会院府委、了过])关于(?P<matter>(?:《[^《》\n]{2,60}》|[^，。；：《》！？、“”\n]|、(?!关于)){2,80}?)的(?:决定|决议|议案审议结果的报告)(?=[、，。；]|和|及|以及|$)"
)
_RESOLVER = re.compile("[一-鿿]{2,24}$")
_VERB_OF_PASSING = re.compile("^.*(?:通过了?|批准了?|审议了?|根据|按照|落实|执行|作出了?|以及|和)")
# A notice or decision that is gone by, without 《》: 按照某厅关于做好…的通知要求.
_CITED = re.compile(
    "关于[^，。；：《》！？\n]{4,60}?的(?:通知|通报|意见|决定|批复|通告|复函)(?=（[^（）\n]{2,30}号）|的?要求|的?精神|的?规定|[，、。；])"
)
# What an authority serves, by its kind and number: 某监管局行政处罚决定书〔2021〕3号.
# The number of a standard behind its title: 《危险废物鉴别标准》（GB5085.1-7）.
_STANDARD = re.compile(
    r"(?<=》（)(?:GB|DB ?\d{2,4}|[A-Z]{2,3})(?:/[TZ])? ?\d{2,5}(?:\.\d{1,3})?(?:[-—~－]{1,2}\d{1,4})*(?=[）、，；])"
)
_SERVED = re.compile("[一-鿿]{2,40}(?:决定书|告知书|意见书|认定书|通知书)$")
_BY_WHOM = re.compile(
    "(?:根据|依据|按照|依照|遵照|落实|执行|贯彻|传达了?|宣读了?)(?P<issuer>[一-鿿]{0,24}(?:、[一-鿿]{2,12}(?:厅|府|委|局|办公室))?)$"
)
_SERVED_LEAD = re.compile("^.*(?:根据|依据|按照|作出|做出|发布|公布|收到|见|的)(?=[一-鿿]{4,})")
_SERVED_LIMIT = 44
_HEAD, _QUOTE_LIMIT, _TITLE_LINES, _WORD_LIMIT, _ISSUER_LIMIT = 400, 160, 3, 18, 24
# Characters of a number's word, and how many may stand before 〔 after an issuer's name.
_LONG_NUMBER, _LONG_WORD = 8, 6

# The first heading of a text without a title: 一、总体要求.
_HEADING = re.compile("[一二三四五六七八九十]{1,3}、[^，。《》]{2,12}$")


def find_policies(scan: Scan) -> Iterator[Mention]:
    """Iterate over policy and work candidates; they may overlap."""
    yield from _quoted(scan)
    yield from _numbers(scan)
    yield from find_old_numbers(scan)
    yield from _own_titles(scan)
    yield from _title_lines(scan)
    for match in scan.matches(_PROGRAMME):
        yield scan.mention(match.start(1), match.end(1), "Work", "programme")
    for match in scan.matches(_ASKED):
        yield scan.mention(*match.span("title"), "Work", "title-asked")
    yield from find_plans(scan)
    yield from find_listed_titles(scan)
    yield from _resolutions(scan)
    yield from _sent_out(scan)


def _quoted(scan: Scan) -> Iterator[Mention]:
    """Iterate over outermost 《…》, nested ones inside; a missing close ends at the line."""
    text = scan.text
    position = text.find("《")
    while position >= 0:
        depth, end = 1, position + 1
        limit = min(len(text), position + _QUOTE_LIMIT)
        while end < limit and depth and text[end] != "\n":
            depth += (text[end] == "《") - (text[end] == "》")
            end += 1
        if depth == 0 and end - position > 2:
            is_source = _SETS_WORK.match(text, end) and text.endswith("政府工作报告", position, end - 1)
            kind = "Work" if is_source else _kind_of(text[position + 1 : end - 1])
            yield scan.mention(position + 1, end - 1, kind, "title-quoted")
            position = text.find("《", end)
        else:
            close = text.find("》", position)
            stop = close if 0 < close - position < _QUOTE_LIMIT and "\n" not in text[position:close] else -1
            if stop > position + 1:
                yield scan.mention(position + 1, stop, _kind_of(text[position + 1 : stop]), "title-quoted")
            position = text.find("《", max(stop, position + 1))


def _kind_of(title: str) -> MentionKind:
    """Tell a document with force from another titled work, by the word its title ends in."""
    if _PROPOSAL.search(title):
        return "Policy"
    if _WORK_END.search(title) and not re.search("标准|参照|裁量|基准", title):
        return "Work"
    return "Policy" if KIND_END.search(title) or title.startswith("关于") else "Work"


def _numbers(scan: Scan) -> Iterator[Mention]:
    """Iterate over document numbers standing by themselves."""
    for match in scan.matches(_GAZETTE):
        issuer = _GAZETTE_ISSUER.search(scan.text, max(0, match.start() - _ISSUER_LIMIT), match.start())
        is_of_line = "\n" not in match[0] or (issuer is not None and _ORDERS.search(issuer[0]))
        if issuer is not None and is_of_line:
            yield scan.mention(issuer.start(), match.end(), "Policy", "document-number")
    for match in scan.matches(_ORDER):
        issuer = _ORDER_ISSUER.search(scan.text, max(0, match.start() - _ISSUER_LIMIT), match.start())
        if issuer is not None and _ORDERS.search(issuer[0]):
            start = _order_start(scan, issuer.start(), match.start())
            yield scan.mention(start, match.end(), "Policy", "document-number")
    yield from _cut_numbers(scan)
    for match in chain(scan.matches(_YEAR_FIRST), scan.matches(_STANDARD)):
        yield scan.mention(match.start(), match.end(), "Policy", "document-number")
    before = 0
    for match in scan.matches(_SERIAL):
        word = _WORD_OF_NUMBER.search(scan.text, max(before, match.start() - _WORD_LIMIT), match.start())
        low, before = before, match.end()
        if word is None:
            if _is_line(scan, match):
                yield scan.mention(match.start(), match.end(), "Policy", "document-number")
            continue
        is_whole = scan.text[word.start() - 1 : word.start()] == "（" and not _SEE.match(word[0])
        served = _SERVED.search(scan.text, max(low, match.start() - _SERVED_LIMIT), match.start())
        if served is not None:
            said = _SERVED_LEAD.match(served[0])
            first = served.start() + (said.end() if said is not None else 0)
            yield scan.mention(_in_section(scan, first, match.start()), match.end(), "Policy", "document-number")
            continue
        lead = None if is_whole else _NUMBER_LEAD.match(word[0])
        start = word.start() + (lead.end() if lead else 0)
        start = _in_section(scan, max(start, word.start() + _after_date(scan, word)), match.end() - 1)
        start = _in_cell(scan, start, match.start())
        yield scan.mention(_after_body(scan, start, match.start()), match.end(), "Policy", "document-number")


def _in_section(scan: Scan, start: int, within: int) -> int:
    """Give a start that does not lie before the paragraph of what it begins."""
    section = scan.section_at(within)
    return max(start, section.start) if section is not None else start


def _in_cell(scan: Scan, start: int, end: int) -> int:
    """Give a start that does not lie before the column of what it begins."""
    return next((at for at in range(end, start, -1) if scan.is_name_break(at)), start)


def _is_line(scan: Scan, match: re.Match[str]) -> bool:
    """Tell whether a number that lacks its letters is a line of its own near the head."""
    section = scan.section_at(match.start())
    return section is not None and match.end() <= _HEAD and scan.text[section.start : section.end].strip() == match[0]


def _after_date(scan: Scan, word: re.Match[str]) -> int:
    """Give how much of a number's word is the end of a date before it: 2005年4月2日 + 某政〔2005〕8号."""
    tail = _DATE_TAIL.match(word[0])
    is_date = tail is not None and (len(tail[0]) > 1 or scan.text[word.start() - 1 : word.start()].isdigit())
    return tail.end() if tail is not None and is_date else 0


def _after_body(scan: Scan, start: int, end: int) -> int:
    """Leave out the issuer told before a number: 县委组织部 + 东组通〔2019〕12号, 国务院 + 国发〔1973〕9号."""
    words = min(end - start, _LONG_WORD)
    central = scan.units.longest_starting(start, frozenset({"central"}))
    if central is not None and central.end < end - 1 and scan.text[central.end] in central.value:
        return central.end
    kinds = (unit for offset in range(end - 2, end - words - 1, -1) for unit in scan.units.ending.get(offset, ()))
    body = next((unit.end for unit in kinds if unit.sense == "suffix" and unit.end > start + 2), None)
    return body if body is not None and end - start > _LONG_NUMBER else start


def _cut_numbers(scan: Scan) -> Iterator[Mention]:
    """Iterate over the numbers of metadata that lack their 号, and those of lines that lack their letters."""
    for line in scan.document.sections:
        is_field = line.kind is SectionKind.METADATA
        cut = _CUT_NUMBER.match(scan.text[line.start : line.end]) if is_field else None
        if cut is not None:
            yield scan.mention(line.start + cut.start("number"), line.end, "Policy", "document-number")
        alone = _COUNT_ALONE.match(scan.text, line.start, line.end) if line.kind is SectionKind.NUMBER else None
        if alone is not None:
            yield scan.mention(*alone.span("number"), "Policy", "document-number")


def _order_start(scan: Scan, start: int, end: int) -> int:
    """Give where the body whose order it is begins: the line's head, a place or central body, else after a verb."""
    section = scan.section_at(end)
    if section is not None and section.start >= start:
        start = section.start
        if not _NUMBER_LEAD.match(scan.text[start:end]) or scan.is_in(start, SectionKind.TITLE, SectionKind.MASTHEAD):
            return start
    whole = scan.text.find("中华人民共和国", start, end)
    units = (unit for offset in range(start, end) for unit in scan.units.starting.get(offset, ()))
    known = next((unit.start for unit in units if unit.sense in {"region", "central"}), None)
    lead = _NUMBER_LEAD.match(scan.text[start:end]) or _DATE_TAIL.match(scan.text[start:end])
    after = start + lead.end() if lead is not None else start
    return whole if whole >= 0 else known if known is not None else after


# 某局召开党组会议 专题学习…报告: a sentence of news, whatever word it ends with.
_NEWS_TITLE = re.compile(
    "(?![^《》]*(?:关于|纪要|通报$|通知$))[^《》]{2,30}?(?:召开|举行|举办|传达学习|专题学习|集中学习|组织学习)"
    "|(?![^《》]*(?:关于|的(?:通知|通报|公告|通告|决定|意见|批复|函)$))[^《》，。转]{2,20}?(?:印发|发布|出台|制定|公布|下发)(?!》)[^《》，。]{4,}"
    "|(?![^《》]*关于)[^《》。]{2,30}?(?:签署|签订|签约|达成)[^《》。]{0,16}(?:协议|备忘录)$"
    "|(?![^《》]*关于)[^《》，。]{2,20}?(?:讨论|征求)[^，。]{4,}(?:意见|稿)$"
    "|[^《》，。]{2,40}[作做](?:了)?(?:重要|大会|工作|动员|专题|主题|总结)*(?:讲话|报告|发言)$"
    "|(?![^《》]*(?:关于|的))[^《》，。]{2,30}?(?:建立|构建|健全|推出|出台|推行|探索|创新)[^《》]{2,30}(?:机制|措施|举措|政策|标准)$"
)


# A headline may end in a word that ends like a law: 多部门开展路政联合执法.
_NO_LAW = re.compile("[执司立普守违犯合护学用方做]法$")


def _own_titles(scan: Scan) -> Iterator[Mention]:
    """Yield the document's own title line where it names a document with force."""
    for section in scan.document.sections:
        line = scan.text[section.start : section.end]
        own = section.kind is SectionKind.TITLE and section.article == 0
        if not own and not (section.kind is SectionKind.METADATA and _SHORT_TITLE.match(line)):
            continue
        lead = _TITLE_LEAD.match(line)
        start = section.start + (lead.end() if lead else 0)
        sent = _DATELINE.match(scan.text, start, section.end)
        start = sent.end() if sent is not None else start
        start = _with_issuers_above(scan, section, start)
        is_quoted = _WHOLE_QUOTED.fullmatch(scan.text, start, section.end) is not None
        start, limit = (start + 1, section.end - 1) if is_quoted else (start, section.end)
        bar = scan.text.find("|", start, limit)  # the next cell of a table of fields
        limit = bar if bar > start and not own else limit
        title = _FOOTNOTE.sub("", scan.text[start:limit])
        is_policy = (
            KIND_END.search(title)
            or _SENTENCE.search(title)
            or _PASSES_ON.match(title)
            or _NUMBER_BEHIND.search(title)
            or re.search("公告（|（废止", title)
        )
        is_named = is_policy and not _NEWS_TITLE.match(title) and not _NO_LAW.search(title)
        behind = _NUMBER_BEHIND.search(scan.text, start, limit)
        end = behind.start() if behind is not None else limit
        is_heading = _HEADING.match(title) is not None
        if title and (is_named or line.startswith("shortTitle")) and not title.startswith("《") and not is_heading:
            yield scan.mention(start, end, "Policy", "title-own")


def _with_issuers_above(scan: Scan, section: Section, start: int) -> int:
    """Take in the lines above a title that give its other issuers (中共某市委 / 某市人民政府关于…的通知)."""
    issuer = _ISSUER_OF_TITLE.match(scan.text, start, section.end)
    above = scan.section_before(section)
    while issuer is not None and above is not None and above.kind in _ISSUER_LINES:
        name = scan.text[above.start : above.end]
        if not _ISSUER_LINE.fullmatch(name) or issuer["name"] in name or name in issuer["name"]:
            break
        start, above = above.start, scan.section_before(above)
    return start


def _title_lines(scan: Scan) -> Iterator[Mention]:
    """Yield lines that repeat a title quoted elsewhere, the head of an enclosed policy, or the text's own title."""
    quoted = {match[1] for match in _QUOTED_TITLE.finditer(scan.text)}
    carried = (_CARRYING.search(scan.text[s.start : s.end]) for s in scan.document.sections if s.kind in _TITLED)
    quoted.update(title["what"] for title in carried if title is not None)
    own = list(_own_titles(scan))
    repeated = quoted.union(title.surface for title in own)
    lines = [s for s in scan.document.sections if s.kind in {SectionKind.BODY, SectionKind.TITLE}]
    for index, section in enumerate(lines):
        title, end = "", 0
        page = _PAGE_PATH.match(scan.text, section.start, section.end)
        if page is not None and scan.text[page.end() : section.end] in repeated:
            yield scan.mention(page.end(), section.end, "Policy", "title-line")
        is_news = not own and _TITLE_IN_NEWS.fullmatch(scan.text, section.start, section.end) is not None
        if is_news and _ADDRESSED.match(scan.text, section.end):
            yield scan.mention(section.start, section.end, "Policy", "title-line")
        for last in lines[index : index + _TITLE_LINES]:
            title += scan.text[last.start : last.end]
            if len(title) > _QUOTE_LIMIT or "。" in title:
                break
            is_own = any(one.start < last.end and section.start < one.end for one in own)
            end = last.end if title in (quoted if is_own else repeated) else end
        if end:
            yield scan.mention(section.start, end, "Policy", "title-line")


def _resolutions(scan: Scan) -> Iterator[Mention]:
    """Iterate over decisions named without 《》: 全国人大常委会关于批准…的决议; a verb or mark stands before."""
    for match in scan.matches(_RESOLUTION):
        issuer = _RESOLVER.search(scan.text, max(0, match.start() - _ISSUER_LIMIT), match.start())
        lead = _VERB_OF_PASSING.match(issuer[0]) if issuer is not None else None
        start = match.start() if issuer is None else issuer.start() + (lead.end() if lead is not None else 0)
        if not re.match("有关|任免", scan.text[match.start() + 2 :][:2]):
            yield scan.mention(start, match.end(), "Policy", "resolution")


def _sent_out(scan: Scan) -> Iterator[Mention]:
    """Iterate over notices named without 《》 behind a verb of issuing."""
    for match in scan.matches(_CITED):
        issuer = _BY_WHOM.search(scan.text, max(0, match.start() - _ISSUER_LIMIT - 2), match.start())
        if issuer is not None:
            yield scan.mention(issuer.start("issuer"), match.end(), "Policy", "cited")
    for match in scan.matches(_SENT_OUT):
        if scan.is_in(match.start(), SectionKind.BODY):
            yield scan.mention(match.start("title"), match.end("title"), "Policy", "resolution")
