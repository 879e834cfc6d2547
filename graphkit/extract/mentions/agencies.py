"""A scan in, agency candidates out, by composition: place, level, system, function, kind, part.

A candidate grows leftwards from a kind word (局, 委, 中心 …) over gazetteer words until a boundary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphkit.extract.gazetteer import LEVELS
from graphkit.extract.mentions.acting_bodies import find_acting
from graphkit.extract.mentions.acting_places import find_acting_places
from graphkit.extract.mentions.bodies_by_form import find_by_form
from graphkit.extract.mentions.central_bodies import (
    NATIONAL_SITE,
    NO_ANCHOR,
    ends_central,
    find_central,
)
from graphkit.extract.mentions.credits import find_credits
from graphkit.extract.mentions.inner_words import (
    FUNCTION,
    GROUPS,
    JOINTS,
    acts_for,
    begins_anew,
    begins_beside,
    behind_name,
    behind_place,
    ends_article,
    holds_name,
    is_level_anchor,
    is_verb_of_group,
    is_whole_group,
    joins_inside,
)
from graphkit.extract.mentions.kind_words import end_with_seat, ends_another_word, is_name_character, stands_alone
from graphkit.extract.mentions.local_bodies import OF_SITES, ZONES, is_concern, is_small_local, is_township
from graphkit.extract.mentions.recipients import find_recipients
from graphkit.extract.mentions.rooms import is_any_of_kind, is_room
from graphkit.extract.mentions.run_on_rosters import find_run_on
from graphkit.extract.mentions.small_units import find_small_units
from graphkit.extract.mentions.sources import find_sources
from graphkit.extract.mentions.walk import bracket_start
from graphkit.extract.scan import Scan
from graphkit.extract.units import Unit
from graphkit.model.facts import Mention

_DATE_ENDS = frozenset("年月日")
# What stands before a place where no name reaches further; whether it does there is asked of few.
_EDGE_MARKS = _DATE_ENDS.union("条暨代报")
_STEPS = frozenset({"region", "place", "county_place", "country", "central", "function", "suffix", "level"})
_ANCHORS = frozenset({"region", "place", "country", "central"})
_FIRMS = "集团 银行 公司 有限公司 股份有限公司 有限责任公司 集团有限公司 集团公司 总公司 总局 总队".split()
# What the name of a body goes on to behind a place: 甲集团 + 某省 + 有限公司, 公安局 + 某县 + 分局.
_BRANCHES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_FIRMS, ("公司", "分行", "支行", "税务局", "支队", "总队", "分社")),
    **dict.fromkeys(("检察院", "人民检察院"), ("分院",)),
    "局": ("分局", "支队", "大队"),
    "大学": ("研究院", "研究所", "研究中心", "校区", "分校", "理工学院", "科学院"),
    "学院": ("分院", "分校"),
}
# What a name may begin with before a place: 大熊猫国家公园四川省管理局, 云岭银行甲市分行, 第一师阿拉尔市林草局.
_BEFORE_PLACE = re.compile(
    "^(?:[一-鿿]{2,10}(?:国家公园|保护区|试验区|示范区|银行|集团|公司)|第[一二三四五六七八九十]{1,3}师)$"
)
# Kinds of centre that a programme sets up all over the country: 国家医学中心, 省级区域公共卫生中心.
_PROGRAMME = re.compile(
    "(?:创新|医学|医疗|技术|区域|产业|传承|公共卫生|工程研究|临床)[一-鿿]{0,6}(?:中心|站|基地)$|工厂$"
)
_NATIONAL_HOUSES = frozenset({"图书馆", "博物馆", "档案馆", "美术馆"})
# Kinds too small to be told of another country by their name alone (俄罗斯总统新闻秘书佩斯科夫).
_SMALL = frozenset("科处站队团会社办所室组")
# Small units by the body that they are of and what they do: 林业局 + 森防站, 某集团 + 人力资源部.
_OF_BODIES, _WHOLES, _MATTER_LIMIT = (
    frozenset("站室队所部科股"),
    frozenset({"局", "厅", "处", "公司", "有限公司", "集团", "大学", "学院", "医院", "林场", "农场", "研究院", "中心"}),
    6,
)
_NO_MATTER = re.compile("[一二三四五六七八九十百两几0-9等的和与及各派驻全下]|有关|相关|所属|下属")
_LOCAL_LEVELS = frozenset("市县区州旗")
_OF_SCHOOLS = frozenset({"医院", "附属医院", "中学", "小学"})
# A county or city of no table, whole before a body that all have: 青山县 + 人民法院.
_UNKNOWN_PLACE = re.compile(
    "^(?!各|全|该|本|我|某|外|邻|两|多|其|此|每|兄弟|有关|相关|试点|示范|贫困|[一二三四五六七八九十]|中心|开发|第|所|往|历|原|前|新一|上|城|都|超|门|股|楼|夜|早|菜)[一-鿿]{2,4}(?<![条款章届项指])[县市旗]$"
)
_UNKNOWN_LIMIT = 14
_UNIT_LIMIT, _CENTRE_LIMIT = 8, 14
# Kinds that a verb may stand before without a name: 提升 + 集团管理水平.
_VERB, _AFTER_VERB = (
    2,
    frozenset({"海关", "集团", "学院", "协会", "学会", "公司", "医院", "学校", "大学", "党组", "党委", "党支部"}),
)
# 我校党委 is a name that its place in a document completes, no verb before a body.
_DEICTIC = ("我", "本", "该")
_COUNTED_INSIDE = re.compile("[0-9]+[个家所]|[直下管]辖|[届次]会议")
_GENERAL = ("人民政府", "政府", "省委", "市委", "县委", "区委")
_SHORTEST = 3
_NAME_LENGTH, _GIVEN = 3, 2
_NO_NAME = re.compile(
    "^[个某]|^所有|^各?(?:部门|单位)$|两地$|^(?:国有|民营|直属|非公)*企业$|^(?:大会|赛事|活动|论坛|会议)$|乡镇$|^代表|^全[院校系]|^新(?:时代|形势)|^村（社区）$|^[一二三四五六七八九十]+个|^[年月日号]|^(?:管理|办事|服务|监督|综合|工作)$|^家庭|^[0-9]+[位名个家所项]|[年月日]$|(?:[局处部院司所站场]长|书记|主任)$|国有$|^(?:行业|行业协会|有关|社会|专业|基层|上级|下级)$"
)
_NO_COMPANY = re.compile("供电|电力|燃气|供水|[分子母总各]$|(?:上市|控股|参股|全资)$")
_LENGTH_LIMIT = 40
# Who goes to a body, and how, before its name: 副局长甲来 + 集团公司, 县委书记乙莅临 + 我院.
_VISITS = re.compile(
    "^.*(?:[省市县区州旗镇乡局厅处科部院校所站队]长|书记|主任|主席|委员|总裁|经理)[一-鿿]{0,4}?(?:来到|来|莅临|前往|带领|率领|陪同|代表|视察|代理)"
)
# A person with a post is no part of a body's name.
_HOLDER_INSIDE = re.compile(
    "(?:[局厅处院校部站所司署]长|检察长|书记|主席|主任)(?!团|办公|信箱|热线|联席|基金|会|公开|助理|接待|专线|直通|班|论坛|医师|员|级|负责|责任|培训)[一-鿿]{1,9}$"
    "|^[省市县区州旗]委常委|(?<=.)[我你]$"
)
# A copyright line's year before the name of who holds it: ©2012 某林业管理局.
_YEAR = re.compile("(?:19|20)[0-9]{2}(?!年)")
# Words of the sentence that stand before a name without a mark: 甲同志代表某镇政府, 会上镇党委书记….
_TOLD_BEFORE = re.compile(
    "会上|[上下]午(?=[省市县区州])|(?:单位|人员|部门)有(?=[一-鿿]{4,})|.{0,4}颁发(?=[一-鿿]{2,})|(?<=同)志|[一-鿿]{0,6}(?:单位|部门)(?=[省市县区](?:委|(?![域级])[一-鿿]{2,6}$))|原(?=[省市县区](?!区)[一-鿿]|国家|中央)|[一-鿿]{0,3}[省市县区州]委常委[一-鿿]{2,3}(?=[一-鿿]{2,3}[省市县区州])|来(?![宾安凤])(?=[一-鿿]{3,})|商(?!州区)(?=[省市县区州][一-鿿])|(?:同?志|[一-鿿]{2,3})?代表(?=[一-鿿]{2,}[镇乡县市区]|[省市县区镇乡])"
)
# Whose committee is a body of its own: 青石镇党委 + 书记, not 市林业局 + 党组书记.
_OWN_COMMITTEE = ("自治区", "镇", "乡", "街道")
_COMMITTEE_BEFORE = re.compile("(?:党|[省市县区州旗])委$")
_PARTY_TAIL = re.compile("(?:党组|党委)(?=(?:副?书记|成员|委员))")
_POST_AFTER = re.compile("(?:副|常务副)?(?:庭长|场长|司长|主任|局长|处长|部长|院长|厅长|科长|所长|站长|巡视员)")


class _Walk(NamedTuple):
    """How far a candidate grew: its start, the anchors met, what stopped it."""

    start: int
    anchors: list[int]
    has_function: bool
    at_edge: bool
    before_post: bool = False
    joined: bool = False


def find_agencies(scan: Scan) -> Iterator[Mention]:
    """Iterate over agency candidates; they may overlap, but none reaches over a name of a list that runs on."""
    listed = list(find_run_on(scan))
    names = [one.start for one in listed if one.kind == "Person"]
    yield from (one for one in (*listed, *find_credits(scan)) if one.kind == "Agency")
    for one in _found(scan):
        if not names or not any(one.start <= start < one.end for start in names):
            yield one


def _found(scan: Scan) -> Iterator[Mention]:
    yield from find_recipients(scan)
    yield from find_by_form(scan)
    yield from find_acting(scan)
    yield from find_acting_places(scan)
    yield from find_small_units(scan)
    yield from find_sources(scan)
    yield from find_central(scan)
    for start, end, _, suffix in scan.units.of("suffix"):
        if stands_alone(scan, end, suffix) and (one := _composed(scan, start, end, suffix)) is not None:
            yield one


def _composed(scan: Scan, suffix_start: int, end: int, suffix: str) -> Mention | None:
    """Grow a candidate leftwards from a kind word and give it when its parts make a name."""
    if scan.text.startswith("总署署长", end - 2 - len(suffix) + 1):
        return None
    is_function = scan.units.longest_ending(suffix_start, FUNCTION) is not None
    if not is_function and ends_another_word(scan, suffix_start, suffix):
        return None
    if ends_central(scan, suffix_start, end):
        return None
    walk = _walk_left(scan, suffix_start, end, joins=scan.text.endswith(GROUPS, 0, end))
    if walk.joined and not walk.anchors:
        walk = _walk_left(scan, suffix_start, end)
    if walk.at_edge and _POST_AFTER.match(scan.text, end):
        walk = walk._replace(before_post=True)
    start = min(walk.anchors) if walk.anchors else walk.start
    if walk.at_edge and walk.start < start and _BEFORE_PLACE.match(scan.text[walk.start : start]):
        start = walk.start
    start = behind_place(scan, start, suffix_start)
    told = _TOLD_BEFORE.match(scan.text, start, suffix_start)
    start = behind_name(scan, told.end() if told is not None else start, suffix_start)
    visits = _VISITS.match(scan.text[start:suffix_start])
    start = start + visits.end() if visits is not None else start
    year = _YEAR.match(scan.text, start, suffix_start)
    start = year.end() if year is not None and scan.gap_before(year.end()) else start
    body = scan.text[start:suffix_start]
    is_head = scan.text.startswith("长", end) and holds_name(scan, suffix_start)
    if is_head or _HOLDER_INSIDE.search(body) or ("·" in body and suffix in _SMALL) or is_room(scan, body, suffix, end):
        return None
    if not body or end - start > _LENGTH_LIMIT or not _is_name(scan, body, suffix, walk):
        scan.refuse(start, end, "Agency", "没有地名、层级、职能或专名 / no place, level, function or name of its own")
        return None
    whose = scan.text[start : end - 2].removesuffix("分")
    if len(whose) > 1 and _PARTY_TAIL.match(scan.text, end - 2, end + 4) and not whose.endswith(_OWN_COMMITTEE):
        end -= 2 + (scan.text[end - 3 : end - 2] in {"原", "分"}) + 2 * whose.endswith("机关")
    return scan.mention(_with_lead(scan, start), end_with_seat(scan, end, suffix), "Agency", "agency-composed")


def _with_lead(scan: Scan, start: int) -> int:
    """Take in the word that says whose body of a place this is: 中共 + 贵州省委, 国家税务总局 + 贵州省税务局."""
    if scan.is_name_break(start):
        return start
    lengths = scan.gazetteer.lead_lengths.get(scan.text[start - 1 : start], ())
    leads = scan.gazetteer.cues["body_lead"]
    fitting = (length for length in lengths if length <= start and scan.text[start - length : start] in leads)
    return start - next(fitting, int(scan.text.startswith("各", start - 1)))


def _walk_left(scan: Scan, position: int, end: int, *, joins: bool = False) -> _Walk:
    """Step over gazetteer words, quoted parts and, within limits, unknown characters; `joins`: over 和 too."""
    text = scan.text
    joined = False
    anchors: list[int] = []
    unknown = 0
    has_function = False
    anchored_by_place = False
    while position > 0 and end - position < _LENGTH_LIMIT:
        if _is_left_edge(scan, position) or (position in anchors and begins_anew(scan, position)):
            return _Walk(position, anchors, has_function, at_edge=True)
        step = _step_before(scan, position)
        boundary = scan.boundary_before(position)
        if boundary is not None and (step is None or boundary <= step.start):
            is_joint = text[boundary:position] in JOINTS and joins_inside(scan, boundary, end - position, joins=joins)
            if not is_joint and not is_verb_of_group(scan, boundary, end):
                return _Walk(position, anchors, has_function, at_edge=True, joined=joined)
            joined = joined or is_joint
            position = boundary
            continue
        if step is not None and anchored_by_place and _ends_another(scan, step, end):
            return _Walk(position, anchors, has_function, at_edge=True)
        if step is not None and (step.sense != "level" or is_level_anchor(scan, step.start, step.value)):
            is_place = step.sense in _ANCHORS and (
                step.end - step.start >= _SHORTEST or is_level_anchor(scan, step.start, step.value[0])
            )
            anchored_by_place = (is_place or step.sense == "level") and not _is_site(text, step)
            if anchored_by_place:
                anchors.append(step.start)
            has_function = has_function or step.sense == "function"
            position = step.start
            continue
        opening = bracket_start(text, position)
        if opening is not None:
            position = opening
            continue
        if not is_name_character(text[position - 1]) or unknown >= _UNKNOWN_LIMIT:
            break
        unknown += 1
        anchored_by_place = False
        position -= 1
    at_edge = position == 0 or not is_name_character(text[position - 1])
    return _Walk(position, anchors, has_function, at_edge=at_edge, joined=joined)


def _is_left_edge(scan: Scan, position: int) -> bool:
    """Tell whether no name reaches over an offset: a new paragraph or column, a date, 报."""
    if position in scan.drops and (scan.is_name_break(position) or begins_beside(scan, position)):
        return True
    before = scan.text[position - 1]
    if before not in _EDGE_MARKS:
        return False
    if before == "暨" or ends_article(scan, position) or acts_for(scan, position):
        return True
    return (before in _DATE_ENDS and _ends_date(scan.text, position)) or (
        before == "报" and _is_reported_to(scan, position)
    )


def _step_before(scan: Scan, position: int) -> Unit | None:
    """Give the longest gazetteer word that ends here and that no column of a roster cuts (周大海 市财政局)."""
    step = scan.units.longest_ending(position, _STEPS) if position in scan.units.ending else None
    if step is None or not scan.is_cut(step.start, step.end):
        return step
    whole = [
        unit for unit in scan.units.ending[position] if unit.sense in _STEPS and not scan.is_cut(unit.start, unit.end)
    ]
    return max(whole, key=lambda unit: unit.end - unit.start, default=None)


def _is_site(text: str, step: Unit) -> bool:
    """Tell whether a level word is part of a site's kind (国家公园) or of a stretch of country (西南地区)."""
    return step.value == "地区" or NATIONAL_SITE.match(text, step.start) is not None


