"""Sentences in, who carries a meeting's words on to others out: 把会议精神印成明白纸, 三个会议的精神一并讲到了站所."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import clause_at, is_minutes, modality_at, opens_clause
from graphkit.extract.meant_meetings import SHORT_NAME, meant_meeting
from graphkit.extract.meetings_together import meetings_together
from graphkit.extract.rules.conveyors import Conveyor, conveyors_at
from graphkit.extract.rules.response import relayed_by
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import held_in
from graphkit.model.facts import Fact, Mention, Modality

_PASSED = re.compile(
    "(?:讲|传|送|带|捎|念|说|喊|发放|发送)(?:到(?!位|达)|给|至|进(?!一步|行|程))(?:了)?|(?:编|印|译|翻译|制作|做|汇编|改编)(?:成|为)|"
    "(?:讲|传|念|学|过|说|读)(?:清|透|了一遍|了个遍)"
)
_WORDS = "(?:的|上的)?(?:有关|主要|重要|各项|“[^“”]{2,20}”)*(?:精神|要求|要点|内容|部署|讲话|口径)"
_BETWEEN = "[^，。；：的]{0,10}"
_OF_NAMED = re.compile(f"[”]?{_WORDS}{_BETWEEN}")
_OF_SHORT = re.compile(f"(?P<word>会上|{SHORT_NAME})(?:讲|强调|提出)?{_WORDS}{_BETWEEN}$")
_OF_SEVERAL = re.compile(f"(?P<count>[两二三四五])(?:个|场|次)(?:重要)?(?:会议|全会|大会){_WORDS}{_BETWEEN}$")
_NOT_DONE = re.compile(
    "尚未|未能|还未|还没|暂未|并未|从未|没有|没能|不(?=[一-鿿]{0,3}$)|未(?=[一-鿿]{0,4}$)|是否|如何|怎样"
)
_ASKED = re.compile(
    "要求|强调|指出|必须|务必|应当?(?=把|将)|要(?=把|将|以|通过)|确保|号召|希望|建议|督促|指导|动员|帮助|检查|了解"
)
# 把会议的要求讲了一遍 asks nothing.
_FRONTED = re.compile("[把将][^，。；]{2,24}?要求|会上(?:讲|强调|提出)的[^，。；]{0,24}?要求")
_OFFICER = re.compile("(?:党组|党委|党总支|党支部)?(?:常务)?副?(?:书记|主任|主席|[局厅处县市区镇乡州校院部所场站队]长)")
_REACH, _SENTENCE, _LONGEST = 40, 400, 2000
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


def state_passing_on(scene: Scene) -> Iterator[Fact]:
    """State who carries on what a meeting said, where the sentence reports it as done."""
    if not any(mention.kind == "Meeting" for mention in scene.mentions):
        return
    is_of_minutes = is_minutes(scene)
    for section, sentence, verb in scene.cues(_PASSED):
        clause = clause_at(scene, verb.start())
        start = max(clause.start, sentence.start, verb.start() - _REACH)
        if scene.around(verb.start()) is not None or (is_of_minutes and scene.owner_at(verb.start()) is None):
            continue
        targets = _targets(scene, sentence, start, verb) if verb.start() - sentence.start < _LONGEST else []
        if targets and _is_done(scene, sentence, start, verb):
            by = conveyors_at(scene, section, sentence, verb) or _by_officer(scene, sentence, verb)
            yield from _passed_on(scene, verb, targets, by)


def _is_done(scene: Scene, sentence: Sentence, start: int, verb: re.Match[str]) -> bool:
    """Tell whether passing on is reported: neither negated, asked for, nor intended."""
    before = _FRONTED.sub("", scene.text[max(sentence.start, verb.start() - _SENTENCE) : verb.start()])
    if _NOT_DONE.search(scene.text, start, verb.start()) or _ASKED.search(before):
        return False
    return modality_at(scene, max(start, sentence.start), verb.start()) is not Modality.INTENDED


def _targets(scene: Scene, sentence: Sentence, start: int, verb: re.Match[str]) -> list[Mention]:
    """Give the meetings whose words are passed on, named, meant by a short word, or counted together."""
    named = scene.within(start, verb.start(), "Meeting")
    if named:
        return named if _OF_NAMED.fullmatch(scene.text, named[-1].end, verb.start()) else []
    several = _OF_SEVERAL.search(scene.text, start, verb.start())
    if several is not None:
        return meetings_together(scene, sentence.start, _COUNTS[several["count"]])
    short = _OF_SHORT.search(scene.text, start, verb.start())
    if short is None or any(one.mention is not None for one in held_in(scene, sentence.start, verb.start())):
        return []
    word = "会议" if short["word"] == "会上" else short["word"]
    meant = meant_meeting(scene, sentence, verb.start(), word=word)
    return [meant] if meant is not None else []


def _passed_on(scene: Scene, verb: re.Match[str], targets: list[Mention], by: list[Conveyor]) -> Iterator[Fact]:
    """State that each who passes the words on relays the meetings and, a body, responds to them."""
    for conveyor in by:
        for target in targets:
            if target.entity is None or conveyor.id in {target.entity, scene.draft(target).holder}:
                continue
            evidence = scene.cite(min(conveyor.start, verb.start()), verb.end(), "passing-on")
            yield from relayed_by(scene, conveyor.id, target.entity, evidence)


def _by_officer(scene: Scene, sentence: Sentence, verb: re.Match[str]) -> list[Conveyor]:
    """Give the body whose officer opens the sentence and passes the words on (某局局长甲把会议要求编成…)."""
    body = next(iter(scene.within(sentence.start, verb.start(), "Agency")), None)
    if body is None or body.entity is None or not _OFFICER.match(scene.text, body.end):
        return []
    return [Conveyor(body.entity, body.start, is_body=True)] if opens_clause(scene, sentence, body) else []
