"""A title and what is told before it in, the body that the post is held in out: home body, government, party group."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.extract.context import opens_clause
from graphkit.extract.gazetteer import Region, level_word
from graphkit.extract.party_bodies import party_body
from graphkit.extract.scene import Draft, Scene
from graphkit.extract.sittings import sittings_of
from graphkit.model.facts import Mention

HEAD_OF_GOVERNMENT = re.compile(
    "自治区(?:代|副)?主席|(?:常务|代)?副?(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|师长)|副?师政委"
)
_PARTY_POST = re.compile("书记$|党组成员$|党委委员$|常委$|^成员$|^委员$")
_COMMITTEE = re.compile("(?:[省市县区州旗盟]|工)委$")
PARTY_BODY = re.compile("(?:党组|党委|党支部|党总支|党工委|(?<!人大)工委)$")
# 局党组, of a bureau that the text names nowhere else: who heads the bureau is not in its party group.
_DEICTIC_PARTY = re.compile("(?:[局厅委部院校]|公司|集团|中心|医院|学院)党[组委]|党支部|党总支|支部")
_WORKING_COMMITTEE = re.compile("党工委$")
# A body whose party group alone is told of: 国资委党委书记、主任.
_WITH_PARTY = re.compile(
    "(?P<whole>[一-鿿]{2,}(?:[局厅署]|公司|集团|大学|学院|医院)|[一-鿿]*(?:国资委|发展改革委|卫生健康委))(?:党组|党委)"
)
_WHOLE_PARTY = re.compile("^(?:党组|党委)")
_OF_GOVERNMENT = re.compile("(?P<level>自治区|[省市县区州盟旗镇乡])(?:人民)?政府")
# Posts that every body may have beside its heads: 副局长甲，总工程师乙，四级调研员丙.
OF_ANY = re.compile(
    "总(?:工程|规划|经济|会计|审计|农艺|兽医|设计)师|[一二三四]级(?:调研员|巡视员|主任科员)|副?(?:巡视员|调研员)|工会副?主席|(?:[局厅校院场]长|主任|总经理)助理"
)
# Who stands beside a commander or head of police: 支队长甲、政委乙; 所长甲、教导员乙; beside a head of a party school.
_BESIDE = {
    **dict.fromkeys(("政委", "政治委员", "教导员", "指导员", "参谋长"), ("队长", "司令员", "所长", "部长", "局长")),
    "教育长": ("校长", "院长"),
}
# The posts of bodies that have a secretary general.
_WITH_SECRETARY = frozenset({"主任", "主席", "会长", "理事长", "省长", "市长"})
_PARTY_PART = re.compile("^党(?:组|委|总支|支部)(?=副?书记)")
# Posts of a discipline body: 纪委书记; others told behind it are of the whole (纪委书记、工会主席).
_DISCIPLINE, _OF_DISCIPLINE = (
    re.compile("(?:纪委|纪工委|纪检组|监委|监察组)$"),
    re.compile("书记|委员|常委|组长|主任|组员"),
)
_OF_TOWN = re.compile("(?P<town>.{2,10}[镇乡])(?:党委|人大|纪委)")
_TOWN_BEFORE = re.compile("(?<![一-鿿])(?:.*[县市区旗到赴往在和与])?(?P<town>[一-鿿]{2,3}[镇乡])$")
_TOWN_REACH = 12
_CENTRE = "中心"
_TOWNS = frozenset("镇乡")
_IN_TOWN = re.compile("党委(?:副?书记|委员)")
# Bodies whose name ends otherwise than the title of their head.
_KINDS_HEADED = {"校": ("大学", "学院", "中学", "小学", "师专"), "局": ("海关",), "台": ("电视台",), "园": ("幼儿园",)}
_HEADED: dict[str, Sequence[str]] = {
    "主任": ("委员会", "委", "办公室", "办", "中心"),
    "检察长": ("检察院",),
    "主席": ("工会", "妇联", "文联", "科协", "工商联", "残联", "作协", "政协", "联合会", "科学技术协会"),
    "理事长": ("残联", "联合会", "学会", "基金会", "联社", "合作社", "协会", "促进会", "联"),
    "董事长": ("公司", "集团"),
    "总经理": ("公司", "集团"),
    **dict.fromkeys(
        ("纪委书记", "纪委副书记"),
        "局 公司 集团 大学 学院 学校 我校 本校 医院 我院 本院 厂 场 矿 银行".split(),
    ),
    **dict.fromkeys(
        ("党组书记", "党组副书记", "党组成员"),
        ("局", "厅", "院", "委", "办", "中心", "公司", "社", "会", "联", "科协", "党组"),
    ),
    **dict.fromkeys(
        ("党委书记", "党委副书记", "党委委员"),
        "局 公司 集团 大学 学院 学校 校 中学 小学 医院 我院 本院 党委 中心 厂 场 银行 分行".split(),
    ),
}


def own_body(scene: Scene, title: str, offset: int) -> str | None:
    """Give who a bare title of its own kind is of: the office of the item, the home body, else who opens the item."""
    owner = scene.owner_at(offset)
    if owner is not None and owner.entity is not None and heads(title, scene.draft(owner)):
        return owner.entity
    home = scene.drafts.get(scene.home) if scene.home is not None else _opening_body(scene, offset)
    home = _centre_of(scene, home, offset) or home
    opening = _opening_subject(scene, offset) if scene.home is not None else None
    acting = scene.draft(opening) if opening is not None else None
    headlined = _headlined(scene, offset) if home is None or not heads(title, home) else None
    for body in (home, acting, headlined):
        if body is not None and heads(title, body):
            return body.id
    is_open = home is None or home.names[0][-1] in _TOWNS
    town = _acting_town(scene, offset) if is_open and _IN_TOWN.fullmatch(title) else None
    return scene.implied("Agency", f"{town}党委").id if town is not None else None


def _centre_of(scene: Scene, office: Draft | None, offset: int) -> Draft | None:
    """Give the centre whose office speaks, where 中心 stands at a bare title (中心副主任甲)."""
    whole = scene.drafts.get(office.parent or "") if office is not None else None
    is_centre = whole is not None and (whole.label or whole.names[0]).endswith(_CENTRE)
    at_title = scene.text.startswith(_CENTRE, offset) or scene.text.endswith(_CENTRE, 0, offset)
    return whole if is_centre and at_title else None


def heads(title: str, body: Draft) -> bool:
    """Tell whether a title is of a body's own kind: 副局长 of a bureau, 院长 of a hospital, 总工程师 of any."""
    if OF_ANY.fullmatch(title):
        return PARTY_BODY.search(body.names[0]) is None
    kind = re.search(
        "([局部厅委院署校行社站场馆队所厂台园会])长$|(主任|主席|理事长|检察长|董事长|总经理|党组副?书记|党委副?书记|党组成员|党委委员|纪委副?书记)$",
        title,
    )
    if kind is None:
        return False
    name = body.label or body.names[0]
    if kind[2] == "主任" and _COMMITTEE.search(name):
        return False
    return not name.endswith("政治局") and name.endswith(
        (*_KINDS_HEADED.get(kind[1], ()), kind[1]) if kind[1] else tuple(_HEADED[kind[2]])
    )


