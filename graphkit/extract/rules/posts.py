"""Persons in their sentences in, posts held out: title and agency, one fact a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from graphkit.extract.gazetteer import gazetteer
from graphkit.extract.lexicon import Lexicon
from graphkit.extract.rules.rosters import HeldPost, Roster
from graphkit.extract.scene import Draft, Scene
from graphkit.extract.sittings import sittings_of
from graphkit.model.facts import Fact, Mention, PostHolding
from graphkit.model.text import Section

_SEPARATOR = "、，及和兼"
_PARTY_POST = re.compile("书记$|党组成员$|党委委员$")
_PARTY_BODY = re.compile("(?:党组|党委|党支部|党总支|党工委|工委)$")
# 局党组, of a bureau that the text names nowhere else: who heads the bureau is not in its party group.
_DEICTIC_PARTY = re.compile("[局厅委部院校]党[组委]")
_WHOLE_PARTY = re.compile("^(?:党组|党委)")
_HELD_BY = re.compile("(?P<post>主任|组长|秘书长|局长|所长|院长)由")
_RANK_BEFORE = re.compile("(?:常务)?副$")
_CONCURRENT = re.compile("(?:同志)?(?:兼任|担任|兼)")
_APPOINTS = re.compile("(?:任命|聘任|聘请|增补|补选|推举|选举)$")
_APPOINTED = re.compile("(?P<comrade>同志)?(?:（[男女]）)?(?:为|任|兼任|担任)")
_HEAD_OF_GOVERNMENT = re.compile("(?:常务)?副?(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长)")
_OF_GOVERNMENT = re.compile("(?P<level>[省市县区州盟旗镇乡])(?:人民)?政府")
# Posts that several hold at once, so that one title stands for all names of a list (副县长甲、乙、丙).
_SHARED = re.compile("(?:成员|委员|常委|顾问|专家|副[一-鿿]{1,4})$")
# 该院党组书记: the body told of just before.
_THAT = re.compile("该([局院厅委部校行]|公司)$")
_THAT_REACH = 200
_HEADED: dict[str, tuple[str, ...]] = {
    "主任": ("委员会", "委", "办公室", "办", "中心"),
    "检察长": ("检察院",),
    "董事长": ("公司", "集团"),
    "总经理": ("公司", "集团"),
    "党组书记": ("局", "厅", "院", "委", "办", "中心", "公司", "社", "会"),
    "党委书记": ("局", "公司", "集团", "大学", "学院", "学校", "校", "医院", "中心", "厂", "场"),
}
# A member of a congress is no officer of it: 全国政协委员、副检察长甲.
_MEMBER = re.compile("代表|委员")
_CONGRESS = re.compile("(?:人大|人民代表大会|政协|党代会)$")
_REACH = 60


class _Link(NamedTuple):
    """One title of a chain, its agency where it names one, and where the words of both begin and end."""

    title: str
    agency: Mention | None
    start: int
    end: int


@cache
def _post_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile the post words, longest first."""
    words = sorted(gazetteer(lexicon).posts, key=lambda word: (-len(word), word))
    return re.compile("(?:" + "|".join(words) + ")$")


