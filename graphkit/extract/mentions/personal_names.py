"""A place in a text in, the personal name that begins or ends there out: surname and one or two characters more."""

from __future__ import annotations

import re

from graphkit.extract.scan import Scan

# Each alternative begins with a character of its own, no class: so a search skips whatever none begins with.
TITLES = (
    "院长助理|校长助理|局长助理|厅长助理|市长助理|县长助理|区长助理|总经理助理|主任助理|党组成员|党委委员|党委成员|中心组成员|班子成员|纪检组长|总书记|书记|局长|厅长|处长|科长|司长|署长|部长|省长|市长|州长|县长|区长|镇长|乡长|盟长|旗长|州长|主席|主任|秘书长|总理|委员长|委员|组长|院长|所长|站长|校长|"
    "园长|场长|队长|支队长|行长|社长|会长|理事长|董事长|总经理|经理|总工程师|总工(?!会|程|作|况|时|日|业)|总师|总监|检察长|审计长|审判长|庭长|代表|常委|司令员|政委|参谋长|将军|教授|研究员|工程师|巡视员|调研员|"
    "段长|股长|警长|董事(?!会|长)|监事(?!会|长)|总干事|律师|技术员|总指挥|指挥长|总司令|副司令员|副司令|师长|外相|事务助理|特使|特别代表|召集人|主委|教导员|指导员|督察长|督学|科员|法官助理|检察官助理|镇长助理|乡长助理|参事|执行董事|董事会秘书|总法律顾问|首席执行官|监事长|关长|监狱长|教育长|讲解员|研究馆员|网格员|干事|负责人|同志|先生|女士|院士|主编|馆长|台长|专员|督察|总督学|参赞|大使|公使|领事|总统|国务卿|首相|外长|国王|议长|总裁|书记员|审判员|检察员|"
    "总编辑|总编|编委|总设计师|设计师|获得者|烈士|队友|机长|船长|旅长|团长|营长|连长|排长|"
    "主任医师|医师|护士长|学部委员|选手|讲师|分析师|预报员|创始人|专家|学者|店主|队员|导演|作家|"
    "检察官|法官|模范|航天员|航天英雄|运动员|教练员|发言人|新闻秘书|首席专家|指挥员|总林长|林长|河长|湖长|场领导|厂领导|政府领导|局领导|厅领导|市领导|省领导|委领导|院领导|县领导|区领导|旗领导|盟领导|集团领导|校领导|学院领导|公司领导|镇领导|乡领导|州领导|建筑师|规划师|农艺师|会计师|经济师|畜牧师|兽医师|科研人员|技术人员|工作人员|民警|护林员|村民|劳动模范|总经济师|总会计师|总规划师|总农艺师|首席专家|行政长官|特派员|秘书(?!长|[处科室局组学])|战士|士兵|上士|中士|下士|军士长|列兵"
)
AFTER = re.compile(
    "[一二两三四五六七八九十几]+[位名]|全文|原文|逐条|同志|给|召开|主持|出席|列席|缺席|参加|讲话|作|做|为|率|在|到|介绍|一行|兼|先生|女士|任|担任|表示|强调|指出|说|要求|传达|宣读|带|陪同|赴|代表|对|就|与|和|及|等|、|，|。|；|）|（|《|"
    "：|领|约谈|约见|接访|部署|安排|通报|汇报|总结|发言|致辞|点评|授课|应邀|深入|先后|会见|听取|来|前往|检查|调研|考察|督导|向|从|以|的|也|还|分别|带队|出任|当选|签|被|于|是|将|重要|总|副|"
    "所(?=[作做提])|发现|发表|宣布|获得|签署|称|举行|会谈|共|认为|参与|建议|呼吁|坦承|直言|一直|曾|此前|告诉|接受|致|访|分享|透露|坦言|牵头|实地|现场|逐|视察|慰问|看望|宣布|宣读|讲|谈|补充|回|一同|共同|一起|全程|专程|率队|因|已|正|不再|"
    "参观|参会|分管|解读|上党课|仔细|授牌|颁发|交流|座谈|提问|解答|批准|决定|观看|观摩|了解|祝贺|鼓励|勉励|寄语|叮嘱|嘱咐|完成|实现|取得|荣获|启动|剪彩|奠基|退休|辞去|免去|履新|宣誓|有关|莅临|首先|详细|认真|督查|揭牌|颁奖|亲切|高度|充分|最后|再次|重点|见证|希望|提议|查看|察看|询问|深情|上台|进行|开展|关于|随同|主讲|欢迎|迎接|率队|"
    "委托|受(?=[省市县区州局厅]|[一-鿿]{2,16}委托)|通电话|通话|乘|抵达|离开|结束|顺利|返|夺|通过|立案|逝世|病逝|牺牲|致电|批示|感谢|迎|接|"
    "昨天|今天|昨日|今日|当天|当日|日前|近日|随后|连日|多次|文章|感慨|坦|第一时间|为新|指导|走进|走访|召集|宣讲|受邀|"
    "博士|硕士|老师|医生|又|再|亦|均|离(?=[港澳京任职开])|署[理任]|[…”]|[一-鿿]{2,3}地(?=说|表示|讲|告诉|介绍)|"
    "代理(?=[一-鿿]{2,})|严重违|涉嫌|违纪|违法|受贿|落马|主任|局|省|市|书记|委员|教授|研究员|研究馆员|高级|院士|院长|部长|司|署|并|结合|围绕|组织|带头|逐一|具体|亲自|介绍|负责|牵头|担|当|提出|同|\n|[0-9]"
)
_NOT_NAMES = re.compile(
    "^(?:[一-鿿][一二三四]级|索引|时效|管[好住护理用]|商[定讨洽请]|向[大全在]|印[发制送章证刷象]|代[理表办码价管购收课议替行际]|占[全比地据有用总领比]|青[年少海春]|寿命|危[险害机房化]|幸福|候[选补鸟车]|墨[水西]|植[物树被保]|束缚|文[史号种]|史[志料]|全[省市县区体面新国年]|简[要单介报称易化洁述便明短]|陆[军上地续路]|海军|空军|施工|施行|施策|施展|施肥|施教|施政|施救|施以|施加|施用|普遍|普及|普查|普通|普法|须|巴西|古巴|马来|安哥拉|韩国|白俄|文莱|卢旺达|金砖|乌克|明年|申办|申请|申报|向上|边远|计生|纪检|纪委|关[领系心注键于怀爱负同人单部企]|领导|时任|现任|任命|任免|常务|党组|党委|支部|高级|有关|主要|分管|全体|和谐|周边|方面|马上|于是|关于|安全|成员|任务|任何|能源|农业|水利|曾任|任主任|任组长|任书记|相关|查处|严格|全国|"
    "党中|党的|党员|单位|主管|主持|计划|包括|任副|章程|时间|应急|连续|干部|项目|明确|从事|华侨|向全|方针|平安|强调|甘肃|江苏|温州|金融|安徽|宁夏|成都|石油|范围|经济|"
    "解放|卫生|后勤|司法|万元|常委|白银|石家|查询|满意|高校|高等|管委|管理|温泉|路线|路径|文化|文明|文件|车辆|程序|易地|万余|全面|容易|明显|广大|广播|贺信|何种|和平|包含|"
    "毛泽东思|方法|水平|水电|安排|高质|高度|高效|经过|经验|连接|路上|时候|时期|计算|成立|成功|成果|沙漠|海关|海洋|海外|江河|江南|强化|盛会|空间|空气|支持|支撑|支队|支付|"
    "别人|别的|应当|应该|应对|党建|党务|宣传|宣布|从业|从严|利用|全力|全局|全程|后备|花园|花费|商务|商品|牛羊|区域|权利|权力|国家|国务|国资|相互|商会|年度|荣誉|英雄|"
    "第一|第二|汇报|卓越|于双|双方|公司|公安|公共|公布|公开|公路|包括|白天|保护|边境|边防|边界|车间|陈列|陈述|充分|楚地|师生|于巡查|支参赛|时具体|班子|武装|晋升|单独|高清(?![一-鿿])|高清[晰楚影视频大屏摄监直播画地图]|原[一-鿿]{1,2}[省市县区州]|党史|国[两三四]国|邓小平理)"
)
_NAME_BREAKERS = frozenset("被局厅部委省市县区州的会处室科院所站办党组政府会议和与及、各同按等了是在由副总兼说")
# Some of these stand in given names too (科, 同, 会): so where a mark closes a name of three characters.
_RARE_IN_NAMES = frozenset("科同会州党所")
_MARKS = "。；，：\n"
_CLOSED_NAME = re.compile(
    "[、，。；）\n]|等(?=出席|参加|陪同|领导|同志|人)|主持(?:召开|会议|并|了)|出席|强调|指出|(?:作|发表)(?:了|重要)*讲话"
)
# What such a character begins as a word of its own behind a shorter name: 李明 + 会后, 张伟 + 同时.
_WORD_OF_RARE = re.compile(
    "会[上前后中议同见谈]|同[时意志步与]|党[组委员]|科[长室员]|州[长委]|所[有在属长述需作提]|[场厕会住派研诊哨站寓处居交]所"
)
_GIVEN_LIMIT = 2
# What an officer does behind a word of manner: 连夜 + 部署, 连日 + 走访.
_WORKS = re.compile(
    "部署|安排|研究|召开|主持|前往|赶到|赶赴|深入|查看|走访|听取|强调|指出|要求|组织|调度|研判|检查|督导|带领|率领|奔赴|带队"
)
# Before 长孙 these make a post of 长, and 孙 is the surname: 院长孙某.
_HEADED = frozenset("院局县市校部厅处科队所省镇乡区州会站场")
# Verbs whose first character a name of two characters would take in: 李刚 + 陪同调研, 李刚 + 来到.
_VERBS = re.compile(
    "[以对](?=《)|提出(?=辞)|被(?=[一-鿿]{2})|曾(?=任|担任|在|是|先后|多次|获|历任)|于(?=[0-9]|会[前后上间]|近日|日前|[今昨明]天|[今去]年|上午|下午|当[天日晚]|[一-鿿]{2,6}[年月日])|从(?=[一二三四五六七八九十两几多]|以下|严|加强|提高|思想|源头|政治|自身|实际|组织|不同)|向与会|致(?:欢迎|辞|以)|以及|已于|座谈|接任|到任|上任|参观|参会|作(?:领学|中心|研讨|学习|代表|主题|大会|情况|动员|表态|交流)[^，。；]{0,6}?(?:发言|讲话|报告|部署|汇报|说明|交流|通报)|作(?:的|了|重要|讲话|报告|说明|汇报|题为|主旨|专题|动员|总结|经验|典型|交流|表态|发言)|陪同|率领|率队|带领|带队|随同|还[到在就对]|也[参出在]|关于|走访|宣讲|主讲|签署|一同|共同|参与|参加|迎接|欢迎|认为|来到(?!会)|担任"
    "|到(?:现场|会(?=[并讲指祝致场])|任)|主持(?:会议|召开|并|了|学|研|仪|座)|出席|到场|现场|亲自|应邀|先后|分别|深入|围绕|结合|就[^，。]{2,20}[作提讲]"
)
# 张明 + 任组长, 李刚 + 任该办公室主任.
_TAKES_OFFICE = re.compile(
    "任(?:副(?=[^，。；]{2})|(?:第一|常务|执行)?(?:副|总|副总)?(?:组长|指挥|主任|召集人|书记|队长|会长|主席|政委|秘书长|理事长|董事长|负责人|成员|[局厅部院校处科所站林河湖]长))"
)
# Behind these 和 and 同 join nothing, so they end a name: 李明和、周大海.
_JOINING = frozenset({"和", "同"})
_CLOSES = re.compile(
    "[、，。；）]|出席|主持|提出|参加|列席|陪同|强调|指出|任|部署|介绍了?(?!人|信)|汇报了?|通报|传达|宣读|作了|讲话|表示|分别|先后|带队|就[^，。]{2,20}[作提讲]"
)
# What transliterated names of foreigners are made of; common function characters are left out.
TRANSLITERATED = (
    "[阿埃艾奥巴贝比波伯布查达戴德迪杜厄恩尔法菲费弗夫福戈格古哈赫亨霍基吉加杰卡凯坎科克肯库拉莱劳勒雷里丽利卢鲁伦罗洛马玛麦曼梅门文米莫姆纳娜"
    "内尼林朔茨诺帕佩皮普齐乔切琼萨塞桑沙舍史斯苏索塔泰坦特汤图托瓦万威韦维温沃乌希夏谢辛雅亚扬耶伊约泽扎詹珍兹佐京朗宁连胡拜登蒂冈葛豪怀伽迦柯莉琳露吕迈蒙缪穆欧庞琪莎廷吐旺熙肖修逊英尤赞芝卓祖]"
)
_ELEMENT_SIZES = (4, 3, 2)
# A general's or officer's rank behind a name that its first character would seem to end: 李明中将.
_RANKED = re.compile("(?:(?:陆军|海军|空军|火箭军)?(?:上将|中将|少将|大校|上校|中校|少校))(?!军|团)")
_OF_ARMY = re.compile("军|战区|武警|国防|司令|政委")
_DOTTED = re.compile(
    "[一-鿿]{1,7}(?:·[一-鿿]{1,8}?){1,3}(?=[，。；、（）：\n]|同志|先生|女士|为|任|的|等|到会|出席|列席|缺席|参会|主持|陪同|汇报|传达|通报|宣读|讲话|强调|指出|表示|说|在|就|和|与|$"
    "|要求|发表|发言|致辞|介绍|认为|参加|会见|会谈|一行|带领|率|宣布|访问|访华|签署|举行|透露|告诉|当选|获得|到访|来访|昨天|今天|日前|近日|将|对|向|称|被|通过)"
)
# The same before a title: 阿不都热依木·买买提副主席.
_DOTTED_BEFORE = re.compile("[一-鿿]{2,7}(?:·[一-鿿]{2,7}){1,2}$")
_DOTTED_REACH = 24
_DOT_WITHIN = 8
_DOTTED_HEAD, _DOTTED_TAIL = re.compile("[一-鿿]{1,7}·"), 10
_DOTTED_WHOLE = re.compile("[一-鿿]{1,7}(?:·[一-鿿]{1,8}){1,2}")
_BEHIND_TITLE = re.compile(f"(?:{TITLES})$")
_TITLE_REACH = 6
_HOLDS_TITLE = re.compile(f"(?:{TITLES})")