def is_peer(title: str, told: str) -> bool:
    """Tell whether a bare title is of the body of the title told before it: 副主任 and 秘书长 beside 主任."""
    if OF_ANY.fullmatch(title) is not None:
        return True
    if told.endswith(_BESIDE.get(title, ())):
        return True
    told = _PARTY_PART.sub("", told)
    core, before = (word.removeprefix("常务").removeprefix("副") for word in (title, told))
    return title.startswith(("副", "秘书长")) and (core == before or (title == "秘书长" and before in _WITH_SECRETARY))


def is_own_word(scene: Scene, word: str, title: str, offset: int) -> bool:
    """Tell whether a kind word before a title means the body that speaks: 中心主任 in news of a centre."""
    body = scene.drafts.get(own_body(scene, title, offset) or "")
    return body is not None and (body.label or body.names[0]).endswith(word)


def _opening_body(scene: Scene, offset: int) -> Draft | None:
    """Give the body that acts last before an offset in its item: 某局召开会议…。局长某某主持."""
    article = scene.article_at(offset)
    held = [
        holder
        for one in sittings_of(scene)
        if one.verb.start < offset and scene.article_at(one.verb.start) == article
        for holder in one.holders
    ]
    holder = held[-1] if held else _opening_subject(scene, offset)
    return scene.draft(holder) if holder is not None and holder.entity is not None else None


