"""A phrase that ends as a meeting's name in, the name without what leads to it out, and whether it names one."""

from __future__ import annotations

import re

from graphkit.normalise.dates import DATE

_NUMERAL = "[一二三四五六七八九十百零〇0-9]+"
# A sitting that is counted is one, whatever its form: 八届六十六次主席会议, 第九次职工代表大会.
_COUNTED = re.compile(rf"第?{_NUMERAL}届|第{_NUMERAL}次")
_YEAR = re.compile("20[0-9]{2}年(?:度)?$")
_SCOPE = re.compile("(?<!中华)全[国省市州县](?=[^“”]{2,}$)|全[国省市州县]会议$")
_LEADING = re.compile(
    r"(?:传达学习|学习传达|传达)(?=[省市县区州全][^，。；]{4,40}(?:会|会议)$)|学习(?=[一二三四五六七八九]中全会)|好(?=[省市县区州党全]|中共)|标(?=[省市县区州全])|学深悟透|[^，。；]{0,16}掀起(?:了)?学习(?:宣传)?(?:贯彻)?(?=[省市县区州党全])|(?:接着|随后|首先|还)(?:集中|专题|深入)?(?:学习|传达)+(?=[省市县区州]|全|党的|中央|中共)|(?:(?:听取|学习|传达|审议)+(?=[省市县区州旗](?:人代会|政协|人大|两会))|听取(?=[省市县区州]委|全)|研讨(?=[省市县区州]委|全国|中央|党)|(?:研究|审议|讨论)(?=政协|第|[一二三四五六七八九十]+届)|采取(?=党[组委])|学习(?=集团|党的|中央|中共|全国|全省|全市|十[一二三四五六七八九]|二十)|(?:经|于|在)?(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日(?:的)?前?|第[一二三四五六七八九十百]+条|(?:上|下)午|近日|日前|今年|本次|此次|这次|年度|一次|首次|[两三四五六七八九]场|有关|各类|重要|系列|[月日号]|第[一二三四五六七八九十]+次(?=专题)|(?:高质量|精心|认真)?(?:组织|筹备|筹办|筹划|谋划|开)好|(?:高质量|精心|认真)(?:组织|筹备|筹办|筹划|谋划)|(?:\d{1,2}月)?[初中底](?=常|全|工)|（[一二三四五六七八九十0-9]{1,3}）(?:组织|做好|开好|办好)?)+"
)
# What a sentence tells before a meeting that passed something: 《…办法》已经2024年3月8日局党组会议审议通过.
_TOLD_BEFORE = re.compile(r"》(?:[（(][^（）()]{1,20}[）)])?(?:业|已)?(?:经|于|在)+(?=[一-鿿\d])")
# 《…安排》等 + 林业局森林防火工作会议: the paper is told of beside the meeting.
_BESIDE_PAPER = re.compile("[^》\n]{0,60}》等(?=[一-鿿]{4})")
# 副区长甲通报 + 区十五届人大五次会议
_TOLD_BY = re.compile(
    "报(?=[一-鿿]{2,8}?[省市县区州旗]第?[一二三四五六七八九十]+届)|(?:会议)?决定(?=[省市县区州旗][一二三四五六七八九十]+届)|[^，。；\n]{2,40}?(?:通报|传达|介绍|解读|汇报|听取|审议)(?:了|和审议)?(?=(?:第?[一二三四五六七八九十]+届全国人大)|(?:[一-鿿]{0,4}[省市县区州旗])?第?[一二三四五六七八九十]+届(?:人大|政协|人民))"
)
# What was passed and 经 before the meeting that passed it: 本方案业经 + 局党组会议, 草案经 + 市政府常务会议.
_PASSED_BY = re.compile(
    r"(?:[^经\n]{0,24}?(?:[已业现后》]|办法|规定|方案|细则|规划|草案|制度|意见|章程|条例|事项|议案|预案|标准))?经(?:过)?"
    "(?![济营贸验费典纪侦适信常理络纬历办销开过委])(?=[一-鿿0-9])"
)
# The short form given to a company before its board's meeting: 某公司（以下简称“公司”） + 第三届董事会第二次会议.
_SHORT_FORM = re.compile(r"（(?:以下|下称|简称|股票代码)[^（）\n]{0,30}）")
# What makes a phrase before a bare 会议 the name of one: its scope, body, form or matter.
_PARTICULAR = re.compile(
    "^(?:全[国省市州县区]|中央|第|党)|[省市州县区局委厅部院办校]|[总组班]全体|工作|推进|调度|研讨|座谈|总结|表彰|启动|交流|协调|督导|现场|扩大|专题|系统|视频|常务|党组|常委|经济|动员|部署|代表|职工|中心组|”|[一-鿿]{2}(?:联席|全体)会议$"
)
# 某市文化和旅游局大会次日…: what the body did the day after the meeting.
_OF_BODY = re.compile("(?:[局厅委院府办室]|(?<!干)部)大会$")
# 全国及全省教育大会: a bare 全国 is no conjunct of its own.
_WITH_NATION = re.compile("全国(?:及|和|与|、)(?=全[省市州县区旗])")
# 全国、自治区和某市林业工作会议: three meetings, of which the last is named whole.
_OTHER_LEVELS = re.compile(
    "(?:(?:全国|自治区|全[省市区]|[省市])(?:、|和|与|及|以及))*(?:全国(?=全)|(?:全国|自治区|全[省市区])(?:和|与|及|以及))"
    "(?=全[省市县区州旗]|自治区|[一-鿿]{2,5}[市县区州旗](?![级委政直]))"
)
# Who gathers a meeting is no part of its name: 青山林场组织 + 全体党员大会; 组织生活会 and 组织工作会议 are names.
_GATHERS = re.compile(
    "^[一-鿿]{2,16}?[局厅委部院场镇乡村校司会社队站所处室区]组织(?=全体|党员|干部|职工|召开|举行|开展|第|各)"
)
# What opens a phrase that names no particular meeting, and what ends one.
_OPENS_NONE = re.compile(
    "(?:全体|全[局厅院校])[一-鿿]{0,6}集体学习(?:研讨)?$|“?[两三四五六]个|(?![0-9]{2,3}次(?:常委|常务|党组|主席|主任|理事|局务|办公))[0-9一二三四五六七八九十两]+次(?!党代|代表)|尚需|尚须|[后拟先]?报(?=党|[省市县区州局厅委])|第[一二三四五六七八九十百]+[章节条]|(?:大会|会议)?经大会|[当]?选大会|"
    "[年月日]|各|该|本|此|这|历次|历届|上述|有关|相关|多次|两次|全会|逐[条个项一]|即?按|会人员|与会|暨|切实|进一步|及时|迅速|立即|落(?!实)|好?上级|会议(?:集体|集中|专题)|（扩大）"
)
_ENDS_NONE = re.compile(
    "(?:^(?:中央|国家|[省市县区州旗]){1,3}级?(?:工作)?会议|^[周月季][度]?(?:工作)?例会|社会|[执筹]委会|组委会|(?:本次|此次|这次|该次)会议|各级(?:工作)?会议|(?:相关|有关|系列|各类|上级)(?:工作)?会议|(?:做|(?<!工)作|[做作]好|收集)会议|[^工合协]作大会)$"
)
# A body, scope or centre that a meeting is of, wherever it stands in a phrase: …学习 + 中央经济工作会议.
_OWNER = re.compile(
    "中央(?=经济|农村|政治|城市|金融|人才|民族|统战|政法|工作)|国务院|[省市县区州旗](?:委|政府|政协|人大)|全[国省市县区州]|自治区(?:党委|政府)|党的"
)
_DEALS_WITH = frozenset("研究 部署 安排 服务 保障 通报 研讨 讨论 宣讲 报道 采访".split())
# 创建全国文明城市…誓师大会: what a drive seeks is no owner.
_SEEKS = frozenset({"创建", "争创", "争当", "建设"})
# What a meeting's own matter begins with, where a name may hold a verb before an owner: 全市学习贯彻….
_WHOLE = re.compile("精神|^全[国省市县区州]|^(?:中央|国务院)")
_YEAR_REACH = 6
# Levels that meet together: 省、 + 市总河长会议, 全省、 + 全市河长制工作会议; 市委 and 市政府 are bodies of their own.
_LEVELS = re.compile(
    "(?:(?:^|(?<=[，。；：、\\n和与及年了席加开看照据习达实彻神在经]))(?:国家、|中央、)?(?:[省市州区]、)+|(?:全[省市州区]、)+)$"
)
_NEXT_LEVEL = re.compile("全?[市县区州旗](?![委纪局级政党法监])")
# Matters of one meeting: 全市河长制、 + 湖长制工作推进会议.
_MATTERS = re.compile(
    "全[省市州县区旗镇乡](?:(?![^、]{0,12}(?:部署|要求|决策|任务|精神|重点|讲话)、)[^\\W的了在会对将为、]{2,12}、){1,3}$"
)
_OF_CABINET = ("国务院常务", "国务院全体", "国务院第")
_LEVELS_REACH, _MATTERS_REACH = 8, 44
ONE_OF_MANY = re.compile("[0-9“《]|第[一二三四五六七八九十百]+[次届]")
"""What tells one sitting from all that a body holds."""
# 各公司尽快 + 召开安全生产专题会议: whichever each of them holds.
_ASKED_TO_HOLD = re.compile(
    "(?:^|[，。；：\n])各[^，。；：]{1,12}?(?:都|均)?(?:要|应|须|必须|尽快|及时|迅速|立即|也要)+(?:认真|专题|组织)*(?:召开|举行|组织召开)$"
)
# 通过 + 党组会议、中心组专题会议、党课等深入学习: ways to study.
_WAY = re.compile("(?:通过|利用|依托|借助|运用)(?:召开)?(?:[^，。；：]{2,12}、){0,4}$")
_OTHER_WAYS = re.compile("(?:、[^，。；、]{2,12}){0,5}(?:等|以及)")
_MANY_REACH = 28


