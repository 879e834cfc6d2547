"""Sentences in, the tasks that they state without counting them out: 会议决定，由甲牵头，于6月底前完成…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from graphkit.extract.context import is_minutes, main_policy
from graphkit.extract.rules.deadlines import end_of
from graphkit.extract.rules.duties import IMPERATIVE, Duties, duties_in
from graphkit.extract.rules.shared_labels import LABELLED
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Item, Scene
from graphkit.extract.sittings import speaking_meeting, told_meeting
from graphkit.model.facts import Mention
from graphkit.model.text import SectionKind
from graphkit.model.values import PartialDate

# What a sentence can give a task by: who leads or answers for it, or by when somebody is to do it.
_CUE = re.compile("牵头|负责(?!人|同志)|承办|[底末日月]之?前(?=[^，。；]{0,6}[一-鿿])|季度(?=[前内完末底])")
_DEMANDS = re.compile(
    "(?:会议|会上|大会|例会|同志|[局厅处部市县区州镇乡院]长|主任|书记|主席)[^，。；：]{0,10}?(?:决定|议定|明确|确定|要求|强调|指出|部署|提出|同意|研究|安排)[，：]?"
)
# Who tells a body at a meeting what to do; 指出 and 介绍 tell how things are.
_TELLS = re.compile(
    "(?:会议|会上|大会|例会)[^，。；：]{0,10}?(?:决定|议定|明确|确定|要求|强调|部署|同意|安排|责成)[，：]?"
)
_GROUP_TOLD = re.compile("(?<=，)各[一-鿿（）]{1,10}?(?=要|应|须|[0-9]{1,2}月|年底前)")
_MARKS = frozenset("，；：。、由")
_DONE = re.compile(
    "作出?(?:重要|具体|明确)?批示|已|了(?:一|[0-9])|曾|近年来|去年|以来|完成了|取得|负责[^，。；]{0,12}(?:表示|介绍|说)|获悉"
)
# What a body always answers for is no task: 负责本行政区域…管理工作, 由甲负责解释, 办公室设在甲局，负责….
_STANDING = re.compile(
    "设在[^，。；]{2,24}，[^，。；]{0,4}负责|负责(?:解释|本|[^，。；]{0,20}(?:管理|监督|指导|日常|具体)工作)"
)
_DUTY_CLAUSE = re.compile("(?:牵头|负责|配合|协助|参与|会同)(?:落实|实施|组织实施|办理)?$|^(?:会议|会上)")
_LEAD = re.compile("(?:同时|另外|此外|其中)?，?(?:要(?!求)|请)?")
_CARRIES = re.compile(
    "(?:编制|制定|制订|出台|印发|修订|起草|组织开展|开展|启动|实施)(?:好|全[省市县区州]|为期[^，。；]{1,8}?的)*[《“]?$"
)
_GIVEN = re.compile("牵头|负责")
_REGULATION = re.compile("(?:办法|规定|条例|细则|规则|章程|准则|法)(?:（[^（）]*）)*$")
_SHORTEST, _VERB_REACH = 4, 24


class Stated(NamedTuple):
    """A task that is stated, not counted: its words, its heading, whose it is, who does it, by when."""

    item: Item
    heading: str
    owner: str
    duties: Duties
    until: PartialDate | None
    rule: str = "stated-task"


def stated_tasks(scene: Scene, taken: list[tuple[int, int]]) -> Iterator[Stated]:
    """Iterate over the tasks that no enumerated point (`taken`) holds, a sentence at a time."""
    last = -1
    for offset in sorted({*_cues(scene), *_carried(scene), *_told(scene)}):
        sentence = scene.scan.sentence_at(offset)
        if sentence.start == last or any(start <= offset < end for start, end in taken):
            continue
        last = sentence.start
        if LABELLED.match(scene.text, sentence.start):
            continue  # it says whose the points above are
        owner = _owner(scene, sentence, offset)
        if owner is not None:
            yield from _in_sentence(scene, sentence, owner)


def _cues(scene: Scene) -> Iterator[int]:
    return (cue.start() for section, _, cue in scene.cues(_CUE) if section.kind is not SectionKind.TITLE)


def _carried(scene: Scene) -> Iterator[int]:
    """Iterate over the places of the policies and drives that a meeting wants made or run, one a sentence."""
    for kind in ("Policy", "Campaign"):
        last = -1
        for sentence, mention in scene.told(kind):
            if sentence.start == last or not _is_carried(scene, sentence.start, mention):
                continue
            last = sentence.start
            if _DEMANDS.search(scene.text, sentence.start, mention.start):
                yield mention.start


def _told(scene: Scene) -> Iterator[int]:
    """Iterate over the places of the bodies that a meeting tells what to do: 会议要求，甲局完善方案，乙局落实资金."""
    for sentence, body in scene.told("Agency"):
        if _is_told(scene, body) and _TELLS.search(scene.text, sentence.start, body.start):
            yield body.start


def _is_told(scene: Scene, body: Mention) -> bool:
    opens = scene.text[body.start - 1 : body.start] in _MARKS
    return opens and body.entity is not None and IMPERATIVE.match(scene.text, body.end) is not None


def _is_carried(scene: Scene, low: int, mention: Mention) -> bool:
    start = max(low, mention.start - _VERB_REACH)
    return mention.entity is not None and _CARRIES.search(scene.text, start, mention.start) is not None


def _owner(scene: Scene, sentence: Sentence, offset: int) -> str | None:
    """Give the meeting whose words demand, else the notice that asks; reports of what was done ask nothing."""
    text = scene.text
    if _DONE.search(text, sentence.start, sentence.end):
        return None
    if _DEMANDS.search(text, sentence.start, offset) is not None:
        named = speaking_meeting(scene, sentence, offset)
        return named or told_meeting(scene, offset)
    policy = main_policy(scene, offset)
    own = scene.own_title
    if policy is None or policy.entity is None or own is None or own.entity != policy.entity or is_minutes(scene):
        return None
    is_rule = _REGULATION.search(policy.surface) is not None or scene.scan.first_article <= offset
    return None if is_rule else policy.entity


def _in_sentence(scene: Scene, sentence: Sentence, owner: str) -> Iterator[Stated]:
    """Cut a sentence at ；, and give the parts that name who is to do them, with who leads or by when."""
    introduced = _DEMANDS.search(scene.text, sentence.start, sentence.end)
    start = introduced.end() if introduced is not None else sentence.start
    for first, high in _parts(scene, start, sentence.end):
        lead = _LEAD.match(scene.text, first, high)
        low = lead.end() if lead is not None else first
        item = Item(0, low, low, high)
        duties = duties_in(scene, item)
        words = scene.text[low:high].replace("\n", "")
        until = end_of(scene, words)
        is_given = until is not None or (_GIVEN.search(words) and not _STANDING.search(words))
        bodies = scene.within(low, high, "Agency") if introduced is not None else []
        is_told = any(_is_told(scene, body) for body in bodies)
        carries = introduced is not None and any(
            _is_carried(scene, low, mention) for mention in scene.within(low, high, "Policy", "Campaign")
        )
        if carries or (duties.leads and ((is_given and _CUE.search(words)) or is_told)):
            yield Stated(item, _heading(words), owner, duties, until)


def _parts(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Iterate over the parts of a sentence: those between ；, each cut where the next body is told what to do."""
    for part in re.finditer("[^；。\n]+", scene.text[start:end]):
        low, high = start + part.start(), start + part.end()
        told = [m.start for m in scene.within(low, high, "Agency") if m.start > low and _is_told(scene, m)]
        told.extend(match.start() for match in _GROUP_TOLD.finditer(scene.text, low, high) if told)
        cuts = {low, high, *(one for one in told if scene.text[one - 1] == "，")}
        yield from pairwise(sorted(cuts))


def _heading(words: str) -> str:
    """Give the clause that names a task: the first that says more than who does it."""
    clauses = [clause for clause in re.split("[，；。：]", words) if len(clause) >= _SHORTEST]
    return next((clause for clause in clauses if not _DUTY_CLAUSE.search(clause)), words.strip("，：。"))
