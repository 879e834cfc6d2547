"""A point in, who is to do it and who helps out: 甲牵头，乙配合; 责任单位：甲; 各县（市、区）要…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from graphkit.extract.occurrences import occurrences
from graphkit.extract.scene import AGENTS, Item, Scene

_UNIT = "(?:单位|部门|处室|科室|机构|主体)"
_LABEL = re.compile(
    f"(?:(?P<lead>牵头|主办|主管|承办)|(?P<help>配合|协办|协同|协助|参加|参与)|(?P<duty>责任|负责|实施|落实)){_UNIT}(?:（[^（）]*）)?(?:为|是)?[：:]?$"
)
_LABEL_REACH = 12
_HOW = (
    "(?:要|应|须|等(?:有关|相关)?(?:单位|部门)?|共同|分别|具体|联合|密切|积极|主动|"
    "按照?职责(?:分工)?|(?:根据|依照?)职责(?:分工)?|分工|，)*"
)
_LEADS = re.compile(f"{_HOW}(?:牵头|主办|承办|总牵头)")
_HELPS = re.compile(f"{_HOW}(?:配合|协同|协助|协办|参与|参加)")
_DUTY = re.compile(f"{_HOW}(?:负责(?!人)|组织实施|抓好落实|落实(?=[，。；）]|$)|商(?=[^业务])|会同)")
_DEMANDED = re.compile(
    "(?:同志)?(?:都|均|也)*(?:要(?![求点闻素事件么急])|应当?(?![急对])|须|必须|务必|负责(?!人)|(?:于|在)[^，。；]{1,14}?(?:前|内)(?:将|把|完成|报|上报|提交|制定|出台|建成|启动|印发|组织|对))"
)
# 甲局抓紧完善方案, 乙镇加强安全监管: what a body is told to do without 要.
IMPERATIVE = re.compile(
    "(?:都|均|也|按[^，。；]{2,14}?(?:要求|规定|程序|分工|职责)|抓紧|尽快|及时|严格|认真|切实|进一步|积极|主动|全力|立即|迅速|[0-9]{1,2}月(?:[0-9]{1,2}日|[底末])?前|年底前|今年|本月底?前)*"
    "(?:加强|加快|加大|做好|抓好|落实|完善|健全|督促|跟进|跟踪|核实|筹措|拨付|提供|制定|制订|修订|编制|起草|推进|推动|组织(?!部|法)|开展|启动|协调|统筹|办理|完成|整改|排查|压实|细化|严格|强化|强化|保障|确保|指导(?!意见)|会同|对接|梳理|摸清|提出[^，。；]{0,8}(?:方案|意见|措施)|印发|报送|上报|报[县市区省]|研究(?:提出|制定|出台|解决))(?!了)"
)
# 请甲局抓好…: who is asked to; not who is only to be told, to allow or to lend support.
_ASKS = re.compile("(?<![邀申聘提恳报呈])请$")
_ASKED = re.compile("(?![，。；：、的等]|同意|批准|审[批议定核]|支持|指示|予以|领导|另|批复|示)[一-鿿]")
# 由甲局安排资金…: who is to act; not who decides on what others do, or what something is made up of.
_BY = re.compile("(?:^|[，；。：、])(?:请)?由$")
_BY_ACTS = re.compile("(?!解释|批准|审批|审核|核准|同意|任命|组成|构成|颁发|核发|主持|于|在)[一-鿿]")
# How a bracket that names who does a task ends: （甲处、乙局等按职责分工负责，6月底前完成）。
_CLOSES = re.compile("等?(?:有关|相关)?(?:单位|部门)?(?:，[^（）《]{0,20})?）(?P<stop>[。；]?)")
_JOINT = re.compile("等?(?:(?:、|，|和|与|及|以及)由?)?")
_WITH = re.compile("(?:负责)?(?:会同|商|联合)")
_OPENING = frozenset("，。；：、）由请")
# Bodies that a paper addresses by their kind alone: 各县（市、区）, 各成员单位, 各有关部门.
_COLLECTIVE = re.compile(
    "(?:市级|省级|县级|区级|市直|省直|县直|区直|州直|中央驻[一-鿿]|省属|市属)?(?:各(?:级|有关|相关|责任|成员|直属|所属|基层|驻[一-鿿]|参建|承办|牵头|业务|行业|职能|主管|监管|区域|地|市|[省市县区]直|派出|内设|机关)*"
    "|(?:有关|相关))(?:市（州）|州（市）|市州|县（市、区）|县（市）区|县（区）|区（市）县|市（县、区）|县市区|区县|县区|旗县|乡镇（街道）|镇（街道）|乡（镇、街道）|街道（乡镇）|设区的?市|盟市|镇街|乡镇|"
    "街道|村（社区）|社区|地(?:区)?|市|州|县|区|镇|乡|村|部门|单位|处室|科室|股室|站所|委办局|企业|学校|医院|高校|党组织|党支部|支部|工作专班|工作组|小组|主体)"
    "(?:（[^（）]{1,12}）)?(?:(?:(?!各)[一-鿿]){0,8}?(?:政府|党委|机构|单位|部门|公司|中心|局|委|办|院|校|队)(?=[要应须务必负在于按和、]))?(?![：:])"
)


class Duties(NamedTuple):
    """The bodies that are to do a point, and those that are to help them."""

    leads: tuple[str, ...]
    helpers: tuple[str, ...]


class Body(NamedTuple):
    """A body that a point names, with its place in the text."""

    start: int
    end: int
    entity: str


def duties_in(scene: Scene, item: Item, *, is_asked: bool = True) -> Duties:
    """Give who is to do a point and who helps; 责任单位 beside a 牵头单位 helps.

    `is_asked` tells that the point demands: a bare verb behind a body (甲局完善方案) then says what it is to do.
    """
    leads: dict[str, None] = {}
    helpers: dict[str, None] = {}
    sharing: dict[str, None] = {}
    for run in _runs_of_bodies(scene, item):
        role = _role_of(scene, item, run, is_asked=is_asked)
        if role is None:
            continue
        first, others = _with_partners(scene, run)
        groups = {"lead": leads, "duty": sharing, "help": helpers}
        groups[role].update((body.entity, None) for body in first)
        helpers.update((body.entity, None) for body in others)
    if leads:
        helpers.update(sharing)
    else:
        leads = sharing
    return Duties(tuple(leads), tuple(body for body in helpers if body not in leads))


def _role_of(scene: Scene, item: Item, run: list[Body], *, is_asked: bool) -> str | None:
    """Tell what bodies named together do: by the label before them, else by the verb behind."""
    label = _LABEL.search(scene.text, max(item.start, run[0].start - _LABEL_REACH), run[0].start)
    if label is not None:
        return label.lastgroup
    end = min(item.end, run[-1].end + 24)
    for role, verb in (("lead", _LEADS), ("help", _HELPS), ("duty", _DUTY)):
        if verb.match(scene.text, run[-1].end, end):
            return role
    if _is_bracketed(scene, item, run) or _is_named_to_act(scene, item, run, end):
        return "duty"
    if any(_WITH.fullmatch(scene.text[one.end : other.start]) for one, other in pairwise(run)):
        return "duty" if _opens(scene, item, run[0]) else None
    if not _opens(scene, item, run[0]):
        return None
    is_told = is_asked and scene.text[run[0].start - 1] != "请" and IMPERATIVE.match(scene.text, run[-1].end, end)
    return "duty" if is_told or _DEMANDED.match(scene.text, run[-1].end, end) else None


def _is_named_to_act(scene: Scene, item: Item, run: list[Body], end: int) -> bool:
    """Tell whether 请 or 由 stands before bodies, and behind them what they are to do."""
    before = scene.text[max(item.start, run[0].start - 3) : run[0].start]
    return any(
        lead.search(before) is not None and acts.match(scene.text, run[-1].end, end) is not None
        for lead, acts in ((_ASKS, _ASKED), (_BY, _BY_ACTS))
    )


def _is_bracketed(scene: Scene, item: Item, run: list[Body]) -> bool:
    """Tell whether bodies are all that a bracket behind a task holds: …（甲处、乙局）."""
    opened, closed = run[0].start - 1, run[-1].end
    if opened <= item.start or scene.text[opened] != "（":
        return False
    closing = _CLOSES.match(scene.text, closed, item.end)
    return closing is not None and (
        scene.text[opened - 1] in "。；" or closing.end() == item.end or closing["stop"] != ""
    )


def _opens(scene: Scene, item: Item, body: Body) -> bool:
    return body.start == item.start or scene.text[body.start - 1] in _OPENING


def _with_partners(scene: Scene, run: list[Body]) -> tuple[list[Body], list[Body]]:
    """Cut bodies named together at 会同 and 商: who stands behind it helps."""
    for index in range(1, len(run)):
        if _WITH.fullmatch(scene.text[run[index - 1].end : run[index].start]):
            return run[:index], run[index:]
    return run, []


def bodies_in(scene: Scene, item: Item) -> list[Body]:
    """Give the bodies that a cell of a table names, in the order of the text, each stretch once."""
    return [body for run in _runs_of_bodies(scene, item) for body in run]


def _runs_of_bodies(scene: Scene, item: Item) -> Iterator[list[Body]]:
    """Iterate over the bodies that a point names, those joined by 、 and 会同 together."""
    run: list[Body] = []
    for body in sorted((*_named(scene, item), *_collective(scene, item))):
        if run and body.start < run[-1].end:
            continue
        between = scene.text[run[-1].end : body.start] if run else ""
        if run and not (_JOINT.fullmatch(between) or _WITH.fullmatch(between)):
            yield run
            run = []
        run.append(body)
    if run:
        yield run


def _named(scene: Scene, item: Item) -> Iterator[Body]:
    for mention in scene.within(item.start, item.end, "Agency"):
        if mention.entity is not None and scene.draft(mention).kind in AGENTS:
            yield Body(mention.start, mention.end, mention.entity)


def _collective(scene: Scene, item: Item) -> Iterator[Body]:
    """Iterate over open groups that no mention marks: they count only as who is to do the point."""
    for match in occurrences(_COLLECTIVE, scene.text, item.start, item.end):
        if scene.around(match.start()) is None:
            yield Body(match.start(), match.end(), _group(scene, match[0]))


def _group(scene: Scene, name: str) -> str:
    """Give the open group of a name, made here where nothing mentions it."""
    known = next((d.id for d in scene.drafts.values() if d.kind == "AgencyGroup" and name in d.names), None)
    if known is not None:
        return known
    draft = scene.implied("AgencyGroup", name)
    home = scene.drafts[scene.home].composed if scene.home is not None else None
    draft.composed = ("group", *(home[1:] if home else ()), name)
    return draft.id
