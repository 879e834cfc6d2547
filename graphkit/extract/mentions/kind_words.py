"""A kind word (局, 委, 中心 …) and what stands around it in, whether it is one there out."""

from __future__ import annotations

import re
from functools import cache

from graphkit.extract.scan import Scan

# What must not follow a kind word: then it is part of another word (委员, 办理, 部门, 所有 …).
NOT_BEFORE = {
    "委": "员托派任培外罚内会",
    "局": "面部势长限地域促级",
    "部": "务门分署队委属级长件位落省首族",
    "院": "长校士落线子坝区",
    "所": "有需在属以谓称得列作提述致产长辖涉用持定确设处要",
    "处": "理置罚分于长级境方在所事办处室",
    "办": "理公法事好结学案实件税证班园会文展出发案稿",
    "协": "议作调商定同助",
    "科": "学技研长室员目级普创",
    "厅": "长级局",
    "站": "位长在点稳起立前",
    "中心": "组工城思环医校镇村点任地线",
    "室": "内外",
    "组": "织建成长合员团装",
    "司": "法机长局令",
    "分行": "政业为动",
    "矿": "业产区山",
    "大学": "生习",
    "中学": "习生",
    "小学": "习生",
    "学院": "派",
    "海关": "总",
    "政府": "采工性网投信债职引购行补储奖",
    "人大": "代主副常附",
    "党组": "织",
    "党委": "员",
    "集团": "军化成式",
    "公司": "法章治制债",
    "法院": "长",
    "银行": "业卡账贷存家",
    "社": "会区保科论",
    "团": "结队员伙体聚",
    "署": "名务署",
    "台": "账风湾",
    "队": "伍员长",
    "会": "议同员上后计见场务长",
    "网": "络站上点格",
    "街道": "办",
    "支部": "书",
    "工会": "议",
    "学联": "合",
    "学校": "长",
    "股": "份票东权市本息民价金指",
}
# What must not stand just before a kind word (格局, 干部, 部署, 副中心 …).
NOT_AFTER = {
    "局": "败骗当代格变开全大好布结新终僵时政残棋",
    "部": "干全内外头尾东西南北中局胸背",
    "署": "部布签副署",
    "政府": "厅局部办处治",
    "人民政府": "厅局部办处",
    "队": "军排车舰组团部带率领表",
    "中心": "副以为核府",
    "公司": "级",
    "集团": "略争",
    "大学": "流",
    "街道": "外",
    "幼儿园": "校",
    "会": "社机商协学",
    "处": "地位身多判无住去远近随界汇出好坏用害长短益深各四到何查调论难需惩严重单相罪百千个几数余实共",
    "科": "百单预斯学本专文理",
    "组": "小改重",
    "所": "场关",
    "院": "院法医学住",
    "室": "教科议",
    "社": "合",
    "委": "常编政主",
    "台": "平出站后前讲上舞灶阳",
    "站": "网车油充驿电作",
    "网": "互联电",
    "厅": "乐能会门客餐大展舞歌音一议播",
    "办": "惩筹合试停主承举协督开兴创申交包经网代操通",
    "司": "公",
    "矿": "采探煤铁",
    "股": "股控入持参个港美炒配新",
}
# 发现一处、整治一处; 心往一处想: a place counted, no first office.
_ONE_PLACE = re.compile("[往到成治号现改决光缔除停设查过有是在第]一$")
# 管理 + 科, not 管 + 理科.
_DOES = re.compile("[管治受审护办代]理$")
# Words that begin like the end of a longer kind word (会同, 委员) but are verbs of their own.
_FREE = re.compile(
    "长(?:期(?!会)|效|远|年|足)|校长|工作(?:人员|的|过|期间|汇报|要求|部署|安排|[，。；、]|$)|处(?:长|副处长)|委托|委派|委任|同意|员工|会(?:同|商|签|后|上|前)|部署|部分(?!布)|派(?:出|驻|人员|工作组)|内部"
)

