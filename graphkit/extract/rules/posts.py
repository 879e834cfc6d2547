"""Persons in their sentences in, posts held out: title and agency, one fact a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphkit.extract.mentions.run_on_rosters import LABEL
from graphkit.extract.rules.deputies import posts_of_deputy
from graphkit.extract.rules.post_bodies import (
    HEAD_OF_GOVERNMENT,
    PARTY_BODY,
    above_party,
    government_behind,
    government_headed,
    government_of,
    heads,
    holder_behind,
    is_government,
    is_of_discipline,
    is_own_word,
    is_peer,
    opening_of_list,
    own_body,
    party_post,
)
from graphkit.extract.rules.post_words import post_at_end, post_opening
from graphkit.extract.rules.rosters import HeldPost, Roster, shared_by_all
from graphkit.extract.scene import Draft, Scene
from graphkit.model.facts import Fact, Mention, PostHolding
from graphkit.model.text import Section

_SEPARATOR = "、，及和兼"
# A post of a list behind a name; 兼 parts two: 办公厅副主任兼秘书局局长.
_PIECE = re.compile("(?:(?!兼(?!职))[^、，；（）\\n])+")
# The other name of a post, behind it: 副部长（副主任）甲.
_BRACKETED_POST = re.compile("（[^（）]{2,12}）$")
# What stands between two names of an enumeration where the second has a title and no body of its own.
_TITLED_NEXT = re.compile("[、，和][一-鿿]{2,8}(?:、[一-鿿]{2,8}){0,3}")
_SHARED_KINDS = "部局厅院署"
_OF_STATE = frozenset({"国家主席", "国家副主席"})  # of the state itself, held in no body
# A rank that a place gives is held in no body told of: 市人大常委会主任甲，市一级调研员乙.
_RANK_OF_PLACE = re.compile("[省市县区州][一二三四]级(?:调研员|巡视员|主任科员)")
_RANK_LENGTH = 7
# A body that is no mention: 街道党工委副书记、办事处 + 主任甲.
_UNREAD_BODY = re.compile(
    "[、，]?(?:[一-鿿]{0,6}(?:执|组|筹|安|环|绿|食药安|学)委会|(?<=[、，])[一-鿿]{2,10}(?:领导小组|指挥部|专班)|[一-鿿]{2,4}工委|办事处|办公室|委员会|协会|[管居村]委会|(?:(?<![一-鿿])|(?<=[由和与]))(?P<kind>中心|学会|协会|集团|公司)|中心)$"
)
# What a list says of a person before the post: 王红梅（女，苗族）　某局局长.
_REMARK = re.compile("（(?:女|男|[一-鿿]{1,6}族|中共党员|[、，])+）")
_OF_NATION = _OF_STATE | {"国务委员"}
_THAT = re.compile("该([局院厅委部校行]|公司)$")  # 该院党组书记: the body told of just before
_THAT_REACH = 200
# A member of a congress is no officer of it: 全国政协委员、副检察长甲.
_MEMBER, _CONGRESS = re.compile("代表|委员"), re.compile("(?:人大|人民代表大会|政协|党代会)$")
# What is no post of the body told, behind one that is: 某大学校长、中国工程院院士甲; 县长、县总林长乙.
_FELLOW = re.compile(
    "[、，](?:自治区|[省市县区州旗镇乡])级?副?总?(?:林长|河长|湖长|河湖长|田长|路长|链长)$|[、，](?:中国|美国|俄罗斯|欧洲)?(?:科学|工程|社会科学)?[一-鿿]{0,2}院士$"
)
# A body that no mention tells, right before a title: 某某供电公司 + 总经理.
_UNREAD_KIND = re.compile(
    "(?:工会|妇联|[文残]联|科协|工商联|联合会|[协学]会|社|公司|检察院|法院|[局厅]|医院|大学|学校|[中小]学|银行|集团)$"
)
_KIND_REACH = 4
_HAN_RUN = re.compile("[一-鿿]+$")
# A post of a party group, which every name of a list may have in the body told before: 行长甲，党委委员、副行长乙.
_OF_PARTY_GROUP = re.compile("党[组委](?:副书记|成员|委员)")
# Posts that somebody is to hold: 拟任县委书记甲.
_PLANNED_FOR = re.compile("(?:拟任?|拟提名为?|候选)$")
# Posts that somebody named before takes: 甲担任省委常委，副省长乙….
_TAKES_OFFICE = re.compile("(?:担任|出任|当选为?|任命为)$")
# Posts that somebody named before is sent to or appointed to: 甲挂任某县委常委、副县长，某局副处长乙….
_IS_SENT = re.compile("(?:同志)?(?:挂任|挂职|(?<![主现历前时曾继责信])任)$")
_BY_ANOTHER = re.compile(
    "所[作做]|的?(?:重要)?讲话的?(?:精神|部署|要求)|在[^，。；]{2,40}[上时]的?(?:重要|主题|工作)?(?:讲话|报告|致辞)"
)
_NOW = ("现任",)  # 县林业局现任局长甲
_REACH = 60


class _Link(NamedTuple):
    """One title of a chain, its agency where it names one, and where the words of both begin and end."""

    title: str
    agency: Mention | None
    start: int
    end: int


class _Conjunct(NamedTuple):
    """A person of an enumeration: where the name ends, and the posts told with it."""

    end: int
    posts: list[HeldPost]

    def follows(self, scene: Scene, person: Mention) -> bool:
        """Tell whether a title alone stands between this name and another (…甲、局长乙)."""
        return 0 <= self.end < person.start and _TITLED_NEXT.fullmatch(scene.text, self.end, person.start) is not None


def state_posts(scene: Scene) -> Iterator[Fact]:
    """State the posts of each person that a sentence or roster names with them."""
    roster = Roster(scene)
    told: set[tuple[str, str]] = set()
    all_told: list[HeldPost] = []
    for section in scene.scan.document.sections if scene.names("Person") else ():
        roster.enter(section)
        shared, in_section = _Conjunct(-1, []), list[HeldPost]()
        for person in scene.within(section.start, section.end, "Person"):
            if person.entity is None:
                continue
            runs_on = person.rule == "person-run-on"
            is_next, opening = shared.follows(scene, person), opening_of_list(scene, person)
            before = [] if runs_on else _posts_before(scene, section, person, shared.posts if is_next else [])
            if not before and not runs_on:
                told_here = [post for post in in_section if post.start >= opening]
                before = _posts_beside(scene, person, shared.posts if is_next else told_here)
                before = before or (_posts_beside(scene, person, told_here) if is_next else [])
                before = before or posts_of_deputy(scene, person, all_told)
            if not before and not runs_on:
                around = _posts_around(scene, person)
                before = [post for post in around if (person.entity, post.title) not in told]
            before = [*before, *(_title_behind(scene, person, before) if not runs_on else ())]
            told.update((person.entity, post.title) for post in before)
            if not before and shared.end == person.start - 1 and scene.text[person.start - 1] == "、":
                before = shared_by_all(shared.posts)
            shared = _Conjunct(person.end, before)
            in_section.extend(before)
            all_told.extend(before)
            for post in (*before, *_posts_after(scene, section, person), *roster.post_of(person)):
                start, end = min(post.start, person.start), max(person.end, post.end)
                evidence = scene.cite(start, end, "post", relies_on=post.relies_on)
                yield PostHolding(person=person.entity, title=post.name, agency=post.agency, evidence=evidence)


def _posts_before(scene: Scene, section: Section, person: Mention, beside: list[HeldPost]) -> list[HeldPost]:
    """Read the chain of posts that leads to a name: 省政府副秘书长，局党组书记、局长 + NAME.

    `beside` are the posts of the name right before it, whose body a bare title shares.
    """
    chain: list[_Link] = []
    position = person.start
    floor = max(section.start, person.start - _REACH)
    while position > floor:
        words = scene.text[floor:position]
        words = _FELLOW.sub("", _BRACKETED_POST.sub("", words)) if position == person.start else words
        post = post_at_end(scene.scan.gazetteer.lexicon, words)
        if post is None:
            break
        position = floor + post.end()
        start = _with_party_part(scene, floor + post.start(), position)
        is_head = HEAD_OF_GOVERNMENT.fullmatch(scene.text, start, position) is not None
        start -= len("政府") if is_head and scene.text.endswith(("，政府", "、政府"), floor, start) else 0
        agency = _agency_ending(scene, start, is_head=is_head)
        unread = _UNREAD_BODY.search(scene.text, floor, start) if agency is None else None
        word = unread["kind"] if unread is not None else ""
        is_own = bool(word) and is_own_word(scene, word, scene.text[start:position], start)
        if unread is not None and not is_own:
            position = unread.start() - (scene.text[unread.start() - 1] in "、，" and unread.start() - 1 > floor)
            continue
        is_listed = agency is None and scene.text[start - 1 : start] == "、"
        if scene.text[position : position + 1] == "，" and not (is_listed or _goes_on(scene, agency, chain[-1].agency)):
            break
        if _PLANNED_FOR.search(scene.text, floor, agency.start if agency is not None else start):
            return []
        if chain and _TAKES_OFFICE.search(scene.text, floor, agency.start if agency is not None else start):
            break
        if chain and _IS_SENT.search(scene.text, floor, agency.start if agency is not None else start):
            chain = _behind_comma(scene, chain)
            break
        begin = agency.start if agency is not None else start - len(word)
        chain.append(_Link(scene.text[start:position], agency, begin, position))
        position = begin
        if position <= floor or scene.text[position - 1] not in _SEPARATOR:
            break
        position -= 1
    return list(_resolved(scene, chain[::-1], beside))


def _behind_comma(scene: Scene, chain: list[_Link]) -> list[_Link]:
    """Give the links behind the last ， of a chain, which is read backwards; all of them where it has none."""
    cut = next((place for place, link in enumerate(chain) if scene.text.startswith("，", link.end)), None)
    return chain if cut is None else chain[:cut]


def _posts_around(scene: Scene, person: Mention) -> list[HeldPost]:
    """Read a name between its body and its post: 国务院 + NAME + 总理."""
    title = post_opening(scene.scan.gazetteer.lexicon).match(scene.text, person.end)
    if title is None or scene.text.startswith(("的", "任", "职"), title.end()):
        return []
    body = scene.ending(person.start)
    if _BY_ANOTHER.match(scene.text, title.end()) and (body is None or body.kind != "Agency"):
        return []  # 学习在某会上甲检察长所作的报告
    holder = body.entity if body is not None and body.kind == "Agency" else own_body(scene, title[0], person.start)
    if holder is None and body is None and HEAD_OF_GOVERNMENT.fullmatch(title[0]):
        government = government_headed(scene, title[0], person.start)
        holder = government.id if government is not None else None
    start = body.start if body is not None and body.kind == "Agency" else person.start
    return [HeldPost(title[0], holder, start, title.end())] if holder is not None else []


def _title_behind(scene: Scene, person: Mention, before: list[HeldPost]) -> list[HeldPost]:
    """Read a title of the same body behind a name that has a post before it: 省厅党组成员 + NAME + 副厅长."""
    title = post_opening(scene.scan.gazetteer.lexicon).match(scene.text, person.end) if before else None
    if title is None or scene.text.startswith(("的", "任", "职"), title.end()):
        return []
    whole = _body_beside(scene, title[0], before)
    is_new = whole is not None and all(post.title != title[0] for post in before)
    return [HeldPost(title[0], whole.id, before[-1].start, title.end())] if whole is not None and is_new else []


def _posts_beside(scene: Scene, person: Mention, posts: list[HeldPost]) -> list[HeldPost]:
    """Read a bare title behind a name of the same body: 县财政局党组书记甲、局长乙、副局长丙."""
    title = post_at_end(scene.scan.gazetteer.lexicon, scene.text[max(0, person.start - _REACH) : person.start])
    if title is None or _RANK_OF_PLACE.search(scene.text, max(0, person.start - _RANK_LENGTH), person.start):
        return []
    start = person.start - len(title[0])
    whole = _body_beside(scene, title[0], posts)
    if not _is_bare(scene, start) and not (whole is not None and _ends_name(scene, whole, start)):
        return []
    return [HeldPost(title[0], whole.id, person.start - len(title[0]), person.start)] if whole is not None else []


def _ends_name(scene: Scene, body: Draft, start: int) -> bool:
    """Tell whether the words before a title are the end of a body's name (分局 + 副局长, of 甲公安分局)."""
    before = _HAN_RUN.search(scene.text, max(0, start - _RANK_LENGTH), start)
    return before is not None and any(name.endswith(before[0]) for name in body.names)


