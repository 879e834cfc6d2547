"""A text without line breaks in, the offsets at which its parts begin out (documents pasted or scanned as one line)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.normalise.document_numbers import SERIAL
from graphkit.read.chrome import LABEL, around_labels, starts_behind
from graphkit.read.imprints import DAY

_NUMBER = r"[一-鿿]{2,14}[〔\[（(]\d{4}[〕\]）)]第?\d+号"
_KINDS = "通知|意见|通告|公告|决定|批复|报告|请示|方案|办法|规定|函|通报|答复|令|命令|决议|纪要|批示|复函"
# The issuers above the number, with 文件 as a red head or without.
_RED = re.compile(
    f"[^。，；：]{{2,80}}?文件(?={_NUMBER})|(?:(?!关于|的通知)[^。，；：]){{2,60}}?[局厅委部院府办室司署心](?=[一-鿿]{{2,8}}[〔\\[（(]\\d{{4}}[〕\\]）)]第?\\d+号)"
)
_NUMBERED = re.compile(f"（?{_NUMBER}）?")
# A title, and what may stand behind it: a number, who it is for, nothing.
_TITLED = re.compile(
    rf"(?P<title>[^。；：]{{0,100}}?(?:关于|对|转发|印发)[^。；：]{{3,160}}?的[一-鿿]{{0,4}}?(?:{_KINDS})(?![》的”]|精神|要求|落实)(?:（[^（）]{{1,12}}）)?)"
    rf"(?=（?{_NUMBER}|[各你•]|{LABEL}|为|根据|目前|当前|鉴于|《|[^。；：，、《》]{{2,60}}[，、：]|$)"
)
# Without one of these a line has no head, neither a title nor a number.
_OF_HEAD = re.compile(rf"的[一-鿿]{{0,4}}?(?:{_KINDS})|[〔\[（(]\d{{4}}[〕\]）)]")
_ADDRESSED = re.compile("[^。：]{2,500}?：")
_BODIES = re.compile(
    "各|你[省市县区局厅委部院]|人民政府|[局厅委部院办室]|公司|大学|学校|集团|银行|单位|中心|协会|法院|部队"
)
_NO_ADDRESSEE = re.compile("如下|根据|按照|为了|^为|经研究|现将|现就|《")
# These open with a class or a character, so that the engine skips what is none: what ends before a heading.
_BEFORE_HEADING = re.compile(
    r"[。；：）则](?:(?<=[。；：）])(?=(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[一-鿿])"
    r"|(?<=[。；）])(?=[1-9][0-9]{0,2}[.．、][一-鿿])"
    r"|(?<=[。；：则])(?=第[一二三四五六七八九十百]{1,5}[章条](?![第款项规])))"
)
_FIRST_CHAPTER = re.compile("第一章(?!节)")
# Who signs, the day, and what a signature is not followed by: 某局2022年5月26日召开会议, …2022年5月26日印发.
_SIGNATURE = re.compile(
    rf"(?:^|[。）单表案法]|附件：)(?P<signers>[一-鿿]{{4,80}}?[局厅委部院府办室会司署社心团行校组处队])(?P<date>{DAY})"
    r"(?![，、。；：的]|印发|上午|下午|晚|至|起|前|后|在|以|召开|举行|举办|发布|公布|下发|出台|批准|通过|修订|联合|组织|对|向|与|开展|第[一二三四五六七八九十\d]+次)"
)
_PRINT = re.compile(rf"日(?P<print>[一-鿿]{{2,30}}{DAY}印发$)|(?P<copies>抄送：)")
_ANNEX = re.compile("附件(?<=[。：）日]附件)[一二三四1-9]?：")
_OPEN = re.compile("（此件[^（）]{2,10}）")
# Fields behind the text: 【文号】…【关键词】…【颁布时间】….
_QUOTED = re.compile("《([^《》]{6,60})》")
# The label of a line of a member list: …副局长成员：甲某某司司长.
_BEFORE_ROLE = re.compile("[长任员记席家师。：](?=(?:副?组长|副?主任(?:委员)?|成员|委员|秘书长|副?召集人)：)")
_FIELD = re.compile("【[一-鿿]{2,6}】")
_FEWEST_FIELDS = 3
# The items of a bulletin whose lines were joined: …情况。●甲局召开…。●乙局….
_ITEM = re.compile("[●◆■▲★◇▶►](?![●◆■▲★◇▶►]|$)")
_FEWEST_ITEMS = 2
# The labels of the fields that sites and law collections put over a text.
FIELD = (
    "(?:名称|标题|发文标题|索引号|组配分类|(?:信息|主题)?分类|(?:发文|发布|制发|制定)(?:机关|机构|部门|单位)|发文字号|发文文号|文号|成文日期|生成日期|"
    "(?:发布|发文|颁布|公布|印发|公开|实施|施行|生效|废止|失效)(?:日期|时间)|主题词|主题分类|颁布单位|时效性|有效性|效力(?:级别|状态|等级)?|年份|法规分类|关键词|地区部门|公开方式|公开形式|公开范围|公开时限|文件编号|效力状况|内容概况|信息来源|公文时效|内容概述|内容摘要|所属类别|文件来源|发布文号)"
)
_LABEL = re.compile(f"[|-]{{0,2}}{FIELD}：")
# Labels without colon, in the line that a table was made into: 文号某政办〔2011〕129号发布机构某局.
_BARE_LABEL = re.compile(
    "(?:索引号|主题分类|发文机关|发布机构|发文字号|文件编号|文号|成文日期|发布日期|有效性|主题词)(?![：一-鿿]{0,4}[是为的，。])"
)
# An addressee and, in the same line, the words to it: 某市人民政府：你市《…》收悉.
_SPOKEN_TO = re.compile("[^，。；：]{4,60}[府局厅委院部会校]：(?=你[省市县区州委局院部厅校]|你们|[^。]{2,60}收悉)")
# A signature and its date on one line: 工业和信息化部2021年11月15日.
_SIGNED_LINE = re.compile(r"[一-鿿]{2,60}[局厅委部院府办室会司署社心团行](?P<date>\d{4}年\d{1,2}月\d{1,2}日)$")
# 某政发〔2010〕2号 + 某市人民政府关于…的决定, or + 签发人：某某; …的通知 + 某政发〔2010〕2号.
_BESIDE = re.compile(
    rf"（?[一-鿿]{{2,14}}{SERIAL}）?(?=签发人?：|《?[^。；：，《]{{0,60}}(?:关于|转发|批转|印发)[^。；：]{{3,120}}?(?:{_KINDS})(?:（[^（）]{{1,12}}）)?$)"
)
_BEHIND = re.compile(
    rf"(?P<title>(?![一二三四五六七八九十]+、)[一-鿿][^。；：，]{{0,50}}?(?:关于|转发|批转|印发)[^。；：]{{3,100}}?的?(?:{_KINDS}))[一-鿿]{{2,12}}{SERIAL}$"
)
# A short line of a head alone: number, title and number, up to the colon of whom it is for.
_HEAD_LINE = re.compile(
    rf"(?P<before>（?{_NUMBER}）?)?(?P<title>[^。；：]{{0,60}}?(?:关于|转发|印发)[^。；：]{{3,120}}?的?[一-鿿]{{0,4}}?(?:{_KINDS})(?![》的”])(?:（[^（）]{{1,12}}）)?)"
    rf"(?P<behind>（?{_NUMBER}）?)?(?P<to>各[^。；：]{{2,180}}：|[一-鿿]{{2,16}}(?:人民政府|[局厅委院府会校]|公司)：)"
)
# The title of a paper to the public, and in the same line the text that says so: 甲市关于…的通告 + …现通告如下：.
_PUBLIC = re.compile(
    "(?P<title>(?:[一-鿿]{2,30}?)?(?:关于[^。；：，《》]{4,60}?的(?:通告|公告|通知|决定)|[一-鿿]{2,8}令))(?=(?:目前|当前|为|根据|鉴于|[一-鿿]).{4,220}?(?:通告|公告|通知|决定|事项|令)(?:如下)?：$)"
)
# （1957年9月7日国务院批准 + 1957年10月11日某部发布）: who issues stands behind who approves.
_APPROVED = re.compile(rf"（{DAY}[^（）]{{2,30}}?(?:批准|通过)[，、；]?(?={DAY}[^（）]{{2,30}}(?:发布|公布|颁布)）$)")
# The day alone, or with the head of the government, behind the text of a paper: …施行。 + 某日 + 某省关于…的决定.
_DAY_BEHIND = re.compile(
    rf"(?:(?<=。)|^(?=[省市县区]长|主席|主任|总理))(?P<signers>(?:[省市县区]长|主席|主任|总理)：?[一-鿿]{{2,4}}?)?(?P<date>{DAY})"
    r"(?=（此件|[一-鿿]{4,40}(?:关于|办法|规定|条例|细则|方案|计划|规则))"
)
# Who signs and the day, at the end of a line of any length, or before （此件公开发布）.
_SIGNED_END = re.compile(
    rf"(?:^|(?<=[。）])|(?<=敬礼)|(?<=签字：))(?P<signers>[一-鿿]{{4,40}}?[局厅委部院府办室会司署社团行校组队])(?P<date>{DAY})(?=$|（此件)"
)
_FEWEST_PARTS = 2
_NUMBER_REACH = 32
_LONG, _SHORT = 200, 120
"""Characters from which a line is taken apart; where it opens with a red head, fewer are enough."""
_HEAD = 700
_SHORTEST_ISSUER = 4


def breaks_in(line: str) -> Iterator[int]:
    """Iterate over the offsets at which a long line should break: number, title, addressees, headings, signature."""
    if line.endswith("日") and (signed := _SIGNED_LINE.match(line)) is not None:
        yield signed.start("date")
    if "：" in line and (told := _SPOKEN_TO.match(line)) is not None and len(line) > told.end():
        yield told.end()
    if line.endswith("布）") and (approved := _APPROVED.match(line)) is not None:
        yield approved.end()
    yield from _between_fields(line)
    if len(line) < _SHORT or (len(line) < _LONG and _RED.match(line) is None):
        more = (*_around_bar(line), *_around_days(line)) if len(line) >= _SHORT else ()
        yield from sorted({*_breaks_of_short(line), *more})
        return
    cuts = set(_breaks_of_head(line))
    if len(cuts) < _FEWEST_PARTS:
        cuts.update(_breaks_behind_chrome(line))
    cuts.update((*_around_bar(line), *_around_days(line)))
    cuts.update(match.end() for match in _BEFORE_HEADING.finditer(line))
    cuts.update(match.start() for match in _FIRST_CHAPTER.finditer(line))
    for match in _SIGNATURE.finditer(line):
        cuts.update((match.start("signers"), match.start("date"), match.end("date")))
    if "印发" in line or "抄送" in line:
        cuts.update(match.start(match.lastgroup or 0) for match in _PRINT.finditer(line))
    if "附件" in line:
        cuts.update(match.start() for match in _ANNEX.finditer(line))
    cuts.update(place for match in _OPEN.finditer(line) for place in match.span())
    cuts.update(match.end() for match in _BEFORE_ROLE.finditer(line))
    cuts.update(_around_annexed_titles(line))
    items = [match.start() for match in _ITEM.finditer(line)]
    cuts.update(items if len(items) >= _FEWEST_ITEMS else ())
    fields = [match.start() for match in _FIELD.finditer(line)]
    cuts.update(fields if len(fields) >= _FEWEST_FIELDS else ())
    yield from sorted(cut for cut in cuts if 0 < cut < len(line))


def _breaks_of_short(line: str) -> Iterator[int]:
    """Iterate over the offsets at which a shorter line breaks: between parts of a head, about a signature."""
    starts = (*starts_behind(line, _HEAD), 0) if line.endswith("：") else ()
    heads = (_HEAD_LINE.fullmatch(line, start) for start in starts)
    head = next((one for one in heads if one is not None), None)
    if head is not None:
        ends = (head.start(), head.end("before"), head.end("title"), head.end("behind"))
        yield from sorted({cut for cut in ends if 0 < cut < len(line)})
    public = _PUBLIC.match(line) if head is None and line.endswith("：") else None
    if public is not None:
        yield public.end("title")
    signed = _SIGNED_END.search(line) if line.endswith("日") or "（此件" in line else None
    if signed is not None:
        cuts = (signed.start("signers"), signed.start("date"), signed.end("date"))
        yield from (cut for cut in cuts if 0 < cut < len(line))


def _around_days(line: str) -> Iterator[int]:
    for match in _DAY_BEHIND.finditer(line) if "日" in line else ():
        yield from (cut for cut in {match.start(), *match.span("date")} if 0 < cut < len(line))


def _around_bar(line: str) -> Iterator[int]:
    yield from (cut for cut in around_labels(line, _HEAD) if 0 < cut < len(line))


def _breaks_behind_chrome(line: str) -> Iterator[int]:
    """Iterate over the offsets at which a head breaks that stands behind what a site sets over its pages."""
    if _OF_HEAD.search(line) is None:
        return
    for start in starts_behind(line, _HEAD):
        cuts = [start + cut for cut in _breaks_of_head(line[start:])]
        if len(cuts) >= _FEWEST_PARTS:
            yield from (start, *cuts)
            return


def number_beside_title(line: str) -> int | None:
    """Give where a line breaks that holds a document's number and its title, or its number and who signs it off."""
    beside = _BESIDE.match(line) if "号" in line[:_NUMBER_REACH] else None
    if beside is not None:
        return beside.end()
    behind = _BEHIND.match(line) if line.endswith(("号", "号）")) and len(line) < _SHORT else None
    return behind.end("title") if behind is not None else None