def _opening_subject(scene: Scene, offset: int) -> Mention | None:
    """Give the body that opens the sentence at an offset or one before it (某医院召开了学习会，由党委书记甲主持)."""
    section = scene.scan.section_at(offset)
    if section is None:
        return None
    for sentence in (s for s in scene.sentences_in(section) if s.start <= offset):
        for body in scene.within(sentence.start, min(sentence.end, offset), "Agency")[:1]:
            if body.entity is not None and scene.draft(body).kind == "Agency" and opens_clause(scene, sentence, body):
                return body
    return None


def _headlined(scene: Scene, offset: int) -> Draft | None:
    """Give the body that opens the headline over an offset by acting there (某县检察院开展…), the only one it names."""
    for section in scene.scan.titles:
        if section.start < offset and section.article == 0:
            named = scene.within(section.start, section.end, "Agency")
            is_first = len(named) == 1 and named[0].start == section.start
            if is_first and named[0].entity is not None and not scene.text.startswith(("的", "、", "和"), named[0].end):
                body = scene.draft(named[0])
                return body if body.kind == "Agency" else None
    return None


def government_headed(scene: Scene, title: str, offset: int, beside: Mention | None = None) -> Draft | None:
    """Give the government that a bare 县长 heads where the text settles it; a newspaper's 县委副书记、县长甲 does not.

    It is settled by `beside`, the body of the post told before (平原县委副书记、县长), by a government told before in
    the sentence, and by the government whose paper it is.
    """
    word = "自治区" if title.startswith("自治区") else title[-2]
    told = _government_beside(scene, word, beside) or _government_told(scene, word, offset)
    if told is not None:
        return told
    speaking = scene.drafts.get(scene.home or "")
    while speaking is not None and not is_government(speaking):
        speaking = scene.drafts.get(speaking.parent or "")
    if speaking is not None and _is_of_level(speaking, word):
        return speaking
    return _town_headed(scene, offset) if word in _TOWNS else None


def _government_told(scene: Scene, word: str, offset: int) -> Draft | None:
    """Give the government of a level that the sentence tells of before an offset, itself or by a part of it."""
    sentence = scene.scan.sentence_at(offset)
    for told in reversed(scene.within(sentence.start, offset, "Agency")):
        body = scene.draft(told) if told.entity is not None else None
        whole = scene.drafts.get(body.parent or "") if body is not None else None
        for one in (body, whole):
            if one is not None and _is_of_level(one, word):
                return one
    return None


def _government_beside(scene: Scene, word: str, beside: Mention | None) -> Draft | None:
    """Give the government of the place that a committee's own name tells: 平原县委, not 县委."""
    if beside is None or beside.entity is None or level_word(beside.surface) is not None:
        return None
    name = beside.surface.removeprefix("中共")
    place = scene.scan.gazetteer.regions.get(scene.draft(beside).region or "")
    if not name.endswith(f"{word}委"):
        return None
    if place is not None:
        return government_at(scene, place)
    return scene.implied("Agency", name.removesuffix("委") + "政府")


def _is_of_level(government: Draft, word: str) -> bool:
    """Tell whether a government is called of a level by one of its names: 省政府 of 省."""
    return any(
        (named := _OF_GOVERNMENT.search(name)) is not None and named.end() == len(name) and named["level"] == word
        for name in government.names
    )


def _town_headed(scene: Scene, offset: int) -> Draft | None:
    """Give the government of the town before a title (贡江镇 + 镇长), else of the one told of by other bodies."""
    before = _TOWN_BEFORE.search(scene.text[max(0, offset - _TOWN_REACH) : offset])
    bodies = (_OF_TOWN.fullmatch(name) for one in scene.drafts.values() if one.kind == "Agency" for name in one.names)
    towns = {before["town"]} if before is not None else {body["town"] for body in bodies if body is not None}
    acting = _acting_town(scene, offset) if not towns else None
    towns |= {acting} if acting is not None else set()
    return scene.implied("Agency", f"{towns.pop()}人民政府") if len(towns) == 1 else None


def _acting_town(scene: Scene, offset: int) -> str | None:
    """Give the town that opens the sentence at an offset, or one before it in its article, by acting (某镇召开…)."""
    article = scene.article_at(offset)
    for town in scene.mentions:
        if town.start >= offset:
            break
        is_town = town.kind in {"Region", "Agency"} and town.surface[-1] in _TOWNS
        if is_town and scene.article_at(town.start) == article:
            sentence = scene.scan.sentence_at(town.start)
            return town.surface if opens_clause(scene, sentence, town) else None
    return None