def _ends_another(scan: Scan, step: Unit, end: int) -> bool:
    """Tell whether a body of its own ends before a place: 国家林草局 + 湖南省政府, unless it goes on as a branch."""
    if step.sense == "central":
        return scan.text.endswith(_GENERAL, 0, end)
    return step.sense == "suffix" and not _is_branch(scan, step, end)


def _is_branch(scan: Scan, step: Unit, end: int) -> bool:
    """Tell whether a place after a kind word goes on the name: 中国移动通信集团 + 贵州 + 有限公司, 公安局甲县分局."""
    return scan.text.endswith(_BRANCHES.get(step.value, ()), 0, end)


def _is_reported_to(scan: Scan, position: int) -> bool:
    """Tell whether a name begins here after 报 (材料报省局): a level, a place or a central body follows it."""
    if scan.text.endswith("程序报", 0, position):
        return True
    if scan.text[position : position + 1] in "我本贵厅局":
        return True
    return scan.units.longest_starting(position, frozenset({"level", "region", "place", "central"})) is not None


def _ends_date(text: str, position: int) -> bool:
    return position > 1 and text[position - 2].isdigit()


def _is_name(scan: Scan, body: str, suffix: str, walk: _Walk) -> bool:
    """Tell whether what stands before the kind word makes a name of it."""
    is_two = suffix == "政府" and _COMMITTEE_BEFORE.search(body)  # 县委 + 政府, each read by its own form
    if is_two or body.startswith(("级", "国家级")) or body[-1:].isdigit() or _COUNTED_INSIDE.search(body):
        return False
    if walk.anchors:
        return _is_anchored_name(scan, body, suffix, walk)
    is_word = body in scan.gazetteer.edges and not body.startswith(_DEICTIC)
    is_verb = is_word and len(body) == _VERB and suffix in _AFTER_VERB
    if is_verb or (
        body + suffix in scan.gazetteer.kinds and not (walk.before_post and body + suffix in {"办公室", "办公厅"})
    ):
        return False
    takes_level = suffix in scan.gazetteer.cues["after_level"]
    if takes_level and walk.at_edge and (is_township(scan, body, walk.start) or _UNKNOWN_PLACE.match(body)):
        return True
    is_fragment = takes_level and body[-1] in "省市州县区" and not body.endswith(ZONES)
    is_holder = scan.text.startswith("长", walk.start + len(body) + len(suffix)) and _is_personal(scan, walk, body)
    own = (body.removesuffix("国有") or body) if walk.before_post else body
    if is_fragment or is_holder or not walk.at_edge or _NO_NAME.search(own):
        return False
    limit = _CENTRE_LIMIT if suffix in OF_SITES else _UNIT_LIMIT
    return (walk.before_post and len(body) <= limit) or _is_unplaced_name(scan, body, suffix, walk)