def name_end(scan: Scan, start: int, follows: re.Pattern[str] = AFTER) -> int | None:
    """Give the end of the name that begins at `start`: the longest after which a sentence goes on."""
    foreign = _foreign_end(scan, start, follows)
    surname = surname_at(scan, start) if foreign is None else None
    if surname is None:
        return foreign
    if _NOT_NAMES.match(scan.text[start : start + 4]):
        scan.refuse(start, start + 3, "Person", "常用词，不是姓名 / a common word, no name")
        return None
    first = start + len(surname)
    ends = (first + given for given in (_GIVEN_LIMIT, 1))
    return next(
        (end for end in ends if _is_name(scan, start, first, end) and _goes_on(scan, start, end, follows)), None
    )


def _foreign_end(scan: Scan, start: int, follows: re.Pattern[str]) -> int | None:
    """Give the end of a name of elements, or of one with a character more (扎西 + 卓), if a sentence goes on there."""
    end = foreign_name_end(scan, start)
    if end is None or end == len(scan.text) or follows.match(scan.text, end):
        return end
    return end + 1 if is_plain(scan.text[end : end + 1]) and follows.match(scan.text, end + 1) else None


def _is_name(scan: Scan, start: int, first: int, end: int) -> bool:
    """Tell whether a surname and what stands at `[first, end)` may be a name: no word, no verb begun in it."""
    text, is_long = scan.text, end - first == _GIVEN_LIMIT
    name = text[start:end]
    if end > len(text) or _is_broken(scan, start, end) or _is_word(scan, name):
        return False
    if _HOLDS_TITLE.fullmatch(text, first, end):
        return False
    if is_long and (_VERBS.match(text, end - 1) or _TAKES_OFFICE.match(text, end - 1)):
        return False
    if is_long and _WORKS.match(text, end - 1) and _opens_as_word(scan, name):
        return False
    if _RANKED.match(text, end - 1) and _is_of_army(scan, start):
        return False
    ends_in_and = is_long and name[-1:] in _JOINING and _CLOSES.match(text, end) is not None
    return is_plain(text[first : end - 1 if ends_in_and else end]) or (is_long and _is_closed_name(scan, end))


