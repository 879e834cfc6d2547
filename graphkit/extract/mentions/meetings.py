"""A scan in, meeting candidates out: the longest phrase that names a particular meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.counted_sittings import parts_of
from graphkit.extract.mentions.joint_meetings import first_of, taking_up
from graphkit.extract.mentions.meeting_names import ONE_OF_MANY, after_verb, is_any_of, names_one, trimmed, with_year
from graphkit.extract.mentions.study_meetings import find_meetings_by_form
from graphkit.extract.mentions.walk import walk_left
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_NUMERAL = "[一二三四五六七八九十百零〇0-9]+"
_PARTY_CONGRESS = re.compile(
    "(?:中国共产党|中共)(?:[一-鿿]{2,8}?)?第[一二三四五六七八九十]+次(?:全国)?代表大会|[省市州县区旗](?:委)?第?[一二三四五六七八九十]+次(?:党代会|党员?代表大会)|(?:20[0-9]{2}年)?全国(?:“两会”|两会)|"
    "[省市县区州旗](?:残联|妇联|总工会|工商联|科协|文联|侨联|作协|红十字会)第?[一二三四五六七八九十]+(?:次)?代(?:会|表大会)|"
    "(?:中共|党的?)(?:十[一二三四五六七八九]?|二十)大(?![力会型批量家队]|代表(?!团|、|，))|(?:中国(?:工会|妇女|侨联|科协|残联|文联|作协)|共青团)第?[一二三四五六七八九十]+(?:大(?![力会型批量家队])|次(?:全国)?代表大会)|"
    "(?<!省)(?<!市)[省市县区州旗]政协会(?=精神|筹备|[、，。；])|"
    "(?:(?<=[迎学习宣传贯彻落实庆祝实现])(?:十[五六七八九]|二十)大(?![力会型批量家队]|代表(?!团|、|，))|(?<![一二三四五六七八九第前])(?:十[五六七八九]|二十)大(?=精神|报告|以来|召开|闭幕|开幕))"
)
_PLENUMS = re.compile(
    "(?:中共|党的)?(?:十[一二三四五六七八九]?|二十)届(?P<first>[一二三四五六七八九]中)"
    "(?P<more>(?:、(?:十[一二三四五六七八九]?届)?[一二三四五六七八九]中|和[一二三四五六七八九]中)*)全会"
)
_COMMITTEE_PLENUMS = re.compile(
    rf"委(?P<first>(?:第?{_NUMERAL}届(?:委员会第)?){_NUMERAL}次)(?P<more>(?:[、和]{_NUMERAL}次)*)(?:全会|全体会议|全体\（扩大\）会议)"
)
# The end of a session's name; what precedes it (第十四届, 全国, 河南省) is stepped over from the right.
_SESSION = re.compile(
    rf"(?:人民代表大会(?:常务委员会)?|人大(?:常委会)?|政协(?:委员会)?)(?:第?{_NUMERAL}届)?(?:(?:全国|[省市县区州旗])?委员会)?(?:第?{_NUMERAL}届)?"
    rf"(?:常务委员会)?第?{_NUMERAL}次(?:全体|主席)?会议"
)
# What a session of a congress sat in, told behind it: 当天上午举行第一次全体会议.
_PART = re.compile("第[一二三四五六]次全体会议")
_SESSION_LEAD = re.compile(
    rf"(?:中华人民共和国|中国人民政治协商会议|全国|[省市县区州旗盟]|第?{_NUMERAL}届|第?{_NUMERAL}届全国)$"
)
# The day itself opens the name where a verb stops the walk: 某自治区成立 + 60周年庆祝大会.
_KEPT = re.compile("(?:成立|建院|建校)[0-9一二三四五六七八九十百]+周年|(?<=[，。；\n][省市县区])[创争][建创]全国")
# 县政协七届一次会议 + 政协常委会议工作报告: the session that a report is made to.
_REPORT_TO = re.compile("(?P<to>.{2,16}届[一二三四五六七八九十]{1,3}次会议).{2,8}$")
_CONJUNCT = re.compile("(?:十[一二三四五六七八九]?届)?[一二三四五六七八九]中|" + _NUMERAL + "次")
_HEAD = re.compile("会议|大会")
_NOT_BEFORE = re.compile(
    "(?<=集体学习)(?:了|《|习近平)|战|[0-9一两三四五]+[场次]|[员堂厅场室]|中心(?!组|任务|工作|议题)|(?<!次会议)议(?!定(?:事项|的|任务|了|：))|议(?![程题]|定(?:事项|的|任务|了|：))|形式|方式|等(?!文件|会议|精神|系列|重要会议|有关会议)|常务委员会|(?:经)?费|数量|规模|次数|场所|制度(?!建设)"
)
# 现场会 + 议定事项, no 会议.
_RESOLVED = re.compile("议定(?:事项|的|任务|了|：)")
# 通过召开党组会、局务会等形式传达: ways of doing, no meetings.
_FORMS = re.compile(
    "(?:集中|专题)?(?:学习|研讨|讨论)?(?:[、和及与][^，。；、]{2,16}){0,5}等(?:多种|各种)?(?:形式|方式|途径)"
)
_PLENUM_END = re.compile("全会")
# 全省教育大会会议精神, 调度会会议精神: the meeting is told once.
_TWICE = re.compile("(?:大会|次全会|(?:调度|推进|部署|动员|座谈|现场|表彰|总结|交流|视频)会)会议$")
# What a body or its kind takes up in a meeting named by it: 部属高校 + 贯彻落实 + 全国教育大会精神座谈会.
_TAKES_UP = re.compile("[一-鿿]{2,18}(?:学习|宣传|贯彻|传达|落实|领会)+$")
_LEAD_REACH, _SYSTEM_REACH = 14, 22
_JOINED_REACH = 32
# A scope before 学习贯彻 makes it part of the name: 全市学习贯彻…宣讲会.
# The same of a system or its bodies, what is studied being part of the name: 全国检察机关学习贯彻…精神电视电话会议.
_STUDIED_BY = re.compile(
    "(?:全[国省市州县区][一-鿿]{2,4}(?:机关|系统|法院|队伍)|[省市州县区][一-鿿]{2,5}系统|"
    "(?:(?:全[省市州县区]|[处科县局厅]级|青年|年轻|领导|党员|基层|主要|退休|中层|党外){1,3})(?:干部|党员|教师))(?:深入|专题)?学习(?:宣传)?(?:贯彻|落实)+$"
)
_STUDY = re.compile(
    "全[国省市州县区](?:[一-鿿]{2,4}系统)?(?:深入|传达|宣讲)*(?:学习(?:宣传)?(?:贯彻|落实)+|推进|加强|深化|推动|优化|强化|做好|落实|贯彻)$"
)
# 全省传达学习 + 党的二十大精神大会
_TOLD_STUDY = re.compile("全[国省市州县区](?:系统|各界)?传达(?:学习|贯彻)+$")
# …精神专题会议: what is studied belongs to the name of a meeting that is just held.
_STUDIED = re.compile(
    "(?:召开|举办|举行|组织|开展|开办)(?:了)?(?P<verbs>(?:深入|专题|认真)?(?:学习|宣传|贯彻|传达|落实|领会)+)$"
)
# A meeting named by what it relays, the verb behind: 市委全会精神 + 传达学习会.
_SPIRIT_OF = re.compile("精神(?:专题|集中|宣传)?(?:传达|学习|宣讲|贯彻|宣贯|领会)*$")
_STUDIED_BOTH = re.compile(
    "(?:召开|举办|举行|组织|开展)(?:了)?(?P<verbs>(?:深入|专题|认真)?(?:学习|宣传|贯彻|传达|落实)+)[^，。；]{4,30}[和、及与]$"
)
# 和 inside a matter that one verb or scope holds together: 统筹推进疫情防控和 + 经济社会发展工作部署会议.
_JOINED = re.compile(
    "(?:国家|共和国)?勋章和$|(?:全[国省市州县区旗](?:[一-鿿]{2,4}系统)?)?(?:统筹(?:推进|做好|抓好)?|推进)[^，。；、的会“”]{2,16}[和与及]$"
    "|全[国省市州县区旗镇乡][^，。；的会精在了“”]{2,24}(?<!部署)(?<!要求)(?<!决策)(?<!意见)(?<!安排)[和与]$"
    "|(?<=在)[省市县区州][^，。；、的会在了“”]{2,10}[和与]$"
    "|(?<=[、习达彻实])[省市县区州](?![委政人])[^，。；、的会精在了对向就“”]{2,14}[和与及]$"
    rf"|(?:[省市州县区旗](?:人民政府|政府|委常委会|委))?(?:第{_NUMERAL}次[、和及])+$"
    "|(?:(?<=[，。；\n])|^)(?:20[0-9]{2}年)?(?:[一-鿿]{2,3}省)?[一-鿿]{2,4}(?:自治区|[省市州县区])[^，。；、的会精在了对向就“”]{2,12}[和与及]$"
)
# A meeting held beside another one on two matters: …座谈会暨信访、 + 安全稳定工作会议.
_BESIDE = re.compile("(?P<first>[^，。；、\n“”《》]{2,30}会)暨[^，。；、的]{1,12}(?<!会议)(?<!大会)、$")
_BESIDE_REACH = 48
# A board's sitting where it is held; elsewhere the words tell of any.
_OF_BOARD = frozenset({"董事会会议", "监事会会议", "理事会会议"})
# A board's committee has 与 in its own name: 第三届董事会审计与 + 风险委员会第三次会议.
_BOARD = re.compile(f"第?{_NUMERAL}届(?:董|监|理)事会[^，。；、]{{1,10}}[与和及]$")
# 省管领导干部学习贯彻…的重要 + 讲话精神专题研讨班: what is studied in it.
_SPEECH = re.compile("(?:[省市县区]管(?:主要)?(?:领导)?干部)?学习(?:宣传)?贯彻[^，。；、\n]{4,44}?的(?:重要)?$")
_SPEECH_REACH = 64
# 甲在 + 一体推进…落到实处专题电视电话会议 + 上的讲话: all between is the name.
_SAID_AT = re.compile(
    "(?<=[一-鿿、])在(?=同$|[^，。；\n的在]{4,60}$)(?!全[国省市县区]范围|[^，。；]{2,40}(?:全会|大会|会议|招待会|座谈会|宴会|团拜会|仪式|论坛)[和与及、])"
)
_HOLDING = re.compile("召开|举行|主持|举办|出席|参加")
_SAID = re.compile(
    "上的?(?:重要|总结|主题|主要|工作|动员)?讲话|上?和在?(?:视察|考察|看望|调研)?[^，。；、]{2,20}?(?:时的)?重要讲话"
)
# One congress of staff and union: 三届一次职工、 + 工会会员代表大会.
_WORKERS = re.compile("(?:职工|工会会员)(?:代表)?[、和暨]$")
_BOARD_REACH = 24
_TOGETHER, _GOES_ON = ("共同", "联合"), ("召开", "举行", "在", "于", "精神")
_TWO_BODIES = re.compile(
    "(?:(?:本[网报]讯)?[0-9年月日上下午]{2,14})?(?P<two>[一-鿿]{1,14}?(?:部|委|局|署|院|政府|厅|总社|公司|集团|大学)[与和]"
    "[一-鿿]{1,14}?(?:部|委|局|署|院|政府|厅|总社|公司|集团|大学))(?:共同|联合)"
)
_VERB_BEFORE = re.compile("(?:学习|传达|贯彻|落实|领会|宣传|宣讲|解读|把握|对照|结合|将|把|对)$")
_WIDE = re.compile(
    "全[国省市州县区旗](?:(?!会议|大会|上下|要(?![求点素闻害]))[^\\W的了在于召举和将对为、各]|“|”){2,30}$"
)
_LIMIT = 60


# A year's sessions of congress and conference of a place: 全市“两会”, 安徽省“两会”.
_TWO_SESSIONS = re.compile("“两会”|两会")
_LEVEL_OF = re.compile("(?:自治区|地区|全?[省市州县区])$")
_BEFORE_LEVEL = re.compile(
    "(?:学习|传达|贯彻|落实|宣传|领会|宣讲|解读|把握|了|好|的|在|是|将|把|对|与|和|及|彻|聚焦|围绕|关于|[次为])$"
)
# What is held right behind its verb has its whole matter: 召开 + 防汛和抗旱工作动员会.
_HELD = re.compile(
    "(?:召开|举行|举办|召集|组织参加|(?:收听|收看)+)(?:了)?(?:今年|本年度?)?(?P<name>[^\\W的了会](?:(?!召开|举行|召集)(?:[^\\W的了会]|会(?=精神[^\\W学传贯宣])|会(?=暨|第)|会(?=议暨))|[、“”]){1,48})$"
)


_ON_OTHERS = re.compile("(?:学习|贯彻|传达|落实)+[^，。；]{4,30}会议?(?:精神|[和、及与])")


def find_meetings(scan: Scan) -> Iterator[Mention]:
    """Iterate over meeting candidates; they may overlap."""
    for match in scan.matches(_PARTY_CONGRESS):
        yield scan.mention(match.start(), match.end(), "Meeting", "meeting-congress")
    for match in _near(scan.text, _PLENUMS, _PLENUM_END):
        yield from _coordinated(scan, match, match.start())
    for match in scan.matches(_COMMITTEE_PLENUMS):
        start = _committee_start(scan, match.start() + 1)
        if start is not None:
            yield from _coordinated(scan, match, start)
    yield from _two_sessions(scan)
    for match in scan.matches(_SESSION):
        yield scan.mention(_session_start(scan, match.start()), match.end(), "Meeting", "meeting-session")
    yield from find_meetings_by_form(scan)
    for meeting in _named(scan):
        # The articles of a regulation rule how a body meets: 提请省人大常委会会议审议.
        if meeting.start < scan.first_article or ONE_OF_MANY.search(meeting.surface):
            yield meeting
        else:
            scan.refuse(
                meeting.start, meeting.end, "Meeting", "条文所称会议，不是某一次 / of an article, no one sitting"
            )


def _two_sessions(scan: Scan) -> Iterator[Mention]:
    """Iterate over the year's sessions of congress and conference of a place or level."""
    for match in scan.matches(_TWO_SESSIONS):
        level = _LEVEL_OF.search(scan.text, max(0, match.start() - 3), match.start())
        if level is None:
            continue
        start = level.start()
        region = scan.units.longest_ending(level.end(), frozenset({"region"}))
        year = re.fullmatch("20[0-9]{2}年", scan.text[max(0, start - 5) : start]) is not None
        is_free = start == 0 or not scan.text[start - 1].isalnum() or year
        if region is not None or is_free or _BEFORE_LEVEL.search(scan.text, max(0, start - 4), start):
            start = min(start, region.start) if region is not None else start
            start = start - 5 if year else start
            yield scan.mention(start, match.end(), "Meeting", "meeting-congress")
        elif scan.text[start - 1] in "我省" and _BEFORE_LEVEL.search(scan.text, max(0, start - 5), start - 1):
            # 全国和 + 我市“两会” is ours; 省 + 市“两会” are two.
            own = start - (scan.text[start - 1] == "我")
            yield scan.mention(own, match.end(), "Meeting", "meeting-congress")