def _is_personal(scan: Scan, walk: _Walk, body: str) -> bool:
    """Tell whether words before 局长 are the name of who holds the post: 张建龙局长, 那 + 秀云局长."""
    surnames = scan.gazetteer.surnames
    if len(body) == _GIVEN and not walk.has_function and scan.text[walk.start - 1 : walk.start] in surnames:
        return True
    return len(body) == _NAME_LENGTH and (body[0] in surnames or body[:2] in surnames)


def _is_unplaced_name(scan: Scan, body: str, suffix: str, walk: _Walk) -> bool:
    """Tell whether words without a place or level and a kind word make a name: a function, a site, a strong kind."""
    cues = scan.gazetteer.cues
    if is_any_of_kind(body, suffix):
        return False
    if (suffix == "中心" and body in cues["function_of_center"]) or (suffix == "集团" and is_concern(scan, body)):
        return True
    if suffix in _OF_BODIES and _is_unit_of_body(scan, walk.start, walk.start + len(body)):
        return True
    if walk.has_function:
        return suffix in cues["strong_kind"] or suffix in "局厅委办部司处科"
    if suffix == "公司" and _NO_COMPANY.search(body):
        return False
    is_local = is_small_local(scan, body, suffix, walk.start) or (suffix in _OF_SCHOOLS and "大学" in body)
    is_strong = suffix in cues["strong_kind"] and 1 < len(body) <= _UNKNOWN_LIMIT
    return is_local or (is_strong and not body.isdigit())