def _is_closed_name(scan: Scan, end: int) -> bool:
    """Tell whether a mark closes a name whose first given character seldom stands in one (姜同松，)."""
    given = scan.text[end - _GIVEN_LIMIT : end]
    is_rare = is_rare_given(given)
    return is_rare and _CLOSED_NAME.match(scan.text, end) is not None and not _is_verb(scan, end - _GIVEN_LIMIT)


def is_rare_given(given: str) -> bool:
    """Tell whether two characters may be a given name though one of them stands in few (同松, 建会)."""
    rare = _RARE_IN_NAMES.intersection(given)
    return (
        len(given) == _GIVEN_LIMIT
        and len(rare) == 1
        and is_plain("".join(set(given) - rare))
        and given[1] != "长"
        and _WORD_OF_RARE.match(given) is None
    )


def _opens_as_word(scan: Scan, name: str) -> bool:
    return scan.gazetteer.not_names.get(name[:2], False)


def _goes_on(scan: Scan, start: int, end: int, follows: re.Pattern[str]) -> bool:
    """Tell whether a sentence goes on behind a name: with what may follow one, an officer's rank, or not at all."""
    if end == len(scan.text) or follows.match(scan.text, end) or (follows is AFTER and _acts_on(scan, end)):
        return True
    return _RANKED.match(scan.text, end) is not None and _is_of_army(scan, start)


