"""Resolved agencies in, the division that each serves out: the place that its name gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.gazetteer import NATION
from graphkit.extract.rules.place_words import PlaceWords
from graphkit.extract.rules.told_bodies import Words, words_of_bodies
from graphkit.extract.scene import Draft, Scene
from graphkit.model.facts import Fact, Jurisdiction

OF_SESSION = "place-in-session"
"""The rule of a congress or conference that only a session's name spells: 甲省十二届人大五次会议."""
# Bodies that serve the whole of the place before them, whatever they do there; sites, firms and schools only lie in it.
_AUTHORITY = re.compile(
    "(?:局|(?<!管)委|(?<!街道)办|办公室|(?<!管理)(?<!居民)(?<!村民)委员会|[总支大]队|供销(?:合作)?(?:总|联合|联)?社|(?<!村|居|管)委会|妇联|残联|科协|文联|工商联|侨联|红十字会|指挥部|防指|法院|检察院|(?:保护|事务|事业|管理|大数据|监测|疾控|预防控制|保障|机关服务)中心)$"
)
# The office of a commission or headquarters does its daily work in the place: 甲市安委会办公室.
_OFFICE_OF_GROUP = re.compile("(?:委员会|(?<!常)委会|指挥部|防指)办(?:公室)?$")
# An office of a government that nothing else tells of serves the place as it does: 甲市人民政府办公室, 乙县政府督查室.
_OFFICE_OF_GOVERNMENT = re.compile("(?<=[省市县区州旗盟])(?:人民)?政府(?:办公[厅室]|[一-鿿]{2,6}室|法制办)$")
# What lies in a place, comes from it or gathers several bodies of it.
_ELSEWHERE = re.compile(
    "保护区|风景|公园|开发区|新区|园区|林区|林场|流域|铁路|大学|学院|医院|集团|公司|[驻派各]|(?<!救)援|领导小组"
)


def state_jurisdictions(scene: Scene) -> Iterator[Fact]:
    """State the division of each body whose name gives a place and what it is there."""
    places = PlaceWords(scene.scan)
    told = words_of_bodies(scene)
    named = {mention.entity for mention in scene.mentions}
    for identifier, words in told.items():
        draft = scene.drafts[identifier]
        is_whole_told = draft.parent in named and _OFFICE_OF_GOVERNMENT.search(draft.label or draft.names[0])
        if _serves_place(scene, draft) and not is_whole_told:
            yield _jurisdiction(scene, draft, words, places)


def _serves_place(scene: Scene, draft: Draft) -> bool:
    """Tell whether a body is an authority of the place in its name, or the standing committee of the party's there."""
    if draft.kind != "Agency" or draft.region in {None, NATION}:
        return False
    if draft.agency_kind is not None:
        return True
    name, place = draft.names[0], scene.scan.gazetteer.regions[draft.region or ""]
    above = scene.drafts.get(draft.parent or "")
    if above is not None:
        is_standing = above.agency_kind == "党委" and name.endswith("委常委会")
        is_office = above.agency_kind == "政府" and _OFFICE_OF_GOVERNMENT.search(draft.label or name) is not None
        is_of_group = above.agency_kind is None and _OFFICE_OF_GROUP.search(name) is not None
        return is_standing or is_office or is_of_group
    is_told = place.level != "county" or place.name in name  # 太湖局 is of a lake, not of 太湖县
    return is_told and _AUTHORITY.search(name) is not None and _ELSEWHERE.search(name) is None


def division(scene: Scene, code: str) -> Draft:
    """Give the division of a code, made here if no mention stands for it."""
    place = next((d for d in scene.drafts.values() if d.kind == "Region" and d.region == code), None)
    if place is None:
        name = scene.scan.gazetteer.regions[code].name
        place = scene.implied("Region", name)
        place.composed, place.region = ("region", code), code
        place.label, place.label_rank = name, 3
    return place


def _jurisdiction(scene: Scene, draft: Draft, words: Words, places: PlaceWords) -> Fact:
    region = scene.scan.gazetteer.regions[draft.region or ""]
    place = division(scene, region.code)
    relies_on = () if region.short in scene.text[slice(*words)] else places.naming(region, words[0])
    unit = scene.starting(words[0])
    is_whole = unit is not None and unit.kind == "Agency" and unit.entity != draft.id
    is_session = unit is not None and unit.kind == "Meeting" and draft.agency_kind in {"人大", "政协"}
    rule = OF_SESSION if is_session else "part-in-name" if is_whole else "place-in-name"
    evidence = scene.cite(*words, rule, relies_on=relies_on)
    return Jurisdiction(agency=draft.id, region=place.id, evidence=evidence)
