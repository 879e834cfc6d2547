"""A scan in, laws named without quotation marks out: 依照刑法、刑事诉讼法, 违反森林法第三十九条."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

# What a law is named after, so that 办法 and 做法 are none.
_LEAD = re.compile(
    "(?:依据|依照|根据|按照|违反|触犯|适用|遵守|符合|贯彻(?:落实|执行|实施)?|落实|学习(?:宣传)?(?:贯彻)?|宣传|实施|执行|批准|通过了?)(?:了)?"
    "(?:新(?:修订|修改|修正|制定|颁布)?的?|修订后?的|修改后?的)?"
)
_PLAIN = "[^\\W\\da-zA-Z_的了对在于由按将和及与或等各有其本该此上下新旧同以是为要应]"
_NO_LAW = "办方做执司立违合依非守普看想说手用书疗无设魔技打文枪作算语办位际"
_NOT_AFTER = "律规制治院官人定庭医学令案理师条式网则子文纪度务权盲宝器"
_NAME = re.compile(
    f"(?:中华人民共和国)?(?:(?:{_PLAIN}{{1,14}}?(?<![{_NO_LAW}])|(?<=[、和及与]){_PLAIN}{{1,14}}?(?<![{_NO_LAW}]))法典?(?![{_NOT_AFTER}])"
    f"|{_PLAIN}{{2,14}}?条例(?=第[一二三四五六七八九十百\\d]))"
)
_BRANCHES_OF_LAW = frozenset({"税法", "商法", "民法", "国法", "行政法", "经济法", "专门法", "民商法", "相关法"})
# 宣传部长甲某法: a person behind a post is no law.
_HOLDER = re.compile("[部局厅处院]长|主任|书记|委员")
_AFTER_LAW = re.compile("第[一二三四五六七八九十百\\d]|的?(?:规定|修改|修订|实施|等)|[、，。；）]|和|$")
# The rules by which a law is carried out, named by its side: 《个人所得税法》及其实施条例.
_RULES = re.compile(
    "(?:法|条例)》?(?:（[^（）]{1,20}）)?(?:及其|和|及|、)(?P<rules>实施(?:条例|细则|办法|规则))(?![一-鿿]{0,4}》)"
)
_JOINT = re.compile("、|和|以及|及|与")
# The party centre's rules of conduct, named without quotation marks.
_EIGHT_POINTS = re.compile("中央八项规定(?:实施细则)?")


def find_laws(scan: Scan) -> Iterator[Mention]:
    """Iterate over laws that a verb of law introduces, those coordinated with them, and the rules of conduct."""
    for rules in scan.matches(_EIGHT_POINTS):
        yield scan.mention(rules.start(), rules.end(), "Policy", "law-named")
    if "法" in scan.text:
        yield from _laws(scan)


def _laws(scan: Scan) -> Iterator[Mention]:
    """Iterate over laws that the table knows, their rules, and those that a verb introduces."""
    for unit in scan.units.of("law"):
        before = scan.text[unit.start - 1 : unit.start]
        if _AFTER_LAW.match(scan.text, unit.end) and before not in {"《", "〈", "学"}:
            yield scan.mention(unit.start, unit.end, "Policy", "law-named")
    for rules in scan.matches(_RULES):
        yield scan.mention(rules.start("rules"), rules.end(), "Policy", "rules-of-law")
    for lead in scan.matches(_LEAD):
        position = lead.end()
        while True:
            law = _NAME.match(scan.text, position)
            if law is None:
                break
            if law[0] not in _BRANCHES_OF_LAW and not _HOLDER.match(law[0]):
                yield scan.mention(law.start(), law.end(), "Policy", "law-named")
            joint = _JOINT.match(scan.text, law.end())
            if joint is None:
                break
            position = joint.end()
