"""The words around a policy's name in, whether a text rests on it, carries it out or is about it out."""

from __future__ import annotations

import re

from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention, PolicyRelation

_BASED = re.compile(
    "(?:根据|依据|按照|依照)(?=[^。；]{0,40}《|[^。；，]{0,30}[〔\\[])|(?:^|(?<=[，。；]))按(?=[^照。；，《]{2,16}《$)"
)
# A number alone that a text rests on: 根据某厅某发〔2023〕5号文件精神.
BASED_ON_NUMBER = re.compile("(?:根据|依据|按照|依照|遵照)[^，。；《》]{0,24}$")
# 根据宪法和国务院组织法，制定本条例: laws without 《》.
_BY_NAMED_LAW = re.compile("(?:根据|依据|依照)(?:(?:中华人民共和国)?[一-鿿]{0,16}法(?:[、和与]|以及))?$")
_IMPLEMENTS = re.compile(
    "(?:为|为了)(?:[^，。；《]{4,40}，)?(?:切实|全面|深入|认真|进一步)*(?:学习)?(?:贯彻|落实|执行|实施)+好?(?:[^，。；《]{2,24}(?:精神|要求|部署)，(?:抓紧|认真|全面|深入|切实)*(?:贯彻|落实)+(?=《))?"
)
# 各部门要根据《…》的要求做好工作: what others are to go by is no ground of the text.
_ASKED = re.compile("(?<![主重需只])(?:要|应当|须)$")
_NEW_CLAUSE = re.compile("，(?![^，]*(?:按照|根据|依据))")
# The next of several grounds: 根据《甲》、《乙》，以及《丙》.
_FURTHER = re.compile("(?<=[》）])，(?:以及|并|及|和|、)?(?=《)")
# A plan's purpose told behind the title: 推动《…》落地见效，制定本方案.
_FURTHERS = re.compile("(?:推动|推进|促进|确保)《$")
_MADE_REAL = re.compile("》(?:（[^（）]{1,40}）)?(?:落地|落实|贯彻|走深走实|见行见效)")
# What the opening of a plan says that it is for: 总要求是：贯彻《…》和《…》精神.
_CARRIES_OUT = re.compile(
    "(?:^|[：，。])(?:深入|全面|认真|坚决|切实)*(?:贯彻|落实)+(?:执行)?《(?:[^《》]|《[^《》]*》)*(?:》(?:（[^（）]{1,40}）)?[、和及]《[^《》]*)*$|(?:^|[：，。])(?:深入|全面|认真|坚决|切实)*(?:贯彻|落实)+(?:执行)?《$"
)
# An authority's decision in one case rests on the articles that it applies.
_DECISION = re.compile("(?:处罚|处理|强制|许可|决定)[^，。]{0,8}(?:决定书|通知书)|决定书$")
_APPLIES = re.compile("(?:依据|根据|依照|按照)《$")
_BREAKS_IT = re.compile("违反[^。；]{0,24}《$")
_BY_THAT_LAW = re.compile("^[^。]*。(?:依据|根据|依照|按照)该(?:法|条例|办法|规定)第")
_REPORT = re.compile("(?:政府|法院|检察院|常委会)工作报告$")
_PASSES_ON = re.compile("转发|批转|转知")
_MARKS = re.compile("[《》〈〉“”]|（[^（）]*）")
_NAME = 6


def ground_in(before: str) -> PolicyRelation | None:
    """Read the ground or purpose that the words before a title give in a document's opening."""
    if _BY_NAMED_LAW.search(before):
        return "basedOn"
    based = list(_BASED.finditer(before))
    is_asked = bool(based) and _ASKED.search(before, 0, based[-1].start()) is not None
    if based and not is_asked and not _NEW_CLAUSE.search(_FURTHER.sub("", before[based[-1].end() :])):
        return "basedOn"
    purpose = _IMPLEMENTS.search(before)
    return "implements" if purpose is not None and "，" not in before[purpose.end() :] else None


def purpose_around(before: str, after: str) -> bool:
    """Tell whether a plan says in its opening that it carries a policy out."""
    if _FURTHERS.search(before) is not None and _MADE_REAL.match(after) is not None:
        return True
    return _CARRIES_OUT.search(before) is not None


def rests_in_decision(own: Mention | None, before: str, after: str) -> bool:
    """Tell whether a decision in one case applies a law here: 依据《…法》第三条; 违反《…法》…。依据该法第三条."""
    if own is None or _DECISION.search(own.surface) is None:
        return False
    return _APPLIES.search(before) is not None or (
        _BREAKS_IT.search(before) is not None and _BY_THAT_LAW.match(after) is not None
    )


def is_relayed(scene: Scene, policy: Mention) -> bool:
    """Tell whether the document's own title says that it passes a policy on, to be carried out: 转发《…的通知》."""
    own, name = scene.own_title, _MARKS.sub("", policy.surface)
    passed = _PASSES_ON.search(own.surface) if own is not None else None
    return own is not None and passed is not None and name in _MARKS.sub("", own.surface[passed.end() :])


def is_no_source(scene: Scene, policy: Mention) -> bool:
    """Tell whether a policy is what the document itself is about, or a report, so that it does not cite it."""
    own, name = scene.own_title, _MARKS.sub("", policy.surface)
    is_matter = own is not None and len(name) >= _NAME and name in _MARKS.sub("", own.surface)
    return is_matter or is_report(policy)


def is_report(policy: Mention) -> bool:
    """Tell whether a policy is a report to a congress (政府工作报告), on which no other rests."""
    return _REPORT.search(policy.surface) is not None