def government_of(scene: Scene, region: Draft) -> Draft | None:
    """Give the government of a place that stands right before its head's title (德令哈市副市长)."""
    place = scene.scan.gazetteer.regions.get(region.region or "")
    return government_at(scene, place) if place is not None else None


def government_behind(scene: Scene, place: Mention | None, title: str) -> Draft | None:
    """Give the government that a place right before the title of its head stands for (任 + 德令哈市 + 副市长)."""
    if place is None or place.kind != "Region" or place.entity is None or not HEAD_OF_GOVERNMENT.fullmatch(title):
        return None
    return government_of(scene, scene.draft(place))


def government_at(scene: Scene, place: Region) -> Draft:
    """Give the government of a place, made here if no mention names it."""
    return _body_at(scene, place, ("政府", "政府"), place.government)


def committee_at(scene: Scene, place: Region) -> Draft:
    """Give the party committee of a place, made here if no mention names it."""
    return _body_at(scene, place, ("党委", "委"), place.committee)


def _body_at(scene: Scene, place: Region, kind: tuple[str, str], called: str) -> Draft:
    """Give the body of a system and a kind that a place has one of, called so behind the place's name."""
    key = ("agency", place.code, *kind)
    known = next((d for d in scene.drafts.values() if d.composed == key), None)
    if known is not None:
        return known
    made = scene.implied("Agency", place.name + called)
    made.composed = key
    made.label, made.label_rank, made.region, made.agency_kind = made.names[0], 2, place.code, kind[0]
    return made


def is_government(draft: Draft | None) -> bool:
    """Tell whether a body is a government, not one of its departments."""
    return draft is not None and draft.agency_kind == "政府" and draft.function is None


def holder_behind(scene: Scene, title: str, start: int, agency: Mention | None, *, is_told: bool) -> str | None:
    """Give the body of a post behind a name: the one told with it or before it; 县长 behind 县委副书记 heads 县政府."""
    body = scene.draft(agency) if agency is not None and agency.entity is not None else None
    if HEAD_OF_GOVERNMENT.fullmatch(title) and not is_told and not is_government(body):
        government = government_headed(scene, title, start, agency)
        return government.id if government is not None else None
    return body.id if body is not None else own_body(scene, title, start) if agency is None else None


def above_party(scene: Scene, title: str, offset: int, body: Draft) -> Draft | None:
    """Give the body itself for a post outside the party group that was named; None where no text tells which."""
    if _PARTY_POST.search(title) or not PARTY_BODY.search(body.names[0]):
        return body
    own = scene.drafts.get(body.parent or "") or scene.drafts.get(own_body(scene, title, offset) or "")
    if own is not None and own.agency_kind == "党委":
        return body  # 省委农工委副主任: of the working committee, which is one of the party committee's
    whole = _WITH_PARTY.fullmatch(body.names[0]) if own is None else None
    if whole is not None and _DEICTIC_PARTY.fullmatch(body.names[0]) is None:
        return scene.implied("Agency", whole["whole"])
    is_of_party = _WORKING_COMMITTEE.search(body.names[0]) is None and _DEICTIC_PARTY.fullmatch(body.names[0]) is None
    return body if own is None and is_of_party else own


def is_of_discipline(title: str, body: Draft) -> bool:
    """Tell whether a title behind a post of a discipline body may be of it too: 纪委书记、常委, not 工会主席."""
    return _DISCIPLINE.search(body.names[0]) is None or _OF_DISCIPLINE.search(title) is not None


def party_post(scene: Scene, title: str, body: Draft) -> tuple[str, Draft]:
    """Give a post's title and body, the party group's for 党组书记 and for 书记 of a party group."""
    is_of_party = PARTY_BODY.search(body.names[0])
    if _PARTY_POST.search(title) and not _WHOLE_PARTY.match(title) and is_of_party:
        party = re.search("(党组|党委)$", body.names[0])
        return (f"{party[1]}{title}" if party is not None else title), body
    if _WHOLE_PARTY.match(title) and not is_of_party:
        return title, party_body(scene, body, title[:2])
    return title, body


def opening_of_list(scene: Scene, person: Mention) -> int:
    """Give from where posts told before may be of the same body: the sentence, or its part that names a body."""
    opening = scene.scan.sentence_at(person.start).start
    part = scene.text.rfind("；", opening, person.start)
    return part if part >= 0 and scene.within(part, person.start, "Agency") else opening
