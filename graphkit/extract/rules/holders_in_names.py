"""Meetings in, the holders out that their own names give: 省委十一届八次全会, 县政府常务会议."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graphkit.extract.places_apart import places_apart
from graphkit.extract.rules.spoken_of import is_only_spoken_of
from graphkit.extract.scene import Draft, Scene
from graphkit.extract.sittings import sittings_of
from graphkit.model.facts import Fact, Holding, Mention

_SHORT_BODY = re.compile("[省市州县区旗](?:政府|委)")
# 中央经济工作会议, where no text tells of the body: the word tells the rank of the meeting, not who held it.
_CENTRE = "中央"
# A session of a congress or conference that is only cited says which one it was, not that somebody held it.
_SESSION = re.compile("(?:人民代表大会|人大|政协|届)(?:第?[一二三四五六七八九十]+届)?第?[一二三四五六七八九十]+次会议$")
_SAT = re.compile("(?:听取|审议|审查|通过|批准|决定|选举|表决|认为|之后|以来|结束|闭幕)")
_HOLDS = re.compile("(?:召开|举行|召集)(?:了)?$")
_VERB_REACH = 3


def held_by_name(scene: Scene, told: Mapping[str, list[str]]) -> Iterator[Fact]:
    """State the holder that a meeting's own name gives (省委十一届八次全会), unless it is the one told in full."""
    stated: set[str] = set()
    sitting = {one.meeting for one in sittings_of(scene)}
    sitting |= {one.entity for _, one in scene.told("Meeting") if one.entity and _SAT.match(scene.text, one.end)}
    told_of = {one.entity for one in scene.mentions if one.kind == "Agency"}
    for mention in scene.mentions:
        if mention.kind != "Meeting" or mention.entity is None or mention.entity in stated:
            continue
        holder = scene.draft(mention).holder
        if holder is None or holder not in scene.drafts or _is_of_several(scene, mention):
            continue
        if is_only_spoken_of(scene, mention):
            continue
        is_rank = scene.drafts[holder].names == [_CENTRE] and holder not in told_of
        if is_rank or (_SESSION.search(mention.surface) and mention.entity not in sitting):
            continue
        stated.add(mention.entity)
        if not any(_is_short_for(scene.drafts[holder], scene.drafts[by]) for by in told.get(mention.entity, ())):
            yield Holding(
                meeting=mention.entity, by=holder, evidence=scene.cite(mention.start, mention.end, "holder-in-name")
            )


def _is_of_several(scene: Scene, meeting: Mention) -> bool:
    """Tell whether a name stands for a meeting of each of several places (甲区、乙区分别召开区委常委会会议)."""
    verb = _HOLDS.search(scene.text, max(0, meeting.start - _VERB_REACH), meeting.start)
    return verb is not None and bool(places_apart(scene, scene.scan.sentence_at(verb.start()), verb.start()))


def _is_short_for(short: Draft, full: Draft) -> bool:
    """Tell whether a body, or its party group, only shortens another's name (县政府, of 射阳县人民政府)."""
    name = short.names[0].removesuffix("党组")
    # 县委召开常委会会议: the committee is told of.
    whole = name.removesuffix("常委会") if name.endswith("委常委会") else None
    if whole is not None and any(known.endswith(whole) for known in full.names):
        return short is not full
    return short is not full and any(
        _SHORT_BODY.fullmatch(name) is not None and known.endswith((name[0] + "人民政府", name)) for known in full.names
    )
