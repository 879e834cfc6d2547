"""A scan in, campaign candidates out: named drives, activities, projects, with their noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.mentions.walk import walk_left
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_QUOTED = re.compile(
    "“(?P<core>[^“”\n]{2,24})”(?P<tail>(?!深化|推进|加强|推动|加快|开展|实施)[^\\W\\dA-Za-z的是和与为在了及等将包]{0,16}(?:专项整治行动|专项行动|专项工作|主题教育|学习教育|专题教育|活动|行动计划|行动|创建|争创|教育|试点|大讨论|"
    "工程|建设|主题实践活动|平台|热线|系统|APP|App|小程序|线上宣讲|竞赛|大赛|联赛|锦标赛|[篮足排乒网羽]球赛|比赛|(?:普法|科普|反诈|禁毒)宣传(?=[，。；、])|战役|公益项目|(?:美食|文化|艺术|旅游|购物|读书|采摘|消费)(?:节|季)|消费季|(?<!审批)服务(?=[，。；、]|以)|计划(?!\\w{0,2}[划列])))?"
)
# Several quoted names of one kind: “甲计划”“乙提升”等4个子行动.
_RUN_OF_QUOTED = re.compile(
    "(?:“[^“”\n，。；]{3,18}”(?:、|和)?){2,8}(?:等)?(?:[0-9一二两三四五六七八九十]{1,2}[个项大])?(?:子|专项|系列|主题|品牌|重点|特色|群众性|集中)*(?:整治)?(?:行动|活动|工程)(?!方案|计划|力|员)"
)
_OF_RUN = re.compile("“([^“”\n，。；]{3,18})”")
# The year, the feast and the number of a contest before its cup: 2023年迎国庆 + “博源杯”…篮球赛, 第五届“市长杯”….
_EDITION = re.compile(
    "(?:(?:20[0-9]{2}年(?:度)?)?(?:(?:迎|庆)(?:国庆|新春|元旦|五一|七一|八一|新年|端午|中秋))?(?:第[一二三四五六七八九十百0-9]{1,3}届|首届)(?:(?!的|和|与)[一-鿿]){0,8}|20[0-9]{2}年(?:度)?(?:(?:迎|庆)(?:国庆|新春|元旦|五一|七一|八一|新年|端午|中秋)))$"
)
_EDITION_REACH = 24
# What follows a name that is whole in its quotes: “节水宣传周”启动活动.
_NO_TAIL = ("等", "启动", "动员", "宣传启动", "主题启动")
# “强富美高” + 新某省建设 is a slogan.
_SLOGAN = re.compile("响应|^新.*建设$")
# What is done to a drive is no part of its name: 增强 + 文明城市创建; nor who does it before its year.
_DONE_TO = re.compile(
    "(?:进一步|不断|持续|齐心协力|全力)*(?:推动|提升|增强|推进|加强|补齐|深化|而)+(?=(?:全国)?[一-鿿“”]{2,}创建$)|[一-鿿]{4,}(?=20[0-9]{2}年[一-鿿]{4,})|(?:检察|公安|政法|审判|税务|党政)机关(?=主题教育|教育整顿)"
)
_CORE_IS_NAME = re.compile("(?:年|计划|工程|行动|活动|大讨论|大调研|大走访|会战|战役|攻坚战|[一-鿿]{2}(?:周|月))$")
_NO_CORE = re.compile(
    "^[0-9]+$|^一把手$|^[一二]号工程$|^一带一路$|^(?:攻坚战|歼灭战|会战)$|[一-鿿]式$|不少于|不得|不超过|期限|有效期|[0-9]年$|互联网\\+$|一网通办$|一件事$|放管服|双创$"
    "|^十五$|十[一二三四五六]五|^[一二两三四五六七八九十][个大项种化位区园](?!年$|战役$|会战$|行动$)|融合|领先|一流|服务型|一盘棋"
)
# A contest is one by its name where somebody holds it: 举办的 + 2023年“甲杯”县直机关篮球赛.
_CONTEST = re.compile(
    "(?:举办|主办|承办|举行|协办)(?:的|了)?(?P<name>(?!一|首|多|各|系列|[两三四五六七八九十0-9]+[场次届])[^，。；：、的\n]{3,40}?(?:篮球赛|排球赛|足球赛|乒乓球赛|羽毛球赛|比赛|竞赛|大赛|邀请赛|联赛|挑战赛|锦标赛|辩论赛|运动会))"
    "(?![场区组项事程制道手点选委名期奖领筹裁暨])"
)
_OWN_NAME = re.compile("[“届杯]|^20[0-9]{2}年")
_CELEBRATION = re.compile("(?:庆祝|纪念)[^，。；：、\n]{2,30}?(?:系列活动|主题活动|活动)")
_HEADS = re.compile(
    "专项整治行动|专项斗争|大(?:检查|排查|整治|起底|清查|走访|调研)(?!行动|活动|工作组|组|期间|发现|中|时)|深化提升行动(?!(?:实施|工作)?方案|计划)|专项整治(?!行动|方案|办|小组|期间|重点|任务|要求|领导|工作(?:[组专推领方要部重任会办小]|$))|专项行动|提升行动|攻坚行动|三年行动(?!计划|方案)|整治行动|清理行动|行动(?<=[一-鿿]{5}行动)(?<![执进启]行动)(?<!迅速行动|立即行动|快速行动|积极行动|率先行动|主动行动|统一行动|闻令行动|联合行动|集体行动|自觉行动|马上行动|已经行动|认真行动)(?!计划|方案|上|力|指南|起来|自觉|员|作|机|态|画|纲要|示范)|创建(?:活动)?(?!了|和|工作要|设|一批)|试点(?!示范|县|市|区|单位|城市|企业|项目|村|镇|社区|地区|省|学校|名单|建设单位)|系列活动|主题活动|"
    "(?:下乡|进村|进(?:校园|课堂|社区|企业|机关|乡村|农村|农家|家庭|万家|军营|网络|商圈|景区)|入户|到家|上门|惠民|助农|助企|送温暖)活动|宣传活动|评选活动|实践活动|学习教育(?<=党[一-鿿]学习教育)|主题教育|(?:建设|提升|落实|攻坚|深化|突破|创新)年活动|[一二三四五六七八九十]大工程|推荐工作|宣传周|宣传月|活动周|安全生产月|爱国卫生月|专项治理(?!行动|方案|工作(?:[组专推领方要部重任会办小]|$))|集中整治(?!行动|工作(?:[组专推领方要部重任会办小]|$))|专项督查(?!组)"
)
_STRIP = re.compile(
    r"(?:[(（][一二三四五六七八九十]{1,3}[)）]|全(?:省|市|国(?!文明[城典县]|卫生[城县]|双拥)|州|县|区)域?|[一二三四五六七八九十]+项|首批|新一轮|第[一二三四五六七八九十]+批|\d+(?:[家个项所处]|批次|场次|人次|轮次|次)|等|一次|各项|本部门|本单位|本地区|本系统的?|各自|本次|此次|这次|今年|年度|的|[省市县]级|成功|市(?![场民政域值容区级长情况貌郊树花])|县(?![域城级乡长])|(?:下属|所属|直属)单位|微信|支付宝|拨打|[0-9]{1,2}月(?:[0-9]{1,2}日)?|(?:医院|学校|公司)(?=作风|党风|清廉|师德|能力|干部|主题|优质)|(?:积极|主动|踊跃)?响应|并?就(?![业近餐医学诊地读])|级(?=“)|(?<![城乡村集])[一-鿿]{2}[镇乡](?=农村|环境|人居)|[自在从由对把将以待次](?=“)|要?[严狠紧]?抓(?:好|实|牢)?(?=“))+"
)
_GENERIC = re.compile(
    "^(?:系列主题|主题|系列|专项|各类|相关|有关|一系列|重大|重点|等|志愿服务|宣传|学习教育|集中)?(?:活动|行动|创建|试点|工程|学习教育|主题教育|实践活动|系列活动|主题活动|宣传活动|专项行动|推荐工作|评选活动|三年行动|整治行动|专项治理|集中整治|专项督查)$|^(?:环保|普法|法治|消防|安全|禁毒|反诈|科普|节能|防溺水|防火|食品安全|交通安全|消防安全|安全生产)(?:知识)?宣传活动$|^(?:改革|三项|两项|发展|参保|常态长效|常态化|常态|级|省级|国家级|第[一二三四五六七八九十]+批)(?:试点|行动|创建|活动)$|^(?:[今去明本每]年度?|本次|此次|全年|年度|系列|主题)(?:的)?(?:宣传周|宣传月|活动周)$"
)
# What a notice starts or a plan carries out, by its title; the noun tells a drive from standing work.
_IN_TITLE = re.compile(
    "关于(?:组织|联合|深入|全面|集中|继续|进一步|部署|做好)*(?:开展|启动|实施|组织)(?P<name>[^\\s《》，。；：]{4,36}?)(?:工作)?的(?:通知|公告|通告|函|意见)"
)
_IN_PLAN = re.compile(
    "《(?P<name>[^《》，。；：\n]{4,36}?)(?:工作)?(?:总体|专项|具体)?(?:实施)?方案(?:[（(][^《》]{2,16}[)）])?》"
)
_DRIVE = re.compile(
    "(?:行动|活动|试点|整治|排查|检查|创建|普查|评选|竞赛|大赛|遴选|督查|治理|清理|攻坚|示范|大走访|大调研|大排查)$"
)
# A deed, not a drive; and a clause that has run into the noun: 执行军事行动, 医院当天即按行动, 局获此次试点.
_NO_NAME = re.compile(
    "^“[0-9]+”创建$|^[一-鿿]{1,6}[省市县区州旗盟](?<![小社园]区)(?:专项(?:整治)?行动|专项整治|整治行动|三年行动)$|军事行动$|^一(?:项|系列)|^(?:夺取|采取|发起|联合|迅速|紧急)[^，。]{0,8}行动$|此次|本次|当天|当日|即按|[即便]按行动$|^按|情况|[一二两三四五六七八九十][个项]专项行动$|^(?:节前|节后|全面)?(?:安全生产|消防安全|安全隐患|安全)大(?:检查|排查)$|^[一二三四五六七八九十两]+大?(?:重点|专项|攻坚|提升)*行动$"
)
# Heads that may have two matters joined by 和 or 与 before them.
_OF_TWO = frozenset({"创建", "试点", "专项整治", "集中整治", "专项治理"})
_BODY_END = re.compile("(?:[省市县区州旗镇乡村局厅委部院校司处]|中心|公司|集团|企业|监狱|单位|系统)$")
_A_DRIVE_ITSELF = re.compile("(?:项目|工程|行动|活动|试点|创建|计划|改革|工作)[和与]$")
_PAIR_OF_FAULTS = "形式主义、"
_REGION = frozenset({"region"})
_TRIES = re.compile("(?:创新|探索|率先|试行)(?=[一-鿿]{4})")
# A field of work before a quoted name tells no more than 机关事务 does: 安全生产 + “九查一打”专项行动.
_FIELD = re.compile("(?:安全生产|消防安全|(?:道路)?交通安全|食品安全|森林(?:草原)?防灭?火|生态环境|校园安全)(?=“)")
_WEEKS = frozenset({"宣传周", "宣传月", "活动周", "安全生产月", "爱国卫生月"})
# What a quoted drive is against or about stands before it: 夏季治安打击整治“百日行动”.
_MATTERS = ("整治", "治理", "打击", "清理", "排查", "攻坚", "执法", "督查", "清查", "整改")
_A_DRIVE = re.compile("(?:行动|活动|战役|工程)$")
_OF_MATTER = re.compile("(?:行动|会战|攻坚战?|回头看)$|^清")
_LIMIT = 36
_SHORTEST, _SHORTEST_WEEK = 6, 5


def find_campaigns(scan: Scan) -> Iterator[Mention]:
    """Iterate over campaign candidates; they may overlap."""
    for unit in scan.units.of("campaign"):
        yield scan.mention(unit.start, unit.end, "Campaign", "campaign-known")
    yield from _quoted(scan)
    for run in scan.matches(_RUN_OF_QUOTED):
        for one in _OF_RUN.finditer(run[0]):
            if not _NO_CORE.search(one[1]):
                yield scan.mention(run.start() + one.start(1), run.start() + one.end(1), "Campaign", "campaign-run")
    for match in scan.matches(_CELEBRATION):
        yield scan.mention(match.start(), match.end(), "Campaign", "campaign-named")
    for match in scan.matches(_CONTEST):
        strip = _STRIP.match(match["name"])
        start = match.start("name") + (strip.end() if strip is not None else 0)
        if _OWN_NAME.search(match["name"]) and match.end("name") - start >= _SHORTEST:
            yield scan.mention(start, match.end("name"), "Campaign", "campaign-contest")
    yield from _named(scan)
    yield from _titled(scan)


def _titled(scan: Scan) -> Iterator[Mention]:
    """Iterate over the places where a text names the drive that a title or a plan in it is about."""
    names: set[str] = set()
    for pattern in (_IN_TITLE, _IN_PLAN):
        for title in scan.matches(pattern):
            name = title["name"]
            strip = _STRIP.match(name)
            name = name[strip.end() :] if strip is not None else name
            if len(name) >= _SHORTEST and _DRIVE.search(name) and not re.search("[的和与及、等]$|的", name):
                names.add(name)
    for name in sorted(names):
        found = scan.text.find(name)
        while found >= 0:
            yield scan.mention(found, found + len(name), "Campaign", "campaign-titled")
            found = scan.text.find(name, found + len(name))


def _quoted(scan: Scan) -> Iterator[Mention]:
    """Iterate over names with a quoted part: “制度建设年”活动, 公共机构“碳中和”试点, “双百计划”."""
    stops = scan.gazetteer.cues["campaign_boundary"] | scan.gazetteer.cues["boundary"]
    found = [m for m in scan.matches(_QUOTED) if not _is_slogan(m)]
    drives = {m["core"] for m in found if m["tail"] and _A_DRIVE.search(m["tail"])}
    for match in found:
        if match["tail"] and not match["tail"].startswith(_NO_TAIL):
            is_next = scan.text.endswith("”", 0, match.start())
            start = match.start() if is_next else walk_left(scan, match.start(), stops, limit=12)
            start = _without_scope(scan, start, match.start())
            edition = _EDITION.search(scan.text, max(0, match.start() - _EDITION_REACH), match.start())
            start = edition.start() if edition is not None else start
            yield scan.mention(start, match.end(), "Campaign", "campaign-quoted")
        elif _OF_MATTER.search(match["core"]) and scan.text.endswith(_MATTERS, 0, match.start()):
            start = _without_scope(scan, walk_left(scan, match.start(), stops, limit=12), match.start())
            yield scan.mention(start, match.end("core") + 1, "Campaign", "campaign-quoted")
        elif match["core"] in drives or _CORE_IS_NAME.search(match["core"]):
            yield scan.mention(match.start("core"), match.end("core"), "Campaign", "campaign-quoted")


def _is_slogan(match: re.Match[str]) -> bool:
    """Tell whether what stands in quotes names no drive, or what follows makes a slogan of it."""
    return bool(_NO_CORE.search(match["core"]) or (match["tail"] and _SLOGAN.search(match["tail"])))


def _without_scope(scan: Scan, start: int, quote: int) -> int:
    """Leave out the scope and the function before a quoted name (全省机关事务“制度建设年”活动)."""
    level = scan.units.longest_starting(start, frozenset({"level"}))
    start = level.end if level is not None and level.end <= quote else start
    function = scan.units.longest_starting(start, frozenset({"function"}))
    start = quote if function is not None and function.end == quote else start
    strip = _STRIP.match(scan.text, start, quote + 1)  # what is left out may end at the quote
    start = strip.end() if strip is not None else start
    start = _after_places(scan, start, quote + 1)
    body = scan.text[start:quote]
    if (
        not body
        or _FIELD.match(f"{body}“") is not None
        or re.fullmatch("[一两二三四五多每](?:次|场|期|轮)", body)
        or re.search("[，。；：、]", body)
        or len(body) > 8
        or re.search("(?:局|委|厅|中心|办)$", body)
    ):
        return quote
    return start


def _named(scan: Scan) -> Iterator[Mention]:
    """Grow a name leftwards from each campaign noun."""
    stops = scan.gazetteer.cues["campaign_boundary"]
    over = stops - {"和", "与"}
    for match in scan.matches(_HEADS):
        is_known = any(unit.sense == "campaign" for unit in scan.units.ending.get(match.end(), ()))
        if is_known or scan.text.startswith("力度", match.end()):
            continue
        start = _start(scan, match, stops)
        joined = _start(scan, match, over)
        narrow = scan.text[start : match.end()]
        is_pair = match[0] in _OF_TWO and not _A_DRIVE_ITSELF.search(scan.text[joined:start])
        is_whole = joined < start and not scan.text.startswith(("和", "与"), joined)
        if is_whole and is_pair and not _seen_apart(scan, narrow, start):
            start = joined
        if match[0] in _WEEKS and scan.text.endswith("全国", 0, start):
            start -= 2
        if scan.text.endswith(_PAIR_OF_FAULTS, 0, start) and scan.text.startswith("官僚主义", start):
            start -= len(_PAIR_OF_FAULTS)
        quote = scan.text.find("“", start, match.start())
        start = quote if quote > start and _BODY_END.search(scan.text, start, quote) is not None else start
        name = scan.text[start : match.end()]
        is_name = not _NO_NAME.search(name)
        if (
            is_name
            and len(name) >= (_SHORTEST_WEEK if match[0] in _WEEKS else _SHORTEST)
            and len(name) - len(match[0]) >= 2
            and not _GENERIC.match(name)
            and "等" not in name
        ):
            yield scan.mention(start, match.end(), "Campaign", "campaign-named")
        else:
            scan.refuse(start, match.end(), "Campaign", "泛称，不是专名 / a kind of drive, no name")


def _seen_apart(scan: Scan, name: str, start: int) -> bool:
    """Tell whether a name stands elsewhere in the text without 和 before it."""
    found = scan.text.find(name)
    while found >= 0:
        if found != start and scan.text[max(0, found - 1)] not in "和与及":
            return True
        found = scan.text.find(name, found + 1)
    return False


def _start(scan: Scan, head: re.Match[str], stops: frozenset[str]) -> int:
    """Give where the name begins, scope and counts left out."""
    position = head.start()
    start = walk_left(scan, position, stops, limit=_LIMIT)
    if scan.text.startswith("发展", start) and scan.text.endswith("高质量", 0, start):
        start -= len("高质量")
        further = walk_left(scan, start, stops, limit=_LIMIT)
        start = start if _BODY_END.search(scan.text, further, start) else further
    strip = _STRIP.match(scan.text, start, position)
    start = strip.end() if strip is not None else start
    done = _DONE_TO.match(scan.text, start, head.end())
    start = done.end() if done is not None else start
    field = _FIELD.match(scan.text, start, position)
    return _after_places(scan, field.end() if field is not None else start, position)


def _after_places(scan: Scan, start: int, position: int) -> int:
    """Leave out the places and the verb before a name: 江西省萍乡市创新 + 海绵城市试点."""
    place = scan.units.longest_starting(start, _REGION)
    while place is not None and place.end < position and place.value.endswith(("省", "市", "县", "区", "州", "旗")):
        start = place.end
        place = scan.units.longest_starting(start, _REGION)
    verb = _TRIES.match(scan.text, start, position)
    return verb.end() if verb is not None else start