def _between_fields(line: str) -> Iterator[int]:
    """Iterate over the offsets at which the further fields of a line begin that opens with one."""
    if _LABEL.match(line) is not None:
        yield from (label.start() for label in _LABEL.finditer(line) if label.start())
    elif _BARE_LABEL.match(line) is not None and "。" not in line:
        labels = list(_BARE_LABEL.finditer(line))
        if len(labels) > 1:
            yield from (cut for label in labels for cut in label.span() if 0 < cut < len(line))


def _breaks_of_head(line: str) -> Iterator[int]:
    """Walk over red head, number and title in the order in which they stand, and the addressees behind them."""
    red = _RED.match(line)
    at = red.end() if red is not None else 0
    if red is not None:
        yield at
        yield from _signed_by_the_red_head(line, red[0])
    seen: set[str] = set()
    while True:
        number, title = _NUMBERED.match(line, at), _TITLED.match(line, at, _HEAD)
        found = number if number is not None and "number" not in seen else None
        if found is None and title is not None and "title" not in seen:
            found = title
        if found is None:
            break
        seen.add("number" if found is number else "title")
        at = found.end()
        yield at
    to = _ADDRESSED.match(line, at)
    if not seen and red is None and (to is None or "各" not in to[0]):
        return
    if to is not None and _BODIES.search(to[0]) and not _NO_ADDRESSEE.search(to[0]):
        yield to.end()


def _around_annexed_titles(line: str) -> Iterator[int]:
    """Iterate over the cuts around the title of a paper that is sent out with the text, quoted in it before."""
    for title in sorted(set(_QUOTED.findall(line, 0, 4 * _HEAD))):
        for match in re.finditer(rf"(?<=[。日）：]){re.escape(title)}(?=为|根据|第一|一、|[12]0\d\d年)", line):
            yield from match.span()


def _signed_by_the_red_head(line: str, red: str | None) -> Iterator[int]:
    """Iterate over the cuts around a signature that repeats the issuer of the red head, whatever stands before it."""
    issuer = (red or "").removesuffix("文件")
    if len(issuer) < _SHORTEST_ISSUER:
        return
    signed = re.search(f"{re.escape(issuer)}(?={DAY})", line)
    date = re.compile(DAY).match(line, signed.end()) if signed is not None else None
    if signed is not None and date is not None:
        yield from (signed.start(), signed.end(), date.end())