@cache
def _post_opening(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile the post words for where a title begins, longest first."""
    words = sorted(gazetteer(lexicon).posts, key=lambda word: (-len(word), word))
    return re.compile("|".join(words))


def state_posts(scene: Scene) -> Iterator[Fact]:
    """State the posts of each person that a sentence or roster names with them."""
    roster = Roster(scene)
    told: set[tuple[str, str]] = set()
    for section in scene.scan.document.sections:
        roster.enter(section)
        shared: tuple[int, list[HeldPost]] = (-1, [])
        for person in scene.within(section.start, section.end, "Person"):
            if person.entity is None:
                continue
            before = _posts_before(scene, section, person)
            if not before:
                around = _posts_around(scene, person)
                before = [post for post in around if (person.entity, post.title) not in told]
            told.update((person.entity, post.title) for post in before)
            if not before and shared[0] == person.start - 1 and scene.text[person.start - 1] == "、":
                before = shared[1]
            shared = (person.end, [post for post in before[-1:] if _SHARED.search(post.title)])
            for post in (*before, *_posts_after(scene, section, person), *roster.post_of(person)):
                start, end = min(post.start, person.start), max(person.end, post.end)
                evidence = scene.cite(start, end, "post", relies_on=post.relies_on)
                yield PostHolding(person=person.entity, title=post.title, agency=post.agency, evidence=evidence)


def _posts_before(scene: Scene, section: Section, person: Mention) -> list[HeldPost]:
    """Read the chain of posts that leads to a name: 省政府副秘书长，局党组书记、局长 + NAME."""
    chain: list[_Link] = []
    position = person.start
    floor = max(section.start, person.start - _REACH)
    while position > floor:
        words = scene.text[floor:position]
        post = _post_pattern(scene.scan.gazetteer.lexicon).search(words)
        if post is None:
            break
        start = _with_party_part(scene, floor + post.start())
        is_head = _HEAD_OF_GOVERNMENT.fullmatch(scene.text, start, position) is not None
        start -= len("政府") if is_head and scene.text.endswith(("，政府", "、政府"), floor, start) else 0
        agency = _agency_ending(scene, start)
        if scene.text[position : position + 1] == "，" and not _goes_on(scene, agency, chain[-1].agency):
            break
        chain.append(_Link(scene.text[start:position], agency, agency.start if agency is not None else start, position))
        position = agency.start if agency is not None else start
        if position <= floor or scene.text[position - 1] not in _SEPARATOR:
            break
        position -= 1
    return list(_resolved(scene, chain[::-1]))


def _posts_around(scene: Scene, person: Mention) -> list[HeldPost]:
    """Read a name between its body and its post: 国务院 + NAME + 总理."""
    title = _post_opening(scene.scan.gazetteer.lexicon).match(scene.text, person.end)
    if title is None or scene.text.startswith(("的", "任", "职"), title.end()):
        return []
    body = scene.ending(person.start)
    holder = body.entity if body is not None and body.kind == "Agency" else _own_body(scene, title[0], person.start)
    start = body.start if body is not None and body.kind == "Agency" else person.start
    return [HeldPost(title[0], holder, start, title.end())] if holder is not None else []


def _goes_on(scene: Scene, before: Mention | None, after: Mention | None) -> bool:
    """Tell whether posts on both sides of ， are one person's: bodies of one place, or none named before it."""
    if before is None or after is None:
        return before is not None
    return after.rule == "agency-deictic" or scene.draft(before).region == scene.draft(after).region


def _agency_ending(scene: Scene, offset: int) -> Mention | None:
    """Give the agency named just before a post; 支部书记 is held in the branch named last."""
    mention = scene.ending(offset) or scene.ending(offset + 1)
    if mention is not None:
        return mention if mention.kind == "Agency" else None
    that = _THAT.search(scene.text, max(0, offset - 2), offset)
    if that is not None:
        named = [m for m in scene.within(max(0, offset - _THAT_REACH), offset, "Agency") if m.surface.endswith(that[1])]
        return named[-1] if named else None
    if not scene.text.startswith(("支部书记", "党支部书记"), offset):
        return None
    branches = [m for m in scene.within(0, offset, "Agency") if m.surface.endswith("支部")]
    return branches[-1] if branches else None


def _with_party_part(scene: Scene, start: int) -> int:
    """Take 党组 or 党委 into a title where the agency's mention stops before it (X局 + 党组书记); 局党组 + 书记."""
    for word in ("党组", "党委", "党总支", "党工委"):
        own = scene.ending(start + len(word)) if scene.text.startswith(word, start) else None
        if own is not None and own.kind == "Agency" and own.start < start:
            return own.end
        if scene.text.endswith(word, 0, start) and scene.ending(start) is None:
            return start - len(word)
    return start


def _resolved(scene: Scene, chain: list[_Link]) -> Iterator[HeldPost]:
    """Give each post its agency: its own, else that of the post before it."""
    current: Draft | None = None
    for link in chain:
        title, mention = link.title if link.agency is not None else link.title.removeprefix("政府"), link.agency
        if mention is not None and mention.entity is not None:
            current = scene.draft(mention)
        if current is None:
            current = scene.drafts.get(_own_body(scene, title, link.start) or "")
        if mention is None and _HEAD_OF_GOVERNMENT.fullmatch(title) and not _is_government(current):
            government = _government(scene, title)
            if government is not None:
                yield HeldPost(title, government.id, link.start, link.end)
            continue
        current = _above_party(scene, link, current) if current is not None else None
        if current is None:
            continue
        whole, body = _party_post(scene, title, current)
        yield HeldPost(whole.removeprefix("党支部").removeprefix("支部"), body.id, link.start, link.end)
        is_member = mention is not None and _MEMBER.fullmatch(title) and _CONGRESS.search(mention.surface)
        current = None if is_member else current


def _above_party(scene: Scene, link: _Link, body: Draft) -> Draft | None:
    """Give the body itself for a post outside the party group that was named; None where no text tells which."""
    if _PARTY_POST.search(link.title) or not _PARTY_BODY.search(body.names[0]):
        return body
    own = scene.drafts.get(body.parent or "") or scene.drafts.get(_own_body(scene, link.title, link.start) or "")
    return body if own is None and not _DEICTIC_PARTY.fullmatch(body.names[0]) else own


def _party_post(scene: Scene, title: str, body: Draft) -> tuple[str, Draft]:
    """Give a post's title and body, the party group's for 党组书记 and for 书记 of a party group."""
    is_of_party = _PARTY_BODY.search(body.names[0])
    if _PARTY_POST.search(title) and not _WHOLE_PARTY.match(title) and is_of_party:
        party = re.search("(党组|党委)$", body.names[0])
        return (f"{party[1]}{title}" if party is not None else title), body
    if _WHOLE_PARTY.match(title) and not is_of_party:
        return title, _party_body(scene, body, title[:2])
    return title, body


def _is_government(draft: Draft | None) -> bool:
    return draft is not None and draft.agency_kind == "政府" and draft.function is None


def _government(scene: Scene, title: str) -> Draft | None:
    """Give the government that a bare 县长 heads: the only one of its level that the document speaks of."""
    found = [
        draft
        for draft in scene.drafts.values()
        if draft.kind == "Agency"
        and any((named := _OF_GOVERNMENT.search(name)) and named.end() == len(name) and named["level"] == title[-2]
                for name in draft.names)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _party_body(scene: Scene, draft: Draft, part: str) -> Draft:
    """Give the party group or committee of an agency, made here if no mention names it."""
    if draft.composed is None:
        return draft
    key = (*draft.composed, part)
    known = next((d for d in scene.drafts.values() if d.composed == key), None)
    if known is not None:
        return known
    made = scene.implied("Agency", (draft.label or draft.names[0]) + part, parent=draft.id)
    made.composed = key
    made.label, made.label_rank, made.region = (draft.label or draft.names[0]) + part, 2, draft.region
    return made


def _posts_after(scene: Scene, section: Section, person: Mention) -> list[HeldPost]:
    """Read posts behind a name: 朱镕基（国务院总理）, 赵良平  生态司司长, 郝育军兼任主任."""
    found: list[HeldPost] = []
    text = scene.text
    position = person.end
    bracketed = text[position : position + 1] == "（"
    if not bracketed and not scene.gap_before_at(position) and text[position : position + 1] != "：":
        return []
    end = text.find("）", position) if bracketed else section.end
    position += bracketed
    agency: Mention | None = None
    for piece in re.finditer("[^、，；（）\n]+", text[position : max(position, end)]):
        start = position + piece.start()
        own = scene.starting(start)
        agency = own if own is not None and own.kind == "Agency" else agency
        title = text[(own.end if own is not None and own is agency else start) : position + piece.end()]
        post = _post_pattern(scene.scan.gazetteer.lexicon).search(title)
        if post is not None and post.start() == 0:
            holder = agency.entity if agency is not None else _own_body(scene, title, start)
            if holder is not None:
                found.append(HeldPost(title, holder, start, position + piece.end()))
        else:
            break
    return found


def _own_body(scene: Scene, title: str, offset: int) -> str | None:
    """Give the home body for a bare title of its own kind (副局长 in a notice of a bureau), else who opens the item."""
    home = scene.drafts.get(scene.home) if scene.home is not None else _opening_body(scene, offset)
    kind = re.search("([局部厅委院署校])长$|(主任|检察长|董事长|总经理|党[组委]书记)$", title)
    if home is None or kind is None:
        return None
    ends = (kind[1],) if kind[1] else _HEADED[kind[2]]
    return home.id if (home.label or home.names[0]).endswith(ends) else None


def _opening_body(scene: Scene, offset: int) -> Draft | None:
    """Give the body that acts first in the item at an offset: 某局召开会议…。局长某某主持."""
    article = scene.article_at(offset)
    held = (
        holder
        for one in sittings_of(scene)
        if one.verb.start < offset and scene.article_at(one.verb.start) == article
        for holder in one.holders
    )
    holder = next(held, None)
    return scene.draft(holder) if holder is not None and holder.entity is not None else None


def state_appointments(scene: Scene) -> Iterator[Fact]:
    """State the posts that a sentence appoints a person to: 任命NAME为AGENCY局长, NAME同志任AGENCY党组书记、局长."""
    for person in scene.mentions:
        if person.kind != "Person" or person.entity is None:
            continue
        lead = _APPOINTED.match(scene.text, person.end)
        if lead is None or not (lead["comrade"] or _APPOINTS.search(scene.text, 0, person.start)):
            continue
        sentence = scene.scan.sentence_at(person.start)
        for post in _posts_listed(scene, lead.end(), sentence.end):
            evidence = scene.cite(person.start, post.end, "appointment")
            yield PostHolding(person=person.entity, title=post.title, agency=post.agency, evidence=evidence)


def _posts_listed(scene: Scene, start: int, end: int) -> Iterator[HeldPost]:
    """Iterate over the posts of a list; one without a body of its own is held in the body before it."""
    agency: Mention | None = None
    for piece in re.finditer("[^、，；（）。\n]+(?P<mark>[、，；（）。\n]|$)", scene.text[start:end]):
        own = scene.starting(start + piece.start())
        agency = own if own is not None and own.kind == "Agency" else agency
        begin = own.end if own is not None and own is agency else start + piece.start()
        title = scene.text[begin : start + piece.start("mark")]
        if agency is None or agency.entity is None or _post_pattern(scene.scan.gazetteer.lexicon).search(title) is None:
            return
        yield HeldPost(title, agency.entity, begin, start + piece.start("mark"))
        if piece["mark"] != "、":
            return


def state_concurrent_posts(scene: Scene) -> Iterator[Fact]:
    """State 主任由科技司司长郝育军兼任: the post before 由 in the body that the sentence or the last one names."""
    for match in scene.scan.matches(_HELD_BY):
        rank = _RANK_BEFORE.search(scene.text, max(0, match.start() - 3), match.start())
        sentence = scene.scan.sentence_at(match.start())
        person = next(iter(scene.within(match.end(), sentence.end, "Person")), None)
        if person is None or person.entity is None or not _CONCURRENT.match(scene.text, person.end):
            continue
        bodies = [
            m
            for start in (sentence.start, max(0, sentence.start - 120))
            for m in scene.within(start, match.start(), "Agency")
            if m.entity and m.surface.endswith(("办公室", "小组", "中心", "局", "专班"))
        ]
        if bodies and bodies[0].entity is not None:
            opening = next((m for m in bodies if m.surface.endswith("办公室")), bodies[-1])
            evidence = scene.cite(match.start(), person.end, "post")
            title = (rank[0] if rank is not None else "") + match["post"]
            yield PostHolding(person=person.entity, title=title, agency=opening.entity or "", evidence=evidence)
