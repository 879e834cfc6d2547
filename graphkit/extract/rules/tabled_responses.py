"""Tables of who took a meeting up in, a response or a stated absence a row out: 单位 | 传达时间 | 贯彻措施."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import main_meeting
from graphkit.extract.meant_meetings import topic_meeting
from graphkit.extract.rules.post_bodies import committee_at, government_at
from graphkit.extract.rules.response import response_id
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import holders_of
from graphkit.extract.table_rows import Cell, cells_in, is_rule
from graphkit.model.facts import Absence, Fact, Jurisdiction, Mention, Response
from graphkit.model.text import Section

_WHO = re.compile(
    "(?:[一-鿿]{0,4}(?:单位|部门|地区|机构)(?:名称)?|(?:市|县|州|区|县市区|市县|地)(?:[（(、][^）)]{1,6}[）)]?)*(?:名称)?)$"
)
_NUMBER_HEAD = re.compile("序号|编号")
_DID = re.compile("[一-鿿]{0,6}(?:传达|学习|贯彻|落实|响应|报送|上报|反馈)[一-鿿]{0,8}$")
_NUMBER = re.compile("[0-9]{1,3}[.．、]?$")
_NOTHING = re.compile(
    "(?:[-—–－/×✗无否空]+|未(?:传达|学习|报送|上报|召开|反馈|落实|开展|报)?[一-鿿]{0,4}|尚未[一-鿿]{2,8}|没有|零报告)$"
)
_UNTOLD = re.compile("(?:[-—–－/]*|空)$")
_NOT_YET = re.compile("未(?!来)|尚|拟(?![定订])|计划|正在|将|逾期|迟|否|无|×")
_ABOUT = re.compile("(?:会议?|大会)(?:精神)?(?:的)?(?:传达|学习|贯彻|落实)+[^，。；]{0,6}情况")
_FEWEST, _LONGEST, _COMMITTEE = 2, 200, "委"


def state_tabled_responses(scene: Scene) -> Iterator[Fact]:
    """State what the rows of a table on how a meeting was taken up tell of each body or place."""
    if not scene.scan.has_any(("传达", "贯彻", "学习")):
        return
    who, columns, meeting = -1, 0, None
    for section in scene.scan.document.sections:
        if who >= 0 and is_rule(scene.scan, section):
            continue
        cells = cells_in(scene.scan, section) if section.end - section.start <= _LONGEST else []
        if len(cells) < _FEWEST or (who >= 0 and abs(len(cells) - columns) > 1):
            who = -1
            continue
        column = _head(scene, cells)
        if column >= 0:
            who, columns, meeting = column, len(cells), _meeting_of(scene, section)
        elif who >= 0 and meeting is not None and len(cells) > who + 1:
            yield from _row(scene, cells[who:], meeting)


def _head(scene: Scene, cells: list[Cell]) -> int:
    """Give the column of those that a table is about, -1 for a line that is no head of such a table."""
    names = [scene.text[cell.start : cell.end].strip() for cell in cells]
    first = 1 if _NUMBER_HEAD.fullmatch(names[0]) else 0
    is_who = first < len(names) and _WHO.fullmatch(names[first]) is not None
    return first if is_who and any(_DID.fullmatch(name) for name in names[first + 1 :]) else -1


def _meeting_of(scene: Scene, section: Section) -> Mention | None:
    """Give the meeting that a table below this place is about."""
    found = topic_meeting(scene, section)
    if found is not None:
        return found
    own = scene.own_title
    return main_meeting(scene, section.start) if own is not None and _ABOUT.search(own.surface) else None


def _row(scene: Scene, cells: list[Cell], meeting: Mention) -> Iterator[Fact]:
    """State what one row tells of whom its first cell names."""
    who = scene.starting(cells[0].start)
    told = [scene.text[cell.start : cell.end].strip() for cell in cells[1:]]
    if who is None or who.end != cells[0].end or meeting.entity is None or who.entity is None:
        return
    is_absent = all(map(_NOTHING.fullmatch, filter(None, told))) and not all(map(_UNTOLD.fullmatch, told))
    is_done = any(told) and not any(_NOT_YET.search(words) for words in told) and not all(map(_UNTOLD.fullmatch, told))
    if not (is_absent or is_done):
        return
    body = _body_of(scene, who, told)
    if body is None or body in {*holders_of(scene, meeting.entity, who.start), scene.draft(meeting).holder}:
        return
    relies_on = (scene.scan.document.raw_span(meeting.start, meeting.end),)
    sure = None if who.kind == "Agency" else 0.8
    evidence = scene.cite(who.start, cells[-1].end, "tabled-response", confidence=sure, relies_on=relies_on)
    if is_absent:
        yield Absence(agency=body, target=meeting.entity, evidence=evidence)
    else:
        named = response_id(body, meeting.entity)
        yield Response(id=named, respondent=body, target=meeting.entity, evidence=evidence)
    if who.kind == "Region":
        place = scene.cite(who.start, who.end, "place-in-name")
        yield Jurisdiction(agency=body, region=who.entity, evidence=place)


def _body_of(scene: Scene, who: Mention, told: list[str]) -> str | None:
    """Give the body that a row is about; of a place its committee, where the row says that it met, or government."""
    if who.kind == "Agency":
        return who.entity if scene.draft(who).kind == "Agency" else None
    region = scene.scan.gazetteer.regions.get(scene.draft(who).region or "") if who.kind == "Region" else None
    if region is None:
        return None
    is_committee = any(words.startswith(f"{region.name[-1]}{_COMMITTEE}") for words in told)
    return (committee_at(scene, region) if is_committee else government_at(scene, region)).id