def is_any_of(text: str, start: int, end: int) -> bool:
    """Tell whether a phrase means the meetings that several are to hold, or one of several ways to do something."""
    if text.startswith(("的形式", "的方式"), end) and text.endswith("召开", 0, start):
        return True  # 以召开党组会议的形式传达
    if ONE_OF_MANY.search(text[start:end]) or text.startswith("全", start):
        return False
    low = max(0, start - _MANY_REACH)
    way = _WAY.search(text, low, start)
    is_way = way is not None and _OTHER_WAYS.match(text, end) is not None
    return is_way or _ASKED_TO_HOLD.search(text, low, start) is not None


def trimmed(text: str, start: int, end: int) -> int:
    """Drop leading words that are no part of a name."""
    nation = _OTHER_LEVELS.match(text, start, end) or _WITH_NATION.match(text, start, end)
    start = nation.end() if nation is not None else start
    gathers = _GATHERS.match(text[start:end])
    start = start + gathers.end() if gathers is not None else start
    told = _TOLD_BEFORE.search(text, start, end)
    start = told.end() if told is not None else start
    for lead in (_BESIDE_PAPER, _TOLD_BY):
        found = lead.match(text, start, end)
        start = found.end() if found is not None else start
    start = _after_passed(text, start, end)
    for form in _SHORT_FORM.finditer(text, start, end):
        start = form.end()
    start = _after_date(text, start, end)
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading is not None and leading.end() < end else start
    scope = _SCOPE.search(text[start:end])
    before = text[start : start + scope.start()] if scope is not None else ""
    is_studied = "精神" in text[start:end] and re.fullmatch("(?:深入|专题)?(?:学习|宣传|贯彻|传达|落实)+", before)
    if (
        scope is not None
        and not is_studied
        and not re.search("[局委厅部院办]$|^第[^，。]{1,5}[次届]$|暨$|[创争][建创当]$", before)
    ):
        start += scope.start()
    joint = _joint_start(text, start)
    year = _YEAR.search(text, max(0, joint - _YEAR_REACH), joint)
    return year.start() if year is not None and (joint < start or text.startswith("全", joint)) else joint


