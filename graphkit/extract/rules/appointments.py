"""Persons and what a sentence appoints them to in, posts held out: 任命甲为…, 甲同志任…, 时任…, 主任由…兼任."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.rules.post_bodies import government_behind, holder_behind
from graphkit.extract.rules.post_words import post_pattern
from graphkit.extract.rules.rosters import HeldPost
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Mention, PostHolding

_HELD_BY = re.compile("(?P<post>主任|组长|秘书长|局长|所长|院长)由")
_RANK_BEFORE = re.compile("(?:常务)?副$")
# Held in the court or procuratorate, not in its committee told before: 副院长、审判委员会委员、审判员.
_OF_COURT = frozenset({"审判员", "检察员", "助理审判员", "助理检察员"})
_INSIDE_COURT = ("庭", "审判委员会", "检察委员会")
_ELECTS = re.compile("(?:选举|任命|聘任|推选|增补|补选)(?!.*(?:免去|罢免))")
_CLAUSE_END = re.compile("[，。；]")
_CONCURRENT = re.compile("(?:同志)?(?:兼任|担任|兼)")
_APPOINTS = re.compile("(?:任命|聘任|聘请|增补|补选|推举|选举)$")
_APPOINTED = re.compile(
    "(?:(?P<comrade>同志)?(?:（(?:[男女]|[一-鿿]{1,5}族)(?:，[^（）]{1,12})?）)?(?P<agreed>已?经[^，。；]{2,12}(?:批准|同意|决定))?(?:为|任|兼任|担任)|(?P<elected>(?:同志)?(?:当选(?:为)?|挂任|挂职(?:担任|任)?)))"
)
# Bodies whose posts those of others fill.
_ROSTER_BODY = re.compile("(?:办公室|领导小组|工作组|小组|指挥部|专班|委员会)$")
_POST_REACH = 12
# A post of a list, with a remark on it: 副主任（兼）、某局局长.
_PIECE = re.compile(
    "(?P<post>[^、，；（）。\\n]+)(?:（(?:兼|试用期[一-鿿]{1,4}|[正副]?[一-鿿]{1,3}级)）)?(?P<mark>[、，；（）。\\n]|$)"
)
# What is decided besides an appointment: ，并决定（其）为代理市长.
_ALSO = re.compile("，(?:同时|并)?决定由?其?(?:为|任|担任)?(?P<title>代理?[一-鿿]{2,6}?)(?=[，。；、])")
# A record of a person says which post is held, and which is planned.
_RECORDED = re.compile("，(?:时任|现任|系|为|任)(?=[一-鿿])")
_PLANNED = re.compile("[，；。](?:拟|曾|兼|住|现住|身份)")


def state_appointments(scene: Scene) -> Iterator[Fact]:
    """State the posts that a sentence appoints a person to: 任命NAME为AGENCY局长, NAME同志任AGENCY党组书记、局长."""
    for person in scene.mentions:
        if person.kind != "Person" or person.entity is None:
            continue
        lead = _APPOINTED.match(scene.text, person.end)
        if lead is None:
            continue
        listed = list(_appointed_with(scene, person))
        is_told = (
            lead["comrade"]
            or lead["elected"]
            or lead["agreed"]
            or person.rule in {"person-subject", "person-appointed"}
            or _fills_roster(scene, person, lead)
        )
        if not (is_told or _APPOINTS.search(scene.text, 0, listed[-1].start) or _is_of_list(scene, listed[-1])):
            continue
        sentence = scene.scan.sentence_at(person.start)
        posts = list(posts_listed(scene, lead.end(), sentence.end, _filled_by(scene, sentence, listed[-1])))
        for post in (*posts, *_also(scene, posts, sentence.end)):
            for one in listed:
                evidence = scene.cite(one.start, post.end, "appointment")
                yield PostHolding(person=one.entity or "", title=post.title, agency=post.agency, evidence=evidence)


def _also(scene: Scene, posts: list[HeldPost], end: int) -> Iterator[HeldPost]:
    """Iterate over the posts that the same sentence gives besides: 任命甲为某市副市长，并决定为代理市长."""
    also = _ALSO.match(scene.text, posts[-1].end, end) if posts else None
    if also is not None and post_pattern(scene.scan.gazetteer.lexicon).search(also["title"]) is not None:
        yield HeldPost(also["title"], posts[-1].agency, also.start("title"), also.end())


def _fills_roster(scene: Scene, person: Mention, lead: re.Match[str]) -> bool:
    """Tell whether a person of a post takes one in a group or its office: 县林业局副局长甲 + 任办公室副主任."""
    body = scene.starting(lead.end())
    is_group = body is not None and body.kind == "Agency" and _ROSTER_BODY.search(body.surface) is not None
    return (
        is_group
        and post_pattern(scene.scan.gazetteer.lexicon).search(
            scene.text, max(0, person.start - _POST_REACH), person.start
        )
        is not None
    )


def _is_of_list(scene: Scene, first: Mention) -> bool:
    """Tell whether a name opens a further piece of an election or appointment: 选举甲为…，乙、丙为…副主任."""
    sentence = scene.scan.sentence_at(first.start)
    verb = _ELECTS.search(scene.text, sentence.start, first.start)
    return verb is not None and scene.text[first.start - 1 : first.start] in {"，", "；"}


def _appointed_with(scene: Scene, person: Mention) -> Iterator[Mention]:
    """Iterate over a person and those that 、 joins to the name or its post before it: 任命甲、乙为…副主任."""
    current: Mention | None = person
    while current is not None and current.entity is not None:
        yield current
        start = _start_of_post(scene, current)
        before = scene.ending(start - 1) if scene.text[start - 1 : start] == "、" else None
        current = before if before is not None and before.kind == "Person" else None


def _start_of_post(scene: Scene, person: Mention) -> int:
    """Give where the body and the post right before a name begin, the name's own start where none stands there."""
    post = post_pattern(scene.scan.gazetteer.lexicon).search(
        scene.text, max(0, person.start - _POST_REACH), person.start
    )
    body = scene.ending(post.start()) if post is not None else None
    return body.start if body is not None and body.kind == "Agency" else person.start