def _acts_on(scan: Scan, end: int) -> bool:
    """Tell whether a verb begins where a name ends, and none already with the name's last character (高山 + 接受)."""
    return _is_verb(scan, end) and not _is_verb(scan, end - 1)


def _is_verb(scan: Scan, end: int) -> bool:
    """Tell whether a verb, an adverb or a preposition of two or three characters begins at an offset."""
    edges = scan.gazetteer.edges
    return any(scan.text[end : end + size] in edges for size in (2, 3))


def _is_of_army(scan: Scan, start: int) -> bool:
    """Tell whether the sentence speaks of the armed forces before a name, so that an officer's rank may follow it."""
    return _OF_ARMY.search(scan.text, scan.sentence_at(start).start, start) is not None


def column_end(scan: Scan, start: int) -> int | None:
    """Give the end of the name that begins at `start` and ends where a space does (审核人：甲乙 来源：…)."""
    surname = surname_at(scan, start)
    for given in (2, 1) if surname is not None else ():
        end = start + len(surname or "") + given
        is_whole = is_plain(scan.text[start + len(surname or "") : end]) and not _is_broken(scan, start, end)
        if end < len(scan.text) and scan.gap_before(end) and is_whole and not is_no_name(scan, start, end):
            return end
    return None


def name_start(scan: Scan, end: int, *, behind_title: bool = False) -> int | None:
    """Give the start of the name that ends at `end`, just before a post; `behind_title`: a title may open it."""
    text = scan.text
    foreign = foreign_name_start(scan, end)
    if foreign is not None and end - foreign > _GIVEN_LIMIT + 1:
        return foreign
    for length in (3, 2, 4):
        start = end - length
        if start < 0:
            continue
        name = text[start:end]
        surname = surname_at(scan, start)
        if surname is None or not 1 <= length - len(surname) <= _GIVEN_LIMIT:
            continue
        if _NOT_NAMES.match(name) or _is_word(scan, name) or _TAKES_OFFICE.match(text, end - 1):
            continue
        opens_clause = start == 0 or text[start - 1] in _MARKS
        opens = opens_here(scan, start) or (
            behind_title and _BEHIND_TITLE.search(scan.text, max(0, start - _TITLE_REACH), start) is not None
        )
        given = name[len(surname) :]
        may_be_name = is_plain(given) or (opens_clause and is_rare_given(given))
        if not may_be_name or (scan.gap_before(end) == 0 and not opens):
            continue
        if not _is_broken(scan, start, end):
            return start
    return foreign