# 财政厅长张三, 外交部长，: the body's last character is the post's first.
_KINDS_BEFORE = frozenset("部局厅副院委组司会府原任、，的")
_HEAD_OF_CONGRESS = re.compile("副?主[任席](?!团)")
_HEAD_OF = re.compile(
    "长(?=[，、）。；\n]|[一-鿿]{2,3}(?:[，、。；）]|近日|日前|今天|[0-9]|出席|主持|参加|介绍|表示|强调|指出|讲话|会见|会谈|访问|宣布|说|率|赴|到|在|等|同志))"
)

# Where a university of several seats sits: 云岭大学（武汉）; the tribunals of a court: 青山县人民法院 + 柳河法庭.
_TRIBUNAL = re.compile("(?![的和与及设建审开在各等党院机巡关于依])[一-鿿]{2,4}?(?:人民)?法庭(?![长审内外工建])")
# The staff of a discipline committee issues beside other bodies: 省纪委机关、省委组织部.
_STAFF = re.compile("机关(?=[、，和][一-鿿]{2,12}[部委办厅局])")
_SEATS = {
    **dict.fromkeys(("纪委", "纪律检查委员会"), _STAFF),
    "大学": re.compile("（(?:华东|[一-鿿]{2,3}(?:校区)?)）(?=[一-鿿])(?<!学院）)(?<!以下）)"),
    **dict.fromkeys(("人民法院", "法院"), _TRIBUNAL),
}
# A street as the place of a village: 某街道 + 某村.
_VILLAGE_BEHIND = re.compile("[一-鿿]{2,3}村(?![委民级里]|党|支部)")
# What somebody has learnt at: 中央党校 + 大学学历.
_TOLD_APART = frozenset("学所处署道")
_SCHOOLING = ("学历", "本科", "专科", "文化程度")


def stands_alone(scan: Scan, end: int, suffix: str) -> bool:
    """Tell whether what follows leaves the kind word whole."""
    following = scan.text[end : end + 1]
    if suffix[-1:] in _TOLD_APART and (told := _told_apart(scan, end, suffix, following)) is not None:
        return told
    if following not in _not_before(suffix[-2:]):
        return True
    if following == "长" and suffix[-1:] in {"局", "部", "厅"} and scan.text[end - 2 : end - 1] not in _KINDS_BEFORE:
        return _HEAD_OF.match(scan.text, end) is not None or _FREE.match(scan.text, end) is not None
    if _FREE.match(scan.text, end):
        return True
    return suffix.endswith("人大") and _HEAD_OF_CONGRESS.match(scan.text, end) is not None


def _told_apart(scan: Scan, end: int, suffix: str, following: str) -> bool | None:
    """Tell of the kinds with words of their own beside them; None where nothing is told."""
    text = scan.text
    is_place = suffix == "街道" and _VILLAGE_BEHIND.match(text, end) is not None
    if is_place or (suffix == "大学" and text.startswith(_SCHOOLING, end)) or text.endswith("海关所", 0, end):
        return False
    if suffix.endswith("处") and _ONE_PLACE.search(text, max(0, end - 3), end - 1) is not None:
        return False
    is_at = following == "在" and suffix in {"派出所", "司法所", "研究所"}  # 某派出所 + 在会上发言
    return True if is_at or (suffix.endswith("署") and text.startswith("署长", end)) else None


def ends_another_word(scan: Scan, start: int, suffix: str) -> bool:
    """Tell whether what stands before a kind word makes another word of it: 格局, 干部, 理科."""
    before = scan.text[start - 1 : start]
    is_other = bool(before) and before in NOT_AFTER.get(suffix, "")
    return is_other and _DOES.search(scan.text, max(0, start - 2), start) is None


@cache
def _not_before(ending: str) -> frozenset[str]:
    """Give what must not follow a kind word, by its last two characters; names are too many to remember."""
    return frozenset(NOT_BEFORE.get(ending[-1:], "") + NOT_BEFORE.get(ending, ""))


def is_name_character(character: str) -> bool:
    """Tell whether a character can be part of a name."""
    return character.isalnum() or character == "·"


def end_with_seat(scan: Scan, end: int, suffix: str) -> int:
    """Give where a name ends that a seat in brackets or a court's tribunal goes on."""
    seat = _SEATS[suffix].match(scan.text, end) if suffix in _SEATS else None
    return seat.end() if seat is not None else end
