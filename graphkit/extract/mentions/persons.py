"""A scan in, person candidates out: a surname, one or two characters more, and a post or role beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from graphkit.extract.mentions.credits import find_credits
from graphkit.extract.mentions.name_columns import find_in_columns
from graphkit.extract.mentions.person_lists import coordinated, find_listed, find_rosters, first_of_list
from graphkit.extract.mentions.personal_names import (
    AFTER,
    TITLES,
    TRANSLITERATED,
    column_end,
    is_no_name,
    is_plain,
    name_end,
    name_start,
    opens_here,
    surname_at,
)
from graphkit.extract.mentions.run_on_rosters import find_run_on
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_POST = re.compile(f"(?:{TITLES})")
_NO_HOLDER = re.compile("的职务|岗位|会议|办公|职责|令|联系|制|级|人选")
_RANKS = ("党组", "党委", "常务副", "副", "总")
_AFTER_POST = re.compile("(?:（[^（）]{1,16}）)?：?(?=[一-鿿])")
# Labels and verbs that a name follows: 联系人：NAME, 任命NAME为…, （记者NAME）.
_LABEL = re.compile(
    "(?:联系人|经办人|签发人?|拟稿人?|记录人?|主持人?|法定代表人|被处罚人|当事人|申请人|承办人|原告|被告|第三人|上诉人|完成人|姓名|审稿|责编|责任编辑|主编|编辑|编审|初审|复审|终审|[一二三]审|审核人?|审签|校对|校稿|核稿|撰稿人?|摄影(?:报道)?|图片|图|文字|文|作者|供稿人?|供图|联络员|发布人|录入员?|责任人|监制|统筹|制作|上传|来稿|信息员|实习生)"
    "(?:及(?:联系)?(?:电话|方式))?："
    "|(?:（|^|(?<=[\n，。！]))(?:文图|图文|图/文|文/图|撰文|文|图)[/／](?=[一-鿿])|记者：(?=[一-鿿])|记者(?=[一-鿿])|通讯员：?(?=[一-鿿]{2,12}(?:[）、，\n]|$))|供稿（(?=[一-鿿]{2,3}）)|(?<=[讯电])（(?=[一-鿿]{2,4}[、，）])|〕[0-9]{1,4}号（(?=[一-鿿]{2,3}[、，）])"
)
_REPORTER = re.compile(
    "(?:^|[（，、。”\n]|[日网报社端站条台道][讯电])(?:本报|本网|本台|[一-鿿]{2,8}(?:社|报|网|台|央视|融媒体?|客户端))?(?:全媒体?|融媒体?|首席|见习|实习|特约)?$"
)
_CREDITED_END = re.compile("[）\n，、]|图/|文/|通讯员|实习生|报道|$")
_CREDIT_REACH = 12
# Who else is credited behind a reporter: 记者甲、实习生 + 乙.
_FURTHER_ROLE = re.compile("(?:见习|实习|特约)?记者|实习生|通讯员")
_REPORTER_REACH = 14
# What a name in brackets behind an item is: （文/张三）, （办公室　张三　供稿）.
_CREDIT = re.compile("(?=(?:文|图|文/图|图/文|报道|供稿|撰稿|摄影报道|摄)）)")
_BRACKETED_POST = re.compile(f"（[^（）\n]{{0,30}}(?:{TITLES})）")
# A person's record: 张建国，男，汉族，1970年5月生.
_RECORD = re.compile("，[男女](?=，)")
_BEFORE_PHONE = re.compile(r"(?:（0\d{2,3}）|0\d{2,3}-)\d{7,8}|[，：]?1[3-9]\d{9}(?!\d)")
# Who is elected: 会上，甲当选某会主席.
_ELECTED = re.compile("(?=(?:同志)?当选(?:为)?[一-鿿]{2})")
# Whom a report names without a post: 某市长会议召开，甲乙丙出席会议并讲话.
_SITS = re.compile("(?=(?:主持会议|主持并讲话|主持召开|出席会议(?:[，。；]|并)|出席并(?:讲话|致辞|作)|参加会议并讲话))")
# Who is sent to a post or leaves one: 甲挂任某县副县长, 甲不再担任某局局长.
_CHANGES_POST = re.compile(
    "(?=(?:同志)?(?:挂任|挂职(?:担任|任)?(?=[一-鿿]{2,}(?:委|局|院|[市县区]))|不再(?:担任|兼任)(?=[一-鿿]{4,})|(?:分别)?提出辞去(?=[一-鿿]{4,})))"
)
# Whose speech elsewhere a meeting takes up, without a post: 学习了甲在全国安全生产会议上的讲话.
_SPOKE_ELSEWHERE = re.compile(
    "(?=(?:同志)?在[^，。；、]{2,40}(?:会议?|大会|全会|仪式|论坛|班)上?(?:所作)?的(?:重要)?(?:讲话|致辞|报告|发言|演讲)(?:精神|要求|[，。；、和及]))"
)
_TAKES_UP = ("学习", "传达", "领学", "重温", "贯彻", "落实", "宣读", "了", "和", "与", "及", "、", "，")
_BEHIND = (
    (_BRACKETED_POST, "person-bracketed"),
    (_BEFORE_PHONE, "person-phone"),
    (_RECORD, "person-record"),
    (_CREDIT, "person-credit"),
    (_ELECTED, "person-elected"),
    (_CHANGES_POST, "person-elected"),
    (_SITS, "person-sitting"),
    (_SPOKE_ELSEWHERE, "person-spoke-elsewhere"),
)
_INTO_OFFICE = "(?:同志)?(?:（[男女]）)?(?:为|的|任|兼任|担任)"
_APPOINTED = re.compile(
    f"(?:任命|免去|聘任|聘请|提名|增补|补选|推举|选举)(?=[一-鿿·]{{2,12}}?(?:、[一-鿿]{{2,4}}){{0,5}}{_INTO_OFFICE})"
)
_APPOINTED_BESIDE = re.compile(
    "(?:[，；：]|(?<=[长任席记员])、)(?=[一-鿿]{2,4}(?:、[一-鿿]{2,4}){0,12}为[一-鿿]{2,30}(?:主任|秘书长|[局厅处院部司庭省市县区]长|委员|主席|书记|检察长|审判员|检察员|代表))"
)
# Over a list of whom a congress appoints: 任命市政府组成人员十一位：甲为…主任，乙为…局长.
_APPOINTS_THESE = re.compile("任命[^，。；：\n]{2,30}(?=：[一-鿿]{2,4}为)")
_AS = re.compile("(?:（[^（）]{1,12}）)?(?:(?:同志)?为|、)")
# A line of such a list, and the word over it.
_APPOINTED_LINE = re.compile(
    "(?:^|\n)(?=(?P<names>[一-鿿]{2,5}(?:（[一-鿿，]{1,12}）)?(?:、[一-鿿]{2,5}(?:（[一-鿿，]{1,12}）)?){0,11}?)(?:同志)?为[一-鿿、（）]{2,60}(?:主任|[局厅处院部司庭省市县区州旗盟]长|委员|主席|书记|检察长|审判员|检察员|代表|陪审员|秘书长)(?:（[一-鿿]{1,8}）)?[；。、]?(?:\n|$))"
)
_EACH = re.compile("[一-鿿]+(?=[、（]|$)")
_APPOINTS_IN_LIST = re.compile("(?:任命|选举|补选|推选)[一-鿿]{0,12}[：\n]|任命如下|任免")
# Between 任命 and 为 a name may hold any character (阴和俊).
_NAMED_FOR = re.compile(
    "(?:任命(?P<name>[一-鿿]{2,3})(?=同志为|为)|(?<=以)(?P<head>[一-鿿]{2,3})(?=同志为|为(?:主席|会长|组长|团长|理事长|主任|队长|首|代表)))"
)
_STATESMAN = "总统|首相|国王|外长|国务卿|议长"
_STATESMEN = re.compile(f"(?:{_STATESMAN}|秘书长|总理|大使|主席|新闻秘书|发言人)")
_FOREIGN_AFTER = re.compile(f"{TRANSLITERATED}{{2,6}}(?={AFTER.pattern})")
_FOREIGN_BEFORE = re.compile(f"(?:^|[^一-鿿]|[同与和见])(?P<name>{TRANSLITERATED}{{2,6}})$")
_FOREIGN_DOTTED = re.compile(f"(?<![一-鿿·]){TRANSLITERATED}{{2,8}}(?:·{TRANSLITERATED}{{1,8}}){{1,3}}(?![一-鿿]*·)")
# Behind a country and its office any word may be a name: 老挝总理宋赛, 越南国家主席苏林.
_OF_STATE = re.compile(
    "(?:联邦|国家|王国)?(?:副?总统|副?总理|首相|国王|副?主席|外长|外相|防卫相|国防部长|国务卿|议长|大公|王储|外交大臣|[一-鿿]{2,3}部长|[参众]议院议长)"
)
_HEAD_OF_STATE = re.compile(
    f"(?![府选候竞大职人阁访])[^\\W\\d_a-zA-Z的是了在和与及会访府令说将等]{{2,7}}?(?={AFTER.pattern})"
)
# 北约秘书长, 国际原子能机构总干事.
_OF_WORLD = re.compile("(?:委员会|理事会)?(?:秘书长|总干事|总裁|主席|行长)")
_FOREIGN_REACH = 8
_OFFICE_LOST = re.compile("的[^，。；\n《]{2,40}?职务")
_CLAUSE_HEAD = re.compile(
    "(?:[\n；，：。]|(?<=职务)、)(?:决定)?(?:免[去除]|撤销)?(?=[一-鿿·]{2,12}(?:、[一-鿿·]{2,8}){0,2}$)"
)
_LOST_REACH = 16
_RELIEVES = re.compile("免[去除]|撤销|罢免")
_OFFICE_BEHIND = re.compile("[^，。；\n《]{2,40}职务")
_OPENS_BODY = frozenset({"region", "place", "level", "central"})
_REMOVED = re.compile("授予(?=[一-鿿]{2,4}(?:同志)?(?:等|“|、))")
_LOST_OR_NEXT = re.compile("(?:同志)?的|、")
_REMOVED_END = re.compile("(?:同志)?(?:的|等|“|、)")
_APPOINTED_END = re.compile(f"{_INTO_OFFICE}|、")
_LABELLED_END = re.compile(
    "[，。；、（）0-9a-zA-Z：|\\]】]|编辑|审核|终审|复审|初审|责编|责任编辑|校对|来源|时间|报道|通讯员|记者|摄影|文/|电话|联系|手机|传真|邮箱|\n|$"
)
_SHORT_NAME = 2
_FUNCTION_WORDS = ("对", "就", "向", "从", "与", "在会", "还", "也", "则", "又", "曾", "便")
_LEADER = re.compile(
    "(?P<name>习|邓|江|胡)(?=总书记)|习近平(?!新时代|(?:[一-鿿]{2}|生态文明)思想|总书记关于(?:的)?思想)|毛泽东(?!思想)|邓小平(?!理论)"
)

_TOWN = frozenset("镇乡村")
_TOWN_BEFORE = ("镇、", "乡、", "村、")
_OF_TOWN = re.compile("党[委总支]|(?:人民)?政府|[村两]委")


def find_persons(scan: Scan) -> Iterator[Mention]:
    """Iterate over person candidates, then over further places of the names found; they may overlap."""
    run_on = [one for one in find_run_on(scan) if one.kind == "Person"]
    whole = {one.start for one in run_on}
    found = [*run_on, *(one for one in _beside_cues(scan) if one.start not in whole)]
    found.extend(find_listed(scan, found))
    again = list(_again(scan, found))
    found.extend((*again, *coordinated(scan, again)))
    nations = {(unit.start, unit.end) for sense in ("country", "international") for unit in scan.units.of(sense)}
    found = [one for one in found if (one.start, one.end) not in nations and not _is_town(scan, one)]
    yield from found


def _is_town(scan: Scan, mention: Mention) -> bool:
    """Tell whether a name is a town's or a body's, by whose head stands behind it (贡江镇 + 镇长)."""
    kind = mention.surface[-1]
    if scan.text.startswith((f"{kind}长", f"副{kind}长"), mention.end):
        return True
    if kind in _TOWN and scan.text.endswith(_TOWN_BEFORE, 0, mention.start):
        return True
    return kind in _TOWN and _OF_TOWN.match(scan.text, mention.end) is not None


def _again(scan: Scan, found: list[Mention]) -> Iterator[Mention]:
    """Iterate over the places where a name stands again without its post (李强考察了…)."""
    names = {mention.surface for mention in found if _LEADER.fullmatch(mention.surface) is None}
    starts = {mention.start for mention in found}
    long = tuple(name for name in names if len(name) > _SHORT_NAME)
    for name in sorted(names):
        start = scan.text.find(name)
        while start >= 0:
            end = start + len(name)
            is_open = len(name) > _SHORT_NAME or opens_here(scan, start)
            is_whole = len(name) > _SHORT_NAME or name_end(scan, start) == end
            is_whole = is_whole or scan.text.startswith((*long, *_FUNCTION_WORDS), end)
            if start not in starts and is_open and is_whole:
                yield scan.mention(start, end, "Person", "person-again")
            start = scan.text.find(name, end)


def _beside_cues(scan: Scan) -> Iterator[Mention]:
    """Iterate over names beside a post, a label, a verb of appointment, and in member lists."""
    for match in scan.matches(_LEADER):
        yield scan.mention(match.start(), match.end(), "Person", "person-leader")
    yield from _beside_posts(scan)
    for match in scan.matches(_NAMED_FOR):
        start = match.start(match.lastgroup or 0)
        if surname_at(scan, start) is not None:
            yield scan.mention(start, match.end(), "Person", "person-labelled")
    yield from _foreigners(scan)
    yield from _relieved(scan)
    yield from _relieved_of(scan)
    for pattern, follows in ((_LABEL, _LABELLED_END), (_APPOINTED, _APPOINTED_END), (_REMOVED, _REMOVED_END)):
        for match in scan.matches(pattern):
            if match[0] == "记者" and not _REPORTER.search(
                scan.text, max(0, match.start() - _REPORTER_REACH), match.start()
            ):
                continue
            stop = name_end(scan, match.end(), follows) or column_end(scan, match.end())
            if stop is not None:
                yield scan.mention(match.end(), stop, "Person", "person-labelled")
                yield from _credited(scan, stop)
    for match in chain(scan.matches(_APPOINTED), scan.matches(_APPOINTS_THESE)):
        yield from _appointed_beside(scan, match.end())
    yield from _appointed_in_lines(scan)
    yield from find_rosters(scan)
    yield from find_in_columns(scan)
    yield from (one for one in find_credits(scan) if one.kind == "Person")


def _appointed_beside(scan: Scan, start: int) -> Iterator[Mention]:
    """Iterate over further names that the same verb appoints: 任命甲为…主任，乙为…主任，丙为…."""
    end = scan.sentence_at(start).end
    for beside in _APPOINTED_BESIDE.finditer(scan.text, start, end):
        stop = name_end(scan, beside.end(), _AS)
        if stop is not None:
            yield scan.mention(beside.end(), stop, "Person", "person-appointed")


def _appointed_in_lines(scan: Scan) -> Iterator[Mention]:
    """Iterate over the names that open the lines of a list of appointments: 任命： / 甲、乙为某局局长；."""
    for line in scan.matches(_APPOINTED_LINE) if any(scan.matches(_APPOINTS_IN_LIST)) else ():
        section = scan.section_at(line.end())
        names = [one.span() for one in _EACH.finditer(scan.text, *line.span("names"))]
        are_whole = all(name_end(scan, start, _AS) == end for start, end in names)
        opens = section is not None and section.start == line.end()
        if opens and are_whole and _APPOINTS_IN_LIST.search(scan.text, 0, line.end()):
            yield from (scan.mention(start, end, "Person", "person-appointed") for start, end in names)


def _credited(scan: Scan, start: int) -> Iterator[Mention]:
    """Iterate over further names of a credit in brackets, apart by spaces: （记者 张甲 李乙）."""
    section = scan.section_at(start)
    while section is not None and start < section.end and (scan.gap_before(start) or scan.text[start] in "，、/"):
        start += scan.text[start] in "，、/"
        role = _FURTHER_ROLE.match(scan.text, start)
        start = role.end() if role is not None else start
        end = name_end(scan, start, _CREDITED_END) or column_end(scan, start)
        if end is None:
            return
        is_last = section.end - end <= _CREDIT_REACH or scan.text.find("）", end, end + _CREDIT_REACH) >= 0
        if not is_last and not (role is not None and scan.text.startswith("报道", end)):
            return
        yield scan.mention(start, end, "Person", "person-labelled")
        start = end


def _foreigners(scan: Scan) -> Iterator[Mention]:
    """Iterate over transliterated names beside the posts that statesmen hold."""
    for match in scan.matches(_FOREIGN_DOTTED) if "·" in scan.text else ():
        yield scan.mention(match.start(), match.end(), "Person", "person-foreign")
    for country in scan.units.of("country"):
        office = _OF_STATE.match(scan.text, country.end)
        name = _HEAD_OF_STATE.match(scan.text, office.end()) if office is not None else None
        if name is not None and not is_no_name(scan, name.start(), name.end()):
            yield scan.mention(name.start(), name.end(), "Person", "person-foreign")
    for body in scan.units.of("international"):
        office = _OF_WORLD.match(scan.text, body.end)
        name = _HEAD_OF_STATE.match(scan.text, office.end()) if office is not None else None
        if name is not None and not is_no_name(scan, name.start(), name.end()):
            yield scan.mention(name.start(), name.end(), "Person", "person-foreign")
    for post in scan.matches(_STATESMEN):
        after = _FOREIGN_AFTER.match(scan.text, post.end())
        if after is not None and not is_no_name(scan, after.start(), after.end()):
            yield scan.mention(after.start(), after.end(), "Person", "person-foreign")
        before = _FOREIGN_BEFORE.search(scan.text, max(0, post.start() - _FOREIGN_REACH), post.start())
        if before is not None and not is_no_name(scan, before.start("name"), post.start()):
            yield scan.mention(before.start("name"), post.start(), "Person", "person-foreign")


def _relieved(scan: Scan) -> Iterator[Mention]:
    """Iterate over the names in a list of removals: 免去：冯志强的…主任职务；刘忠的…副局长职务."""
    for lost in scan.matches(_OFFICE_LOST) if "职务" in scan.text else ():
        low = max(0, lost.start() - _LOST_REACH)
        heads = list(_CLAUSE_HEAD.finditer(scan.text, low, lost.start()))
        start = heads[-1].end() if heads else None
        for name in _EACH.finditer(scan.text, start, lost.start()) if start is not None else ():
            end = name_end(scan, name.start(), _LOST_OR_NEXT)
            if end is not None and end >= name.end() - len("同志"):
                yield scan.mention(name.start(), end, "Person", "person-relieved")


def _relieved_of(scan: Scan) -> Iterator[Mention]:
    """Iterate over the names right before the body whose post they lose: 免去 + 甲乙 + 某市人民政府副市长职务."""
    for verb in scan.matches(_RELIEVES) if "职务" in scan.text else ():
        start = verb.end()
        surname = surname_at(scan, start)
        for end in (start + 3, start + 2, start + 4) if surname is not None else ():
            opens_body = any(unit.sense in _OPENS_BODY for unit in scan.units.starting.get(end, ()))
            given = scan.text[start + len(surname or "") : end]
            if (
                opens_body
                and 1 <= len(given) <= _SHORT_NAME
                and is_plain(given)
                and _OFFICE_BEHIND.match(scan.text, end)
            ):
                if not is_no_name(scan, start, end):
                    yield scan.mention(start, end, "Person", "person-relieved")
                break


def _beside_posts(scan: Scan) -> Iterator[Mention]:
    """Iterate over names behind a post, before one, and before a bracketed one."""
    for match in scan.matches(_POST):
        after = _AFTER_POST.match(scan.text, match.end())
        end = (name_end(scan, after.end()) or first_of_list(scan, after.end())) if after is not None else None
        if after is not None and end is not None:
            yield scan.mention(after.end(), end, "Person", "person-after-post")
        if _NO_HOLDER.match(scan.text, match.end()):
            continue
        post = match.start() - next((len(rank) for rank in _RANKS if scan.text.endswith(rank, 0, match.start())), 0)
        start = name_start(scan, post)
        if start is not None:
            yield scan.mention(start, post, "Person", "person-before-post")
    for pattern, rule in _BEHIND:
        for match in scan.matches(pattern):
            start = name_start(scan, match.start(), behind_title=pattern is _CHANGES_POST)
            is_inside = pattern is _SITS and start is not None and scan.text[start - 1 : start].isalnum()
            if pattern is _SPOKE_ELSEWHERE:
                is_inside = not scan.text.endswith(_TAKES_UP, 0, start)
            if start is not None and not is_inside:
                yield scan.mention(start, match.start(), "Person", rule)