def _is_unit_of_body(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a body and what a unit of it does stand before a kind word: 新林林业局营林处种苗 + 站."""
    matters = range(end - _MATTER_LIMIT, end - 1)
    wholes = (unit for at in matters for unit in scan.units.ending.get(at, ()) if unit.sense == "suffix")
    named = (unit for unit in wholes if start + 1 < unit.start and unit.value in _WHOLES)
    return any(_NO_MATTER.match(scan.text, unit.end, end) is None for unit in named)


def _is_anchored_name(scan: Scan, body: str, suffix: str, walk: _Walk) -> bool:
    """Tell whether a place or level and a kind word make a name, by what stands between."""
    cues = scan.gazetteer.cues
    if body in LEVELS:
        return suffix in cues["after_level"]
    if body.startswith(("国家", "省级", "国家级")) and _PROGRAMME.search(body + suffix):
        return False
    if suffix in _SMALL and scan.units.longest_starting(walk.start, frozenset({"country"})) is not None:
        return False
    is_any = suffix == "局" and len(body) > 1 and set(body) <= _LOCAL_LEVELS  # 县市区局: of whichever place
    if is_any or (suffix == "保护区" and body.startswith(("国家", "全国", "中国", *LEVELS))):
        return False
    is_group = len(body) > _UNIT_LIMIT and is_whole_group(scan, walk.start + len(body + suffix))
    is_scope = body.startswith("全") and not is_group and not body.startswith(scan.gazetteer.national)
    if body in NO_ANCHOR or is_scope:
        return (body == "中国" and suffix == "银行") or (body in {"国家", "中国"} and suffix in _NATIONAL_HOUSES)
    takes_place = suffix in cues["after_place"] or suffix in cues["after_level"]
    return takes_place or len(body + suffix) > _SHORTEST or walk.has_function
