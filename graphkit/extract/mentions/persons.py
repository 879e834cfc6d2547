"""A scan in, person candidates out: a surname, one or two characters more, and a post or role beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_TITLES = (
    "党组成员|党委委员|班子成员|纪检组长|总书记|书记|局长|厅长|处长|科长|司长|署长|部长|省长|市长|州长|县长|区长|镇长|乡长|盟长|旗长|州长|主席|主任|秘书长|总理|委员长|委员|组长|院长|所长|站长|校长|"
    "园长|场长|队长|支队长|行长|社长|会长|理事长|董事长|总经理|经理|总工程师|总师|总监|检察长|审判长|庭长|代表|常委|司令员|政委|参谋长|将军|教授|研究员|工程师|巡视员|调研员|"
    "干事|负责人|同志|先生|女士|院士|主编|馆长|台长|专员|督察|总督学|参赞|大使"
)
_AFTER = re.compile(
    "同志|主持|出席|参加|讲话|作|做|为|率|在|到|介绍|一行|兼|先生|女士|任|担任|表示|强调|指出|说|要求|传达|宣读|带|陪同|赴|代表|对|就|与|和|及|等|、|，|。|；|）|（|《|"
    "：|领|部署|安排|通报|汇报|总结|发言|致辞|点评|授课|应邀|深入|先后|会见|听取|来|前往|检查|调研|考察|督导|向|从|以|的|也|还|分别|带队|出任|当选|签|被|于|是|将|重要|总|副|"
    "主任|局|省|市|书记|委员|教授|院长|部长|司|署|并|结合|围绕|组织|带头|逐一|具体|亲自|介绍|负责|牵头|担|当|提出|同|\n|[0-9]"
)
_POST = re.compile(f"(?:{_TITLES})(?!的职务|岗位|会议|办公|职责|令|联系|制|级|人选)")
_RANKS = ("党组", "党委", "副", "总")
_AFTER_POST = re.compile("(?:" + _TITLES + ")(?:（[^（）]{1,16}）)?：?(?=[一-鿿])")
_NOT_NAMES = re.compile(
    "^(?:关[领系心注键于怀爱负同人单部企]|领导|时任|现任|任命|任免|常务|党组|党委|支部|高级|有关|主要|分管|全体|和谐|周边|方面|马上|于是|关于|安全|成员|任务|任何|能源|农业|水利|曾任|相关|查处|严格|全国|"
    "党中|党的|党员|单位|主管|主持|计划|包括|任副|章程|时间|应急|连续|干部|项目|明确|从事|华侨|向全|方针|平安|强调|甘肃|江苏|温州|金融|安徽|宁夏|成都|石油|范围|经济|"
    "解放|卫生|后勤|司法|万元|常委|白银|石家|查询|满意|高校|高等|管委|管理|温泉|路线|路径|文化|文明|文件|车辆|程序|易地|万余|全面|容易|明显|广大|广播|贺信|何种|和平|包含|"
    "毛泽东思|方法|水平|水电|安排|高质|高度|高效|经过|经验|连接|路上|时候|时期|计算|成立|成功|成果|沙漠|海关|海洋|海外|江河|江南|强化|盛会|空间|空气|支持|支撑|支队|支付|"
    "别人|别的|应当|应该|应对|党建|党务|宣传|宣布|从业|从严|利用|全力|全局|全程|后备|花园|花费|商务|商品|牛羊|区域|权利|权力|国家|国务|国资|相互|商会|年度|荣誉|英雄|"
    "第一|第二|汇报|卓越|于双|双方|公司|公安|公共|公布|公开|公路|包括|白天|保护|边境|边防|边界|车间|陈列|陈述|充分|楚地|单独|党史|邓小平理)"
)
_NAME_BREAKERS = frozenset("局厅部委省市县区州的会处室科院所站办党组政府会议和与及、各同按等了是在由副总兼")
_ROSTER_LABEL = re.compile(
    "(?:总?指挥|副?组长|副?主任(?:委员)?|成员|委员|秘书长|副秘书长|顾问|召集人|副召集人|名誉主任|常务副组长|办公室主任|联络员)："
)
# Labels and verbs that a name follows: 联系人：NAME, 任命NAME为…, （记者NAME）.
_LABEL = re.compile(
    "(?:联系人|经办人|签发人|签发|记录人?|主持人|责任编辑|编辑|审核人?|校对|撰稿|摄影|作者|供稿|联络员)(?:及(?:联系)?(?:电话|方式))?："
    "|(?<=[（，、])(?:本报|通讯员|特约)?(?:记者|通讯员)：?(?=[一-鿿])|通讯员：?(?=[一-鿿]{2,3}[）、，])"
)
_BRACKETED_POST = re.compile(f"（[^（）\n]{{2,30}}(?:{_TITLES})）")
_BEFORE_PHONE = re.compile(r"(?:（0\d{2,3}）|0\d{2,3}-)\d{7,8}|[，：]?1[3-9]\d{9}(?!\d)")
_INTO_OFFICE = "(?:同志)?(?:（[男女]）)?(?:为|的|任|兼任|担任)"
_APPOINTED = re.compile(f"(?:任命|免去|聘任|聘请|提名|增补|补选|推举)(?=[一-鿿]{{2,4}}{_INTO_OFFICE})")
_APPOINTED_END = re.compile(_INTO_OFFICE)
_LABELLED_END = re.compile("[，。；、（）0-9a-zA-Z：]|通讯员|记者|摄影|文/|电话|联系|手机|传真|邮箱|\n|$")
_LEADER = re.compile(
    "(?P<name>习|邓|江|胡)(?=总书记)|习近平(?!新时代|法治思想|经济思想|外交思想|强军思想|生态文明思想|文化思想|总书记关于(?:的)?思想)|毛泽东(?!思想)|邓小平(?!理论)"
)
_GIVEN_LIMIT = 2
_SHORT_NAME = 2


def find_persons(scan: Scan) -> Iterator[Mention]:
    """Iterate over person candidates, then over further places of the names found; they may overlap."""
    found = list(_beside_cues(scan))
    yield from found
    yield from _again(scan, found)


def _again(scan: Scan, found: list[Mention]) -> Iterator[Mention]:
    """Iterate over the places where a name stands again without its post (李强考察了…)."""
    names = {mention.surface for mention in found if mention.rule != "person-leader"}
    starts = {mention.start for mention in found}
    for name in sorted(names):
        start = scan.text.find(name)
        while start >= 0:
            end = start + len(name)
            is_open = len(name) > _SHORT_NAME or _opens_here(scan, start)
            if start not in starts and is_open and _name_end(scan, start) == end:
                yield scan.mention(start, end, "Person", "person-again")
            start = scan.text.find(name, end)


def _beside_cues(scan: Scan) -> Iterator[Mention]:
    """Iterate over names beside a post, a label, a verb of appointment, and in member lists."""
    for match in _LEADER.finditer(scan.text):
        yield scan.mention(match.start(), match.end(), "Person", "person-leader")
    yield from _beside_posts(scan)
    for pattern, follows in ((_LABEL, _LABELLED_END), (_APPOINTED, _APPOINTED_END)):
        for match in pattern.finditer(scan.text):
            end = _name_end(scan, match.end(), follows)
            if end is not None:
                yield scan.mention(match.end(), end, "Person", "person-labelled")
    yield from _roster(scan)


def _beside_posts(scan: Scan) -> Iterator[Mention]:
    """Iterate over names behind a post, before one, and before a bracketed one."""
    for match in _AFTER_POST.finditer(scan.text):
        end = _name_end(scan, match.end())
        if end is not None:
            yield scan.mention(match.end(), end, "Person", "person-after-post")
    for match in _POST.finditer(scan.text):
        post = match.start() - next((len(rank) for rank in _RANKS if scan.text.endswith(rank, 0, match.start())), 0)
        start = _name_start(scan, post)
        if start is not None:
            yield scan.mention(start, post, "Person", "person-before-post")
    for pattern, rule in ((_BRACKETED_POST, "person-bracketed"), (_BEFORE_PHONE, "person-phone")):
        for match in pattern.finditer(scan.text):
            start = _name_start(scan, match.start())
            if start is not None:
                yield scan.mention(start, match.start(), "Person", rule)


def _name_end(scan: Scan, start: int, follows: re.Pattern[str] = _AFTER) -> int | None:
    """Give the end of the name that begins at `start`: the longest after which a sentence goes on."""
    text = scan.text
    surname = _surname_at(scan, start)
    if surname is None:
        return None
    if _NOT_NAMES.match(text[start : start + 4]):
        scan.refuse(start, start + 3, "Person", "常用词，不是姓名 / a common word, no name")
        return None
    for given in (2, 1):
        end = start + len(surname) + given
        name = text[start:end]
        if len(name) < len(surname) + given or not _is_plain(name[len(surname) :]):
            continue
        if end == len(text) or follows.match(text, end):
            return end
    return None


def _name_start(scan: Scan, end: int) -> int | None:
    """Give the start of the name that ends at `end`, just before a post."""
    text = scan.text
    for length in (3, 2, 4):
        start = end - length
        if start < 0:
            continue
        name = text[start:end]
        surname = _surname_at(scan, start)
        if surname is None or not 1 <= length - len(surname) <= _GIVEN_LIMIT or _NOT_NAMES.match(name):
            continue
        if not _is_plain(name) or (scan.gap_before(end) == 0 and not _opens_here(scan, start)):
            continue
        return start
    return None


def _opens_here(scan: Scan, start: int) -> bool:
    """Tell whether a name may begin here: after a mark, a space, or a word that names are not part of."""
    if start == 0 or not scan.text[start - 1].isalnum() or scan.gap_before(start):
        return True
    before = scan.units.ending.get(start, ())
    return (
        any(unit.sense == "suffix" for unit in before)
        or scan.text[start - 1] in "日由经有请到和与及对"
        or scan.boundary_before(start) is not None
    )


def _surname_at(scan: Scan, start: int) -> str | None:
    for length in (2, 1):
        surname = scan.text[start : start + length]
        if surname in scan.gazetteer.surnames and len(surname) == length:
            return surname
    return None


def _is_plain(given: str) -> bool:
    return all("㐀" <= character <= "鿿" for character in given) and not _NAME_BREAKERS & set(given)


def _roster(scan: Scan) -> Iterator[Mention]:
    """Iterate over the names of a member list: label, name, wide space, post; the label holds for further lines."""
    listing = False
    for section in scan.document.sections:
        line = scan.text[section.start : section.end]
        label = _ROSTER_LABEL.match(line)
        if label is None and not (listing and len(line) <= 60 and "。" not in line):
            listing = False
            continue
        listing = True
        start = section.start + (label.end() if label else 0)
        for length in (2, 3, 4):
            end = start + length
            surname = _surname_at(scan, start)
            if surname is None or end > section.end or not _is_plain(scan.text[start + len(surname) : end]):
                continue
            if end == section.end or scan.gap_before(end) or scan.text[end] in "（，、":
                if length == 2 and scan.gap_before(start + 1) and end < section.end and not scan.gap_before(end):
                    continue
                yield scan.mention(start, end, "Person", "person-roster")
                break