def _whole_told(scene: Scene, post: HeldPost) -> Draft | None:
    """Give the body of a post, what a party group or committee is of instead of itself."""
    body = scene.drafts.get(post.agency)
    is_of_party = body is not None and PARTY_BODY.search(body.names[0]) is not None
    return scene.drafts.get(body.parent or "", body) if body is not None and is_of_party else body


def _is_bare(scene: Scene, start: int) -> bool:
    """Tell whether a title stands behind a mark or 和, so that no body's name is left unread before it."""
    return not scene.text[start - 1 : start].isalnum() or scene.text[start - 1 : start] in _SEPARATOR


def _body_beside(scene: Scene, title: str, posts: list[HeldPost]) -> Draft | None:
    """Give the body of the post told before a bare title that is of a body of that kind."""
    for post in reversed(posts):
        whole = _whole_told(scene, post)
        if whole is not None and (is_peer(title, post.title) or heads(title, whole)):
            return whole
    return None


def _goes_on(scene: Scene, before: Mention | None, after: Mention | None) -> bool:
    """Tell whether posts on both sides of ， are one person's: bodies of one place, or none named before it."""
    if before is None or after is None:
        return before is not None
    return after.rule == "agency-deictic" or scene.draft(before).region == scene.draft(after).region


def _agency_ending(scene: Scene, offset: int, *, is_head: bool = False) -> Mention | None:
    """Give the agency named just before a post; 支部书记 is held in the branch named last.

    `is_head`: the place may stand for its government (德令哈市 + 副市长).
    """
    offset -= next((len(word) for word in _NOW if scene.text.endswith(word, 0, offset)), 0)
    mention = scene.ending(offset) or scene.ending(offset + 1)
    if mention is not None:
        is_place = is_head and mention.kind == "Region" and mention.entity is not None
        return mention if mention.kind == "Agency" or is_place else None
    that = _THAT.search(scene.text, max(0, offset - 2), offset)
    if that is not None:
        named = [m for m in scene.within(max(0, offset - _THAT_REACH), offset, "Agency") if m.surface.endswith(that[1])]
        return named[-1] if named else None
    if not scene.text.startswith(("支部书记", "党支部书记"), offset):
        return None
    branches = [m for m in scene.within(0, offset, "Agency") if m.surface.endswith("支部")]
    return branches[-1] if branches else None