def state_recorded_posts(scene: Scene) -> Iterator[Fact]:
    """State the posts of a person's record: 甲，男，1959年9月出生，时任某集团董事长; what is planned is left out."""
    for person in scene.mentions:
        if person.rule != "person-record" or person.entity is None:
            continue
        sentence = scene.scan.sentence_at(person.start)
        held = _RECORDED.search(scene.text, person.end, sentence.end)
        following = scene.within(person.end, sentence.end, "Person")
        if held is None or (following[1:] and following[1].start < held.start()):
            continue
        stop = _PLANNED.search(scene.text, held.end(), sentence.end)
        for post in posts_listed(scene, held.end(), stop.start() if stop is not None else sentence.end):
            yield PostHolding(
                person=person.entity,
                title=post.title,
                agency=post.agency,
                evidence=scene.cite(person.start, post.end, "post"),
            )


def _filled_by(scene: Scene, sentence: Sentence, person: Mention) -> Mention | None:
    """Give the body whose posts a sentence fills: 某办公室由甲同志任主任，乙同志任副主任."""
    bodies = scene.within(sentence.start, person.start, "Agency")
    return next((body for body in bodies if scene.text.startswith("由", body.end)), None)


def posts_listed(scene: Scene, start: int, end: int, agency: Mention | None = None) -> Iterator[HeldPost]:
    """Iterate over the posts of a list; one without a body of its own is held in the body before it."""
    whole = agency
    for piece in _PIECE.finditer(scene.text[start:end]):
        own = scene.starting(start + piece.start())
        if own is not None and own.kind == "Person":
            return
        agency = own if own is not None and own.kind == "Agency" else agency
        headed = scene.text[own.end : start + piece.end("post")] if own is not None else ""
        government = government_behind(scene, own, headed)
        if own is not None and government is not None:
            yield HeldPost(headed, government.id, own.start, start + piece.end("post"))
            if piece["mark"] != "、":
                return
            continue
        if own is not None and own is agency and not own.surface.endswith("委员会"):
            whole = own
        begin = own.end if own is not None and own is agency else start + piece.start()
        title = scene.text[begin : start + piece.end("post")]
        agency = whole if title in _OF_COURT and whole is not None else agency
        if agency is None or agency.entity is None or post_pattern(scene.scan.gazetteer.lexicon).search(title) is None:
            return
        title = title if own is agency else title.removeprefix("政府")
        joint = scene.within(begin, start + piece.end("post"), "Agency")
        if joint and own is agency and joint[-1].entity is not None:
            title = scene.text[joint[-1].end : start + piece.end("post")]
            yield HeldPost(title, joint[-1].entity, joint[-1].start, start + piece.end("post"))
        holder = holder_behind(scene, title, begin, agency, is_told=own is agency)
        holder = _court_of(scene, title, holder)
        if holder is not None:
            yield HeldPost(title, holder, begin, start + piece.end("post"))
        if piece["mark"] != "、":
            return


def _court_of(scene: Scene, title: str, holder: str | None) -> str | None:
    """Give the court of a chamber for a judge's post: 刑事审判庭庭长、审判员."""
    chamber = scene.drafts.get(holder or "") if title in _OF_COURT else None
    return (
        chamber.parent
        if chamber is not None and chamber.names[0].endswith(_INSIDE_COURT) and chamber.parent
        else holder
    )


def state_concurrent_posts(scene: Scene) -> Iterator[Fact]:
    """State 主任由科技司司长郝育军兼任: the post before 由 in the body that the sentence or the last one names."""
    for match in scene.scan.matches(_HELD_BY):
        rank = _RANK_BEFORE.search(scene.text, max(0, match.start() - 3), match.start())
        sentence = scene.scan.sentence_at(match.start())
        persons = _who_take(scene, match.end(), sentence.end)
        bodies = [
            m
            for start in (sentence.start, max(0, sentence.start - 120))
            for m in scene.within(start, match.start(), "Agency")
            if m.entity and m.surface.endswith(("办公室", "小组", "中心", "局", "专班"))
        ]
        if persons and bodies and bodies[0].entity is not None:
            opening = next((m for m in bodies if m.surface.endswith("办公室")), bodies[-1])
            evidence = scene.cite(match.start(), persons[-1].end, "post")
            title = (rank[0] if rank is not None else "") + match["post"]
            for person in persons:
                yield PostHolding(
                    person=person.entity or "", title=title, agency=opening.entity or "", evidence=evidence
                )


def _who_take(scene: Scene, start: int, end: int) -> list[Mention]:
    """Give the persons of whom the last takes a post: 由科技司司长甲兼任, 由某厅副厅长甲，某局副局长乙担任."""
    stops = (stop.start() for stop in _CLAUSE_END.finditer(scene.text, start, end))
    stop = next((stop for stop in stops if scene.text[stop] != "，" or not _ends_person(scene, stop)), end)
    persons = scene.within(start, stop, "Person")
    is_taken = bool(persons) and _CONCURRENT.match(scene.text, persons[-1].end) is not None
    return [person for person in persons if person.entity is not None] if is_taken else []


def _ends_person(scene: Scene, offset: int) -> bool:
    before = scene.ending(offset)
    return before is not None and before.kind == "Person"
