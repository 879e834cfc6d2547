"""A verb without a body for its subject in, the body that acts out: the passage's, or the one of the officer."""

from __future__ import annotations

import re

from graphkit.extract.context import carried_subject
from graphkit.extract.party_bodies import held_by_party
from graphkit.extract.scan import Clause, Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

_POST = re.compile("(?:党[组委](?:副?书记|成员|委员)、)?(?:[局厅院校行社站场]长|主任|书记|董事长|总经理|检察长)")
_POST_REACH = 24
# Meetings that one body holds for itself: 党组会议, 局务会, 干部职工大会.
_OF_ONE_BODY = re.compile(
    "(?:了)?(?:20[0-9]{2}年)?(?:第[0-9一二三四五六七八九十]+次)?(?:党组|党委|党总支|党支部|支部|班子|[局厅委部院校所处]务|行政|理论学习|中心组|干部职工|全体干部|职工)"
)
_DEPUTY = re.compile("(?:常务)?副(?:秘书长|书记|主任|主席|[省市县区州旗]长)|常委|委员|秘书长")
_PARTY = ("党组", "党委", "党工委", "党总支")
_LONGEST_KIND = 4
_PARTY_AND_GOVERNMENT = re.compile("(?:副书记|常委)、[^，。；]{0,12}?(?:[省市县区州旗]长|主席)")
_OFFICER = re.compile(
    "(?:(?:副?[局厅院校行社站场]长|副?主任|书记|董事长|总经理|检察长)|同志)?(?:在[^，。；]{2,16})?(?:迅速|立即|随即|及时|第一时间|紧急)*"
)
# 校长甲主持召开…: an officer by the post alone is the home body's, where the post is of its kind.
_OWN_POST = re.compile(
    "(?:[^，。；]{0,16}，)?(?:党[组委]书记、)?(?P<post>校长|院长|局长|厅长|行长|台长|馆长|检察长|董事长|总经理|理事长|会长)"
)
_KINDS_OF_POST = {"校长": ("学院", "大学", "学校", "中学", "小学"), "检察长": ("检察院",), "董事长": ("公司", "集团")}


def acting_body(scene: Scene, sentence: Sentence, verb: Clause) -> Mention | None:
    """Give the body that the passage goes on about, itself or its officer being the subject (会后，甲局长主持召开…)."""
    officers = scene.within(sentence.start, verb.start, "Person")[-1:]
    if officers and _OFFICER.fullmatch(scene.text, officers[0].end, verb.start):
        return _body_of(scene, officers[0]) or _home_of(scene, sentence, officers[0])
    return carried_subject(scene, sentence, verb.start)


def _home_of(scene: Scene, sentence: Sentence, officer: Mention) -> Mention | None:
    """Give the home body where its officer is told of by post and name alone."""
    own = _OWN_POST.fullmatch(scene.text, sentence.start, officer.start)
    home = next((m for m in scene.mentions if m.kind == "Agency" and m.entity == scene.home), None)
    if own is None or home is None:
        return None
    ends = _KINDS_OF_POST.get(own["post"], (own["post"].removesuffix("长"),))
    return home if home.surface.endswith(ends) else None


def holders_by_posts(scene: Scene, subjects: list[Mention], verb: Clause, form: str) -> list[Mention]:
    """Give the body that meets where its officer chairs, its party body where the meeting is called by that one."""
    return held_by_party(scene, _bodies_by_posts(scene, subjects, verb, form), form)


def _bodies_by_posts(scene: Scene, subjects: list[Mention], verb: Clause, form: str) -> list[Mention]:
    """Give the body that meets where its officer, who chairs, holds posts in several (市政府副秘书长、甲局局长某某)."""
    officers = scene.within(subjects[0].end, verb.start, "Person") if subjects else []
    if not officers or "，" in scene.text[subjects[0].end : officers[0].start]:
        return subjects
    chain = scene.within(subjects[0].start, officers[0].start, "Agency")
    if len({body.entity for body in chain}) <= 1:
        return subjects
    own = [body for body in chain if _is_meeting_of(body, form)]
    if own or _OF_ONE_BODY.match(form):
        return (own or chain)[-1:]
    return [] if _DEPUTY.match(scene.text, chain[0].end) else subjects


def _is_meeting_of(body: Mention, form: str) -> bool:
    """Tell whether a meeting is called by the last word of a body's name (甲局 + 局党组会议, 乙集团 + 集团党委会)."""
    name = body.surface
    for part in _PARTY:
        name = name.removesuffix(part)
    kinds = (name[-length:] for length in range(_LONGEST_KIND, 0, -1))
    return any(
        form.startswith(kind) and form[len(kind) :].startswith((*_PARTY, "务", "机关", "领导")) for kind in kinds
    )


def _body_of(scene: Scene, officer: Mention) -> Mention | None:
    """Give the body whose officer was told of before by post and name (某局局长甲…。甲主持召开…)."""
    for mention in scene.mentions:
        if mention.start >= officer.start:
            break
        if mention.entity == officer.entity and mention.kind == "Person":
            bodies = scene.within(max(0, mention.start - _POST_REACH), mention.start, "Agency")[-1:]
            if bodies and _POST.fullmatch(scene.text, bodies[0].end, mention.start):
                return bodies[0] if scene.draft(bodies[0]).kind == "Agency" else None
    return None


def is_led_by_head(scene: Scene, subjects: list[Mention], verb: Clause) -> bool:
    """Tell whether a subject only tells the party post of the head of a government (县委副书记、县长甲…召开)."""
    return any(
        _PARTY_AND_GOVERNMENT.match(scene.text, body.end, verb.start) is not None
        and bool(scene.within(body.end, verb.start, "Person"))
        for body in subjects
    )