def _session_start(scan: Scan, start: int) -> int:
    """Step over the session, the level and the division before the name of a congress."""
    while start > 0:
        region = scan.units.longest_ending(start, frozenset({"region"}))
        lead = _SESSION_LEAD.search(scan.text, max(0, start - _LEAD_REACH), start)
        if region is None and lead is None:
            break
        start = min(region.start if region is not None else start, lead.start() if lead is not None else start)
    return start


def _near(text: str, pattern: re.Pattern[str], ends: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Iterate over the matches of a costly pattern, searched only before the words that it must end in."""
    position = 0
    for end in ends.finditer(text):
        match = pattern.search(text, max(position, end.start() - _LIMIT), end.end())
        if match is not None:
            position = match.end()
            yield match


def _coordinated(scan: Scan, match: re.Match[str], start: int) -> Iterator[Mention]:
    """Yield each conjunct of 十九届二中、三中、四中全会: the first with its head, the last with 全会."""
    if not match["more"]:
        yield scan.mention(start, match.end(), "Meeting", "meeting-plenum")
        return
    yield scan.mention(start, match.end("first"), "Meeting", "meeting-plenum")
    conjuncts = list(_CONJUNCT.finditer(scan.text, match.start("more"), match.end("more")))
    for conjunct in conjuncts[:-1]:
        yield scan.mention(conjunct.start(), conjunct.end(), "Meeting", "meeting-plenum")
    yield scan.mention(conjuncts[-1].start(), match.end(), "Meeting", "meeting-plenum")


def _committee_start(scan: Scan, end: int) -> int | None:
    """Give the start of the party committee's name that ends at `end` (省委, 广元市委)."""
    before = scan.units.longest_ending(end - 1, frozenset({"region", "level", "place"}))
    return before.start if before is not None else None


def _named(scan: Scan) -> Iterator[Mention]:
    """Grow a name leftwards from each meeting head."""
    stops = scan.gazetteer.cues["meeting_boundary"]
    units = sorted(scan.units.of("meeting_head"), key=lambda unit: -unit.start)
    heads = {unit.end: unit.start for unit in units}
    ends = {match.end(): match.start() for match in scan.matches(_HEAD)}
    # 全省教育大会会议精神: the meeting is the 大会.
    found = (
        (end, start) for end, start in (ends | heads).items() if not _TWICE.search(scan.text, max(0, end - 6), end)
    )
    for end, head_start in sorted(found):
        # 行业协会商会 are chambers, no 会商会.
        if scan.text.startswith("协会商会", head_start - 1):
            continue
        if scan.text.endswith("全会", 0, end) and _PLENUMS.search(scan.text, max(0, end - _LEAD_REACH), end):
            continue
        is_matter = scan.text.endswith("就", 0, head_start) and not scan.text.endswith(("成就", "造就"), 0, head_start)
        if is_matter or _RESOLVED.match(scan.text, end - 1) or scan.text.endswith(("会议等", "会等"), 0, head_start):
            continue
        if _NOT_BEFORE.match(scan.text, end) or _FORMS.match(scan.text, end) or _is_any(scan.text, head_start, end):
            continue
        start = _grown(scan, head_start, end, stops)
        if scan.text.startswith(("主持", "召集"), end) and scan.text.endswith("由", 0, start):
            continue  # 全会由市委常委会主持: the body that presides
        name = scan.text[start:end]
        if is_any_of(scan.text, start, end):
            continue
        is_part = _PART.fullmatch(name) is not None and _SESSION.search(scan.text, 0, start) is not None
        is_board = name in _OF_BOARD and scan.text.endswith(("召开", "召开了"), 0, start)
        if is_board or (names_one(name, scan.gazetteer.cues["meeting_generic"]) and not is_part):
            of_report = _REPORT_TO.match(name) if scan.text.startswith("工作报告", end) else None
            whole = [(0, of_report.end("to") if of_report is not None else len(name))]
            for low, high in parts_of(name) or whole:
                yield scan.mention(start + low, start + high, "Meeting", "meeting-named")
        else:
            scan.refuse(start, end, "Meeting", "泛称，不指某一次会议 / a kind of meeting, not one")


def _grown(scan: Scan, head_start: int, end: int, stops: frozenset[str]) -> int:
    """Give where the name begins that ends in a head."""
    start = _walked(scan, head_start, stops)
    joined = _JOINED.search(scan.text, max(0, start - _JOINED_REACH), start)
    start = joined.start() if joined is not None else start
    study = _STUDY.search(scan.text, max(0, start - _LEAD_REACH), start)
    start = study.start() if study is not None else start
    told = _TOLD_STUDY.search(scan.text, max(0, start - _LEAD_REACH), start)
    start = told.start() if told is not None and "精神" in scan.text[start:head_start] else start
    start = _of_two(scan, start, end, stops)
    relayed = _SPIRIT_OF.search(scan.text, max(0, head_start - _LIMIT), head_start)
    if relayed is not None and start >= relayed.start():
        whole = walk_left(scan, relayed.start(), stops, limit=_LIMIT)
        study = _STUDIED.search(scan.text, max(0, whole - _LEAD_REACH), whole)
        start = study.start("verbs") if study is not None else start
        start = whole if scan.text.endswith(("召开", "举行", "举办", "召开了"), 0, whole) else start
    studied = _studied(scan, start, head_start, end)
    start = studied if studied < start else trimmed(scan.text, start, end)
    start = _with_first(scan, start, end, stops)
    start = _scoped(scan.text, start, end, scan.text[head_start:end])
    start = _held_whole(scan, start, head_start)
    start = _of_two_bodies(scan.text, start, end)
    return start + after_verb(scan.text[start:end], scan.gazetteer.edges)


def _with_first(scan: Scan, start: int, end: int, stops: frozenset[str]) -> int:
    """Take in the meeting that is held as one with the one named last (甲推进会暨 + 乙联席会议)."""
    low = max(0, start - _LIMIT)
    taken = taking_up(scan.text, low, end) if scan.text.startswith(_GOES_ON, end) else None
    first = first_of(scan.text, low, start, end)
    if taken is not None or first is None:
        return start if taken is None else taken
    if first["head"] == "仪式":
        return walk_left(scan, first.start("head"), stops, limit=_LIMIT)
    return _grown(scan, first.start("head"), first.end("first"), stops)


def _of_two_bodies(text: str, start: int, end: int) -> int:
    """Take in the two bodies of which a name says what they do together (甲部与乙省政府共同 + 打造…推进会议)."""
    if not text.startswith(_GOES_ON, end):
        return start
    low = max(0, start - _LIMIT)
    low = max(low, *(text.rfind(mark, low, start) + 1 for mark in "，。；：\n"))
    together = max(text.rfind(word, low, start) for word in _TOGETHER)
    two = _TWO_BODIES.fullmatch(text, low, together + 2) if together >= 0 else None
    return two.start("two") if two is not None else start


def _of_two(scan: Scan, start: int, end: int, stops: frozenset[str]) -> int:
    """Take in what a speech, a congress of two or a board's committee has before 的, 、 and 与."""
    said_at = _SAID_AT.search(scan.text, max(0, start - _LIMIT), start) if _SAID.match(scan.text, end) else None
    is_verb = said_at is not None and _HOLDING.search(scan.text, said_at.end(), start) is not None
    start = said_at.end() if said_at is not None and not is_verb else start
    speech = _SPEECH.search(scan.text, max(0, start - _SPEECH_REACH), start)
    is_of_speech = speech is not None and scan.text.startswith(("讲话", "重要讲话"), start)
    start = speech.start() if speech is not None and is_of_speech else start
    workers = _WORKERS.search(scan.text, max(0, start - _BOARD_REACH), start)
    start = _walked(scan, workers.start(), stops) if workers is not None else start
    beside = _BESIDE.search(scan.text, max(0, start - _BESIDE_REACH), start)
    start = _walked(scan, beside.end("first"), stops) if beside is not None else start
    board = _BOARD.search(scan.text, max(0, start - _BOARD_REACH), start)
    return _walked(scan, board.start(), stops) if board is not None else start


def _studied(scan: Scan, start: int, head_start: int, end: int) -> int:
    """Take in the verbs of what is studied, where a meeting that is held is named by it."""
    if "精神" not in scan.text[start:head_start]:
        return start
    by = _STUDIED_BY.search(scan.text, max(0, start - _SYSTEM_REACH), start)
    if by is not None:
        places = (scan.units.longest_ending(by.start() + more, frozenset({"region"})) for more in (1, 2))
        return min([by.start(), *(place.start for place in places if place is not None)])
    studied = _STUDIED.search(scan.text, max(0, start - _LEAD_REACH), start) or _STUDIED_BOTH.search(
        scan.text, max(0, start - _LIMIT), start
    )
    start = studied.start("verbs") if studied is not None else start
    if studied is None and scan.text.startswith(("召开", "举行", "在"), end):
        line = max(scan.text.rfind(mark, 0, start) for mark in "，。；：\n") + 1
        takes_up = _TAKES_UP.fullmatch(scan.text, max(line, start - _LIMIT), start)
        start = takes_up.start() if takes_up is not None else start
    return start


def _walked(scan: Scan, end: int, stops: frozenset[str]) -> int:
    """Walk to where a name begins; 有 of 有限公司 and 要 of 2023年主要… are no words that stop it."""
    start = walk_left(scan, end, stops, limit=_LIMIT)
    kept = _KEPT.search(scan.text, max(0, start - 2), end)
    if kept is not None and kept.start() + 2 == start:
        return walk_left(scan, kept.start(), stops, limit=_LIMIT)
    if scan.text.startswith("部", start) and scan.text.endswith("宣传", 0, start):
        return walk_left(scan, start - 2, stops, limit=_LIMIT)
    if scan.text.startswith("严治党", start) and scan.text.endswith("从", 0, start):
        return walk_left(scan, start - 1, stops, limit=_LIMIT)
    if scan.text.startswith(("限公司", "限责任公司"), start) or scan.text.endswith("年主要", 0, start):
        return walk_left(scan, start - 1, stops, limit=_LIMIT)
    return start


def _scoped(text: str, start: int, end: int, head: str) -> int:
    """Take in the scope before a name that a word like 深化 cut short (全省…深化…动员部署会), and 自 of 自治区."""
    if text.startswith("治区", start) and text[start - 1 : start] == "自":
        return start - 1
    if head in {"会议", "大会"} or text.startswith("全", start):
        return start
    scope = _WIDE.search(text, max(0, end - _LIMIT), start)
    return with_year(text, scope.start()) if scope is not None else start


def _held_whole(scan: Scan, start: int, head: int) -> int:
    """Take in all that stands between a verb of holding and a name that a word like 和 cut short."""
    held = _HELD.search(scan.text, max(0, head - _LIMIT), head)
    if held is None or not held.start("name") < start:
        return start
    line = held.start("name")
    if _ON_OTHERS.match(scan.text, line):
        return start
    return start if scan.is_cut(line, start) else line


def _is_any(text: str, head: int, end: int) -> bool:
    """Tell 学习会议精神 from the name of a study meeting: the verb's object is whichever meeting was spoken of."""
    if text.startswith("协会商会", head - 1):
        return True
    return text.startswith("精神", end) and _VERB_BEFORE.search(text, max(0, head - 4), head) is not None