def _with_party_part(scene: Scene, start: int, end: int) -> int:
    """Take 党组 or 党委 into a title where the agency's mention stops before it (X局 + 党组书记); 局党组 + 书记.

    A body's name that reaches into the title leaves the rest of it: 区委政法委 + 书记, 省委宣传部 + 部长.
    """
    for offset in range(end - 1, start, -1):
        reaching = scene.ending(offset)
        is_shared = offset == end - 1 and scene.text[offset - 1] in _SHARED_KINDS
        if reaching is not None and reaching.kind == "Agency" and reaching.start <= start < offset - is_shared:
            return offset - is_shared
    for word in ("党组", "党委", "党总支", "党工委"):
        own = scene.ending(start + len(word)) if scene.text.startswith(word, start) else None
        if own is not None and own.kind == "Agency" and own.start < start:
            return own.end
        if scene.text.endswith(word, 0, start) and scene.ending(start) is None:
            return start - len(word)
    return start


def _resolved(scene: Scene, chain: list[_Link], beside: list[HeldPost]) -> Iterator[HeldPost]:
    """Give each post its agency: its own, else that of the post before it."""
    current: Draft | None = None
    whole: Draft | None = None
    told: Mention | None = None
    for link in chain:
        title, mention = link.title if link.agency is not None else link.title.removeprefix("政府"), link.agency
        if title in _OF_STATE or (
            mention is None and _RANK_OF_PLACE.match(scene.text, max(0, link.start - 1), link.end)
        ):
            continue
        told = mention or told
        if mention is not None and mention.entity is not None:
            current = scene.draft(mention) if mention.kind == "Agency" else government_of(scene, scene.draft(mention))
        if mention is None and current is not None and not is_of_discipline(title, current):
            current = whole
        if current is None and _UNREAD_KIND.search(scene.text, max(0, link.start - _KIND_REACH), link.start) is None:
            near = _body_beside(scene, title, beside) if _is_bare(scene, link.start) else None
            near = near or (_whole_told(scene, beside[-1]) if beside and _OF_PARTY_GROUP.fullmatch(title) else None)
            current = near or scene.drafts.get(own_body(scene, title, link.start) or "")
        if mention is None and HEAD_OF_GOVERNMENT.fullmatch(title) and not is_government(current):
            government = government_headed(scene, title, link.start, told)
            if government is not None:
                yield HeldPost(title, government.id, link.start, link.end)
            continue
        current = above_party(scene, link.title, link.start, current) if current is not None else None
        if current is None:
            continue
        whole = current if is_of_discipline("", current) else whole
        post, body = party_post(scene, title, current)
        yield HeldPost(post.removeprefix("党支部").removeprefix("支部"), body.id, link.start, link.end)
        is_member = mention is not None and _MEMBER.fullmatch(title) and _CONGRESS.search(mention.surface)
        current = None if is_member else current