def _is_broken(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a column ends inside a name (向 东  镇党委委员); a spaced name has equal spaces."""
    if not scan.document.offsets.dropped_in(start + 1, end):
        return False
    gaps = [scan.gap_before(position) for position in range(start + 1, end)]
    if len(set(gaps)) < len("二字"):
        return False
    raw = scan.document.offsets.raw_span(start, end)
    return "\n" not in scan.document.text[raw.start : raw.end]


def foreign_name_end(scan: Scan, start: int) -> int | None:
    """Give the end of the name without a Chinese surname that begins here, the longest made of name elements.

    Elements are those of Tibetan, Mongolian, Uyghur, Kazakh and Yi names (cues.tsv, name_element); parts may be
    joined by a dot, which alone tells a name.
    """
    if "·" in scan.text[start : start + _DOT_WITHIN]:
        column = _dotted_column_end(scan, start)
        if column is not None:
            return column
        dotted = _DOTTED.match(scan.text, start)
        if dotted is not None and not _HOLDS_TITLE.search(dotted[0]) and not scan.text.startswith("由", start):
            return dotted.end()
    elements = scan.gazetteer.cues["name_element"]
    end = start
    while True:
        step = next((size for size in _ELEMENT_SIZES if scan.text[end : end + size] in elements), None)
        if step is None:
            break
        end += step
    return end if end - start > 1 else None


def _dotted_column_end(scan: Scan, start: int) -> int | None:
    """Give the end of a dotted name that the space of a column closes (吐逊江·艾力　地区水利局局长)."""
    first = _DOTTED_HEAD.match(scan.text, start)
    ends = range(first.end() + 1, first.end() + _DOTTED_TAIL) if first is not None else range(0)
    end = next((at for at in ends if scan.is_name_break(at) or scan.gap_before(at) > 0), None)
    whole = scan.text[start:end] if end is not None else ""
    return end if end is not None and _DOTTED_WHOLE.fullmatch(whole) and not _is_parted(scan, start, end) else None


def _is_parted(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a space stands inside a dotted name elsewhere than beside its dot."""
    inside = (at for at in range(start + 1, end) if "·" not in scan.text[at - 1 : at + 1])
    return any(scan.gap_before(at) for at in inside)


def foreign_name_start(scan: Scan, end: int) -> int | None:
    """Give the start of the name without a Chinese surname that ends here."""
    low = max(0, end - _DOTTED_REACH)
    dotted = _DOTTED_BEFORE.search(scan.text, low, end) if scan.text.find("·", low, end) >= 0 else None
    begin = dotted.start() + scan.text.startswith("由", dotted.start()) if dotted is not None else 0
    is_cut = dotted is not None and _is_parted(scan, begin, end)
    if dotted is not None and opens_here(scan, begin) and not is_cut:
        return begin
    elements = scan.gazetteer.cues["name_element"]
    start = end
    while True:
        step = next(
            (size for size in _ELEMENT_SIZES if size <= start and scan.text[start - size : start] in elements), None
        )
        if step is None:
            break
        start -= step
    return start if end - start > 1 and opens_here(scan, start) else None


def opens_here(scan: Scan, start: int) -> bool:
    """Tell whether a name may begin here: after a mark, a space, or a word that names are not part of."""
    if start == 0 or not scan.text[start - 1].isalnum() or scan.gap_before(start):
        return True
    before = scan.units.ending.get(start, ())
    return (
        any(unit.sense == "suffix" for unit in before)
        or scan.text[start - 1] in "日由经有请到和与及对"
        or scan.text.endswith(("会上", "会议上"), 0, start)
        or scan.boundary_before(start) is not None
    )


def is_no_name(scan: Scan, start: int, end: int) -> bool:
    """Tell whether words that have the form of a name are a common word, a surname's title, a place or a body."""
    if _HOLDS_TITLE.fullmatch(scan.text, start + 1, end):
        return True
    if _NOT_NAMES.match(scan.text[start : start + 4]) or _is_word(scan, scan.text[start:end]):
        return True
    known = scan.units.longest_starting(start, frozenset({"region", "place", "country", "central", "function"}))
    return known is not None and known.end >= end


def _is_word(scan: Scan, name: str) -> bool:
    """Tell whether a name's characters are a common word (连夜, 居民; data/not_names.tsv)."""
    return name in scan.gazetteer.not_names


def surname_at(scan: Scan, start: int) -> str | None:
    """Give the surname that stands at an offset, the longest."""
    pair, surnames = scan.text[start : start + 2], scan.gazetteer.surnames
    if pair in surnames and len(pair) > 1:
        is_head = pair == "长孙" and scan.text[start - 1 : start] in _HEADED
        return pair if not is_head else None
    return pair[0] if pair and pair[0] in surnames else None


def is_plain(given: str) -> bool:
    """Tell whether characters may be a given name: Han, and none that names avoid."""
    breakers = _NAME_BREAKERS - {"和"} if len(given) > 1 and given[0] == "和" else _NAME_BREAKERS
    return not given or (breakers.isdisjoint(given) and min(given) >= "㐀" and max(given) <= "鿿")