def after_verb(name: str, edges: frozenset[str]) -> int:
    """Give where the owner in a name stands behind a verb (…学习 + 中央经济工作会议); 0 where it opens it."""
    if _WHOLE.search(name):
        return 0
    owners = (found.start() for found in _OWNER.finditer(name) if found.start() > 1)
    before = ((start, {name[start - 2 : start], name[start - 3 : start]}) for start in owners)
    return next((start for start, verbs in before if verbs & edges | verbs & _DEALS_WITH and not verbs & _SEEKS), 0)


def _after_passed(text: str, start: int, end: int) -> int:
    """Leave out what was passed, and the word that it was passed by."""
    passed = _PASSED_BY.match(text, start, end)
    return passed.end() if passed is not None and passed.end() < end else start


def _after_date(text: str, start: int, end: int) -> int:
    """Leave out the date of a meeting and what stands before it: 公司 + 2021年11月15日 + 第二届董事会第五次会议."""
    opening = DATE.match(text, start, end)
    if opening is not None and "月" in opening[0]:
        return _after_passed(text, opening.end(), end)
    days = [found.end() for found in DATE.finditer(text, start, end) if re.search("年.*月.*日$", found[0])]
    return days[-1] if days and days[-1] < end else start


def _joint_start(text: str, start: int) -> int:
    """Take in the levels or the matters that a meeting has together, parted by 、 from the last."""
    if (
        text.startswith("国务院", start)
        and text.endswith("中央、", 0, start)
        and not text.startswith(_OF_CABINET, start)
    ):
        return start - len("党中央、") - text.endswith("中共中央、", 0, start)
    if not text.startswith("、", start - 1) or text.startswith("全国", start):
        return start
    if not text.startswith("全", start):
        matters = _MATTERS.search(text, max(0, start - _MATTERS_REACH), start)
        start = matters.start() if matters is not None else start
    if not _NEXT_LEVEL.match(text, start):
        return start
    levels = _LEVELS.search(text, max(0, start - _LEVELS_REACH), start)
    is_joint = levels is not None and not text.endswith("全国、", 0, levels.start())
    return levels.start() if levels is not None and is_joint else start


def with_year(text: str, start: int) -> int:
    """Take in the year right before the scope of a name (2021年 + 全国…会议)."""
    year = _YEAR.search(text, max(0, start - _YEAR_REACH), start)
    return year.start() if year is not None and text.startswith("全", start) else start


def names_one(name: str, generic: frozenset[str]) -> bool:
    """Tell whether a phrase names one particular meeting."""
    head = next(word for word in ("会议", "大会", name[-1]) if name.endswith(word))
    if name == head or name in generic or "或" in name or _OPENS_NONE.match(name) or _ENDS_NONE.search(name):
        return False
    if _COUNTED.search(name):
        return True
    if name.endswith("代表大会") and not re.search("[届次年暨]", name):
        return False
    if name.endswith("人民代表大会") or (head == "大会" and _OF_BODY.search(name)):
        return False
    return head != "会议" or bool(_PARTICULAR.search(name))
