"""Sentences in, when policies come into force and how long they hold out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import is_minutes, main_policy
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Force, Mention
from graphkit.normalise.numerals import numeral_value

_FROM = re.compile("起?(?:开始)?(?:正式)?(?:施行|实施|生效|执行|试行)")
_UNTIL = re.compile("(?:有效期|试行期|施行期|有效)(?:限)?(?:延长|延续|顺延)?(?:截止|截至|至|到)+$")
_PERIOD = re.compile(
    "(?:有效期|试行期|暂行期|》（?试行(?=[一二两三1-5](?:年|个月)))(?:限)?(?:为|暂定|暂定为)?(?P<count>[0-9一二三四五六七八九十两]{1,3})(?P<unit>年|个月)"
)
_INNER = re.compile("(?:印发|发布|公布|转发|延长|延续|继续施行|继续实施|继续执行)《([^《》]+)》")
_ITSELF = re.compile("本(?:办法|规定|条例|细则|意见|通知|方案|规则|标准|规范|决定|公告|通告|制度|基准|措施)")
_YEAR = 12
_REACH = 12


def state_force(scene: Scene) -> Iterator[Fact]:
    """State from when and for how long a policy holds: 自…起施行, 有效期5年, 有效期至…."""
    own = main_policy(scene, 0)
    for date in (m for m in scene.mentions if m.kind == "Date"):
        sentence = scene.scan.sentence_at(date.start)
        starts = _FROM.match(scene.text, date.end)
        ends = _UNTIL.search(scene.text, max(sentence.start, date.start - _REACH), date.start)
        value = scene.calendar.value(date) if starts or ends else None
        if value is None or value.start.day is None:
            continue
        policy = _policy_of(scene, sentence, date.start, own)
        if policy is None:
            continue
        evidence = scene.cite(date.start, starts.end() if starts is not None else date.end, "force")
        if starts is not None:
            yield Force(policy=policy, start=value.start, evidence=evidence)
        else:
            yield Force(policy=policy, end=value.start, evidence=evidence)
    for period in scene.scan.matches(_PERIOD):
        sentence = scene.scan.sentence_at(period.start())
        policy = _policy_of(scene, sentence, period.start(), own)
        count = numeral_value(period["count"].replace("两", "二"))
        if policy is not None and count is not None:
            months = int(count) * (_YEAR if period["unit"] == "年" else 1)
            evidence = scene.cite(period.start(), period.end(), "force")
            yield Force(policy=policy, months=months, evidence=evidence)


def _policy_of(scene: Scene, sentence: Sentence, offset: int, own: Mention | None) -> str | None:
    """Give the policy whose force a sentence tells: the last named before, else the document's own or enclosed one."""
    named = [m for m in scene.within(sentence.start, offset, "Policy") if m.entity and m.rule != "document-number"]
    itself = list(_ITSELF.finditer(scene.text, sentence.start, offset))
    if named and (not itself or itself[-1].start() < named[-1].start) and not _is_ground(scene, named[-1], sentence):
        return named[-1].entity
    if own is None or scene.scan.document.articles or (is_minutes(scene) and not itself):
        return None  # what minutes put into force is no document
    return _enclosed(scene, own) if itself or sentence.end - sentence.start < len(own.surface) + 60 else None


def _is_ground(scene: Scene, policy: Mention, sentence: Sentence) -> bool:
    return re.search("(?:根据|依据|按照|依照)《?$", scene.text[sentence.start : policy.start]) is not None


def _enclosed(scene: Scene, own: Mention) -> str | None:
    """Give the policy that the document carries (关于印发《…办法》的通知), else the document's own."""
    inner = _INNER.search(own.surface)
    found = (d.id for d in scene.drafts.values() if inner and d.kind == "Policy" and inner[1] in d.names)
    return next(found, own.entity)
