"""Bodies of a text that nobody issues in, whose units the bare ones among them are out (办公室、计划科负责人参加)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Scan, Sentence
from graphkit.model.facts import Mention
from graphkit.model.text import SectionKind
from graphkit.resolve.groups import is_group

_WHOLE = re.compile(
    "(?:(?<!分)局|厅|委员会|(?<![党市县区省州旗团工纪监常])委|院|大学|学校|我校|公司|集团|中心|银行|协会|联合?社|医院)$"
)
_UNIT = re.compile(
    "(?:[一-鿿]{2,10}(?:科|(?<!办事)(?<!管理)处|(?<!实验)(?<!工作)室|股|(?<!法)庭)|办公室|党政办|(?<!总)工会|团委|监事会|董事会|机关党委|机关纪委)$"
)
# In a list with one of these, 质安中心 and 宣传部 are units of the same body too.
_IN_LIST = re.compile("[一-鿿]{1,10}(?:中心|部|[支大]队|站|所|办|执行局|研究院|党支部)$")
_OF_ITS_OWN = re.compile(
    "^(?:(?!市场|市政(?!府|协)|区域|县域|乡村|村镇|省际)[省市州县区旗镇乡村]|各|全|中央|国家|我|本|该|街道|社区)"
)
_DATE = re.compile("(?:^|，)(?:[0-9年月日至、-]{2,14}(?:上午|下午|晚上?)?，?|近日，?|日前，?)?$")
_ACTS = re.compile("召开|举行|举办|组织|开展|传达|学习|部署")
_OFFICER = re.compile("(?:党组|党委|党总支)?(?:副?书记|成员|委员)|副?(?:局|厅|院|校)长|副?主任|总经理|董事长")
_DATE_REACH = 24
_FIRST_LINES = 3


def wholes_of_units(scan: Scan, mentions: list[Mention]) -> dict[int, Mention]:
    """Map where bare units begin to the body they are units of: who acts on the page, else whose officer is told."""
    found: dict[int, Mention] = {}
    opening = _opening_body(scan, mentions)
    for run in _runs(scan, mentions):
        if not any(_UNIT.fullmatch(one.surface) for one in run):
            continue
        units = [one for one in run if _is_inner(scan, one)]
        whole = _whole_before(scan, mentions, run[0], opening) if len(units) == len(run) else None
        if whole is not None:
            found |= dict.fromkeys((unit.start for unit in units), whole)
    return found


def _runs(scan: Scan, mentions: list[Mention]) -> Iterator[list[Mention]]:
    """Iterate over the lists of bodies parted by 、, single ones included."""
    run: list[Mention] = []
    for mention in mentions:
        if run and scan.text[run[-1].end : mention.start] not in {"、", "和"}:
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def _is_inner(scan: Scan, mention: Mention) -> bool:
    """Tell whether a name is that of a unit alone, without level or place."""
    name = mention.surface
    if _OF_ITS_OWN.match(name) or is_group(name) or not (_UNIT.fullmatch(name) or _IN_LIST.fullmatch(name)):
        return False
    return scan.units.longest_starting(mention.start, frozenset({"region", "place", "central"})) is None


def _opening_body(scan: Scan, mentions: list[Mention]) -> Mention | None:
    """Give the body that opens the title or the first sentence of a text of one piece and acts there."""
    if len(scan.document.articles) > 1:
        return None
    sections = scan.document.sections
    bodies = [one for one in sections if one.kind is SectionKind.BODY][:_FIRST_LINES]
    naming = (one for one in bodies if any(one.start <= mention.start < one.end for mention in mentions))
    title = next((one for one in sections if one.kind is SectionKind.TITLE), None)
    firsts = (next(naming, None), title)
    sentences = [next(iter(scan.sentences_in(section)), None) for section in firsts if section is not None]
    opening = (_acting_in(scan, mentions, sentence) for sentence in sentences if sentence is not None)
    return next(filter(None, opening), None)


def _acting_in(scan: Scan, mentions: list[Mention], sentence: Sentence) -> Mention | None:
    """Give the body that opens a sentence, behind its day, and acts in it."""
    first = next((one for one in mentions if sentence.start <= one.start and one.end <= sentence.end), None)
    if first is None or not _WHOLE.search(first.surface):
        return None
    opens = _DATE.search(scan.text[max(sentence.start, first.start - _DATE_REACH) : first.start])
    is_alone = not scan.text.startswith(("、", "和", "与"), first.end)
    return first if opens and is_alone and _ACTS.search(scan.text, first.end, sentence.end) else None


def _whole_before(scan: Scan, mentions: list[Mention], unit: Mention, opening: Mention | None) -> Mention | None:
    """Give the only body before a unit in its sentence, where an officer of it is told, else who opens the text."""
    start = scan.sentence_at(unit.start).start
    before = [one for one in mentions if start <= one.start < unit.start and not _UNIT.fullmatch(one.surface)]
    if opening is not None and (not before or before[-1].surface == opening.surface):
        return opening
    wholes = {one.surface for one in before}
    is_told = len(wholes) == 1 and _WHOLE.search(before[0].surface) and _OFFICER.match(scan.text, before[0].end)
    return before[0] if is_told else None