def _posts_after(scene: Scene, section: Section, person: Mention) -> list[HeldPost]:
    """Read posts behind a name: 朱镕基（国务院总理）, 赵良平  生态司司长, 郝育军兼任主任."""
    found: list[HeldPost] = []
    text = scene.text
    remark = _REMARK.match(text, person.end)
    position = remark.end() if remark is not None else person.end
    in_cell = person.rule == "person-cell" and text.startswith("|", position)
    position += in_cell
    bracketed = text[position : position + 1] == "（"
    runs_on = person.rule == "person-run-on"
    if (
        not bracketed
        and not runs_on
        and not in_cell
        and not scene.scan.is_name_break(position)
        and not scene.gap_before_at(position)
        and text[position : position + 1] != "："
    ):
        return []
    end = text.find("）", position) if bracketed else _end_of_entry(scene, section, person) if runs_on else section.end
    end = min(end, text.find("|", position)) if in_cell and "|" in text[position:end] else end
    position += bracketed
    agency: Mention | None = None
    for piece in _PIECE.finditer(text[position : max(position, end)]):
        start = position + piece.start()
        own = scene.starting(start)
        agency = own if own is not None and own.kind == "Agency" else agency
        headed = text[own.end : position + piece.end()] if own is not None else ""
        government = government_behind(scene, own, headed)
        if government is not None:
            found.append(HeldPost(headed, government.id, start, position + piece.end()))
            continue
        title = text[
            (_end_of_body(scene, own) if own is not None and own is agency else start) : position + piece.end()
        ]
        post = post_at_end(scene.scan.gazetteer.lexicon, title)
        if title in _OF_NATION and own is None:
            continue
        if post is not None and post.start() == 0:
            holder = holder_behind(scene, title, start, agency, is_told=own is not None and own is agency)
            if holder is not None:
                found.append(HeldPost(title, holder, start, position + piece.end()))
        else:
            break
    return found


def _end_of_entry(scene: Scene, section: Section, person: Mention) -> int:
    """Give where the posts of a list's entry end that runs on: before the next name and its label."""
    following = scene.within(person.end, section.end, "Person")
    end = following[0].start if following else section.end
    label = next(LABEL.finditer(scene.text, person.end, end), None)
    return label.start() if label is not None else end


def _end_of_body(scene: Scene, body: Mention) -> int:
    """Give where the title behind a body begins; 国防部长 shares a character with it."""
    return body.end - (body.surface[-1] in _SHARED_KINDS and scene.text.startswith("长", body.end))
